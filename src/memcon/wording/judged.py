"""Words for what people judged: the fields, and how far judges agree."""

from collections.abc import Mapping

from memcon.model.opinions import EXISTS, ONE
from memcon.model.record import Decision

ARTICLES: Mapping[str, str] = {
    "actor": "an actor",
    "engagement": "an engagement",
    "family": "a family of copies",
    "statement": "a statement",
}


def field(about: str, name: str) -> str:
    """engagement: status; is it an engagement?; engagements: one or two."""
    if name == EXISTS:
        return f"is it {ARTICLES[about]}?"
    if name == ONE:
        return "copies: of one text?" if about == "family" else f"{about}s: one or two?"
    return f"{about}: {name}"


def said(d: Decision) -> str:
    """What a person decided of one thing: status is postponed, not held; kind talks is right; it is none."""
    match d.verdict, d.field:
        case "rejected", _:
            return "it is none"
        case "accepted", None:
            return "it is one"
        case "accepted", _:
            return f"{d.field} {d.value or 'none'} is right"
        case (("same" | "different"), _):
            return "they are one" if d.verdict == "same" else "they are two"
    return f"{d.field} is {d.value or 'none'}" + (f", not {d.before or 'none'}" if d.before not in (None, d.value) else "")


def alpha(value: float | None) -> str:
    """0.81; a dash where it cannot be told."""
    return "—" if value is None else f"{value:.2f}".replace("-0.00", "0.00")
