"""Are the copies found, and how fast? python benchmarks/copies.py GOLD.jsonl[.gz] [--scorer SCORER] [--errors N]

In: JSON Lines with `id`, `family`, `relation`, `text`. Runs what `memcon copies` runs. Out: recall of each relation, pair precision
and false links (as they are, and without texts of the same words that the gold holds for two), how often the canonical is the
original and the relation right, texts a second; with `--scorer`, what that says of the same predictions.

    --no-copies FILE    texts none of which copies another (JSON Lines): the links found between them, all false
    --curve N N ...     seconds and memory for so many texts, spliced of the sentences of GOLD, and for 1,000 more on top
"""

import argparse
import gzip
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import comb
from pathlib import Path
from time import perf_counter, process_time

from memcon.copies.families.families import CopyIndex
from memcon.copies.families.members import Placed
from memcon.copies.index.index import Text
from memcon.flow.copying import copies_in, find_copies

MORE = 1000  # texts added to a full index
TARGETS = {
    "reprint": 0.995, "update": 0.99, "excerpt": 0.98, "spun40": 0.99, "spun60": 0.99, "spun100": 0.97,
    "spun80_quotes_kept": 0.98, "spun60_half": 0.95,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gold:
    """A text of the evaluation set."""

    id: str
    family: str
    relation: str
    words: str  # the text in lower case, without what is no letter and no digit


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("--scorer", type=Path)
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--no-copies", type=Path)
    options.add_argument("--curve", type=int, nargs="+")
    options.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = options.parse_args()
    if args.one:
        print(measured(args.gold, args.one))
        return 0
    if args.curve:
        print(f"{'texts':>8}{'seconds':>9}{'texts/s':>9}{'MB':>7}{'1,000 more, s':>15}")
        for size in args.curve:
            command = [sys.executable, __file__, str(args.gold), "--one", str(size)]
            print(subprocess.run(command, check=True, capture_output=True, text=True).stdout, end="")
        return 0
    met = quality(args.gold, args.scorer, args.errors)
    if args.no_copies:
        begun = process_time()
        found = copies_in([args.no_copies])
        links = sum(comb(n, 2) for n in Counter(text.group for text in found.texts).values())
        print(f"{args.no_copies.name}: {links} false links, {len(found.texts)} texts, {process_time() - begun:.1f} s")
        met = met and not links
    return 0 if met else 1


def lines(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def quality(path: Path, scorer: Path | None, errors: int) -> bool:
    """Print every figure; are the targets met?"""
    rows = list(lines(path))
    gold = [Gold(r["id"], r["family"], r["relation"], re.sub(r"[\W_]+", " ", r["text"].lower()).strip()) for r in rows]
    texts = {r["id"]: r["text"] for r in rows}
    wall, begun = perf_counter(), process_time()
    placed = {one.id: one for one in find_copies(texts)}
    seconds, wall = process_time() - begun, perf_counter() - wall
    met = [recalls(gold, placed)]
    met.append(precision(gold, placed, errors))
    original = {g.family: g.id for g in gold if g.relation == "original"}
    copied = [f for f, n in Counter(g.family for g in gold).items() if n > 1]
    met.append(told("canonical is the original", sum(placed[original[f]].canonical for f in copied) / len(copied), 0.97))
    right = [placed[g.id].relation == kind(g.relation) for g in gold if g.relation != "original"]
    met.append(told("relation right", sum(right) / len(right), 0.93))
    print(f"{len(gold)} texts, {seconds:.1f} s of the processor ({wall:.1f} s): {len(gold) / seconds:,.0f} texts/s")
    if scorer:
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
            file.writelines(
                json.dumps({"id": p.id, "group": p.group, "relation": p.relation, "canonical": p.canonical}) + "\n"
                for p in placed.values()
            )
            file.flush()
            subprocess.run([sys.executable, str(scorer), str(path), file.name], check=True)
    return all(met)


def kind(relation: str) -> str:
    return "spun" if relation.startswith("spun") else relation


def told(name: str, value: float, target: float, at_most: bool = False) -> bool:
    met = value <= target if at_most else value >= target
    print(f"{name:44}{value:9.4f}  target {target}{'' if met else '  NOT MET'}")
    return met


def recalls(gold: list[Gold], placed: dict[str, Placed]) -> bool:
    """Of each relation, the share in the group of the original."""
    original = {g.family: placed[g.id].group for g in gold if g.relation == "original"}
    found: dict[str, list[bool]] = defaultdict(list)
    for g in gold:
        if g.relation != "original":
            found[g.relation].append(placed[g.id].group == original[g.family])
    met = [told(f"recall {name}", sum(found[name]) / len(found[name]), TARGETS[name]) for name in TARGETS if found[name]]
    return all(met)


def precision(gold: list[Gold], placed: dict[str, Placed], errors: int) -> bool:
    """Links inside groups that are none in the gold."""
    groups: dict[str, list[Gold]] = defaultdict(list)
    for g in gold:
        groups[placed[g.id].group].append(g)
    originals = {g.family: g.words for g in gold if g.relation == "original"}
    links = right = same = 0
    for members in groups.values():
        for i, one in enumerate(members):
            for other in members[i + 1 :]:
                links += 1
                right += one.family == other.family
                same += one.family != other.family and originals[one.family] == originals[other.family]
        if errors and len({originals[m.family] for m in members}) > 1:
            errors -= 1
            print("  joined:", ", ".join(m.id for m in members))
    false = links - right
    met = [
        told("pair precision", right / links, 0.998),
        told("false links per 1,000", 1000 * false / len(gold), 1, at_most=True),
    ]
    print(f"without {same} links between families whose originals have the same words:")
    met = [
        told("pair precision", (right + same) / links, 0.998),
        told("false links per 1,000", 1000 * (false - same) / len(gold), 1, at_most=True),
    ]
    return all(met)


def spliced(path: Path, size: int) -> Iterator[Text]:
    """Texts of sentences drawn from all texts: one in ten as it is, the others with their words shuffled, as a sentence that
    comes back in every tenth text is rare outside of forms. One text in five copies an earlier one, less a sentence."""
    draw = random.Random(size)
    pool = [s for row in lines(path) for s in re.split(r"(?<=[.!?])\s+|\n\n", row["text"]) if 40 < len(s) < 400]
    kept: list[list[str]] = []
    for number in range(size):
        if kept and draw.random() < 0.2:
            chosen = list(draw.choice(kept))
            chosen.pop(draw.randrange(len(chosen)))
        else:
            chosen = [_shuffled(s, draw) if draw.random() < 0.9 else s for s in draw.sample(pool, draw.randint(6, 40))]
            kept = [*kept[-200:], chosen]
        yield Text(str(number), " ".join(chosen))


def _shuffled(sentence: str, draw: random.Random) -> str:
    words = sentence.rstrip(".!?").split()
    draw.shuffle(words)
    return " ".join(words) + "."


def measured(path: Path, size: int) -> str:
    """One line of the curve. The texts lie in a file, as they do for `memcon copies`."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "texts.jsonl"
        with place.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"id": t.id, "text": t.text}) + "\n" for t in spliced(path, size))
        before = process_time()
        copies_in([place])
        seconds = process_time() - before
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        texts = {row["id"]: row["text"] for row in lines(place)}
    more = {f"more {t.id}": t.text for t, _ in zip(spliced(path, size + MORE), range(MORE), strict=False)}
    index = CopyIndex()
    index.add(Text(name, text) for name, text in texts.items())
    index.families((texts | more).__getitem__, evidence=False)
    before = process_time()
    index.add(Text(name, text) for name, text in more.items())
    index.families((texts | more).__getitem__, evidence=False)
    added = process_time() - before
    return f"{size:8,}{seconds:9.1f}{size / seconds:9,.0f}{peak:7.0f}{added:15.1f}"


if __name__ == "__main__":
    sys.exit(main())
