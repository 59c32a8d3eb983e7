"""A made-up world whose true record is known: python benchmarks/synthetic.py N INTO [--seed S]

Out: INTO/reports.jsonl, N short reports as outlets would write them, and INTO/truth.json, the engagements that they tell: status, day,
place, the two who met, and the numbers of the reports. States, capitals and offices are real words, for they are looked up in tables;
persons, outlets and occasions are made up. Told are plans, plans moved, called off, held and never heard of again; each by one report or
several, some reprinted word for word with a page around them, some with a paragraph more. One in ten persons has a namesake in another
state. The same N and seed give the same bytes.
"""

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TextIO

from memcon.registers.states import State, states

FIRST = date(2011, 1, 3)
GIVEN = [
    "Karen",
    "Anton",
    "Maria",
    "Jonas",
    "Ana",
    "Viktor",
    "Elena",
    "Samuel",
    "Ines",
    "Peter",
    "Lucia",
    "Marco",
    "Helena",
    "Tomas",
    "Nadia",
    "Erik",
    "Clara",
    "David",
    "Irina",
    "Paul",
    "Rosa",
    "Martin",
    "Vera",
    "Adam",
    "Julia",
    "Simon",
    "Laura",
    "Daniel",
    "Sofia",
    "Oscar",
    "Emma",
    "Leo",
    "Alma",
    "Hugo",
    "Marta",
    "Felix",
    "Nora",
    "Bruno",
    "Ida",
    "Emil",
]
STEMS = [
    "Holm",
    "Reyes",
    "Lind",
    "Berg",
    "Silva",
    "Novak",
    "Castro",
    "Weber",
    "Moreau",
    "Okafor",
    "Santos",
    "Keller",
    "Petrov",
    "Duarte",
    "Hansen",
    "Rossi",
    "Mensah",
    "Vidal",
    "Kovac",
    "Larsen",
]
ENDS = ("", "er", "sen", "ov", "ez", "ini", "ak", "ard")
OFFICES = ("President", "Prime Minister", "Foreign Minister")
OUTLETS = ("Harbour Post", "Morning Wire", "Capital Herald", "World Desk", "Evening Telegraph", "Gazette Daily")
ISSUES = (
    "trade",
    "fishing rights",
    "border security",
    "energy",
    "migration",
    "air traffic",
    "grain exports",
    "cyber security",
    "visas",
)
PLANS = (
    "{adj1} {office1} {name1} will meet {adj2} {office2} {name2} in {place} on {day}, {his} office said on {said}.",
    "{office1} {name1} of {state1} and {office2} {name2} of {state2} will meet in {place} on {day}, officials said on {said}.",
    "{adj1} {office1} {name1} is to hold talks with {adj2} {office2} {name2} in {place} on {day}, {his} spokesman said on {said}.",
    "The {adj1} {office1l}, {name1}, is due to meet {name2}, the {adj2} {office2l}, in {place} on {day}, it was announced on {said}.",
)
HELD = (
    "{adj1} {office1} {name1} met {adj2} {office2} {name2} in {place} on {day}.",
    "{office1} {name1} of {state1} and {office2} {name2} of {state2} met in {place} on {day}, officials said.",
    "{adj1} {office1} {name1} held talks with {adj2} {office2} {name2} in {place} on {day}, {his} office said.",
    "The {adj1} {office1l}, {name1}, met {name2}, the {adj2} {office2l}, in {place} on {day} for two hours.",
)
OFF = (
    "A meeting of {adj1} {office1} {name1} and {adj2} {office2} {name2} in {place} on {day} was called off, {his} office said on {said}.",
    "{adj1} {office1} {name1} has cancelled a meeting with {adj2} {office2} {name2} that was planned for {day} in {place}, {his} office "
    "said on {said}.",
)
MOVED = (
    "The meeting of {adj1} {office1} {name1} and {adj2} {office2} {name2} in {place}, planned for {day}, has been postponed until {new}, "
    "{his} office said on {said}.",
)
AGENDA = (
    "The agenda includes {issue} and {other}.",
    "They were expected to speak of {issue}, an aide said.",
    "{issue_c} and {other} are on the table.",
)
SAID = (
    "“We have a long list,” {last1} told reporters.",
    "“This is about {issue},” an official of the ministry said.",
    "{last2} made no statement.",
)
MORE = (
    "Relations between {state1} and {state2} have been calm in recent years.",
    "Trade between the two countries grew by four percent last year.",
)
PAGE = "Sign up for our newsletter\n\n{text}\n\nAll rights reserved. Share this article"


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    office: str
    state: State

    @property
    def last(self) -> str:
        return self.name.split()[-1]


@dataclass(slots=True)
class Occasion:
    """What is true of an occasion, and the numbers of the reports that tell it."""

    who: tuple[Person, Person]
    place: str
    day: date
    status: str
    moved_to: date | None = None
    reports: list[int] = field(default_factory=list)

    def as_json(self, number: int) -> dict[str, object]:
        people = sorted(p.name for p in self.who)
        return {
            "id": number,
            "people": people,
            "day": self.day.isoformat(),
            "status": self.status,
            "place": self.place,
            "reports": self.reports,
        }


def people(draw: random.Random, wanted: int) -> list[Person]:
    """Three office-holders of each of some states; no two share a whole name, some a family name."""
    lands = sorted((s for s in states().values() if s.adjectives and s.capitals and s.geonames), key=lambda s: s.alpha3)
    draw.shuffle(lands)
    names: set[str] = set()
    found: list[Person] = []
    for state in lands[:wanted]:
        for office in OFFICES:
            while True:
                known = draw.choice(found).last if found and draw.random() < 0.1 else draw.choice(STEMS) + draw.choice(ENDS)
                name = f"{draw.choice(GIVEN)} {known}"
                if name not in names:
                    break
            names.add(name)
            found.append(Person(name, office, state))
    return found


def world(wanted: int, seed: int) -> Iterator[tuple[list[dict[str, str]], list[Occasion]]]:
    """Occasions with their reports, one life after another, until there are so many reports. A pair meets no sooner than in a month."""
    draw = random.Random(seed)
    persons = people(draw, 60)
    last: dict[tuple[str, str], date] = {}
    written, days = 0, max(365, wanted // 30)
    while written < wanted:
        one, other = draw.sample(persons, 2)
        if one.state is other.state:
            continue
        day = FIRST + timedelta(draw.randrange(days))
        pair = (min(one.name, other.name), max(one.name, other.name))
        if pair in last and abs((day - last[pair]).days) < 45:
            continue
        last[pair] = day
        lives = list(_life(draw, one, other, day))
        reports = [report for told in lives for report in told[1]]
        for occasion, told in lives:
            occasion.reports += range(written, written + len(told))
            written += len(told)
        yield reports, [occasion for occasion, _ in lives]


def _life(draw: random.Random, one: Person, other: Person, day: date) -> Iterator[tuple[Occasion, list[dict[str, str]]]]:
    """The occasion, and the one in its place where it was moved."""
    place = draw.choice((one.state.capitals[0], other.state.capitals[0]))
    fate = draw.random()
    status = "held" if fate < 0.62 else "unconfirmed" if fate < 0.75 else "cancelled" if fate < 0.9 else "postponed"
    occasion = Occasion((one, other), place, day, status)
    told = []
    plan = day - timedelta(draw.randint(4, 20))
    if status != "held" or draw.random() < 0.5:
        told += _tellings(draw, PLANS, occasion, plan)
    if status == "held":
        told += _tellings(draw, HELD, occasion, day + timedelta(1), several=draw.randint(1, 3))
    elif status == "cancelled":
        told += _tellings(draw, OFF, occasion, day - timedelta(2))
    elif status == "postponed":
        occasion.moved_to = day + timedelta(draw.randint(6, 25))
        told += _tellings(draw, MOVED, occasion, day - timedelta(2))
    yield occasion, told
    if occasion.moved_to:
        new = Occasion(occasion.who, place, occasion.moved_to, "held")
        yield new, list(_tellings(draw, HELD, new, new.day + timedelta(1)))


def _tellings(
    draw: random.Random, patterns: tuple[str, ...], o: Occasion, published: date, several: int = 1
) -> Iterator[dict[str, str]]:
    """Reports of one moment: some in words of their own, some reprinted, some with more below."""
    for _ in range(several):
        text = _text(draw, draw.choice(patterns), o, published)
        outlet = draw.choice(OUTLETS)
        yield _report(text, outlet, published)
        if draw.random() < 0.2:
            yield _report(PAGE.format(text=text), draw.choice([x for x in OUTLETS if x != outlet]), published)
        if draw.random() < 0.1:
            more = draw.choice(MORE).format(state1=o.who[0].state.name, state2=o.who[1].state.name)
            yield _report(f"{text} {more}", draw.choice(OUTLETS), published)


def _report(text: str, outlet: str, published: date) -> dict[str, str]:
    return {"text": text, "outlet": outlet, "published": published.isoformat()}


def _text(draw: random.Random, pattern: str, o: Occasion, published: date) -> str:
    one, other = o.who if draw.random() < 0.5 else o.who[::-1]
    issue, second = draw.sample(ISSUES, 2)
    words = {
        "adj1": one.state.adjective, "adj2": other.state.adjective, "state1": one.state.name, "state2": other.state.name,
        "office1": one.office, "office2": other.office, "office1l": one.office.lower(), "office2l": other.office.lower(),
        "name1": one.name, "name2": other.name, "last1": one.last, "last2": other.last, "his": "the",
        "place": o.place, "day": _day(o.day), "new": _day(o.moved_to) if o.moved_to else "", "said": f"{published:%A}",
        "issue": issue, "other": second, "issue_c": issue.capitalize(),
    }  # fmt: skip
    return " ".join(p.format(**words) for p in (pattern, draw.choice(AGENDA), draw.choice(SAID)))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}" if day.day % 3 == 0 else f"{day:%B} {day.day}"


def write(wanted: int, into: Path, seed: int = 1) -> int:
    """The reports and the truth; how many reports."""
    into.mkdir(parents=True, exist_ok=True)
    truth: list[dict[str, object]] = []
    with (into / "reports.jsonl").open("w", encoding="utf-8") as out:
        count = 0
        for reports, occasions in world(wanted, seed):
            count = _put(out, reports, count)
            truth += [o.as_json(len(truth) + n) for n, o in enumerate(occasions)]
    (into / "truth.json").write_text(json.dumps(truth), encoding="utf-8")
    return count


def _put(out: TextIO, reports: list[dict[str, str]], count: int) -> int:
    for report in reports:
        out.write(json.dumps({"id": f"synthetic-{count}", **report}, ensure_ascii=False) + "\n")
        count += 1
    return count


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=int)
    parser.add_argument("into", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print(f"{write(given.reports, given.into, given.seed):,} reports")
