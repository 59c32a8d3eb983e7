"""Which states make up a body is told as of a day, and not where they changed within the days in question."""

from datetime import date

from memcon.registers.body_members import BODY_MEMBERS, members_of
from memcon.registers.offices import BODIES


def test_a_body_has_the_members_of_the_day() -> None:
    assert members_of("East African Community", date(2005, 3, 1), date(2005, 3, 2)) == ("KEN", "TZA", "UGA")
    assert len(members_of("East African Community", date(2010, 3, 1), date(2010, 3, 1))) == 5


def test_nothing_is_told_of_a_day_before_it_was_one_of_a_change_or_of_none() -> None:
    assert members_of("Quad", date(2001, 1, 1), date(2001, 1, 1)) == ()
    assert members_of("East African Community", date(2007, 6, 1), date(2007, 8, 1)) == ()
    assert members_of("Quad", None, date(2022, 5, 24)) == ()


def test_every_body_of_the_table_is_a_known_body() -> None:
    assert {row.body for row in BODY_MEMBERS.rows} <= {body.name for body in BODIES.rows}
