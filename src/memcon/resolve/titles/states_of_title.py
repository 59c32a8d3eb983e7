"""The states that the words of a title name: before its noun, behind "of", by the seat of an envoy or the state that he is sent to.

Comes in: a page and the tokens of a title. Goes out: states, in the order of the text. `resolve/states` decides whom they are of.
"""

import itertools
from collections.abc import Iterator

from memcon.registers.offices import RoleNoun, shared_union, union, who_words
from memcon.resolve.page import Hit, Page
from memcon.resolve.titles.words import PREPOSITIONS, hits_in, past_incoming

POSSESSIVES = (("'s",), ("’s",), ("'",), ("’",))
SHORT = 3  # letters of the longest abbreviation of an office


def states_of(
    page: Page, left: int, noun_first: int, head: int, right: int, noun: RoleNoun
) -> tuple[tuple[str, ...], str | None]:
    """The states that the title serves, and the one it is sent to."""
    before = [h for h in hits_in(page, left, noun_first) if h.state]
    served = list(dict.fromkeys(h.state for h in before if h.state))
    target, preposition = None, ""
    for i in range(head + 1, right):
        if page.lowers[i] in PREPOSITIONS:
            preposition = page.lowers[i]
        hit = page.hit_at.get(i)
        if not hit or hit.first != i or not hit.state:
            continue
        serves = preposition in ("of", "from", "at") or (
            hit.kind in ("body", "adjective") and preposition not in ("on", "with")
        )
        owns = page.words[hit.last : hit.last + 1] in POSSESSIVES and not _sent(page, noun_first, head)
        if preposition == "to" and owns:  # "an adviser to Serbia's president"
            served += [hit.state] if hit.state not in served and not before else []
        elif preposition == "to":
            target = hit.state
        elif (serves or _seated(page, hit, preposition, head, noun)) and not before:
            served += [hit.state] if hit.state not in served else []
    if _sent(page, noun_first, head):
        target = target or next(
            (s for s in served if s not in {h.state for h in before} and not _after_of(page, head, right, s)), None
        )
        served = [s for s in served if s in {h.state for h in before} or _after_of(page, head, right, s)]
    return tuple(served), target


def _sent(page: Page, noun_first: int, head: int) -> bool:
    """ "Envoy for X": whoever is sent somewhere does not serve it."""
    return any(page.lowers[i] in who_words().sent for i in range(noun_first, head + 1))


def _seated(page: Page, hit: Hit, preposition: str, head: int, noun: RoleNoun) -> bool:
    """ "The top official in China", "officials in Berlin": whose seat is there serves there; not the "Desk Officer for Finland"."""
    if preposition == "for" and noun.word in who_words().staff:
        return False
    if preposition in ("for", "within", "in") and hit.kind == "state":
        return True
    return preposition == "in" and hit.kind == "capital" and page.lowers[head] in ("officials", "official")


def _behind_extraordinary(page: Page, head: int, right: int) -> Iterator[int]:
    """The "of" behind "Ambassador Extraordinary and Plenipotentiary", however that is spelt."""
    if page.lowers[head + 1] == "extraordinary":
        yield from (i for i in range(head + 2, min(head + SHORT + 2, right)) if page.lowers[i] == "of")


def _after_of(page: Page, head: int, right: int, state: str) -> bool:
    """Does the "of" right behind the noun lead to the state: "ambassador of Chile in Peru" is Chile's? Or that of its mission:
    "the counsellor at the Embassy of Chile"."""
    if right <= head + 1:
        return False
    missions = (i + 1 for i in range(head + 2, right) if page.lowers[i] in who_words().missions)
    behind = itertools.chain(missions, _behind_extraordinary(page, head, right))
    first = past_incoming(page, head + 1)
    of = first if page.lowers[first : first + 1] == ("of",) else next(behind, right)
    if of >= right or page.lowers[of] != "of":
        return False
    end = next((i for i in range(of + 1, right) if page.lowers[i] in PREPOSITIONS and page.lowers[i] != "of"), right)
    return any(h.state == state for h in hits_in(page, of, end))


def federal(page: Page, left: int, right: int) -> str | None:
    """ "Ohio governor", "Georgia's governor": the federation whose state it is."""
    for i in range(left, right):
        if i in page.hit_at:
            continue
        if (found := union().at(page.words, i)) and i + found[0] <= right:
            return found[1]
        if page.words[i] in shared_union():
            return shared_union()[page.words[i]]
    return None
