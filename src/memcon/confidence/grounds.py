"""What speaks for a value and against it, and how much each weighs. The table is `weights.csv` beside this module."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Annotated

from memcon.model.errors import BrokenTable
from memcon.registers.cells import KEY
from memcon.registers.tables import Table


class Of(StrEnum):
    """What is more or less sure."""

    STATUS = "status"  # that there is such an engagement, and that it has this status
    PLACE = "place"
    LINK = "link"  # part_of, rescheduled_as
    SPEAKER = "speaker"  # that somebody says this, and who


class Ground(StrEnum):
    """What a value rests on. The words are for people, the members decide."""

    BASE = "any such value"  # 1 for each: what is right of those that nothing speaks for or against

    CONSIDERED = "only considered"
    HABIT = "a habit or a series"
    TITLE = "the title of an official paper says it"
    HAPPENED = "a verb tells that it happened"
    UNSAID = "no words say the status outright"
    AGAINST = "other words say the opposite"
    CHANGED = "reports or days gave it other statuses"
    MENTIONS = "words that say it"
    ONE_DAY = "words give its day"
    NO_DAY = "no day known"
    TWO_NAMED = "two persons named"
    NOBODY_NAMED = "nobody named"
    ONE_SIDE = "one side known"
    MANY_COME = "a summit or a conference"
    ORIGINS = "independent origins"
    PART = "part of another"
    PLACED = "words name its place"

    HOST = "the state of whoever receives, which no words name"
    WHOLE_STATE = "a state, not a city"
    PLACE_WORDS = "mentions that name it"
    PLACES_DIFFER = "another place is told"
    VISIT = "a visit"

    SUCCESSOR = "what it was put off to"

    RULE = "how often the rule is right"
    DIRECT = "all of it in quotation marks"
    NO_CUE = "no words attribute it"
    PRONOUN = "a pronoun for the speaker"
    DESCRIBED = "a description for the speaker"
    UNKNOWN = "nobody known for the speaker"


@dataclass(frozen=True, slots=True)
class Weight:
    """What one ground weighs for one kind of value. `means`: what its number is; `source`: where the weight comes from."""

    of: Annotated[Of, KEY]
    ground: Annotated[Ground, KEY]
    weight: float
    means: str
    source: str


WEIGHTS = Table("weights.csv", Weight)


@cache
def weights(of: Of) -> Mapping[Ground, float]:
    """The weight of each ground of one kind of value; refuses a table without its base."""
    found = {row.ground: row.weight for row in rows() if row.of is of}
    if Ground.BASE not in found:
        raise BrokenTable(WEIGHTS.name, 1, f"no weight of {Ground.BASE.value!r} for {of.value}")
    return found


@cache
def rows() -> tuple[Weight, ...]:
    return WEIGHTS.read(files("memcon.confidence"))
