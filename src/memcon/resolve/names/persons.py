"""Which names are one person: names and what they hold in, `Person`s out.

Full names join where their family names are the same and their first names can be; a bare name goes to the one person
who bears it. Where several do, title, honorific, and who was named last decide; if nothing does, it stays open.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from memcon.registers.names import family_places, given_honorifics, given_names, honorifics, name_words
from memcon.registers.namesakes import fold, folded_parts, is_head, is_leader, likely_same, same_person
from memcon.registers.offices import who_words
from memcon.resolve.names.name import Name
from memcon.resolve.page import Page
from memcon.resolve.titles.holders import Holding
from memcon.resolve.titles.titles import Title


@dataclass(slots=True)
class Person:
    """Somebody while the document is read: the names that are theirs, and what they hold."""

    parts: tuple[str, ...]
    names: list[int] = field(default_factory=list)
    holdings: list[Holding] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)
    families: frozenset[str] = frozenset()

    @property
    def gender(self) -> str | None:
        """f or m where all that the text shows agrees."""
        return next(iter(self.genders)) if len(self.genders) == 1 else None


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whom a name means: an index into the persons, or None with the candidates."""

    person: int | None
    candidates: tuple[int, ...] = ()


def join_names(
    page: Page, names: Sequence[Name], titles: Sequence[Title], holdings: Sequence[Holding]
) -> tuple[list[Person], list[Bearer]]:
    """The persons in the order of their first names, and whom each name means."""
    held: dict[int, list[Holding]] = {}
    for h in holdings:
        held.setdefault(h.name, []).append(h)
    persons: list[Person] = []
    bearers: dict[int, Bearer] = {}
    alike: dict[str, list[int]] = {}
    for n in [n for n, name in enumerate(names) if len(folded_parts(name.parts)) > 1]:
        bearers[n] = _full(persons, alike, n, names[n])
    persons, bearers = _unglued(persons, bearers)
    _settle_families(persons, names)
    for n in [n for n, name in enumerate(names) if n not in bearers]:
        bearers[n] = _bare(page, persons, n, names, held.get(n, []), titles)
    for n, bearer in bearers.items():
        if bearer.person is not None:
            _add(persons[bearer.person], n, names[n], held.get(n, []), titles)
    order = sorted(range(len(persons)), key=lambda p: min(persons[p].names, default=len(names)))
    place = {old: new for new, old in enumerate(order)}
    moved = [
        Bearer(None if b.person is None else place[b.person], tuple(sorted(place[c] for c in b.candidates)))
        for _, b in sorted(bearers.items())
    ]
    return [persons[p] for p in order], moved


def _full(persons: list[Person], alike: dict[str, list[int]], n: int, name: Name) -> Bearer:
    """Whom a full name means. `alike`: the first or last word of a name -> the persons who have it there."""
    for p in sorted({p for word in likely_same(name.parts) for p in alike.get(word, ())}):
        person = persons[p]
        if same_person(person.parts, name.parts):
            if len(name.parts) > len(person.parts):
                person.parts = name.parts
                _file(alike, p, name)
            person.names.append(n)
            return Bearer(p)
    persons.append(Person(name.parts, [n]))
    _file(alike, len(persons) - 1, name)
    return Bearer(len(persons) - 1)


def _file(alike: dict[str, list[int]], p: int, name: Name) -> None:
    for word in likely_same(name.parts):
        alike.setdefault(word, []).append(p)


def _unglued(persons: list[Person], bearers: dict[int, Bearer]) -> tuple[list[Person], dict[int, Bearer]]:
    """The persons without those whose name has the next word stuck to it: "Nicolas Prietowill" of "Nicolas Prieto"."""
    whole: dict[int, int] = {}
    known = {folded_parts(person.parts): q for q, person in enumerate(persons)}
    for p, person in enumerate(persons):
        found = [known[short] for short in _unglued_parts(folded_parts(person.parts)) if short in known]
        if found:
            whole[p] = max(found)
    if not whole:
        return persons, bearers
    kept = [p for p in range(len(persons)) if p not in whole]
    for p, q in whole.items():
        persons[q].names = sorted([*persons[q].names, *persons[p].names])
    place = {p: kept.index(whole.get(p, p)) for p in range(len(persons))}
    moved = {n: Bearer(place[b.person]) if b.person is not None else b for n, b in bearers.items()}
    return [persons[p] for p in kept], moved


def _unglued_parts(long: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name without the small word that can be stuck to its end."""
    for word in name_words().glued:
        if long[-1].endswith(word):
            yield (*long[:-1], long[-1].removesuffix(word))


def _settle_families(persons: list[Person], names: Sequence[Name]) -> None:
    """The family name of each person; where either end can be it, the one that the text uses bare."""
    bare = {fold(name.parts[0]) for name in names if len(folded_parts(name.parts)) == 1}
    for person in persons:
        parts = folded_parts(person.parts)
        ends = [parts[place] for place in family_places(tuple(p for p in person.parts if p not in name_words().suffixes))]
        used = [e for e in ends if e in bare]
        if parts[-2:-1] and parts[-2] in name_words().fathers:  # "Salman" is the father of "Mohammed bin Salman"
            ends = used = [f"{parts[-2]} {parts[-1]}"]
        person.families = frozenset(used or ends)
        if parts[-2:-1] and parts[-2] in ("al", "el"):
            person.families |= {parts[-1]}


def _bare(
    page: Page, persons: list[Person], n: int, names: Sequence[Name], held: Sequence[Holding], titles: Sequence[Title]
) -> Bearer:
    word = fold(names[n].parts[0])
    able = [p for p, person in enumerate(persons) if word in person.families or folded_parts(person.parts) == (word,)]
    if (names[n].honorific or "").lower() in who_words().royal:  # "King Salman" is called by his given name
        able = [p for p in able if folded_parts(persons[p].parts)[0] == word]
    if not able:
        first = [p for p, person in enumerate(persons) if _goes_by(person, word) or _has_inside(person, word)]
        own = word not in given_names()  # "Mr Bounmy" of Bounmy Keosavang, but not "Mr. James" of James Baker
        courtesy = own or names[n].honorific in (None, *given_honorifics(), "President")
        able = first if len(first) == 1 and courtesy else []
    able = [p for p in able if not _namesake_of_head(page, persons[p], names[n], names, held, titles)]
    if not able:
        persons.append(Person(names[n].parts, [n], families=frozenset([word])))
        return Bearer(len(persons) - 1)
    able = _fitting(page, persons, able, names[n], names, held, titles)
    if len(able) == 1:
        persons[able[0]].names.append(n)
        return Bearer(able[0])
    return Bearer(None, tuple(able))


def _namesake_of_head(
    page: Page, person: Person, name: Name, names: Sequence[Name], held: Sequence[Holding], titles: Sequence[Title]
) -> bool:
    """ "President Macron" is not Brigitte Macron, though no other full name of the report has the family name."""
    leads = any(titles[h.title].noun.rank == "head" for h in held) and is_leader(name.parts[0])
    if not leads or len(folded_parts(person.parts)) < 2 or is_head(person.parts):
        return False
    return not _shares(person, held, names, titles, page)


def _goes_by(person: Person, word: str) -> bool:
    """Is this the first name that a person can be called by alone?"""
    parts = folded_parts(person.parts)
    return len(parts) > 1 and parts[0] == word and len(word) > 2


def _has_inside(person: Person, word: str) -> bool:
    """ "Gómez" of "Laureano Gómez Castro", "Frei" of "Anna Frei-Sutter": the first of two family names."""
    double = person.parts[-1].split("-") if len(person.parts) > 1 else []
    halves = tuple(map(fold, double)) if len(double) == 2 and all(half[:1].isupper() for half in double) else ()
    return word in (*folded_parts(person.parts)[1:-1], *halves) and len(word) > 2 and word not in given_names()


def _fitting(
    page: Page,
    persons: Sequence[Person],
    able: list[int],
    name: Name,
    names: Sequence[Name],
    held: Sequence[Holding],
    titles: Sequence[Title],
) -> list[int]:
    """Who of several that bear a name is meant: by gender, office, zone, then by who was named last."""
    if len(able) == 1:
        return able
    gender = honorifics().get(name.honorific or "")
    tests: tuple[Callable[[int], bool], ...] = (
        lambda p: gender is None or _gender_of(persons[p], names) in (None, gender),
        lambda p: not held or _shares(persons[p], held, names, titles, page),
        lambda p: page.annotated.zone(names[persons[p].names[0]].first) != "credits",
        lambda p: any(names[m].first < name.first for m in persons[p].names),
    )
    for keep in tests:
        kept = [p for p in able if keep(p)]
        able = kept or able
    able = _nearest(page, persons, able, name, names) if len(able) > 1 else able
    able = _foremost(persons, able) if len(able) > 1 else able
    if len(able) > 1:
        used = [p for p in able if any(len(names[m].parts) == 1 and names[m].first < name.first for m in persons[p].names)]
        able = used if len(used) == 1 else able
    if len(able) > 1:
        last = {p: max((names[m].first for m in persons[p].names if names[m].first < name.first), default=-1) for p in able}
        weight = {p: len(persons[p].names) for p in able}
        newest = max(able, key=lambda p: last[p])
        heaviest = max(able, key=lambda p: weight[p])
        if (
            newest == heaviest
            and last[newest] >= 0
            and weight[heaviest] > 2 * max(weight[p] for p in able if p != heaviest)
        ):
            return [newest]
    return able


def _nearest(page: Page, persons: Sequence[Person], able: list[int], name: Name, names: Sequence[Name]) -> list[int]:
    """The one who was named in this paragraph or the one before, where no other was."""
    here = page.annotated.sentence_of(name.first).paragraph
    near = [
        p
        for p in able
        if any(
            names[m].first < name.first and here - page.annotated.sentence_of(names[m].first).paragraph <= 1
            for m in persons[p].names
        )
    ]
    return near if len(near) == 1 else able


def _foremost(persons: Sequence[Person], able: list[int]) -> list[int]:
    """The only head of state or government of them, where no other is named more often."""
    heads = [p for p in able if is_head(persons[p].parts)]
    most = max(len(persons[p].names) for p in able)
    return heads if len(heads) == 1 and len(persons[heads[0]].names) == most else able


def _gender_of(person: Person, names: Sequence[Name]) -> str | None:
    seen = {g for m in person.names if (g := honorifics().get(names[m].honorific or ""))}
    return next(iter(seen)) if len(seen) == 1 else given_names().get(folded_parts(person.parts)[0])


def _shares(person: Person, held: Sequence[Holding], names: Sequence[Name], titles: Sequence[Title], page: Page) -> bool:
    mine = {titles[h.title].words.lower() for h in held}
    starts = {names[m].first for m in person.names}
    return any(t.words.lower() in mine and (t.head + 1 in starts or t.last + 1 in starts) for t in titles)


def _add(person: Person, n: int, name: Name, held: Sequence[Holding], titles: Sequence[Title]) -> None:
    """Give a person a name's holdings and what it tells of gender."""
    if n not in person.names:
        person.names.append(n)
    person.holdings += held
    told = honorifics().get(name.honorific or "")
    told = told or next((g for h in held if (g := titles[h.title].noun.gender)), None)
    first = folded_parts(person.parts)
    guessed = given_names().get(first[0]) if len(first) > 1 else None
    if told or guessed:
        person.genders[str(told or guessed)] += 1
