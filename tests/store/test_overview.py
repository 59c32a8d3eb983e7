"""The overview of a record keeps what a filter says, in order of time, however it finds it."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

import memcon
import records
from memcon.model.dates import UNKNOWN_DATE, DateRange
from memcon.model.life import HORIZON
from memcon.model.record import Engagement, Record
from memcon.store import lists, overview, queries
from memcon.store.filters import Filter
from memcon.store.overview import Overview, Spans, overview_of
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


def asked_of(store: Store, keep: Filter) -> list[frozenset[str]]:
    among = [store.ask(lists.engagements_with, p) for p in keep.parties]
    among += [store.ask(lists.engagements_with, None, p) for p in keep.persons]
    return among + ([store.ask(lists.engagements_on, keep.issue)] if keep.issue else [])


def by_words(some: list[Engagement], published: dict[str, DateRange], keep: Filter) -> set[str]:
    """What a filter says of days, status and kind, word for word."""

    def said(e: Engagement) -> list[tuple[date, date]]:
        days = [published[d] for d in e.reports]
        return [(d.earliest or date.min, d.latest or date.max) for d in days]

    def can_be(e: Engagement) -> bool:
        first, last = e.date.earliest, e.date.latest
        if not (keep.since or keep.until):
            return True
        if first is None and last is None:
            return False
        return (last or date.max) >= (keep.since or date.min) and (first or date.min) <= (keep.until or date.max)

    def to_come(e: Engagement, day: date) -> bool:
        if e.date.latest:
            return e.date.latest >= day
        return any(d >= day - HORIZON for d in (e.date.earliest, *(last for _, last in said(e))) if d)

    found = {
        e.id for e in some if (not keep.status or e.status in keep.status) and keep.kind in (None, e.kind) and can_be(e)
    }
    if not keep.news:
        return found
    since, until = keep.news
    told = {e.id for e in some if any(first <= until and last >= since for first, last in said(e))}
    beside = {e.rescheduled_as for e in some if e.id in told} | {e.id for e in some if e.rescheduled_as in told}
    known = {e.id for e in some if any(first <= until for first, _ in said(e))}
    news = {e.id for e in some if to_come(e, since)} | told | beside
    return {i for i in found if i in news and i in known}


def test_it_keeps_what_the_filter_says_in_order_of_time(store: Store) -> None:
    known, every = store.ask(overview.overview), store.ask(queries.engagements)
    assert known is not None and len(known) == 120
    with store.record() as record:
        published = {d.id: d.published for d in record.documents}
    counts = []
    for keep in some_filters():
        among = asked_of(store, keep)
        wanted = by_words(every, published, keep).intersection(*among)
        assert known.kept(keep, among) == [e.id for e in every if e.id in wanted], keep
        counts.append(len(wanted))
    assert sum(1 for n in counts if n) > 100 and max(counts) == 120


def test_of_a_record_too_large_for_one_only_what_is_asked_for_is_looked_at(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = store.ask(overview.overview)
    monkeypatch.setattr(overview, "MOST", 119)
    assert whole is not None and store.ask(overview.overview) is None
    for keep in (k for k in some_filters() if k.parties and not k.news):
        among = asked_of(store, keep)
        some: Overview = store.ask(overview_of, frozenset.intersection(*among))
        assert len(some) < 120 and some.kept(keep, among) == whole.kept(keep, among)


def test_a_record_too_large_for_an_overview_has_the_same_lists(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked() -> list[list[str]]:
        with memcon.open_record(store.place) as record:
            news = record.diary("2022-03-05").entries
            found = [record.engagements(with_="BRA"), record.engagements(since="2022-01-01"), [x.engagement for x in news]]
            return [[e.id for e in some] for some in found]

    monkeypatch.setattr("memcon.api.asking._bring_up", lambda _: False)
    before = asked()
    monkeypatch.setattr(overview, "MOST", 119)
    assert asked() == before and all(before[:2])


def test_spans_are_found_by_any_of_their_days_however_long_they_are() -> None:
    chance = random.Random(3)
    some = []
    for n in range(300):
        first = FIRST + timedelta(days=chance.randrange(500))
        some.append((first, first + timedelta(days=chance.choice([0, 1, 5, 70, 300, -4])), n))
    some += [(date.min, date.max, 300), (date.min, FIRST, 301), (date.max, date.max, 302)]
    spans = Spans(some, 60)
    for _ in range(200):
        since = FIRST + timedelta(days=chance.randrange(500))
        until = since + timedelta(days=chance.randrange(40))
        assert set(spans.on(since, until)) == {n for first, last, n in some if first <= until and last >= since}
    assert set(spans.on(date.min, date.max)) == set(range(303))
