"""Which state speaks of which, and what they did to each other: once for each statement and event, copies left out."""

from dataclasses import replace
from pathlib import Path

import memcon
import records
from memcon.annotate.parser import Parser
from memcon.flow.run import read_into
from memcon.model.dates import DateRange
from memcon.model.deeds import Deed
from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of
from memcon.model.record import Record
from memcon.store.between import done_between
from memcon.store.store import Store

SAID = """Peru's foreign minister, Elena Quispe, said that Chile's president, Marta Soto, had kept her word. Ms. Quispe also said
that the harvest in her own country was good this year and that prices had not risen since the spring.

Chile's foreign minister, Jorge Rivas, said that Peru's foreign minister, Elena Quispe, had been right to wait.
"""


BOTH = {("PER", "CHL"): {"2021-05": 1}, ("CHL", "PER"): {"2021-05": 1}}


def item(name: str, text: str) -> RawItem:
    return RawItem(name, text.encode(), "text/plain", sha256_of(text.encode()), Given("2021-05-09", "given", "Post"))


def test_a_state_speaks_of_the_states_whose_people_its_words_name(parser: Parser, tmp_path: Path) -> None:
    with Store(tmp_path / "record.db") as store:
        read_into(store, [item("a.txt", SAID)], parser)
    with memcon.open_record(tmp_path / "record.db") as record:
        assert {pair: dict(found) for pair, found in record.spoken_of().items()} == BOTH
        assert {m: (t.said_by_left, t.said_by_right) for m, t in record.told_by_month("PER", "CHL").items()} == {
            "2021-05": (1, 1)
        }


def test_what_a_copy_retells_is_not_counted_again(parser: Parser, tmp_path: Path) -> None:
    with Store(tmp_path / "record.db") as store:
        read_into(store, [item("a.txt", SAID), item("b.txt", SAID + "\nOther news follows.\n")], parser)
    with memcon.open_record(tmp_path / "record.db") as record:
        assert {pair: dict(found) for pair, found in record.spoken_of().items()} == BOTH


LIMA, SOTO, RIVAS = (
    records.actor("Ana Lima", "PER"),
    records.actor("Marta Soto", "CHL"),
    records.actor("Jorge Rivas", "CHL"),
)
KIM = records.actor("Kim Min", "KOR")


def kept(tmp_path: Path) -> Store:
    """A record of events, each told with what makes it count or not."""
    paper = records.document(published="2021-12-11")
    undated = records.document(f"{records.TEXT} Again.", "b.txt", None)
    done = replace(
        records.full_record(paper).events[0], document=paper.id, tense="past", negated=False, retells=None, intensity=7.0,
        date=records.day("2021-10-03"), actors=(LIMA.id,), recipients=(SOTO.id,),
    )  # fmt: skip
    events = [
        done,
        replace(done, id="event-2", tense="future"),
        replace(done, id="event-3", negated=True),
        replace(done, id="event-4", retells=done.id),
        replace(done, id="event-5", intensity=None),
        replace(done, id="event-6", intensity=-2.0, actors=(RIVAS.id,), recipients=(LIMA.id,), date=None),
        replace(done, id="event-7", document=undated.id, date=None),
        replace(done, id="event-8", actors=(SOTO.id,), recipients=(RIVAS.id,)),
        replace(done, id="event-9", actors=(LIMA.id, KIM.id), date=DateRange.iso("2021")),
    ]
    empty = dict.fromkeys(Record.__dataclass_fields__, ())
    people = tuple(sorted((LIMA, SOTO, RIVAS, KIM), key=lambda a: a.id))
    store = Store(tmp_path / "events.db")
    for d in (paper, undated):
        store.add(d, records.found_in(d), "key")
    store.put_record(replace(Record(**empty), actors=people, events=tuple(sorted(events, key=lambda e: e.id))), {}, "1")
    return store


def test_a_deed_is_what_one_did_to_the_other_and_no_plan_denial_or_copy(tmp_path: Path) -> None:
    with kept(tmp_path) as store:
        found = store.ask(done_between)
    assert sorted(found) == [("CHL", "CHL"), ("CHL", "KOR"), ("CHL", "PER")]
    year = DateRange.iso("2021")
    own, wide = records.day("2021-10-03"), Deed("2021-12", year.earliest, year.latest, 7.0)
    deed = Deed("2021-10", own.earliest, own.latest, 7.0)
    assert sorted(found["CHL", "PER"], key=str) == sorted(
        [deed, wide, Deed("2021-12", None, None, -2.0), Deed(None, None, None, 7.0)], key=str
    ), "without a month of its own it counts in that of its report"
    assert (found["CHL", "KOR"], found["CHL", "CHL"]) == ([wide], [deed])


def test_of_two_states_the_same_is_found_as_of_all(tmp_path: Path) -> None:
    with kept(tmp_path) as store:
        for pair, deeds in store.ask(done_between).items():
            assert store.ask(done_between, pair) == store.ask(done_between, pair[::-1]) == {pair: deeds}
        assert store.ask(done_between, ("KOR", "PER")) == {}
