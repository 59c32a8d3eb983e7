"""What a reader asks a list for, as the query of an address: the same words as the options of the command line.

Comes in: query parameters. Goes out: `Asked`. A value that no item can have is told, as a slip, with those that there are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeVar

from fastapi import Query
from pydantic import Field

from memcon.model.errors import MemconError
from memcon.model.kinds import EngagementKind
from memcon.model.status import Status
from memcon.registers.issues import issues

MOST = 10  # values of one filter
PLACES = 40  # that can be asked for together
NO_PLACE = "none"  # asks for what no place is told of
PAGE = 100  # items of one page
LIMIT = 1_000  # that a program can ask for at once


class Slip(MemconError):
    """A value of a query that cannot be meant."""


class Refused(MemconError):
    """A correction that cannot be made so."""


class Lost(MemconError):
    """A place in a list that is not in it, or no longer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of a list. Empty keeps everything."""

    with_: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    status: tuple[Status, ...] = ()
    kind: EngagementKind | None = None
    issue: str | None = None
    since: date | None = None
    until: date | None = None
    place: tuple[str, ...] = ()
    min_confidence: float = 0.0

    @property
    def empty(self) -> bool:
        return self == Asked()

    @property
    def period(self) -> bool:
        """Are some days asked for?"""
        return self.since is not None or self.until is not None

    def query(self) -> dict[str, object]:
        """As parameters of an address."""
        return {
            "with": list(self.with_),
            "person": list(self.person),
            "status": [str(s) for s in self.status],
            "kind": self.kind,
            "issue": self.issue,
            "from": self.since,
            "to": self.until,
            "place": list(self.place),
            "min_confidence": self.min_confidence or None,
        }


def _described(**schema: Callable[[], object]) -> Callable[[dict[str, Any]], None]:
    """What the description of the API adds to a value, asked for when the description is."""

    def add(to: dict[str, Any]) -> None:
        to |= {name: value() for name, value in schema.items()}

    return add


Several = list[str] | None
With = Annotated[
    Several, Query(alias="with", max_length=MOST, description="State (CHN, China), body or person; all must take part.")
]
Person = Annotated[Several, Query(max_length=MOST, description="Name, or a part of it; all must take part.")]
OneStatus = Annotated[str, Field(json_schema_extra=_described(enum=lambda: ["", *Status]))]
Statuses = Annotated[list[OneStatus] | None, Query(max_length=MOST, description="Any of these.")]
Kind = Annotated[str | None, Query(max_length=100, json_schema_extra=_described(enum=lambda: ["", *EngagementKind]))]
Issue = Annotated[str | None, Query(max_length=100, json_schema_extra=_described(enum=lambda: ["", *sorted(issues())]))]
# A form sends a field that was left empty, too.
DAY = _described(anyOf=lambda: [{"type": "string", "format": "date"}, {"type": "string", "enum": [""]}])
Since = Annotated[
    str | None,
    Query(alias="from", max_length=10, json_schema_extra=DAY, description="What can have been on or after this ISO day."),
]
Until = Annotated[
    str | None,
    Query(alias="to", max_length=10, json_schema_extra=DAY, description="What can have been on or before this ISO day."),
]

Places = Annotated[
    Several,
    Query(
        alias="place",
        max_length=PLACES,
        description="A place as the record has it: Geneva, Geneva (Switzerland), Switzerland; none: no place is told. Any of these.",
    ),
]


SHARE = _described(anyOf=lambda: [{"type": "number", "minimum": 0, "maximum": 1}, {"type": "string", "enum": [""]}])
Sure = Annotated[
    str | None,
    Query(max_length=10, json_schema_extra=SHARE, description="What is at least so sure, from 0 to 1: docs/confidence.md."),
]


def asked(
    with_: With = None,
    person: Person = None,
    status: Statuses = None,
    kind: Kind = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    place: Places = None,
    min_confidence: Sure = None,
) -> Asked:
    """The filters of a request; fields of a form that were left empty are none."""
    return Asked(
        tuple(name for name in with_ or () if name.strip()),
        tuple(name for name in person or () if name.strip()),
        tuple(_one_of(Status, value) for value in status or () if value),
        _one_of(EngagementKind, kind) if kind else None,
        _issue(issue),
        day(since),
        day(until),
        tuple(name.strip() for name in place or () if name.strip()),
        share(min_confidence),
    )


Value = TypeVar("Value", Status, EngagementKind)


def _one_of(kinds: type[Value], value: str) -> Value:
    try:
        return kinds(value)
    except ValueError:
        raise Slip(
            f"there is no {kinds.__name__.removeprefix('Engagement').lower()} {value!r}; there are {', '.join(kinds)}"
        ) from None


Word = TypeVar("Word", bound=str)


def chosen(what: str, value: str | None, words: Sequence[Word]) -> Word | None:
    """One of some words, or none."""
    found = next((word for word in words if word == value), None)
    if value and found is None:
        raise Slip(f"there is no {what} {value!r}; there are {', '.join(words)}")
    return found


def _issue(wanted: str | None) -> str | None:
    if wanted and wanted not in issues():
        raise Slip(f"there is no issue {wanted!r}; there are {', '.join(sorted(issues()))}")
    return wanted or None


def share(value: str | None) -> float:
    """A probability; 0 where none is asked for."""
    try:
        found = float(value) if value else 0.0
    except ValueError:
        found = -1.0
    if not 0.0 <= found <= 1.0:
        raise Slip(f"{value!r} is no probability; write it as 0.85")
    return found


def day(value: str | None) -> date | None:
    if not value:
        return None
    try:
        found = date.fromisoformat(value)
    except ValueError:
        found = None
    if found is None or found.isoformat() != value:
        raise Slip(f"{value!r} is no day; write it as 2024-05-31")
    return found
