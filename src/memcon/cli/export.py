"""memcon export: the whole record, for other programs."""

from pathlib import Path
from typing import Annotated

import typer

import memcon
from memcon.cli.files import bytes_into, folder_into
from memcon.cli.options import Db, one_of


def _known_format(wanted: str) -> str:
    from memcon.export.exporters import EXPORTERS

    return one_of("format", wanted, EXPORTERS) or wanted


def export(
    format: Annotated[
        str,
        typer.Option(
            metavar="FORMAT",
            callback=_known_format,
            help="json: one object; csv: a ZIP of tables; parquet: a folder of tables, by year.",
        ),
    ] = "json",
    out: Annotated[
        Path | None, typer.Option(metavar="FILE|DIR", help="Where to write it. [default: standard output]")
    ] = None,
    db: Db = None,
) -> None:
    """Write the whole record: docs/record.md describes every field of json and csv, docs/tables.md those of parquet."""
    from memcon.export.exporters import exporter_named

    exporter = exporter_named(format)
    if exporter.folder is not None and out is None:
        raise typer.BadParameter(f"{format} is {exporter.what}: say where with --out DIR")
    with memcon.open_record(db) as record:
        if exporter.folder is not None and out is not None:
            with folder_into(out) as folder:
                record.export(folder, format)
            return
        with bytes_into(out) as file:
            record.export(file, format)
