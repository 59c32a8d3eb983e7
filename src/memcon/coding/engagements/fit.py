"""How well a phrase fits an occasion that was told before: may they be one, does anything tie them, how much speaks for it?

Comes in: a phrase with its traits, and an occasion. Goes out: `Fit`, whose likeness is 0 where they cannot be one.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from memcon.coding.engagements.occasion import Occasion, given_up, of_one_body
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.stay_days import one_stay
from memcon.coding.engagements.traits import Traits, begins_after
from memcon.coding.news import NEWS
from memcon.model.kinds import FOR_THE_PRESS, MEETINGS, EngagementKind, can_be_one
from memcon.model.status import AHEAD, DATED_PLANS, DONE, UNDONE, Status

LEAD = 3  # sentences: the title, a repeated title, the lead
LEAD_TOKENS = 25
FAR_BACK = 40  # sentences; a definite phrase does not point back further


@dataclass(frozen=True, slots=True)
class Fit:
    """A phrase beside an occasion, with what decides whether they are one."""

    phrase: Phrase
    said: Traits
    occasion: Occasion
    shared: Set[str]  # sides

    @classmethod
    def of(cls, phrase: Phrase, said: Traits, occasion: Occasion) -> "Fit":
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

    def likeness(self) -> float:
        """How well they fit; 0 where they cannot be one, or nothing makes them one."""
        if self.another or self.sitting or self._met_beside_talks() or not self._where_and_when() or not self._statuses():
            return 0.0
        on_visit = self._programme()
        if not on_visit and not (self._kinds() and self._sides() and self._tied()):
            return 0.0
        phrase, occasion = self.phrase, self.occasion
        near = max(0.0, 1.0 - (self.sentence - occasion.last_sentence) / FAR_BACK)
        parts = (
            2.0,
            self._number(),
            len(self.shared),
            self.same_day,
            self.same_place,
            near * (4 if phrase.predicate else 1),
            1.0 * self.called_so,
            0.5 * (phrase.kind == occasion.kind),
            0.1 * min(len(occasion.phrases), 8),
            1.5 * on_visit,
            -0.5 * (occasion.told.all_legs and not self.same_place),
            -2.0 * given_up(phrase, occasion),
        )
        return max(0.1, sum(parts))

    def _met_beside_talks(self) -> bool:
        """ "The presidents met in June", "were due to meet", beside talks of their states: two who meet are not the talks that go on,
        nor those of which is told without a day what is older than news."""
        phrase, known = self.phrase, self.occasion
        by_name = phrase.verbal and len(self.mine) > 1 and all(self.mine.values())
        if not by_name or known.kind != EngagementKind.TALKS or any(self.theirs.values()) or not self.theirs:
            return False
        day = phrase.arguments.date.date.latest if phrase.arguments.date is not None else None
        older = day is not None and self.published is not None and day < self.published - NEWS and known.date is None
        return older or (known.status == Status.ONGOING and phrase.verdict.status not in (None, Status.ONGOING))

    def _number(self) -> float:
        """ "The visits" are rather several than one. Talks have no singular."""
        if self.phrase.kind == "talks":
            return 0.0
        many = 2 * self.occasion.told.plurals > len(self.occasion.phrases)
        return 1.0 if many == self.phrase.plural else -1.0

    def _where_and_when(self) -> bool:
        day, known = self.phrase.arguments.date, self.occasion.date
        presumed = day is not None and known is not None and (day.date.presumed or known.presumed)
        if day and known and not presumed and not day.date.can_be(known) and not one_stay(self.phrase, self.occasion):
            return False
        unanchored = self.published is None and day and day.date.known and not (known and known.known)
        if unanchored and not self.phrase.definite:
            return False  # an undated report: what it dates outright is not what it dates by weekdays
        if day and self.published and known is None and self._held() and begins_after(day.date, self.published):
            return False  # nothing that was held is on a day to come
        past = day and day.date.latest and self.published and day.date.latest < self.published
        points = self.phrase.definite and not (self.phrase.kind == "talks" and self.phrase.verdict.status == Status.HELD)
        if past and known is None and self.occasion.status in AHEAD | {Status.ONGOING} and not points:
            return (
                False  # "in 2011 he went there", beside a visit that goes on; "came to the talks in May", beside talks now
            )
        here, there = self.phrase.arguments.place, self.occasion.place
        return self.phrase.stop or not here or not there or here.can_be(there)

    def _kinds(self) -> bool:
        a, b = self.phrase.kind, self.occasion.kind
        organisers = {p.actor for p in self.phrase.arguments.parties if p.part == "organiser"}
        if organisers and not organisers <= self.occasion.actors.keys():
            return False  # the organisation's own
        if a == "summit" and self.occasion.phrases[0].titled and b != "summit":
            return False  # what a paper is about, its title calls by its name
        if self.titled and {a, b} <= MEETINGS | {"call", "press_conference"} and self.phrase.verbal:
            return "press_conference" not in (a, b)  # "spoke": in person or not, as the title has it
        if b == "call" and a in MEETINGS and self._tells_of_what_was_done():
            return True
        if self.said.proper and b in MEETINGS and b != "summit":
            return False
        if a == "summit" and b in MEETINGS - {a} and not self.called_so and not self.phrase.verbal:
            return b == "meeting" and sum(bool(who) for who in self.theirs.values()) > 1
        return can_be_one(a, b) or (self.called_so and self.phrase.definite and a != "talks")

    def _tells_of_what_was_done(self) -> bool:
        """ "The two also exchanged views on grain", "discussed it with him": on the telephone too, where that was just told."""
        phrase, occasion = self.phrase, self.occasion
        near = occasion.phrases[0].titled or self.sentence - occasion.last_sentence <= LEAD
        own = (phrase.arguments.date is not None and not self.same_day) or phrase.arguments.place is not None
        both = len(self.mine) > 1 and self.shared == self.mine.keys()
        return phrase.topical and both and not own and near

    def _programme(self) -> bool:
        """Is one the visit, the other meetings on it of which nothing is told but that they are to come ("in Oslo for talks")?"""
        phrase, kinds = self.phrase, {self.phrase.kind, self.occasion.kind}
        if "visit" not in kinds or not kinds & MEETINGS or (phrase.verdict.status or Status.PLANNED) not in AHEAD:
            return False
        others = {p.actor for p in phrase.arguments.parties if p.actor} - self.occasion.actors.keys()
        unnamed = (phrase.plural or bool(others)) and others <= self.said.nobody
        if not unnamed or self.occasion.kind != "visit" or phrase.further or self.occasion.status == Status.HELD:
            return False
        return self.same_place or (not phrase.arguments.place and self.sentence - self.occasion.last_sentence <= 2)

    def _sides(self) -> bool:
        """Nobody of one side may stand in the other's place, and a meeting of two has no third side."""
        phrase, mine, theirs = self.phrase, self.mine, self.theirs
        says_again = phrase.verbal and phrase.verdict.status == Status.HELD and phrase.kind != "visit"
        if self.titled and len(self.occasion.phrases) == 1 and says_again:
            return bool(
                self.shared
            )  # the lead says again whom the title names, one with more offices and the other with fewer
        if phrase.joins or of_one_body(phrase, self.occasion):
            return bool(self.shared) or not mine or phrase.kind in FOR_THE_PRESS
        if phrase.kind in FOR_THE_PRESS and phrase.definite and self.called_so:
            return True  # several speak at one briefing
        others = {s for s in self.shared if mine[s] and theirs[s] and mine[s].isdisjoint(theirs[s])}
        if others:
            known = any(mine[s] & theirs[s] for s in self.shared - others)
            if not phrase.definite or not known:
                return False
        if len(theirs) > 2 and len(mine) == 2 and not phrase.definite and phrase.kind != "visit":
            return False  # one of several meetings of a day
        strangers = mine.keys() - theirs.keys()
        if phrase.kind == "visit":
            return not (strangers and theirs) or (phrase.definite and bool(self.shared))
        return not strangers or len(theirs) < 2 or (len(theirs) > 2 and len(mine) > 2)

    def _statuses(self) -> bool:
        """A phrase that says "held" is not of an occasion that is only planned, unless it points back to it."""
        said, known = self.phrase.verdict.status, self.occasion.status
        if len(self.mine) > 1 and not self.shared and self.phrase.verdict.barred and known in DONE:
            return False  # "his meeting with Kim", to come or not, beside a meeting of nobody knows whom
        if said == Status.HELD and known is None and not self.mine and self.phrase.kind == "talks" and len(self.theirs) > 1:
            return False  # "discussions also covered trade", beside "the need for Serbian-Kosovar talks"
        if self._held():
            if said in AHEAD and not self.phrase.definite:
                return False
            if self.phrase.doubtful and said is None:
                return False
            if self.phrase.definite and said in DATED_PLANS and not self.phrase.verdict.weak:
                return False
            if said in UNDONE and not self.phrase.verdict.weak:
                return False  # "in August he cancelled the trip", beside the trip that he made
        if said in DONE and not self.phrase.verdict.weak and self._to_come() and not self.phrase.verbal:
            return False  # "his last visit", beside the visit of next week
        if said is None or known is None or self.phrase.definite or self.phrase.verdict.weak:
            return True
        if said == Status.CONSIDERED:
            return known == Status.CONSIDERED or known in UNDONE or not self.occasion.strong
        if known == Status.CONSIDERED and self.occasion.strong:
            return False
        if said == Status.HELD:
            return known not in AHEAD and known not in UNDONE
        if known == Status.HELD:
            return said not in AHEAD and said not in UNDONE
        return not (
            said in UNDONE and known in AHEAD and self.phrase.arguments.date is not None and self.occasion.date is None
        )

    def _to_come(self) -> bool:
        return bool(self.occasion.date and self.published and begins_after(self.occasion.date, self.published))

    def _held(self) -> bool:
        return self.occasion.status == Status.HELD and self.occasion.strong

    def _leg(self) -> bool:
        """Is it a stop of the journey, or the journeys of several who travel at once?"""
        named = any(self.mine[s] & self.theirs[s] for s in self.shared)
        return named and (self.phrase.stop or (self.phrase.plural and self.same_day))

    def _nobody_there_then(self) -> bool:
        """Does one of them name nobody, and both the same kind, city and day ("talks in Doha on Monday", told twice)?

        What stands close by needs no day: "his visit to Doha ... It is the first time that the envoy has visited Qatar".
        """
        place, day = self.phrase.arguments.place, self.occasion.date
        if (
            self.phrase.kind != self.occasion.kind
            or self.phrase.plural
            or self.said.somebody
            or self.occasion.told.somebody
        ):
            return False
        if self.mine and self.theirs:
            return False
        if place is None or not self.same_place or (place.is_country and self.phrase.kind != "visit"):
            return False
        same_day = self.same_day and day is not None and day.exact
        told = self.phrase.verdict.status in DONE  # "a meeting", of which nothing is said, is not yet the one just told
        return told and (same_day or self.sentence - self.occasion.last_sentence <= LEAD)

    def _tied(self) -> bool:
        """Is there anything that makes them one, rather than merely possible as one?"""
        phrase, occasion = self.phrase, self.occasion
        if phrase.kind == "visit" and self._leg():
            return True
        if phrase.further and not phrase.definite:
            return False
        if phrase.plural and not phrase.definite and not (self.titled and occasion.phrases[0].plural):
            return False
        first = occasion.phrases[0].token
        silent = not self.mine and not self.said.unknown
        if self.sentence <= LEAD and first < LEAD_TOKENS and (self.shared or not self.theirs or silent):
            return True  # title and lead tell of one thing
        if phrase.definite:
            if not self.mine:
                far = 1 if self.said.unknown and not self.called_so else FAR_BACK
                return self.sentence - occasion.last_sentence <= far
            near = self.sentence - occasion.last_sentence <= 3 or self.called_so
            return bool(self.shared) or phrase.joins or (not self.theirs and phrase.kind == occasion.kind and near)
        if (
            occasion.status == Status.INVITED
            and (phrase.verdict.status == Status.AGREED or (phrase.verdict.status in DATED_PLANS and not phrase.verbal))
            and self.sentence - occasion.last_sentence <= 1
        ):
            return not self.mine or bool(self.shared)  # "invited him, and they agreed on a visit"
        if phrase.kind == "visit":
            return (bool(self.shared) and (self.same_place or self.same_day)) or self._nobody_there_then()
        if self._nobody_there_then() or of_one_body(phrase, occasion):
            return True
        if phrase.kind == "talks" and not self.mine and not phrase.arguments.date and not phrase.plural:
            standing = {phrase.verdict.status, occasion.status} <= {None, Status.ONGOING}
            if self.called_so or (standing and occasion.kind == "talks" and self.one_topic):
                return True  # "negotiations" again, without more
        named = any(self.mine[s] & self.theirs[s] for s in self.shared)
        if len(self.mine) > 1 and self.shared == self.mine.keys():
            near = self.sentence - occasion.last_sentence <= LEAD
            # "a meeting of the two states" is another, and far from where they were told of, so is any.
            return (phrase.verbal and near) or named or self.same_day or self.same_place
        # A country alone ties nothing of which the words do not say that it is or was: "no affirmation of a meeting between the two".
        place = phrase.arguments.place
        there = self.same_place and (phrase.verdict.status is not None or not (place is not None and place.is_country))
        return len(self.mine) == 1 and named and (self.same_day or there)
