"""Who holds which title: names and titles of a page in, `Holding`s out.

A title belongs to a name that it stands before ("Foreign Minister Mirzoyan", "the top diplomat, Nina Popova,"), after
("Sato, the defence minister"), beside a form of "be" ("Sato was then the envoy"), after "who was" or after "as". Refuses a
title that stands in a list with the name.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from memcon.registers.names import given_honorifics, is_honorific, name_words
from memcon.registers.offices import who_words
from memcon.resolve.names.name import Name, head_of
from memcon.resolve.names.runs import in_title_case
from memcon.resolve.page import Page
from memcon.resolve.states.employers import behind_comma, past_bracket
from memcon.resolve.titles.courtesies import past_honorifics, word_at
from memcon.resolve.titles.tails import closes_bracket, opens_bracket, past_town
from memcon.resolve.titles.titles import Title

JOINING = (("and",), ("&",), ("/",), ("cum",), ("-", "cum", "-"))  # "Deputy Prime Minister/Foreign Minister"
OPENING = ((",",), ("(",), ("–",), ("—",))  # before the names of those whom a plural tells
CHARGE = 12  # words of "also in charge of External Trade and Ni-Vanuatu Business"
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
    return sorted([*out, *_joined(page, titles, out)], key=lambda h: h.title)


def _past_honours(page: Page, i: int) -> int:
    """Behind the orders and seats after a name: "Owen Prydderch MP (Prime Minister)"."""
    while i < len(page.words) and page.words[i] in name_words().honours:
        i += 1
    return i


def _joined(page: Page, titles: Sequence[Title], held: Sequence[Holding]) -> Iterator[Holding]:
    """ "Omani Deputy Prime Minister and Foreign Minister Alawi" holds both, as does "Kaplan, Spokesman and Adviser to the King"."""
    by_title = {h.title: h for h in held}
    for t, (one, other) in enumerate(itertools.pairwise(titles)):
        words = page.lowers[one.last : other.first]
        styled = all(x.determiner == "" and not x.noun.plural and page.words[x.head][0].isupper() for x in (one, other))
        alone = one.noun.rank == "head" and one.noun.word not in who_words().joint_heads
        if words not in JOINING or not styled or alone:
            continue
        first, second = by_title.get(t), by_title.get(t + 1)
        if first is None and second is not None and not second.apposed:
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
        or (n := _apposed_before(page, names, title, starts)) is not None
        or (n := _apposed_after(page, title, ends)) is not None
        or (n := _over_line(page, names, title, ends)) is not None
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


def _apposed_before(page: Page, names: Sequence[Name], title: Title, starts: dict[int, int]) -> int | None:
    """ "China's top diplomat, Yang Jiechi," and "the secretary of state at the time, Mike Pompeo"."""
    i = past_bracket(page, _past_charge(page, title.last))
    employer = behind_comma(page, i)
    if employer is not None and page.words[employer[1] : employer[1] + 1] == (",",):
        i = employer[1]
    if title.noun.rank == "envoy":
        town = past_town(page, i, past_honorifics(page, i + 1, starts) in starts)
        if town > i and (n := starts.get(past_honorifics(page, town + 1, starts))) is not None:
            return n  # "the Ambassador in Washington, DC, Lina Qusous attended"
    if page.lowers[i : i + 3] == ("at", "the", "time"):
        i += 3
    semicolon = page.words[i : i + 1] == (";",) and is_honorific(word_at(page, i + 1))  # "the Minister of Chad; H.E. Owen"
    if page.words[i : i + 1] != (",",) and not semicolon:
        return None
    if (n := starts.get(past_honorifics(page, i + 1, starts, behind_comma=True))) is None:
        return None
    if page.annotated.sentence_of(i).paragraph != page.annotated.sentence_of(names[n].first).paragraph:
        return None  # "Hon." can end a sentence for the parser
    token = page.tokens[head_of(page, names[n])]
    if token.dep in ("nsubj", "nsubjpass") and token.head != title.head and page.tokens[title.head].head == token.head:
        return n
    parts = title.determiner or title.states or title.organisation or title.possessor is not None
    styled = title.determiner == "" and page.words[title.head][0].isupper() and title.noun.serves != "none"
    before = next((m for m in names if m.last == title.first - 1), None) if word_at(page, title.first - 1) == "," else None
    listed = before is not None
    close = names[n].last >= len(page.words) or page.words[names[n].last] in (
        ",",
        ".",
        ";",
        ")",
        "—",
        "–",
        "'s",
        "’s",
        "and",
        "as",
        "at",
        "during",
        "in",
        "on",
        "who",
    )
    titled = before is not None and before.after_title and word_at(page, before.first - 1) == ","
    if titled and close:
        return n  # "the President of Greece, Liapis, the Chancellor of Austria, Huber, and"
    if before is not None and page.tokens[title.head].dep == "appos" and page.tokens[title.head].head in before.span:
        return None  # "Wu Dong, Chinese ambassador to the DPRK, Chen Jin, deputy secretary general, and ..."
    if styled and not listed and word_at(page, names[n].last) == ",":
        return n  # "Deputy Prime Minister, Hon. Hilaire, will act"
    if title.office is not None and title.office.sole and closed_by_comma(page, names[n]):
        return n  # "the Taoiseach, Mulvey, and the Tánaiste"
    bare = title.determiner == "the" and not title.states and not title.organisation
    courteous = names[n].honorific in given_honorifics()  # "the Amir, Sheikh Khalid, and"
    if (
        bare
        and title.noun.rank == "head"
        and not courteous
        and page.lowers[names[n].last : names[n].last + 2] == (",", "and")
    ):
        return None  # "the President, Tony Blinken, and others": a list
    if _between_commas(page, names[n], title):
        return n
    return n if token.dep == "appos" or (parts and close and token.dep not in ("nsubj", "nsubjpass")) else None


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


def _apposed_after(page: Page, title: Title, ends: dict[int, int]) -> int | None:
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


def _over_line(page: Page, names: Sequence[Name], title: Title, ends: dict[int, int]) -> int | None:
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
