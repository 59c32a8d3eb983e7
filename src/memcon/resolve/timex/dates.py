"""The days that time expressions stand for, counted from the day of publication.

Comes in: the expressions of a document and its clauses. Goes out: a `Time` for each, in the order of the text, with earliest and
latest day, TIMEX3 value, and as basis the words with the day they were counted from. Without a day of publication a relative
expression keeps its relation as value and its reason as basis; of several days of publication it is dated where all agree,
and a weekday not otherwise.
"""

from collections.abc import Sequence
from dataclasses import replace

from memcon.model.annotated import Annotated, TimeExpression
from memcon.model.clauses import Clauses
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.resolved import Setting, Time
from memcon.resolve.timex.anchors import Anchors
from memcon.resolve.timex.context import Context, Dated
from memcon.resolve.timex.dating import date_of
from memcon.resolve.timex.days import Days
from memcon.resolve.timex.direction import AHEAD
from memcon.resolve.timex.placing import Placed, place_all
from memcon.resolve.timex.signals import within_signal

SAME_SENTENCE = 4  # expressions back that can stand in one sentence


def date_times(annotated: Annotated, clauses: Clauses, settings: Sequence[Setting] = ()) -> Sequence[Time]:
    """Each time expression with its days; without a day of publication relative ones keep their relation only."""
    placed = place_all(annotated, clauses)
    anchors = Anchors(annotated.document, clauses, placed, settings)
    dated: list[Dated] = []
    times = []
    for one in placed:
        if _later_than_now(annotated, one, dated):
            one = replace(one, direction=AHEAD)
        expression, tense = one.expression, one.direction.tense
        counted, heading = anchors.of(one, dated), anchors.heading(expression) is not None
        context = Context(annotated, clauses, one.clause, dated, counted, heading)
        when = _dateline_day(annotated.document, expression) or date_of(expression, one.direction, counted, context)
        if when.earliest and when.latest:
            days = Days(when.earliest, when.latest, when.value or "")
            dated.append(Dated(expression, tense, days, one.clause))
        occasion = within_signal(when, one.signal, tense, anchors.published)
        times.append(
            Time(expression.first, expression.last, expression.span, when, expression.kind, tense, one.signal, occasion)
        )
    return tuple(times)


def _later_than_now(annotated: Annotated, one: Placed, dated: Sequence[Dated]) -> bool:
    """ "Met him ahead of a summit later in the week": later than the report, where the sentence tells no day to be later than."""
    when, sentence = one.expression.when, annotated.tokens[one.expression.first].sentence
    if when is None or when.form != "unit" or when.position != "later":
        return False
    if annotated.sentences[sentence].first == one.expression.first and one.direction.tense == "past":
        return False  # "Later in the week, he met": later than what was told before
    return not any(annotated.tokens[d.expression.first].sentence == sentence for d in dated[-SAME_SENTENCE:])


def _dateline_day(document: Document, expression: TimeExpression) -> DateRange | None:
    line = document.dateline
    return line.day if line and line.day and line.day.exact and line.span.covers(expression.span) else None
