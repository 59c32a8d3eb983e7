"""Two releases are told apart row by row, each row with the reason."""

from dataclasses import replace
from pathlib import Path

import pytest

import records
from memcon.comparing import compare_releases
from memcon.export.release.about import About, Lists
from memcon.export.release.differences import RowDifference
from memcon.export.release.release import write_release
from memcon.model.errors import StoreError
from memcon.model.record import Record
from memcon.model.status import Status

pytest.importorskip("pyarrow", reason="pyarrow is not installed: memcon[analysis]")

D = records.document()
RECORD = records.full_record(D)


def compared(folder: Path, before: Record, after: Record) -> list[RowDifference]:
    for name, record in (("a", before), ("b", after)):
        (folder / name).mkdir()
        write_release(record, folder / name, About(), Lists())
    return list(compare_releases(folder / "a", folder / "b"))


def test_the_same_record_differs_in_nothing(tmp_path: Path) -> None:
    assert compared(tmp_path, RECORD, RECORD) == []


def test_a_changed_status_is_told_with_both_values_and_a_reason(tmp_path: Path) -> None:
    changed = tuple(replace(e, status=Status.CANCELLED) for e in RECORD.engagements)
    found = [d for d in compared(tmp_path, RECORD, replace(RECORD, engagements=changed)) if d.table == "engagements"]
    assert [(d.change, d.columns[0][0], d.columns[0][2]) for d in found] == [("changed", "status", "cancelled")] * len(
        changed
    )
    assert all("correction by hand" in d.reason for d in found)


def test_what_a_new_document_tells_is_new_because_of_it(tmp_path: Path) -> None:
    nothing = replace(
        RECORD, documents=(), statements=(), events=(), mentions=(), engagements=(), families=(), quotations=()
    )
    found = compared(tmp_path, nothing, RECORD)
    assert {d.reason for d in found if d.table in ("statements", "events", "mentions", "reports")} == {
        "its document is new"
    }
    assert {d.change for d in found if d.table == "documents"} == {"new"}
    assert all(d.reason.startswith("new documents tell of it") for d in found if d.table == "engagements")


def test_an_engagement_that_is_called_otherwise_is_the_same(tmp_path: Path) -> None:
    first = RECORD.engagements[0].id
    other = {first: "engagement-other"}
    renamed = replace(
        RECORD,
        engagements=tuple(
            replace(e, id=other.get(e.id, e.id), part_of=other.get(e.part_of or "", e.part_of)) for e in RECORD.engagements
        ),
    )
    assert [d for d in compared(tmp_path, RECORD, renamed) if d.table in ("engagements", "participants", "history")] == []


def test_a_folder_that_is_no_release_is_refused_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="memcon release DIR makes one"):
        compare_releases(tmp_path, tmp_path)
