"""Where a page says when it appeared: names of metadata and words before a date. The table is `data/page_dates.toml`."""

from dataclasses import dataclass
from typing import Annotated, Literal

from memcon.registers.cells import KEY
from memcon.registers.tables import Table

LabelMeaning = Literal["published", "updated"]


@dataclass(frozen=True, slots=True)
class MetaName:
    """The name of metadata that hold the date of publication, in lower case."""

    name: Annotated[str, KEY]
    source: str


@dataclass(frozen=True, slots=True)
class DateLabel:
    """Words that stand before the date of a page ("Posted on")."""

    words: tuple[str, ...]
    means: LabelMeaning
    example: str
    source: str


META = Table("page_dates.toml", MetaName, at="meta", beside=("label",))
LABELS = Table("page_dates.toml", DateLabel, at="label", beside=("meta",))


def meta_names() -> tuple[str, ...]:
    """Names of metadata that hold the date of publication, the surest first."""
    return tuple(line.name for line in META.rows)


def date_labels() -> tuple[DateLabel, ...]:
    return LABELS.rows
