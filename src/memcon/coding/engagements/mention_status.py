"""The status of one mention, where its sentence and its occasion do not say the same: before or after its day, a standing process.

Comes in: a resolved document, an occasion, one of its phrases. Goes out: a status with the rule that gave it.
"""

from datetime import date

from memcon.coding.engagements.occasion import Occasion
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.verdict import Rule
from memcon.model.dates import DateRange
from memcon.model.kinds import FOR_THE_PRESS, ORGANISED, EngagementKind
from memcon.model.status import DATED_PLANS, DONE, UNDONE, Status


def status_of(phrase: Phrase, occasion: Occasion, published: DateRange, standing: bool = False) -> tuple[Status, Rule]:
    """The status of one mention: its sentence's own, else its occasion's, else what the days say."""
    verdict, known = phrase.verdict, occasion.status
    day = phrase.arguments.date.date if phrase.arguments.date else occasion.date
    ahead = _is_after(day, published.latest)
    own = phrase.arguments.date.date if phrase.arguments.date else None
    if verdict.habit and verdict.status == Status.PLANNED and _is_before(own or occasion.date, published.earliest):
        return Status.HELD, Rule.DAY_PAST  # the present of a caption
    if verdict.status == Status.RULED_OUT and known == Status.CANCELLED:
        return Status.CANCELLED, verdict.rule  # it had been planned, another sentence says
    if verdict.status and not verdict.weak:
        if verdict.status.ahead and known in UNDONE and not verdict.stands:
            return known, Rule.OCCASION  # "were due to meet": what became of it is told elsewhere
        if verdict.status == Status.CONSIDERED and known in DATED_PLANS and phrase.definite:
            return known, Rule.OCCASION  # "it is important that our first meeting be held here"
        if verdict.status == Status.ONGOING and phrase.kind != "visit" and _is_before(own, published.earliest):
            return Status.HELD, Rule.DAY_PAST
        now = verdict.status == Status.ONGOING and not phrase.verbal  # "meetings are going well"
        return _dated(verdict.status, verdict.rule, ahead and not (now and own is None))
    if standing and _of_standing_talks(phrase, occasion):
        return Status.ONGOING, Rule.STANDING
    if known == Status.ONGOING and verdict.status == Status.CONSIDERED and phrase.kind == EngagementKind.TALKS:
        return (
            (known, Rule.OCCASION) if phrase.definite or phrase.verbal else (Status.CONSIDERED, verdict.rule)
        )  # "may resume talks"
    if occasion.strong and known:
        if verdict.status == Status.PLANNED and known in UNDONE and verdict.stands:
            return Status.PLANNED, verdict.rule
        if verdict.status in DONE and known in UNDONE:
            return Status.ONGOING, verdict.rule
        undated = occasion.date is None or not occasion.date.bounded
        silent = verdict.status is None and not phrase.verbal and phrase.kind == EngagementKind.TALKS
        silent = silent and not any(p.verdict.ended for p in occasion.phrases)
        if known == Status.HELD and undated and silent:
            return Status.ONGOING, Rule.STANDING  # "progress in the talks": of a round that was held the next may come
        return _dated(known, Rule.OCCASION, ahead)
    if ahead and any(p.part == "organiser" for p in phrase.arguments.parties):
        return Status.PLANNED, Rule.ORGANISED
    if verdict.status == Status.CONSIDERED:
        return Status.CONSIDERED, verdict.rule
    if ahead:
        vague = phrase.plural and not phrase.definite
        return Status.CONSIDERED if vague else Status.PLANNED, Rule.DAY_AHEAD
    if verdict.barred:
        return Status.RULED_OUT if verdict.rule in (Rule.NOT_HAPPENED, Rule.DENIED) else Status.CONSIDERED, verdict.rule
    return _by_day(phrase, occasion, day, published)


def _of_standing_talks(phrase: Phrase, occasion: Occasion) -> bool:
    """ "Concessions in trade talks", in a report of talks that go on: where its own words and its occasion say nothing else."""
    if phrase.verdict.rule is Rule.STANDING:
        return occasion.status not in (Status.HELD, *UNDONE)
    silent = phrase.verdict.status is None and not phrase.verbal and phrase.kind == EngagementKind.TALKS
    settled = occasion.status not in (None, Status.CONSIDERED, Status.ONGOING)
    return silent and not settled and phrase.arguments.date is None and occasion.date is None and not phrase.further


def _by_day(phrase: Phrase, occasion: Occasion, day: DateRange | None, published: DateRange) -> tuple[Status, Rule]:
    """Where neither the sentence nor the rest of the report decides."""
    known = phrase.verdict.status or occasion.status
    if known is not None and known.ahead and not phrase.verdict.stands and occasion.status in DONE:
        known = occasion.status  # "had a good trip to meet him", "before the meeting": it was to come then
    own_day = phrase.arguments.date.date if phrase.arguments.date else None
    if known is None and not phrase.verbal and own_day and own_day.bounded and _is_before(own_day, published.earliest):
        return Status.HELD, Rule.DAY_PAST
    if known == Status.ONGOING and _is_before(day, published.earliest) and not (phrase.verdict.moving and own_day is None):
        return Status.HELD, Rule.DAY_PAST
    if known:
        return known, phrase.verdict.rule if phrase.verdict.status == known else Rule.OCCASION
    if occasion.kind == EngagementKind.TALKS and phrase.definite and day is None:
        return Status.ONGOING, Rule.STANDING
    if occasion.kind in ORGANISED and any(a.kind == "organisation" for a in occasion.actors.values()):
        return Status.PLANNED, Rule.ORGANISED
    if occasion.kind in FOR_THE_PRESS:
        return Status.HELD, Rule.SILENT  # whoever speaks of a briefing, and of no plan for one, was there
    return Status.CONSIDERED, Rule.SILENT


def _dated(status: Status, rule: Rule, ahead: bool) -> tuple[Status, Rule]:
    """Nothing has been held, or goes on, on a day that is to come."""
    return (Status.PLANNED, Rule.DAY_AHEAD) if ahead and status in DONE else (status, rule)


def _is_after(day: DateRange | None, published: date | None) -> bool:
    return bool(day and day.earliest and published and day.earliest > published)


def _is_before(day: DateRange | None, published: date | None) -> bool:
    return bool(day and day.latest and published and day.latest < published)
