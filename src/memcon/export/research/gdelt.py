"""Events in the columns of GDELT 2.0: a row for each pair of actor and recipient, parted by tabs, with a header.

PLOVER joins and parts what CAMEO has: only a root that holds all of a PLOVER type, and nothing else of it, is told. docs/research.md
says which columns stay empty, and why.
"""

from collections.abc import Iterator
from itertools import product
from typing import IO

from memcon.export.research.event_rows import Cell, Telling, Tellings, write_rows
from memcon.export.view import RecordView
from memcon.model.dates import DateRange
from memcon.model.plover import QUADS
from memcon.model.resolved import Place

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code",
    "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{part}" for n in (1, 2) for part in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{of}Geo_{part}" for of in ("Actor1", "Actor2", "Action") for part in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
OWN = ("PloverType", "PloverMode")  # behind GDELT's columns: what EventCode cannot tell
ROOTS = {
    "CONSULT": "04", "AID": "07", "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "MOBILIZE": "15", "COERCE": "17",
}  # fmt: skip
CAMEO_STATES = {"ROU": "ROM", "TLS": "TMP", "XKX": None}  # where CAMEO has no ISO code, or another
COUNTRY = 1  # of GDELT's kinds of places, the one that a record tells for sure


def write_gdelt(record: RecordView, out: IO[bytes]) -> None:
    tellings = Tellings(record)
    write_rows(out, (*COLUMNS, *OWN), (row for telling in tellings for row in _rows(telling, tellings)))


def _rows(telling: Telling, tellings: Tellings) -> Iterator[dict[str, Cell]]:
    e = telling.event
    pairs = list(product(e.actors or (None,), e.recipients or (None,)))
    shared = {**_about(telling), **_when(e.date), **_where(e.place), "NumSources": _sources(telling, tellings)}
    for number, pair in enumerate(pairs, start=1):
        row: dict[str, Cell] = {"GlobalEventID": e.id if len(pairs) == 1 else f"{e.id}.{number}", **shared}
        for n, who in enumerate(pair, start=1):
            row |= _actor(f"Actor{n}", who, tellings)
        yield row


def _about(telling: Telling) -> dict[str, Cell]:
    e = telling.event
    return {
        "EventRootCode": ROOTS.get(e.type),
        "QuadClass": QUADS[e.type].value if e.type in QUADS else None,
        "GoldsteinScale": e.intensity,
        "NumMentions": telling.mentions,
        "NumArticles": len(telling.documents),
        "SOURCEURL": telling.report.url,
        "PloverType": e.type,
        "PloverMode": e.mode,
    }


def _actor(column: str, who: str | None, tellings: Tellings) -> dict[str, Cell]:
    actor = tellings.sheets.actors.get(who or "")
    if actor is None:
        return {}
    code = CAMEO_STATES.get(actor.state, actor.state) if actor.state else None
    return {
        f"{column}Code": code if actor.kind == "state" else None,  # a person's would need CAMEO's code of his role
        f"{column}Name": actor.name.upper(),
        f"{column}CountryCode": code,
    }


def _when(date: DateRange | None) -> dict[str, Cell]:
    """As much of the date as is sure."""
    first, last = (date.earliest, date.latest) if date else (None, None)
    if first is None or last is None or first.year != last.year:
        return {}
    row: dict[str, Cell] = {"Year": first.year}
    if first.month == last.month:
        row["MonthYear"] = f"{first:%Y%m}"
    if first == last:
        row["Day"] = f"{first:%Y%m%d}"
    return row


def _where(place: Place | None) -> dict[str, Cell]:
    if place is None:
        return {}
    return {
        "ActionGeo_Type": COUNTRY if place.is_country else None,
        "ActionGeo_FullName": place.name,
        "ActionGeo_Lat": place.latitude,
        "ActionGeo_Long": place.longitude,
    }


def _sources(telling: Telling, tellings: Tellings) -> int | None:
    """Outlets that tell it; unknown where that of one document is."""
    outlets = {tellings.reports[d].outlet for d in telling.documents if d in tellings.reports}
    return None if None in outlets else len(outlets)
