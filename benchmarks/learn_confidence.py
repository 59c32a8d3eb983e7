"""Learn what the grounds of a value weigh (src/memcon/confidence/weights.csv), and measure how well the probabilities hold.

usage: python benchmarks/learn_confidence.py [--reports TEXTS GOLD]... [--halved TEXTS GOLD]... [--papers FILE]... [--worked FILE]...
           [--posts GOLD]... [--held-reports TEXTS GOLD]... [--held-papers FILE]... [--scorers FOLDER] [--keep FOLDER] [--write]
           [--table] [--json FILE]

Learned from: annotated reports, short papers, official posts (of at most 500 words). --worked: papers on which rules were made one by
one; they flatter the rules, so each of their values counts a quarter, and a post's a twentieth. --halved: of these reports every
second is only checked. --held-...: only checked; nothing of them is printed but figures. --keep: records are kept here, and not made
again. --write: the table gets the weights. --table: nothing is learned, the weights of the table are measured. --json: the errors, too.

The weights are those of a logistic regression, drawn to 0, in which none may have another sign than FOR and AGAINST say. Printed, for
what was learned from and for what was not: the expected calibration error in ten bins of equal width with the interval in which it lies
in 95 of 100 samples of the same items, what a record would give whose every probability is exactly true (with so few items that is
not 0), and what remains at which threshold, and how much of that is right.
"""

import argparse
import csv
import hashlib
import json
import pickle
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import confidence_gold as gold
from memcon.annotate.parser import Parser
from memcon.confidence import features
from memcon.confidence.grounds import Ground, Of, Weight, rows, weights
from memcon.confidence.scorer import LEAST, MOST
from memcon.flow.plan import record_of
from memcon.model.findings import Statement
from memcon.model.record import Actor, Record, Reject
from memcon.read.read import read_paths
from readouts import some

TABLE = Path(__file__).parents[1] / "src" / "memcon" / "confidence" / "weights.csv"
SCORERS = Path(__file__).parents[2] / "shared" / "score"
POST_WORDS = 500
WORKED, POST = 0.25, 0.05  # what one value counts; see above
LINK_OF_PAPER = 0.1  # so that those of news, of which there are few and which gold tells, count as much together
DRAWN = 12.0  # swept 1 to 12 on seven sets, each left out once: the log loss of their statuses falls from .50 to .48
STEPS, BINS, SAMPLES = 8000, 10, 2000
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
Floats = NDArray[np.float64]
AGAINST = frozenset(
    (
        Ground.CONSIDERED, Ground.HABIT, Ground.UNSAID, Ground.AGAINST, Ground.CHANGED, Ground.NO_DAY, Ground.NOBODY_NAMED,
        Ground.ONE_SIDE, Ground.MANY_COME, Ground.HOST, Ground.WHOLE_STATE, Ground.PLACES_DIFFER, Ground.NO_CUE, Ground.PRONOUN,
        Ground.DESCRIBED, Ground.UNKNOWN,
    )
)  # fmt: skip
EITHER = frozenset((Ground.VISIT, Ground.SUCCESSOR))  # all others speak for it
GROUNDS: Mapping[Of, tuple[Ground, ...]] = {
    Of.STATUS: (
        Ground.CONSIDERED, Ground.HABIT, Ground.TITLE, Ground.HAPPENED, Ground.UNSAID, Ground.AGAINST, Ground.CHANGED, Ground.MENTIONS,
        Ground.ONE_DAY, Ground.NO_DAY, Ground.TWO_NAMED, Ground.NOBODY_NAMED, Ground.ONE_SIDE, Ground.MANY_COME, Ground.ORIGINS,
        Ground.PART, Ground.PLACED,
    ),
    Of.PLACE: (
        Ground.HOST, Ground.WHOLE_STATE, Ground.PLACE_WORDS, Ground.PLACES_DIFFER, Ground.ORIGINS, Ground.VISIT, Ground.ONE_DAY,
    ),
    Of.LINK: (Ground.SUCCESSOR, Ground.ONE_DAY, Ground.NO_DAY, Ground.PLACED, Ground.ORIGINS),
    Of.SPEAKER: (
        Ground.RULE, Ground.DIRECT, Ground.NO_CUE, Ground.PRONOUN, Ground.DESCRIBED, Ground.UNKNOWN, Ground.ORIGINS,
    ),
}  # fmt: skip
LINKS = ("part_of", "rescheduled_as")
Given = Sequence[tuple[gold.Judged, Record, float]]  # a value, its record, what it counts


@dataclass(frozen=True)
class Judged:
    """The values of one set, of one kind: their grounds, whether they are right, and what each counts."""

    x: Floats
    y: Floats
    share: Floats


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--reports", "--halved", "--held-reports"):
        options.add_argument(name, nargs=2, type=Path, action="append", default=[], metavar=("TEXTS", "GOLD"))
    for name in ("--papers", "--worked", "--held-papers", "--posts"):
        options.add_argument(name, type=Path, action="append", default=[])
    options.add_argument("--scorers", type=Path, default=SCORERS)
    options.add_argument("--keep", type=Path)
    options.add_argument("--write", action="store_true")
    options.add_argument("--table", action="store_true")
    options.add_argument("--json", type=Path)
    args = options.parse_args()
    gold.scorers(args.scorers)
    dev, held = sets(args, Records(args.keep))
    learned: dict[Of, Floats] = {}
    errors: dict[str, dict[str, float]] = {}
    for of in Of:
        one, other = joined(dev, of), joined(held, of)
        learned[of] = np.array([weights(of).get(n, 0.0) for n in names(of)]) if args.table else fitted(one, of)
        source = "the table" if args.table else f"learned from {len(one.y)} values, {int(one.y.sum())} of them right"
        print(f"\n{of.value}: {source}")
        for ground, weight, column in zip(names(of), learned[of], one.x.T, strict=True):
            print(f"  {ground.value:45} {weight:6.2f}   in {int((column != 0).sum())}")
        tell("learned from", of, one, learned[of])
        tell("kept apart", of, other, learned[of])
        if len(other.y):
            errors[of.value] = {"error": error(probabilities(other, learned[of]), other.y), "values": len(other.y)}
    if args.json:
        args.json.write_text(json.dumps(errors), encoding="utf-8")
    if args.write:
        write(learned, {of: joined(dev, of) for of in Of})
    return 0


def sets(args: argparse.Namespace, records: "Records") -> tuple[Given, Given]:
    """Every value that gold judges, with its record and what it counts: to learn from, and kept apart."""
    dev: list[tuple[gold.Judged, Record, float]] = []
    held: list[tuple[gold.Judged, Record, float]] = []
    for texts, folder in args.reports:
        dev += [(j, r, 1.0) for r in [records.of(texts)] for j in gold.of_reports(r, folder, texts)]
    for texts, folder in args.halved:
        r = records.of(texts)
        judged = list(gold.of_reports(r, folder, texts))
        second = set(sorted({j.text for j in judged})[1::2])
        dev += [(j, r, 1.0) for j in judged if j.text not in second]
        held += [(j, r, 1.0) for j in judged if j.text in second]
    for texts, folder in args.held_reports:
        held += [(j, r, 1.0) for r in [records.of(texts)] for j in gold.of_reports(r, folder, texts)]
    for files, counts, into in ((args.papers, 1.0, dev), (args.worked, WORKED, dev), (args.held_papers, 1.0, held)):
        for file in files:
            into += [
                (j, r, LINK_OF_PAPER if of_kind(j) is Of.LINK else counts)
                for r in [records.of_papers(file)]
                for j in gold.of_papers(r, [file])
            ]
    for folder in args.posts:
        dev += [(j, r, POST) for r in [records.of_posts(folder)] for j in gold.of_posts(r, folder)]
    return dev, held


class Records:
    """Records of texts, made once and kept in a folder where one is given."""

    def __init__(self, keep: Path | None) -> None:
        self.keep = keep
        self._parser: Parser | None = None

    def of(self, path: Path) -> Record:
        """The record of a file or a folder."""
        kept = (
            self.keep / (hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16] + ".pickle") if self.keep else None
        )
        if kept and kept.exists():
            return pickle.loads(kept.read_bytes())  # our own
        self._parser = self._parser or Parser()
        record = record_of([item for item in read_paths([path]) if not isinstance(item, Reject)], self._parser)
        if kept:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(pickle.dumps(record))
        return record

    def of_papers(self, file: Path) -> Record:
        inputs = self._inputs() / f"{file.parent.name}-{file.stem}.jsonl"
        inputs.write_text("".join(gold.inputs(file)), encoding="utf-8")
        return self.of(inputs)

    def of_posts(self, folder: Path) -> Record:
        return self.of(some(folder, POST_WORDS, self._inputs() / "posts.jsonl"))

    def _inputs(self) -> Path:
        folder = self.keep or Path(tempfile.mkdtemp())
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def joined(judged: Given, of: Of) -> Judged:
    """The values of one kind."""
    found = [(grounds(j, _actors(r)), j.right, counts) for j, r, counts in judged if of_kind(j) is of]
    x = np.array([[1.0 if n is Ground.BASE else g.get(n, 0.0) for n in names(of)] for g, _, _ in found])
    return Judged(
        x.reshape(len(found), len(names(of))), np.array([float(y) for _, y, _ in found]), np.array([c for _, _, c in found])
    )


def of_kind(j: gold.Judged) -> Of:
    return Of.LINK if j.of in LINKS else Of(j.of)


def grounds(j: gold.Judged, actors: Mapping[str, Actor]) -> Mapping[Ground, float]:
    if isinstance(j.item, Statement):
        return features.of_speaker(j.item)
    if j.of == "status":
        return features.of_status(j.item, actors)
    return features.of_place(j.item) if j.of == "place" else features.of_link(j.item, j.of == "rescheduled_as")


_known: dict[int, Mapping[str, Actor]] = {}


def _actors(record: Record) -> Mapping[str, Actor]:
    if id(record) not in _known:
        _known[id(record)] = {a.id: a for a in record.actors}
    return _known[id(record)]


def names(of: Of) -> tuple[Ground, ...]:
    return (Ground.BASE, *GROUNDS[of])


def fitted(judged: Judged, of: Of, drawn: float = DRAWN) -> Floats:
    """The weights, by projected gradient; that of the base is drawn nowhere."""
    signs = np.array([0 if n is Ground.BASE or n in EITHER else -1 if n in AGAINST else 1 for n in names(of)])
    pull = np.array([0.0 if n is Ground.BASE else drawn for n in names(of)])
    x, y, share = judged.x, judged.y, judged.share
    w = np.zeros(len(signs))
    step = 1.0 / (0.25 * np.linalg.norm(x * np.sqrt(share)[:, None], 2) ** 2 + drawn)
    for _ in range(STEPS):
        w = w - step * (x.T @ (share * (1.0 / (1.0 + np.exp(-(x @ w))) - y)) + pull * w)
        w = np.where((signs == 0) | (w * signs > 0), w, 0.0)
    return np.round(w, 2)


def probabilities(judged: Judged, w: Floats) -> Floats:
    return np.clip(np.round(1.0 / (1.0 + np.exp(-(judged.x @ w))), 2), LEAST, MOST)


def error(p: Floats, y: Floats) -> float:
    """The expected calibration error in ten bins of equal width."""
    bins = np.minimum((p * BINS).astype(int), BINS - 1)
    return float(sum((bins == b).mean() * abs(p[bins == b].mean() - y[bins == b].mean()) for b in np.unique(bins)))


def tell(title: str, of: Of, judged: Judged, w: Floats) -> None:
    if not len(judged.y):
        print(f"  {title}: none")
        return
    p, y, chance = probabilities(judged, w), judged.y, np.random.default_rng(0)
    draws = [chance.integers(0, len(y), len(y)) for _ in range(SAMPLES)]
    low, high = np.quantile([error(p[d], y[d]) for d in draws], (0.025, 0.975))
    true = [error(p, (chance.random(len(p)) < p).astype(float)) for _ in range(SAMPLES)]
    print(
        f"  {title}: {len(y)} values, {y.mean():.3f} right, {p.mean():.3f} said; calibration error {error(p, y):.3f} "
        f"({low:.3f} to {high:.3f}); if every probability were true: {np.mean(true):.3f}, at most {np.quantile(true, 0.95):.3f}"
    )
    bins = np.minimum((p * BINS).astype(int), BINS - 1)
    told = (f"{p[bins == b].mean():.2f}: {y[bins == b].mean():.2f} of {(bins == b).sum()}" for b in np.unique(bins))
    print("    said: right  ", ", ".join(told))
    left = ((t, p >= t) for t in THRESHOLDS)
    print("    from: left, right  ", ", ".join(f"{t:.2f}: {m.mean():.2f}, {y[m].mean():.3f}" for t, m in left if m.any()))


def write(learned: Mapping[Of, Floats], from_: Mapping[Of, Judged]) -> None:
    """Put the weights into the table; what its lines mean stays."""
    means = {(row.of, row.ground): row.means for row in rows()}
    head = TABLE.read_text(encoding="utf-8").split("of,ground", 1)[0]
    with TABLE.open("w", encoding="utf-8", newline="") as out:
        out.write(head)
        table = csv.writer(out, lineterminator="\n")
        table.writerow(Weight.__dataclass_fields__)
        for of in Of:
            for ground, weight, column in zip(names(of), learned[of], from_[of].x.T, strict=True):
                seen = int((column != 0).sum())
                source = f"learned from {seen} of {len(column)} values" + ("" if weight else ": tells nothing there")
                table.writerow((of.value, ground.value, f"{weight:g}", means[of, ground], source))


if __name__ == "__main__":
    sys.exit(main())
