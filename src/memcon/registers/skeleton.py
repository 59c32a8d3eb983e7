"""The words that outlive a spinner or a translation: small words and the calendar. The table is `data/skeleton.toml`."""

from dataclasses import dataclass

from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class SkeletonWords:
    """Both in lower case."""

    function: frozenset[str]
    calendar: frozenset[str]


WORDS = Table("skeleton.toml", SkeletonWords)


def skeleton_words() -> SkeletonWords:
    return WORDS.rows[0]
