"""Rows of tables that decide nothing in their own example: python benchmarks/tables.py [cues|nouns|verbs|status|governors ...]

In: the tables under registers/data. Out: for each table how many rows there are, and those without which their example is read as
before: another row, a default or another room decides there. Such a row is dead, or its example is badly chosen. Of governors
the clauses are compared, of the others the findings. Takes some seconds for a hundred rows.
"""

import sys
from collections.abc import Callable, Iterator
from typing import Any

from memcon.annotate.annotate import annotate_all
from memcon.annotate.parser import Parser
from memcon.coding.code import code
from memcon.grammar.clauses import clauses_of
from memcon.model.annotated import Annotated
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.ids import content_id, sha256_of
from memcon.model.text import Zone
from memcon.registers import cues, engagements, governors
from memcon.registers.tables import Table
from memcon.resolve.resolve import resolve

PUBLISHED = "2022-05-11"  # a Wednesday
MARKS = str.maketrans("", "", "[]")


def clauses(annotated: Annotated) -> object:
    """What the clauses of a text say, whichever rule says it."""
    return [(c.predicate, c.factuality, c.modality) for c in clauses_of(annotated).all]


def findings(annotated: Annotated) -> object:
    return code(resolve(annotated, clauses_of(annotated)))


TABLES: dict[str, tuple[Table[Any], Callable[[Annotated], object]]] = {
    "cues": (cues.CUES, findings),
    "nouns": (engagements.NOUNS, findings),
    "verbs": (engagements.VERBS, findings),
    "status": (engagements.STATUS_CUES, findings),
    "governors": (governors.GOVERNORS, clauses),
}


def main() -> None:
    parser = Parser()
    for name in sys.argv[1:] or TABLES:
        table, reading = TABLES[name]
        dead = list(idle_rows(table, reading, parser))
        print(f"{table.name}: {len(table.rows)} rows, {len(dead)} decide nothing in their example")
        for row in dead:
            print(f"    {row.example}  {row}")


def idle_rows(table: Table[Any], reading: Callable[[Annotated], object], parser: Parser) -> Iterator[Any]:
    """The rows without which their example is read as with them."""
    every = table.rows
    texts = list(annotate_all([document(row.example.translate(MARKS)) for row in every], parser))
    for n, (row, annotated) in enumerate(zip(every, texts, strict=True)):
        with_it = reading(annotated)
        try:
            put(table, every[:n] + every[n + 1 :])
            if reading(annotated) == with_it:
                yield row
        finally:
            put(table, every)


def put(table: Table[Any], rows: tuple[Any, ...]) -> None:
    """Give a table these rows, and let everybody forget what was made of others."""
    table.__dict__["rows"] = rows
    for name, module in list(sys.modules.items()):
        if name.startswith("memcon."):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def document(text: str) -> Document:
    sha = sha256_of(text.encode())
    when = DateRange.iso(PUBLISHED)
    return Document(
        content_id("document", text, sha), "example", sha, text, (Zone(0, len(text), "body"),), None, None, (), when, "en"
    )


if __name__ == "__main__":
    main()
