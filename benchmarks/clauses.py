"""How well clauses are read: the frozen sentences of tests/grammar, by field and by kind.

Comes in: tests/grammar/clauses.toml (development) and held_clauses.toml (held out: look at its figures only). Goes out: the share
of pinned fields that are read right, and of sentences right in every field, for both parts; with --wrong NAME, what is read wrong
in the development sentences whose id begins with NAME. The sentences and what is pinned of them were written before the rules.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests" / "grammar"
sys.path.insert(0, str(TESTS))

from clause_samples import load  # noqa: E402
from pinned import FIELDS, Compared, compare  # noqa: E402

from memcon.annotate.parser import Parser  # noqa: E402

PARTS = {"development": "clauses.toml", "held out": "held_clauses.toml"}


def share(right: int, count: int) -> str:
    return f"{100 * right / count:5.1f} ({right}/{count})" if count else "    -"


def by_field(found: list[Compared]) -> dict[str, str]:
    count, right = Counter(c.field for c in found), Counter(c.field for c in found if c.right)
    return {field: share(right[field], count[field]) for field in FIELDS}


def by_kind(found: list[Compared]) -> dict[str, str]:
    wrong = {c.sample.id for c in found if not c.right}
    samples = {c.sample.id: c.sample for c in found}.values()
    count = Counter(s.kind for s in samples)
    right = Counter(s.kind for s in samples if s.id not in wrong)
    return {kind: share(right[kind], n) for kind, n in count.items()} | {
        "all": share(sum(right.values()), sum(count.values()))
    }


def table(title: str, columns: dict[str, dict[str, str]]) -> None:
    print(f"\n{title:22}" + "".join(f"{name:>20}" for name in columns))
    names = list(dict.fromkeys(name for column in columns.values() for name in column))
    for name in names:
        print(f"{name:22}" + "".join(f"{column.get(name, '-'):>20}" for column in columns.values()))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--wrong", metavar="NAME", help="show the development sentences whose id begins so and that are read wrong"
    )
    asked = options.parse_args()
    parser = Parser()
    found = {part: list(compare(load(TESTS / name), parser)) for part, name in PARTS.items()}
    if asked.wrong is not None:
        for c in found["development"]:
            if not c.right and c.sample.id.startswith(asked.wrong):
                print(f"{c.name}: {getattr(c.sample, c.field)!r}, read {c.shown!r}\n    {c.sample.text}")
        return 0
    table("field", {part: by_field(some) for part, some in found.items()})
    table("sentences, by kind", {part: by_kind(some) for part, some in found.items()})
    return 0


if __name__ == "__main__":
    sys.exit(main())
