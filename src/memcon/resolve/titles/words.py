"""The words of a title after its noun, and the title in standard words: "director of the China programme".

Comes in: a page and where a title's words and its noun stand. Goes out: where its phrases end, and its words without states,
articles, words of time and workplaces.
"""

from memcon.registers.names import is_honorific, name_words
from memcon.registers.offices import RoleNoun, offices, role_nouns, who_words
from memcon.resolve.page import Hit, Page

PLAIN = frozenset(["ADJ", "NOUN", "PROPN", "NUM"])
POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
MAX_RIGHT = 9  # words; the longest titles of 300 readouts have 8 after their noun

INCOMING = (("designate",), ("elect",))  # behind the hyphen of an office that is not yet taken up

# Prepositions that carry a title on, and what they need: any phrase, a name, or a certain kind of noun before them.
PREPOSITIONS = {
    "of": frozenset(["any"]),
    "for": frozenset(["any"]),
    "at": frozenset(["name"]),
    "in": frozenset(["name"]),
    "within": frozenset(["name"]),
    "inside": frozenset(["name"]),
    "with": frozenset(["name"]),
    "from": frozenset(["name"]),
    "to": frozenset(["envoy", "name"]),
    "on": frozenset(["expert"]),
}


def past_incoming(page: Page, i: int) -> int:
    """Behind "-designate", "-elect" or "designate", where one stands at token i: "the Ambassador-designate of Chad"."""
    if page.words[i : i + 1] == ("-",) and page.lowers[i + 1 : i + 2] in INCOMING:
        return i + 2
    return i + 1 if page.lowers[i : i + 1] == ("designate",) else i


def right_end(page: Page, head: int, noun: RoleNoun, named: dict[int, range]) -> int:
    """Where the words after the noun end: "director of the China programme", "expert on South Asia"."""
    last = past_incoming(page, head + 1)
    if (
        page.lowers[last : last + 1] in (("a.i.",), ("ad",)) and noun.rank == "envoy"
    ):  # "the chargé d'affaires a.i. of Cuba"
        last += 2 if page.lowers[last + 1 : last + 2] == ("interim",) else 1
    if noun.rank in ("minister", "deputy") and page.lowers[last : last + 2] == ("responsible", "for"):
        last += 1
    elif page.lowers[last : last + 2] == ("without", "portfolio"):
        last += 2
    if noun.rank == "envoy" and page.lowers[last : last + 1] == ("extraordinary",):  # also where what follows is misspelt
        last += 3 if page.lowers[last + 1 : last + 2] == ("and",) else 1
    while last < len(page.tokens) and _length(page, head, last) < MAX_RIGHT and page.lowers[last] in PREPOSITIONS:
        if page.lines[last] > page.lines[last - 1] + 1:  # behind an empty line: "Minister of Transport | For Romania:"
            break
        end = _phrase(page, last, noun, named)
        if end == last:
            break
        last = end
    return last


def _length(page: Page, head: int, last: int) -> int:
    """The words behind the noun; the name of a state counts as one, however long."""
    return last - head - sum(h.last - h.first - 1 for h in hits_in(page, head + 1, last))


def _phrase(page: Page, at: int, noun: RoleNoun, named: dict[int, range]) -> int:
    """The end of the prepositional phrase that begins at `at`, or `at` where it does not belong to the title."""
    wants = PREPOSITIONS[page.lowers[at]]
    if "envoy" in wants and noun.rank not in ("envoy", "official", "counterpart"):
        return at
    if "expert" in wants and noun.rank not in ("expert", "official", "envoy", "lawmaker"):
        return at
    if page.lowers[at] == "on" and page.tokens[at + 1 : at + 2] and page.tokens[at + 1].tag == "CD":
        return at  # "chaired by the Chairperson on 28 January"
    if noun.rank in ("source", "relation", "counterpart") and "any" not in wants and not _elsewhere(page, at, noun):
        return at
    if (
        noun.rank == "head" and page.lowers[at] == "for"
    ):  # "thanked the Qatari Amir for his role": a head's task is the state
        return at
    i, sentence = at + 1, page.tokens[at].sentence
    owned = (
        page.lowers[at] == "of" and page.tokens[i : i + 1] and page.tokens[i].tag == "PRP$"
    )  # "the head of his chancellery"
    if i < len(page.tokens) and (page.tokens[i].pos == "DET" or owned):
        i += 1
    start = i
    while i < len(page.tokens) and i - at < MAX_RIGHT and page.tokens[i].sentence == sentence:
        token = page.tokens[i]
        if i in named and (page.lowers[at] != "for" or named[i].start != start):
            if i > start and role_nouns().at(
                page.lowers, i - 1
            ):  # "an aide of President Gemayel": his title, not the aide's
                return at
            break
        if i in page.hit_at and page.hit_at[i].first == i and page.hit_at[i].last > i + 1:
            i = page.hit_at[i].last
            continue
        if token.text in POSSESSIVE and token.tag == "POS" and i > start:
            i += 1
            continue
        if is_honorific(token.text) and token.lower not in role_nouns():  # "Minister for Foreign Affairs | Mr Lim"
            break
        joins = token.lower in ("and", "&", ",", "-") and i > start and _goes_on(page, i, named)
        joins = joins or (token.lower == "the" and page.lowers[i - 1] in ("and", "&", ",") and i > start)
        if i in page.verbs:  # "Minister of Transport Opens Port"
            break
        ruling = token.tag == "VBG" and i + 1 < len(page.tokens) and page.tokens[i + 1].pos in PLAIN
        if not joins and not ruling and (token.pos not in PLAIN or token.text in who_words().calendar):
            break
        i += 1
    capital = any(page.words[j][0].isupper() for j in range(start, i))
    if start < len(page.tokens) and page.words[start] in who_words().calendar:
        return at
    if i == start or (not capital and "name" in wants) or (page.lowers[at] == "for" and not _is_task(page, start, i)):
        return at
    return i


def _elsewhere(page: Page, at: int, noun: RoleNoun) -> bool:
    """ "His opposite number in Cyprus"."""
    hit = page.hit_at.get(at + 2 if page.lowers[at + 1 : at + 2] == ("the",) else at + 1)
    return noun.rank == "counterpart" and page.lowers[at] in ("in", "from") and hit is not None and hit.kind == "state"


def _is_task(page: Page, start: int, end: int) -> bool:
    """After "for": a body, a name or a field ("envoy for climate"), not a time ("for two days")."""
    return page.tokens[start].tag != "CD" and page.lowers[end - 1] not in who_words().lengths


def _goes_on(page: Page, i: int, named: dict[int, range]) -> bool:
    """Does a list go on after this comma or "and"? Only names of states and capitalised words are listed in a title."""
    j = i + 1
    while j < len(page.tokens) and page.lowers[j] in ("and", "the"):
        j += 1
    if j >= len(page.tokens) or j in named:
        return False
    if page.words[i] == ",":
        before, after = page.hit_at.get(i - 1), page.hit_at.get(j)
        if after is not None and page.lowers[after.last : after.last + 1] != () and page.lowers[after.last] in role_nouns():
            return False  # "the minister in Tonga, Cook Islands Prime Minister Brown"
        return bool(before and after and before.kind == after.kind and before.kind in ("state", "capital"))
    after = page.hit_at.get(j)
    if after is not None and after.kind == "state" and i - 1 not in page.hit_at:
        return False  # "Niger by the Minister of Foreign Affairs and Mauritius by"
    return page.words[i - 1][0].isupper() and page.words[j][0].isupper()


def standard_words(page: Page, left: int, noun_first: int, head: int, right: int, noun: RoleNoun) -> str:
    """The title in standard words: without states, articles, words of time and workplace; offices as they are written."""
    kept = [page.words[i] for i in range(left, noun_first) if _kept(page, i)]
    while kept and kept[0] in ("-", "and", ","):
        kept = kept[1:]
    noun_words = noun.word.split() if noun.plural else list(page.words[noun_first : head + 1])
    after = page.words[head + 1 : _task_end(page, head, right, noun)]
    words = " ".join([*kept, *noun_words, *after])
    words = words.replace(" - ", "-").replace(" 's", "'s").replace(" ’s", "’s").replace(" ' ", "' ").replace(" ,", ",")
    lowered = tuple(words.lower().split())
    exact = offices().at(lowered, 0)
    if exact and exact[0] == len(lowered):
        return exact[1].title
    short = offices().get(noun.word) if noun.word.endswith(".") else None
    return words.replace(words.split()[len(kept)], short.title, 1) if short else words  # "Ohio Gov." is "Ohio Governor"


def _kept(page: Page, i: int) -> bool:
    """Does a word before the noun belong to the office?"""
    token, loose = page.tokens[i], who_words().loose | who_words().past
    if _is_state(page, i) or token.lower in loose or token.text in POSSESSIVE or token.lower in ("and", ","):
        return False
    if token.lower in name_words().styles:
        return False
    if is_honorific(token.text) and token.lower not in role_nouns():  # "Mr. Minister", but "Lord Chancellor"
        return offices().at(page.lowers, i) is not None
    return (
        token.pos not in ("ADJ", "VERB")
        or token.text[0].isupper()
        or token.lower in who_words().offices
        or _hyphened(page, i)
    )


def _hyphened(page: Page, i: int) -> bool:
    return page.words[i + 1] == "-" or (i > 0 and page.words[i - 1] == "-")


def _task_end(page: Page, head: int, right: int, noun: RoleNoun) -> int:
    """Where the office's own words end after its noun: "expert on trade | at the institute", "president | of Chile"."""
    i = head + 1
    if page.words[i : i + 1] == ("-",):
        i += 2
    while i < right:
        end = next((j for j in range(i + 1, right) if page.lowers[j] in PREPOSITIONS and page.lowers[j] != "of"), right)
        only_state = all(page.lowers[j] in ("the", "and", ",") or _is_state(page, j) for j in range(i + 1, end))
        place = page.lowers[i] in ("at", "in", "within", "inside", "from", "with")
        if only_state and noun.rank != "envoy":
            return i
        if place and (noun.rank != "expert" or page.lowers[i] == "at" or any(h.body for h in hits_in(page, i, end))):
            return i
        i = end
    return right


def _is_state(page: Page, i: int) -> bool:
    hit = page.hit_at.get(i)
    return hit is not None and hit.kind in ("state", "adjective", "capital", "people")


def hits_in(page: Page, first: int, last: int) -> list[Hit]:
    return [page.hit_at[i] for i in range(first, last) if i in page.hit_at and page.hit_at[i].first == i]
