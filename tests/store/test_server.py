"""A database on a PostgreSQL server is the same as one in a file: the same export, the same answers, the same corrections."""

import re
import threading
import time
from collections.abc import Iterator
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest

import memcon
import records
from memcon.annotate.parser import Parser
from memcon.flow.run import read_into
from memcon.model.document import Given, RawItem
from memcon.model.errors import StoreError
from memcon.model.findings import Findings
from memcon.model.ids import sha256_of
from memcon.model.record import Reject
from memcon.store.address import Server, address
from memcon.store.search import search
from memcon.store.store import Store
from memcon.store.transfer import copy
from servers import PostgresServer

NUMBERS = count()
TEXTS = (
    ("2031-03-03", "Foreign Minister Karen Holm of Denmark will meet Ana Reyes, Chile's foreign minister, in Lima on 12 March."),
    ("2031-03-13", "Karen Holm, the Danish foreign minister, met Foreign Minister Ana Reyes of Chile in Lima on Wednesday. “We agreed on "
     "fish,” Ms. Holm said. Peru's president, Inés Ñahui, was not there."),
    ("2031-03-14", "Zoë Åkesson, a Swedish envoy, and an Ängelholm trader, Élodie Zimmer, spoke of the state-run port. Cote d'Azur, Côte."),
)  # fmt: skip


@pytest.fixture
def url(postgres: PostgresServer) -> Iterator[str]:
    yield postgres.database(f"record_{next(NUMBERS)}")


def items(texts: tuple[tuple[str, str], ...] = TEXTS) -> list[RawItem | Reject]:
    return [
        RawItem(f"{n}.txt", text.encode(), "text/plain", sha256_of(text.encode()), Given(day, "given", "Post"))
        for n, (day, text) in enumerate(texts)
    ]


def exported(place: str | Path) -> bytes:
    out = BytesIO()
    with memcon.open_record(place) as record:
        record.export(out)
    return out.getvalue()


@pytest.mark.postgres
def test_the_same_reports_give_the_same_bytes_in_a_file_and_on_a_server(url: str, parser: Parser, tmp_path: Path) -> None:
    places = (url, tmp_path / "record.db")
    for place in places:
        with Store(place) as store:
            read_into(store, [*items(), Reject("bad\0name.bin", "unsupported: an archive", "")], parser)
    on_server, in_file = map(exported, places)
    assert b"Reyes" in in_file
    assert on_server.replace("\ufffd".encode(), b"\\u0000") == in_file


@pytest.mark.postgres
@pytest.mark.parametrize(
    "words",
    [
        "fish",
        '"foreign minister"',
        "nahui",
        "Ñahui",
        "agree",
        "swed*",
        "fish OR envoy",
        "state-run",
        "cote d'azur",
        "no 'such\\ &|!",
    ],
)
def test_the_same_words_are_found_in_a_file_and_on_a_server(words: str, url: str, tmp_path: Path) -> None:
    found = []
    for place in (url, tmp_path / "record.db"):
        with Store(place) as store:
            for day, text in TEXTS:
                d = records.document(text, f"{day}.txt", day)
                store.add(d, Findings(d.id), "key")
            found.append(sorted(store.ask(search, words, 9), key=lambda hit: hit.document))
    assert found[0] == found[1]


@pytest.mark.postgres
def test_a_record_is_copied_between_a_file_and_a_server_and_read_on(url: str, parser: Parser, tmp_path: Path) -> None:
    first, back = tmp_path / "first.db", tmp_path / "back.db"
    with Store(first) as store:
        read_into(store, items(TEXTS[:2]), parser)
    with memcon.open_record(first) as record:
        (holm,) = record.actors(person="Holm")
    memcon.corrections(first).correct(holm.id, "state", "NOR", "a test")
    with Store(first) as old, Store(url) as new:
        copy(old, new)
    assert exported(url) == exported(first)
    with Store(url, read_only=True) as old, Store(back) as new:
        copy(old, new)
    for place in (first, url, back):
        with Store(place) as store:
            read_into(store, items(), parser)
            assert len(store.ask(search, "envoy", 9)) == 1
    assert exported(url) == exported(first) == exported(back)
    with Store(url, read_only=True) as old, Store(back) as new, pytest.raises(StoreError, match="holds documents already"):
        copy(old, new)


@pytest.mark.postgres
def test_a_server_that_is_killed_between_two_reports_loses_none_of_them(
    url: str, postgres: PostgresServer, parser: Parser
) -> None:
    with Store(url) as store:
        d, e = records.document(), records.document("Another text of some words.", "b.txt")
        store.add(d, Findings(d.id), "key")
        postgres.kill()
        again = threading.Timer(1.0, postgres.start)
        again.start()
        store.add(e, Findings(e.id), "key")
        again.join()
        assert store.count()[0] == 2


@pytest.mark.postgres
def test_what_a_server_refuses_is_told_with_the_remedy(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = re.sub(r":\d+/", ":1/", url)
    monkeypatch.setattr("memcon.store.store.PAUSES", ())
    with pytest.raises(StoreError, match="cannot be reached"):
        Store(gone.replace("memcon@", "memcon:secret@"))
    with pytest.raises(StoreError) as told:
        Store(gone.replace("memcon@", "memcon:secret@"))
    assert "secret" not in str(told.value)
    with pytest.raises(StoreError, match="there is no record yet"):
        Store(url, read_only=True)


@pytest.mark.postgres
def test_a_database_with_other_tables_is_left_alone(url: str) -> None:
    import psycopg

    with psycopg.connect(url) as other:
        other.execute("CREATE TABLE accounts (id int)")
    with pytest.raises(StoreError, match="not one of memcon's"):
        Store(url)


@pytest.mark.postgres
def test_several_writers_wait_for_their_turns_on_a_server(url: str) -> None:
    said: list[str] = []
    with Store(url, waiting=said.append) as one, Store(url, waiting=said.append) as other:
        d = records.document()
        late = threading.Thread(target=lambda: other.add(d, Findings(d.id), "key"))
        with one.writing() as db:
            late.start()
            time.sleep(1.5)
            assert len(said) == 1 and "another memcon is writing" in said[0]
            db.exec_driver_sql("SELECT 1")
        late.join()
        assert one.count()[0] == 1


def test_an_address_shows_no_password_and_a_path_stays_a_path() -> None:
    assert (
        str(address("postgresql://ann:s3cret@db.example.org:5433/memcon"))
        == "postgresql://ann:***@db.example.org:5433/memcon"
    )
    assert (
        address("postgres://db/memcon")
        == address(Path("postgresql://db/memcon"))
        == Server("postgresql+psycopg://db/memcon")
    )
    assert address("postgresql.db") == Path("postgresql.db")
