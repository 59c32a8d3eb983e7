"""What pages share in asking the record."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from threading import Lock
from typing import Annotated, TypeVar, cast

from fastapi import Depends, Request

from memcon import OpenRecord
from memcon.model.record import Actor, Engagement
from memcon.store.address import Address
from memcon.web.filters import Asked
from memcon.wording import listing


def opened(request: Request) -> OpenRecord:
    """The record that the application shows."""
    record: OpenRecord = request.app.state.record
    return record


T = TypeVar("T")
KEPT = 32  # answers
_KEPT: dict[tuple[Address, Hashable], tuple[str | None, object]] = {}
_LOCK = Lock()

Opened = Annotated[OpenRecord, Depends(opened)]


def remembered(record: OpenRecord, key: Hashable, make: Callable[[], T]) -> T:
    """What was made before for the same question to the same record; a few answers are kept, until the record changes."""
    stamp = record.stamp()
    with _LOCK:
        known = _KEPT.get((record.path, key))
        if known is not None and known[0] == stamp:
            return cast(T, known[1])
    made = make()
    with _LOCK:
        while len(_KEPT) >= KEPT:
            _KEPT.pop(next(iter(_KEPT)))
        _KEPT[record.path, key] = stamp, made
    return made


def engagements(record: OpenRecord, asked: Asked) -> list[Engagement]:
    """As they stood on the day of the last report."""

    def found() -> list[Engagement]:
        return record.engagements(
            with_=asked.with_,
            person=asked.person,
            status=asked.status,
            kind=asked.kind,
            issue=asked.issue,
            since=asked.since,
            until=asked.until,
            as_of=record.last_published(),
        )

    return remembered(record, asked, found)


def actors_of(record: OpenRecord, some: Iterable[Engagement]) -> dict[str, Actor]:
    return record.actors_by_id(p.actor for e in some for p in e.participants)


def worth_listing(some: Sequence[Engagement], actors: Mapping[str, Actor]) -> list[Engagement]:
    """Those that have a place in a list of diplomacy."""
    return [e for e in some if listing.tells(e, actors)]
