"""The small texts of tests/cases: python benchmarks/cases.py [--all] [--kind PREFIX]

Prints which of them are read rightly, by kind, and for the others the lines that do not hold with what was read instead.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "cases"))

from reading import asked, entries, shown

from memcon.annotate.parser import Parser

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases" / "cases.toml"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--all", action="store_true", help="show what was read of the right ones too")
    options.add_argument("--kind", default="")
    args = options.parse_args()
    right, total = Counter[str](), Counter[str]()
    cases = [case for case in entries(CASES) if case["id"].startswith(args.kind)]
    for case, reading, wrong in asked(cases, Parser()):
        kind = case["id"].split(":")[0]
        total[kind] += 1
        right[kind] += not wrong
        if wrong or args.all:
            print(shown(case, reading, wrong))
    print({kind: f"{right[kind]}/{n}" for kind, n in total.items()})
    print(f"{right.total()} of {total.total()} right")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
