"""Resolved -> Findings: statements, engagements, events, issues, outlook."""

from dataclasses import replace

from memcon.coding.engagements import find_engagements
from memcon.coding.events import find_events, states_in
from memcon.coding.issues import about, find_issues
from memcon.coding.outlook import find_outlook
from memcon.coding.statements import read_statements
from memcon.coding.voices import with_voices
from memcon.model.findings import Findings, NamedPlace, NameMention, TimeMention
from memcon.model.resolved import PlaceMention, Resolved


def code(resolved: Resolved, thought: bool = False) -> Findings:
    """Everything that one document says; with `thought`, beliefs and intentions among its statements."""
    statements, actors = read_statements(resolved, thought)
    resolved = with_voices(replace(resolved, actors=actors), statements)
    engagements = tuple(find_engagements(resolved))
    issues = find_issues(resolved)
    events = tuple(find_events(resolved, statements, engagements, issues))
    found = Findings(
        document=resolved.annotated.document.id,
        actors=(*resolved.actors.values(), *states_in(resolved, events)),
        mentions=(),
        times=tuple(TimeMention(t.span, t.date, t.tense) for t in resolved.times),
        places=tuple(NamedPlace(p.span, p.place) for p in _in_order(resolved)),
        statements=tuple(replace(s, issues=about(issues, s.span)) for s in statements),
        engagements=tuple(replace(e, issues=about(issues, *(m.sentence for m in e.mentions))) for e in engagements),
        events=events,
        issues=tuple(issues),
        outlook=tuple(find_outlook(resolved, statements, engagements)),
    )
    return _with_actors(found, resolved)


def _in_order(resolved: Resolved) -> list[PlaceMention]:
    """The places of the registers and the venues that none has, in the order of the text."""
    return sorted((*resolved.places, *resolved.venues), key=lambda p: (p.span.start, p.span.end))


def _with_actors(found: Findings, resolved: Resolved) -> Findings:
    """The actors and their mentions: everybody named, and of the unnamed those who say or do something."""
    text, doing = resolved.annotated.document.text, _doing(found)
    actors = {a.key: a for a in found.actors if a.named or a.key in doing}
    mentions = tuple(
        NameMention(m.span, m.actor, m.span.of(text), m.how, m.reason)
        for m in resolved.mentions
        if not m.place_use and (m.actor is None or m.actor in actors)
    )
    return replace(found, actors=tuple(actors.values()), mentions=mentions)


def _doing(found: Findings) -> set[str]:
    """The keys of all who speak, are spoken to, take part, act or expect."""
    keys = {k for s in found.statements for k in (s.speaker, s.addressee) if k}
    keys |= {p.actor for e in found.engagements for p in e.participants}
    keys |= {p.actor for e in found.engagements for m in e.mentions for p in m.participants}
    keys |= {k for e in found.events for k in (*e.actors, *e.recipients, e.holder) if k}
    return keys | {o.holder for o in found.outlook if o.holder}
