"""Names of persons as they stand in the text: a page in, `Name`s out, in the order of the text.

The parser's own names are one witness; honorifics, titles before a name, and family names known from elsewhere in the
document are others. Stretches lose their titles and possessives, and hyphens between two persons part them. Refused:
states, bodies, places, things, and capitalised words that nothing says are somebody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from memcon.registers.names import family_places, given_names, honorifics, name_words
from memcon.registers.namesakes import folded_parts, is_leader
from memcon.registers.offices import role_nouns
from memcon.resolve.names.not_persons import NOT_PERSONS, is_called_thing, is_field_of_title, is_thing
from memcon.resolve.names.runs import capitalised_runs, in_title_case, inside_name, trimmed
from memcon.resolve.page import Page

NUMERAL = re.compile("[IVX]+")
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
    for sentence in page.annotated.sentences:
        styled = in_title_case(page, sentence.first, sentence.last)
        for first, last in capitalised_runs(page, sentence.first, sentence.last):
            for a, b in _plain_cut(page, first, last, ordinary) if styled else [(first, last)]:
                for name in _in_run(page, a, b, styled):
                    names[name.first] = name
    names = {i: _shortened(page, name, names) for i, name in names.items()}
    names = _with_known_families(page, names)
    return [names[i] for i in sorted(names) if _holds(page, names[i], names)]


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
        if i == last or (i > first and page.words[i][0].isupper() and page.lowers[i] in ordinary):
            if start < i:
                yield start, i
            start = i + 1


def _shortened(page: Page, name: Name, names: dict[int, Name]) -> Name:
    """In a headline, a family name with the verb after it ("Baerbock Vows"): the name alone."""
    sentence = page.annotated.sentence_of(name.first)
    if len(name.parts) != 2 or name.last - name.first != 2 or not in_title_case(page, sentence.first, sentence.last):
        return name
    others = [n.parts for n in names.values() if n.first != name.first and len(n.parts) > 1 and n.parts != name.parts]
    family = any(name.parts[0] in (parts[0], parts[-1]) and name.parts[1] not in parts for parts in others)
    again = any(n.parts[-1] == name.parts[1] for n in names.values() if n.first != name.first)
    return replace(name, last=name.first + 1, parts=name.parts[:1]) if family and not again else name


def _in_run(page: Page, first: int, last: int, styled: bool) -> Iterator[Name]:
    """The names in a run of capitalised words: it is cut at titles, honorifics, states and bodies."""
    start = first
    for i in range(first, last + 1):
        if i < last and not _cuts(page, i, first, last):
            continue
        if start < i and not (i < last and _before_title(page, i)):
            yield from _weigh(page, start, i, styled)
        start = i + 1


def _cuts(page: Page, i: int, first: int, last: int) -> bool:
    word = page.words[i]
    if word in honorifics() and i > first and inside_name(page, i):
        return False
    if word in honorifics() or word in name_words().never or word in name_words().fields:
        return True
    if i == first and i + 1 < last and page.lowers[i] in name_words().rulers:
        return True
    if i in page.hit_at:
        return not _given_up(page, i, first, last)
    return page.lowers[i] in role_nouns() and page.tokens[i].entity != "PERSON" and bool(role_nouns().at(page.lowers, i))


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
    return bool(beside)


def _before_title(page: Page, i: int) -> bool:
    """ "Foreign" before "Minister": words that belong to the title that cuts them off."""
    return page.lowers[i] in role_nouns() and i not in page.hit_at


def _weigh(page: Page, first: int, last: int, styled: bool) -> Iterator[Name]:
    """The name or names in a stretch, if it is one."""
    first, last = trimmed(page, first, last)
    if first >= last:
        return
    for a, b in _parted(page, first, last):
        title = _title_before(page, a) or (not styled and _apposed(page, b))
        honorific = page.words[a - 1] if a and page.words[a - 1] in honorifics() else None
        strong = title or honorific is not None
        a2, b2 = _labelled(page, a, b) if styled or not strong else (a, b)
        if all(len(w) == 1 for w in page.words[a2:b2]):
            continue
        labelled = any(page.tokens[i].entity == "PERSON" for i in range(a2, b2))
        if any(w in name_words().body for w in page.words[a2:b2]) and not (honorific and labelled):
            continue
        if not labelled and any(w in name_words().ordinary for w in page.words[a2:b2]):
            continue
        if any(page.words[i] == "-" and {i - 1, i + 1} & page.hit_at.keys() for i in range(a2, b2)):
            continue  # "U.S.-Mexico"
        if strong and not any(page.tokens[i].entity == "PERSON" for i in range(a2, b2)) and is_thing(page, a2, b2):
            continue
        yield Name(a2, b2, _parts(page, a2, b2), honorific, strong, after_title=title)


def _parted(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    """One stretch, or two where a hyphen joins two persons: "the Reagan-Gorbachev summit"."""
    two = last - first == 3 and page.words[first + 1] == "-" and last < len(page.words)
    if two and (page.lowers[last] in name_words().between or page.tokens[last].pos == "NOUN"):
        return [(first, first + 1), (first + 2, last)]
    return [(first, last)]


def _title_before(page: Page, i: int) -> bool:
    """Does a singular or plural role noun stand right before: "Foreign Minister Mirzoyan"?"""
    for length in (3, 2, 1):
        at = i - length
        if at >= 0 and page.lowers[at] in role_nouns():
            found = role_nouns().at(page.lowers, at)
            if found and found[0] == length and page.tokens[at].sentence == page.tokens[i].sentence:
                return page.tokens[i - 1].pos in ("NOUN", "PROPN", "ADJ")
    return _after_field(page, i)


def _after_field(page: Page, i: int) -> bool:
    """Does a title with a field or a state end here: "Minister of Defense Lopez", "President of Finland Niinisto"?"""
    sentence, at = page.annotated.sentence_of(i), i - 1
    while at > max(sentence.first, i - MAX_FIELD) and _field_word(page, at):
        at -= 1
    found = at >= sentence.first and page.words[at][0].isupper() and page.lowers[at] in role_nouns()
    return found and at < i - 1 and page.lowers[at + 1] in ("of", "for", "-")


def _field_word(page: Page, i: int) -> bool:
    hit = page.hit_at.get(i)
    if hit and hit.kind in ("state", "adjective", "capital", "body"):
        return True
    linking = page.lowers[i] in ("of", "for", "and", "the", "-", "&")
    return linking or page.words[i] in name_words().fields or page.words[i] in name_words().never


def _apposed(page: Page, last: int) -> bool:
    """Does an apposition say what the name is: "Okafor, an expert on trade", "Okafor, Nigeria's envoy"?"""
    if page.words[last : last + 1] != (",",) or last + 2 >= len(page.words):
        return False
    if page.lowers[last + 1] not in ("a", "an", "the") and last + 1 not in page.hit_at:
        return False
    for i in range(last + 2, min(last + 9, len(page.words))):
        if page.tokens[i].pos not in ("ADJ", "NOUN", "PROPN", "PART", "PUNCT") or page.words[i] == ",":
            return False
        if page.lowers[i] in role_nouns() and page.tokens[i].dep == "appos":
            return True
    return False


def _labelled(page: Page, first: int, last: int) -> tuple[int, int]:
    """The stretch that the parser takes for a person, with the unlabelled capitals that belong to it."""
    inside = [i for i in range(first, last) if page.tokens[i].entity == "PERSON"]
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
    return (token.entity in ("", "ORG") and token.pos == "PROPN" and not token.text.isupper()) or token.text == "-"


def _parts(page: Page, first: int, last: int) -> tuple[str, ...]:
    """The words of a name, hyphenated ones as one."""
    joined: list[str] = []
    for i in range(first, last):
        glue = joined and (page.words[i] == "-" or (page.words[i - 1] == "-" and i > first))
        if glue:
            joined[-1] += page.words[i]
        else:
            joined.append(page.words[i])
    shouted = all(w.isupper() for w in joined) and max(map(len, joined)) > 3
    return tuple(w if NUMERAL.fullmatch(w) else w.title() for w in joined) if shouted else tuple(joined)


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
    out = dict(names)
    for i, word in enumerate(page.words):
        if i in taken or i in page.hit_at or word not in known or not _can_be_name(page, i, taken):
            continue
        honorific = page.words[i - 1] if i and page.words[i - 1] in honorifics() else None
        out[i] = Name(i, i + 1, (word,), honorific, True)
    return out


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
    if name.strong:
        return True
    if is_called_thing(page, name.span, _head(page, name)):
        return False
    if any(i in page.hit_at and page.hit_at[i].kind != "state" for i in name.span) and len(name.parts) == 1:
        return False
    if len(name.parts) > 1:
        return any(p.lower() in given_names() for p in name.parts) or _somebody(page, name) or _only_person(page, name)
    family = name.parts[0]
    longer = any(family in other.parts and len(other.parts) > 1 for other in names.values())
    return longer or _somebody(page, name) or is_leader(family)


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
