"""Where a title begins: a page and the noun of an office in, the first token of the words that belong to it out."""

from memcon.registers.names import name_words
from memcon.registers.offices import role_nouns, who_words
from memcon.resolve.page import Page
from memcon.resolve.titles.words import PLAIN, POSSESSIVE

MAX_LEFT = 10  # words; the longest titles of 300 readouts have 8 before their noun


def left_edge(page: Page, at: int, named: dict[int, range]) -> tuple[int, str, int | None]:
    """Where the words before the noun begin, its article, and who possesses it."""
    i = at
    sentence = page.tokens[at].sentence
    while i > 0 and at - i < MAX_LEFT:
        token = page.tokens[i - 1]
        if token.sentence != sentence:
            break
        if token.tag in ("PRP$", "WP$"):
            styled = page.lowers[i] in name_words().styles  # "Her Royal Highness Princess Sirikit": nobody's princess
            return (i, "", None) if styled else (i, token.lower, token.i)
        if token.pos == "DET" or token.lower in ("the", "a", "an"):
            return i, token.lower, None
        if token.text in POSSESSIVE and token.tag == "POS":
            if i - 2 in named:
                return i, "", i - 2
            if page.lowers[i - 3 : i - 1] == ("this", "country"):  # "this country's ambassador"
                return i, "our", None
            if i >= 2 and page.tokens[i - 2].pos in PLAIN:
                i -= 1
                continue
            break
        if token.text == "-" and not token.spaced and i < at and page.tokens[i - 2].pos != "PUNCT":
            i -= 1
            continue
        if token.lower == "," and _joins_states(page, i - 1):  # "his U.S., Australian and Indian counterparts"
            i -= 1
            continue
        if token.lower in ("and", "&") and (_joins_states(page, i - 1) or _joins_fields(page, i - 1, named)):
            i -= 1
            continue
        hyphened = page.words[i] == "-" and token.text.isalpha()  # "long-serving"
        if not (_modifies(page, i - 1, named) or hyphened) or _owns(page, i):
            break
        i -= 1
    while i < at and (page.words[i] in ("-", "and", "&") or page.words[i] in POSSESSIVE):
        i += 1
    return i, "", None


def _owns(page: Page, i: int) -> bool:
    """ "At Jubilee House Togo's Prime Minister": a state that possesses begins the title."""
    hit = page.hit_at.get(i)
    if hit is None or hit.first != i or hit.last >= len(page.tokens):
        return False
    return page.tokens[i - 1].dep == "pobj" and page.tokens[hit.last].tag == "POS"


def _joins_states(page: Page, i: int) -> bool:
    """ "Chinese and U.S. officials": does this "and" join two states?"""
    before, after = page.hit_at.get(i - 1), page.hit_at.get(i + 1)
    if before is not None and page.lowers[before.first - 1 : before.first] in (("in",), ("to",), ("at",)):
        return False  # "the minister in Tonga, Cook Islands Prime Minister Brown"
    kinds = {hit.kind for hit in (before, after) if hit is not None and hit.state}
    return len([h for h in (before, after) if h]) == 2 and kinds <= {"adjective", "state"} and "adjective" in kinds


def _joins_fields(page: Page, i: int, named: dict[int, range]) -> bool:
    """ "External Relations and International Cooperation Minister": does this "and" join two fields of one office?"""
    if i < 1 or i - 1 in named or i - 1 in page.hit_at or i + 1 in page.hit_at or page.lowers[i - 1] in role_nouns():
        return False
    known = name_words().fields | name_words().portfolios
    before, after = page.words[i - 1], page.words[i + 1]
    owned = i > 1 and (page.words[i - 2] in POSSESSIVE or i - 2 in page.hit_at) and i + 1 not in named
    plain = all(page.tokens[j].pos in ("NOUN", "PROPN") and page.words[j][0].isupper() for j in (i - 1, i + 1))
    if owned and plain and page.lowers[i + 1] not in role_nouns():  # "Kenya's Wildlife and Heritage Minister"
        return True
    return before in known and after in known


def _modifies(page: Page, i: int, named: dict[int, range]) -> bool:
    token = page.tokens[i]
    if i in named or token.text in who_words().calendar or token.text.endswith("/"):
        return False
    if token.i in page.hit_at:
        return True
    if token.tag in ("VBG", "VBN") and token.dep == "amod":  # "a sitting president"
        return True
    if token.lower in who_words().loose | who_words().past and token.pos not in ("VERB", "AUX"):
        return token.lower not in ("then",) or page.tokens[i + 1].pos in PLAIN
    if token.dep == "npadvmod":
        return False
    if token.pos in ("NOUN", "PROPN") and token.dep in ("pobj", "dobj", "nsubj", "attr", "ROOT"):
        return token.text[0].isupper() and page.words[i + 1][0].isupper()
    return token.pos in PLAIN and token.tag != "CD"
