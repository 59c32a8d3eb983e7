"""How fast are archives and feeds taken in, and in how much memory? python benchmarks/sources.py [--gigabytes N] [--entries N]

A web archive of made-up pages (some 25 KB each, plain and then gzipped record by record, as crawlers write them) and an RSS file are
written to the disk and read without parsing: bytes in, items out. Out: pages and entries a second of the processor, and the most memory
that the reading process held after a tenth and at the end.
"""

import argparse
import gzip
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PAGE = 25_000  # characters
READ = """
import resource, sys, time
from memcon.model.record import Reject
from memcon.read.read import read_paths
def held():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
wanted, read, rejects, early = int(sys.argv[2]), 0, 0, 0
for item in read_paths([sys.argv[1]]):
    rejects += isinstance(item, Reject)
    read += 1
    if read == wanted // 10:
        early = held()
print(read - rejects, rejects, time.process_time(), early, held())
"""
WORDS = (
    "talks",
    "envoy",
    "minister",
    "signed",
    "border",
    "trade",
    "visit",
    "Lima",
    "Oslo",
    "Accra",
    "delegation",
    "agreed",
)


def pages(size: int, chance: random.Random) -> Iterator[bytes]:
    """WARC records, until they are so many bytes together."""
    total = number = 0
    filler = [" ".join(chance.choices(WORDS, k=PAGE // 40)) for _ in range(50)]
    while total < size:
        body = "".join(f"<p>{number} {chance.choice(filler)}</p>" for _ in range(6))
        page = f"<html><head><title>Page {number}</title></head><body>{body}</body></html>".encode()
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\n"
            f"WARC-Date: 2024-05-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        record = head.encode() + http + b"\r\n\r\n"
        total += len(record)
        number += 1
        yield record


def feed(entries: int, chance: random.Random) -> Iterator[bytes]:
    yield b'<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>'
    for n in range(entries):
        text = " ".join(chance.choices(WORDS, k=300))
        yield (
            f"<item><title>Talks {n}</title><guid>https://example.org/{n}</guid>"
            f"<pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate><description>{n} {text}</description></item>"
        ).encode()
    yield b"</channel></rss>"


def measure(name: str, path: Path, wanted: int) -> None:
    done = subprocess.run([sys.executable, "-c", READ, str(path), str(wanted)], check=True, capture_output=True, text=True)
    read, rejects, seconds, early, late = (float(part) for part in done.stdout.split())
    print(
        f"{name}: {path.stat().st_size / 1e9:.2f} GB, {read:,.0f} items, {rejects:.0f} set aside, {read / seconds:,.0f} a second of the "
        f"processor, {early:.0f} MB after a tenth, {late:.0f} MB at the end",
        flush=True,
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gigabytes", type=float, default=10)
    options.add_argument("--entries", type=int, default=10_000)
    args = options.parse_args()
    size = int(args.gigabytes * 1e9)
    with tempfile.TemporaryDirectory() as folder:
        for name, suffix, bytes_ in (("WARC", ".warc", size), ("WARC, gzipped", ".warc.gz", size // 10)):
            path = Path(folder) / f"pages{suffix}"
            number = 0
            with path.open("wb") as out:
                for record in pages(bytes_, random.Random(1)):
                    out.write(gzip.compress(record, 1) if suffix.endswith(".gz") else record)
                    number += 1
            measure(name, path, number)
            path.unlink()
        path = Path(folder) / "feed.rss"
        with path.open("wb") as out:
            out.writelines(feed(args.entries, random.Random(1)))
        measure("RSS", path, args.entries)


if __name__ == "__main__":
    main()
