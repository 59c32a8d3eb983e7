"""The short reports and transcripts of tests/reports, and the families of tests/families:

    python benchmarks/reports.py [--all] [--kind PREFIX] [FILE.toml ...]

Prints for each file how many entries, and how many of their lines, are read rightly, and for the development files what is wrong with
the others. Of the held-out files nothing but these figures is shown, so that no rule can be made to fit them.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "cases"))

from reading import asked, entries, shown

from memcon.annotate.parser import Parser

REPORTS = Path(__file__).resolve().parents[1] / "tests" / "reports"
FAMILIES = REPORTS.parent / "families"
FILES = (
    "headlines",
    "held_headlines",
    "transcripts",
    "held_transcripts",
    "held_status_of_a_sentence",
    "held_status_in_other_words",
)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path, help="only these files of reports or families")
    options.add_argument("--all", action="store_true", help="show what was read of the right ones too")
    options.add_argument("--kind", default="", help="only the entries whose id begins so")
    args = options.parse_args()
    parser, figures = Parser(), []
    for file in args.files or [*(REPORTS / f"{name}.toml" for name in FILES), *sorted(FAMILIES.glob("*.toml"))]:
        name = file.stem
        found = [entry for entry in entries(file) if entry["id"].startswith(args.kind)]
        right = lines = held = 0
        for entry, reading, wrong in asked(found, parser):
            right += not wrong
            lines += len(entry["expect"])
            held += len(entry["expect"]) - len(wrong)
            if (wrong or args.all) and not name.startswith("held_"):
                print(shown(entry, reading, wrong))
        figures.append(f"{name}: {right} of {len(found)} right ({held} of {lines} lines)")
    print("\n".join(figures))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
