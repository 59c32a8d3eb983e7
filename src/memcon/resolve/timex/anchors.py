"""The days that an expression is counted from: mostly those on which its report appeared.

Comes in: a document, its placed expressions, its settings. Goes out: an `Anchor`: of a diary's item the day of its heading, of what
was said to be ahead the day of saying, of "earlier in the week" the week of what it hangs on; None where nothing shows it.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import timedelta

from memcon.model.annotated import TimeExpression
from memcon.model.clauses import Clauses
from memcon.model.dates import Anchor
from memcon.model.document import Document
from memcon.model.resolved import Setting
from memcon.resolve.timex.context import Dated
from memcon.resolve.timex.dating import date_of
from memcon.resolve.timex.placing import Placed

HEAD = 1  # first paragraphs: a title and a line below it
WEEK = 7
TELLING = timedelta(days=7)  # a report tells what was said in the week before it

Beside = Mapping[int, Sequence[Placed]]


class Anchors:
    """What the expressions of one document are counted from."""

    __slots__ = ("_beside", "_clauses", "_headings", "_starts", "published")

    def __init__(self, document: Document, clauses: Clauses, placed: Sequence[Placed], settings: Sequence[Setting]) -> None:
        self.published = anchor_of(document)
        self._clauses = clauses
        self._headings = [s for s in settings if s.dates_items and s.day is not None]
        self._starts = [s.start for s in self._headings]
        self._beside: dict[int, list[Placed]] = {}
        for one in placed:
            if one.clause is not None:
                self._beside.setdefault(one.clause.index, []).append(one)

    def heading(self, expression: TimeExpression) -> Anchor | None:
        """The day of the diary's heading that it stands under."""
        n = bisect_right(self._starts, expression.span.start) - 1
        if n < 0 or expression.span.start >= self._headings[n].end:
            return None
        return _of_heading(self._headings[n])

    def of(self, one: Placed, dated: Sequence[Dated]) -> Anchor | None:
        """The days to count one expression from; `dated`: those before it."""
        told = _telling(one, self._beside, self.published)
        told = told or _same_week(self._clauses, one, self._beside, self.published)
        return self.heading(one.expression) or told or self.published or _named_at_head(one.expression, dated)


def anchor_of(document: Document) -> Anchor | None:
    """The day or days to count from: those of publication, else that of the dateline."""
    for days in (document.published, document.dateline.day if document.dateline else None):
        if days and days.earliest and days.latest:
            return Anchor(days.earliest, days.latest, str(days.basis))
    return None


def _of_heading(heading: Setting) -> Anchor | None:
    """A diary's items are counted from the day of their heading."""
    day = heading.day
    return Anchor(day.earliest, day.latest, str(day.basis)) if day and day.earliest and day.latest else None


def _telling(one: Placed, beside: Beside, anchor: Anchor | None) -> Anchor | None:
    """The day on which the clause was said that says what is to come, where the text names it."""
    told = one.direction.told
    if told is None or anchor is None:
        return None
    for other in beside.get(told.index, ()):
        days = date_of(other.expression, other.direction, anchor)
        if days.exact and days.earliest and anchor.first - TELLING <= days.earliest <= anchor.last:
            return Anchor(days.earliest, days.earliest, f"'{other.expression.text}'")
    return None


def _same_week(clauses: Clauses, one: Placed, beside: Beside, anchor: Anchor | None) -> Anchor | None:
    """ "Will visit Seoul next week after travelling to Tokyo earlier in the week": earlier in the week of what it hangs on."""
    when = one.expression.when
    if when is None or when.position not in ("earlier", "later") or when.shift is not None or one.clause is None:
        return None
    if when.position == "later" and one.direction.tense == "past":
        return None  # "came on Monday and left later in the week": up to the day of the report
    others = [o for c in (one.clause, *clauses.chain(one.clause)) for o in beside.get(c.index, ())]
    for other in others:
        days = date_of(other.expression, other.direction, anchor) if other.expression is not one.expression else None
        if days and days.earliest and days.latest and (days.days or 0) <= WEEK:
            day = days.earliest if when.position == "later" else days.latest
            return Anchor(day, day, f"'{other.expression.text}'")
    return None


def _named_at_head(expression: TimeExpression, dated: Sequence[Dated]) -> Anchor | None:
    """The day with its year that the head of an undated paper names: it tells the year of "15 May" below it."""
    when = expression.when
    if when is None or when.form != "calendar" or when.month is None:
        return None
    for one in dated:
        if one.expression.paragraph > HEAD:
            return None
        named, day = one.expression.when, one.days.earliest
        if named is not None and named.year and day and day == one.days.latest:
            return Anchor(day, day, f"'{one.expression.text}'")
    return None
