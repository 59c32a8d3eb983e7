"""Whether the words tell an event, as of when, and whether they deny it: a clause's factuality as an event's tense.

Comes in: a clause, or none where grammar makes none of the word. Goes out: `Tense` and whether it is denied; None where the words tell
no event: a question, a condition, a fiction, and what is only asked for, ordered or recommended.
"""

from dataclasses import dataclass

from memcon.model.clauses import Aspect, Clause, Condition, Factuality, Form, Modality, Polarity, Relation
from memcon.model.clauses import Tense as ClauseTense
from memcon.model.findings import Tense

ASKED = frozenset((Modality.ASK, Modality.ORDER, Modality.SHOULD, Modality.REFUSE))  # the asking or refusing is the event
NOT_DONE = frozenset((Factuality.UNDONE, Factuality.DENIED))
TENSES: dict[Factuality, Tense] = {
    Factuality.HAPPENED: "past",
    Factuality.UNDER_WAY: "present",
    Factuality.SCHEDULED: "future",
    Factuality.POSSIBLE: "hypothetical",
}


@dataclass(frozen=True, slots=True)
class Telling:
    tense: Tense
    negated: bool


def telling(clause: Clause | None) -> Telling | None:
    """When it is done, and whether at all; None where no event is told."""
    if clause is None:
        return Telling("past", False)
    if clause.condition is Condition.QUESTION or (clause.condition is Condition.IF and clause.marker is not None):
        return None
    if clause.factuality in NOT_DONE:
        return _undone(clause)
    if clause.factuality is Factuality.UNKNOWN:
        return _open(clause)
    if clause.modality in ASKED and clause.factuality is Factuality.POSSIBLE:
        return None
    if clause.factuality is Factuality.POSSIBLE and clause.form is Form.INFINITIVE and clause.modality is Modality.NONE:
        return None  # "to mend ties", "the best way to end the war": an aim, which nobody says will be reached
    if clause.factuality is Factuality.POSSIBLE and clause.form is Form.GERUND and clause.relation is Relation.ADVERBIAL:
        return None  # "may strike back by closing the port": how something possible might be done
    return Telling(_tense(clause), clause.polarity is Polarity.NEGATIVE)


def spoken_aim(clause: Clause, over: Clause | None) -> Telling | None:
    """ "Called her to congratulate her", "summoned him to complain": what is said comes with what is done for it."""
    aim = clause.form is Form.INFINITIVE and clause.relation is Relation.ADVERBIAL and clause.modality is Modality.NONE
    if not aim or over is None or over.factuality is not Factuality.HAPPENED:
        return None
    return Telling(_tense(over), clause.polarity is Polarity.NEGATIVE)


def hearsay(clause: Clause) -> Telling | None:
    """ "Allegedly attacked", "has reportedly joined": possible by the report's own words, which an adverb takes back."""
    if clause.factuality is not Factuality.UNKNOWN or clause.condition is not Condition.NONE:
        return None
    return Telling("hypothetical", clause.polarity is Polarity.NEGATIVE)


def _tense(clause: Clause) -> Tense:
    present = clause.tense is ClauseTense.PRESENT and clause.aspect is not Aspect.COMPLETED
    if present and (clause.factuality is Factuality.HAPPENED or _by_its_day(clause)):
        return "present"
    return TENSES[clause.factuality]


def _by_its_day(clause: Clause) -> bool:
    """Is it ahead only by the day beside it: "meets him on Friday"? The day decides."""
    return clause.factuality is Factuality.SCHEDULED and clause.modality is Modality.NONE


def _undone(clause: Clause) -> Telling | None:
    """What is told not to be; "would have met, if" is no more than thought of."""
    if clause.condition is Condition.IF or clause.modality is Modality.REFUSE:
        return None
    return Telling("future" if clause.tense is ClauseTense.FUTURE else "past", True)


def _open(clause: Clause) -> Telling | None:
    """A noun that nothing governs names its event as a fact: "its invasion of", "their sanctions on"; all else is told by nobody."""
    if clause.form is not Form.NOMINAL or clause.modality is not Modality.NONE or clause.governor is not None:
        return None
    return Telling("past", clause.polarity is Polarity.NEGATIVE)
