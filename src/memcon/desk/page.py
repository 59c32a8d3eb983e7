"""A paper for a desk, written as plain text, Markdown or HTML.

Comes in: a `Page` of sections, items and quotations. Goes out: text. Everything that reports say is escaped, control characters are left
out, and only http addresses become links: a hostile headline stays a headline.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from urllib.parse import quote

from memcon.wording.passages import plain, printable

WIDTH = 100  # columns of plain text


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report in their sentence, where they stand, and the address of the report, where it has one."""

    before: str
    words: str
    after: str
    place: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A thing with what is said of it; `more`: what is not shown."""

    head: str
    lines: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a heading, or `nothing`, a sentence that says there are none."""

    heading: str
    items: tuple[Item, ...]
    nothing: str = ""
    below: bool = False  # a heading of the second rank: the days within "Planned next"


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]


def as_text(page: Page) -> str:
    """Plain text, for a terminal or a mail."""
    return "\n".join(_text(page)) + "\n"


def _text(page: Page) -> Iterator[str]:
    yield from (_safe(page.title), "=" * min(len(_safe(page.title)), WIDTH), *_wrapped(page.lead, 0))
    for section in page.sections:
        heading = _safe(section.heading)
        yield from ("", heading, ("." if section.below else "-") * min(len(heading), WIDTH))
        if section.nothing and not section.items:
            yield from _wrapped((section.nothing,), 0)
        for n, item in enumerate(section.items):
            yield from (("",) if n else ())
            yield from _wrapped((item.head,), 0)
            yield from _wrapped(item.lines, 4)
            for q in item.quotes:
                yield from _wrapped((f"“{q.before}«{q.words}»{q.after}”",), 4)
                yield from _wrapped((f"{q.place}{f', {q.link}' if _is_web(q.link) else ''}",), 6)
            yield from _wrapped((item.more,) if item.more else (), 4)


def _wrapped(lines: tuple[str, ...], by: int) -> Iterator[str]:
    for line in lines:
        pad = " " * by
        yield from wrap(
            _safe(line), WIDTH, initial_indent=pad, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False
        )


def as_markdown(page: Page) -> str:
    """Markdown (CommonMark)."""
    return "\n".join(_markdown(page)) + "\n"


def _markdown(page: Page) -> Iterator[str]:
    yield f"# {_md(page.title)}"
    for line in page.lead:
        yield from ("", _md(line))
    for section in page.sections:
        yield from ("", f"{'###' if section.below else '##'} {_md(section.heading)}", "")
        if section.nothing and not section.items:
            yield f"_{_md(section.nothing)}_"
        for item in section.items:
            yield "- " + "\\\n  ".join((f"**{_md(item.head)}**", *map(_md, item.lines)))
            yield ""
            for q in item.quotes:
                place = f"[{_md(q.place)}](<{_address(q.link)}>)" if q.link and _is_web(q.link) else _md(q.place)
                yield f"  > “{_md(q.before)}**{_md(q.words)}**{_md(q.after)}” — {place}"
                yield ""
            if item.more:
                yield f"  {_md(item.more)}"
                yield ""


def as_html(page: Page) -> str:
    """One HTML file: no script, nothing fetched."""
    title = _html(page.title)
    body = "\n".join(_body(page))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _body(page: Page) -> Iterator[str]:
    for line in page.lead:
        yield f"<p>{_html(line)}</p>"
    for section in page.sections:
        rank = "h3" if section.below else "h2"
        yield f"<{rank}>{_html(section.heading)}</{rank}>"
        if section.nothing and not section.items:
            yield f"<p>{_html(section.nothing)}</p>"
        for item in section.items:
            yield f"<article>\n<p><strong>{_html(item.head)}</strong></p>"
            yield from (f"<p>{_html(line)}</p>" for line in item.lines)
            yield from map(_html_quote, item.quotes)
            yield (f"<p>{_html(item.more)}</p>\n" if item.more else "") + "</article>"


def _html_quote(q: Quote) -> str:
    place = _html(q.place)
    if q.link and _is_web(q.link):
        place = f'<a href="{_html(_address(q.link))}" rel="noreferrer nofollow">{place}</a>'
    words = f"“{_html(q.before)}<mark>{_html(q.words)}</mark>{_html(q.after)}”"
    return f"<blockquote><p>{words}</p><footer>{place}</footer></blockquote>"


def _safe(text: str) -> str:
    return plain(printable(text))


def _md(text: str) -> str:
    shown = re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", printable(text))
    return re.sub(r"&(?=#?\w+;)", r"\\&", shown)


def _html(text: str) -> str:
    return escape(printable(text))


def _is_web(link: str | None) -> bool:
    return bool(link) and str(link).startswith(("http://", "https://"))


def _address(link: str | None) -> str:
    """An address with nothing in it that ends a link."""
    return quote(link or "", safe=":/?#[]@!$&'()*+,;=%-._~")


STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 Georgia,'Times New Roman',serif;margin:0;padding:1rem}"
    "main{max-width:46rem;margin:0 auto}h1{font-size:1.6rem}h2{font-size:1.25rem;border-bottom:1px solid;margin-top:2rem}"
    "h3{font-size:1.05rem;margin-bottom:.25rem}article{margin:0 0 1.25rem}article>p{margin:.1rem 0}"
    "blockquote{margin:.4rem 0 .4rem 1rem;padding-left:.8rem;border-left:3px solid}blockquote p{margin:0}"
    "footer{font-size:.85rem;overflow-wrap:anywhere}mark{background:none;color:inherit;font-weight:bold}"
)

PAPERS: Mapping[str, Callable[[Page], str]] = {"text": as_text, "markdown": as_markdown, "html": as_html}
