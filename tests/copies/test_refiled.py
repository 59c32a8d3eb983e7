"""Families are the same whether texts are filed at once or come and go one by one."""

from collections.abc import Iterable, Mapping
from random import Random

import pytest
from copy_samples import GRAIN, OTHER_OUTLET, SPARE, spin

from memcon.copies.families.families import families
from memcon.copies.families.refiled import refiled
from memcon.copies.index.index import Text
from memcon.model.kept import KeptCopies
from memcon.model.record import Decision, Family

NAMES = (
    "Wang Yi",
    "Antony Blinken",
    "Subrahmanyam Jaishankar",
    "Retno Marsudi",
    "Penny Wong",
    "Yoon Suk Yeol",
    "Lai Ching-te",
)
TOWNS = ("Jakarta", "Nairobi", "Lima", "Tbilisi", "Hanoi", "Accra", "Doha", "Suva", "Riga", "Quito")
FORM = (
    "The Secretary spoke today with {who} in {where}. They discussed the strong partnership between the two countries and "
    "ways to deepen it. The Secretary reaffirmed the commitment to a free and open region, and both agreed to stay in touch. "
    "He thanked {who} for the welcome in {where} on day {n} of his journey through {other}."
)


def pool(chance: Random) -> list[Text]:
    """Copies of two reports, whole, cut, changed and in the same words, and many notices on one form."""
    found = [
        GRAIN,
        GRAIN,
        spin(GRAIN),
        GRAIN + "\n\nMore to follow from Istanbul.",
        GRAIN[:700],
        SPARE,
        spin(SPARE),
        SPARE,
        "",
    ]
    found += [OTHER_OUTLET, OTHER_OUTLET.replace("Odesa", "Izmail"), OTHER_OUTLET.upper(), "", "Too short.", "Too short."]
    for n in range(45):
        who, where, other = chance.choice(NAMES), chance.choice(TOWNS), chance.choice(TOWNS)
        found.append(FORM.format(who=who, where=where, other=other, n=n % 9))
    return [Text(f"t{n:02}", text, f"2022-07-{chance.randint(1, 28)}", None) for n, text in enumerate(found)]


class Kept:
    """What is kept of texts, and their families, brought up to date by each change."""

    def __init__(self) -> None:
        self.rows: list[KeptCopies] = []
        self.texts: dict[str, Text] = {}
        self.families: list[Family] = []

    def change(self, gone: Iterable[str], new: Iterable[Text], decisions: tuple[Decision, ...] = ()) -> None:
        gone, new = list(gone), list(new)
        self.texts = {i: t for i, t in self.texts.items() if i not in gone} | {t.id: t for t in new}
        decided = {side for d in decisions for side in (d.left, d.right)}
        found = refiled(self.rows, gone, new, self.read, decisions, decided)
        self.rows = list(found.rows) if found.whole else [*self.rows, *found.rows]
        self.families = [f for f in self.families if found.documents.isdisjoint(f.documents)] + list(found.families)

    def read(self, ids: Iterable[str]) -> Mapping[str, Text]:
        return {i: self.texts[i] for i in ids}


@pytest.mark.parametrize("seed", range(12))
def test_texts_that_come_and_go_leave_the_families_of_those_that_stay(seed: int) -> None:
    chance = Random(seed)
    waiting = pool(chance)
    chance.shuffle(waiting)
    kept = Kept()
    size = chance.choice((1, 20, 40))
    kept.change((), waiting[:size])
    waiting = waiting[size:]
    while waiting:
        size = chance.choice((1, 1, 2, 5, 20))
        gone = chance.sample(sorted(kept.texts), min(len(kept.texts), chance.choice((0, 0, 1, 2))))
        back = [kept.texts[i] for i in gone]
        kept.change(gone, waiting[:size])
        waiting = waiting[size:] + (back if len(waiting) > 20 else [])
        assert in_order(kept.families) == in_order(families(list(kept.texts.values())))


def test_texts_that_people_hold_apart_are_apart_until_that_is_taken_back() -> None:
    texts = [Text("a", GRAIN), Text("b", spin(GRAIN)), Text("c", SPARE)]
    kept = Kept()
    kept.change((), texts)
    assert len(kept.families) == 1
    apart = Decision("a", "b", "different", "person", "not copies", "2024-01-01T10:00:00", "family")
    kept.change((), (), (apart,))
    assert kept.families == []
    found = refiled(kept.rows, (), (), kept.read, (), ("a", "b"))
    assert [f.documents for f in found.families] == [families(texts)[0].documents]


def in_order(some: Iterable[Family]) -> list[Family]:
    return sorted(some, key=lambda f: f.id)
