"""memcon fix and undo: corrections and judgements by hand, each with its reason, and taking them back; how far judges agree."""

from typing import Annotated

import typer
from rich.text import Text

import memcon
from memcon.cli.lists import show_table
from memcon.cli.options import AsCsv, AsJson, Db
from memcon.cli.output import note, put, put_object, show, table
from memcon.correcting import as_json as corrected_json
from memcon.wording import judged, words

fix = typer.Typer(no_args_is_help=True, help="Correct the record by hand; corrections outlive re-reading.")

Reason = Annotated[str, typer.Option("--reason", help="Why; shown with the correction.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who judges; agreement is told of those with a name.")]
Judge = Annotated[str, typer.Option("--by", metavar="NAME", help="Who judges.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="Of the engagement, actor, statement or family; or its start.")]
Number = Annotated[int, typer.Argument(metavar="N", help="As `memcon fix list` has it.")]


@fix.command()
def merge(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Engagements that are one, or persons who are one.")],
    reason: Reason,
    by: By = None,
    db: Db = None,
) -> None:
    """Several engagements, or several persons, are one."""
    _told(memcon.corrections(db).merge(ids, reason, by))


@fix.command()
def split(
    item: Id,
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="Documents that tell of something else.")],
    reason: Reason,
    by: By = None,
    db: Db = None,
) -> None:
    """What some documents tell is another engagement or person, or no copy of the rest."""
    _told(memcon.corrections(db).split(item, documents, reason, by))


@fix.command()
def reject(item: Id, reason: Reason, by: By = None, db: Db = None) -> None:
    """It is no engagement, or no statement."""
    _told(memcon.corrections(db).reject(item, reason, by))


@fix.command("set")
def set_(
    item: Id,
    field: Annotated[
        str,
        typer.Argument(
            metavar="FIELD", help="status, kind, date, place; of an actor: name, state; of a statement: speaker."
        ),
    ],
    value: Annotated[
        str,
        typer.Argument(
            metavar="VALUE",
            help="A status, kind, ISO date, place, name or state; a speaker by name, id or where one is mentioned (document-3f@120).",
        ),
    ],
    reason: Reason,
    by: By = None,
    db: Db = None,
) -> None:
    """A field is this."""
    _told(memcon.corrections(db).correct(item, field, value, reason, by))


@fix.command()
def accept(
    item: Id,
    reason: Reason,
    fields: Annotated[list[str] | None, typer.Argument(metavar="[FIELD...]", help="All by default.")] = None,
    by: By = None,
    db: Db = None,
) -> None:
    """What the fields hold is right. It sets nothing; it is kept as a judgement."""
    _told(memcon.corrections(db).accept(item, reason, fields or (), by))


@fix.command()
def agree(number: Number, reason: Reason, by: Judge, db: Db = None) -> None:
    """Another person decides the same as a correction."""
    _told(memcon.corrections(db).agree(number, reason, by))


@fix.command()
def dispute(number: Number, reason: Reason, by: By = None, db: Db = None) -> None:
    """What a correction rejected is an engagement, or a statement, after all; it is in the record again."""
    _told(memcon.corrections(db).dispute(number, reason, by))


@fix.command("list")
def list_(as_json: AsJson = False, as_csv: AsCsv = False, db: Db = None) -> None:
    """The corrections that hold, numbered in order of time."""
    made = memcon.corrections(db).all()
    if as_json or as_csv:
        put(map(corrected_json.correction, made), as_json)
        return
    lines = table(
        ("No", "no_wrap"),
        ("When", "no_wrap"),
        ("Who", "left", 1),
        ("What", "left", 3),
        ("Reason", "left", 4),
        ("Items", "left", 2),
    )
    for c in made:
        items = Text("\n".join(map(words.short, c.items)) or "nothing that the record has now", "dim")
        lines.add_row(str(c.number), c.at[:16].replace("T", " "), c.judge or "", c.what, c.reason, items)
    show_table(lines, len(made), "correction")


@fix.command()
def agreement(
    others: Annotated[
        list[str] | None,
        typer.Option(
            "--and", metavar="FILE|URL", help="A database of the same reports in which somebody else judged. Repeatable."
        ),
    ] = None,
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """How far those who judged the same items agree: Krippendorff's alpha, by field, and where they differ."""
    found = memcon.corrections(db).agreement(*map(memcon.corrections, others or ()))
    if as_json:
        put_object(corrected_json.agreement(found))
        return
    lines = table(("Field", "left", 3), ("Items", "right"), ("Agreed", "right"), ("Alpha", "right"))
    for f in found.fields:
        lines.add_row(judged.field(f.about, f.field), str(f.items), str(f.agreed), judged.alpha(f.alpha))
    lines.add_row(
        "all but whether two are one", str(found.items), str(found.agreed), judged.alpha(found.alpha), style="bold"
    )
    show(lines)
    for d in found.differing:
        said = "; ".join(f"{judge}: {value or 'none'}" for judge, value in d.said)
        show(Text(f"{d.item}, {judged.field(d.about, d.field)}: {said}"))
    judges = ", ".join(f"{name} ({n})" for name, n in found.judges) or "nobody"
    note(f"judged by {judges}" + (f"; {found.unnamed} judgements by nobody by name are left out" if found.unnamed else ""))


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
    items = "" if c.rejects else ", ".join(map(words.short, c.items))
    note(
        f"correction {c.number}: {c.what}; now {items or 'no longer in the record'}. `memcon undo {c.number}` takes it back"
    )
