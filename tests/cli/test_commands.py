"""The command line: data on stdout, the rest on stderr, exit codes that scripts can trust."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

import records
from memcon.cli.app import main
from memcon.flow.ledger import join_stamp
from memcon.model.dates import UNKNOWN_DATE, DateRange
from memcon.model.record import Actor, Engagement
from memcon.model.resolved import Place, PlaceBasis
from memcon.model.status import Status
from memcon.store.store import Store

REPORT = """Foreign Minister Zbigniew Rau of Poland met the German foreign minister, Annalena Baerbock, in Warsaw on Friday.

The two ministers talked for two hours about energy, Mr. Rau told reporters after the meeting. "We have agreed on the
next steps," Ms. Baerbock said. They will meet again in Berlin in May, the ministry said.
"""


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Memcon = Callable[..., Ran]


@pytest.fixture
def memcon(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Memcon:
    """Run a command in this process, on a database of its own."""
    monkeypatch.setenv("MEMCON_DB", str(tmp_path / "record.db"))

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["memcon", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        code = ended.value.code
        return Ran(code if isinstance(code, int) else 0, out.decode(), err.decode())

    return run


@pytest.fixture
def made(tmp_path: Path) -> records.Record:
    """The record made by hand, in the database of `memcon`."""
    d = records.document()
    whole = records.full_record(d)
    with Store(tmp_path / "record.db") as store:
        store.add(d, records.found_in(d), "key")
        store.set_aside(whole.rejects[0])
        store.put_record(whole, {}, join_stamp(store.generation()))
    return whole


def test_reading_ends_with_zero_and_says_what_it_read_on_stderr(memcon: Memcon, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT)
    ran = memcon("read", tmp_path / "report.txt")
    assert (ran.code, ran.out) == (0, "")
    assert "read           1" in ran.err and str(tmp_path / "record.db") in ran.err
    again = memcon("read", tmp_path / "report.txt")
    assert again.code == 0 and "already known  1" in again.err


def test_reading_ends_with_three_when_something_was_set_aside(memcon: Memcon, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT)
    (tmp_path / "empty.txt").write_text("")
    ran = memcon("read", tmp_path / "report.txt", tmp_path / "empty.txt")
    assert ran.code == 3
    assert "set aside      1" in ran.err and "empty.txt" in ran.err
    assert [r["source"] for r in json.loads(memcon("rejects", "--json").out)] == [str(tmp_path / "empty.txt")]


def test_a_path_that_is_not_there_is_set_aside_by_name(memcon: Memcon, tmp_path: Path) -> None:
    ran = memcon("read", tmp_path / "nothing.txt")
    assert ran.code == 3 and "nothing.txt" in ran.err


def test_quiet_is_quiet(memcon: Memcon, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT)
    ran = memcon("read", "-q", tmp_path / "report.txt")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_standard_input_is_read(tmp_path: Path) -> None:
    db = tmp_path / "stdin.db"
    command = [sys.executable, "-m", "memcon", "read", "-", "--db", str(db), "--published", "2021-12-11"]
    done = subprocess.run(command, input=REPORT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with Store(db) as store:
        assert [d.published.value for d in store.documents()] == ["2021-12-11"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("engagements", "--status", "maybe"),
        ("engagements", "--from", "yesterday"),
        ("read",),
        ("read", "x.txt", "--published", "11/03/2021"),
        ("nonsense",),
        ("export", "--format", "xml"),
    ],
)
def test_wrong_usage_ends_with_two(memcon: Memcon, arguments: tuple[str, ...]) -> None:
    ran = memcon(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err


@pytest.mark.parametrize(
    ("command", "known"),
    [(("engagements", "--issue", "nuclaer"), "nonproliferation"), (("events", "--kind", "CONSLUT"), "CONSULT")],
)
def test_a_name_that_nothing_can_have_is_wrong_usage_and_lists_those_there_are(
    memcon: Memcon, made: records.Record, command: tuple[str, ...], known: str
) -> None:
    ran = memcon(*command)
    assert ran.code == 2 and ran.out == "" and known in ran.err


def test_an_expected_error_is_one_line_without_a_traceback(memcon: Memcon, tmp_path: Path) -> None:
    for arguments in (("engagements",), ("show", "1234"), ("export",)):
        ran = memcon(*arguments, "--db", tmp_path / "none.db")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("memcon: ") and ran.err.count("\n") == 1 and "memcon read" in ran.err


def test_engagements_read_well_in_a_hundred_columns(memcon: Memcon, made: records.Record) -> None:
    ran = memcon("engagements")
    assert ran.code == 0 and ran.err == "2 engagements\n"
    assert all(len(line) <= 100 for line in ran.out.splitlines())
    for words in (
        "10 Dec 2021",
        "meeting",
        "Annalena Baerbock (German foreign",
        "Geneva",
        "held",
        "1 report",
        "planned",
    ):
        assert words in ran.out


def kept(folder: Path, *engagements: Engagement, actors: tuple[Actor, ...] = ()) -> None:
    """These engagements in the database of `memcon`, told by one report of 10 December 2021."""
    d = records.document()
    whole = records.full_record(d)
    known = {a.id: a for a in (*whole.actors, *actors)}
    record = replace(whole, engagements=engagements, actors=tuple(known[i] for i in sorted(known)))
    with Store(folder / "record.db") as store:
        store.add(d, records.found_in(d), "key")
        store.put_record(record, {}, join_stamp(store.generation()))


def test_engagements_that_hardly_say_who_and_when_are_counted_and_shown_when_asked_for(
    memcon: Memcon, tmp_path: Path
) -> None:
    kept(tmp_path, records.engagement(records.document(), "some day", date=UNKNOWN_DATE, status="planned"))
    ran = memcon("engagements")
    assert ran.out == "" and ran.err.startswith("0 engagements\n1 more lack a name, or day") and "--all" in ran.err
    assert "date unknown" in memcon("engagements", "--all").out
    assert len(json.loads(memcon("engagements", "--json").out)) == 1


POLE, GERMAN = records.actor("Zbigniew Rau", "POL"), records.actor("Annalena Baerbock", "DEU")


def met(name: str, **fields: object) -> Engagement:
    return records.engagement(records.document(), name, POLE, GERMAN, **fields)


def test_plans_without_a_day_stand_apart_from_what_has_one(memcon: Memcon, tmp_path: Path) -> None:
    kept(tmp_path, met("now"), met("later", status=Status.PLANNED, date=UNKNOWN_DATE, kind="call"), actors=(POLE, GERMAN))
    dated, _, open_ = memcon("engagements").out.partition("No day yet")
    assert "10 Dec 2021" in dated and "call" not in dated
    assert "call" in open_ and "date unknown" in open_


def test_what_was_held_some_time_or_other_is_not_in_the_list_of_a_week(memcon: Memcon, tmp_path: Path) -> None:
    kept(tmp_path, met("now"), met("before", date=DateRange(latest=date(2021, 12, 20)), kind="call"), actors=(POLE, GERMAN))
    assert "call" in memcon("engagements").out
    week = ("engagements", "--from", "2021-12-06", "--to", "2021-12-12")
    ran = memcon(*week)
    assert "meeting" in ran.out and "call" not in ran.out and "1 more can have been then" in ran.err
    assert "call" in memcon(*week, "--all").out


def test_talk_of_what_may_be_is_counted_and_listed_when_asked_for(memcon: Memcon, tmp_path: Path) -> None:
    fields: dict[str, object] = {"status": Status.CONSIDERED, "date": UNKNOWN_DATE, "place": None}
    wish = records.engagement(records.document(), "wish", POLE, **fields)
    kept(tmp_path, wish, actors=(POLE,))
    ran = memcon("engagements")
    assert ran.out == "" and "1 more are wishes" in ran.err and "--talk" in ran.err
    assert "considered" in memcon("engagements", "--talk").out


def test_the_list_can_be_asked_for_as_of_a_day(memcon: Memcon, tmp_path: Path) -> None:
    kept(tmp_path, met("soon", status=Status.PLANNED, date=records.day("2022-01-20")), actors=(POLE, GERMAN))
    assert "planned" in memcon("engagements", "--as-of", "2022-01-20").out
    assert "unconfirmed" in memcon("engagements", "--as-of", "2022-01-21").out
    assert memcon("engagements", "--as-of", "2021-12-09").out == ""
    assert memcon("engagements", "--as-of", "2022-01-21", "--status", "planned").out == ""


def test_an_open_plan_of_another_year_is_not_in_the_list_of_a_week(memcon: Memcon, tmp_path: Path) -> None:
    open_plan = met("some day", status=Status.PLANNED, date=DateRange(earliest=records.day("2021-12-10").earliest))
    kept(tmp_path, open_plan, actors=(POLE, GERMAN))
    asked = ("engagements", "--as-of", "2023-11-20", "--to", "2023-11-20", "--from")
    assert memcon(*asked, "2021-12-01").out
    assert memcon(*asked, "2023-11-10").out == ""


def test_a_place_that_no_words_tell_is_shown_as_such(memcon: Memcon, tmp_path: Path) -> None:
    hosted = met("received", place=Place("Poland", "POL", basis=PlaceBasis.HOST))
    kept(tmp_path, hosted, actors=(POLE, GERMAN))
    assert "Poland  (no words tell it" in memcon("show", hosted.id).out


def test_an_item_is_shown_with_the_status_that_the_list_gives_it(memcon: Memcon, tmp_path: Path) -> None:
    d = replace(records.document(), published=records.day("2023-11-20"))
    told = records.day("2021-12-10")
    old = met("some day", status=Status.PLANNED, date=DateRange(earliest=told.earliest))
    old = replace(old, history=(replace(old.history[0], said_on=told),))
    whole = records.full_record(d)
    actors = tuple(sorted({a.id: a for a in (*whole.actors, POLE, GERMAN)}.values(), key=lambda a: a.id))
    with Store(tmp_path / "record.db") as store:
        store.add(d, records.found_in(d), "key")
        store.put_record(replace(whole, engagements=(old,), actors=actors), {}, join_stamp(store.generation()))
    assert "unconfirmed" in memcon("engagements").out
    assert memcon("show", old.id).out.splitlines()[0].endswith("unconfirmed")
    assert "that no report confirms" in memcon("unconfirmed").err and memcon("unconfirmed").err.startswith("1 plan")


def test_a_part_of_an_engagement_stands_below_it_and_each_stands_once(memcon: Memcon, tmp_path: Path) -> None:
    visit = met("visit", kind="visit", date=records.day("2021-12-10"))
    talks = met("talks", kind="talks", part_of=visit.id, date=records.day("2021-12-09"))
    kept(tmp_path, talks, visit, actors=(POLE, GERMAN))
    lines = memcon("engagements").out
    assert lines.index("visit") < lines.index("└ talks") and lines.count("talks") == 1


def test_a_part_of_a_part_stands_deeper_than_it(memcon: Memcon, tmp_path: Path) -> None:
    tour = met("tour", kind="visit", date=records.day("2021-12-10"))
    visit = met("visit", kind="summit", part_of=tour.id, date=records.day("2021-12-09"))
    talks = met("talks", kind="talks", part_of=visit.id, date=records.day("2021-12-09"))
    kept(tmp_path, talks, visit, tour, actors=(POLE, GERMAN))
    lines = memcon("engagements").out
    assert lines.index("└ summit") < lines.index("  └ talks")


def test_what_was_put_off_is_listed_with_the_day_of_what_stands_in_for_it(memcon: Memcon, tmp_path: Path) -> None:
    made = met("made", kind="visit", date=records.day("2021-12-10"))
    put_off = met("off", kind="visit", status="postponed", rescheduled_as=made.id, date=records.day("2021-12-03"))
    kept(tmp_path, put_off, made, actors=(POLE, GERMAN))
    assert "now 10 Dec 2021" in memcon("engagements").out


def test_engagements_that_are_said_to_be_within_each_other_are_both_listed(memcon: Memcon, tmp_path: Path) -> None:
    visit, talks = met("visit", kind="visit"), met("talks", kind="talks")
    kept(tmp_path, replace(visit, part_of=talks.id), replace(talks, part_of=visit.id), actors=(POLE, GERMAN))
    assert memcon("engagements").err.startswith("2 engagements")
    assert all(kind in memcon("engagements").out for kind in ("visit", "talks"))


@pytest.mark.parametrize("name", ["Annalena Baerbock", "annalena baerbock", "Baerbock"])
def test_a_person_is_shown_by_name(memcon: Memcon, made: records.Record, name: str) -> None:
    assert memcon("show", name).out.startswith("Annalena Baerbock (German foreign minister)")


@pytest.mark.parametrize("name", ["POL", "Poland", "Polish"])
def test_a_state_is_shown_by_its_code_or_name(memcon: Memcon, made: records.Record, name: str) -> None:
    assert memcon("show", name).out.startswith("Poland\n")


def test_a_name_that_several_can_bear_is_answered_with_who_they_are(memcon: Memcon, tmp_path: Path) -> None:
    kept(tmp_path, met("now"), actors=(records.actor("Radek Rau", "CZE"), POLE, GERMAN))
    ran = memcon("show", "Rau")
    assert ran.code == 1 and "Radek Rau (CZE" in ran.err and "Zbigniew Rau (POL" in ran.err


def test_a_name_that_nobody_bears_is_answered_with_those_like_it(memcon: Memcon, made: records.Record) -> None:
    ran = memcon("show", "Annalena Bearbock")
    assert ran.code == 1 and "nothing in the record" in ran.err and "Annalena Baerbock" in ran.err


def test_accounts_on_which_all_agree_are_one_line(memcon: Memcon, made: records.Record) -> None:
    met = next(e for e in made.engagements if e.kind == "meeting")
    assert all(a.verdict == "agrees" for a in met.accounts) and "Accounts" not in memcon("show", met.id).out


def test_engagements_are_filtered(memcon: Memcon, made: records.Record) -> None:
    assert memcon("engagements", "--with", "German").err == "1 engagement\n"
    assert memcon("engagements", "--with", "Poland").err == "2 engagements\n"
    assert memcon("engagements", "--with", "POL", "--with", "DEU").err == "1 engagement\n"
    assert memcon("engagements", "--status", "planned").err == "1 engagement\n"
    assert memcon("engagements", "--status", "planned", "--status", "held").err == "2 engagements\n"
    assert memcon("engagements", "--from", "2022-01-01").err == "1 engagement\n"
    assert (
        memcon("engagements", "--to", "2022-01-01", "--kind", "meeting", "--issue", "bilateral-relations").err
        == "1 engagement\n"
    )
    unknown = memcon("engagements", "--person", "Nobody").err
    assert unknown == "no person 'Nobody' is known in this record\n0 engagements\n"


@pytest.mark.parametrize("command", ["engagements", "statements", "actors", "events", "rejects"])
def test_every_list_is_also_json_and_csv(memcon: Memcon, made: records.Record, command: str) -> None:
    items = json.loads(memcon(command, "--json").out)
    rows = list(csv.DictReader(io.StringIO(memcon(command, "--csv").out)))
    assert len(items) == len(rows) == len(getattr(made, command)) > 0
    assert memcon(command).out


def test_a_list_in_json_has_names_and_words_beside_the_ids(memcon: Memcon, made: records.Record) -> None:
    (said,) = json.loads(memcon("statements", "--json").out)
    assert said["speaker_name"] == "Annalena Baerbock"
    assert said["text"] == "Europe needs the Weimar Triangle,"
    assert said["source"] == "weimar.txt"


def test_an_empty_list_is_empty_json(memcon: Memcon, made: records.Record) -> None:
    assert json.loads(memcon("engagements", "--person", "Nobody", "--json").out) == []


def test_show_cites_words_places_and_rules(memcon: Memcon, made: records.Record) -> None:
    met = next(e for e in made.engagements if e.kind == "meeting")
    ran = memcon("show", met.id[:-4])
    assert ran.code == 0
    at = records.TEXT.index("met")
    for words in (met.id, "Annalena Baerbock", "“met”", f"weimar.txt:{at}-{at + 3}", "verb:meet", "its part", "different"):
        assert words in ran.out, words


def test_everything_that_has_an_id_can_be_shown(memcon: Memcon, made: records.Record) -> None:
    items = (*made.engagements, *made.actors, *made.statements, *made.events, *made.outlook, *made.documents)
    for item in items:
        assert item.id in memcon("show", item.id).out
        (shown,) = json.loads(memcon("show", item.id, "--json").out)
        assert shown["item"]["id"] == item.id
        for quote in shown["quotes"]:
            assert records.TEXT[quote["start"] : quote["end"]] == quote["quote"]


def test_search_shows_the_words_and_where_they_stand(memcon: Memcon, made: records.Record) -> None:
    ran = memcon("search", "weimar", "triangle")
    at = records.TEXT.index("Weimar")
    assert ran.code == 0 and f"weimar.txt:{at}-{at + 6}" in ran.out
    (hit,) = json.loads(memcon("search", "weimar", "--json").out)
    assert records.TEXT[hit["start"] : hit["end"]] == hit["quote"]
    assert memcon("search", "(", "NEAR").code == 0


def test_export_writes_the_record_to_stdout_or_a_file(memcon: Memcon, made: records.Record, tmp_path: Path) -> None:
    said = json.loads(memcon("export").out)
    assert said["memcon"] == "1" and len(said["engagements"]) == 2
    out = tmp_path / "record.json"
    assert memcon("export", "--format", "json", "--out", out).out == ""
    assert json.loads(out.read_text()) == said
    assert memcon("export", "--format", "csv", "--out", tmp_path / "record.zip").code == 0
    assert (tmp_path / "record.zip").read_bytes().startswith(b"PK")


def test_an_export_that_cannot_be_written_says_so_and_leaves_nothing(
    memcon: Memcon, made: records.Record, tmp_path: Path
) -> None:
    ran = memcon("export", "--out", tmp_path / "no" / "such" / "record.json")
    assert ran.code == 1 and "cannot be written" in ran.err and "--out" in ran.err


def test_doctor_finds_all_well_and_leaves_no_database_behind(memcon: Memcon, tmp_path: Path) -> None:
    ran = memcon("doctor")
    assert ran.code == 0, ran.out
    assert ran.out.count("ok ") == 5
    assert not (tmp_path / "record.db").exists()


def test_doctor_ends_with_one_where_the_database_is_none(memcon: Memcon, tmp_path: Path) -> None:
    (tmp_path / "record.db").write_text("no database, but a rather long text" * 100)
    ran = memcon("doctor")
    assert ran.code == 1 and "WRONG  database" in ran.out


def test_schema_prints_the_contract_and_the_tables(memcon: Memcon) -> None:
    assert "Engagement" in json.loads(memcon("schema").out)["$defs"]
    assert "CREATE TABLE engagements" in memcon("schema", "--of", "sql").out


def test_a_reader_that_has_enough_is_no_error(made: records.Record, tmp_path: Path) -> None:
    command = f"{sys.executable} -m memcon export --db {tmp_path / 'record.db'} | head -c 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout == "{" and done.stderr == ""


def test_a_reader_that_has_enough_of_a_table_is_no_error_either(made: records.Record, tmp_path: Path) -> None:
    command = f"{sys.executable} -m memcon statements --db {tmp_path / 'record.db'} 2>&1 | true"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no /dev/full here")
@pytest.mark.parametrize("command", ["export", "export --out /dev/full", "statements", "statements --csv", "actors --json"])
def test_an_output_that_is_full_is_one_line_and_a_failure(made: records.Record, tmp_path: Path, command: str) -> None:
    whole = f"{sys.executable} -m memcon {command} --db {tmp_path / 'record.db'} > /dev/full"
    done = subprocess.run(["bash", "-c", whole], capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "cannot be written" in done.stderr and "Traceback" not in done.stderr and "Exception ignored" not in done.stderr
    assert Path("/dev/full").is_char_device(), "an export does not put a file in the place of a device"


def test_a_closed_standard_input_is_set_aside(tmp_path: Path) -> None:
    command = f"{sys.executable} -m memcon read - --db {tmp_path / 'stdin.db'} <&-"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 3 and "stdin: empty file" in done.stderr


def test_help_and_version_do_not_load_the_parser_or_the_store() -> None:
    code = "import sys; sys.argv = ['memcon', '--help']\nfrom memcon.cli.app import main\ntry: main()\nexcept SystemExit: pass\n"
    code += "assert not {'spacy', 'sqlalchemy', 'trafilatura'} & set(sys.modules), sorted(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_the_version_is_printed(memcon: Memcon) -> None:
    assert memcon("--version").out.startswith("memcon 0.")


@pytest.mark.parametrize("command", ["engagements", "statements", "actors", "events", "pairs", "unconfirmed"])
def test_whom_nobody_knows_is_told_with_the_names_like_it(command: str, memcon: Memcon, made: records.Record) -> None:
    ran = memcon(command, "--with", "Atlantsi")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("no state, body or person 'Atlantsi' is known in this record\n")
    assert "near it: Poland" in memcon(command, "--with", "Polland").err


def test_a_state_that_the_record_does_not_have_is_no_slip(memcon: Memcon, made: records.Record) -> None:
    ran = memcon("engagements", "--with", "Fiji")
    assert ran.err == "0 engagements\n"


def test_a_person_who_is_not_there_is_told_likewise(memcon: Memcon, made: records.Record) -> None:
    name = next(a.name for a in made.actors if a.kind == "person")
    ran = memcon("statements", "--person", f"{name}x")
    assert f"no person '{name}x' is known in this record; near it: {name}" in ran.err
    assert "asked for with --with" in memcon("statements", "--person", "Poland").err
