"""How do the join's time and memory grow? python benchmarks/joining.py DB [--of 1000,5000,15000] [--added N] [--keep FOLDER]

In: a database that was read. Out, for each number of documents: seconds and peak memory of the join of so many, in a process of its
own that only joins, then the seconds of adding documents one by one, and how many of those added changed what. Where the database
has fewer documents, they are taken again under other ids: days moved, the letters of their text exchanged so that none copies
another, and those named whom few reports name called otherwise. Documents are not read again: their findings are the database's.
Seconds are the processor's.
"""

import argparse
import random
import re
import resource
import sqlite3
import statistics
import string
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from time import process_time

from memcon.annotate.parser import Parser
from memcon.flow.join import join
from memcon.model.findings import Findings
from memcon.store.codec import pack, unpack, unpack_document
from memcon.store.store import Store

Row = tuple[bytes, str, str, bytes]
ALL = "SELECT d.body, t.text, d.source, f.body FROM documents d JOIN texts t ON t.document = d.id JOIN findings f ON f.document = d.id"
STEP = 97  # days by which each taking of the documents is later than the one before
FEW = 3  # reports
DAY = re.compile(rb"\b(19|20)\d\d-\d\d-\d\d\b")
ID = re.compile(rb'"(document|statement|event|outlook)-([0-9a-f]{12})')


def again(rows: list[Row], wanted: int) -> Iterator[tuple[bytes, str, str, bytes]]:
    """So many documents: those that there are, then the same in other words, on other days."""
    seldom = _seldom(rows)
    for n in range(wanted):
        times, row = divmod(n, len(rows))
        yield _otherwise(rows[row], times, seldom) if times else rows[row]


def _seldom(rows: list[Row]) -> set[str]:
    """The family names of those whom few reports name."""
    counts = Counter(
        a.name.split()[-1] for *_, found in rows for a in unpack(found, Findings).actors if a.named and a.kind == "person"
    )
    return {name for name, n in counts.items() if n <= FEW and name.isascii() and len(name) > 3}


def _otherwise(row: Row, times: int, seldom: set[str]) -> Row:
    body, text, source, found = row
    letters = list(string.ascii_lowercase)
    random.Random(times).shuffle(letters)
    cipher = str.maketrans(string.ascii_lowercase, "".join(letters))

    def later(match: re.Match[bytes]) -> bytes:
        return (date.fromisoformat(match[0].decode()) + timedelta(days=STEP * times)).isoformat().encode()

    def other(match: re.Match[bytes]) -> bytes:
        digest = sha256(match[0] + str(times).encode()).hexdigest()[:12]
        return b'"' + match[1] + b"-" + digest.encode()

    changed = [ID.sub(other, DAY.sub(later, part)) for part in (body, found)]
    said = unpack(changed[1], Findings)
    for actor in said.actors:
        first, _, last = actor.name.rpartition(" ")
        if actor.kind == "person" and last in seldom:
            name = f"{first} {last[0]}{last[1:].translate(cipher)}".strip()
            object.__setattr__(actor, "name", name)
            object.__setattr__(actor, "aliases", ())
    return changed[0], text.translate(cipher), f"{source} {times}", pack(said)


def put(store: Store, rows: Iterator[Row] | list[Row]) -> None:
    for body, text, source, found in rows:
        document = unpack_document(body, text, source)
        store.add(document, unpack(found, Findings), document.id)


def only_join(path: Path) -> None:
    """Join a database, in a process that does nothing else."""
    with Store(path) as store:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        begun = process_time()
        join(store, Parser())
        seconds = process_time() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        documents, _ = store.count()
        with store.record() as record:
            engagements = sum(1 for _ in record.engagements)
    print(
        f"{documents:7,} documents, {engagements:7,} engagements: {seconds:6.1f} s, "
        f"peak {peak / 1024:.0f} MB (before the join {before / 1024:.0f})"
    )


def add_some(path: Path, rows: list[Row]) -> None:
    taken = []
    with Store(path) as store:
        for row in rows:
            put(store, [row])
            begun = process_time()
            join(store, Parser())
            taken.append(process_time() - begun)
    print(f"    one added: median {statistics.median(taken):.2f} s, most {max(taken):.2f} s ({len(taken)} documents)")


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("db", type=Path)
    parse.add_argument("--of", default="1000,5000,15000")
    parse.add_argument("--added", type=int, default=20)
    parse.add_argument("--keep", type=Path, help="leave the databases in this folder")
    parse.add_argument("--only-join", action="store_true", help=argparse.SUPPRESS)
    given = parse.parse_args()
    if given.only_join:
        only_join(given.db)
        return
    with sqlite3.connect(f"{given.db.absolute().as_uri()}?mode=ro", uri=True) as db:
        rows: list[Row] = db.execute(ALL).fetchall()
    random.Random(1).shuffle(rows)
    with tempfile.TemporaryDirectory() as made:
        folder = given.keep or Path(made)
        for size in map(int, given.of.split(",")):
            path = folder / f"join-{size}.db"
            some = list(again(rows, size + given.added))
            if not path.exists():
                with Store(path) as store:
                    put(store, some[:size])
            subprocess.run([sys.executable, __file__, str(path), "--only-join"], check=True)
            if given.added:
                add_some(path, some[size:])


if __name__ == "__main__":
    main()
