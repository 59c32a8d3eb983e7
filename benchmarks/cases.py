"""The small texts of tests/cases: python benchmarks/cases.py [--all] [--kind PREFIX]

Prints which of them are read rightly, by kind, and for the others the lines that do not hold with what was read instead.
"""

import argparse
import sys
import tomllib
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "cases"))

from checks import Reading, failures

from memcon.annotate.parser import Parser
from memcon.cli.words import tells
from memcon.flow.plan import record_of
from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases" / "cases.toml"


def read(text: str, published: str | None, parser: Parser) -> Reading:
    body = text.encode()
    item = RawItem("case", body, "text/plain", sha256_of(body), Given(published=published, published_basis="given"))
    record = record_of([item], parser)
    actors = {actor.id: actor for actor in record.actors}
    return Reading(record, [e for e in record.engagements if tells(e, actors)])


def told(reading: Reading) -> str:
    """What was read, on one line."""
    rows = []
    for e in reading.record.engagements:
        names = "; ".join(f"{(a := reading.actors[p.actor]).name}<{a.state or '-'}>" for p in e.participants)
        place = f" @{e.place.name}" if e.place else ""
        mark = "" if e in reading.shown else "(hidden) "
        rows.append(f"{mark}{e.status} {e.kind} {e.date.earliest}..{e.date.latest}{place}: {names or 'nobody'}")
    texts = {d.id: d.text for d in reading.record.documents}
    for s in reading.record.statements:
        who = reading.actors[s.speaker].name if s.speaker else f"unresolved {s.speaker_text}"
        rows.append(f"says {who}: {texts[s.document][s.span.start : s.span.end]!r}")
    rows += [f"event {e.type} {e.mode or ''}" for e in reading.record.events if e.type != "CONSULT"]
    people = [f"{a.name}<{a.state or '-'}>" for a in reading.record.actors if a.kind == "person" and a.named]
    return " | ".join([*rows, "persons: " + ", ".join(people)])


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--all", action="store_true", help="show what was read of the right ones too")
    options.add_argument("--kind", default="")
    args = options.parse_args()
    parser, right, total = Parser(), Counter[str](), Counter[str]()
    for case in tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]:
        if not case["id"].startswith(args.kind):
            continue
        reading = read(case["text"], str(case["published"]), parser)
        kind, wrong = case["id"].split(":")[0], failures(case["expect"], reading)
        total[kind] += 1
        right[kind] += not wrong
        if wrong or args.all:
            print(f"{'WRONG' if wrong else 'right'} {case['id']} [{case['published']}] {case['text']}")
            for line in wrong:
                print(f"    lacks: {line}")
            print(f"    read:  {told(reading)}")
    print({kind: f"{right[kind]}/{n}" for kind, n in total.items()})
    print(f"{right.total()} of {total.total()} right")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
