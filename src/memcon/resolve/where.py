"""Where: the places named in one document."""

from collections.abc import Sequence

from memcon.model.annotated import Annotated
from memcon.model.resolved import ActorMention, PlaceMention


def find_places(annotated: Annotated, mentions: Sequence[ActorMention]) -> Sequence[PlaceMention]:
    """Every place named, in the order of the text."""
    return ()
