"""Talks, conferences and summits that go on for days: which phrase tells their first day, which their last.

Comes in: a resolved document and the token of their noun. Goes out: whether the day of its clause is that on which they opened, or on
which they ended ("opened talks on Monday", "the talks ended on Wednesday", "agreed on Thursday, at the end of talks"). Refused: verbs
of meeting, and what is still to end.
"""

from datetime import timedelta

from memcon.coding.engagements.places import container_of
from memcon.model.annotated import Annotated, Token
from memcon.model.dates import DateRange
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Resolved
from memcon.registers.engagements import words

SITTINGS = frozenset((EngagementKind.TALKS, EngagementKind.CONFERENCE, EngagementKind.SUMMIT, EngagementKind.MEETING))
LONGEST = timedelta(days=14)  # from the first day of a round of talks to its last


def opens(r: Resolved, i: int) -> bool:
    """ "Opened talks", "the talks began", "at the start of the talks"."""
    phase = _phase(r.annotated, i)
    return phase is not None and phase.lemma.lower() in words("starts" if phase.pos == "NOUN" else "beginning")


def closes(r: Resolved, i: int) -> bool:
    """ "Ended talks", "the talks closed", "at the end of the talks"."""
    phase = _phase(r.annotated, i)
    return phase is not None and phase.lemma.lower() in words("ends" if phase.pos == "NOUN" else "ending_a_visit")


def within_a_sitting(first: DateRange, last: DateRange) -> bool:
    """Can both be days of one sitting, the first and the last?"""
    if first.presumed or last.presumed or not (first.earliest and first.latest and last.earliest and last.latest):
        return False
    return first.earliest < last.latest and last.latest - first.earliest <= LONGEST and first.earliest <= last.earliest


def at_its_edge(a: Annotated, i: int) -> Token | None:
    """ "End" of "agreed on Thursday to free them, at the end of talks": what is told was done then."""
    noun = holders(a, i)[-1]
    of = a.head(noun.i)
    if of.lower == "of" and a.head(of.i).lemma.lower() in _edges():
        noun = a.head(of.i)
    return noun if noun.dep == "pobj" and a.head(noun.i).lower == "at" and noun.lemma.lower() in _edges() else None


def _edges() -> frozenset[str]:
    return words("starts") | words("ends")


def _phases() -> frozenset[str]:
    return words("beginning") | words("ending_a_visit")


def _phase(a: Annotated, i: int) -> Token | None:
    """The verb of which it is subject or object; the noun of its start or end."""
    stands = holders(a, i)[-1]
    beside = next((t for t in a.children(i) if t.dep == "relcl" and _of_itself(a, t) and t.lemma in _phases()), None)
    if beside is not None:
        return beside
    if stands.dep in ("dobj", "nsubj", "nsubjpass") and a.head(stands.i).pos in ("VERB", "AUX"):
        verb = a.head(stands.i)
        return next((t for t in a.children(verb.i) if t.dep == "xcomp"), verb) if verb.lemma == "be" else verb
    return at_its_edge(a, i)


def holders(a: Annotated, i: int) -> list[Token]:
    """ "Talks", "round", "end" of "the end of a round of talks"."""
    found = [a.tokens[i]]
    while (holder := container_of(a, found[-1].i)) is not None and holder not in found:
        found.append(holder)
    return found


def _of_itself(a: Annotated, verb: Token) -> bool:
    """ "The talks, which ended on Friday"."""
    return any(t.lower in ("which", "that") and t.dep in ("nsubj", "nsubjpass") for t in a.children(verb.i))
