"""The record's actors: what all documents say of each.

Comes in: local actors, and who they are. Goes out: the sums of what is said, from which the actors are made, so that a report more can
be added to them.
"""

from collections.abc import Sequence
from dataclasses import replace

from memcon.model.kept import KeptActor
from memcon.model.record import Actor, Decision
from memcon.record.publicity import is_public
from memcon.record.sums import ActorSum


def summed(local: KeptActor, i: str, sums: dict[str, ActorSum]) -> None:
    """Add what a document says of its actor to the sum of the record's actor that it is, if it is one."""
    if not i:
        return
    if i not in sums:
        sums[i] = ActorSum((local.document, local.number), local.actor.kind, local.actor.named)
    sums[i].add(local)


def corrected(actor: Actor, decisions: Sequence[Decision]) -> Actor:
    """The actor with what people set right: its name, its state."""
    for d in decisions:
        if d.field == "name" and d.value:
            actor = replace(actor, name=d.value, aliases=tuple(sorted({*actor.aliases, actor.name} - {d.value})))
        elif d.field == "state":
            actor = replace(actor, state=d.value or None)
            actor = replace(actor, public=is_public(actor))
    return actor
