"""What a language model may ask: every answer has words that stand where it says; a quotation that was changed is found out."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

import memcon
import records
from memcon import tools
from memcon.flow.ledger import join_stamp
from memcon.store.store import Store

D = records.document()
RECORD = records.full_record(D)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[memcon.OpenRecord]:
    place = tmp_path_factory.mktemp("tools") / "record.db"
    with Store(place) as store:
        store.add(D, records.found_in(D), "key")
        store.put_record(RECORD, {}, join_stamp(store.generation()))
    with memcon.open_record(place) as opened:
        yield opened


def cited(value: object) -> list[dict[str, Any]]:
    """Everything in an answer that has words and a place."""
    if isinstance(value, dict):
        own = [value] if {"quote", "start", "end", "document"} <= value.keys() else []
        return own + [c for part in value.values() for c in cited(part)]
    return [c for part in value for c in cited(part)] if isinstance(value, list) else []


def test_every_answer_has_words_that_stand_where_it_says(record: memcon.OpenRecord) -> None:
    (first, *_) = record.engagements()
    answers = [
        tools.search(record, "Triangle"),
        tools.engagements(record, person=["Rau"]),
        tools.engagement(record, first.id),
        tools.statements(record, person=["Baerbock"]),
        tools.relationship(record, "Germany", "POL"),
    ]
    for answer in answers:
        found = cited(answer)
        assert found
        assert all(D.text[c["start"] : c["end"]] == c["quote"] for c in found)


def test_nobody_of_a_name_is_told_with_the_names_most_like_it(record: memcon.OpenRecord) -> None:
    answer = tools.engagements(record, person=["Baerbok"])
    assert answer["engagements"] == []
    assert "Annalena Baerbock" in answer["unknown"]["Baerbok"]


@pytest.mark.parametrize(
    "quote",
    ["Europe needs the Weimar Triangle", "\u201cEurope   needs the Weimar Triangle,\u201d she said", 'Triangle," she'],
)
def test_words_that_stand_in_a_report_are_verbatim_whatever_the_marks_and_spaces(
    quote: str, record: memcon.OpenRecord
) -> None:
    for document in (D.id, None):
        answer = tools.verify_quote(record, quote, document)
        assert answer["verbatim"], answer
        (place,) = answer["places"]
        assert D.text[place["start"] : place["end"]] == place["quote"]


@pytest.mark.parametrize("quote", ["Europe wants the Weimar Triangle", "europe needs the weimar triangle"])
def test_changed_words_are_not_verbatim_and_the_nearest_passage_is_told(quote: str, record: memcon.OpenRecord) -> None:
    answer = tools.verify_quote(record, quote, D.id)
    assert not answer["verbatim"]
    assert "Europe needs the Weimar Triangle" in answer["nearest"]["quote"]


def test_words_of_nobody_and_reports_that_are_not_there_are_told(record: memcon.OpenRecord) -> None:
    assert not tools.verify_quote(record, "We shall never surrender the fisheries")["verbatim"]
    assert "no document" in tools.verify_quote(record, "Europe", "document-none")["why"]
    assert "no words" in tools.verify_quote(record, " ")["why"]


def test_a_client_of_the_protocol_finds_the_tools_and_asks_them(record: memcon.OpenRecord) -> None:
    client = pytest.importorskip("mcp", reason="needs the protocol's library: memcon[mcp]").Client
    from memcon.cli.mcp import server_of

    async def asked() -> tuple[set[str], Any]:
        async with client(server_of(record)) as session:
            names = {tool.name for tool in (await session.list_tools()).tools}
            return names, await session.call_tool("verify_quote", {"quote": "Europe needs the Weimar Triangle"})

    names, answer = asyncio.run(asked())
    assert names == {"search", "engagements", "engagement", "statements", "relationship", "verify_quote"}
    assert answer.structured_content["verbatim"] is True


def test_engagements_and_statements_are_told_with_how_sure_they_are(record: memcon.OpenRecord) -> None:
    (first, *_) = record.engagements()
    told = tools.engagement(record, first.id)
    assert told["confidence"]["status"] == record.confidence([first])[first.id].status
    assert all(0 < s["confidence"] < 1 for s in tools.statements(record)["statements"])
