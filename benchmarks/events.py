"""PLOVER roots on sentences with a given pair of actors: python benchmarks/events.py [GOLD.tsv] [--half dev|held|both] [--confusion].

The coder is taken before its actors are resolved, since most of these sentences act through people whom no register knows. What is
only said to be done later is read as PLOVER reads it: a promise of help is AGREE, of harm THREATEN. The labels of
these sentences count convictions among ACCUSE and most sanctions among COERCE, as the development half shows; memcon has both as
SANCTION, as PLOVER's manual has. A hash of a sentence's id puts it into the half that rules are developed on or into the half whose
errors nobody reads.
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
from memcon.grammar.clauses import clauses_of
from memcon.model.annotated import Annotated
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.text import Zone

SHARED = Path(__file__).parents[2] / "shared"
HALVES = ("dev", "held")
CLAUSES = ("relcl", "acl", "advcl", "appos")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path, nargs="?", default=SHARED / "data" / "events" / "plv_train.tsv")
    options.add_argument("--half", choices=(*HALVES, "both"))
    options.add_argument("--confusion", action="store_true")
    args = options.parse_args()
    with args.gold.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    parser, failed = Parser(), 0
    if not args.half:
        return _score(rows, parser, args.confusion)
    for half in HALVES if args.half == "both" else (args.half,):
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
            file.write(
                json.dumps({"sentence_id": row["sentence_id"], "events": [_event(a, c) for c in coded(a, clauses_of(a))]})
                + "\n"
            )
    command = [sys.executable, str(SHARED / "score" / "score_events.py"), str(gold), str(out)]
    return subprocess.run([*command, *(["--confusion"] if confusion else [])], check=False).returncode


def _document(name: str, text: str) -> Document:
    day = DateRange.day(date(2020, 1, 1))
    return Document(name, name, "", text, (Zone(0, len(text), "body"),), None, None, (), day, "en")


def _event(a: Annotated, item: Coded) -> dict[str, str | None]:
    return {"type": _as_labelled(a, item), "actor": _phrase(a, item.actor), "recipient": _phrase(a, item.recipient)}


def _as_labelled(a: Annotated, item: Coded) -> str:
    """The root as the labels of these sentences have it."""
    if item.root != "SANCTION":
        return item.root
    if item.pattern.mode == "convict":
        return "ACCUSE"
    return "COERCE" if any(t.lemma == "sanction" for t in a.tokens[item.first : item.last]) else "SANCTION"


def _phrase(a: Annotated, i: int | None) -> str | None:
    """The noun phrase of token i without its clauses."""
    if i is None:
        return None
    dropped = {t.i for c in a.children(i) if c.dep in CLAUSES for t in a.subtree(c.i)}
    return " ".join(t.text for t in sorted(a.subtree(i), key=lambda t: t.i) if t.i not in dropped)


if __name__ == "__main__":
    raise SystemExit(main())
