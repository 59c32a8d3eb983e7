"""The status that a sentence gives an engagement as of writing: from tense, modality, negation and the words that govern it.

Comes in: a document's grammar and the token of a verb or noun that names an engagement. Goes out: a `Verdict`, whose
status is None where the sentence says nothing of it ("the meeting" in "a topic of the meeting"). Nothing is called held
unless a past or perfect clause says so.
"""

from dataclasses import dataclass

from memcon.model.annotated import Annotated, Token
from memcon.model.findings import Status
from memcon.registers.engagements import StatusCue, cue_of, nouns

MODALS: dict[str, Status] = {
    **dict.fromkeys(("will", "wo", "'ll", "’ll", "shall", "would", "'d", "’d"), "planned"),
    **dict.fromkeys(("may", "might", "could", "can", "ca", "should", "must", "ought"), "considered"),
}
HAVE = frozenset(("have", "has", "had", "'ve", "’ve", "having"))
BE_NOW = frozenset(("is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"))
BE_THEN = frozenset(("was", "were"))
IF = frozenset(("if", "unless", "whether"))
AFTER = frozenset(("after", "since", "following", "upon", "once", "when", "while", "during", "at", "in", "by", "on"))
BEFORE = frozenset(("before", "ahead", "until", "pending", "towards", "toward"))
CONTAINERS = frozenset(
    ("round", "series", "week", "day", "hour", "set", "string", "part", "number", "pair", "session", "end", "start",
     "beginning", "conclusion", "sideline", "margin", "day", "leg", "eve", "resumption", "continuation", "opening", "kind")
)  # fmt: skip
OUTCOME_OF_NO: dict[Status, Status] = {
    "planned": "ruled_out", "announced": "ruled_out", "agreed": "declined", "considered": "declined", "held": "declined",
    "ongoing": "declined", "invited": "declined",
}  # fmt: skip
NOBODY = frozenset(("no", "none", "nobody", "neither", "few"))
WHEN_IT_COMES = frozenset(("before", "until", "once", "after", "when"))
ENDS_AND_BEGINS = frozenset(("open", "begin", "start", "end", "conclude", "resume", "continue"))
UNDONE: frozenset[Status] = frozenset(("cancelled", "postponed", "declined", "ruled_out"))
DEPTH = 6  # how far up a chain of clauses the status is looked for; deeper ones are parser errors


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with the rule that gave it; `weak` where the grammar only hints at it."""

    status: Status | None
    why: str
    weak: bool = False


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
        subject.lower in NOBODY or any(t.lower in NOBODY for t in a.children(subject.i) if t.dep in ("det", "neg"))
    ):
        return True
    return any(
        t.dep == "neg" or t.lower in ("never", "not", "n't", "n’t") for t in a.children(i) if t.i < i or t.dep == "neg"
    )


def of_verb(a: Annotated, i: int, depth: int = 0) -> Verdict:
    """The status of what a verb tells of."""
    if depth > DEPTH:
        return SILENT
    verdict = _plain(a, i, depth)
    if verdict.status is None:
        return verdict
    if verdict.status in ("planned", "considered") and any(t.lower in IF for t in a.children(i)):
        return Verdict("considered", "condition or open question")
    if negated(a, i):
        return _denied(verdict)
    return _in_its_clause(a, i, verdict, depth)


def _denied(verdict: Verdict) -> Verdict:
    if verdict.status == "held":
        return Verdict(None, "did not happen, as far as the sentence goes")
    return Verdict(OUTCOME_OF_NO.get(verdict.status) if verdict.status else None, f"not: {verdict.why}")


def _plain(a: Annotated, i: int, depth: int) -> Verdict:
    """By the form of the verb, negation and the clauses around it left out."""
    token, aux = a.tokens[i], auxiliaries(a, i)
    words = [t.lower for t in aux]
    modal = next((MODALS[w] for w in words if w in MODALS and not (w in ("'d", "’d") and token.tag == "VBN")), None)
    if modal:
        return Verdict(modal, f"modal: {next(w for w in words if w in MODALS)}")
    if "to" in words or (token.tag == "VB" and not any(w.startswith("d") for w in words)):
        return _governed(a, i, depth)
    if any(w in HAVE for w in words):
        return _perfect(a, i, depth)
    if token.tag == "VBG":
        return _progressive(a, i, words, depth)
    if token.tag == "VBN":
        return _participle(a, i, words, depth)
    if token.tag == "VBD" or "did" in words:
        return Verdict("held", "past")
    return Verdict("ongoing", "present", weak=True)


def _perfect(a: Annotated, i: int, depth: int) -> Verdict:
    """ "have met"; in "after we have met" of a plan it is still to be completed."""
    first = i
    while a.tokens[first].dep == "conj":
        first = a.tokens[first].head
    marks = [t.lower for t in a.children(first) if t.dep == "mark"]
    if a.tokens[first].dep == "advcl" and any(m in ("after", "once", "when", "until") for m in marks):
        around = of_verb(a, a.tokens[first].head, depth + 1)
        if around.status != "held":
            return Verdict("ongoing", "perfect of what is to be completed")
    return Verdict("held", "perfect")


def _progressive(a: Annotated, i: int, words: list[str], depth: int) -> Verdict:
    if any(w in BE_NOW or w == "be" for w in words):
        return Verdict("ongoing", "present progressive", weak=True)
    if any(w in BE_THEN for w in words):
        return Verdict("ongoing", "past progressive", weak=True)
    return _gerund(a, i, depth)


def _participle(a: Annotated, i: int, words: list[str], depth: int) -> Verdict:
    if any(w in BE_NOW for w in words):
        return Verdict("ongoing", "present passive", weak=True)
    if any(w in BE_THEN for w in words):
        return Verdict("held", "past passive")
    if "be" in words:
        return Verdict("planned", "subjunctive")
    if "being" in words:
        return Verdict("ongoing", "present passive", weak=True)
    if a.tokens[i].dep in ("acl", "relcl", "advcl", "conj"):
        return Verdict("held", "past participle", weak=True)
    return Verdict("held", "past participle")


def _gerund(a: Annotated, i: int, depth: int) -> Verdict:
    """ "after meeting", "before meeting", "considered meeting", "meeting in Geneva, they said"."""
    token = a.tokens[i]
    head = a.head(i)
    if token.dep in ("xcomp", "ccomp"):
        return _governed(a, i, depth)
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
        return Verdict("planned", "forward to -ing") if governor.lower == "forward" else SILENT
    if outer is None:
        return Verdict("ongoing", "participle without a verb", weak=True)
    around = of_verb(a, outer.i, depth + 1)
    if link in BEFORE:
        return around if around.status == "planned" else Verdict(None, "before -ing")
    if link in ("without", "instead", "despite", "rather", "than"):
        return Verdict(None, f"{link} -ing")
    return Verdict(around.status, f"-ing, as its main verb: {around.why}", around.weak)


def particles(a: Annotated, i: int) -> frozenset[str]:
    """The particles, prepositions and bare objects that make a phrase of a verb ("call off", "take place")."""
    return frozenset(t.lower for t in a.children(i) if t.dep in ("prt", "prep", "advmod", "dobj", "pobj", "acomp"))


def _governed(a: Annotated, i: int, depth: int) -> Verdict:
    """An infinitive or complement: by the word that governs it."""
    token = a.tokens[i]
    if token.head == i:
        return Verdict("planned", "headline infinitive", weak=True) if token.tag == "VB" else SILENT
    governor = a.head(i)
    if token.dep == "conj":
        return of_verb(a, governor.i, depth + 1)
    if governor.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET"):
        return _by_noun(a, governor, depth)
    cue = cue_of("complement", governor.lemma) or cue_of("complement", governor.lower)
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
        around = of_verb(a, governor.i, depth + 1)
        return Verdict(None, "failed to") if governor.lemma == "fail" else around
    if governor.pos == "ADJ":
        return Verdict("considered", f"{governor.lower} to", weak=True)
    return Verdict("planned", f"purpose of {governor.lemma}", weak=True)


def _by_cue(a: Annotated, governor: Token, status: Status, depth: int) -> Verdict:
    """A governing verb or adjective with its own tense and negation: "had planned to", "did not agree to"."""
    if governor.pos == "ADJ":
        if any(t.dep == "neg" for t in a.children(governor.head)):
            return Verdict(OUTCOME_OF_NO.get(status), f"not {governor.lower} to")
        return Verdict(status, f"{governor.lower} to")
    if negated(a, governor.i):
        return Verdict(OUTCOME_OF_NO.get(status), f"not {governor.lemma} to")
    words = [t.lower for t in auxiliaries(a, governor.i)]
    if "had" in words and "been" in words and status == "planned":
        return Verdict(status, f"had been {governor.lemma} to", weak=True)  # what came of it, others say
    if "had" in words and status in ("planned", "considered") and governor.tag == "VBN" and "been" not in words:
        # The past perfect of a plan tells that it came to nothing ("had meant to go").
        given_up = _given_up(a, governor.i)
        return Verdict(given_up or ("cancelled" if status == "planned" else "considered"), f"had {governor.lemma} to")
    if governor.lemma not in ("be",) and status in ("agreed", "invited", "announced"):
        own = of_verb(a, governor.i, depth + 1).status
        if own in ("considered", "declined", "ruled_out"):
            return Verdict(own, f"{own}: {governor.lemma} to")
        if own == "planned":
            return Verdict("considered", f"is yet to {governor.lemma}", weak=True)
    return Verdict(status, f"{governor.lemma} to")


def _given_up(a: Annotated, i: int) -> Status | None:
    """The status that a verb joined by "and" or "but" gives: "had meant to go, but postponed"."""
    for other in a.children(i):
        if other.dep == "conj" and (cue := cue_of("object", other.lemma, particles(a, other.i))):
            return cue.status if cue.status in ("postponed", "cancelled") else None
    return None


def _by_noun(a: Annotated, noun: Token, depth: int) -> Verdict:
    """ "plans to meet", "the first leader to visit"."""
    cue = cue_of("noun", noun.lemma)
    if cue and cue.status != "own":
        if any(t.lower in ("no", "any") for t in a.children(noun.i) if t.dep == "det"):
            return Verdict(OUTCOME_OF_NO.get(cue.status), f"no {noun.lemma} to")
        return Verdict(cue.status, f"{noun.lemma} to")
    if noun.dep in ("attr", "oprd", "dobj", "appos", "conj", "pobj"):
        verb = next((t for t in a.ancestors(noun.i) if t.pos in ("VERB", "AUX")), None)
        if verb is not None:
            around = of_verb(a, verb.i, depth + 1)
            return Verdict(around.status, f"{noun.lower} to, as its main verb: {around.why}", around.weak)
    return Verdict("considered", f"{noun.lower} to", weak=True)


def _in_its_clause(a: Annotated, i: int, verdict: Verdict, depth: int) -> Verdict:
    """What a condition, a question or a verb of hoping around the clause makes of it."""
    children = a.children(i)
    if verdict.why == "present" and any(
        t.lower in WHEN_IT_COMES for t in children if t.dep in ("mark", "advmod") and t.i < i
    ):
        return Verdict("planned", "present, of what is to come")
    if verdict.status in ("planned", "announced") and (adverb := _doubtful(a, i)):
        return Verdict("considered", f"{adverb.lower} will")
    if verdict.why.startswith("modal") and _is_question(a, i):
        return Verdict("considered", "question")
    if "would" in verdict.why and any(t.dep == "advcl" and _conditional(a, t.i) for t in children):
        return Verdict("considered", "would, if")
    token = a.tokens[i]
    if (
        token.dep in ("ccomp", "advcl", "acl", "relcl")
        and token.head != i
        and verdict.status in ("planned", "ongoing", "considered")
    ):
        governor = a.head(i)
        if token.dep in ("acl", "ccomp") and governor.pos == "NOUN" and (hope := cue_of("noun", governor.lemma)):
            return Verdict("considered", f"{governor.lemma} that") if hope.status == "considered" else verdict
        cue = cue_of("complement", governor.lemma)
        if token.dep == "ccomp" and cue and cue.status == "considered":
            return Verdict("considered", f"{governor.lemma} that")
        if token.dep == "ccomp" and cue and cue.status == "announced" and verdict.status == "planned":
            return Verdict("announced", f"{governor.lemma} that")
    return verdict


def _doubtful(a: Annotated, i: int) -> Token | None:
    return next((t for t in a.children(i) if t.dep == "advmod" and cue_of("adverb", t.lower)), None)


def _conditional(a: Annotated, i: int) -> bool:
    return any(t.lower in IF for t in a.children(i) if t.dep == "mark")


def _is_question(a: Annotated, i: int) -> bool:
    tokens = a.sentence_tokens(a.sentence_of(i))
    return bool(tokens) and tokens[-1].text == "?" and a.quotation_at(i) is None


# --- nouns --------------------------------------------------------------------------------------------------------


def of_noun(a: Annotated, i: int, depth: int = 0) -> Verdict:
    """The status of what a noun names, by its modifiers and the words that govern it."""
    if depth > DEPTH:
        return SILENT
    verdicts = [rule(a, i, depth) for rule in (_by_modifier, _by_clause, _by_governor)]
    said = [v for v in verdicts if v.status is not None]
    undone = next((v for v in said if v.status in UNDONE and not v.weak), None)
    return undone or next(iter(said), SILENT)


def _by_modifier(a: Annotated, i: int, depth: int) -> Verdict:
    for t in a.children(i):
        if t.dep in ("amod", "compound", "nmod") and t.i < i:
            word = a.read(*a.whole_word(t.i)).lower()
            if (cue := cue_of("modifier", word)) and cue.status != "own":
                return Verdict(cue.status, f"{word} before it")
        if t.dep in ("neg", "det") and t.lower in ("no", "neither"):
            governor = a.head(i)
            return Verdict("ruled_out", f"no, with {governor.lemma}")
    return SILENT


def _by_clause(a: Annotated, i: int, depth: int) -> Verdict:
    """A participle or relative clause after it: "scheduled for", "held in Geneva", "which had been planned"."""
    for t in a.children(i):
        if t.dep in ("acl", "relcl") and t.pos in ("VERB", "AUX"):
            patient = (t.dep == "acl" and t.tag == "VBN") or a.child(t.i, "nsubjpass") is not None
            cue = cue_of("object", t.lemma, particles(a, t.i)) if patient else None
            if cue and cue.status != "own":
                had = any(x.lower == "had" for x in auxiliaries(a, t.i))
                return Verdict(cue.status, f"{t.lemma} after it", weak=had)
            if patient and cue_of("light", t.lemma):
                return of_verb(a, t.i, depth + 1)
            if not patient and cue_of("subject", t.lemma, particles(a, t.i)):
                return of_verb(a, t.i, depth + 1)
        if t.dep == "amod" and t.i > i and (cue := cue_of("complement", t.lower)) and cue.status != "own":
            return Verdict(cue.status, f"{t.lower} after it")
    return SILENT


def _by_governor(a: Annotated, i: int, depth: int) -> Verdict:
    token = a.tokens[i]
    if token.head == i:
        return SILENT
    head = a.head(i)
    if token.dep == "conj" and head.pos == "VERB":
        return _as_object(a, head, depth)  # "had a walk together and a dinner"
    if token.dep in ("conj", "appos"):
        return of_noun(a, head.i, depth + 1) if head.pos in ("NOUN", "PROPN") else SILENT
    if token.dep in ("dobj", "nsubjpass", "oprd", "npadvmod", "dative"):
        return _as_object(a, head, depth)
    if token.dep in ("nsubj", "csubj"):
        return _as_subject(a, head, depth)
    if token.dep == "pobj" and head.dep in ("prep", "agent", "pcomp", "prt", "aux", "mark", "dative", "conj", "pobj"):
        return _after_preposition(a, head, depth)
    if token.dep == "attr":
        around = of_verb(a, head.i, depth + 1)
        return Verdict(around.status, f"predicate: {around.why}", True) if around.status == "planned" else SILENT
    return SILENT


def _as_object(a: Annotated, verb: Token, depth: int) -> Verdict:
    parts = particles(a, verb.i)
    if verb.lemma == "delay" and any(t.lower in ("had", "has", "have") for t in auxiliaries(a, verb.i)):
        return SILENT  # "strain had delayed the trip": it came in the end
    light, cue = cue_of("light", verb.lemma, parts), cue_of("object", verb.lemma, parts)
    if cue and cue.status != "own":
        own = of_verb(a, verb.i, depth + 1).status
        if negated(a, verb.i):
            undone: Status | None = "planned" if cue.status in ("cancelled", "postponed") else None
            return Verdict(undone, f"not {verb.lemma}")
        if own in ("considered", "declined", "ruled_out") and cue.status in ("cancelled", "postponed", "declined"):
            return Verdict("planned", f"{own} to {verb.lemma} it", weak=True)
        if own in ("agreed", "invited", "considered") and cue.status in ("planned", "announced"):
            return Verdict(own, f"{own} to {verb.lemma} it")
        if cue.status == "held" and own not in ("held", "ongoing"):
            return Verdict(own, f"{verb.lemma} it: {own}", True)
        further = a.child(verb.i, "xcomp")
        if further is not None and verb.tag == "VBN" and (expected := cue_of("complement", verb.lemma)):
            return Verdict(None if expected.status == "own" else expected.status, f"{verb.lemma} to {further.lemma}")
        return Verdict(cue.status, f"object of {verb.lemma}")
    around = of_verb(a, verb.i, depth + 1)
    if light:
        return around
    return (
        Verdict("considered", f"object of what is only possible: {around.why}", True)
        if around.status == "considered"
        else SILENT
    )


def _as_subject(a: Annotated, verb: Token, depth: int) -> Verdict:
    parts = particles(a, verb.i)
    for t in a.children(verb.i):
        if t.dep in ("acomp", "attr", "advmod", "prep", "oprd", "prt") and t.i > verb.i:
            further = a.child(t.i, "xcomp")
            if (
                further is not None
                and not cue_of("subject", further.lemma, particles(a, further.i))
                and further.lemma not in ("be", "hold")
            ):
                continue  # "talks are likely to focus on grain": likely is their topic
            cue = cue_of("predicate", t.lower, particles(a, t.i)) or cue_of("complement", t.lower)
            if cue and cue.status != "own" and verb.lemma in ("be", "seem", "look", "appear", "remain"):
                return Verdict(cue.status, f"is {t.lower}")
    cue = cue_of("subject", verb.lemma, parts)
    if cue and verb.lemma in ENDS_AND_BEGINS and a.child(verb.i, "dobj"):
        cue = None  # "the visit may open a new era" tells nothing of the visit
    own = of_verb(a, verb.i, depth + 1)
    if cue:
        return own
    if own.status == "planned" and not own.weak:
        return Verdict("planned", f"subject: {own.why}", weak="would" in own.why)
    if own.status in ("held", "ongoing") and not _reported(a, verb.i):
        return Verdict(None, f"subject: {own.why}", weak=True)
    return SILENT


def _reported(a: Annotated, i: int) -> bool:
    """Does the clause stand under another verb, where a past tense can be the tense of the report?"""
    return any(t.pos == "VERB" for t in a.ancestors(i))


def _after_preposition(a: Annotated, preposition: Token, depth: int) -> Verdict:
    governor = a.head(preposition.i)
    word = preposition.lower
    if governor.lower in ("ahead", "prior", "because", "instead", "out"):
        word, governor = ("before", a.head(governor.i)) if governor.lower in ("ahead", "prior") else (word, governor)
    if governor.lower in ("midst", "middle") or word in ("amid", "amidst"):
        return Verdict("ongoing", f"{governor.lower if word == 'of' else word} it", weak=word != "of")
    if governor.pos in ("NOUN", "PROPN") and word not in ("during", "at", "after", "following", "before"):
        cue = cue_of("noun", governor.lemma)
        if cue and cue.status != "own":
            return Verdict(cue.status, f"{governor.lemma} {word}")
        if governor.dep == "attr" and governor.lemma in (*CONTAINERS, "return") and negated(a, governor.head):
            return Verdict("ruled_out", f"is not the {governor.lemma} of it")
        if governor.lemma in CONTAINERS or governor.lemma in nouns():
            return of_noun(a, governor.i, depth + 1)
        return _as_object(a, a.head(governor.i), depth) if governor.dep == "dobj" and word == "for" else SILENT
    if governor.pos not in ("VERB", "AUX"):
        governor = next((t for t in a.ancestors(governor.i) if t.pos in ("VERB", "AUX")), governor)
    if governor.pos not in ("VERB", "AUX"):
        return SILENT
    own = of_verb(a, governor.i, depth + 1)
    if word in ("to", "on", "for", "out", "of", "in") and (verdict := _prepositional_cue(a, governor, word)):
        return verdict
    if word in BEFORE:
        return Verdict("planned", "before it, in the future") if own.status == "planned" else SILENT
    if word in AFTER:
        kept = own.status if own.status in ("held", "planned") else None
        return Verdict(kept, f"{word} it: {own.why}", weak=own.weak or word in ("on", "in", "by"))
    if word == "for" and governor.lemma in ("arrive", "land", "come") and own.status in ("held", "ongoing"):
        return Verdict("ongoing", f"{governor.lemma} for it", weak=True)
    if word in ("for", "with", "into", "to"):
        return Verdict(own.status, f"{governor.lemma} {word}", True) if own.status in ("planned", "considered") else SILENT
    return SILENT


def _prepositional_cue(a: Annotated, verb: Token, word: str) -> Verdict | None:
    """ "agreed to a visit", "called for talks", "took part in a meeting", "looks forward to the meeting"."""
    cue: StatusCue | None = None
    if word in ("to", "on", "for"):
        cue = cue_of("complement", verb.lemma) or cue_of("object", verb.lemma)
    if word == "for" and verb.lemma == "call":
        return Verdict("considered", "call for")
    if word == "to" and verb.lemma == "look":
        return Verdict("planned", "look forward to")
    if word == "in" and (
        cue_of("light", verb.lemma, frozenset(("in",))) or (verb.lemma == "take" and "part" in particles(a, verb.i))
    ):
        return of_verb(a, verb.i, 1)
    if cue and cue.status in ("agreed", "invited", "considered", "planned", "declined") and verb.lemma not in ("be", "go"):
        if negated(a, verb.i):
            return Verdict(OUTCOME_OF_NO.get(cue.status), f"not {verb.lemma} {word}")
        return Verdict(cue.status, f"{verb.lemma} {word}")
    return None
