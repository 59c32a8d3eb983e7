"""The agenda of an engagement: issues, what was expected, what its sides did to each other; no plan is a deed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import records
from memcon.flow.ledger import join_stamp
from memcon.store.store import Store

testclient = pytest.importorskip("fastapi.testclient", reason="needs the pages' libraries: memcon[web]")
DOCUMENT = records.document(records.TEXT)
RECORD = records.full_record(DOCUMENT)
SIDES = [a for a in RECORD.actors if a.kind == "person"]
EVENT = replace(
    RECORD.events[0], type="AGREE", actors=(SIDES[0].id,), recipients=(SIDES[1].id,), tense="past", negated=False,
    retells=None,
)  # fmt: skip


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[testclient.TestClient]:
    from memcon.web.app import create_app

    place = tmp_path_factory.mktemp("agenda") / "record.db"
    with Store(place) as store:
        store.add(DOCUMENT, records.found_in(DOCUMENT), "key")
        store.put_record(replace(RECORD, events=(EVENT,)), {}, join_stamp(store.generation()))
    yield testclient.TestClient(create_app(place), base_url="http://127.0.0.1:8765")


def test_only_what_one_side_did_to_the_other_is_a_deed() -> None:
    from memcon.web.agenda import agenda

    e = next(e for e in RECORD.engagements if e.status == "held")
    actors = {a.id: a for a in RECORD.actors}
    changes: list[dict[str, object]] = [
        {}, {"tense": "future"}, {"negated": True}, {"retells": "another"}, {"type": "CONSULT"},
        {"recipients": (SIDES[0].id,)}, {"recipients": ("stranger",)},
    ]  # fmt: skip
    told = [replace(EVENT, id=str(n), **change) for n, change in enumerate(changes)]  # type: ignore[arg-type]
    found = agenda(e, {}, (), told, actors, {})
    assert [(verb, d.id) for verb, d in found.deeds] == [("agreed", "0")]


def test_what_is_expected_in_the_same_words_is_told_once() -> None:
    from memcon.web.agenda import agenda

    claim = RECORD.outlook[0]
    twice = [claim, replace(claim, id="again")]
    found = agenda(RECORD.engagements[0], {}, twice, (), {}, {DOCUMENT.id: DOCUMENT})
    assert found.expected == (claim,)


def test_what_a_machine_made_of_a_report_is_told_only_where_nothing_else_is() -> None:
    from memcon.web.agenda import agenda

    claim = RECORD.outlook[0]
    spun = replace(DOCUMENT, id="spun", condition=("spun",))
    altered = replace(claim, id="altered", document="spun")
    both = {DOCUMENT.id: DOCUMENT, "spun": spun}
    assert agenda(RECORD.engagements[0], {}, [altered, claim], (), {}, both).expected == (claim,)
    assert agenda(RECORD.engagements[0], {}, [altered], (), {}, both).expected == (altered,)


def test_the_page_has_issues_deeds_and_expectations_with_their_words(client: testclient.TestClient) -> None:
    held, planned = (next(e for e in RECORD.engagements if e.status == s) for s in ("held", "planned"))
    page = client.get(f"/engagements/{held.id}").text
    agenda = page[page.index('id="agenda"') : page.index('id="place"')]
    assert "bilateral relations" in agenda and "Agreed," in agenda
    page = client.get(f"/engagements/{planned.id}").text
    agenda = page[page.index('id="agenda"') : page.index('id="place"')]
    assert "by 31 May 2022" in agenda and "No issue is told of it as such" in agenda


def test_what_is_expected_of_an_engagement_is_shown_with_it_and_its_deeds_are_found(tmp_path: Path) -> None:
    import memcon

    held = next(e for e in RECORD.engagements if e.status == "held")
    claim = replace(RECORD.outlook[0], about=held.id)
    other = replace(RECORD.outlook[0], id="other", about="engagement-of-no-record")
    with Store(tmp_path / "record.db") as store:
        store.add(DOCUMENT, records.found_in(DOCUMENT), "key")
        changed = replace(RECORD, outlook=tuple(sorted((claim, other), key=lambda o: o.id)))
        store.put_record(changed, {}, join_stamp(store.generation()))
    with memcon.open_record(tmp_path / "record.db") as record:
        shown = record.show(held.id)
        assert [(o.id, o.about) for o in shown.outlook] == [(claim.id, held.id)]
        assert {o.about for o in record.outlook()} == {held.id, None}
        assert record.done_around(held, ["AGREE", "CONSULT"]) == [
            e for e in RECORD.events if e.type in ("AGREE", "CONSULT")
        ]


def test_the_page_has_its_place_on_a_map_with_how_sure_it_is(client: testclient.TestClient) -> None:
    held, planned = (next(e for e in RECORD.engagements if e.status == s) for s in ("held", "planned"))
    page = client.get(f"/engagements/{held.id}").text
    assert '<svg class="map small"' in page and "Geneva (Switzerland)" in page and "names the place" in page
    page = client.get(f"/engagements/{planned.id}").text
    assert '<svg class="map' not in page and "No report tells where." in page
