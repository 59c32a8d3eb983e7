"""Names of persons as they stand in the text: a page in, `Name`s out, in the order of the text.

The parser's own names are one witness; honorifics, titles before a name, and family names known from elsewhere in the
document are others. Stretches lose their titles and possessives, and hyphens between two persons part them. Refused:
states, bodies, places, things, and capitalised words that nothing says are somebody.
"""

from collections.abc import Iterator

from memcon.registers.names import family_first, given_names, is_honorific, name_words
from memcon.registers.offices import role_nouns
from memcon.resolve.names.accepted import holds, with_known_families
from memcon.resolve.names.beside import (
    SHORT,
    after_field,
    apposed,
    behind_office,
    goes_on,
    has_office,
    honorific_before,
    signs,
    title_before,
    word_at,
)
from memcon.resolve.names.fields import is_duty, is_prefix, is_rest_of_field, is_suffix, past_field
from memcon.resolve.names.headline import as_in_text, ordinary_words, plain_cut, shortened
from memcon.resolve.names.name import INITIALLED, Name, name_parts
from memcon.resolve.names.nationed import is_led_by, is_listed
from memcon.resolve.names.not_persons import is_thing, mostly_places
from memcon.resolve.names.runs import capitalised_runs, in_title_case, inside_name, stretches, trimmed
from memcon.resolve.page import Page


def find_names(page: Page) -> list[Name]:
    """Every stretch that names a person."""
    names: dict[int, Name] = {}
    ordinary = ordinary_words(page)
    for start, end in stretches(page):
        styled = in_title_case(page, start, end)
        for first, last in capitalised_runs(page, start, end):
            for a, b in plain_cut(page, first, last, ordinary) if styled else [(first, last)]:
                for name in _in_run(page, a, b, styled):
                    names[name.first] = name
    names = {i: shortened(page, name, names) for i, name in names.items()}
    names = as_in_text(page, names)
    nobody = ordinary | mostly_places(page)
    names = with_known_families(page, names, nobody)
    timed = {i for time in page.annotated.times if time.last > time.first + 1 for i in range(time.first, time.last)}
    held = (names[i] for i in sorted(names) if holds(page, names[i], names, nobody))
    return [name for name in held if not timed.issuperset(name.span)]  # "Next Week" of a headline


def _in_run(page: Page, first: int, last: int, styled: bool) -> Iterator[Name]:
    """The names in a run of capitalised words: it is cut at titles, honorifics, states and bodies."""
    start = first = _past_portfolio(page, first, last)
    for i in range(first, last + 1):
        if i < last and not _cuts(page, i, first, last):
            continue
        ends = i < last and page.words[i] in name_words().honours  # "Robert Peel MP"
        if start < i and (ends or not (i < last and _before_title(page, i))):
            yield from _weigh(page, start, i, styled)
        start = max(start, i + _office_words(page, i))


def _office_words(page: Page, i: int) -> int:
    """How many words a cut takes: those of an office of several ("Second Gentleman"), else one."""
    found = role_nouns().at(page.lowers, i) if i < len(page.words) and page.lowers[i] in role_nouns() else None
    return found[0] if found is not None and page.words[i][0].isupper() else 1


def _past_portfolio(page: Page, first: int, last: int) -> int:
    """Where a name can begin behind "Minister of Ports": behind the fields that the title's "of" leads to."""
    i = first
    for back in (1, 2):  # "Chief of Protocol Sisavath": the run begins inside an office
        found = role_nouns().at(page.lowers, first - back) if first >= back else None
        if found is not None and first - back + found[0] > first and first - back + found[0] < last:
            i = first - back + found[0]
    words = name_words()
    while (
        i < last - 1
        and (page.words[i] in words.portfolios or page.words[i] in words.fields)
        and after_field(page, i + 1, True)
    ):
        i += 1
    if i < last - 2 and page.words[i] in name_words().body and page.words[i - 1] in name_words().never:
        i += after_field(page, i + 1, True)  # "Speaker of the National Assembly Marzouq Al-Ghanim"
    return past_field(page, i, last)


def _cuts(page: Page, i: int, first: int, last: int) -> bool:
    word = page.words[i]
    if i > first and is_suffix(page, i) and word not in name_words().suffixes:
        return True
    opened = page.words[i - 1] in name_words().openers  # "Tan Sri Rahman"
    if is_honorific(word) and i > first and not opened and inside_name(page, i):
        return False
    if (
        word in name_words().never and i > first and i - 1 not in page.hit_at and inside_name(page, i)
    ):  # "Nurul Islam Bhuiyan"
        return False
    if is_honorific(word) or word in name_words().never or word in name_words().fields:
        return True
    if (word in name_words().honours and i > first) or (word in name_words().kin and i == first):
        return True
    if i == first and i + 1 < last and page.lowers[i] in name_words().rulers:
        return True
    if i in page.hit_at:
        return not _given_up(page, i, first, last)
    family = page.lowers[i] in family_first()  # "Park Chung-hee"
    if word in name_words().body and not family and _eastern_name(page, i + 1, last):  # "National Assembly Tran Dinh Son"
        return True
    found = role_nouns().at(page.lowers, i) if page.lowers[i] in role_nouns() else None
    short = found is not None and found[0] == 1 and len(word) <= SHORT and word.isupper()  # "EAM Mehta"
    return found is not None and (short or page.tokens[i].entity != "PERSON")


def _eastern_name(page: Page, first: int, last: int) -> bool:
    """Are the words from here on a name that begins with its family name?"""
    return 1 < last - first <= 4 and page.lowers[first] in family_first()


def _given_up(page: Page, i: int, first: int, last: int) -> bool:
    """A state's or capital's name that is part of a person's ("Israel Katz", "Jordan Bardella")."""
    hit = page.hit_at[i]
    if hit.body is not None and page.words[i].isupper() and len(page.words[i]) > SHORT:  # "USTR Lundgren"
        return False
    if (
        hit.kind not in ("state", "capital", "people", "body")
        or hit.last - hit.first > 1
        or page.tokens[i].entity != "PERSON"
    ):
        return False
    if i == first and page.lowers[i - 1 : i] == ("of",) and page.lowers[i - 2] in role_nouns():
        return False  # "Ambassador of Jordan Omar Haddad"
    beside = [j for j in (i - 1, i + 1) if first <= j < last and j not in page.hit_at and page.tokens[j].entity == "PERSON"]
    return bool(beside) and not _named_without(page, i, last)


def _named_without(page: Page, i: int, last: int) -> bool:
    """Is the name behind a place also named without it: "in Oslo Bilawal met" of Bilawal Bhutto? Not where a title in front takes the
    word for a first name ("President Sofia Reyes", "Reyes told"), or where it is one and no preposition says that it is a place."""
    if i + 1 >= last:
        return False
    if i and (page.lowers[i - 1] in role_nouns() or is_honorific(page.words[i - 1])):
        return False
    if page.lowers[i] in given_names() and (i == 0 or page.tokens[i - 1].pos != "ADP"):
        return False
    return any(w == page.words[i + 1] and page.words[j - 1 : j] != (page.words[i],) for j, w in enumerate(page.words))


def _before_title(page: Page, i: int) -> bool:
    """ "Foreign" before "Minister": words that belong to the title that cuts them off."""
    return page.lowers[i] in role_nouns() and i not in page.hit_at


def _weigh(page: Page, first: int, last: int, styled: bool) -> Iterator[Name]:
    """The name or names in a stretch, if it is one."""
    titled = title_before(page, first) or honorific_before(page, first) is not None or is_listed(page, first, last)
    first, last = trimmed(page, first, last, keep_verb=titled)
    if first >= last:
        return
    for a, b in _parted(page, first, last):
        title = (
            title_before(page, a)
            or apposed(page, b)
            or behind_office(page, a, b)
            or signs(page, a, b)
            or goes_on(page, a, b)
            or is_listed(page, a, b)
            or has_office(page, a, b)
            or is_led_by(page, a, b)
        )
        honorific = honorific_before(page, a)
        strong = title or honorific is not None
        taken = not strong or (styled and not (title and _short(page, a, b)))
        a2, b2 = _labelled(page, a, b) if taken else (a, b)
        a2 = _past_modal(page, a2, b2)
        if all(len(w.rstrip(".")) <= 1 or w in name_words().honours for w in page.words[a2:b2]) or _is_opener(page, a2, b2):
            continue
        labelled = any(page.tokens[i].entity == "PERSON" for i in range(a2, b2))
        if (
            _titled(page.words[a2]) in name_words().headline and not labelled and b2 - a2 > 1
        ):  # "Deputy Minister Welcomes Investors"
            continue
        if not _is_surname(page, a2, b2, strong and labelled):
            continue
        if not labelled and any(w in name_words().ordinary for w in page.words[a2:b2]):
            continue
        if is_duty(page, a2, b2) or is_prefix(page, b2) or is_rest_of_field(page, a2, b2):
            continue
        if any(page.words[i] == "-" and {i - 1, i + 1} & page.hit_at.keys() for i in range(a2, b2)):
            continue  # "U.S.-Mexico"
        if strong and not any(page.tokens[i].entity == "PERSON" for i in range(a2, b2)) and is_thing(page, a2, b2):
            continue
        yield Name(a2, b2, name_parts(page, a2, b2), honorific, strong, after_title=title)


def _titled(word: str) -> str:
    return word.title() if word.isupper() else word


def _short(page: Page, first: int, last: int) -> bool:
    """A name that ends a line behind its title, of no more words than names have: "Meeting with Polish Minister Jan Zawada"."""
    ends = last >= len(page.words) or page.lines[last] != page.lines[last - 1] or not page.words[last][0].isalnum()
    return last - first <= 3 and ends and not any(page.tokens[i].entity == "PERSON" for i in range(first, last))


def _past_modal(page: Page, first: int, last: int) -> int:
    """In "Will Marjorie Taylor Greene resign?" the verb that begins the sentence is no first name."""
    starts = page.annotated.sentence_of(first).first == first if first < last else False
    asks = starts and page.lowers[first] in name_words().modals and last - first > 2
    return first + 1 if asks and page.lowers[first + 1] in given_names() else first


def _is_opener(page: Page, first: int, last: int) -> bool:
    """ "Tan" of "Tan Sri Razak" is no name."""
    return last - first == 1 and page.words[first] in name_words().openers and is_honorific(word_at(page, last))


def _is_surname(page: Page, first: int, last: int, vouched: bool) -> bool:
    """Can a word for a body or a place in this run be somebody's family name: "Park Jin", "Anthony Lake", "Mr. Day"?"""
    called = last - first > 1 and page.lowers[first] in given_names()  # "Bill Bradley"
    at = [i for i in range(first + called, last) if page.words[i] in name_words().body]
    if not at:
        return True
    if at == [first] and page.lowers[first] in family_first() and last - first > 1:
        return True
    whole = all(page.tokens[i].entity == "PERSON" for i in range(first, last))
    given = page.lowers[first] in given_names() and last - first > 1
    if page.words[at[-1]] not in name_words().body_surnames:
        return False
    return at == [last - 1] and (vouched or (whole and given)) and page.lowers[first - 1 : first] != ("the",)


def _parted(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    """One stretch, or two where a hyphen joins two persons: "the Reagan-Gorbachev summit"."""
    two = last - first == 3 and page.words[first + 1] == "-" and last < len(page.words)
    if two and first and is_honorific(page.words[first - 1]):
        return [(first, last)]  # "Mr Maoate-Cole departs": one family name
    if two and (page.lowers[last] in name_words().between or page.tokens[last].pos == "NOUN"):
        return [(first, first + 1), (first + 2, last)]
    return [(first, last)]


def _labelled(page: Page, first: int, last: int) -> tuple[int, int]:
    """The stretch that the parser takes for a person, with the unlabelled capitals that belong to it."""
    inside = [i for i in range(first, last) if page.tokens[i].entity == "PERSON" or INITIALLED.fullmatch(page.words[i])]
    if not inside:
        return first, first
    a, b = inside[0], inside[-1] + 1
    while a > first and _grows(page, a - 1):
        a -= 1
    while b < last and (_grows(page, b) or page.words[b] in name_words().suffixes or page.words[b - 1] == "-"):
        b += 1
    return trimmed(page, a, b)


def _grows(page: Page, i: int) -> bool:
    token = page.tokens[i]
    if token.entity in ("", "ORG") and token.pos == "PROPN" and not token.text.isupper():
        return True
    return token.text == "-" or (token.lower in family_first() and token.text[0].isupper() and token.entity == "")
