"""States told by the adjectives before an engagement: "a Russian-American summit", "Franco-German consultations".

Comes in: a page. Goes out: a `Power` for each of the two states that a pair of adjectives names, where an engagement of both is what
they describe. Of "Russian-American relations" nobody takes part in anything, so that they stay words.
"""

from collections.abc import Iterator

from memcon.registers.engagements import nouns
from memcon.registers.offices import who_words
from memcon.resolve.page import PAIRING, Page
from memcon.resolve.states.power import Power

REACH = 4  # words from the pair to its noun: "the Russian-American high-level security talks"


def adjective_pairs(page: Page, named: frozenset[int]) -> Iterator[Power]:
    """The states, in the order of the text."""
    for i, word in enumerate(page.words):
        if word not in PAIRING or not 0 < i < len(page.words) - 1 or {i - 1, i + 1} & named:
            continue
        left, right = _state(page, i - 1, prefix=True), _state(page, i + 1, prefix=False)
        if left is None or right is None or left == right or not _engagement_follows(page, i + 2):
            continue
        for at, state in ((i - 1, left), (i + 1, right)):
            if at not in page.hit_at or page.hit_at[at].kind == "adjective":
                yield Power(at, at + 1, at, state, None, "role")


def _state(page: Page, i: int, prefix: bool) -> str | None:
    """The state of an adjective, of a state's name in front of one, or of "Franco-"."""
    hit = page.hit_at.get(i)
    if hit is not None:
        return hit.state if hit.kind in ("adjective", "state") and hit.last - hit.first == 1 else None
    return who_words().paired_prefixes.get(page.words[i]) if prefix else None


def _engagement_follows(page: Page, i: int) -> bool:
    for token in page.tokens[i : i + REACH]:
        if token.pos not in ("NOUN", "PROPN", "ADJ") and token.tag not in ("VBG", "HYPH"):
            return False
        if token.lemma.lower() in nouns() and token.pos in ("NOUN", "PROPN"):
            return True
    return False
