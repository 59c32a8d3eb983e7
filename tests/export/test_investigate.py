"""Exports for investigators and scholars say what the record says: no plan as held, no made-up day, every word at its place."""

import csv
import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import IO, Any
from zipfile import ZipFile

import pytest

import records
from memcon.export.columns import Sheets
from memcon.export.exporters import EXPORTERS
from memcon.export.guard import guarded, unguarded
from memcon.export.investigate.bundle import write_bundle
from memcon.export.investigate.ftm import write_ftm
from memcon.export.investigate.geojson import write_geojson
from memcon.export.investigate.jsonld import write_jsonld
from memcon.export.investigate.shared import headline
from memcon.export.research.citations import bibtex, csl
from memcon.export.research.gdelt import COLUMNS as GDELT
from memcon.export.research.gdelt import write_gdelt
from memcon.export.research.polecat import COLUMNS as POLECAT
from memcon.export.research.polecat import write_polecat
from memcon.export.view import RecordView
from memcon.model.country_codes import ALPHA2
from memcon.model.dates import UNKNOWN_DATE, DateRange
from memcon.model.plover import QUADS
from memcon.model.record import Record
from memcon.model.status import Status
from memcon.registers.plover import types
from memcon.registers.states import states

D = records.document()
RECORD = records.full_record(D)
NEW = ("polecat", "gdelt", "bibtex", "csl", "ftm", "geojson", "jsonld", "bundle")


def written(write: Callable[[RecordView, IO[bytes]], None], record: Record = RECORD) -> bytes:
    out = io.BytesIO()
    write(record, out)
    return out.getvalue()


def with_status(status: Status) -> Record:
    return replace(RECORD, engagements=tuple(replace(e, status=status) for e in RECORD.engagements))


@pytest.mark.parametrize("name", NEW)
def test_the_same_record_gives_the_same_bytes(name: str) -> None:
    write = EXPORTERS[name].stream
    assert write is not None
    assert written(write) == written(write) != b""


@pytest.mark.parametrize("text", ["=1+1", "'=1", "''@x", "-5 degrees", "plain", "'quoted'", "", "'", "\ttab", "＝1"])
def test_a_guarded_cell_is_no_formula_and_comes_back_as_it_was(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
    assert guarded(text) != ""
    assert unguarded(guarded(text)) == text


def test_every_type_of_plover_has_its_quarter_and_every_state_its_two_letters() -> None:
    assert {t.name: t.quad for t in types().values()} == QUADS
    assert set(states()) == set(ALPHA2)


@pytest.mark.parametrize(("write", "columns"), [(write_polecat, POLECAT), (write_gdelt, GDELT)])
def test_what_is_denied_or_to_come_is_no_event_row(write: Any, columns: tuple[str, ...]) -> None:
    event = RECORD.events[0]
    told = replace(event, negated=False, tense="past", retells=None)
    for other, count in ((told, 1), (replace(told, negated=True), 0), (replace(told, tense="future"), 0)):
        rows = list(csv.DictReader(io.StringIO(written(write, replace(RECORD, events=(other,))).decode()), delimiter="\t"))
        assert len(rows) == count
    assert len(columns) == len(set(columns)) == {write_polecat: 40, write_gdelt: 61}[write]


def test_a_day_that_is_not_known_stays_empty_in_event_rows() -> None:
    month = DateRange(date(2021, 12, 1), date(2021, 12, 31), "2021-12")
    event = replace(RECORD.events[0], negated=False, tense="past", retells=None, date=month)
    text = written(write_gdelt, replace(RECORD, events=(event,))).decode()
    row = next(csv.DictReader(io.StringIO(text), delimiter="\t"))
    assert (row["Day"], row["MonthYear"], row["Year"]) == ("", "202112", "2021")
    assert row["EventCode"] == row["AvgTone"] == row["Actor1Type1Code"] == ""


def test_references_have_hash_and_time_of_fetching_and_no_made_up_day() -> None:
    fetched = replace(D, captured="2021-12-12T08:00:00+00:00", title="50% of {Weimar} & more", url="https://a.org/b")
    entry = bibtex(fetched)
    assert D.sha256 in entry
    assert "urldate = {2021-12-12}" in entry
    assert r"{50\% of \{Weimar\} \& more}" in entry
    assert csl(fetched)["accessed"] == {"date-parts": [[2021, 12, 12]]}
    undated = replace(D, published=UNKNOWN_DATE)
    assert "issued" not in csl(undated)
    assert "date =" not in bibtex(undated)
    assert "year =" not in bibtex(undated)


def test_a_called_off_engagement_is_cancelled_in_every_format() -> None:
    record = with_status(Status.CANCELLED)
    assert b'"eventStatus":"EventCancelled"' in written(write_jsonld, record)
    assert all(
        f["properties"]["title"].startswith("[cancelled]") for f in json.loads(written(write_geojson, record))["features"]
    )
    events = [line for line in map(json.loads, written(write_ftm, record).splitlines()) if line["schema"] == "Event"]
    assert events
    assert all(e["properties"]["name"][0].startswith("[cancelled]") for e in events)


def test_what_nobody_heard_of_again_has_no_status_of_schema_org() -> None:
    assert b"eventStatus" not in written(write_jsonld, with_status(Status.UNCONFIRMED)).partition(b"@graph")[2]


def test_a_point_has_its_longitude_first_and_a_state_has_none() -> None:
    place = records.GENEVA
    moved = replace(RECORD, engagements=tuple(replace(e, place=place) for e in RECORD.engagements))
    feature = json.loads(written(write_geojson, moved))["features"][0]
    assert feature["geometry"]["coordinates"] == [place.longitude, place.latitude]
    state = replace(place, latitude=None, longitude=None, geonames=None, name="Switzerland")
    moved = replace(RECORD, engagements=tuple(replace(e, place=state) for e in RECORD.engagements))
    assert json.loads(written(write_geojson, moved))["features"][0]["geometry"] is None


def test_selectors_find_the_words_in_the_text() -> None:
    nodes = json.loads(written(write_jsonld))["@graph"]
    found = [n for n in nodes if n["type"] == "Annotation"]
    assert found
    for node in found:
        quote, position = node["target"]["selector"]
        assert D.text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in D.text


def test_json_ld_is_read_without_a_network() -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed: .ci/run installs it with mlcroissant")
    graph = rdflib.Graph().parse(data=written(write_jsonld), format="json-ld")
    oa = "http://www.w3.org/ns/oa#"
    assert set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{oa}TextQuoteSelector")))
    events = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef("https://schema.org/Event")))
    assert events == {rdflib.URIRef(f"urn:memcon:{e.id}") for e in RECORD.engagements}


def test_followthemoney_itself_takes_every_entity() -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed: .ci/run installs it")
    lines = [json.loads(line) for line in written(write_ftm).splitlines()]
    ids = {line["id"] for line in lines}
    for line in lines:
        proxy = ftm.model.get_proxy(line)
        proxy.schema.validate(line)
        assert {p.name for p in proxy.iterprops()} == set(line["properties"])
        for prop in proxy.iterprops():
            for value in proxy.get(prop):
                assert prop.type.validate(value), (prop.name, value)
                assert prop.type.name != "entity" or value in ids
    assert {line["schema"] for line in lines} >= {"Person", "Event", "Article", "Documentation"}


def test_of_many_who_take_part_a_headline_names_the_first_and_counts_the_others() -> None:
    actors = tuple(records.actor(f"Person {n} " + "of a long name" * 3) for n in range(12))
    engagement = records.engagement(D, "meeting", *actors)
    made = replace(RECORD, actors=actors, engagements=(engagement,))
    name = headline(engagement, Sheets(made))
    assert name.endswith(", 6 more")
    assert len(name) < 384


def test_a_bundle_holds_what_its_hashes_say_and_no_path_but_its_own_names() -> None:
    with ZipFile(io.BytesIO(written(write_bundle))) as archive:
        names = archive.namelist()
        assert all(n == n.strip("/") and ".." not in n and "/" not in n and "\\" not in n for n in names)
        sums = dict(reversed(line.split("  ")) for line in archive.read("SHA256SUMS").decode().splitlines())
        assert set(sums) == set(names) - {"SHA256SUMS"}
        assert all(hashlib.sha256(archive.read(name)).hexdigest() == digest for name, digest in sums.items())
        excerpts = [json.loads(line) for line in archive.read("excerpts.jsonl").splitlines()]
        book = archive.read("codebook.md").decode()
    assert excerpts
    for e in excerpts:
        assert D.text[e["start"] : e["end"]] == e["quote"]
        assert hashlib.sha256(e["quote"].encode()).hexdigest() == e["sha256"]
    assert "`ruled_out`" in book
    assert "| `quote` |" in book
