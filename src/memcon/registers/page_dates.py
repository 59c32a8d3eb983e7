"""Where a page says when it appeared: names of metadata and words before a date. The table is `data/page_dates.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

LabelMeaning = Literal["published", "updated"]


@dataclass(frozen=True, slots=True)
class DateLabel:
    """Words that stand before the date of a page ("Posted on")."""

    words: tuple[str, ...]
    means: LabelMeaning
    example: str


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("memcon.registers") / "data" / "page_dates.toml").read_text(encoding="utf-8"))


@cache
def meta_names() -> tuple[str, ...]:
    """Names of metadata that hold the date of publication, in lower case, the surest first."""
    return tuple(line["name"] for line in _table()["meta"])


@cache
def date_labels() -> tuple[DateLabel, ...]:
    return tuple(DateLabel(tuple(line["words"]), line["means"], line["example"]) for line in _table()["label"])
