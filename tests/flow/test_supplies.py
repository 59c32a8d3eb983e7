"""A document is what was said, by whom and when: where it is found is noted beside it, and nothing of it is lost."""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import records
from memcon.flow import guard, run
from memcon.flow.run import read_into
from memcon.flow.supplies import item_said, said_of
from memcon.model.document import Document, Given, RawItem, Supply
from memcon.model.errors import BadInput
from memcon.model.findings import Findings
from memcon.model.ids import content_id, document_id, sha256_of
from memcon.model.record import PERSON, Decision, Reject
from memcon.store import reading, supplying
from memcon.store.store import Store


class StubParser:
    """Stands for the model where nothing is parsed."""

    version = "stub-1"

    def load(self) -> None:
        pass


PARSER: run.Parser = StubParser()  # type: ignore[assignment]


@pytest.fixture(autouse=True)
def nothing_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents hold no findings, and of what is given their title and day."""

    def read(documents: Iterable[Document], parser: object, thought: bool = False) -> Iterator[Findings]:
        return (Findings(document.id) for document in documents)

    def freeze(item: RawItem) -> Document:
        if not item.body.strip():
            raise BadInput("empty", "the file holds nothing")
        fields = {"id": document_id(item), "title": item.given.title, "outlet": item.given.outlet, "url": item.given.url}
        return records.document(item.body.decode(), item.source, item.given.published, **fields)

    monkeypatch.setattr(guard, "read_documents", read)
    monkeypatch.setattr(guard, "freeze", freeze)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "record.db")


def item(source: str, text: str = records.TEXT, **said: str) -> RawItem:
    body = text.encode()
    return RawItem(source, body, "text/plain", sha256_of(body), Given(**said))


def found(store: Store) -> list[tuple[str, ...]]:
    """The sources of each document."""
    return sorted((d.source, *d.also_at) for d in store.documents())


def test_two_files_of_the_same_bytes_outlet_and_day_are_one_document_found_at_two_places(store: Store) -> None:
    items = [item("b/1.txt"), item("a/2.txt"), item("c.txt", "Another report.")]
    summary = read_into(store, items, PARSER)
    assert (summary.read, summary.same, summary.known) == (2, 1, 0)
    assert found(store) == [("a/2.txt", "b/1.txt"), ("c.txt",)]
    assert store.ask(supplying.several) == 1
    again = read_into(store, items, PARSER)
    assert (again.read, again.same, again.known) == (0, 0, 3)


def test_another_outlet_day_or_name_of_the_supplier_makes_another_document(store: Store) -> None:
    said: list[dict[str, str]] = [{}, {"outlet": "Post"}, {"published": "2021-12-11"}, {"id": "7"}]
    summary = read_into(store, [item(f"{n}.txt", **fields) for n, fields in enumerate(said)], PARSER)
    assert (summary.read, summary.same) == (4, 0)


def test_an_address_is_what_a_document_is_known_by_and_versions_of_a_page_stay_apart(store: Store) -> None:
    page = "https://e.org/talks"
    items = [item("a.txt", url=page), item(page, outlet="Post"), item("b.txt", "It was put off.", url=page)]
    assert read_into(store, items, PARSER).same == 1
    assert found(store) == [("a.txt", page), ("b.txt",)]


def test_a_source_that_comes_later_joins_nothing_anew(store: Store) -> None:
    read_into(store, [item("b.txt")], PARSER)
    before = (store.generation(), store.joined())
    assert read_into(store, [item("a.txt")], PARSER).same == 1
    assert (store.generation(), store.joined()) == before
    assert found(store) == [("a.txt", "b.txt")]


def test_a_manifest_set_right_changes_the_document_and_leaves_no_other(store: Store) -> None:
    read_into(store, [item("a.txt", published="2021-12-11"), item("b.txt", published="2021-12-11")], PARSER)
    (old,) = store.documents()
    store.decide([Decision(f"{old.id}@5", f"{old.id}@90", "same", PERSON, "one", "2024-05-01", "engagement")])
    summary = read_into(store, [item("a.txt", published="2021-12-12")], PARSER)
    assert (summary.read, summary.again, len(store.documents())) == (1, 1, 2), "at the other place it is as it was"
    assert [d.left for d in store.decisions()] == [f"{old.id}@5"]
    read_into(store, [item("b.txt", published="2021-12-12")], PARSER)
    (new,) = store.documents()
    assert (new.published.value, new.source, new.also_at) == ("2021-12-12", "a.txt", ("b.txt",))
    assert [(d.left, d.right) for d in store.decisions()] == [(f"{new.id}@5", f"{new.id}@90")]


@pytest.mark.parametrize("source", ["stdin", "stdin#3", "7"])
def test_what_comes_through_a_pipe_or_under_a_number_takes_no_others_place(store: Store, source: str) -> None:
    for outlet in ("Post", "Gazette"):
        read_into(store, [item(source, outlet=outlet, id="7")], PARSER)
    assert sorted(str(d.outlet) for d in store.documents()) == ["Gazette", "Post"]


def test_the_copies_of_what_cannot_be_read_are_set_aside_with_it(store: Store) -> None:
    summary = read_into(store, [item("a.txt", ""), item("b.txt", ""), item("c.txt")], PARSER)
    assert (summary.read, summary.same, summary.reasons) == (1, 0, {"empty": 2})
    assert store.ask(lambda db: [r.source for r in reading.all_rejects(db)]) == ["a.txt", "b.txt"]


SAID = st.builds(
    lambda source, text, url, published, outlet: item(
        source + text[0] + (url or "")[-1:] + (published or "") + (outlet or ""),
        text,
        **{k: v for k, v in {"url": url, "published": published, "outlet": outlet, "title": source[0]}.items() if v},
    ),
    st.sampled_from(["a/1", "a/2", "b/1"]),
    st.sampled_from(["Leaders met.", "Envoys spoke."]),
    st.sampled_from([None, "https://e.org/1"]),
    st.sampled_from([None, "2021-12-11", "2021-12-12"]),
    st.sampled_from([None, "Post"]),
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database, to be copied: to make one takes a third of a second."""
    path = tmp_path_factory.mktemp("empty") / "record.db"
    Store(path).close()
    return path


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SAID, min_size=1, max_size=8), st.randoms(use_true_random=False), st.lists(st.integers(1, 8), max_size=2))
def test_neither_order_nor_stopping_and_going_on_changes_what_is_kept(
    empty: Path, items: list[RawItem], chance: object, cuts: list[int]
) -> None:
    """Sources that say different things of one document are among them: what holds does not depend on which came first."""
    shuffled = list(items)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert kept(empty, [items]) == kept(empty, [*([shuffled[:n] for n in cuts]), shuffled])


def kept(empty: Path, runs: Sequence[Sequence[RawItem]]) -> list[object]:
    with Store(shutil.copy(empty, empty.with_name("copy.db"))) as store:
        for items in runs:
            read_into(store, items, PARSER)
        return [store.documents(), sorted(store.supplies(), key=str), sorted(store.keys().items())]


@given(st.builds(Given, *[st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=5)] * 6))
def test_what_was_said_can_be_said_again(said: Given) -> None:
    one = replace(item("a.txt"), given=said)
    assert item_said(one, Supply(document_id(one), "b.txt", one.sha256, said_of(one))) == replace(one, source="b.txt")


def test_documents_of_an_older_database_make_way_for_those_that_are_read(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    line = "A report from a line of JSON, by a name of its own."
    papers = [records.document(source=f"{folder}/x.txt", published=None) for folder in "ab"]
    papers.append(records.document(line, "7", None, sha256=sha256_of(b"{the line}")))
    with Store(path) as store:
        for paper in papers:
            store.add(paper, Findings(paper.id), "key")
        store.decide([Decision(f"{papers[0].id}@5", "", "rejected", PERSON, "no", "2024-05-01", "engagement")])
        store.decide([Decision(papers[0].id, papers[1].id, "different", PERSON, "two", "2024-05-02", "family")])
    with sqlite3.connect(path) as connection:
        for paper in papers:
            old = f'{{"source":"{paper.source}",'.encode()
            connection.execute("UPDATE documents SET body = ? || substr(body, 2) WHERE id = ?", (old, paper.id))
        for later in (
            "TABLE sources",
            "TABLE changes",
            "INDEX ix_documents_address",
            "INDEX ix_engagements_rescheduled_as",
        ):
            connection.execute(f"DROP {later}")
        connection.execute("ALTER TABLE documents DROP COLUMN address")
        connection.execute("UPDATE alembic_version SET version_num = '0003'")
    with Store(path) as store:
        assert store.documents() == sorted(papers, key=lambda d: d.id)
        assert store.ask(supplying.of_older) == 3
        items = [item("a/x.txt"), item("b/x.txt"), item("7", line, id="7")]
        summary = read_into(store, items, PARSER)
        assert (summary.read, summary.again, summary.same) == (2, 2, 1)
        assert found(store) == [("7",), ("a/x.txt", "b/x.txt")]
        assert {d.id for d in store.documents()} == {document_id(i) for i in items}
        assert [d.left for d in store.decisions()] == [f"{document_id(items[0])}@5"], "one document is no family"
        assert store.ask(supplying.of_older) == 0
        assert read_into(store, items, PARSER).known == 3


def test_ids_hold_no_path() -> None:
    assert document_id(item("/home/me/a.txt")) == document_id(item("C:\\b.txt")) != content_id("document", "/home/me/a.txt")


def test_an_input_that_cannot_be_opened_is_set_aside_among_the_others(store: Store) -> None:
    inputs = [item("a.txt"), Reject("gone.txt", "not there", "no such file"), item("b.txt")]
    summary = read_into(store, inputs, PARSER)
    assert (summary.read, summary.same, summary.reasons) == (1, 1, {"not there": 1})
