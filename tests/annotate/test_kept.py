"""A parse that is kept is the parse that was made; memory is bounded."""

import pytest

from memcon.annotate.kept import Kept, ParsedToken, pack, unpack
from memcon.annotate.parser import Parser
from memcon.annotate.pipeline import Pipeline

TEXTS = [
    "The Norwegian foreign minister, Ine Eriksen Soreide, hadn't met Ann Linde in Stockholm by 3 March.  They'll meet soon.",
    "Go ahead.",
    "",
    "\u2028 “Yes,” he said — and left for Tromsø 🇳🇴",
]


def test_what_is_unpacked_is_what_was_packed(parser: Parser) -> None:
    for text, tokens in zip(TEXTS, parser.parse(TEXTS), strict=True):
        assert unpack(pack(tokens), text) == tokens


def test_a_paragraph_met_again_is_not_parsed_again(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    first = list(parser.parse(TEXTS))
    monkeypatch.setattr(Pipeline, "parse", lambda *_: pytest.fail("parsed again"))
    assert list(parser.parse([*TEXTS, TEXTS[0]])) == [*first, first[0]]


def test_what_was_not_asked_for_the_longest_goes_first() -> None:
    token = ParsedToken("Oslo", 0, "Oslo", "PROPN", "NNP", "ROOT", 0, "GPE", True, True, False)
    size = len(pack([token])) + 150
    kept = Kept(most=2 * size)
    kept.put("Oslo", [token])
    kept.put("Oslo2", [token])
    assert kept.get("Oslo") == [token]
    kept.put("Oslo3", [token])
    assert kept.get("Oslo2") is None and kept.get("Oslo") and kept.get("Oslo3")
