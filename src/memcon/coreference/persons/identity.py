"""The ids of actors that are no named persons: states by code, bodies by name and state, groups such as "Egyptian officials" by state
and noun. Unnamed persons are never joined over documents."""

from memcon.model.ids import content_id
from memcon.model.resolved import LocalActor
from memcon.registers.word_lists import function_words


def unnamed_id(document: str, a: LocalActor) -> str:
    """The id of an actor that is not a named person."""
    if a.kind == "state":
        return content_id("actor", "state", a.state)
    if a.kind == "organisation":
        return content_id("actor", "organisation", a.name.lower(), a.state)
    if a.kind == "group" and a.state:
        return content_id("actor", "group", _noun(a.name), a.state)
    return content_id("actor", a.kind, a.name, a.state, document, a.key)


def _noun(name: str) -> str:
    """The noun of a description: "senior French officials in Mali" -> "officials"."""
    words = name.lower().split()
    stop = next((i for i, w in enumerate(words) if i and w in function_words("prepositions")), len(words))
    return words[stop - 1]
