"""Offices that stand beside a name with a comma between: "the President of Kenya, Mr. Daniel Otieno", "Anna Berg, Minister of Trade,".

Comes in: the parsed tokens of a paragraph. Goes out: for each such office its stretch, its noun, and the name that it says something of.
So do styles before a name ("His Excellency Mr."). Refused: lists ("the king, Berg and Otieno"), offices of several, offices whose comma
could as well part two people, and what else stands behind a name with a comma.
"""

from dataclasses import dataclass
from itertools import takewhile

from memcon.annotate.kept import ParsedToken
from memcon.registers.names import is_honorific, name_words
from memcon.registers.offices import role_nouns, who_words

Words = list[ParsedToken]
LONGEST = 14  # tokens of an office, from its article to its noun, and behind that
NO_OFFICE = frozenset(["source", "relation", "counterpart", "press", "other"])  # ranks that no comma joins to a name
ARTICLES = frozenset(["the", "a", "an"])
LINKS = frozenset(["of", "for", "to", "and", "&", "the"])  # inside an office
NO_NAMES = frozenset(["the", "who", "in", "on", "at"])  # also with a capital
JOINING = frozenset(["and", "&", "or"])
OWN_CLAUSE = frozenset(["who", "which", "whose", "whom", "where", "when"])
GOING_ON = frozenset(
    ["ADP", "ADV", "AUX", "CCONJ", "PART", "PUNCT", "SCONJ", "VERB"]
)  # with what the clause goes on behind a name
MARKS = frozenset([",", ".", ";", ":", ")", "—", "–", "”", '"'])


@dataclass(frozen=True, slots=True)
class Beside:
    """tokens[first:last] say what the name tokens[name:end] is; `noun` is their head. Commas that part them are in the stretch."""

    first: int
    last: int
    noun: int
    name: int
    end: int
    comma: int | None = None  # behind the name, where the office stands before it


def offices_beside(words: Words) -> list[Beside]:
    """Those of a paragraph, in order; none overlaps another, and no name is in the stretch of one."""
    lowers = [w.text.lower() for w in words]
    found: list[Beside] = []
    free = 0
    for i, word in enumerate(words):
        if i < free or not word.text[0].isalpha():
            continue
        one = _before(words, lowers, i) or _behind(words, lowers, i) or _style(words, lowers, i)
        if one is not None and one.first >= free:
            found.append(one)
            free = max(one.last, one.end + (one.comma is not None))
            if one.first < one.name and (more := _behind_name(words, lowers, one.name, one.end)) is not None:
                found.append(more)
                free = more.last
    return found


def _before(words: Words, lowers: list[str], i: int) -> Beside | None:
    """ "The President of Kenya, Mr. Daniel Otieno"."""
    if lowers[i] != "the" or (i and words[i - 1].pos in ("NOUN", "PROPN")):
        return None  # "received at the State House the Ambassador": the article parts two nouns
    office = _office(words, lowers, i + 1)
    if office is None or not office[2] or lowers[office[1] : office[1] + 1] != [","]:
        return None
    noun, last, _ = office
    name = _name(words, last + 1)
    if name is None or (name[1] < len(words) and _lists(words, lowers, name[1], name[0] > last + 1)):
        return None
    first, end = name
    closes = lowers[end : end + 1] == [","] and _closes(words, lowers, end)
    return Beside(i, last + 1, noun, first, end, comma=end if closes else None)


def _lists(words: Words, lowers: list[str], i: int, courteous: bool) -> bool:
    """ "The king, Anna Berg and Daniel Otieno": is the name one of several behind the office?"""
    if courteous or lowers[i] not in JOINING or i + 1 >= len(words):
        return False
    return words[i + 1].entity == "PERSON" and not is_honorific(words[i + 1].text)


def _behind(words: Words, lowers: list[str], i: int) -> Beside | None:
    """ "Anna Berg, Minister of Trade of Norway,"."""
    if i and (
        words[i - 1].text[0].isupper() and words[i - 1].text[-1] not in MARKS and not is_honorific(words[i - 1].text)
    ):
        return None
    name = _name(words, i)
    return _behind_name(words, lowers, *name) if name is not None else None


def _behind_name(words: Words, lowers: list[str], name: int, end: int) -> Beside | None:
    if lowers[end : end + 1] != [","] or not any(w.entity == "PERSON" for w in words[name:end]):
        return None
    start = end + 2 if lowers[end + 1 : end + 2] and lowers[end + 1] in ARTICLES else end + 1
    office = _office(words, lowers, start)
    if office is None:
        return None
    noun, last, _ = office
    if last >= len(words):
        return Beside(end, last, noun, name, end)
    if words[last].text[0].isupper() or lowers[last] in ("'s", "’s"):
        return None  # "Berg, Prime Minister Otieno and", "Berg, the minister's aide"
    closes = lowers[last] == "," and _closes(words, lowers, last)
    if lowers[last] != "," and words[last].text not in MARKS and start == end + 1 and not words[noun].text[0].isupper():
        return None
    return Beside(end, last + 1 if closes else last, noun, name, end)


def _closes(words: Words, lowers: list[str], comma: int) -> bool:
    """Does the comma end what is told of the name, rather than part it from the next of a list or from a clause of its own?"""
    if comma + 1 >= len(words) or lowers[comma + 1] in OWN_CLAUSE or words[comma + 1].text[0].isupper():
        return False
    return words[comma + 1].pos in GOING_ON  # not "with the Ambassador, X, ways of raising trade"


def _style(words: Words, lowers: list[str], i: int) -> Beside | None:
    """ "His Excellency Mr. Daniel Otieno": the style before an honorific."""
    if lowers[i] not in ("his", "her", "their", "your"):
        return None
    j = i + 1
    while j < len(words) and lowers[j] in name_words().styles:
        j += 1
    if j == i + 1:
        return None
    name = _name(words, j)
    return Beside(i, j, j - 1, *name) if name is not None else None


def _office(words: Words, lowers: list[str], i: int) -> tuple[int, int, bool] | None:
    """(its noun, where it ends, whether it says of what) of the office that begins at token i: capitalised words and adjectives up to a
    noun of the table, then what "of" and "for" lead to."""
    limit = min(i + LONGEST, len(words))
    noun, j = None, i
    told = sent = False
    while j < limit:
        found = role_nouns().at(lowers, j)
        if found is not None:
            if found[1].plural or found[1].rank in NO_OFFICE:
                return None
            noun, j, sent = _head_in(words, j, j + found[0]), j + found[0], found[1].rank == "envoy"
            if j >= limit or not _opens_office(words, lowers, j):
                break
            continue
        if words[j].pos not in ("PROPN", "ADJ", "NOUN", "PART", "VERB") or words[j].text in (",", "."):
            return None
        if words[j].entity == "PERSON" or is_honorific(words[j].text):
            return None
        told = told or words[j].entity in ("GPE", "NORP", "ORG")
        j += 1
    if noun is None:
        return None
    last = _past_task(words, lowers, j, sent)
    return noun, last, told or last > j


def _head_in(words: Words, first: int, last: int) -> int:
    """ "Secretary" of "secretary of state"."""
    return next((i for i in range(first, last) if not first <= words[i].head < last or words[i].head == i), last - 1)


def _opens_office(words: Words, lowers: list[str], j: int) -> bool:
    """Does a further noun of office follow: "Prime Minister" of "Deputy Prime Minister"?"""
    return any(
        role_nouns().at(lowers, k) is not None for k in (j, j + 1) if k < len(words) and words[k].text[0].isupper()
    ) and (words[j].text[0].isupper())


def _past_task(words: Words, lowers: list[str], i: int, sent: bool) -> int:
    """Behind "of Foreign Affairs and Trade of the Republic of Kenya", "and Minister of Defence"; `sent`: of an envoy, also "in Lima"."""
    start = i
    while i < len(words) and i - start < 2 * LONGEST:
        if lowers[i] in LINKS or (lowers[i] == "in" and (sent or _leads_to_body(words, lowers, i + 1))):
            j = i + 1
            while j < len(words) and lowers[j] in LINKS:
                j += 1
            if (
                j >= len(words)
                or not words[j].text[0].isupper()
                or words[j].entity == "PERSON"
                or is_honorific(words[j].text)
            ):
                break
            if lowers[i] in JOINING and lowers[i + 1 : i + 2] == ["the"]:
                break  # "the President of Kenya and the Minister of Trade": another person
            i = j + 1
        elif words[i].text[0].isupper() and words[i].entity != "PERSON" and i > start:
            i += 1
        elif words[i].text == "-" and i > start and i + 1 < len(words) and words[i + 1].text[0].isupper():
            i += 2
        elif lowers[i] in ("'s", "’s") or words[i].text == "(":
            close = next((k for k in range(i, min(i + 6, len(words))) if words[k].text == ")"), None)
            if words[i].text != "(" or close is None or i == start:
                break
            i = close + 1
        else:
            break
    return i


def _leads_to_body(words: Words, lowers: list[str], i: int) -> bool:
    """ "In the Foreign Ministry of Kenya", not "in Nairobi", which is where somebody was met."""
    inside = takewhile(lambda k: lowers[k] in LINKS or words[k].text[0].isupper(), range(i, min(i + LONGEST, len(words))))
    return any(lowers[k] in who_words().governmental for k in inside)


def _name(words: Words, i: int) -> tuple[int, int] | None:
    """(first, end) of the name that begins at token i, its honorifics with it; two words without one, or the parser's word for it."""
    first = i
    while i < len(words) and (is_honorific(words[i].text) or (words[i].text == "." and i > first)):
        i += 1
    courteous, start = i > first, i
    while i < len(words) and _of_name(words, i, start):
        i += 1
    while i > start and (words[i - 1].text.lower() in name_words().particles or words[i - 1].text in ("-", "'", "’")):
        i -= 1
    if i == start:
        return None
    labelled = any(w.entity == "PERSON" for w in words[start:i])
    if role_nouns().at([w.text.lower() for w in words[start:i]], 0) is not None:
        return None
    return (first, i) if courteous or labelled else None


def _of_name(words: Words, i: int, start: int) -> bool:
    text = words[i].text
    if i > start and (text.lower() in name_words().particles or text == "-"):
        return i + 1 < len(words) and (
            words[i + 1].text[0].isupper() or words[i + 1].text.lower() in name_words().particles
        )
    if i > start and text == "." and len(words[i - 1].text) == 1:
        return True
    capital = text[0].isupper() or (i > start and words[i - 1].text == "-" and text.isalpha())
    return (
        capital
        and words[i].entity in ("PERSON", "", "ORG", "GPE", "FAC", "NORP", "PRODUCT", "WORK_OF_ART")
        and text.lower() not in NO_NAMES
    )
