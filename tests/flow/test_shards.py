"""Reports cut into shards and read in any order, on any machine, make the record that one run makes, byte for byte."""

import json
from collections.abc import Callable
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pytest

import memcon
from memcon.annotate.parser import Parser
from memcon.flow.items import Outcome, read_items
from memcon.flow.shards import listing_of, run_shard, write_shards
from memcon.model.document import Given, RawItem
from memcon.model.errors import MemconError
from memcon.model.ids import sha256_of
from memcon.read.read import read_paths

REPORTS = (
    ("2024-05-02", "Foreign Minister Karen Holm of Denmark will meet Ana Reyes of Chile in Lima on May 14, officials said."),
    ("2024-05-15", "Karen Holm, the Danish foreign minister, met Ana Reyes of Chile in Lima on Tuesday. “We agreed,” Ms. Holm said."),
    ("2024-06-04", "President Li Na of China met Prime Minister Marco Rossi of Italy in Rome on Monday, his office said."),
    ("2024-06-05", "Mr. Rossi told reporters in Rome on Tuesday that his talks with President Li went well."),
)  # fmt: skip


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Reports, the same one at two places, and something that is none."""
    folder = tmp_path / "in"
    folder.mkdir()
    for n, (day, text) in enumerate(REPORTS):
        (folder / f"{n}.json").write_text(json.dumps({"text": text, "published": day, "outlet": "Post"}))
    (folder / "copy.json").write_text((folder / "1.json").read_text())
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4")
    (folder / "empty.txt").write_text("")
    return folder


def exported(db: Path) -> bytes:
    out = BytesIO()
    with memcon.open_record(db) as record:
        record.export(out)
    return out.getvalue()


def test_shards_make_the_same_bytes_as_one_run(reports: Path, tmp_path: Path) -> None:
    listing = memcon.shard_reports(reports, tmp_path / "shards", 100)
    assert len(listing.shards) > 2
    for n in reversed(range(len(listing.shards))):
        assert memcon.run_shard(tmp_path / "shards", n)[1]
    found = memcon.gather_shards(tmp_path / "shards", tmp_path / "gathered.db")
    assert found.missing == ()
    assert found.summary.exit_code == found.exit_code == 3  # what is no report is set aside here as there
    memcon.read_reports(reports, tmp_path / "read.db")
    assert exported(tmp_path / "gathered.db") == exported(tmp_path / "read.db")


def test_what_is_not_read_yet_is_named_and_gathered_later(reports: Path, tmp_path: Path) -> None:
    listing = memcon.shard_reports(reports, tmp_path / "shards", 100)
    memcon.run_shard(tmp_path / "shards", 0)
    first = memcon.gather_shards(tmp_path / "shards", tmp_path / "record.db")
    assert first.missing == tuple(range(1, len(listing.shards)))
    assert first.summary.set_aside and first.exit_code == 4  # what is set aside waits for nothing; the shards do
    for n in first.missing:
        memcon.run_shard(tmp_path / "shards", n)
    again = memcon.gather_shards(tmp_path / "shards", tmp_path / "record.db")
    assert again.missing == () and again.exit_code == 3
    memcon.read_reports(reports, tmp_path / "read.db")
    assert exported(tmp_path / "record.db") == exported(tmp_path / "read.db")


def test_shards_that_are_missing_and_nothing_else_end_with_four_and_all_that_are_read_with_nought(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORTS[0][1])
    (tmp_path / "b.txt").write_text(REPORTS[2][1])
    memcon.shard_reports([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "shards", 10)
    memcon.run_shard(tmp_path / "shards", 1)
    assert memcon.gather_shards(tmp_path / "shards", tmp_path / "record.db").exit_code == 4
    memcon.run_shard(tmp_path / "shards", 0)
    assert memcon.gather_shards(tmp_path / "shards", tmp_path / "record.db").exit_code == 0


def test_a_shard_that_was_read_is_left_as_it_is(reports: Path, tmp_path: Path, parser: Parser) -> None:
    write_shards(read_paths([reports]), tmp_path / "shards", 10_000)
    assert run_shard(tmp_path / "shards", 0, parser)[1]
    before = (tmp_path / "shards" / "shard-00000.found").stat().st_mtime_ns
    assert not run_shard(tmp_path / "shards", 0, parser)[1]
    assert (tmp_path / "shards" / "shard-00000.found").stat().st_mtime_ns == before


def test_a_run_that_left_no_marker_is_run_again(reports: Path, tmp_path: Path, parser: Parser) -> None:
    write_shards(read_paths([reports]), tmp_path / "shards", 10_000)
    run_shard(tmp_path / "shards", 0, parser)
    (tmp_path / "shards" / "shard-00000.done").unlink()
    (tmp_path / "shards" / "shard-00000.found").write_bytes(b"half of it")
    assert run_shard(tmp_path / "shards", 0, parser)[1]
    assert memcon.gather_shards(tmp_path / "shards", tmp_path / "record.db").missing == ()


def test_results_that_were_changed_are_not_gathered_but_read_again(reports: Path, tmp_path: Path) -> None:
    memcon.shard_reports(reports, tmp_path / "shards", 10_000)
    memcon.run_shard(tmp_path / "shards", 0)
    _cut(tmp_path / "shards" / "shard-00000.found")
    assert memcon.gather_shards(tmp_path / "shards", tmp_path / "record.db").missing == (0,)
    assert memcon.run_shard(tmp_path / "shards", 0)[1]
    assert memcon.gather_shards(tmp_path / "shards", tmp_path / "record.db").missing == ()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-10])


def _changed(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Lima", b"Rome"))


@pytest.mark.parametrize("harm", [_cut, _changed])
def test_a_shard_with_other_bytes_is_refused(
    harm: Callable[[Path], None], reports: Path, tmp_path: Path, parser: Parser
) -> None:
    write_shards(read_paths([reports]), tmp_path / "shards", 10_000)
    harm(tmp_path / "shards" / "shard-00000.items")
    with pytest.raises(MemconError, match="not the bytes that were written"):
        run_shard(tmp_path / "shards", 0, parser)


def test_a_shard_read_twice_at_once_is_read_once(reports: Path, tmp_path: Path, parser: Parser) -> None:
    from memcon.flow.shards import _only_one

    write_shards(read_paths([reports]), tmp_path / "shards", 10_000)
    with _only_one(tmp_path / "shards" / "shard-00000.lock"), pytest.raises(MemconError, match="reading this shard"):
        run_shard(tmp_path / "shards", 0, parser)
    assert run_shard(tmp_path / "shards", 0, parser)[1]


def test_a_folder_without_shards_and_a_number_without_a_shard_are_told(
    reports: Path, tmp_path: Path, parser: Parser
) -> None:
    with pytest.raises(MemconError, match="memcon shard PATH"):
        listing_of(tmp_path)
    write_shards(read_paths([reports]), tmp_path / "shards", 10_000)
    with pytest.raises(MemconError, match="there are 0 to 0"):
        run_shard(tmp_path / "shards", 3, parser)
    with pytest.raises(MemconError, match="holds shards already"):
        write_shards(read_paths([reports]), tmp_path / "shards", 10_000)


@pytest.mark.ray
@pytest.mark.skipif(find_spec("ray") is None, reason="needs Ray: memcon[ray]")
def test_workers_of_a_cluster_give_the_same_outcomes_in_order_also_when_one_is_killed(parser: Parser) -> None:
    from memcon.flow.ray_engine import RayEngine

    items = [
        RawItem(
            f"{n}.txt",
            f"{text} Number {n}.".encode(),
            "text/plain",
            sha256_of(f"{text} Number {n}.".encode()),
            Given(day, "given", "Post"),
        )
        for n in range(6)
        for day, text in REPORTS
    ]
    batches = [items[n : n + 2] for n in range(0, len(items), 2)]
    found: list[Outcome] = []
    with RayEngine(2) as engine:
        for outcome in engine.read(batches):
            found.append(outcome)
            if len(found) == 3 and engine._busy:
                engine._ray.kill(next(iter(engine._busy.values()))[0])
    assert found == list(read_items(items, parser))
