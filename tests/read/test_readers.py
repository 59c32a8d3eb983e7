"""The table of readers: which one reads a file, and what each needs."""

import re
from pathlib import Path

import pytest

from memcon.model.document import RawItem
from memcon.model.errors import UnknownName
from memcon.model.extras import Extra
from memcon.model.record import Reject
from memcon.read.options import ReadOptions
from memcon.read.read import read_paths
from memcon.read.readers import READERS

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"


def test_a_forced_reader_reads_what_would_be_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.log"
    path.write_text("The envoys met in Oslo.\n")
    (refused,) = read_paths([path])
    (item,) = read_paths([path], ReadOptions(reader="text"))
    assert isinstance(refused, Reject) and refused.reason == "unsupported: data or settings file"
    assert isinstance(item, RawItem) and item.media_type == "text/plain"


def test_an_unknown_reader_is_refused_with_the_names_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match=r"no reader 'jsonl'; there are .*lines.*text"):
        list(read_paths([tmp_path], ReadOptions(reader="jsonl")))


def test_a_file_whose_extra_is_absent_is_set_aside_with_the_command_that_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Extra, "installed", property(lambda self: False))
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and more")
    (tmp_path / "b.txt").write_text("The envoys met in Oslo.\n")
    reject, item = read_paths([tmp_path])
    assert isinstance(item, RawItem)
    assert isinstance(reject, Reject) and "pip install 'memcon[parquet]'" in reject.detail


@pytest.mark.parametrize("name", READERS)
def test_every_reader_is_named_in_the_help_and_in_the_documents(name: str) -> None:
    from memcon.cli.options import AS_HELP

    (row,) = re.findall(r"^\| `--as READER` .*$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert re.search(rf"\b{name}\b", AS_HELP)
    assert f"`{name}`" in row


def test_no_two_readers_claim_one_suffix() -> None:
    suffixes = [suffix for reader in READERS.values() for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)
