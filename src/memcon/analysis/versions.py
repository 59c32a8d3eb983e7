"""Two versions of one report -> which values the later one moved.

Comes in: two documents with one address, the engagements of which either tells, their statements. Goes out: `Moved`: of each
engagement what one version says and the other does not, and what is said in one alone. That a publisher changed words without
saying so is worth knowing only with what it changes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from memcon.model.document import Document
from memcon.model.findings import EngagementMention, Statement
from memcon.model.record import Engagement

ALIKE = 0.6  # words in order that two wordings of one statement share

MovedWhat = Literal["status", "day", "place", "told no more", "told newly", "said no more", "said newly", "said otherwise"]


@dataclass(frozen=True, slots=True)
class Moved:
    """A value that a version moved: of an engagement, or of what somebody said (`speaker`: the id of an actor)."""

    what: MovedWhat
    before: str
    after: str
    engagement: Engagement | None = None
    speaker: str | None = None


def in_order(versions: Iterable[Document]) -> list[Document]:
    """The versions of a report: by when they were captured, else by the day on which they appeared; where nothing tells, by id."""
    return sorted(versions, key=lambda d: (d.captured or str(d.published.earliest or ""), d.id))


def moved(old: Document, new: Document, engagements: Iterable[Engagement], statements: Sequence[Statement]) -> list[Moved]:
    """What the later version moved, engagements first."""
    found = [change for e in engagements for change in _of_engagement(e, old.id, new.id)]
    said = [[s for s in statements if s.document == d.id and s.speaker] for d in (old, new)]
    return [*found, *_of_statements(old, new, *said)]


def _of_engagement(e: Engagement, old: str, new: str) -> Iterable[Moved]:
    before, after = ([m.mention for m in e.mentions if m.document == d] for d in (old, new))
    if not before or not after:
        what: MovedWhat = "told newly" if after else "told no more"
        yield Moved(what, _all(before, "status"), _all(after, "status"), e)
        return
    fields: tuple[Literal["status", "day", "place"], ...] = ("status", "day", "place")
    for field in fields:
        was, now = _all(before, field), _all(after, field)
        if was != now:
            yield Moved(field, was, now, e)


def _all(mentions: Iterable[EngagementMention], field: str) -> str:
    """The different values of a field, in the order of the text."""
    return ", ".join(dict.fromkeys(value for m in mentions if (value := _value(m, field))))


def _value(m: EngagementMention, field: str) -> str:
    match field:
        case "day":
            return (m.date.written or "") if m.date else ""
        case "place":
            return m.place.name if m.place else ""
    return str(m.status)


def _of_statements(
    old: Document, new: Document, before: Sequence[Statement], after: Sequence[Statement]
) -> Iterable[Moved]:
    """What is said in one version alone, or in other words; a speaker's statements are compared with his own."""
    was = {(s.speaker, _words(old, s)): s for s in before}
    now = {(s.speaker, _words(new, s)): s for s in after}
    gone = [key for key in was if key not in now]
    fresh = [key for key in now if key not in was]
    for speaker, words in gone:
        like = max((f for f in fresh if f[0] == speaker), key=lambda f: _likeness(words, f[1]), default=None)
        if like and _likeness(words, like[1]) >= ALIKE:
            fresh.remove(like)
            yield Moved("said otherwise", words, like[1], speaker=speaker)
        else:
            yield Moved("said no more", words, "", speaker=speaker)
    yield from (Moved("said newly", "", words, speaker=speaker) for speaker, words in fresh)


def _words(document: Document, s: Statement) -> str:
    return " ".join(document.text[s.span.start : s.span.end].split())


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
