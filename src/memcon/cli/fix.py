"""memcon fix and undo: corrections by hand, each with its reason, and taking them back."""

from typing import Annotated

import typer
from rich.text import Text

import memcon
from memcon.cli.lists import show_table
from memcon.cli.options import AsCsv, AsJson, Db
from memcon.cli.output import note, put, table
from memcon.export import record_json
from memcon.export.record_json import Json
from memcon.wording import words

fix = typer.Typer(no_args_is_help=True, help="Correct the record by hand; corrections outlive re-reading.")

Reason = Annotated[str, typer.Option("--reason", help="Why; shown with the correction.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="Of the engagement, actor or family; or its start.")]


@fix.command()
def merge(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Engagements that are one, or persons who are one.")],
    reason: Reason,
    db: Db = None,
) -> None:
    """Several engagements, or several persons, are one."""
    _told(memcon.corrections(db).merge(ids, reason))


@fix.command()
def split(
    item: Id,
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="Documents that tell of something else.")],
    reason: Reason,
    db: Db = None,
) -> None:
    """What some documents tell is another engagement or person, or no copy of the rest."""
    _told(memcon.corrections(db).split(item, documents, reason))


@fix.command()
def reject(item: Id, reason: Reason, db: Db = None) -> None:
    """It is no engagement."""
    _told(memcon.corrections(db).reject(item, reason))


@fix.command("set")
def set_(
    item: Id,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="status, kind, date, place; of an actor: name, state.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="A status, kind, ISO date, place, name or state.")],
    reason: Reason,
    db: Db = None,
) -> None:
    """A field is this."""
    _told(memcon.corrections(db).correct(item, field, value, reason))


@fix.command("list")
def list_(as_json: AsJson = False, as_csv: AsCsv = False, db: Db = None) -> None:
    """The corrections that hold, numbered in order of time."""
    made = memcon.corrections(db).all()
    if as_json or as_csv:
        put(map(_object, made), as_json)
        return
    lines = table(("No", "no_wrap"), ("When", "no_wrap"), ("What", "left", 3), ("Reason", "left", 5), ("Items", "left", 2))
    for c in made:
        items = Text("\n".join(map(words.short, c.items)) or "nothing that the record has now", "dim")
        lines.add_row(str(c.number), c.at[:16].replace("T", " "), c.what, c.reason, items)
    show_table(lines, len(made), "correction")


def undo(
    number: Annotated[
        int | None, typer.Argument(metavar="[N]", help="As `memcon fix list` has it; the last by default.")
    ] = None,
    db: Db = None,
) -> None:
    """Take back a correction."""
    gone = memcon.corrections(db).undo(number)
    note(f"taken back: {gone.what} ({gone.reason})")


def _told(c: "memcon.Correction") -> None:
    items = ", ".join(map(words.short, c.items))
    note(
        f"correction {c.number}: {c.what}; now {items or 'no longer in the record'}. `memcon undo {c.number}` takes it back"
    )


def _object(c: "memcon.Correction") -> Json:
    return {
        "number": c.number,
        "at": c.at,
        "what": c.what,
        "reason": c.reason,
        "items": list(c.items),
        "decisions": [record_json.decision(d) for d in c.decisions],
    }
