"""Is a text broken into lines at a fixed width, so that only an empty line ends a paragraph?"""

import re

BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
WRAP_WIDTH = range(50, 100)  # columns to which mail and wire systems wrap


def hard_wrapped(text: str) -> bool:
    """Do lines break at a fixed width?"""
    blocks = [block.splitlines() for block in BLANK_LINE.split(text)]
    inner = [len(line.rstrip()) for block in blocks if len(block) > 2 for line in block[:-1]]
    return len(inner) >= 6 and sum(n in WRAP_WIDTH for n in inner) >= 0.7 * len(inner)
