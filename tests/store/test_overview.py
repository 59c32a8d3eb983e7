"""The overview of a record keeps what the database keeps, in the same order."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

import records
from memcon.model.dates import UNKNOWN_DATE, DateRange
from memcon.model.record import Engagement, Record
from memcon.store import overview, queries
from memcon.store.overview import overview as overview_of
from memcon.store.queries import Filter
from memcon.store.store import Store

FIRST = date(2021, 1, 1)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    chance = random.Random(7)

    def some_day() -> date | None:
        return FIRST + timedelta(days=chance.randrange(900)) if chance.random() < 0.8 else None

    papers = []
    for n in range(40):
        published = some_day()
        papers.append(
            records.document(f"{records.TEXT} No. {n}.", f"{n}.txt", published.isoformat() if published else None)
        )
    people = [
        records.actor("Ana Lima", "BRA"), records.actor("Bo Berg", "SWE"), records.actor("Brazil", "BRA", "state"),
        records.actor("Cem Aslan", "TUR"),
    ]  # fmt: skip
    made: list[Engagement] = []
    for n in range(120):
        first, last = some_day(), some_day()
        if first and last and last < first:
            first, last = last, first
        when = DateRange(first, last) if first or last else UNKNOWN_DATE
        told = sorted({d.id for d in chance.sample(papers, chance.randint(1, 3))})
        after = chance.choice(made).id if made and chance.random() < 0.2 else None
        made.append(
            records.engagement(
                papers[0], f"no. {n}", *chance.sample(people, chance.randint(1, 3)), date=when, reports=tuple(told),
                status=chance.choice(["held", "planned", "cancelled"]), kind=chance.choice(["meeting", "visit"]),
                issues=tuple(chance.sample(["trade", "energy"], chance.randint(0, 2))), rescheduled_as=after,
            )
        )  # fmt: skip
    place = tmp_path_factory.mktemp("overview") / "record.db"
    with Store(place) as writer:
        for d in papers:
            writer.add(d, records.found_in(d), "key")
        empty = dict.fromkeys(Record.__dataclass_fields__, ())
        record = replace(
            Record(**empty),
            actors=tuple(sorted(people, key=lambda a: a.id)), engagements=tuple(sorted(made, key=lambda e: e.id)),
        )  # fmt: skip
        writer.put_record(record, {papers[1].id: records.day("2022-03-03")}, "1")
    with Store(place, read_only=True) as opened:
        yield opened


def some_filters() -> Iterator[Filter]:
    chance = random.Random(8)
    for _ in range(400):
        day = FIRST + timedelta(days=chance.randrange(900))
        yield Filter(
            parties=tuple(chance.sample(["BRA", "SWE", "Cem Aslan"], chance.choice([0, 0, 1, 2]))),
            persons=("Lima",) if chance.random() < 0.2 else (),
            status=chance.choice([(), (), ("held",), ("planned", "cancelled")]),
            since=day if chance.random() < 0.3 else None,
            until=day + timedelta(days=60) if chance.random() < 0.3 else None,
            issue=chance.choice([None, None, "trade"]),
            kind=chance.choice([None, None, "visit"]),
            news=(day, day + timedelta(days=chance.randrange(30))) if chance.random() < 0.5 else None,
        )


def test_it_keeps_what_the_database_keeps(store: Store) -> None:
    known = store.ask(overview_of)
    assert known is not None and len(known) == 120
    some = 0
    for keep in some_filters():
        among = [store.ask(queries.engagements_with, p) for p in keep.parties]
        among += [store.ask(queries.engagements_with, None, p) for p in keep.persons]
        among += [store.ask(queries.engagements_on, keep.issue)] if keep.issue else []
        wanted = [e.id for e in store.ask(queries.engagements, keep)]
        assert known.kept(keep, among) == wanted, keep
        some += bool(wanted)
    assert some > 100


def test_a_record_that_is_too_large_has_none(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview, "MOST", 119)
    assert store.ask(overview_of) is None
