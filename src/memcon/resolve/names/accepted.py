"""Which stretches hold as names: a page and the names found so far in, those that are somebody's out.

Family names known from elsewhere in the report are added; single words need more than one witness.
"""

from memcon.registers.names import family_first, family_places, given_names, name_words, words_of_fields
from memcon.registers.namesakes import folded_parts, is_leader
from memcon.registers.offices import party_words, role_nouns, union
from memcon.registers.places import places_named
from memcon.registers.states import state_adjectives
from memcon.resolve.names.beside import SHORT, honorific_before, word_at
from memcon.resolve.names.fields import is_acronym, is_called_by_headline, is_employer
from memcon.resolve.names.headline import only_person
from memcon.resolve.names.name import Name, embedded, head_of
from memcon.resolve.names.not_persons import NOT_PERSONS, is_called_thing, is_common, is_field_of_title, is_vessel
from memcon.resolve.names.runs import in_title_case
from memcon.resolve.page import Page
from memcon.resolve.place_use import is_place

DOERS = frozenset(["nsubj", "nsubjpass", "poss", "agent"])


def with_known_families(page: Page, names: dict[int, Name], nobody: frozenset[str]) -> dict[int, Name]:
    """Add bare family names that the parser missed, of persons whose full name the document gives; and first and inner names, where
    somebody can be called by them alone ("Girma talked with", of Girma Alemayehu) and does what persons do. `nobody`: words, in lower case,
    that are no family name by themselves."""
    known: set[str] = set()
    others: set[str] = set()
    for name in names.values():
        parts = [p for p in name.parts if p not in name_words().suffixes]
        if len(parts) > 1:
            known |= {parts[place] for place in family_places(tuple(parts))}
            others |= {p for p in (parts[0], *parts[1:-1]) if _called_alone(p)}  # "Baltanás" of "Ignacio Baltanás Rubio"
        elif parts and (name.strong or (_somebody(page, name) and parts[0].lower() not in nobody)):
            known.add(parts[0])
    taken = {i for name in names.values() for i in name.span}
    known |= {w for i, w in enumerate(page.words) if i not in taken and _is_known_leader(page, i)}
    out = dict(names)
    for i, word in enumerate(page.words):
        called = word in known or (word in others and page.tokens[i].dep in DOERS)
        if i in taken or i in page.hit_at or not called or not _can_be_name(page, i, taken):
            continue
        out[i] = Name(i, i + 1, (word,), honorific_before(page, i), True)
    return out


def _called_alone(first: str) -> bool:
    """Can it be the name that somebody is called by, rather than one of the first names that go with a family name?"""
    return (
        len(first) > SHORT
        and first.isalpha()
        and first[1:].islower()
        and first.lower() not in given_names()
        and not places_named(first)
    )


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


def holds(page: Page, name: Name, names: dict[int, Name], ordinary: frozenset[str]) -> bool:
    """Is a stretch that only the parser calls a person one? A single word needs more than one witness; `ordinary`: words that the text
    has in lower case, and with a capital only where a capital says nothing."""
    if not folded_parts(name.parts) or is_field_of_title(page, name.span) or is_vessel(page, name.first):
        return False
    if len(name.parts) == 1 and name.honorific is None and role_nouns().get(name.parts[0].lower()):
        return any(name.parts[0] in other.parts and len(other.parts) > 1 for other in names.values())
    if len(name.parts) == 1 and (_is_region(page, name) or state_adjectives().get(name.parts[0])):
        return False
    if len(name.parts) == 1 and name.honorific is None and page.tokens[name.first].entity == "NORP":
        return False  # "some fellow Conservatives"
    if _is_of_region(page, name) or is_called_by_headline(page, name.first, name.last):
        return False
    if is_employer(page, name.first) and not any(p.lower() in given_names() for p in name.parts):
        return False
    if not name.after_title and is_acronym(page, name.first, name.last):
        return False
    if name.strong:
        return True
    if len(name.parts) == 1 and is_common(page, name.first, ordinary):
        return any(name.parts[0] in other.parts and len(other.parts) > 1 for other in names.values())
    region = union().at(page.words, name.first)
    if region is not None and all(w in party_words() for w in page.words[name.first + region[0] : name.last]):
        return False  # "in Trenton, New Jersey", "the Iowa Republican"
    if _is_fragment(page, name) or _is_acronym(page, name):
        return False
    if _is_outlet(page, name) or is_called_thing(page, name.span, head_of(page, name)):
        return False
    if any(i in page.hit_at and page.hit_at[i].kind != "state" for i in name.span) and len(name.parts) == 1:
        return False
    if len(name.parts) > 1:
        if is_place(page, head_of(page, name)) and not any(p.lower() in given_names() for p in name.parts):
            return _named_elsewhere(name, names)
        return any(p.lower() in given_names() for p in name.parts) or _somebody(page, name) or only_person(page, name)
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
    dated = name.first > 0 and page.tokens[name.first - 1].entity == "DATE"  # "on Wednesday Holm met"
    if len(name.parts) > 1 or dated:
        return False
    before = word_at(page, name.first - 1) if name.first else ""
    return before in words_of_fields()


def _is_region(page: Page, name: Name) -> bool:
    """ "The Horn of Africa"."""
    return page.lowers[name.first - 1 : name.first] == ("the",) and page.lowers[name.last : name.last + 1] == ("of",)


def _is_of_region(page: Page, name: Name) -> bool:
    """ "Of Virginia": a state of a federation, and nothing but it, that a preposition or a comma leads to."""
    region = union().at(page.words, name.first)
    led = page.lowers[name.first - 1 : name.first] in ((",",), ("of",), ("in",), ("from",), ("for",), ("at",), ("west",))
    return name.honorific is None and led and region is not None and name.first + region[0] == name.last


def _is_outlet(page: Page, name: Name) -> bool:
    """A single word of the name of the paper itself: "told Hanseong" in a report of the Hanseong News Agency."""
    return len(name.parts) == 1 and name.parts[0] in (page.annotated.document.outlet or "").split()


def _is_acronym(page: Page, name: Name) -> bool:
    """ "JCC": capitals without a title, where the sentence is not in capitals."""
    word = page.words[name.first]
    if len(name.parts) > 1 or not word.isupper() or len(word) >= 6:
        return False
    sentence = page.annotated.sentence_of(name.first)
    rest = [w for w in page.words[sentence.first : sentence.last] if w.isalpha()]
    return sum(w.isupper() for w in rest) * 2 <= len(rest)  # it is not shouted


def _named_elsewhere(name: Name, names: dict[int, Name]) -> bool:
    return any(other.strong and other.parts[-1] == name.parts[-1] for other in names.values())


def _somebody(page: Page, name: Name) -> bool:
    """Does it do what persons do: is the subject of a verb, possesses, stands in apposition or in a list of persons?"""
    head = head_of(page, name)
    token = page.tokens[head]
    if token.dep in ("nsubj", "nsubjpass", "poss", "agent", "appos", "conj"):
        return True
    return token.dep == "pobj" and page.annotated.head(head).lower in ("with", "by", "between", "to", "under")
