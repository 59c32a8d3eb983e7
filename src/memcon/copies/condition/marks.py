"""A document -> the marks that a machine left in its language, each with its words and how much it says.

Comes in: a Document. Goes out: `Mark`s of spinning and of translation. Only the report counts, not the page around it, save for
credits and names, which pages move to their foot.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from memcon.model.document import Document
from memcon.model.text import Span, ZoneName
from memcon.registers.spun_words import odd_words
from memcon.registers.states import states
from memcon.registers.substitutions import hits
from memcon.registers.translationese import translation_marks
from memcon.registers.word_lists import any_of

REPORT: tuple[ZoneName, ...] = ("title", "heading", "body", "credits")
NAME = re.compile(r"\b([A-Z][a-zà-ÿ]{3,}) ([A-Z][a-zà-ÿ]{3,})\b")
VOWELS = re.compile(r"[aeiouyà-ÿ]|(?<=(.))\1")
STUMP = re.compile(r"(?<=[a-z]{2})[.,] \.(?! ?\.)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Mark:
    """What shows a condition: the words, the rule that reads them so, and how much they say. Conditions are those of `Document`."""

    condition: str
    span: Span
    rule: str
    weight: float = 1.0


def spun_marks(document: Document) -> Iterator[Mark]:
    """Synonyms out of place, in the order of the text."""
    for zone in document.stretches(*REPORT):
        text = document.text[zone.start : zone.end]
        for hit in hits(text, markers=True):
            span = Span(zone.start + hit.start, zone.start + hit.end)
            yield Mark("spun", span, f"substitutions: {hit.rule.name}", hit.rule.weight)
        for odd in odd_words(text):
            span = Span(zone.start + odd.start, zone.start + odd.end)
            yield Mark("spun", span, f"spun words: {odd.rule.words} for {odd.rule.plain}", odd.rule.weight)


def translated_marks(document: Document) -> Iterator[Mark]:
    """What the grammar, the names and the set words of another language left."""
    for zone in document.zones:
        groups = () if zone.zone in REPORT else ("credit",)
        for found in translation_marks(document.text[zone.start : zone.end], groups):
            span = Span(zone.start + found.start, zone.start + found.end)
            yield Mark("back_translated", span, f"translationese: {found.rule.name}", found.rule.weight)
    yield from _two_spellings(document)
    yield from _mixed_style(document)


def _two_spellings(document: Document) -> Iterator[Mark]:
    """A person whose first name has other vowels at the second time: it came back through a script that writes none."""
    found: dict[str, dict[str, Span]] = {}
    for match in NAME.finditer(document.text):
        first, last = match.groups()
        found.setdefault(last, {}).setdefault(first, Span(match.start(), match.end()))
    for firsts in found.values():
        for one, other in combinations(sorted(firsts, key=lambda first: firsts[first]), 2):
            bones = _bones(one)
            if len(bones) >= 3 and bones == _bones(other) and one.lower() != other.lower():
                yield Mark("back_translated", firsts[other], f"one person as {one} and {other}", 0.5)


def _bones(name: str) -> str:
    """A name's consonants, none doubled."""
    return VOWELS.sub("", name.lower())


@cache
def _abbreviations() -> tuple[dict[str, str], re.Pattern[str]]:
    """Short names of states that are written with and without full stops, by the latter ("US": "U.S."), and what finds both."""
    names = {name for state in states().values() for name in (*state.names, *state.adjectives)}
    pointed = {name.replace(".", ""): name for name in names if name.endswith(".") and name.replace(".", "") in names}
    both = any_of((*pointed, *pointed.values()))
    return pointed, re.compile(rf"\b(?:{both})(?=[ ,.’'-])")


def _mixed_style(document: Document) -> Iterator[Mark]:
    """US and U.S. by turns, as no desk writes, and a sentence cut down to its full stop."""
    pointed, either = _abbreviations()
    found: dict[str, list[Span]] = {}
    for zone in document.stretches("body"):
        for match in either.finditer(document.text, zone.start, zone.end):
            found.setdefault(match.group(), []).append(Span(match.start(), match.end()))
        for match in STUMP.finditer(document.text, zone.start, zone.end):
            yield Mark("back_translated", Span(match.start(), match.end()), "a sentence of nothing but its full stop", 0.25)
    for plain, dotted in pointed.items():
        one, other = found.get(plain, []), found.get(dotted, [])
        if min(len(one), len(other)) >= 2:
            yield Mark("back_translated", min(one, other, key=len)[0], f"{plain} and {dotted} by turns", 0.25)
