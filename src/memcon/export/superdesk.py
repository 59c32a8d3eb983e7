"""Engagements as event items of Superdesk Planning, a JSON file each.

Comes in: `Chosen`, an empty folder. Goes out: ENGAGEMENT-ID.json for each engagement whose days are told, in the fields of
server/planning/events/events_schema.py, as its feed parser `json_event` reads them; no hour is known, so each is "time to be confirmed".
What has no day of its own is left out: Superdesk needs one, and none is made up. The same engagements give the same bytes.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from memcon.export.chosen import Chosen, said_days
from memcon.model.life import lasting, turning_points
from memcon.model.moves import revisions
from memcon.model.record import Engagement
from memcon.model.resolved import Place
from memcon.model.status import DONE, UNDONE, Status
from memcon.wording import words
from memcon.wording.passages import printable

OCCURS = {
    "eos3": "Planned, may occur",
    "eos4": "Planned, occurrence highly likely",
    "eos5": "Planned, occurs certainly",
    "eos6": "Planned, then cancelled",
}  # IPTC NewsCodes, http://cv.iptc.org/newscodes/eventoccurstatus/
# eos0 (unplanned) is none of them: that no plan was read does not say that there was none. eos1 and eos2 say more of the organisers'
# work and doubts than a status does.
OCCUR_STATUS: Mapping[Status, str] = {
    Status.CONSIDERED: "eos3",
    Status.INVITED: "eos3",
    Status.UNCONFIRMED: "eos3",
    Status.POSTPONED: "eos3",
    Status.PLANNED: "eos4",
    Status.ANNOUNCED: "eos5",
    Status.AGREED: "eos5",
    Status.HELD: "eos5",
    Status.ONGOING: "eos5",
    Status.CANCELLED: "eos6",
    Status.DECLINED: "eos6",
    Status.RULED_OUT: "eos6",
}


def write_superdesk(chosen: Chosen, folder: Path) -> None:
    by_id = {e.id: e for e in chosen.engagements}
    put_off = {str(e.rescheduled_as): e for e in reversed(chosen.engagements) if e.status in UNDONE and e.rescheduled_as}
    for e in chosen.engagements:
        if (days := lasting(e)) is not None:
            item = _Event(chosen, e, days, by_id, put_off.get(e.id)).item()
            body = msgspec.json.format(msgspec.json.encode(item), indent=1)
            (folder / f"{chosen.first_id(e.id)}.json").write_bytes(body + b"\n")


def guid(engagement: str, chosen: Chosen) -> str:
    """The id of an item, as an URN: the first that the engagement had."""
    return f"urn:memcon:{chosen.first_id(engagement)}"


class _Event:
    """One engagement on its days, as an item. `before`: what was put off to it."""

    def __init__(
        self,
        chosen: Chosen,
        e: Engagement,
        days: tuple[date, date],
        by_id: Mapping[str, Engagement],
        before: Engagement | None,
    ) -> None:
        self._chosen = chosen
        self._e = e
        self._days = days
        self._by_id = by_id
        self._before = before

    def item(self) -> dict[str, Any]:
        e, chosen = self._e, self._chosen
        said = said_days(e)
        put_off = e.status in UNDONE and e.rescheduled_as in self._by_id
        occurs = "eos6" if put_off else OCCUR_STATUS[chosen.standing(e)]  # on this day it will not occur
        known = {
            "guid": guid(e.id, chosen),
            "type": "event",
            "version": revisions(e),
            "firstcreated": _moment(said[0]) if said else None,
            "versioncreated": _moment(said[1]) if said else None,
            "event_created": _moment(said[0]) if said else None,
            "event_lastmodified": _moment(said[1]) if said else None,
            "source": "memcon",
            "language": "en",
            "name": chosen.summary(e),
            "definition_short": chosen.summary(e),
            "definition_long": chosen.description(e),
            "ednote": printable(f"{words.status_line(e)}; {words.support(e)}"),
            "dates": {"start": _moment(self._days[0]), "end": _moment(self._days[1], "23:59:59"), "tz": "UTC"},
            "_time_to_be_confirmed": True,
            "occur_status": {"qcode": f"eocstat:{occurs}", "name": OCCURS[occurs], "label": OCCURS[occurs]},
            "location": [_location(e.place)] if e.place else None,
            "participant": self._people() or None,
            "links": chosen.links(e) or None,
            "relationships": {"broader": guid(e.part_of, chosen)} if e.part_of and e.part_of in self._by_id else None,
            "completed": True if e.status in DONE else None,
            **self._state(),
        }
        return {name: value for name, value in known.items() if value is not None}

    def _state(self) -> dict[str, Any]:
        """Its state; of what was called off, since when and by which words; the links of what was put off to another day."""
        e = self._e
        after = self._by_id.get(e.rescheduled_as or "")
        found: dict[str, Any] = {"state": "draft"}
        if e.status in UNDONE:
            state = "postponed" if e.status == Status.POSTPONED else "cancelled"
            last = turning_points(e.history)[-1].first
            by_hand = "status" in e.corrected
            words_for_it = self._chosen.quoted(list(self._chosen.said(e))[-1][1])
            found = {
                "state": "rescheduled" if after else state,
                "state_reason": "set right by hand" if by_hand else words_for_it,
                "actioned_date": _moment(last.said_on.latest) if last.said_on.latest and not by_hand else None,
                "reschedule_to": guid(after.id, self._chosen) if after and lasting(after) else None,
            }
        if self._before is not None:
            was = lasting(self._before)
            found["reschedule_from"] = guid(self._before.id, self._chosen) if was else None
            found["_reschedule_from_schedule"] = _moment(was[0]) if was else None
        return found

    def _people(self) -> list[dict[str, str]]:
        known = [a for p in self._e.participants if (a := self._chosen.actors.get(p.actor))]
        return [{"qcode": a.id, "name": printable(words.actor(a, self._e))} for a in known]


def _location(place: Place) -> dict[str, Any]:
    name = printable(words.where(place))
    qcode = f"geonames:{place.geonames}" if place.geonames else f"memcon:place:{name}"
    made: dict[str, Any] = {"qcode": qcode, "name": name}
    if place.country:
        made["address"] = {"country": words.state_name(place.country)}
    if place.latitude is not None and place.longitude is not None:
        made["location"] = {"lat": place.latitude, "lon": place.longitude}
    return made


def _moment(day: date, at: str = "00:00:00") -> str:
    """2018-06-12T00:00:00+0000, as Superdesk writes times."""
    return f"{day.isoformat()}T{at}+0000"
