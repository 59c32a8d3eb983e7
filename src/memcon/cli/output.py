"""Where output goes: data to stdout, everything else to stderr."""

import sys
from collections.abc import Iterable

import msgspec
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from memcon.export.record_csv import csv_lines
from memcon.export.record_json import Json

WIDTH = 100  # columns where the output is no terminal


class PipedConsole(Console):
    """A console whose reader may go away: rich would end the command with 1; what to do then is for the command to say."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def out() -> Console:
    """The console for data."""
    return PipedConsole(width=None if sys.stdout.isatty() else WIDTH, highlight=False, soft_wrap=False)


def err() -> Console:
    """The console for progress, summaries and complaints."""
    return PipedConsole(stderr=True, highlight=False, soft_wrap=True)


def table(*columns: tuple[str, str] | tuple[str, str, int]) -> Table:
    """A table without lines. Columns: heading, "left" or "right" or "no_wrap", and the share of the free width."""
    made = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", expand=True, pad_edge=False)
    for heading, kind, *ratio in columns:
        made.add_column(
            heading,
            justify="right" if kind == "right" else "left",
            no_wrap=kind != "left",
            ratio=ratio[0] if ratio else None,
            overflow="fold",
        )
    return made


def put_indented(console: Console, text: Text, by: int) -> None:
    """A paragraph, every line of it set in by so many columns."""
    text.expand_tabs()
    for line in text.wrap(console, max(console.width - by, 20)):
        console.print(Text(" " * by).append_text(line), soft_wrap=True)


def show(what: RenderableType) -> None:
    out().print(what)


def note(words: str) -> None:
    """A line for the user, apart from the data."""
    err().print(words, markup=False)


def put_json(items: Iterable[Json]) -> None:
    """A JSON array, one item a line."""
    write = sys.stdout.write
    separator = "[\n"
    for item in items:
        write(separator + msgspec.json.encode(item).decode())
        separator = ",\n"
    write("[]\n" if separator == "[\n" else "\n]\n")


def put_object(item: Json) -> None:
    """One JSON object, in lines."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(item), indent=1).decode() + "\n")


def put_text(text: str) -> None:
    sys.stdout.write(text)


def put_csv(items: Iterable[Json]) -> None:
    sys.stdout.writelines(csv_lines(items))


def put(items: Iterable[Json], as_json: bool) -> None:
    put_json(items) if as_json else put_csv(items)
