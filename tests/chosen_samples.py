"""Engagements chosen for a desk: of the record of reports, as of a day; or made by hand."""

from dataclasses import replace
from datetime import date

import records
from memcon.export.chosen import Chosen
from memcon.model.dates import DateRange
from memcon.model.life import as_of
from memcon.model.record import Engagement, HistoryStep, Record
from memcon.model.status import Status
from memcon.wording.listing import tells

PAPER = records.document()
RAU, BAERBOCK = records.actor("Zbigniew Rau", "POL"), records.actor("Annalena Baerbock", "DEU")


def of_record(record: Record, on: str, **fields: object) -> Chosen:
    """What is chosen of a record on a day: all that lists show."""
    actors = {a.id: a for a in record.actors}
    stood = [e for one in record.engagements if (e := as_of(one, date.fromisoformat(on)))]
    shown = tuple(sorted((e for e in stood if tells(e, actors)), key=lambda e: (str(e.date.earliest), e.id)))
    return replace(Chosen(shown, actors, {d.id: d for d in record.documents}), **fields)  # type: ignore[arg-type]


def of_hand(*engagements: Engagement) -> Chosen:
    return Chosen(engagements, {a.id: a for a in (RAU, BAERBOCK)}, {PAPER.id: PAPER})


def told(name: str, when: DateRange, status: str, **fields: object) -> Engagement:
    """A meeting of two ministers, of which one report told on 20 February 2022."""
    step = HistoryStep(Status(status), records.day("2022-02-20"), (PAPER.cite(records.span(PAPER.text, "met")),))
    made = records.engagement(PAPER, name, RAU, BAERBOCK, date=when, history=(step,), status=Status(status), accounts=())
    return replace(made, **fields)  # type: ignore[arg-type]
