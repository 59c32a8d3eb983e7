"""Whom an actor acts for and in which offices, for a list: an actor in, lines for people out.

Offices that most reports give come first, past ones last; what a fuller title says already, and what hardly any of many reports has,
is left to `memcon show`.
"""

from collections.abc import Mapping

from rich.text import Text

from memcon.model.record import Actor, Tenure
from memcon.model.resolved import StateGap
from memcon.wording import words

OFFICES = 3  # in a list
FEW = 20  # as many times as often an office is given that makes another's single report a slip
QUOTE = 40  # letters of the words that tell a state
GAPS: Mapping[StateGap, str] = {
    "serves_none": "private",
    "international": "a body of several states",
    "no_evidence": "no report says",
    "too_little": "too little says",
    "contradiction": "reports differ",
}


def acts_for(a: Actor) -> Text:
    """The state with the words that tell it best, or none with the reason."""
    if a.state is None:
        return Text(GAPS[a.gap] if a.gap else "", "dim")
    told = Text(words.state_name(a.state))
    named = {word for name in (a.name, *a.aliases) for word in name.casefold().split()}
    if a.kind == "person" and a.grounds and not named.issuperset(a.grounds[0].quote.casefold().split()):
        told.append(f"\n“{_short(a.grounds[0].quote)}”", "dim")
    return told


def offices(a: Actor) -> str:
    """The foremost offices, one a line, and how many more there are."""
    kept = foremost(a.roles)
    more = len(kept) - OFFICES
    return "\n".join([*(words.tenure(r) for r in kept[:OFFICES]), *([f"and {more} more"] if more > 0 else [])])


def foremost(roles: tuple[Tenure, ...]) -> list[Tenure]:
    """Offices by how many reports give them, those held first, without what another of them says already."""
    most = max((len(r.evidence) for r in roles), default=0)
    ranked = sorted(roles, key=lambda r: (r.until is not None, -len(r.evidence), r.title))
    kept: list[Tenure] = []
    for role in ranked:
        slip = len(role.evidence) * FEW <= most
        if not slip and not any(_says(other, role) for other in ranked if other is not role):
            kept.append(role)
    return kept


def _says(other: Tenure, role: Tenure) -> bool:
    """Is a title part of another's ("Secretary" of "Secretary of State"), or the same with less about its body or its time?"""
    mine, theirs = role.title.casefold(), other.title.casefold()
    if mine == theirs:
        return (bool(other.organisation), other.until is not None, other.title) > (
            bool(role.organisation),
            role.until is not None,
            role.title,
        )
    rarer = len(role.evidence) <= len(other.evidence)
    return rarer and set(mine.split()) < set(theirs.split()) and (role.organisation in (None, other.organisation))


def _short(quote: str) -> str:
    flat = " ".join(quote.split())
    return flat if len(flat) <= QUOTE else f"{flat[: QUOTE - 1].rstrip()}…"
