"""A JSON line may name its parts as its makers do; one without a text is refused with the keys it has."""

import io
import json
from typing import Any

import pytest

from memcon.flow.plan import freeze
from memcon.model.document import Document, Given, RawItem
from memcon.model.record import Reject
from memcon.read.json_reports import read_json
from memcon.read.lines import read_lines
from memcon.read.options import ReadOptions
from memcon.registers.line_keys import LINE_KEYS, LineKey

TEXT = "The foreign minister met the envoy in Warsaw on Thursday. They talked for two hours about energy, he said."


def read(fields: object) -> RawItem | Reject:
    (item,) = read_lines("f", "f.jsonl", io.BytesIO(json.dumps(fields).encode()), Given(), ReadOptions())
    return item


def inmost(value: Any) -> Any:
    return inmost(*value.values()) if isinstance(value, dict) else value


def document(fields: dict[str, Any]) -> Document:
    item = read(fields)
    assert isinstance(item, RawItem), item
    return freeze(item)


@pytest.mark.parametrize("row", LINE_KEYS.rows, ids=lambda row: row.key)
def test_each_name_of_a_field_is_read_in_its_example(row: LineKey) -> None:
    example = json.loads(row.example)
    if row.field == "list":
        (item,) = read_json("f", "f.json", io.BytesIO(row.example.encode()), Given(), ReadOptions())
        assert isinstance(item, RawItem) and item.body == b"Talks went on."
        return
    said = inmost(example)
    item = read({"text": TEXT, **example} if row.field != "text" else example)
    assert isinstance(item, RawItem)
    if row.field == "text":
        assert item.body.decode() == said
    elif row.field == "outlet":
        assert item.given.outlet == "Reuters"
    else:
        assert getattr(item.given, row.field) == said


def test_days_are_read_as_feeds_write_them() -> None:
    for said in ("2021-03-04", "2021-03-04 10:00:00", "2021-03-04T10:00:00Z", "Thu, 04 Mar 2021 10:00:00 GMT"):
        assert document({"body": TEXT, "date": said}).published.value == "2021-03-04", said


def test_memcon_s_own_name_comes_first_and_an_empty_one_gives_way() -> None:
    assert document({"text": TEXT, "body": "Something else was said."}).text == TEXT
    assert document({"text": " ", "body": TEXT}).text == TEXT


def test_a_domain_stands_for_its_outlet() -> None:
    assert document({"text": TEXT, "source_domain": "www.reuters.com"}).outlet == "Reuters"
    assert document({"text": TEXT, "source": {"id": "x", "name": "The Daily Example"}}).outlet == "The Daily Example"


def test_a_line_without_text_is_refused_with_the_keys_it_has() -> None:
    refused = read({"id": 1, "headline": "Talks", "summary": "Talks went on."})
    assert isinstance(refused, Reject)
    assert refused.reason == "no text in a JSON line"
    assert refused.detail.startswith("it has id, headline, summary; the text is read from text, body, content, maintext")


@pytest.mark.parametrize("fields", [{"text": 5}, {"text": TEXT, "url": 3}, [TEXT]])
def test_another_kind_of_value_is_refused(fields: object) -> None:
    refused = read(fields)
    assert isinstance(refused, Reject) and refused.reason == "wrong kind of value in a JSON line"


def test_a_line_whose_text_has_an_unusual_name_is_refused_with_the_option_that_reads_it() -> None:
    refused = read({"id": 1, "story": TEXT * 3})
    assert isinstance(refused, Reject)
    assert refused.detail.endswith("--map text=story")
