"""The status that a sentence gives what a noun names: from its modifiers and the words that govern it.

Comes in: a document's grammar and the token of a noun such as "meeting". Goes out: a `Verdict`, None where the sentence says
nothing of it ("a topic of the meeting").
"""

from memcon.coding.engagements.verbs import (
    BEFORE,
    DEPTH,
    OUTCOME_OF_NO,
    SILENT,
    Verdict,
    auxiliaries,
    imperative,
    negated,
    of_verb,
    particles,
)
from memcon.model.annotated import Annotated, Token
from memcon.model.status import CALLED_OFF, DONE, UNDONE, Status
from memcon.registers.engagements import StatusCue, cue_of, nouns, words

AFTER = frozenset(("after", "since", "following", "upon", "once", "when", "while", "during", "at", "in", "by", "on"))
ENDS_AND_BEGINS = frozenset(("open", "begin", "start", "end", "conclude", "resume", "continue"))


def of_noun(a: Annotated, i: int, depth: int = 0) -> Verdict:
    """The status of what a noun names, by its modifiers and the words that govern it."""
    if depth > DEPTH:
        return SILENT
    verdicts = [rule(a, i, depth) for rule in (_by_modifier, _by_clause, _by_governor)]
    said = [v for v in verdicts if v.status is not None]
    barred = next((v for v in verdicts if v.barred), SILENT)
    undone = next((v for v in said if v.status in UNDONE and not v.weak), None)
    return undone or next(iter(said), barred)


def _by_modifier(a: Annotated, i: int, depth: int) -> Verdict:
    for t in a.children(i):
        if t.dep in ("amod", "compound", "nmod") and t.i < i:
            word = a.read(*a.whole_word(t.i)).lower()
            if (cue := cue_of("modifier", word)) and cue.status != "own":
                return Verdict(cue.status, f"{word} before it")
        if t.dep in ("neg", "det") and t.lower in ("no", "neither"):
            governor = a.head(i)
            wished = governor.pos in ("VERB", "AUX") and of_verb(a, governor.i, depth + 1).status == Status.CONSIDERED
            return SILENT if wished else Verdict(Status.RULED_OUT, f"no, with {governor.lemma}")
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
            ahead = of_verb(a, t.i, depth + 1) if t.lemma == "be" and t.dep == "relcl" else SILENT
            if ahead.status == Status.PLANNED and ahead.why.startswith("modal"):
                return Verdict(Status.PLANNED, f"which {ahead.why.removeprefix('modal: ')} be")
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
        return _after_preposition(a, i, head, depth)
    if token.dep == "attr":
        around = of_verb(a, head.i, depth + 1)
        told = around.status in (Status.PLANNED, Status.CONSIDERED)
        return Verdict(around.status, f"predicate: {around.why}", True) if told else SILENT
    return SILENT


def _as_object(a: Annotated, verb: Token, depth: int) -> Verdict:
    parts = particles(a, verb.i)
    if verb.lemma == "delay" and any(t.lower in ("had", "has", "have") for t in auxiliaries(a, verb.i)):
        return SILENT  # "strain had delayed the trip": it came in the end
    light, cue = cue_of("light", verb.lemma, parts), cue_of("object", verb.lemma, parts)
    if cue and cue.status != "own":
        own = Status.CONSIDERED if imperative(a, verb) else of_verb(a, verb.i, depth + 1).status
        if negated(a, verb.i):
            undone: Status | None = Status.PLANNED if cue.status in CALLED_OFF else None
            return Verdict(undone, f"not {verb.lemma}", barred=undone is None)
        if own in (Status.CONSIDERED, Status.DECLINED, Status.RULED_OUT) and cue.status in (
            Status.CANCELLED,
            Status.POSTPONED,
            Status.DECLINED,
        ):
            return Verdict(Status.PLANNED, f"{own} to {verb.lemma} it", weak=True)
        if own in (Status.AGREED, Status.INVITED, Status.CONSIDERED) and cue.status in (Status.PLANNED, Status.ANNOUNCED):
            return Verdict(own, f"{own} to {verb.lemma} it")
        if cue.status == Status.HELD and own not in DONE:
            return Verdict(own, f"{verb.lemma} it: {own}", True)
        further = a.child(verb.i, "xcomp")
        if further is not None and verb.tag == "VBN" and (expected := cue_of("complement", verb.lemma)):
            return Verdict(None if expected.status == "own" else expected.status, f"{verb.lemma} to {further.lemma}")
        return Verdict(cue.status, f"object of {verb.lemma}")
    around = of_verb(a, verb.i, depth + 1)
    if light and verb.lemma in ("attend", "join") and around.status == Status.RULED_OUT:
        return Verdict(Status.DECLINED, around.why)  # who stays away calls nothing off
    if light:
        return around
    return (
        Verdict(Status.CONSIDERED, f"object of what is only possible: {around.why}", True)
        if around.status == Status.CONSIDERED
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
    if verb.tag == "VBN" and not auxiliaries(a, verb.i) and cue_of("object", verb.lemma, parts):
        return _as_object(a, verb, depth)  # a headline: "visit to Oslo postponed"
    if cue and "did not happen" in own.why:
        return Verdict(Status.CANCELLED, f"did not {verb.lemma}")
    if cue and verb.lemma in ("begin", "start", "open", "resume") and own.why == "perfect":
        return Verdict(Status.ONGOING, f"has {verb.lower}")
    if cue and cue.status != "own":
        return Verdict(cue.status, f"subject of {verb.lemma}") if own.status == Status.HELD else own
    if cue:
        return own
    done = next((t for t in a.children(verb.i) if t.dep == "xcomp" and t.tag == "VBN"), None)
    if done is not None and verb.lemma in ("have", "need") and cue_of("object", done.lemma, particles(a, done.i)):
        return _as_object(a, done, depth + 1) if own.status == Status.HELD else SILENT  # "had to be cancelled"
    if own.status == Status.PLANNED and not own.weak:
        return Verdict(Status.PLANNED, f"subject: {own.why}", weak="would" in own.why)
    if own.status in DONE and not _reported(a, verb.i):
        return Verdict(None, f"subject: {own.why}", weak=True)
    return SILENT


def _reported(a: Annotated, i: int) -> bool:
    """Does the clause stand under another verb, where a past tense can be the tense of the report?"""
    return any(t.pos == "VERB" for t in a.ancestors(i))


def _after_preposition(a: Annotated, i: int, preposition: Token, depth: int) -> Verdict:
    governor = a.head(preposition.i)
    word = preposition.lower
    if governor.lower in ("ahead", "prior"):
        word, governor = "before", a.head(governor.i)
    if governor.lower in ("away", "out"):
        governor = a.head(governor.i)
    if governor.lower == "instead" or word == "without":
        return Verdict(None, f"{word} it", barred=True)
    if word in ("from", "of") and (governor.lemma in words("staying_away") or governor.lower in words("staying_away")):
        stayed = of_verb(a, governor.i, depth + 1).status if governor.pos == "VERB" else Status.HELD
        if stayed in (Status.HELD, Status.ONGOING, None):
            return Verdict(Status.DECLINED, f"{governor.lemma} {word} it")
    if governor.lower in ("midst", "middle") or word in ("amid", "amidst"):
        return Verdict(Status.ONGOING, f"{governor.lower if word == 'of' else word} it", weak=word != "of")
    if word == "on" and a.tokens[i].lemma in words("travels"):
        governor = next((t for t in a.ancestors(i) if t.pos in ("VERB", "AUX")), governor)
    if governor.pos in ("NOUN", "PROPN") and word not in ("during", "at", "after", "following", "before"):
        cue = cue_of("noun", governor.lemma)
        if cue and governor.dep == "dobj":
            done = _as_object(a, a.head(governor.i), depth + 1)
            if done.status in UNDONE:
                return Verdict(done.status, f"{done.why}, {governor.lemma} {word}")
        if cue and cue.status != "own" and any(t.lower == "no" for t in a.children(governor.i)):
            return Verdict(OUTCOME_OF_NO.get(cue.status), f"no {governor.lemma} {word}")
        if cue and cue.status != "own":
            return Verdict(cue.status, f"{governor.lemma} {word}")
        if governor.dep == "attr" and governor.lemma in (*words("containers"), "return") and negated(a, governor.head):
            return Verdict(Status.RULED_OUT, f"is not the {governor.lemma} of it")
        if governor.lemma in words("containers") or governor.lemma in nouns():
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
        return Verdict(Status.PLANNED, "before it, in the future") if own.status == Status.PLANNED else SILENT
    if word in AFTER:
        travels = word == "on" and a.tokens[i].lemma in words("travels")
        kept = own.status if own.status in (Status.HELD, Status.PLANNED) or travels else None
        return Verdict(kept, f"{word} it: {own.why}", weak=own.weak or word in ("on", "in", "by"))
    if word == "from" and governor.lemma in ("return", "emerge", "come") and own.status == Status.HELD:
        return Verdict(Status.HELD, f"{governor.lemma} from it")
    if word == "for" and governor.lemma in ("arrive", "land", "come") and own.status in DONE:
        return Verdict(Status.ONGOING, f"{governor.lemma} for it", weak=True)
    if (
        word == "for"
        and governor.lemma in ("welcome", "host", "receive", "join", "gather", "convene")
        and own.status == Status.HELD
    ):
        return Verdict(Status.HELD, f"{governor.lemma} for it", weak=True)
    if word in ("for", "with", "into", "to"):
        return (
            Verdict(own.status, f"{governor.lemma} {word}", True)
            if own.status in (Status.PLANNED, Status.CONSIDERED)
            else SILENT
        )
    return SILENT


def _prepositional_cue(a: Annotated, verb: Token, word: str) -> Verdict | None:
    """ "agreed to a visit", "called for talks", "took part in a meeting", "looks forward to the meeting"."""
    cue: StatusCue | None = None
    if word in ("to", "on", "for"):
        cue = cue_of("complement", verb.lemma) or cue_of("object", verb.lemma)
    if word == "for" and verb.lemma == "call":
        return Verdict(Status.CONSIDERED, "call for")
    if word == "to" and verb.lemma == "look":
        return Verdict(Status.PLANNED, "look forward to")
    if word == "in" and (
        cue_of("light", verb.lemma, frozenset(("in",))) or (verb.lemma == "take" and "part" in particles(a, verb.i))
    ):
        return of_verb(a, verb.i, 1)
    if (
        cue
        and cue.status in (Status.AGREED, Status.INVITED, Status.CONSIDERED, Status.PLANNED, Status.DECLINED)
        and verb.lemma not in ("be", "go")
    ):
        if negated(a, verb.i):
            return Verdict(OUTCOME_OF_NO.get(Status(cue.status)), f"not {verb.lemma} {word}")
        return Verdict(Status(cue.status), f"{verb.lemma} {word}")
    return None
