"""The day of an undated report, from an engagement that it shares with a dated one.

Comes in: documents with their findings. Goes out: for an undated one the days on which it can have appeared, where these are
at most `MOST_DAYS`. The shared engagement gives the date of one of its weekdays; the weekdays that it reports as past then
say how near to them it was written, for news names its own day or the one before. Where nothing is shared, or two shared
engagements disagree, the report stays undated.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from memcon.coreference.occasions.comparing import kinship
from memcon.model.cluster import Cluster
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.document import Document
from memcon.model.findings import EngagementMention, Findings, LocalEngagement
from memcon.model.identity import Identity
from memcon.model.record import Actor
from memcon.model.status import DONE

MOST_DAYS = 2
WEEK = timedelta(days=7)


def infer_dates(
    documents: Sequence[Document], findings: Mapping[str, Findings], identity: Identity, actors: Mapping[str, Actor]
) -> dict[str, DateRange]:
    """The days of undated documents, by id."""
    undated = [d for d in documents if not d.published.known]
    dated = [
        (d, e, Cluster.of(d, e, identity, actors))
        for d in sorted(documents, key=lambda d: d.order)
        if d.published.known
        for e in findings[d.id].engagements
        if e.date.exact
    ]
    found = {}
    for document in sorted(undated, key=lambda d: d.id):
        days = _days(document, findings[document.id], dated, identity, actors)
        if days is not None:
            found[document.id] = days
    return found


def datable(findings: Findings) -> bool:
    """Does an undated report name the weekdays by which another report could date it?"""
    named = any(True for engagement in findings.engagements for _ in _weekdays(engagement))
    return named and bool(_past_weekdays(findings))


def _past_weekdays(findings: Findings) -> set[int]:
    return {day for t in findings.times if t.tense == "past" and (day := t.date.open_weekday)}


def _days(
    document: Document,
    findings: Findings,
    dated: Sequence[tuple[Document, LocalEngagement, Cluster]],
    identity: Identity,
    actors: Mapping[str, Actor],
) -> DateRange | None:
    possible: set[date] | None = None
    basis = ""
    for engagement in findings.engagements:
        mine = Cluster.of(document, engagement, identity, actors)
        for other, same, theirs in dated:
            if not _one_occasion(mine, theirs) or same.date.earliest is None:
                continue
            for mention, weekday in _weekdays(engagement):
                days = _writing_days(document, findings, mention, weekday, same.date.earliest)
                if days:
                    possible = days if possible is None else possible & days
                    told = f"“{other.title}”" if other.title else other.id
                    what = f"{engagement.kind} of {same.date.earliest.isoformat()} that it shares with {told}"
                    basis = basis or f"{what}, and its own weekdays"
    if not possible or len(possible) > MOST_DAYS:
        return None
    first, last = min(possible), max(possible)
    value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return DateRange(first, last, value, Basis(BasisKind.INFERRED, reason=f"the {basis}"))


def _one_occasion(a: Cluster, b: Cluster) -> bool:
    """Do both name the same persons of two sides at least, and nothing that contradicts?"""
    shared = [side for side in a.people.keys() & b.people.keys() if a.people[side] & b.people[side]]
    places = all(x.can_be(y) for x in a.places for y in b.places)
    return len(shared) > 1 and kinship(a, b) > 0 and places and a.people.keys() == b.people.keys()


def _weekdays(engagement: LocalEngagement) -> Iterator[tuple[EngagementMention, int]]:
    """The mentions that name a weekday which nothing dates, with its ISO number."""
    for mention in engagement.mentions:
        if mention.date and (weekday := mention.date.open_weekday):
            yield mention, weekday


def _writing_days(document: Document, findings: Findings, mention: EngagementMention, weekday: int, day: date) -> set[date]:
    """The days on which a report can have called `day` by that weekday, and named its other weekdays as it does."""
    if day.isoweekday() != weekday:
        return set()
    if mention.status in DONE:
        span = [day + timedelta(days=n) for n in range(7)]
    elif mention.date and mention.date.basis.shift == 1:
        monday = day - timedelta(days=day.weekday()) - WEEK
        span = [monday + timedelta(days=n) for n in range(7)]
    else:
        span = [day - timedelta(days=n) for n in range(7)]
    past = _past_weekdays(findings)
    if not past:
        return set()
    return {d for d in span if min((d.isoweekday() - w) % 7 for w in past) <= 1}
