"""One person's words in a spun or translated text and in a report that copies neither -> which quotation is which.

Comes in: quotations with their speakers. Goes out: groups of them. Only where the speaker is the same, the texts are of different
origins, one of them is altered by its own language, and the words of the shorter stand, most of them and close together, in the
longer. Two reports that quote one person alike are no evidence against each other: people repeat themselves.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from memcon.copies.quotations.quoted import Quoted

FEWEST = 5  # words; shorter quotations are alike by chance
SHARE = 0.6  # of the words of the shorter; spun ones of one report and plain ones of another began at .65
SPREAD = 2.0  # how much longer than the shorter the stretch of the longer may be that holds its words


def echoes(
    said: Mapping[str, Sequence[Quoted]],
    taken: Iterable[Quoted],
    second_hand: Callable[[str], bool],
    origin: Callable[[str], str],
) -> list[list[Quoted]]:
    """Groups of quotations, the plain one first, of which the others are versions. `taken` have their groups already."""
    grouped = set(taken)
    plain: dict[tuple[str, str, str], list[Quoted]] = {}
    for document in sorted(said):
        for quotation in said[document] if not second_hand(document) else ():
            for pair in _pairs(quotation):
                plain.setdefault(pair, []).append(quotation)
    groups: dict[Quoted, list[Quoted]] = {}
    for document in sorted(said):
        for quotation in said[document] if second_hand(document) else ():
            if quotation not in grouped and (first := _source(quotation, plain, origin)):
                groups.setdefault(first, []).append(quotation)
    return [[first, *rest] for first, rest in groups.items()]


def _pairs(quotation: Quoted) -> list[tuple[str, str, str]]:
    """Words on end, with the speaker; none of a quotation that is short or nobody's."""
    keys, speaker = quotation.keys, quotation.speaker
    if speaker is None or len(keys) < FEWEST:
        return []
    return [(speaker, one, other) for one, other in pairwise(keys)]


def _source(
    quotation: Quoted, plain: Mapping[tuple[str, str, str], Sequence[Quoted]], origin: Callable[[str], str]
) -> Quoted | None:
    """The plain quotation of another origin that this one is most like, if it is like enough."""
    mine = origin(quotation.document)
    shared = Counter(q for pair in _pairs(quotation) for q in plain.get(pair, ()) if origin(q.document) != mine)
    scored = [(_alike(q.keys, quotation.keys), q) for q, count in shared.items() if count >= 2]
    best = max(scored, key=lambda pair: (pair[0], pair[1].document, pair[1].span), default=None)
    return best[1] if best and best[0] >= SHARE else None


def _alike(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The share of the shorter's words that stand in the longer, in order and close together; 0 where it is less than needed."""
    shorter, longer = sorted((left, right), key=len)
    if (Counter(shorter) & Counter(longer)).total() < SHARE * len(shorter):
        return 0.0
    blocks = [b for b in SequenceMatcher(None, shorter, longer, autojunk=False).get_matching_blocks() if b.size]
    reach = blocks[-1].b + blocks[-1].size - blocks[0].b
    return sum(b.size for b in blocks) / len(shorter) if reach <= SPREAD * len(shorter) + 2 else 0.0
