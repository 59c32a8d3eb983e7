"""Does anything make a phrase and an occasion one, rather than merely possible as one? People, day, place, or words that point back."""

from memcon.coding.engagements.occasion import of_one_body, organisers
from memcon.coding.engagements.pair import LEAD, Pair
from memcon.model.kinds import EngagementKind
from memcon.model.status import AHEAD, DATED_PLANS, DONE, Status

LEAD_TOKENS = 25
FAR_BACK = 40  # sentences; a definite phrase does not point back further
CLOSE = 3  # sentences; one that tells a place of its own does not point back further


def tied(pair: Pair) -> bool:
    """Is there anything that makes them one, rather than merely possible as one?"""
    phrase, occasion = pair.phrase, pair.occasion
    if phrase.kind == "visit" and _leg(pair):
        return True
    if _of_years_ago(pair) or _to_come(pair):
        return False
    if phrase.further and not phrase.definite:
        return _news_of(pair)
    alike = pair.titled and occasion.phrases[0].plural
    if phrase.plural and not alike and (not phrase.definite or _elsewhere(pair)):
        return False
    first = occasion.phrases[0].token
    silent = not pair.mine and not pair.said.unknown
    if pair.sentence <= LEAD and first < LEAD_TOKENS and (pair.shared or not pair.theirs or silent):
        return True  # title and lead tell of one thing
    if phrase.definite:
        if organisers((phrase,)) and not organisers(occasion.phrases):
            return (
                pair.same_day or pair.same_place
            )  # "the summit of the Group of Seven" says itself which, and points to none
        if not pair.mine:
            far = FAR_BACK if pair.called_so else 1 if pair.said.unknown else CLOSE if _by_its_place(pair) else FAR_BACK
            return pair.sentence - occasion.last_sentence <= far
        near = pair.sentence - occasion.last_sentence <= 3 or pair.called_so
        return bool(pair.shared) or phrase.joins or (not pair.theirs and phrase.kind == occasion.kind and near)
    if (
        occasion.status == Status.INVITED
        and (phrase.verdict.status == Status.AGREED or (phrase.verdict.status in DATED_PLANS and not phrase.verbal))
        and pair.sentence - occasion.last_sentence <= 1
    ):
        return not pair.mine or bool(pair.shared)  # "invited him, and they agreed on a visit"
    if phrase.kind == "visit":
        return (bool(pair.shared) and (pair.same_place or pair.same_day)) or _nobody_there_then(pair)
    if _nobody_there_then(pair) or of_one_body(phrase, occasion) or _summit_told(pair):
        return True
    if phrase.kind == "talks" and not pair.mine and not phrase.arguments.date and not phrase.plural:
        standing = {phrase.verdict.status, occasion.status} <= {None, Status.ONGOING}
        if pair.called_so or (standing and occasion.kind == "talks" and pair.one_topic):
            return True  # "negotiations" again, without more
    if pair.said.carried_on and occasion.kind == EngagementKind.TALKS and _of_the_same(pair):
        return True
    named = any(pair.mine[s] & pair.theirs[s] for s in pair.shared)
    if len(pair.mine) > 1 and pair.shared == pair.mine.keys():
        near = pair.sentence - occasion.last_sentence <= LEAD
        # "a meeting of the two states" is another, and far from where they were told of, so is any.
        return (phrase.verbal and near) or named or pair.same_day or pair.same_place
    # A country alone ties nothing of which the words do not say that it is or was: "no affirmation of a meeting between the two".
    place = phrase.arguments.place
    there = pair.same_place and (phrase.verdict.status is not None or not (place is not None and place.is_country))
    return len(pair.mine) == 1 and named and (pair.same_day or there)


def _of_years_ago(pair: Pair) -> bool:
    """ "At a NATO summit in Prague in 2002", beside the summit of which the report tells and no day is known."""
    day, now = pair.phrase.arguments.date, pair.published
    if not pair.said.introduced or day is None or day.date.latest is None or now is None or pair.same_day:
        return False
    return day.date.latest.year < now.year and pair.occasion.date is None


def _to_come(pair: Pair) -> bool:
    """ "She will have a meeting with X", beside the meeting in May, which is over."""
    day, now = pair.occasion.date, pair.published
    ahead = pair.said.introduced and pair.phrase.verdict.stands and pair.phrase.verdict.status in DATED_PLANS
    return ahead and day is not None and day.latest is not None and now is not None and day.latest < now


def _summit_told(pair: Pair) -> bool:
    """ "He spoke after a two-day summit that dealt with trade": the one that the report has told by its body or place."""
    phrase, occasion = pair.phrase, pair.occasion
    bare = not pair.mine and phrase.arguments.date is None and phrase.arguments.place is None and not phrase.verbal
    one = phrase.kind == occasion.kind == EngagementKind.SUMMIT and not phrase.plural and not pair.said.counted
    held = phrase.verdict.status in DONE and occasion.status in DONE
    return (
        bare and one and held and bool(pair.theirs or occasion.place) and pair.sentence - occasion.last_sentence <= FAR_BACK
    )


def _news_of(pair: Pair) -> bool:
    """ "Shares rose on the news of renewed talks": of which the report has told that they are to come."""
    told = pair.occasion.kind == EngagementKind.TALKS and pair.occasion.status in AHEAD
    arguments = pair.phrase.arguments
    bare = not pair.mine and arguments.date is None and arguments.place is None and pair.phrase.verdict.status is None
    return pair.said.carried_on and told and bare and _of_the_same(pair)


def _of_the_same(pair: Pair) -> bool:
    """Talks on one topic, of a side in common; or of which only the other side was told: "China would resume them"."""
    if not pair.one_topic or pair.sentence - pair.occasion.last_sentence > FAR_BACK:
        return False
    one = len(pair.mine) == len(pair.theirs) == 1 and not pair.phrase.arguments.with_somebody
    return bool(pair.shared) or not pair.mine or not pair.theirs or one


def _by_its_place(pair: Pair) -> bool:
    """ "The meeting in Argentina", of which the report has told none in Argentina: known by its place, and not by what was told."""
    place = pair.phrase.arguments.place
    return place is not None and not pair.same_place and not pair.phrase.verbal


def _leg(pair: Pair) -> bool:
    """Is it a stop of the journey, or the journeys of several who travel at once?"""
    named = any(pair.mine[s] & pair.theirs[s] for s in pair.shared)
    return named and (pair.phrase.stop or (pair.phrase.plural and pair.same_day))


def _elsewhere(pair: Pair) -> bool:
    """ "The minister's meetings this week in Vienna", in the paper on one meeting of which no words tell where it was."""
    title, place = pair.occasion.phrases[0], pair.phrase.arguments.place
    return title.titled and not title.plural and place is not None and not pair.same_place and len(pair.mine) < 2


def _nobody_there_then(pair: Pair) -> bool:
    """Does one of them name nobody, and both the same kind, city and day ("talks in Doha on Monday", told twice)?

    What stands close by needs no day: "his visit to Doha ... It is the first time that the envoy has visited Qatar".
    """
    place, day = pair.phrase.arguments.place, pair.occasion.date
    if pair.phrase.kind != pair.occasion.kind or pair.phrase.plural or pair.said.somebody or pair.occasion.told.somebody:
        return False
    if pair.mine and pair.theirs:
        return False
    if place is None or not pair.same_place or (place.is_country and pair.phrase.kind != "visit"):
        return False
    same_day = pair.same_day and day is not None and day.exact
    told = pair.phrase.verdict.status in DONE  # "a meeting", of which nothing is said, is not yet the one just told
    return told and (same_day or pair.sentence - pair.occasion.last_sentence <= LEAD)
