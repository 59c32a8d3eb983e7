"""RawItem -> Document: the text is frozen and every character of it gets a zone."""

from datetime import date

from memcon.model.dates import UNKNOWN_DATE, DateRange
from memcon.model.document import Document, RawItem
from memcon.model.ids import content_id
from memcon.model.text import Zone


def clean(item: RawItem) -> Document:
    """The document that an item holds; raises BadInput where it holds none."""
    text = item.body.decode("utf-8")
    published = UNKNOWN_DATE
    if item.given.published:
        published = DateRange.day(date.fromisoformat(item.given.published[:10]), "manifest")
    return Document(
        content_id("document", item.source, item.sha256),
        item.source,
        item.sha256,
        text,
        (Zone(0, len(text), "body"),),
        item.given.title,
        item.given.outlet,
        (),
        published,
        "en",
    )
