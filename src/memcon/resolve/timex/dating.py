"""The days of one time expression, counted from an anchor, or the reason why it has none.

Comes in: an expression with its direction, the days that it is counted from, what stands around it. Goes out: a `DateRange` with
its TIMEX3 value and basis. Of several days to count from it is dated where all agree, and a weekday not otherwise.
"""

from dataclasses import replace
from datetime import date

from memcon.model.annotated import TimeExpression, When
from memcon.model.dates import Anchor, Basis, BasisKind, DateRange
from memcon.resolve.timex.absolute import ABSOLUTE, absolute_days
from memcon.resolve.timex.context import ANAPHORIC, Context, pointing_back
from memcon.resolve.timex.direction import Direction
from memcon.resolve.timex.forms import days_of
from memcon.resolve.timex.seen import Seen

KINDS = {"weekday": BasisKind.WEEKDAY}
TIMELESS = frozenset(["set", "fiscal"])
LENGTHS = frozenset(["duration", "ahead"])
SHARP = frozenset(["weekday", "day", "numeric"])  # not widened to cover several days of publication


def date_of(
    expression: TimeExpression, direction: Direction, anchor: Anchor | None, context: Context | None = None
) -> DateRange:
    """The days of one expression, or the reason why it has none."""
    when = expression.when
    if when is None or when.form in TIMELESS:
        return _undated(expression, "no days of its own")
    if when.form in ABSOLUTE and (fixed := absolute_days(when)) is not None:
        days = DateRange(fixed.earliest, fixed.latest, fixed.value, _basis(expression, BasisKind.EXPLICIT))
        return _clash_told(when, days)
    if when.form in ANAPHORIC:
        told, basis, reason = pointing_back(expression, direction.tense, context or Context())
        if told is None:
            return _undated(expression, reason, basis)
        return DateRange(told.earliest, told.latest, told.value, basis)
    if anchor is None:
        return _undated(expression, "a length of time" if when.form in LENGTHS else "the day of publication is unknown")
    return _counted(expression, when, direction, anchor)


def _counted(expression: TimeExpression, when: When, direction: Direction, anchor: Anchor) -> DateRange:
    """Its days counted from the anchor, where all the days that this can be agree."""
    first, last = (days_of(_seen(expression, when, direction, day)) for day in (anchor.first, anchor.last))
    kind = KINDS.get(when.form, BasisKind.RELATIVE)
    basis = replace(_basis(expression, kind), anchor=anchor, tense=direction.tense)
    if first is None or last is None:
        reason = "a length of time" if when.form in LENGTHS else "nothing shows which day it is"
        return _undated(expression, reason, basis)
    if first == last:
        return _clash_told(when, DateRange(first.earliest, first.latest, first.value, basis))
    if when.form in SHARP:
        return _undated(expression, "which of these days is unknown", basis)
    return DateRange(first.earliest, last.latest, expression.value, basis)


def _clash_told(when: When, days: DateRange) -> DateRange:
    """A date whose words name a weekday that it is not on keeps its day, and says so."""
    day = days.earliest
    if day is None or when.form != "calendar" or when.weekday in (None, day.isoweekday()):
        return days
    return replace(days, basis=replace(days.basis, reason=f"{day.isoformat()} is a {day:%A}"))


def _seen(expression: TimeExpression, when: When, direction: Direction, day: date) -> Seen:
    return Seen(when, direction, expression.preposition, expression.value, day)


def _basis(expression: TimeExpression, kind: BasisKind) -> Basis:
    shift = expression.when.shift if expression.when else None
    return Basis(kind, expression.text, shift=shift, rule=expression.rule)


def _undated(expression: TimeExpression, reason: str, basis: Basis | None = None) -> DateRange:
    """Its value as far as the words go, and why there is no more."""
    basis = basis or _basis(expression, BasisKind.NONE)
    return DateRange(None, None, expression.value, replace(basis, reason=reason))
