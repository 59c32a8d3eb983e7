"""Days in the titles of agendas, and in headings that keep the names of days of another language."""

from memcon.registers.day_lines import read_agenda_title, read_day_line


def test_a_heading_keeps_the_names_of_days_of_another_language() -> None:
    line = read_day_line("Mardi 13 mars 2018")
    assert line is not None
    assert (line.year, line.month, line.day, line.weekday) == (2018, 3, 13, 2)


def test_the_title_of_an_agenda_names_its_day() -> None:
    line = read_agenda_title("Prime Minister's itinerary for Monday, 11 February 2019")
    assert line is not None
    assert (line.year, line.month, line.day) == (2019, 2, 11)


def test_the_title_of_a_report_names_no_day_of_an_agenda() -> None:
    assert read_agenda_title("Minister returned on Monday, 11 February 2019") is None
