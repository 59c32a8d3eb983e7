"""Score the persons of a record against a who's-who made by hand: python benchmarks/people.py RECORD.json [--half dev|kept|both].

RECORD.json is what `memcon export --format json` writes. The who's-who (data/who.jsonl) is of official papers of one government of
2021 and 2022: {"names", "state"} is a person with the clean names that a reader may be shown and the states that the person may act
for (null: none); {"not"} is no person, though it looks like one. Half of it, by a hash of the name, is kept for figures: whoever works
on the rules looks at the errors of the other half only.

twice: of the persons found, those whom the record has more than once, in two reports or more each; shown: the name shown is clean;
state_wrong, state_missing: of those found; not_persons: of those that are none, how many the record has as persons.
"""

import argparse
import hashlib
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from memcon.registers.names import name_words

WHO = Path(__file__).parent / "data" / "who.jsonl"
Json = dict[str, Any]
Words = tuple[str, ...]


def folded(name: str) -> Words:
    """The words of a name without case, accents, initials and suffixes."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = [w for w in plain.replace(".", " ").split() if w not in name_words().suffixes]
    return tuple(w.casefold() for part in words for w in re.findall(r"[A-Za-z'-]{2,}", part))


def half_of(row: Mapping[str, Any]) -> str:
    """dev or kept, by a hash of the name."""
    name = str(row["not"] if "not" in row else row["names"][0])
    return "kept" if hashlib.sha256(name.encode()).digest()[0] % 2 else "dev"


class Known:
    """The persons of a record, by the words of their names."""

    def __init__(self, record: Json) -> None:
        self.reports: dict[str, set[str]] = defaultdict(set)
        for m in record["mentions"]:
            if m["actor"]:
                self.reports[m["actor"]].add(m["document"])
        self.by_name: dict[Words, list[Json]] = defaultdict(list)
        self.shown: set[Words] = set()
        for a in record["actors"]:
            if a["kind"] == "person":
                self.shown.add(folded(a["name"]))
                for name in {folded(n) for n in (a["name"], *a["aliases"])}:
                    self.by_name[name].append(a)

    def bearers(self, names: set[Words]) -> list[Json]:
        """Whom the names can mean, the one whom most reports name first."""
        found = {a["id"]: a for name in sorted(names) if len(name) > 1 for a in self.by_name.get(name, ())}
        return sorted(found.values(), key=lambda a: (-len(self.reports[a["id"]]), a["id"]))


def judged(row: Json, known: Known) -> Iterator[tuple[str, str]]:
    """What is right or wrong of one line of the who's-who, each with words for people."""
    if "not" in row:
        yield "none", row["not"]
        if folded(row["not"]) in known.shown:
            yield "not_persons", row["not"]
        return
    names = {folded(n) for n in row["names"]}
    yield "gold", row["names"][0]
    bearers = known.bearers(names)
    if not bearers:
        return
    best, others = bearers[0], [a for a in bearers[1:] if len(known.reports[a["id"]]) > 1]
    yield "found", best["name"]
    if others:
        yield "twice", f"{best['name']}: {', '.join(a['name'] for a in others)}"
    yield "shown" if folded(best["name"]) in names else "not_shown", best["name"]
    states = row["state"] or [None]
    right = best["state"] in states
    yield (
        "state_right" if right else "state_wrong" if best["state"] else "state_missing",
        f"{best['name']}: {best['state']}, {states}",
    )


def figures(counts: Mapping[str, int]) -> Json:
    found = max(1, counts.get("found", 0))
    shares = {
        k: round(counts.get(k, 0) / found, 3) for k in ("twice", "shown", "state_right", "state_wrong", "state_missing")
    }
    return {
        "gold": counts.get("gold", 0),
        "found": round(counts.get("found", 0) / max(1, counts.get("gold", 0)), 3),
        **shares,
        "not_persons": f"{counts.get('not_persons', 0)} of {counts.get('none', 0)}",
    }


def main(arguments: Sequence[str] | None = None) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("record", type=Path)
    options.add_argument("--who", type=Path, default=WHO)
    options.add_argument("--half", choices=("dev", "kept", "both"), default="both")
    options.add_argument("--errors", action="store_true", help="print the errors of the half that may be looked at")
    args = options.parse_args(arguments)
    known = Known(json.loads(args.record.read_text(encoding="utf-8")))
    rows = [json.loads(line) for line in args.who.read_text(encoding="utf-8").splitlines()]
    for half in ("dev", "kept"):
        if args.half not in (half, "both"):
            continue
        told = [t for row in rows if half_of(row) == half for t in judged(row, known)]
        print(half, json.dumps(figures(Counter(kind for kind, _ in told))))
        if args.errors and half == "dev":
            for kind, words in sorted(told):
                if kind in ("twice", "not_shown", "state_wrong", "state_missing", "not_persons"):
                    print(f"  {kind}: {words}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
