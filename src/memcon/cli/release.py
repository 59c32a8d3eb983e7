"""memcon release: a folder to publish."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

import memcon
from memcon.cli.files import folder_into
from memcon.cli.options import Db
from memcon.cli.output import note


def release(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder, or that of an earlier release.")],
    title: Annotated[str | None, typer.Option("--title", help="What it is called.")] = None,
    creator: Annotated[list[str] | None, typer.Option("--creator", metavar="NAME", help="Who made it. Repeatable.")] = None,
    licence: Annotated[
        str | None,
        typer.Option(
            "--licence", metavar="LICENCE", help="An SPDX id (CC-BY-4.0) or an address. [default: none is stated]"
        ),
    ] = None,
    released: Annotated[
        datetime | None, typer.Option("--released", formats=["%Y-%m-%d"], help="Its day. [default: none is stated]")
    ] = None,
    edition: Annotated[str | None, typer.Option("--edition", help="Its number or name.")] = None,
    url: Annotated[str | None, typer.Option("--url", help="Where it will be found.")] = None,
    db: Db = None,
) -> None:
    """Write tables, codebook, metadata, citation and hashes into a folder to publish: docs/research.md."""
    from memcon.export.release.about import About

    told = About(
        title=title or About().title,
        creators=tuple(creator or ()),
        licence=licence,
        released=released.date().isoformat() if released else None,
        edition=edition,
        url=url,
        memcon=memcon.__version__,
    )
    with memcon.open_record(db) as record, folder_into(folder) as draft:
        record.release(draft, told)
    if not licence:
        note("no licence is stated: --licence CC-BY-4.0, say, tells others what they may do with it")
