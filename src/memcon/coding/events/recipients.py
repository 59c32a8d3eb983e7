"""Whom it is done to: the places of a pattern in the text, and the names in and after a phrase.

Comes in: a document as rules read it (`Told`) and the word that shows an event. Goes out: token indices of the heads of phrases.
"""

from collections.abc import Iterator

from memcon.coding.events.agents import NAMES, PARTS_OF_NAMES, TIMES, Told
from memcon.model.annotated import Annotated, Token
from memcon.registers.plover import words

SUBJECTS = ("nsubj", "nsubjpass")
IN_PHRASE = PARTS_OF_NAMES | {"prep", "pobj", "det", "quantmod", "npadvmod", "predet"}
CLAUSES_OF_NOUNS = frozenset(("relcl", "acl", "advcl", "appos"))
OTHER_CLAUSES = frozenset(("relcl", "parataxis"))
GOVERNS = frozenset(("xcomp", "ccomp", "pcomp", "advcl", "prep", "dobj"))
BELOW = frozenset(("prep", "pobj", "dobj", "conj", "prt", "advmod"))  # "pulled back from", "walked out of"
DEPTH = 4  # words between a verb and the preposition that leads to its recipient


def slot(told: Told, i: int, obj: int | None, place: str) -> int | None:
    """The head of the phrase in one place of a pattern, or None."""
    a = told.a
    if place == "obj":
        return obj
    if place == "asked":
        return obj if a.child(i, "xcomp") is not None else None
    if place == "subj":
        return _subject(told, i)
    if place == "dative":
        return _dative(told, i, obj)
    if place == "poss":
        return next((t.i for t in a.children(obj) if t.dep == "poss"), None) if obj is not None else None
    if place == "clause":
        clauses = (c for c in a.children(i) if c.dep in ("ccomp", "xcomp", "advcl"))
        return next((t.i for c in clauses for t in a.children(c.i) if t.dep in SUBJECTS), None)
    if place == "within":
        return next(_names_within(told, i, obj, GOVERNS), None)
    if place == "xcomp":
        return next(_names_within(told, i, None, frozenset(("xcomp",))), None)
    found = prepositional(a, i, obj, place.removeprefix("prep:"))
    return next((at for at in found if a.tokens[at].entity not in TIMES), None)


def _subject(told: Told, i: int) -> int | None:
    clause = told.clause(i)
    if clause is None:
        return None
    found = clause.patients if clause.passive else clause.agents
    return found[0] if found else None


def _dative(told: Told, i: int, obj: int | None) -> int | None:
    clause = told.clauses.at(i)
    if clause is not None and clause.recipients:
        return clause.recipients[0]
    # "granted the Kenyan government access": the parse may take the two nouns for one
    near = told.a.children(obj) if obj is not None else ()
    return next(
        (t.i for t in near if t.dep == "compound" and any(m.dep in ("amod", "det") for m in told.a.children(t.i))), None
    )


def prepositional(a: Annotated, i: int, obj: int | None, word: str) -> Iterator[int]:
    """What follows this preposition, the nearest first: at the word, at its object, at nouns and participles below them."""
    level = [at for at in (i, obj) if at is not None]
    deep = a.tokens[i].pos != "NOUN" or a.tokens[i].lemma.lower() in words("passing")
    for _ in range(DEPTH if deep else 1):
        below: list[int] = []
        for at in level:
            for t in a.children(at):
                if t.dep in ("prep", "agent", "dative") and t.lower == word and not (at == i and t.i < i):
                    yield from (p.i for p in a.children(t.i) if p.dep == "pobj")
                if (t.dep in BELOW and t.pos != "VERB") or (t.dep == "acl" and t.tag == "VBN"):
                    below.append(t.i)
        level = below


def _names_within(told: Told, i: int, obj: int | None, kinds: frozenset[str]) -> Iterator[int]:
    """The names in what a word governs, then the nouns in it."""
    a = told.a
    parts = [
        t.i for t in a.children(i) if t.dep in kinds and (t.dep != "prep" or t.lower in words("governed prepositions"))
    ]
    heads = [] if told.passive(i) else parts
    inside = sorted(reach(a, [*heads, *([obj] if obj is not None else [])]))
    yield from (phrase_of(a, j) for j in inside if a.tokens[j].entity in NAMES)
    nouns = [j for j in inside if a.tokens[j].dep in ("dobj", "pobj", "nsubj") and a.tokens[j].entity not in TIMES]
    yield from (j for j in nouns if not any(t.tag == "PRP$" for t in a.children(j)))
    yield from nouns


def phrase_of(a: Annotated, i: int) -> int:
    """The head of the noun phrase that a name stands in: "health ministry" of "China’s health ministry"."""
    while a.tokens[i].dep in PARTS_OF_NAMES and a.head(i).pos in ("NOUN", "PROPN"):
        i = a.tokens[i].head
    return i


def meant(a: Annotated, i: int) -> int:
    """Whom a noun such as "request", "ban", "release" is about: the first name in its phrase, or whose it is; else itself."""
    if a.tokens[i].entity in NAMES or a.tokens[i].lemma.lower() not in words("passing"):
        return i
    inside = sorted(t.i for t in a.subtree(i) if t.i != i)
    named = next((_last_of_name(a, j) for j in inside if a.tokens[j].entity in NAMES), None)
    if named is not None:
        return phrase_of(a, named) if phrase_of(a, named) != i else named
    return next((j for j in inside if a.tokens[j].dep in ("pobj", "nsubj", "nsubjpass") and a.tokens[j].pos == "NOUN"), i)


def _last_of_name(a: Annotated, i: int) -> int:
    while i + 1 < len(a.tokens) and a.tokens[i + 1].entity == a.tokens[i].entity and not a.tokens[i + 1].entity_start:
        i += 1
    return i


def phrase(a: Annotated, i: int) -> list[int]:
    """The noun phrase of token i, its head first, its clauses left out."""
    found = [i]
    for at in found:
        found += [t.i for t in a.children(at) if t.dep in IN_PHRASE]
    return [i, *sorted(found[1:])]


def bears_name(a: Annotated, i: int) -> bool:
    """Does the noun phrase of token i hold a name, its clauses left out?"""
    stack = [i]
    while stack:
        at = stack.pop()
        if a.tokens[at].entity in NAMES:
            return True
        stack += [t.i for t in a.children(at) if t.dep not in CLAUSES_OF_NOUNS]
    return False


def name_after(a: Annotated, i: int, actor: int | None) -> int | None:
    """The first name after the word in its own clause, who acts left out."""
    acting = {t.i for t in a.subtree(actor)} if actor is not None and actor < i else set()
    first = next((j for j in after(a, i) if a.tokens[j].entity in NAMES and j not in acting), None)
    return phrase_of(a, first) if first is not None else None


def after(a: Annotated, i: int) -> list[int]:
    """The tokens after the word in its own clause, in the order of the text."""
    return sorted(j for j in reach(a, [i]) if j > i)


def reach(a: Annotated, heads: list[int], asides: bool = False) -> set[int]:
    """These tokens and what hangs on them, other clauses left out, and asides such as "despite the protests" unless asked for."""
    stack, found = list(heads), set(heads)
    while stack:
        below = [t.i for t in a.children(stack.pop()) if _own_clause(a, t) and (asides or t.lower not in words("aside"))]
        stack += below
        found.update(below)
    return found


def _own_clause(a: Annotated, t: Token) -> bool:
    """Does what hangs here belong to the clause that it hangs in, and not to one with a subject of its own?"""
    if t.dep in OTHER_CLAUSES:
        return False
    if t.pos in ("VERB", "AUX") and t.dep in ("conj", "advcl", "ccomp"):
        if t.dep == "ccomp" and t.tag == "VB" and a.head(t.i).pos == "VERB":
            return True  # "let them land"
        return t.dep != "conj" and not any(c.dep in SUBJECTS for c in a.children(t.i))
    return True
