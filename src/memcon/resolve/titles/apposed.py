"""Which names stand beside an office: "the minister, X", "X, the minister of Y", a line of a list.

Comes in: a page, a title, names by their tokens. Goes out: the name that the title is apposed to, or None.
"""

import itertools
from collections.abc import Sequence

from memcon.registers.names import given_honorifics, is_honorific, name_words
from memcon.registers.offices import role_nouns
from memcon.resolve.names.name import Name, head_of
from memcon.resolve.names.runs import in_title_case
from memcon.resolve.page import Page
from memcon.resolve.states.employers import behind_comma, past_bracket
from memcon.resolve.titles.courtesies import past_honorifics, word_at
from memcon.resolve.titles.tails import past_town
from memcon.resolve.titles.titles import Title

OFFICE = 5  # tokens of "First Deputy Foreign Minister"
ENDING = ((",", "and"), (".",))  # behind the last but one, or the last, of a list
CHARGE = 12  # words of "also in charge of External Trade and Ni-Vanuatu Business"


def apposed_before(page: Page, names: Sequence[Name], title: Title, starts: dict[int, int]) -> int | None:
    """ "China's top diplomat, Yang Jiechi," and "the secretary of state at the time, Mike Pompeo"."""
    i = _past_employer(page, title)
    if title.noun.rank == "envoy":
        town = past_town(page, i, past_honorifics(page, i + 1, starts) in starts)
        if town > i and (n := starts.get(past_honorifics(page, town + 1, starts))) is not None:
            return n  # "the Ambassador in Washington, DC, Lina Qusous attended"
    if page.lowers[i : i + 3] == ("at", "the", "time"):
        i += 3
    if page.words[i : i + 1] == (",",) and page.lowers[i + 2 : i + 6] == (
        "-",
        "year",
        "-",
        "old",
    ):  # "minister, 61-year-old Lukic"
        i += 5
        return starts.get(past_honorifics(page, i + 1, starts))
    semicolon = page.words[i : i + 1] == (";",) and is_honorific(word_at(page, i + 1))  # "the Minister of Chad; H.E. Owen"
    if page.words[i : i + 1] != (",",) and not semicolon:
        return None
    only = title.noun.rank == "counterpart" and not title.noun.plural  # "her Belgian counterpart, Minister Joost Lambrecht"
    first = past_honorifics(page, i + 1, starts, behind_comma=not only)
    if (n := starts.get(_past_side(page, first, starts))) is None:
        n = starts.get(_past_office(page, i + 1)) if only else None
    if n is None:
        return None
    if page.annotated.sentence_of(i).paragraph != page.annotated.sentence_of(names[n].first).paragraph:
        return None  # "Hon." can end a sentence for the parser
    return n if _stand_beside(page, names, title, names[n]) else None


def _past_side(page: Page, i: int, starts: dict[int, int]) -> int:
    """Behind the party or the nation before a name: "the chairman, Democrat Lind", "the captain, Frenchman Petit"."""
    return i + 1 if i not in starts and i + 1 in starts and page.tokens[i].entity == "NORP" else i


def _past_office(page: Page, i: int) -> int:
    """Behind an office in capitals that begins at token i: "Foreign Minister | Lambrecht", "Deputy Minister | Lambrecht"."""
    reach = range(i, min(i + OFFICE, len(page.words)))
    capitals = list(itertools.takewhile(lambda j: page.words[j][0].isupper(), reach))
    end = next((j for j in capitals if _is_last_of_office(page, j)), None)
    found = role_nouns().at(page.lowers, end) if end is not None else None
    styled = end is not None and all(page.words[j][0].isupper() for j in range(i, end + 1))
    return end + found[0] if end is not None and found is not None and styled else i


def _is_last_of_office(page: Page, i: int) -> bool:
    """Does an office begin here that no other goes on with: the "Minister" of "Deputy Minister"?"""
    found = role_nouns().at(page.lowers, i) if page.lowers[i] in role_nouns() else None
    return (
        found is not None
        and page.lowers[i + found[0] : i + found[0] + 1] != ()
        and (page.lowers[i + found[0]] not in role_nouns())
    )


def _past_employer(page: Page, title: Title) -> int:
    """Where a title ends with its charge, a bracket and the employer behind a comma."""
    i = past_bracket(page, _past_charge(page, title.last))
    employer = behind_comma(page, i)
    return employer[1] if employer is not None and page.words[employer[1] : employer[1] + 1] == (",",) else i


def _stand_beside(page: Page, names: Sequence[Name], title: Title, name: Name) -> bool:
    """Are a title and the name behind its comma of one person, rather than two of a list?"""
    if page.tokens[title.head].dep == "appos" and page.tokens[title.head].head in name.span:
        return True  # `annotate` has hung the office on the name
    token = page.tokens[head_of(page, name)]
    subject = token.dep in ("nsubj", "nsubjpass")
    if subject and token.head != title.head and page.tokens[title.head].head == token.head:
        return True
    before = next((m for m in names if m.last == title.first - 1), None) if word_at(page, title.first - 1) == "," else None
    close = name.last >= len(page.words) or page.words[name.last] in name_words().behind_apposed
    after = page.lowers[name.last : name.last + 2]
    if before is not None and before.after_title and word_at(page, before.first - 1) == "," and close:
        return True  # "the President of Greece, Liapis, the Chancellor of Austria, Huber, and"
    if before is not None and _is_titled(page, before) and title.determiner == "the" and close and after in ENDING:
        return True  # "by Interior Minister Lounes, the Algerian ambassador in Bamako, Kettani, and"
    if before is not None and page.tokens[title.head].dep == "appos" and page.tokens[title.head].head in before.span:
        return False  # "Wu Dong, Chinese ambassador to the DPRK, Chen Jin, deputy secretary general, and ..."
    styled = title.determiner == "" and page.words[title.head][0].isupper() and title.noun.serves != "none"
    if styled and before is None and word_at(page, name.last) == ",":
        return True  # "Deputy Prime Minister, Hon. Hilaire, will act"
    if title.office is not None and title.office.sole and closed_by_comma(page, name):
        return True  # "the Taoiseach, Mulvey, and the Tánaiste"
    if _heads_list(page, title, name):
        return False
    parts = title.determiner or title.states or title.organisation or title.possessor is not None
    return _between_commas(page, name, title) or token.dep == "appos" or bool(parts and close and not subject)


def _is_titled(page: Page, name: Name) -> bool:
    """Does an office stand right before the name, with no comma between?"""
    return name.after_title and word_at(page, name.first - 1) != ","


def _heads_list(page: Page, title: Title, name: Name) -> bool:
    """ "The President, Tony Blinken, and others": a list; but "the Amir, Sheikh Khalid, and"."""
    bare = title.determiner == "the" and not title.states and not title.organisation
    courteous = name.honorific in given_honorifics()
    listed = page.lowers[name.last : name.last + 2] == (",", "and")
    return bare and title.noun.rank == "head" and not courteous and listed


def closed_by_comma(page: Page, name: Name) -> bool:
    """Does a comma or a stop end the name?"""
    return name.last >= len(page.words) or page.words[name.last] in (",", ".", ";", ")")


def _between_commas(page: Page, name: Name, title: Title) -> bool:
    """ "The Minister for Trade, Hon. Darkwa, who was in Prague": an office that begins the sentence, a courtesy, a name, a comma."""
    opens = page.annotated.sentence_of(title.head).first == title.first and title.determiner in ("the", "")
    starts = opens or (bool(title.states) and title.determiner == "the")
    after = page.lowers[name.last : name.last + 2]
    closed = (
        len(after) == 2
        and after[0] == ","
        and after[1] not in ("and", "the")
        and not is_honorific(page.words[name.last + 1])
    )
    if closed and title.states and title.determiner == "the" and page.words[name.last + 1].islower():
        return title.noun.serves != "none"  # "together with the President of Brazil, Marcos Falcão, inaugurates"
    return starts and closed and name.honorific is not None and title.noun.serves != "none"


def _past_charge(page: Page, i: int) -> int:
    """Behind what else a minister is in charge of: "Deputy Prime Minister also in charge of Trade, Kalmet"."""
    start = i + 1 if page.lowers[i : i + 1] == ("also",) else i
    if page.lowers[start : start + 3] not in (("in", "charge", "of"),) and page.lowers[start : start + 2] != (
        "responsible",
        "for",
    ):
        return i
    return next((j for j in range(start, min(start + CHARGE, len(page.words))) if page.words[j] == ","), i)


def apposed_after(page: Page, title: Title, ends: dict[int, int]) -> int | None:
    """ "Sato, the defence minister", "Sato (the minister)", also with a title before: "Sato, a retired general"."""
    i = title.first
    if i < 2:
        return None
    if page.words[i - 1] not in (",", "(", "—", "–"):
        return _unparted(page, title, ends)
    aged = i > 3 and page.words[i - 2].isdigit() and page.words[i - 3] == ","  # "Sato, 67, a retired general"
    n = ends.get(i - 3 if aged else i - 1)
    if n is None or page.tokens[i].sentence != page.tokens[i - 1].sentence:
        return None
    if page.words[title.last : title.last + 1] in (("'s",), ("’s",)):
        return None  # "Nora, the minister's sister"
    if _heads_line(page, title):
        return None  # a headline: "Nora, Italian Minister Stress Need for Calm"
    head = page.tokens[title.head]
    closed = page.lowers[title.last : title.last + 1] in ((",",), (".",), (";",)) or _styled(page, title)
    if head.dep == "conj" and not closed:
        return None
    if head.dep in ("nsubj", "nsubjpass") and head.head > title.head and page.words[title.last : title.last + 1] != (",",):
        return None
    return n


def over_line(page: Page, names: Sequence[Name], title: Title, ends: dict[int, int]) -> int | None:
    """The name that is the line above a title that begins one: the names under a declaration."""
    n = ends.get(title.first) if title.first and not title.determiner else None
    if n is None or page.lines[title.first] != page.lines[title.first - 1] + 1:
        return None
    first = names[n].first
    while first > 0 and page.lines[first - 1] == page.lines[first] and is_honorific(page.words[first - 1]):
        first -= 1
    return n if page.is_line(first, names[n].last) else None


def _unparted(page: Page, title: Title, ends: dict[int, int]) -> int | None:
    """ "Eng. Alfadley Saudi Minister of Water": a nation and an office in capitals right behind a name."""
    hit = page.hit_at.get(title.first)
    capitals = page.words[title.noun_first][:1].isupper() and page.words[title.head][:1].isupper()
    return ends.get(title.first) if hit is not None and hit.kind == "adjective" and hit.state and capitals else None


def _heads_line(page: Page, title: Title) -> bool:
    """In a headline, does the line go on behind a title that a comma parts from a name, so that it names another?"""
    sentence = page.annotated.sentence_of(title.head)
    if not in_title_case(page, sentence.first, sentence.last):
        return False
    return title.last < sentence.last and page.words[title.last] not in (",", ")", "—", "–", "-", ":", ";")


def _styled(page: Page, title: Title) -> bool:
    """ "Kaplan, Spokesman and Adviser to the King": two titles in capitals after one name."""
    after = page.words[title.last : title.last + 2]
    capital = title.determiner == "" and page.words[title.first][0].isupper()
    return capital and len(after) == 2 and after[0] == "and" and after[1][0].isupper()
