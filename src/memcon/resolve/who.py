"""Who is meant: persons, bodies, states and groups of one document."""

from collections.abc import Sequence

from memcon.model.annotated import Annotated
from memcon.model.resolved import ActorMention, LocalActor


def find_actors(annotated: Annotated) -> tuple[dict[str, LocalActor], Sequence[ActorMention]]:
    """The actors of the document by key, and every mention of them in the order of the text."""
    return {}, ()
