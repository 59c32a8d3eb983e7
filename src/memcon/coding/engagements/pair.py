"""A phrase beside an occasion that was told before it, with what decides whether they are one.

Comes in: a phrase with its traits, and an occasion. Goes out: `Pair`, which `objections`, `tied` and `fit` ask.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.coding.engagements.occasion import Occasion
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.sittings import LONGEST, SITTINGS, within_a_sitting
from memcon.coding.engagements.traits import Traits, begins_after
from memcon.model.kinds import EngagementKind
from memcon.model.status import Status

LEAD = 3  # sentences: the title, a repeated title, the lead


@dataclass(frozen=True, slots=True)
class Pair:
    """A phrase, and the occasion that it may be one with."""

    phrase: Phrase
    said: Traits
    occasion: Occasion
    shared: Set[str]  # sides

    @classmethod
    def of(cls, phrase: Phrase, said: Traits, occasion: Occasion) -> "Pair":
        return cls(phrase, said, occasion, said.sides.keys() & occasion.sides.keys())

    @property
    def mine(self) -> dict[str, set[str]]:
        """Side -> named persons, of the phrase."""
        return self.said.sides

    @property
    def theirs(self) -> dict[str, set[str]]:
        return self.occasion.sides

    @property
    def sentence(self) -> int:
        return self.said.sentence

    @property
    def published(self) -> date | None:
        return self.said.published

    @property
    def called_so(self) -> bool:
        """Has the occasion been called by the same noun?"""
        return self.occasion.told.called(self.said.noun, self.occasion.kind)

    @property
    def one_topic(self) -> bool:
        """Not "trade talks" beside "climate talks"."""
        mine, theirs = self.said.topics, self.occasion.told.topics
        return not mine or not theirs or not mine.isdisjoint(theirs)

    @property
    def another(self) -> bool:
        """ "A third summit" beside "the second summit"."""
        mine, theirs = self.said.counted, self.occasion.told.counted
        return bool(mine and theirs) and mine.isdisjoint(theirs)

    @property
    def sitting(self) -> bool:
        """ "The next round of the talks will be held in May": one of the sittings of talks that go on, and not they."""
        known = self.occasion
        on = known.kind == EngagementKind.TALKS and known.status == Status.ONGOING and known.date is None
        return self.said.sitting and on and not known.told.in_rounds

    @property
    def first_and_last(self) -> bool:
        """ "Opened talks on Monday", "the talks ended on Wednesday", or go on: the first and a later day of one sitting."""
        told, day, known = self.occasion.told, self.phrase.arguments.date, self.occasion.date
        if day is None or not {self.phrase.kind, self.occasion.kind} <= SITTINGS or self.phrase.further:
            return False
        on = self.occasion.status is Status.ONGOING
        if known is None:
            began, now = day.date.earliest, self.published
            return self.said.opens and on and bool(began and now and timedelta() <= now - began <= LONGEST)
        if self.said.closes and (told.opened or on):
            return within_a_sitting(known, day.date)
        return self.said.opens and (told.closed or on) and within_a_sitting(day.date, known)

    @property
    def titled(self) -> bool:
        """Is it the lead of an official paper, beside what its title names?"""
        return self.occasion.phrases[0].titled and self.sentence <= LEAD

    @property
    def same_day(self) -> bool:
        day, known = self.phrase.arguments.date, self.occasion.date
        return bool(day and known and day.date.known and known.known and day.date.can_be(known))

    @property
    def same_place(self) -> bool:
        here, there = self.phrase.arguments.place, self.occasion.place
        return bool(here and there and here.can_be(there))

    @property
    def whole_and_stop(self) -> bool:
        """ "His tour", beside the visit to one state that is a stop of it."""
        here, there = self.phrase.arguments.place, self.occasion.place
        stop = there if self.phrase.journey else here if self.occasion.told.journey else None
        return self.phrase.journey != self.occasion.told.journey and stop is not None and stop.country is not None

    @property
    def to_come(self) -> bool:
        return bool(self.occasion.date and self.published and begins_after(self.occasion.date, self.published))

    @property
    def held(self) -> bool:
        return self.occasion.status == Status.HELD and self.occasion.strong
