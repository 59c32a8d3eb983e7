"""What the copying did to a text, seen from its own language."""

from memcon.model.document import Document


def condition(document: Document) -> tuple[str, ...]:
    """Any of spun, back_translated, truncated, with_boilerplate."""
    return ()
