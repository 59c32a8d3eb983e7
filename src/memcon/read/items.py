"""The fields of a JSON object or of a table's row -> the RawItem that they make.

Comes in: fields, as they stand. Goes out: a `RawItem`, or a `Reject` where they have no text. Read are text, id, url, title, published,
outlet under their usual names or those that the user maps (`read/fields.py`); others are passed over. The source is the url if there is
one, else the id, else the place. A title that the text does not begin with is put above it, as a page's is: what a readout or a
transcript is about often stands nowhere else. A text with the tags of HTML is read as HTML.
"""

import html
import re
from collections.abc import Sequence

from memcon.model.document import FRAGMENT, PAGE, PLAIN, Given, RawItem
from memcon.model.ids import sha256_of
from memcon.model.record import Reject
from memcon.read.days import day_said
from memcon.read.fields import Fields, Said, names_of
from memcon.read.options import ReadOptions
from memcon.registers.outlets import domain_of, outlet_of

HEAD = 800  # characters of a text in which its own title stands
MAX_ITEM = 10_000_000  # bytes; the longest briefing of two years of the White House has 170,000
TOO_LONG = f"over {MAX_ITEM:,} bytes, the limit for one report; split it"
MOST_KEYS, MOST_NAMES = 12, 5  # that a message tells
LONG = 200  # characters of what may be a report

_PAGE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype html|<html\b)", re.IGNORECASE)
_BLOCK = re.compile(
    r"<(?:p|div|br|h[1-6]|ul|ol|li|blockquote|figure|article|section|table)(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE
)
_INLINE = re.compile(r"<(a|em|i|b|strong|span)(?:\s[^<>]{0,2000})?>[^<>]{0,2000}</\1>", re.IGNORECASE)


def item_of(place: str, fields: Fields, where: str, given: Given, options: ReadOptions) -> RawItem | Reject:
    """The item that the fields of a line or row make; `where` names what they stand in."""
    says = Said(fields, options.fields)
    if strange := _strange(says):
        return Reject(place, f"wrong kind of value in a {where}", f"{strange}; text and its like are strings")
    text = says.words("text")
    if text is None:
        return Reject(place, f"no text in a {where}", without_text(fields, options))
    title, url, name = (says.words(field) for field in ("title", "url", "id"))
    title = _without_marks(title) if title else None
    published, basis = _published(says, where)
    said = Given(
        published=published or given.published,
        published_basis=basis if published else given.published_basis,
        outlet=_outlet(says) or given.outlet,
        title=title or given.title,
        url=url or given.url,
        id=name,
    )
    media_type = markup_of(text)
    body = under_title(text, title, media_type).encode()
    if len(body) > MAX_ITEM:
        return Reject(place, "too large", TOO_LONG)
    return RawItem(said.url or said.id or place, body, media_type, sha256_of(body), said)


def markup_of(text: str) -> str:
    """Whether a text is plain, an HTML page, or a piece of HTML: paragraphs, line breaks, or words in marks with their ends."""
    if _PAGE.match(text):
        return PAGE
    return FRAGMENT if "<" in text and (_BLOCK.search(text) or _INLINE.search(text)) else PLAIN


def under_title(text: str, title: str | None, media_type: str = PLAIN) -> str:
    """The text with its title above it, unless it has it already. A whole page has its own."""
    if not title or not title.strip() or media_type == PAGE:
        return text
    head = text[: HEAD + len(title)] if media_type == PLAIN else html.unescape(re.sub(r"<[^<>]*>", "", text[: 4 * HEAD]))
    if _folded(title) in _folded(head):
        return text
    line = " ".join(title.split())
    return f"<h1>{html.escape(line)}</h1>\n{text}" if media_type == FRAGMENT else f"{line}\n\n{text}"


def without_text(fields: Fields, options: ReadOptions) -> str:
    """Which keys there are, which are read, and which may be meant."""
    if empty := empty_texts(fields, options):
        return f"its {' and '.join(empty)} {'is' if len(empty) == 1 else 'are'} empty; fetch the report again"
    has = f"it has {keys_said(fields)}" if fields else "it is empty"
    longest = max(((len(value), key) for key, value in fields.items() if isinstance(value, str)), default=(0, ""))
    field = longest[1] if longest[0] >= LONG else "FIELD"
    return f"{has}; the text is read from {some_of(names_of('text', options.fields))}; name another: --map text={field}"


def empty_texts(fields: Fields, options: ReadOptions) -> list[str]:
    """The keys that hold nothing where the text should stand."""
    return [key for key in names_of("text", options.fields) if key in fields and fields[key] in (None, "", [])]


def some_of(names: Sequence[str]) -> str:
    """The first of many names."""
    return f"{', '.join(names[:MOST_NAMES])} ..." if len(names) > MOST_NAMES else ", ".join(names)


def keys_said(fields: Fields) -> str:
    """The keys, some of many."""
    keys = [str(key)[:60] for key in fields]
    return ", ".join(keys[:MOST_KEYS]) + (f" and {len(keys) - MOST_KEYS:,} more" if len(keys) > MOST_KEYS else "")


def _strange(says: Said) -> str | None:
    """A field that has memcon's own name, or the mapped one, and a kind of value that is none of memcon's."""
    for field in ("text", "title", "published", "url", "outlet"):
        names = [key for of, key in says.maps if of == field] or [field]
        for name in names:
            value = says.fields.get(name)
            days = int | float if field == "published" else str
            if not isinstance(value, str | dict | list | days | None) or isinstance(value, bool):
                return f"{name} is {value!r}"
    return None


def _published(says: Said, where: str) -> tuple[str | None, str]:
    """The day, and where it stands; of one counted from 1970, how it was counted."""
    found = says.value("published")
    said = day_said(found)
    if said is None:
        return None, where
    words, unit = said
    return words, f"{where}, {found} {unit} since 1970" if unit else where


def _outlet(says: Said) -> str | None:
    """The outlet; of an address or a domain, its name."""
    said = says.words("outlet")
    if said and " " not in said and domain_of(said):
        return outlet_of(said)
    return said


def _without_marks(title: str) -> str:
    """A title as it is shown."""
    plain = title if markup_of(title) == PLAIN else re.sub(r"<[^<>]*>", "", title)
    return html.unescape(plain)


def _folded(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.casefold())
