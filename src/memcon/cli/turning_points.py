"""The life of an engagement as its turning points: where its status became another, and how often that was said again.

Comes in: turning points (`model/life.py`) and the documents that they cite. Goes out: lines for a console, each with the whole sentence
and the words marked in it.
"""

from collections.abc import Mapping

from rich.text import Text

from memcon.model.document import Document
from memcon.model.life import TurningPoint
from memcon.model.text import Evidence, Span
from memcon.wording import words
from memcon.wording.passages import LONGEST, passage, plain


def line(point: TurningPoint) -> Text:
    """held, said on 12 Jun 2018; said again 3 times until 20 Jun 2018."""
    told = Text(f"  {words.kind(point.status)}, said on {words.day(point.first.said_on)}")
    again = len(point.repeated)
    if again:
        times = "once" if again == 1 else f"{again} times"
        told.append(f"; again {times}, last on {words.day(point.repeated[-1].said_on)}", "dim")
    return told


def marked(evidence: Evidence, within: Mapping[tuple[str, int, int], Span], document: Document | None) -> Text:
    """The sentence in which the words stand, with the words marked; the words alone where the sentence is not known."""
    place = f"  {words.cited_in_short(document, evidence.start, evidence.end)}"
    sentence = within.get((evidence.document, evidence.start, evidence.end))
    if document is None or sentence is None:
        return Text(f"“{plain(evidence.quote)}”").append(place, "dim")
    return in_sentence(document, Span(evidence.start, evidence.end), sentence).append(place, "dim")


def in_sentence(document: Document, span: Span, sentence: Span, longest: int = LONGEST) -> Text:
    """A sentence with words marked in it, on one line."""
    told = passage(document, span, sentence, longest)
    return Text(f"“{told.before}").append(f"«{told.words}»", "bold").append(f"{told.after}”", "not bold")
