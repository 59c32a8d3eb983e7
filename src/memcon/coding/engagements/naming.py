"""What the words before an engagement's noun call it: "the X-Y talks", "the Group of 20 summit", "the Hanoi summit", "a second summit".

Comes in: a resolved document and the token of the noun. Goes out: the two sides that a hyphen joins, the body whose summit it is, the
place that it is named by, the ordinal that tells it from others of its kind. All by the words, since parses break on such names.
Refuses an ordinal that counts from a day ("the first since 1999") or counts something else ("a second day of talks").
"""

import re
from collections.abc import Iterator

from memcon.coding.engagements.participants import Party
from memcon.model.annotated import Annotated, Token
from memcon.model.kinds import ORGANISED, EngagementKind
from memcon.model.resolved import Place, Resolved
from memcon.registers.engagements import nouns, words
from memcon.registers.states import state_adjectives, state_names, states

HYPHEN = re.compile(r"[-\u2010-\u2015/]")
NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")
BETWEEN = 2  # words that can stand between the pair and the noun ("the X-Y nuclear talks")
LONGEST = 8  # tokens of a name before the noun


def pair_before(r: Resolved, i: int) -> list[Party]:
    """Both sides of "the U.S.-Mexican talks", "the Biden-Xi summit": states, or persons that the document names, with a hyphen
    between."""
    a = r.annotated
    first = max(a.sentence_of(i).first, i - LONGEST)
    parts = [(t.i, word) for t in a.tokens[first:i] for word in re.split(r"(?<=.)([-\u2010-\u2015/])", t.text) if word]
    for end in range(len(parts), max(len(parts) - BETWEEN - 1, 0), -1):
        if not all(word.isalpha() and word.islower() for _, word in parts[end:]):
            return []
        if (found := _pair_ending(r, parts[:end])) is not None:
            return found
    return []


def _pair_ending(r: Resolved, parts: list[tuple[int, str]]) -> list[Party] | None:
    second = _side_ending(r, parts)
    if second is None or second[0] == 0 or not HYPHEN.fullmatch(parts[second[0] - 1][1]):
        return None
    one = _side_ending(r, parts[: second[0] - 1])
    if one is None or one[1].actor == second[1].actor:
        return None
    return [one[1], second[1]]


def _side_ending(r: Resolved, parts: list[tuple[int, str]]) -> tuple[int, Party] | None:
    """Where the state or the family name begins that these words end with, and whom it names."""
    told = [word for _, word in parts]
    for size in (3, 2, 1):
        at = len(told) - size
        if at < 0:
            continue
        known = state_adjectives().at(told, at) or state_names().at(told, at)
        if known is not None and known[0] == size and known[1] in r.actors:
            return at, Party(parts[at][0], known[1])
    named = [x for x in r.actors.values() if told and x.kind == "person" and x.named and told[-1] in _family(x.name)]
    return (len(told) - 1, Party(parts[-1][0], named[0].key)) if len(named) == 1 else None


def _family(name: str) -> tuple[str, ...]:
    """The parts of a name by which headlines call somebody: the last, or the first of a name in the eastern order."""
    parts = name.split()
    return (parts[0], parts[-1]) if len(parts) > 1 else tuple(parts)


def body_before(r: Resolved, i: int) -> Party | None:
    """The body whose name stands right before "summit": "the Group of 20 summit", of which the parse makes a group of summits."""
    mention = r.mention_at(i - 1) if i else None
    if mention is None or mention.last != i or mention.actor is None:
        return None
    body = r.actors[mention.actor]
    return Party(mention.head, body.key, "organiser") if body.kind == "organisation" and body.state is None else None


def only_called_so(a: Annotated, i: int, noun: int) -> bool:
    """ "A \"Hollywood\" meeting": what stands between quotation marks of its own before the noun is no place and nobody's side."""
    inside = a.quotation_at(i)
    around = a.quotation_at(noun)
    return inside is not None and (around is None or around.index != inside.index)


def named_by_place(r: Resolved, i: int) -> Place | None:
    """Hanoi of "the Hanoi summit"; of a state only its summit ("the Singapore Summit"), since talks are named by what they are about.

    A name in capitals ("Hanoi Summit") counts where the document names the place elsewhere.
    """
    a = r.annotated
    before, noun = a.tokens[i - 1] if i else None, nouns().get(a.tokens[i].lemma.lower())
    if (
        before is None
        or before.sentence != a.tokens[i].sentence
        or before.pos != "PROPN"
        or not _names_it(a.tokens[i], before)
        or only_called_so(a, before.i, i)
    ):
        return None
    actor, mention = r.mention_at(before.i), r.place_at(before.i)
    if actor is not None and not (actor.place_use and mention is not None):
        return None
    again = {p.place for p in r.places if a.read(p.first, p.last) == before.text}
    state = state_names().get(before.text)
    if mention is not None:
        found = mention.place
    elif state is not None:
        found = Place(states()[state].name, state)
    elif len(again) == 1:
        found = again.pop()
    else:
        return None
    if found.is_region and not (noun is not None and noun.kind is EngagementKind.VISIT):
        return None  # "the East Asia summit": whose it is, and not where; "an Asia tour" goes there
    organised = noun is not None and noun.kind in ORGANISED
    return found if organised or not found.is_country else None


def _names_it(noun: Token, before: Token) -> bool:
    return before.dep in ("compound", "nmod") and before.head == noun.i


def ordinal_of(r: Resolved, i: int) -> str | None:
    """ "Second" of "the second summit", "third" of "the third round of talks"."""
    a = r.annotated
    counted = [i, *([container.i] if (container := _round_of(a, i)) is not None else [])]
    for n in counted:
        for t in a.children(n):
            if t.i < n and (
                t.lower in words("counted") or NUMBERED.fullmatch(t.lower) or (t.lower == "first" and not _since(r, n))
            ):
                return t.lower
    return None


def is_round(r: Resolved, i: int) -> bool:
    """ "The next round of talks", "the third round", "a second meeting": one of several."""
    return in_rounds(r, i) or ordinal_of(r, i) is not None


def in_rounds(r: Resolved, i: int) -> bool:
    """ "The next round", and its talks."""
    token = r.annotated.tokens[i]
    return (token.pos in ("NOUN", "PROPN") and token.lemma.lower() in words("rounds")) or _round_of(
        r.annotated, i
    ) is not None


def _round_of(a: Annotated, i: int) -> Token | None:
    """ "Round" of "the third round of talks"."""
    of = a.head(i)
    container = a.head(of.i)
    return container if a.tokens[i].dep == "pobj" and of.lower == "of" and container.lemma in words("rounds") else None


def _of_its_own(a: Annotated, i: int) -> Iterator[str]:
    """The words of a noun phrase, without what its relative clauses go on to tell ("the first summit, which she saw as a success"):
    of a clause only the word that joins it ("the first since he took office")."""
    for t in a.children(i):
        if t.pos in ("VERB", "AUX"):
            yield from (mark.lower for mark in a.children(t.i) if mark.dep == "mark")
        else:
            yield t.lower
            yield from _of_its_own(a, t.i)


def _since(r: Resolved, i: int) -> bool:
    """ "The first such talks since May", "her first visit as minister", "the first in ten years", "the first this year"."""
    a = r.annotated
    if not words("counting_from").isdisjoint(_of_its_own(a, i)) or not any(
        t.lower in words("pointing") for t in a.children(i)
    ):
        return True
    return a.tokens[i].dep in ("attr", "appos")
