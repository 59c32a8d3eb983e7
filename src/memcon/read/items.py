"""The fields of a JSON object or of a table's row -> the RawItem that they make.

Comes in: fields, as they stand. Goes out: a `RawItem`, or a `Reject` where they have no text. Keys read: text, id, url, title, published,
outlet, and the other usual names of these (`data/line_keys.csv`); others are passed over. The source is the url if there is one, else
the id, else the place. A title that the text does not begin with is put above it, as a page's is: what a readout or a transcript is about
often stands nowhere else.
"""

import re
from collections.abc import Mapping
from typing import Any

from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of
from memcon.model.record import Reject
from memcon.read.options import ReadOptions
from memcon.registers.line_keys import LineField, keys_of
from memcon.registers.outlets import domain_of, outlet_of

HEAD = 800  # characters of a text in which its own title stands
MAX_ITEM = 10_000_000  # bytes; the longest briefing of two years of the White House has 170,000
TOO_LONG = f"over {MAX_ITEM:,} bytes, the limit for one report; split it"

Fields = Mapping[str, Any]  # a line of JSON or a row of a table, as it comes in


def item_of(place: str, fields: Fields, where: str, given: Given, options: ReadOptions) -> RawItem | Reject:
    """The item that the fields of a line or row make; `where` names what they stand in."""
    if strange := _not_words(fields):
        return Reject(place, f"wrong kind of value in a {where}", f"{strange}; text and its like are strings")
    text = _said(fields, "text")
    if text is None:
        return Reject(place, f"no text in a {where}", _without_text(fields))
    title, published, url, name = (_said(fields, field) for field in ("title", "published", "url", "id"))
    said = Given(
        published=published or given.published,
        published_basis=where if published else given.published_basis,
        outlet=_outlet(fields) or given.outlet,
        title=title or given.title,
        url=url or given.url,
        id=name,
    )
    body = _under_title(text, title).encode()
    return RawItem(url or name or place, body, "text/plain", sha256_of(body), said)


def _said(fields: Fields, field: LineField) -> str | None:
    """What a line says of a field, under the first of its names that holds words."""
    for key in keys_of(field):
        value = fields.get(key)
        if isinstance(value, dict):
            value = value.get("name")  # schema.org and NewsAPI: {"name": "Reuters"}
        if isinstance(value, str) and value.strip():
            return value
        if field == "id" and isinstance(value, int):
            return str(value)
    return None


def _not_words(fields: Fields) -> str | None:
    """A field that has memcon's own name and another kind of value than memcon's."""
    for field in ("text", "title", "published", "url", "outlet"):
        if not isinstance(fields.get(field), str | dict | None):
            return f"{field} is {fields[field]!r}"
    return None


def _outlet(fields: Fields) -> str | None:
    """The outlet; of an address or a domain, its name."""
    said = _said(fields, "outlet")
    if said and " " not in said and domain_of(said):
        return outlet_of(said)
    return said


def _without_text(fields: Fields) -> str:
    """Which keys there are, and which are read."""
    has = f"it has {', '.join(fields)}" if fields else "it is empty"
    *others, last = keys_of("text")
    return f"{has}; the text is read from {', '.join(others)} or {last}"


def _under_title(text: str, title: str | None) -> str:
    """The text with its title above it, unless it has it already."""
    if not title or not title.strip() or _folded(title) in _folded(text[: HEAD + len(title)]):
        return text
    return f"{' '.join(title.split())}\n\n{text}"


def _folded(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.casefold())
