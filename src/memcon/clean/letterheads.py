"""The lines at the head and the foot of a paper that name its day: "New Delhi, March 14, 2024".

Comes in: the blocks of a text and its layout. Goes out: `Letterhead`s. Refuses the headings of a diary, whose days are those of
its items: several day lines with text between them.
"""

from collections.abc import Sequence

from memcon.clean.blocks import Block
from memcon.clean.published import Letterhead
from memcon.clean.zones import Layout
from memcon.registers.day_lines import read_day_line

FOOT = 3  # last blocks of a report among which a ministry puts place and day


def letterheads(blocks: Sequence[Block], layout: Layout) -> tuple[Letterhead, ...]:
    """The day lines of a paper, those above the report first."""
    reported = [label.block for label in layout.labels if label.zone != "boilerplate"]
    outer = [n for n in reported if n < layout.head.first] + reported[-FOOT:]
    found = {n: line for n in dict.fromkeys(outer) if (line := read_day_line(blocks[n].text))}
    return tuple(Letterhead(blocks[n].text, line) for n, line in found.items() if not line.agenda and not line.several)


def is_diary(blocks: Sequence[Block], layout: Layout) -> bool:
    """Do different days head different parts of the text?"""
    last, between = None, False
    for label in layout.labels:
        line = read_day_line(blocks[label.block].text) if label.zone != "boilerplate" else None
        if line is not None:
            if between and last is not None and (line.month, line.day, line.weekday) != last:
                return True
            last = line.month, line.day, line.weekday
        elif label.zone == "body":
            between = last is not None
    return False
