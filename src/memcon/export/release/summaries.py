"""Tables that sum a record up: what was read in each month (`coverage`), and counts with and without copies (`counts`)."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from memcon.export.columns import Column, Row, Sheets, Table, Type, year_of
from memcon.model.record import Engagement


def _coverage(sheets: Sheets) -> Iterator[Row]:
    family = {d: f.id for f in sheets.record.families for d in f.documents}
    reports: Counter[str | None] = Counter()
    unnamed: Counter[str | None] = Counter()
    origins: defaultdict[str | None, set[str]] = defaultdict(set)
    outlets: defaultdict[str | None, set[str]] = defaultdict(set)
    for d in sheets.record.documents:
        month = d.published.month
        reports[month] += 1
        origins[month].add(family.get(d.id, d.id))
        if d.outlet:
            outlets[month].add(d.outlet)
        else:
            unnamed[month] += 1
    for month in sorted(reports, key=lambda m: (m is None, m or "")):
        yield {
            "month": month,
            "reports": reports[month],
            "origins": len(origins[month]),
            "outlets": len(outlets[month]),
            "without_outlet": unnamed[month],
        }


Key = tuple[str, str, str | None]


def _counts(sheets: Sheets) -> Iterator[Row]:
    pages: Counter[Key] = Counter()
    once: Counter[Key] = Counter()

    def count(of: str, values: dict[str, object], every: int, independent: int) -> None:
        for by, value in {"all": None, **values}.items():
            key = (of, by, None if value is None else str(value))
            pages[key] += every
            once[key] += independent

    copies = {c.document for f in sheets.record.families for c in f.members}
    for d in sheets.record.documents:
        count("documents", {"outlet": d.outlet, "year": year_of(d.published)}, 1, d.id not in copies)
    for e in sheets.record.engagements:
        count("reports of engagements", _by_engagement(e), len(e.reports), e.origins)
    for s in sheets.record.statements:
        told = {"kind": s.kind, "polarity": s.polarity, "speaker_state": sheets.state(s.speaker)}
        count("statements", {**told, "year": year_of(sheets.published.get(s.document))}, 1, s.retells is None)
    for event in sheets.record.events:
        count("events", {"type": event.type, "year": year_of(event.date)}, 1, event.retells is None)
    for of, by, value in sorted(pages, key=lambda k: (k[0], k[1], k[2] is None, k[2] or "")):
        key = (of, by, value)
        yield {"of": of, "by": by, "value": value, "with_copies": pages[key], "without_copies": once[key]}


def _by_engagement(e: Engagement) -> dict[str, object]:
    return {"kind": e.kind, "status": e.status, "year": year_of(e.date)}


COVERAGE = Table(
    "coverage",
    "what was read of a month: a month without news can be one without sources",
    (
        Column("month", Type.TEXT, "of publication, 2018-07; null where it is not known for sure"),
        Column("reports", Type.WHOLE, "documents, copies included"),
        Column("origins", Type.WHOLE, "independent families among them"),
        Column("outlets", Type.WHOLE, "outlets that published them, as far as they are named"),
        Column("without_outlet", Type.WHOLE, "documents whose outlet is not known"),
    ),
    _coverage,
    parted=False,
)
COUNTS = Table(
    "counts",
    "a count, with and without copies side by side",
    (
        Column("of", Type.TEXT, "what is counted: documents, reports of engagements, statements, events"),
        Column("by", Type.TEXT, "the column by which it is parted; all: the whole"),
        Column("value", Type.TEXT, "of that column; null where it is unknown, and of the whole"),
        Column("with_copies", Type.WHOLE, "of all documents"),
        Column("without_copies", Type.WHOLE, "what copies tell again left out; of engagements, their independent origins"),
    ),
    _counts,
    parted=False,
)
SUMMARIES = {table.name: table for table in (COVERAGE, COUNTS)}
