"""How a paragraph is read: its own words, or, in a text that a machine has spun, with the substitutions undone; and names
without the comma of "Robert F. Kennedy, Jr.", on which parses break ("Kennedy" and "Jr." were two subjects of one verb).

Comes in: a paragraph's text and where it begins. Goes out: the text to parse and a `Swap` for each stretch that was changed, as
small as can be: word for word where as many words stand on both sides. Refuses nothing; a text not marked spun is left as it is.
"""

import re
from collections.abc import Iterator

from memcon.model.annotated import Swap
from memcon.model.text import Span
from memcon.registers.substitutions import Hit, hits

GENERATION = re.compile(r"(?<=[a-z]),( (?:Jr|Sr)\b)")


def reading(text: str, start: int, spun: bool) -> tuple[str, tuple[Swap, ...]]:
    """The text to parse and the words undone in it; `start` is where the paragraph begins in the document."""
    changed = _undone(text) if spun else _names(text)
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


def _undone(text: str) -> Iterator[tuple[int, int, str, str]]:
    """The stretches that a spinner changed, their plain words, and the rule."""
    for hit in hits(text):
        for first, end, plain in changes(hit):
            yield first, end, plain, f"substitutions: {hit.rule.name}"


def _names(text: str) -> Iterator[tuple[int, int, str, str]]:
    for match in GENERATION.finditer(text):
        yield match.start(), match.end(), match.group(1), "names: no comma before the generation"


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
