"""Which state speaks of which: by the names in a statement, once for each statement, copies left out."""

from pathlib import Path

import memcon
from memcon.annotate.parser import Parser
from memcon.flow.run import read_into
from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of
from memcon.store.store import Store

SAID = """Peru's foreign minister, Elena Quispe, said that Chile's president, Marta Soto, had kept her word. Ms. Quispe also said
that the harvest in her own country was good this year and that prices had not risen since the spring.

Chile's foreign minister, Jorge Rivas, said that Peru's foreign minister, Elena Quispe, had been right to wait.
"""


def item(name: str, text: str) -> RawItem:
    return RawItem(name, text.encode(), "text/plain", sha256_of(text.encode()), Given("2021-05-09", "given", "Post"))


def test_a_state_speaks_of_the_states_whose_people_its_words_name(parser: Parser, tmp_path: Path) -> None:
    with Store(tmp_path / "record.db") as store:
        read_into(store, [item("a.txt", SAID)], parser)
    with memcon.open_record(tmp_path / "record.db") as record:
        assert {pair: len(found) for pair, found in record.spoken_of().items()} == {("PER", "CHL"): 1, ("CHL", "PER"): 1}
        assert {m: (t.said_by_left, t.said_by_right) for m, t in record.told_by_month("PER", "CHL").items()} == {
            "2021-05": (1, 1)
        }


def test_what_a_copy_retells_is_not_counted_again(parser: Parser, tmp_path: Path) -> None:
    with Store(tmp_path / "record.db") as store:
        read_into(store, [item("a.txt", SAID), item("b.txt", SAID + "\nOther news follows.\n")], parser)
    with memcon.open_record(tmp_path / "record.db") as record:
        assert {pair: len(found) for pair, found in record.spoken_of().items()} == {("PER", "CHL"): 1, ("CHL", "PER"): 1}
