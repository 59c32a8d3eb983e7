"""What is around an actor, as JSON, comes a page at a time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.annotate.parser import Parser
from memcon.flow.run import read_into
from memcon.read.read import ReadOptions, read_paths
from memcon.store.store import Store

testclient = pytest.importorskip("fastapi.testclient", reason="needs the pages' libraries: memcon[web]")

REPORTS = (
    "OSLO, May 14, 2019 — Foreign Minister Heiko Maas met Foreign Minister Ana Soto in Oslo on Tuesday. “We agree,” Maas said.",
    "PARIS, May 16, 2019 — Foreign Minister Heiko Maas met Foreign Minister Ana Soto in Paris on Thursday. Maas said that he was glad.",
    "LIMA, June 3, 2019 — Foreign Minister Heiko Maas will visit Lima on June 5. Maas said that he would speak of trade.",
)


@pytest.fixture
def client(tmp_path: Path, parser: Parser) -> Iterator[testclient.TestClient]:
    from memcon.web.app import create_app

    for n, text in enumerate(REPORTS):
        (tmp_path / f"{n}.txt").write_text(text)
    with Store(tmp_path / "record.db") as store:
        read_into(store, read_paths([tmp_path / f"{n}.txt" for n in range(len(REPORTS))], ReadOptions()), parser)
    yield testclient.TestClient(create_app(tmp_path / "record.db"), base_url="http://127.0.0.1:8765")


def test_what_is_around_an_actor_comes_a_page_at_a_time_and_nothing_twice(client: testclient.TestClient) -> None:
    most = client.get("/actors.json?person=Maas").json()["actors"][0]["id"]
    whole = client.get(f"/actors/{most}.json?limit=1000").json()
    assert whole["next"] is None and len(whole["mentions"]) > 2
    lists = ("engagements", "statements", "mentions", "quotes", "decisions")
    seen: dict[str, list[object]] = {name: [] for name in lists}
    words = [0] * len(whole["item"]["roles"])
    cursor: str | None = ""
    while cursor is not None:
        page = client.get(f"/actors/{most}.json", params={"limit": 2} | ({"cursor": cursor} if cursor else {})).json()
        assert page.keys() == whole.keys()
        for name in lists:
            assert len(page[name]) <= 2
            seen[name] += page[name]
        words = [n + len(role["evidence"]) for n, role in zip(words, page["item"]["roles"], strict=True)]
        cursor = page["next"]
    assert seen == {name: whole[name] for name in lists}
    assert words == [len(role["evidence"]) for role in whole["item"]["roles"]]
    assert client.get(f"/actors/{most}.json?cursor=engagement-1").status_code == 404
