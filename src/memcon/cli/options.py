"""The options that several commands share."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from memcon.model.findings import STATUSES

# mypy wants the members spelled out, and the model's list is their one source.
StatusChoice = StrEnum("StatusChoice", {status: status for status in STATUSES})  # type: ignore[misc]

Db = Annotated[
    Path | None,
    typer.Option("--db", metavar="FILE", help="The database. [default: $MEMCON_DB, or record.db in your data folder]"),
]
With = Annotated[
    list[str] | None,
    typer.Option("--with", metavar="WHO", help="Only with this state (CHN, China, Chinese) or body. Repeat for several."),
]
Person = Annotated[
    list[str] | None, typer.Option("--person", metavar="NAME", help='Only with this person ("Wang Yi", Wang). Repeatable.')
]
Since = Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="Only on or after this day.")]
Until = Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Only on or before this day.")]
Issue = Annotated[str | None, typer.Option("--issue", metavar="ISSUE", help="Only about this issue.")]
Copies = Annotated[bool, typer.Option("--copies", help="What copies of a text tell again, too.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON: the fields of the record, and names.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV, with a header.")]
