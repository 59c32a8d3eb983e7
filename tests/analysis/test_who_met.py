"""Who of two states met whom: a visit and the talks in it once, what is only planned never."""

from dataclasses import replace

import records
from memcon.analysis.who_met import who_met
from memcon.model.record import Actor, Engagement, EngagementParticipant
from memcon.model.status import Status

ACTORS = {
    i: Actor(i, "person", i.title(), (), state, None, ())
    for i, state in (("ann", "DEU"), ("ben", "DEU"), ("cleo", "POL"), ("dan", "POL"))
}
ONE = records.full_record(records.document(records.TEXT)).engagements[0]


def engagement(name: str, status: Status, *who: str, part_of: str | None = None) -> Engagement:
    there = tuple(EngagementParticipant(i, "principal", ()) for i in who)
    return replace(ONE, id=name, status=status, participants=there, part_of=part_of)


def test_a_visit_and_the_talks_in_it_are_one_time_and_a_plan_is_none() -> None:
    told = who_met(
        [
            engagement("visit", Status.HELD, "ann", "cleo"),
            engagement("talks", Status.HELD, "ann", "cleo", part_of="visit"),
            engagement("other", Status.HELD, "ann", "dan"),
            engagement("plan", Status.ANNOUNCED, "ben", "cleo"),
        ],
        ACTORS,
        "DEU",
        "POL",
    )
    assert told.left == ("ann", "ben") and told.right == ("cleo", "dan")
    assert dict(told.times) == {("ann", "cleo"): 1, ("ann", "dan"): 1}


def test_those_of_other_states_and_bodies_are_not_among_them() -> None:
    actors = ACTORS | {"body": Actor("body", "organisation", "Body", (), "DEU", None, ())}
    told = who_met([engagement("one", Status.HELD, "ann", "body", "dan")], actors, "DEU", "FRA")
    assert told.left == ("ann",) and told.right == ()
