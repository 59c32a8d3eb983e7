"""A browser sends the forms that correct the record, with JavaScript and without it, by keyboard, from a telephone and a wide screen."""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import browsers
from browsers import PHONE, WIDE, Site

TOKEN = "the token of the desk"
Visit = Callable[..., Any]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOUND = "async () => (await axe.run(document)).violations.filter(v => ['serious', 'critical'].includes(v.impact))"


@pytest.fixture(scope="module")
def desk(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The pages of a copy of the record that can be corrected."""
    place = tmp_path_factory.mktemp("desk") / "record.db"
    shutil.copy(site.db, place)
    with browsers.answering(place, "--edit", MEMCON_TOKEN=TOKEN) as running:
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


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_axe_finds_nothing_in_the_forms_and_they_do_not_scroll_sideways(at_the_desk: Visit, desk: Site, width: int) -> None:
    from axe_playwright_python.base import AXE_SCRIPT

    page = at_the_desk("/sign-in", width)
    addresses = ["/sign-in", desk.pages()["engagement"], desk.pages()["actor"], desk.pages()["document"], "/corrections"]
    page.goto("/")
    signed_in(page, "Ada")
    for address in addresses:
        page.goto(address)
        for closed in page.get_by_role("region", name="Corrections").locator("summary").all():
            closed.click()
        assert page.evaluate(SIDEWAYS) <= 0, (address, width)
        page.evaluate(AXE_SCRIPT)
        assert page.evaluate(FOUND) == [], (address, width)
