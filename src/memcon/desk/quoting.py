"""Sources of an engagement -> quotations on paper, and as JSON.

Comes in: `Source`s and the documents that they cite. Goes out: `Quote`s, or objects with document, offsets, words, outlet, day, address.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from memcon.desk.page import Quote
from memcon.model.document import Document
from memcon.wording import words
from memcon.wording.passages import Passage, passage, plain
from memcon.wording.support import Source


def quotes(sources: Iterable[Source], documents: Mapping[str, Document]) -> tuple[Quote, ...]:
    """Each source whose document is known, once."""
    found: dict[tuple[str, int, int], Quote] = {}
    for source in sources:
        document = documents.get(source.document)
        if document is not None:
            within = source.sentence or source.span
            told = around(source, document)
            made = Quote(told.before, told.words, told.after, place(source, document), address(document))
            found.setdefault((source.document, within.start, within.end), made)
    return tuple(found.values())


def around(source: Source, document: Document) -> Passage:
    if source.sentence is None:
        return Passage("", plain(source.span.of(document.text)), "")
    return passage(document, source.span, source.sentence)


def place(source: Source, document: Document) -> str:
    """Harbor Wire, 12 Jun 2018, report.txt:120-134"""
    named = document.outlet or words.title(document)
    return f"{named}, {words.day(document.published)}, {words.cited_in_short(document, source.span.start, source.span.end)}"


def address(document: Document) -> str | None:
    """The web address of a report, where it has one."""
    return document.url or (document.source if document.source.startswith(("http://", "https://")) else None)


def source_json(source: Source, documents: Mapping[str, Document]) -> dict[str, Any]:
    document = documents.get(source.document)
    within = source.sentence or source.span
    return {
        "document": source.document,
        "start": source.span.start,
        "end": source.span.end,
        "quote": source.span.of(document.text) if document else None,
        "sentence": within.of(document.text) if document else None,
        "title": document.title if document else None,
        "outlet": document.outlet if document else None,
        "published": document.published.written if document else None,
        "source": document.source if document else None,
        "address": address(document) if document else None,
    }
