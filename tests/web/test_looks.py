"""Every page in a browser: to be read on a telephone and a wide screen, by day and by night, by ear, and without JavaScript."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from browsers import PHONE, WIDE, Site

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LINKS = "links => links.map(link => link.getAttribute('href'))"
FOUND = "async only => (await axe.run(document, only ? {runOnly: only} : {})).violations"

Visit = Callable[..., Any]


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, str]:
    return site.pages()


def problems(page: Any, only: list[str] | None = None) -> list[str]:
    """What axe finds, of all its rules or some: each serious or critical problem with the element that has it."""
    return [
        f"{problem['id']}: {node['target']} {node['failureSummary']}"
        for problem in page.evaluate(FOUND, only)
        if problem["impact"] in ("serious", "critical")
        for node in problem["nodes"]
    ]


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_no_page_scrolls_sideways_and_axe_finds_nothing_by_day_or_by_night(
    visit: Visit, pages: dict[str, str], width: int
) -> None:
    from axe_playwright_python.base import AXE_SCRIPT

    page = visit("/", width)
    for name, address in pages.items():
        page.goto(address)
        assert page.evaluate(SIDEWAYS) <= 0, (name, width)
        page.evaluate(AXE_SCRIPT)
        for scheme, rules in (("light", None), ("dark", ["color-contrast"])):
            page.emulate_media(color_scheme=scheme)
            assert problems(page, rules) == [], (name, width, scheme)


def test_without_javascript_every_page_says_the_same_and_leads_to_the_same(visit: Visit, pages: dict[str, str]) -> None:
    running, plain = visit("/"), visit("/", java_script_enabled=False)
    for name, address in pages.items():
        shown = []
        for page in (running, plain):
            page.goto(address)
            shown.append((page.locator("body").inner_text(), page.eval_on_selector_all("a", LINKS)))
        assert shown[0] == shown[1] and len(shown[0][0]) > 100, name


def test_every_table_has_a_caption_and_every_column_a_head(site: Site, pages: dict[str, str]) -> None:
    for name, address in pages.items():
        text = site.text(address)
        for table in re.findall(r"<table.*?</table>", text, re.DOTALL):
            assert re.match(r"<table[^>]*>\s*<caption[^>]*>[^<]*\w", table), (name, table[:200])
            heads = table[table.index("<thead>") : table.index("</thead>")]
            assert heads.count("<th ") == heads.count('scope="col"') > 0, (name, heads)
