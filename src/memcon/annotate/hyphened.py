"""Hyphened words that the parse takes apart, put together: "had a one-on-one with", "met one-on-one", "co-led the sides".

Comes in: the parsed tokens of a paragraph. Goes out: the same; the last part of such a word stands in the sentence as the whole does, and
the other parts hang on it. Only nouns of the table of engagements are put together, and verbs behind "co-".
"""

from collections.abc import Sequence

from memcon.annotate.kept import ParsedToken
from memcon.registers.engagements import nouns, words

HELD = frozenset(["dobj", "npadvmod", "attr"])  # as what the whole is taken where it tells how it was done
BEFORE = frozenset(["det", "amod", "compound", "nummod", "poss", "nmod"])
MODIFIES = frozenset(["amod", "compound", "nmod", "nummod"])


def put_together(tokens: list[ParsedToken]) -> list[ParsedToken]:
    """The tokens, with such words whole."""
    at = 1
    while at + 1 < len(tokens):
        last = _last_part(tokens, at)
        if last is not None:
            tokens = _hung_on_last(tokens, at - 1, last)
        at = (last or at) + 1
    return tokens


def _last_part(tokens: Sequence[ParsedToken], hyphen: int) -> int | None:
    """The last part of the word whose first hyphen this is, if it is one to put together."""
    first, last = hyphen - 1, hyphen + 1
    if tokens[hyphen].text != "-" or tokens[first].spaced or tokens[hyphen].spaced:
        return None
    while last + 2 < len(tokens) and tokens[last + 1].text == "-" and not (tokens[last].spaced or tokens[last + 1].spaced):
        last += 2
    if last == hyphen + 1 and tokens[last].tag.startswith("VB"):
        return last if tokens[first].text.lower() in words("doing_with_others") else None
    whole = "".join(t.text for t in tokens[first : last + 1]).lower()
    return last if last > hyphen + 1 and whole.removesuffix("s") in nouns() else None


def _hung_on_last(tokens: list[ParsedToken], first: int, last: int) -> list[ParsedToken]:
    inside = range(first, last + 1)
    top = next(n for n in inside if tokens[n].head not in inside or tokens[n].head == n)
    head = last if tokens[top].head == top else tokens[top].head
    own = [n for n, t in enumerate(tokens) if n not in inside and t.head in inside]
    changed = {n: tokens[n]._replace(head=last) for n in own}
    changed |= {
        n: tokens[n]._replace(dep="punct" if tokens[n].text == "-" else "compound", head=last) for n in range(first, last)
    }
    whole, dep = tokens[last], tokens[top].dep
    if not whole.tag.startswith("VB"):
        word = "".join(t.text for t in tokens[first : last + 1]).lower()
        several = word.endswith("s") and word not in nouns()
        whole = whole._replace(
            pos="NOUN", tag="NNS" if several else "NN", lemma=word.removesuffix("s") if several else word
        )
        if dep in MODIFIES:
            dep = "amod"
        elif dep in HELD and not several and not any(tokens[n].dep in BEFORE for n in own):
            whole, dep = whole._replace(pos="ADV", tag="RB"), "advmod"  # "met one-on-one": with whom hangs on the verb
            changed |= {n: tokens[n]._replace(head=head) for n in own}
    changed[last] = whole._replace(dep=dep, head=head)
    return [changed.get(n, t) for n, t in enumerate(tokens)]
