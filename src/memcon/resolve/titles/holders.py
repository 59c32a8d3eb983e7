"""Who holds which title: names and titles of a page in, `Holding`s out.

A title belongs to a name that it stands before ("Foreign Minister Mirzoyan", "the top diplomat, Nina Popova,"), after
("Sato, the defence minister"), beside a form of "be" ("Sato was then the envoy"), after "who was" or after "as". Refuses a
title that stands in a list with the name.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from memcon.registers.names import name_words
from memcon.registers.offices import who_words
from memcon.resolve.names.name import Name
from memcon.resolve.page import Page
from memcon.resolve.states.employers import past_bracket
from memcon.resolve.titles.apposed import apposed_after, apposed_before, over_line
from memcon.resolve.titles.courtesies import past_honorifics
from memcon.resolve.titles.tails import closes_bracket, opens_bracket
from memcon.resolve.titles.titles import Title

JOINING = (("and",), ("&",), ("/",), ("cum",), ("-", "cum", "-"))  # "Deputy Prime Minister/Foreign Minister"
OPENING = ((",",), ("(",), ("–",), ("—",))  # before the names of those whom a plural tells
WHO_REACH = 12  # words from "who was" to the title


@dataclass(frozen=True, slots=True)
class Holding:
    """names[name] holds titles[title]; `past` where the words say so; `apposed` where a comma parts them; `turn` is its place among
    as many names as the title has states ("the Bulgarian and Turkish ministers, Petrov and Kaya")."""

    name: int
    title: int
    past: bool
    apposed: bool = False
    turn: int | None = None


def find_holdings(page: Page, names: Sequence[Name], titles: Sequence[Title]) -> list[Holding]:
    """Every title with the name that holds it, in the order of the titles."""
    starts = {name.first: n for n, name in enumerate(names)}
    ends = {
        end: n
        for n, name in enumerate(names)
        for end in (name.last, past_bracket(page, name.last), _past_honours(page, name.last))
    }
    at = {i: n for n, name in enumerate(names) for i in name.span}
    out: list[Holding] = []
    for t, title in enumerate(titles):
        out += _holders(page, names, title, t, starts, ends, at)
    return sorted([*out, *_joined(page, names, titles, out)], key=lambda h: h.title)


def _past_honours(page: Page, i: int) -> int:
    """Behind the orders and seats after a name: "Owen Prydderch MP (Prime Minister)"."""
    while i < len(page.words) and page.words[i] in name_words().honours:
        i += 1
    return i


def _joined(page: Page, names: Sequence[Name], titles: Sequence[Title], held: Sequence[Holding]) -> Iterator[Holding]:
    """ "Omani Deputy Prime Minister and Foreign Minister Alawi" holds both, as do "Kaplan, Spokesman and Adviser to the King"
    and "the Deputy Prime Minister and Minister of Trade, Alawi"."""
    by_title = {h.title: h for h in held}
    for t, (one, other) in enumerate(itertools.pairwise(titles)):
        words = page.lowers[one.last : other.first]
        styled = all(not x.noun.plural and page.words[x.head][0].isupper() for x in (one, other))
        styled = (
            styled
            and other.determiner == ""
            and (one.determiner == "" or (one.determiner == "the" and one.noun.rank == "deputy"))
        )
        alone = one.noun.rank == "head" and one.noun.word not in who_words().joint_heads
        if words not in JOINING or not styled or alone:
            continue
        first, second = by_title.get(t), by_title.get(t + 1)
        ahead = second is not None and second.apposed and titles[second.title].first < names[second.name].first
        if first is None and second is not None and (not second.apposed or (ahead and one.noun.rank == "deputy")):
            yield replace(second, title=t, past=one.past)
        elif second is None and first is not None and first.apposed:
            yield replace(first, title=t + 1)


def _holders(
    page: Page,
    names: Sequence[Name],
    title: Title,
    t: int,
    starts: dict[int, int],
    ends: dict[int, int],
    at: dict[int, int],
) -> Iterator[Holding]:
    past = title.past
    if title.noun.plural:
        yield from _plural(page, names, title, t, starts)
    elif (n := _right_after(page, title, starts)) is not None:
        yield Holding(n, t, past)
    elif (
        (n := _bracketed(page, names, title, starts)) is not None
        or (n := apposed_before(page, names, title, starts)) is not None
        or (n := apposed_after(page, title, ends)) is not None
        or (n := over_line(page, names, title, ends)) is not None
    ):
        yield Holding(n, t, past, apposed=True)
    elif found := _copular(page, title, at) or _who_was(page, title, at):
        yield Holding(found[0], t, past or found[1])


def _plural(page: Page, names: Sequence[Name], title: Title, t: int, starts: dict[int, int]) -> Iterator[Holding]:
    """ "Presidents Sadat and Carter", "the Bulgarian and Turkish ministers, Petrov and Kaya,": each of the names."""
    n, apposed = _right_after(page, title, starts), False
    dashed = page.words[title.last : title.last + 1] == ("-",) and page.tokens[title.last].spaced
    if n is None and (page.words[title.last : title.last + 1] in OPENING or dashed):
        i = title.last + 1
        if page.lowers[i : i + 1] == ("respectively",):
            i += 2 if page.words[i + 1 : i + 2] == (",",) else 1
        n, apposed = starts.get(past_honorifics(page, i, starts, behind_comma=True)), True
    if n is None:
        return
    listed = [n, *_listed(page, names, n, starts)]
    if len(listed) < 2:  # "the officers Kane named" are not Kane
        return
    turns = len(listed) == len(title.states)
    if apposed and not turns and not _counts(page, title, len(listed)):
        return
    for turn, m in enumerate(listed):
        yield Holding(m, t, title.past, apposed, turn if turns and len(listed) > 1 else None)


def _counts(page: Page, title: Title, n: int) -> bool:
    """Does the phrase say how many they are: "the two ministers, Petrov and Kaya"?"""
    words = page.lowers[title.first : title.head]
    return (n == 2 and ("two" in words or "both" in words)) or (n == 3 and "three" in words)


def _right_after(page: Page, title: Title, starts: dict[int, int]) -> int | None:
    n = starts.get(i := past_honorifics(page, past_bracket(page, title.last), starts))
    if n is None and page.words[title.last : title.last + 1] == ("(",):  # "Ambassador of Oman (H.E. Salim Al Ruqaishi)"
        n = starts.get(i := past_honorifics(page, title.last + 1, starts, behind_comma=True))
    # A sentence that the parser ends between a title and its name, without a stop, is none: "minister / No Kwang Chol".
    together = n is not None and page.annotated.sentence_of(i).paragraph == page.annotated.sentence_of(title.head).paragraph
    return n if together else None


def _listed(page: Page, names: Sequence[Name], n: int, starts: dict[int, int]) -> Iterator[int]:
    """The names that go on a list: "Presidents Sadat, Carter and Begin"."""
    i = _past_state(page, names[n])
    while i + 1 < len(page.words) and page.lowers[i] in (",", "and", "&"):
        i += 2 if page.lowers[i : i + 2] == (",", "and") else 1
        m = starts.get(past_honorifics(page, i, starts))
        if m is None:
            return
        yield m
        i = _past_state(page, names[m])


def _past_state(page: Page, name: Name) -> int:
    """Behind the nation that a name of a list is followed by: "Foreign Ministers Novak of the Czech Republic and Horak"."""
    i = name.last
    if page.lowers[i : i + 1] != ("of",):
        return i
    i += 2 if page.lowers[i + 1 : i + 2] == ("the",) else 1
    hit = page.hit_at.get(i)
    return hit.last if hit is not None and hit.state else name.last


def _bracketed(page: Page, names: Sequence[Name], title: Title, starts: dict[int, int]) -> int | None:
    """ "The Ambassador of Oman (H.E. Salim Al Harthi)"."""
    if not opens_bracket(page, title.last):
        return None
    n = starts.get(past_honorifics(page, title.last + 1, starts))
    return n if n is not None and closes_bracket(page, names[n].last) else None


def _copular(page: Page, title: Title, at: dict[int, int]) -> tuple[int, bool] | None:
    """ "Sato is the minister", "Popova, who was until May the ambassador", "as secretary of state"."""
    head = page.tokens[title.head]
    verb = page.annotated.head(title.head)
    if head.dep == "pobj" and verb.lower == "as":
        verb = page.annotated.head(verb.i)
        if verb.lemma == "act":  # for some days only
            return None
        if verb.pos == "NOUN":  # "takes the oath as Defense Secretary"
            verb = page.annotated.head(verb.i)
    elif head.dep not in ("attr", "oprd") or verb.lemma not in ("be", "become", "remain", "serve"):
        return None
    subject = page.annotated.child(verb.i, "nsubj", "nsubjpass")
    past = verb.tag in ("VBD", "VBN") and verb.lemma != "become"
    if subject is None:
        return None
    if subject.i in at:
        return at[subject.i], past
    if subject.lower in ("who", "that") and verb.dep == "relcl":
        return _antecedent(page, verb.head, at, past)
    return None


def _who_was(page: Page, title: Title, at: dict[int, int]) -> tuple[int, bool] | None:
    """The same where the parse lost the clause: "Qin, the minister, who was until a few months ago the ambassador"."""
    for i in range(title.first - 1, max(title.first - WHO_REACH, 0), -1):
        if page.tokens[i].sentence != page.tokens[title.first].sentence or page.words[i] == ",":
            return None
        if page.lowers[i] == "who" and page.lowers[i + 1] in ("was", "is", "served", "became"):
            verb = page.tokens[i + 1]
            return _antecedent(page, verb.head, at, verb.tag == "VBD") if verb.dep == "relcl" else None
    return None


def _antecedent(page: Page, i: int, at: dict[int, int], past: bool) -> tuple[int, bool] | None:
    """The name that a relative clause tells of, also over an apposition: "Qin, the minister, who was ..."."""
    for _ in range(3):
        if i in at:
            return at[i], past
        if page.tokens[i].dep != "appos":
            return None
        i = page.tokens[i].head
    return None
