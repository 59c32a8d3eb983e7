"""Every exporter that there is (`EXPORTERS`). CONTRIBUTING.md shows how to add one."""

from memcon.export.atom import write_atom
from memcon.export.calendar import NEEDS as CALENDAR
from memcon.export.calendar import write_calendar
from memcon.export.exporter import Exporter
from memcon.export.gold import write_gold
from memcon.export.investigate.bundle import write_bundle
from memcon.export.investigate.ftm import write_ftm
from memcon.export.investigate.geojson import write_geojson
from memcon.export.investigate.jsonld import write_jsonld
from memcon.export.parquet import NEEDS, write_parquet
from memcon.export.record_csv import write_csv
from memcon.export.record_json import write_json
from memcon.export.research.citations import write_bibtex, write_csl
from memcon.export.research.gdelt import write_gdelt
from memcon.export.research.polecat import write_polecat
from memcon.export.superdesk import write_superdesk
from memcon.model.errors import UnknownName

EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        Exporter("json", "one JSON object, every field exact", write_json),
        Exporter("csv", "a ZIP of CSV tables, one for each list of the JSON", write_csv),
        Exporter("parquet", "a folder of Parquet tables with a file for each year", folder=write_parquet, needs=NEEDS),
        Exporter("ics", "a calendar (iCalendar) to subscribe to", chosen=write_calendar, needs=CALENDAR),
        Exporter(
            "superdesk", "a folder of event items for Superdesk Planning, a JSON file each", chosen_folder=write_superdesk
        ),
        Exporter("atom", "a feed (Atom) of changes: announced, moved, called off, held, lapsed", chosen=write_atom),
        Exporter("polecat", "events in the columns of POLECAT", write_polecat, sure=False),
        Exporter("gdelt", "events in the columns of GDELT 2.0", write_gdelt, sure=False),
        Exporter("bibtex", "the documents as BibTeX references", write_bibtex, sure=False),
        Exporter("csl", "the documents as CSL JSON references", write_csl, sure=False),
        Exporter("ftm", "FollowTheMoney entities, a JSON line each", write_ftm),
        Exporter("geojson", "engagements with a place, as GeoJSON", write_geojson),
        Exporter("jsonld", "schema.org events with annotations of the words, as JSON-LD", write_jsonld),
        Exporter("gold", "what people judged, field by field, a JSON line each", write_gold),
        Exporter("bundle", "a ZIP of evidence: record, excerpts, hashes, codebook", write_bundle),
    )
}


def exporter_named(name: str) -> Exporter:
    """The exporter of a name; raises `UnknownName`, which tells the names that there are."""
    if name not in EXPORTERS:
        raise UnknownName(f"there is no export format {name!r}; there are {', '.join(EXPORTERS)}")
    return EXPORTERS[name]
