"""Annotated, Clauses -> Resolved: who, where, when."""

from memcon.model.annotated import Annotated
from memcon.model.clauses import Clauses
from memcon.model.resolved import Home, Resolved
from memcon.resolve.actors import find_actors
from memcon.resolve.owners import with_owners
from memcon.resolve.places.places import find_places
from memcon.resolve.places.venues import find_venues
from memcon.resolve.settings import find_settings
from memcon.resolve.states.publisher import publisher_of
from memcon.resolve.timex.dates import date_times


def resolve(annotated: Annotated, clauses: Clauses) -> Resolved:
    """One document with its people, places and days made out."""
    actors, mentions = find_actors(annotated, clauses)
    settings = with_owners(annotated, mentions, actors, find_settings(annotated.document))
    publisher = publisher_of(annotated.document)
    places = tuple(find_places(annotated, mentions, actors))
    return Resolved(
        annotated=annotated,
        clauses=clauses,
        actors=actors,
        mentions=tuple(mentions),
        places=places,
        times=tuple(date_times(annotated, clauses, settings)),
        venues=find_venues(annotated, mentions, actors, places),
        settings=settings,
        home=Home(publisher.kind, publisher.state),
    )
