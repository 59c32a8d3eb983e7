"""What has a place in a list of diplomacy: who with whom, when and where, and business between states or bodies."""

from dataclasses import replace

import pytest

import records
from memcon.model.dates import UNKNOWN_DATE, DateRange
from memcon.model.record import Actor, Engagement, Tenure
from memcon.model.resolved import Place
from memcon.model.text import Span
from memcon.wording import listing

D = records.document()
WARSAW, OSLO = Place("Warsaw", "POL"), Place("Oslo", "NOR")


def met(*actors: Actor, **fields: object) -> Engagement:
    return replace(records.engagement(D, "met", *actors), reports=(D.id,), **fields)  # type: ignore[arg-type]


def listed(*actors: Actor, **fields: object) -> bool:
    return listing.tells(met(*actors, **fields), {a.id: a for a in actors})


def holder(name: str, title: str) -> Actor:
    return records.actor(name, None, roles=(Tenure(title, None, None, None, (D.cite(Span(0, 5)),)),))


@pytest.mark.parametrize(
    ("fields", "tells"),
    [
        ({}, True),
        ({"date": UNKNOWN_DATE}, True),
        ({"date": UNKNOWN_DATE, "status": "planned"}, True),  # who with whom, and "no day yet"
        ({"generic": True}, False),
        ({"status": "considered"}, True),
        ({"status": "considered", "date": DateRange(earliest=records.day("2021-12-10").earliest)}, True),  # both by name
    ],
)
def test_a_list_tells_what_says_who_and_when(fields: dict[str, object], tells: bool) -> None:
    pole, german = records.actor("Zbigniew Rau", "POL"), records.actor("Annalena Baerbock", "DEU")
    known = {a.id: a for a in (pole, german)}
    assert listing.tells(met(pole, german, **fields), known) is tells


def test_one_side_with_a_day_is_told_and_with_neither_day_nor_place_is_not() -> None:
    pole, bloc = records.actor("Zbigniew Rau", "POL"), records.actor("G7", None, "organisation")
    envoy = records.actor("envoy", None, named=False)
    known = {a.id: a for a in (pole, bloc, envoy)}
    assert listing.tells(met(pole), known)
    assert listing.tells(met(pole, envoy), known)
    assert listing.tells(met(envoy, kind="visit"), known)  # somebody was there, on that day: who is unknown
    assert listing.tells(met(pole, kind="visit"), known)
    assert listing.tells(met(bloc, kind="summit"), known)


def test_what_private_people_do_among_themselves_is_listed_only_on_request() -> None:
    singer, driver = (records.actor(name, None, public=False) for name in ("Lea Montano", "Kimmo Lahtela"))
    known = {a.id: a for a in (singer, driver)}
    assert not listed(singer, driver, place=OSLO)
    assert listing.tells(met(singer, driver, place=OSLO), known, private=True)


def test_who_is_received_by_an_official_is_listed_though_he_has_no_office() -> None:
    writer, minister = records.actor("Liu Jiankang", None, public=False), records.actor("Ingrid Haugland", "NOR")
    assert listed(writer, minister, place=OSLO)


def test_the_state_where_somebody_spends_his_holiday_has_no_part_in_it() -> None:
    singer, norway = records.actor("Lea Montano", None, public=False), records.actor("Norway", "NOR", "state")
    visit = met(singer, norway, kind="visit", place=OSLO)
    visit = replace(
        visit, participants=tuple(replace(p, part="host") if p.actor == norway.id else p for p in visit.participants)
    )
    assert not listing.tells(visit, {a.id: a for a in (singer, norway)})


def test_what_somebody_does_in_his_own_country_with_nobody_from_abroad_is_no_diplomacy() -> None:
    pole = records.actor("Zbigniew Rau", "POL")
    assert not listed(pole, place=WARSAW)
    assert not listed(pole, place=WARSAW, kind="ceremony")
    assert listed(pole, place=OSLO)
    assert listed(pole, records.actor("Annalena Baerbock", "DEU"), place=WARSAW)


def test_two_of_one_state_meet_at_home_wherever_that_was() -> None:
    pole, other = records.actor("Zbigniew Rau", "POL"), records.actor("Adam Gruszka", "POL")
    assert not listed(pole, other, place=None)
    assert listed(pole, other, place=OSLO)


def test_a_governor_whose_state_is_not_told_is_no_other_side() -> None:
    pole = records.actor("Zbigniew Rau", "POL")
    assert not listed(pole, holder("Musa Bello", "governor"), place=None)
    assert listed(pole, holder("Musa Bello", "foreign minister"), place=None)


def test_parties_are_no_bodies_of_several_states() -> None:
    party, bloc = records.actor("Labour Party", None, "organisation"), records.actor("Mercosur", None, "organisation")
    assert not listed(party, records.actor("Liberal Party", None, "organisation"))
    assert listed(party, bloc)


def test_the_next_summit_of_a_body_is_listed_without_its_day() -> None:
    assert listed(records.actor("Mercosur", None, "organisation"), kind="summit", status="planned", date=UNKNOWN_DATE)


def test_a_conference_at_home_is_listed() -> None:
    assert listed(records.actor("Zbigniew Rau", "POL"), place=WARSAW, kind="conference")


def test_a_visit_of_which_nobody_knows_who_travels_is_not_told() -> None:
    minister, guest, host = (
        records.actor("Zbigniew Rau", "POL"),
        records.actor("NATO", None, "organisation"),
        records.actor("Norway", "NOR", "state"),
    )
    assert listed(minister, host, kind="visit", place=OSLO)
    assert not listed(guest, host, kind="visit", place=OSLO)


def test_a_conference_of_which_nothing_but_its_name_is_told_has_no_place_in_the_list() -> None:
    called = records.actor("Oslo Security Conference", None, "organisation")
    assert not listed(called, kind="conference", status="planned", date=UNKNOWN_DATE, place=None)
    assert listed(called, kind="conference", status="planned", date=UNKNOWN_DATE, place=OSLO)
