"""What is expected names the engagement of the record that it is about, in memory and in a database, also once more is told of it."""

from pathlib import Path

import memcon
from memcon.annotate.parser import Parser
from memcon.flow.plan import record_of
from memcon.flow.run import read_into
from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of
from memcon.store.store import Store

HOPED = (
    "The foreign ministers of Norway and Sweden will hold talks in Oslo on May 6. "
    "Norway hopes that the talks will end the dispute. Peru may join the treaty in June."
)
HELD = "The foreign ministers of Norway and Sweden held talks in Oslo on May 6, the ministry said."


def item(name: str, text: str, day: str) -> RawItem:
    return RawItem(name, text.encode(), "text/plain", sha256_of(text.encode()), Given(day, "given", "Post"))


FIRST, LATER = item("a.txt", HOPED, "2022-05-04"), item("b.txt", HELD, "2022-05-07")


def test_a_hope_is_about_the_engagement_of_the_record_however_that_is_made(parser: Parser, tmp_path: Path) -> None:
    hope, chance = sorted(record_of([FIRST], parser).outlook, key=lambda o: o.span)
    (talks,) = record_of([FIRST], parser).engagements
    assert (hope.about, chance.about) == (talks.id, None)
    with Store(tmp_path / "record.db") as store:
        for some in ([FIRST], [LATER]):  # what the later report does to the engagement, the hope in the first one follows
            read_into(store, some, parser)
            with store.record() as record:
                kept, known = {o.id: o.about for o in record.outlook}, {e.id for e in record.engagements}
            assert kept[chance.id] is None and kept[hope.id] in known
    both = record_of([FIRST, LATER], parser)
    assert {o.id: o.about for o in both.outlook} == kept
    with memcon.open_record(tmp_path / "record.db") as opened:
        about = kept[hope.id] or ""
        assert [o.about for o in opened.outlook() if o.id == hope.id] == [about]
        assert [o.id for o in opened.show(about).outlook] == [hope.id]
        shown = opened.show(hope.id).item
        assert isinstance(shown, memcon.Outlook) and shown.about == about
