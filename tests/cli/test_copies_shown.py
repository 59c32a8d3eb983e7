"""Copies as users see them: folded in lists, laid open in families, their changed quotations side by side."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from memcon.annotate.parser import Parser
from memcon.cli.app import app
from memcon.flow.run import read_into
from memcon.read.read import ReadOptions, read_paths
from memcon.store.store import Store

ORIGINAL = """Baker and Shevardnadze find common ground in Wyoming

JACKSON HOLE, Wyoming, Sept. 24, 1989 — Secretary of State James A. Baker and Foreign Minister Eduard Shevardnadze ended two days
of talks in the Grand Tetons on Saturday with agreement on a summit meeting between President George Bush and President Mikhail
Gorbachev next year.

"We have made an important step toward a treaty on strategic arms," Mr. Shevardnadze said at a news conference beside the
Snake River. "The road ahead is long, and we shall walk it together."

Mr. Baker said the Soviet Union had dropped its demand that limits on space weapons be settled first. The two ministers also
signed agreements on the notification of exercises and on visits across the Bering Strait.

Officials of the State Department said that Mr. Baker would visit Moscow early in 1990 to prepare the meeting of the presidents.
"""
SPUN = """Baker and Shevardnadze discover frequent floor in Wyoming

JACKSON HOLE, Wyoming, Sept. 24, 1989 — Secretary of State James A. Baker and Overseas Minister Eduard Shevardnadze ended two days
of talks within the Grand Tetons on Saturday with settlement on a summit assembly between President George Bush and President Mikhail
Gorbachev subsequent yr.

"We've got made an essential step towards a treaty on strategic arms," Mr. Shevardnadze mentioned at a information convention beside the
Snake River. "The highway forward is lengthy, and we will stroll it collectively."

Mr. Baker mentioned the Soviet Union had dropped its demand that limits on area weapons be settled first. The 2 ministers additionally
signed agreements on the notification of workout routines and on visits throughout the Bering Strait.

Officers of the State Division mentioned that Mr. Baker would go to Moscow early in 1990 to organize the assembly of the presidents.
"""


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory, parser: Parser) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("copies")
    (folder / "original.txt").write_text(ORIGINAL)
    (folder / "spun.txt").write_text(SPUN)
    path = folder / "db" / "record.db"
    path.parent.mkdir()
    with Store(path) as store:
        read_into(store, read_paths([folder / "original.txt", folder / "spun.txt"], ReadOptions()), parser)
    yield path


def run(db: Path, *args: str) -> str:
    done = CliRunner().invoke(app, [*args, "--db", str(db)])
    assert done.exit_code == 0, done.output
    return " ".join(done.stdout.split())


def test_a_spun_copy_is_listed_with_the_text_that_it_copies(db: Path) -> None:
    listed = run(db, "families")
    assert "1 spun" in listed
    assert "Baker and Shevardnadze find" in listed


def test_the_page_of_a_family_shows_what_the_spinner_changed(db: Path) -> None:
    (family,) = [word for word in run(db, "families", "--csv").replace(",", " ").split() if word.startswith("family-")]
    page = run(db, "show", family)
    assert "Spun:" in page
    assert "[-Foreign-] {+Overseas+}" in page


def test_what_a_copy_tells_again_is_listed_only_when_asked_for(db: Path) -> None:
    folded, whole = run(db, "statements"), run(db, "statements", "--copies")
    assert "an important step toward" in folded
    assert "an essential step towards" not in folded
    assert "an essential step towards" in whole


def test_a_quotation_changed_in_copying_stands_beside_the_likely_verbatim_one(db: Path) -> None:
    altered = run(db, "statements", "--altered")
    assert "likely verbatim: Baker and Shevardnadze find common ground" in altered
    assert "[-toward-] {+towards+}" in altered


@pytest.mark.xfail(strict=True, reason="the meeting of the spun copy is not joined with that of the text it copies")
def test_a_meeting_told_by_a_text_and_its_copy_has_two_reports_and_one_origin(db: Path) -> None:
    assert "2 reports, 1 origin" in run(db, "engagements").replace("reports 1", "reports, 1")
