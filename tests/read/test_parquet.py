"""Parquet, where pyarrow is there: a row a report."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from memcon.model.document import RawItem
from memcon.model.record import Reject
from memcon.read.fields import mapped
from memcon.read.options import ReadOptions
from memcon.read.read import read_paths

pa: Any = pytest.importorskip("pyarrow", reason="pip install 'memcon[parquet]'")
pq: Any = pytest.importorskip("pyarrow.parquet")

TEXT = "The foreign minister met the envoy in Warsaw on Thursday, he said."


def read(path: Path, columns: dict[str, list[Any]], *maps: str) -> tuple[list[RawItem], list[Reject]]:
    pq.write_table(pa.table(columns), path / "a.parquet")
    found = list(read_paths([path / "a.parquet"], ReadOptions(fields=mapped(maps))))
    return [x for x in found if isinstance(x, RawItem)], [x for x in found if isinstance(x, Reject)]


@pytest.mark.parametrize(
    "day", [date(2019, 3, 5), datetime(2019, 3, 5, 10, tzinfo=UTC), 1551780000, 1551780000.0, "2019-03-05"]
)
def test_a_row_is_a_report_with_its_day_in_whatever_type(tmp_path: Path, day: Any) -> None:
    (item,), rejects = read(tmp_path, {"Body": [TEXT], "publish_date": [day], "publisher": [{"name": "Reuters"}], "n": [1]})
    assert not rejects
    assert (item.body.decode(), item.given.outlet, item.reader) == (TEXT, "Reuters", "parquet")
    assert (item.given.published or "").startswith("2019-03-05")


def test_rows_without_a_text_are_told_with_their_numbers(tmp_path: Path) -> None:
    items, rejects = read(tmp_path, {"text": [TEXT, None, " ", TEXT], "score": [float("nan")] * 4})
    assert len(items) == 2
    assert [r.source.rpartition("#")[2] for r in rejects] == ["2", "3"]


def test_columns_are_mapped_and_nested_ones_too(tmp_path: Path) -> None:
    (item,), _ = read(tmp_path, {"story": [{"full": TEXT, "short": "x"}], "text": ["a summary"]}, "text=story.full")
    assert item.body.decode() == TEXT


def test_a_table_without_texts_or_rows_and_a_damaged_file_are_one_line_each(tmp_path: Path) -> None:
    assert read(tmp_path, {"lat": [1.0], "lon": [2.0]})[1][0].detail.startswith(
        "it has lat, lon; the text is read from text"
    )
    assert read(tmp_path, {"text": pa.array([], pa.string())})[1][0].reason == "no row"
    whole = (tmp_path / "a.parquet").read_bytes()
    (tmp_path / "b.parquet").write_bytes(whole[: len(whole) // 2])
    (broken,) = read_paths([tmp_path / "b.parquet"])
    assert isinstance(broken, Reject) and broken.reason == "broken Parquet file"
