"""How soon does `memcon watch` tell what a new report changes? python benchmarks/watching.py DB [--added N]

In: a database that was read. Some reports are taken out of a copy of it, and come again as files, one after the other, into a folder that
`memcon watch` watches. Out: of each, the seconds from its arrival until what it changes is printed, and the processor's seconds that the
program took for it: the first say what a user waits, on a machine that does nothing else; the second do not depend on other work. The
first report of all waits for the model too and is left out.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic

from sqlalchemy import delete

from memcon.annotate.parser import Parser
from memcon.flow.join import join
from memcon.model.document import Document
from memcon.store import reading, schema
from memcon.store.store import Store

TICKS = os.sysconf("SC_CLK_TCK")


def taken_out(db: Path, some: int) -> list[Document]:
    """Reports in English that have a day, taken out of a database, which is joined without them."""
    with Store(db) as store:
        found = [d for d in store.documents() if " the " in d.text and d.published.known]
        random.Random(2).shuffle(found)
        with store.writing() as connection:
            for document in found[:some]:
                connection.execute(delete(schema.documents).where(schema.documents.c.id == document.id))
                reading.count_change(connection)
        join(store, Parser())
        print(f"a record of {store.count()[0]:,} reports")
    return found[:some]


def as_file(report: Document) -> str:
    day = report.published.earliest
    return json.dumps(
        {"text": report.text, "title": report.title, "outlet": report.outlet, "url": report.url, "published": str(day)}
    )


def processor(pid: int) -> float:
    """The processor's seconds of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("db", type=Path)
    parse.add_argument("--added", type=int, default=20)
    given = parse.parse_args()
    with tempfile.TemporaryDirectory() as made:
        db, inbox = Path(made) / "record.db", Path(made) / "inbox"
        shutil.copy(given.db, db)
        inbox.mkdir()
        reports = taken_out(db, given.added + 1)
        command = [sys.executable, "-m", "memcon", "watch", str(inbox), "--db", str(db)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as watch:
            assert watch.stderr is not None
            waited, worked = [], []
            for number, report in enumerate(reports):
                before, began = processor(watch.pid), monotonic()
                (Path(made) / "new.json").write_text(as_file(report), encoding="utf-8")
                (Path(made) / "new.json").rename(inbox / f"{number:03}.json")
                told = next(line for line in watch.stderr if " read, " in line or "set aside" in line)
                if number:
                    waited.append(monotonic() - began)
                    worked.append(processor(watch.pid) - before)
                    print(f"{waited[-1]:6.2f} s, {worked[-1]:5.2f} s of the processor: {told.strip()}")
            watch.terminate()
    for what, taken in (("from arrival to print", waited), ("of the processor", worked)):
        print(f"seconds {what}: median {statistics.median(taken):.2f}, most {max(taken):.2f} ({len(taken)} reports)")


if __name__ == "__main__":
    main()
