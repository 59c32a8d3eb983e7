"""Can a phrase and an occasion told before it be one? Days, places, statuses, kinds and sides that contradict tell that they are two."""

from collections.abc import Set as AbstractSet
from datetime import date

from memcon.coding.engagements.occasion import Occasion, of_one_body
from memcon.coding.engagements.pair import LEAD, Pair
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.stay_days import one_stay
from memcon.coding.engagements.traits import begins_after
from memcon.coding.news import NEWS
from memcon.model.kinds import FOR_THE_PRESS, MEETINGS, ORGANISED, EngagementKind, can_be_one
from memcon.model.status import AHEAD, DATED_PLANS, DONE, UNDONE, Status
from memcon.registers.engagements import words


def met_beside_talks(pair: Pair) -> bool:
    """ "The presidents met in June", "were due to meet", beside talks of their states: two who meet are not the talks that go on,
    nor those of which is told without a day what is older than news."""
    phrase, known = pair.phrase, pair.occasion
    by_name = phrase.verbal and len(pair.mine) > 1 and all(pair.mine.values())
    if not by_name or known.kind != EngagementKind.TALKS or any(pair.theirs.values()) or not pair.theirs:
        return False
    day = phrase.arguments.date.date.latest if phrase.arguments.date is not None else None
    older = day is not None and pair.published is not None and day < pair.published - NEWS and known.date is None
    return older or (known.status == Status.ONGOING and phrase.verdict.status not in (None, Status.ONGOING))


def goes_on_before_its_day(phrase: Phrase, known: Occasion, published: date | None) -> bool:
    """ "The talks on the budget go on", "this is an ongoing negotiation", beside a meeting that is to come: what goes on now is not that
    meeting."""
    now = phrase.verdict.status is Status.ONGOING and not phrase.verdict.weak and phrase.kind is EngagementKind.TALKS
    if not now or known.kind is EngagementKind.TALKS or known.status not in AHEAD:
        return False
    return known.date is None or (published is not None and begins_after(known.date, published))


def days_and_places_agree(pair: Pair) -> bool:
    day, known = pair.phrase.arguments.date, pair.occasion.date
    presumed = day is not None and known is not None and (day.date.presumed or known.presumed)
    stays = one_stay(pair.phrase, pair.occasion) or pair.first_and_last
    if day and known and not presumed and not day.date.can_be(known) and not stays:
        return False
    unanchored = pair.published is None and day and day.date.known and not (known and known.known)
    if unanchored and not pair.phrase.definite:
        return False  # an undated report: what it dates outright is not what it dates by weekdays
    if day and pair.published and known is None and pair.held and begins_after(day.date, pair.published):
        return False  # nothing that was held is on a day to come
    past = day and day.date.latest and pair.published and day.date.latest < pair.published
    points = pair.phrase.definite and not (pair.phrase.kind == "talks" and pair.phrase.verdict.status == Status.HELD)
    if past and known is None and pair.occasion.status in AHEAD | {Status.ONGOING} and not points and not stays:
        return False  # "in 2011 he went there", beside a visit that goes on; "came to the talks in May", beside talks now
    here, there = pair.phrase.arguments.place, pair.occasion.place
    return pair.phrase.stop or not here or not there or here.can_be(there)


def meal_beside(meal: AbstractSet[str], gathering: AbstractSet[str], kind: EngagementKind) -> bool:
    """ "The working lunch", "the meal", beside the summit at which it was to be given: by their nouns, only one is a meal."""
    return kind in ORGANISED and bool(meal) and meal <= words("meals") and gathering.isdisjoint(words("meals"))


def kinds_agree(pair: Pair) -> bool:
    a, b = pair.phrase.kind, pair.occasion.kind
    said, told = {pair.said.noun or ""}, pair.occasion.told.nouns.keys()
    if meal_beside(said, told, b) or meal_beside(told, said, a):
        return False
    organisers = {p.actor for p in pair.phrase.arguments.parties if p.part == "organiser"}
    if organisers and not organisers <= pair.occasion.actors.keys():
        return False  # the organisation's own
    if a == "summit" and pair.occasion.phrases[0].titled and b != "summit":
        return False  # what a paper is about, its title calls by its name
    if pair.titled and {a, b} <= MEETINGS | {"call", "press_conference"} and pair.phrase.verbal:
        return "press_conference" not in (a, b)  # "spoke": in person or not, as the title has it
    if b == "call" and a in MEETINGS and _tells_of_what_was_done(pair):
        return True
    if pair.said.proper and b in MEETINGS and b != "summit":
        return False
    if a == "summit" and b in MEETINGS - {a} and not pair.called_so and not pair.phrase.verbal:
        return b == "meeting" and (sum(bool(who) for who in pair.theirs.values()) > 1 or _both_given_up(pair))
    return can_be_one(a, b) or (pair.called_so and pair.phrase.definite and a != "talks")


def _both_given_up(pair: Pair) -> bool:
    """ "They agreed to put off the summit", where a meeting of two was told to be put off."""
    off = pair.phrase.verdict.status in UNDONE and pair.occasion.status in UNDONE
    return off and pair.phrase.definite and pair.mine.keys() <= pair.theirs.keys() and len(pair.theirs) == 2


def _tells_of_what_was_done(pair: Pair) -> bool:
    """ "The two also exchanged views on grain", "discussed it with him": on the telephone too, where that was just told."""
    phrase, occasion = pair.phrase, pair.occasion
    near = occasion.phrases[0].titled or pair.sentence - occasion.last_sentence <= LEAD
    own = (phrase.arguments.date is not None and not pair.same_day) or phrase.arguments.place is not None
    both = len(pair.mine) > 1 and pair.shared == pair.mine.keys()
    return phrase.topical and both and not own and near


def sides_agree(pair: Pair) -> bool:
    """Nobody of one side may stand in the other's place, and a meeting of two has no third side."""
    phrase, mine, theirs = pair.phrase, pair.mine, pair.theirs
    says_again = phrase.verbal and phrase.verdict.status == Status.HELD and phrase.kind != "visit"
    if pair.titled and len(pair.occasion.phrases) == 1 and says_again:
        return bool(pair.shared)  # the lead says again whom the title names, one with more offices and the other with fewer
    others = {s for s in pair.shared if mine[s] and theirs[s] and mine[s].isdisjoint(theirs[s])}
    if len(others) > 1 and others == mine.keys():
        return False  # "the meeting that both ministers are attending", beside the one of their presidents
    if phrase.joins or of_one_body(phrase, pair.occasion):
        return bool(pair.shared) or not mine or phrase.kind in FOR_THE_PRESS
    if phrase.kind in FOR_THE_PRESS and phrase.definite and pair.called_so:
        return True  # several speak at one briefing
    if others:
        known = any(mine[s] & theirs[s] for s in pair.shared - others)
        if not phrase.definite or not known or _another_given_up(pair):
            return False
    if len(theirs) > 2 and len(mine) == 2 and not phrase.definite and phrase.kind != "visit":
        return False  # one of several meetings of a day
    if _two_of_one_side(pair):
        return False
    strangers = mine.keys() - theirs.keys()
    if phrase.kind == "visit":
        return not (strangers and theirs) or (phrase.definite and bool(pair.shared))
    return not strangers or len(theirs) < 2 or (len(theirs) > 2 and len(mine) > 2)


def _two_of_one_side(pair: Pair) -> bool:
    """ "In the afternoon the Minister met the chairman of the committee", behind the ambassador whom he received: who meets somebody
    of his own state, of whom nothing was told there, is not at the meeting of two states again."""
    phrase, mine, theirs = pair.phrase, pair.mine, pair.theirs
    if not phrase.verbal or phrase.definite or phrase.kind == "visit" or len(mine) != 1 or len(theirs) < 2:
        return False
    ((side, who),) = mine.items()
    known = theirs.get(side, set())
    met = {p.actor for p in phrase.arguments.beside if p.part == "principal"} & who
    does = {p.actor for p in phrase.arguments.subjects} & known
    return bool(met and does) and met.isdisjoint(known)


def _another_given_up(pair: Pair) -> bool:
    """ "The meeting with Y will not take place", beside the one with X, which will."""
    phrase = pair.phrase
    given_up = phrase.verdict.status in UNDONE and pair.occasion.status not in UNDONE
    return given_up and not phrase.verbal and phrase.arguments.with_somebody


def statuses_agree(pair: Pair) -> bool:
    """A phrase that says "held" is not of an occasion that is only planned, unless it points back to it."""
    said, known = pair.phrase.verdict.status, pair.occasion.status
    if len(pair.mine) > 1 and not pair.shared and pair.phrase.verdict.barred and known in DONE:
        return False  # "his meeting with Kim", to come or not, beside a meeting of nobody knows whom
    if said == Status.HELD and known is None and not pair.mine and pair.phrase.kind == "talks" and len(pair.theirs) > 1:
        return False  # "discussions also covered trade", beside "the need for Serbian-Kosovar talks"
    if pair.held:
        if said in AHEAD and not pair.phrase.definite:
            return False
        if pair.phrase.doubtful and said is None:
            return False
        if pair.phrase.definite and said in DATED_PLANS and not pair.phrase.verdict.weak:
            return False
        if said in UNDONE and not pair.phrase.verdict.weak:
            return False  # "in August he cancelled the trip", beside the trip that he made
    if said in DONE and not pair.phrase.verdict.weak and pair.to_come and not pair.phrase.verbal:
        return False  # "his last visit", beside the visit of next week
    if said is None or known is None or pair.phrase.definite or pair.phrase.verdict.weak:
        return True
    if said == Status.CONSIDERED:
        return known == Status.CONSIDERED or known in UNDONE or not pair.occasion.strong
    if known == Status.CONSIDERED and pair.occasion.strong:
        return False
    if said == Status.HELD:
        return known not in AHEAD and known not in UNDONE
    if known == Status.HELD:
        return said not in AHEAD and said not in UNDONE
    return not (said in UNDONE and known in AHEAD and pair.phrase.arguments.date is not None and pair.occasion.date is None)
