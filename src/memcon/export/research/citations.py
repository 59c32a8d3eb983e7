"""The documents of a record as references: BibTeX (`write_bibtex`) and CSL JSON (`write_csl`).

Each has the day on which it appeared as far as that is known, its address, when its page was fetched, and the SHA-256 of its bytes. What is
not known is left out: a day between two is an interval, never the first of them.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import IO, Any

import msgspec

from memcon.export.view import RecordView
from memcon.model.document import Document

_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip


def write_bibtex(record: RecordView, out: IO[bytes]) -> None:
    for document in record.documents:
        out.write(bibtex(document).encode())


def bibtex(d: Document) -> str:
    """One entry, for BibTeX and biblatex."""
    fields = {
        "author": " and ".join(bib_name(name) for name in d.byline),
        "title": f"{{{tex(d.title)}}}" if d.title else "",
        "howpublished": tex(d.outlet or ""),
        "url": re.sub(r"[{}\s\\]", "", d.url or ""),
        "urldate": str(_day(d.captured) or ""),
        **_bib_days(d),
        "note": tex(_note(d)),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{d.id},\n{lines}}}\n\n"


def bib_name(name: str) -> str:
    """A name that BibTeX would read as two, or as a family name and a given one, stays whole."""
    words = tex(name)
    return f"{{{words}}}" if "," in name or re.search(r"\band\b", name, re.IGNORECASE) else words


def _bib_days(d: Document) -> dict[str, str]:
    first, last = d.published.earliest, d.published.latest
    if first is None or last is None:
        return {}
    days = {"date": str(first) if first == last else f"{first}/{last}"}
    if first.year == last.year:
        days["year"] = str(first.year)
        if first.month == last.month:
            days["month"] = str(first.month)
    return days


def tex(words: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in re.sub(r"[\s\x00-\x1f]+", " ", words).strip())


def _note(d: Document) -> str:
    fetched = f"; fetched {d.captured}" if d.captured else ""
    unknown = "" if d.published.known else "; day of publication unknown"
    return f"SHA-256 {d.sha256}{fetched}{unknown}"


def write_csl(record: RecordView, out: IO[bytes]) -> None:
    """A JSON list, an item a line."""
    separator = b"[\n"
    for document in record.documents:
        out.write(separator + msgspec.json.encode(csl(document)))
        separator = b",\n"
    out.write(b"\n]\n" if separator == b",\n" else b"[]\n")


def csl(d: Document) -> Mapping[str, Any]:
    """One item of CSL JSON."""
    return dict(_csl_fields(d))


def _csl_fields(d: Document) -> Iterator[tuple[str, Any]]:
    yield "id", d.id
    yield "type", "webpage" if d.url else "document"
    if d.title:
        yield "title", d.title
    if d.byline:
        yield "author", [{"literal": name} for name in d.byline]
    if d.outlet:
        yield "container-title", d.outlet
    first, last = d.published.earliest, d.published.latest
    if first and last:
        yield "issued", {"date-parts": [_parts(first)] if first == last else [_parts(first), _parts(last)]}
    if d.url:
        yield "URL", d.url
    if day := _day(d.captured):
        yield "accessed", {"date-parts": [_parts(day)]}
    yield "language", d.language
    yield "note", _note(d)
    yield "custom", {"sha256": d.sha256, "captured": d.captured, "source": d.source}


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]


def _day(captured: str | None) -> date | None:
    try:
        return date.fromisoformat((captured or "")[:10])
    except ValueError:
        return None
