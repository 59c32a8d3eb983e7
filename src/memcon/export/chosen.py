"""Engagements chosen by filters, with whom and what they name: what exporters for desks take (`Chosen`).

Comes in: engagements as of a day, actors, documents. Goes out: what the formats share: which engagements are one entry of a calendar
(`Chain`), their summary and description, their words and days.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from memcon.model.document import Document
from memcon.model.life import TurningPoint, turning_points
from memcon.model.moves import moves, revisions
from memcon.model.record import Actor, Engagement
from memcon.model.status import AHEAD, UNDONE, Status
from memcon.wording import words
from memcon.wording.citing import address, around, place
from memcon.wording.passages import printable
from memcon.wording.support import Source, latest, shown_elsewhere

MARKS: Mapping[Status, str] = {
    Status.CANCELLED: "[CALLED OFF]",
    Status.DECLINED: "[CALLED OFF]",
    Status.RULED_OUT: "[CALLED OFF]",
    Status.POSTPONED: "[POSTPONED]",
    Status.UNCONFIRMED: "[UNCONFIRMED]",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an exporter for desks writes.

    engagements  as of `day`, in order of time
    actors, documents  by id: those who take part, those whose words are cited
    day          as of which their status is; None where no report has one
    about        for whom it is, for a title: "CHN, Wang Yi"; empty for all
    keep_called_off  what was called off shows as confirmed, with a mark in its summary
    first_ids    of those that had another id first, that one, by the id now
    """

    engagements: tuple[Engagement, ...]
    actors: Mapping[str, Actor]
    documents: Mapping[str, Document]
    day: date | None = None
    about: str = ""
    keep_called_off: bool = False
    first_ids: Mapping[str, str] = field(default_factory=dict)

    def first_id(self, engagement: str) -> str:
        """The id under which other programs know an engagement."""
        return self.first_ids.get(engagement, engagement)

    @property
    def title(self) -> str:
        return printable(f"Diplomacy: {self.about}" if self.about else "Diplomacy")

    @staticmethod
    def standing(e: Engagement) -> Status:
        """How far a plan came: what was announced stays so when a later report only calls it planned; else its status."""
        last = turning_points(e.history)[-1].status
        return last if last in AHEAD and e.status in AHEAD and "status" not in e.corrected else e.status

    def who(self, e: Engagement) -> list[str]:
        return [printable(name) for name in words.sides(e, self.actors)]

    def summary(self, e: Engagement) -> str:
        """[CALLED OFF] meeting in Helsinki (Finland): Donald Trump, Vladimir Putin"""
        names = ", ".join(printable(name) for name in words.names(e, self.actors))
        told = f"{words.occasion(e)}: {names}" if names else words.occasion(e)
        mark = MARKS.get(e.status)
        return printable(f"{mark} {told}" if mark else told)

    def description(self, e: Engagement) -> str:
        """Status, who in which office, the day with what gives it, the words of each turning point with their place; lines."""
        lines = [f"{words.status_line(e)}; {words.support(e)}", *self.who(e), f"Day: {words.when(e)} ({e.date.basis})"]
        if e.issues:
            lines.append(f"About: {', '.join(e.issues)}")
        for point, source in self.said(e):
            lines.append(f"{words.kind(point.status)}, said on {words.day(point.first.said_on)}: {self.quoted(source)}")
        if shown := shown_elsewhere(e):
            lines.append(f"{words.kind(e.status)}, as another engagement shows: {self.quoted(shown)}")
        return "\n".join([*map(printable, lines), f"memcon show {words.short(e.id)}"])

    def said(self, e: Engagement) -> Iterator[tuple[TurningPoint, Source]]:
        """The turning points of its life, each with its words."""
        for point in turning_points(e.history):
            yield point, latest(e, [point.first])[0]

    def quoted(self, source: Source) -> str:
        """“They met at noon.” (Harbor Wire, 12 Jun 2018, report.txt:12-15, https://...)"""
        document = self.documents.get(source.document)
        if document is None:
            return f"({source.document}:{source.span.start}-{source.span.end})"
        link = address(document)
        return printable(f"“{around(source, document)}” ({place(source, document)}{f', {link}' if link else ''})")

    def link(self, e: Engagement) -> str | None:
        """The web address of a report that tells its status last, where one has any."""
        found = [self.documents[s.document] for _, s in self.said(e) if s.document in self.documents]
        return next((link for d in reversed(found) if (link := address(d))), None)

    def links(self, e: Engagement) -> list[str]:
        """The web addresses of the reports whose words are cited."""
        found = [self.documents[s.document] for _, s in self.said(e) if s.document in self.documents]
        return list(dict.fromkeys(link for d in found if (link := address(d))))


@dataclass(frozen=True, slots=True)
class Chain:
    """An engagement and those that it was put off to, one after the other: one entry of a calendar, which moves."""

    engagements: tuple[Engagement, ...]

    @property
    def first(self) -> Engagement:
        """The one that gives the entry its id: that of which reports told first. A report can tell of a plan only when it is off."""
        return min(self.engagements, key=first_said)

    @property
    def now(self) -> Engagement:
        """The one that gives it its day."""
        return self.engagements[-1]

    @property
    def sequence(self) -> int:
        """How often it was changed: its status, its day, that it was put off to another."""
        return sum(map(revisions, self.engagements)) + len(self.engagements) - 1


@dataclass
class _Chains:
    by_id: Mapping[str, Engagement]
    before: dict[str, str] = field(default_factory=dict)  # a successor and the one that it continues

    def of(self, e: Engagement) -> Iterator[Engagement]:
        """From one on, to what it was put off to in the end."""
        seen: set[str] = set()
        while e.id not in seen:
            seen.add(e.id)
            yield e
            after = self.by_id.get(e.rescheduled_as or "")
            if after is None or self.before.get(after.id) != e.id:
                return
            e = after


def chains(engagements: Iterable[Engagement]) -> list[Chain]:
    """Each engagement in one chain. What several were put off to continues the one that was told of first."""
    given = list(engagements)
    found = _Chains({e.id: e for e in given})
    for e in sorted(given, key=first_said):
        if e.status in UNDONE and e.rescheduled_as in found.by_id and e.rescheduled_as != e.id:
            found.before.setdefault(str(e.rescheduled_as), e.id)
    return [Chain(tuple(found.of(e))) for e in given if e.id not in found.before or _in_circle(e.id, found.before)]


def _in_circle(item: str, before: Mapping[str, str]) -> bool:
    """Does it continue itself, by a fault of a report? The smallest id of a circle begins it."""
    seen = [item]
    while (earlier := before.get(seen[-1])) is not None:
        if earlier in seen:
            return earlier == item and item == min(seen)
        seen.append(earlier)
    return False


def first_said(e: Engagement) -> tuple[str, str]:
    return min((str(s.said_on.earliest) for s in e.history if s.said_on.earliest), default="9999"), e.id


def said_days(e: Engagement) -> tuple[date, date] | None:
    """The days on which it was told of first, and something new was told of it last; None where no report has a day."""
    first = min((s.said_on.earliest for s in e.history if s.said_on.earliest), default=None)
    last = max((p.first.said_on.latest for p in turning_points(e.history) if p.first.said_on.latest), default=None)
    return (first, max(first, last)) if first and last else None


def cited(engagements: Iterable[Engagement]) -> set[str]:
    """The documents whose words exporters cite."""
    found: set[str] = set()
    for e in engagements:
        points = [p.first for p in turning_points(e.history)]
        found |= {step.evidence[0].document for step in points} | {source.document for source in latest(e, points)}
        found |= {move.mention.document for move in moves(e)}
        found |= {shown.document for shown in (shown_elsewhere(e),) if shown}
    return found
