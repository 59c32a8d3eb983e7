"""Who has the token corrects the record from its pages and by the API; nobody else does, and no page elsewhere has his browser do it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import memcon
from memcon.annotate.parser import Parser
from memcon.flow.run import read_into
from memcon.model.errors import MemconError
from memcon.read.read import ReadOptions, read_paths
from memcon.store.store import Store

testclient = pytest.importorskip("fastapi.testclient", reason="needs the pages' libraries: memcon[web]")

TOKEN = "a token of the desk"
AT = "http://127.0.0.1:8765"
REPORTS = {
    "a.txt": "OSLO, May 14, 2019 — Foreign Minister Heiko Maas met Foreign Minister Jean-Yves Le Drian in Oslo on Tuesday.",
    "b.txt": "PARIS, May 15, 2019 — Foreign Minister Jean-Yves Le Drian met Foreign Minister Heiko Maas in Oslo on Tuesday.",
    "c.txt": "BERLIN, May 15, 2019 — Heiko Maas will visit Lima in June, his spokesman said on Wednesday.",
}


@pytest.fixture
def db(tmp_path: Path, parser: Parser) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    with Store(tmp_path / "record.db") as store:
        read_into(store, read_paths([folder], ReadOptions()), parser)
    return tmp_path / "record.db"


@pytest.fixture
def client(db: Path) -> Iterator[testclient.TestClient]:
    from memcon.web.app import create_app
    from memcon.web.editing import Editing

    with testclient.TestClient(create_app(db, editing=Editing(db, TOKEN)), base_url=AT) as made:
        yield made


def meeting(db: Path) -> Any:
    with memcon.open_record(db) as record:
        return next(e for e in record.engagements(kind="meeting"))


def sign_in(client: testclient.TestClient, judge: str = "Ada") -> str:
    """Goes out the token that forms carry."""
    answer = client.post("/sign-in", data={"token": TOKEN, "judge": judge, "to": "/corrections"}, headers={"origin": AT})
    assert answer.status_code == 200 and answer.url.path == "/corrections", answer.text
    found = re.search(r'name="form" value="([^"]+)"', client.get("/").text)
    assert found
    return found[1]


def sent(client: testclient.TestClient, address: str, origin: str | None = AT, **fields: Any) -> Any:
    headers = {"origin": origin} if origin else {}
    return client.post(address, data=fields, headers=headers, follow_redirects=False)


def held(e: Any) -> dict[str, str]:
    from memcon.correcting.fields import values

    return {f"seen-{field}": value for field, value in values(e).items()}


def api(client: testclient.TestClient, token: str = TOKEN, **wanted: Any) -> Any:
    given = {"reason": "the minutes", "judge": "Ada"} | wanted
    return client.post("/corrections.json", json=given, headers={"authorization": f"Bearer {token}"})


def test_an_edit_is_made_from_the_page_and_shown_there_with_its_reason(client: testclient.TestClient, db: Path) -> None:
    e, form = meeting(db), sign_in(client)
    page = client.get(f"/engagements/{e.id}").text
    assert "Accept or edit" in page and "Merge with another" in page and "Split" in page
    fields = {"form": form, "reason": "it was <a film>", "value-status": "cancelled", "right-kind": "1", "exists": "yes"}
    answer = sent(client, f"/engagements/{e.id}/judge", **fields, **held(e))
    assert (answer.status_code, answer.headers["location"]) == (303, f"/engagements/{e.id}#corrections")
    assert meeting(db).status == "cancelled"
    page = client.get(f"/engagements/{e.id}").text
    assert "status is cancelled, not held" in page and "Ada" in page and "it was &lt;a film&gt;" in page


def test_a_slip_is_told_on_the_page_and_what_was_filled_in_stands_there(client: testclient.TestClient, db: Path) -> None:
    e, form = meeting(db), sign_in(client)
    fields = {"form": form, "reason": "because", "value-date": "yesterday"}
    answer = sent(client, f"/engagements/{e.id}/judge", **fields, **held(e))
    assert answer.status_code == 422 and answer.headers["cache-control"] == "no-store"
    assert "is no date" in answer.text and 'value="yesterday"' in answer.text and 'value="because"' in answer.text
    assert memcon.corrections(db).all() == []


def test_a_form_of_a_state_that_has_passed_decides_nothing(client: testclient.TestClient, db: Path) -> None:
    e, form = meeting(db), sign_in(client)
    memcon.corrections(db).correct(e.id, "status", "planned", "meanwhile")
    answer = sent(client, f"/engagements/{e.id}/judge", **{"form": form, "reason": "x", "right-status": "1"}, **held(e))
    assert answer.status_code == 422 and "changed since you looked" in answer.text


def test_a_report_is_split_off_and_merged_again_by_the_address_of_its_page(client: testclient.TestClient, db: Path) -> None:
    e, form = meeting(db), sign_in(client)
    assert sent(client, f"/engagements/{e.id}/split", form=form, reason="two", document=e.reports[1]).status_code == 303
    with memcon.open_record(db) as record:
        one, other = record.engagements(kind="meeting")
    memcon.corrections(db).undo()
    visit = next(x for x in memcon.open_record(db).engagements(kind="visit"))
    answer = sent(client, f"/engagements/{e.id}/merge", form=form, reason="one", others=f"{AT}/engagements/{visit.id}#why")
    assert one.id != other.id and answer.status_code == 303
    assert len(memcon.open_record(db).engagements()) == 1


def test_a_rejected_engagement_is_brought_back_from_the_log_or_by_taking_the_rejection_back(
    client: testclient.TestClient, db: Path
) -> None:
    e, form = meeting(db), sign_in(client)
    answer = sent(client, f"/engagements/{e.id}/judge", form=form, reason="a novel", exists="no", **held(e))
    (made,) = memcon.corrections(db).all()
    assert answer.headers["location"] == f"/corrections#{made.id}"
    log = client.get("/corrections").text
    assert "it is not in the record" in log and f'href="/engagements/{e.id}"' not in log
    sent(client, f"/corrections/{made.id}/dispute", form=form, reason="no novel", judge="Bo")
    assert meeting(db).id == e.id
    assert "Ada: <strong>no</strong>; Bo: <strong>yes</strong>" in client.get("/corrections").text
    for c in memcon.corrections(db).all():
        assert sent(client, f"/corrections/{c.id}/undo", form=form).headers["location"] == "/corrections"
    assert memcon.corrections(db).all() == []


def test_a_person_is_set_right_from_his_page(client: testclient.TestClient, db: Path) -> None:
    form = sign_in(client)
    with memcon.open_record(db) as record:
        (maas,) = record.actors(person="Maas")
    fields = {"form": form, "reason": "the register", "value-name": "Heiko Josef Maas", **held(maas)}
    assert sent(client, f"/actors/{maas.id}/judge", **fields).status_code == 303
    assert "Heiko Josef Maas" in client.get(f"/actors/{maas.id}").text
    assert sent(client, f"/actors/{maas.id}/split", form=form, reason="x", others="nothing").status_code == 422


def test_a_report_without_copies_has_nothing_to_part(client: testclient.TestClient, db: Path) -> None:
    form = sign_in(client)
    answer = sent(client, f"/documents/{meeting(db).reports[0]}/split", form=form, reason="x")
    assert answer.status_code == 422 and "nothing to part" in answer.text
    answer = sent(client, "/corrections/correction-1/undo", form=form)
    assert answer.status_code == 422 and "there is no correction" in answer.text


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "http://127.0.0.1:9", f"{AT}.evil.example"])
def test_a_form_of_a_page_elsewhere_is_refused(client: testclient.TestClient, db: Path, origin: str | None) -> None:
    e, form = meeting(db), sign_in(client)
    answer = sent(client, f"/engagements/{e.id}/judge", origin, form=form, reason="x", exists="no")
    assert answer.status_code == 403
    assert client.post("/sign-in", data={"token": TOKEN, "judge": "x"}, headers={"origin": origin or ""}).status_code == 403
    assert memcon.corrections(db).all() == []


@pytest.mark.parametrize("form", ["", "of another"])
def test_a_form_without_the_token_of_its_session_is_refused(client: testclient.TestClient, db: Path, form: str) -> None:
    sign_in(client)
    answer = sent(client, f"/engagements/{meeting(db).id}/judge", form=form, reason="x", exists="no")
    assert answer.status_code == 403 and memcon.corrections(db).all() == []


def test_who_did_not_sign_in_sees_no_form_and_corrects_nothing(client: testclient.TestClient, db: Path) -> None:
    e = meeting(db)
    page = client.get(f"/engagements/{e.id}").text
    assert "Sign in to correct" in page and 'method="post"' not in page
    assert sent(client, f"/engagements/{e.id}/judge", form="", reason="x", exists="no").status_code == 403
    wrong = sent(client, "/sign-in", token="a token of the desc", judge="Ada")
    assert wrong.status_code == 403 and "not the token" in wrong.text and "set-cookie" not in wrong.headers


def test_the_cookie_goes_to_no_script_and_with_no_request_of_a_page_elsewhere(client: testclient.TestClient) -> None:
    cookie = sent(client, "/sign-in", token=TOKEN, judge="Ada").headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and TOKEN not in cookie
    form = sign_in(client)
    page = client.get("/")
    assert page.headers["cache-control"] == "no-store" and "Ada corrects" in page.text
    kept = dict(client.cookies)
    sent(client, "/sign-out", form=form)
    client.cookies.update(kept)
    assert "Ada corrects" not in client.get("/").text


@pytest.mark.parametrize(
    "to", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\\b", "a"]
)
def test_signing_in_leads_to_this_server_alone(client: testclient.TestClient, to: str) -> None:
    assert sent(client, "/sign-in", token=TOKEN, judge="Ada", to=to).headers["location"] == "/"


def test_a_program_with_the_token_corrects_and_takes_back(client: testclient.TestClient, db: Path) -> None:
    e = meeting(db)
    answer = api(client, action="correct", items=[e.id], values={"place": "Bergen"}, fields=["kind"])
    made = answer.json()
    assert answer.status_code == 201 and made["judge"] == "Ada" and made["items"] == [e.id]
    assert client.get("/corrections.json").json()["corrections"] == [made]
    assert client.get("/corrections.csv").text.splitlines()[1].startswith(f"{made['id']},1,")
    assert api(client, action="agree", items=[made["id"]], judge="Bo").status_code == 201
    found = client.get("/corrections/agreement.json").json()
    assert (found["items"], found["agreed"], found["judges"][1]) == (3, 3, {"name": "Bo", "judgements": 2})
    assert len(client.get("/corrections/gold.jsonl").text.splitlines()) == 4
    headers = {"authorization": f"Bearer {TOKEN}"}
    assert client.delete(f"/corrections/{made['id']}.json", headers=headers).json() == made | {"number": 1}
    assert client.delete(f"/corrections/{made['id']}.json", headers=headers).status_code == 404


@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        ({"action": "burn", "items": ["x"]}, 400),
        ({"action": "reject", "items": []}, 400),
        ({"action": "reject", "items": ["x"], "sql": "drop"}, 400),
        ({"action": "reject", "items": ["nothing"]}, 422),
        ({"action": "reject", "items": ["a", "b"]}, 422),
        ({"action": "merge", "items": ["a"]}, 422),
        ({"action": "reject", "items": ["x"], "judge": ""}, 400),
        ({"action": "reject", "items": ["x"], "reason": "x" * 2_000}, 400),
    ],
)
def test_what_a_program_cannot_have_is_told_as_a_problem(client: testclient.TestClient, wanted: Any, status: int) -> None:
    answer = api(client, **wanted)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


@pytest.mark.parametrize(
    ("method", "address", "takes"),
    [
        ("OPTIONS", "/corrections.csv", "GET, HEAD"),
        ("PUT", "/corrections.json", "GET, HEAD, POST"),
        ("DELETE", "/corrections.json", "GET, HEAD, POST"),
        ("GET", "/corrections/correction-1.json", "DELETE"),
        ("PATCH", "/static/memcon.css", "GET, HEAD"),
    ],
)
def test_a_method_that_an_address_does_not_take_is_refused_with_those_that_it_takes(
    client: testclient.TestClient, method: str, address: str, takes: str
) -> None:
    answer = client.request(method, address)
    assert (answer.status_code, answer.headers["allow"]) == (405, takes)


def test_a_program_without_the_token_or_from_a_page_elsewhere_is_refused(client: testclient.TestClient, db: Path) -> None:
    wanted = {"action": "reject", "items": [meeting(db).id], "reason": "x", "judge": "x"}
    sign_in(client)  # a cookie is not enough: pages send forms, not JSON
    for headers in ({}, {"authorization": "Bearer wrong"}, {"authorization": TOKEN}, {"authorization": "Bearer "}):
        answer = client.post("/corrections.json", json=wanted, headers=headers)
        assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
        assert answer.headers["www-authenticate"] == "Bearer"
    headers = {"authorization": f"Bearer {TOKEN}", "origin": "http://evil.example"}
    assert client.post("/corrections.json", json=wanted, headers=headers).status_code == 403
    assert memcon.corrections(db).all() == []


def test_without_leave_to_edit_the_server_only_reads(db: Path) -> None:
    from memcon.web.app import create_app

    client = testclient.TestClient(create_app(db), base_url=AT)
    assert api(client, action="reject", items=["x"]).status_code == 405
    assert client.get("/sign-in").status_code == 404
    assert "sign in" not in client.get("/").text.lower()
    assert "/corrections.json" in client.get("/openapi.json").json()["paths"]
    assert "post" not in client.get("/openapi.json").json()["paths"]["/corrections.json"]


def test_the_api_of_corrections_is_described_with_its_token(client: testclient.TestClient) -> None:
    described = client.get("/openapi.json").json()
    for made in (described["paths"]["/corrections.json"]["post"], described["paths"]["/corrections/{item}.json"]["delete"]):
        assert made["security"] == [{"token": []}] and "4XX" in made["responses"]
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_a_form_that_is_too_long_or_of_another_kind_is_refused(client: testclient.TestClient) -> None:
    form = sign_in(client)
    assert sent(client, "/sign-out", form=form, more="x" * 200_000).status_code == 413
    assert client.post("/sign-out", json={"form": form}, headers={"origin": AT}).status_code == 415
    answer = client.post("/sign-out", content="&".join(f"a{n}=1" for n in range(2_000)), headers={
        "origin": AT, "content-type": "application/x-www-form-urlencoded",
    })  # fmt: skip
    assert answer.status_code == 400


def test_every_field_of_a_form_has_a_label_and_no_page_runs_an_inline_script(
    client: testclient.TestClient, db: Path
) -> None:
    sign_in(client)
    e = meeting(db)
    with memcon.open_record(db) as record:
        (maas,) = record.actors(person="Maas")
    api(client, action="accept", items=[e.id])
    for address in (f"/engagements/{e.id}", f"/actors/{maas.id}", "/corrections", "/sign-in"):
        text = client.get(address).text
        for field in re.findall(r'<(?:input|select)(?![^>]*type="hidden")[^>]*>', text):
            labelled = (
                "aria-label=" in field or 'id="q"' in field or re.search(rf"<label[^>]*>[^<]*{re.escape(field)}", text)
            )
            assert labelled, (address, field)
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)) and text.count("<h1") == 1, address
        assert re.findall(r"<script[^>]*>", text) == ['<script src="/static/memcon.js" defer>']


def test_a_token_that_could_be_guessed_is_refused(db: Path) -> None:
    from memcon.web.editing import Editing

    with pytest.raises(MemconError, match="at least 16"):
        Editing(db, "secret")


def spoken(db: Path, speaker: str) -> Any:
    with memcon.open_record(db) as record:
        return next(iter(record.statements(person=speaker)))


@pytest.fixture
def talk(tmp_path: Path, parser: Parser) -> Path:
    """A record of which somebody speaks."""
    text = "LIMA, May 20, 2019 — Foreign Minister Heiko Maas met Foreign Minister Ana Soto in Lima on Monday. " + (
        "“The road to a settlement is open,” Maas said. Soto said that the next round would be held in Berlin in July."
    )
    (tmp_path / "talk.txt").write_text(text)
    with Store(tmp_path / "talk.db") as store:
        read_into(store, read_paths([tmp_path / "talk.txt"], ReadOptions()), parser)
    return tmp_path / "talk.db"


@pytest.fixture
def talking(talk: Path) -> Iterator[testclient.TestClient]:
    from memcon.web.app import create_app
    from memcon.web.editing import Editing

    with testclient.TestClient(create_app(talk, editing=Editing(talk, TOKEN)), base_url=AT) as made:
        yield made


def test_a_speaker_is_set_right_from_a_form_and_the_statement_is_the_others_everywhere(
    talking: testclient.TestClient, talk: Path
) -> None:
    s, form = spoken(talk, "Maas"), sign_in(talking)
    fields = {"form": form, "reason": "the transcript", "value-speaker": "Ana Soto", "seen-speaker": s.speaker}
    answer = sent(talking, f"/statements/{s.id}/judge", **fields)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/statements/{s.id}#corrections")
    assert "speaker is Ana Soto, not Heiko Maas" in talking.get(f"/statements/{s.id}").text
    assert s.id in {x.id for x in memcon.open_record(talk).statements(person="Soto")}
    assert f"/statements/{s.id}" in talking.get("/corrections").text


def test_a_form_about_a_statement_that_is_another_now_decides_nothing(talking: testclient.TestClient, talk: Path) -> None:
    s, form = spoken(talk, "Maas"), sign_in(talking)
    memcon.corrections(talk).correct(s.id, "speaker", "Ana Soto", "meanwhile")
    fields = {"form": form, "reason": "as told", "right-speaker": "1", "seen-speaker": s.speaker}
    answer = sent(talking, f"/statements/{s.id}/judge", **fields)
    assert answer.status_code == 422 and "changed since you looked" in answer.text


def test_programs_correct_and_reject_statements_too(talking: testclient.TestClient, talk: Path) -> None:
    s = spoken(talk, "Maas")
    made = api(talking, action="correct", items=[s.id], values={"speaker": "Soto"})
    assert made.status_code == 201, made.text
    decision = made.json()["decisions"][0]
    assert (decision["about"], decision["field"], decision["value"]) == ("statement", "speaker", "Ana Soto")
    assert decision["right"].startswith(f"{s.document}@")
    assert api(talking, action="reject", items=[s.id]).status_code == 201
    assert talking.get(f"/statements/{s.id}.json").status_code == 404
    assert api(talking, action="correct", items=[s.id], values={"speaker": "Soto"}).status_code == 422


def test_who_has_not_signed_in_sees_a_statement_without_forms(talking: testclient.TestClient, talk: Path) -> None:
    s = spoken(talk, "Maas")
    page = talking.get(f"/statements/{s.id}").text
    assert "Heiko Maas" in page and "<mark>" in page and "Accept or edit" not in page and 'id="speakers"' not in page
    assert talking.get(f"/statements/{s.id}.json").json()["item"]["id"] == s.id


def test_a_speaker_whom_nobody_knows_is_told_on_the_page_with_what_was_filled_in(
    talking: testclient.TestClient, talk: Path
) -> None:
    s, form = spoken(talk, "Maas"), sign_in(talking)
    fields = {"form": form, "reason": "a tale", "value-speaker": "Rumpel <b>", "seen-speaker": s.speaker}
    answer = sent(talking, f"/statements/{s.id}/judge", **fields)
    assert answer.status_code == 422 and "nobody in the record has the id or the name" in answer.text
    assert 'value="Rumpel &lt;b&gt;"' in answer.text and "<b>" not in answer.text
    assert memcon.corrections(talk).all() == []
