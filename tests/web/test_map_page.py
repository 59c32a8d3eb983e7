"""The map: marks that lead to their lists, nothing loaded from elsewhere, what has no place counted and said."""

import csv
import html
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

import records
from memcon.flow.ledger import join_stamp
from memcon.model.dates import DateRange
from memcon.model.resolved import Place, PlaceBasis
from memcon.model.status import Status
from memcon.store.store import Store

testclient = pytest.importorskip("fastapi.testclient", reason="needs the pages' libraries: memcon[web]")
POLAND = Place("Poland", "POL", basis=PlaceBasis.HOST)
CANADA = Place("London", "CAN", 42.98, -81.25)
LONDON = Place("London", "GBR", 51.51, -0.13)
STRANGE = Place("<b>Strange</b>", "POL", 50.0, 20.0)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[testclient.TestClient]:
    from memcon.web.app import create_app

    place = tmp_path_factory.mktemp("map") / "record.db"
    document = records.document(records.TEXT)
    record = records.full_record(document)
    sides = [a for a in record.actors if a.kind == "person"]
    told = [
        records.engagement(document, f"m{n}", *sides, place=where, status=status, date=DateRange.iso("2021-12-01"))
        for n, (where, status) in enumerate(
            (
                (records.GENEVA, Status.HELD), (records.GENEVA, Status.HELD), (POLAND, Status.HELD), (CANADA, Status.HELD),
                (LONDON, Status.HELD), (None, Status.HELD), (STRANGE, Status.HELD), (LONDON, Status.CANCELLED),
            )
        )
    ]  # fmt: skip
    with Store(place) as store:
        store.add(document, records.found_in(document), "key")
        engagements = tuple(sorted(told, key=lambda e: e.id))
        changed = replace(record, engagements=engagements, outlook=(), decisions=())
        store.put_record(changed, {}, join_stamp(store.generation()))
    yield testclient.TestClient(create_app(place), base_url="http://127.0.0.1:8765")


def test_places_have_their_number_and_what_has_none_is_counted(client: testclient.TestClient) -> None:
    found = client.get("/map.json").json()
    first = found["places"][0]
    assert (first["name"], first["country"], first["engagements"]) == ("Geneva", "CHE", 2)
    assert (found["engagements"], found["no_place"]) == (7, 1)
    assert {(p["name"], p["extent"], p["told"]) for p in found["places"]} >= {
        ("Poland", "country", 0),
        ("London", "town", 1),
    }


def test_a_mark_leads_to_the_list_of_what_it_counts(client: testclient.TestClient) -> None:
    page = client.get("/map").text
    marks = re.findall(r'<a href="([^"]+)" tabindex="-1">.*?<title>(.*?)</title>', page)
    assert marks
    for address, title in marks:
        listed = client.get(html.unescape(address).replace("/engagements?", "/engagements.json?"))
        expected = sum(int(number) for number in re.findall(r": (\d+)", title))
        assert len(listed.json()["engagements"]) == expected, title


def test_two_places_of_one_name_are_told_apart(client: testclient.TestClient) -> None:
    def found(place: str) -> list[str]:
        answer = client.get("/engagements.json", params={"place": place, "status": "held"}).json()
        return [e["place"]["country"] if e["place"] else "none" for e in answer["engagements"]]

    assert sorted(found("London")) == ["CAN", "GBR"] and found("London (Canada)") == ["CAN"]
    assert found("none") == ["none"] and found("nowhere") == []


def test_shapes_and_words_tell_a_country_from_a_town_and_what_words_tell_from_what_they_do_not(
    client: testclient.TestClient,
) -> None:
    page = client.get("/map").text
    assert re.search(r'<rect class="spot square host"[^>]*/><title>Poland: 1', page)
    assert "by who received" in page and "1 engagement" not in page.split("<table")[1].split("<thead")[0]
    assert re.search(r'">1</a> no report tells a place', page)
    assert "<b>Strange" not in page


def test_a_part_of_the_world_says_how_many_are_outside_of_it(client: testclient.TestClient) -> None:
    page = client.get("/map?part=Americas").text
    assert "London (Canada): 1" in page and "5 took place elsewhere" in page
    assert client.get("/map?part=Moon").status_code == 400


def test_the_outlines_come_with_the_package_and_are_small(client: testclient.TestClient) -> None:
    answer = client.get("/static/world.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml") and len(answer.content) < 150_000
    root = ElementTree.fromstring(answer.content)
    assert not [e for e in root.iter() if e.tag.endswith(("script", "style", "image"))]
    drawn = re.findall(r'<image href="([^"]+)"', client.get("/map").text)
    assert set(drawn) == {"/static/world.svg"}


def test_the_outlines_are_as_wide_as_the_map() -> None:
    from memcon.web import projection
    from memcon.web.app import STATIC

    box = re.search(r'viewBox="([^"]+)"', Path(STATIC / "world.svg").read_text(encoding="utf-8"))
    left, top = projection.project(projection.TOP, projection.LEFT)
    right, bottom = projection.project(projection.BOTTOM, projection.RIGHT)
    assert box and [float(n) for n in box[1].split()] == [left, top, right - left, bottom - top]


def test_the_places_as_csv(client: testclient.TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/map.csv").text)))
    assert rows[0]["name"] == "Geneva" and rows[0]["engagements"] == "2"
