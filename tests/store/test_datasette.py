"""A record in a file opens in datasette, as a guest: its tables can be listed and asked."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

import records
from memcon.store.store import Store

app = pytest.importorskip("datasette.app", reason="needs datasette")


def test_the_tables_of_a_record_are_listed_and_asked_in_datasette(tmp_path: Path) -> None:
    document = records.document()
    record = records.full_record(document)
    with Store(tmp_path / "record.db") as store:
        store.add(document, records.found_in(document), "key")
        store.put_record(record, {}, "stamp")

    async def asked(path: str) -> Any:
        guest = app.Datasette([str(tmp_path / "record.db")])
        answer = await guest.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    tables = {table["name"]: table["count"] for table in asyncio.run(asked("/record.json"))["tables"]}
    assert tables["engagements"] == len(record.engagements)
    assert tables["documents"] == 1
    rows = asyncio.run(asked("/record/engagements.json?_shape=array&_sort=id"))
    assert [(row["id"], row["status"]) for row in rows] == sorted((e.id, str(e.status)) for e in record.engagements)
    (found,) = asyncio.run(asked("/record.json?_shape=array&sql=select+count(*)+as+n+from+texts"))
    assert found == {"n": 1}
