"""A JSON line's title stands above its text, once."""

import io
import json

from memcon.model.document import Given, RawItem
from memcon.read.lines import read_lines
from memcon.read.options import ReadOptions


def body(**fields: str) -> str:
    [item] = read_lines("x", "x.jsonl", io.BytesIO(json.dumps(fields).encode()), Given(), ReadOptions())
    assert isinstance(item, RawItem)
    return item.body.decode()


def test_a_title_that_the_text_lacks_is_put_above_it() -> None:
    assert body(title="Readout of a call", text="They spoke.") == "Readout of a call\n\nThey spoke."


def test_a_title_that_the_text_has_is_not_repeated() -> None:
    text = "READOUT OF A CALL\n\nThey spoke."
    assert body(title="Readout of a Call", text=text) == text


def test_a_text_without_a_title_is_left_as_it_is() -> None:
    assert body(text=" They spoke.\n") == " They spoke.\n"
