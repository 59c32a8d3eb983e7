"""What pages share in asking the record."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, TypeVar

from fastapi import Depends, Request

from memcon import Correction, OpenRecord, corrections
from memcon.correcting.fields import Item, values
from memcon.model.record import Actor, Engagement
from memcon.registers.places import plain
from memcon.web.filters import NO_PLACE, Asked
from memcon.wording import listing
from memcon.wording.words import where


def opened(request: Request) -> OpenRecord:
    """The record that the application shows."""
    record: OpenRecord = request.app.state.record
    return record


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Slipped:
    """A form that could not be taken: which, why, and what was filled in."""

    form: str
    why: str
    given: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Correcting:
    """What was corrected of an item, what its fields hold, and the form that could not be taken."""

    item: str
    made: list[Correction]
    held: Mapping[str, str]
    slip: Slipped | None

    def given(self, form: str, name: str) -> str:
        """What was filled in, in a form that could not be taken."""
        return next(iter(self.slip.given.get(name, ())), "") if self.slip and self.slip.form == form else ""

    def ticked(self, form: str, name: str, value: str) -> bool:
        return bool(self.slip and self.slip.form == form and value in self.slip.given.get(name, ()))


Opened = Annotated[OpenRecord, Depends(opened)]


def remembered(record: OpenRecord, question: Hashable, look: Callable[[], T]) -> T:
    """What was found before for the same question to the same record."""
    return record.at_hand.one(record.stamp(), question, look)


def engagements(record: OpenRecord, asked: Asked) -> list[Engagement]:
    """As they stood on the day of the last report."""
    if asked.place:
        return at_places(engagements(record, replace(asked, place=())), asked.place)

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


def at_places(some: Iterable[Engagement], names: Iterable[str]) -> list[Engagement]:
    """Those at one of some places, each by its name, with its country or without, as the record has it."""
    wanted = {plain(name) for name in names}
    return [e for e in some if wanted & ({plain(e.place.name), plain(where(e.place))} if e.place else {NO_PLACE})]


def corrections_of(record: OpenRecord) -> list[Correction]:
    """All that people decided, in order of time."""
    return remembered(record, "corrections", lambda: corrections(record.path).all())


def correcting(record: OpenRecord, item: Item, slip: Slipped | None) -> Correcting:
    """What a page shows of the corrections of an item; its forms, for who signed in."""
    made = [c for c in corrections_of(record) if item.id in c.items]
    return Correcting(item.id, made, values(item), slip)


def actors_of(record: OpenRecord, some: Iterable[Engagement]) -> dict[str, Actor]:
    return record.actors_by_id(p.actor for e in some for p in e.participants)


def worth_listing(record: OpenRecord, some: Sequence[Engagement], actors: Mapping[str, Actor]) -> list[Engagement]:
    """Those that have a place in a list of diplomacy; each as it stood on the day of the last report."""
    by_id = {e.id: e for e in some}

    def look(ids: Iterable[str]) -> dict[str, bool]:
        return {i: listing.tells(by_id[i], actors) for i in ids}

    listed = record.at_hand.some(record.stamp(), by_id, look, "worth listing")
    return [e for e in some if listed[e.id]]
