"""Read official papers and score the record: python benchmarks/readouts.py GOLD [--words N [--outcomes]] [--workers N] [--errors FILE].

In: a folder of the readouts benchmark (reports.jsonl.gz and its gold). Out: the scorer's table, and how long reading took.
With --words only posts that the gold names and that have at most so many words: enough to see what a change does in half a
minute. The figures that count are those of the whole feed, in which many posts speak of one occasion.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

SCORER = Path(__file__).resolve().parents[2] / "shared" / "score" / "score_readouts.py"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", type=Path)
    options.add_argument("--words", type=int, help="only posts that the gold names, of at most so many words")
    options.add_argument(
        "--outcomes", action="store_true", help="with --words: the posts, too, that show what became of a plan"
    )
    options.add_argument("--workers", default="2")
    options.add_argument("--db", type=Path, help="keep the database here; reading goes on where it was stopped")
    options.add_argument("--json", type=Path)
    options.add_argument("--errors", type=Path)
    options.add_argument("--scorer", type=Path, default=SCORER)
    args = options.parse_args()
    if args.outcomes and not args.words:
        options.error("--outcomes goes with --words: without it every post is read")
    with tempfile.TemporaryDirectory() as folder:
        posts = args.gold / "reports.jsonl.gz"
        if args.words:
            posts = some(args.gold, args.words, Path(folder) / "posts.jsonl", args.outcomes)
        db, record = args.db or Path(folder) / "record.db", Path(folder) / "record.json"
        began = perf_counter()
        read = memcon("read", posts, "--db", db, "--workers", args.workers)
        if read not in (0, 3):  # 3: some posts are set aside, those in other languages say
            return read
        print(f"read in {perf_counter() - began:.0f} s", file=sys.stderr)
        if ended := memcon("export", "--format", "json", "--db", db, "--out", record):
            return ended
        command = [sys.executable, str(args.scorer), str(record), "--gold", str(args.gold)]
        for name in ("json", "errors"):
            if file := getattr(args, name):
                command += [f"--{name}", str(file)]
        return subprocess.run(command, check=False).returncode


def memcon(*words: object) -> int:
    return subprocess.run([sys.executable, "-m", "memcon", *map(str, words)], check=False).returncode


def some(gold: Path, most: int, out: Path, outcomes: bool = False) -> Path:
    """The posts of at most so many words that the gold names, in a file; with `outcomes` those, too, that show what came of a plan."""
    wanted = set(named(gold)) | (set(showing(gold)) if outcomes else set())
    with gzip.open(gold / "reports.jsonl.gz", "rt", encoding="utf-8") as lines, out.open("w", encoding="utf-8") as kept:
        for line in lines:
            post = json.loads(line)
            if post["id"] in wanted and len(post["text"].split()) <= most:
                kept.write(line)
    return out


def named(gold: Path) -> Iterator[str]:
    """The posts that report an engagement, announce one, or report none."""
    for name in ("gold_engagements.jsonl", "gold_negatives.jsonl"):
        yield from (json.loads(line)["report"] for line in (gold / name).read_text(encoding="utf-8").splitlines())
    for line in (gold / "gold_planned.jsonl").read_text(encoding="utf-8").splitlines():
        yield from (told["report"] for told in json.loads(line)["announcements"])


def showing(gold: Path) -> Iterator[str]:
    """The posts that show that what was announced took place, without which no plan among the others can be closed."""
    for line in (gold / "gold_planned.jsonl").read_text(encoding="utf-8").splitlines():
        yield from json.loads(line).get("held_by") or ()


if __name__ == "__main__":
    sys.exit(main())
