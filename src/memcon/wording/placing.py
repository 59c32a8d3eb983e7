"""How sure the place of an engagement is, in sentences for people.

Comes in: an engagement. Goes out: sentences: by how many of its reports it is named, what others name, what else gives it; and the mentions
whose sentences name it. Nothing is said of a place that no report tells.
"""

from collections import defaultdict

from memcon.model.kinds import EngagementKind
from memcon.model.record import CitedMention, Engagement
from memcon.wording.words import where

PLACE = "place"  # the field of accounts and corrections


def how_sure(e: Engagement) -> list[str]:
    """What is to be known of its place before anybody relies on it."""
    if e.place is None:
        return ["A call has no place." if e.kind == EngagementKind.CALL else "No report tells where."]
    said = []
    if PLACE in e.corrected:
        said.append("Set right by hand.")
    elif not e.place.told:
        said.append("No words name it: it is the state of whoever receives, and nothing tells that they were abroad.")
    else:
        said += _named(e)
    if any(a.field == PLACE and a.verdict == "differs" for a in e.accounts):
        said.append("Its reports differ on it.")
    if e.place.is_country:
        said.append("No town is told: the mark stands for the whole country.")
    return said


def naming(e: Engagement) -> list[CitedMention]:
    """The mentions whose sentences name the place."""
    place = e.place
    return [
        m for m in e.mentions if place and m.mention.place and m.mention.place.told and m.mention.place.name == place.name
    ]


def _named(e: Engagement) -> list[str]:
    """Which of its reports name it, and what others name in its stead."""
    assert e.place is not None
    by_name: dict[str, set[str]] = defaultdict(set)
    for m in e.mentions:
        if m.mention.place is not None and m.mention.place.told:
            by_name[where(m.mention.place)].add(m.document)
    own = by_name.pop(where(e.place), set())
    if not own:
        taken = "the occasion that it is part of" if e.part_of else "what its reports tell around it"
        said = [f"No sentence that tells of it names the place: it is taken from {taken}."]
    elif len(e.reports) == 1:
        said = ["Named in its one report."]
    else:
        said = [f"Named in {len(own)} of its {len(e.reports)} reports."]
    others = sorted(by_name.items(), key=lambda item: (-len(item[1]), item[0]))
    if others:
        told = ", ".join(f"{name} ({len(some)})" for name, some in others[:4])
        said.append(f"Others name: {told}.")
    return said
