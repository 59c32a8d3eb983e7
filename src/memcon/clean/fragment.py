"""HTML that holds a report and nothing else, as feeds and databases have it -> its text, paragraph by paragraph.

Unlike a page, of which the article has to be found, nothing of it is left out but what no reader sees: scripts, styles, forms.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from memcon.clean.decoding import decode
from memcon.clean.page import Page
from memcon.model.errors import BadInput

_UNSEEN = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "svg", "form", "button", "select", "head"}
)
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
    }
    | {
        "time",
        "u",
        "img",
        "wbr",
        "bdi",
        "bdo",
        "big",
        "tt",
        "label",
        "acronym",
        "dfn",
        "samp",
        "var",
        "data",
        "picture",
        "source",
    }
)
_PARTS = re.compile(r"<(?:p|div|br|li|tr|section|article|blockquote)\b", re.IGNORECASE)
_WHITE = re.compile(r"\s+")
_CELLS = frozenset({"td", "th"})
_SPACE = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n[ \n]*\n ?| ?\n ?")


def read_fragment(body: bytes) -> Page:
    """The text of a piece of HTML. Where nothing in it parts paragraphs, its empty lines do, as in what weblogs keep."""
    decoded = decode(body)
    etree: Any = import_module("lxml.etree")
    parser = import_module("lxml.html").HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = etree.fromstring(f"<html><body>{decoded.text}</body></html>".encode(), parser)
    if broken := [entry.message for entry in parser.error_log if entry.level_name == "FATAL"]:
        raise BadInput("broken HTML", f"{broken[0]}; save the text without its marks")  # what stands behind would be lost
    lines_count = not _PARTS.search(decoded.text)
    text = _tidied("".join(_pieces(etree, root, lines_count))) if root is not None else ""
    return Page(text, None, None, (), None, (), (*decoded.notes, "text taken out of HTML"))


def _pieces(etree: Any, root: Any, lines_count: bool) -> Iterator[str]:
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        starts = event == "start"
        unseen += (name in _UNSEEN) * (1 if starts else -1)
        yield _break(name, starts)
        words = element.text if starts else element.tail
        if words and not unseen:
            yield words if lines_count else _WHITE.sub(" ", words)


def _break(name: str, starts: bool) -> str:
    """What stands before and after an element: nothing, a space, or the end of a paragraph."""
    if name in _INLINE or name in _UNSEEN:
        return ""
    if name == "br":
        return "\n" if starts else ""
    return " " if name in _CELLS else "\n\n"


def _tidied(text: str) -> str:
    lines = _BREAKS.sub(lambda m: "\n\n" if m[0].count("\n") > 1 else "\n", _SPACE.sub(" ", text))
    return lines.strip()
