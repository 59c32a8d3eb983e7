"""The fields that people can judge and set right: what they hold now, and what they can be set to."""

import re
from collections.abc import Mapping

from memcon.model.dates import DateRange
from memcon.model.errors import StoreError
from memcon.model.findings import Statement
from memcon.model.kinds import EngagementKind
from memcon.model.opinions import EXISTS, SPEAKER
from memcon.model.record import Actor, Engagement, Family, Subject
from memcon.model.status import Status
from memcon.parties import party
from memcon.registers.states import states
from memcon.wording import judged

FIELDS: Mapping[str, tuple[str, ...]] = {
    "engagement": ("status", "kind", "date", "place"),
    "actor": ("name", "state"),
    "statement": (SPEAKER,),
}
NONE = ("engagement", "statement")  # can be rejected: it is none
LONGEST = {"value": 200, "reason": 1_000, "name": 100}  # characters that a person can write

ISO = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?")

Item = Engagement | Actor | Family | Statement


def about(item: Item) -> Subject:
    if isinstance(item, Engagement):
        return "engagement"
    if isinstance(item, Statement):
        return "statement"
    return "actor" if isinstance(item, Actor) else "family"


def values(item: Item) -> dict[str, str]:
    """What the fields hold, as it would be written to set them (a speaker by his id); empty where they hold nothing."""
    match item:
        case Engagement():
            place = item.place.name if item.place else ""
            return {"status": str(item.status), "kind": str(item.kind), "date": days(item.date), "place": place}
        case Actor():
            return {"name": item.name, "state": item.state or ""}
        case Statement():
            return {SPEAKER: item.speaker or ""}
    return {}


def days(date: DateRange) -> str:
    """2023-06-18; 2023-06-18/2023-06-20; an open bound is left out: 2023-06-18/."""
    if date.exact:
        return str(date.earliest)
    return f"{date.earliest or ''}/{date.latest or ''}" if date.known else ""


def checked(of: Subject, field: str, value: str) -> str:
    """The value as the record has it. Raises StoreError where the field cannot have it."""
    known_field(of, field)
    value = line("value", value)
    allowed = {"status": tuple(Status), "kind": tuple(EngagementKind)}.get(field)
    if allowed and value not in allowed:
        raise StoreError(f"{value!r} is no {field}; it is one of {', '.join(allowed)}")
    if field == "name" and not value:
        raise StoreError("a person has a name; give one")
    if field == "date":
        _check_date(value)
    if field == "state":
        code = party(value)
        if value and code not in states():
            raise StoreError(f"{value!r} is no state; give its code (CHN) or name, or '' for none")
        return code if value else ""
    return value


def _check_date(value: str) -> None:
    try:
        DateRange.iso(value if ISO.fullmatch(value) else "")
    except (ValueError, OverflowError) as problem:
        told = f" ({problem})" if ISO.fullmatch(value) else ""
        raise StoreError(f"{value!r} is no date{told}; write 2023-06-18, 2023-06 or 2023-06-18/2023-06-19") from None


def known_field(of: Subject, field: str, whether: bool = False) -> None:
    """Raises StoreError for a field that cannot be set. `whether`: that it is one at all can be judged, too."""
    if whether and of in NONE and field == EXISTS:
        return
    if field not in FIELDS.get(of, ()):
        raise StoreError(f"{field}: {judged.ARTICLES[of]} has {', '.join(FIELDS.get(of, ())) or 'no fields'} to correct")


def line(what: str, words: str) -> str:
    """Words of a person as one line. Raises StoreError where they are too many."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    if len(flat) > LONGEST[what]:
        raise StoreError(f"a {what} has at most {LONGEST[what]:,} characters; this has {len(flat):,}")
    return flat
