"""An engagement that gets another id is known by the first, in whatever way the record is joined."""

from pathlib import Path

import pytest

import memcon
from memcon.store import noting, reading
from memcon.store.store import Store

LATE = "WARSAW, May 4, 2019 — Zbigniew Rau will meet Annalena Baerbock in Warsaw on May 20, the ministry said."
EARLY = "WARSAW, May 2, 2019 — Zbigniew Rau will meet Annalena Baerbock in Warsaw on May 20."


def read(db: Path, name: str, text: str) -> str:
    """The id of the one engagement, once a report was read."""
    (db.parent / name).write_text(text, encoding="utf-8")
    memcon.read_reports(db.parent / name, db)
    with memcon.open_record(db) as record:
        (found,) = record.engagements()
    return found.id


def first_ids(db: Path) -> dict[str, str]:
    with Store(db, read_only=True) as store:
        return store.ask(noting.first_ids)


@pytest.mark.parametrize("anew", [False, True])
def test_the_first_id_is_kept_when_an_older_report_comes_later(tmp_path: Path, anew: bool) -> None:
    db = tmp_path / "record.db"
    first = read(db, "late.txt", LATE)
    assert not first_ids(db)
    if anew:
        with Store(db) as store, store.writing() as connection:
            reading.set_joined(connection, "0 by-other-rules")
    second = read(db, "early.txt", EARLY)
    assert second != first and first_ids(db) == {second: first}


def test_an_engagement_of_another_version_that_cannot_be_read_has_no_place(tmp_path: Path) -> None:
    from sqlalchemy import update

    from memcon.store import schema

    db = tmp_path / "record.db"
    read(db, "late.txt", LATE)
    with Store(db) as store, store.writing() as connection:
        connection.execute(update(schema.engagements).values(body=b'{"mentions": 3}'))
        assert list(noting.places(connection).values()) == [set()]


def test_which_ids_were_first_is_copied_with_the_record_and_is_no_change(tmp_path: Path) -> None:
    from memcon.store.transfer import copy

    db = tmp_path / "record.db"
    read(db, "late.txt", LATE)
    read(db, "early.txt", EARLY)
    with Store(db) as source, Store(tmp_path / "copy.db") as target:
        copy(source, target)
    assert first_ids(tmp_path / "copy.db") == first_ids(db) != {}
    with memcon.open_record(db) as record:
        assert "first id" not in {c.what for c in record.changes()}
