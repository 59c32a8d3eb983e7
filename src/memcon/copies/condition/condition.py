"""What the copying did to a text, seen from its own language alone, with the words that show it.

Comes in: a Document. Goes out: its conditions, and `Mark`s as evidence. One mark proves nothing: people write odd words too.
Refuses to call a text spun or translated on fewer than two different marks, or on a few in a long one.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from memcon.copies.condition.marks import REPORT, Mark, spun_marks, translated_marks
from memcon.model.document import Document
from memcon.model.text import Span
from memcon.registers.copies import sends_on
from memcon.registers.word_lists import any_of
from memcon.registers.wrapping import links

# The weights of distinct marks, summed, and that sum per 1,000 words. No single mark weighs more than 1, so two are needed.
ENOUGH = 1.5
DENSITY = 1.5
ENOUGH_TRANSLATED = 2.0
DENSITY_TRANSLATED = 1.5
SHORT = 200  # words; below that, density says nothing
FURNITURE = 0.2  # of a text that is the page around it
STRETCHES = 2
BROKEN = 60  # code points of a last line, below which it can be a heading or a signature
TRAILS_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*\Z")
LIST_OR_LINK = re.compile(r"\A\W*[-•*–·]|\A\d+[.)]|://|\w@\w|\bhere\Z")


@cache
def _open_end() -> re.Pattern[str]:
    """A comma or a small word at the end; or any word in small letters after a sentence that ended."""
    return re.compile(rf"(?:,|\b(?:{any_of(links())}))\Z|[a-z][.!?]”? [“A-Z][^\n]*\s[a-z]{{3,}}\Z")


def condition(document: Document) -> tuple[str, ...]:
    """Any of spun, back_translated, truncated, with_boilerplate."""
    return tuple(dict.fromkeys(mark.condition for mark in condition_evidence(document)))


def condition_evidence(document: Document) -> tuple[Mark, ...]:
    """What shows the conditions of a document, those of one condition together, in the order of its text."""
    words = sum(document.text.count(" ", zone.start, zone.end) + 1 for zone in document.stretches(*REPORT))
    return (
        *_proof(spun_marks(document), words, ENOUGH, DENSITY),
        *_proof(translated_marks(document), words, ENOUGH_TRANSLATED, DENSITY_TRANSLATED),
        *_truncated(document),
        *_with_boilerplate(document),
    )


def _proof(marks: Iterable[Mark], words: int, enough: float, density: float) -> list[Mark]:
    """The marks if they suffice together, each rule counted once; else none."""
    found = list(marks)
    weight = sum({mark.rule: mark.weight for mark in found}.values())
    return found if weight >= enough and 1000 * weight / max(words, SHORT) >= density else []


def _truncated(document: Document) -> Iterator[Mark]:
    """Does the report break off inside a sentence, or send the reader on for the rest?"""
    last = max(document.stretches("body"), key=lambda zone: zone.end, default=None)
    if last is None:
        return
    tail = document.text[max(last.start, last.end - 300) : last.end].rstrip()
    end = max(last.start, last.end - 300) + len(tail)
    for pattern, rule in ((sends_on(), "sends the reader on for the rest"), (TRAILS_OFF, "trails off")):
        match = pattern.search(tail)
        if match:
            yield Mark("truncated", Span(end - len(tail) + match.start(), end), rule)
            return
    line = tail.rpartition("\n\n")[2]
    if len(line) >= BROKEN and _open_end().search(line) and not LIST_OR_LINK.search(line):
        yield Mark("truncated", Span(end - min(len(line), 40), end), "breaks off inside a sentence")


def _with_boilerplate(document: Document) -> Iterator[Mark]:
    """Is a good part of it advertisements, links and forms?"""
    stretches = list(document.stretches("boilerplate"))
    size = sum(zone.end - zone.start for zone in stretches)
    if len(stretches) >= STRETCHES and size >= FURNITURE * len(document.text):
        for zone in stretches:
            yield Mark("with_boilerplate", Span(zone.start, zone.end), "not of the report")
