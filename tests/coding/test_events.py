"""PLOVER events: what shows them, who acts on whom, when."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from memcon.annotate.annotate import annotate
from memcon.annotate.parser import Parser
from memcon.coding.code import code
from memcon.coding.events.coded import coded
from memcon.grammar.clauses import clauses_of
from memcon.model.annotated import Annotated
from memcon.model.dates import BasisKind
from memcon.model.findings import Event
from memcon.model.resolved import Resolved
from memcon.model.text import Zone
from memcon.registers.plover import EventPattern, all_patterns, types
from memcon.resolve.resolve import resolve


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


def test_a_past_event_without_a_day_was_in_the_week_before_its_report(resolve_text: Callable[..., Resolved]) -> None:
    (event,) = code(resolve_text("France condemned Iran over the raid. Iran said nothing.", "2022-05-06")).events
    assert event.date is not None
    assert event.date.basis.kind is BasisKind.NEWS
    assert (str(event.date.earliest), str(event.date.latest)) == ("2022-04-29", "2022-05-06")


def test_a_past_event_that_is_recalled_was_by_the_day_of_the_report(resolve_text: Callable[..., Resolved]) -> None:
    (event,) = code(resolve_text("France had condemned Iran over the raid. Iran said nothing.", "2022-05-06")).events
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


@pytest.mark.parametrize(
    "text",
    [
        "Did France attack Iran? Iran said nothing.",
        "Nobody knows whether France attacked Iran.",
        "If France attacks Iran, the talks will end.",
        "Norway urged France to attack Iran.",
        "France should attack Iran, the paper said.",
        "The best way to attack Iran is from the sea, and France knows it.",
    ],
)
def test_what_is_asked_conditional_or_only_asked_for_is_no_attack(text: str, resolve_text: Callable[..., Resolved]) -> None:
    assert "ASSAULT" not in {e[0] for e in events(resolve_text(text, "2022-05-04"))}


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Norway said that it had expelled two Peruvian envoys.", "NOR", "PER"),
        ("Norway continued its attacks on Iceland.", "NOR", "ISL"),
        ("Norwegian troops attacked a base in Iceland.", "NOR", "ISL"),
        ("Iceland was attacked by Norwegian troops.", "NOR", "ISL"),
        ("The envoy of Norway, who condemned Peru, left.", "NOR", "PER"),
        ("Norway issued a statement condemning Peru.", "NOR", "PER"),
        ("Norway praised Iceland and condemned Peru.", "NOR", "PER"),
        ("Norway lifted the sanctions imposed on Peru.", "NOR", "PER"),
        ("Peru faced criticism from Norway over the raid.", "NOR", "PER"),
        ("Norway signed an agreement with Peru over fishing.", "NOR", "PER"),
        ("Norway and Peru signed an agreement over fishing.", "NOR", "PER"),
        ("Norway’s president ordered the release of two Peruvian pilots.", "NOR", "PER"),
    ],
)
def test_who_acts_and_on_whom_is_found_behind_pronouns_nouns_and_clauses(
    text: str, actor: str, recipient: str, resolve_text: Callable[..., Resolved]
) -> None:
    resolved = resolve_text(text, "2022-05-04")
    found = code(resolved)
    sides = {a.key: a.state for a in found.actors}
    pairs = {(sides[e.actors[0]], sides[e.recipients[0]]) for e in found.events}
    assert (actor, recipient) in pairs


def test_a_dateline_does_not_act(annotate_text: Callable[..., Annotated]) -> None:
    a = annotate_text("LIMA, May 4 - The Norwegian government condemned Iran.")
    (item,) = coded(a, clauses_of(a))
    assert item.actor is not None
    assert a.tokens[item.actor].text == "government"


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Norway will send food to Kenya.", "AGREE"),
        ("Norway will bomb Kenya.", "THREATEN"),
        ("Norway will not lift the ban on Peru.", "REJECT"),
        ("Norway sent food to Kenya.", "AID"),
        ("Norway condemned Kenya.", "ACCUSE"),
    ],
)
def test_a_promise_a_threat_and_a_refusal_have_the_root_that_plover_gives_to_them(
    text: str, root: str, annotate_text: Callable[..., Annotated]
) -> None:
    a = annotate_text(text)
    assert [c.root for c in coded(a, clauses_of(a))] == [root]


def test_a_particle_makes_another_verb(annotate_text: Callable[..., Annotated]) -> None:
    a = annotate_text("Norway backed down. Norway backed Peru.")
    assert [c.pattern.type for c in coded(a, clauses_of(a))] == ["SUPPORT"]


def test_onlookers_do_nothing_between_states(resolve_text: Callable[..., Resolved]) -> None:
    assert events(resolve_text("Kenyan analysts blamed Norway. Kenya was calm.", "2022-05-04")) == []


def test_one_act_told_with_two_verbs_in_a_sentence_is_one_event(resolve_text: Callable[..., Resolved]) -> None:
    found = events(resolve_text("Norway condemned Peru and denounced Peru. Peru said nothing.", "2022-05-04"))
    assert [e[0] for e in found] == ["ACCUSE"]


def test_a_name_in_another_clause_is_not_acted_on(resolve_text: Callable[..., Resolved]) -> None:
    found = events(resolve_text("Norway refused to comment, but Peru was pleased. Norway and Peru waited.", "2022-05-04"))
    assert "REJECT" not in {e[0] for e in found}


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Peru held talks on Monday in which Norway condemned Peru.",
        "President Ana Diaz of Peru condemned Norway on Monday. She also warned Norway against new raids.",
        "Norway spoke to Peru on Monday, warning Peru against new raids.",
    ],
)
def test_an_event_has_the_day_of_the_occasion_or_the_speech_it_belongs_to(
    text: str, resolve_text: Callable[..., Resolved]
) -> None:
    found = [e for e in code(resolve_text(text, "2022-05-06")).events if e.type in ("ACCUSE", "THREATEN")]
    assert found
    assert {e.date.value for e in found if e.date} == {"2022-05-02"}


def test_the_day_of_a_condemnation_is_not_that_of_the_deed(resolve_text: Callable[..., Resolved]) -> None:
    text = "On Monday Peru condemned Norway’s attack on Iceland. Norway said nothing."
    found = {e.type: e for e in code(resolve_text(text, "2022-05-06")).events}
    assert found["ACCUSE"].date is not None
    assert found["ACCUSE"].date.value == "2022-05-02"
    assert found["ASSAULT"].date is not None
    assert found["ASSAULT"].date.earliest is None


def test_what_is_told_in_the_present_is_as_of_the_report(resolve_text: Callable[..., Resolved]) -> None:
    (event,) = code(resolve_text("Norway accuses Peru of spying. Peru is calm.", "2022-05-06")).events
    assert event.date is not None
    assert event.date.value == "2022-05-06"


def test_an_event_by_hearsay_is_no_fact(resolve_text: Callable[..., Resolved]) -> None:
    (event,) = events(resolve_text("Norway allegedly attacked Iceland. Iceland was calm.", "2022-05-04"))
    assert event[3] == "hypothetical"


def test_the_issue_of_its_clause_is_a_context_of_an_event(resolve_text: Callable[..., Resolved]) -> None:
    (event,) = code(resolve_text("Norway criticised Peru over human rights. Peru said nothing.", "2022-05-04")).events
    assert event.contexts == ("rights",)


def test_who_confirms_an_occasion_agrees_with_the_others_who_take_part(resolve_text: Callable[..., Resolved]) -> None:
    text = "President Ana Diaz of Peru will visit Norway on Monday. Norway confirmed the visit."
    found = {e[0]: e for e in events(resolve_text(text, "2022-05-04"))}
    assert found["AGREE"][1:3] == (("NOR",), ("p1",))


def test_each_pattern_has_a_name_of_its_own() -> None:
    names = [line.name for line in all_patterns()]
    assert len(names) == len(set(names))


def test_what_somebody_is_accused_of_is_by_the_account_of_who_accuses(resolve_text: Callable[..., Resolved]) -> None:
    found = {e.type: e for e in code(resolve_text("Norway accused Peru of bombing Iceland.", "2022-05-04")).events}
    assert (found["ASSAULT"].actors, found["ASSAULT"].recipients, found["ASSAULT"].holder) == (("PER",), ("ISL",), "NOR")


@pytest.mark.parametrize("verb", ["condemned", "praised", "thanked"])
def test_who_is_judged_for_a_deed_did_it(verb: str, resolve_text: Callable[..., Resolved]) -> None:
    found = {e[0]: e for e in events(resolve_text(f"Norway {verb} Peru for bombing Iceland.", "2022-05-04"))}
    assert found["ASSAULT"][1:3] == (("PER",), ("ISL",))


def test_a_reluctance_is_no_deed_beside_it(resolve_text: Callable[..., Resolved]) -> None:
    text = "Norway’s reluctance to send food to Peru worried Iceland. Peru and Iceland waited."
    assert [e[0] for e in events(resolve_text(text, "2022-05-04"))] == ["REJECT"]


def test_a_meeting_that_is_only_considered_and_has_no_day_is_no_event(resolve_text: Callable[..., Resolved]) -> None:
    text = "France is considering a meeting with Kenya. France and Kenya said nothing."
    assert "CONSULT" not in {e[0] for e in events(resolve_text(text, "2022-05-04"))}


def test_the_day_of_what_is_threatened_is_not_that_of_the_threat(resolve_text: Callable[..., Resolved]) -> None:
    text = "Norway vowed to attack Peru by Friday. Peru said nothing."
    (event,) = [e for e in code(resolve_text(text, "2022-05-04")).events if e.type == "THREATEN"]
    assert event.date is not None
    assert event.date.value is None


def test_what_a_title_tells_too_is_one_event(parser: Parser, annotate_text: Callable[..., Annotated]) -> None:
    title, body = "France condemns Iran", "France on Monday condemned Iran over the raid. Iran said nothing."
    zones = (Zone(0, len(title), "title"), Zone(len(title), len(title) + 2 + len(body), "body"))
    document = replace(annotate_text(f"{title}\n\n{body}", "2022-05-04").document, zones=zones)
    annotated = annotate(document, parser)
    found = code(resolve(annotated, clauses_of(annotated))).events
    assert [(e.type, e.span.start > len(title)) for e in found] == [("ACCUSE", True)]


def test_what_is_said_at_a_meeting_is_of_its_day(resolve_text: Callable[..., Resolved]) -> None:
    text = (
        "President Ana Diaz of Peru met Norwegian Prime Minister Kari Lund in Lima on Tuesday.\n\n"
        "She thanked Lund for Norway’s help after the floods."
    )
    found = {e.type: e for e in code(resolve_text(text, "2022-05-06")).events}
    assert found["SUPPORT"].date is not None
    assert found["SUPPORT"].date.value == "2022-05-03"


def test_what_is_said_to_somebody_who_was_not_there_is_not_of_the_day_of_the_meeting(
    resolve_text: Callable[..., Resolved],
) -> None:
    text = (
        "President Ana Diaz of Peru met Norwegian Prime Minister Kari Lund in Lima on Tuesday.\n\n"
        "Diaz thanked Iceland for its help after the floods."
    )
    found = {e.type: e for e in code(resolve_text(text, "2022-05-06")).events}
    assert found["SUPPORT"].date is not None
    assert found["SUPPORT"].date.basis.kind is BasisKind.NEWS


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Peruvian Foreign Minister Juan Paz called on Norwegian Prime Minister Kari Lund on Tuesday.", {"CONSULT"}),
        ("Peruvian Foreign Minister Juan Paz called on Norway on Tuesday to release the crew.", {"REQUEST"}),
    ],
)
def test_to_call_on_somebody_is_a_meeting_and_to_call_on_him_to_act_a_demand(
    text: str, types: set[str], resolve_text: Callable[..., Resolved]
) -> None:
    assert {e.type for e in code(resolve_text(text, "2022-05-06")).events} == types
