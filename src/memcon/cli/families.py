"""memcon families: which documents are copies of one text; and the page of one family, with how its copies differ."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

import memcon
from memcon import rows
from memcon.cli.diffs import clipped, word_diff
from memcon.cli.lists import say, show_table
from memcon.cli.options import AsCsv, AsJson, Db
from memcon.cli.output import put, table
from memcon.model.document import Document
from memcon.model.record import Copy, Family
from memcon.model.text import Evidence
from memcon.wording import words

if TYPE_CHECKING:
    from memcon.copies.families.differences import Difference

MOST = 12  # differences of one copy on the page; --json of the record has the texts
RELATIONS = ("exact", "reprint", "update", "excerpt", "spun", "back_translated")


def families(as_json: AsJson = False, as_csv: AsCsv = False, db: Db = None) -> None:
    """Copies of one text: how many, what became of the words, and which to trust."""
    with memcon.open_record(db) as record:
        say(record)
        found = record.families()
        if as_json or as_csv:
            put(rows.families(record, found), as_json)
            return
        canonical = record.documents_by_id(f.canonical for f in found)
    lines = table(
        ("Documents", "no_wrap"), ("Copies", "left", 3), ("Canonical", "left", 6), ("Why", "left", 5), ("Id", "no_wrap")
    )
    for f in found:
        told = canonical[f.canonical]
        name = Text(words.title(told)).append(f"\n{told.outlet or told.source}, {words.day(told.published)}", "dim")
        lines.add_row(str(len(f.documents)), _relations(f), name, "; ".join(f.reasons), Text(words.short(f.id), "dim"))
    show_table(lines, len(found), "family", plural="families")


def _relations(f: Family) -> str:
    counts = {r: sum(m.relation == r for m in f.members) for r in RELATIONS}
    return "\n".join(f"{n} {words.kind(r)}" for r, n in counts.items() if n)


def family_page(f: Family, documents: Mapping[str, Document], console: Console) -> None:
    """Everything about one family: the canonical and why, each copy with the sentences that show it and what it changed."""
    canonical = documents[f.canonical]
    console.print(Text(f"{len(f.documents)} documents of one text: {words.title(canonical)}", "bold"))
    console.print(Text(f.id, "dim"))
    console.print(
        Text("canonical    ", "dim").append(_source(canonical), "not dim").append(f"  {words.short(canonical.id)}")
    )
    console.print(Text("because      ", "dim").append("; ".join(f.reasons), "not dim"))
    for copy in f.members:
        _copy_page(copy, documents[copy.document], canonical, console)


def _source(d: Document) -> str:
    said = ", ".join(x for x in (d.outlet, words.day(d.published)) if x)
    also = f", also at {', '.join(d.also_at)}" if d.also_at else ""
    return f"{d.source} ({said}){also}" if said else d.source + also


def _copy_page(copy: Copy, document: Document, canonical: Document, console: Console) -> None:
    head = Text(f"\n{words.kind(copy.relation).capitalize()}: {_source(document)}", "bold")
    console.print(head.append(f"  likeness {copy.score:.2f}  {words.short(document.id)}", "not bold dim"))
    pairs = list(zip(copy.evidence[::2], copy.evidence[1::2], strict=False))
    console.print(Text("  Sentences that both have" if pairs else "  The same words"))
    for mine, theirs in pairs:
        console.print(_quoted(theirs, "canonical"))
        console.print(
            _quoted(mine, "copy     ")
            if _flat(mine.quote) != _flat(theirs.quote)
            else Text("    the copy has it word for word", "dim")
        )
    found = _differences(document, canonical) if copy.relation != "exact" else ()
    if found:
        counts = ", ".join(f"{sum(d.kind == k for d in found)} {k}" for k in ("changed", "added", "dropped"))
        console.print(Text(f"  Differences from the canonical: {counts}"))
    for d in found[:MOST]:
        console.print(_difference(d, document, canonical))
    if len(found) > MOST:
        console.print(Text(f"    ... and {len(found) - MOST} more", "dim"))


def _differences(document: Document, canonical: Document) -> "tuple[Difference, ...]":
    from memcon.copies.families.differences import differences
    from memcon.copies.families.families import text_of_document

    found = differences(text_of_document(document).text, text_of_document(canonical).text)
    return tuple(sorted(found, key=lambda d: d.kind == "changed"))  # what is only in one of them first


def _difference(d: "Difference", document: Document, canonical: Document) -> Text:
    if d.copy is None and d.canonical is not None:
        return Text("    - ", "red").append(clipped(d.canonical.of(canonical.text)), "none")
    if d.canonical is None and d.copy is not None:
        return Text("    + ", "green").append(clipped(d.copy.of(document.text)), "none")
    assert d.copy is not None and d.canonical is not None
    return Text("    ~ ", "yellow").append_text(word_diff(d.canonical.of(canonical.text), d.copy.of(document.text)))


def _quoted(e: Evidence, whose: str) -> Text:
    return Text(f"    {whose} ", "dim").append(f"“{_flat(e.quote)}”", "not dim").append(f"  {e.start}-{e.end}", "dim")


def _flat(words_: str) -> str:
    return " ".join(words_.split())
