"""Resolved -> Findings: statements, engagements, events, issues, outlook."""

from dataclasses import replace

from memcon.coding.engagements import find_engagements
from memcon.coding.events import find_events
from memcon.coding.issues import about, find_issues
from memcon.coding.outlook import find_outlook
from memcon.coding.statements import find_statements
from memcon.coding.voices import with_voices
from memcon.model.findings import Findings, NamedPlace, NameMention, TimeMention
from memcon.model.resolved import Resolved


def code(resolved: Resolved) -> Findings:
    """Everything that one document says."""
    text = resolved.annotated.document.text
    statements = tuple(find_statements(resolved))
    resolved = with_voices(resolved, statements)
    engagements = tuple(find_engagements(resolved))
    issues = find_issues(resolved)
    return Findings(
        document=resolved.annotated.document.id,
        actors=tuple(resolved.actors.values()),
        mentions=tuple(
            NameMention(m.span, m.actor, m.span.of(text), m.how, m.reason) for m in resolved.mentions if not m.place_use
        ),
        times=tuple(TimeMention(t.span, t.date, t.tense) for t in resolved.times),
        places=tuple(NamedPlace(p.span, p.place) for p in resolved.places),
        statements=tuple(replace(s, issues=about(issues, s.span)) for s in statements),
        engagements=tuple(replace(e, issues=about(issues, *(m.sentence for m in e.mentions))) for e in engagements),
        events=tuple(find_events(resolved, statements, engagements)),
        issues=tuple(issues),
        outlook=tuple(find_outlook(resolved, statements, engagements)),
    )
