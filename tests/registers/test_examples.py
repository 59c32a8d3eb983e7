"""Each row of a table does what it says: its example goes through the whole reader, and the row's own effect is looked for."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from examples import OF_RULES, WEDNESDAY, Reader, mentions, plain, said_by, speaker, statement, words_of
from memcon.annotate.parser import Parser
from memcon.flow.plan import Reading
from memcon.model.annotated import Annotated
from memcon.model.resolved import PlaceBasis
from memcon.model.status import Status
from memcon.registers.cues import CUES, CueRow
from memcon.registers.engagements import NOUNS, STATUS_CUES, VERBS, NounRow, StatusCue, Trigger
from memcon.registers.hosts import HOSTS, HostRow
from memcon.registers.names import HONORIFICS, Honorific
from memcon.registers.offices import BODIES, MONARCHS, OFFICES, ROLE_NOUNS, Body, Monarchs, Office, RoleNounRow
from memcon.registers.phrases import split
from memcon.registers.plover import PATTERNS, EventPattern
from memcon.registers.session_seats import SESSION_SEATS, SessionSeat
from memcon.registers.states import STATES, State
from memcon.registers.tables import Table
from memcon.registers.times import RULES, TimeRuleRow
from memcon.registers.word_lists import VENUE_WORDS, VenueWordList

# Rows whose example is not read as the row says, by the room that they wait for. One that comes to be read takes its line out
# of the file: the mark is strict.
WAITING: dict[tuple[str, str], str] = {
    (table, example): reason
    for reason, tables in tomllib.loads(Path(__file__).with_name("waiting.toml").read_text(encoding="utf-8")).items()
    for table, examples in tables.items()
    for example in examples
}


def rows_of(table: Table[Any]) -> list[Any]:
    """The rows of a table, those that wait marked so."""
    reasons = {row: WAITING.get((table.name, row.example)) for row in table.rows}
    return [
        pytest.param(row, id=name_of(row), marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else [])
        for row, reason in reasons.items()
    ]


def name_of(row: Any) -> str:
    """A short name for a row."""
    fields = ("name", "lemma", "cue", "word", "words", "lemmas", "list", "state")
    said = next(getattr(row, field) for field in fields if hasattr(row, field))
    said = sorted(said) if isinstance(said, frozenset) else said
    more = [part for field in ("particle", "frame", "type") if isinstance(part := getattr(row, field, ""), str) and part]
    return " ".join((said if isinstance(said, str) else " ".join(said), *more))


EXPLAIN = "`memcon explain FILE WORDS` shows how a file with this sentence is read"


def unlike(found: object) -> str:
    """What is read instead of what a row says."""
    return f"the engagements read in the example: {found or 'none'}; {EXPLAIN}"


def test_what_waits_is_an_example_of_a_row() -> None:
    marked = {CUES, NOUNS, VERBS, STATUS_CUES, ROLE_NOUNS, OFFICES, HONORIFICS, MONARCHS, PATTERNS, RULES}
    known = {(table.name, row.example) for table in marked for row in table.rows}
    known |= {("bodies.csv", name) for body in BODIES.rows for name in (body.name, *body.names)}
    known |= {("states.csv", name) for state in STATES.rows for name in (*state.names, *state.adjectives)}
    assert set(WAITING) - known == set()


@pytest.fixture(scope="session")
def reader(parser: Parser) -> Reader:
    return Reader(parser)


def letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def at_marks(a: Annotated, example: str, marks: str) -> set[int]:
    """The tokens between the marks of an example."""
    start = len(plain(example[: example.index(marks[0])]))
    end = len(plain(example[: example.index(marks[1])]))
    return {t.i for t in a.tokens if start <= t.start < end}


# --- what is said ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows_of(CUES))
def test_a_cue_of_speech_gives_its_content_speaker_and_polarity(row: CueRow, reader: Reader) -> None:
    reading = reader.read(plain(row.example))
    text = reading.resolved.annotated.document.text
    wanted = row.example[row.example.index("[") + 1 : row.example.index("]")]
    said = statement(reading)
    assert said is not None, f"not one statement: {[s.span.of(text) for s in reading.findings.statements]}; {EXPLAIN}"
    assert letters(said.span.of(text)) == letters(wanted)
    assert said.polarity == row.polarity
    assert said.speaker_text
    assert said.cue is None or set(said.cue.of(text).lower().split()) & forms(reading, row.lemma)


def forms(reading: Reading, lemma: str) -> set[str]:
    """The words of a text that have one of the lemmas."""
    wanted = set(lemma.split())
    return {t.lower for t in reading.resolved.annotated.tokens if t.lemma in wanted or t.lower in wanted}


# --- engagements -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows_of(NOUNS))
def test_a_noun_names_an_engagement_of_its_kind(row: NounRow, reader: Reader) -> None:
    reading = reader.read(row.example, WEDNESDAY)
    found = [(m.kind, words_of(reading, m)) for m in mentions(reading)]
    assert any(kind == row.kind and row.lemma.split("-")[-1] in words for kind, words in found), unlike(found)


@pytest.mark.parametrize("row", rows_of(VERBS))
def test_a_verb_names_an_engagement_of_its_kind_and_status(row: Trigger, reader: Reader) -> None:
    reading = reader.read(row.example, WEDNESDAY)
    found = [(m.kind, m.status, words_of(reading, m)) for m in mentions(reading)]
    statuses = {row.status} if row.status else set(Status)
    # What somebody embarks on has the words of the noun.
    named = [(kind, status) for kind, status, words in found if row.lemma in words or row.needs == "trip"]
    assert any(kind == row.kind and status in statuses for kind, status in named), unlike(found)


@pytest.mark.parametrize("row", rows_of(STATUS_CUES))
def test_a_cue_gives_an_engagement_its_status(row: StatusCue, reader: Reader) -> None:
    reading = reader.read(row.example, WEDNESDAY)
    wanted = Status.HELD if row.status == "own" else row.status
    assert wanted in {m.status for m in mentions(reading)}, mentions(reading)


@pytest.mark.parametrize("row", rows_of(HOSTS))
def test_who_receives_gives_the_place(row: HostRow, reader: Reader) -> None:
    reading = reader.read(row.example, WEDNESDAY)
    found = [e.place for e in reading.findings.engagements if e.place is not None]
    assert PlaceBasis.HOST in {place.basis for place in found}, unlike(mentions(reading))


@pytest.mark.parametrize("row", rows_of(SESSION_SEATS))
def test_what_is_beside_a_gathering_is_in_its_town(row: SessionSeat, reader: Reader) -> None:
    reading = reader.read(row.example, WEDNESDAY)
    found = [e.place.country for e in reading.findings.engagements if e.place is not None]
    assert row.country in found, unlike(mentions(reading))


@pytest.mark.parametrize("row", rows_of(VENUE_WORDS))
def test_a_word_of_venues_makes_a_name_a_place(row: VenueWordList, reader: Reader) -> None:
    found = [p.place.name for p in reader.read(row.example, WEDNESDAY).resolved.venues]
    assert any("Orlina" in name or "Turkish" in name for name in found)


# --- who -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows_of(ROLE_NOUNS))
def test_a_noun_of_a_role_means_somebody(row: RoleNounRow, reader: Reader) -> None:
    reading = reader.read(said_by(row.example))
    a = reading.resolved.annotated
    last = {split(row.word)[-1], split(row.plural)[-1]}
    meant = any(m.how == "role" and a.tokens[m.head].lower in last for m in reading.resolved.mentions)
    titled = any(row.word in role.span.of(a.document.text).lower() for who in reading.findings.actors for role in who.roles)
    # "His guest" is no office, and alone means nobody.
    assert (meant or titled) is (row.rank != "relation"), reading.resolved.mentions
    said = statement(reading)
    assert said is not None and said.speaker_text


@pytest.mark.parametrize("row", rows_of(OFFICES))
def test_an_office_is_told_in_its_standard_words(row: Office, reader: Reader) -> None:
    who = speaker(reader.read(said_by(row.example)))
    assert who is not None, f"nobody speaks in {said_by(row.example)!r}; {EXPLAIN}"
    # An office that many states have belongs to a body only where its state is known.
    body = row.organisation if row.habit is None or row.habit == who.state else None
    held = [(role.title, role.organisation) for role in who.roles]
    assert any(title == row.title and body in (None, told) for title, told in held), f"{held}; {EXPLAIN}"


@pytest.mark.parametrize("row", rows_of(HONORIFICS))
def test_an_honorific_is_no_part_of_the_name_and_tells_the_gender(row: Honorific, reader: Reader) -> None:
    people = [a for a in reader.read(said_by(row.example)).findings.actors if a.kind == "person"]
    assert people
    for who in people:
        assert row.word not in who.name.split()
        assert row.gender in (None, who.gender)


@pytest.mark.parametrize("row", rows_of(MONARCHS))
def test_a_monarch_reigns_over_his_state(row: Monarchs, reader: Reader) -> None:
    who = speaker(reader.read(said_by(row.example)))
    assert who is not None and who.state == row.state


@pytest.mark.parametrize("body", BODIES.rows, ids=lambda body: body.name)
def test_a_body_is_known_by_every_name_and_acts_for_its_state(body: Body, reader: Reader) -> None:
    found = {name: speaker(reader.read(said_by(f"the {name}"))) for name in (body.name, *body.names)}
    missed = {name for name, who in found.items() if who is None or (who.name, who.state) != (body.name, body.state)}
    assert missed == {name for name in found if ("bodies.csv", name) in WAITING}


@pytest.mark.parametrize("state", STATES.rows, ids=lambda state: state.alpha3)
def test_a_state_is_known_by_every_name_and_adjective(state: State, reader: Reader) -> None:
    missed = set()
    for name in (state.name, *state.names):
        actors = reader.read(said_by(f"officials from {name}")).findings.actors
        missed |= {name} if state.alpha3 not in {a.state or a.key for a in actors} else set()
    for word in state.adjectives:
        who = speaker(reader.read(said_by(f"the {word} foreign minister")))
        missed |= {word} if who is None or who.state != state.alpha3 else set()
    assert missed == {name for name in (*state.names, *state.adjectives) if ("states.csv", name) in WAITING}


# --- what is done ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows_of(PATTERNS))
def test_a_pattern_codes_its_event_between_the_two_it_names(row: EventPattern, reader: Reader) -> None:
    from memcon.coding.events.coded import coded

    resolved = reader.read(plain(row.example)).resolved
    a, every = resolved.annotated, coded(resolved.annotated, resolved.clauses)
    found = [c for c in every if c.pattern == row]
    assert found, [(c.pattern.name, a.tokens[c.trigger].text) for c in every]
    for marks, at in (("[]", found[0].actor), ("{}", found[0].recipient)):
        assert at in at_marks(a, row.example, marks)


# --- when ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows_of(RULES))
def test_a_rule_of_time_dates_its_example(row: TimeRuleRow, reader: Reader) -> None:
    resolved = reader.read(row.example, OF_RULES).resolved
    read = zip(resolved.annotated.times, resolved.times, strict=True)
    assert (row.reads, row.value, row.name) in [(e.text, t.date.value, e.rule) for e, t in read]
