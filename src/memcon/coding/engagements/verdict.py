"""What the words of one sentence say of an engagement: a `Status` with the named `Rule` that gave it, or nothing."""

from dataclasses import dataclass

from memcon.model.status import Status
from memcon.model.status_rules import Rule as Rule


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with the rule that gave it; `weak` where the form only hints at it.

    barred   denied or not vouched for: nothing else may make it held
    moving   somebody is on the way: a present progressive
    habit    a simple present without a day
    stands   a plan told in the present or the future, not as what had once been planned
    ended    its end is told: "broke up", "collapsed"
    """

    status: Status | None
    rule: Rule
    why: str = ""
    weak: bool = False
    barred: bool = False
    moving: bool = False
    habit: bool = False
    stands: bool = False
    ended: bool = False


SILENT = Verdict(None, Rule.SILENT, "the sentence does not say")
