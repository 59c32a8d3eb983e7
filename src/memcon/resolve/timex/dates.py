"""The days that time expressions stand for, counted from the day of publication.

Comes in: the expressions of a document and its clauses. Goes out: a `Time` for each, in the order of the text, with earliest and
latest day, TIMEX3 value, and as basis the words with the day they were counted from. Without a day of publication a relative
expression keeps its relation as value and its reason as basis; of several days of publication it is dated where all agree,
and a weekday not otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from memcon.model.annotated import Annotated, TimeExpression, When
from memcon.model.clauses import Clause, Clauses
from memcon.model.dates import Anchor, Basis, BasisKind, DateRange
from memcon.model.document import Document
from memcon.model.resolved import Setting, Signal, Time
from memcon.registers.times import date_order
from memcon.resolve.states.publisher import publisher_of
from memcon.resolve.timex.absolute import ABSOLUTE, absolute_days, order_of
from memcon.resolve.timex.context import ANAPHORIC, Context, Dated, pointing_back
from memcon.resolve.timex.days import Days
from memcon.resolve.timex.direction import AHEAD, Direction, clause_of, direction_of
from memcon.resolve.timex.forms import Seen, days_of
from memcon.resolve.timex.signals import signal_of, within_signal

KINDS = {"weekday": BasisKind.WEEKDAY}
TIMELESS = frozenset(["set", "fiscal"])
LENGTHS = frozenset(["duration", "ahead"])
SHARP = frozenset(["weekday", "day", "numeric"])  # not widened to cover several days of publication
HOME = frozenset(["government", "agency", "press"])  # publishers that write dates as their country does
HEAD = 1  # first paragraphs: a title and a line below it
WEEK = 7
SAME_SENTENCE = 4  # expressions back that can stand in one sentence
TELLING = timedelta(days=7)  # a report tells what was said in the week before it


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression with the signal before it, the clause that it stands in and the direction in which it lies."""

    expression: TimeExpression
    signal: Signal
    clause: Clause | None
    direction: Direction


def date_times(annotated: Annotated, clauses: Clauses, settings: Sequence[Setting] = ()) -> Sequence[Time]:
    """Each time expression with its days; without a day of publication relative ones keep their relation only."""
    anchor = anchor_of(annotated.document)
    dated: list[Dated] = []
    times = []
    placed = _agreeing([_place(annotated, clauses, expression) for expression in _ordered(annotated)])
    headings = [s for s in settings if s.dates_items and s.day is not None]
    for one in placed:
        if _later_than_now(annotated, one, dated):
            one = replace(one, direction=AHEAD)
        expression, tense = one.expression, one.direction.tense
        heading = next((s for s in headings if s.start <= expression.span.start < s.end), None)
        told = _telling(one, placed, anchor) or _same_week(annotated, clauses, one, placed, anchor)
        counted = (heading and _of_heading(heading)) or told or anchor or _named_at_head(expression, dated)
        context = Context(annotated, clauses, one.clause, dated, counted, heading is not None)
        when = _dateline_day(annotated.document, expression) or date_of(expression, one.direction, counted, context)
        if when.earliest and when.latest:
            days = Days(when.earliest, when.latest, when.value or "")
            dated.append(Dated(expression, tense, days, one.clause))
        occasion = within_signal(when, one.signal, tense, anchor)
        times.append(
            Time(expression.first, expression.last, expression.span, when, expression.kind, tense, one.signal, occasion)
        )
    return tuple(times)


def _named_at_head(expression: TimeExpression, dated: Sequence[Dated]) -> Anchor | None:
    """The day with its year that the head of an undated paper names: it tells the year of "15 May" below it."""
    when = expression.when
    if when is None or when.form != "calendar" or when.month is None:
        return None
    for one in dated:
        named, day = one.expression.when, one.days.earliest
        if one.expression.paragraph <= HEAD and named is not None and named.year and day and day == one.days.latest:
            return Anchor(day, day, f"'{one.expression.text}'")
    return None


def _ordered(annotated: Annotated) -> Sequence[TimeExpression]:
    """The expressions, numbers such as "3/5/2021" read as another of the text must be read, or as its publisher writes."""
    told = {order for e in annotated.times if e.when and (order := order_of(e.when))}
    order = next(iter(told)) if len(told) == 1 else None if told else _home_order(annotated.document)
    return tuple(_in_order(e, order) for e in annotated.times) if order else annotated.times


def _home_order(document: Document) -> str | None:
    publisher = publisher_of(document)
    return date_order(publisher.state) if publisher.state and publisher.kind in HOME else None


def _in_order(expression: TimeExpression, order: str) -> TimeExpression:
    when = expression.when
    if when is None or when.form != "numeric" or when.name is not None or order_of(when):
        return expression
    return replace(expression, when=replace(when, name=order))


def _later_than_now(annotated: Annotated, one: Placed, dated: Sequence[Dated]) -> bool:
    """ "Met him ahead of a summit later in the week": later than the report, where the sentence tells no day to be later than."""
    when, sentence = one.expression.when, annotated.tokens[one.expression.first].sentence
    if when is None or when.form != "unit" or when.position != "later":
        return False
    if annotated.sentences[sentence].first == one.expression.first and one.direction.tense == "past":
        return False  # "Later in the week, he met": later than what was told before
    return not any(annotated.tokens[d.expression.first].sentence == sentence for d in dated[-SAME_SENTENCE:])


def _of_heading(heading: Setting) -> Anchor | None:
    """A diary's items are counted from the day of their heading."""
    day = heading.day
    return Anchor(day.earliest, day.latest, str(day.basis)) if day and day.earliest and day.latest else None


def _place(annotated: Annotated, clauses: Clauses, expression: TimeExpression) -> Placed:
    signal = signal_of(annotated, expression)
    direction = direction_of(annotated, clauses, expression, signal)
    if direction.open and signal is Signal.BY:
        direction = AHEAD
    return Placed(expression, signal, clause_of(annotated, clauses, expression), direction)


def _agreeing(placed: Sequence[Placed]) -> Sequence[Placed]:
    """What nothing gives a direction takes that of the same words elsewhere in the document, where all the others agree."""
    known: dict[str, set[str]] = {}
    for one in placed:
        if one.direction.tense:
            known.setdefault(one.expression.value, set()).add(one.direction.tense)
    found = []
    for one in placed:
        others = known.get(one.expression.value, set())
        if one.direction.open and len(others) == 1:
            one = replace(one, direction=Direction(next(iter(others))))
        found.append(one)
    return found


def _telling(one: Placed, placed: Sequence[Placed], anchor: Anchor | None) -> Anchor | None:
    """The day on which the clause was said that says what is to come, where the text names it."""
    told = one.direction.told
    if told is None or anchor is None:
        return None
    for other in placed:
        if other.clause is told and other.expression.paragraph == one.expression.paragraph:
            days = date_of(other.expression, other.direction, anchor)
            if days.exact and days.earliest and anchor.first - TELLING <= days.earliest <= anchor.last:
                return Anchor(days.earliest, days.earliest, f"'{other.expression.text}'")
    return None


def _same_week(
    annotated: Annotated, clauses: Clauses, one: Placed, placed: Sequence[Placed], anchor: Anchor | None
) -> Anchor | None:
    """ "Will visit Seoul next week after travelling to Tokyo earlier in the week": earlier in the week of what it hangs on."""
    when = one.expression.when
    if when is None or when.position not in ("earlier", "later") or when.shift is not None or one.clause is None:
        return None
    if when.position == "later" and one.direction.tense == "past":
        return None  # "came on Monday and left later in the week": up to the day of the report
    around = {c.index for c in (one.clause, *clauses.chain(one.clause))}
    sentence = annotated.tokens[one.expression.first].sentence
    for other in placed:
        inside = annotated.tokens[other.expression.first].sentence == sentence and other.expression is not one.expression
        if inside and other.clause is not None and other.clause.index in around:
            days = date_of(other.expression, other.direction, anchor)
            if days.earliest and days.latest and (days.days or 0) <= WEEK:
                day = days.earliest if when.position == "later" else days.latest
                return Anchor(day, day, f"'{other.expression.text}'")
    return None


def anchor_of(document: Document) -> Anchor | None:
    """The day or days to count from: those of publication, else that of the dateline."""
    for days in (document.published, document.dateline.day if document.dateline else None):
        if days and days.earliest and days.latest:
            return Anchor(days.earliest, days.latest, str(days.basis))
    return None


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


def _dateline_day(document: Document, expression: TimeExpression) -> DateRange | None:
    line = document.dateline
    return line.day if line and line.day and line.day.exact and line.span.covers(expression.span) else None
