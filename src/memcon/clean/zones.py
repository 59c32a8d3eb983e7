"""A text -> its zones: every character is title, heading, body, credits, metadata or boilerplate.

Comes in: the text and its blocks. Goes out: `Labels`, one or more for each block, each with the rule that gave it, and the
zones that they make. What the table of page furniture does not explain, position and repetition do: the copy of a title, the
teaser of a lead, the short line between paragraphs, what follows the line that ends a report.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from memcon.clean.blocks import Block
from memcon.clean.head import Head, headline_like, link_like, read_head
from memcon.clean.page_dates import is_date_line
from memcon.model.text import Zone, ZoneName
from memcon.registers.boilerplate import PageRule, rule_set
from memcon.registers.word_lists import any_of, page_words

INSIDE_LENGTH = 400  # characters up to which a box of furniture is searched inside
LINE_LENGTH = 500  # characters; of a longer paragraph only the beginning and the end are looked at
TAIL_FROM = 0.4  # of the text, from where a comment heading or a source line can end the report
LAST_PART = 0.8  # of the text, where author boxes stand
LEAST_LINKS = 2  # headlines at the end of a text that are no part of it: one alone can be its own last line
HEADING_LENGTH = 120  # characters
PARAGRAPH_LENGTH = 90  # characters; a heading stands before a paragraph, an item of a list before another item
_QUOTED = re.compile('[“”"«»]')
_LOWER_CASE = re.compile(r"\b[a-z]{5,}\b")  # a word of more than grammar
_SENTENCE_INSIDE = re.compile(r"[a-z]{2}[.!?] [A-Z“\"]")


@cache
def _final_credit() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(page_words('final_credits'))})\b")


@dataclass(frozen=True, slots=True)
class Label:
    """text[start:end] is of this zone, by this rule; `kind` is the rule's in the table, "" where none of it gave the zone."""

    start: int
    end: int
    zone: ZoneName
    rule: str
    block: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """The labels of a text, in its order, and its head."""

    labels: tuple[Label, ...]
    head: Head

    def of_zone(self, zone: ZoneName) -> Iterator[Label]:
        return (label for label in self.labels if label.zone == zone)

    def of_kind(self, *kinds: str) -> Iterator[Label]:
        return (label for label in self.labels if label.kind in kinds)


def lay_out(text: str, blocks: Sequence[Block], given_title: str | None = None) -> Layout:
    """What each part of a text is."""
    rules = {b.index: rule for b in blocks if (rule := furniture(b))}
    dates = {b.index for b in blocks if b.index not in rules and is_date_line(b.text)}
    head = read_head(blocks, {**rules, **dict.fromkeys(dates)}, given_title)
    end = _end_of_report(blocks, rules, len(text), head.first)
    last = _last_links(blocks, rules, head)
    labels: list[Label] = []
    linked = False
    for block in blocks:
        rule = rules.get(block.index)
        if rule and not _in_place(rule, block, head, len(text)):
            rule = None
        linked = (linked and rule is None and link_like(block)) or bool(rule and (rule.list or rule.kind == "see_also"))
        zone, why = _zone(block, blocks, rule, head, end, block.index in dates)
        if (linked or block.index >= last) and zone in ("body", "heading"):
            zone, why = "boilerplate", "headline of another report"
        labels += _split(block, zone, why, rule.kind if rule and why == rule.name else "")
    return Layout(tuple(labels), head)


def furniture(block: Block) -> PageRule | None:
    """The rule of the table that explains a whole block."""
    text = block.text
    if len(text) > LINE_LENGTH:
        found = rule_set("start").find(text[:LINE_LENGTH])
        return found[0] if found and (found[0].tail or found[0].zone == "credits") else None
    found = rule_set("whole").find(text) or rule_set("start").find(text)
    if found is None and len(text) <= INSIDE_LENGTH and not _QUOTED.search(text):
        found = rule_set("inside").find(text)
    return found[0] if found else None


def _last_links(blocks: Sequence[Block], rules: dict[int, PageRule], head: Head) -> int:
    """The index from which the text has nothing but headlines of other reports, below the last paragraph of its own."""
    last = len(blocks)
    while last > 0 and (blocks[last - 1].index in rules or headline_like(blocks[last - 1])):
        last -= 1
    own = blocks[last - 1] if last > head.first else None
    lines = [_LOWER_CASE.search(b.text) is not None for b in blocks[last:] if b.index not in rules]
    if own is None or not own.ends_sentence or len(own.text) < PARAGRAPH_LENGTH or head.transcript:
        return len(blocks)
    paragraphs = [b for b in blocks[head.first : last] if b.index not in rules]
    listed = sum(headline_like(b) for b in paragraphs)  # a text that has such lines inside is a list itself
    headlines = sum(lines) >= LEAST_LINKS and 2 * sum(lines) > len(lines)  # signatures and their offices have capitals
    return last if headlines and not listed else len(blocks)


def _in_place(rule: PageRule, block: Block, head: Head, length: int) -> bool:
    if rule.place == "head":
        return block.index < head.first
    return rule.place != "tail" or block.start > LAST_PART * length


def _end_of_report(blocks: Sequence[Block], rules: dict[int, PageRule], length: int, first: int) -> int:
    """The index of the block from which nothing of the report follows."""
    last_credit = max((b.index for b in blocks if b.index in rules and rules[b.index].kind == "credits"), default=-1)
    for block in blocks:
        rule = rules.get(block.index)
        late = block.index > first and block.start >= TAIL_FROM * length and block.index >= last_credit
        if late and rule and rule.tail:
            return block.index
        if late and rule and rule.kind == "credits" and _final_credit().search(block.text):
            return block.index + 1
    return len(blocks)


def _zone(
    block: Block, blocks: Sequence[Block], rule: PageRule | None, head: Head, end: int, dated: bool
) -> tuple[ZoneName, str]:
    if block.index == head.title:
        return "title", "headline"
    if block.index in head.repeats:
        return "boilerplate", "repeats the title or the lead"
    if block.index >= end and (rule is None or rule.zone == "credits"):
        return "boilerplate", "after the end of the report"
    if rule:
        return rule.zone, rule.name
    if dated and (block.index < head.first or not _heads_paragraph(block, blocks)):
        return "metadata", "date of the page"
    if block.index < head.first and head.first < len(blocks) and head.title is not None and headline_like(block):
        return "heading", "line above the report"
    if block.index > head.first and not head.transcript and headline_like(block) and _heads_paragraph(block, blocks):
        return "heading", "short line between paragraphs"
    return "body", "text"


def _heads_paragraph(block: Block, blocks: Sequence[Block]) -> bool:
    """Does a short line stand between two paragraphs?"""
    if len(block.text) > HEADING_LENGTH or not 0 < block.index < len(blocks) - 1:
        return False
    if _SENTENCE_INSIDE.search(block.text) or block.text.startswith(("“", '"')) or block.text.endswith(("!", "”", '"')):
        return False
    before, after = blocks[block.index - 1], blocks[block.index + 1]
    if after.text[0].islower():  # a line that goes on in the next one
        return False
    return len(after.text) >= PARAGRAPH_LENGTH and (len(before.text) >= PARAGRAPH_LENGTH or before.ends_sentence)


def _split(block: Block, zone: ZoneName, why: str, kind: str) -> Iterator[Label]:
    """A block of the report may begin with a player's label and end with credits."""
    start, end = block.start, block.end
    if zone == "body" and len(block.text) == end - start:
        if before := rule_set("prefix").find(block.text):
            rule, match = before
            yield Label(start, start + match.end(), rule.zone, rule.name, block.index, rule.kind)
            start += match.end()
        last = block.text[-LINE_LENGTH:]
        if after := rule_set("suffix").find(last):
            rule, match = after
            cut = end - len(last) + match.start()
            if cut > start:
                yield Label(start, cut, zone, why, block.index)
                start, zone, why, kind = cut, rule.zone, rule.name, rule.kind
    yield Label(start, end, zone, why, block.index, kind)


def zones_of(text: str, labels: Sequence[Label]) -> tuple[Zone, ...]:
    """The zones that labels make; white space goes with what stands before it."""
    zones: list[Zone] = []
    for label in labels:
        start = zones[-1].end if zones else 0
        if zones and zones[-1].zone == label.zone:
            zones[-1] = Zone(zones[-1].start, label.end, label.zone)
        elif zones:
            zones[-1] = Zone(zones[-1].start, label.start, zones[-1].zone)
            zones.append(Zone(label.start, label.end, label.zone))
        else:
            zones.append(Zone(start, label.end, label.zone))
    if zones:
        zones[-1] = Zone(zones[-1].start, len(text), zones[-1].zone)
    return tuple(zones)
