"""Resolved -> Statements: what was said, in whose words, by whom, to whom.

Comes in: a resolved document. Goes out: its statements in the order of the text, each with the rule that found it. A quotation
that nobody is seen to say is left out; a speaker who cannot be made out stays None beside the words that stand for them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from memcon.coding.statements.blocks import find_blocks
from memcon.coding.statements.grammar import Phrase, is_text
from memcon.coding.statements.marks import Marks, Quoted, unquoted
from memcon.coding.statements.reports import Report, find_reports
from memcon.coding.statements.signed import find_signed
from memcon.coding.statements.turns import Floor, find_floors, reports_another, spoken
from memcon.model.annotated import Annotated, Turn
from memcon.model.findings import Polarity, Statement, StatementKind
from memcon.model.ids import content_id
from memcon.model.resolved import LocalActor, Resolved
from memcon.model.text import Span

# The share of statements right in words and speaker: PolNeAR dev 0.96, 0.79, 0.75 and 0.52; train200 0.95, 0.78, 0.73, 0.52.
CONFIDENCE: dict[StatementKind, float] = {"direct": 0.95, "mixed": 0.78, "indirect": 0.74}
UNCERTAIN = 0.52  # a quotation without a cue of its own; 31 and 54 of them


def find_statements(resolved: Resolved) -> Sequence[Statement]:
    """Every statement of the document, in the order of the text."""
    annotated = resolved.annotated
    floors = find_floors(resolved)
    reports = [r for r in find_reports(annotated, resolved.clauses) if reports_another(resolved, floors, r)]
    marks = Marks(annotated, reports)
    signed = [*find_signed(annotated), *find_blocks(marks)]
    marked = [q for q in marks.find() if not any(p.first <= q.first < p.last for p in signed)]
    quoted = [*(q for q in marked if reports_another(resolved, floors, q)), *signed]
    found = [_of_quoted(resolved, q, reports) for q in quoted]
    found += [_of_report(resolved, r) for r in unquoted(reports, quoted)]
    found += [_of_turn(resolved, floors, q) for q in spoken(resolved, floors.values())]
    unique = {s.id: s for s in found}
    return sorted(unique.values(), key=lambda s: (s.span, s.id))


def _of_turn(resolved: Resolved, floors: Mapping[Turn, Floor], turn: Quoted) -> Statement:
    """The words of a turn are its speaker's, whatever his label is read as elsewhere."""
    held = resolved.annotated.turn_at(turn.first)
    speaker = floors[held].speaker if held else None
    return replace(_of_quoted(resolved, turn, []), speaker=speaker.key if speaker else None)


def _of_quoted(resolved: Resolved, quoted: Quoted, reports: list[Report]) -> Statement:
    quotes = tuple(q.inner for q in quoted.quotations)
    outer = _span(resolved.annotated, quoted.first, quoted.last)
    span = outer
    if quotes:
        span = Span(min(outer.start, quotes[0].start), max(outer.end, quotes[-1].end))
    if quotes and quoted.whole:
        span = Span(quotes[0].start, quotes[-1].end)
    by = quoted.by
    polarity: Polarity = next((r.polarity for r in reports if r.verb == by.verb), "asserts")
    kind: StatementKind = "direct" if quoted.whole else "mixed"
    confidence = CONFIDENCE[kind] if by.verb is not None else UNCERTAIN
    return _statement(resolved, span, kind, quotes, by.speaker, by.addressee, by.cue, polarity, confidence, by.rule)


def _of_report(resolved: Resolved, report: Report) -> Statement:
    annotated = resolved.annotated
    span = _span(annotated, report.first, report.last)
    held = [q for q in annotated.quotations if q.depth == 0 and q.inner.overlaps(span)]
    quotes = tuple(q.inner for q in held if span.covers(q.inner))
    kind: StatementKind = "mixed" if quotes else "indirect"
    return _statement(
        resolved,
        span,
        kind,
        quotes,
        report.speaker,
        report.addressee,
        report.cue,
        report.polarity,
        CONFIDENCE[kind],
        report.rule,
    )


def _statement(
    resolved: Resolved, span: Span, kind: StatementKind, quotes: tuple[Span, ...], speaker: Phrase | None,
    addressee: int | None, cue: Phrase | None, polarity: Polarity, confidence: float, rule: str,
) -> Statement:  # fmt: skip
    annotated = resolved.annotated
    who = speaker_actor(resolved, speaker) if speaker else None
    to = resolved.actor_at(addressee) if addressee is not None else None
    document = annotated.document.id
    return Statement(
        id=content_id("statement", document, span.start, span.end),
        document=document,
        span=span,
        kind=kind,
        quotes=quotes,
        speaker=who.key if who else None,
        speaker_text=annotated.read(speaker.first, speaker.last) if speaker else None,
        addressee=to.key if to else None,
        cue=_span(annotated, cue.first, cue.last) if cue else None,
        polarity=polarity,
        issues=(),
        confidence=confidence,
        why=rule,
    )


def speaker_actor(resolved: Resolved, speaker: Phrase) -> LocalActor | None:
    """Whom the phrase means: by its head, its apposition, or, of a text, by who issued it."""
    annotated = resolved.annotated
    if actor := resolved.actor_at(speaker.head):
        return actor
    children = annotated.children(speaker.head)
    wanted = ("poss", "compound", "amod", "nmod") if is_text(annotated, speaker.head) else ("appos",)
    for child in children:
        if child.dep in wanted and (actor := resolved.actor_at(child.i)):
            return actor
    if not is_text(annotated, speaker.head):
        return None
    for link in children:
        agent = annotated.child(link.i, "agent") if link.dep in ("acl", "relcl") else None
        link = agent or link
        noun = annotated.child(link.i, "pobj") if link.lower in ("by", "from", "of", "in") else None
        if noun and (actor := resolved.actor_at(noun.i) or speaker_actor(resolved, Phrase(noun.i, noun.i, noun.i + 1))):
            return actor
    return None


def _span(annotated: Annotated, first: int, last: int) -> Span:
    return annotated.span(first, last)
