"""A calendar and a feed of changes to subscribe to."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

import memcon

testclient = pytest.importorskip("fastapi.testclient", reason="needs the pages' libraries: memcon[web]")
icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed: pip install 'memcon[newsroom]'")

REPORTS = {
    "a.txt": "TOKYO, April 2, 2018 — Japanese Prime Minister Shinzo Abe will visit Moscow on April 20, his office said.",
    "b.txt": "TOKYO, April 12, 2018 — Shinzo Abe called off a visit to Moscow set for April 20.",
    "c.txt": "PARIS, April 14, 2018 — Emmanuel Macron will meet Angela Merkel in Berlin on April 19, the Elysee said.",
    "d.txt": "PARIS, April 14, 2016 — Emmanuel Macron met Angela Merkel in Berlin on April 13, 2016.",
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[testclient.TestClient]:
    from memcon.web.app import create_app

    folder: Path = tmp_path_factory.mktemp("feeds")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    memcon.read_reports([folder / name for name in REPORTS], folder / "record.db")
    yield testclient.TestClient(create_app(folder / "record.db"), base_url="http://127.0.0.1:8765")


def events(client: testclient.TestClient, address: str) -> list[tuple[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200 and answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return [(str(e["dtstart"].dt), str(e["status"])) for e in icalendar.Calendar.from_ical(answer.content).subcomponents]


def test_a_calendar_is_for_whom_it_is_asked(client: testclient.TestClient) -> None:
    assert events(client, "/calendar.ics?with=JPN") == [("2018-04-20", "CANCELLED")]
    assert events(client, "/calendar.ics?with=JPN&keep_called_off=true") == [("2018-04-20", "CONFIRMED")]
    assert events(client, "/calendar.ics?person=Macron") == [("2018-04-19", "TENTATIVE")]


def test_a_calendar_goes_back_for_a_while_or_from_a_day(client: testclient.TestClient) -> None:
    assert [day for day, _ in events(client, "/calendar.ics?person=Macron&from=2016-01-01")] == ["2016-04-13", "2018-04-19"]
    assert len(events(client, "/calendar.ics")) == 2


def test_a_feed_tells_what_changed(client: testclient.TestClient) -> None:
    answer = client.get("/changes.atom?with=JPN")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    titles = [e.text for e in ElementTree.fromstring(answer.content).iter("{http://www.w3.org/2005/Atom}title")]
    assert [str(t).partition(":")[0] for t in titles[1:]] == ["Cancelled", "Planned"]


def test_what_did_not_change_is_not_sent_again(client: testclient.TestClient) -> None:
    tag = client.get("/calendar.ics?with=JPN").headers["etag"]
    assert client.get("/calendar.ics?with=JPN", headers={"If-None-Match": tag}).status_code == 304


def test_an_issue_that_there_is_not_is_told_to_programs(client: testclient.TestClient) -> None:
    answer = client.get("/changes.atom?issue=nonsense")
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
