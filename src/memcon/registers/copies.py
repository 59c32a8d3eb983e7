"""What copies do to the ends and the spelling of a text. The tables are `data/truncations.csv` and `data/spellings.csv`."""

import re
from dataclasses import dataclass
from functools import cache

from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class Truncation:
    """Words at the end of a text that send its reader on for the rest."""

    pattern: re.Pattern[str]
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """An ending of a word in British spelling, and what American spelling has for it."""

    british: re.Pattern[str]
    american: str
    example: str
    source: str

    def of(self, word: str) -> str:
        """The word in American spelling."""
        return self.british.sub(self.american, word)


TRUNCATIONS = Table("truncations.csv", Truncation)
SPELLINGS = Table("spellings.csv", Spelling)


@cache
def sends_on() -> re.Pattern[str]:
    """The end of a text that sends its reader on for the rest."""
    any_rule = "|".join(row.pattern.pattern for row in TRUNCATIONS.rows)
    return re.compile(rf"(?:(?:…|\.\.\.|\[)\s*)?(?:{any_rule})\W*\Z", re.IGNORECASE)


def spellings() -> tuple[Spelling, ...]:
    return SPELLINGS.rows
