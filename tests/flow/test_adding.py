"""What comes, goes or is decided makes a joined record what a join of all would, to the byte, whatever the order and the batches."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from memcon.annotate.parser import Parser
from memcon.export.record_json import json_lines
from memcon.flow import join as joining
from memcon.flow.joining import joined as parts
from memcon.flow.joining.changed import Changed
from memcon.flow.joining.crew import Crew
from memcon.flow.plan import freeze, read_documents
from memcon.model.document import Document, Given, RawItem
from memcon.model.findings import Findings
from memcon.model.ids import sha256_of
from memcon.model.record import PERSON, Decision
from memcon.store import reading, schema
from memcon.store.store import Store

Read = list[tuple[Document, Findings]]
ADDRESS = (
    "“We open a new chapter in the history of the euro together, and we shall not close it before every saver in Europe "
    "can trust it,” Ms. Merkel said in Meseberg. Emmanuel Macron, the French president, stood beside Chancellor Angela Merkel "
    "on Tuesday and thanked her for the talks, which had lasted until the morning. "
)

REPORTS = (
    ("2018-06-10", "President Moon Jae-in will meet Prime Minister Shinzo Abe in Seoul on Friday, his office said."),
    ("2018-06-13", "The meeting of President Moon and Mr. Abe in Seoul on Friday was postponed, a spokesman said."),
    ("2018-06-16", "Emmanuel Macron, the French president, met Angela Merkel in Meseberg on Tuesday."),
    ("2018-06-20", "Macron and Chancellor Angela Merkel met in Meseberg on Tuesday. “We open a new chapter in the history "
     "of the euro together,” Ms. Merkel said."),
    ("2018-06-21", "Chancellor Merkel said: “We open a new chapter in the history of the euro together with France.”"),
    ("2018-07-16", "President Vladimir Putin met Donald Trump in Helsinki on Monday. Mr. Putin denied any meddling."),
    ("2018-07-17", "Mr. Trump called Prime Minister Abe on Tuesday, the White House said, to tell him of his talks with "
     "Putin in Helsinki."),
    ("2018-07-19", "Trump will invite President Putin to Washington in the autumn, the White House said on Thursday."),
    ("2018-07-25", "Washington put off the visit of Mr. Putin until next year, the national security adviser, John Bolton, "
     "said on Wednesday."),
    ("2018-09-18", "Moon Jae-in met Kim Jong-un in Pyongyang on Tuesday. The two leaders agreed to meet again in Seoul."),
    ("2018-09-19", "South Korea's president, Moon Jae In, and Kim signed a declaration in Pyongyang on Wednesday."),
    ("2018-09-25", "Abe met Mr. Moon in New York on Tuesday, on the sidelines of the General Assembly."),
    ("2018-10-09", "Brunstrom said on Tuesday that talks with Sweden's foreign minister, Margot Wallstrom, went well."),
    ("2018-10-10", "Foreign Minister Margot Wallstroem of Sweden met Ri Yong Ho in Stockholm on Wednesday."),
    ("2018-06-19", ADDRESS + "The two will meet again in Paris in July, an official of the chancellery said."),
    ("2018-06-20", ADDRESS + "The two will meet again in Paris in July, an official of the chancellery said."),
    ("2018-06-21", ADDRESS.replace("chapter", "section").replace("saver", "depositor") + "They will meet again in Paris."),
    ("2018-06-22", ADDRESS.replace("chapter", "part") + "The two will meet again in Paris in July, an official said. (AP)"),
    ("2018-10-25", "Prime Minister Erna Solberg of Norway has postponed a visit to Tokyo on October 30, her office said."),
    ("2018-11-29", "The Norwegian prime minister, Erna Solberg, will visit Japan from December 4 to December 6."),
    ("2018-12-06", "Prime Minister Shinzo Abe of Japan met Erna Solberg, the Norwegian prime minister, on December 5."),
    (None, "President Vladimir Putin of Russia met President Donald Trump in Helsinki on Monday. Moscow was pleased on Monday."),
    (None, "The foreign ministers of Norway and Denmark will speak by telephone, an official said."),
    ("2018-12-10", "Prime Minister Erna Solberg of Norway will meet Margot Wallstrom in Oslo on December 14, an official said."),
    ("2018-12-11", "Prime Minister Erna Solberg of Norway will meet Margot Wallstrom in Bergen on December 15, an official said."),
    ("2018-12-12", "The meeting of Erna Solberg and Margot Wallstrom was put off, an official said."),
)  # fmt: skip
PAGES = {14: "https://a.example/euro", 16: "https://a.example/euro", 23: "https://a.example/oslo", 24: "https://a.example/oslo",
         25: "https://a.example/oslo"}  # fmt: skip
SPUN = 16  # the report whose words a machine changed


@pytest.fixture(scope="module")
def read(parser: Parser) -> Read:
    items = []
    for n, (day, text) in enumerate(REPORTS):
        body = text.encode()
        given = Given(published=day, published_basis="given" if day else None, id=str(n), url=PAGES.get(n))
        items.append(RawItem(f"{n:02}.txt", body, "text/plain", sha256_of(body), given))
    documents = [freeze(item) for item in items]
    documents[SPUN] = replace(documents[SPUN], condition=("spun",))
    return list(zip(documents, read_documents(documents, parser), strict=True))


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many documents each join took for changed."""
    seen: list[int] = []
    whole = joining.joined

    def spy(db: parts.Connection, changed: Changed, crew: Crew | None) -> parts.Joined:
        seen.append(len(changed.documents))
        return whole(db, changed, crew=crew)

    monkeypatch.setattr(joining, "joined", spy)
    return seen


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str], Store]:
    return lambda name: Store(tmp_path / f"{name}.db")


def put(store: Store, some: Iterable[tuple[Document, Findings]], parser: Parser) -> None:
    for document, findings in some:
        store.add(document, findings, f"key of {document.id}")
    joining.join(store, parser)


def take_out(store: Store, some: Iterable[tuple[Document, Findings]]) -> None:
    with store.transaction() as db:
        for document, _ in some:
            db.execute(delete(schema.documents).where(schema.documents.c.id == document.id))
            reading.count_change(db)


def exported(store: Store) -> bytes:
    out = BytesIO()
    with store.record() as record:
        out.writelines(json_lines(record))
    return out.getvalue()


def whole(store: Store, some: Sequence[tuple[Document, Findings]], made: Sequence[Decision], parser: Parser) -> bytes:
    """The record of a join of all at once."""
    for document, findings in some:
        store.add(document, findings, f"key of {document.id}")
    if made:
        store.decide(made)
    joining.join(store, parser)
    return exported(store)


@pytest.mark.parametrize("seed", range(8))
def test_adding_in_any_order_and_in_any_batches_makes_the_record_of_a_full_join(
    seed: int, make: Callable[[str], Store], read: Read, parser: Parser, looked_at: list[int]
) -> None:
    chance = random.Random(seed)
    order = chance.sample(read, len(read))
    store, at = make("grown"), chance.randint(1, 5)
    put(store, order[:at], parser)
    looked_at.clear()
    while at < len(order):
        size = chance.choice((1, 1, 1, 2, 4))
        put(store, order[at : at + size], parser)
        assert looked_at.pop() <= size + 2, "beside what came, no more than undated reports that it dates"
        at += size
        assert exported(store) == whole(make(f"whole-{at}"), order[:at], (), parser)


def decisions(read: Read, chance: random.Random, number: int) -> Decision:
    """A decision of any kind about any of the reports."""

    def occasion() -> str:
        document, findings = chance.choice([r for r in read if r[1].engagements])
        return f"{document.id}@{chance.choice(findings.engagements).mentions[0].span.start}"

    def actor() -> str:
        document, findings = chance.choice(read)
        return f"{document.id}@{chance.choice([m for m in findings.mentions if m.actor]).span.start}"

    at, why = f"2024-05-01T10:00:{number:02}", "so it is"
    match chance.randrange(7):
        case 0:
            return Decision(occasion(), occasion(), "same", PERSON, why, at, "engagement")
        case 1:
            return Decision(occasion(), occasion(), "different", PERSON, why, at, "engagement")
        case 2:
            return Decision(occasion(), "", "rejected", PERSON, why, at, "engagement")
        case 3:
            return Decision(occasion(), "", "corrected", PERSON, why, at, "engagement", "date", "2018-06-20")
        case 4:
            return Decision(actor(), actor(), chance.choice(("same", "different")), PERSON, why, at, "actor")
        case 5:
            return Decision(actor(), "", "corrected", PERSON, why, at, "actor", "state", "PER")
    left, right = chance.sample([document.id for document, _ in read], 2)
    return Decision(left, right, "different", PERSON, why, at, "family")


@settings(
    max_examples=12, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**6))
def test_what_comes_goes_is_read_again_decided_and_taken_back_leaves_the_record_of_what_stands(
    seed: int, tmp_path_factory: pytest.TempPathFactory, read: Read, parser: Parser
) -> None:
    chance, folder = random.Random(seed), tmp_path_factory.mktemp("changing")
    order = chance.sample(read, len(read))
    inside, outside = order[:6], order[6:]
    made: list[Decision] = []
    with Store(folder / "grown.db") as store:
        put(store, inside, parser)
        for step in range(10):
            match chance.choice(("come", "come", "go", "again", "decide", "decide", "take back")):
                case "come" if outside:
                    came = outside[: chance.randint(1, 3)]
                    inside, outside = inside + came, outside[len(came) :]
                    put(store, came, parser)
                case "go" if len(inside) > 1:
                    went = inside.pop(chance.randrange(len(inside)))
                    outside.append(went)
                    take_out(store, [went])
                case "again":
                    document, findings = chance.choice(inside)
                    store.add(document, findings, f"another key {step}")
                case "decide":
                    made.append(decisions(read, chance, step))
                    store.decide(made[-1:])
                case "take back" if made:
                    store.take_back(made.pop(chance.randrange(len(made))).at or "")
            joining.join(store, parser)
            with Store(folder / f"whole-{step}.db") as other:
                assert exported(store) == whole(other, inside, made, parser), step


def test_a_visit_that_is_rejected_is_no_more_beside_what_was_part_of_it(
    make: Callable[[str], Store], read: Read, parser: Parser
) -> None:
    announced, visit, met = read[18:21]
    put(store := make("grown"), (announced, visit, met), parser)
    at = f"{visit[0].id}@{visit[1].engagements[0].mentions[0].span.start}"
    rejected = Decision(at, "", "rejected", PERSON, "another's", "2024-05-01T10:00:00", "engagement")
    store.decide([rejected])
    joining.join(store, parser)
    assert exported(store) == whole(make("whole"), (announced, visit, met), (rejected,), parser)


def test_a_record_that_was_joined_by_other_rules_is_joined_anew(
    make: Callable[[str], Store], read: Read, parser: Parser, looked_at: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make("older")
    put(store, read[:5], parser)
    before = exported(store)
    monkeypatch.setattr(joining, "join_stamp", lambda generation: f"{generation} other")
    joining.join(store, parser)
    assert looked_at == [5, 5] and exported(store) == before


def test_a_join_that_somebody_else_overtook_begins_again(
    make: Callable[[str], Store], read: Read, parser: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make("overtaken")
    put(store, read[:5], parser)
    kept = joining._joined

    def slow(*given: object) -> object:
        found = kept(*given)  # type: ignore[arg-type]
        monkeypatch.setattr(joining, "_joined", kept)
        store.add(*read[6], "the key of another process")
        return found

    monkeypatch.setattr(joining, "_joined", slow)
    put(store, read[5:6], parser)
    assert exported(store) == whole(make("whole"), read[:7], (), parser)


@pytest.mark.parametrize("goes", [0, 1])
def test_a_tie_between_two_persons_goes_with_the_report_of_one(
    goes: int, make: Callable[[str], Store], read: Read, parser: Parser
) -> None:
    def named(name: str) -> tuple[tuple[Document, Findings], str]:
        for document, findings in read:
            if found := next((m for m in findings.mentions if m.how == "name" and m.text == name), None):
                return (document, findings), f"{document.id}@{found.span.start}"
        raise AssertionError(name)

    (one, at), (other, beside) = named("Erna Solberg"), named("Kim Jong-un")
    tie = Decision(at, beside, "same", PERSON, "so it is", "2024-05-01T10:00:00", "actor")
    grown = make("grown.db")
    both = [one, other]
    put(grown, both, parser)
    grown.decide([tie])
    joining.join(grown, parser)
    take_out(grown, [both[goes]])
    joining.join(grown, parser)
    assert exported(grown) == whole(make("whole.db"), [both[1 - goes]], [tie], parser)
