"""Claims about what is to come."""

from collections.abc import Callable

import pytest

from memcon.coding.code import code
from memcon.model.resolved import Resolved


@pytest.mark.parametrize(
    ("text", "hedge", "holder"),
    [
        ("Norway hopes that the talks will go on.", "hopes", "NOR"),
        ("The talks may end in June.", "may", None),
        ("The talks are likely to end in June.", "likely", None),
    ],
)
def test_a_hope_or_a_chance_is_an_outlook(
    text: str, hedge: str, holder: str | None, resolve_text: Callable[..., Resolved]
) -> None:
    (found,) = code(resolve_text(text, "2022-05-04")).outlook
    assert (found.hedge, found.holder) == (hedge, holder)


@pytest.mark.parametrize("text", ["The talks ended in June.", "Norway may have known of it.", "The minister spoke in May."])
def test_what_has_happened_is_none(text: str, resolve_text: Callable[..., Resolved]) -> None:
    assert code(resolve_text(text, "2022-05-04")).outlook == ()
