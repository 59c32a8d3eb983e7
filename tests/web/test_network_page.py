"""The page of who met whom: drawn for wide and narrow screens, told in words, the same as JSON and CSV."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

import records
from memcon.flow.ledger import join_stamp
from memcon.model.dates import DateRange
from memcon.model.status import Status
from memcon.store.store import Store

testclient = pytest.importorskip("fastapi.testclient", reason="needs the pages' libraries: memcon[web]")
HOSTILE = "<b>Ann</b>"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[testclient.TestClient]:
    from memcon.web.app import create_app

    place = tmp_path_factory.mktemp("network") / "record.db"
    document = records.document(records.TEXT)
    record = records.full_record(document)
    ann, dan, eva = records.actor(HOSTILE, "DEU"), records.actor("Dan", "POL"), records.actor("Eva", "FRA")
    told = [
        records.engagement(document, name, *who, date=DateRange.iso(when), status=Status.HELD, part_of=None)
        for name, when, *who in (
            ("one", "2021-12-01", ann, dan), ("two", "2021-12-02", ann, dan), ("three", "2021-12-03", ann, eva),
            ("old", "2011-12-03", ann, eva), ("vague", "2021", ann, eva),
        )
    ]  # fmt: skip
    everybody = tuple(sorted((*record.actors, ann, dan, eva), key=lambda a: a.id))
    engagements = tuple(sorted(told, key=lambda e: e.id))
    with Store(place) as store:
        store.add(document, records.found_in(document), "key")
        changed = replace(record, actors=everybody, engagements=engagements, outlook=(), decisions=())
        store.put_record(changed, {}, join_stamp(store.generation()))
    yield testclient.TestClient(create_app(place), base_url="http://127.0.0.1:8765")


def links(client: testclient.TestClient, query: str) -> list[tuple[str, str, int]]:
    found = client.get(f"/network.json?{query}").json()["links"]
    return [(k["left_name"], k["right_name"], k["times"]) for k in found]


def test_states_are_tied_in_a_period(client: testclient.TestClient) -> None:
    assert links(client, "from=2021-11-01&to=2021-12-31") == [("Germany", "Poland", 2), ("Germany", "France", 1)]
    assert links(client, "from=2021-12-02&to=2021-12-02") == [("Germany", "Poland", 1)]


def test_what_has_no_day_to_within_some_weeks_is_counted_apart(client: testclient.TestClient) -> None:
    answer = client.get("/network.json?from=2021-11-01&to=2021-12-31").json()
    assert answer["vague"] == 1
    assert "1 more can have been then, and is not counted" in client.get("/network?from=2021-11-01&to=2021-12-31").text


def test_persons_and_states_can_be_asked_for(client: testclient.TestClient) -> None:
    ((one, other, times),) = links(client, "of=persons&with=POL")
    assert {one, other} == {f"{HOSTILE}, Germany", "Dan, Poland"} and times == 2


def test_the_table_has_what_is_drawn_and_what_is_drawn_is_told_in_words(client: testclient.TestClient) -> None:
    page = client.get("/network?of=persons").text
    assert page.count('<svg class="network') == 2 and HOSTILE not in page
    drawn = re.findall(r"<path class=\"link (\w+)\"[^>]*><title>(.*?)</title>", page)
    assert drawn and all("at most" in words for _, words in drawn)
    table = page[page.index("<table") :]
    assert "twice" in table and "2 Dec 2021" in table


def test_the_same_as_csv_and_each_time_the_same_bytes(client: testclient.TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/network.csv").text)))
    assert [row["times"] for row in rows] == ["3", "2"]
    assert client.get("/network").text == client.get("/network").text


def test_what_cannot_be_asked_is_told(client: testclient.TestClient) -> None:
    for query, words in (
        ("of=cities", "states, persons"),
        ("level=kings", "leaders, ministers"),
        ("from=May", "2024-05-31"),
    ):
        answer = client.get(f"/network.json?{query}")
        assert answer.status_code == 400 and words in answer.json()["detail"], query


def test_a_period_without_meetings_says_so(client: testclient.TestClient) -> None:
    assert "No report tells of two that met so." in client.get("/network?from=1999-01-01&to=1999-12-31").text
