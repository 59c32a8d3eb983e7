"""Events in the columns of POLECAT: a row an event, parted by tabs. docs/research.md says which columns stay empty, and why."""

from collections.abc import Iterable, Iterator
from typing import IO

from memcon.export.research.event_rows import Cell, Telling, Tellings, write_rows
from memcon.export.view import RecordView
from memcon.model.plover import QUADS

_SIDES = ("Actor", "Recipient")
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(column.format(side) for side in _SIDES for column in (
        "{} Name", "{} Country", "{} COW", "Primary {} Sector", "{} Sectors", "{} Title", "{} Name Raw", "Wikipedia {} ID",
    )),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip


def write_polecat(record: RecordView, out: IO[bytes]) -> None:
    tellings = Tellings(record)
    write_rows(out, COLUMNS, (_row(telling, tellings) for telling in tellings))


def _row(telling: Telling, tellings: Tellings) -> dict[str, Cell]:
    e, report, place = telling.event, telling.report, telling.event.place
    row: dict[str, Cell] = {
        "Event ID": e.id,
        "Event Date": str(e.date.earliest) if e.date and e.date.exact else None,
        "Event Type": e.type,
        "Event Mode": e.mode,
        "Intensity": e.intensity,
        "Quad Code": QUADS[e.type].name.replace("_", " ") if e.type in QUADS else None,
        "Contexts": _joined(e.contexts),
        "Source": report.outlet,
        "Publication Date": report.published,
        "Language": report.language,
    }
    for side, actors in zip(_SIDES, (e.actors, e.recipients), strict=True):
        row |= _side(side, actors, e.document, tellings)
    if place is not None:
        row |= {
            "Placename": place.name,
            "Country": place.country,
            "Latitude": place.latitude,
            "Longitude": place.longitude,
            "GeoNames ID": place.geonames,
        }
    return row


def _side(side: str, actors: Iterable[str], document: str, tellings: Tellings) -> dict[str, Cell]:
    actors, sheets = list(actors), tellings.sheets
    return {
        f"{side} Name": _joined(sheets.name(a) for a in actors),
        f"{side} Country": _joined(sheets.state(a) for a in actors),
        f"{side} Title": _joined(tellings.office(a, document) for a in actors),
    }


def _joined(words: Iterable[str | None]) -> str | None:
    found: Iterator[str] = (word for word in words if word)
    return "; ".join(dict.fromkeys(found)) or None
