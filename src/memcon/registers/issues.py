"""The issues that engagements are about, and the words that show them.

Comes in: data/issues.toml. Goes out: `issues()`, by id, each with its patterns.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from memcon.registers.cells import BLANK, KEY, Column, Reads
from memcon.registers.tables import Table


def _whole_words(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE)


def _any_case(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class IssuePattern:
    """Words that show an issue; the file explains the fields."""

    key: Annotated[str, BLANK]
    pattern: Annotated[re.Pattern[str], Reads(_whole_words)]
    unless: Annotated[re.Pattern[str], Reads(_any_case)] | None
    example: str


@dataclass(frozen=True, slots=True)
class Issue:
    id: Annotated[str, KEY]
    description: str
    find: Annotated[tuple[IssuePattern, ...], Column("find", one="pattern")]


ISSUES = Table("issues.toml", Issue, named="id")


@cache
def issues() -> dict[str, Issue]:
    """Every issue by its id, in the order of the file."""
    return {issue.id: issue for issue in ISSUES.rows}
