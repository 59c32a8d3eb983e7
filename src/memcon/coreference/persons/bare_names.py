"""Bare family names: to the bearer who is meant, by the evidence of `bearers`; where several can be, to nobody.

Comes in: the persons, those with full names in their clusters. Goes out: bare names joined to clusters, why, and those that are
nobody's.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from memcon.coreference.persons.bearers import Known, Meant, Tie, known_from, meant
from memcon.coreference.persons.clusters import Clusters, LocalPerson, blocks_by_family, gather
from memcon.registers.namesakes import fold, leader_state, one_spelling

WHY = "the bearer of the family name whom state, office and the reports of the time make clear"


def join_bare(people: Sequence[LocalPerson], clusters: Clusters, why: dict[int, str]) -> set[int]:
    """Join bare names; those of whom it stays open which of several they mean."""
    full, first = blocks_by_family(people), _by_first_name(people)
    bare: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(people):
        if len(p.parts) == 1:
            bare[one_spelling(p.parts[0])].append(i)
    doubtful: set[int] = set()
    for name in sorted(bare):
        known = _known(full.get(name, ()), people, clusters, name) | _known(first.get(name, ()), people, clusters, name)
        own = {clusters.root(i) for i in full.get(name, ())}
        found = {i: _whom(people[i], i, known, own, clusters) for i in bare[name]}
        for i, who in found.items():
            if who.root is not None and clusters.join(who.root, i):
                why[i] = WHY
            elif who.several and not people[i].offices:  # whom an office tells from them is one of his own
                doubtful.add(i)
        _gather_rest([i for i in bare[name] if i not in doubtful and i not in why], people, clusters)
    return doubtful


def _by_first_name(people: Sequence[LocalPerson]) -> dict[str, list[int]]:
    """Full names by their first word: "Prime Minister Prayut" is called by it."""
    first: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(people):
        if len(p.parts) > 1:
            first[one_spelling(p.parts[0])].append(i)
    return first


def _known(members: Sequence[int], people: Sequence[LocalPerson], clusters: Clusters, name: str) -> dict[int, Known]:
    """The persons who bear a name, by cluster."""
    named: dict[int, list[int]] = defaultdict(list)
    for i in members:
        named[clusters.root(i)].append(i)
    leaders = frozenset(
        root
        for root, some in named.items()
        if any(len(people[i].parts) > 1 and leader_state(people[i].parts, False) for i in some)
    )
    reports = {root: [(people[i].day, _called(people[i], name)) for i in some] for root, some in named.items()}
    return known_from(reports, leaders)


def _called(person: LocalPerson, name: str) -> bool:
    """Does the report that names somebody in full go on with the bare name?"""
    return any(one_spelling(fold(alias)) == name for alias in person.actor.aliases)


def _whom(person: LocalPerson, i: int, known: Mapping[int, Known], own: set[int], clusters: Clusters) -> Meant:
    """Whom a bare name means. Who bears it as his first name is meant only where state and office say so."""
    state = person.actor.state
    ties: list[Tie] = []
    for root in sorted(known):
        served = state is not None and state in clusters.served(root)
        office = bool(person.offices & clusters.offices(root))
        if not clusters.apart(i, root) and clusters.of_one_gender(i, root) and (root in own or (served and office)):
            ties.append(Tie(known[root], served, office, bool(person.offices and clusters.offices(root)) and not office))
    return meant(ties, person.day)


def _gather_rest(rest: Sequence[int], people: Sequence[LocalPerson], clusters: Clusters) -> None:
    """Bare names of one state whom no report names in full are one person."""
    by_state: dict[str, list[int]] = defaultdict(list)
    for i in rest:
        if state := people[i].actor.state:
            by_state[state].append(i)
    for state in sorted(by_state):
        gather(by_state[state], clusters)
