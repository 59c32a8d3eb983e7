"""Where a name with its courtesies begins: a page and the first token of a name in, the token before its honorifics out."""

from collections.abc import Mapping

from memcon.registers.names import honorifics, is_honorific, name_words
from memcon.registers.offices import role_nouns
from memcon.resolve.page import Page

COURTEOUS = frozenset(["envoy", "military", "lawmaker", "other", "expert"])  # ranks that stand before a name as courtesies


ELIDED = frozenset(["'", "‘", "’", "ʻ", "`"])  # the stop that begins a Polynesian name
STOPS = frozenset([".", "'", "’"])  # that end a courtesy
BEFORE_GAP = 6  # courtesies between a title and its name: "Foreign Minister, H.E. Dr. Owen"


def past_honorifics(page: Page, i: int, starts: Mapping[int, int], behind_comma: bool = False) -> int:
    """Where a name can begin behind courtesies: "H.E. Dr. Owen", "the Honourable Colm Imbert", "Maj. Gen. (Rtd) Burki".

    Behind a comma an office is no courtesy: "the President of Ghana, President Biden and others" names two.
    """
    for _ in range(BEFORE_GAP):
        if i >= len(page.words) or i in starts:
            break
        word, office = page.words[i], role_nouns().get(page.lowers[i])
        if page.lowers[i] == "the" and is_honorific(word_at(page, i + 1)):
            i += 1
        elif word == "(" and word_at(page, i + 2) == ")" and word_at(page, i + 1).rstrip(".") in name_words().honours:
            i += 3
        elif behind_comma and office is not None and office.rank not in COURTEOUS and word not in name_words().chiefs:
            break
        elif word in ELIDED and not page.tokens[i].spaced and i + 1 in starts:  # "Dr 'Ana Taufa"
            i += 1
        elif word in name_words().openers and is_honorific(word_at(page, i + 1)):  # "Tan Sri Baki"
            i += 2
        elif is_honorific(word) or page.lowers[i] in name_words().styles or _leads_to_style(page, i):
            i += 1
            stop = word_at(page, i)
            if stop in STOPS and f"{word}{stop}" in honorifics() and not page.tokens[i - 1].spaced:
                i += 1  # "Hon.", "Dato'" in two tokens
        else:
            break
    return i


def word_at(page: Page, i: int) -> str:
    return page.words[i] if i < len(page.words) else ""


def _leads_to_style(page: Page, i: int) -> bool:
    return page.tokens[i].tag == "PRP$" and page.lowers[i + 1 : i + 2] != () and page.lowers[i + 1] in name_words().styles
