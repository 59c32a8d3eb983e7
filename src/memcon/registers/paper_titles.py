"""What the titles of official papers say of one engagement. The table is `data/paper_titles.toml`; its head explains the fields."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from memcon.model.status import Status


@dataclass(frozen=True, slots=True)
class PaperTitle:
    """A line of the table."""

    name: str
    opens: re.Pattern[str]
    status: Status | None
    spoken: bool
    example: str
    source: str


@cache
def paper_titles() -> tuple[PaperTitle, ...]:
    """Every rule, in the order of the table."""
    table = tomllib.loads((files("memcon.registers") / "data" / "paper_titles.toml").read_text(encoding="utf-8"))
    return tuple(
        PaperTitle(
            name=line["name"],
            opens=re.compile(line["opens"], re.IGNORECASE),
            status=Status(line["status"]) if line["status"] else None,
            spoken=line.get("spoken", False),
            example=line["example"],
            source=line["source"],
        )
        for line in table["title"]
    )


def paper_title(text: str) -> tuple[PaperTitle, int] | None:
    """The rule that a title fits, and where what it is about begins."""
    for rule in paper_titles():
        if match := rule.opens.match(text):
            return rule, match.end()
    return None
