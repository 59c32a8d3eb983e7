"""Calendars to subscribe to, read back by two readers: icalendar and vobject."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

import memcon
import records
from chosen_samples import BAERBOCK, PAPER, of_hand, of_record, told
from memcon.annotate.parser import Parser
from memcon.export.calendar import write_calendar
from memcon.export.chosen import Chosen, chains
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.record import HistoryStep
from memcon.model.status import Status
from record_samples import CALLED_OFF, PREVIEW, REPORT, VISIT_MADE, VISIT_PLANNED, VISIT_PUT_OFF, Library, Report
from records import actor, day, document, engagement

icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed: pip install 'memcon[newsroom]'")
vobject = pytest.importorskip("vobject", reason="vobject is not installed: pip install 'memcon[dev]'")

WEEK = DateRange(date(2022, 3, 7), date(2022, 3, 13), "2022-W10", Basis(BasisKind.RELATIVE, "next week"))


@dataclass(frozen=True)
class Entry:
    """An entry of a calendar as a reader has it: what it is, its id, how often it changed, status, summary, its days."""

    what: str
    uid: str
    sequence: int
    status: str
    summary: str
    start: date | None
    end: date | None


def written(chosen: Chosen) -> bytes:
    out = BytesIO()
    write_calendar(chosen, out)
    return out.getvalue()


def read(chosen: Chosen) -> list[Entry]:
    """The entries of a calendar, which two readers must have alike."""
    body = written(chosen)
    one = by_icalendar(body)
    assert one == by_vobject(body)
    return one


def by_icalendar(body: bytes) -> list[Entry]:
    def value(part: object, name: str) -> date | None:
        found = part.get(name)  # type: ignore[attr-defined]
        return found.dt if found is not None else None

    made = icalendar.Calendar.from_ical(body)
    return [
        Entry(
            part.name,
            str(part["uid"]),
            int(part["sequence"]),
            str(part["status"]),
            str(part["summary"]),
            value(part, "dtstart"),
            value(part, "dtend") or value(part, "due"),
        )
        for part in made.subcomponents
    ]


def by_vobject(body: bytes) -> list[Entry]:
    def value(part: object, name: str) -> date | None:
        found = getattr(part, name, None)
        return found.value if found is not None else None

    (made,) = vobject.readComponents(body.decode())
    return [
        Entry(
            part.name,
            part.uid.value,
            int(part.sequence.value),
            part.status.value,
            part.summary.value,
            value(part, "dtstart"),
            value(part, "dtend") or value(part, "due"),
        )
        for part in made.components()
    ]


@pytest.fixture
def made(parser: Parser) -> Callable[..., list[Entry]]:
    """The entries of the calendar of some reports on a day."""

    def of(on: str, *reports: Report, **fields: object) -> list[Entry]:
        return read(of_record(Library(parser).record(*reports), on, **fields))

    return of


def test_a_plan_is_an_all_day_event_that_ends_with_its_day(made: Callable[..., list[Entry]]) -> None:
    (plan,) = made("2018-07-05", PREVIEW)
    assert (plan.what, plan.status) == ("VEVENT", "TENTATIVE")
    assert (plan.start, plan.end) == (date(2018, 7, 16), date(2018, 7, 17))
    assert plan.summary == "meeting in Helsinki (Finland): Donald Trump, Vladimir Putin"


def test_a_visit_that_is_put_off_is_the_same_event_on_its_new_day(made: Callable[..., list[Entry]]) -> None:
    (plan,) = made("2018-04-02", VISIT_PLANNED)
    (moved,) = made("2018-04-12", VISIT_PLANNED, VISIT_PUT_OFF)
    (held,) = made("2018-05-27", VISIT_PLANNED, VISIT_PUT_OFF, VISIT_MADE)
    assert plan.uid == moved.uid == held.uid
    assert [e.start for e in (plan, moved, held)] == [date(2018, 4, 20), date(2018, 5, 26), date(2018, 5, 26)]
    assert plan.sequence == 0 and plan.sequence < moved.sequence < held.sequence
    assert [e.status for e in (plan, moved, held)] == ["TENTATIVE", "TENTATIVE", "CONFIRMED"]


def test_a_meeting_that_is_called_off_is_the_same_event_cancelled(made: Callable[..., list[Entry]]) -> None:
    (plan,) = made("2018-07-05", PREVIEW)
    (off,) = made("2018-07-14", PREVIEW, CALLED_OFF)
    assert (off.uid, off.start, off.status) == (plan.uid, plan.start, "CANCELLED")
    assert off.sequence > plan.sequence
    assert off.summary.startswith("[CALLED OFF] meeting in Helsinki")


def test_what_was_called_off_shows_as_confirmed_where_that_is_asked_for(made: Callable[..., list[Entry]]) -> None:
    (off,) = made("2018-07-14", PREVIEW, CALLED_OFF, keep_called_off=True)
    assert off.status == "CONFIRMED" and off.summary.startswith("[CALLED OFF]")


def test_a_plan_whose_day_passed_in_silence_is_marked_and_tentative(made: Callable[..., list[Entry]]) -> None:
    (plan,) = made("2018-07-05", PREVIEW)
    (lapsed,) = made("2018-07-20", PREVIEW)
    (held,) = made("2018-07-20", PREVIEW, REPORT)
    assert (lapsed.uid, lapsed.status) == (plan.uid, "TENTATIVE") and lapsed.summary.startswith("[UNCONFIRMED]")
    assert plan.sequence < lapsed.sequence and (held.uid, held.status) == (plan.uid, "CONFIRMED")


def test_what_was_announced_stays_confirmed_when_a_later_report_says_less() -> None:
    plan = told("plan", day("2022-03-08"), "announced")
    later = HistoryStep(Status.PLANNED, day("2022-02-22"), (replace(plan.history[0].evidence[0], document="document-2"),))
    said_again = replace(plan, history=(*plan.history, later), status=Status.PLANNED)
    (one,), (other,) = read(of_hand(plan)), read(of_hand(said_again))
    assert (one.status, one.sequence) == (other.status, other.sequence) == ("CONFIRMED", 0)


def test_a_merge_by_hand_keeps_the_uid_of_the_one_told_first(tmp_path: Path) -> None:
    files = {
        "a.txt": "WARSAW, May 2, 2019 — Zbigniew Rau will meet Annalena Baerbock in Warsaw on May 20.",
        "b.txt": "BERLIN, May 4, 2019 — Annalena Baerbock will visit Warsaw on May 21.",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    db = tmp_path / "record.db"
    memcon.read_reports([tmp_path / name for name in files], db)
    with memcon.open_record(db) as record:
        before = record.chosen()
    entries = read(before)
    assert len(entries) == 2
    memcon.corrections(db).merge([e.id for e in before.engagements], "one journey")
    with memcon.open_record(db) as record:
        (merged,) = read(record.chosen())
    first = next(e for e in before.engagements if e.kind == "meeting")
    assert merged.uid == f"{first.id}@memcon"
    memcon.corrections(db).undo()
    (tmp_path / "c.txt").write_text("WARSAW, May 6, 2019 — Zbigniew Rau will meet Annalena Baerbock in Warsaw on May 20.")
    memcon.read_reports([tmp_path / "a.txt", tmp_path / "c.txt"], db)
    with memcon.open_record(db) as record:
        assert {e.uid for e in read(record.chosen())} == {e.uid for e in entries}, "re-reading and a later report"


def test_a_plan_for_one_of_some_days_is_a_task_between_them_and_no_event() -> None:
    (some,) = read(of_hand(told("some", WEEK, "planned")))
    assert (some.what, some.status, some.start, some.end) == ("VTODO", "NEEDS-ACTION", WEEK.earliest, WEEK.latest)


def test_a_plan_without_a_day_is_a_task_without_one() -> None:
    (open_,) = read(of_hand(told("open", DateRange(), "invited")))
    assert (open_.what, open_.start, open_.end) == ("VTODO", None, None)
    (off,) = read(of_hand(told("open", DateRange(), "cancelled")))
    assert (off.what, off.status) == ("VTODO", "CANCELLED")


def test_what_took_place_on_no_day_that_is_known_is_left_out_and_counted() -> None:
    chosen = of_hand(told("held", WEEK, "held"), told("day", day("2022-03-01"), "held"))
    assert [e.what for e in read(chosen)] == ["VEVENT"]
    assert b"1 left out that took place on no day that is known" in written(chosen)


def test_a_plan_without_a_day_of_reports_without_one_is_left_out() -> None:
    plan = told("open", DateRange(), "planned")
    undated = replace(plan, history=(replace(plan.history[0], said_on=DateRange()),))
    assert not read(of_hand(undated)) and b"1 left out" in written(of_hand(undated))


def test_what_goes_on_for_days_ends_on_the_morning_after_the_last() -> None:
    visit = DateRange(
        date(2022, 2, 27),
        date(2022, 3, 1),
        "2022-02-27/2022-03-01",
        Basis(BasisKind.EXPLICIT, "from February 27 to March 1"),
    )
    (entry,) = read(of_hand(told("visit", visit, "announced", kind="visit")))
    assert (entry.start, entry.end, entry.status) == (date(2022, 2, 27), date(2022, 3, 2), "CONFIRMED")


def test_what_two_were_put_off_to_continues_the_one_told_first_and_the_other_stays_cancelled() -> None:
    new = told("new", day("2022-03-08"), "planned")
    one = told("one", day("2022-03-01"), "postponed", rescheduled_as=new.id)
    other = told("other", day("2022-03-02"), "cancelled", rescheduled_as=new.id)
    entries = read(of_hand(one, other, new))
    first = min(one.id, other.id)
    assert [(e.uid, e.status) for e in entries if e.start == date(2022, 3, 8)] == [(f"{first}@memcon", "TENTATIVE")]
    assert sorted(e.status for e in entries) == ["CANCELLED", "TENTATIVE"]


def test_a_plan_of_which_a_report_tells_only_when_it_is_off_takes_no_entry_over() -> None:
    new = told("new", day("2022-03-08"), "planned")
    off = HistoryStep(Status.POSTPONED, day("2022-02-25"), new.history[0].evidence)
    old = told("old", day("2022-03-01"), "postponed", rescheduled_as=new.id, history=(off,))
    (entry,) = read(of_hand(old, new))
    assert (entry.uid, entry.start) == (f"{new.id}@memcon", date(2022, 3, 8))


def test_what_was_put_off_to_no_day_that_a_calendar_has_stays_cancelled_on_its_own() -> None:
    new = told("new", WEEK, "held")
    old = told("old", day("2022-03-01"), "postponed", rescheduled_as=new.id)
    (entry,) = read(of_hand(old, new))
    assert (entry.uid, entry.status, entry.start) == (f"{old.id}@memcon", "CANCELLED", date(2022, 3, 1))


def test_engagements_that_are_put_off_to_each_other_by_a_fault_have_an_entry_all_the_same() -> None:
    one = told("one", day("2022-03-01"), "postponed")
    other = told("other", day("2022-03-02"), "postponed", rescheduled_as=one.id)
    one = replace(one, rescheduled_as=other.id)
    (chain,) = chains([one, other])
    assert {e.id for e in chain.engagements} == {one.id, other.id}
    assert len(read(of_hand(one, other))) == 1


def test_nothing_that_a_report_says_makes_an_entry_or_a_line_of_its_own() -> None:
    text = "They met.\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged\x1b[31m; a, b\\n" + PAPER.text
    paper = document(text, source="evil\nATTACH:http://evil.example", published="2021-12-11", outlet="X\r\nATTACH:y")
    step = HistoryStep(Status.PLANNED, day("2022-02-20"), (paper.cite(records.span(text, text[:70])),))
    evil = actor("Evil\r\nATTENDEE:mailto:x@y.example", "POL")
    planned = replace(
        engagement(paper, "evil", evil, BAERBOCK, date=day("2022-03-01"), status=Status.PLANNED, accounts=()),
        history=(step,),
    )
    chosen = Chosen((planned,), {evil.id: evil, BAERBOCK.id: BAERBOCK}, {paper.id: paper}, None, "CHN\r\nX-EVIL:1")
    (entry,) = read(chosen)
    (part,) = icalendar.Calendar.from_ical(written(chosen)).subcomponents
    assert not {"ATTACH", "ATTENDEE"} & set(part) and "forged" not in entry.summary
    assert b"\x1b" not in written(chosen)
    assert b"\nX-EVIL" not in written(chosen)


def test_the_same_engagements_give_the_same_bytes(parser: Parser) -> None:
    record = Library(parser).record(PREVIEW, CALLED_OFF, VISIT_PLANNED, VISIT_PUT_OFF)
    assert written(of_record(record, "2018-07-14")) == written(of_record(record, "2018-07-14"))
    assert b"DTSTAMP:20180714T000000Z" in written(of_record(record, "2018-07-14"))


def test_an_event_tells_who_in_which_office_and_whose_words_say_so(parser: Parser) -> None:
    body = written(of_record(Library(parser).record(PREVIEW, CALLED_OFF), "2018-07-14"))
    (event,) = icalendar.Calendar.from_ical(body).subcomponents
    said = str(event["description"])
    assert "Donald Trump (American President)" in said
    assert "planned, said on 5 Jul 2018: “U.S. President Donald Trump will meet" in said
    assert "cancelled, said on 14 Jul 2018: “U.S. President Donald Trump called off a meeting" in said
    assert str(event["location"]) == "Helsinki (Finland)" and str(event["transp"]) == "TRANSPARENT"


def test_an_older_report_that_comes_later_leaves_the_uid_and_changes_the_id(tmp_path: Path) -> None:
    late = "WARSAW, May 4, 2019 — Zbigniew Rau will meet Annalena Baerbock in Warsaw on May 20, the ministry said."
    early = "WARSAW, May 2, 2019 — Zbigniew Rau will meet Annalena Baerbock in Warsaw on May 20."
    first = "WARSAW, May 1, 2019 — Annalena Baerbock will meet Zbigniew Rau in Warsaw on May 20."
    db = tmp_path / "record.db"
    ids, uids = [], []
    for name, text in (("late", late), ("early", early), ("first", first)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        memcon.read_reports(tmp_path / f"{name}.txt", db)
        with memcon.open_record(db) as record:
            chosen = record.chosen()
            (entry,) = read(chosen)
            ids += [e.id for e in chosen.engagements]
            uids.append(entry.uid)
            items = tmp_path / name
            items.mkdir()
            record.export(items, "superdesk")
            assert [path.stem for path in items.iterdir()] == [entry.uid.removesuffix("@memcon")]
    assert len(set(ids)) == 3 and set(uids) == {f"{ids[0]}@memcon"}
    with memcon.open_record(db) as record:
        assert not [c for c in record.changes() if c.what == "first id"], "no change of the record"


def test_a_merge_by_hand_that_is_taken_back_gives_both_their_uids_again(tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    for name, text in (
        ("a", "WARSAW, May 4, 2019 — Zbigniew Rau will meet Annalena Baerbock in Warsaw on May 20."),
        ("b", "BERLIN, May 5, 2019 — Annalena Baerbock will visit Warsaw on May 21."),
        ("c", "BERLIN, May 2, 2019 — Annalena Baerbock will visit Warsaw on May 21, her office said."),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        memcon.read_reports(tmp_path / f"{name}.txt", db)
    with memcon.open_record(db) as record:
        before = record.chosen()
    uids = {e.uid for e in read(before)}
    memcon.corrections(db).merge([e.id for e in before.engagements], "one journey")
    with memcon.open_record(db) as record:
        (merged,) = read(record.chosen())
    assert merged.uid in uids
    memcon.corrections(db).undo()
    with memcon.open_record(db) as record:
        assert {e.uid for e in read(record.chosen())} == uids
