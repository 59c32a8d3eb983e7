"""What a text tells of its engagements, put shortly for tests; and the mark of a behaviour that is wanted and not there yet."""

from dataclasses import dataclass
from typing import Any

import pytest

from memcon.coding.code import code
from memcon.model.findings import LocalEngagement
from memcon.model.resolved import Resolved
from memcon.model.status import Status

Line = Any  # what pytest.param makes has no public type


@dataclass(frozen=True, slots=True)
class Told:
    """One occasion as a text tells of it, with names in place of keys."""

    key: str
    kind: str
    who: frozenset[str]  # those who take part themselves
    hosts: frozenset[str]
    place: str | None
    day: str | None  # TIMEX3
    statuses: tuple[Status, ...]
    words: tuple[str, ...]
    part_of: str | None
    rescheduled_as: str | None


def told(resolved: Resolved) -> list[Told]:
    """The occasions of a text, in its order."""
    findings = code(resolved)
    names = {a.key: a.name for a in findings.actors}
    return [_told(resolved.annotated.document.text, e, names) for e in findings.engagements]


def _told(text: str, e: LocalEngagement, names: dict[str, str]) -> Told:
    return Told(
        key=e.key,
        kind=e.kind,
        who=frozenset(names[p.actor] for p in e.participants if p.part != "host"),
        hosts=frozenset(names[p.actor] for p in e.participants if p.part == "host"),
        place=e.place.name if e.place else None,
        day=e.date.value,
        statuses=tuple(m.status for m in e.mentions),
        words=tuple(m.span.of(text) for m in e.mentions),
        part_of=e.part_of,
        rescheduled_as=e.rescheduled_as,
    )


def statuses(resolved: Resolved) -> set[Status]:
    """Every status that a text gives to any engagement."""
    return {status for occasion in told(resolved) for status in occasion.statuses}


def line(name: str, *values: object) -> Line:
    """A line of a table of texts."""
    return pytest.param(*values, id=name)


def wanted(name: str, *values: object) -> Line:
    """A line of what a user would rightly expect and memcon does not read yet."""
    return pytest.param(*values, id=name, marks=pytest.mark.xfail(reason=f"not read yet: {name}", strict=True))
