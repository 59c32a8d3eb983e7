"""The head of a report: its title, the copies of title and lead that sites add, and where the report itself begins.

Comes in: the blocks of a text and what the table of page furniture says of each. Goes out: which block is the title, which
repeat it or the lead, and the first block of the report.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from memcon.clean.blocks import Block
from memcon.clean.dateline import find_dateline
from memcon.registers.boilerplate import rule_set
from memcon.registers.day_lines import read_day_line
from memcon.registers.word_lists import any_of, page_words

HEAD_BLOCKS = 25  # blocks that a page may put before the report
TITLE_WORDS = range(3, 31)
TITLE_LENGTH = 200  # characters
TEASER_LENGTH = 40  # characters without spaces from which a repeated beginning is no accident
TRANSCRIPT_TURNS = 4  # paragraphs that begin with a speaker's name
SAME = 12  # characters that a teaser shares with its lead as they are
TEASER_REACH = 8  # blocks within which the lead follows its teaser
_SPEAKER = re.compile(r"(?:[A-Z][A-Z.'’-]{0,20} ){0,4}[A-Z][A-Z.'’-]{1,20}:|Q\s")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}\s?[APap]\.?[Mm]\b")
_MARK = re.compile(r"[-–—•*·▪◦»›>]\s*")
_BULLET = re.compile(r"[-–—•*·▪◦]\s|\(?[a-z0-9]{1,3}[.)]\s")


@cache
def _ellipsis() -> re.Pattern[str]:
    """The dots in which a teaser breaks off, and what stands behind them."""
    return re.compile(
        rf"\s*(?:\.{{2,}}|…|\[(?:\.{{3}}|…|&hellip;)\])\s*(?:{any_of(page_words('more'))})?\W*$", re.IGNORECASE
    )


@dataclass(frozen=True, slots=True)
class Head:
    """Indices of blocks. `first` is where the report begins; `repeats` copy the title or the lead. In a transcript a short
    line is a short answer."""

    title: int | None
    repeats: frozenset[int]
    first: int
    transcript: bool


def read_head(blocks: Sequence[Block], furniture: Mapping[int, object], given_title: str | None) -> Head:
    """Title, repetitions and beginning of a report. `furniture` holds the blocks that the table explains."""
    teasers = frozenset(_teasers(blocks))
    free = [b for b in blocks[:HEAD_BLOCKS] if b.index not in furniture and b.index not in teasers]
    begin = next((b.index for b in free if _begins_report(b)), len(blocks))
    candidates = [b for b in free if b.index < begin]
    title = _title(candidates, blocks[:HEAD_BLOCKS], begin < len(blocks), given_title)
    repeats = {n for n in teasers if n < begin}
    if title is not None:
        same = blocks[title].folded
        near = range(len(blocks[title].text) - 9, len(blocks[title].text) + 10)
        repeats |= {b.index for b in blocks if b.index != title and len(b.text) in near and b.folded == same}
    turns = sum(_SPEAKER.match(block.text) is not None for block in blocks)
    return Head(title, frozenset(repeats), begin, turns >= TRANSCRIPT_TURNS)


def _teasers(blocks: Sequence[Block]) -> list[int]:
    """Blocks that are the beginning of one that follows soon after, or the whole of it."""
    found = []
    head = blocks[: HEAD_BLOCKS + TEASER_REACH]
    for n, block in enumerate(head[:HEAD_BLOCKS]):
        alike = [b for b in head[n + 1 : n + 1 + TEASER_REACH] if b.text[:SAME] == block.text[:SAME]]
        if not alike:
            continue
        start = re.sub(r"[\W_]+", "", _ellipsis().sub("", block.text).casefold())
        later = [b.folded for b in alike]
        if len(start) >= TEASER_LENGTH and any(text.startswith(start) for text in later):
            whole = any(text == start for text in later)
            if not whole or block.ends_sentence:  # a title repeated whole is the title the first time
                found.append(n)
    return found


def _begins_report(block: Block) -> bool:
    """Is this a paragraph of the report, not a line of its head?"""
    if find_dateline(block.text):
        return True
    if block.text.endswith(("?", "!", "?”", '?"')) and len(block.text) <= TITLE_LENGTH:
        return block.words not in TITLE_WORDS
    return block.ends_sentence or block.text.endswith(":") or len(block.text) > TITLE_LENGTH


def link_like(block: Block) -> bool:
    """Could it be a link to another report: a headline, with the bullet of a list or without?"""
    bullet = _MARK.match(block.text)
    if bullet is None or bullet.end() == len(block.text):
        return headline_like(block)
    start = block.start + bullet.end()
    return headline_like(Block(block.index, start, block.end, block.text[bullet.end() :]))


def headline_like(block: Block) -> bool:
    """Could it be a headline: short, no sentence's end, no list item, no line of a transcript?"""
    text = block.text
    return (
        len(text) <= TITLE_LENGTH
        and block.words <= TITLE_WORDS[-1]
        and (text[0].isupper() or text[0].isdigit() or text[0] in "‘“'\"$")
        and not text.endswith((",", ";", ":", "—", "–", "--", "_", ".)", "!)"))
        and not block.ends_sentence_not_question
        and not _SPEAKER.match(text)
        and not _BULLET.match(text)
        and not _CLOCK.search(text[:20])
        and not _captioned(text)
        and any(c.islower() or c.isupper() for c in text)
    )


def _captioned(text: str) -> bool:
    """Does a line bear a picture's or a player's mark?"""
    return rule_set("prefix").find(text) is not None or rule_set("suffix").find(text) is not None


def _title(candidates: Sequence[Block], head: Sequence[Block], report_follows: bool, given: str | None) -> int | None:
    if given:
        wanted = re.sub(r"[\W_]+", "", given.casefold())
        return next((b.index for b in head if b.folded == wanted and wanted), None)
    broken = {b.index - 1 for b in head if b.text[0].islower()}  # lines that go on in the next one
    likely = [b for b in candidates if b.words in TITLE_WORDS and headline_like(b) and b.index not in broken]
    likely = [b for b in likely if read_day_line(b.text) is None]
    if not report_follows or not likely or any(_CLOCK.match(b.text) for b in head):
        return None
    # A kicker such as "Talks in Vienna" may stand above the headline, which says more.
    return next((b.index for b in likely if b.words > TITLE_WORDS[0]), likely[0].index)
