"""Under which names a JSON line or the column of a table gives text, day, outlet, address and title. The table is `data/line_keys.csv`."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from memcon.registers.cells import KEY
from memcon.registers.tables import Table

LineField = Literal["text", "title", "published", "outlet", "url", "id"]
KeyField = Literal[LineField, "list"]  # list: what holds the reports of a JSON file


@dataclass(frozen=True, slots=True)
class LineKey:
    """A line of the table, whose head says what the columns mean."""

    field: KeyField
    key: Annotated[str, KEY]
    example: str
    source: str


LINE_KEYS = Table("line_keys.csv", LineKey)


@cache
def keys_of(field: KeyField) -> tuple[str, ...]:
    """The names of a field, memcon's own first."""
    return tuple(row.key for row in LINE_KEYS.rows if row.field == field)
