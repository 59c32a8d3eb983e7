"""The day of an undated report, from an engagement that it shares with a dated one.

Comes in: undated reports, and dated ones. Goes out: for an undated one the days on which it can have appeared, where these are
at most `MOST_DAYS`. The shared engagement gives the date of one of its weekdays; the weekdays that it reports as past then
say how near to them it was written, for news names its own day or the one before. Where nothing is shared, or two shared
engagements disagree, the report stays undated. What two reports share is told by these two alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from memcon.coreference.occasions.comparing import kinship
from memcon.coreference.persons.clusters import LocalPerson
from memcon.coreference.persons.identity import unnamed_id
from memcon.model.cluster import Cluster
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.document import Document
from memcon.model.findings import EngagementMention, Findings, LocalEngagement
from memcon.model.identity import Identity
from memcon.model.record import Actor
from memcon.model.resolved import LocalActor
from memcon.model.status import DONE
from memcon.registers.namesakes import same_person

MOST_DAYS = 2
WEEK = timedelta(days=7)
Report = tuple[Document, Findings]


def infer_dates(undated: Iterable[Report], dated: Iterable[Report]) -> dict[str, DateRange]:
    """The days of undated documents, by id."""
    waiting = {document.id: (document, findings) for document, findings in undated if datable(findings)}
    named = {i: families_met(findings) for i, (_, findings) in waiting.items()}
    wanted = {family for families in named.values() for family in families}
    reports: list[Report] = []
    bearing: dict[str, list[int]] = {}
    for report in sorted(dated, key=lambda r: r[0].order) if wanted else ():
        for family in families_met(report[1]) & wanted:
            bearing.setdefault(family, []).append(len(reports))
        reports.append(report)
    found = {}
    for i, mine in sorted(waiting.items()):
        shared = Counter(n for family in named[i] for n in bearing.get(family, ()))
        day = _day(mine, [reports[n] for n in sorted(shared) if shared[n] > 1])
        if day is not None:
            found[i] = day
    return found


def families_met(findings: Findings) -> set[str]:
    """The family names of the persons who take part in the engagements of a report."""
    there = {p.actor for e in findings.engagements for p in e.participants}
    return {f for a in findings.actors if a.key in there and a.kind == "person" and a.named for f in _person(a).families}


def datable(findings: Findings) -> bool:
    """Does an undated report name the weekdays by which another report could date it?"""
    named = any(True for engagement in findings.engagements for _ in _weekdays(engagement))
    return named and bool(_past_weekdays(findings))


def _past_weekdays(findings: Findings) -> set[int]:
    return {day for t in findings.times if t.tense == "past" and (day := t.date.open_weekday)}


def _day(mine: Report, others: Iterable[Report]) -> DateRange | None:
    """The day of an undated report, by all that share an engagement with it."""
    possible: set[date] | None = None
    basis = ""
    for theirs in others:
        for same, days in _shared(mine, theirs):
            possible = days if possible is None else possible & days
            document, day = theirs[0], same.date.earliest
            told = f"“{document.title}”" if document.title else document.id
            basis = basis or f"{same.kind} of {day} that it shares with {told}, and its own weekdays"
    if not possible or len(possible) > MOST_DAYS:
        return None
    first, last = min(possible), max(possible)
    value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return DateRange(first, last, value, Basis(BasisKind.INFERRED, reason=f"the {basis}"))


def _shared(mine: Report, theirs: Report) -> Iterator[tuple[LocalEngagement, set[date]]]:
    """The engagements of a dated report that an undated one tells of too, each with the days on which that can have appeared."""
    document, findings = mine
    identity, actors = _both(mine, theirs)
    dated = [(e, Cluster.of(theirs[0], e, identity, actors)) for e in theirs[1].engagements if e.date.exact]
    for engagement in findings.engagements if dated else ():
        one = Cluster.of(document, engagement, identity, actors)
        for same, other in dated:
            if same.date.earliest is None or not _one_occasion(one, other):
                continue
            for mention, weekday in _weekdays(engagement):
                if days := _writing_days(findings, mention, weekday, same.date.earliest):
                    yield same, days


def _both(mine: Report, theirs: Report) -> tuple[Identity, Mapping[str, Actor]]:
    """Who the actors of two reports are, as far as these two tell."""
    ids: dict[tuple[str, str], str] = {}
    actors: dict[str, Actor] = {}
    persons: list[tuple[str, LocalActor]] = []
    for document, findings in (mine, theirs):
        known = list(persons)
        for a in findings.actors:
            person = a.kind == "person" and a.named
            i = unnamed_id(document.id, a)
            if person:
                i = next((i for i, other in known if _one_person(a, other)), i)
                persons.append((i, a))
            ids[document.id, a.key] = i
            state = actors[i].state if i in actors and actors[i].state else a.state
            actors[i] = Actor(i, a.kind, a.name, (), state, None, (), a.named)
    return Identity(ids), actors


def _one_person(a: LocalActor, b: LocalActor) -> bool:
    """Can two reports name one person so: names that can be one's, and no states that part them?"""
    one, other = _person(a), _person(b)
    if one.told and other.told and one.told.isdisjoint(other.told):
        return False
    if len(one.parts) > 1 and len(other.parts) > 1:
        return one.parts == other.parts or same_person(one.parts, other.parts)
    return not one.families.isdisjoint(other.families)


def _person(a: LocalActor) -> LocalPerson:
    return LocalPerson("", a)


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


def _writing_days(findings: Findings, mention: EngagementMention, weekday: int, day: date) -> set[date]:
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
