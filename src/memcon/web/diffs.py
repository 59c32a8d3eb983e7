"""What a page shows of two wordings: what was left out and added, with some words around."""

from dataclasses import replace

from memcon.wording.diffs import Stretch, stretches

KEEP = 12  # words that both have, shown beside a change
LONG = 60  # words of a change that are shown


def changes(before: str, after: str) -> list[Stretch]:
    """What was left out and added, with the words around; nothing where both are the same."""
    found = [s if s.kind == "same" else replace(s, words=_cut(s.words.split())) for s in stretches(before, after, KEEP)]
    return found if any(s.kind != "same" for s in found) else []


def _cut(words: list[str]) -> str:
    return " ".join(words if len(words) <= LONG else [*words[:LONG], f"… ({len(words) - LONG} more words)"])
