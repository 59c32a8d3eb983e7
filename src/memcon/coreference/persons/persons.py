"""Persons across documents: named local persons in, the record's ids and the decisions behind them out.

Full names join where they can be one person's and the states served agree. A bare family name joins whom the evidence makes clear
(`bare_names`); where several can be meant and none is, it is nobody's. A respelled name ("Brunstrom") joins the other spelling only
where nothing else sets the two apart. Two persons of one document are never made one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from memcon.coreference.persons.bare_names import join_bare
from memcon.coreference.persons.clusters import Clusters, LocalPerson, Member, blocks_by_family, gather
from memcon.model.ids import content_id
from memcon.model.record import Decision
from memcon.registers.names import family_places
from memcon.registers.namesakes import same_person
from memcon.registers.transliteration import sound_alike, sound_block

FAR_MORE = 10  # times as many reports: a name that so few more give is a misread one
NOBODY = ""  # the id of a bare name of which it is open whom it means
# Letters a name needs before one different letter can be a slip of spelling: below it, Kim Yong Chol and Kim Yong Chul meet.
RESPELLED_LENGTH = 12


def respelling_block(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """Names that can be respellings of each other have the same; None for a name that has none."""
    return (parts[0], parts[-1][0]) if len(parts) > 1 and 0 not in family_places(parts) else None


def respelled(a: str, b: str) -> bool:
    """Can one full name be the other with a slip of one letter?"""
    return min(len(a), len(b)) >= RESPELLED_LENGTH and OSA.distance(a, b, score_cutoff=1) == 1


@dataclass(frozen=True, slots=True)
class Persons:
    """The id of each local person, `NOBODY` of those of whom it is open whom they mean, and the decisions."""

    ids: Mapping[Member, str]
    decisions: tuple[Decision, ...]


def join_persons(
    people: Sequence[LocalPerson],
    same: Iterable[tuple[Member, Member]] = (),
    apart: Iterable[tuple[Member, Member]] = (),
) -> Persons:
    """Who each person is, and a decision for each form that joined another.

    Pairs that people ruled the same are joined before all others; the left of a pair ruled different joins nobody by rule.
    """
    people = sorted(people, key=lambda p: (-len(p.parts), p.parts, p.order, p.actor.key))
    number = {(p.document, p.actor.key): i for i, p in enumerate(people)}
    clusters = Clusters(people)
    for a, b in same:
        if a in number and b in number:
            clusters.join(number[a], number[b], ruled=True)
    for a, _ in apart:
        if a in number:
            clusters.set_apart(number[a])
    why: dict[int, str] = {}
    _join_full(people, clusters, why)
    _join_turned(people, clusters, why)
    _join_respelled(people, clusters, why)
    _join_transliterated(people, clusters, why)
    doubtful = join_bare(people, clusters, why)
    return _ids(people, clusters, why, doubtful)


def _join_full(people: Sequence[LocalPerson], clusters: Clusters, why: dict[int, str]) -> None:
    for family in (blocks := blocks_by_family(people)):
        forms: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for i in blocks[family]:
            forms[people[i].parts].append(i)
        for same in forms.values():
            gather(same, clusters)
        for a, b in combinations(sorted(forms), 2):
            if not (same_person(a, b) or _by_second_name(forms[a][0], forms[b][0], clusters)):
                continue
            known = min(len(forms[a]), len(forms[b]))
            # A name that hardly any report gives, a misread one say, does not make doubtful who is meant.
            rivals = [c for c in forms if FAR_MORE * len(forms[c]) > known and _is_rival(c, a, b)]
            if not rivals and clusters.join(forms[a][0], forms[b][0]):
                for i in (*forms[a], *forms[b]):
                    why.setdefault(i, "two forms of one full name")


def _by_second_name(i: int, j: int, clusters: Clusters) -> bool:
    """ "Cyril Ramaphosa" is "Matamela Cyril Ramaphosa", where both hold one office of one state."""
    short, long = sorted((clusters.name(i), clusters.name(j)), key=len)
    suffix = 1 < len(short) < len(long) and long[-len(short) :] == short
    return suffix and bool(clusters.offices(i) & clusters.offices(j)) and bool(clusters.served(i) & clusters.served(j))


def _join_turned(people: Sequence[LocalPerson], clusters: Clusters, why: dict[int, str]) -> None:
    """ "Kishida Fumio" is "Fumio Kishida", where both serve one state: some put the family name first."""
    first: dict[tuple[str, ...], int] = {}
    for i, p in enumerate(people):
        if len(p.parts) == 2:
            first.setdefault(p.parts, i)
    for parts, i in first.items():
        j = first.get(parts[::-1], i)
        if i < j and clusters.served(i) & clusters.served(j) and clusters.join(i, j):
            why.setdefault(j, "the same two names, the other way round")


def turned_block(parts: tuple[str, ...]) -> str | None:
    """Names that are each other turned round have the same; None for a name that cannot be turned."""
    return " ".join(sorted(parts)) if len(parts) == 2 else None


def _is_rival(other: tuple[str, ...], a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Can another bearer of the family name be one of the two and not both? A name that goes on after theirs is none."""
    if other in (a, b) or other[: len(a)] == a or other[: len(b)] == b:
        return False
    return _splits(a, b, other) or _splits(b, a, other)


def _splits(short: tuple[str, ...], long: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Can the short form be the other's as well, who is not the long form's bearer ("J. Lee": John, James)?"""
    return same_person(short, other) and not same_person(long, other)


def _join_respelled(people: Sequence[LocalPerson], clusters: Clusters, why: dict[int, str]) -> None:
    """One letter more, less or other in a long name, with nothing that sets the two apart."""
    firsts: dict[tuple[str, str], list[int]] = defaultdict(list)
    seen: set[tuple[str, ...]] = set()
    for i, p in enumerate(people):
        if p.parts not in seen and (block := respelling_block(p.parts)):
            seen.add(p.parts)
            firsts[block].append(i)
    for same in firsts.values():
        names = {i: " ".join(people[i].parts) for i in same}
        for i, j in combinations(same, 2):
            if not respelled(names[i], names[j]) or clusters.root(i) == clusters.root(j):
                continue
            states = clusters.served(i), clusters.served(j)
            if all(states) and not states[0] & states[1]:
                continue  # two foreign ministers of two states
            if _alike(clusters.offices(i), clusters.offices(j)) and clusters.join(i, j):
                why.setdefault(j, "one letter apart, in the same part")


def _join_transliterated(people: Sequence[LocalPerson], clusters: Clusters, why: dict[int, str]) -> None:
    """ "Fayssal Mekdad" is "Faisal Mekdad", where state and office agree."""
    firsts: dict[str, list[int]] = defaultdict(list)
    seen: set[tuple[str, ...]] = set()
    for i, p in enumerate(people):
        if p.parts not in seen and (block := sound_block(p.parts)):
            seen.add(p.parts)
            firsts[block].append(i)
    for same in firsts.values():
        for i, j in combinations(same, 2):
            if clusters.root(i) == clusters.root(j) or not sound_alike(people[i].parts, people[j].parts):
                continue
            agree = clusters.offices(i) & clusters.offices(j) and clusters.served(i) & clusters.served(j)
            if agree and clusters.join(i, j):
                why.setdefault(j, "another transliteration, of one state and office")


def _alike(mine: Set[str], theirs: Set[str]) -> bool:
    """An office in common, or neither has any."""
    return bool(mine & theirs) or not (mine or theirs)


def _ids(
    people: Sequence[LocalPerson],
    clusters: Clusters,
    why: Mapping[int, str],
    doubtful: Set[int],
) -> Persons:
    made: dict[int, str] = {}
    taken: set[str] = set()
    for i in range(len(people)):
        root = clusters.root(i)
        if root not in made and i not in doubtful:
            members = clusters.members(root)
            known = _id(members, lonely=False)
            made[root] = _id(members, lonely=True) if known in taken else known
            taken.add(known)
    ids: dict[Member, str] = {}
    decisions = []
    for i, p in enumerate(people):
        ids[p.member] = found = made[clusters.root(i)] if i not in doubtful else NOBODY
        if i in why and clusters.size(i) > 1:
            decisions.append(Decision(f"{p.document}/{p.actor.name}", found, "same", f"persons: {why[i]}", p.actor.name))
    return Persons(ids, tuple(sorted(decisions, key=lambda d: (d.left, d.right, d.by))))


def _id(members: Sequence[LocalPerson], lonely: bool) -> str:
    """From the fullest name and the state; of a lonely one, whom others of that name are not, from the first document too."""
    name = min({m.parts for m in members}, key=lambda parts: (-len(parts), parts))
    states = sorted({m.actor.state for m in members if m.actor.state})
    lonely = lonely or (len(name) == 1 and not states)
    _, document = min(m.order for m in members) if lonely else ("", None)
    return content_id("actor", "person", " ".join(name), states[0] if states else None, document)
