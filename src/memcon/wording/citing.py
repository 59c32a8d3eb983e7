"""Where words of a report stand, for people: comes in: a `Source` and its document; goes out: words, their place, the report's address."""

from memcon.model.document import Document
from memcon.wording import words
from memcon.wording.passages import Passage, passage, plain
from memcon.wording.support import Source


def around(source: Source, document: Document) -> Passage:
    """The words in their sentence; by themselves where that is not known."""
    if source.sentence is None:
        return Passage("", plain(source.span.of(document.text)), "")
    return passage(document, source.span, source.sentence)


def place(source: Source, document: Document) -> str:
    """Harbor Wire, 12 Jun 2018, report.txt:120-134; without an outlet the report's title, if it has one."""
    named = document.outlet or document.title
    where = f"{words.day(document.published)}, {words.cited_in_short(document, source.span.start, source.span.end)}"
    return f"{named}, {where}" if named else where


def address(document: Document) -> str | None:
    """The web address of a report, where it has one."""
    return next((a for a in (document.url, document.source) if a and a.startswith(("http://", "https://"))), None)
