"""Each small text is read as its lines say; what is not yet read rightly is named in known.toml, with the reason."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from checks import failures
from reading import Entry, entries, read

from memcon.annotate.parser import Parser

HERE = Path(__file__).parent
CASES: list[Entry] = entries(HERE / "cases.toml")
KNOWN: dict[str, str] = tomllib.loads((HERE / "known.toml").read_text(encoding="utf-8"))


def _case(case: Entry) -> Any:
    reason = KNOWN.get(case["id"])
    return pytest.param(case, id=case["id"], marks=[pytest.mark.xfail(strict=True, reason=reason)] if reason else [])


@pytest.mark.parametrize("case", [_case(case) for case in CASES])
def test_a_small_text_is_read_as_it_says(case: Entry, parser: Parser) -> None:
    assert failures(case["expect"], read(case, parser)) == []


def test_every_known_gap_is_one_of_the_cases() -> None:
    assert set(KNOWN) <= {case["id"] for case in CASES}
