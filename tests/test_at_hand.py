"""What was asked before is at hand as long as the record stays the same, and takes no more room than is allowed."""

import pytest

from memcon import at_hand
from memcon.at_hand import AtHand


def test_the_same_question_is_answered_once_until_the_record_changes() -> None:
    asked: list[str] = []
    kept = AtHand()
    for stamp in ("1", "1", "2"):
        assert kept.one(stamp, "who", lambda: asked.append("who") or [1]) == [1]  # type: ignore[func-returns-value]
    assert len(asked) == 2


def test_items_are_looked_for_once_and_what_is_not_there_again() -> None:
    looked: list[list[str]] = []

    def look(ids: list[str]) -> dict[str, int]:
        looked.append(sorted(ids))
        return {i: 1 for i in ids if i != "none"}

    kept = AtHand()
    assert kept.some("1", ["a", "none"], look) == {"a": 1}
    assert kept.some("1", ["a", "b", "none"], look) == {"a": 1, "b": 1}
    assert looked == [["a", "none"], ["b", "none"]]


def test_long_answers_make_room_for_each_other_and_what_is_too_long_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_hand, "WEIGHT", 10)
    kept, asked = AtHand(), []

    def ask(question: str, length: int) -> None:
        kept.one("1", question, lambda: asked.append(question) or [0] * length)  # type: ignore[func-returns-value]

    for question, length in (
        ("a", 6),
        ("b", 4),
        ("a", 6),
        ("c", 4),
        ("b", 4),
        ("a", 6),
        ("huge", 11),
        ("a", 6),
        ("huge", 11),
    ):
        ask(question, length)
    assert asked == ["a", "b", "c", "b", "a", "huge", "huge"], "what was asked for last stays longest"
