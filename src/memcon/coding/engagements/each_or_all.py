"""What the words around an engagement with several say: one with each of them ("separately", "one after the other"), or with all.

Comes in: a phrase, and where those stand with whom it was had. Goes out: `Told.EACH`, `Told.ALL`, or None where no word tells.
Asked are the words before the noun ("separate talks"), those beside verb and company ("in turn"), what it was had in ("in separate
sessions"), and the sentence behind it ("Both meetings took place in Lima"). "Each other" and "each side" tell nothing.
"""

from collections.abc import Collection, Sequence
from enum import Enum
from itertools import takewhile

from memcon.coding.engagements.phrase import Phrase
from memcon.model.annotated import Sentence, Token
from memcon.model.kinds import MEETINGS, EngagementKind
from memcon.model.resolved import Resolved
from memcon.registers.engagements import nouns, words

BEFORE = 4  # tokens before the trigger in which "separately" can stand
BEFORE_NOUN = 6  # tokens before a noun in which "one-on-one" can stand
AFTER = 10  # tokens behind the last companion in which "respectively" can stand
LONGEST = 4  # words of "one after the other"
PERSONAL = MEETINGS | {EngagementKind.DINNER}


class Told(Enum):
    EACH = "each"
    ALL = "all"


def told_how(r: Resolved, phrase: Phrase, first: int, last: int) -> Told | None:
    """Of those in tokens[first:last], before the trigger or behind it."""
    tokens, at = r.annotated.tokens, phrase.token
    sentence, near = r.annotated.sentence_of(at), around(r, phrase, first, last)
    if not phrase.verbal and says(tokens[max(sentence.first, at - BEFORE_NOUN) : at], words("of_each")):
        return Told.EACH
    if says(near, words("jointly")):
        return Told.ALL
    if says(near, words("of_each")) or any(_is_each(r, t) for t in near):
        return Told.EACH
    if _in_separate_ones(r, sentence) or _apart_below(r, phrase, sentence):
        return Told.EACH
    return None


def around(r: Resolved, phrase: Phrase, first: int, last: int) -> Sequence[Token]:
    """The tokens beside the trigger and those with whom it was had."""
    sentence = r.annotated.sentence_of(phrase.token)
    opening = sentence.first if first < phrase.token else max(sentence.first, phrase.token - BEFORE)
    tokens, behind = r.annotated.tokens, max(phrase.token, last)
    end = min(sentence.last, behind + AFTER)
    return tokens[opening : next((t.i for t in tokens[behind + 1 : end] if t.pos == "VERB"), end)]


def says(tokens: Sequence[Token], sought: Collection[str]) -> bool:
    """Does one of the words stand there, or of the phrases of several words ("one by one", "one-on-one")?"""
    lower = [t.lower for t in tokens if t.text != "-"]
    rows = {" ".join(lower[i : i + n]) for i in range(len(lower)) for n in range(1, LONGEST + 1)}
    return any(word.replace("-", " ") in rows for word in sought)


def _is_each(r: Resolved, token: Token) -> bool:
    """ "Were each received", "each of the two", "each on the margins": no "each other", and no "each side"."""
    after = r.annotated.tokens[token.i + 1 : token.i + 2]
    return token.lower == "each" and token.dep != "det" and not any(t.lower == "other" for t in after)


def _in_separate_ones(r: Resolved, sentence: Sentence) -> bool:
    """ "In separate meetings in Lima, she received": what it was had in."""
    a = r.annotated
    held = (
        t
        for t in a.tokens[sentence.first : sentence.last]
        if t.dep == "pobj" and a.head(t.i).lower in ("in", "at", "during")
    )
    return any(t.lemma in nouns() and says(a.children(t.i), words("of_each")) for t in held)


def _apart_below(r: Resolved, phrase: Phrase, sentence: Sentence) -> bool:
    """ "The three meetings took place ...", "Both calls ...", "They came separately": what the next sentence says of it."""
    a = r.annotated
    if sentence.index + 1 >= len(a.sentences) or a.zone(phrase.token) != a.zone(a.sentences[sentence.index + 1].first):
        return False
    below = a.sentences[sentence.index + 1]
    opening = list(takewhile(lambda t: t.pos not in ("VERB", "AUX"), a.tokens[below.first : below.last]))
    if opening and opening[0].lower == "they":
        return says(a.tokens[below.first : below.first + BEFORE + 1], words("of_each"))
    several = next((t for t in opening if t.tag in ("NNS", "NNPS") and t.lemma.lower() in nouns()), None)
    if several is None or several.dep not in ("nsubj", "nsubjpass", "pobj"):
        return False
    family = PERSONAL if phrase.kind in PERSONAL else {phrase.kind}
    before = [t for t in opening if t.i < several.i]
    counted = any(t.lower in ("both", "each") or t.tag == "CD" for t in before)
    one = len({p.actor for p in phrase.arguments.subjects if p.actor}) < 2  # two and two can meet several times
    pointing = one and bool(before) and before[0].lower in words("pointing") | {"all"}
    kind = nouns()[several.lemma.lower()].kind
    return kind in family and (counted or (pointing and kind != EngagementKind.TALKS))
