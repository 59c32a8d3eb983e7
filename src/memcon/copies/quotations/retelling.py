"""Statements and events told again: by copies of the text, and by other texts. Copies add no weight.

Comes in: the record's statements and events, documents, families. Goes out: the same, those of a copy with the one of the
canonical that they retell, and each with the number of origins that tell it. A copy's sentence is matched with the canonical's
by alignment; other texts tell the same statement when one speaker's quotation has a run of words in common, and the same event
when kind, actors, recipients and day agree.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from memcon.copies.families.differences import EVERY
from memcon.copies.families.relations import aligned
from memcon.copies.quotations.quoted import number_of, quoted
from memcon.model.document import Document
from memcon.model.findings import Event, Statement
from memcon.model.record import Family
from memcon.model.text import Span

RUN = 8  # words of a quotation: as many on end are not said twice by chance
SHORT = 5  # words of the runs by which they are looked for


@dataclass(frozen=True, slots=True)
class Told:
    """A statement or event as it is matched: what must agree, and where it stands."""

    id: str
    document: str
    span: Span
    same: Hashable


def retold_statements(
    statements: Sequence[Statement], documents: Mapping[str, Document], families: Sequence[Family]
) -> dict[str, str]:
    """The statements of copies, each with the one of the canonical that it retells."""
    return _retells([_told_statement(s) for s in statements], documents, families)


def _told_statement(s: Statement) -> Told:
    return Told(s.id, s.document, s.span, s.speaker)


def counted_statements(
    statements: Sequence[Statement],
    documents: Mapping[str, Document],
    retells: Mapping[str, str],
    families: Sequence[Family],
) -> tuple[Statement, ...]:
    """The statements with `retells` as given, and `origins`. All that tell the same must be among them."""
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for s in statements:
        for run in runs_quoted(s, documents[s.document].text):
            groups[s.speaker, run].append(s.id)
    origins = count_origins([_told_statement(s) for s in statements], retells, groups.values(), families)
    return tuple(replace(s, retells=retells.get(s.id), origins=origins[s.id]) for s in statements)


def runs_quoted(statement: Statement, text: str, length: int = RUN) -> Iterator[tuple[str, ...]]:
    """The runs of so many words in its quotations."""
    for span in statement.quotes:
        keys = quoted(statement.document, text, span).keys
        yield from (keys[n : n + length] for n in range(len(keys) - length + 1))


def prints_of(statement: Statement, text: str) -> frozenset[int]:
    """Numbers by which statements that quote the same run are found: of each run the smallest of its shorter runs."""
    return frozenset(
        min(number_of(run[n : n + SHORT]) for n in range(RUN - SHORT + 1)) for run in runs_quoted(statement, text)
    )


def numbers_of(statement: Statement, text: str) -> frozenset[int]:
    """The numbers of all its shorter runs: `prints_of` any statement that quotes the same are among them."""
    return frozenset(number_of(run) for run in runs_quoted(statement, text, SHORT))


def retold_events(events: Sequence[Event], documents: Mapping[str, Document], families: Sequence[Family]) -> dict[str, str]:
    """The events of copies, each with the one of the canonical that it retells."""
    return _retells([_told_event(e) for e in events], documents, families)


def _told_event(e: Event) -> Told:
    return Told(e.id, e.document, e.span, (e.type, e.negated))


def counted_events(events: Sequence[Event], retells: Mapping[str, str], families: Sequence[Family]) -> tuple[Event, ...]:
    """The events with `retells` as given, and `origins`. All that tell the same must be among them."""
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for e in events:
        if key := event_key(e):
            groups[key].append(e.id)
    told = [_told_event(e) for e in events]
    origins = count_origins(told, retells, groups.values(), families)
    return tuple(replace(e, retells=retells.get(e.id), origins=origins[e.id]) for e in events)


def event_key(e: Event) -> Hashable | None:
    """What two events have in common that are one; None for an event that nothing else can be."""
    if e.actors and e.recipients and e.date is not None and e.date.exact:
        return e.type, e.mode, e.actors, e.recipients, e.date.earliest, e.negated, e.tense
    return None


def _retells(told: Sequence[Told], documents: Mapping[str, Document], families: Sequence[Family]) -> dict[str, str]:
    """What a copy tells -> what the canonical tells in the sentence that it copies."""
    by_document: dict[str, list[Told]] = defaultdict(list)
    copied = {d for f in families for d in f.documents}
    for item in told:
        if item.document in copied:
            by_document[item.document].append(item)
    found: dict[str, str] = {}
    for family in families:
        for copy in family.members:
            mine, theirs = by_document.get(copy.document, []), by_document.get(family.canonical, [])
            if mine and theirs:
                found |= _matched(mine, theirs, documents[copy.document].text, documents[family.canonical].text)
    return found


def _matched(mine: Sequence[Told], theirs: Sequence[Told], text: str, canonical: str) -> dict[str, str]:
    """Each of the copy's with the canonical's that begins nearest to its place in the aligned sentence, once."""
    pairs = aligned(text, canonical, EVERY)
    starts = [pair.left[0] for pair in pairs]
    free = sorted(theirs, key=lambda t: t.span)
    found = {}
    for item in sorted(mine, key=lambda t: t.span):
        at = bisect_right(starts, item.span.start) - 1
        if at < 0 or item.span.start >= pairs[at].left[1]:
            continue
        left, right = pairs[at].left, pairs[at].right
        expected = right[0] + (item.span.start - left[0]) * (right[1] - right[0]) / max(left[1] - left[0], 1)
        able = [t for t in free if right[0] <= t.span.start < right[1] and t.same == item.same]
        if able:
            best = min(able, key=lambda t: (abs(t.span.start - expected), t.span))
            found[item.id] = best.id
            free.remove(best)
    return found


def count_origins(
    told: Sequence[Told], retells: Mapping[str, str], groups: Iterable[Sequence[str]], families: Sequence[Family]
) -> dict[str, int]:
    """How many origins tell each: those of all that it is tied to, directly or not."""
    origin = {d: f.id for f in families for d in f.documents}
    parent = {t.id: t.id for t in told}

    def root(i: str) -> str:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    ties = [*retells.items(), *(pair for group in groups for pair in pairwise(group))]
    for a, b in ties:
        parent[root(a)] = root(b)
    of: dict[str, set[str]] = defaultdict(set)
    for t in told:
        of[root(t.id)].add(origin.get(t.document, t.document))
    return {t.id: len(of[root(t.id)]) for t in told}
