"""PLOVER roots on sentences with a given pair of actors: python benchmarks/events.py [GOLD.tsv] [--confusion].

The coder is taken before its actors are resolved, since most of these sentences act through people whom no register knows. What is
only said to be done later is read as PLOVER reads it: a promise of help is AGREE, of harm THREATEN.
"""

import argparse
import csv
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
CLAUSES = ("relcl", "acl", "advcl", "appos")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path, nargs="?", default=SHARED / "data" / "events" / "plv_train.tsv")
    options.add_argument("--confusion", action="store_true")
    args = options.parse_args()
    with args.gold.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    documents = [_document(row["sentence_id"], row["sentence"]) for row in rows]
    out = Path(tempfile.mkdtemp()) / "events.jsonl"
    with out.open("w", encoding="utf-8") as file:
        for row, a in zip(rows, annotate_all(documents, Parser()), strict=True):
            file.write(json.dumps({"sentence_id": row["sentence_id"], "events": [_event(a, c) for c in coded(a)]}) + "\n")
    command = [sys.executable, str(SHARED / "score" / "score_events.py"), str(args.gold), str(out)]
    return subprocess.run([*command, *(["--confusion"] if args.confusion else [])], check=False).returncode


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
