from datetime import date

from sqlalchemy import Connection

from memcon.store import kept_tables, schema
from memcon.store.beside import Beside, with_actors
from memcon.store.bulk import put_rows
from memcon.store.database import empty_database

MAY, JUNE, JULY = date(2021, 5, 10), date(2021, 6, 10), date(2021, 7, 10)


def _put(db: Connection, i: str, kind: str, status: str, first: date | None, last: date | None, actor: str) -> None:
    days = {"date_earliest": first, "date_latest": last}
    row = {"id": i, "kind": kind, "status": status, **days, "reports": 1, "origins": 1, "generic": False, "body": b""}
    put_rows(db, schema.engagements, [row])
    put_rows(db, schema.engagement_participants, [{"engagement": i, "actor": actor, "part": "principal"}])


def test_engagements_are_found_by_people_days_kinds_and_statuses() -> None:
    with empty_database() as db:
        _put(db, "june", "meeting", "held", JUNE, JUNE, "ann")
        _put(db, "open", "meeting", "planned", MAY, None, "ann")
        _put(db, "undated", "meeting", "held", None, None, "ann")
        _put(db, "hers", "visit", "held", JUNE, JUNE, "bea")
        assert with_actors(db, [Beside(["ann"], JUNE, JULY, ["meeting"])]) == {"june", "open"}
        assert with_actors(db, [Beside(["ann"], JUNE, JULY, ["meeting"], ["planned"])]) == {"open"}
        assert with_actors(db, [Beside(["ann", "bea"], MAY, MAY, ["visit"])]) == set()
        assert with_actors(db, [Beside([], MAY, JULY, ["visit"])]) == set()


def test_many_questions_have_the_answers_of_each() -> None:
    with empty_database() as db:
        _put(db, "june", "meeting", "held", JUNE, JUNE, "ann")
        _put(db, "hers", "visit", "held", JULY, JULY, "bea")
        asked = [Beside(["ann"], MAY, JUNE, ["meeting"]), Beside(["bea"], JULY, JULY, ["visit"])]
        assert with_actors(db, asked) == {i for one in asked for i in with_actors(db, [one])} == {"june", "hers"}


def test_the_days_that_an_engagement_has_by_itself_count_too() -> None:
    with empty_database() as db:
        _put(db, "e", "meeting", "held", JULY, JULY, "ann")
        plain = {"engagement": "e", "kind": "meeting", "status": "planned", "date_earliest": MAY, "date_latest": MAY}
        put_rows(db, kept_tables.kept_plain, [{**plain, "body": b""}])
        assert with_actors(db, [Beside(["ann"], MAY, MAY, ["meeting"])]) == {"e"}
