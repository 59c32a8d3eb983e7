"""The subject behind an opening phrase: "At the invitation of Wang Chao, Foreign Minister Lidia Marques will visit China".

Comes in: the tokens of a sentence that opens with a preposition. Goes out: the same, with the noun phrase that stands between the
opening and the verb as the verb's subject, where the parse takes it for an apposition inside the opening, or for its last noun
("From Oslo Marlowe flies on"). Left alone: verbs that have a subject of their own.
"""

from dataclasses import replace

from memcon.model.annotated import Sentence, Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
HELPERS = frozenset(("aux", "auxpass", "neg", "advmod", "punct"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
LOCAL = frozenset(("from", "in", "at"))


def give_subject(tokens: list[Token], sentence: Sentence) -> None:
    """Mend the sentence in place, where its main verb lacks the subject that stands before it."""
    first, last = opening_of(tokens, sentence), sentence.last
    opening = tokens[first]
    verb = tokens[opening.head]
    if opening.tag != "IN" or verb.pos not in ("VERB", "AUX") or verb.dep not in ("ROOT", "ccomp") or verb.i <= first + 1:
        return
    children = [t for t in tokens[first:last] if t.head == verb.i and t.i != verb.i]
    if not (verb.tag in FINITE or any(t.tag in FINITE or t.tag == "MD" for t in children if t.dep in ("aux", "auxpass"))):
        return
    subject = next((t for t in children if t.dep in SUBJECTS), None)
    if subject is not None and not (opening.dep == "mark" and _inside(tokens, subject, first)):
        return
    passive = any(t.dep == "auxpass" for t in children)
    found = _apposed(tokens, first, verb.i)
    if found:
        if subject is not None:  # "After talks with Karim, Lindenau flew": parsed as a clause in which talks flew
            tokens[first] = replace(opening, dep="prep", head=verb.i)
            tokens[subject.i] = replace(subject, dep="pobj", head=first)
        tokens[found[0].i] = replace(found[0], dep="nsubjpass" if passive else "nsubj", head=verb.i)
        for t in found[1:]:
            tokens[t.i] = replace(t, head=found[0].i)
    elif subject is None:
        dep = "nsubjpass" if passive else "nsubj"
        if not _second_object(tokens, first, verb.i, dep):
            _last_noun(tokens, first, verb.i, dep)


def opening_of(tokens: list[Token], sentence: Sentence) -> int:
    """The first token of a sentence behind quotation marks, dashes and numbers of a list."""
    return next(
        (i for i in range(sentence.first, sentence.last) if tokens[i].pos not in ("PUNCT", "SPACE", "X")), sentence.first
    )


def _inside(tokens: list[Token], subject: Token, first: int) -> bool:
    """Is the noun part of the opening itself, with no more than its own words before it?"""
    return all(t.head in range(first, subject.i + 1) or t.i == first for t in tokens[first : subject.i])


def _apposed(tokens: list[Token], first: int, verb: int) -> list[Token]:
    """The noun phrases behind a comma that are taken for appositions of the opening: the subject, and what is apposed to it.

    Behind a noun that is no name the first is its apposition indeed ("of his colleague, Wang Chao, Minister Marques").
    """
    found: list[Token] = []
    for t in tokens[first:verb]:
        if t.dep != "appos" or not first < t.head < t.i:
            continue
        left = min((x.i for x in tokens[first : t.i] if x.head == t.i), default=t.i)
        over = left
        while over > first and tokens[over - 1].head in range(left, t.i + 1):
            over -= 1
        if tokens[over - 1].text == ",":
            found.append(t)
    if found and tokens[found[0].head].pos != "PROPN":
        return found[1:]
    return [found[0], *(t for t in found[1:] if t.head == found[0].head)] if found else []


def _second_object(tokens: list[Token], first: int, verb: int, dep: str) -> bool:
    """ "At a meeting on Monday Foreign Minister Berg told": of two objects of one preposition the second, a name, is the subject."""
    name = next(
        (t for t in reversed(tokens[first:verb]) if t.dep == "pobj" and t.pos == "PROPN" and t.entity == "PERSON"), None
    )
    if name is None or any(t.pos in ("VERB", "AUX", "CCONJ") for t in tokens[name.i + 1 : verb]):
        return False
    if not any(t.dep == "pobj" and t.head == name.head for t in tokens[name.head + 1 : name.i]):
        return False
    tokens[name.i] = replace(name, dep=dep, head=verb)
    return True


def _last_noun(tokens: list[Token], first: int, verb: int, dep: str) -> None:
    """ "From Oslo Marlowe flies": two names of which the parse makes one."""
    behind = verb
    while behind > first and tokens[behind - 1].head == verb and tokens[behind - 1].dep in HELPERS:
        behind -= 1
    name, place = tokens[behind - 1], tokens[behind - 2]
    alone = name.dep == "pobj" and name.head == first and behind - 3 == first
    if alone and place.dep == "compound" and place.head == name.i and tokens[first].lower in LOCAL and name.pos == "PROPN":
        tokens[place.i] = replace(place, dep="pobj", head=first)
        tokens[name.i] = replace(name, dep=dep, head=verb)
