"""Paragraphs without marks that a colon hands to a speaker: "The foreign minister, Karen Holm, said:", and what follows.

Comes in: an annotated document with what stands around its quotations. Goes out: a `Quoted` without quotations for each block: the
first paragraph behind the colon and those that go on in the first person. Refuses lists, quotations (marks attribute those) and
the turns of a transcript.
"""

import re
from collections.abc import Iterator

from memcon.coding.statements.around import paragraph_bounds
from memcon.coding.statements.marks import Marks
from memcon.coding.statements.quoted import Quoted
from memcon.model.annotated import Annotated
from memcon.registers.cues import attribution

ITEM = re.compile(r"[-–—•*·▪◦●#]|\(?[a-zA-Z0-9]{1,3}[.)]\s|[“\"«‘']")
LEAST_WORDS = 6


def find_blocks(marks: Marks) -> Iterator[Quoted]:
    """Every block that a cue before a colon announces."""
    annotated = marks.annotated
    bounds = paragraph_bounds(annotated)
    taken = -1
    for n in sorted(bounds):
        first, last = bounds[n]
        colon = annotated.tokens[last - 1]
        if n <= taken or colon.text != ":" or n + 1 not in bounds or annotated.turn_at(first):
            continue
        if annotated.paragraphs[n].label or not _is_prose(annotated, n + 1, bounds):
            continue
        by = marks.announced(colon)
        if by is None or by.speaker is None:
            continue
        end = n + 2
        while end in bounds and _is_prose(annotated, end, bounds) and _in_first_person(annotated, *bounds[end]):
            end += 1
        taken = end - 1
        yield Quoted(bounds[n + 1][0], bounds[taken][1], (), True, by)


def _is_prose(annotated: Annotated, paragraph: int, bounds: dict[int, tuple[int, int]]) -> bool:
    text = annotated.paragraphs[paragraph]
    long = len(text.text.split()) >= LEAST_WORDS
    return (
        long
        and text.zone == "body"
        and not text.listed
        and not ITEM.match(text.text)
        and not text.text.rstrip().endswith(":")
    )


def _in_first_person(annotated: Annotated, first: int, last: int) -> bool:
    """Does its writer go on: does somebody say "I" or "we" outside quotation marks?"""
    return any(
        t.lower in attribution().mine | attribution().ours and t.pos == "PRON" and not annotated.quotation_at(t.i)
        for t in annotated.tokens[first:last]
    )
