"""memcon export: the whole record for other programs; calendars, planning items and feeds for desks."""

from pathlib import Path
from typing import IO, Annotated

import typer

import memcon
from memcon.cli.files import bytes_into, folder_into
from memcon.cli.lists import day_of, tell_strangers
from memcon.cli.options import Db, Issue, MinConfidence, Person, Since, Until, With, one_of


def _known_format(wanted: str) -> str:
    from memcon.export.exporters import EXPORTERS

    return one_of("format", wanted, EXPORTERS) or wanted


def export(
    format: Annotated[
        str,
        typer.Option(
            metavar="FORMAT",
            callback=_known_format,
            help="json: one object; csv: a ZIP of tables; parquet: a folder of tables, by year; "
            "ics: a calendar; superdesk: a folder of event items; atom: a feed of changes; "
            "polecat: events in its columns; gdelt: the same; bibtex: documents as references; csl: the same; "
            "ftm: FollowTheMoney; geojson: places; jsonld: schema.org; gold: what people judged; "
            "bundle: a ZIP of evidence.",
        ),
    ] = "json",
    out: Annotated[
        Path | None, typer.Option(metavar="FILE|DIR", help="Where to write it. [default: standard output]")
    ] = None,
    with_: With = None,
    person: Person = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    keep_called_off: Annotated[
        bool,
        typer.Option(
            "--keep-called-off", help="ics: what was called off as confirmed, with a mark, for programs that hide it."
        ),
    ] = False,
    every: Annotated[bool, typer.Option("--all", help="ics, superdesk, atom: what no list shows, too.")] = False,
    min_confidence: MinConfidence = 0.0,
    db: Db = None,
) -> None:
    """Write the record: json and csv (docs/record.md) and parquet (docs/tables.md) whole; ics, superdesk and atom (docs/newsroom.md)
    as filters choose."""
    from memcon.export.exporters import exporter_named

    exporter = exporter_named(format)
    if exporter.makes_folder and out is None:
        raise typer.BadParameter(f"{format} is {exporter.what}: say where with --out DIR")
    if any((with_, person, issue, since, until, every)) and not exporter.takes_filters:
        raise typer.BadParameter(
            f"{format} is of the whole record: --with and the other filters are for ics, superdesk and atom"
        )
    if min_confidence and not exporter.sure:
        raise typer.BadParameter(
            f"{format} has neither engagements nor statements: --min-confidence would leave out nothing"
        )
    if keep_called_off and format != "ics":
        raise typer.BadParameter("--keep-called-off is for ics")
    with memcon.open_record(db) as record:
        tell_strangers(record, with_, person)

        def write(to: Path | IO[bytes]) -> None:
            record.export(
                to,
                format,
                with_=with_ or (),
                person=person or (),
                issue=issue,
                since=day_of(since),
                until=day_of(until),
                every=every,
                keep_called_off=keep_called_off,
                min_confidence=min_confidence,
            )

        if exporter.makes_folder and out is not None:
            with folder_into(out) as folder:
                write(folder)
            return
        with bytes_into(out) as file:
            write(file)
