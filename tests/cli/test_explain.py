"""memcon explain: what was read at some words, room by room."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import memcon
from memcon.cli.app import main
from memcon.model.errors import BadInput

REPORT = """Foreign Minister Zbigniew Rau of Poland met the German foreign minister, Annalena Baerbock, in Warsaw on Friday.

The two ministers talked for two hours about energy, Mr. Rau told reporters after the meeting. “We don’t rule out
a next meeting,” Ms. Baerbock said. They plan to meet again in Berlin in May, the ministry said.

Share this article
"""
Ran = tuple[int, str, str]
Explain = Callable[..., Ran]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT)
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Explain:
    def explained(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["memcon", "explain", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        told = capsys.readouterr()
        return (ended.value.code if isinstance(ended.value.code, int) else 0), told.out, told.err

    return explained


def test_every_room_is_told_with_the_rule_that_read_it(report: Path, run: Explain) -> None:
    code, out, err = run(report, "met the German", "--published", "2022-02-05")
    assert (code, err) == (0, "")
    told = " ".join(out.split())
    assert "zone body" in told and "paragraph 1, of 2 that are read" in told
    assert "“met”: happened; past, finite; who “Zbigniew Rau”; whom " in told
    assert "“Zbigniew Rau” (name): Zbigniew Rau, person of POL; Foreign Minister" in told
    assert "“Friday”: 4 Feb 2022; TIMEX3 2022-02-04; past ['Friday', past, from 2022-02-05 (option)]" in told
    assert "+10 for POL: of state" in told
    assert "“Warsaw”: Warsaw (Poland)" in told
    assert "“met”: meeting, held; with Zbigniew Rau, Annalena Baerbock; 4 Feb 2022; Warsaw (Poland)" in told
    assert "“met”: CONSULT" in told
    headings = ("Tokens", "Clauses", "Names", "Times", "Places", "Statements", "Engagements", "Events")
    assert [line for line in out.splitlines() if line in headings] == list(headings)
    assert [line.split()[1] for line in out.splitlines() if line.startswith("  *")] == ["met", "the", "German"]


def test_what_governs_a_clause_and_who_tells_it_are_named(report: Path, run: Explain) -> None:
    told = " ".join(run(report, "plan to meet again")[1].split())
    assert "“meet”: scheduled;" in told and "decided by “plan”" in told
    assert "as told by “ministry”" in told
    assert "whom memcon does not know asserts: “They plan to meet again in Berlin in May”" in told


def test_words_are_found_whatever_marks_and_line_breaks_they_have(report: Path) -> None:
    found = memcon.explain(report, "\"We don't rule out a next meeting")
    assert found.document.text[found.found.span.start :].startswith("“We don’t rule out\na next meeting")
    assert memcon.explain(report, "german FOREIGN minister").found.times == 1


def test_words_in_several_places_are_listed_to_choose_from(report: Path, run: Explain) -> None:
    code, out, err = run(report, "ministers")
    assert code == 0 and "paragraph" in out
    code, out, err = run(report, "minister")
    assert (code, out) == (2, "")
    assert "these words stand in 2 places; choose one with --nth:" in err
    assert "1 ... Foreign Minister" not in err and "the German foreign [minister] , Annalena" in " ".join(err.split())
    assert "paragraph    2" in run(report, "minister", "--nth", "2")[1]
    assert run(report, "minister", "--nth", "3")[0] == 2


def test_words_that_are_not_there_are_refused_with_the_nearest_passage(report: Path, run: Explain) -> None:
    code, out, err = run(report, "told repporters after")
    assert (code, out) == (1, "")
    assert err == "memcon: no such words: 'told repporters after' is not in it; the nearest is 'told reporters after'\n"
    assert "give words as they stand in the text" in run(report, "quantum chromodynamics")[2]


def test_a_part_of_the_page_that_is_not_read_is_told_as_such(report: Path, run: Explain) -> None:
    code, out, _ = run(report, "Share this article")
    assert code == 0
    assert "zone         boilerplate  [share" in out and "This part of the page is not read" in out
    assert "Tokens" not in out


def test_words_are_sought_in_every_line_of_json_lines(tmp_path: Path, run: Explain) -> None:
    path = tmp_path / "lines.jsonl"
    lines = [{"id": "a", "text": "Talks went on in Oslo on Monday, and nobody spoke."}, {"id": "b", "text": REPORT}]
    path.write_text("\n".join(map(json.dumps, lines)))
    assert run(path, "told reporters")[1].startswith("b:")


def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path, run: Explain) -> None:
    path = tmp_path / "empty.txt"
    path.write_text("")
    assert run(path, "words")[2] == f"memcon: {path}: empty file: it holds no text\n"
    assert run(tmp_path / "nowhere.txt", "words")[0] == 1


def test_an_explanation_has_the_types_of_the_rooms(report: Path) -> None:
    found = memcon.explain(report, "Ms. Baerbock said", published="2022-02-05")
    assert [s.kind for s in found.statements] == ["direct"]
    assert [actor.name for _, actor in found.names if actor and actor.named][-1] == "Annalena Baerbock"
    assert found.clauses and found.tokens
    with pytest.raises(BadInput, match="stands there once; there is no 2"):
        memcon.explain(report, "told reporters", nth=2)
