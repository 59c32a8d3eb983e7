"""Score time expressions against TIMEX3 gold: python benchmarks/times.py [GOLD.jsonl ...] [--half dev|held|both] [--errors N].

The half that is held out is that of every second document by id; of it only figures are looked at.

Writes a line for each document, with the seconds that finding and dating took beside the parse, and runs the scorer.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from memcon.annotate.annotate import annotate_all
from memcon.annotate.parser import Parser
from memcon.annotate.times import find_times
from memcon.grammar.clauses import clauses_of
from memcon.model.annotated import Annotated
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.document import Document
from memcon.model.ids import sha256_of
from memcon.model.text import Zone
from memcon.resolve.timex.dates import date_times

SHARED = Path(__file__).parents[2] / "shared"
GOLD = [SHARED / "data" / "time" / "aquaint.jsonl", SHARED / "data" / "time" / "tcr.jsonl"]
TYPES = {"duration": "DURATION", "set": "SET"}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path, nargs="*", default=GOLD)
    options.add_argument("--half", choices=("dev", "held", "both"), default="both")
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--scorer", type=Path, default=SHARED / "score" / "score_times.py")
    args = options.parse_args()
    for gold in args.gold:
        lines = half_of([json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()], args.half)
        folder = Path(tempfile.mkdtemp())
        for name, objects in (("gold", lines), ("said", read(lines))):
            (folder / name).write_text("".join(json.dumps(one) + "\n" for one in objects), encoding="utf-8")
        print(f"== {gold.name}, {args.half}", flush=True)
        files = [str(folder / "gold"), str(folder / "said")]
        subprocess.run([sys.executable, str(args.scorer), *files, "--errors", str(args.errors)], check=True)
    return 0


def half_of(lines: list[dict[str, Any]], half: str) -> list[dict[str, Any]]:
    """Every second document by id: the first, third ... are those to develop on."""
    ordered = sorted(lines, key=lambda line: str(line["id"]))
    return {"dev": ordered[::2], "held": ordered[1::2], "both": ordered}[half]


def read(lines: list[dict[str, Any]]) -> list[dict[str, object]]:
    """What memcon makes of each document of the gold."""
    documents = [document_of(line["id"], line["text"], line["dct"]) for line in lines]
    find_times(next(annotate_all([document_of("warm", "On Monday.", "2020-01-01")], Parser())))
    return [timexes(line["id"], a) for line, a in zip(lines, annotate_all(documents, Parser()), strict=True)]


def document_of(name: str, text: str, published: str) -> Document:
    when = DateRange.day(date.fromisoformat(published), Basis(BasisKind.PUBLISHED, reason="given"))
    zones = (Zone(0, len(text), "body"),)
    return Document(name, name, sha256_of(text.encode()), text, zones, None, None, (), when, "en")


def timexes(name: str, annotated: Annotated) -> dict[str, object]:
    began = time.process_time()
    annotated.times = tuple(find_times(annotated))
    clauses = clauses_of(annotated)
    times = date_times(annotated, clauses)
    seconds = time.process_time() - began
    found = [
        {"start": t.span.start, "end": t.span.end, "type": type_of(t.kind, t.date.value or ""), "value": t.date.value}
        for t in times
    ]
    return {"id": name, "timexes": found, "seconds": seconds}


def type_of(kind: str, value: str) -> str:
    """The TIMEX3 type; a stretch such as "the past two weeks" is a duration there."""
    if value.startswith("P") and not value.endswith("REF"):
        return TYPES.get(kind, "DURATION")
    return "TIME" if "T" in value else "DATE"


if __name__ == "__main__":
    raise SystemExit(main())
