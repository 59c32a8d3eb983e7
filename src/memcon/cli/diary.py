"""memcon diary: what is planned next, and what moved, was called off, awaits a report or lapsed."""

from datetime import datetime
from typing import Annotated, Literal

import typer

import memcon
from memcon.cli.lists import day_of, say, tell_strangers
from memcon.cli.options import Db, Issue, Person, With
from memcon.cli.output import put_object, put_text
from memcon.parties import party
from memcon.wording import words

PaperFormat = Literal["text", "markdown", "html", "json"]
Paper = Annotated[PaperFormat, typer.Option("--format", help="text, markdown, html (one file), json.")]


def diary(
    days: Annotated[int, typer.Option(min=1, max=3660, metavar="N", help="So many days ahead.")] = 14,
    day: Annotated[
        datetime | None,
        typer.Option(
            "--from", formats=["%Y-%m-%d"], help="As of this day, which is the first. [default: that of the last report]"
        ),
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option("--since", formats=["%Y-%m-%d"], help="Changes since this day. [default: N days before]"),
    ] = None,
    with_: With = None,
    person: Person = None,
    issue: Issue = None,
    every: Annotated[
        bool,
        typer.Option("--all", help="Those too that no list shows: what lacks a name or the other side, business at home."),
    ] = False,
    format: Paper = "text",
    db: Db = None,
) -> None:
    """What is planned next, by day; what moved, was called off, awaits a report or lapsed in silence; each with its sources."""
    from memcon.desk.diary_page import DiaryPage
    from memcon.desk.page import PAPERS

    with memcon.open_record(db) as record:
        say(record)
        tell_strangers(record, with_, person)
        found = record.diary(
            day_of(day), days=days, since=day_of(since), with_=with_ or (), person=person or (), issue=issue, every=every
        )
        actors = record.actors_by_id(found.actors)
        documents = record.documents_by_id(found.documents)
    about = (*(words.state_name(party(p)) for p in with_ or ()), *(person or ()), *([issue] if issue else ()))
    made = DiaryPage(found, actors, documents, ", ".join(about))
    if format == "json":
        put_object(made.as_object())
    else:
        put_text(PAPERS[format](made.page()))
