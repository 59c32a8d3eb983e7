"""Styles that stand alone: "His Excellency is on an official visit", "Her Majesty received".

Comes in: a page and the possessive that begins the style. Goes out: where the style ends, and who has been called so before. Leaves
alone a style with its name or office behind it.
"""

from collections.abc import Iterable

from memcon.model.annotated import Token
from memcon.model.resolved import ActorMention
from memcon.registers.names import name_words
from memcon.resolve.page import Page

BEFORE_NAME = 6  # tokens in which a style stands before a name: "His Excellency Dr. Sheikh Hamad"
SHORT = {"h.e.": "excellency", "h.e": "excellency", "he": "excellency", "h.m.": "majesty", "h.r.h.": "highness"}
LONGEST = 3  # words: "His Royal Highness", "His Serene Highness"


def style_end(page: Page, token: Token) -> int | None:
    """The last token of "His Excellency" where nobody's name or office follows."""
    last = token.i
    while last + 1 < len(page.words) and last - token.i < LONGEST and page.lowers[last + 1] in name_words().styles:
        last += 1
    if last == token.i or not page.words[last][:1].isupper():
        return None
    after = page.tokens[last + 1] if last + 1 < len(page.tokens) else None
    follows = after is not None and (after.pos == "PROPN" or after.lower in ("the", "dr.", "mr.", "mrs.", "ms."))
    return None if follows else last


def called_so(page: Page, last: int, mentions: Iterable[ActorMention]) -> set[str]:
    """The keys of those before whose names the same style stands."""
    noun = page.lowers[last]
    found = set()
    for m in mentions:
        if m.how != "name" or m.actor is None or m.first > last:
            continue
        before = range(max(m.first - BEFORE_NAME, 0), m.first)
        if any(page.lowers[i] == noun or (SHORT.get(page.lowers[i]) == noun and page.words[i].isupper()) for i in before):
            found.add(m.actor)
    return found
