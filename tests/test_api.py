"""The Python API has the power of the command line, and costs nothing to import."""

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import memcon
import records
from memcon.flow.ledger import join_stamp
from memcon.store.store import Store

D = records.document()
RECORD = records.full_record(D)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with Store(path) as store:
        store.add(D, records.found_in(D), "key")
        store.put_record(RECORD, {}, join_stamp(store.generation()))
    return path


def test_importing_memcon_loads_nothing_heavy() -> None:
    code = "import memcon, sys; assert not {'spacy', 'sqlalchemy', 'typer', 'rich'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_thing"):
        _ = memcon.no_such_thing


def test_a_record_is_asked_with_plain_values(db: Path) -> None:
    with memcon.open_record(db) as record:
        assert [e.kind for e in record.engagements(with_="Polish")] == ["meeting", "visit"]
        assert [e.kind for e in record.engagements(with_=["DEU", "Poland"])] == ["meeting"]
        assert [e.kind for e in record.engagements(since="2022-01-01")] == ["visit"]
        assert [e.kind for e in record.engagements(until=date(2022, 1, 1))] == ["meeting"]
        assert [e.kind for e in record.engagements(status=("planned", "cancelled"))] == ["visit"]
        assert [s.kind for s in record.statements(person="baerbock")] == ["direct"]
        assert [a.name for a in record.actors(kind="state")] == ["Poland"]
        assert [e.type for e in record.events(kind="CONSULT")] == ["CONSULT"]
        assert len(record.outlook()) == 1
        assert [h.document for h in record.search("Triangle")] == [D.id]
        assert record.count()[0] == 1


def test_what_is_shown_comes_with_its_neighbours(db: Path) -> None:
    visit = next(e for e in RECORD.engagements if e.kind == "visit")
    with memcon.open_record(db) as record:
        shown = record.show(visit.id)
    assert shown.item == visit
    assert [e.id for e in shown.engagements] == [visit.part_of]
    assert [o.about for o in shown.outlook] == [visit.id]
    assert set(shown.documents) == {D.id}
    assert {p.actor for e in (visit, *shown.engagements) for p in e.participants} <= set(shown.actors)
    assert [d.verdict for d in shown.decisions] == ["different"]


def test_an_export_is_the_record(db: Path) -> None:
    out = io.BytesIO()
    with memcon.open_record(db) as record:
        assert not record.joined_now
        record.export(out)
    said, whole = json.loads(out.getvalue()), json.loads(memcon.to_json(RECORD))
    assert {**said, "rejects": None} == {**whole, "rejects": None}


def test_a_day_that_is_none_is_a_value_error(db: Path) -> None:
    with memcon.open_record(db) as record, pytest.raises(ValueError, match="yesterday"):
        record.engagements(since="yesterday")


def test_the_database_can_be_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MEMCON_DB", str(tmp_path / "mine.db"))
    assert memcon.default_db() == tmp_path / "mine.db"
    monkeypatch.delenv("MEMCON_DB")
    assert memcon.default_db().name == "record.db"


def test_a_text_is_read_in_memory() -> None:
    text = "LISBON - Foreign Minister Augusto Santos Silva met his Greek counterpart, Nikos Dendias, here on Tuesday.\n\n"
    text += "The two ministers discussed energy and the Mediterranean, and Mr. Dendias said that he was pleased.\n"
    record = memcon.read_text(text, published="2021-05-19", outlet="Post")
    assert record.documents[0].published.value == "2021-05-19"
    assert record.documents[0].outlet == "Post"


def test_a_text_that_holds_nothing_is_bad_input() -> None:
    with pytest.raises(memcon.BadInput):
        memcon.read_text("")


def test_what_is_less_sure_than_wanted_is_left_out_of_lists_and_exports(db: Path) -> None:
    with memcon.open_record(db) as record:
        every = record.engagements()
        sure = record.confidence(every)
        least = max(one.status for one in sure.values())
        assert [e.id for e in record.engagements(min_confidence=least)] == [
            e.id for e in every if sure[e.id].status >= least
        ]
        assert record.statements() and record.statements(min_confidence=0.99) == []
        out = io.BytesIO()
        record.export(out, min_confidence=least)
        told = json.loads(out.getvalue())
        assert 0 < len(told["engagements"]) < len(every)
        assert all(e["confidence"]["status"] >= least for e in told["engagements"])
        assert len(record.chosen(every=True, min_confidence=0.99).engagements) == 0


@pytest.mark.parametrize("least", [-0.1, 1.1, float("nan")])
def test_a_least_confidence_that_is_no_probability_is_refused(db: Path, least: float) -> None:
    with memcon.open_record(db) as record:
        for ask in (record.engagements, record.statements):
            with pytest.raises(ValueError, match="from 0 to 1"):
                ask(min_confidence=least)


@pytest.mark.parametrize("format", ["polecat", "gdelt", "bibtex", "csl"])
def test_a_format_without_engagements_and_statements_takes_no_least_confidence(db: Path, format: str) -> None:
    with memcon.open_record(db) as record, pytest.raises(memcon.UnknownName, match="would leave out nothing"):
        record.export(io.BytesIO(), format, min_confidence=0.9)
