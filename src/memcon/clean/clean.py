"""RawItem -> Document: the text is frozen, every character of it gets a zone, and what it says of itself is read.

Comes in: bytes and what the supplier says of them. Goes out: a `Document` with title, dateline, outlet, byline, day of
publication with its basis, language. Refuses (BadInput) what is no text, no article, or not in English.
"""

import itertools
import re
from collections.abc import Sequence

from memcon.clean.blocks import Block, blocks_of
from memcon.clean.credits import names_of
from memcon.clean.dateline import find_dateline, find_letterhead, is_known_place
from memcon.clean.decoding import decode
from memcon.clean.fragment import read_fragment
from memcon.clean.language import language_of
from memcon.clean.letterheads import is_diary, letterheads
from memcon.clean.outlet import outlet_of_report
from memcon.clean.page import Page, read_page
from memcon.clean.page_dates import PageDate, find_page_dates
from memcon.clean.published import DateEvidence, published_of
from memcon.clean.zones import Label, Layout, lay_out, zones_of
from memcon.model.document import FRAGMENT, PAGE, Dateline, Document, RawItem
from memcon.model.errors import BadInput
from memcon.model.ids import address_of, document_id
from memcon.model.text import Span
from memcon.registers.states import states_by_name

DATELINE_BLOCKS = 6  # paragraphs of the report in which its dateline stands, after a summary or captions
HEAD_LINES, FOOT_LINES = 7, 3  # lines of a paper in which its letterhead stands
DAY_LINE = 12  # characters that a line with a day may hold besides it: the weekday
SAMPLE_BLOCKS = 60  # paragraphs by which the language is told


def clean(item: RawItem) -> Document:
    """The document that an item holds; raises BadInput where it holds none."""
    page = page_of(item)
    blocks = blocks_of(page.text)
    if not any(c.isalpha() for block in blocks for c in block.text):
        raise BadInput("no words", "it holds no letter; give memcon the text of the report")
    layout = lay_out(page.text, blocks, item.given.title or page.title)
    body = [blocks[label.block] for label in layout.labels if label.zone == "body"]
    if item.media_type == PAGE and not any(block.ends_sentence or ". " in block.text for block in body):
        raise BadInput(
            "no article in the page", "all of its text is menus and notices; save the article itself, or its text"
        )
    language = language_of(_sample(blocks, layout))
    dateline = _dateline(page.text, layout) or _letterhead(page.text)
    diary = is_diary(blocks, layout)
    addresses = _addresses(item, page, layout)
    title = layout.head.title
    return Document(
        id=document_id(item),
        source=item.source,
        sha256=item.sha256,
        text=page.text,
        zones=zones_of(page.text, layout.labels),
        title=blocks[title].text if title is not None else item.given.title or page.title,
        outlet=outlet_of_report(item.given.outlet, page, layout, dateline, addresses),
        byline=names_of(page.text[c.start : c.end] for c in layout.of_kind("byline", "credits")) or page.authors,
        published=published_of(
            DateEvidence(
                item.given,
                page.dates,
                _page_dates(page.text, layout, diary),
                () if diary else letterheads(blocks, layout),
                dateline,
                addresses,
            )
        ),
        language=language,
        url=address_of(item) or page.url,
        dateline=dateline,
        notes=page.notes,
        captured=item.given.captured,
    )


def page_of(item: RawItem) -> Page:
    """The text of an item, and what its markup says of itself."""
    if item.media_type == PAGE:
        return read_page(item.body, address_of(item))
    return read_fragment(item.body) if item.media_type == FRAGMENT else _plain(item.body)


def _plain(body: bytes) -> Page:
    decoded = decode(body)
    return Page(decoded.text, None, None, (), None, (), decoded.notes)


def _sample(blocks: Sequence[Block], layout: Layout) -> str:
    """The words of the report itself; where there are none, of the whole text."""
    body = [blocks[label.block].text for label in layout.labels[:SAMPLE_BLOCKS] if label.zone in ("title", "body")]
    return "\n".join(body or [block.text for block in blocks[:SAMPLE_BLOCKS]])


def _page_dates(text: str, layout: Layout, diary: bool) -> tuple[PageDate, ...]:
    """The dates of the page; a diary's headings date their items, not the page."""
    found = (d for m in layout.of_zone("metadata") for d in find_page_dates(text[m.start : m.end]))
    return tuple(d for d in found if not diary or d.meaning != "bare")


def _dateline(text: str, layout: Layout) -> Dateline | None:
    body: list[Label] = list(layout.of_zone("body"))[:DATELINE_BLOCKS]
    found = (find_dateline(text[label.start : label.end], label.start) for label in body)
    return next((dateline for dateline in found if dateline), None)


def _letterhead(text: str) -> Dateline | None:
    """The one line at head or foot that holds the place and day of the paper, or its place above its day."""
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", text))
    ends = [*lines[:HEAD_LINES], *lines[max(HEAD_LINES, len(lines) - FOOT_LINES) :]]
    found = [x for line in ends if (x := find_letterhead(line.group(), line.start()))]
    if len({(x.place, x.day) for x in found}) == 1:
        return found[0]
    for line, below in itertools.pairwise(ends) if not found else ():
        place, comma, state = (part.strip() for part in line.group().partition(","))  # "Suva, Fiji"
        known = is_known_place(place) and (not comma or is_known_place(state) or state in states_by_name())
        dates = find_page_dates(below.group()) if known else ()
        if len(dates) == 1 and len(below.group().strip()) <= len(dates[0].words) + DAY_LINE:
            start = line.start() + line.group().index(place)
            return Dateline(Span(start, start + len(place)), place, None)
    return None


def _addresses(item: RawItem, page: Page, layout: Layout) -> tuple[str, ...]:
    """The web addresses that the report has, the surest first: given, of the page, at its foot."""
    foot = (word for x in layout.of_kind("source_url") if "." in (word := page.text[x.start : x.end].split()[-1]))
    return tuple(dict.fromkeys(a for a in (address_of(item), page.url, *foot) if a))
