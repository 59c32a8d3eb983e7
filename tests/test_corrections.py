"""Corrections by hand: what people decide holds, outlives re-reading, and can be taken back."""

import json
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

import memcon
from memcon.annotate.parser import Parser
from memcon.correcting.fields import checked
from memcon.flow.run import read_into
from memcon.model.errors import StoreError
from memcon.model.record import Engagement
from memcon.read.read import ReadOptions, read_paths
from memcon.store.store import Store

REPORTS = {
    "a.txt": "HELSINKI, July 16, 2018 — U.S. President Donald Trump met Russian President Vladimir Putin in Helsinki on Monday.",
    "b.txt": "MOSCOW, July 17, 2018 — Russian President Vladimir Putin met U.S. President Donald Trump in Helsinki on Monday.",
    "c.txt": "BERLIN, July 18, 2018 — Angela Merkel will visit Madrid in August, her spokesman said on Wednesday.",
}


@pytest.fixture
def db(tmp_path: Path, parser: Parser) -> Iterator[Path]:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    read(folder, tmp_path / "record.db", parser)
    yield tmp_path / "record.db"


def read(folder: Path, db: Path, parser: Parser) -> None:
    with Store(db) as store:
        read_into(store, read_paths([folder], ReadOptions()), parser)


def engagements(db: Path) -> list[Engagement]:
    with memcon.open_record(db) as record:
        return record.engagements()


def meetings(db: Path) -> list[Engagement]:
    return [e for e in engagements(db) if e.kind == "meeting"]


def test_a_report_split_off_tells_of_another_meeting_until_that_is_undone(db: Path) -> None:
    (before,) = meetings(db)
    memcon.corrections(db).split(before.id, [before.reports[1]], "two sittings")
    assert sorted(e.reports for e in meetings(db)) == sorted((d,) for d in before.reports)
    memcon.corrections(db).undo()
    assert meetings(db) == [before]


def test_engagements_that_the_rules_keep_apart_can_be_merged(db: Path) -> None:
    every = engagements(db)
    (meeting,) = meetings(db)
    visit = next(e for e in every if e.kind == "visit")
    memcon.corrections(db).merge([meeting.id, visit.id], "one journey")
    (both,) = [e for e in engagements(db) if len(e.reports) == 3]
    assert {m.mention.kind for m in both.mentions} >= {"meeting", "visit"}
    assert len(engagements(db)) == len(every) - 1


def test_a_correction_holds_when_reports_are_read_again_and_added(db: Path, parser: Parser) -> None:
    (before,) = meetings(db)
    memcon.corrections(db).correct(before.id, "status", "cancelled", "it was a film")
    added = db.parent / "more"
    added.mkdir()
    (added / "d.txt").write_text("PARIS, July 15, 2018 — Donald Trump will meet Vladimir Putin in Helsinki on Monday.")
    read(added, db, parser)
    assert [e.status for e in meetings(db)] == ["cancelled"]


def test_a_corrected_status_is_that_of_every_list_of_the_day(db: Path) -> None:
    (before,) = meetings(db)
    memcon.corrections(db).correct(before.id, "status", "cancelled", "it was a film")
    with memcon.open_record(db) as record:
        (listed,) = [e for e in record.engagements(as_of=record.last_published()) if e.id == before.id]
        shown = record.show(before.id).item
        assert isinstance(shown, Engagement)
        assert (listed.status, shown.status) == ("cancelled", "cancelled")


def test_a_corrected_field_keeps_what_was_said_in_the_history(db: Path) -> None:
    (before,) = meetings(db)
    corrections = memcon.corrections(db)
    corrections.correct(before.id, "date", "2018-07-17", "the minutes")
    corrections.correct(before.id, "place", "Espoo", "the minutes")
    (after,) = meetings(db)
    assert (after.date.value, after.place and after.place.name) == ("2018-07-17", "Espoo")
    assert after.history == before.history


def test_a_rejected_engagement_is_gone_and_comes_back(db: Path) -> None:
    (before,) = meetings(db)
    memcon.corrections(db).reject(before.id, "a novel")
    assert not meetings(db)
    memcon.corrections(db).undo(1)
    assert meetings(db) == [before]


def test_two_persons_are_one_and_one_is_two(db: Path) -> None:
    def named(name: str) -> list[str]:
        with memcon.open_record(db) as record:
            return [a.id for a in record.actors(person=name)]

    (trump,), (putin,), (merkel,) = named("Trump"), named("Putin"), named("Merkel")
    corrections = memcon.corrections(db)
    corrections.merge([trump, merkel], "a test of absurdity")
    assert named("Trump") == named("Merkel")
    corrections.undo()
    (before,) = meetings(db)
    corrections.split(putin, [before.reports[0]], "a namesake")
    assert len(named("Putin")) == 2


def test_an_item_shows_what_was_decided_of_it(db: Path) -> None:
    (before,) = meetings(db)
    memcon.corrections(db).correct(before.id, "kind", "talks", "they sat with aides")
    (after,) = [e for e in engagements(db) if e.kind == "talks"]
    with memcon.open_record(db) as record:
        shown = record.show(after.id)
    assert [(d.by, d.field, d.value, d.reason) for d in shown.decisions if d.by == "person"] == [
        ("person", "kind", "talks", "they sat with aides")
    ]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("status", "maybe", "is no status"),
        ("date", "next week", "is no date"),
        ("colour", "red", "status, kind, date, place"),
        ("kind", "duel", "is no kind"),
    ],
)
def test_what_a_field_cannot_have_is_refused_with_what_it_can(db: Path, field: str, value: str, said: str) -> None:
    (before,) = meetings(db)
    with pytest.raises(StoreError, match=said):
        memcon.corrections(db).correct(before.id, field, value, "")
    assert not memcon.corrections(db).all()


def test_all_reports_of_a_meeting_cannot_be_split_off(db: Path) -> None:
    (before,) = meetings(db)
    with pytest.raises(StoreError, match="not none and not all"):
        memcon.corrections(db).split(before.id, before.reports, "")


def test_without_a_correction_there_is_nothing_to_undo(db: Path) -> None:
    with pytest.raises(StoreError, match="no correction"):
        memcon.corrections(db).undo()


def test_what_is_accepted_stays_open_to_new_reports(db: Path, parser: Parser) -> None:
    visit = next(e for e in engagements(db) if e.kind == "visit")
    made = memcon.corrections(db).accept(visit.id, "as the spokesman said", judge="Ada")
    assert made.judge == "Ada" and {d.verdict for d in made.decisions} == {"accepted"}
    assert next(e for e in engagements(db) if e.kind == "visit").corrected == ()
    added = db.parent / "more"
    added.mkdir()
    (added / "d.txt").write_text("BERLIN, July 25, 2018 — Angela Merkel has called off her visit to Madrid in August.")
    read(added, db, parser)
    assert {e.status for e in engagements(db) if e.kind == "visit"} == {"cancelled"}


def test_a_judgement_tells_what_was_there_when_it_was_made(db: Path) -> None:
    (before,) = meetings(db)
    made = memcon.corrections(db).judge(
        before.id, "the minutes", accepted=["exists", "kind"], corrected={"status": "cancelled"}, judge=" Ada  Byron "
    )
    assert made.what == "engagement: it is one; kind meeting is right; status is cancelled, not held"
    assert made.judge == "Ada Byron"
    assert {d.field: d.before for d in made.decisions} == {None: None, "kind": "meeting", "status": "held"}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, "nothing is judged"),
        ({"accepted": ["kind"], "corrected": {"kind": "visit"}}, "either what it holds is right"),
        ({"accepted": ["colour"]}, "status, kind, date, place"),
        ({"corrected": {"exists": "no"}}, "status, kind, date, place"),
        ({"corrected": {"place": "x" * 500}}, "at most 200 characters"),
        ({"accepted": ["kind"], "seen": {"status": "planned"}}, "changed since you looked"),
    ],
)
def test_a_judgement_that_says_nothing_or_contradicts_itself_is_refused(
    db: Path, asked: dict[str, Any], words: str
) -> None:
    (before,) = meetings(db)
    with pytest.raises(StoreError, match=words):
        memcon.corrections(db).judge(before.id, "why", judge="Ada", **asked)
    with pytest.raises(StoreError, match="needs a reason"):
        memcon.corrections(db).accept(before.id, " \n ")
    assert memcon.corrections(db).all() == []


def test_who_disputes_a_rejection_brings_the_engagement_back_and_both_judgements_are_kept(db: Path) -> None:
    (before,) = meetings(db)
    corrections = memcon.corrections(db)
    rejected = corrections.reject(before.id, "a novel", "Ada")
    corrections.dispute(rejected.id, "it was in the papers", "Bo")
    assert meetings(db) == [before]
    (differing,) = corrections.agreement().differing
    assert (differing.item, differing.said) == (before.id, (("Ada", "no"), ("Bo", "yes")))
    corrections.reject(before.id, "still a novel", "Ada")
    assert not meetings(db)


def test_a_second_person_can_decide_the_same(db: Path) -> None:
    (before,) = meetings(db)
    corrections = memcon.corrections(db)
    first = corrections.correct(before.id, "place", "Espoo", "the minutes", "Ada")
    corrections.agree(first.number, "I was there", "Bo")
    found = corrections.agreement()
    assert [(f.field, f.items, f.agreed) for f in found.fields] == [("exists", 1, 1), ("place", 1, 1)]
    corrections.undo(first.id)
    (after,) = meetings(db)
    assert after.place is not None and after.place.name == "Espoo"


def test_people_who_judge_apart_are_compared_over_two_databases(db: Path) -> None:
    other = db.with_name("other.db")
    shutil.copy(db, other)
    (before,) = meetings(db)
    here, there = memcon.corrections(db), memcon.corrections(other)
    here.correct(before.id, "date", "2018-07-16", "the dateline", "Ada")
    there.reject(before.id, "no meeting", "Bo")
    there.undo()
    there.correct(before.id, "date", "2018-07-15", "the minutes", "Bo")
    (differing,) = here.agreement(there).differing
    assert differing.said == (("Ada", "2018-07-16"), ("Bo", "2018-07-15"))


def test_judgements_are_gold_with_the_words_of_their_place(db: Path) -> None:
    (before,) = meetings(db)
    corrections = memcon.corrections(db)
    corrections.correct(before.id, "status", "cancelled", "a film", "Ada")
    corrections.correct(before.id, "status", "held", "no film", "Bo")
    lines = [json.loads(line) for line in corrections.gold().splitlines()]
    assert [(g["judge"], g["before"], g["value"], g["holds"]) for g in lines] == [
        ("Ada", "held", "cancelled", False),
        ("Bo", "cancelled", "held", True),
    ]
    with memcon.open_record(db) as record:
        for g in lines:
            text = record.documents_by_id([g["at"]["document"]])[g["at"]["document"]].text
            assert text[g["at"]["start"] : g["at"]["end"]] == g["at"]["quote"] != ""
        out = BytesIO()
        record.export(out, "gold")
    assert out.getvalue() == corrections.gold()


@pytest.mark.parametrize(
    "value", ["9999", "2018-", "2018-06-01/", "/", "2018-W01", "2018-02-30", "2018-02-02/2018-01-01", "soon", ""]
)
def test_what_is_no_day_month_year_or_interval_is_refused(value: str) -> None:
    with pytest.raises(StoreError, match=r"is no date.*write 2023-06-18"):
        checked("engagement", "date", value)


@pytest.mark.parametrize("value", ["2018", "2018-06", "2018-06-01", "2018-06/2018-07", "9998"])
def test_a_day_a_month_a_year_and_an_interval_are_dates(value: str) -> None:
    assert checked("engagement", "date", value) == value
