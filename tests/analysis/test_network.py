"""The network of who met whom: each pair once, by its highest level; drawn alike from the same record each time."""

from dataclasses import replace
from datetime import date

import records
from memcon.analysis.network import Link, foremost, in_order, network
from memcon.model.dates import DateRange
from memcon.model.record import Actor, Engagement, EngagementParticipant, Tenure
from memcon.model.status import Status


def person(name: str, state: str, title: str) -> Actor:
    return Actor(name, "person", name.title(), (), state, None, (Tenure(title, None, None, None, ()),))


ACTORS = {
    a.id: a
    for a in (
        person("ann", "DEU", "president"),
        person("ben", "DEU", "foreign minister"),
        person("cleo", "POL", "president"),
        person("dan", "POL", "foreign minister"),
        person("eva", "FRA", "foreign minister"),
    )
}
ONE = records.full_record(records.document(records.TEXT)).engagements[0]


def held(name: str, day: str, *who: str, part_of: str | None = None, status: Status = Status.HELD) -> Engagement:
    there = tuple(EngagementParticipant(i, "principal", ()) for i in who)
    return replace(ONE, id=name, status=status, date=DateRange.iso(day), participants=there, part_of=part_of)


GIVEN = (
    held("visit", "2022-01-01", "ann", "cleo"),
    held("talks", "2022-01-01", "ben", "dan", part_of="visit"),
    held("meeting", "2022-02-01", "ben", "dan"),
    held("other", "2022-03-01", "ben", "eva"),
    held("plan", "2022-04-01", "ann", "eva", status=Status.PLANNED),
)


def test_two_states_are_tied_by_how_often_they_met_and_their_highest_level() -> None:
    found = network(GIVEN, ACTORS)
    assert found.links == (
        Link("DEU", "POL", 2, date(2022, 2, 1), "leaders"),
        Link("DEU", "FRA", 1, date(2022, 3, 1), "ministers"),
    )
    assert dict(found.occasions) == {"DEU": 3, "FRA": 1, "POL": 2}


def test_at_one_level_only_what_reached_no_other_counts() -> None:
    assert [(k.right, k.times) for k in network(GIVEN, ACTORS, at="ministers").links] == [("FRA", 1), ("POL", 1)]
    assert not network(GIVEN, ACTORS, at="officials").links


def test_persons_are_tied_and_those_of_one_state_are_not() -> None:
    links = network(GIVEN, ACTORS, persons=True).links
    assert {(k.left, k.right, k.times) for k in links} == {("ann", "cleo", 1), ("ben", "dan", 2), ("ben", "eva", 1)}


def test_of_some_states_only_their_own_links_stay() -> None:
    assert [k.right for k in network(GIVEN, ACTORS, among=frozenset(("FRA",))).links] == ["FRA"]
    found = network(GIVEN, ACTORS, persons=True, among=frozenset(("FRA",)))
    assert [(k.left, k.right) for k in found.links] == [("ben", "eva")]


def test_a_drawing_has_those_that_met_most_and_all_that_ties_them() -> None:
    links = [Link(a, b, n, None, "states") for a, b, n in (("a", "b", 9), ("c", "d", 5), ("a", "c", 4), ("d", "e", 1))]
    assert [(k.left, k.right) for k in foremost(links, 4)] == [("a", "b"), ("c", "d"), ("a", "c")]


def test_those_who_met_often_stand_near_each_other_in_whatever_order_they_are_given() -> None:
    links = [Link(a, b, n, None, "states") for a, b, n in (("a", "z", 9), ("b", "y", 9), ("a", "y", 1), ("c", "z", 5))]
    order = in_order(links)
    assert order == in_order(links[::-1])
    assert abs(order.index("a") - order.index("z")) == 1 and abs(order.index("b") - order.index("y")) == 1
    assert in_order([]) == []
