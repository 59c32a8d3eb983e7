"""Outcomes are passed on in the order of the items, whoever is faster; what readers die of is found and set aside."""

from collections.abc import Iterator

from memcon.flow.batches import READER_DIED, Batch, UnderWay, set_aside
from memcon.flow.items import Outcome
from memcon.model.document import Given, RawItem
from memcon.model.record import Reject


def item(name: str) -> RawItem:
    return RawItem(name, name.encode(), "text/plain", "0" * 64, Given())


def read(name: str) -> Outcome:
    return Outcome(reject=Reject(name, "read", ""))


def test_a_batch_that_is_done_early_waits_for_the_one_before_it() -> None:
    work = UnderWay([[item("a"), item("b")], [item("c")]], 2, set_aside)
    assert work.refill()
    first, second = work.waiting
    second.put(read("c"))
    assert list(work.pass_on()) == []
    first.put(read("a"))
    assert [o.reject.source for o in work.pass_on() if o.reject] == ["a"]
    first.put(read("b"))
    assert [o.reject.source for o in work.pass_on() if o.reject] == ["b", "c"]
    assert not work.refill()


def test_no_more_is_under_way_than_the_readers_can_soon_begin() -> None:
    taken = []

    def coming() -> Iterator[list[RawItem]]:
        for n in range(100):
            taken.append(n)
            yield [item(str(n))]

    work = UnderWay(coming(), 2, set_aside)
    work.refill()
    assert len(taken) == 2
    work.waiting.clear()  # given to readers
    for _ in range(10):
        work.refill()
        work.waiting.clear()
    assert len(taken) == 8


def test_items_over_which_a_reader_died_are_read_one_by_one_and_the_deadly_one_is_set_aside() -> None:
    batch = Batch([item("a"), item("deadly"), item("c")], set_aside)
    batch.lost(False, "twice")
    while not batch.complete:
        (one,) = batch.next
        if one.source == "deadly":
            batch.lost(False, "twice")
        else:
            batch.put(read(one.source))
    assert [(o.reject.source, o.reject.reason) for o in batch.outcomes if o.reject] == [
        ("a", "read"),
        ("deadly", READER_DIED),
        ("c", "read"),
    ]


def test_an_item_that_is_known_to_be_in_hand_is_suspected_alone_and_the_rest_is_read_together_after_it() -> None:
    batch = Batch([item("a"), item("b"), item("c")], set_aside)
    batch.lost(True, "twice")
    assert [i.source for i in batch.next] == ["a"]
    batch.put(read("a"))
    assert [i.source for i in batch.next] == ["b", "c"]
