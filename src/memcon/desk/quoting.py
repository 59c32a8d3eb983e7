"""Sources of an engagement -> quotations on paper, and as JSON.

Comes in: `Source`s and the documents that they cite. Goes out: `Quote`s, or objects with document, offsets, words, outlet, day, address.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from memcon.desk.page import Quote
from memcon.model.document import Document
from memcon.wording.citing import address, around, place
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
