"""What a join found -> a `Record`: of what is new or otherwise, or, where nothing was joined before, of everything."""

from collections.abc import Iterator
from dataclasses import replace

from memcon.flow.joining.joined import Joined
from memcon.model.findings import Outlook
from memcon.model.record import Record


def whole_record(now: Joined) -> Record:
    """The record of a join before which nothing was joined."""
    decisions = (*now.who.decisions, *now.met.decisions, *now.ruled)
    return replace(
        changed_items(now),
        documents=tuple(now.changed.documents.values()),
        outlook=tuple(_outlook(now)),
        decisions=tuple(sorted(decisions, key=lambda d: (d.left, d.right, d.by, d.at or "", d.field or ""))),
    )


def _outlook(now: Joined) -> Iterator[Outlook]:
    """With the engagement of the record in the place of that of the document; None where that is none of the record."""
    made = {e.id for e in now.met.engagements}
    ids = {(row.document, row.local.key): row.id for row in now.met.fresh if row.id in made}
    for o in now.told.outlook:
        yield replace(o, about=ids.get((o.document, o.about)) if o.about else None)


def changed_items(now: Joined) -> Record:
    """What is new or otherwise, as a record. Decisions are not in it; outlook names engagements by their key in its document."""
    told, met = now.told, now.met
    findings = [now.changed.findings[d] for d in sorted(now.changed.findings)]
    return Record(
        documents=(),
        families=now.copied.families,
        actors=now.who.actors,
        mentions=told.mentions,
        times=tuple((f.document, t) for f in findings for t in f.times),
        places=tuple((f.document, p) for f in findings for p in f.places),
        statements=told.statements,
        quotations=tuple(found for found in told.quoting.found if found.changed),
        engagements=met.engagements,
        events=told.events,
        issues=tuple((f.document, i) for f in findings for i in f.issues),
        outlook=told.outlook,
        decisions=(),
        rejects=(),
    )
