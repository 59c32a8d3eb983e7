"""What the values of an engagement or a statement rest on: named grounds, each a number with a meaning.

Comes in: an item of the record, with the actors who take part. Goes out: numbers by ground; 0 is left out. What each weighs stands in
`weights.csv`; `scorer` adds them up.
"""

from collections.abc import Mapping
from math import log, log2

from memcon.confidence.grounds import Ground
from memcon.model.findings import Statement
from memcon.model.kinds import ORGANISED, EngagementKind
from memcon.model.life import has_day
from memcon.model.record import Actor, Engagement
from memcon.model.status import DONE, INTENDED, Status, exclude
from memcon.model.status_rules import Rule

# Rules that go by less than a verb that says the status.
OUTRIGHT = frozenset(Rule) - {
    Rule.SILENT, Rule.POSSIBLE, Rule.HEDGED, Rule.NOT_VOUCHED, Rule.STANDING, Rule.DAY_PAST, Rule.ORGANISED,
}  # fmt: skip
PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "you", "who", "both"))


def of_status(e: Engagement, actors: Mapping[str, Actor]) -> Mapping[Ground, float]:
    """On what it rests that there is such an engagement, with this status."""
    said = [m.mention for m in e.mentions if _says(m.mention.status, e.status)]
    rules = {m.rule for m in said}
    known = [a for p in e.participants if (a := actors.get(p.actor))]
    persons = sum(a.kind == "person" and a.named for a in known)
    return _told(
        {
            Ground.CONSIDERED: e.status == Status.CONSIDERED,
            Ground.HABIT: e.generic,
            Ground.TITLE: Rule.TITLE in rules,
            Ground.HAPPENED: e.status in DONE and Rule.HAPPENED in rules,
            Ground.UNSAID: not rules & OUTRIGHT,
            Ground.AGAINST: any(exclude(m.mention.status, e.status) for m in e.mentions),
            Ground.CHANGED: len({step.status for step in e.history}) > 1,
            Ground.MENTIONS: log2(len(said) + 1),
            Ground.ONE_DAY: e.date.exact,
            Ground.NO_DAY: not has_day(e.date),
            Ground.TWO_NAMED: persons > 1,
            Ground.NOBODY_NAMED: persons == 0,
            Ground.ONE_SIDE: len({a.state or a.name for a in known}) <= 1,
            Ground.MANY_COME: e.kind in ORGANISED,
            Ground.ORIGINS: log2(e.origins),
            Ground.PART: e.part_of is not None,
            Ground.PLACED: e.place is not None and e.place.told,
        }
    )


def _says(said: Status, status: Status) -> bool:
    """Do words say the status: of a plan of which nothing was heard, that it was planned?"""
    return said == status or (status == Status.UNCONFIRMED and said in INTENDED)


def of_place(e: Engagement) -> Mapping[Ground, float]:
    """On what the place of an engagement rests that has one."""
    place = e.place
    assert place is not None
    told = [m.mention.place for m in e.mentions if m.mention.place is not None]
    others = [p for p in told if not p.can_be(place)]
    differ = any(a.field == "place" and a.verdict == "differs" for a in e.accounts)
    return _told(
        {
            Ground.HOST: not place.told,
            Ground.WHOLE_STATE: place.is_country,
            Ground.PLACE_WORDS: log2(sum(p.can_be(place) for p in told) + 1),
            Ground.PLACES_DIFFER: differ or bool(others),
            Ground.ORIGINS: log2(e.origins),
            Ground.VISIT: e.kind == EngagementKind.VISIT,
            Ground.ONE_DAY: e.date.exact,
        }
    )


def of_link(e: Engagement, successor: bool) -> Mapping[Ground, float]:
    """On what it rests that it is part of another, or was put off to it (`successor`)."""
    return _told(
        {
            Ground.SUCCESSOR: successor,
            Ground.ONE_DAY: e.date.exact,
            Ground.NO_DAY: not has_day(e.date),
            Ground.PLACED: e.place is not None and e.place.told,
            Ground.ORIGINS: log2(e.origins),
        }
    )


def of_speaker(s: Statement) -> Mapping[Ground, float]:
    """On what it rests that somebody says this, and who."""
    words = (s.speaker_text or "").split()
    return _told(
        {
            Ground.RULE: log(s.confidence / (1 - s.confidence)) if 0 < s.confidence < 1 else 0.0,
            Ground.DIRECT: s.kind == "direct",
            Ground.NO_CUE: s.cue is None,
            Ground.PRONOUN: len(words) == 1 and words[0].lower() in PRONOUNS,
            Ground.DESCRIBED: len(words) > 1 and not any(w[:1].isupper() for w in words),
            Ground.UNKNOWN: s.speaker is None,
            Ground.ORIGINS: log2(s.origins),
        }
    )


def _told(found: Mapping[Ground, float]) -> Mapping[Ground, float]:
    return {ground: float(value) for ground, value in found.items() if value}
