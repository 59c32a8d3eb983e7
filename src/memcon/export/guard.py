"""Cells of CSV that no spreadsheet takes for a formula, and the way back, which loses nothing.

A text that begins with `=`, `+`, `-`, `@`, a tab or the end of a line, or with one of these behind apostrophes, gets an apostrophe in
front; an empty text, or one of apostrophes alone, too, so that it is told from no value. Whoever reads takes one apostrophe off
every text of apostrophes before one of these characters or the end. All other texts stay as they are.
"""

import re
from typing import TypeVar

Value = TypeVar("Value")
_DANGER = re.compile(r"'*(?:[=+\-@\t\r\n＝＋－＠]|\Z)")
_GUARDED = re.compile(r"'+(?:[=+\-@\t\r\n＝＋－＠]|\Z)")


def guarded(text: str) -> str:
    return f"'{text}" if _DANGER.match(text) else text


def cell(value: Value) -> Value | str:
    """A value as the cell of a table for people, where an empty text is no value: texts are guarded, numbers stay numbers."""
    return guarded(value) if isinstance(value, str) and value else value


def unguarded(text: str) -> str:
    """The text of which `guarded` made this one."""
    return text[1:] if _GUARDED.match(text) else text
