"""Who took part in an engagement, settled by its reports together.

Comes in: the local engagements of one occasion, and which documents are copies. Goes out: its participants, and an account of each
principal whom one odd origin alone names. What makes him odd adds up: the origins that tell who met and leave him out, a state that
nobody else has there, an office higher than that of all whom the others name. What speaks for him does too: an office, a place in a
list beside his principal, an official title, his own government's paper. Two origins settle it; against two he is never odd.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from memcon.model.cluster import ALONE, Cluster
from memcon.model.document import Document
from memcon.model.findings import LocalEngagement, Part
from memcon.model.kinds import ORGANISED, EngagementKind
from memcon.model.record import PARTICIPANT, Account, EngagementParticipant
from memcon.model.text import Evidence
from memcon.record.origins import Origins
from memcon.registers.outlets import outlet_named

OUTVOTED = 3  # origins that leave him out, without which nobody is odd
SILENT, MOST_SILENT = -1.0, 4  # each origin that tells who met and leaves him out; more of them say no more
STRANGER = -1.0  # of a state that no other origin has there
FOREMOST = -2.0  # of higher office than all whom the others name of his state: they would have named him first
COPIED = -1.0  # named by a copy alone, whose original leaves him out
NAMED, OFFICE, LISTED, OFFICIAL = 2.0, 1.0, 2.0, 3.0
BELOW = 1.0  # of lower office than somebody of his state whom others name: an aide
MANY = 3  # sides of an occasion to which more may have come; names of a list
OPEN = ORGANISED - {EngagementKind.SUMMIT}  # to which many come; a summit can be of two


@dataclass(slots=True)
class _Named:
    """How reports name one actor. Mutable: reports are added one by one."""

    part: Part
    evidence: list[Evidence] = field(default_factory=list)
    origins: set[str] = field(default_factory=set)
    original: bool = False  # named by a document that is no copy
    rank: int = 0
    official: bool = False  # by the title of an official paper, or by his own government's
    beside: set[str] = field(default_factory=set)  # who is named in one phrase with him


def attended(cluster: Cluster, origins: Origins) -> tuple[tuple[EngagementParticipant, ...], tuple[Account, ...]]:
    """Everybody who takes part, and accounts of those whom one odd origin names.

    A state or delegation is left out where persons act for it, and so are "the ministers" where both sides are told.
    """
    named = _named(cluster, origins)
    told = _told(cluster, named)
    odd = {i for i in named if _is_odd(i, cluster, named, told)}
    persons = {i for who in cluster.people.values() for i in who} - odd
    represented = {cluster.sides[i] for i in persons}
    if len({cluster.sides[i] for i in named.keys() - odd} & cluster.people.keys()) > 1:
        represented |= {cluster.sides[i] for i in named} - cluster.people.keys() - _hosts(named, cluster)
    kept = [i for i in sorted(named.keys() - odd) if i in persons or cluster.sides[i] not in represented]
    participants = tuple(EngagementParticipant(i, named[i].part, origins.cited(named[i].evidence)) for i in kept)
    return participants, tuple(Account(PARTICIPANT, i, origins.cited(named[i].evidence), "differs") for i in sorted(odd))


def _hosts(named: Mapping[str, _Named], cluster: Cluster) -> set[str]:
    return {cluster.sides[i] for i, one in named.items() if one.part == "host"}


def _named(cluster: Cluster, origins: Origins) -> Mapping[str, _Named]:
    found: dict[str, _Named] = {}
    for document, local in cluster.locals:
        own = _own_paper(document)
        for p in local.participants:
            i = cluster.identity.of(document.id, p.actor)
            if i is None:
                continue
            one = found.setdefault(i, _Named(p.part))
            one.evidence.append(document.cite(p.span))
            one.origins.add(origins.of(document.id))
            one.original |= not origins.is_copy(document.id)
            one.rank = max(one.rank, p.rank)
            one.official |= local.official or own == cluster.sides[i]
            one.beside |= _beside(cluster, document, local, p.actor)
    return found


def _beside(cluster: Cluster, document: Document, local: LocalEngagement, key: str) -> set[str]:
    """Those whom one phrase names together with somebody."""
    with_him = [m for m in local.mentions if any(p.actor == key for p in m.participants)]
    others = {p.actor for m in with_him for p in m.participants} - {key}
    return {i for other in others if (i := cluster.identity.of(document.id, other))}


def _own_paper(document: Document) -> str | None:
    """The state whose government publishes a document."""
    outlet = outlet_named().get((document.outlet or "").casefold())
    return outlet.state if outlet is not None and outlet.kind == "government" else None


def _told(cluster: Cluster, named: Mapping[str, _Named]) -> Mapping[str, Mapping[str, set[str]]]:
    """Whom each origin names, by sides; those of whom nobody knows whose they are left out."""
    found: dict[str, dict[str, set[str]]] = {}
    for i, one in named.items():
        for origin in one.origins if cluster.sides[i] in cluster.people else ():
            found.setdefault(origin, {}).setdefault(cluster.sides[i], set()).add(i)
    return found


def _is_odd(i: str, cluster: Cluster, named: Mapping[str, _Named], told: Mapping[str, Mapping[str, set[str]]]) -> bool:
    """Does one origin alone name him, against several, with nothing that makes up for it?"""
    one, side = named[i], cluster.sides[i]
    if len(one.origins) > 1 or one.part != "principal" or side not in cluster.people:
        return False
    others = {origin: sides for origin, sides in told.items() if origin not in one.origins}
    many = _many_came(cluster, others.values())
    silent = sum(_leaves_out(i, cluster, sides, many) for sides in others.values())
    return silent >= OUTVOTED and sum(weights(i, cluster, named, others, silent).values()) < 0


def _many_came(cluster: Cluster, told: Iterable[Mapping[str, set[str]]]) -> bool:
    """Is it of so many that each report names some of them?"""
    return bool(cluster.organisers or cluster.kinds & OPEN) or len({side for sides in told for side in sides}) >= MANY


def _leaves_out(i: str, cluster: Cluster, sides: Mapping[str, set[str]], many: bool) -> bool:
    """Would an origin that tells so much have named him? One that tells his state alone leaves open who acted for it."""
    side = cluster.sides[i]
    if side in sides:
        return i in cluster.people[side] and not cluster.people[side].isdisjoint(sides[side])
    return not many and (len(sides) > 1 or bool(cluster.kinds & ALONE))


def weights(
    i: str, cluster: Cluster, named: Mapping[str, _Named], others: Mapping[str, Mapping[str, set[str]]], silent: int
) -> Mapping[str, float]:
    """What speaks for it and against it that somebody whom one origin names took part, by name, and how much it weighs."""
    one, side = named[i], cluster.sides[i]
    of_others = {s: {j for sides in others.values() for j in sides.get(s, ())} for sides in others.values() for s in sides}
    known = of_others.get(side, set()) & cluster.people[side]
    foremost = max((named[j].rank for j in known), default=0)
    persons = {j for who in cluster.people.values() for j in who}
    above = bool(known) and one.rank > foremost
    listed = not above and (bool(one.beside & known) or len(one.beside & persons) >= MANY)
    return {
        "named": NAMED,
        "left out": SILENT * min(silent, MOST_SILENT),
        "copy alone": COPIED * (not one.original),
        "of a state that nobody else has": STRANGER * (side not in of_others),
        "above all of his state": FOREMOST * above,
        "office": OFFICE * bool(one.rank),
        "below his principal": BELOW * bool(known and 0 < one.rank < foremost),
        "listed": LISTED * listed,
        "official": OFFICIAL * one.official,
    }
