"""memcon annotate: one room's findings as JSON Lines, from files or standard input, with what cannot be read told apart."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import memcon
from memcon.export.findings_json import ROOMS
from memcon.model.record import Reject

REPORT = """Foreign Minister Zbigniew Rau of Poland met the German foreign minister, Annalena Baerbock, in Warsaw on Friday.

The two ministers talked for two hours about energy, Mr. Rau told reporters after the meeting. "We have agreed on the
next steps," Ms. Baerbock said. They will meet again in Berlin in May, the ministry said.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("given") / "report.txt"
    path.write_text(REPORT)
    return path


def found(report: Path, room: Any) -> list[Any]:
    return list(memcon.annotate_reports(report, room, published="2022-02-05"))


def run(*arguments: object, given: str | None = None) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "memcon", "annotate", *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("room", ROOMS)
def test_each_finding_stands_at_its_words_in_the_order_of_the_text(report: Path, room: Any) -> None:
    lines = found(report, room)
    assert lines
    for line in lines:
        assert line["document"] == str(report)
        assert REPORT[line["start"] : line["end"]] == line["text"]
    assert [line["start"] for line in lines] == sorted(line["start"] for line in lines)
    json.dumps(lines)


@pytest.mark.parametrize("room", ROOMS)
def test_all_evidence_inside_a_finding_cites_the_text(report: Path, room: Any) -> None:
    def cited(value: object) -> None:
        if isinstance(value, dict):
            if "quote" in value:
                assert REPORT[value["start"] : value["end"]] == value["quote"]
            for inner in value.values():
                cited(inner)
        elif isinstance(value, list):
            for inner in value:
                cited(inner)

    cited(found(report, room))


def test_statements_have_speaker_cue_and_rule(report: Path) -> None:
    first = found(report, "statements")[0]
    assert first["speaker"]["name"] == "Zbigniew Rau" and first["speaker"]["state"] == "POL"
    assert first["cue"]["quote"] == "Mr. Rau told"
    assert (first["kind"], first["polarity"]) == ("indirect", "asserts")
    assert first["why"]


def test_times_have_days_value_basis_and_rule(report: Path) -> None:
    friday, _, may = found(report, "times")
    assert (friday["text"], friday["earliest"], friday["latest"]) == ("Friday", "2022-02-04", "2022-02-04")
    assert friday["rule"] == "weekday" and "2022-02-05" in friday["basis"]
    assert may["value"] == "2022-05"


def test_places_actors_events_and_engagements_say_what_they_found(report: Path) -> None:
    assert [p["country"] for p in found(report, "places")] == ["POL", "DEU"]
    actors = {a["text"]: a["actor"] and a["actor"]["name"] for a in found(report, "actors")}
    assert actors["Rau"] == "Zbigniew Rau"
    (event,) = found(report, "events")
    assert (event["type"], [a["name"] for a in event["actors"]]) == ("CONSULT", ["Zbigniew Rau"])
    meetings = found(report, "engagements")
    assert meetings[0]["status"] == "held" and meetings[0]["place"]["name"] == "Warsaw"
    assert {p["actor"]["name"] for p in meetings[0]["participants"]} == {"Zbigniew Rau", "Annalena Baerbock"}
    assert all(m["why"] and m["sentence"]["quote"] for e in meetings for m in e["mentions"])


def test_somebody_who_stays_open_is_null_with_the_reason(report: Path) -> None:
    (both,) = [a for a in found(report, "actors") if a["text"] == "The two ministers"]
    assert both["actor"] is None and both["reason"]


def test_a_room_that_is_not_there_is_refused_at_once(report: Path) -> None:
    with pytest.raises(ValueError, match="there is no room 'people'; there are statements, times"):
        memcon.annotate_reports(report, "people")  # type: ignore[arg-type]


def test_lines_of_json_come_in_through_a_pipe_and_bad_ones_are_set_aside() -> None:
    good = [json.dumps({"id": f"r{n}", "text": REPORT, "published": "2022-02-05"}) for n in (1, 2)]
    ran = run("--times", given="\n".join([good[0], '{"id": "r3"}', "no json", good[1]]))
    assert ran.returncode == 3
    assert [json.loads(line)["document"] for line in ran.stdout.splitlines()] == ["r1"] * 3 + ["r2"] * 3
    first, second = ran.stderr.splitlines()
    assert first.startswith("set aside: stdin#2: no text in a JSON line")
    assert second.startswith("set aside: stdin#3: broken JSON line")


def test_a_text_comes_in_through_a_pipe_and_all_read_ends_with_0() -> None:
    ran = run("--places", "-", given=REPORT)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [json.loads(line)["name"] for line in ran.stdout.splitlines()] == ["Warsaw", "Berlin"]


@pytest.mark.parametrize(
    ("options", "words"),
    [((), "say what to look for: one of --statements, --times"), (("--times", "--places"), "not --times and --places")],
)
def test_exactly_one_room_is_asked_for(options: tuple[str, ...], words: str) -> None:
    ran = run(*options, given=REPORT)
    assert ran.returncode == 2 and words in " ".join(ran.stderr.split())


def test_rejects_stand_in_the_place_of_their_input(tmp_path: Path) -> None:
    for name, body in (("a.txt", REPORT), ("b.txt", ""), ("c.txt", REPORT)):
        (tmp_path / name).write_text(body)
    kinds = [isinstance(item, Reject) for item in memcon.annotate_reports(tmp_path, "places")]
    assert kinds == [False, False, True, False, False]


def test_beliefs_and_intentions_are_statements_only_where_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The envoy of Norway knew that the road was open. He said that it was long.\n")
    spoken = list(memcon.annotate_reports(path, "statements"))
    everything = list(memcon.annotate_reports(path, "statements", all_attributions=True))
    assert [line["text"] for line in spoken] == ["it was long"]
    assert [line["text"] for line in everything] == ["the road was open", "it was long"]
