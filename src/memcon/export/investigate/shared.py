"""What formats for investigators share: engagements in short, with names and states, and their names for people.

What private people do among themselves is left out, as in the lists.
"""

from collections.abc import Iterator

from memcon.export.columns import Sheets
from memcon.model.publicity import is_private
from memcon.model.record import Engagement

JsonObject = dict[str, object]
NAMED = 6  # in a headline: FollowTheMoney takes no name of more than 384 letters


def shown(sheets: Sheets) -> Iterator[Engagement]:
    """The engagements that are nobody's private business."""
    return (e for e in sheets.record.engagements if not is_private(e, sheets.actors))


def names(e: Engagement, sheets: Sheets) -> list[str]:
    return list(dict.fromkeys(name for p in e.participants if (name := sheets.name(p.actor))))


def headline(e: Engagement, sheets: Sheets) -> str:
    """Its status first, so that no plan is taken for what was held: "[cancelled] visit: A, B"."""
    who = names(e, sheets)
    told = [*who[:NAMED], f"{len(who) - NAMED} more"] if len(who) > NAMED else who
    return f"[{e.status.replace('_', ' ')}] {e.kind.replace('_', ' ')}: {', '.join(told) or 'unknown participants'}"


def days(e: Engagement) -> JsonObject:
    return {
        "date": str(e.date.earliest) if e.date.exact else None,
        "date_earliest": str(e.date.earliest) if e.date.earliest else None,
        "date_latest": str(e.date.latest) if e.date.latest else None,
        "date_basis": str(e.date.basis) or None,
    }
