"""Whom an actor acts for and in which offices, for a list: an actor in, lines for people out.

Offices that most reports give come first, past ones last; what a fuller title says already, and what hardly any of many reports has,
is left to `memcon show`.
"""

from collections.abc import Mapping

from rich.text import Text

from memcon.model.record import Actor
from memcon.model.resolved import StateGap
from memcon.wording import words
from memcon.wording.foremost import foremost

OFFICES = 3  # in a list
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


def _short(quote: str) -> str:
    flat = " ".join(quote.split())
    return flat if len(flat) <= QUOTE else f"{flat[: QUOTE - 1].rstrip()}…"
