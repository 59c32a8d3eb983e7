"""memcon annotate: what one room reads in reports, as JSON Lines, without a database."""

import sys
from typing import Annotated

import typer

from memcon.cli.options import Map, NoManifest, Outlet, Published, Reader
from memcon.cli.output import note
from memcon.export.findings_json import ROOMS, Room
from memcon.model.record import Reject


def annotate(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Files, folders, globs; - for standard input, which is the default."),
    ] = None,
    statements: Annotated[bool, typer.Option("--statements", help="Who said what.")] = False,
    times: Annotated[bool, typer.Option("--times", help="Time expressions and the days they stand for.")] = False,
    places: Annotated[bool, typer.Option("--places", help="Places with country and coordinates.")] = False,
    events: Annotated[bool, typer.Option("--events", help="PLOVER events.")] = False,
    actors: Annotated[bool, typer.Option("--actors", help="Names, offices and pronouns, and whom they mean.")] = False,
    engagements: Annotated[bool, typer.Option("--engagements", help="Meetings, visits and calls, with status.")] = False,
    all_attributions: Annotated[
        bool,
        typer.Option(
            "--all-attributions", help="With --statements: beliefs and intentions too, which the record leaves out."
        ),
    ] = False,
    published: Published = None,
    outlet: Outlet = None,
    no_manifest: NoManifest = False,
    reader: Reader = None,
    fields: Map = None,
) -> None:
    """Print what one room reads in reports: a JSON object a line for each finding. Needs no database.

    Give exactly one of the six rooms. What cannot be read is told on standard error, and the exit code is then 3.
    """
    import msgspec

    import memcon

    if not paths and sys.stdin is not None and sys.stdin.isatty():
        raise typer.BadParameter("give files, or pipe a text or JSON Lines in")
    asked = (statements, times, places, events, actors, engagements)
    room = _one([name for name, wanted in zip(ROOMS, asked, strict=True) if wanted])
    day = published.date().isoformat() if published else None
    encode = msgspec.json.Encoder().encode
    set_aside = 0
    reports = memcon.annotate_reports(
        paths or ["-"],
        room,
        published=day,
        outlet=outlet,
        manifest=not no_manifest,
        reader=reader,
        fields=fields or (),
        all_attributions=all_attributions,
    )
    for found in reports:
        if isinstance(found, Reject):
            set_aside += 1
            note(f"set aside: {found.source}: {found.reason}" + (f": {found.detail}" if found.detail else ""))
        else:
            sys.stdout.write(encode(found).decode() + "\n")
    sys.stdout.flush()
    raise typer.Exit(3 if set_aside else 0)


def _one(rooms: list[Room]) -> Room:
    options = ", ".join(f"--{room}" for room in ROOMS)
    if not rooms:
        raise typer.BadParameter(f"say what to look for: one of {options}")
    if len(rooms) > 1:
        raise typer.BadParameter(f"one at a time, not {' and '.join(f'--{room}' for room in rooms)}; run it once for each")
    return rooms[0]
