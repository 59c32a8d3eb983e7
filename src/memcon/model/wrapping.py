"""Is a text broken into lines at a fixed width, so that only an empty line ends a paragraph?"""

import itertools
import re

BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
WRAP_WIDTH = range(45, 125)  # columns to which mail, wire systems and converters wrap
FEWEST = 3  # lines that another follows at once; with fewer nothing can be told
SENTENCE_ENDS = (".", "!", "?", ".”", '."', ":")


def hard_wrapped(text: str) -> bool:
    """Do lines break at a fixed width?"""
    lines = [line.rstrip() for line in text.split("\n")]
    inner = [line for line, following in itertools.pairwise(lines) if line and following]
    if len(inner) < FEWEST or not BLANK_LINE.search(text):
        return False
    broken = sum(len(line) in WRAP_WIDTH and not line.endswith(SENTENCE_ENDS) for line in inner)
    return broken >= 0.6 * len(inner)
