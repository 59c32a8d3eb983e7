"""The record's actors: what all documents say of each.

Comes in: documents, what each says, and who each local actor is. Goes out: the actors, and the sums of what is said, which are kept
so that a report more can be added to them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from memcon.model.document import Document
from memcon.model.findings import Findings
from memcon.model.identity import Identity
from memcon.model.record import Actor, Decision
from memcon.model.resolved import LocalActor
from memcon.model.rulings import Rulings
from memcon.record.publicity import is_public
from memcon.record.sums import ActorSum


def actors_of(
    documents: Sequence[Document], findings: Mapping[str, Findings], identity: Identity, rulings: Rulings
) -> tuple[tuple[Actor, ...], Mapping[str, ActorSum]]:
    """The record's actors, sorted by id, and what all documents say of each."""
    ids = identity.ids
    sums: dict[str, ActorSum] = {}
    for d in documents:
        for number, a in enumerate(findings[d.id].actors):
            summed(d, number, a, ids[d.id, a.key], sums)
    corrected = {ids[m]: said for m, said in rulings.on("corrected").items() if m in ids}
    return tuple(_corrected(sums[i].actor(i), corrected.get(i, ())) for i in sorted(sums)), sums


def summed(document: Document, number: int, actor: LocalActor, i: str, sums: dict[str, ActorSum]) -> None:
    """Add what a document says of its actor of that number to the sum of the record's actor that it is, if it is one."""
    if not i:
        return
    if i not in sums:
        sums[i] = ActorSum((document.id, number), actor.kind, actor.named)
    sums[i].add(document, number, actor)


def _corrected(actor: Actor, decisions: Sequence[Decision]) -> Actor:
    """The actor with what people set right: its name, its state."""
    for d in decisions:
        if d.field == "name" and d.value:
            actor = replace(actor, name=d.value, aliases=tuple(sorted({*actor.aliases, actor.name} - {d.value})))
        elif d.field == "state":
            actor = replace(actor, state=d.value or None)
            actor = replace(actor, public=is_public(actor))
    return actor
