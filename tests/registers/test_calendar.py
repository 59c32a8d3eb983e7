"""The tables of days with a name and of terms of office; the rules of time are read in test_examples."""

from memcon.registers.times import holidays, terms


def test_terms_of_office_end_after_they_begin() -> None:
    assert all(term.begins < term.ends for term in terms())


def test_a_holiday_is_dated_in_one_way_only() -> None:
    for holiday in holidays():
        assert bool(holiday.days) != bool(holiday.month), holiday.names
