"""Titles that mean nobody in particular: a page and a title that stands alone in, yes or no out.

"As secretary of state", "ran for president" and "a king" are offices in general; a predicate tells of its subject.
"""

from memcon.registers.offices import who_words
from memcon.resolve.page import Page
from memcon.resolve.titles.titles import Title

GENERIC_RANKS = frozenset(["head", "deputy", "minister"])
PLURAL_RANKS = frozenset(["official", "expert", "source", "lawmaker", "envoy", "voice", "military", "press"])
ADDRESS = frozenset(["mr.", "mr", "madam", "madame", "mister"])
BOTH = frozenset(["two", "both", "three", "four"])


def is_general(page: Page, title: Title) -> bool:
    """An office in general, a predicate, or somebody by relation only."""
    token = page.tokens[title.head]
    if title.noun.rank == "relation" or token.dep in ("attr", "oprd"):
        return True
    if _is_bare_office(page, title) or _is_address(page, title):
        return True
    if token.dep == "pobj" and page.annotated.head(title.head).lower == "as":
        return True
    indefinite = title.determiner in ("a", "an", "any", "no", "every", "each")
    if indefinite and title.noun.rank in GENERIC_RANKS and not title.noun.plural:
        return True
    if title.noun.plural and not title.states and not title.organisation:
        counted = title.determiner == "the" or page.lowers[title.first] in BOTH
        return title.noun.rank not in PLURAL_RANKS and not counted
    return title.noun.rank == "press" and title.noun.plural


def _is_address(page: Page, title: Title) -> bool:
    """ "Mr. President, thank you": said to somebody whom the words do not name."""
    return any(page.lowers[i] in ADDRESS for i in (title.first, title.first - 1) if i >= 0)


def _is_bare_office(page: Page, title: Title) -> bool:
    """ "While secretary of state", "elected president": singular, in lower case, without article, state or body."""
    if title.noun.plural or title.determiner or title.possessor is not None or title.noun_first != title.first:
        return False
    if title.first and page.lowers[title.first - 1] in who_words().general and page.words[title.first][0].islower():
        return True
    return not title.states and not title.organisation and page.words[title.first][0].islower()
