"""What two states say of each other and do to each other, by month: no copy, no plan, and each in its own month."""

from dataclasses import replace

import records
from memcon.analysis.told import Told, told_by_month
from memcon.model.dates import DateRange

DOCUMENT = records.document(records.TEXT)
RECORD = records.full_record(DOCUMENT)
DONE = replace(RECORD.events[0], document="d1", tense="past", negated=False, retells=None, intensity=3.0, date=None)
PUBLISHED = {"d1": DateRange.iso("2021-12-11"), "d2": DateRange.iso("2022-02-01")}


def test_statements_count_in_the_month_of_their_report() -> None:
    found = told_by_month(["d1", "d1", "undated"], ["d2"], [], PUBLISHED)
    assert found == {"2021-12": Told(said_by_left=2), "2022-02": Told(said_by_right=1)}


def test_events_count_in_their_own_month_and_plans_and_denials_nowhere() -> None:
    fought = replace(DONE, id="e2", intensity=-5.0, date=DateRange.iso("2021-10-03"))
    others = [
        replace(DONE, id="e3", tense="future"),
        replace(DONE, id="e4", negated=True),
        replace(DONE, id="e5", intensity=None),
    ]
    found = told_by_month([], [], [DONE, fought, *others], PUBLISHED)
    assert found == {"2021-10": Told(in_conflict=1), "2021-12": Told(cooperating=1)}
    assert list(found) == sorted(found)
