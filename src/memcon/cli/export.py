"""memcon export: the whole record, for other programs."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import memcon
from memcon.cli.options import Db
from memcon.model.errors import StoreError


class Format(StrEnum):
    JSON = "json"
    CSV = "csv"


def export(
    format: Annotated[Format, typer.Option(help="json: one object; csv: a ZIP of tables.")] = Format.JSON,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write it. [default: standard output]")] = None,
    db: Db = None,
) -> None:
    """Write the whole record: docs/record.md describes every field."""
    with memcon.open_record(db) as record:
        if out is None:
            record.export(sys.stdout.buffer, format.value)
            sys.stdout.buffer.flush()
            return
        # Written beside and moved into place: a failed export leaves the earlier one whole. A device or a pipe stays what it is.
        draft = out.with_name(f".{out.name}.{os.getpid()}") if out.is_file() or not out.exists() else out
        try:
            with draft.open("wb") as file:
                record.export(file, format.value)
            if draft != out:
                draft.replace(out)
        except OSError as problem:
            raise StoreError(f"{out}: cannot be written ({problem.strerror}); give another place with --out") from problem
        finally:
            if draft != out:
                draft.unlink(missing_ok=True)
