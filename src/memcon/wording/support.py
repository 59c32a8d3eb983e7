"""Which words of the reports support what is said of an engagement.

Comes in: an engagement and a step of its history. Goes out: `Source`s: the sentence that says its status, then others as far as they are
needed to name those who take part, the day and the place. `unsupported` tells what of these no words give.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memcon.model.dates import DateRange
from memcon.model.record import CitedMention, Engagement, HistoryStep
from memcon.model.status import DONE
from memcon.model.text import Evidence, Span

MOST = 3  # sentences for names that the first one leaves out


@dataclass(frozen=True, slots=True)
class Source:
    """Words of a report: where they stand, the sentence that they are in where it is known, the day of the report."""

    document: str
    span: Span
    sentence: Span | None
    said_on: DateRange | None = None

    def holds(self, evidence: Evidence) -> bool:
        """Are some words within its sentence?"""
        within = self.sentence or self.span
        return evidence.document == self.document and within.start <= evidence.start and evidence.end <= within.end


def sources(engagement: Engagement, step: HistoryStep) -> list[Source]:
    """The words that say a status, and what else they leave to others: who, when and where."""
    first = _best(engagement, step)
    found = [first]
    for participant in engagement.participants:
        if participant.evidence and len(found) <= MOST and not _held(found, participant.evidence):
            found.append(_around(engagement, participant.evidence[0]))
    told = [m for m in engagement.mentions if m.mention.date is not None and _same_days(m.mention.date, engagement.date)]
    _add(found, engagement, told)
    place = engagement.place.name if engagement.place else None
    _add(
        found, engagement, [m for m in engagement.mentions if m.mention.place is not None and m.mention.place.name == place]
    )
    return found


def unsupported(engagement: Engagement, told: Iterable[Source]) -> list[str]:
    """What of the day and the place some words do not tell, and what it was taken from: sentences for people."""
    sentences = {(s.document, s.sentence) for s in told}
    cited = [m.mention for m in engagement.mentions if (m.document, m.mention.sentence) in sentences]
    found = []
    if engagement.date.known and not any(m.date is not None and _same_days(m.date, engagement.date) for m in cited):
        found.append(f"The day is taken from: {engagement.date.basis}")
    if engagement.place is not None and not any(
        m.place is not None and m.place.name == engagement.place.name for m in cited
    ):
        by = "its other reports" if engagement.place.told else "who receives: no words name it"
        found.append(f"The place is taken from {by}.")
    return found


def latest(engagement: Engagement, steps: Iterable[HistoryStep]) -> list[Source]:
    """The words of each of some steps, one for each step: the origins that say the same."""
    return [_best(engagement, step) for step in steps]


def shown_elsewhere(engagement: Engagement) -> Source | None:
    """The words of another engagement that show that this one came about, where none of its own say so."""
    said = engagement.status in DONE and not any(step.status in DONE for step in engagement.history)
    account = next((a for a in engagement.accounts if a.field == "status" and a.evidence), None)
    return of_evidence(account.evidence[0]) if said and account else None


def of_mention(mention: CitedMention, said_on: DateRange | None = None) -> Source:
    return Source(mention.document, mention.mention.span, mention.mention.sentence, said_on)


def of_evidence(evidence: Evidence) -> Source:
    """Words of which no more is known than where they stand."""
    return Source(evidence.document, Span(evidence.start, evidence.end), None)


def _best(engagement: Engagement, step: HistoryStep) -> Source:
    """Of the mentions that say a status, the one whose sentence tells most: of copies, the canonical's first."""
    cited = {(e.document, e.start, e.end): n for n, e in enumerate(step.evidence)}
    said = [m for m in engagement.mentions if _place(m) in cited]
    best = max(said, key=lambda m: (_tells(m), -cited[_place(m)]), default=None)
    if best is None:
        first = step.evidence[0]
        return Source(first.document, Span(first.start, first.end), None, step.said_on)
    return of_mention(best, step.said_on)


def _place(m: CitedMention) -> tuple[str, int, int]:
    return m.document, m.mention.span.start, m.mention.span.end


def _tells(m: CitedMention) -> int:
    """How many of who, when and where a mention has."""
    known = m.mention.date is not None and m.mention.date.known
    return len(m.mention.participants) + known + (m.mention.place is not None)


def _held(found: Sequence[Source], evidence: Iterable[Evidence]) -> bool:
    return any(source.holds(e) for source in found for e in evidence)


def _around(engagement: Engagement, evidence: Evidence) -> Source:
    """Some words in the sentence of the mention that they belong to."""
    span = Span(evidence.start, evidence.end)
    within = [m for m in engagement.mentions if m.document == evidence.document and m.mention.sentence.covers(span)]
    return Source(evidence.document, span, within[0].mention.sentence if within else None)


def _add(found: list[Source], engagement: Engagement, told: Sequence[CitedMention]) -> None:
    """One of the mentions that tell a value, unless a sentence that is there already does."""
    sentences = {(s.document, s.sentence) for s in found}
    if told and not any((m.document, m.mention.sentence) in sentences for m in told):
        found.append(of_mention(told[0]))


def _same_days(one: DateRange, other: DateRange) -> bool:
    return one.known and (one.earliest, one.latest) == (other.earliest, other.latest)
