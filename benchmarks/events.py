"""PLOVER roots on sentences with a given pair of actors: python benchmarks/events.py [GOLD.tsv] [--half dev|held] [--confusion].

The coder is taken before its actors are resolved, since most of these sentences act through people whom no register knows. What is
only said to be done later is read as PLOVER reads it: a promise of help is AGREE, of harm THREATEN. A hash of a sentence's id puts
it into the half that rules are developed on or into the half whose errors nobody reads; both are printed where neither is asked for.
"""

import argparse
import csv
import hashlib
import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from memcon.annotate.annotate import annotate_all
from memcon.annotate.parser import Parser
from memcon.coding.events.coded import Coded, coded
from memcon.model.annotated import Annotated
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.text import Zone
from memcon.registers.plover import types

SHARED = Path(__file__).parents[2] / "shared"
HALVES = ("dev", "held")
CLAUSES = ("relcl", "acl", "advcl", "appos")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path, nargs="?", default=SHARED / "data" / "events" / "plv_train.tsv")
    options.add_argument("--half", choices=HALVES)
    options.add_argument("--confusion", action="store_true")
    args = options.parse_args()
    with args.gold.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    parser, failed = Parser(), 0
    for half in (args.half,) if args.half else HALVES:
        print(half, flush=True)
        failed |= _score([row for row in rows if half_of(row["sentence_id"]) == half], parser, args.confusion)
    return failed


def half_of(sentence_id: str) -> str:
    """The half of the sentences that this one is in."""
    return HALVES[hashlib.sha256(sentence_id.encode()).digest()[0] % 2]


def _score(rows: list[dict[str, str]], parser: Parser, confusion: bool) -> int:
    folder = Path(tempfile.mkdtemp())
    gold, out = folder / "gold.tsv", folder / "events.jsonl"
    with gold.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), delimiter="\t")
        table.writeheader()
        table.writerows(rows)
    documents = [_document(row["sentence_id"], row["sentence"]) for row in rows]
    with out.open("w", encoding="utf-8") as file:
        for row, a in zip(rows, annotate_all(documents, parser), strict=True):
            file.write(json.dumps({"sentence_id": row["sentence_id"], "events": [_event(a, c) for c in coded(a)]}) + "\n")
    command = [sys.executable, str(SHARED / "score" / "score_events.py"), str(gold), str(out)]
    return subprocess.run([*command, *(["--confusion"] if confusion else [])], check=False).returncode


def _document(name: str, text: str) -> Document:
    day = DateRange.day(date(2020, 1, 1))
    return Document(name, name, "", text, (Zone(0, len(text), "body"),), None, None, (), day, "en")


def _event(a: Annotated, item: Coded) -> dict[str, str | None]:
    kind = item.pattern.type
    if item.tense in ("future", "hypothetical") and kind != "CONSULT":
        kind = {2: "AGREE", 4: "THREATEN"}.get(types()[kind].quad, kind)
    return {"type": kind, "actor": _phrase(a, item.actor), "recipient": _phrase(a, item.recipient)}


def _phrase(a: Annotated, i: int | None) -> str | None:
    """The noun phrase of token i without its clauses."""
    if i is None:
        return None
    dropped = {t.i for c in a.children(i) if c.dep in CLAUSES for t in a.subtree(c.i)}
    return " ".join(t.text for t in sorted(a.subtree(i), key=lambda t: t.i) if t.i not in dropped)


if __name__ == "__main__":
    raise SystemExit(main())
