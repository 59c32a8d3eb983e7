"""A browser sends the forms that correct the record, with JavaScript and without it, by keyboard, from a telephone and a wide screen."""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import browsers
import memcon
from browsers import PHONE, WIDE, Site, problems, sideways

TOKEN = "the token of the desk"
Visit = Callable[..., Any]


@pytest.fixture(scope="module")
def desk(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The pages of a copy of the record that can be corrected."""
    place = tmp_path_factory.mktemp("desk") / "record.db"
    shutil.copy(site.db, place)
    with browsers.serving(place, "--edit", MEMCON_TOKEN=TOKEN) as running:
        yield running


@pytest.fixture
def at_the_desk(browser: Any, desk: Site) -> Iterator[Visit]:
    with browsers.visiting(browser, desk) as opened:
        yield opened


def signed_in(page: Any, judge: str) -> None:
    page.get_by_role("link", name="Sign in to correct").click()
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_label("Who judges").fill(judge)
    page.get_by_role("button", name="Sign in").press("Enter")


@pytest.mark.parametrize(("width", "script"), [(PHONE, False), (WIDE, True)])
def test_a_status_is_set_right_on_its_page_and_taken_back_in_the_log(
    at_the_desk: Visit, desk: Site, width: int, script: bool
) -> None:
    address = desk.pages()["engagement"]
    page = at_the_desk(address, width, java_script_enabled=script)
    signed_in(page, "Ada")
    before = page.locator("h1 .status").inner_text()
    corrections = page.get_by_role("region", name="Corrections")
    corrections.get_by_text("Accept or edit").focus()
    page.keyboard.press("Enter")
    corrections.get_by_label("Status instead").select_option("postponed")
    corrections.get_by_label("yes", exact=True).check()
    corrections.get_by_label("Reason").first.fill("the minutes")
    corrections.get_by_role("button", name="Keep the judgement").press("Enter")
    assert page.locator("h1 .status").inner_text() == "postponed" != before
    told = page.get_by_role("region", name="Corrections").get_by_role("link", name="status is postponed")
    told.click()
    page.get_by_role("button", name="Take back correction 1").press("Enter")
    assert "Nobody has corrected anything" in page.locator("main").inner_text()
    page.goto(address)
    assert page.locator("h1 .status").inner_text() == before


def statement_of(desk: Site, person: str) -> tuple[str, str]:
    """A statement of somebody that no copy tells again, and the report in which it stands."""
    with memcon.open_record(desk.db) as record:
        s = next(s for s in record.statements(person=person) if s.origins == 1)
    return s.id, s.document


@pytest.mark.parametrize(("width", "script"), [(PHONE, False), (WIDE, True)])
def test_a_speaker_is_set_right_in_the_report_by_keyboard_and_taken_back_in_the_log(
    at_the_desk: Visit, desk: Site, width: int, script: bool
) -> None:
    item, document = statement_of(desk, "Heather Nauert")
    page = at_the_desk(f"/documents/{document}", width, java_script_enabled=script)
    signed_in(page, "Ada")
    said = page.get_by_role("region", name="Said")
    mine = said.locator("div.saying").filter(has=page.locator(f'form[action="/statements/{item}/judge"]'))
    mine.get_by_text("Accept or edit").focus()
    page.keyboard.press("Enter")
    other = page.locator("datalist#speakers option").evaluate_all(
        "all => all.map(o => o.value).filter(name => !name.includes('Nauert'))[0]"
    )
    mine.get_by_label("Speaker instead").fill(other)
    mine.get_by_label("Reason").fill("the transcript")
    mine.get_by_role("button", name="Keep the judgement").press("Enter")
    assert page.url.partition("#")[0].endswith(f"/statements/{item}")
    assert page.locator("h1").inner_text().startswith(other)
    assert "set right by hand" in page.locator(".head").inner_text()
    page.get_by_role("region", name="Corrections").get_by_role(
        "link", name=f"speaker is {other}, not Heather Nauert"
    ).click()
    page.get_by_role("button", name="Take back correction 1").press("Enter")
    page.goto(f"/statements/{item}")
    assert page.locator("h1").inner_text().startswith("Heather Nauert")


def test_what_is_no_statement_leaves_the_pages_and_comes_back_from_the_log(at_the_desk: Visit, desk: Site) -> None:
    item, document = statement_of(desk, "Heather Nauert")
    page = at_the_desk(f"/statements/{item}", WIDE, java_script_enabled=False)
    signed_in(page, "Ada")
    corrections = page.get_by_role("region", name="Corrections")
    corrections.get_by_text("Accept or edit").click()
    corrections.get_by_label("no, it is none").check()
    corrections.get_by_label("Reason").fill("a caption")
    corrections.get_by_role("button", name="Keep the judgement").click()
    assert "it is not in the record" in page.locator("main").inner_text()
    page.goto(f"/documents/{document}")
    assert page.locator(f'a[href^="/statements/{item}"]').count() == 0
    page.goto("/corrections")
    page.get_by_role("button", name="Take back correction 1").click()
    page.goto(f"/documents/{document}")
    assert page.locator(f'a[href^="/statements/{item}"]').count() > 0


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_axe_finds_nothing_in_the_forms_and_they_do_not_scroll_sideways(at_the_desk: Visit, desk: Site, width: int) -> None:
    page = at_the_desk("/sign-in", width)
    kinds = ("engagement", "actor", "document", "statement")
    addresses = ["/sign-in", *(desk.pages()[kind] for kind in kinds), "/quotations", "/corrections"]
    page.goto("/")
    signed_in(page, "Ada")
    for address in addresses:
        page.goto(address)
        for closed in page.locator("details:has(form.fill) > summary").all():
            closed.click()
        assert sideways(page) <= 0, (address, width)
        assert problems(page) == [], (address, width)
