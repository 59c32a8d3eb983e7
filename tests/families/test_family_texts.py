"""Families of short texts that tell one kind of thing in many ways: every voice, order and office of it is read as its lines say.

A family is a file; what is not yet read rightly is named in its own `[known]` table, with the reason.
"""

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from checks import Reading, failures, holds
from reading import Entry, entries, read

from memcon.annotate.parser import Parser
from memcon.model.record import Record

FAMILIES = sorted(Path(__file__).parent.glob("*.toml"))
TEXTS: list[tuple[Path, Entry]] = [(family, entry) for family in FAMILIES for entry in entries(family)]


def _known(family: Path) -> dict[str, str]:
    known: dict[str, str] = tomllib.loads(family.read_text(encoding="utf-8")).get("known", {})
    return known


KNOWN = {family: _known(family) for family in FAMILIES}


def _text(family: Path, entry: Entry) -> Any:
    reason = KNOWN[family].get(entry["id"])
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(entry, id=f"{family.stem}:{entry['id']}", marks=marks)


@pytest.mark.parametrize("entry", [_text(family, entry) for family, entry in TEXTS])
def test_a_text_of_a_family_is_read_as_it_says(entry: Entry, parser: Parser) -> None:
    assert failures(entry["expect"], read(entry, parser)) == []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.stem)
def test_every_text_of_a_family_expects_lines_of_a_known_form(family: Path) -> None:
    nothing = Reading(Record(**{field.name: () for field in fields(Record)}), [])
    ids = [entry["id"] for entry in entries(family)]
    assert len(ids) == len(set(ids))
    assert set(KNOWN[family]) <= set(ids)
    for entry in entries(family):
        assert entry["expect"]
        for line in entry["expect"]:
            assert holds(line, nothing) in (True, False)
