"""What is decided of mentions that can be one occasion: what spoke for those that are, why others are not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from memcon.model.findings import EngagementMention
from memcon.model.record import Decision


class Objection(StrEnum):
    """Why two engagements that have people in common are not one. The words are for people, the members decide."""

    KINDS = "what one calls it, the other cannot mean"
    DAYS = "on another day"
    WEEKS = "news of another week"
    ORDER = "planned after the day of this, or over before it"
    SEVERAL = "a sum of several"
    NO_DAY = "neither has a day"
    ONE_REPORT = "a report tells of both as two"
    PLACES = "at another place"
    PEOPLE = "of other people, or not all are known"
    ROLL = "an official paper names all who took part"
    STATUSES = "one was called off, the other took place"
    SUMMITS = "of another body, or not of a body"
    ORDINALS = "counted as another: first, second, third"
    LITTLE = "too little speaks for it"


class Feature(StrEnum):
    """What two engagements that can be one have in common, or not. The words are for people, the members decide."""

    KIND = "another kind"
    ORGANISER = "organiser"
    SIDES = "sides"
    PERSONS = "persons"
    DAY = "day"
    ANCHORED = "the next or the last of them"  # the day of what is told without one
    ONE_WEEK = "told in one week"
    PLACE = "place"
    CALLED = "named by its place"
    STATUS = "status"
    UNTOLD = "one side is not told"
    ORDINAL = "counted alike"
    GIVEN_UP = "called off before its day"
    NO_DAY = "neither has a day"
    ONE_REPORT = "told by one report"
    ANOTHER = "told as another"
    NOBODY_NAMED = "day and place, with nobody named"


@dataclass(frozen=True, slots=True)
class Told:
    """The first words that one report has for an occasion."""

    document: str
    mention: EngagementMention


@dataclass(frozen=True, slots=True)
class Judgements:
    """Of one engagement: the decisions that made its mentions one, the words of the labels that these name, and the engagements of
    the same people that were left out, each with the reason."""

    same: tuple[Decision, ...] = ()
    words: Mapping[str, Told] = field(default_factory=dict)
    left_out: tuple[tuple[str, Objection], ...] = ()  # by id
