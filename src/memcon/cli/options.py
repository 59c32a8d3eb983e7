"""The options that several commands share."""

from collections.abc import Collection
from datetime import datetime
from typing import Annotated

import typer

from memcon.model.errors import UnknownName

Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="FILE|URL",
        help="The database: a file, or postgresql://USER@HOST/NAME. [default: $MEMCON_DB, or record.db in your data folder]",
    ),
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


MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        metavar="P",
        min=0.0,
        max=1.0,
        show_default=False,
        help="Only what is at least so sure, from 0 to 1: an engagement by its status, a statement by its speaker.",
    ),
]


def _known_issue(wanted: str | None) -> str | None:
    from memcon.registers.issues import issues

    return one_of("issue", wanted, issues())


def _known_type(wanted: str | None) -> str | None:
    from memcon.registers.plover import types

    return one_of("PLOVER type", wanted.upper() if wanted else None, types())


def one_of(what: str, wanted: str | None, known: Collection[str]) -> str | None:
    """A name that no item can have is a slip, not a question with an empty answer."""
    if wanted is not None and wanted not in known:
        raise typer.BadParameter(f"there is no {what} {wanted!r}; there are {', '.join(sorted(known))}")
    return wanted


Issue = Annotated[
    str | None,
    typer.Option("--issue", metavar="ISSUE", callback=_known_issue, help="Only about this issue; a wrong one lists all."),
]
EventType = Annotated[
    str | None,
    typer.Option("--kind", metavar="TYPE", callback=_known_type, help="Only of this PLOVER type (CONSULT, COERCE ...)."),
]
Copies = Annotated[bool, typer.Option("--copies", help="What copies of a text tell again, too.")]
Published = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The day of publication of reports that do not say it themselves."),
]
Outlet = Annotated[str | None, typer.Option(help="Who published reports that do not say it themselves.")]
NoManifest = Annotated[bool, typer.Option("--no-manifest", help="Ignore the manifest.csv of a folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON: the fields of the record, and names.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV, with a header.")]


AS_HELP = (
    "Read every file so, whatever it seems to be: text, html, lines, json, csv, parquet, feed, mail, mailbox, warc. "
    "[default: each as what it is]"
)


def _known_reader(wanted: str | None) -> str | None:
    from memcon.read.readers import READERS

    return one_of("reader", wanted, READERS)


def _known_fields(said: list[str] | None) -> list[str] | None:
    from memcon.read.fields import mapped

    try:
        mapped(said or ())
    except UnknownName as slip:
        raise typer.BadParameter(str(slip)) from slip
    return said


Reader = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="READER",
        callback=_known_reader,
        help=AS_HELP,
    ),
]

Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="text=FIELD",
        callback=_known_fields,
        help="The JSON key or column that holds the text, title, published, outlet, url or id, where its name is not a usual one; "
        "meta.day is day within meta. Repeatable; of several for one, the first that a report has.",
    ),
]
