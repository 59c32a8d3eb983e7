"""HTML that holds a report and nothing else, as feeds and databases have it -> its text, paragraph by paragraph.

Unlike a page, of which the article has to be found, nothing of it is left out but what no reader sees: scripts, styles, forms.
"""

import re
from importlib import import_module
from typing import Any

from memcon.clean.decoding import decode
from memcon.clean.page import Page

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
_CELLS = frozenset({"td", "th"})
_SPACE = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n[ \n]*\n ?| ?\n ?")


def read_fragment(body: bytes) -> Page:
    """The text of a piece of HTML."""
    decoded = decode(body)
    etree: Any = import_module("lxml.etree")
    parser = import_module("lxml.html").HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = etree.fromstring(f"<html><body>{decoded.text}</body></html>".encode(), parser)
    text = _laid_out(etree, root) if root is not None else ""
    return Page(text, None, None, (), None, (), (*decoded.notes, "text taken out of HTML"))


def _laid_out(etree: Any, root: Any) -> str:
    pieces: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            unseen += name in _UNSEEN
            words = element.text
            pieces.append(_break(name))
        else:
            unseen -= name in _UNSEEN
            words = element.tail
            pieces.append(_break(name))
        if words and not unseen:
            pieces.append(" ".join(re.split(r"\s+", words)))
    return _tidied("".join(pieces))


def _break(name: str) -> str:
    """What stands before and after an element: nothing, a space, or the end of a paragraph."""
    if name in _INLINE:
        return ""
    return " " if name in _CELLS else "\n" if name == "br" else "\n\n"


def _tidied(text: str) -> str:
    lines = _BREAKS.sub(lambda m: "\n\n" if m[0].count("\n") > 1 else "\n", _SPACE.sub(" ", text))
    return lines.strip()
