"""Charts as Vega-Lite specs, one function each: the months of a relationship, who met most, where, what was read.

Comes in: months, links, spots, coverage. Goes out: a spec as plain JSON values, with its data inside, so that it can be opened, changed and
published anywhere. Needs the extra `charts` (altair). Two things on one axis are told apart by their place above and below a line, or by
words at the bars, and not by colours alone.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from memcon.analysis.coverage import Coverage
from memcon.analysis.network import Link
from memcon.analysis.series import Month
from memcon.analysis.spots import Spot
from memcon.model.extras import Extra
from memcon.wording.words import one_day, where

NEEDS = Extra("charts", "altair")
Spec = dict[str, Any]
Days = tuple[date | None, date | None]
MOST = 25  # bars
WIDTH, LANE = 720, 90
ABOVE, BELOW, READ = "#2f5f8a", "#b07a1e", "#8b867a"
FONT = "sans-serif"
KEPT = ("reports", "origins", "outlets")  # of what was read
FEW = 9  # months that are all named; of more, the years at their first months
YEARS = "slice(datum.value, 5) == '01' ? slice(datum.value, 0, 4) : ''"
UNSIGNED = "format(abs(datum.value), ',')"


def relation_chart(rows: Sequence[Month], left: str, right: str) -> Spec:
    """The relationship of two states by month, lane below lane. `left`, `right`: their names."""
    alt = _altair()
    values = [
        {
            "month": m.month, "held": m.held, "off": m.called_off, "by_left": m.said_by_left, "by_right": m.said_by_right,
            "cooperation": m.cooperation, "conflict": -m.conflict, "reports": m.reports,
        }
        for m in rows
    ]  # fmt: skip
    data, months = alt.Data(values=values), [m.month for m in rows]
    lanes = [
        _lane(data, months, "Engagements", ("held", "held"), ("off", "called off")),
        _lane(data, months, "Statements of the other", ("by_left", f"by {left}"), ("by_right", f"by {right}")),
        _lane(data, months, "What they did, by intensity", ("cooperation", "cooperation"), ("conflict", "conflict")),
        _lane(data, months, "Reports read, on whatever subject", ("reports", "")),
    ]
    return _whole(alt.vconcat(*lanes, spacing=14), f"{left} and {right}", _months_told(months))


def pairs_chart(links: Sequence[Link], names: Mapping[str, str], days: Days = (None, None)) -> Spec:
    """Who met most, with the highest level at which they did. `days`: the first and the last that were asked for."""
    shown = []
    for k in links[:MOST]:
        level = "no person named on one side" if k.level == "states" else k.level
        told = f"{k.times}, {level}{f', last {one_day(k.last)}' if k.last else ''}"
        shown.append((f"{names[k.left]} – {names[k.right]}", k.times, told))
    return _whole(_bars(shown, "times"), "Who met most", _of(days, len(shown), len(links), "pairs"))


def places_chart(spots: Sequence[Spot], days: Days = (None, None)) -> Spec:
    """The places with most engagements; of a country it is said that no town is told."""
    shown = []
    for s in spots[:MOST]:
        told = f"{s.engagements:,}{', no town told' if s.extent == 'country' else ''}"
        shown.append((where(s.place), s.engagements, told))
    return _whole(_bars(shown, "engagements"), "Where they met", _of(days, len(shown), len(spots), "places"))


def reports_chart(coverage: Mapping[str, Coverage]) -> Spec:
    """What was read, by month: reports, and of how many origins and outlets."""
    alt = _altair()
    months = sorted(coverage)
    data = alt.Data(values=[{"month": m, **{name: getattr(coverage[m], name) for name in KEPT}} for m in months])
    lanes = [_lane(data, months, name.capitalize(), (name, "")) for name in KEPT]
    return _whole(alt.vconcat(*lanes, spacing=14), "What was read", _months_told(months))


def _altair() -> Any:
    NEEDS.require("to make a chart")
    import altair

    return altair


def _lane(data: Any, months: Sequence[str], title: str, *sides: tuple[str, str]) -> Any:
    """Bars by month above a line and, of another value, below it. A side: its field, and the words for it."""
    alt = _altair()
    labels = "datum.value" if len(months) <= FEW else YEARS
    x = alt.X(
        "month:O",
        scale=alt.Scale(domain=list(months)),
        axis=alt.Axis(title=None, labelAngle=0, labelExpr=labels, labelOverlap=True, ticks=False),
    )
    y = alt.Y("value:Q", title=None, axis=alt.Axis(labelExpr=UNSIGNED, tickCount=3, tickMinStep=1, grid=True))
    layers = [
        alt.Chart(data)
        .transform_calculate(value=f"{sign} * datum.{field}")
        .transform_filter("datum.value != 0")
        .mark_bar(color=colour, fillOpacity=1.0 if sign > 0 else 0.35, stroke=colour, strokeWidth=0.6)
        .encode(x=x, y=y, tooltip=[alt.Tooltip("month:O"), alt.Tooltip("value:Q", title=words or field)])
        for (field, words), sign, colour in zip(sides, (1, -1), (ABOVE if len(sides) > 1 else READ, BELOW), strict=False)
    ]
    told = "   ".join(f"{arrow} {words}" for (_, words), arrow in zip(sides, "↑↓", strict=False) if words)
    heading = alt.TitleParams(
        title, subtitle=told, anchor="start", frame="group", fontSize=12, subtitleFontSize=11, offset=4
    )
    return alt.layer(*layers).properties(width=WIDTH, height=LANE, title=heading)


def _bars(shown: Sequence[tuple[str, int, str]], title: str) -> Any:
    """Bars across, the longest first, each with its number and more in words behind it."""
    alt = _altair()
    values = [{"name": name, "count": count, "words": told, "order": n} for n, (name, count, told) in enumerate(shown)]
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y(
            "name:N",
            sort=alt.EncodingSortField("order", order="ascending"),
            title=None,
            axis=alt.Axis(labelLimit=320, ticks=False),
        ),
        x=alt.X("count:Q", title=title, axis=alt.Axis(tickMinStep=1, grid=False)),
    )
    bars, words = base.mark_bar(color=ABOVE, height=12), base.mark_text(align="left", dx=5, fontSize=11)
    return alt.layer(bars, words.encode(text="words:N")).properties(width=WIDTH * 0.6, height=max(20 * len(values), 20))


def _whole(chart: Any, title: str, subtitle: str) -> Spec:
    """With its heading; nothing in it depends on the day or the machine on which it is made."""
    alt = _altair()
    heading = alt.TitleParams(title, subtitle=subtitle, anchor="start", fontSize=16, offset=12)
    made = chart.properties(title=heading).configure(font=FONT, background="#ffffff", padding=12)
    made = made.configure_view(stroke=None).configure_axis(gridColor="#e4e0d6", domainColor="#8b867a")
    spec: Spec = made.to_dict()
    return spec


def _months_told(months: Sequence[str]) -> str:
    return f"by month, {months[0]} to {months[-1]}" if months else "nothing that has a month"


def _of(days: Days, shown: int, every: int, what: str) -> str:
    """1 Jan 2024 to 31 Dec 2024; the first 25 of 103 pairs."""
    since, until = days
    told = " to ".join(one_day(day) for day in days if day)
    told = told if since and until else f"since {told}" if since else f"until {told}" if until else ""
    cut = f"the first {shown} of {every:,} {what}" if shown < every else f"{every} {what}"
    return f"{told}; {cut}" if told else cut
