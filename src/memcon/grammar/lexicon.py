"""The verbs that the tables know, in the forms that a headline has: "meets", "visits", "resume".

Comes in: the tables of engagement verbs, governors, cues and event patterns. Goes out: lemmas by form.
"""

from functools import cache

from memcon.registers.cues import cues
from memcon.registers.engagements import verbs
from memcon.registers.governors import Frame, governing
from memcon.registers.plover import all_patterns

VERBAL = (Frame.TO, Frame.ING, Frame.THAT, Frame.LIGHT, Frame.OBJECT, Frame.SUBJECT)
NO_VERBS = frozenset(["be", "have"])


@cache
def verb_lemmas() -> frozenset[str]:
    """Every verb that a table names; adjectives and participles of the governors are among them and do no harm."""
    named = {lemma for frame in VERBAL for lemma in governing(frame)}
    coded = {lemma for pattern in all_patterns() if pattern.pos == "verb" for lemma in pattern.lemmas}
    return frozenset(named | coded | set(verbs()) | set(cues())) - NO_VERBS


@cache
def third_persons() -> dict[str, str]:
    """ "meets" -> "meet"."""
    return {third_person(lemma): lemma for lemma in verb_lemmas()}


def third_person(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "s"


@cache
def gerunds() -> dict[str, str]:
    """ "meeting" -> "meet", "visiting" -> "visit", "making" -> "make"."""
    found = {}
    for lemma in verb_lemmas():
        found[lemma + "ing"] = lemma
        if lemma.endswith("e") and not lemma.endswith("ee"):
            found[lemma[:-1] + "ing"] = lemma
    return found


@cache
def participles() -> dict[str, str]:
    """ "committed" -> "commit", "planned" -> "plan", "scheduled" -> "schedule"."""
    found = {}
    for lemma in verb_lemmas():
        if lemma.endswith("e"):
            found[lemma + "d"] = lemma
        elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
            found[lemma[:-1] + "ied"] = lemma
        else:
            found[lemma + "ed"] = lemma
            found[lemma + lemma[-1:] + "ed"] = lemma
    return found
