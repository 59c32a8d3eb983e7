"""What the titles of official papers say of one engagement. The table is `data/paper_titles.toml`; its head explains the fields."""

import re
from dataclasses import dataclass
from typing import Annotated

from memcon.model.status import Status
from memcon.registers.cells import KEY, Reads
from memcon.registers.tables import Table


def _any_case(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PaperTitle:
    """A line of the table."""

    name: Annotated[str, KEY]
    opens: Annotated[re.Pattern[str], Reads(_any_case)]
    status: Status | None
    example: str
    source: str
    spoken: bool = False


TITLES = Table("paper_titles.toml", PaperTitle, at="title")


def paper_titles() -> tuple[PaperTitle, ...]:
    """Every rule, in the order of the table."""
    return TITLES.rows


def paper_title(text: str) -> tuple[PaperTitle, int] | None:
    """The rule that a title fits, and where what it is about begins."""
    for rule in paper_titles():
        if match := rule.opens.match(text):
            return rule, match.end()
    return None
