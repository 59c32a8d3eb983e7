"""Pages show what the record holds, with the words; what stands in a report is never markup; nobody else's page can read them."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import records
from memcon.flow.ledger import join_stamp
from memcon.store.store import Store

testclient = pytest.importorskip("fastapi.testclient", reason="needs the pages' libraries: memcon[web]")

HOSTILE = '<script>alert("x")</script> & "talks" <img src=x onerror=alert(1)>'
TEXT = f"{HOSTILE}\n{records.TEXT}"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[testclient.TestClient]:
    from memcon.web.app import create_app

    place = tmp_path_factory.mktemp("pages") / "record.db"
    document = records.document(TEXT, title=HOSTILE, outlet="=HYPERLINK(1)")
    record = records.full_record(document)
    actors = tuple(replace(a, name=f"{a.name} <b>") if a.kind == "person" else a for a in record.actors)
    with Store(place) as store:
        store.add(document, records.found_in(document), "key")
        store.put_record(replace(record, actors=actors), {}, join_stamp(store.generation()))
    yield testclient.TestClient(create_app(place), base_url="http://127.0.0.1:8765")


def first(client: testclient.TestClient, what: str) -> str:
    found = client.get("/engagements.json?all=true").json()["engagements"][0]
    return str(
        {"engagement": found["id"], "actor": found["participants"][0]["actor"], "document": found["reports"][0]}[what]
    )


def pages(client: testclient.TestClient) -> list[str]:
    return [
        "/", "/engagements?from=2020-01-01", "/actors", "/calendar/2021-12", "/relations", "/relations/DEU/POL", "/quotations",
        "/search?q=talks", f"/engagements/{first(client, 'engagement')}", f"/actors/{first(client, 'actor')}",
        f"/documents/{first(client, 'document')}", "/network", "/network?of=persons", "/map", "/charts",
    ]  # fmt: skip


def test_every_page_answers_and_no_page_has_markup_of_a_report(client: testclient.TestClient) -> None:
    for address in pages(client):
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.text[:500])
        for markup in ("<script>", "<img src=x", "<b>"):
            assert markup not in answer.text, (address, markup)


def test_no_page_runs_a_script_of_its_own_or_loads_anything_from_elsewhere(client: testclient.TestClient) -> None:
    for address in pages(client):
        answer = client.get(address)
        assert re.findall(r"<script[^>]*>", answer.text) == ['<script src="/static/memcon.js" defer>'], address
        assert not re.search(r"""\s(on\w+|style)=["']""", re.sub(r"&lt;.*?&gt;", "", answer.text)), address
        assert not re.search(r"""(src|href)=["'](https?:)?//""", answer.text), address
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_pages_can_be_used_by_keyboard_and_screen_reader(client: testclient.TestClient) -> None:
    for address in pages(client):
        text = client.get(address).text
        assert '<html lang="en">' in text and "<title>" in text
        assert text.count("<main ") == 1 and text.count("<h1") == 1, address
        assert text.index('class="skip" href="#content"') < text.index("<nav")
        for field in re.findall(r"<(?:input|select)[^>]*>", text):
            assert 'id="q"' in field or re.search(rf"<label>[^<]*{re.escape(field)}", text), (address, field)
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), address
        for name in re.findall(r'aria-labelledby="([^"]+)"', text):
            assert name in ids, (address, name)


def test_a_status_is_told_by_its_word(client: testclient.TestClient) -> None:
    text = client.get(f"/engagements/{first(client, 'engagement')}").text
    status = client.get("/engagements.json?all=true").json()["engagements"][0]["status"]
    assert re.search(rf'<span class="status \w+">{status}</span>', text)


def test_an_engagement_links_to_the_words_in_their_report(client: testclient.TestClient) -> None:
    text = client.get(f"/engagements/{first(client, 'engagement')}").text
    links = set(re.findall(r'href="(/documents/[^"#]+)#(at\d+)"', text))
    assert links
    for document, at in links:
        assert f'id="{at}"' in client.get(document).text


def test_words_at_which_nothing_that_was_read_begins_can_be_led_to(client: testclient.TestClient) -> None:
    address = f"/documents/{first(client, 'document')}"
    plain = client.get(address).text
    here = next(n for n in range(1, 60) if f'id="at{n}"' not in plain)
    led = client.get(f"{address}?at={here}").text
    assert f'id="at{here}"' in led
    assert re.sub(r"<[^>]+>", "", led) == re.sub(r"<[^>]+>", "", plain)


def test_whoever_leafs_back_to_a_day_before_the_changes_asked_for_is_told_what_is_shown(
    client: testclient.TestClient,
) -> None:
    told = client.get("/?from=2021-01-10&since=2021-06-01&days=10").text
    assert "1 Jun 2021 is after the day of this diary; changes are told since 31 Dec 2020." in told


def test_the_text_of_a_document_is_shown_whole_and_in_order(client: testclient.TestClient) -> None:
    import html

    page = client.get(f"/documents/{first(client, 'document')}").text
    shown = page[page.index('<div class="text">') : page.index("</section>", page.index('<div class="text">'))]
    plain = html.unescape(re.sub(r"<[^>]+>", "", shown))
    assert [line.strip() for line in plain.splitlines() if line.strip()] == [line for line in TEXT.splitlines() if line]


def test_lists_are_json_and_csv_too_and_cells_are_no_formulas(client: testclient.TestClient) -> None:
    found = client.get("/engagements.json?all=true").json()["engagements"]
    answer = client.get("/engagements.csv?all=true")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["id"] for row in rows] == [e["id"] for e in found]
    assert "attachment" in answer.headers["content-disposition"]
    from memcon.web.answers import as_csv

    request = testclient.TestClient(lambda *_: None).build_request("GET", "/x.csv")
    body = bytes(as_csv(request, [{"a": "=1+1", "b": "+43", "c": "-", "d": "plain", "e": -1, "f": ""}], "x").body).decode()
    assert body == "a,b,c,d,e,f\n'=1+1,'+43,'-,plain,-1,\n"


def test_a_list_is_read_on_from_its_cursor(client: testclient.TestClient) -> None:
    every = [e["id"] for e in client.get("/engagements.json?all=true").json()["engagements"]]
    seen, cursor = [], None
    while True:
        page = client.get(
            "/engagements.json", params={"all": True, "limit": 1} | ({"cursor": cursor} if cursor else {})
        ).json()
        seen += [e["id"] for e in page["engagements"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == every and len(every) > 1


def test_what_a_browser_has_is_not_sent_again(client: testclient.TestClient) -> None:
    answer = client.get("/engagements")
    again = client.get("/engagements", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/engagements.json?kind=picnic", 400, "there is no kind"),
        ("/engagements.json?issue=weather", 400, "there is no issue"),
        ("/engagements.json?from=yesterday", 400, ""),
        ("/engagements.json?cursor=nothing", 404, "begin again"),
        ("/engagements.json?limit=100000", 400, "limit"),
        ("/engagements/nothing.json", 404, "nothing in the record"),
        ("/documents/document-zzz.json", 404, "nothing in the record"),
        ("/relations/DEU/Atlantis.json", 404, "no state"),
        ("/calendar/2021-13.json", 400, "no month"),
        ("/nowhere.json", 404, ""),
    ],
)
def test_what_cannot_be_asked_is_told_as_a_problem(
    client: testclient.TestClient, address: str, status: int, words: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert words in answer.json()["detail"]


def test_for_people_an_error_is_a_page(client: testclient.TestClient) -> None:
    answer = client.get("/engagements/nothing")
    assert answer.status_code == 404 and "Not in this record" in answer.text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8765", "", "[::1"])
def test_a_page_elsewhere_that_has_a_browser_ask_under_another_name_learns_nothing(
    client: testclient.TestClient, host: str
) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421 and "Weimar" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_written(client: testclient.TestClient, method: str) -> None:
    assert client.request(method, "/engagements").status_code == 405


def test_long_addresses_and_bodies_are_refused(client: testclient.TestClient) -> None:
    assert client.get("/search?q=" + "a" * 5_000).status_code == 414
    assert client.request("GET", "/", content=b"a" * 200_000).status_code == 413


KINDS = {
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".atom": "application/atom+xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}


def test_the_api_is_described(client: testclient.TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert {"/engagements.json", "/engagements/{item}.json", "/diary.json", "/search.json"} <= described["paths"].keys()
    assert all(path.endswith(tuple(KINDS)) for path in described["paths"])


def test_the_description_tells_what_an_address_takes_and_how_it_refuses(client: testclient.TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    for path, described in paths.items():
        answers = described["get"]["responses"]
        assert answers.keys() == {"200", "304", "4XX", "503"} and "application/problem+json" in answers["4XX"]["content"], (
            path
        )
        assert list(answers["200"]["content"]) == [KINDS[path[path.rindex(".") :]]]
    asked = {p["name"]: p["schema"] for p in paths["/engagements.json"]["get"]["parameters"]}
    assert {"meeting", "visit"} <= set(asked["kind"]["enum"]) and "held" in str(asked["status"])


def test_a_head_is_answered_without_a_body(client: testclient.TestClient) -> None:
    got, head = client.get("/engagements"), client.head("/engagements")
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", got.headers["etag"])


def test_a_refused_method_is_told_which_are_not(client: testclient.TestClient) -> None:
    answer = client.post("/engagements.json")
    assert (answer.headers["allow"], answer.headers["content-type"]) == ("GET, HEAD", "application/problem+json")


@pytest.mark.parametrize("day", ["0", "1717113600", "20240531", "2024-W22-5", "2024-13-01"])
def test_a_day_is_an_iso_day_and_no_number(client: testclient.TestClient, day: str) -> None:
    for address in ("/diary.json?since=", "/diary.json?from=", "/engagements.json?to="):
        assert client.get(address + day).status_code == 400, address


def test_no_cell_of_a_list_of_words_begins_a_formula() -> None:
    from fastapi import Request

    from memcon.web.answers import as_csv

    request = Request({"type": "http", "headers": []})
    answer = as_csv(request, [{"names": ["=HYPERLINK(1)", "b"], "n": -1, "day": None}], "x")
    assert bytes(answer.body).decode() == "names,n,day\n'=HYPERLINK(1);b,-1,\n"


def test_what_no_day_is_told_of_stands_apart_and_is_not_the_newest() -> None:
    from memcon.model.dates import DateRange
    from memcon.model.status import Status
    from memcon.web.ordering import last_first

    one = records.full_record(records.document(TEXT)).engagements[0]
    held = [replace(one, id=f"e{n}", status=Status.HELD, date=DateRange.iso(f"2021-03-0{n}")) for n in (1, 2, 3)]
    plan = replace(one, id="plan", status=Status.PLANNED, date=DateRange())
    open_ = replace(one, id="open", status=Status.HELD, date=DateRange())
    groups = [(heading, [e.id for e in some]) for heading, some in last_first([*held, plan, open_], 2)]
    assert groups == [("", ["e3", "e2"]), ("No day yet", ["plan"]), ("No day told", ["open"])]


def test_a_visit_and_the_talks_in_it_are_one_time_that_two_met() -> None:
    from memcon.model.record import Actor, EngagementParticipant
    from memcon.model.status import Status
    from memcon.web.pages.actor import met

    one, other = (Actor(i, "person", i.title(), (), s, None, ()) for i, s in (("ann", "DEU"), ("bo", "POL")))
    whole = replace(
        records.full_record(records.document(TEXT)).engagements[0],
        id="whole",
        status=Status.HELD,
        part_of=None,
        participants=tuple(EngagementParticipant(a.id, "principal", ()) for a in (one, other)),
    )
    found = met(one, [whole, replace(whole, id="part", part_of="whole")], {"ann": one, "bo": other})
    assert [(m.who.id, m.times) for m in found] == [("bo", 1)]


def test_everything_that_was_read_in_a_report_is_listed_for_those_who_do_not_hover(client: testclient.TestClient) -> None:
    page = client.get(f"/documents/{first(client, 'document')}").text
    listed = page[page.index('id="read"') :]
    marked = set(re.findall(r'id="(at\d+)"', page))
    assert marked and set(re.findall(r'href="#(at\d+)"', listed)) <= marked
    assert "rule" in listed


def test_the_data_of_a_calendar_has_the_filter_of_the_calendar(client: testclient.TestClient) -> None:
    page = client.get("/calendar/2021-12?with=DEU").text
    assert 'href="/calendar/2021-12.json?with=DEU"' in page and 'href="/calendar/2021-12.csv?with=DEU"' in page


def test_those_that_were_left_out_are_one_click_away(client: testclient.TestClient) -> None:
    address = f"/engagements/{first(client, 'engagement')}"
    assert f'href="{address}?others=true#others"' in client.get(address).text
    assert 'id="others"' in client.get(f"{address}?others=true").text


def test_people_are_read_on_from_a_cursor_in_the_order_of_the_whole_list(client: testclient.TestClient) -> None:
    every = [a["id"] for a in client.get("/actors.json?limit=1000").json()["actors"]]
    seen, cursor = [], ""
    while cursor is not None:
        page = client.get("/actors.json", params={"limit": 1, "cursor": cursor}).json()
        seen += [a["id"] for a in page["actors"]]
        cursor = page["next"]
    assert seen == every and len(every) > 1
    assert client.get("/actors.json?cursor=nobody").status_code == 404


def test_the_list_of_actors_counts_the_words_for_an_office_and_leaves_them_to_the_page_of_each(
    client: testclient.TestClient,
) -> None:
    told = {a["id"]: a for a in client.get("/actors.json?limit=1000").json()["actors"] if a["roles"]}
    assert told
    for i, listed in told.items():
        whole = client.get(f"/actors/{i}.json").json()["item"]
        assert "state_evidence" in whole and "state_evidence" not in listed
        assert [r["places"] for r in listed["roles"]] == [len(r["evidence"]) for r in whole["roles"]]
        assert [(r["title"], r["from"]) for r in listed["roles"]] == [(r["title"], r["from"]) for r in whole["roles"]]


def test_a_silence_that_still_goes_on_is_told_with_what_was_read_since() -> None:
    from datetime import date

    from memcon.analysis.coverage import Coverage
    from memcon.analysis.dyad import Dyad
    from memcon.analysis.dyad import Month as Told
    from memcon.analysis.series import months
    from memcon.model.dates import DateRange
    from memcon.model.status import Status
    from memcon.web.pages.relationship import quiet

    found = Dyad("DEU", "POL", 1, 0, 0, 0, 0, (), (Told("2021-11", 1, 0, 0.0, 0.0, ()),), (), ())
    read = months(found, {"2021-11": Coverage(9, 8, 7), "2022-02": Coverage(5, 4, 3)})
    assert [(m.month, m.reports) for m in read] == [("2021-11", 9), ("2021-12", 0), ("2022-01", 0), ("2022-02", 5)]
    one = records.full_record(records.document(TEXT)).engagements[0]
    held = replace(one, status=Status.HELD, date=DateRange.iso("2021-11-30"))
    told = quiet([held], read, date(2022, 2, 3))
    assert told is not None and (told.days, told.reports) == (65, 5)
    assert quiet([held], read, date(2021, 11, 30)) is None


def test_a_page_of_an_engagement_shows_how_sure_its_values_are(client: testclient.TestClient) -> None:
    item = first(client, "engagement")
    sure = client.get(f"/engagements/{item}.json").json()["item"]["confidence"]
    page = client.get(f"/engagements/{item}").text
    assert f"<strong>{sure['status']:.2f}</strong>" in page
    assert f"of 100 such about {round(100 * sure['status'])} were right" in page


def test_a_list_takes_a_least_confidence_and_refuses_what_is_none(client: testclient.TestClient) -> None:
    every = client.get("/engagements.json?all=true").json()["engagements"]
    least = max(e["confidence"]["status"] for e in every)
    some = client.get(f"/engagements.json?all=true&min_confidence={least}").json()["engagements"]
    assert [e["id"] for e in some] == [e["id"] for e in every if e["confidence"]["status"] >= least]
    assert client.get("/engagements.json?min_confidence=").status_code == 200
    for slip in ("much", "1.5", "-1", "nan"):
        assert client.get(f"/engagements.json?min_confidence={slip}").status_code == 400, slip


def test_a_database_that_is_gone_is_no_missing_page(tmp_path: Path) -> None:
    from memcon.web.app import create_app

    place = tmp_path / "record.db"
    document = records.document()
    with Store(place) as store:
        store.add(document, records.found_in(document), "key")
        store.put_record(records.full_record(document), {}, join_stamp(store.generation()))
    asked = testclient.TestClient(create_app(place), base_url="http://127.0.0.1:8765")
    assert asked.get("/engagements").status_code == 200
    place.unlink()
    page, data = asked.get("/engagements"), asked.get("/engagements.json")
    assert (page.status_code, data.status_code) == (503, 503)
    assert "there is no database" in page.text
    assert data.headers["content-type"] == "application/problem+json" and data.json()["status"] == 503
