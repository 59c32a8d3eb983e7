"""Every page in a browser: to be read on a telephone and a wide screen, by day and by night, by ear, and without JavaScript."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from browsers import PHONE, WIDE, Site, problems, sideways

LINKS = "links => links.map(link => link.getAttribute('href'))"

Visit = Callable[..., Any]


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, str]:
    return site.pages()


# Colours do not hang on the width, and to look for contrast is what takes time.
@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "dark"), (WIDE, "light")])
def test_no_page_scrolls_sideways_and_axe_finds_nothing_on_a_telephone_by_night_and_a_wide_screen_by_day(
    visit: Visit, pages: dict[str, str], width: int, scheme: str
) -> None:
    page = visit("/", width, color_scheme=scheme)
    for name, address in pages.items():
        page.goto(address)
        assert sideways(page) <= 0, (name, width)
        assert problems(page) == [], (name, width, scheme)


def test_without_javascript_every_page_says_the_same_and_leads_to_the_same(visit: Visit, pages: dict[str, str]) -> None:
    running, plain = visit("/"), visit("/", java_script_enabled=False)
    for name, address in pages.items():
        shown = []
        for page in (running, plain):
            page.goto(address)
            if page is running:
                page.evaluate("document.querySelectorAll('.by-script').forEach(more => more.remove())")
            shown.append((page.locator("body").inner_text(), page.eval_on_selector_all("a", LINKS)))
        assert shown[0] == shown[1] and len(shown[0][0]) > 100, name


def test_every_table_has_a_caption_and_every_column_a_head(site: Site, pages: dict[str, str]) -> None:
    for name, address in pages.items():
        text = site.text(address)
        for table in re.findall(r"<table.*?</table>", text, re.DOTALL):
            assert re.match(r"<table[^>]*>\s*<caption[^>]*>[^<]*\w", table), (name, table[:200])
            heads = table[table.index("<thead>") : table.index("</thead>")]
            assert heads.count("<th ") == heads.count('scope="col"') > 0, (name, heads)
