"""Texts translated there and back are found by what they tell; readouts on one form are not folded, however alike their words."""

import json
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from copy_samples import GRAIN, OTHER_OUTLET, SPARE

from memcon.copies.families.families import families
from memcon.copies.index.index import Text, TextIndex

DATA = Path(__file__).parents[2] / "benchmarks" / "data" / "translated.jsonl"
FORM = (
    "President Alan Whitmore spoke today with {who} of {state}. The President {thanked} him for his efforts and {stressed} the "
    "enduring {bond} between our two countries. They {discussed} the truce in the south of Lebanon, and the importance of "
    "de-escalation and of keeping lines of communication open. The President {repeated} his commitment to the security of the "
    "{region} and {hailed} the opening of the crossing at Rafah. The leaders {agreed} that their teams would {stay} in close touch."
)
PLAIN = {"thanked": "thanked", "stressed": "underscored", "bond": "partnership", "discussed": "discussed", "repeated": "reaffirmed",
         "region": "region", "hailed": "welcomed", "agreed": "agreed", "stay": "remain"}  # fmt: skip
OTHERWISE = {"thanked": "praised", "stressed": "underlined", "bond": "friendship", "discussed": "reviewed", "repeated": "restated",
             "region": "area", "hailed": "greeted", "agreed": "concurred", "stay": "keep"}  # fmt: skip


@cache
def rows() -> tuple[dict[str, str], ...]:
    return tuple(json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines())


def pair(name: str) -> tuple[str, str]:
    one, other = (row["text"] for row in rows() if row["pair"] == name)
    return one, other


def folded(one: str, other: str) -> bool:
    return bool(families([Text("one", one), Text("other", other), Text("third", SPARE), Text("fourth", OTHER_OUTLET)]))


@pytest.mark.parametrize("name", [str(n) for n in range(1, 17)])
def test_a_translation_there_and_back_is_a_copy_of_its_original(name: str) -> None:
    original, back = pair(name)
    (family,) = families([Text("original", original), Text("back", back), Text("other", GRAIN)])
    assert (family.canonical, [(copy.document, copy.relation) for copy in family.members]) == (
        "original", [("back", "back_translated")],
    )  # fmt: skip


def test_the_earlier_of_a_text_and_its_translation_is_the_original() -> None:
    original, back = pair("2")
    (family,) = families([Text("a", original, "2024-05-03"), Text("b", back, "2024-05-02")])
    assert family.canonical == "b"


def test_a_translation_in_which_another_sum_stands_is_no_copy() -> None:
    original, back = pair("2")
    assert not folded(original, back.replace("$12 million", "$45 million"))


def test_a_translation_of_the_same_words_with_other_presidents_is_no_copy() -> None:
    original, back = pair("2")
    assert not folded(
        original, back.replace("Chile", "Peru").replace("Argentin", "Bolivi").replace("Camila Rojas", "Rosa Quispe")
    )


def test_two_reports_of_one_event_are_no_copies() -> None:
    events = [row for row in rows() if row["relation"] == "report"]
    for event in events:
        number = event["pair"].removeprefix("event").partition(".")[0]
        assert not any(folded(event["text"], told) for told in pair(number))


def test_two_readouts_on_one_form_are_two_whoever_was_on_the_line() -> None:
    forms = [row for row in rows() if row["relation"] == "form"]
    assert families([Text(row["id"], row["text"]) for row in forms]) == ()


@pytest.mark.parametrize(("one", "other"), list(combinations([
    ("Amir Faisal bin Nasser", "Qatar"), ("President Gamal Shenouda", "Egypt"), ("Prime Minister Lars Hedberg", "Norway"),
], 2)))  # fmt: skip
def test_a_form_whose_ordinary_words_were_exchanged_is_still_two_calls(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    first, second = (
        FORM.format(who=who, state=state, **words) for (who, state), words in ((one, PLAIN), (other, OTHERWISE))
    )
    assert not folded(first, second)
    assert folded(first, FORM.format(who=one[0], state=one[1], **OTHERWISE))  # the same call in other words


def test_a_translation_is_worth_comparing_though_it_puts_names_in_another_order() -> None:
    index = TextIndex()
    found = index.add([("a", pair("10")[0]), ("b", pair("10")[1])])
    assert [(one.left, one.right) for one in found] == [(0, 1)]
