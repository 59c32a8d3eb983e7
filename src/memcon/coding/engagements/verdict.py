"""What the words of one sentence say of an engagement: a `Status` with the named `Rule` that gave it, or nothing."""

from dataclasses import dataclass
from enum import StrEnum

from memcon.model.status import Status


class Rule(StrEnum):
    """What decided the status of a mention."""

    SILENT = "silent"  # the clause does not say
    HAPPENED = "happened"
    UNDER_WAY = "under way"
    SCHEDULED = "scheduled"
    POSSIBLE = "possible"
    GIVEN_UP = "given up"  # called off, put off, declined, ruled out by the words
    UNFULFILLED = "unfulfilled"  # "was to have met": it was planned and did not come about
    NOT_HAPPENED = "did not happen"  # "did not meet": nothing says that it had been planned
    DENIED = "denied"
    HEDGED = "the words around it"
    NOT_VOUCHED = "not vouched for"  # a condition, a question, a rumour, a fiction
    ITS_VERB = "its own verb"  # "invited", "snubbed": the verb of the trigger
    TITLE = "title of an official paper"
    OCCASION = "the rest of the report"
    DAY_AHEAD = "its day is to come"
    DAY_PAST = "its day is past"
    STANDING = "talks spoken of as under way"
    ORGANISED = "an organisation's own"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with the rule that gave it; `weak` where the form only hints at it.

    barred   denied or not vouched for: nothing else may make it held
    moving   somebody is on the way: a present progressive
    habit    a simple present without a day
    stands   a plan told in the present or the future, not as what had once been planned
    """

    status: Status | None
    rule: Rule
    why: str = ""
    weak: bool = False
    barred: bool = False
    moving: bool = False
    habit: bool = False
    stands: bool = False


SILENT = Verdict(None, Rule.SILENT, "the sentence does not say")
