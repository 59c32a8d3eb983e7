"""Annotated -> Resolved: who, where, when."""

from memcon.model.annotated import Annotated
from memcon.model.resolved import Resolved
from memcon.resolve.dates import date_times
from memcon.resolve.where import find_places
from memcon.resolve.who import find_actors


def resolve(annotated: Annotated) -> Resolved:
    """One document with its people, places and days made out."""
    actors, mentions = find_actors(annotated)
    return Resolved(
        annotated=annotated,
        actors=actors,
        mentions=tuple(mentions),
        places=tuple(find_places(annotated, mentions)),
        times=tuple(date_times(annotated)),
    )
