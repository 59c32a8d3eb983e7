"""Read small corpora and tell which occasions are whole: python benchmarks/clusters.py [--show] [--file FILE] [--figures] [ID ...].

Without a file, those of tests/clusters. `status` and `days` of a corpus say what became of an occasion, and when it was; each is right
where every engagement that its phrases came to says so. `who` are those who take part, by name or, where nobody is named, by the code
of their state, and `place` is the town or state; both are asked of the engagement to which most phrases came. With --figures nothing
is printed but the figures: for corpora kept apart.
"""

import argparse
import sys
import tomllib
from collections import Counter
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "clusters"))

from corpora import CORPORA, joined, placed  # noqa: E402

from memcon.annotate.parser import Parser  # noqa: E402
from memcon.model.dates import DateRange  # noqa: E402
from memcon.model.record import Actor, Engagement  # noqa: E402


def _within(date: DateRange, days: list[str]) -> bool:
    """Both its bounds lie within these days."""
    return bool(date.earliest and date.latest) and days[0] <= str(date.earliest) and str(date.latest) <= days[1]


def _taking_part(e: Engagement, actors: dict[str, Actor]) -> set[str]:
    """The names of the persons who take part, and the states of those who are not named."""
    people = [actors[p.actor] for p in e.participants]
    return {a.name if a.kind == "person" and a.named else a.state or a.name for a in people}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("ids", nargs="*")
    options.add_argument("--show", action="store_true")
    options.add_argument("--file", type=Path, default=CORPORA)
    options.add_argument("--figures", action="store_true")
    args = options.parse_args()
    parser = Parser()
    whole = number = together = pairs = wrong = links = linked = 0
    fates = fated = days = dated = met = said = wanted_people = places = placed_in = 0
    for corpus in tomllib.loads(args.file.read_text(encoding="utf-8"))["corpus"]:
        if args.ids and corpus["id"] not in args.ids:
            continue
        record = joined(corpus, parser)
        where = placed(corpus, record)
        of = {e.id: e for e in record.engagements}
        if not args.figures:
            print(f"== {corpus['id']}")
        for name, phrases in corpus["occasion"].items():
            found = [where[p] for p in phrases]
            others = {i for n, ps in corpus["occasion"].items() if n != name for p in ps if (i := where[p])}
            right = len(set(found)) == 1 and None not in found and not others & set(found)
            mixed = sum(i is not None and i in others for i in found)
            same = [a == b and a is not None for a, b in combinations(found, 2)]
            whole, number, wrong = whole + right, number + 1, wrong + mixed
            together, pairs = together + sum(same), pairs + len(same)
            wanted = corpus.get("part_of", {}).get(name)
            if wanted:
                wholes = {where[p] for p in corpus["occasion"][wanted]} - {None}
                linked += 1
                links += any(i and of[i].part_of in wholes for i in found)
            if became := corpus.get("moved_to", {}).get(name):
                after = {where[p] for p in corpus["occasion"][became]} - {None}
                linked += 1
                links += any(i and of[i].rescheduled_as in after for i in found)
            told_of = [of[i] for i in dict.fromkeys(found) if i]
            if fate := corpus.get("status", {}).get(name):
                fated += 1
                fates += bool(told_of) and all(e.status.value in fate for e in told_of)
            if when := corpus.get("days", {}).get(name):
                dated += 1
                days += bool(told_of) and all(_within(e.date, when) for e in told_of)
            usual = Counter(i for i in found if i).most_common(1)
            likeliest = of[usual[0][0]] if usual else None
            if people := corpus.get("who", {}).get(name):
                named = _taking_part(likeliest, {a.id: a for a in record.actors}) if likeliest else set()
                met, said, wanted_people = met + len(named & set(people)), said + len(named), wanted_people + len(people)
            if town := corpus.get("place", {}).get(name):
                placed_in += 1
                places += bool(likeliest and likeliest.place and likeliest.place.name == town)
            if not args.figures and (args.show or not right):
                names = {i: n for n, i in enumerate(dict.fromkeys(found))}
                for phrase, i in zip(phrases, found, strict=True):
                    e = of.get(i or "")
                    taking_part = {p.actor for p in e.participants} if e else set()
                    who = "/".join(sorted(x.name for x in record.actors if x.id in taking_part))
                    place = e.place.name if e and e.place else None
                    told = (e.kind.value, e.status.value, e.date.value or str(e.date.latest), place, who) if e else "none"
                    print(f"   {name:9} {names[i]} {phrase:40} {told}")
    print(
        f"whole {whole}/{number}  pairs together {together}/{pairs}  mentions in a wrong one {wrong}  links {links}/{linked}"
        f"  status {fates}/{fated}  days {days}/{dated}"
        f"  people {met} right of {said} told, {wanted_people} wanted  places {places}/{placed_in}"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
