"""Each small text is read as its lines say; what is not yet read rightly is named in known.toml, with the reason."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from checks import Reading, failures

from memcon.annotate.parser import Parser
from memcon.cli.words import tells
from memcon.flow.plan import record_of
from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))["case"]
KNOWN: dict[str, str] = tomllib.loads((HERE / "known.toml").read_text(encoding="utf-8"))


def _case(case: dict[str, Any]) -> Any:
    reason = KNOWN.get(case["id"])
    return pytest.param(case, id=case["id"], marks=[pytest.mark.xfail(strict=True, reason=reason)] if reason else [])


@pytest.mark.parametrize("case", [_case(case) for case in CASES])
def test_a_small_text_is_read_as_it_says(case: dict[str, Any], parser: Parser) -> None:
    body = case["text"].encode()
    given = Given(published=str(case["published"]), published_basis="given")
    record = record_of([RawItem("case", body, "text/plain", sha256_of(body), given)], parser)
    actors = {actor.id: actor for actor in record.actors}
    assert failures(case["expect"], Reading(record, [e for e in record.engagements if tells(e, actors)])) == []


def test_every_known_gap_is_one_of_the_cases() -> None:
    assert set(KNOWN) <= {case["id"] for case in CASES}
