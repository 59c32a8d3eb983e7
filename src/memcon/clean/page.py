"""A saved HTML page -> its article as plain text, and what its markup says of itself. The only module that knows trafilatura.

Refuses a page without an article. The text is the article's paragraphs, one a line, under the title where the page names one.
"""

import html
import re
from dataclasses import dataclass
from importlib import import_module

from memcon.clean.decoding import Decoded, decode
from memcon.clean.page_dates import PageDate, find_page_dates
from memcon.model.errors import BadInput
from memcon.registers.page_dates import meta_names

SHORTEST = 150  # characters of an article; below it trafilatura finds menus and notices
_CHARSET = re.compile(rb"<meta[^>]{0,80}charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_META = re.compile(r"<meta\b[^>]{1,600}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_LINKED_DATA = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\"")
_TIME = re.compile(r"<time\b([^>]{1,300})>", re.IGNORECASE)
_SHOWN = re.compile(
    r"<(?:span|div|p|small)\b[^>]{0,200}(?:class|itemprop)\s*=\s*[\"'][^\"'>]{0,80}"
    r"(?:publi(?:sh|cation)|pub-?date|post-date|entry-date)[^>]{0,200}>([^<>]{6,60})<",
    re.IGNORECASE,
)
_CANONICAL = re.compile(r"<link\b[^>]*rel=[\"']?canonical[\"']?[^>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """An article taken out of its page."""

    text: str
    title: str | None
    site: str | None
    authors: tuple[str, ...]
    url: str | None
    dates: tuple[PageDate, ...]
    notes: tuple[str, ...]


def read_page(body: bytes, url: str | None = None) -> Page:
    """The article of a page; raises BadInput where there is none."""
    decoded = _decode(body)
    source = decoded.text
    found = import_module("trafilatura").bare_extraction(
        source, url=url, include_comments=False, include_tables=False, deduplicate=False, with_metadata=True
    )
    text = (found.text or "").strip() if found else ""
    if found is None or len(text) < SHORTEST:
        seen = f"{len(text)} characters of text in {len(body):,} bytes"
        raise BadInput("no article in the page", f"{seen}; save the article itself, or its text")
    title = html.unescape(found.title).strip() if found.title else None
    if title and _folded(title) not in {_folded(line) for line in text.split("\n")[:5]}:
        text = f"{title}\n\n{text}"
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    address = _canonical(source) or url
    dates = tuple(_dates(source))
    notes = (*decoded.notes, "text taken out of an HTML page")
    return Page(text, title, found.sitename, authors, address, dates, notes)


def _folded(line: str) -> str:
    return re.sub(r"[\W_]+", "", line.casefold())


def _decode(body: bytes) -> Decoded:
    """A page says its encoding itself, unless a mark at its beginning does."""
    declared = _CHARSET.search(body[:4096])
    if declared and not body.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\0" not in body[:4096]:
        try:
            return Decoded(body.decode(declared[1].decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass  # it says an encoding that it is not in
    return decode(body)


def _attributes(tag: str) -> dict[str, str]:
    return {m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(tag)}


def _is_publication(fields: dict[str, str]) -> bool:
    return "datetime" in fields and ("publi" in " ".join(fields.values()).lower() or "pubdate" in fields)


def _canonical(source: str) -> str | None:
    match = _CANONICAL.search(source)
    address = _attributes(match.group()).get("href") if match else None
    return address if address and "://" in address else None


def _dates(source: str) -> list[PageDate]:
    """Dates of publication in the markup, the surest first, with the words that give them.

    htmldate is not asked: without metadata it took the date of another article in the margin, and read 11/05 day first.
    """
    contents: dict[str, str] = {}
    for tag in _META.findall(source):
        fields = _attributes(tag)
        name = (fields.get("property") or fields.get("name") or fields.get("itemprop") or "").lower()
        if fields.get("content"):
            contents.setdefault(name, fields["content"])
    said = [f"{name}: {contents[name]}" for name in meta_names() if name in contents]
    linked = {words[:10] for words in _LINKED_DATA.findall(source)}
    if len(linked) == 1:  # several: the page lists other articles too, and which is its own is not said
        said.append(f"datePublished: {linked.pop()}")
    shown = {" ".join(words.split()) for words in _SHOWN.findall(source)}
    shown |= {fields["datetime"] for fields in map(_attributes, _TIME.findall(source)) if _is_publication(fields)}
    if len(shown) == 1:
        said.append(f"published: {shown.pop()}")
    return [
        PageDate(words, dates[0].days, "published", dates[0].numeric)
        for words in said
        if (dates := find_page_dates(words.partition(": ")[2]))
    ]
