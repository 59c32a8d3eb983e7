"""How long does it take to add documents to a record? python benchmarks/adding.py DB [--added N] [--of N] [--check]

In: a database that was read. Out: seconds of the join of its documents but some, then of adding each of these, one by one. Documents are
not read again: their findings are taken from the database. --check compares the record at the end with one that is joined at once, byte
for byte. Seconds are the processor's, so that other work on the machine does not count.
"""

import argparse
import random
import sqlite3
import statistics
import tempfile
from io import BytesIO
from pathlib import Path
from time import process_time

from memcon.annotate.parser import Parser
from memcon.export.record_json import json_lines
from memcon.flow.join import join
from memcon.model.findings import Findings
from memcon.store.codec import unpack, unpack_document
from memcon.store.store import Store

Row = tuple[bytes, str, str, bytes]
ALL = "SELECT d.body, t.text, d.source, f.body FROM documents d JOIN texts t ON t.document = d.id JOIN findings f ON f.document = d.id"


def put(store: Store, rows: list[Row]) -> None:
    for body, text, source, found in rows:
        document = unpack_document(body, text, source)
        store.add(document, unpack(found, Findings), document.sha256)


def exported(store: Store) -> bytes:
    out = BytesIO()
    with store.record() as record:
        out.writelines(json_lines(record))
    return out.getvalue()


def timed_join(store: Store, parser: Parser) -> float:
    begun = process_time()
    join(store, parser)
    return process_time() - begun


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("db", type=Path)
    parse.add_argument("--added", type=int, default=50)
    parse.add_argument("--of", type=int, default=None, help="take so many documents")
    parse.add_argument("--check", action="store_true")
    given = parse.parse_args()
    with sqlite3.connect(f"{given.db.absolute().as_uri()}?mode=ro", uri=True) as db:
        rows: list[Row] = db.execute(ALL).fetchall()
    random.Random(1).shuffle(rows)
    rows = rows[: given.of]
    parser = Parser()
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "grown.db") as store:
        put(store, rows[: -given.added])
        print(f"join of {len(rows) - given.added:,} documents: {timed_join(store, parser):.1f} s")
        taken = []
        for row in rows[-given.added :]:
            put(store, [row])
            taken.append(timed_join(store, parser))
        print(f"one document added: median {statistics.median(taken):.2f} s, most {max(taken):.2f} s")
        if given.check:
            with Store(Path(folder) / "whole.db") as whole:
                put(whole, rows)
                timed_join(whole, parser)
                print("the record is that of a join of all:", exported(store) == exported(whole))


if __name__ == "__main__":
    main()
