"""What a user means by a party: "CHN", "China", "Chinese" and "the Chinese" are one state; other words are a name."""

from collections.abc import Iterable, Sequence
from functools import cache

from memcon.model.errors import StoreError
from memcon.model.record import Actor
from memcon.registers.states import states
from memcon.store.codec import folded

LIKE = 80  # of 100, by rapidfuzz's ratio: below, names of other people come up ("Merkel" for "Markov")
FEW = 3  # names that are told
CANDIDATES = 6  # who can be meant by a name: so many are told


def near(words: str, names: Iterable[str]) -> list[str]:
    """The names, and names of states, that are most like some words, as a whole or by one of theirs; the words are none of them."""
    from rapidfuzz import fuzz, process, utils

    known = [*names, *(name for state in states().values() for name in (state.name, *state.names))]
    spelled = [(part, name) for name in dict.fromkeys(known) for part in dict.fromkeys((name, *name.split()))]
    found = process.extract(
        words,
        [part for part, _ in spelled],
        scorer=fuzz.ratio,
        processor=utils.default_process,
        limit=3 * FEW,
        score_cutoff=LIKE,
    )
    return list(dict.fromkeys(spelled[at][1] for _, _, at in found))[:FEW]


def party(words: str) -> str:
    """The alpha-3 code of the state that the words name, or the words."""
    plain = " ".join(words.replace(".", "").split())
    plain = plain.removeprefix("the ").removeprefix("The ")
    if plain.upper() in states():
        return plain.upper()
    return _codes().get(plain.casefold(), words)


@cache
def _codes() -> dict[str, str]:
    """Names before adjectives before people, so that a name that is also another's adjective keeps its state."""
    codes: dict[str, str] = {}
    for state in states().values():
        for name in (state.name, *state.names):
            codes.setdefault(name.replace(".", "").casefold(), state.alpha3)
    for state in states().values():
        for word in (*state.adjectives, *state.people):
            codes.setdefault(word.replace(".", "").casefold(), state.alpha3)
    return codes


def bearer(name: str, found: Sequence[Actor]) -> Actor:
    """Who of some actors is meant by a name that all of them bear: the one whose whole name it is, else the one who is called so, else
    the only one. Refuses where several can be, and tells who."""
    exact = [a for a in found if folded(name) in map(folded, (a.name, *a.aliases))]
    whole = [a for a in exact if folded(a.name) == folded(name)]
    some = whole or exact or found
    if len(some) > 1:
        told = [f"{a.name} ({a.state or 'no state told'}, {a.id.rsplit('-', 1)[-1][:7]})" for a in some[:CANDIDATES]]
        more = f" and {len(some) - len(told)} more" if len(some) > len(told) else ""
        raise StoreError(f"{name!r} can be {', '.join(told)}{more}; give more of the name, or the id")
    return some[0]
