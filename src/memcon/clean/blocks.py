"""A text -> its blocks: paragraphs, or lines where each line is one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.model.errors import BadInput
from memcon.registers.wrapping import paragraph_pieces

MAX_BLOCK = 100_000  # characters; the parser needs about a gigabyte for as many, and refuses ten times as many
_NOT_WORD = re.compile(r"[\W_]+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]*]*$")
_ABBREVIATION_END = re.compile(r"\b(?:[A-Z]\.)+[A-Z]?\.?$")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: text[start:end] without the white space around it, and as one line."""

    index: int
    start: int
    end: int
    text: str

    @property
    def folded(self) -> str:
        """Its letters and digits alone, to compare."""
        return _NOT_WORD.sub("", self.text.casefold())

    @property
    def ends_sentence(self) -> bool:
        return _SENTENCE_END.search(self.text[-8:]) is not None and not _ABBREVIATION_END.search(self.text[-8:])

    @property
    def ends_sentence_not_question(self) -> bool:
        return self.ends_sentence and not self.text.rstrip("\"”’'»)").endswith(("?", "!"))

    @property
    def words(self) -> int:
        return len(self.text.split())


def blocks_of(text: str) -> list[Block]:
    """The blocks of a text; raises BadInput where one is longer than can be read."""
    return [Block(n, start, end, line) for n, (start, end, line) in enumerate(_pieces(text))]


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    for at, end in paragraph_pieces(text):
        piece = text[at:end].strip(" \t\r\n\f\v\xa0\ufeff\u200b")
        if piece:
            start = text.index(piece[0], at)
            if len(piece) > MAX_BLOCK:
                detail = (
                    f"{len(piece):,} characters without a line break; the limit is {MAX_BLOCK:,}: break it into paragraphs"
                )
                raise BadInput("line too long", detail)
            yield start, start + len(piece), piece.replace("\r", " ").replace("\n", " ") if "\n" in piece else piece
