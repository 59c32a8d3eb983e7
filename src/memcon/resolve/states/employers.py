"""Bodies of a state that words name as the place of somebody's work: a page and where such words begin in, their state and end out.

"Ministry of Foreign Affairs and Worship of the Argentine Republic", "the Dutch Ministry of Finance", "the Embassy of Kenya".
Refuses bodies of no nation, and international ones.
"""

from memcon.registers.offices import who_words
from memcon.resolve.page import Page

REACH = 14  # words of "Ministry of Foreign Affairs, Trade and Worship of the Argentine Republic"
PLAIN = frozenset(["ADJ", "NOUN", "PROPN"])
LINKING = frozenset(["of", "for", "and", "the", "&"])
OFFICIAL = frozenset(["seat", "ministry", "government", "parliament", "agency", "military"])


def employer_at(page: Page, i: int) -> tuple[str, int] | None:
    """The state of the body that the words at i name, and where they end."""
    if page.lowers[i : i + 1] == ("the",):
        i += 1
    hit = page.hit_at.get(i)
    if hit is None:
        named = i < len(page.words) and page.lowers[i] in who_words().bodies and page.words[i][0].isupper()
        return _of_state(page, i) if named else None
    if hit.first != i or not hit.state:
        return None
    if hit.body is not None:
        return (hit.state, hit.last) if hit.body.kind in OFFICIAL else None
    return _after_nation(page, hit.last, hit.state)


def _of_state(page: Page, first: int) -> tuple[str, int] | None:
    """The nation behind "of" that ends "Ministry of Foreign Affairs of Pakistan"."""
    for j in range(first + 1, min(first + REACH, len(page.words))):
        hit = page.hit_at.get(j)
        if hit is not None and hit.state and hit.kind == "state" and page.lowers[j - 1] in ("of", "the"):
            return hit.state, hit.last
        if not (page.words[j][0].isupper() or page.lowers[j] in LINKING):
            return None
    return None


def _after_nation(page: Page, first: int, state: str) -> tuple[str, int] | None:
    """The body behind its nation: "the Dutch Ministry of Finance", "India's Ministry of External Affairs"."""
    body = None
    for j in range(first, min(first + REACH, len(page.words))):
        if page.lowers[j] in who_words().bodies:
            body = j
        if not (page.tokens[j].pos in PLAIN or page.lowers[j] in LINKING or page.tokens[j].tag == "POS"):
            break
    if body is None:
        return None
    while body + 1 < len(page.words) and (
        page.words[body + 1][0].isupper() or page.lowers[body + 1] in ("of", "for", "and")
    ):
        body += 1
    return state, body + 1


def past_bracket(page: Page, i: int) -> int:
    """Behind what a bracket adds to an office: "Additional Secretary (Americas)"."""
    if page.words[i : i + 1] != ("(",):
        return i
    return next((j + 1 for j in range(i + 1, min(i + 6, len(page.words))) if page.words[j] == ")"), i)


def behind_comma(page: Page, i: int) -> tuple[str, int] | None:
    """The body that stands between a comma and the next stop: "Additional Secretary (Americas), Ministry of ... of Pakistan,"."""
    i = past_bracket(page, i)
    if page.words[i : i + 1] != (",",):
        return None
    found = employer_at(page, i + 1)
    closed = found is not None and (found[1] >= len(page.words) or page.words[found[1]] in (",", ".", ";", ")"))
    return found if closed else None
