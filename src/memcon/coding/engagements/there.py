"""The place that "there" means: "arrived in Jeddah on Tuesday and met there with the Emir", "talks in Lima. He is to see the king there."

Comes in: a resolved document and the token of a verb or noun of engagement. Goes out: the place that the words before it name last,
in its own sentence or in one of the two before. Refused: places that only say what a matter is about ("the war in Mali"), what states
are called by, and the place of the dateline. Where its own sentence names places of which none is one, no sentence before is asked.
"""

from collections.abc import Iterator

from memcon.model.annotated import Token
from memcon.model.resolved import Place, PlaceMention, Resolved
from memcon.registers.engagements import nouns, words

BACK = 2  # sentences
LEADING = frozenset(("in", "at", "to", "for", "from", "into", "near"))
REACHED = frozenset(("dobj", "nsubj", "nsubjpass"))


def place_of_there(r: Resolved, i: int) -> Place | None:
    """What "there" means that hangs on a verb or a noun, or on the verb of a noun."""
    there = next((t for t in _near(r, i) if t.lower == "there" and t.pos == "ADV"), None)
    return antecedent(r, there) if there is not None else None


def _near(r: Resolved, i: int) -> Iterator[Token]:
    a, token = r.annotated, r.annotated.tokens[i]
    yield from a.children(i)
    if token.pos in ("NOUN", "PROPN") and token.dep in REACHED:
        yield from a.children(token.head)


def antecedent(r: Resolved, there: Token) -> Place | None:
    """The place that was named last before it."""
    a, line = r.annotated, r.annotated.document.dateline
    before = [
        p for p in r.places if p.last <= there.i and (line is None or not line.span.start <= p.span.start < line.span.end)
    ]
    for sentence in range(there.sentence, max(there.sentence - BACK, 0) - 1, -1):
        here = [p for p in before if a.tokens[p.first].sentence == sentence]
        told = [p for p in here if says_where(r, p)]
        if told or (here and sentence == there.sentence):
            return told[-1].place if told else None
    return None


def says_where(r: Resolved, place: PlaceMention) -> bool:
    """Does it say where somebody goes or something is done?"""
    a = r.annotated
    head = next((t for t in a.tokens[place.first : place.last] if not place.first <= t.head < place.last), None)
    link = a.head(head.i) if head is not None else None
    if head is None or link is None:
        return False
    if head.dep == "dobj":
        return link.pos == "VERB"
    if head.dep == "nsubj" and place.first and a.tokens[place.first - 1].lower == "for":
        return True  # "leave for Mombasa to prepare a summit there", parsed as "for Mombasa to prepare"
    over = a.head(link.i)
    people = over.lemma.lower() in words("people") or r.actor_at(over.i) is not None
    done = people or over.pos in ("VERB", "AUX", "PROPN") or over.lemma.lower() in nouns()
    led = link.lower in LEADING or (
        link.lower == "of" and over.lower == "out"
    )  # "brought them out of Pyongyang after a meeting there"
    return link.dep == "prep" and led and (done or over.lower == "out")
