"""Whose paper a document is: its outlet, address, letterhead and dateline in, a `Publisher` out.

A government's own paper takes its nation as known, an agency's and a newspaper's nearly so. Refused: what is said of others
("quoting Deutsche Welle"), seats of international bodies in a dateline, international bodies themselves (state None).
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.model.document import Document
from memcon.model.text import Span
from memcon.registers.names import name_words
from memcon.registers.offices import bodies
from memcon.registers.outlets import Outlet, OutletKind, outlet_named, site_of
from memcon.registers.phrases import split
from memcon.registers.places import places_named
from memcon.registers.publishers import publisher_words
from memcon.registers.states import capitals, state_adjectives, state_names

BIG_CITY = 700_000  # people: below it, words of a paper's name ("Herald", "Post") meet towns of that name
HEAD_LINES, FOOT_LINES = 6, 8  # lines without text in which a letterhead stands
LONGEST_LETTERHEAD = 90  # characters
ASIDE = re.compile(r"\(([^)]*)\)")
NATIONS = (state_names, state_adjectives, capitals)
DATE_LINES = 10  # first lines in which a line of place and day stands
DAY = r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? ?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? ?"
PLACE_AND_DAY = re.compile(  # "Geneva, 18 May 2017", "(Paris, September 10, 2004)", "Amman"
    rf"\W{{0,2}}(?P<place>[A-Z][\w.'’]+(?: [A-Z][\w.'’]+)?)(?:, [A-Z][\w.]+(?: (?:(?:and|of|the) )*[A-Z][\w.]*)*?)?"
    rf"(?:,? ?(?:[A-Z][a-z]+day,? )?(?:{DAY})(?:\d{{4}})?\W*)?$"
)
DATELINE = 40  # characters of one that are shown
INLINE = re.compile(  # "ISLAMABAD, Oct 4 (APP): ", "Castries, Saint Lucia – ", "HAVANA, Cuba, Oct 8 (ACN) ", "Addis Ababa — "
    rf"(?P<place>[A-Z][\w.'’-]*[\w'’](?: [A-Z][\w.'’]+){{0,2}})(?:[,.] [A-Z][\w .]+?)?"
    rf"(?:,? ?(?:[A-Z][a-z]+day,? )?(?:{DAY})(?:/?\d{{4}})?)?[ .,]*"
    rf"(?:(?P<tag>\([^)]{{2,60}}\))[ ]?(?P<mark>[-–—:]+)?|/[^/]{{2,20}}/|(?:[A-Z]{{2,6}} ?)?(?P<dash>--|[-–—:]))\s*[A-Z“\"]"
)
OFFICIAL = frozenset(["seat", "ministry", "government", "parliament", "agency"])


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes. `words` say so, at `span` where they stand in the text; `place` is the state of the dateline."""

    kind: OutletKind | None = None
    state: str | None = None
    words: str = ""
    span: Span | None = None
    place: str | None = None
    capital: bool = False  # the dateline is of a capital
    place_words: str = ""
    place_span: Span | None = None


def publisher_of(document: Document) -> Publisher:
    """The publisher of a document, as far as it is known."""
    kind, state, words, span = _told(document)
    place, capital, where, where_span = _dateline(document)
    return Publisher(kind, state, words, span, place, capital, where, where_span)


Told = tuple[OutletKind | None, str | None, str, Span | None]


def _told(document: Document) -> Told:
    site = site_of(document.url) if document.url else None
    if site is not None and site.kind in ("government", "agency", "international"):
        return site.kind, site.state, site.domain, None
    named = _of_name(document.outlet or "")
    if named and named[0] == "aggregator":
        named = None
    if named and named[0] != "press":
        return *named, document.outlet or "", None
    if head := next(_letterheads(document), None):
        return head
    if site is not None and site.kind == "press" and site.state:
        return site.kind, site.state, site.domain, None
    return (*named, document.outlet or "", None) if named else (None, None, "", None)


def _of_name(name: str) -> tuple[OutletKind, str | None] | None:
    """What the name of an outlet tells: by the table, else by its words, without the language that it is in ("English page")."""
    name = _without_edition(name)
    if known := _known(name):
        return known.kind, known.state
    if site := site_of(name.strip()):
        return site.kind, site.state
    main, aside = ASIDE.sub(" ", name), ASIDE.findall(name)
    if known := _known(main):
        return known.kind, known.state
    found = _of_words(split(main))
    if found is not None:
        return found
    for words in map(split, aside):
        if words and words[0].lower() not in publisher_words().about and (found := _of_words(words)):
            named = split(main)
            official = publisher_words().government & set(named) or any(bodies().at(named, i) for i in range(len(named)))
            town = not official and not any(r().at(words, 0) for r in (state_names, state_adjectives))
            return found if found[0] != "press" or town else ("government", found[1])  # "Correio (Brasília)" is a newspaper
    sites = (site_of(w.strip(",()")) for w in name.split() if "." in w)
    return next(((s.kind, s.state) for s in sites if s and s.kind == "government"), None)  # "Gov.pl news"


def _without_edition(name: str) -> str:
    words = name.split()
    bare = [w.strip(",().") for w in words]
    tongue, part = publisher_words().languages, publisher_words().editions
    cut = {i for i, (a, b) in enumerate(itertools.pairwise(bare)) if a in tongue and b.lower() in part}
    return " ".join(w for i, w in enumerate(words) if i not in cut) if cut else name


def _known(name: str) -> Outlet | None:
    """The outlet of the table whose name this is or begins with, with or without its article."""
    words = name.strip().casefold().removeprefix("the ").split()
    for end in range(len(words), 0, -1):
        part = " ".join(words[:end])
        if known := outlet_named().get(part) or outlet_named().get(f"the {part}"):
            return known if end == len(words) or known.kind == "press" or " " in part else None
    return None


def _of_words(words: Sequence[str]) -> tuple[OutletKind, str | None] | None:
    """ "Ministry of Foreign Affairs of Japan" is Japan's government, "Cyprus News Agency" an agency of Cyprus."""
    state, body = None, None
    for i, word in enumerate(words):
        if found := bodies().at(words, i):
            body = body or found[1]
        if word.lower() in publisher_words().about and i:
            break
        state = state or publisher_words().nations.get(word)
        state = state or next((hit[1] for register in NATIONS if (hit := register().at(words, i))), None)
    if body and body.kind == "international" and state is None:
        return "international", None
    state = state or (body.state if body else None) or _of_city(words)
    if state is None:
        return None
    official = body is not None and body.kind in OFFICIAL
    if official or publisher_words().government & set(words):
        return "government", state
    return ("agency" if publisher_words().agency & set(words) else "press"), state


def _of_city(words: Sequence[str]) -> str | None:
    for length in (2, 1):
        for i in range(len(words) - length + 1):
            known = places_named(" ".join(words[i : i + length]))
            if words[i][:1].isupper() and known and (known[0].people or 0) >= BIG_CITY:
                return known[0].country
    return None


def _letterheads(document: Document) -> Iterator[Told]:
    """Lines at the head and the foot that name a ministry or government and its state, and nothing else."""
    lines = [(m.start(), m.group().strip()) for m in re.finditer(r"[^\n]*\S[^\n]*", document.text)]
    for group in (lines[:HEAD_LINES], lines[-FOOT_LINES:]):
        for n, (start, line) in enumerate(group):
            if len(line) > LONGEST_LETTERHEAD or line.endswith((".", "?", "!", ":")):
                continue
            after = group[n + 1][1] if n + 1 < len(group) else ""
            state = _letterhead(line) or (_letterhead(f"{line}, {after}") if len(after) < LONGEST_LETTERHEAD else None)
            if state:
                return (yield "government", state, line, Span(start, start + len(line)))


def _letterhead(line: str) -> str | None:
    """The state of a line that is nothing but the name of a ministry or a government."""
    words = split(line.title() if line.isupper() else line)
    if not publisher_words().heads & set(words):
        return None
    i = 0
    while i < len(words):
        hit = next((found for register in NATIONS if (found := register().at(words, i))), None) or bodies().at(words, i)
        if hit is None and words[i] not in publisher_words().government | publisher_words().linking | name_words().fields:
            return None
        i += hit[0] if hit else 1
    told = _of_words(words)
    return told[1] if told and told[0] == "government" else None


def _dateline(document: Document) -> tuple[str | None, bool, str, Span | None]:
    """The state of the dateline, or of a line that is nothing but a place and a day."""
    dateline = document.dateline
    if dateline is not None and dateline.place and (found := _state_of_place(dateline.place)):
        return *found, dateline.place, dateline.span
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", document.text))
    for line in lines[:DATE_LINES]:
        if found := _inline(line.group()):
            return *found, line.group()[:DATELINE].strip(), Span(line.start(), min(line.start() + DATELINE, line.end()))
    for line in (*lines[:DATE_LINES], *lines[-FOOT_LINES:]):
        told = PLACE_AND_DAY.match(line.group())
        if told and (found := _state_of_place(told["place"])) and found[1]:
            return *found, told["place"], Span(line.start(), line.end())
    return None, False, "", None


def _inline(line: str) -> tuple[str, bool] | None:
    """The state of a dateline that a line of text begins with; a place before a colon must be in capitals ("KUWAIT: ")."""
    told = INLINE.match(line)
    signed = (
        told is not None and told["tag"] and any(c.isdigit() for c in told[0].split("(")[0])
    )  # "Kathmandu, Nov. 26 (RSS): "
    if told is None or ((told["dash"] or told["mark"]) == ":" and not told["place"].isupper() and not signed):
        return None
    found = _state_of_place(told["place"])
    return found if found and (found[1] or told["place"].isupper()) else None


def _state_of_place(place: str) -> tuple[str, bool] | None:
    """The state that a place is in, and whether it is its capital; none for the seats of international bodies."""
    name = place.title() if place.isupper() else place
    city = name.split(",")[0].strip(" .")
    if city in publisher_words().seats:
        return None
    if capital := capitals().get(city):
        return capital, True
    if state := state_names().get(city):  # "KUWAIT: "
        return state, True
    known = places_named(city)
    return (known[0].country, False) if known and known[0].country else None
