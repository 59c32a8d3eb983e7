"""Offices beside names are left out of the parse and hung on the names."""

from collections.abc import Iterable, Iterator

import pytest

from memcon.annotate.kept import ParsedToken
from memcon.annotate.offices_beside import offices_beside
from memcon.annotate.parser import Parser
from memcon.annotate.short_parse import parse_short


def _one(text: str, parser: Parser) -> list[ParsedToken]:
    return next(parse_short([text], parser.parse))


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("The President of Kenya, Mr. Josphat Lagat met the press.", "The President of Kenya ,", "Mr. Josphat Lagat"),
        ("She met Rosa Aravena, Minister of Trade of Chile, on Monday.", ", Minister of Trade of Chile ,", "Rosa Aravena"),
        ("She met His Excellency Mr. Josphat Lagat on Monday.", "His Excellency", "Mr. Josphat Lagat"),
    ],
)
def test_an_office_or_style_is_found_with_its_name(text: str, office: str, name: str, parser: Parser) -> None:
    words = next(parser.parse([text]))
    found = offices_beside(words)
    assert [" ".join(w.text for w in words[o.first : o.last]) for o in found] == [office]
    assert [" ".join(w.text for w in words[o.name : o.end]) for o in found] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The king, Anna Berg and Jonas Lind met in Oslo.",  # a list
        "She met Rosa Aravena, Prime Minister Daniel Otieno and the envoys.",  # the office of the next
        "The presidents of Chile and Peru, Rosa Aravena and Luis Quispe, met.",  # an office of several
    ],
)
def test_an_office_of_somebody_else_is_left_in_the_parse(text: str, parser: Parser) -> None:
    assert offices_beside(next(parser.parse([text]))) == []


def test_no_token_is_lost_and_every_head_is_a_token(parser: Parser) -> None:
    text = "Talks between the Foreign Minister of Norway, Ingrid Solheim and the President of Kenya, Mr. Josphat Lagat took place."
    plain, short = next(parser.parse([text])), _one(text, parser)
    assert [(w.text, w.start, w.spaced) for w in short] == [(w.text, w.start, w.spaced) for w in plain]
    assert all(0 <= w.head < len(short) for w in short)
    assert sum(w.sentence_start for w in short) == 1


def test_an_office_hangs_on_its_name_as_an_apposition(parser: Parser) -> None:
    words = _one("The President of Kenya, Mr. Josphat Lagat arrived in Oslo.", parser)
    at = {w.text: i for i, w in enumerate(words)}
    assert (words[at["President"]].dep, words[at["President"]].head) == ("appos", at["Lagat"])
    assert (words[at["Lagat"]].dep, words[at["Lagat"]].head) == ("nsubj", at["arrived"])


def test_a_text_without_offices_is_parsed_once() -> None:
    asked: list[list[str]] = []

    def parse(texts: Iterable[str]) -> Iterator[list[ParsedToken]]:
        asked.append(list(texts))
        return iter([[] for _ in asked[-1]])

    assert list(parse_short(["It rains."], parse)) == [[]]
    assert asked == [["It rains."], []]
