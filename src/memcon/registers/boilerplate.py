"""What on a page is not the report: advertisements, links, forms, credits. The table is `data/boilerplate.toml`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from memcon.model.text import ZoneName
from memcon.registers.cells import KEY, Reads
from memcon.registers.tables import Table

Where = Literal["whole", "start", "inside", "prefix", "suffix"]
Place = Literal["any", "head", "tail"]
PageKind = Literal[
    "ad", "agency", "agency_mark", "author_box", "byline", "comment_form", "comments_heading", "credits", "legal", "navigation",
    "newsletter", "page_metadata", "picture_credit", "see_also", "separator", "share", "site_breadcrumb", "source_url",
    "standards_line", "wire_note",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageRule:
    """A line of the table; its head says what the fields mean."""

    name: Annotated[str, KEY]
    kind: PageKind
    where: Where
    pattern: Annotated[str, Reads(str)]  # with the spaces at its ends
    example: str
    counter: tuple[str, ...]
    source: str
    zone: ZoneName = "boilerplate"
    place: Place = "any"
    tail: bool = False
    list: bool = False
    needs: tuple[Annotated[str, Reads(str)], ...] = ()  # read as they stand: " ai " has its spaces


RULES = Table("boilerplate.toml", PageRule, at="rule")


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules of one `where`: those without needs as one expression, the others each with its own."""

    rules: tuple[PageRule, ...]
    expression: re.Pattern[str] | None
    needy: tuple[tuple[PageRule, re.Pattern[str]], ...]
    searches: bool

    def find(self, text: str) -> tuple[PageRule, re.Match[str]] | None:
        """The first rule that fits a paragraph, and where."""
        if self.expression:
            match = self.expression.search(text) if self.searches else self.expression.match(text)
            if match:
                return self.rules[int((match.lastgroup or "r0")[1:])], match
        lower = text.lower()
        for rule, pattern in self.needy:
            for need in rule.needs:
                if need in lower:
                    match = pattern.search(text) if self.searches else pattern.match(text)
                    if match:
                        return rule, match
                    break
        return None


def page_rules() -> tuple[PageRule, ...]:
    """Every rule, in the order of the table. Of those without needs, and then of the others, the first that fits wins."""
    return RULES.rows


@cache
def rule_set(where: Where) -> RuleSet:
    """The rules of one `where`, made ready."""
    ending = r"\Z" if where == "whole" else ""
    rules = [rule for rule in page_rules() if rule.where == where]
    free = tuple(rule for rule in rules if not rule.needs)
    parts = [f"(?P<r{n}>(?:{rule.pattern}){ending})" for n, rule in enumerate(free)]
    needy = tuple((rule, re.compile(f"(?:{rule.pattern}){ending}")) for rule in rules if rule.needs)
    return RuleSet(free, re.compile("|".join(parts)) if parts else None, needy, where in ("inside", "suffix"))
