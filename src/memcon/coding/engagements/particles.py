"""The particles, prepositions and bare objects that make a phrase of a verb ("call off", "take place", "call on")."""

from memcon.model.annotated import Annotated, Token
from memcon.registers.engagements import words


def particles(a: Annotated, i: int) -> frozenset[str]:
    """Those that stand with the verb at token i, lower case."""
    own = {
        t.lower
        for t in a.children(i)
        if t.dep in ("prt", "prep", "advmod", "dobj", "pobj", "acomp", "intj", "npadvmod", "nsubjpass")
    }
    # "called that meeting off": the parse can hang the particle on the object.
    behind = (t for o in a.children(i) if o.dep in ("dobj", "oprd") for t in a.children(o.i))
    return frozenset(own | {t.lower for t in behind if t.dep == "prt"})


def of_another_phrase(a: Annotated, link: Token) -> bool:
    """ "In line with the resolution": a preposition of three words, whose "with" brings nobody in."""
    if link.lower != "with" or link.i < 2:
        return False
    noun = a.tokens[link.i - 1]
    return noun.lower in words("in_such_with") and a.tokens[link.i - 2].lower == "in"
