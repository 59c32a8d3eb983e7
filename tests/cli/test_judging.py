"""`memcon fix`: who judges is named in every list, and two who judge apart are compared."""

import json
import shutil
from pathlib import Path

import pytest

from memcon.annotate.parser import Parser
from memcon.cli.app import app
from memcon.flow.run import read_into
from memcon.read.read import ReadOptions, read_paths
from memcon.store.store import Store

REPORT = "LIMA, March 5, 2019 — Foreign Minister Heiko Maas met Foreign Minister Jean-Yves Le Drian in Lima on Tuesday."


@pytest.fixture
def db(tmp_path: Path, parser: Parser) -> Path:
    (tmp_path / "report.txt").write_text(REPORT)
    with Store(tmp_path / "record.db") as store:
        read_into(store, read_paths([tmp_path / "report.txt"], ReadOptions()), parser)
    return tmp_path / "record.db"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str]:
    capsys.readouterr()
    app(list(arguments), standalone_mode=False)
    told = capsys.readouterr()
    return told.out, told.err


def item(db: Path, capsys: pytest.CaptureFixture[str]) -> str:
    return str(json.loads(run(capsys, "engagements", "--json", "--all", "--db", str(db))[0])[0]["id"])


def test_two_who_judged_apart_are_compared_field_by_field(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = db.with_name("other.db")
    shutil.copy(db, other)
    e = item(db, capsys)
    run(capsys, "fix", "accept", e, "status", "place", "--reason", "as told", "--by", "Ada", "--db", str(db))
    run(capsys, "fix", "set", e, "status", "cancelled", "--reason", "a hoax", "--by", "Bo", "--db", str(other))
    out, err = run(capsys, "fix", "agreement", "--db", str(db), "--and", str(other))
    assert f"{e}, engagement: status: Ada: held; Bo: cancelled" in out
    assert "judged by Ada (2), Bo (1)" in err
    out, _ = run(capsys, "fix", "agreement", "--json", "--db", str(db), "--and", str(other))
    found = json.loads(out)
    assert [(f["field"], f["items"], f["agreed"]) for f in found["fields"]] == [("exists", 1, 1), ("status", 1, 0)]
    assert found["differing"][0]["said"] == [{"judge": "Ada", "value": "held"}, {"judge": "Bo", "value": "cancelled"}]


def test_the_list_of_corrections_and_the_item_tell_who_judged(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    e = item(db, capsys)
    run(capsys, "fix", "set", e, "status", "cancelled", "--reason", "a hoax", "--by", "Bo", "--db", str(db))
    run(capsys, "fix", "agree", "1", "--reason", "I saw it", "--by", "Cy", "--db", str(db))
    out, _ = run(capsys, "fix", "list", "--json", "--db", str(db))
    assert [(c["judge"], c["reason"]) for c in json.loads(out)] == [
        ("Bo", "a hoax"),
        ("Cy", "I saw it"),
    ]
    out, _ = run(capsys, "show", e, "--db", str(db))
    assert "status is cancelled, not held, by Bo: a hoax" in out


def test_a_rejection_can_be_disputed(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    e = item(db, capsys)
    _, err = run(capsys, "fix", "reject", e, "--reason", "a novel", "--db", str(db))
    assert "no longer in the record" in err
    run(capsys, "fix", "dispute", "1", "--reason", "no novel", "--db", str(db))
    assert item(db, capsys) == e


def test_a_statement_is_given_to_another_speaker_and_taken_back(
    tmp_path: Path, parser: Parser, capsys: pytest.CaptureFixture[str]
) -> None:
    db = tmp_path / "record.db"
    (tmp_path / "talk.txt").write_text(f"{REPORT} “The border is open,” Maas said.")
    with Store(db) as store:
        read_into(store, read_paths([tmp_path / "talk.txt"], ReadOptions()), parser)

    def speakers() -> list[str]:
        return [s["speaker_name"] for s in json.loads(run(capsys, "statements", "--json", "--db", str(db))[0])]

    (s,) = json.loads(run(capsys, "statements", "--json", "--db", str(db))[0])
    before = speakers()
    _, err = run(capsys, "fix", "set", s["id"], "speaker", "Le Drian", "--reason", "the tape", "--db", str(db))
    assert "statement: speaker is Jean-Yves Le Drian, not Heiko Maas" in err
    assert speakers() == ["Jean-Yves Le Drian"] != before
    run(capsys, "undo", "--db", str(db))
    assert speakers() == before
    run(capsys, "fix", "reject", s["id"], "--reason", "a caption", "--db", str(db))
    assert speakers() == []
