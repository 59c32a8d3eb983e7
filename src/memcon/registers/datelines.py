"""Words in capitals before a dash that are no place of a dateline. The table is `data/datelines.toml`."""

from dataclasses import dataclass

from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class DatelineWords:
    """The words of the table."""

    not_places: frozenset[str]
    source: str


WORDS = Table("datelines.toml", DatelineWords)


def not_places() -> frozenset[str]:
    return WORDS.rows[0].not_places
