"""Every reader that there is (`READERS`), and which of them reads a file.

A file is known by its first bytes where they tell it whatever its name; then by the end of its name; then by how it begins; and is
plain text where nothing says otherwise. What memcon cannot read, with the remedy for each, stands in `registers/data/unreadable.toml`.
CONTRIBUTING.md shows how to add a reader.
"""

from memcon.model.errors import UnknownName
from memcon.model.extras import Extra
from memcon.read.csv_rows import read_csv
from memcon.read.feed import looks_like_feed, read_feed
from memcon.read.json_reports import looks_like_json, read_json
from memcon.read.lines import read_lines
from memcon.read.mail import looks_like_mail, looks_like_mailbox, read_mail, read_mailbox
from memcon.read.parquet import read_parquet
from memcon.read.reader import Reader
from memcon.read.warc import read_warc
from memcon.read.whole import looks_like_page, read_page, read_text

TEXT = Reader("text", "plain text, one report", (".txt", ".text", ".md"), read_text)
PAGE = Reader("html", "saved web page, one report", (".html", ".htm", ".xhtml"), read_page, looks_like=looks_like_page)

LINES = Reader("lines", "JSON Lines, a report a line", (".jsonl", ".ndjson", ".jl"), read_lines)
JSON = Reader(
    "json", "JSON: one report, a list of them, an object that holds one", (".json",), read_json, looks_like=looks_like_json
)
CSV = Reader("csv", "CSV, TSV: a report a row, under a header", (".csv", ".tsv", ".tab"), read_csv)
PARQUET = Reader(
    "parquet", "Parquet, a report a row", (".parquet",), read_parquet, magic=(b"PAR1",), needs=Extra("parquet", "pyarrow")
)
FEED = Reader(
    "feed",
    "RSS or Atom feed, a report an entry",
    (".rss", ".atom", ".rdf"),
    read_feed,
    surely=looks_like_feed,
    needs=Extra("feeds", "feedparser"),
)
MAIL = Reader("mail", "saved message, one report", (".eml",), read_mail, looks_like=looks_like_mail)
MAILBOX = Reader(
    "mailbox", "mailbox (mbox), a report a message", (".mbox", ".mbx"), read_mailbox, looks_like=looks_like_mailbox
)
WARC = Reader(
    "warc", "web archive (WARC), a report a page", (".warc",), read_warc, magic=(b"WARC/",), needs=Extra("warc", "fastwarc")
)

READERS: dict[str, Reader] = {
    reader.name: reader for reader in (TEXT, PAGE, LINES, JSON, CSV, PARQUET, FEED, MAIL, MAILBOX, WARC)
}


def reader_named(name: str) -> Reader:
    """The reader of a name; raises `UnknownName`, which tells the names that there are."""
    if name not in READERS:
        raise UnknownName(f"there is no reader {name!r}; there are {', '.join(sorted(READERS))}")
    return READERS[name]


def by_magic(head: bytes) -> Reader | None:
    """The reader of files that begin with these bytes, whatever their names."""
    for reader in READERS.values():
        if (reader.magic and head.startswith(reader.magic)) or (reader.surely and reader.surely(head)):
            return reader
    return None


def by_name(name: str) -> Reader | None:
    """The reader of files whose names end like this one."""
    lower = name.lower()
    return next((reader for reader in READERS.values() if lower.endswith(reader.suffixes)), None)


def by_look(head: bytes) -> Reader:
    """The reader of a file that begins like this and whose name tells nothing."""
    return next((reader for reader in READERS.values() if reader.looks_like and reader.looks_like(head)), TEXT)
