"""Learn what the things that two engagements have in common weigh (src/memcon/registers/data/coreference.csv).

usage: python benchmarks/learn_coreference.py [--gold DATABASE GOLD]... [--readouts DATABASE GOLD]... [--check DATABASE GOLD]... [--write]

DATABASE was made by `memcon read`; GOLD is a folder of gold as `score_record.py` reads it, or of readouts as `score_splinters.py` does.
Of each set pairs are made of what the join compares and nothing objects to; each set counts as much as any other. The weights are
those of a logistic regression in which none may have another sign than AGAINST says, drawn to those that stand in the table, and
scaled so that the least that is taken stays what it is. Printed is in how many pairs each feature is, and for several thresholds how
many pairs are taken for one: rightly+wrongly. --check: sets that are only counted. --write: the table gets the weights.
"""

import argparse
import csv
import json
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from memcon.coreference.occasions.blocks import candidates
from memcon.coreference.occasions.features import values
from memcon.coreference.occasions.objections import compatible
from memcon.coreference.occasions.scorer import LEAST
from memcon.flow.plan import Joined, join_documents
from memcon.model.cluster import Member
from memcon.model.judgements import Feature
from memcon.registers.coreference import weights
from memcon.store.store import Store

TABLE = Path(__file__).parents[1] / "src" / "memcon" / "registers" / "data" / "coreference.csv"
AGAINST = {Feature.KIND, Feature.UNTOLD, Feature.ONE_REPORT, Feature.ANOTHER}  # these cannot speak for it
NAMES = tuple(Feature)
DRAW = 0.06  # how strongly the weights are drawn to those of the table, for each set of total weight 1
STEPS, STEP = 4000, 0.5
FIT = {"call": {"call"}, "meeting": {"meeting", "talks", "summit"}}
FEW = 4  # days
LETTERS = 4  # of a name that tells somebody from others
THRESHOLDS = (1.6, 1.8, 2.0, 2.2, 2.5)

Label = tuple[str, frozenset[str]]  # the occasion of a local engagement, and all that it can be by gold
Labels = Mapping[Member, Label]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Pairs:
    """The pairs of one set: what they have in common, and whether they are one occasion."""

    name: str
    x: Floats
    same: NDArray[np.bool_]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--gold", "--readouts", "--check"):
        options.add_argument(name, nargs=2, type=Path, action="append", default=[], metavar=("DATABASE", "GOLD"))
    options.add_argument("--write", action="store_true")
    args = options.parse_args()
    learned = [pairs_of(db, by_hand(joined, gold), joined) for db, gold in args.gold for joined in [joined_of(db)]]
    learned += [pairs_of(db, of_titles(joined, gold), joined) for db, gold in args.readouts for joined in [joined_of(db)]]
    checked = [pairs_of(db, by_hand(joined, gold), joined) for db, gold in args.check for joined in [joined_of(db)]]
    before = np.array([weights()[n] for n in NAMES])
    after = fitted(learned, before)
    for n, b, a in zip(NAMES, before, after, strict=True):
        count = sum(int((p.x[:, NAMES.index(n)] != 0).sum()) for p in learned)
        print(f"{n:38} {b:6.2f} -> {a:6.2f}   in {count} pairs")
    for pairs in (*learned, *checked):
        print(
            f"\n{pairs.name}: {len(pairs.same)} pairs, {pairs.same.sum()} alike"
            + (" (not learned from)" if pairs in checked else "")
        )
        for title, each in (("table", before), ("learned", after)):
            print(f"  {title:8}", *(f"{t}: {told(pairs, each, t)}" for t in THRESHOLDS))
    if args.write:
        write(after)
    return 0


def told(pairs: Pairs, each: Floats, least: float) -> str:
    """Of the pairs taken for one, those that are; of those that are, those taken."""
    taken = pairs.x @ each >= least
    return f"{int((taken & pairs.same).sum())}+{int((taken & ~pairs.same).sum())}"


def joined_of(database: Path) -> Joined:
    """The documents of a database, joined with the rules as they are."""
    with Store(database) as store:
        return join_documents(list(store.documents()), list(store.findings()), lambda _: None)


def pairs_of(database: Path, labels: Labels, joined: Joined) -> Pairs:
    """The pairs of labelled local engagements that the join compares. Pairs of which gold leaves open whether they are one are left out."""
    singles = joined.occasions.singles
    clusters = dict(enumerate(singles[m] for m in sorted(labels) if m in singles))
    rows, same = [], []
    for i, j in candidates(clusters):
        a, b = clusters[i], clusters[j]
        (one, ones), (other, others) = labels[a.members[0]], labels[b.members[0]]
        if (one != other and (one in others or other in ones)) or not compatible(a, b):
            continue
        if found := values(a, b):
            rows.append([found.get(n, 0.0) for n in NAMES])
            same.append(one == other)
    return Pairs(database.stem, np.array(rows, dtype=float).reshape(len(rows), len(NAMES)), np.array(same, dtype=bool))


def fitted(sets: Sequence[Pairs], before: Floats) -> Floats:
    """The weights, by projected gradient: of a logistic regression whose scale is that of the table."""
    signs = np.array([-1.0 if n in AGAINST else 1.0 for n in NAMES])
    sets = [p for p in sets if p.same.any() and not p.same.all()]
    x, y = np.vstack([p.x for p in sets]), np.concatenate([p.same for p in sets]).astype(float)
    share = np.concatenate([np.full(len(p.same), 1.0 / len(p.same)) for p in sets])
    w, start = 2.0 * before, 2.0 * before
    bias, drawn = -2.0 * LEAST, DRAW * len(sets)
    for _ in range(STEPS):
        off = share * (1.0 / (1.0 + np.exp(-(x @ w + bias))) - y)
        w = w - STEP * (x.T @ off + drawn * (w - start))
        bias -= STEP * (off.sum() + drawn * (bias + 2.0 * LEAST))
        w = np.where(w * signs > 0, w, 0.0)
    return np.round(w * LEAST / -bias, 2)


def by_hand(joined: Joined, folder: Path) -> Labels:
    """The occasions of local engagements, as gold by hand has their mentions."""
    documents = {Path(d.source).stem: d.id for d in joined.record.documents}
    spans: dict[str, list[tuple[int, int, list[str], list[str]]]] = defaultdict(list)
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for m in gold.get("engagement_mentions", ()) if "file" in gold else ():
            for s in m["spans"]:
                spans[documents[Path(gold["file"]).stem]].append(
                    (s["start"], s["end"], m["engagements"], m.get("alt_engagements", []))
                )
    found: dict[Member, Label] = {}
    for f in joined.findings:
        for e in f.engagements:
            own: Counter[str] = Counter()
            also: set[str] = set()
            for m in e.mentions:
                for start, end, occasions, others in spans[f.document]:
                    if occasions and start < m.span.end and m.span.start < end:
                        own[occasions[0]] += 1
                        also.update(occasions, others)
            if own:
                found[f.document, e.key] = own.most_common(1)[0][0], frozenset(also)
    return found


def of_titles(joined: Joined, folder: Path) -> Labels:
    """The occasions of local engagements of two persons: those of a post's title, and what other posts date to its day."""
    with (folder / "gold_engagements.jsonl").open(encoding="utf-8") as lines:
        golds = [g for g in map(json.loads, lines) if _of_two(g)]
    people = {a.id: words(" ".join((a.name, *a.aliases))) for a in joined.record.actors if a.kind == "person"}
    by_day: dict[date, list[dict[str, Any]]] = defaultdict(list)
    for g in golds:
        first, last = (date.fromisoformat(g["date"][k]) for k in ("earliest", "latest"))
        for n in range((last - first).days + 1):
            by_day[first + timedelta(n)].append(g)
    found: dict[Member, Label] = {}
    for member, single in joined.occasions.singles.items():
        days = {d.earliest for d in single.dates if d.exact and d.earliest}
        there = [people[i] for who in single.people.values() for i in who]
        fits = {g["occasion"] for day in days for g in by_day[day] if _names(g, there) and single.kinds <= FIT[_kind(g)]}
        if len(fits) == 1:
            found[member] = (min(fits), frozenset(fits))
    return found


def _of_two(g: Mapping[str, Any]) -> bool:
    """Is it an occasion of two persons of two states, of a few days?"""
    if g["kind"] == "press_conference" or g.get("partial") or len(g["participants"]) != 2 or not g["date"].get("latest"):
        return False
    days = date.fromisoformat(g["date"]["latest"]) - date.fromisoformat(g["date"]["earliest"])
    two = len({p.get("state") for p in g["participants"]}) == 2
    return two and days.days < FEW and all(words(p["name"]) for p in g["participants"])


def _kind(g: Mapping[str, Any]) -> str:
    return "call" if g["kind"] == "call" else "meeting"


def _names(g: Mapping[str, Any], there: Sequence[frozenset[str]]) -> bool:
    """Do some name just the two?"""
    wanted = [words(p["name"]) for p in g["participants"]]
    return len(there) == 2 and all(any(len(w & t) >= min(2, len(w)) for t in there) for w in wanted)


def words(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return frozenset(w.strip(".,") for w in plain.replace("-", " ").split() if len(w.strip(".,")) >= LETTERS)


def write(after: Floats) -> None:
    """Put the weights into the table; the rest of it stays."""
    each = dict(zip(NAMES, after, strict=True))
    out = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        cells = next(csv.reader([line]), [])
        if cells and cells[0] in set(NAMES):
            name = f'"{cells[0]}"' if "," in cells[0] else cells[0]
            line = f'{name},{each[Feature(cells[0])]:g},"{cells[2]}",{cells[3]}'
        out.append(line)
    TABLE.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
