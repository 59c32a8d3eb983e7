"""A record of what is sure enough names nothing that was left out, and is otherwise the same."""

from pathlib import Path

import pytest

import records
from memcon.confidence import scorer
from memcon.export.record_json import json_lines, sections, to_json
from memcon.export.sure import SureRecord
from memcon.model.record import Record
from memcon.store.store import Store

D = records.document()
RECORD = records.full_record(D)
ACTORS = {a.id: a for a in RECORD.actors}


def between(record: Record) -> float:
    """A probability that one of the two engagements has and the other has not."""
    low, high = sorted(scorer.status(e, ACTORS) for e in record.engagements)
    assert low < high
    return high


def test_without_a_threshold_it_is_the_record() -> None:
    sure = {name: list(items) for name, items in sections(SureRecord(RECORD, 0.0)).items()}
    assert sure == {name: list(items) for name, items in sections(RECORD).items()}


def test_what_is_less_sure_goes_and_nothing_that_stays_names_it() -> None:
    sure = SureRecord(RECORD, between(RECORD))
    kept = [e.id for e in sure.engagements]
    assert len(kept) == 1
    assert all(e.part_of in (None, *kept) for e in sure.engagements)
    assert all(o.about in (None, *kept) for o in sure.outlook)


def test_a_speaker_who_is_less_sure_goes_with_his_statement_and_the_wordings_stay() -> None:
    sure = SureRecord(RECORD, 0.99)
    assert list(sure.statements) == []
    assert [len(q.variants) for q in sure.quotations] == [len(q.variants) for q in RECORD.quotations]
    assert all(v.statement is None for q in sure.quotations for v in q.variants)


def test_everything_else_stays() -> None:
    sure = SureRecord(RECORD, 0.99)
    for name in (
        "documents",
        "families",
        "actors",
        "mentions",
        "times",
        "places",
        "events",
        "issues",
        "decisions",
        "rejects",
    ):
        assert list(getattr(sure, name)) == list(getattr(RECORD, name)), name


@pytest.mark.parametrize("least", [0.0, 0.5, 0.99])
def test_a_store_gives_the_same_bytes_as_memory(tmp_path: Path, least: float) -> None:
    with Store(tmp_path / "record.db") as store:
        store.add(D, records.found_in(D), "key")
        store.put_record(RECORD, {}, "stamp")
        store.set_aside(RECORD.rejects[0])
        with store.record() as stored:
            assert b"".join(json_lines(SureRecord(stored, least))) == b"".join(json_lines(SureRecord(RECORD, least)))


def test_the_json_of_a_record_in_memory_has_the_figures_of_the_scorer() -> None:
    told = {e["id"]: e["confidence"] for e in sections(RECORD)["engagements"]}
    for e in RECORD.engagements:
        sure = scorer.confidence(e, ACTORS)
        assert told[e.id] == {
            "status": sure.status, "place": sure.place, "part_of": sure.part_of, "rescheduled_as": sure.rescheduled_as,
        }  # fmt: skip
    assert to_json(RECORD) == to_json(RECORD)
