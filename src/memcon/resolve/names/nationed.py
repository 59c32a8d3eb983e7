"""Names with their nation on a list of several: a page and a stretch in, the nation that stands beside it out.

"Nduwayo of Burundi, Okello of Uganda", "the ambassadors of Georgia - Maisuradze, Spain - de la Vega", "the ministers of Norway
(Haugland) and Estonia (Lepik)", "his colleagues from Norway, Haugland, and Estonia, Lepik".
Refuses "Osei of Ghana" where neither another of the kind nor an office stands near: places and
learned bodies are named so too.
"""

from collections.abc import Set

from memcon.registers.meeting import meeting_words
from memcon.registers.names import is_honorific, name_words
from memcon.registers.offices import role_nouns
from memcon.resolve.page import Hit, Page

REACH = 40  # tokens on either side in which another item of the list stands
LONGEST = 8  # tokens of a name
POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
DASHES = frozenset(["-", "–", "—", "--"])
CLOSING = frozenset([",", ".", ";", ")", "and", "&", "with", "who", "in", "were", "was", "are", "will", "have", "had"])
OFFICES = frozenset(["head", "deputy", "minister", "military", "envoy", "other"])  # ranks of those whom such lists name
COMPANY = OFFICES | {"counterpart"}
BEFORE_NATION = frozenset(["of", "from", "and", ",", "the"])


def nation_beside(page: Page, first: int, last: int) -> Hit | None:
    """The nation of somebody on a list: in brackets behind it, behind a dash, or before "of"."""
    bracket = _before(page, first, "(")
    if bracket is not None and _closes_bracket(page, last):
        return bracket
    dash = next((hit for mark in DASHES if (hit := _before(page, first, mark))), None)
    if dash is not None and not _is_closed(page, last):
        dash = None
    hit = dash or _behind_of(page, last)
    if hit is None:
        return _in_turn(page, first, last)
    return hit if _in_list(page, hit, first, last) else None


def _in_turn(page: Page, first: int, last: int) -> Hit | None:
    """ "His colleagues from Norway, Haugland, and Estonia, Lepik": behind the office of several, nation and name in turn."""
    hit = _before(page, first, ",")
    if hit is None or page.lowers[hit.first - 1] not in BEFORE_NATION or not _is_closed(page, last):
        return None
    sentence = page.annotated.sentence_of(first)
    of_several = any(_is_office_of_several(page, i) for i in range(sentence.first, hit.first))
    others = (h for i in range(sentence.first, sentence.last) if (h := page.hit_at.get(i)) is not None and h.first == i)
    return hit if of_several and any(_goes_before_name(page, h) for h in others if h.first != hit.first) else None


def _goes_before_name(page: Page, hit: Hit) -> bool:
    """ "And Estonia, Lepik"."""
    after = page.words[hit.last : hit.last + 2]
    named = len(after) == 2 and after[0] == "," and after[1][0].isupper() and page.lowers[hit.last + 1] not in role_nouns()
    return named and hit.kind == "state" and hit.last + 1 not in page.hit_at and page.lowers[hit.first - 1] in BEFORE_NATION


def _is_office_of_several(page: Page, i: int, ranks: Set[str] = COMPANY) -> bool:
    found = role_nouns().at(page.lowers, i) if page.lowers[i] in role_nouns() else None
    return found is not None and found[1].plural and found[1].rank in ranks and found[1].serves != "none"


def is_listed(page: Page, first: int, last: int) -> bool:
    """Can a stretch that nothing else calls a person be one for its nation's sake: of several words, none of a body or a place?"""
    small = name_words().particles | {"-", "[", "]"}
    words = range(first, last)
    if not 1 < last - first <= LONGEST or page.lowers[first - 1 : first] == ("the",):
        return False
    if any(i in page.hit_at or page.lowers[i] in role_nouns() for i in words):
        return False
    words_known = name_words()
    known = (words_known.body, words_known.things, words_known.fields, words_known.never, words_known.learned)
    plain = all(page.words[i][0].isupper() or page.words[i] in small for i in words)
    if not plain or any(page.words[i] in group for group in known for i in words):
        return False
    return nation_beside(page, first, last) is not None or _is_owned(page, first, last)


def _is_owned(page: Page, first: int, last: int) -> bool:
    """ "Zaire's Mobutu Sese Seko": does a nation own it, and does the parser know a person in it?"""
    hit = page.hit_at.get(first - 2) if first > 1 and page.words[first - 1] in POSSESSIVE else None
    if hit is None or hit.kind != "state" or hit.last != first - 1:
        return False
    if any(page.tokens[i].entity == "PERSON" for i in range(first, last)) or _in_list(page, hit, first, last):
        return True
    return last - first > 1 and _does_as_persons_do(page, last - 1)


def _does_as_persons_do(page: Page, i: int) -> bool:
    """ "Latvia's Uldis Krastins joined them", "joined by Latvia's Uldis Krastins": does a word do what only persons do, of one or
    with one?"""
    token = page.tokens[i]
    over = page.tokens[token.head]
    if token.tag != "NNP":
        return False
    if token.dep in ("nsubj", "nsubjpass"):
        return over.lemma in meeting_words().in_person
    verb = page.tokens[over.head]
    return over.dep in ("agent", "prep") and over.lower in ("by", "with") and verb.lemma in meeting_words().in_person


def is_led_by(page: Page, first: int, last: int) -> bool:
    """ "The Bulgarian side, led by Tsvetelina Yordanova": who leads a delegation or a side, in several words."""
    if last - first < 2 or any(i in page.hit_at or page.words[i] in name_words().body for i in range(first, last)):
        return False
    if page.lowers[first - 1 : first] != ("by",) or page.tokens[first - 2].lemma not in meeting_words().leading:
        return False
    verb = page.tokens[first - 2]
    side = page.annotated.child(verb.i, "nsubjpass") or page.tokens[verb.head]
    capitals = all(page.words[i][0].isupper() for i in range(first, last))
    return capitals and verb.tag == "VBN" and side.lower in meeting_words().sides


def _before(page: Page, first: int, mark: str) -> Hit | None:
    """The nation before the mark that stands before a name and its courtesies."""
    i = first
    while i > 0 and (is_honorific(page.words[i - 1]) or page.words[i - 1] == "."):
        i -= 1
    hit = page.hit_at.get(i - 2) if i > 1 and page.words[i - 1] == mark else None
    spaced = mark in ("(", ",") or (hit is not None and page.tokens[i - 2].spaced)
    return hit if hit is not None and spaced and hit.kind == "state" and hit.state and hit.last == i - 1 else None


def _behind_of(page: Page, last: int) -> Hit | None:
    """ "Nduwayo of the Republic of Burundi"."""
    if page.lowers[last : last + 1] != ("of",):
        return None
    i = last + 2 if page.lowers[last + 1 : last + 2] == ("the",) else last + 1
    hit = page.hit_at.get(i)
    return hit if hit is not None and hit.first == i and hit.kind == "state" and hit.state else None


def _closes_bracket(page: Page, last: int) -> bool:
    return any(page.words[i] == ")" for i in range(last, min(last + 4, len(page.words))))


def _is_closed(page: Page, last: int) -> bool:
    return last >= len(page.words) or page.lowers[last] in CLOSING or page.lines[last] != page.lines[last - 1]


def _in_list(page: Page, hit: Hit, first: int, last: int) -> bool:
    """Does another name with its nation stand near, or an office before them?"""
    line = page.lines[first]
    reach = range(max(0, first - REACH), min(len(page.words), last + REACH))
    for i in reach:
        other = page.hit_at.get(i)
        if abs(page.lines[i] - line) > 1:
            continue
        if (
            other is not None
            and other.first == i
            and other.first != hit.first
            and other.kind == "state"
            and _has_name(page, other)
        ):
            return True
        if i < first and page.tokens[i].sentence == page.tokens[first].sentence and _is_office_of_several(page, i, OFFICES):
            return True
    return False


def _has_name(page: Page, hit: Hit) -> bool:
    """Does a nation stand so beside a capitalised word that is no office's: "of Burundi", "Georgia - ", "Uganda's Okello"?"""
    after = page.words[hit.last : hit.last + 2]
    if len(after) == 2 and (after[0] in DASHES or after[0] in ("(", "'s", "’s")) and after[1][0].isupper():
        return page.lowers[hit.last + 1] not in role_nouns()
    i = hit.first - 2 if page.lowers[hit.first - 1 : hit.first] == ("the",) else hit.first - 1
    if i < 1 or page.lowers[i] != "of" or not page.words[i - 1][0].isupper():
        return False
    return page.words[i - 1] not in name_words().body | name_words().learned and page.lowers[i - 1] not in role_nouns()
