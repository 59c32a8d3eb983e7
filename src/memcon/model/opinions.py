"""What people judged of the record, field by field.

Comes in: decisions of persons. Goes out: an `Opinion` for each field that one of them accepted or edited, for each engagement that he
took for one or for none, and for each two that he joined or parted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from memcon.model.dates import DateRange
from memcon.model.record import PERSON, Decision, Subject

EXISTS = "exists"  # the field of whether it is one at all
ONE = "one"  # the field of whether two are one
SPEAKER = "speaker"  # the field of who said a statement
YES, NO = "yes", "no"

Ruled = Literal["accepted", "edited", "rejected", "same", "different"]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one person judged of one field at one time.

    place, other  where documents tell of it ("document-3f@120"), or documents themselves (families); `other` of two alone
    value         what he holds to be right: the value of the field, or yes or no
    before        the value that it had when he judged
    items         the ids of the record that it touches now
    named         of a speaker: where reports mention him
    """

    about: Subject
    place: str
    other: str
    field: str
    ruled: Ruled
    value: str
    before: str | None
    judge: str | None
    at: str
    reason: str
    items: tuple[str, ...]
    named: str = ""

    @property
    def label(self) -> str:
        """The value as two are compared: a day is the same however it is written, and a speaker wherever he is mentioned."""
        if self.field == SPEAKER and len(self.items) > 1:
            return self.items[1]
        return comparable(self.field, self.value)


def opinions(decisions: Iterable[Decision]) -> list[Opinion]:
    """In order of time."""
    made = [_opinion(d) for d in decisions if d.by == PERSON and d.about]
    return sorted(made, key=lambda o: (o.at, o.place, o.other, o.field))


def _opinion(d: Decision) -> Opinion:
    assert d.about is not None
    ruled: Ruled = "edited" if d.verdict == "corrected" else d.verdict
    if d.verdict in ("same", "different"):
        left, right = sorted((d.left, d.right))
        field, value = ONE, YES if d.verdict == "same" else NO
    else:
        left, right = d.left, ""
        field = d.field or EXISTS
        value = d.value or "" if d.field else NO if d.verdict == "rejected" else YES
    named = d.right if field == SPEAKER else ""
    return Opinion(d.about, left, right, field, ruled, value, d.before, d.judge, d.at or "", d.reason, d.items, named)


def comparable(field: str, value: str) -> str:
    """A value so that equal ones are the same text."""
    if field == "date" and value.strip("/") == value != "":  # an open bound is written so: 2023-06-18/
        try:
            found = DateRange.iso(value)
        except (ValueError, OverflowError):
            return value
        return f"{found.earliest or ''}/{found.latest or ''}"
    return " ".join(value.casefold().split())
