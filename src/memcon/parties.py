"""What a user means by a party: "CHN", "China", "Chinese" and "the Chinese" are one state; other words are a name."""

from functools import cache

from memcon.registers.states import states


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
