"""The life of one engagement: what each document says of it, put in order; nothing is averaged, nothing overwritten."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from memcon.model.cluster import Cluster
from memcon.model.dates import UNKNOWN_DATE, Basis, BasisKind, DateRange, Reference
from memcon.model.document import Document
from memcon.model.findings import EngagementMention, LocalEngagement
from memcon.model.kinds import EngagementKind
from memcon.model.life import WIDE, status_as_of
from memcon.model.record import (
    CitedMention,
    Engagement,
    HistoryStep,
)
from memcon.model.resolved import Place
from memcon.model.status import AHEAD, DONE, Status
from memcon.model.text import Evidence
from memcon.record.accounts import accounts
from memcon.record.attendance import attended
from memcon.record.origins import Origins

FOR_DAYS = frozenset((EngagementKind.VISIT, EngagementKind.TALKS, EngagementKind.CONFERENCE, EngagementKind.SUMMIT))


def engagement_of(
    cluster: Cluster, ids: Mapping[tuple[str, str], str], origins: Origins, last_day: date | None
) -> Engagement:
    """The engagement that a cluster is."""
    told = sorted(cluster.locals, key=lambda pair: (str(pair[0].published.earliest or ""), pair[0].id))  # undated first

    def cited_first(pair: tuple[Document, LocalEngagement]) -> tuple[bool, str]:
        return origins.is_copy(pair[0].id), pair[0].id

    history = folded([step for document, local in told for step in steps(document, local.mentions)], origins)
    kind = best_kind(cluster)
    when, where = best_date(cluster, origins, kind), None if kind == EngagementKind.CALL else best_place(cluster, origins)
    if not when.known:
        recalled = next((e.date for _, e in told if e.date.reference is Reference.PAST), None)
        when = recalled or bounds(
            history
        )  # "their recent meetings": some time or other before, not by the day of the report
    elif not when.told:
        when = _after_plans(when, history)
    took_part, doubtful = attended(cluster, origins)
    return Engagement(
        id=cluster.id,
        kind=kind,
        participants=took_part,
        place=where,
        date=when,
        status=status_as_of(history, when, last_day),
        history=history,
        issues=tuple(sorted({i for _, local in told for i in local.issues})),
        accounts=(*accounts(told, when, where, origins), *doubtful),
        mentions=tuple(CitedMention(d.id, m) for d, local in sorted(told, key=cited_first) for m in local.mentions),
        part_of=linked(cluster, ids, "part_of"),
        rescheduled_as=linked(cluster, ids, "rescheduled_as"),
        reports=tuple(sorted({d.id for d, _ in told})),
        origins=origins.count(d.id for d, _ in told),
    )


def steps(document: Document, mentions: Sequence[EngagementMention]) -> list[HistoryStep]:
    """The statuses that one document gives, the most telling last, each with the words."""
    found: dict[Status, list[Evidence]] = {}
    for mention in mentions:
        found.setdefault(mention.status, []).append(document.cite(mention.span))
    return [HistoryStep(s, document.published, tuple(found[s])) for s in sorted(found, key=lambda s: s.weight)]


def folded(history: Sequence[HistoryStep], origins: Origins) -> tuple[HistoryStep, ...]:
    """A status that copies of one text repeat is one step: of the day of the canonical where that gives it, or the first. What a copy alone
    seems to say ("might have to attend", spun from "may have to wait") is no news where its canonical tells of it, too."""
    steps: dict[tuple[str, Status], HistoryStep] = {}
    said = {(step.evidence[0].document, step.status) for step in history}
    tellers = {document for document, _ in said}
    for step in history:
        cited = step.evidence[0].document
        original = origins.original(cited)
        if original in tellers and (original, step.status) not in said:
            continue
        key = (origins.of(cited), step.status)
        known = steps.get(key)
        if known is None:
            steps[key] = step
        elif not origins.is_copy(cited):
            steps[key] = replace(step, evidence=step.evidence + known.evidence)
        else:
            steps[key] = replace(known, evidence=known.evidence + step.evidence)
    return tuple(sorted(steps.values(), key=lambda s: str(s.said_on.earliest or "")))


def bounds(history: Sequence[HistoryStep]) -> DateRange:
    """What the days of its reports tell of an engagement that none dates: after the plan, before the report of it."""
    plans = [s.said_on.earliest for s in history if s.status in AHEAD and s.said_on.earliest]
    reports = [s.said_on.latest for s in history if s.status == Status.HELD and s.said_on.latest]
    earliest, latest = max(plans, default=None), min(reports, default=None)
    if earliest and latest and earliest > latest:
        earliest = None
    words = [f"still to come on {earliest.isoformat()}"] if earliest else []
    words += [f"reported by {latest.isoformat()}"] if latest else []
    return DateRange(earliest, latest, None, Basis(BasisKind.BOUNDED, reason=", ".join(words))) if words else UNKNOWN_DATE


def _after_plans(news: DateRange, history: Sequence[HistoryStep]) -> DateRange:
    """The days of what is told as news, from the last day on which it was still to come."""
    days = bounds(history)
    if days.earliest is None or news.earliest is None or days.earliest <= news.earliest or not days.can_be(news):
        return news
    return replace(news, earliest=days.earliest, basis=replace(days.basis, kind=BasisKind.NEWS, of=news.basis))


def best_kind(cluster: Cluster) -> EngagementKind:
    """What the titles of official papers call it, else what most words do."""
    counts: dict[EngagementKind, int] = {}
    official = [pair for pair in cluster.locals if pair[1].official]
    for _, local in official or cluster.locals:
        counts[local.kind] = counts.get(local.kind, 0) + len(local.mentions)
    return min(counts, key=lambda k: (-counts[k], k))


def best_date(cluster: Cluster, origins: Origins, kind: EngagementKind) -> DateRange:
    """The narrowest range; of several, the one of a report that it was held, then the one that most origins tell.

    Of what goes on for days, its first day or its last is less than all of them.
    """
    told = [(local.date, any(m.status in DONE for m in local.mentions)) for _, local in cluster.locals]
    known = [(d, held) for d, held in told if d.known]
    if any(not d.presumed and (d.days or WIDE + 1) <= WIDE for d, _ in known):
        known = [
            (d, held) for d, held in known if not d.presumed
        ]  # days that words tell, before those in which news is told
    if kind in FOR_DAYS:
        spans = [d for d, _ in known if d.spans_days and not d.presumed]
        known = [(d, held) for d, held in known if not any(_edge(d, span) for span in spans)]
    votes = {(origins.of(d.id), e.date.earliest, e.date.latest) for d, e in cluster.locals}
    times = Counter((earliest, latest) for _, earliest, latest in votes)

    def rank(item: tuple[DateRange, bool]) -> tuple[int, bool, int, str, str, str]:
        d, held = item
        return d.days or 10**6, not held, -times[d.earliest, d.latest], str(d.earliest), d.value or "", str(d.basis)

    return min(known, key=rank, default=(UNKNOWN_DATE, False))[0]


def _edge(day: DateRange, span: DateRange) -> bool:
    """Is it the first or the last of those days?"""
    return day.exact and day.earliest in (span.earliest, span.latest)


def best_place(cluster: Cluster, origins: Origins) -> Place | None:
    """A city or venue rather than its country, then the one that most origins tell; where none tells it, that of the host."""
    votes = {(origins.of(d.id), e.place.name) for d, e in cluster.locals if e.place}
    times = Counter(name for _, name in votes)
    places = cluster.places or tuple(e.place for _, e in cluster.locals if e.place)
    return min(places, key=lambda p: (p.is_country or p.country is None, -times[p.name], p.name, str(p)), default=None)


def linked(cluster: Cluster, ids: Mapping[tuple[str, str], str], link: str) -> str | None:
    """The engagement that most documents link it to."""
    targets = [ids[d.id, key] for d, local in cluster.locals if (key := getattr(local, link)) and (d.id, key) in ids]
    targets = [t for t in targets if t != cluster.id]
    return min(targets, key=lambda t: (-targets.count(t), t), default=None)
