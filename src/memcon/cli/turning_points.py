"""The life of an engagement as its turning points: where its status became another, and how often that was said again.

Comes in: an engagement and the documents that it cites. Goes out: lines for a console, each with the whole sentence and the words
marked in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rich.text import Text

from memcon.cli import words
from memcon.model.document import Document
from memcon.model.record import Engagement, HistoryStep
from memcon.model.status import Status, can_follow
from memcon.model.text import Evidence, Span

LONGEST = 400  # characters of a sentence; of a longer one, what stands around the words


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A status, the first step that says it after another, and the steps that only repeat it."""

    status: Status
    first: HistoryStep
    repeated: tuple[HistoryStep, ...]


def turning_points(history: Iterable[HistoryStep]) -> list[TurningPoint]:
    """The history, what only repeats or says less than the status before it folded. `history`: in the order of time."""
    found: list[TurningPoint] = []
    for step in _most_telling(history):
        if found and _only_repeats(found[-1].status, step.status):
            found[-1] = TurningPoint(found[-1].status, found[-1].first, (*found[-1].repeated, step))
        else:
            found.append(TurningPoint(step.status, step, ()))
    return found


def _most_telling(history: Iterable[HistoryStep]) -> list[HistoryStep]:
    """Of what one report says, the status that tells most, in the order of time."""
    by_report: dict[str, HistoryStep] = {}
    for step in history:
        known = by_report.get(report := step.evidence[0].document)
        if known is None or known.status.weight <= step.status.weight:
            by_report[report] = step
    return list(by_report.values())


def _only_repeats(now: Status, said: Status) -> bool:
    """Does a later report say nothing new: the same, less of a plan, or what can no longer come?"""
    weaker = now.ahead and said.ahead and said.weight < now.weight
    return now == said or weaker or not can_follow(now, said)


def line(point: TurningPoint) -> Text:
    """held, said on 12 Jun 2018; said again 3 times until 20 Jun 2018."""
    told = Text(f"  {words.kind(point.status)}, said on {words.day(point.first.said_on)}")
    again = len(point.repeated)
    if again:
        times = "once" if again == 1 else f"{again} times"
        told.append(f"; again {times}, last on {words.day(point.repeated[-1].said_on)}", "dim")
    return told


def sentences(engagement: Engagement) -> dict[tuple[str, int, int], Span]:
    """The sentence of each mention, by the place of its words."""
    return {(m.document, m.mention.span.start, m.mention.span.end): m.mention.sentence for m in engagement.mentions}


def marked(evidence: Evidence, within: Mapping[tuple[str, int, int], Span], document: Document | None) -> Text:
    """The sentence in which the words stand, with the words marked; the words alone where the sentence is not known."""
    place = f"  {words.cited_in_short(document, evidence.start, evidence.end)}"
    sentence = within.get((evidence.document, evidence.start, evidence.end))
    if document is None or sentence is None:
        return Text(f"“{_plain(evidence.quote)}”").append(place, "dim")
    return in_sentence(document, Span(evidence.start, evidence.end), sentence).append(place, "dim")


def in_sentence(document: Document, span: Span, sentence: Span, longest: int = LONGEST) -> Text:
    """A sentence with words marked in it, on one line."""
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    spare = (longest - (span.end - span.start)) // 2
    first, last = max(start, span.start - spare), min(end, span.end + spare)
    before, after = document.text[first : span.start], document.text[span.end : last]
    if first > start:  # begin with a whole word
        before = f"... {before.partition(' ')[2]}"
    if last < end:
        after = f"{after.rpartition(' ')[0]} ..."
    told = Text("“").append(_joined(before, left=True))
    told.append(f"«{_plain(document.text[span.start : span.end])}»", "bold")
    return told.append(_joined(after, left=False)).append("”")


def _plain(text: str) -> str:
    return " ".join(text.split())


def _joined(text: str, left: bool) -> str:
    """The text on one line, with a space towards the marked words where there was white space."""
    plain = _plain(text)
    if left:
        return plain + " " * text[-1:].isspace()
    return " " * text[:1].isspace() + plain
