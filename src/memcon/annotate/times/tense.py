"""Does a clause look back or ahead? Tense by the parse: past, future, or None where it cannot be told.

Comes in: the tokens of a time expression. The verbs above it are climbed, nearest first, until one of them decides: what
is planned, scheduled or about to be looks ahead whatever its own tense; what failed or was managed goes with its verb.
"""

from memcon.model.annotated import Annotated, Token
from memcon.registers.times import tense_lemmas

BACKSHIFTED = frozenset(["would", "'d", "’d"])
AHEAD_AUX = (
    frozenset(["will", "'ll", "’ll", "wo", "shall", "may", "might", "can", "could", "should", "must", "going"])
    | BACKSHIFTED
)
NOMINAL = ("NOUN", "PROPN", "NUM", "PRON")


def clause_tense(annotated: Annotated, first: int, last: int) -> str | None:
    """The tense of the clause in which tokens[first:last] stand."""
    top = next((t for t in annotated.tokens[first:last] if not first <= t.head < last or t.head == t.i), None)
    if top is None:
        return None
    nominal = False
    for token in (top, *annotated.ancestors(top.i)):
        if token.pos in NOMINAL and token is not top:
            if _awaited(annotated, token):
                return "future"
            nominal = nominal or token.dep in ("nsubj", "nsubjpass")
        if token.pos == "ADJ" and _intends(annotated, token):
            return "future"
        if token.pos in ("VERB", "AUX") and token.tag.startswith(("VB", "MD")):
            tense, decided = _of_verb(annotated, token, nominal)
            if decided:
                return tense
    return None


def until_tense(annotated: Annotated, first: int, last: int) -> str:
    """ "Put off until Friday" looks ahead; "until Friday they had not met" looks back."""
    verb = next((t for t in annotated.ancestors(first) if t.pos in ("VERB", "AUX") and not first <= t.i < last), None)
    pluperfect = verb is not None and any(t.lower == "had" for t in annotated.children(verb.i))
    return "past" if pluperfect or (verb is not None and _negated(annotated, verb)) else "future"


def _negated(annotated: Annotated, verb: Token) -> bool:
    children = annotated.children(verb.i)
    subjects = [t for t in children if t.dep in ("nsubj", "nsubjpass")]
    return any(t.dep == "neg" for t in children) or any(
        t.lower in ("neither", "nor", "no", "nobody", "none") for s in subjects for t in annotated.subtree(s.i)
    )


def _awaited(annotated: Annotated, noun: Token) -> bool:
    coming = any(t.lower in tense_lemmas("coming") and t.dep == "amod" for t in annotated.children(noun.i))
    return (coming or noun.lemma in tense_lemmas("limits")) and not _undone_above(annotated, noun)


def _undone_above(annotated: Annotated, token: Token) -> bool:
    undone = tense_lemmas("undone")
    return any(t.lemma in undone for t in annotated.ancestors(token.i) if t.pos == "VERB")


def _of_verb(annotated: Annotated, verb: Token, nominal: bool) -> tuple[str | None, bool]:
    """The tense of one verb, and whether it decides; if not, the verb above it does. `nominal`: the time is in its subject."""
    children = annotated.children(verb.i)
    helpers = [t for t in children if t.dep in ("aux", "auxpass")]
    words = {t.lower for t in helpers}
    perfect = any(t.lemma == "have" or t.lower in ("'ve", "’ve") for t in helpers)
    if words & AHEAD_AUX:
        unable = "could" in words and _negated(annotated, verb)
        return ("past" if perfect or unable else "future"), True
    if "to" in words or (verb.tag == "VB" and not helpers):
        return _of_infinitive(annotated, verb, perfect)
    if perfect or verb.tag == "VBD" or any(t.tag == "VBD" for t in helpers):
        return ("future" if _plans(annotated, verb, helpers) else "past"), True
    if verb.tag == "VBN" and not helpers:
        return _of_participle(annotated, verb)
    if verb.tag in ("VBZ", "VBP") or any(t.tag in ("VBZ", "VBP") for t in helpers):
        return ("past" if verb.lemma in tense_lemmas("says") else None if nominal else "future"), True
    return None, False


def _plans(annotated: Annotated, verb: Token, helpers: list[Token]) -> bool:
    """ "Was scheduled for Friday", "has planned a rally on Friday": the plan lies behind, its day ahead."""
    if any(t.lower == "had" for t in helpers):
        return False
    if verb.lemma in tense_lemmas("plans") or _intends(annotated, verb):
        return True
    return verb.lemma in tense_lemmas("awaited") and any(t.dep == "auxpass" for t in helpers)


def _intends(annotated: Annotated, word: Token) -> bool:
    """ "Prepared to return", "ready to leave"."""
    stated = word.lemma in tense_lemmas("intends") or word.lower in tense_lemmas("intends")
    return stated and annotated.child(word.i, "xcomp") is not None


def _of_infinitive(annotated: Annotated, verb: Token, had: bool) -> tuple[str | None, bool]:
    if had:
        return "past", True
    if verb.dep == "ROOT" or verb.head == verb.i:
        return "future", True  # a heading: "Ministers to meet on Friday"
    above = annotated.head(verb.i)
    if above.lemma == "be":
        return "future", True  # "was to open on Friday"
    if above.lemma in tense_lemmas("ahead") or above.lower in tense_lemmas("ahead"):
        helpers = [t for t in annotated.children(above.i) if t.dep == "aux"]
        pluperfect = any(t.lower == "had" for t in helpers)
        return ("past" if pluperfect else "future"), True
    if above.pos in NOMINAL and verb.dep in ("acl", "relcl"):
        return ("future", True) if above.lemma in ("plan", "intention", "invitation", "agreement") else (None, False)
    return None, False


def _of_participle(annotated: Annotated, verb: Token) -> tuple[str | None, bool]:
    if verb.lemma in tense_lemmas("ahead"):
        return (None, True) if _undone_above(annotated, verb) else ("future", True)
    if verb.lemma in tense_lemmas("done"):
        return "past", True
    return None, False
