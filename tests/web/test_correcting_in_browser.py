"""Somebody who has the token corrects the record in a browser, with the keyboard alone, and takes it back."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from browsers import PHONE, Site, problems, serving, sideways, visiting

pytest.importorskip("memcon.web.editing", reason="needs pages that can correct")

TOKEN = "a token of the desk"
Visit = Callable[..., Any]


@pytest.fixture(scope="module")
def editable(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server that lets people correct a record of its own."""
    db = Path(shutil.copy(site.db, tmp_path_factory.mktemp("editable") / "record.db"))
    with serving(db, "--edit", MEMCON_TOKEN=TOKEN) as running:
        yield running


@pytest.fixture
def desk(editable: Site, browser: Any) -> Iterator[tuple[Visit, str]]:
    """Opens its addresses, of which one is that of its summit."""
    with visiting(browser, editable) as opened:
        yield opened, editable.pages()["engagement"]


def signed_in(visit: Visit, address: str, width: int) -> Any:
    page = visit(address, width)
    page.get_by_role("link", name="Sign in to correct").press("Enter")
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_label("Who judges").fill("Ada")
    page.keyboard.press("Enter")
    page.get_by_text("Ada corrects").wait_for()
    assert page.url.endswith(address)
    return page


def test_a_status_is_set_right_told_in_the_log_and_taken_back(desk: tuple[Visit, str]) -> None:
    visit, address = desk
    page = signed_in(visit, address, PHONE)
    page.get_by_text("Accept or edit").press("Enter")
    form = page.locator("form[action$='/judge']")
    form.get_by_label("Status instead").select_option("cancelled")
    form.get_by_label("Reason").fill("Only to try it")
    page.keyboard.press("Enter")
    page.locator("h1 .status", has_text="cancelled").wait_for()
    assert sideways(page) <= 0
    page.get_by_role("region", name="Corrections").get_by_role("link").first.press("Enter")
    kept = page.get_by_role("region", name="Correction 1")
    assert "Only to try it" in kept.inner_text() and "Ada" in kept.inner_text()
    kept.get_by_role("button", name="Take back").press("Enter")
    page.get_by_text("Nobody has corrected anything").wait_for()
    page.goto(address)
    assert page.locator("h1 .status").inner_text() == "held"


def test_axe_finds_nothing_in_the_forms(desk: tuple[Visit, str]) -> None:
    visit, address = desk
    page = signed_in(visit, address, PHONE)
    for folded in page.get_by_role("region", name="Corrections").locator("summary").all():
        folded.press("Enter")
    assert sideways(page) <= 0 and problems(page) == []
    for other in ("/corrections", "/sign-in"):
        page.goto(other)
        assert sideways(page) <= 0 and problems(page) == [], other
