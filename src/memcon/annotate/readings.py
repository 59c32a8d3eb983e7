"""How a paragraph is read: its own words, or, in a text that a machine has spun, with the substitutions undone."""

from memcon.model.annotated import Swap


def reading(text: str, start: int, spun: bool) -> tuple[str, tuple[Swap, ...]]:
    """The text to parse and the words undone in it; `start` is where the paragraph begins in the document."""
    return text, ()
