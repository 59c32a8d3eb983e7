"""Open the record in a database and ask it."""

from memcon.api.diaries import Diaries
from memcon.api.items import Items
from memcon.api.outputs import Outputs
from memcon.api.reading import default_db
from memcon.api.relations import Relations
from memcon.store.address import Place


class OpenRecord(Diaries, Relations, Items, Outputs):
    """A database open for questions. Lists come in order of time (actors: by how often they are mentioned).

    with_    a state (code, name or adjective) or the name of an actor; several must all take part
    person   a name or a part of one; several must all take part
    since, until  ISO days or dates; what can have been on one of them stays, what has no date goes
    """


def open_record(db: Place | None = None) -> "OpenRecord":
    """The record in a database. Where documents were added since it was joined, it is joined first."""
    return OpenRecord(db or default_db())
