"""Expressions that point back to a day which the text told before: "that month", "the afternoon", "two days later".

Comes in: such an expression, and those before it with their days. Goes out: its days and basis, or the reason why it has none.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.model.annotated import TimeExpression
from memcon.model.dates import Anchor, Basis, BasisKind, DateRange
from memcon.resolve.timex import days as on
from memcon.resolve.timex.days import Days
from memcon.resolve.timex.direction import Direction
from memcon.resolve.timex.forms import Seen, days_of

ANAPHORIC = frozenset(["same", "later"])
WIDTH = {"D": 1, "W": 7, "WE": 31, "M": 31, "Y": 366, "DE": 3660, "CE": 36600}
# How many paragraphs back a day is sought for a part of the day, for a time by the clock, for anything else
BACK_FOR_PART, BACK_FOR_CLOCK, BACK = 6, 0, 1


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression with its tense and days, for those after it that point back."""

    expression: TimeExpression
    tense: str | None
    days: Days


def pointing_back(expression: TimeExpression, tense: str | None, before: Sequence[Dated]) -> tuple[Days | None, Basis, str]:
    """Its days counted from the last time in the text that is fine enough, their basis, and why there are none."""
    shift = expression.when.shift if expression.when else None
    basis = Basis(BasisKind.CONTEXT, expression.text, shift=shift, rule=expression.rule)
    antecedent = _antecedent(expression, tense, before)
    if antecedent is None:
        return None, basis, "no earlier day in the text to count from"
    basis = Basis(BasisKind.CONTEXT, expression.text, _anchor(antecedent), None, shift, expression.rule)
    return _from(expression, tense, antecedent.days), basis, "nothing shows which day it is"


def _anchor(dated: Dated) -> Anchor:
    """The days of an expression, to count others from."""
    days = dated.days
    assert days.earliest is not None and days.latest is not None
    return Anchor(days.earliest, days.latest, f"'{dated.expression.text}'")


def _antecedent(expression: TimeExpression, tense: str | None, before: Sequence[Dated]) -> Dated | None:
    when = expression.when
    assert when is not None
    daily = when.unit in ("D", "H", "MIN")
    part_of_day = when.form == "same" and bool(when.part or when.clock)
    reach = BACK_FOR_CLOCK if when.clock else BACK_FOR_PART if when.part else BACK
    for dated in reversed(before):
        if expression.paragraph - dated.expression.paragraph > reach:
            return None
        width = DateRange(dated.days.earliest, dated.days.latest).days or 0
        if width > WIDTH.get(when.unit or "D", 1):
            continue
        form = dated.expression.when.form if dated.expression.when else ""
        if tense == "past" and dated.tense == "future":
            continue  # "had changed after their meeting two weeks earlier" does not count from a day to come
        if part_of_day and tense and dated.tense not in (tense, None):
            continue
        if daily or form not in ("weekday", "day", "reference"):
            return dated
    return None


def _from(expression: TimeExpression, tense: str | None, days: Days) -> Days | None:
    when = expression.when
    assert when is not None and days.earliest is not None and days.latest is not None
    if when.form == "later":
        return days_of(Seen(when, Direction(tense), expression.preposition, expression.value, days.earliest))
    shift, unit = when.shift or 0, when.unit or "D"
    first, last = on.unit(unit, days.earliest, shift), on.unit(unit, days.latest, shift)
    if first != last:  # "that weekend" of a month: one of its days
        return Days(days.earliest, days.latest, expression.value) if shift == 0 else None
    hour = when.clock or when.part
    return Days(first.earliest, first.latest, f"{first.value}T{hour}" if hour else first.value)
