"""The occasions of small corpora of reports: which of their phrases came to be one engagement."""

import tomllib
from typing import Any

import pytest
from corpora import CORPORA, joined, placed

from memcon.annotate.parser import Parser

WHOLE = {
    "summit-of-two-named-by-its-place": {"mombasa", "third", "first"},
    "first-and-second-meeting": {"one"},
    "process-and-its-rounds": set[str](),
    "two-meetings-that-stay-two": {"chile", "bolivia"},
    "summit-called-off-then-held": {"pokhara"},
    "memory-and-plan-without-a-day": {"warsaw", "duda"},
}


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.mark.parametrize("corpus", tomllib.loads(CORPORA.read_text(encoding="utf-8"))["corpus"], ids=lambda c: c["id"])
def test_phrases_of_one_occasion_are_one_engagement_and_those_of_two_never(corpus: dict[str, Any], parser: Parser) -> None:
    record = joined(corpus, parser)
    where = placed(corpus, record)
    met = {name: {where[p] for p in phrases} - {None} for name, phrases in corpus["occasion"].items()}
    for name, found in met.items():
        assert not any(found & others for other, others in met.items() if other != name)
    for name in WHOLE.get(corpus["id"], ()):
        assert len({where[p] for p in corpus["occasion"][name]}) == 1
    part_of = {e.id: e.part_of for e in record.engagements}
    for part, whole in corpus.get("part_of", {}).items():
        assert any(part_of[i] in met[whole] for i in met[part] if i)
