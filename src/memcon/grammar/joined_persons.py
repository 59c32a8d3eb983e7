"""Somebody joined to the state of the one before him, mended: "President X of Gabon and Minister Y of Cyprus met".

Comes in: the tokens of a sentence, and one that is joined by "and". Goes out: the tokens, it and its "and" hung on the person. A person is
no second state: what he is joined to is the one whose state the words give.
"""

from dataclasses import replace

from memcon.model.annotated import Token
from memcon.registers.offices import role_nouns

STATE = "GPE"


def join_to_person(tokens: list[Token], i: int) -> None:
    """Hang a person, or the holder of an office, that is joined to a state on the person of that state."""
    state = tokens[tokens[i].head]
    if state.entity != STATE or state.dep != "pobj":
        return
    of = tokens[state.head]
    person = tokens[of.head]
    if of.lower != "of" or person.entity != "PERSON" or not (tokens[i].entity == "PERSON" or _office(tokens[i])):
        return
    tokens[i] = replace(tokens[i], head=person.i)
    for n in range(state.i + 1, i):
        if tokens[n].head == state.i and tokens[n].dep in ("cc", "punct", "preconj"):
            tokens[n] = replace(tokens[n], head=person.i)


def join_to_object(tokens: list[Token], i: int) -> None:
    """Of two objects of one preposition with an "and" between them, the second is joined to the first."""
    preposition = tokens[tokens[i].head]
    between = tokens[preposition.i + 1 : i]
    first = next((t for t in between if t.dep == "pobj" and t.head == preposition.i), None)
    if first is not None and any(t.dep == "cc" for t in tokens[first.i + 1 : i]):
        tokens[i] = replace(tokens[i], dep="conj", head=first.i)


def _office(token: Token) -> bool:
    return token.lower in role_nouns()
