"""The status that a verb gives an engagement as of writing: from tense, modality, negation and the words that govern it.

Comes in: a document's grammar and the token of a verb. Goes out: a `Verdict`, whose status is None where the clause says
nothing of it. Nothing is called held unless a past or perfect clause says so.
"""

from dataclasses import dataclass

from memcon.coding.engagements.vouching import unvouched
from memcon.model.annotated import Annotated, Token
from memcon.model.status import CALLED_OFF, DONE, Status
from memcon.registers.engagements import cue_of, words

MODALS: dict[str, Status] = {
    **dict.fromkeys(("will", "wo", "'ll", "’ll", "shall", "would", "'d", "’d"), Status.PLANNED),
    **dict.fromkeys(("may", "might", "could", "can", "ca", "should", "must", "ought"), Status.CONSIDERED),
}
HAVE = frozenset(("have", "has", "had", "'ve", "’ve", "having"))
BE_NOW = frozenset(("is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"))
BE_THEN = frozenset(("was", "were"))
IF = frozenset(("if", "unless", "whether"))
BEFORE = frozenset(("before", "ahead", "until", "pending", "towards", "toward"))
OUTCOME_OF_NO: dict[Status, Status] = {
    **dict.fromkeys((Status.PLANNED, Status.ANNOUNCED), Status.RULED_OUT),
    **dict.fromkeys((Status.AGREED, Status.CONSIDERED, Status.INVITED, *DONE), Status.DECLINED),
}  # fmt: skip
WHEN_IT_COMES = frozenset(("before", "until", "once", "after", "when"))
DEPTH = 6  # how far up a chain of clauses the status is looked for; deeper ones are parser errors


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with the rule that gave it; `weak` where the grammar only hints at it."""

    status: Status | None
    why: str
    weak: bool = False
    barred: bool = False  # denied or not vouched for: nothing else may make it held


SILENT = Verdict(None, "the sentence does not say")


def auxiliaries(a: Annotated, i: int) -> list[Token]:
    """The auxiliaries of a verb; a verb joined to another by "and" shares the auxiliaries before it."""
    own = [t for t in a.children(i) if t.dep in ("aux", "auxpass")]
    token = a.tokens[i]
    if own or token.dep != "conj" or token.tag not in ("VB", "VBN", "VBG") or a.child(i, "nsubj", "nsubjpass"):
        return own
    return auxiliaries(a, token.head) if a.tokens[token.head].pos in ("VERB", "AUX") else own


def negated(a: Annotated, i: int) -> bool:
    """Is the verb denied ("not", "never", "no longer", "no president had met")?"""
    subject = a.child(i, "nsubj", "nsubjpass")
    if subject is not None and (
        subject.lower in words("nobody")
        or any(t.lower in words("nobody") for t in a.children(subject.i) if t.i < subject.i)
    ):
        return True
    return any(
        t.dep == "neg" or t.lower in ("not", "n't", "n’t") or t.lower in words("not_quite")
        for t in a.children(i)
        if t.i < i or t.dep == "neg"
    )


def of_verb(a: Annotated, i: int, depth: int = 0) -> Verdict:
    """The status of what a verb tells of."""
    if depth > DEPTH:
        return SILENT
    verdict = _plain(a, i, depth)
    if verdict.status is None:
        return verdict
    if verdict.status in (Status.PLANNED, Status.CONSIDERED) and any(t.lower in IF for t in a.children(i)):
        return Verdict(Status.CONSIDERED, "condition or open question")
    if negated(a, i):
        return _denied(verdict)
    if imperative(a, a.tokens[i]):
        return Verdict(Status.CONSIDERED, "imperative")
    if verdict.status in DONE and (doubt := unvouched(a, i)):
        return Verdict(None, f"not vouched for: {doubt}", barred=True)
    return _in_its_clause(a, i, verdict, depth)


def imperative(a: Annotated, verb: Token) -> bool:
    """ "Cancel the meeting": asked for, not done."""
    if verb.tag not in ("VB", "VBP") or auxiliaries(a, verb.i) or a.child(verb.i, "nsubj", "nsubjpass"):
        return False
    opens = verb.i == a.sentence_of(verb.i).first or a.tokens[verb.i - 1].tag in ("``", "''", ":", ",")
    return verb.dep == "ROOT" or (opens and not _goes_on(a, verb))


def _goes_on(a: Annotated, verb: Token) -> bool:
    """ "was due to fly to Oslo, visit the king": a further infinitive of the same governor."""
    return any(
        t.i < verb.i and t.tag == "VB" and any(x.lower == "to" for x in auxiliaries(a, t.i)) for t in a.children(verb.head)
    )


def _denied(verdict: Verdict) -> Verdict:
    if verdict.status == Status.HELD:
        return Verdict(None, "did not happen, as far as the sentence goes", barred=True)
    return Verdict(OUTCOME_OF_NO.get(verdict.status) if verdict.status else None, f"not: {verdict.why}")


def _plain(a: Annotated, i: int, depth: int) -> Verdict:
    """By the form of the verb, negation and the clauses around it left out."""
    token, aux = a.tokens[i], auxiliaries(a, i)
    forms = [t.lower for t in aux]
    modal = next((MODALS[w] for w in forms if w in MODALS and not (w in ("'d", "’d") and token.tag == "VBN")), None)
    if modal:
        return Verdict(modal, f"modal: {next(w for w in forms if w in MODALS)}")
    if "to" in forms or (token.tag == "VB" and not any(w.startswith("d") for w in forms)):
        return _governed(a, i, depth)
    if any(w in HAVE for w in forms):
        return _perfect(a, i, depth)
    if token.tag == "VBG":
        return _progressive(a, i, forms, depth)
    if token.tag == "VBN":
        return _participle(a, i, forms, depth)
    if token.tag == "VBD" or "did" in forms:
        return Verdict(Status.HELD, "past")
    return Verdict(Status.ONGOING, "present", weak=True)


def _perfect(a: Annotated, i: int, depth: int) -> Verdict:
    """ "have met"; in "after we have met" of a plan it is still to be completed."""
    first = i
    while a.tokens[first].dep == "conj":
        first = a.tokens[first].head
    marks = [t.lower for t in a.children(first) if t.dep == "mark"]
    if a.tokens[first].dep == "advcl" and any(m in ("after", "once", "when", "until") for m in marks):
        around = of_verb(a, a.tokens[first].head, depth + 1)
        if around.status != Status.HELD:
            return Verdict(Status.PLANNED, "perfect of what is to be completed")
    return Verdict(Status.HELD, "perfect")


def _progressive(a: Annotated, i: int, forms: list[str], depth: int) -> Verdict:
    if any(w in BE_NOW or w == "be" for w in forms):
        return Verdict(Status.ONGOING, "present progressive", weak=True)
    if any(w in BE_THEN for w in forms):
        return Verdict(Status.ONGOING, "past progressive", weak=True)
    return _gerund(a, i, depth)


def _participle(a: Annotated, i: int, forms: list[str], depth: int) -> Verdict:
    if any(w in BE_NOW for w in forms):
        return Verdict(Status.ONGOING, "present passive", weak=True)
    if any(w in BE_THEN for w in forms):
        return Verdict(Status.HELD, "past passive")
    if "be" in forms:
        return Verdict(Status.PLANNED, "subjunctive")
    if "being" in forms:
        return Verdict(Status.ONGOING, "present passive", weak=True)
    if a.tokens[i].dep in ("acl", "relcl", "advcl", "conj"):
        return Verdict(Status.HELD, "past participle", weak=True)
    return Verdict(Status.HELD, "past participle")


def _gerund(a: Annotated, i: int, depth: int) -> Verdict:
    """ "after meeting", "before meeting", "considered meeting", "meeting in Geneva, they said"."""
    token = a.tokens[i]
    head = a.head(i)
    if token.dep in ("xcomp", "ccomp"):
        # "was in Oslo meeting the king": done while there; only an infinitive makes a plan of "be".
        return of_verb(a, head.i, depth + 1) if head.lemma == "be" else _governed(a, i, depth)
    link = (
        head.lower
        if token.dep == "pcomp"
        else next((t.lower for t in a.children(i) if t.dep in ("mark", "prep") and t.i < i), "")
    )
    outer = next((t for t in a.ancestors(i) if t.pos in ("VERB", "AUX")), None)
    if token.dep == "pcomp" and link in ("to", "of", "about", "for", "from", "against", "on", "with", "into"):
        governor = a.head(head.i)
        cue = cue_of("complement", governor.lemma) or cue_of("noun", governor.lemma) or cue_of("object", governor.lemma)
        if cue and cue.status != "own":
            return Verdict(cue.status, f"{governor.lemma} {link} -ing")
        ahead = governor.lower == "forward" or any(t.lower == "forward" for t in a.children(governor.i))
        return Verdict(Status.PLANNED, "forward to -ing") if ahead and link == "to" else SILENT
    if outer is None:
        return Verdict(Status.ONGOING, "participle without a verb", weak=True)
    around = of_verb(a, outer.i, depth + 1)
    if link in BEFORE:
        return around if around.status == Status.PLANNED else Verdict(None, "before -ing")
    if link in ("without", "instead", "despite", "rather", "than"):
        return Verdict(None, f"{link} -ing")
    return Verdict(around.status, f"-ing, as its main verb: {around.why}", around.weak)


def particles(a: Annotated, i: int) -> frozenset[str]:
    """The particles, prepositions and bare objects that make a phrase of a verb ("call off", "take place")."""
    own = {t.lower for t in a.children(i) if t.dep in ("prt", "prep", "advmod", "dobj", "pobj", "acomp")}
    # "called that meeting off": the parse can hang the particle on the object.
    behind = (t for o in a.children(i) if o.dep in ("dobj", "oprd") for t in a.children(o.i))
    return frozenset(own | {t.lower for t in behind if t.dep == "prt"})


def _governed(a: Annotated, i: int, depth: int) -> Verdict:
    """An infinitive or complement: by the word that governs it."""
    token = a.tokens[i]
    if token.head == i:
        return Verdict(Status.PLANNED, "headline infinitive", weak=True) if token.tag == "VB" else SILENT
    governor = a.head(i)
    if token.dep == "conj" and token.tag == "VB" and governor.tag in ("VBD", "VBZ"):
        return _earlier_infinitive(a, i, depth)  # "was to lay flowers, talk to those who survived and meet with"
    if token.dep == "conj":
        return of_verb(a, governor.i, depth + 1)
    if governor.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET"):
        return _by_noun(a, governor, depth)
    cue = cue_of("complement", governor.lemma) or cue_of("complement", governor.lower)
    if cue is None and token.tag == "VBG":
        cue = cue_of("object", governor.lemma, particles(a, governor.i))  # "ruled out meeting him"
    if cue and cue.status != "own":
        return _by_cue(a, governor, cue.status, depth)
    if cue_of("light", governor.lemma) or governor.lemma in (
        "have",
        "get",
        "manage",
        "help",
        "come",
        "use",
        "fail",
        "proceed",
    ):
        if any(t.lower == "yet" for t in a.children(governor.i)) or any(t.lower == "yet" for t in a.children(i)):
            return Verdict(Status.CONSIDERED, f"{governor.lemma} yet to")
        around = of_verb(a, governor.i, depth + 1)
        return Verdict(None, "failed to", barred=True) if governor.lemma == "fail" else around
    if governor.pos == "ADJ":
        return Verdict(Status.CONSIDERED, f"{governor.lower} to", weak=True)
    return Verdict(Status.PLANNED, f"purpose of {governor.lemma}", weak=True)


def _earlier_infinitive(a: Annotated, i: int, depth: int) -> Verdict:
    """The status of the infinitive that a bare one goes on from, where the parse joins it to a finite verb."""
    first = a.sentence_of(i).first
    for t in reversed(a.tokens[first:i]):
        if t.tag == "VB" and any(x.lower == "to" for x in a.children(t.i)):
            return of_verb(a, t.i, depth + 1)
    return Verdict(Status.PLANNED, "bare infinitive", weak=True)


def _by_cue(a: Annotated, governor: Token, status: Status, depth: int) -> Verdict:
    """A governing verb or adjective with its own tense and negation: "had planned to", "did not agree to"."""
    if governor.pos == "ADJ":
        if any(t.dep == "neg" for t in a.children(governor.head)):
            return Verdict(OUTCOME_OF_NO.get(status), f"not {governor.lower} to")
        return Verdict(status, f"{governor.lower} to")
    if negated(a, governor.i):
        return Verdict(OUTCOME_OF_NO.get(status), f"not {governor.lemma} to")
    forms = [t.lower for t in auxiliaries(a, governor.i)]
    if "had" in forms and "been" in forms and status == Status.PLANNED:
        return Verdict(status, f"had been {governor.lemma} to", weak=True)  # what came of it, others say
    if "had" in forms and status in (Status.PLANNED, Status.CONSIDERED) and governor.tag == "VBN" and "been" not in forms:
        # The past perfect of a plan tells that it came to nothing ("had meant to go").
        given_up = _given_up(a, governor.i)
        return Verdict(
            given_up or (Status.CANCELLED if status == Status.PLANNED else Status.CONSIDERED), f"had {governor.lemma} to"
        )
    if governor.lemma not in ("be",) and status in (Status.AGREED, Status.INVITED, Status.ANNOUNCED):
        own = of_verb(a, governor.i, depth + 1).status
        if own in (Status.CONSIDERED, Status.DECLINED, Status.RULED_OUT):
            return Verdict(own, f"{own}: {governor.lemma} to")
        if own == Status.PLANNED:
            return Verdict(Status.CONSIDERED, f"is yet to {governor.lemma}", weak=True)
    return Verdict(status, f"{governor.lemma} to")


def _given_up(a: Annotated, i: int) -> Status | None:
    """The status that a verb joined by "and" or "but" gives: "had meant to go, but postponed"."""
    for other in a.children(i):
        if other.dep == "conj" and (cue := cue_of("object", other.lemma, particles(a, other.i))):
            return Status(cue.status) if cue.status in CALLED_OFF else None
    return None


def _by_noun(a: Annotated, noun: Token, depth: int) -> Verdict:
    """ "plans to meet", "the first leader to visit"."""
    cue = cue_of("noun", noun.lemma)
    if (
        cue
        and noun.dep == "dobj"
        and a.head(noun.i).lemma == "accept"
        and of_verb(a, noun.head, depth + 1).status == Status.HELD
    ):
        return Verdict(Status.AGREED, f"accepted the {noun.lemma} to")
    if cue and cue.status != "own":
        if any(t.lower in ("no", "any") for t in a.children(noun.i) if t.dep == "det"):
            return Verdict(OUTCOME_OF_NO.get(cue.status), f"no {noun.lemma} to")
        return Verdict(cue.status, f"{noun.lemma} to")
    purpose = cue_of("infinitive", noun.lemma)
    if purpose and purpose.status != "own":
        denied = any(t.lower in ("no", "any") for t in a.children(noun.i) if t.dep == "det")
        return Verdict(OUTCOME_OF_NO.get(purpose.status) if denied else purpose.status, f"{noun.lemma} to")
    # "the first leader to visit", "she to meet": the rest of the nouns before an infinitive name what is not done yet.
    somebody = noun.pos != "NOUN" or noun.lemma in words("people") or _counted(a, noun)
    if somebody and noun.dep in ("attr", "oprd", "dobj", "appos", "conj", "pobj"):
        verb = next((t for t in a.ancestors(noun.i) if t.pos in ("VERB", "AUX")), None)
        if verb is not None:
            around = of_verb(a, verb.i, depth + 1)
            return Verdict(around.status, f"{noun.lower} to, as its main verb: {around.why}", around.weak)
    return Verdict(Status.CONSIDERED, f"{noun.lower} to", weak=True)


def _counted(a: Annotated, noun: Token) -> bool:
    return any(t.lower in words("ordinals") or t.lower in ("last", "only") for t in a.children(noun.i) if t.i < noun.i)


def _in_its_clause(a: Annotated, i: int, verdict: Verdict, depth: int) -> Verdict:
    """What a condition, a question or a verb of hoping around the clause makes of it."""
    children = a.children(i)
    if verdict.why == "present" and any(
        t.lower in WHEN_IT_COMES for t in children if t.dep in ("mark", "advmod") and t.i < i
    ):
        return Verdict(Status.PLANNED, "present, of what is to come")
    if verdict.status in (Status.PLANNED, Status.ANNOUNCED) and (adverb := _doubtful(a, i)):
        return Verdict(Status.CONSIDERED, f"{adverb.lower} will")
    if verdict.why.startswith("modal") and _is_question(a, i):
        return Verdict(Status.CONSIDERED, "question")
    if "would" in verdict.why and any(t.dep == "advcl" and _conditional(a, t.i) for t in children):
        return Verdict(Status.CONSIDERED, "would, if")
    token = a.tokens[i]
    if (
        token.dep in ("ccomp", "advcl", "acl", "relcl")
        and token.head != i
        and verdict.status in (Status.PLANNED, Status.ONGOING, Status.CONSIDERED)
    ):
        governor = a.head(i)
        if token.dep in ("acl", "ccomp") and governor.pos == "NOUN" and (hope := cue_of("noun", governor.lemma)):
            return Verdict(Status.CONSIDERED, f"{governor.lemma} that") if hope.status == Status.CONSIDERED else verdict
        cue = cue_of("complement", governor.lemma)
        if token.dep == "ccomp" and cue and cue.status == Status.CONSIDERED:
            return Verdict(Status.CONSIDERED, f"{governor.lemma} that")
        if token.dep == "ccomp" and cue and cue.status == Status.ANNOUNCED and verdict.status == Status.PLANNED:
            return Verdict(Status.ANNOUNCED, f"{governor.lemma} that")
    return verdict


def _doubtful(a: Annotated, i: int) -> Token | None:
    return next((t for t in a.children(i) if t.dep == "advmod" and cue_of("adverb", t.lower)), None)


def _conditional(a: Annotated, i: int) -> bool:
    return any(t.lower in IF for t in a.children(i) if t.dep == "mark")


def _is_question(a: Annotated, i: int) -> bool:
    tokens = a.sentence_tokens(a.sentence_of(i))
    return bool(tokens) and tokens[-1].text == "?" and a.quotation_at(i) is None
