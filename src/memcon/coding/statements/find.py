"""Resolved -> Statements: what was said, in whose words, by whom, to whom.

Comes in: a resolved document. Goes out: its statements in the order of the text, each with the rule that found it, and its actors
with those that only speak. A quotation that nobody is seen to say is left out; a speaker who cannot be made out stays None beside
the words that stand for them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from memcon.coding.statements.blocks import find_blocks
from memcon.coding.statements.grammar import Phrase
from memcon.coding.statements.marks import Marks
from memcon.coding.statements.quoted import Quoted, unquoted
from memcon.coding.statements.report import Report
from memcon.coding.statements.reports import find_reports
from memcon.coding.statements.signed import find_signed
from memcon.coding.statements.speakers import Attribution, Speakers
from memcon.coding.statements.turns import Floor, find_floors, reports_another, spoken
from memcon.model.annotated import Annotated, Turn
from memcon.model.findings import Polarity, Statement, StatementKind
from memcon.model.ids import content_id
from memcon.model.resolved import LocalActor, Resolved
from memcon.model.text import Span

# The share of statements right in words and speaker, of those that stand in no other: PolNeAR dev 0.96, 0.81, 0.83, 0.50, 0.56;
# train200 0.95, 0.81, 0.83, 0.52, 0.56.
CONFIDENCE: dict[StatementKind, float] = {"direct": 0.95, "mixed": 0.81, "indirect": 0.83}
UNCERTAIN = 0.51  # a quotation without a cue of its own
THOUGHT = 0.56  # a belief or an intention, or what a noun or a passive reports


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before its speaker is made out; `holder` has the floor, whatever the words for the speaker mean elsewhere."""

    span: Span
    kind: StatementKind
    quotes: tuple[Span, ...]
    speaker: Phrase | None
    addressee: int | None
    cue: Phrase | None
    polarity: Polarity
    confidence: float
    rule: str
    turn: bool = False
    holder: LocalActor | None = None


def find_statements(resolved: Resolved, thought: bool = False) -> Sequence[Statement]:
    """Every statement of the document, in the order of the text; with `thought`, beliefs and intentions too."""
    return read_statements(resolved, thought)[0]


def read_statements(resolved: Resolved, thought: bool = False) -> tuple[Sequence[Statement], dict[str, LocalActor]]:
    """Every statement of the document, in the order of the text, and its actors with those that the statements bring in."""
    drafts = list(_drafts(resolved, thought))
    speakers = Speakers(resolved)
    actors = speakers.name([Attribution(None if d.turn else d.speaker, d.span) for d in drafts])
    found = [_statement(resolved, d, d.holder if d.turn else a) for d, a in zip(drafts, actors, strict=True)]
    unique = {s.id: s for s in found}
    said = sorted(unique.values(), key=lambda s: (s.span, s.id))
    used = {s.speaker for s in said}
    return said, {key: actor for key, actor in speakers.actors.items() if key in resolved.actors or key in used}


def _drafts(resolved: Resolved, thought: bool) -> Iterator[Draft]:
    annotated = resolved.annotated
    floors = find_floors(resolved)
    reports = [r for r in find_reports(annotated, resolved.clauses, thought) if reports_another(resolved, floors, r)]
    marks = Marks(annotated, reports)
    signed = [*find_signed(annotated), *find_blocks(marks)]
    marked = [q for q in marks.find() if not any(p.first <= q.first < p.last for p in signed)]
    quoted = [*(q for q in marked if reports_another(resolved, floors, q)), *signed]
    polarities = {r.verb: r.polarity for r in reversed(reports)}
    yield from (_of_quoted(annotated, q, polarities) for q in quoted)
    yield from (_of_report(annotated, r) for r in unquoted(reports, quoted))
    yield from (_of_turn(annotated, floors, q) for q in spoken(resolved, floors.values()))


def _of_turn(annotated: Annotated, floors: Mapping[Turn, Floor], turn: Quoted) -> Draft:
    held = annotated.turn_at(turn.first)
    draft = _of_quoted(annotated, turn, {})
    return Draft(
        draft.span, draft.kind, draft.quotes, draft.speaker, None, draft.cue, draft.polarity, draft.confidence, draft.rule,
        turn=True, holder=floors[held].speaker if held else None,
    )  # fmt: skip


def _of_quoted(annotated: Annotated, quoted: Quoted, polarities: Mapping[int, Polarity]) -> Draft:
    quotes = tuple(q.inner for q in quoted.quotations)
    span = annotated.span(quoted.first, quoted.last)
    if quotes and quoted.whole:
        span = Span(quotes[0].start, quotes[-1].end)
    elif quotes:
        span = Span(min(span.start, quotes[0].start), max(span.end, quotes[-1].end))
    by = quoted.by
    kind: StatementKind = "direct" if quoted.whole else "mixed"
    polarity = polarities.get(by.verb, "asserts") if by.verb is not None else "asserts"
    confidence = CONFIDENCE[kind] if by.verb is not None else UNCERTAIN
    return Draft(span, kind, quotes, by.speaker, by.addressee, by.cue, polarity, confidence, by.rule)


def _of_report(annotated: Annotated, report: Report) -> Draft:
    span = annotated.span(report.first, report.last)
    quotes = tuple(q.inner for q in annotated.quotations if q.depth == 0 and span.covers(q.inner))
    kind: StatementKind = "mixed" if quotes else "indirect"
    return Draft(
        span, kind, quotes, report.speaker, report.addressee, report.cue, report.polarity,
        THOUGHT if report.thought else CONFIDENCE[kind], report.rule,
    )  # fmt: skip


def _statement(resolved: Resolved, draft: Draft, speaker: LocalActor | None) -> Statement:
    annotated = resolved.annotated
    to = resolved.actor_at(draft.addressee) if draft.addressee is not None else None
    document = annotated.document.id
    words, cue = draft.speaker, draft.cue
    return Statement(
        id=content_id("statement", document, draft.span.start, draft.span.end),
        document=document,
        span=draft.span,
        kind=draft.kind,
        quotes=draft.quotes,
        speaker=speaker.key if speaker else None,
        speaker_text=annotated.read(words.first, words.last) if words else None,
        addressee=to.key if to else None,
        cue=annotated.span(cue.first, cue.last) if cue else None,
        polarity=draft.polarity,
        issues=(),
        confidence=draft.confidence,
        why=draft.rule,
    )
