"""What stands between an office and the name of its holder: a page and where the office ends in, where the name can begin out.

"Ambassador in Washington, DC, Lina Qusous", "the Ambassador of Oman (H.E. Salim Al Harthi)".
"""

from memcon.registers.offices import who_words
from memcon.resolve.page import Page

LONGEST = 8  # tokens of "resident in Addis Ababa"
PLACES = frozenset(["GPE", "LOC"])


def past_town(page: Page, i: int, named: bool) -> int:
    """Behind the region or the nation that follows a town between commas; `named`: a name begins behind the first comma."""
    if page.words[i : i + 1] == (",",) and page.lowers[i + 1 : i + 2] and page.lowers[i + 1] in who_words().residing:
        return next((j for j in range(i + 2, min(i + LONGEST, len(page.words))) if page.words[j] == ","), i)
    if named or page.words[i : i + 1] != (",",) or page.words[i + 2 : i + 3] != (",",):
        return i
    word, label = page.words[i + 1], page.tokens[i + 1].entity
    return i + 2 if i + 1 in page.hit_at or label in PLACES or (word.isupper() and len(word) < 5) else i


def opens_bracket(page: Page, i: int) -> bool:
    return page.words[i : i + 1] == ("(",)


def closes_bracket(page: Page, i: int) -> bool:
    return page.words[i : i + 1] == (")",)
