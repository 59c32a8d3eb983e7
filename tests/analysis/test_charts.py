"""Charts: specs with their data inside, the same each time, drawn without the network; two things on an axis are told by words."""

import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

import records
from memcon.analysis.coverage import Coverage
from memcon.analysis.network import Link
from memcon.analysis.series import Month
from memcon.analysis.spots import spot
from memcon.model.resolved import Place

pytest.importorskip("altair", reason="needs memcon[charts]")
pytest.importorskip("vl_convert", reason="needs memcon[charts]")

from memcon.analysis import charts, vega

MONTHS = [
    Month("2021-11", 1, 0, 2.0, 0.0, 9, 8, 3, 2, 0, 1, 0),
    Month("2021-12", 0, 0, 0.0, 0.0, 4, 4, 2),
    Month("2022-01", 2, 1, 0.0, -5.0, 7, 7, 2, 0, 3, 0, 1),
]
LINKS = [Link("CHN", "USA", 5, date(2022, 1, 2), "leaders"), Link("DEU", "POL", 1, None, "states")]
NAMES = {"CHN": "China", "USA": "United States", "DEU": "<b>Germany</b>", "POL": "Poland"}


def specs() -> list[charts.Spec]:
    return [
        charts.relation_chart(MONTHS, "Germany", "Poland"),
        charts.pairs_chart(LINKS, NAMES, (date(2021, 1, 1), date(2022, 12, 31))),
        charts.places_chart([spot(records.GENEVA, 3), spot(Place("Poland", "POL"), 1)]),
        charts.reports_chart({"2021-11": Coverage(9, 8, 3), "2022-01": Coverage(7, 7, 2)}),
    ]


def words_of(svg: bytes) -> str:
    return " ".join(text for e in ElementTree.fromstring(svg).iter() for text in [e.text or ""] if text.strip())


def test_a_spec_has_its_data_inside_and_loads_nothing() -> None:
    for spec in specs():
        told = json.dumps(spec)
        assert '"values"' in told or '"datasets"' in told
        assert '"url"' not in told and spec["$schema"].startswith("https://vega.github.io/schema/vega-lite/v6")


def test_a_drawing_is_the_same_each_time_and_has_no_script() -> None:
    for first, again in zip(specs(), specs(), strict=True):
        assert vega.as_json(first) == vega.as_json(again)
        drawn = vega.svg(first)
        assert drawn == vega.svg(again)
        root = ElementTree.fromstring(drawn)
        assert not [e for e in root.iter() if e.tag.rpartition("}")[2] in ("script", "image", "foreignObject", "b")]


def test_what_stands_above_and_below_a_line_is_told_in_words() -> None:
    told = words_of(vega.svg(specs()[0]))
    for words in ("Germany and Poland", "by month, 2021-11 to 2022-01", "held", "called off", "by Germany", "by Poland"):
        assert words in told, words


def test_bars_have_their_number_and_what_else_is_to_be_known() -> None:
    told = words_of(vega.svg(specs()[1]))
    assert "5, leaders, last 2 Jan 2022" in told and "1, no person named on one side" in told
    assert "1 Jan 2021 to 31 Dec 2022; 2 pairs" in told
    told = words_of(vega.svg(specs()[2]))
    assert "Geneva (Switzerland)" in told and "1, no town told" in told


def test_a_png_is_drawn_of_the_same_spec() -> None:
    assert vega.png(specs()[1]).startswith(b"\x89PNG")


def test_nothing_is_a_chart_too() -> None:
    for spec in (charts.relation_chart([], "A", "B"), charts.pairs_chart([], {}), charts.reports_chart({})):
        assert vega.svg(spec).startswith(b"<svg")


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from memcon.model import extras
    from memcon.model.errors import MissingAsset

    monkeypatch.setattr(extras, "find_spec", lambda name: None)
    with pytest.raises(MissingAsset, match=r"memcon\[charts\]"):
        charts.reports_chart({})
    assert not vega.installed()


def test_the_command_line_draws_by_the_ending_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from typer.testing import CliRunner

    from memcon.cli.app import app
    from memcon.flow.ledger import join_stamp
    from memcon.store.store import Store

    document = records.document(records.TEXT)
    db = tmp_path / "record.db"
    with Store(db) as store:
        store.add(document, records.found_in(document), "key")
        store.put_record(records.full_record(document), {}, join_stamp(store.generation()))
    run = CliRunner().invoke
    for what in (["relation", "DEU", "Poland"], ["pairs"], ["places"], ["reports"]):
        for ending, start in ((".svg", b"<svg"), (".png", b"\x89PNG"), (".vl.json", b"{")):
            out = tmp_path / f"{what[0]}{ending}"
            done = run(app, ["chart", *what, "--out", str(out), "--db", str(db)])
            assert done.exit_code == 0, (what, done.output, done.exception)
            assert out.read_bytes().startswith(start)
    assert "Geneva" in (tmp_path / "places.vl.json").read_text(encoding="utf-8")
    for wrong in (
        ["pairs", "--out", "x.gif"],
        ["relation", "DEU", "--out", "x.svg"],
        ["pairs", "DEU", "POL", "--out", "x.svg"],
    ):
        done = run(app, ["chart", *wrong, "--db", str(db)])
        assert done.exit_code != 0, wrong
