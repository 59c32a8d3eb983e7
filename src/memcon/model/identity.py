"""Who each local actor is: documents' own keys in, the record's ids out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from memcon.model.findings import Event, NameMention, Outlook, Statement

SEVERAL = "several persons of the record bear the name"  # why a bare name is nobody's


@dataclass(frozen=True, slots=True)
class Identity:
    """(document, local key) -> the record's actor id.

    The id is empty for a bare name that several persons of the record can bear: it is nobody's.
    """

    ids: Mapping[tuple[str, str], str]

    def of(self, document: str, key: str | None) -> str | None:
        return (self.ids.get((document, key)) or None) if key is not None else None

    def of_mention(self, document: str, mention: NameMention) -> NameMention:
        # Made anew rather than by `replace`, which takes five times as long: most rows of a record are mentions.
        actor = self.of(document, mention.actor)
        reason = SEVERAL if actor is None and mention.actor is not None else mention.reason
        return NameMention(mention.span, actor, mention.text, mention.how, reason)

    def of_statement(self, s: Statement) -> Statement:
        return replace(s, speaker=self.of(s.document, s.speaker), addressee=self.of(s.document, s.addressee))

    def of_event(self, e: Event) -> Event:
        actors = [self.of(e.document, a) for a in e.actors]
        recipients = [self.of(e.document, a) for a in e.recipients]
        return replace(
            e,
            actors=tuple(a for a in actors if a),
            recipients=tuple(a for a in recipients if a),
            holder=self.of(e.document, e.holder),
        )

    def of_outlook(self, o: Outlook) -> Outlook:
        return replace(o, holder=self.of(o.document, o.holder))
