"""Engagements with a place as GeoJSON (RFC 7946): a FeatureCollection, a feature a line.

A point is that of the city or the spot that is named, longitude first. A place that is only a state, or has no degrees, is a feature
without geometry, as the RFC has it: no state's middle is made up. Engagements without a place are left out.
"""

from typing import IO

import msgspec

from memcon.export.columns import Sheets
from memcon.export.investigate.shared import JsonObject, days, headline, names, shown
from memcon.export.view import RecordView
from memcon.model.record import Engagement
from memcon.model.resolved import Place


def write_geojson(record: RecordView, out: IO[bytes]) -> None:
    sheets = Sheets(record)
    out.write(b'{"type":"FeatureCollection","features":[')
    separator = b"\n"
    for e in shown(sheets):
        if e.place is not None:
            out.write(separator + msgspec.json.encode(_feature(e, e.place, sheets)))
            separator = b",\n"
    out.write(b"\n]}\n")


def _feature(e: Engagement, place: Place, sheets: Sheets) -> JsonObject:
    point = None
    if place.latitude is not None and place.longitude is not None:
        point = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return {
        "type": "Feature",
        "id": e.id,
        "geometry": point,
        "properties": {
            "title": headline(e, sheets),
            "kind": e.kind,
            "status": e.status,
            **days(e),
            "place": place.name,
            "country": place.country,
            "geonames": place.geonames,
            "place_basis": place.basis.value,
            "participants": names(e, sheets),
            "states": sorted({s for p in e.participants if (s := sheets.state(p.actor))}),
            "issues": list(e.issues),
            "reports": len(e.reports),
            "origins": e.origins,
        },
    }
