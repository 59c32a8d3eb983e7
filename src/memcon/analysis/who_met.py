"""Who of two states has met whom, and who has not: engagements of the two in; out, those who take part most often, and the times that each
two of them met. A visit and the talks in it are one time; what is only planned is none.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from memcon.analysis.contacts import is_contact
from memcon.analysis.wholes import Occasion, occasions
from memcon.model.record import Actor, Engagement

MOST = 6  # persons of a side


@dataclass(frozen=True, slots=True)
class WhoMet:
    """`left`, `right`: ids of persons of either state, those who take part most often first; `times`: of each two that met."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    times: Mapping[tuple[str, str], int]


def who_met(engagements: Iterable[Engagement], actors: Mapping[str, Actor], left: str, right: str) -> WhoMet:
    """Persons of two states (alpha-3 codes) and how often each two met."""
    given = list(engagements)
    found = occasions(e for e in given if is_contact(e))
    sides = {state: _foremost(occasions(given), actors, state) for state in (left, right)}
    times: Counter[tuple[str, str]] = Counter()
    for occasion in found:
        together = {
            pair
            for e in occasion
            for pair in product(_present(e, sides[left]), _present(e, sides[right]))
            if left != right or pair[0] < pair[1]
        }
        times.update(together)
    return WhoMet(sides[left], sides[right], times)


def _foremost(found: Iterable[Occasion], actors: Mapping[str, Actor], state: str) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for occasion in found:
        counts.update({p.actor for e in occasion for p in e.participants if _is_person_of(actors.get(p.actor), state)})
    ranked = sorted(counts, key=lambda i: (-counts[i], actors[i].name, i))
    return tuple(ranked[:MOST])


def _is_person_of(actor: Actor | None, state: str) -> bool:
    return actor is not None and actor.kind == "person" and actor.named and actor.state == state


def _present(engagement: Engagement, some: Iterable[str]) -> list[str]:
    there = {p.actor for p in engagement.participants}
    return [i for i in some if i in there]
