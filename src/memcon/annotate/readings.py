"""How a paragraph is read: its own words without what only lays them out, in a text that a machine has spun with the
substitutions undone, and names without the comma of "Robert F. Kennedy, Jr." and the brackets of "Khaled [Ahmed] Bahri", on which
parses break ("Kennedy" and "Jr." were two subjects of one verb).

Comes in: a paragraph's text and where it begins. Goes out: the text to parse and a `Swap` for each stretch that was changed, as
small as can be: word for word where as many words stand on both sides. Layout is line breaks inside the paragraph, soft hyphens
and other characters without width, and spaces that do not break. Refuses nothing.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from memcon.model.annotated import Paragraph, Swap
from memcon.model.text import Span
from memcon.registers.names import name_words
from memcon.registers.substitutions import Hit, hits
from memcon.registers.word_lists import any_of

Change = tuple[int, int, str, str]  # text[first:end] reads as these words, by this rule
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen, spaces without width, joiners
NARROW = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009\u200a\u3000\t\r\n\v\f\x85\u2028\u2029"), " ")
BROKEN = re.compile(rf"(?<=\w)-[ \t\r]*\n[ \t]*(?=\w)|[^\S\n]*\n\s*|\S*[{UNSEEN}]\S*")


# "Khaled [Ahmed] Bahri", "President [Ilham Heydar oglu] Aliyev": capitals before, in and behind the brackets
IN_BRACKETS = re.compile(r"(?<=\w )\[([A-Z][\w’'-]*(?: [\w’'-]+){0,3})\](?= [A-Z][a-z])")
BEFORE_BRACKETS = re.compile(r"\b[A-Z][\w’'-]* $")
LONGEST = 24  # characters of the word before the brackets


@cache
def _generation() -> re.Pattern[str]:
    """The comma before what tells father from son: ", Jr"."""
    words = (word for word in name_words().suffixes if word.isalpha() and not word.isupper())
    return re.compile(rf"(?<=[a-z]),( (?:{any_of(words)})\b)")


def reading(text: str, start: int, spun: bool) -> tuple[str, tuple[Swap, ...]]:
    """The text to parse and the words undone in it; `start` is where the paragraph begins in the document."""
    flat, unfolded = _changed(text, start, _layout(text))
    flat = flat.translate(NARROW)
    changes_of_words = list(_undone(flat) if spun else _names(flat))
    if not changes_of_words:
        return flat, unfolded
    read, undone = _changed(flat, 0, changes_of_words)
    return read, _composed(Paragraph(start, start + len(text), flat, "body", unfolded), undone)


def _changed(text: str, start: int, changed: Iterable[Change]) -> tuple[str, tuple[Swap, ...]]:
    pieces: list[str] = []
    swaps: list[Swap] = []
    done = length = 0
    for first, end, plain, rule in changed:
        before = text[done:first]
        length += len(before)
        pieces += [before, plain]
        read = Span(length, length + len(plain))
        swaps.append(Swap(read, Span(start + first, start + end), rule))
        length = read.end
        done = end
    return "".join([*pieces, text[done:]]), tuple(swaps)


def _composed(flat: Paragraph, undone: tuple[Swap, ...]) -> tuple[Swap, ...]:
    """The swaps of words and those of layout that none of them holds, both from the reading to the document."""
    words = Paragraph(0, len(flat.text), flat.text, "body", tuple(Swap(s.source, s.read, s.rule) for s in undone))
    out = [Swap(s.read, flat.place(s.source.start, s.source.end), s.rule) for s in undone]
    for swap in flat.swaps:
        if not any(s.source.overlaps(swap.read) for s in undone):
            out.append(Swap(words.place(swap.read.start, swap.read.end), swap.source, swap.rule))
    return tuple(sorted(out, key=lambda s: s.read))


def _layout(text: str) -> Iterator[Change]:
    """Line breaks inside the paragraph and characters without width."""
    if "\n" not in text and not any(c in text for c in UNSEEN):
        return
    for match in BROKEN.finditer(text):
        found = match.group()
        if found == "\n":
            continue  # a space of the same length
        if "\n" in found:
            yield match.start(), match.end(), "-" if found[0] == "-" else " ", "layout: a wrapped line"
        elif plain := found.translate(dict.fromkeys(map(ord, UNSEEN))):
            yield match.start(), match.end(), plain, "layout: characters without width"


def _undone(text: str) -> Iterator[Change]:
    """The stretches that a spinner changed, their plain words, and the rule."""
    for hit in hits(text):
        for first, end, plain in changes(hit):
            yield first, end, plain, f"substitutions: {hit.rule.name}"


def _names(text: str) -> Iterator[Change]:
    """The commas and brackets inside names, in the order of the text."""
    found: list[Change] = [
        (m.start(), m.end(), m.group(1), "names: no comma before the generation") for m in _generation().finditer(text)
    ]
    if "[" in text:
        inside = (m.span(1) for m in IN_BRACKETS.finditer(text) if _capital_before(text, m.start()))
        found += [(a - 1, b + 1, text[a:b], "names: no brackets inside a name") for a, b in inside]
    yield from sorted(found)


def _capital_before(text: str, at: int) -> bool:
    return BEFORE_BRACKETS.search(text[max(at - LONGEST, 0) : at]) is not None


def changes(hit: Hit) -> Iterator[tuple[int, int, str]]:
    """The stretches of the text that a find changes, each with its plain words."""
    words, plain = list(hit.words), list(hit.standard)
    if len(words) == len(plain):
        for word, other in zip(words, plain, strict=True):
            if word.text != other:
                yield word.start, word.end, other
        return
    while len(words) > 1 and len(plain) > 1 and words[-1].text == plain[-1]:
        words.pop(), plain.pop()
    while len(words) > 1 and len(plain) > 1 and words[0].text == plain[0]:
        words.pop(0), plain.pop(0)
    yield words[0].start, words[-1].end, " ".join(plain)
