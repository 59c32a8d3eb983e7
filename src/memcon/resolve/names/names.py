"""Names of persons as they stand in the text: a page in, `Name`s out, in the order of the text.

The parser's own names are one witness; honorifics, titles before a name, and family names known from elsewhere in the
document are others. Stretches lose their titles and possessives, and hyphens between two persons part them. Refused:
states, bodies, places, things, and capitalised words that nothing says are somebody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from memcon.registers.names import (
    family_first,
    family_places,
    given_names,
    honorific_of,
    honorifics,
    is_honorific,
    name_words,
    style_words,
)
from memcon.registers.namesakes import folded_parts, is_leader
from memcon.registers.offices import role_nouns, union
from memcon.registers.places import places_named
from memcon.registers.states import state_adjectives
from memcon.resolve.names.not_persons import NOT_PERSONS, is_called_thing, is_field_of_title, is_thing
from memcon.resolve.names.runs import BRACKETS, capitalised_runs, in_title_case, inside_name, stretches, trimmed
from memcon.resolve.page import Page, is_place

INITIALLED = re.compile(r"((?:[A-Z]\.)+)([A-Z][^\W\d_]+(?:[-'’][^\W\d_]+)*)")  # "A.Kazlauskas", glued
NUMERAL = re.compile("[IVX]+")
SHORT = 3  # letters of the longest abbreviation of an office
MAX_SIGNED = 8  # words of a name on a line by itself
OFFICE_REACH = 4  # words before the noun of an office at the beginning of a line: "Deputy Prime Minister"
MAX_FIELD = 9  # words of "of Foreign Affairs and Trade of New Zealand"


@dataclass(frozen=True, slots=True)
class Name:
    """tokens[first:last] name a person. `honorific` is the word before it; `strong` says that more than the parser's
    label speaks for a person; `embedded`: the name is part of a body's or two persons' name."""

    first: int
    last: int
    parts: tuple[str, ...]
    honorific: str | None
    strong: bool
    embedded: bool = False
    after_title: bool = False

    @property
    def span(self) -> range:
        return range(self.first, self.last)


def find_names(page: Page) -> list[Name]:
    """Every stretch that names a person."""
    names: dict[int, Name] = {}
    ordinary = _ordinary_words(page)
    for start, end in stretches(page):
        styled = in_title_case(page, start, end)
        for first, last in capitalised_runs(page, start, end):
            for a, b in _plain_cut(page, first, last, ordinary) if styled else [(first, last)]:
                for name in _in_run(page, a, b, styled):
                    names[name.first] = name
    names = {i: _shortened(page, name, names) for i, name in names.items()}
    names = _as_in_text(page, names)
    names = _with_known_families(page, names)
    return [names[i] for i in sorted(names) if _holds(page, names[i], names)]


def _as_in_text(page: Page, names: dict[int, Name]) -> dict[int, Name]:
    """In headlines, names as the text has them: "Irwin LaRocque Heading to Jamaica" names Irwin LaRocque."""
    styled = {s.index for s in page.annotated.sentences if in_title_case(page, s.first, s.last)}
    plain = {n.parts for n in names.values() if page.tokens[n.first].sentence not in styled}
    longest = sorted((p for p in plain if len(p) > 1), key=len, reverse=True)
    out = {}
    for name in names.values():
        if page.tokens[name.first].sentence in styled and name.parts not in plain:
            name = next((cut for parts in longest if (cut := _cut_to(page, name, parts))), name)
        out[name.first] = name
    return out


def _cut_to(page: Page, name: Name, parts: tuple[str, ...]) -> Name | None:
    """The stretch of a name that has just these parts."""
    n = len(parts)
    whole = len(name.parts) == name.last - name.first  # no hyphens, so that parts are tokens
    at = next((k for k in range(len(name.parts) - n + 1) if name.parts[k : k + n] == parts), None) if whole else None
    if at is None:
        return None
    return replace(name, first=name.first + at, last=name.first + at + n, parts=parts)


def _ordinary_words(page: Page) -> frozenset[str]:
    """Words that the text has in lower case, and never with a capital where a capital tells something."""
    telling = {
        page.lowers[i]
        for s in page.annotated.sentences
        if not in_title_case(page, s.first, s.last)
        for i in range(s.first + 1, s.last)
        if page.words[i][0].isupper() and page.lowers[i] != "administration"
    }
    return frozenset(w for w in page.words if w.islower() and w.isalpha()) - telling | {"administration"}


def _plain_cut(page: Page, first: int, last: int, ordinary: frozenset[str]) -> Iterator[tuple[int, int]]:
    """In a headline the parts of a run that are names: "Baerbock Announces New Talks" is no name of four words."""
    start = first
    for i in range(first, last + 1):
        # Not at the small words of "Moon Jae-in" and "Salman bin Abdulaziz".
        plain = page.words[i : i + 1] and (page.lowers[i] in ordinary or page.words[i] in name_words().headline)
        if i == last or (i > first and page.words[i][0].isupper() and plain):
            if start < i:
                yield start, i
            start = i + 1


def _shortened(page: Page, name: Name, names: dict[int, Name]) -> Name:
    """In a headline, a family name with the verb after it ("Baerbock Vows"): the name alone."""
    sentence = page.annotated.sentence_of(name.first)
    if len(name.parts) != 2 or name.last - name.first != 2 or not in_title_case(page, sentence.first, sentence.last):
        return name
    if name.after_title and _only_person(page, name):
        return name
    others = [n.parts for n in names.values() if n.first != name.first and len(n.parts) > 1 and n.parts != name.parts]
    family = any(name.parts[0] in (parts[0], parts[-1]) and name.parts[1] not in parts for parts in others)
    again = any(n.parts[-1] == name.parts[1] for n in names.values() if n.first != name.first)
    return replace(name, last=name.first + 1, parts=name.parts[:1]) if family and not again else name


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
    while (
        i < last - 1 and page.words[i] in name_words().portfolios | name_words().fields and _after_field(page, i + 1, True)
    ):
        i += 1
    return i


def _cuts(page: Page, i: int, first: int, last: int) -> bool:
    word = page.words[i]
    opened = page.words[i - 1] in name_words().openers  # "Tan Sri Rahman"
    if is_honorific(word) and i > first and not opened and inside_name(page, i):
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
    if (
        hit.kind not in ("state", "capital", "people", "body")
        or hit.last - hit.first > 1
        or page.tokens[i].entity != "PERSON"
    ):
        return False
    beside = [j for j in (i - 1, i + 1) if first <= j < last and j not in page.hit_at and page.tokens[j].entity == "PERSON"]
    return bool(beside) and not _named_without(page, i, last)


def _named_without(page: Page, i: int, last: int) -> bool:
    """Is the name behind a place also named without it: "in Oslo Bilawal met" of Bilawal Bhutto?"""
    if i + 1 >= last:
        return False
    return any(w == page.words[i + 1] and page.words[j - 1 : j] != (page.words[i],) for j, w in enumerate(page.words))


def _before_title(page: Page, i: int) -> bool:
    """ "Foreign" before "Minister": words that belong to the title that cuts them off."""
    return page.lowers[i] in role_nouns() and i not in page.hit_at


def _weigh(page: Page, first: int, last: int, styled: bool) -> Iterator[Name]:
    """The name or names in a stretch, if it is one."""
    titled = _title_before(page, first) or honorific_before(page, first) is not None
    first, last = trimmed(page, first, last, keep_verb=titled)
    if first >= last:
        return
    for a, b in _parted(page, first, last):
        title = _title_before(page, a) or _apposed(page, b) or _signs(page, a, b)
        honorific = honorific_before(page, a)
        strong = title or honorific is not None
        taken = not strong or (styled and not (title and _short(page, a, b)))
        a2, b2 = _labelled(page, a, b) if taken else (a, b)
        a2 = _past_modal(page, a2, b2)
        if all(len(w.rstrip(".")) <= 1 or w in name_words().honours for w in page.words[a2:b2]) or _is_opener(page, a2, b2):
            continue
        labelled = any(page.tokens[i].entity == "PERSON" for i in range(a2, b2))
        if not _is_surname(page, a2, b2, strong and labelled):
            continue
        if not labelled and any(w in name_words().ordinary for w in page.words[a2:b2]):
            continue
        if any(page.words[i] == "-" and {i - 1, i + 1} & page.hit_at.keys() for i in range(a2, b2)):
            continue  # "U.S.-Mexico"
        if strong and not any(page.tokens[i].entity == "PERSON" for i in range(a2, b2)) and is_thing(page, a2, b2):
            continue
        yield Name(a2, b2, _parts(page, a2, b2), honorific, strong, after_title=title)


def _short(page: Page, first: int, last: int) -> bool:
    """A name that ends a line behind its title, of no more words than names have: "Meeting with Polish Minister Jan Zawada"."""
    ends = last >= len(page.words) or page.lines[last] != page.lines[last - 1] or not page.words[last][0].isalnum()
    return last - first <= 3 and ends and not any(page.tokens[i].entity == "PERSON" for i in range(first, last))


def honorific_before(page: Page, i: int) -> str | None:
    """The honorific right before token i, of several one that tells the gender; a style is none by itself ("Royal Navy")."""
    found: list[str] = []
    at = i - 1
    while at >= 0:
        if at > 0 and page.words[at] == "." and _is_abbreviated(page, at - 1):  # "MR.", "Hon."
            at -= 1
        word = honorific_of(page.words[at])
        if word is None:
            break
        found.append(word)
        at -= 1
    if not found or (len(found) == 1 and found[0] in style_words()):
        return None
    return next((word for word in found if honorifics()[word]), found[0])


def _is_abbreviated(page: Page, i: int) -> bool:
    """Is the full stop behind token i its own, and no sentence's?"""
    word = page.words[i].capitalize() if page.words[i].isupper() else page.words[i]
    return f"{word}." in honorifics() and not page.tokens[i].spaced


def _past_modal(page: Page, first: int, last: int) -> int:
    """In "Will Marjorie Taylor Greene resign?" the verb that begins the sentence is no first name."""
    starts = page.annotated.sentence_of(first).first == first if first < last else False
    asks = starts and page.lowers[first] in name_words().modals and last - first > 2
    return first + 1 if asks and page.lowers[first + 1] in given_names() else first


def _is_opener(page: Page, first: int, last: int) -> bool:
    """ "Tan" of "Tan Sri Razak" is no name."""
    return last - first == 1 and page.words[first] in name_words().openers and is_honorific(_word(page, last))


def _word(page: Page, i: int) -> str:
    return page.words[i] if i < len(page.words) else ""


def _is_surname(page: Page, first: int, last: int, vouched: bool) -> bool:
    """Can a word for a body or a place in this run be somebody's family name: "Park Jin", "Anthony Lake", "Mr. Day"?"""
    at = [i for i in range(first, last) if page.words[i] in name_words().body]
    if not at:
        return True
    if at == [first] and page.lowers[first] in family_first() and last - first > 1:
        return True
    whole = all(page.tokens[i].entity == "PERSON" for i in range(first, last))
    given = page.lowers[first] in given_names() and last - first > 1
    return at == [last - 1] and (vouched or (whole and given)) and page.lowers[first - 1 : first] != ("the",)


def _parted(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    """One stretch, or two where a hyphen joins two persons: "the Reagan-Gorbachev summit"."""
    two = last - first == 3 and page.words[first + 1] == "-" and last < len(page.words)
    if two and (page.lowers[last] in name_words().between or page.tokens[last].pos == "NOUN"):
        return [(first, first + 1), (first + 2, last)]
    return [(first, last)]


def _title_before(page: Page, i: int) -> bool:
    """Does a singular or plural role noun stand right before: "Foreign Minister Mirzoyan"?"""
    if page.words[i - 1 : i] == ("[",):  # "the envoy [Rashid] Belkacemi"
        i -= 1
    for length in (3, 2, 1):
        at = i - length
        if at >= 0 and page.lowers[at] in role_nouns():
            found = role_nouns().at(page.lowers, at)
            hour = (
                length == 1 and len(page.words[at]) <= SHORT and at > 0 and page.words[at - 1][-1:].isdigit()
            )  # "11:00 PM EST"
            if found and found[0] == length and page.tokens[at].sentence == page.tokens[i].sentence and not hour:
                return page.tokens[i - 1].pos in ("NOUN", "PROPN", "ADJ")
    return _after_field(page, i, portfolio=True) or _behind_comma(page, i)


def _behind_comma(page: Page, i: int) -> bool:
    """ "The Archbishop of Cyprus, Makarios, came": between commas behind an office with a capital."""
    if page.words[i - 1 : i] != (",",) or i < 2:
        return False
    inside = {"-", *name_words().particles}
    reach = range(i, min(i + MAX_SIGNED, len(page.words)))
    end = next((j for j in reach if not page.words[j][0].isupper() and page.words[j] not in inside), i)
    closed = page.words[end : end + 1] in ((",",), (".",), (";",), (")",)) or _opens_sentence(page, i - 1, end)
    placed = end == i + 1 and (page.tokens[i].entity in ("GPE", "LOC") or union().at(page.words, i) or i in page.hit_at)
    if not closed or end == i or placed:
        return False
    return _after_field(page, i - 1, any_capital=True) or _role_ends(page, i - 2) or _described(page, i - 1)


def _opens_sentence(page: Page, comma: int, end: int) -> bool:
    """ "High Commissioner to Fiji, Leota Elisa said": is the sentence nothing but an office before the comma, and then a verb?"""
    first = page.annotated.sentence_of(comma).first
    styled = all(
        page.words[j][0].isupper() or page.lowers[j] in ("of", "to", "for", "the", "and") for j in range(first, comma)
    )
    return styled and end < len(page.words) and page.tokens[end].pos in ("VERB", "AUX") and end - comma > 2


def _described(page: Page, i: int) -> bool:
    """Does a description end before token i: "the head of the UN mission in Mali, Wone, met"?"""
    for at in range(i - 1, max(page.annotated.sentence_of(i).first, i - MAX_FIELD) - 1, -1):
        if page.lowers[at] in role_nouns() and role_nouns().at(page.lowers, at) and page.words[at - 1 : at] != ():
            return page.tokens[at].pos in ("NOUN", "PROPN") and page.lowers[at + 1] in ("of", "for", "to", "in", "at")
        if page.tokens[at].pos not in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "PART"):
            return False
    return False


def _after_field(page: Page, i: int, portfolio: bool = False, any_capital: bool = False) -> bool:
    """Does a title with a field or a state end here: "Minister of Defense Lopez", "President of Finland Niinisto"?"""
    sentence, at = page.annotated.sentence_of(i), i - 1
    while at > max(sentence.first, i - MAX_FIELD) and not _role_ends(page, at):
        if not _field_word(page, at, portfolio) and not (any_capital and page.words[at][0].isupper()):
            return False
        at -= 1
    return _role_ends(page, at) and at < i - 1 and page.lowers[at + 1] in ("of", "for", "-", "to", "in")


def _role_ends(page: Page, i: int) -> bool:
    """Is token i the last of an office with a capital: "Minister", "Chargé d'affaires"?"""
    for length in (3, 2, 1):
        at = i - length + 1
        if at >= 0 and page.lowers[at] in role_nouns() and page.words[at][0].isupper():
            found = role_nouns().at(page.lowers, at)
            if found and found[0] == length:
                return True
    return False


def _field_word(page: Page, i: int, portfolio: bool) -> bool:
    hit = page.hit_at.get(i)
    if hit and hit.kind in ("state", "adjective", "capital", "body"):
        return True
    if page.lowers[i] in ("in", "to"):  # "Chargé d'affaires of Chile in the Republic of Poland Soto"
        return i + 2 in page.hit_at or i + 1 in page.hit_at
    linking = page.lowers[i] in ("of", "for", "and", "the", "-", "&")
    known = name_words().fields | name_words().never
    if portfolio:
        known |= name_words().portfolios | name_words().body
    return linking or page.words[i] in known


def _signs(page: Page, first: int, last: int) -> bool:
    """Is it a line by itself, over a line that begins with an office: the names under a declaration?"""
    if not page.is_line(first, last) or not 1 < last - first < MAX_SIGNED or last >= len(page.words):
        return False
    end = next((i for i in range(last, len(page.words)) if page.lines[i] != page.lines[last]), len(page.words))
    office = next((i for i in range(last, min(last + OFFICE_REACH, end)) if page.lowers[i] in role_nouns()), None)
    if office is None or end - last > MAX_SIGNED + MAX_FIELD or page.words[end - 1] in (".", "!", "?"):
        return False
    found = role_nouns().at(page.lowers, office)
    return found is not None and page.words[last][:1].isupper() and page.words[office][:1].isupper()


def _apposed(page: Page, last: int) -> bool:
    """Does an apposition say what the name is: "Okafor, an expert on trade", "Okafor, Nigeria's envoy"?"""
    if page.words[last : last + 1] != (",",) or last + 2 >= len(page.words):
        return False
    styled = page.words[last + 1][0].isupper() and any(
        w in role_nouns() for w in page.lowers[last + 1 : last + OFFICE_REACH]
    )
    if page.lowers[last + 1] not in ("a", "an", "the") and last + 1 not in page.hit_at and not styled:
        return False
    for i in range(last + 2, min(last + 9, len(page.words))):
        if page.tokens[i].pos not in ("ADJ", "NOUN", "PROPN", "PART", "PUNCT") or page.words[i] == ",":
            return False
        if page.lowers[i] in role_nouns() and page.tokens[i].dep == "appos":
            return True
    return False


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


def _parts(page: Page, first: int, last: int) -> tuple[str, ...]:
    """The words of a name, hyphenated ones as one."""
    joined: list[str] = []
    for i in range(first, last):
        if page.words[i] in BRACKETS:
            continue
        glue = joined and (page.words[i] == "-" or (page.words[i - 1] == "-" and i > first))
        if glue:
            joined[-1] += page.words[i]
        else:
            joined.append(page.words[i])
    shouted = all(w.isupper() for w in joined) and max(map(len, joined)) > 3
    parts = tuple(w if NUMERAL.fullmatch(w) else w.title() for w in joined) if shouted else tuple(joined)
    return tuple(part for word in parts for part in _unglued(word))


def _unglued(word: str) -> tuple[str, ...]:
    """ "A.Kazlauskas" as its initials and the family name."""
    glued = INITIALLED.fullmatch(word)
    return glued.groups() if glued else (word,)


def _with_known_families(page: Page, names: dict[int, Name]) -> dict[int, Name]:
    """Add bare family names that the parser missed, of persons whose full name the document gives."""
    known: set[str] = set()
    for name in names.values():
        parts = [p for p in name.parts if p not in name_words().suffixes]
        if len(parts) > 1:
            known |= {parts[place] for place in family_places(tuple(parts))}
        elif parts and (name.strong or _somebody(page, name)):
            known.add(parts[0])
    taken = {i for name in names.values() for i in name.span}
    known |= {w for i, w in enumerate(page.words) if i not in taken and _is_known_leader(page, i)}
    out = dict(names)
    for i, word in enumerate(page.words):
        if i in taken or i in page.hit_at or word not in known or not _can_be_name(page, i, taken):
            continue
        out[i] = Name(i, i + 1, (word,), honorific_before(page, i), True)
    return out


def _is_known_leader(page: Page, i: int) -> bool:
    """ "Breakfast with Hollande": a family name of the register that stands where persons do, and is no place's."""
    word, token = page.words[i], page.tokens[i]
    if token.pos != "PROPN" or len(word) <= SHORT or i in page.hit_at or not is_leader(word):
        return False
    if word.lower() in family_first() or word.lower() in given_names() or places_named(word):
        return False
    return token.dep in ("nsubj", "nsubjpass", "poss") or (
        token.dep == "pobj" and page.annotated.head(i).lower in ("with", "by")
    )


def _can_be_name(page: Page, i: int, taken: set[int]) -> bool:
    token = page.tokens[i]
    beside = [j for j in (i - 1, i + 1) if 0 <= j < len(page.words) and page.tokens[j].sentence == token.sentence]
    if token.pos != "PROPN":
        return False
    return not any(
        page.tokens[j].entity in NOT_PERSONS and page.tokens[j].entity == token.entity and page.words[j][0].isupper()
        for j in beside
    )


def _holds(page: Page, name: Name, names: dict[int, Name]) -> bool:
    """Is a stretch that only the parser calls a person one? A single word needs more than one witness."""
    if not folded_parts(name.parts) or is_field_of_title(page, name.span):
        return False
    if len(name.parts) == 1 and name.honorific is None and role_nouns().get(name.parts[0].lower()):
        return any(name.parts[0] in other.parts and len(other.parts) > 1 for other in names.values())
    if len(name.parts) == 1 and (_is_region(page, name) or state_adjectives().get(name.parts[0])):
        return False
    if name.strong:
        return True
    if _is_fragment(page, name) or _is_acronym(page, name):
        return False
    if _is_outlet(page, name) or is_called_thing(page, name.span, _head(page, name)):
        return False
    if any(i in page.hit_at and page.hit_at[i].kind != "state" for i in name.span) and len(name.parts) == 1:
        return False
    if len(name.parts) > 1:
        if is_place(page, _head(page, name)) and not any(p.lower() in given_names() for p in name.parts):
            return _named_elsewhere(name, names)
        return any(p.lower() in given_names() for p in name.parts) or _somebody(page, name) or _only_person(page, name)
    family = name.parts[0]
    sentence = page.annotated.sentence_of(name.first)
    if in_title_case(page, sentence.first, sentence.last):  # a capital says nothing in a headline
        others = [n for n in names.values() if n.first != name.first and family in n.parts]
        elsewhere = any(page.tokens[n.first].sentence != sentence.index for n in others)
        return elsewhere or is_leader(family) or embedded(page, name).embedded
    longer = any(family in other.parts and len(other.parts) > 1 for other in names.values())
    return longer or _somebody(page, name) or is_leader(family)


def _is_fragment(page: Page, name: Name) -> bool:
    """ "Construction" of "Front for National Construction": a single word of a longer name."""
    if len(name.parts) > 1:
        return False
    before = _word(page, name.first - 1) if name.first else ""
    return before in name_words().never | name_words().fields


def _is_region(page: Page, name: Name) -> bool:
    """ "The Horn of Africa"."""
    return page.lowers[name.first - 1 : name.first] == ("the",) and page.lowers[name.last : name.last + 1] == ("of",)


def _is_outlet(page: Page, name: Name) -> bool:
    """A single word of the name of the paper itself: "told Hanseong" in a report of the Hanseong News Agency."""
    return len(name.parts) == 1 and name.parts[0] in (page.annotated.document.outlet or "").split()


def _is_acronym(page: Page, name: Name) -> bool:
    """ "JCC": capitals without a title, where the sentence is not in capitals."""
    sentence = page.annotated.sentence_of(name.first)
    rest = [w for w in page.words[sentence.first : sentence.last] if w.isalpha()]
    shouted = sum(w.isupper() for w in rest) * 2 > len(rest)
    return not shouted and len(name.parts) == 1 and page.words[name.first].isupper() and len(page.words[name.first]) < 6


def _named_elsewhere(name: Name, names: dict[int, Name]) -> bool:
    return any(other.strong and other.parts[-1] == name.parts[-1] for other in names.values())


def _only_person(page: Page, name: Name) -> bool:
    return all(page.tokens[i].entity == "PERSON" for i in name.span if page.words[i] != "-")


def _somebody(page: Page, name: Name) -> bool:
    """Does it do what persons do: is the subject of a verb, possesses, stands in apposition or in a list of persons?"""
    head = _head(page, name)
    token = page.tokens[head]
    if token.dep in ("nsubj", "nsubjpass", "poss", "agent", "appos", "conj"):
        return True
    return token.dep == "pobj" and page.annotated.head(head).lower in ("with", "by", "between", "to", "under")


def _head(page: Page, name: Name) -> int:
    """The token of the name that the rest of the sentence hangs on."""
    for i in name.span:
        if page.tokens[i].head not in name.span or page.tokens[i].head == i:
            return i
    return name.last - 1


head_of = _head


def embedded(page: Page, name: Name) -> Name:
    """The name, marked where it is part of another: "the Carter administration", "the Nixon-Brezhnev talks"."""
    after = page.lowers[name.last] if name.last < len(page.lowers) else ""
    before = page.words[name.first - 1] if name.first else ""
    possessive = after in ("'s", "’s")
    follows = page.lowers[name.last + 1] if possessive and name.last + 1 < len(page.lowers) else after
    hyphen = (after == "-" and not page.tokens[name.last - 1].spaced) or (
        before == "-" and not page.tokens[name.first - 1].spaced
    )
    return replace(name, embedded=(follows in name_words().governments) or hyphen)
