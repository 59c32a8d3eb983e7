"""A web archive gives its pages, each with its address and the time of its capture; what is broken in it is told and ends nothing."""

import gzip
from pathlib import Path

import pytest

from memcon.model.document import RawItem
from memcon.model.record import Reject
from memcon.read.read import read_paths
from memcon.read.readers import READERS

pytestmark = pytest.mark.skipif(not READERS["warc"].needs.installed, reason="needs fastwarc: memcon[warc]")  # type: ignore[union-attr]

PAGE = b"<html><head><title>Talks</title></head><body><p>Karen Holm met Ana Reyes in Lima on Tuesday.</p></body></html>"
HTML = "text/html; charset=utf-8"


def record(
    url: str,
    body: bytes = PAGE,
    status: str = "200 OK",
    kind: str = HTML,
    extra: str = "",
    of: str = "response",
    more: int = 0,
) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {of}\r\nWARC-Record-ID: <urn:uuid:{url}>\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2024-03-13T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer) + more}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def read(tmp_path: Path, archive: bytes, name: str = "crawl.warc") -> tuple[list[RawItem], list[Reject]]:
    path = tmp_path / name
    path.write_bytes(archive)
    found = list(read_paths([path]))
    return [i for i in found if isinstance(i, RawItem)], [i for i in found if isinstance(i, Reject)]


@pytest.mark.parametrize("packed", [False, True])
def test_a_page_has_its_address_and_the_time_of_its_capture(packed: bool, tmp_path: Path) -> None:
    records = [record(f"https://n.example/{n}") for n in range(3)]
    archive = b"".join(map(gzip.compress, records)) if packed else b"".join(records)
    items, rejects = read(tmp_path, archive, "crawl.warc.gz" if packed else "crawl")
    assert not rejects
    assert [(i.source, i.body, i.given.captured) for i in items] == [
        (f"https://n.example/{n}", PAGE, "2024-03-13T08:00:00+00:00") for n in range(3)
    ]


def test_only_pages_that_were_found_are_reports(tmp_path: Path) -> None:
    archive = (
        record("https://n.example/gone", status="404 Not Found")
        + record("https://n.example/picture", b"\x89PNG", kind="image/png")
        + record("https://n.example/asked", of="request")
        + record("https://n.example/same", b"", of="revisit")
        + record("https://n.example/text", b"Karen Holm met Ana Reyes.", kind="text/plain")
    )
    items, rejects = read(tmp_path, archive)
    assert [(i.source, i.media_type) for i in items] == [("https://n.example/text", "text/plain")]
    assert [(r.reason, r.detail[:6]) for r in rejects] == [("revisits", "1 page")]


def test_packed_and_chunked_pages_are_unpacked(tmp_path: Path) -> None:
    chunks = (
        b"".join(b"%x\r\n%s\r\n" % (len(PAGE[i : i + 30]), PAGE[i : i + 30]) for i in range(0, len(PAGE), 30))
        + b"0\r\n\r\n"
    )
    archive = record("https://n.example/a", gzip.compress(PAGE), extra="Content-Encoding: gzip\r\n") + record(
        "https://n.example/b", chunks, extra="Transfer-Encoding: chunked\r\n"
    )
    items, rejects = read(tmp_path, archive)
    assert [i.body for i in items] == [PAGE, PAGE]
    assert not rejects


def test_a_page_that_unpacks_without_end_is_set_aside_and_the_next_one_read(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<html>" + b" a" * 30_000_000)
    archive = record("https://n.example/bomb", bomb, extra="Content-Encoding: gzip\r\n") + record("https://n.example/next")
    items, rejects = read(tmp_path, archive)
    assert [i.source for i in items] == ["https://n.example/next"]
    assert [(r.source, r.reason) for r in rejects] == [("https://n.example/bomb", "too large")]


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_that_was_cut_off_gives_what_stands_before_and_says_so(packed: bool, tmp_path: Path) -> None:
    records = [record(f"https://n.example/{n}") for n in range(3)]
    whole = b"".join(map(gzip.compress, records)) if packed else b"".join(records)
    items, rejects = read(tmp_path, whole[:-60])
    assert [i.source for i in items] == ["https://n.example/0", "https://n.example/1"]
    assert [r.reason for r in rejects] == ["broken gzip" if packed else "WARC file cut off"]


def test_a_record_that_is_longer_than_it_says_costs_only_itself(tmp_path: Path) -> None:
    archive = record("https://n.example/short", more=-60) + record("https://n.example/next")
    items, _ = read(tmp_path, archive)
    assert "https://n.example/next" in [i.source for i in items]


def test_an_archive_without_pages_says_so(tmp_path: Path) -> None:
    items, rejects = read(tmp_path, record("https://n.example/asked", of="request"))
    assert not items
    assert [r.reason for r in rejects] == ["no pages in a WARC file"]
