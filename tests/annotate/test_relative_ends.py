"""What stands before the main verb and behind a relative clause without a comma belongs to the clause."""

import pytest

from memcon.annotate.parser import Parser
from memcon.annotate.relative_ends import relative_ends


def _head_of(words: list[str], text: str, parser: Parser) -> str:
    tokens = relative_ends(next(iter(parser.parse([text]))))
    at = next(i for i, t in enumerate(tokens) if [x.text for x in tokens[i : i + len(words)]] == words)
    return tokens[tokens[at].head].text


def test_the_day_of_what_was_to_take_place_is_not_the_day_on_which_it_was_put_off(parser: Parser) -> None:
    text = (
        "A meeting between U.S. Secretary of State Dora Cruz and a senior North Korean envoy, Kim Yong Pyo, that was to take place "
        "in New York on Thursday has been postponed, the State Department said on Wednesday."
    )
    assert _head_of(["on", "Thursday"], text, parser) == "take"


@pytest.mark.parametrize(
    ("text", "words", "head"),
    [
        ("The envoy who came from Oslo will leave on Friday.", ["on", "Friday"], "leave"),
        ("The envoy, who came from Oslo, on Friday left for Lima.", ["on", "Friday"], "left"),
    ],
)
def test_what_stands_behind_the_verb_or_a_comma_stays_where_it_is(
    text: str, words: list[str], head: str, parser: Parser
) -> None:
    assert _head_of(words, text, parser) == head
