"""memcon copy-db: a record from one database into another, between files and servers."""

from typing import Annotated

import typer

from memcon.cli.output import note


def copy_db(
    source: Annotated[
        str, typer.Argument(metavar="A", help="The database to copy: a file, or postgresql://USER@HOST/NAME.")
    ],
    target: Annotated[str, typer.Argument(metavar="B", help="A new or empty one, likewise.")],
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing.")] = False,
) -> None:
    """Copy a whole record: documents, findings, corrections and what was joined. The export of both is the same, byte for byte."""
    from memcon.store.store import Store
    from memcon.store.transfer import copy

    with Store(source, read_only=True) as old, Store(target, waiting=note) as new:
        copied = copy(old, new)
        documents, words = new.count()
    if not quiet:
        note(f"copied {documents:,} documents ({words:,} words; {copied:,} rows) into {new.place}")
