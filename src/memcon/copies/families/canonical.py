"""The members of a family -> the one to cite first, and why.

The least altered, then the most complete, then the latest, then the one of the most authoritative outlet. What is altered the
others say: the words that most members have are the report's own. Between two texts that differ all over, nothing but their
language tells, and the marks of spinning in each decide.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from memcon.copies.families.grouping import Bench
from memcon.copies.families.likeness import Likeness, Side
from memcon.copies.families.relations import PROSE, prose_beyond
from memcon.registers.outlets import agencies
from memcon.registers.substitutions import hits
from memcon.registers.translationese import translation_marks

JURY = 12  # members, those nearest to the others, among which the canonical is sought and which vote
TIE = 0.2  # words
ALONE = (
    0.1  # what a word counts against a text that no other member has; at .25 an excerpt beats the report it is taken from
)


@dataclass(frozen=True, slots=True)
class Entrant:
    """A member: its number, the day it was published (ISO, or ""), its outlet, the digest of its words."""

    number: int
    published: str
    outlet: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class Choice:
    number: int
    reasons: tuple[str, ...]


def choose(jury: Sequence[Entrant], bench: Bench, text_of: Callable[[int], str]) -> Choice:
    """The canonical of a family. `jury`: its members, or those nearest to the others."""
    if len(jury) == 1:
        return Choice(jury[0].number, ("every member has the same words",))
    if len(jury) == 2:
        return _of_two(jury[0], jury[1], bench, text_of)
    wordings = _wordings(jury, bench)
    most = max(map(len, wordings))
    likely = [wording for wording in wordings if len(wording) == most]
    reasons = [f"{most} of {len(jury)} members compared have its words unaltered"]
    if len(likely) > 1:
        likely.sort(key=lambda wording: (_marks(text_of(wording[0].number)), wording[0].digest))
        reasons.append("its words show fewer marks of a spinner than those of other members")
    alike = likely[0]
    if len(alike) == 2:
        two = _of_two(alike[0], alike[1], bench, text_of)
        return Choice(two.number, (*reasons, *two.reasons))
    if len(alike) == 1:
        return Choice(alike[0].number, tuple(reasons))
    votes = {entrant.number: _vote(entrant, alike, bench) for entrant in alike}
    close = [e for e in alike if votes[e.number] >= max(votes.values()) - TIE]
    reasons.append("of these it has the most in common with the others, and the least that none has")
    if len(close) > 1:
        reasons.append("of members as good, the latest, of an agency, first by its words")
    return Choice(_latest(close).number, tuple(reasons))


def _wordings(jury: Sequence[Entrant], bench: Bench) -> list[list[Entrant]]:
    """The members parted by wording: in each part all have the words of the first, whole or cut, as they are."""
    parts: list[list[Entrant]] = []
    for entrant in jury:
        for part in parts:
            if bench.like(part[0].number, entrant.number).verbatim >= 0.95:
                part.append(entrant)
                break
        else:
            parts.append([entrant])
    return parts


def _marks(text: str) -> float:
    """The marks of a spinner in a text, for each of its words."""
    return sum(hit.rule.weight for hit in hits(text, markers=True)) / max(len(text.split()), 1)


def _foreign(text: str) -> float:
    """The marks of another language in a text, each kind once: a credit line that comes twice says no more than one."""
    return sum({found.rule.name: found.rule.weight for found in translation_marks(text)}.values())


def _vote(entrant: Entrant, jury: Sequence[Entrant], bench: Bench) -> float:
    """Words that the others have as they are, a member's share of them each; less a little for words that none has."""
    sides = [_own(bench.like(entrant.number, other.number), entrant, other) for other in jury if other is not entrant]
    words = max(sides[0].words, 1)
    common = sum(side.verbatim for side in sides) / len(sides)
    alone = words - max(side.verbatim for side in sides)
    return common - ALONE * alone


def _own(like: Likeness, entrant: Entrant, other: Entrant) -> Side:
    """Of a likeness, the side of the entrant: the smaller number is on the left."""
    return like.left if entrant.number < other.number else like.right


def _of_two(one: Entrant, other: Entrant, bench: Bench, text_of: Callable[[int], str]) -> Choice:
    like = bench.like(one.number, other.number)
    texts = text_of(one.number), text_of(other.number)
    if like.translated and like.reworded:
        return _original(one, other, texts)
    if like.verbatim < 0.95:
        marks = [_marks(text) for text in texts]
        if marks[0] != marks[1]:
            return Choice((one if marks[0] < marks[1] else other).number, ("its words show fewer marks of a spinner",))
        words = _own(like, one, other).words, _own(like, other, one).words
        if words[0] != words[1]:  # thesauri put several words for one
            return Choice(
                (one if words[0] < words[1] else other).number, ("the shorter of two that differ in words alone",)
            )
        return Choice(_latest((one, other)).number, ("neither shows which copies the other; the latest",))
    beyond = prose_beyond(*texts), prose_beyond(texts[1], texts[0])
    for entrant, mine, others in ((one, *beyond), (other, *beyond[::-1])):
        if mine >= PROSE > others:
            return Choice(entrant.number, ("the more complete: the other lacks some of its prose",))
    sizes = _own(like, one, other).words, _own(like, other, one).words
    if max(sizes) - min(sizes) > 3:
        return Choice((one if sizes[0] < sizes[1] else other).number, ("the same report with less of a page around it",))
    return Choice(_latest((one, other)).number, ("of two as good, the latest, of an agency, first by its words",))


def _original(one: Entrant, other: Entrant, texts: tuple[str, str]) -> Choice:
    """Of a text and its translation: what its language says; else the earlier, as one cannot translate what is not yet written."""
    marks = _foreign(texts[0]), _foreign(texts[1])
    if marks[0] != marks[1]:
        return Choice((one if marks[0] < marks[1] else other).number, ("its words show fewer marks of another language",))
    if one.published and other.published and one.published != other.published:
        first = min(one, other, key=lambda entrant: entrant.published)
        return Choice(first.number, ("the earlier of two that tell the same in other words",))
    sizes = len(texts[0].split()), len(texts[1].split())
    if sizes[0] != sizes[1]:  # translations take more words for the same
        return Choice(
            (one if sizes[0] < sizes[1] else other).number, ("the shorter of two that tell the same in other words",)
        )
    return Choice(_latest((one, other)).number, ("neither shows which translates the other; the latest",))


def _latest(entrants: Sequence[Entrant]) -> Entrant:
    """The latest; of one day that of an agency; of these the first by its words."""
    wire = frozenset(agencies().values())
    last = max(entrant.published for entrant in entrants)
    late = [entrant for entrant in entrants if entrant.published == last]
    return min(late, key=lambda entrant: (entrant.outlet not in wire, entrant.digest))
