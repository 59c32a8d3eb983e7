"""The days that time expressions stand for, counted from the day of publication.

Comes in: the expressions of a document. Goes out: a `Time` for each, in the order of the text, with earliest and latest
day, TIMEX3 value, and as basis the words with the day they were counted from. Without a day of publication a relative
expression keeps its relation as value and its reason as basis; of several days of publication it is dated where all
agree, and a weekday not otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from memcon.model.annotated import Annotated, TimeExpression, When
from memcon.model.dates import Anchor, Basis, BasisKind, DateRange
from memcon.model.document import Document
from memcon.model.resolved import Time
from memcon.resolve.timex import days as on
from memcon.resolve.timex.absolute import ABSOLUTE, absolute_days
from memcon.resolve.timex.days import Days
from memcon.resolve.timex.forms import Seen, days_of

KINDS = {"weekday": BasisKind.WEEKDAY}
TIMELESS = frozenset(["set", "fiscal"])
LENGTHS = frozenset(["duration", "ahead"])
ANAPHORIC = frozenset(["same", "later"])
SHARP = frozenset(["weekday", "day", "numeric"])  # not widened to cover several days of publication
WIDTH = {"D": 1, "W": 7, "WE": 31, "M": 31, "Y": 366, "DE": 3660, "CE": 36600}
# How many paragraphs back a day is sought for a part of the day, for a time by the clock, for anything else
BACK_FOR_PART, BACK_FOR_CLOCK, BACK = 6, 0, 1


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression with its days, for those after it that point back."""

    expression: TimeExpression
    days: Days


def date_times(annotated: Annotated) -> Sequence[Time]:
    """Each time expression with its days; without a day of publication relative ones keep their relation only."""
    anchor = anchor_of(annotated.document)
    dated: list[Dated] = []
    times = []
    for expression in annotated.times:
        when = _dateline_day(annotated.document, expression) or date_of(expression, anchor, dated)
        if when.earliest and when.latest:
            dated.append(Dated(expression, Days(when.earliest, when.latest, when.value or "")))
        times.append(Time(expression.first, expression.last, expression.span, when, expression.kind, expression.tense))
    return tuple(times)


def anchor_of(document: Document) -> Anchor | None:
    """The day or days to count from: those of publication, else that of the dateline."""
    for days in (document.published, document.dateline.day if document.dateline else None):
        if days and days.earliest and days.latest:
            return Anchor(days.earliest, days.latest, str(days.basis))
    return None


def date_of(expression: TimeExpression, anchor: Anchor | None, before: Sequence[Dated] = ()) -> DateRange:
    """The days of one expression, or the reason why it has none."""
    when = expression.when
    if when is None or when.form in TIMELESS:
        return _undated(expression, "no days of its own")
    if when.form in ABSOLUTE and (fixed := absolute_days(when)) is not None:
        return _clash_told(
            when, DateRange(fixed.earliest, fixed.latest, fixed.value, _basis(expression, BasisKind.EXPLICIT))
        )
    if when.form in ANAPHORIC:
        return _pointing_back(expression, before)
    if anchor is None:
        reason = "a length of time" if when.form in LENGTHS else "the day of publication is unknown"
        return _undated(expression, reason)
    first, last = (days_of(_seen(expression, day)) for day in (anchor.first, anchor.last))
    basis = replace(_basis(expression, KINDS.get(when.form, BasisKind.RELATIVE)), anchor=anchor, tense=expression.tense)
    if first is None or last is None:
        reason = "a length of time" if when.form in LENGTHS else "nothing shows which day it is"
        return _undated(expression, reason, basis)
    if first == last:
        return _clash_told(when, DateRange(first.earliest, first.latest, first.value, basis))
    if when.form in SHARP:
        return _undated(expression, "which of these days is unknown", basis)
    return DateRange(first.earliest, last.latest, expression.value, basis)


def _clash_told(when: When, date: DateRange) -> DateRange:
    """A date whose words name a weekday that it is not on keeps its day, and says so."""
    day = date.earliest
    if day is None or when.form != "calendar" or when.weekday in (None, day.isoweekday()):
        return date
    return replace(date, basis=replace(date.basis, reason=f"{day.isoformat()} is a {day:%A}"))


def _seen(expression: TimeExpression, day: date) -> Seen:
    assert expression.when is not None
    return Seen(expression.when, expression.tense, expression.preposition, expression.value, day)


def _basis(expression: TimeExpression, kind: BasisKind) -> Basis:
    shift = expression.when.shift if expression.when else None
    return Basis(kind, expression.text, shift=shift, rule=expression.rule)


def _undated(expression: TimeExpression, reason: str, basis: Basis | None = None) -> DateRange:
    """Its value as far as the words go, and why there is no more."""
    basis = basis or _basis(expression, BasisKind.NONE)
    return DateRange(None, None, expression.value, replace(basis, reason=reason))


def _dateline_day(document: Document, expression: TimeExpression) -> DateRange | None:
    line = document.dateline
    return line.day if line and line.day and line.day.exact and line.span.covers(expression.span) else None


# --- what points back to a day in the text -------------------------------------------------------------------------


def _pointing_back(expression: TimeExpression, before: Sequence[Dated]) -> DateRange:
    """ "That month", "the afternoon", "two days later": counted from the last time in the text that is fine enough."""
    antecedent = _antecedent(expression, before)
    if antecedent is None:
        return _undated(expression, "no earlier day in the text to count from")
    basis = replace(_basis(expression, BasisKind.CONTEXT), anchor=_told(antecedent))
    days = _from(expression, antecedent.days)
    if days is None:
        return _undated(expression, "nothing shows which day it is", basis)
    return DateRange(days.earliest, days.latest, days.value, basis)


def _told(dated: Dated) -> Anchor:
    """The days of an expression, to count others from."""
    days = dated.days
    assert days.earliest is not None and days.latest is not None
    return Anchor(days.earliest, days.latest, f"'{dated.expression.text}'")


def _antecedent(expression: TimeExpression, before: Sequence[Dated]) -> Dated | None:
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
        if expression.tense == "past" and dated.expression.tense == "future":
            continue  # "had changed after their meeting two weeks earlier" does not count from a day to come
        if part_of_day and expression.tense and dated.expression.tense not in (expression.tense, None):
            continue
        if daily or form not in ("weekday", "day", "reference"):
            return dated
    return None


def _from(expression: TimeExpression, days: Days) -> Days | None:
    when = expression.when
    assert when is not None and days.earliest is not None and days.latest is not None
    if when.form == "later":
        return days_of(_seen(expression, days.earliest))
    shift, unit = when.shift or 0, when.unit or "D"
    first, last = on.unit(unit, days.earliest, shift), on.unit(unit, days.latest, shift)
    if first != last:  # "that weekend" of a month: one of its days
        return Days(days.earliest, days.latest, expression.value) if shift == 0 else None
    hour = when.clock or when.part
    return Days(first.earliest, first.latest, f"{first.value}T{hour}" if hour else first.value)
