"""Charts in the pages: pictures from this server alone; without the extra the pages work and say what is missing."""

from collections.abc import Iterator

import pytest

import records
from memcon.flow.ledger import join_stamp
from memcon.store.store import Store

testclient = pytest.importorskip("fastapi.testclient", reason="needs the pages' libraries: memcon[web]")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[testclient.TestClient]:
    from memcon.web.app import create_app

    place = tmp_path_factory.mktemp("charts") / "record.db"
    document = records.document(records.TEXT)
    with Store(place) as store:
        store.add(document, records.found_in(document), "key")
        store.put_record(records.full_record(document), {}, join_stamp(store.generation()))
    yield testclient.TestClient(create_app(place), base_url="http://127.0.0.1:8765")


CHARTS = ("relations/DEU/POL", "pairs", "places", "reports")


def test_each_chart_comes_in_each_form_from_one_spec(client: testclient.TestClient) -> None:
    pytest.importorskip("altair", reason="needs memcon[charts]")
    pytest.importorskip("vl_convert", reason="needs memcon[charts]")
    for chart in CHARTS:
        for form, media in (("svg", "image/svg+xml"), ("png", "image/png"), ("vl.json", "application/json")):
            answer = client.get(f"/charts/{chart}.{form}")
            assert answer.status_code == 200 and answer.headers["content-type"] == media, (chart, form, answer.text[:300])
            again = client.get(f"/charts/{chart}.{form}", headers={"if-none-match": answer.headers["etag"]})
            assert again.status_code == 304
        assert (
            client.get(f"/charts/{chart}.vl.json").json()["$schema"].startswith("https://vega.github.io/schema/vega-lite/")
        )
    page = client.get("/charts").text
    assert page.count('<img src="/charts/') == 4 and 'alt=""' not in page
    assert '<img src="/charts/relations/DEU/POL.svg"' in client.get("/relations/DEU/POL").text


def test_what_cannot_be_drawn_is_told(client: testclient.TestClient) -> None:
    answer = client.get("/charts/relations/DEU/Nowhere.svg")
    assert answer.status_code == 404 and "no state" in answer.json()["detail"]
    assert client.get("/charts/pairs.svg?level=kings").status_code == 400
    assert client.get("/charts/cakes.svg").status_code == 404


def test_without_the_extra_the_pages_work_and_the_charts_say_what_to_install(
    client: testclient.TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from memcon.model import extras

    monkeypatch.setattr(extras, "find_spec", lambda name: None)
    for address in ("/relations/DEU/POL", "/network", "/map", "/charts"):
        answer = client.get(address)
        assert answer.status_code == 200 and "<img" not in answer.text, address
    assert "memcon[charts]" in client.get("/charts").text
    answer = client.get("/charts/pairs.svg?from=1999-01-01")
    assert answer.status_code == 404 and "memcon[charts]" in answer.json()["detail"]
    assert answer.json()["title"] == "Not installed here"
