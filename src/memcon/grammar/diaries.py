"""Diaries: lines that only name a day, and what stands under them.

Comes in: `Syntax`. Goes out: the paragraphs under such a line, or behind the day that they open with, whose present tells of that
day. A day before the report's own, the dateline's, and what follows a blank of its kind, counts for nothing.
"""

from memcon.grammar.drafts import Syntax
from memcon.model.annotated import TimeExpression
from memcon.model.dates import BasisKind
from memcon.registers.day_lines import DayLine, read_day_line, read_day_opening

LONGEST = 8  # tokens of a line that only names a day
DAYS = frozenset(["weekday", "calendar"])


def paragraphs_of_days(syntax: Syntax) -> frozenset[int]:
    """The paragraphs that stand under a line of a day to come."""
    annotated = syntax.annotated
    days = {annotated.sentences[syntax.tokens[t.first].sentence].paragraph: t for t in annotated.times if _names_day(t)}
    days = {n: t for n, t in days.items() if not _is_dateline(syntax, t)}
    if not days:
        return frozenset()
    openings = {n: opening[0] for n in days if (opening := read_day_opening(annotated.paragraphs[n].text))}
    stretches = {n: line for n in days if (line := read_day_line(annotated.paragraphs[n].text)) and line.several}
    lengths: dict[int, int] = {}
    for sentence in annotated.sentences:
        lengths[sentence.paragraph] = lengths.get(sentence.paragraph, 0) + sentence.last - sentence.first
    found, under = set(), False
    for n in range(len(annotated.paragraphs)):
        time = days.get(n)
        if n in stretches:
            under = not _over(syntax, stretches[n])
        elif n in openings and len(openings) > 1:
            if not _over(syntax, openings[n]):
                found.add(n)
        elif time is not None and lengths[n] <= LONGEST and _only_names(syntax, n, time, lengths[n]):
            under = not _past(syntax, time)
        elif under:
            found.add(n)
    return frozenset(found)


def _only_names(syntax: Syntax, n: int, time: TimeExpression, length: int) -> bool:
    """ "Tuesday, March 5", "Tuesday 8 (Strasbourg)"."""
    return length - (time.last - time.first) <= 2 or read_day_line(syntax.annotated.paragraphs[n].text) is not None


def _is_dateline(syntax: Syntax, time: TimeExpression) -> bool:
    """ "OSLO, May 26, 2018 -": the day of writing, and of nothing below."""
    basis = syntax.annotated.document.published.basis
    return basis.kind is BasisKind.DATELINE and basis.words == time.text


def _names_day(time: TimeExpression) -> bool:
    return time.when is not None and time.when.form in DAYS and (time.when.day is not None or time.when.weekday is not None)


def _over(syntax: Syntax, line: DayLine) -> bool:
    """Is its last day before the day of the report?"""
    published = syntax.annotated.document.published.earliest
    month, day = line.last_month or line.month, line.last_day or line.day
    if published is None or not month or not day:
        return False
    return (line.year or published.year, month, day) < (published.year, published.month, published.day)


def _past(syntax: Syntax, time: TimeExpression) -> bool:
    """Is it before the day of the report?"""
    published, when = syntax.annotated.document.published.earliest, time.when
    if published is None or when is None or not when.month or not when.day:
        return False
    return (when.year or published.year, when.month, when.day) < (published.year, published.month, published.day)
