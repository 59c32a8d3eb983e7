"""A diary on paper and as JSON, of reports in our own words."""

from datetime import date

import pytest

import memcon
from memcon.analysis.diary import Diary, diary
from memcon.annotate.parser import Parser
from memcon.desk.diary_page import DiaryPage
from memcon.desk.page import as_text
from memcon.model.record import Record
from record_samples import CALLED_OFF, PREVIEW, VISIT_PLANNED, VISIT_PUT_OFF, Library


@pytest.fixture(scope="module")
def record(parser: Parser) -> Record:
    return Library(parser).record(PREVIEW, CALLED_OFF, VISIT_PLANNED, VISIT_PUT_OFF)


def paper(record: Record, day: date) -> tuple[Diary, DiaryPage]:
    found = diary(record.engagements, {a.id: a for a in record.actors}, day)
    return found, DiaryPage(found, {a.id: a for a in record.actors}, {d.id: d for d in record.documents})


def test_a_plan_is_told_with_who_where_how_far_it_came_and_whose_words_say_so(record: Record) -> None:
    _, page = paper(record, date(2018, 7, 6))
    text = as_text(page.page())
    assert "Monday, 16 Jul 2018" in text
    assert "meeting in Helsinki (Finland)" in text
    assert "Donald Trump (American President), Vladimir Putin (Russian President)" in text
    assert "planned; 1 report" in text
    assert "preview:" in text and "«meet»" in text


def test_what_was_called_off_is_told_with_the_words_that_did(record: Record) -> None:
    found, page = paper(record, date(2018, 7, 14))
    assert not found.days and len(found.called_off) == 1
    text = as_text(page.page())
    assert "Called off\n----------\n16 Jul 2018: meeting in Helsinki (Finland)" in text
    assert "called off «a meeting»" in text


def test_a_visit_that_was_put_off_is_told_with_its_new_day(record: Record) -> None:
    _, page = paper(record, date(2018, 4, 12))
    text = as_text(page.page())
    assert "20 Apr 2018: visit to Moscow (Russia)" in text and "now 26 May 2018, planned" in text
    made = page.as_object()
    (moved,) = made["moved"]
    assert moved["now"]["date"]["value"] == "2018-05-26"
    assert [s["document"] for s in moved["sources"]] and all(s["quote"] for s in moved["sources"])


def test_json_names_everybody_with_his_office(record: Record) -> None:
    _, page = paper(record, date(2018, 7, 6))
    (day,) = [d for d in page.as_object()["days"] if d["day"] == "2018-07-16"]
    (told,) = day["engagements"]
    assert [(p["name"], p["office"]) for p in told["participants"]] == [
        ("Donald Trump", "American President"),
        ("Vladimir Putin", "Russian President"),
    ]


def test_a_record_without_days_asks_for_one(tmp_path: object) -> None:
    from memcon.store.store import Store

    with Store(f"{tmp_path}/empty.db"):
        pass
    with memcon.open_record(f"{tmp_path}/empty.db") as empty:
        with pytest.raises(memcon.StoreError, match="--from"):
            empty.diary()
        assert not list(empty.diary("2020-01-01").entries)
