"""Expressions that point back to a day which the text told before: "that month", "the afternoon", "two days later".

Comes in: such an expression, and those before it with their days. Goes out: its days and basis, or the reason why it has none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from memcon.model.annotated import Annotated, TimeExpression, When
from memcon.model.clauses import Clause, Clauses, Relation
from memcon.model.dates import Anchor, Basis, BasisKind, DateRange
from memcon.resolve.timex import days as on
from memcon.resolve.timex.days import Days
from memcon.resolve.timex.direction import Direction
from memcon.resolve.timex.forms import days_of
from memcon.resolve.timex.seen import Seen

ANAPHORIC = frozenset(["same", "later"])
WIDTH = {"D": 1, "W": 7, "WE": 31, "M": 31, "Y": 366, "DE": 3660, "CE": 36600}
LONG = frozenset(["M", "Q", "Y", "DE"])
# How many paragraphs back a day is sought: for "the same day" and a part of the day, for a time by the clock, for anything else
BACK_FOR_DAY, BACK_FOR_CLOCK, BACK = 6, 0, 1


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression with its tense, its days and its clause, for those after it that point back."""

    expression: TimeExpression
    tense: str | None
    days: Days
    clause: Clause | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around an expression: its clause, the dated ones before it, the day that it is counted from.

    `heading`: that day is a diary's heading, so that a bare clock is on it.
    """

    annotated: Annotated | None = None
    clauses: Clauses | None = None
    clause: Clause | None = None
    before: Sequence[Dated] = ()
    anchor: Anchor | None = None
    heading: bool = False


def pointing_back(expression: TimeExpression, tense: str | None, context: Context) -> tuple[Days | None, Basis, str]:
    """Its days counted from the last time in the text that is fine enough, their basis, and why there are none."""
    shift = expression.when.shift if expression.when else None
    basis = Basis(BasisKind.CONTEXT, expression.text, shift=shift, rule=expression.rule)
    antecedent = _antecedent(expression, tense, context)
    anchor = _anchor(antecedent) if antecedent else _own_day(expression, context)
    if anchor is None:
        return None, basis, "no earlier day in the text to count from"
    days = antecedent.days if antecedent else Days(anchor.first, anchor.last, "")
    return _from(expression, tense, days), replace(basis, anchor=anchor), "nothing shows which day it is"


def _anchor(dated: Dated) -> Anchor:
    """The days of an expression, to count others from."""
    days = dated.days
    assert days.earliest is not None and days.latest is not None
    return Anchor(days.earliest, days.latest, f"'{dated.expression.text}'")


def _own_day(expression: TimeExpression, context: Context) -> Anchor | None:
    """A clock in a diary's item is of the heading's day; one that opens a paragraph, and a morning told without a day, of the day
    of the report."""
    when, anchor, a = expression.when, context.anchor, context.annotated
    if when is not None and when.form == "later" and when.unit in LONG:
        return anchor  # "a year earlier", of nothing that the text has dated
    if when is None or anchor is None or anchor.first != anchor.last or not _of_day(when):
        return None
    opens = a is not None and when.clock is not None and a.sentence_of(expression.first).first == expression.first
    first = (
        opens and a is not None and (expression.first == 0 or _paragraph(a, expression.first - 1) != expression.paragraph)
    )
    return anchor if context.heading or first or when.part else None


def _paragraph(annotated: Annotated, i: int) -> int:
    return annotated.sentence_of(i).paragraph


def _of_day(when: When) -> bool:
    """Is it a part of a day, or a time by the clock?"""
    return when.form == "same" and bool(when.part or when.clock)


def _same_day(when: When) -> bool:
    """ "On the same day": of what the report tells, however much it says in between."""
    return when.form == "same" and when.unit == "D" and when.shift == 0 and not _of_day(when)


def _reach(when: When) -> int:
    """How many paragraphs back its day is sought."""
    if when.clock:
        return BACK_FOR_CLOCK
    return BACK_FOR_DAY if when.part or _same_day(when) else BACK


def _antecedent(expression: TimeExpression, tense: str | None, context: Context) -> Dated | None:
    when = expression.when
    assert when is not None
    daily = when.unit in ("D", "H", "MIN")
    reach = _reach(when)
    for dated in reversed(context.before):
        if expression.paragraph - dated.expression.paragraph > reach:
            return None
        width = DateRange(dated.days.earliest, dated.days.latest).days or 0
        if width > WIDTH.get(when.unit or "D", 1):
            continue
        form = dated.expression.when.form if dated.expression.when else ""
        if tense == "past" and dated.tense == "future":
            continue  # "had changed after their meeting two weeks earlier" does not count from a day to come
        if _of_day(when) and tense and dated.tense not in (tense, None):
            continue
        if (_of_day(when) or _same_day(when)) and not _told_before(dated, expression, context):
            continue
        if daily or form not in ("weekday", "day", "reference"):
            return dated
    return None


def _told_before(dated: Dated, expression: TimeExpression, context: Context) -> bool:
    """Is it the day of what is told, not of an aside: "X, who came on Monday, met Y in the morning"?"""
    if context.annotated is None or context.clauses is None or dated.clause is None or context.clause is None:
        return True
    sentence = context.annotated.tokens[dated.expression.first].sentence
    if sentence != context.annotated.tokens[expression.first].sentence:
        return dated.clause.relation is not Relation.RELATIVE
    around = {c.index for c in (context.clause, *context.clauses.chain(context.clause))}
    return dated.clause.index in around or dated.clause.relation is not Relation.RELATIVE


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
