"""What texts tell of their own copying: python benchmarks/condition.py COPIES.jsonl[.gz] [TEXTS.jsonl[.gz] ...] [--shown N].

COPIES has `relation` and `text`; of spun ones the share that is marked spun, of others the false marks. TEXTS have `text` and were
written by people: every mark of spinning or translation there is false, and up to N of them are printed with their words. Also
the time, which is set against that of the whole reading (benchmarks/speed.py).
"""

import argparse
import gzip
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from memcon.copies.condition.condition import condition_evidence
from memcon.model.dates import UNKNOWN_DATE
from memcon.model.document import Document
from memcon.model.text import Zone


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("copies")
    arguments.add_argument("texts", nargs="*")
    arguments.add_argument("--shown", type=int, default=0)
    options = arguments.parse_args()
    marked: dict[str, Counter[str]] = defaultdict(Counter)
    sizes: Counter[str] = Counter()
    words, shown, started = 0, 0, time.process_time()
    for name, text, spun in _texts(options.copies, options.texts):
        marks = condition_evidence(
            Document(name, name, "0", text, (Zone(0, len(text), "body"),), None, None, (), UNKNOWN_DATE, "en")
        )
        found = {mark.condition for mark in marks}
        sizes[name] += 1
        words += len(text.split())
        marked[name].update(found)
        if shown < options.shown and not spun and found & {"spun", "back_translated"}:
            shown += 1
            print(f"false in {name}: {[mark.span.of(text) for mark in marks][:8]}", file=sys.stderr)
    seconds = time.process_time() - started
    for name, size in sorted(sizes.items()):
        print(
            f"{name:24} {size:5} texts  " + "  ".join(f"{k} {v} ({v / size:.3f})" for k, v in sorted(marked[name].items()))
        )
    print(f"{1e6 * seconds / words:.1f} microseconds a word")


def _texts(copies: str, others: list[str]) -> Iterator[tuple[str, str, bool]]:
    for row in _rows(copies):
        yield row["relation"], row["text"], row["relation"].startswith("spun")
    for path in others:
        for row in _rows(path):
            if row.get("text"):
                yield Path(path).name.split(".")[0], row["text"], False


def _rows(path: str) -> Iterator[dict[str, str]]:
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    main()
