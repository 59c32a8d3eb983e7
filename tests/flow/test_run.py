"""A run keeps every document that it read, says what became of every input, and can be broken off at any point."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import records
from memcon.flow import guard, ledger, run
from memcon.flow import join as joining
from memcon.flow.counts import STRICT, Counts
from memcon.flow.items import together
from memcon.flow.run import read_into
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.document import Document, Given, RawItem
from memcon.model.errors import BadInput, StoreError
from memcon.model.findings import Findings
from memcon.model.ids import document_id, sha256_of
from memcon.model.record import Reject
from memcon.store import reading
from memcon.store.store import Store


class StubParser:
    """Stands for the model where nothing is parsed."""

    version = "stub-1"

    def load(self) -> None:
        pass


PARSER: run.Parser = StubParser()  # type: ignore[assignment]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "record.db")


@pytest.fixture(autouse=True)
def nothing_parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Documents hold no findings; the list tells which were read."""
    seen: list[str] = []

    def read(documents: Iterable[Document], parser: object, thought: bool = False) -> Iterator[Findings]:
        for document in documents:
            seen.append(document.source)
            yield Findings(document.id)

    def freeze(item: RawItem) -> Document:
        if not item.body.strip():
            raise BadInput("empty", "the file holds nothing")
        return records.document(item.body.decode(), item.source, item.given.published, id=document_id(item))

    monkeypatch.setattr(guard, "read_documents", read)
    monkeypatch.setattr(guard, "freeze", freeze)
    return seen


def item(source: str, text: str | None = None, **given: str) -> RawItem:
    """An item; where no text is given, one with words of its own."""
    body = (f"{records.TEXT}This is {source}." if text is None else text).encode()
    return RawItem(source, body, "text/plain", sha256_of(body), Given(**given))


def rejects(store: Store) -> list[Reject]:
    return store.ask(lambda db: list(reading.all_rejects(db)))


def test_a_second_reading_changes_nothing(store: Store, nothing_parsed: list[str]) -> None:
    items = [item("a.txt"), item("b.txt")]
    first = read_into(store, items, PARSER)
    before = (store.generation(), store.joined())
    second = read_into(store, items, PARSER)
    assert (first.read, first.known) == (2, 0)
    assert (second.read, second.known) == (0, 2)
    assert (store.generation(), store.joined()) == before
    assert nothing_parsed == ["a.txt", "b.txt"]


def test_the_same_item_twice_in_one_run_is_read_once(store: Store) -> None:
    summary = read_into(store, [item("a.txt"), item("a.txt")], PARSER)
    assert (summary.read, summary.known) == (1, 1)


def test_a_document_is_read_anew_when_something_else_is_said_of_it(store: Store) -> None:
    read_into(store, [item("a.txt")], PARSER)
    summary = read_into(store, [item("a.txt", published="2021-12-11")], PARSER)
    assert (summary.read, summary.again, summary.known) == (1, 1, 0)
    assert [d.published.value for d in store.documents()] == ["2021-12-11"]


def test_a_document_is_read_anew_when_the_rules_have_changed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    read_into(store, [item("a.txt")], PARSER)
    monkeypatch.setattr(ledger, "code_version", lambda rooms: "another")
    summary = read_into(store, [item("a.txt")], PARSER)
    assert (summary.read, summary.again) == (1, 1)


def test_what_cannot_be_read_is_set_aside_with_its_reason_and_the_run_goes_on(store: Store) -> None:
    inputs = [item("a.txt"), item("empty.txt", " "), Reject("gone.txt", "not there", "no such file"), item("b.txt")]
    summary = read_into(store, inputs, PARSER)
    assert (summary.read, summary.exit_code) == (2, 3)
    assert summary.reasons == {"empty": 1, "not there": 1}
    assert {r.source for r in rejects(store)} == {"empty.txt", "gone.txt"}


def test_a_bug_costs_the_document_that_meets_it_and_no_other(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(documents: Iterable[Document], parser: object, thought: bool = False) -> Iterator[Findings]:
        for document in documents:
            if document.source == "b.txt":
                raise IndexError("tuple index\nout of range")
            yield Findings(document.id)

    monkeypatch.setattr(guard, "read_documents", read)
    monkeypatch.delenv(STRICT)
    summary = read_into(store, [item("a.txt"), item("b.txt"), item("c.txt"), item("d.txt")], PARSER)
    assert (summary.read, summary.reasons, summary.exit_code) == (3, {"internal error": 1}, 3)
    [told] = rejects(store)
    assert told.source == "b.txt" and told.detail.startswith(
        "IndexError: tuple index out of range at memcon/flow/guard.py:"
    )
    assert "report it" in told.detail
    assert not joining.stale(store)


def test_a_bug_while_several_are_parsed_together_is_laid_to_the_right_one(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(documents: Iterable[Document], parser: object, thought: bool = False) -> Iterator[Findings]:
        batch = list(documents)
        if any(document.source == "b.txt" for document in batch):
            raise KeyError("b")
        yield from (Findings(document.id) for document in batch)

    monkeypatch.setattr(guard, "read_documents", read)
    monkeypatch.delenv(STRICT)
    read_into(store, [item("a.txt"), item("b.txt"), item("c.txt")], PARSER)
    assert [told.source for told in rejects(store)] == ["b.txt"]


def test_a_bug_in_the_cleaning_of_one_item_sets_it_aside(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def freeze(given: RawItem) -> Document:
        raise ZeroDivisionError

    monkeypatch.setattr(guard, "freeze", freeze)
    monkeypatch.delenv(STRICT)
    assert read_into(store, [item("a.txt")], PARSER).reasons == {"internal error": 1}


def test_a_bug_crashes_where_that_is_asked_for(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(documents: Iterable[Document], parser: object, thought: bool = False) -> Iterator[Findings]:
        raise IndexError
        yield

    monkeypatch.setattr(guard, "read_documents", read)
    monkeypatch.setenv(STRICT, "1")
    with pytest.raises(IndexError):
        read_into(store, [item("a.txt")], PARSER)


def test_setting_the_same_thing_aside_twice_keeps_one_line_of_it(store: Store) -> None:
    for _ in range(2):
        read_into(store, [item("empty.txt", "")], PARSER)
    assert len(rejects(store)) == 1


def test_all_read_is_zero(store: Store) -> None:
    assert read_into(store, [item("a.txt")], PARSER).exit_code == 0


def test_an_interrupted_run_keeps_what_it_read_and_joins_it(store: Store) -> None:
    def items() -> Iterator[RawItem]:
        yield item("a.txt", "x" * run.BATCH)  # a batch of its own
        raise KeyboardInterrupt

    summary = read_into(store, items(), PARSER)
    assert (summary.read, summary.interrupted, summary.exit_code) == (1, True, 130)
    with store.record() as stored:
        assert len(list(stored.documents)) == 1
    assert not joining.stale(store)


def test_a_store_that_fails_ends_the_run_and_keeps_what_was_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep = store.add

    def add(document: Document, *others: object) -> None:
        if document.source == "b.txt":
            raise StoreError("the disk is full")
        keep(document, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "add", add)
    with pytest.raises(StoreError, match="full"):
        read_into(store, [item("a.txt"), item("b.txt"), item("c.txt")], PARSER)
    assert [d.source for d in store.documents()] == ["a.txt"]
    assert joining.stale(store)


def test_every_input_is_told_as_it_is_done(store: Store) -> None:
    told: list[int] = []

    def tell(counts: Counts) -> None:
        told.append(counts.done)

    read_into(store, [item("a.txt"), item("empty.txt", ""), item("b.txt")], PARSER, tell)
    assert sorted(told) == [1, 2, 3]


def test_batches_hold_documents_until_they_are_long_enough() -> None:
    short, long = item("s", "s"), item("l", "l" * 100)
    assert [[i.source for i in batch] for batch in together([short, long, short, short], 100)] == [["s", "l"], ["s", "s"]]


def test_a_document_dated_by_another_is_read_again_once_and_keeps_its_own_day(
    store: Store, monkeypatch: pytest.MonkeyPatch, nothing_parsed: list[str]
) -> None:
    basis = Basis(BasisKind.INFERRED, reason="shares a meeting")
    inferred = DateRange.day(records.day("2021-12-12").earliest, basis)  # type: ignore[arg-type]

    def infer(undated: Iterable[tuple[Document, Findings]], *_: object) -> dict[str, DateRange]:
        return {d.id: inferred for d, _ in undated}

    monkeypatch.setattr("memcon.flow.joining.dating.infer_dates", infer)
    monkeypatch.setattr("memcon.flow.joining.dating.datable", lambda findings: True)
    read_into(store, [item("a.txt"), item("b.txt", published="2021-12-11")], PARSER)
    assert nothing_parsed == ["a.txt", "b.txt", "a.txt"]
    with store.record() as stored:
        assert [d.published.basis for d in stored.documents if d.source == "a.txt"] == [basis]
    assert [d.published.known for d in store.documents() if d.source == "a.txt"] == [False]

    read_into(store, [item("c.txt", published="2021-12-13")], PARSER)
    assert nothing_parsed[3:] == ["c.txt"], "what was read under the inferred day is kept"
