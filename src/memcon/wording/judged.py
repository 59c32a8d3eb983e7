"""Words for what people judged: the fields, and how far judges agree."""

from memcon.model.opinions import EXISTS, ONE

ARTICLES = {"actor": "an actor", "engagement": "an engagement", "family": "a family of copies"}


def field(about: str, name: str) -> str:
    """engagement: status; is it an engagement?; engagements: one or two."""
    if name == EXISTS:
        return f"is it {ARTICLES.get(about, about)}?"
    if name == ONE:
        return "copies: of one text?" if about == "family" else f"{about}s: one or two?"
    return f"{about}: {name}"


def alpha(value: float | None) -> str:
    """0.81; a dash where it cannot be told."""
    return "—" if value is None else f"{value:.2f}".replace("-0.00", "0.00")
