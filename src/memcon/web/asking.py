"""What pages share in asking the record."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Annotated, TypeVar

from fastapi import Depends, Request

from memcon import OpenRecord
from memcon.model.record import Actor, Engagement
from memcon.web.filters import Asked
from memcon.wording import listing


def opened(request: Request) -> OpenRecord:
    """The record that the application shows."""
    record: OpenRecord = request.app.state.record
    return record


T = TypeVar("T")

Opened = Annotated[OpenRecord, Depends(opened)]


def remembered(record: OpenRecord, question: Hashable, look: Callable[[], T]) -> T:
    """What was found before for the same question to the same record."""
    return record.at_hand.one(record.stamp(), question, look)


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
            min_confidence=asked.min_confidence,
        )

    return remembered(record, asked, found)


def actors_of(record: OpenRecord, some: Iterable[Engagement]) -> dict[str, Actor]:
    return record.actors_by_id(p.actor for e in some for p in e.participants)


def worth_listing(some: Sequence[Engagement], actors: Mapping[str, Actor]) -> list[Engagement]:
    """Those that have a place in a list of diplomacy."""
    return [e for e in some if listing.tells(e, actors)]
