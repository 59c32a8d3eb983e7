"""Engagements as FollowTheMoney: JSON lines of Person, PublicBody, Organization, LegalEntity, Article, Event and Documentation.

Comes in: a record. Goes out: those who are named and take part in an engagement, the articles that tell of it (`proof`), the
engagement, and for each article a Documentation with the words. Somebody without a name ("a spokesman") is left out: another of the
same description would be taken for him. Days that are not known to the day, the month or the year stand in the description alone.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import IO

import msgspec

from memcon.export.columns import Sheets
from memcon.export.investigate.shared import JsonObject, headline, shown
from memcon.export.view import RecordView
from memcon.model.country_codes import alpha2
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.ids import content_id
from memcon.model.record import Actor, Engagement
from memcon.model.text import Span

Words = dict[str, dict[str, list[tuple[Span, str]]]]  # document -> engagement -> the words that name it, with their status


def write_ftm(record: RecordView, out: IO[bytes]) -> None:
    sheets = Sheets(record)
    wanted: set[str] = set()
    words: Words = {}
    for e in shown(sheets):
        wanted.update(p.actor for p in e.participants)
        for m in e.mentions:
            words.setdefault(m.document, {}).setdefault(e.id, []).append((m.mention.span, m.mention.status))
    known = {a.id for a in sheets.actors.values() if a.id in wanted and a.named and a.name.strip()}
    entities: list[Iterable[JsonObject]] = [
        (_actor(a) for a in sheets.actors.values() if a.id in known),
        (_event(e, sheets, known) for e in shown(sheets)),
        (line for d in record.documents if d.id in words for line in _report(d, words[d.id])),
    ]
    for several in entities:
        for entity in several:
            out.write(msgspec.json.encode(entity) + b"\n")


def _entity(id: str, schema: str, **properties: Iterable[str | None]) -> JsonObject:
    """An entity; each property has several values, each once, and none that is unknown."""
    told = {name: [v for v in dict.fromkeys(values) if v] for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in told.items() if values}}


def _actor(a: Actor) -> JsonObject:
    schema = {"person": "Person", "state": "PublicBody", "group": "LegalEntity"}.get(a.kind, "Organization")
    if a.kind == "organisation" and a.state and a.public:
        schema = "PublicBody"
    titles = [role.title for role in a.roles] if a.kind == "person" else []
    return _entity(
        a.id,
        schema,
        name=[a.name],
        alias=[alias for alias in a.aliases if alias != a.name],
        country=[_country(a.state)],
        wikidataId=[a.wikidata],
        **({"position": titles} if titles else {}),
    )


def _country(state: str | None) -> str | None:
    code = alpha2(state)
    return code.lower() if code else None


def _event(e: Engagement, sheets: Sheets, known: set[str]) -> JsonObject:
    place = e.place
    return _entity(
        e.id,
        "Event",
        name=[headline(e, sheets)],
        summary=[f"Status: {e.status.replace('_', ' ')}, as of the last report of it."],
        description=[_told(e)],
        date=[_prefix(e.date)],
        location=[place.name if place else None],
        country=[_country(place.country) if place else None],
        involved=[p.actor for p in e.participants if p.actor in known and p.part != "organiser"],
        organizer=[p.actor for p in e.participants if p.actor in known and p.part == "organiser"],
        proof=e.reports,
        keywords=[e.kind, f"status:{e.status}", *e.issues],
        recordId=[e.id],
    )


def _told(e: Engagement) -> str:
    days = f"{e.date.earliest or 'open'} to {e.date.latest or 'open'}" if e.date.known else "unknown"
    host = " (the place follows from who receives; no words name it)" if e.place and not e.place.told else ""
    return f"Day: {days} ({e.date.basis or 'no basis'}). Reports: {len(e.reports)}, independent origins: {e.origins}{host}."


def _prefix(date: DateRange) -> str | None:
    """A day, a month or a year, where the date is just that; FollowTheMoney has no other interval."""
    first, last = date.earliest, date.latest
    if first is None or last is None:
        return None
    if first == last:
        return str(first)
    after = last + timedelta(days=1) if last.year < 9999 else last
    if first.day == 1 and after.day == 1:
        if first.year == last.year and first.month == last.month:
            return f"{first:%Y-%m}"
        if first.month == 1 and after.month == 1 and after.year == first.year + 1:
            return f"{first:%Y}"
    return None


def _report(d: Document, words: dict[str, list[tuple[Span, str]]]) -> Iterator[JsonObject]:
    yield _entity(
        d.id,
        "Article",
        title=[d.title],
        name=[d.title or d.source],
        author=list(d.byline),
        publisher=[d.outlet],
        sourceUrl=[d.url if d.url and d.url.startswith(("http://", "https://")) else None],
        publishedAt=[_prefix(d.published)],
        retrievedAt=[d.captured],
        notes=[f"SHA-256 of its bytes: {d.sha256}"],
    )
    for engagement, told in words.items():
        yield _entity(
            content_id("documentation", d.id, engagement),
            "Documentation",
            document=[d.id],
            entity=[engagement],
            role=[f"tells of it as {', '.join(dict.fromkeys(str(status).replace('_', ' ') for _, status in told))}"],
            summary=[f"“{span.of(d.text)}” (characters {span.start} to {span.end})" for span, _ in told],
        )
