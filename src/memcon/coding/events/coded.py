"""The words of a document that show a PLOVER event, with the words for who does it to whom.

Comes in: Annotated. Goes out: `Coded`s in the order of the text, still in words: tokens, not actors. What somebody only agrees to,
refuses, asks for or threatens is not coded a second time as done.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.coding.events.clauses import actor_of, negated, object_of, passive, tense_of
from memcon.model.annotated import Annotated, Token
from memcon.model.findings import Tense
from memcon.registers.plover import EventPattern, patterns

GOVERNING = frozenset(("AGREE", "REJECT", "THREATEN", "REQUEST"))
CLAUSES = frozenset(("xcomp", "ccomp", "pcomp", "advcl"))
NAMES = frozenset(("GPE", "NORP", "PERSON", "ORG", "LOC"))
TIMES = frozenset(("DATE", "TIME"))
MUTUAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))


@dataclass(frozen=True, slots=True)
class Coded:
    """One event in words: the token that shows it, and the heads of the phrases for its actor and recipient."""

    trigger: int
    first: int
    last: int
    pattern: EventPattern
    actor: int | None
    recipient: int | None
    tense: Tense
    negated: bool


def coded(a: Annotated) -> list[Coded]:
    """Every event that a pattern finds."""
    found: list[Coded] = []
    spoken_for: set[int] = set()
    for token in a.tokens:
        if token.i in spoken_for or a.zone(token.i) == "credits":
            continue
        kind = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj"}.get(token.pos)
        lines = patterns().get((kind, token.lemma.lower()), ()) if kind else ()
        line = next((p for p in lines if fits(a, token, p)), None)
        if line is None:
            continue
        item = _coded(a, token, line)
        found.append(item)
        obj = object_of(a, token.i)
        if line.objects and obj is not None:
            spoken_for.add(obj)
        if line.type in GOVERNING:
            spoken_for |= set(_governed(a, token, line))
    return found


def _governed(a: Annotated, token: Token, line: EventPattern) -> Iterator[int]:
    """What is only agreed to, refused, asked for or threatened; nouns in a demand or a threat are facts that it speaks of."""
    for child in a.children(token.i):
        if child.dep in (*CLAUSES, "prep"):
            yield from (t.i for t in a.subtree(child.i) if t.pos == "VERB" or line.type in ("AGREE", "REJECT"))


def fits(a: Annotated, token: Token, line: EventPattern) -> bool:
    """Does the pattern hold of this token?"""
    if line.objects:
        obj = object_of(a, token.i)
        if obj is None or not line.objects & _words_of_object(a, obj):
            return False
    if line.near and line.recipient == ("clause",):
        clauses = (c for c in a.children(token.i) if c.dep == "ccomp")
        return any(t.lemma.lower() in line.near for c in clauses for t in a.children(c.i))
    if line.near:
        return any(t.lemma.lower() in line.near for t in a.subtree(token.i))
    if all(slot == "clause" or slot.startswith("prep:") for slot in line.recipient) and not line.objects:
        return any(_slot(a, token, None, slot) is not None for slot in line.recipient)
    return True


def _words_of_object(a: Annotated, obj: int) -> set[str]:
    near = [a.tokens[obj], *(t for t in a.children(obj) if t.dep in ("compound", "amod", "conj", "nmod"))]
    of = [p for t in a.children(obj) if t.dep == "prep" and t.lower == "of" for p in a.children(t.i) if p.dep == "pobj"]
    return {t.lemma.lower() for t in [*near, *of]}


def _coded(a: Annotated, token: Token, line: EventPattern) -> Coded:
    obj = object_of(a, token.i) if token.pos == "VERB" else None
    places = (at for slot in line.recipient if (at := _slot(a, token, obj, slot)) is not None)
    recipient = next((at for at in places if a.tokens[at].entity not in TIMES), None)
    actor = actor_of(a, token.i)
    if actor is not None and line.type in MUTUAL:
        recipient = next((t.i for t in a.children(actor) if t.dep == "conj"), recipient)
    ends = [i for i in (token.i, obj, recipient) if i is not None and a.tokens[i].sentence == token.sentence]
    return Coded(token.i, min(ends), max(ends) + 1, line, actor, recipient, tense_of(a, token.i), negated(a, token.i))


def _slot(a: Annotated, token: Token, obj: int | None, slot: str) -> int | None:
    """The head of the phrase in one place of the pattern, or None."""
    if slot == "obj":
        return obj
    if slot == "dative":
        return next((_through(a, t) for t in a.children(token.i) if t.dep == "dative"), None)
    if slot == "poss":
        return next((t.i for t in a.children(obj) if t.dep == "poss"), None) if obj is not None else None
    if slot == "clause":
        clauses = (t for t in a.children(token.i) if t.dep in ("ccomp", "xcomp", "advcl"))
        return next((s.i for c in clauses for s in a.children(c.i) if s.dep in ("nsubj", "nsubjpass")), None)
    if slot == "within":
        return next(_names_within(a, token.i, obj), None)
    return next(_prepositions(a, token.i, obj, slot.removeprefix("prep:")), None)


def _prepositions(a: Annotated, i: int, obj: int | None, word: str) -> Iterator[int]:
    """What follows this preposition where it hangs on the verb, on its object, or on a noun before it."""
    for at in (i, obj):
        for t in a.children(at) if at is not None else ():
            if t.dep in ("prep", "agent", "dative") and t.lower == word:
                yield from (p.i for p in a.children(t.i) if p.dep == "pobj")
    # "an investigation into allegations against the bank": the parse may hang it one noun further down
    for t in a.children(obj) if obj is not None else ():
        if t.dep == "prep":
            for noun in a.children(t.i):
                yield from (p.i for q in a.children(noun.i) if q.lower == word for p in a.children(q.i) if p.dep == "pobj")


def _names_within(a: Annotated, i: int, obj: int | None) -> Iterator[int]:
    parts = [t.i for t in a.children(i) if t.dep in (*CLAUSES, "prep", "dobj")] if not passive(a, i) else []
    inside = sorted({t.i for p in [*parts, *([obj] if obj is not None else [])] for t in a.subtree(p)})
    yield from (j for j in inside if a.tokens[j].entity in NAMES)
    yield from (j for j in inside if a.tokens[j].dep in ("dobj", "pobj", "nsubj") and a.tokens[j].entity not in TIMES)


def _through(a: Annotated, t: Token) -> int:
    return next((p.i for p in a.children(t.i) if p.dep == "pobj"), t.i)
