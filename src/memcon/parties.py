"""What a user means by a party: "CHN", "China", "Chinese" and "the Chinese" are one state; other words are a name."""

from collections.abc import Iterable
from functools import cache

from memcon.registers.states import states

LIKE = 80  # of 100, by rapidfuzz's ratio: below, names of other people come up ("Merkel" for "Markov")
FEW = 3  # names that are told


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
