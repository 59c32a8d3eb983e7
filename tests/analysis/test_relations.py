"""What the record says of two states over time."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from memcon.analysis.changes import Side, differences
from memcon.analysis.contacts import pairs, silences
from memcon.analysis.dyad import dyad
from memcon.analysis.level import LEVELS, level
from memcon.analysis.picture import draw
from memcon.cli.relations import by_month
from memcon.model.dates import DateRange
from memcon.model.deeds import Deed
from memcon.model.record import Account, Actor, Engagement, Tenure
from memcon.model.resolved import Place
from records import actor, day, document, engagement

PAPER = document()


def person(name: str, state: str, title: str) -> Actor:
    return actor(name, state, roles=(Tenure(title, None, None, None, ()),))


CARTER = person("Jimmy Carter", "USA", "president")
VANCE = person("Cyrus Vance", "USA", "secretary of state")
SADAT = person("Anwar Sadat", "EGY", "president")
KAMEL = person("Mohamed Ibrahim Kamel", "EGY", "foreign minister")
EGYPT = actor("Egypt", "EGY", "state")
ACTORS = {a.id: a for a in (CARTER, VANCE, SADAT, KAMEL, EGYPT)}


def met(when: str | None, *who: Actor, **fields: object) -> Engagement:
    made = engagement(PAPER, "met", *who, date=day(when) if when else DateRange(), issues=())
    return replace(made, id=f"engagement-{when}-{'-'.join(a.name for a in who)}", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (CARTER, SADAT, "leaders"),
        (VANCE, KAMEL, "ministers"),
        (CARTER, KAMEL, "ministers"),
        (CARTER, EGYPT, "states"),
    ],
)
def test_the_level_of_a_meeting_is_that_of_the_lower_side(one: Actor, other: Actor, told: str) -> None:
    assert level(met("1978-02-03", one, other), ACTORS, "USA", "EGY") == told


def test_only_what_was_held_is_a_contact() -> None:
    held, planned = met("1978-02-03", CARTER, SADAT), met("1978-09-05", CARTER, SADAT, status="planned")
    (pair,) = pairs([held, planned], ACTORS)
    assert (pair.left, pair.right, pair.contacts, pair.last) == ("EGY", "USA", 1, date(1978, 2, 3))


def test_a_visit_and_the_talks_in_it_are_one_contact() -> None:
    visit = met("1978-02-03", CARTER, EGYPT, kind="visit")
    talks = met("1978-02-04", CARTER, SADAT, part_of=visit.id)
    dinner = met("1978-02-05", CARTER, SADAT, part_of=talks.id, kind="dinner")
    later = met("1978-09-05", CARTER, SADAT)
    (pair,) = pairs([dinner, talks, visit, later], ACTORS)
    assert (pair.contacts, pair.last) == (2, date(1978, 9, 5))
    found = dyad("USA", "EGY", [dinner, talks, visit, later], [], ACTORS)
    assert (found.held, [(m.month, m.held) for m in found.months if m.held]) == (2, [("1978-02", 1), ("1978-09", 1)])
    assert {k.kind: k.levels[LEVELS.index("leaders")] for k in found.kinds} == {"visit": 1, "meeting": 1}


def test_a_part_counts_where_its_whole_was_not_held_or_not_between_the_two() -> None:
    visit = met("1978-02-03", CARTER, kind="visit")
    (pair,) = pairs([visit, met("1978-02-04", CARTER, SADAT, part_of=visit.id)], ACTORS)
    assert pair.contacts == 1


def test_the_rounds_of_a_long_process_count_and_the_process_does_not() -> None:
    process = replace(met(None, CARTER, SADAT), date=DateRange(date(1977, 11, 1), date(1978, 9, 30)))
    rounds = [met(d, CARTER, SADAT, part_of=process.id) for d in ("1977-11-20", "1978-02-03")]
    (pair,) = pairs([process, *rounds], ACTORS)
    assert pair.contacts == 2


def test_parts_that_are_within_each_other_are_one_contact() -> None:
    one = met("1978-02-03", CARTER, SADAT, part_of="engagement-2")
    (pair,) = pairs([one, replace(one, id="engagement-2", part_of=one.id)], ACTORS)
    assert pair.contacts == 1


def test_persons_of_one_state_do_not_meet_as_persons_of_two() -> None:
    found = pairs([met("1978-09-05", CARTER, VANCE, SADAT)], ACTORS, persons=True)
    assert {frozenset((p.left, p.right)) for p in found} == {
        frozenset((CARTER.id, SADAT.id)),
        frozenset((VANCE.id, SADAT.id)),
    }


def test_a_silence_lies_between_two_days_that_are_known() -> None:
    days = ["1977-04-04", "1978-02-03", "1978-09-05", None]
    assert [g.days for g in silences([met(d, CARTER, SADAT) for d in days])] == [305, 214]


def test_a_dyad_has_every_month_from_the_first_to_the_last() -> None:
    found = dyad("USA", "EGY", [met("1977-11-20", CARTER, SADAT), met("1978-02-03", CARTER, SADAT)], [], ACTORS)
    assert [(m.month, m.held) for m in found.months] == [("1977-11", 1), ("1977-12", 0), ("1978-01", 0), ("1978-02", 1)]


def test_a_long_run_of_months_in_which_nothing_happened_has_one_line_in_the_table() -> None:
    found = dyad("USA", "EGY", [met("1977-11-20", CARTER, SADAT), met("1979-02-03", CARTER, SADAT)], [], ACTORS)
    first, *_ = by_month(found).columns
    assert list(first.cells) == ["1977-11", "... 14 months", "1979-02"]


def test_intensity_is_summed_by_month_and_what_has_none_is_left_out() -> None:
    deeds = [Deed("1978-02", None, None, 7.0), Deed("1978-02", None, None, -2.0), Deed(None, None, None, 7.0)]
    (month,) = dyad("USA", "EGY", [], deeds, ACTORS).months
    assert (month.month, month.cooperation, month.conflict) == ("1978-02", 7.0, -2.0)


def test_a_deed_is_within_some_days_where_it_can_have_been_on_one_of_them() -> None:
    february = Deed("1978-02", date(1978, 2, 1), date(1978, 2, 28), 7.0)
    assert february.can_be_within(None, None) and february.can_be_within(date(1978, 2, 28), date(1978, 3, 1))
    assert not february.can_be_within(date(1978, 3, 1), None) and not february.can_be_within(None, date(1978, 1, 31))
    assert Deed("1978-02", None, None, 7.0).can_be_within(None, None)
    assert not Deed("1978-02", None, None, 7.0).can_be_within(date(1978, 2, 1), None)


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_a_picture_of_a_dyad_is_the_same_each_time(tmp_path: Path, suffix: str) -> None:
    pytest.importorskip("matplotlib", reason="pictures need the extra `pictures`")
    found = dyad("USA", "EGY", [met("1977-11-20", CARTER, SADAT)], [], ACTORS)
    for name in ("one", "two"):
        draw(found, ("United States", "Egypt"), tmp_path / f"{name}{suffix}")
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()


def side(*engagements: Engagement) -> Side:
    return Side(engagements, {PAPER.id: PAPER.sha256})


def test_a_plan_that_was_held_since_is_confirmed_though_its_id_changed() -> None:
    plan = met("1978-09-05", CARTER, SADAT, status="planned")
    held = replace(plan, id="engagement-other", status="held")
    (found,) = differences(side(plan), side(held))
    assert (found.what, found.told) == ("confirmed", "planned -> held")


def test_a_new_day_or_place_is_a_move_and_a_first_day_is_none() -> None:
    plan = met("1978-09-05", CARTER, SADAT, status="planned", place=None)
    assert differences(side(plan), side(replace(plan, place=Place("Cairo", "EGY")))) == []
    (moved,) = differences(side(plan), side(replace(plan, date=day("1978-09-06"))))
    assert (moved.what, moved.told) == ("moved", "1978-09-05 -> 1978-09-06")


def test_an_account_that_differs_makes_it_newly_disputed() -> None:
    held = met("1978-09-05", CARTER, SADAT)
    (found,) = differences(side(held), side(replace(held, accounts=(Account("date", "1978-09-06", (), "differs"),))))
    assert (found.what, found.told) == ("newly disputed", "date")


def test_what_only_one_record_has_is_new_or_gone() -> None:
    held = met("1978-09-05", CARTER, SADAT)
    assert [d.what for d in differences(side(), side(held))] == ["new"]
    assert [d.what for d in differences(side(held), side())] == ["gone"]
