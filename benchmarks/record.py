"""Read a folder of reports and score the record: python benchmarks/record.py TEXTS GOLD [--no-manifest] [--errors FILE]."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from memcon.annotate.parser import Parser
from memcon.export.record_json import to_json
from memcon.flow.plan import record_of
from memcon.model.document import RawItem
from memcon.model.record import Reject
from memcon.read.read import ReadOptions, read_paths

SCORER = Path(__file__).parents[2] / "shared" / "score" / "score_record.py"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("texts", type=Path)
    options.add_argument("gold", type=Path)
    options.add_argument("--no-manifest", action="store_true")
    options.add_argument("--errors", type=Path)
    options.add_argument("--out", type=Path)
    options.add_argument("--scorer", type=Path, default=SCORER)
    args = options.parse_args()
    items: list[RawItem] = []
    for item in read_paths([args.texts], ReadOptions(use_manifest=not args.no_manifest)):
        if isinstance(item, Reject):
            print(f"set aside: {item.source}: {item.reason}: {item.detail}", file=sys.stderr)
        else:
            items.append(item)
    record = record_of(items, Parser())
    out = args.out or Path(tempfile.mkdtemp()) / "record.json"
    out.write_text(to_json(record), encoding="utf-8")
    command = [sys.executable, str(args.scorer), str(out), "--gold", str(args.gold), "--texts", str(args.texts)]
    if args.errors:
        command += ["--errors", str(args.errors)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
