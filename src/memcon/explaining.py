"""What memcon read at some words of a report, room by room: for whoever mends a rule, or wonders about a line of the record.

Comes in: a file and words that stand in it. Goes out: an `Explanation` with the zone and the rule that gave it, the paragraph as it
was read, tokens, clauses, names, times, places, statements, engagements and events of the sentences that hold the words. Raises
`BadInput` where the words are not there, with the nearest passage, and where there is nothing that can be read.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.model.annotated import Paragraph, Sentence, Token
from memcon.model.clauses import Clause
from memcon.model.document import Document
from memcon.model.errors import BadInput
from memcon.model.findings import EngagementMention, Event, Findings, LocalEngagement, Statement
from memcon.model.record import Reject
from memcon.model.resolved import ActorMention, LocalActor, PlaceMention, Resolved, Time
from memcon.model.text import Span, ZoneName

if TYPE_CHECKING:
    from memcon.read.options import ReadOptions

NEAR = 75  # of 100, by rapidfuzz's partial ratio, from which a passage is told as the nearest: below, any words fit
MARKS = {"'": "['’‘]", "’": "['’‘]", "‘": "['’‘]", '"': '["“”]', "“": '["“”]', "”": '["“”]', "-": "[-‐–]"}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Words that were found: which ones of how many, counted from 1."""

    document: Document
    span: Span
    nth: int
    times: int


@dataclass(frozen=True)
class Explanation:
    """Everything that was read in the sentences which hold the words. Of a part of the page that is not read only the zone."""

    found: Occurrence
    zone: ZoneName
    zone_rule: str
    resolved: Resolved
    findings: Findings

    @property
    def document(self) -> Document:
        return self.found.document

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that hold some of the words."""
        a = self.resolved.annotated
        return tuple(s for s in a.sentences if s.last > s.first and a.span(s.first, s.last).overlaps(self.found.span))

    @cached_property
    def span(self) -> Span:
        """From the first of these sentences to the last; without one, the words."""
        a = self.resolved.annotated
        spans = [a.span(s.first, s.last) for s in self.sentences]
        return Span(spans[0].start, spans[-1].end) if spans else self.found.span

    @property
    def paragraphs(self) -> list[tuple[int, Paragraph]]:
        """The paragraphs, counted from 1 among those that are read."""
        numbers = sorted({s.paragraph for s in self.sentences})
        return [(n + 1, self.resolved.annotated.paragraphs[n]) for n in numbers]

    @property
    def tokens(self) -> list[Token]:
        return [t for s in self.sentences for t in self.resolved.annotated.sentence_tokens(s)]

    @property
    def clauses(self) -> list[Clause]:
        inside = {t.i for t in self.tokens}
        return [clause for clause in self.resolved.clauses.all if clause.predicate in inside]

    @property
    def names(self) -> list[tuple[ActorMention, LocalActor | None]]:
        """Names, offices and pronouns, and whom they mean."""
        mentions = sorted(self.resolved.mentions, key=lambda m: (m.first, m.last))
        return [(m, self.resolved.actors.get(m.actor or "")) for m in mentions if m.span.overlaps(self.span)]

    @property
    def times(self) -> list[Time]:
        return [t for t in self.resolved.times if t.span.overlaps(self.span)]

    @property
    def places(self) -> list[PlaceMention]:
        return [p for p in (*self.resolved.places, *self.resolved.venues) if p.span.overlaps(self.span)]

    @property
    def statements(self) -> list[Statement]:
        return [s for s in self.findings.statements if s.span.overlaps(self.span)]

    @property
    def engagements(self) -> list[tuple[LocalEngagement, EngagementMention]]:
        """The phrases that name an engagement, each with the occasion that it is of."""
        return [(e, m) for e in self.findings.engagements for m in e.mentions if m.span.overlaps(self.span)]

    @property
    def events(self) -> list[Event]:
        return [e for e in self.findings.events if e.span.overlaps(self.span)]

    def actor(self, key: str | None) -> LocalActor | None:
        """Whom a key of the findings means."""
        return next((a for a in self.findings.actors if a.key == key), self.resolved.actors.get(key or ""))


def explain(
    path: str | Path,
    words: str,
    *,
    nth: int = 1,
    published: str | None = None,
    outlet: str | None = None,
    reader: str | None = None,
    fields: Iterable[str] = (),
    model: str | None = None,
) -> Explanation:
    """What was read at the nth place at which the words stand in a file (text, page, JSON Lines, "-")."""
    found = occurrences(path, words, published=published, outlet=outlet, reader=reader, fields=fields)
    if not 1 <= nth <= len(found):
        raise BadInput("no such place", f"{words!r} stands there {_times(len(found))}; there is no {nth}")
    return explained(found[nth - 1], model)


def occurrences(
    path: str | Path,
    words: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    reader: str | None = None,
    fields: Iterable[str] = (),
) -> list[Occurrence]:
    """Every place at which the words stand in a file; raises `BadInput` where there is none. `reader`, `fields`: as of `read_reports`."""
    from memcon.read.fields import mapped
    from memcon.read.options import ReadOptions

    documents, rejects = _documents(path, ReadOptions(published, outlet, reader=reader, fields=mapped(fields)))
    if not documents:
        first = rejects[0] if rejects else Reject(str(path), "empty", "it holds nothing")
        raise BadInput(f"{first.source}: {first.reason}", first.detail)
    if not words.strip():
        raise BadInput("no words", "say which words of the report you ask about")
    for flags in (re.NOFLAG, re.IGNORECASE):
        places = [(d, span) for d in documents for span in places_of(d.text, words, flags)]
        if places:
            return [Occurrence(d, span, n, len(places)) for n, (d, span) in enumerate(places, 1)]
    raise BadInput("no such words", _nearest(documents, words))


def explained(found: Occurrence, model: str | None = None) -> Explanation:
    """What was read there."""
    environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy is loaded; why, `memcon.annotate.pipeline` says
    from memcon.annotate.parser import Parser
    from memcon.flow.plan import read_rooms

    reading = next(iter(read_rooms([found.document], Parser(model))))
    zone = found.document.zone_at(found.span.start)
    return Explanation(found, zone, _zone_rule(found), reading.resolved, reading.findings)


def places_of(text: str, words: str, flags: re.RegexFlag = re.NOFLAG) -> Iterator[Span]:
    """Where words stand, whatever white space, quotation marks and hyphens the text has between and around them."""
    parts = ["".join(MARKS.get(c, re.escape(c)) for c in part) for part in words.split()]
    return (Span(*match.span()) for match in re.finditer(r"\s+".join(parts), text, flags))


def _documents(path: str | Path, options: "ReadOptions") -> tuple[list[Document], list[Reject]]:
    from memcon.flow.guard import freeze_guarded
    from memcon.read.read import read_paths

    documents, rejects = [], []
    for item in read_paths([path], options):
        made = item if isinstance(item, Reject) else freeze_guarded(item)
        if isinstance(made, Reject):
            rejects.append(made)
        else:
            documents.append(made)
    return documents, rejects


def _zone_rule(found: Occurrence) -> str:
    """The rule of the page that gave the words their zone."""
    from memcon.clean.blocks import blocks_of
    from memcon.clean.zones import lay_out

    document = found.document
    labels = lay_out(document.text, blocks_of(document.text), document.title).labels
    return next((label.rule for label in labels if label.start <= found.span.start < label.end), "")


def _nearest(documents: list[Document], words: str) -> str:
    """That the words are not there, and the passage that is most like them."""
    told = f"{' '.join(words.split())!r} is not in it"
    found = nearest(documents, words)
    if found is None:
        return f"{told}; give words as they stand in the text"
    return f"{told}; the nearest is {' '.join(found[0].text[found[1].start : found[1].end].split())!r}"


def nearest(documents: Iterable[Document], words: str) -> tuple[Document, Span] | None:
    """The passage that is most like some words, in whole words; None where none is like them."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    aligned = [(d, partial_ratio_alignment(words.casefold(), d.text.casefold(), score_cutoff=NEAR)) for d in documents]
    best = max(((a.score, d, a) for d, a in aligned if a and a.dest_end > a.dest_start), key=lambda b: b[0], default=None)
    if best is None:
        return None
    _, document, alignment = best
    return document, Span(*_whole_words(document.text, alignment.dest_start, alignment.dest_end))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _times(n: int) -> str:
    return "once" if n == 1 else f"{n} times"
