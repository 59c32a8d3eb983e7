"""The life of an engagement as its turning points, with the sentence that told each."""

from dataclasses import replace

import records
from memcon.cli.turning_points import in_sentence, line
from memcon.model.life import turning_points
from memcon.model.record import HistoryStep
from memcon.model.status import Status
from memcon.model.text import Evidence, Span, Zone


def step(status: Status, said_on: str, report: str | None = None) -> HistoryStep:
    return HistoryStep(status, records.day(said_on), (Evidence(report or said_on, 0, 4, "talk"),))


def told(*steps: HistoryStep) -> list[tuple[Status, int]]:
    return [(point.status, len(point.repeated)) for point in turning_points(steps)]


def test_a_summit_that_was_called_off_and_planned_again_has_four_turning_points() -> None:
    life = (
        step(Status.PLANNED, "2018-05-10"),
        step(Status.CANCELLED, "2018-05-24"),
        step(Status.PLANNED, "2018-06-01"),
        step(Status.HELD, "2018-06-12"),
    )
    assert [s for s, _ in told(*life)] == ["planned", "cancelled", "planned", "held"]


def test_steps_that_only_repeat_are_folded_with_their_number() -> None:
    life = [step(Status.HELD, f"2022-03-{day:02}") for day in (4, 5, 6, 9)]
    assert told(*life) == [(Status.HELD, 3)]
    assert line(turning_points(life)[0]).plain == "  held, said on 4 Mar 2022; again 3 times, last on 9 Mar 2022"


def test_of_one_report_the_status_that_tells_most_counts() -> None:
    life = (step(Status.CONSIDERED, "2022-03-04", "a"), step(Status.HELD, "2022-03-04", "a"))
    assert told(*life) == [(Status.HELD, 0)]


def test_a_later_report_that_says_less_of_a_plan_is_no_turning_point() -> None:
    life = (step(Status.AGREED, "2022-03-01"), step(Status.CONSIDERED, "2022-03-02"), step(Status.POSTPONED, "2022-03-03"))
    assert told(*life) == [(Status.AGREED, 1), (Status.POSTPONED, 0)]


def test_what_was_held_is_not_planned_again_by_a_memory_of_its_plan() -> None:
    assert told(step(Status.HELD, "2022-03-04"), step(Status.PLANNED, "2022-03-05")) == [(Status.HELD, 1)]


def test_the_whole_sentence_is_told_and_the_words_are_marked_in_it() -> None:
    text = "It rained. The two will meet\nin Lima on Friday, she said. Then it stopped."
    d = replace(records.document(), text=text, zones=(Zone(0, len(text), "body"),))
    start = text.index("meet")
    sentence = Span(text.index("The two"), text.index(" Then"))
    told = in_sentence(d, Span(start, start + 4), sentence).plain.strip()
    assert told == "“The two will «meet» in Lima on Friday, she said.”"


def test_of_a_very_long_sentence_what_stands_around_the_words_is_told() -> None:
    text = "word " * 200 + "they met " + "word " * 200
    d = replace(records.document(), text=text, zones=(Zone(0, len(text), "body"),))
    start = text.index("met")
    told = in_sentence(d, Span(start, start + 3), Span(0, len(text))).plain
    assert "they «met» word" in told and told.count("...") == 2 and len(told) < 450
