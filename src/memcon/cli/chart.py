"""memcon chart: a relationship by month, who met most, where, what was read: as SVG, PNG or a Vega-Lite spec."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

import memcon
from memcon.analysis import charts
from memcon.analysis.network import contacts_within, network
from memcon.analysis.series import since_read
from memcon.analysis.spots import where
from memcon.cli.lists import day_of, say, tell_strangers
from memcon.cli.options import Db, Since, Until, With
from memcon.cli.output import note
from memcon.model.errors import StoreError
from memcon.model.status import DONE
from memcon.parties import party
from memcon.registers.states import states
from memcon.wording import listing, words

if TYPE_CHECKING:
    from memcon import OpenRecord

What = Literal["relation", "pairs", "places", "reports"]


def chart(
    what: Annotated[What, typer.Argument(metavar="WHAT", help="relation (of two states), pairs, places, reports.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Ends in .svg, .png or .vl.json (Vega-Lite).")],
    sides: Annotated[list[str] | None, typer.Argument(metavar="STATE STATE", help="Of a relation.")] = None,
    with_: With = None,
    since: Since = None,
    until: Until = None,
    persons: Annotated[bool, typer.Option("--persons", help="Of pairs: persons, not states.")] = False,
    db: Db = None,
) -> None:
    """Draw a chart: the months of a relationship, who met most, where, what was read."""
    from memcon.analysis import vega

    form = next((form for form in vega.FORMS if out.name.endswith(f".{form}")), None)
    if form is None:
        raise StoreError(f"{out}: a chart is written to a file that ends in {', '.join(f'.{f}' for f in vega.FORMS)}")
    if (what == "relation") != (len(sides or ()) == 2):
        raise typer.BadParameter("a relation is of two states: memcon chart relation CHN USA --out FILE; others name none")
    with memcon.open_record(db) as record:
        say(record)
        tell_strangers(record, with_, None)
        if what == "relation":
            spec = _relation(record, sides or [], since, until)
        elif what == "reports":
            spec = charts.reports_chart(record.coverage())
        else:
            spec = _counted(record, what, with_ or [], since, until, persons)
    body = vega.FORMS[form][0](spec)
    try:
        out.write_bytes(body)
    except OSError as problem:
        raise StoreError(f"{out}: cannot be written ({problem.strerror}); give another place with --out") from problem
    note(f"drawn: {out}")


def _relation(record: "OpenRecord", sides: list[str], since: datetime | None, until: datetime | None) -> charts.Spec:
    found = record.dyad(*sides)
    first, last = (f"{when:%Y-%m}" if when else None for when in (since, until))
    months = since_read(record.series(found)) if first is None else record.series(found)
    shown = [m for m in months if (first is None or m.month >= first) and (last is None or m.month <= last)]
    return charts.relation_chart(shown, words.state_name(found.left), words.state_name(found.right))


def _counted(
    record: "OpenRecord",
    what: What,
    with_: list[str],
    since: datetime | None,
    until: datetime | None,
    persons: bool,
) -> charts.Spec:
    """Pairs or places, counted as the pages count them."""
    found = record.engagements(with_=with_, since=day_of(since), until=day_of(until), as_of=record.last_published())
    actors = record.actors_by_id(p.actor for e in found for p in e.participants)
    days: tuple[date | None, date | None] = (since.date() if since else None, until.date() if until else None)
    if what == "places":
        held = [e for e in found if e.status in DONE and listing.tells(e, actors)]
        return charts.places_chart(where(held).spots, days)
    among = frozenset(code for name in with_ if (code := party(name)) in states())
    some, vague = contacts_within(found, any(days))
    if vague:
        note(f"{vague:,} more can have been then, and have no day to within some weeks: not counted")
    made = network(some, actors, persons, among=among)
    names = {n: actors[n].name if n in actors else words.state_name(n) for n in made.occasions}
    return charts.pairs_chart(made.links, names, days)
