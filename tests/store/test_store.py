"""What is put into the store comes out of it, whole, once, and only if all of it went in."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import records
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.findings import Findings
from memcon.model.record import Reject
from memcon.store import reading
from memcon.store.codec import folded, pack, pack_document, unpack, unpack_document
from memcon.store.search import fts_query, search, terms
from memcon.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "record.db")


def test_a_document_and_its_findings_come_out_as_they_went_in(store: Store) -> None:
    d = records.document()
    store.add(d, records.found_in(d), "key")
    assert store.documents() == [d]
    assert store.findings() == [records.found_in(d)]
    assert store.key_of(d.id) == "key"
    assert store.count() == (1, len(d.text.split()))


def test_a_document_read_again_takes_the_place_of_the_first_reading(store: Store) -> None:
    d = records.document()
    store.add(d, records.found_in(d), "old")
    store.add(replace(d, outlet="Gazette"), Findings(d.id), "new")
    assert [x.outlet for x in store.documents()] == ["Gazette"]
    assert store.findings() == [Findings(d.id)]
    assert len(store.ask(search, "Weimar", 10)) == 1


def test_a_document_whose_findings_cannot_be_written_is_not_written_at_all(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    d = records.document()

    def fails(value: object) -> bytes:
        raise RuntimeError("the power went")

    monkeypatch.setattr(reading, "pack", fails)
    with pytest.raises(RuntimeError):
        store.add(d, records.found_in(d), "key")
    assert store.documents() == []
    assert store.generation() == "0"


def test_every_change_of_a_document_is_a_new_generation(store: Store) -> None:
    d = records.document()
    seen = [store.generation()]
    for key in ("a", "b"):
        store.add(d, Findings(d.id), key)
        seen.append(store.generation())
    assert len(set(seen)) == 3


def test_an_input_that_could_be_read_in_the_end_is_no_longer_set_aside(store: Store) -> None:
    d = records.document()
    store.set_aside(Reject(d.source, "empty", "nothing in it"))
    store.add(d, Findings(d.id), "key")
    assert store.ask(lambda db: list(reading.all_rejects(db))) == []


def test_reasons_of_an_earlier_run_give_way_and_those_of_one_run_add_up(store: Store) -> None:
    store.set_aside(Reject("lines.jsonl", "broken line", "line 3"), first=True)
    store.set_aside(Reject("lines.jsonl", "broken line", "line 4"), first=True)
    store.set_aside(Reject("lines.jsonl", "broken line", "line 9"), first=False)
    store.set_aside(Reject("lines.jsonl", "broken line", "line 9"), first=False)
    assert [r.detail for r in store.ask(lambda db: list(reading.all_rejects(db)))] == ["line 4", "line 9"]


def test_the_record_comes_out_as_it_went_in(store: Store) -> None:
    d = records.document()
    store.add(d, records.found_in(d), "key")
    whole = records.full_record(d)
    store.set_aside(whole.rejects[0])
    store.put_record(whole, {}, "stamp")
    with store.record() as stored:
        for name in whole.__dataclass_fields__:
            assert tuple(getattr(stored, name)) == getattr(whole, name), name
    assert store.joined() == "stamp"


def test_a_record_takes_the_place_of_the_one_before(store: Store) -> None:
    d = records.document()
    store.add(d, records.found_in(d), "key")
    whole = records.full_record(d)
    store.put_record(whole, {}, "one")
    store.put_record(replace(whole, engagements=(), actors=whole.actors[:1]), {}, "two")
    with store.record() as stored:
        assert tuple(stored.engagements) == ()
        assert tuple(stored.actors) == whole.actors[:1]


def test_an_inferred_day_shows_in_the_record_and_not_in_the_reading(store: Store) -> None:
    d = records.document(published=None)
    store.add(d, records.found_in(d), "key")
    inferred = DateRange(date(2021, 12, 11), date(2021, 12, 11), "2021-12-11", Basis(BasisKind.INFERRED, reason="shares"))
    whole = records.full_record(replace(d, published=inferred))
    store.put_record(whole, {d.id: inferred}, "stamp")
    assert not store.documents()[0].published.known
    with store.record() as stored:
        assert next(iter(stored.documents)).published == inferred


def test_search_finds_words_in_any_form_of_them_and_says_where(store: Store) -> None:
    d = records.document()
    store.add(d, records.found_in(d), "key")
    (hit,) = store.ask(search, "visiting", 10)
    assert (hit.words, hit.times) == ("visit", 1)
    assert hit.start is not None and d.text[hit.start : hit.end] == "visit"
    assert store.ask(search, '"Triangle Weimar"', 10) == []
    assert [h.document for h in store.ask(search, '"weimar triangle"', 10)] == [d.id]
    assert store.ask(search, "Weimar Lisbon", 10) == []
    assert len(store.ask(search, "Lisbon OR Weim*", 10)) == 1
    assert store.ask(search, "...", 10) == []


@given(st.text(max_size=30))
def test_no_words_are_a_wrong_query(words: str) -> None:
    query = fts_query(terms(words))
    assert query.count('"') % 2 == 0
    assert not query.endswith("OR")


def test_no_words_break_the_index(store: Store) -> None:
    for words in ("NEAR(", 'a "b', "c-d", "(", "*", "OR", "title:x", "AND", "^x", "'", "a OR OR b"):
        store.ask(search, words, 10)


@given(st.text(min_size=1, max_size=60), st.dates(), st.text(max_size=20))
def test_any_text_and_day_survive_the_packing(text: str, when: date, reason: str) -> None:
    # A lone surrogate is no character of a decoded file.
    text = text.encode("utf-8", "replace").decode()
    basis = Basis(BasisKind.PUBLISHED, reason=reason.encode("utf-8", "replace").decode())
    d = replace(records.document(text), published=DateRange.day(when, basis))
    assert unpack_document(pack_document(d), text, d.source) == d
    assert unpack(pack(d.published), DateRange) == d.published


def test_names_are_compared_without_case_accents_and_marks() -> None:
    assert folded("Recep Tayyip ERDOĞAN") == folded("recep tayyip erdoğan") == " recep tayyip erdogan "
    assert folded("Le Drian, J.-Y.") == " le drian j y "
