"""Filters keep what they say and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

import records
from memcon.model.dates import UNKNOWN_DATE, DateRange
from memcon.model.errors import StoreError
from memcon.store import lists, queries
from memcon.store.filters import Filter
from memcon.store.overview import overview_of
from memcon.store.store import Store

D = records.document()
BAERBOCK = records.actor("Annalena Baerbock", "DEU")
WANG_YI = records.actor("Wang Yi", "CHN")
WANG_WENBIN = records.actor("Wang Wenbin", "CHN")
NATO = records.actor("NATO", None, "organisation", "North Atlantic Treaty Organization")
ENGAGEMENTS = {
    "met": records.engagement(D, "met", BAERBOCK, WANG_YI),
    "undated": records.engagement(D, "undated", BAERBOCK, date=UNKNOWN_DATE, status="planned", issues=()),
    "spring": records.engagement(
        D,
        "spring",
        NATO,
        BAERBOCK,
        kind="visit",
        status="cancelled",
        date=DateRange(date(2022, 3, 1), date(2022, 5, 31), "2022-SP"),
    ),
    "briefing": records.engagement(
        D, "briefing", WANG_WENBIN, kind="briefing", date=records.day("2022-04-02"), issues=("trade",)
    ),
    "until": records.engagement(D, "until", WANG_YI, kind="call", date=DateRange(None, date(2022, 6, 1), None), issues=()),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(tmp_path_factory.mktemp("queries") / "record.db")
    store.add(D, records.found_in(D), "key")
    whole = replace(
        records.full_record(D),
        engagements=tuple(sorted(ENGAGEMENTS.values(), key=lambda e: e.id)),
        actors=tuple(sorted((BAERBOCK, WANG_YI, WANG_WENBIN, NATO), key=lambda a: a.id)),
        statements=(replace(records.statement(D, BAERBOCK.id), addressee=WANG_YI.id),),
    )
    store.put_record(whole, {}, "stamp")
    return store


@pytest.fixture
def kept(store: Store) -> Callable[..., list[str]]:
    names = {e.id: name for name, e in ENGAGEMENTS.items()}

    def ask(**fields: object) -> list[str]:
        keep = Filter(**fields)  # type: ignore[arg-type]
        among = [store.ask(lists.engagements_with, p) for p in keep.parties]
        among += [store.ask(lists.engagements_with, None, p) for p in keep.persons]
        among += [store.ask(lists.engagements_on, keep.issue)] if keep.issue else []
        return [names[i] for i in store.ask(overview_of, None).kept(keep, among)]

    return ask


Kept = Callable[..., list[str]]


def test_engagements_come_in_order_of_time_and_those_without_a_date_last(kept: Kept) -> None:
    assert kept() == ["met", "spring", "briefing", "until", "undated"]


def test_a_party_is_a_state_by_its_code_or_an_actor_by_its_name(kept: Kept) -> None:
    assert kept(parties=("CHN",)) == ["met", "briefing", "until"]
    assert kept(parties=("NATO",)) == ["spring"]
    assert kept(parties=("north atlantic treaty organization",)) == ["spring"]


def test_several_parties_must_all_take_part(kept: Kept) -> None:
    assert kept(parties=("CHN", "DEU")) == ["met"]


def test_a_person_is_found_by_a_part_of_the_name_and_not_by_a_part_of_a_word(kept: Kept) -> None:
    assert kept(persons=("wang yi",)) == ["met", "until"]
    assert kept(persons=("Wang",)) == ["met", "briefing", "until"]
    assert kept(persons=("Wan",)) == []


def test_a_body_is_no_person(kept: Kept) -> None:
    assert kept(persons=("NATO",)) == []


def test_what_can_have_been_on_one_of_the_days_stays_and_what_has_no_date_goes(kept: Kept) -> None:
    assert kept(since=date(2022, 4, 1)) == ["spring", "briefing", "until"]
    assert kept(until=date(2022, 3, 15)) == ["met", "spring", "until"]
    assert kept(since=date(2022, 4, 2), until=date(2022, 4, 2)) == ["spring", "briefing", "until"]
    assert kept(since=date(2022, 6, 2)) == []


def test_status_kind_and_issue_narrow_together(kept: Kept) -> None:
    assert kept(status=("planned", "cancelled")) == ["spring", "undated"]
    assert kept(kind="call") == ["until"]
    assert kept(issue="trade") == ["briefing"]
    assert kept(issue="trade", kind="call") == []


def test_a_party_to_a_statement_speaks_or_is_spoken_to_and_a_person_speaks(store: Store) -> None:
    assert len(store.ask(lists.statements, Filter(parties=("CHN",)))) == 1
    assert len(store.ask(lists.statements, Filter(persons=("Wang Yi",)))) == 0
    assert len(store.ask(lists.statements, Filter(persons=("Baerbock",), kind="direct", issue="bilateral-relations"))) == 1
    assert len(store.ask(lists.statements, Filter(since=date(2021, 12, 12)))) == 0
    assert len(store.ask(lists.statements, Filter(until=date(2021, 12, 11)))) == 1


def test_actors_come_with_those_mentioned_most_often_first(store: Store) -> None:
    assert store.ask(lists.actors, Filter())[0].name == "Annalena Baerbock"
    assert [a.name for a in store.ask(lists.actors, Filter(kind="organisation"))] == ["NATO"]
    assert {a.name for a in store.ask(lists.actors, Filter(parties=("CHN",)))} == {"Wang Yi", "Wang Wenbin"}


def test_events_are_kept_by_their_type_and_context(store: Store) -> None:
    assert len(store.ask(lists.events, Filter(kind="consult", issue="diplomatic"))) == 1
    assert store.ask(lists.events, Filter(kind="ASSAULT")) == []


def test_an_id_is_found_by_its_beginning_with_or_without_its_kind(store: Store) -> None:
    whole = ENGAGEMENTS["met"].id
    for prefix in (whole, whole[:-3], whole.split("-")[1][:8]):
        assert store.ask(queries.find, prefix) == ("engagement", whole)


def test_an_id_that_begins_several_or_none_says_so(store: Store) -> None:
    with pytest.raises(StoreError, match="begins several ids"):
        store.ask(queries.find, "engagement-")
    with pytest.raises(StoreError, match="nothing in the record"):
        store.ask(queries.find, "engagement-zzz")
    with pytest.raises(StoreError, match="nothing in the record"):
        store.ask(queries.find, "%")
