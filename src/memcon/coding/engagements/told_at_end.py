"""Who took part, told at the end of the sentence: "A meeting took place in Oslo on Monday between X and Y", "The commission met in Oslo
under the co-chairmanship of X and Y", "with the participation of X and Y".

Comes in: the token of a noun that names an engagement of which no person is named otherwise. Goes out: those whose names a row gives
behind "between", or behind a word of leading or of taking part. The parse hangs such a phrase on the day or the place in front of it.
"""

from memcon.coding.engagements.companions import row_from
from memcon.coding.engagements.listed_below import next_named
from memcon.coding.engagements.participants import Party
from memcon.model.resolved import Resolved
from memcon.registers.engagements import words
from memcon.registers.meeting import meeting_words

REACH = 12  # tokens from "between" to the first name: "the foreign minister of Norway, Ms. Anna Berg"


def told_at_end(r: Resolved, i: int) -> list[Party]:
    """Nobody where fewer than two are named behind "between", or where a verb stands between."""
    a = r.annotated
    last = a.sentence_of(i).last
    for t in a.tokens[i + 1 : last]:
        if t.pos == "VERB" and t.head not in range(i + 1) and a.tokens[i].head != t.i and t.i != i:
            return []
        before = a.tokens[t.i - 1].lower
        under = t.lower == "of" and (before in meeting_words().leadership or before in words("present_there"))
        if t.lower != "between" and not under:
            continue
        first = next((m for n in range(t.i + 1, min(t.i + REACH, last)) if (m := next_named(r, n)) is not None), None)
        row = list(row_from(r, first)) if first is not None else []
        return row if under or len({p.actor for p in row}) > 1 else []
    return []
