"""The issues that engagements are about, and the words that show them.

Comes in: data/issues.toml. Goes out: `issues()`, by id, each with its patterns. Refuses a pattern without an example.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class IssuePattern:
    """Words that show an issue; the file explains the fields."""

    key: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    example: str


@dataclass(frozen=True, slots=True)
class Issue:
    id: str
    description: str
    find: tuple[IssuePattern, ...]


@cache
def issues() -> dict[str, Issue]:
    """Every issue by its id, in the order of the file."""
    table = tomllib.loads(files("memcon.registers").joinpath("data/issues.toml").read_text(encoding="utf-8"))
    return {
        name: Issue(name, entry["description"], tuple(_pattern(name, line) for line in entry["find"]))
        for name, entry in table.items()
    }


def _pattern(issue: str, line: dict[str, str]) -> IssuePattern:
    if not line.get("example"):
        raise ValueError(f"issue {issue}: {line['pattern']!r} has no example")
    unless = line.get("unless")
    return IssuePattern(
        line["key"],
        re.compile(rf"\b(?:{line['pattern']})(?!\w)", re.IGNORECASE),
        re.compile(unless, re.IGNORECASE) if unless else None,
        line["example"],
    )
