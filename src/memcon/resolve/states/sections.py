"""Nations and places that stand over lines or begin them: a page in, `Sections` out.

A list of delegates goes under "Tuvalu" or begins "- Cambodia: H.E. Sok Vannak"; a programme goes under "Luanda, 4 to 6 September"
or begins "ANKARA - talks with"; a signature goes under "For Romania:". Refuses lines that are sentences.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from memcon.registers.names import is_honorific
from memcon.registers.places import places_named
from memcon.registers.publishers import publisher_words
from memcon.resolve.page import Hit, Page

TOWN = 50_000  # people
HEADING = 10  # tokens of "Luanda, 4 to 6 September 2012"
DASHES = frozenset(["-", "–", "—", "--"])
MARKS = DASHES | {":", "•", "*", "·", "(", ")", "."}
FOR = (("for",), ("on", "behalf", "of"))
LEADING = frozenset(
    ["the", "government", "republic", "of"]
)  # before the nation of a heading: "For the Government of Kenya"


@dataclass(frozen=True, slots=True)
class Section:
    """A state over lines, or before the text of one: where its words stand, and the token behind them."""

    state: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sections:
    """By line: `nation` the heading or label of its delegates, `place` where its programme goes on, `label` that this line begins."""

    nation: Mapping[int, Section] = field(default_factory=dict)
    place: Mapping[int, Section] = field(default_factory=dict)
    label: Mapping[int, Section] = field(default_factory=dict)


def sections_of(page: Page) -> Sections:
    """The sections of a document by the lines that belong to them."""
    nation: dict[int, Section] = {}
    place: dict[int, Section] = {}
    label: dict[int, Section] = {}
    under: Section | None = None
    at: Section | None = None
    gone = -9
    for line, first, last in _lines(page):
        if (found := _nation_alone(page, first, last)) is not None:
            under, gone = found, line
            continue
        if (found := _place_alone(page, first, last)) is not None:
            at = found
            continue
        if under is not None and line - gone > (2 if under.last == first else 1):
            under = None
        if under is not None:
            nation[line], gone = under, line
        if (found := _label(page, first, last)) is not None:
            label[line] = found
        elif (found := _dated_place(page, first, last)) is not None:
            place[line] = found
            at = None
        if at is not None:
            place.setdefault(line, at)
    return Sections(nation, place, label)


def _lines(page: Page) -> Iterator[tuple[int, int, int]]:
    """The number, the first token and the token behind each line."""
    first = 0
    for i in range(1, len(page.lines) + 1):
        if i == len(page.lines) or page.lines[i] != page.lines[first]:
            yield page.lines[first], first, i
            first = i


def _past_marks(page: Page, first: int, last: int) -> int:
    """Behind bullets and numbers."""
    while first < last and (page.words[first] in MARKS or page.words[first].rstrip(".)").isdigit()):
        first += 1
    return first


def _nation_alone(page: Page, first: int, last: int) -> Section | None:
    """A line that is nothing but a nation, "For Romania:", "On behalf of the Republic of Moldova"."""
    i = _past_marks(page, first, last)
    for words in FOR:
        if page.lowers[i : i + len(words)] == words:
            i += len(words)
    while i < last and i not in page.hit_at and page.lowers[i] in LEADING:
        i += 1
    hit = page.hit_at.get(i)
    if hit is None or hit.first != i or hit.kind != "state" or not hit.state:
        return None
    end = hit.last + 1 if page.words[hit.last : hit.last + 1] in ((":",), (",",)) else hit.last
    return Section(hit.state, first, last) if end == last else None


def _place_alone(page: Page, first: int, last: int) -> Section | None:
    """A short line of a place and days, without a verb: "Luanda, 4 to 6 September"."""
    if last - first > HEADING or page.words[last - 1] in (".", "?", "!"):
        return None
    state, end = _place_at(page, _past_marks(page, first, last))
    rest = range(end, last)
    days = any(page.words[i][:1].isdigit() for i in rest)
    plain = not any(page.tokens[i].pos in ("VERB", "AUX") for i in rest)
    return Section(state, first, last) if state and days and plain else None


def _dated_place(page: Page, first: int, last: int) -> Section | None:
    """ "ANKARA - talks with": a place in capitals that begins a line, before a dash."""
    i = _past_marks(page, first, last)
    if i >= last or not page.words[i].isupper() or len(page.words[i]) < 4:
        return None
    state, end = _place_at(page, i)
    return Section(state, i, end) if state and page.words[end : end + 1] != () and page.words[end] in DASHES else None


def _place_at(page: Page, i: int) -> tuple[str | None, int]:
    """The state of the place named here, and where its name ends; none of a place that is no capital and no town."""
    hit = page.hit_at.get(i)
    if hit is not None and hit.first == i and hit.state and hit.kind in ("state", "capital"):
        return (None, i) if page.words[i].title() in publisher_words().seats else (hit.state, hit.last)
    for length in (2, 1):
        words = page.words[i : i + length]
        name = " ".join(w.title() if w.isupper() else w for w in words)
        known = places_named(name) if len(words) == length and name not in publisher_words().seats else ()
        if known and words[0][:1].isupper() and (known[0].people or 0) >= TOWN:
            return known[0].country, i + length
    return None, i


def _label(page: Page, first: int, last: int) -> Section | None:
    """ "- Cambodia: H.E. Sok Vannak": a nation, and a colon or a dash, before somebody with a courtesy or an office."""
    i = _past_marks(page, first, last)
    if i < last and page.lowers[i] == "the":
        i += 1
    hit: Hit | None = page.hit_at.get(i)
    if hit is None or hit.first != i or hit.kind != "state" or not hit.state or hit.last + 1 >= last:
        return None
    parted = page.words[hit.last] == ":" or page.words[hit.last] in DASHES
    return Section(hit.state, i, hit.last + 1) if parted and _is_item(page, first, hit.last + 1) else None


def _is_item(page: Page, first: int, i: int) -> bool:
    """Is it the item of a list: behind a mark, or before a courtesy?"""
    a = page.annotated
    if a.paragraphs[a.sentence_of(first).paragraph].listed:
        return True
    return page.words[first] in MARKS or page.words[first].rstrip(".)").isdigit() or is_honorific(page.words[i])
