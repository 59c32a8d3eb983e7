"""Score short papers of many countries row by row: python benchmarks/world.py GOLD.jsonl ... [--errors FILE] [--json FILE]

Reads each text as a document of its own record's corpus, lists what `memcon engagements` would show, and runs the scorer. In: gold
files whose lines hold a text with its engagements and persons. Out: the scorer's figures.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from memcon.annotate.parser import Parser
from memcon.export.record_json import to_json
from memcon.flow.plan import record_of
from memcon.model.document import RawItem
from memcon.model.record import Reject
from memcon.read.read import read_paths
from memcon.wording.listing import tells
from memcon.wording.words import short

SCORER = Path(__file__).parents[2] / "shared" / "score" / "score_world.py"
WORLD = Path(__file__).parents[2] / "shared" / "data" / "world"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", nargs="*", type=Path)
    options.add_argument("--errors", type=Path)
    options.add_argument("--json", type=Path)
    args = options.parse_args()
    gold = [str(path) for path in args.gold or sorted(WORLD.glob("*.jsonl"))]
    folder = Path(tempfile.mkdtemp())
    inputs, record_file, shown = folder / "inputs.jsonl", folder / "record.json", folder / "shown.txt"
    subprocess.run([sys.executable, str(SCORER), "--gold", *gold, "--inputs", str(inputs)], check=True)
    record = record_of(_items(inputs), Parser())
    actors = {actor.id: actor for actor in record.actors}
    record_file.write_text(to_json(record), encoding="utf-8")
    shown.write_text("\n".join(short(e.id) for e in record.engagements if tells(e, actors)), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(record_file), "--gold", *gold, "--shown", str(shown)]
    if args.errors:
        command += ["--errors", str(args.errors)]
    if args.json:
        command += ["--json", str(args.json)]
    return subprocess.run(command, check=False).returncode


def _items(inputs: Path) -> list[RawItem]:
    items: list[RawItem] = []
    for item in read_paths([inputs]):
        if isinstance(item, Reject):
            print(json.dumps({"set aside": item.source, "reason": item.reason}), file=sys.stderr)
        else:
            items.append(item)
    return items


if __name__ == "__main__":
    raise SystemExit(main())
