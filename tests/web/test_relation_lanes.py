"""The relationship page has lanes of statements and of events, told in words and in its table."""

import csv
import dataclasses
import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

import records
from memcon.flow.ledger import join_stamp
from memcon.store.store import Store

testclient = pytest.importorskip("fastapi.testclient", reason="needs the pages' libraries: memcon[web]")
DOCUMENT = records.document(records.TEXT)
RECORD = records.full_record(DOCUMENT)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[testclient.TestClient]:
    from memcon.web.app import create_app

    place = tmp_path_factory.mktemp("lanes") / "record.db"
    ann, dan = (a for a in RECORD.actors if a.kind == "person" and a.state)
    said = [
        replace(records.statement(DOCUMENT, ann.id), id="to-dan", addressee=dan.id),
        replace(records.statement(DOCUMENT, ann.id), id="to-nobody", addressee=None),
    ]
    deed = replace(
        RECORD.events[0], actors=(ann.id,), recipients=(dan.id,), tense="past", negated=False, retells=None, intensity=4.0,
        date=None,
    )  # fmt: skip
    with Store(place) as store:
        store.add(DOCUMENT, records.found_in(DOCUMENT), "key")
        changed = replace(RECORD, statements=tuple(sorted(said, key=lambda s: s.id)), events=(deed,), mentions=())
        store.put_record(changed, {}, join_stamp(store.generation()))
    yield testclient.TestClient(create_app(place), base_url="http://127.0.0.1:8765")


def test_what_is_said_to_the_other_and_what_is_done_is_drawn_and_in_the_table(client: testclient.TestClient) -> None:
    page = client.get("/relations/DEU/POL").text
    drawn = re.findall(r'<rect class="told (?:up|down)"[^>]*><title>([^<]+)', page)
    assert any("2021-12: 1 by " in words for words in drawn) and "2021-12: 1 of cooperation" in drawn
    rows = {row["month"]: row for row in csv.DictReader(io.StringIO(client.get("/relations/DEU/POL.csv").text))}
    told = rows["2021-12"]
    assert {told["said_by_left"], told["said_by_right"]} == {"1", "0"} and told["cooperating"] == "1"


def test_a_relationship_of_which_nobody_speaks_has_no_such_lane(client: testclient.TestClient) -> None:
    page = client.get("/relations/DEU/FRA").text
    assert 'class="told' not in page


def lanes_of(*days: str) -> list[tuple[str, list[int]]]:
    """The lanes of engagements of some days within ten years, each bar by how many it stands for."""
    from memcon.analysis.series import Month
    from memcon.model.dates import DateRange
    from memcon.web.pages.relationship import lanes

    months = [Month(f"{2010 + n // 12}-{n % 12 + 1:02}", *[0] * (len(dataclasses.fields(Month)) - 1)) for n in range(120)]
    some = [replace(RECORD.engagements[0], id=f"e{n}", kind="call", date=DateRange.iso(day)) for n, day in enumerate(days)]
    return [(name, [len(bar.some) for bar in bars]) for name, bars in lanes(some, months)]


def test_engagements_that_would_lie_on_each_other_are_one_bar_and_others_stand_by_themselves() -> None:
    assert lanes_of("2012-03-02", "2012-03-05", "2016-03-05") == [("Calls", [2, 1])]


def test_an_uncertain_day_is_a_bar_of_its_own_though_others_begin_there() -> None:
    assert lanes_of("2012-03-01", "2012-03-01/2012-03-24") == [("Calls", [1, 1])]
