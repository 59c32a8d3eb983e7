"""States told by the adjectives before an engagement: "a Russian-American summit", "Franco-German consultations", "Peruvian talks
with Chile".

Comes in: a page. Goes out: a `Power` for each of the two states that a pair of adjectives names, where an engagement of both is what
they describe, and for the state of one adjective, where the words behind the engagement tell with whom. Of "Russian-American
relations" nobody takes part in anything, so that they stay words.
"""

from collections.abc import Iterator

from memcon.model.kinds import MEETINGS, EngagementKind
from memcon.registers.engagements import nouns
from memcon.registers.offices import who_words
from memcon.resolve.page import PAIRING, Page
from memcon.resolve.states.power import Power

TALKING = MEETINGS - {EngagementKind.SUMMIT} | {EngagementKind.CALL}
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


def adjective_sides(page: Page, named: frozenset[int]) -> Iterator[Power]:
    """ "Peruvian talks with Chile", "earlier US trade negotiations with Chile": the side that the adjective tells."""
    for hit in page.hits:
        if hit.kind != "adjective" or hit.state is None or named & set(range(hit.first, hit.last)):
            continue
        noun = next((i for i in range(hit.last, hit.last + REACH) if _talks(page, i)), None)
        between = page.tokens[hit.last : noun] if noun is not None else ()
        if (
            noun is None
            or page.lowers[noun + 1 : noun + 2] != ("with",)
            or any(t.pos not in ("NOUN", "ADJ") for t in between)
        ):
            continue
        if page.words[hit.first - 1 : hit.first] not in tuple((word,) for word in PAIRING):
            yield Power(hit.first, hit.last, hit.last - 1, hit.state, None, "role")


def _talks(page: Page, i: int) -> bool:
    token = page.tokens[i] if i < len(page.tokens) else None
    row = nouns().get(token.lemma.lower()) if token is not None and token.pos in ("NOUN", "PROPN") else None
    return row is not None and row.kind in TALKING


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
