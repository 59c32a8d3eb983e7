"""What is read, what is set aside, and that nothing vanishes."""

import gzip
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from memcon.model.document import RawItem
from memcon.model.record import Reject
from memcon.read.items import MAX_ITEM
from memcon.read.read import ReadOptions, read_paths
from memcon.read.readers import READERS
from memcon.registers.unreadable import UNREADABLE

REPORT = "HELSINKI, Aug. 1 — Leaders of 35 states signed the Final Act on Friday.\n"


def read(*paths: str | Path, options: ReadOptions | None = None) -> tuple[list[RawItem], list[Reject]]:
    everything = list(read_paths(paths, options))
    return [x for x in everything if isinstance(x, RawItem)], [x for x in everything if isinstance(x, Reject)]


def reasons(rejects: Sequence[Reject]) -> list[str]:
    return [r.reason for r in rejects]


def json_lines(*lines: object) -> bytes:
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def test_a_text_file_is_one_item_with_its_bytes_untouched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one\r\ntwo\n")
    (item,), rejects = read(tmp_path / "a.txt")
    assert (item.body, item.media_type, rejects) == (b"one\r\ntwo\n", "text/plain", [])


def test_a_folder_is_read_with_all_below_it_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "deep/er/c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(REPORT)
    items, _ = read(tmp_path)
    assert [Path(i.source).name for i in items] == ["a.html", "b.txt", "c.txt"]
    assert [i.media_type for i in items] == ["text/html", "text/plain", "text/plain"]


def test_a_glob_is_expanded_and_one_without_matches_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    items, rejects = read(str(tmp_path / "*.txt"), str(tmp_path / "*.pdf"))
    assert len(items) == 1
    assert reasons(rejects) == ["nothing matches"]


def test_a_compressed_file_is_known_by_its_bytes_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "named.txt.gz").write_bytes(gzip.compress(REPORT.encode()))
    (tmp_path / "unnamed.txt").write_bytes(gzip.compress(REPORT.encode()))
    (tmp_path / "lines.jsonl.gz").write_bytes(gzip.compress(json_lines({"text": REPORT})))
    items, rejects = read(tmp_path)
    assert [i.body for i in items] == [REPORT.encode()] * 3
    assert not rejects


def test_a_page_without_a_telling_name_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    (tmp_path / "saved").write_text("<!DOCTYPE html><html><body><p>x</p></body></html>")
    (item,), _ = read(tmp_path / "saved")
    assert item.media_type == "text/html"


def test_a_line_names_itself_by_url_then_id_then_place(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        json_lines({"text": "x", "url": "https://e.org/1", "id": "7"}, {"text": "x", "id": 7}, {"text": "x", "extra": []})
    )
    items, rejects = read(path)
    assert [i.source for i in items] == ["https://e.org/1", "7", f"{path}#3"]
    assert not rejects


def test_a_line_brings_its_own_date_and_the_option_fills_the_gap(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines({"text": "x", "published": "1975-08-02"}, {"text": "x"}))
    items, _ = read(tmp_path, options=ReadOptions(published="1975-08-01", outlet="The Wire"))
    assert [(i.given.published, i.given.published_basis) for i in items] == [
        ("1975-08-02", "JSON line"),
        ("1975-08-01", "option"),
    ]
    assert {i.given.outlet for i in items} == {"The Wire"}


def test_each_broken_line_is_set_aside_and_the_good_ones_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json_lines({"text": "x"})
    path.write_bytes(
        good + b'{"text": "cut\n' + b"\n" + b'{"text": 5}\n{"id": "9"}\n[1]\n"bare"\n{"text": "\xff"}\n' + good
    )
    items, rejects = read(path)
    assert [i.source for i in items] == [f"{path}#1", f"{path}#9"]
    assert [r.source for r in rejects] == [f"{path}#{n}" for n in (2, 4, 5, 6, 7, 8)]
    assert all(r.detail for r in rejects)


def test_a_line_over_the_limit_is_set_aside_and_the_next_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * (MAX_ITEM + 10) + b'"}\n' + json_lines({"text": "kept"}))
    items, rejects = read(path)
    assert [i.body for i in items] == [b"kept"]
    assert reasons(rejects) == ["too large"]


def test_fifty_megabytes_of_one_line_are_refused_with_the_limit_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 50_000_000)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"x" * 50_000_000, 1))
    items, rejects = read(tmp_path)
    assert not items
    assert reasons(rejects) == ["too large", "too large"]
    assert "10,000,000" in rejects[0].detail


def test_a_truncated_gzip_gives_the_lines_before_the_break(tmp_path: Path) -> None:
    whole = gzip.compress(json_lines(*({"text": f"line {n} {os.urandom(40).hex()}"} for n in range(500))))
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(REPORT.encode())[:-12])
    items, rejects = read(tmp_path)
    assert 0 < len(items) < 500
    assert reasons(rejects)[-1] == "broken gzip"
    assert {Path(r.source.split("#")[0]).name for r in rejects} == {"a.jsonl.gz", "b.txt.gz"}


def test_a_path_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    _, rejects = read(tmp_path / "nothing.txt", tmp_path / "dangling", "https://example.org/a")
    assert reasons(rejects) == ["no such file", "broken link", "not a path"]


def test_a_file_that_may_not_be_read_is_told_with_the_command_that_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORT)
    (tmp_path / "b.txt").write_text(REPORT)
    real_open = Path.open

    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return real_open(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)  # the tests may run as root, whom no mode stops
    items, (reject,) = read(tmp_path)
    assert len(items) == 1
    assert reject.reason == "no permission"
    assert "chmod" in reject.detail


def test_a_loop_of_links_ends_and_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    items, rejects = read(tmp_path)
    assert len(items) == 1
    assert sorted(reasons(rejects)) == ["cannot be opened", "folder read already"]


def test_an_empty_file_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" \n\n")
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / ".hidden").write_text(REPORT)
    _, rejects = read(tmp_path, tmp_path / "none")
    assert reasons(rejects) == ["empty file", "nothing to read"]


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("a.pdf", b"%PDF-1.7 x", "unsupported: PDF document"),
        ("b.txt", b"%PDF-1.7 x", "unsupported: PDF document"),
        ("c.docx", b"PK\x03\x04 x", "unsupported: Word document"),
        ("d", b"\x89PNG\r\n\x1a\n x", "unsupported: image"),
        ("e.json", b'{"a": 1}', "no report in the JSON"),
        ("f.yaml", b"a: 1", "unsupported: data or settings file"),
    ],
)
def test_what_memcon_cannot_read_is_named(tmp_path: Path, name: str, body: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(body)
    _, (reject,) = read(tmp_path / name)
    assert reject.reason == reason
    assert reject.detail


def test_no_suffix_and_no_first_bytes_are_both_read_and_refused() -> None:
    assert not {s for r in READERS.values() for s in r.suffixes} & {s for kind in UNREADABLE.rows for s in kind.suffixes}
    refused = [magic for kind in UNREADABLE.rows for magic in kind.magic]
    assert not [
        m for r in READERS.values() for m in r.magic for other in refused if m.startswith(other) or other.startswith(m)
    ]
    assert all(kind.remedy for kind in UNREADABLE.rows)


def test_standard_input_is_read_as_what_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer: io.BufferedReader

    for body, count in ((REPORT.encode(), 1), (gzip.compress(json_lines({"text": "x"}, {"text": "y"})), 2)):
        Piped.buffer = io.BufferedReader(io.BytesIO(body))  # type: ignore[arg-type]
        monkeypatch.setattr(sys, "stdin", Piped)
        items, rejects = read("-")
        assert len(items) == count
        assert not rejects
        assert items[0].source.startswith("stdin")


def test_a_manifest_gives_what_bare_texts_do_not_say_and_is_no_item_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "manifest.csv").write_text("source,published,outlet,note\na.txt,1975-08-01,,x\n")
    (item,), rejects = read(tmp_path, options=ReadOptions(outlet="The Wire"))
    assert (item.given.published, item.given.published_basis, item.given.outlet) == ("1975-08-01", "manifest", "The Wire")
    assert not rejects
    (item,), _ = read(tmp_path, options=ReadOptions(use_manifest=False))
    assert item.given.published is None


def test_a_file_read_by_its_own_name_has_its_manifest_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(REPORT.encode()))
    (tmp_path / "manifest.csv").write_text("source,title\na.txt,The Final Act\nb.txt,Another\n")
    (item,), rejects = read(tmp_path / "a.txt.gz")
    assert item.given.title == "The Final Act"
    assert not rejects


def test_a_manifest_that_names_what_is_not_there_or_cannot_be_read_is_told(tmp_path: Path) -> None:
    for name, manifest in (
        ("one", b"source\na.txt\nb.txt\n"),
        ("two", b"file,day\na.txt,x\n"),
        ("three", b"source\n\xff\xfe\n"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(REPORT)
        (tmp_path / name / "manifest.csv").write_bytes(manifest)
    assert reasons(read(tmp_path / "one")[1]) == ["named in the manifest, not in the folder"]
    assert reasons(read(tmp_path / "two")[1]) == ["broken manifest"]
    assert reasons(read(tmp_path / "three")[1]) == ["broken manifest"]
    assert len(read(tmp_path / "two")[0]) == 1
