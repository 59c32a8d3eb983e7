"""PLOVER events: what shows them, who acts on whom, when."""

from collections.abc import Callable

import pytest

from memcon.coding.code import code
from memcon.coding.events.coded import coded
from memcon.grammar.clauses import clauses_of
from memcon.model.annotated import Annotated
from memcon.model.findings import Event
from memcon.model.resolved import Resolved
from memcon.registers.plover import EventPattern, all_patterns, types


def inside(text: str, marks: str) -> tuple[int, int]:
    """Where the marked stretch of an example lies once all marks are taken out."""
    plain = text.translate(str.maketrans("", "", "[]{}"))
    words = text[text.index(marks[0]) + 1 : text.index(marks[1])]
    return plain.index(words), plain.index(words) + len(words)


@pytest.mark.parametrize("line", all_patterns(), ids=lambda line: f"{line.type} {line.lemmas[0]}")
def test_the_example_of_each_pattern_is_coded(line: EventPattern, annotate_text: Callable[..., Annotated]) -> None:
    a = annotate_text(line.example.translate(str.maketrans("", "", "[]{}")))
    found = [c for c in coded(a, clauses_of(a)) if c.pattern == line]
    assert found, [(c.pattern.name, a.tokens[c.trigger].text) for c in coded(a, clauses_of(a))]
    recipient = found[0].recipient if found[0].direct is None else found[0].direct
    for marks, at in (("[]", found[0].actor), ("{}", recipient)):
        start, end = inside(line.example, marks)
        assert at is not None
        assert start <= a.tokens[at].start < end


def test_every_mode_of_a_pattern_is_weighed() -> None:
    assert types()["SANCTION"].weigh("expel") == -5.5
    assert types()["SANCTION"].weigh(None) == -6.0


def events(resolved: Resolved) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str, bool]]:
    found: tuple[Event, ...] = code(resolved).events
    return [(e.type, e.actors, e.recipients, e.tense, e.negated) for e in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France condemned Iran on Monday.", ("ACCUSE", ("FRA",), ("IRN",), "past", False)),
        ("France will impose sanctions on Iran.", ("SANCTION", ("FRA",), ("IRN",), "future", False)),
        ("France did not impose sanctions on Iran.", ("SANCTION", ("FRA",), ("IRN",), "past", True)),
        ("Iran was condemned by France.", ("ACCUSE", ("FRA",), ("IRN",), "past", False)),
        ("France may blacklist Iran.", ("SANCTION", ("FRA",), ("IRN",), "hypothetical", False)),
    ],
)
def test_who_does_what_to_whom_and_when(text: str, expected: object, resolve_text: Callable[..., Resolved]) -> None:
    assert expected in events(resolve_text(text + " Iran said nothing.", "2022-05-04"))


def test_what_is_only_refused_is_not_coded_as_done(resolve_text: Callable[..., Resolved]) -> None:
    kinds = [e[0] for e in events(resolve_text("France refused to lift sanctions on Iran.", "2022-05-04"))]
    assert kinds == ["REJECT"]


def test_an_act_inside_one_state_is_no_event(resolve_text: Callable[..., Resolved]) -> None:
    assert events(resolve_text("President Emmanuel Macron of France praised the French army.", "2022-05-04")) == []


@pytest.mark.parametrize("what", ["a working lunch", "a dinner", "a briefing", "a reception", "a dialogue", "a seminar"])
def test_an_occasion_that_somebody_holds_with_another_is_no_arrest(
    what: str, resolve_text: Callable[..., Resolved]
) -> None:
    text = f"France held {what} with Japan on Monday. Japan and France said nothing."
    assert "COERCE" not in {e[0] for e in events(resolve_text(text, "2022-05-04"))}


def test_an_event_has_the_day_and_the_place_of_its_own_clause(resolve_text: Callable[..., Resolved]) -> None:
    text = "France condemned Iran in Geneva on Monday, the day before Norway praised Peru. Iran and Peru said nothing."
    found = {e.type: e for e in code(resolve_text(text, "2022-05-06")).events}
    assert found["ACCUSE"].date is not None
    assert found["ACCUSE"].date.value == "2022-05-02"
    assert found["ACCUSE"].place is not None
    assert found["ACCUSE"].place.name == "Geneva"


def test_a_past_event_without_a_day_was_by_the_day_of_the_report(resolve_text: Callable[..., Resolved]) -> None:
    (event,) = code(resolve_text("France condemned Iran over the raid. Iran said nothing.", "2022-05-06")).events
    assert event.date is not None
    assert (event.date.earliest, str(event.date.latest)) == (None, "2022-05-06")


def test_a_future_event_without_a_day_has_none(resolve_text: Callable[..., Resolved]) -> None:
    (event,) = code(resolve_text("France will impose sanctions on Iran. Iran said nothing.", "2022-05-06")).events
    assert event.date is None


def test_a_meeting_event_has_the_day_of_its_engagement(resolve_text: Callable[..., Resolved]) -> None:
    text = "French President Luc Morel met Kenyan President William Kiprono in Nairobi on Tuesday."
    (event,) = [e for e in code(resolve_text(text, "2022-05-06")).events if e.type == "CONSULT"]
    assert event.date is not None
    assert event.date.value == "2022-05-03"
    assert event.place is not None
    assert event.place.name == "Nairobi"
