"""Event items for Superdesk Planning."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import memcon
from chosen_samples import of_hand, of_record, told
from memcon.annotate.parser import Parser
from memcon.export.superdesk import OCCUR_STATUS, OCCURS, write_superdesk
from memcon.model.dates import DateRange
from memcon.model.status import Status
from record_samples import CALLED_OFF, PREVIEW, REPORT, VISIT_MADE, VISIT_PLANNED, VISIT_PUT_OFF, Library, Report
from records import day

# The fields of an event, and of its dates, in superdesk-planning's server/planning/events/events_schema.py (5bee1f4).
NAMES = """
_id guid unique_id unique_name version ingest_id recurrence_id previous_recurrence_id original_creator
version_creator firstcreated versioncreated ingest_provider source original_source ingest_provider_sequence
event_created event_lastmodified name definition_short definition_long internal_note reference anpa_category files
relationships links dates _planning_schedule occur_status news_coverage_status registration access_status subject
slugline location participant participant_requirement organizer event_contact_info language state expiry expired
pubstatus lock_user lock_time lock_session lock_action update_method type calendars revert_state duplicate_from
duplicate_to reschedule_from reschedule_to _reschedule_from_schedule place ednote state_reason actioned_date
completed _time_to_be_confirmed _planning_item template planning_ids
"""
FIELDS = set(NAMES.split())
DATES = {
    "start",
    "end",
    "tz",
    "duration",
    "confirmation",
    "recurring_date",
    "recurring_rule",
    "occur_status",
    "ex_date",
    "ex_rule",
}
STATES = {"draft", "active", "ingested", "scheduled", "killed", "cancelled", "rescheduled", "postponed", "spiked"}
MOMENTS = {
    "firstcreated",
    "versioncreated",
    "event_created",
    "event_lastmodified",
    "_reschedule_from_schedule",
    "actioned_date",
}
TEXTS = {
    "guid",
    "name",
    "definition_short",
    "definition_long",
    "ednote",
    "state_reason",
    "source",
    "language",
    "reschedule_from",
}


@pytest.fixture
def items(parser: Parser, tmp_path: Path) -> Callable[..., list[dict[str, Any]]]:
    """The items of some reports as of a day, by the day of the event."""

    def of(on: str, *reports: Report) -> list[dict[str, Any]]:
        folder = tmp_path / f"{on}-{len(reports)}"
        folder.mkdir()
        write_superdesk(of_record(Library(parser).record(*reports), on), folder)
        found = [json.loads(path.read_bytes()) for path in folder.iterdir()]
        return sorted(found, key=lambda item: item["dates"]["start"])

    return of


def is_moment(text: str) -> bool:
    return bool(datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z"))


def test_an_item_has_the_fields_of_the_schema_and_no_others(items: Callable[..., list[dict[str, Any]]]) -> None:
    for item in items("2018-07-14", PREVIEW, CALLED_OFF, VISIT_PLANNED, VISIT_PUT_OFF, VISIT_MADE):
        assert set(item) <= FIELDS and set(item["dates"]) <= DATES
        assert item["type"] == "event" and item["state"] in STATES
        assert all(is_moment(item[name]) for name in MOMENTS & set(item))
        assert all(isinstance(item[name], str) and item[name] for name in TEXTS & set(item))
        assert is_moment(item["dates"]["start"]) and is_moment(item["dates"]["end"])
        assert set(item["occur_status"]) == {"qcode", "name", "label"}
        assert item["_time_to_be_confirmed"] is True, "no report's hour is read"
        assert all({"qcode", "name"} <= set(some) for name in ("location", "participant") for some in item.get(name, ()))


def test_a_plan_is_a_draft_on_its_day_at_a_time_to_be_confirmed(items: Callable[..., list[dict[str, Any]]]) -> None:
    (plan,) = items("2018-07-05", PREVIEW)
    assert (plan["state"], plan["occur_status"]["qcode"]) == ("draft", "eocstat:eos4")
    assert plan["dates"] == {"start": "2018-07-16T00:00:00+0000", "end": "2018-07-16T23:59:59+0000", "tz": "UTC"}
    assert plan["location"][0]["location"] == pytest.approx({"lat": 60.17, "lon": 24.94}, abs=0.05)
    assert [p["name"] for p in plan["participant"]] == [
        "Donald Trump (American President)",
        "Vladimir Putin (Russian President)",
    ]


def test_a_meeting_that_is_called_off_is_the_same_item_cancelled_with_the_words(
    items: Callable[..., list[dict[str, Any]]],
) -> None:
    (plan,), (off,) = items("2018-07-05", PREVIEW), items("2018-07-14", PREVIEW, CALLED_OFF)
    assert (off["guid"], off["state"], off["occur_status"]["qcode"]) == (plan["guid"], "cancelled", "eocstat:eos6")
    assert "called off a meeting" in off["state_reason"] and off["actioned_date"] == "2018-07-14T00:00:00+0000"
    assert off["version"] > plan["version"] and off["versioncreated"] > plan["versioncreated"]


def test_a_visit_that_is_put_off_is_rescheduled_to_another_item(items: Callable[..., list[dict[str, Any]]]) -> None:
    old, new = items("2018-04-12", VISIT_PLANNED, VISIT_PUT_OFF)
    assert (old["state"], old["reschedule_to"]) == ("rescheduled", new["guid"])
    assert (new["state"], new["reschedule_from"]) == ("draft", old["guid"])
    assert new["_reschedule_from_schedule"] == old["dates"]["start"]


def test_what_took_place_is_completed(items: Callable[..., list[dict[str, Any]]]) -> None:
    (held,) = items("2018-07-16", PREVIEW, REPORT)
    assert (held["completed"], held["occur_status"]["qcode"]) == (True, "eocstat:eos5")


def test_a_postponed_meeting_without_a_new_day_is_postponed(tmp_path: Path) -> None:
    write_superdesk(of_hand(told("off", day("2022-03-01"), "postponed")), tmp_path)
    (item,) = (json.loads(path.read_bytes()) for path in tmp_path.iterdir())
    assert (item["state"], item["occur_status"]["qcode"]) == ("postponed", "eocstat:eos3")


def test_what_a_person_called_off_cites_no_report_for_it(tmp_path: Path) -> None:
    planned = told("off", day("2022-03-01"), "planned")
    write_superdesk(of_hand(replace(planned, status=Status.CANCELLED, corrected=("status",))), tmp_path)
    (item,) = (json.loads(path.read_bytes()) for path in tmp_path.iterdir())
    assert (item["state"], item["state_reason"]) == ("cancelled", "set right by hand") and "actioned_date" not in item


def test_what_has_no_day_of_its_own_is_left_out(tmp_path: Path) -> None:
    write_superdesk(of_hand(told("open", DateRange(), "planned")), tmp_path)
    assert not list(tmp_path.iterdir())


def test_every_status_has_an_occurrence_status_of_the_vocabulary() -> None:
    assert set(OCCUR_STATUS) == set(Status) and set(OCCUR_STATUS.values()) == set(OCCURS)


def test_no_name_of_a_file_comes_from_a_report(tmp_path: Path) -> None:
    write_superdesk(of_hand(told("x", day("2022-03-01"), "planned")), tmp_path)
    (path,) = tmp_path.iterdir()
    assert path.name == f"{memcon_id(path)}.json"


def memcon_id(path: Path) -> str:
    return str(json.loads(path.read_bytes())["guid"]).removeprefix("urn:memcon:")


def test_a_whole_record_takes_no_filters_and_a_folder_is_no_stream(tmp_path: Path) -> None:
    from memcon.store.store import Store

    with Store(f"{tmp_path}/record.db"):
        pass
    with memcon.open_record(f"{tmp_path}/record.db") as record:
        with pytest.raises(memcon.UnknownName, match="whole record"):
            record.export((tmp_path / "x").open("wb"), "json", with_="CHN")
        with pytest.raises(ValueError, match="into a folder"):
            record.export((tmp_path / "x").open("wb"), "superdesk")
