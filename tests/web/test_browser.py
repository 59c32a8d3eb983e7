"""What people do with each page, with the mouse and with the keyboard alone."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from browsers import PHONE, Site

Visit = Callable[..., Any]

# What the keyboard must reach, in order: what can be used and is shown; not the links of a drawing that a table has, too.
CONTROLS = """() => {
  const found = document.querySelectorAll('a[href], input, select, button, summary, [tabindex="0"]');
  const all = [...found].filter(e => e.tabIndex >= 0 && e.checkVisibility());
  all.forEach((element, n) => element.dataset.number = n);
  return all.length;
}"""
FOCUSED = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  // the button in a field for a day has a ring of its own
  const ring = e.matches(':focus') ? style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 : e.type === 'date';
  return [Number(e.dataset.number ?? -1), ring && box.width > 0 && box.left + box.width > 0, e.outerHTML.slice(0, 120)];
}"""


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, str]:
    return site.pages()


def at(page: Any) -> str:
    """The address, without the machine."""
    return re.sub(r"^https?://[^/]+", "", page.url)


def in_view(element: Any) -> bool:
    return bool(
        element.evaluate("e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }")
    )


def test_the_diary_of_a_day_is_asked_for_and_leads_to_what_is_planned(visit: Visit) -> None:
    page = visit("/")
    page.get_by_label("As of").fill("2018-05-29")
    page.get_by_label("Days ahead").fill("20")
    page.get_by_role("button", name="Show").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Diary of 29 May 2018"
    planned = page.get_by_role("region", name="Planned next")
    summit = planned.get_by_role("listitem").filter(has_text="Donald Trump").filter(has_text="Summit in Singapore")
    summit.get_by_role("link", name="Summit in Singapore").click()
    assert at(page).startswith("/engagements/") and page.get_by_role("heading", level=1).inner_text().startswith(
        "Summit in"
    )


def test_the_life_of_an_engagement_leads_to_the_words_that_moved_it(visit: Visit, pages: dict[str, str]) -> None:
    page = visit(pages["engagement"])
    life = page.get_by_role("region", name="Its life")
    told = [status.inner_text() for status in life.locator(".status").all()]
    assert told[0] == "announced" and "cancelled" in told and told[-1] == "held"
    life.get_by_role("listitem").filter(has_text="cancelled").get_by_role("link").first.click()
    marked = page.locator(":target")
    assert in_view(marked) and "calls off Singapore summit" in marked.locator("..").inner_text()


def test_copies_are_folded_under_what_they_copy(visit: Visit, pages: dict[str, str]) -> None:
    page = visit(pages["engagement"])
    reports = page.get_by_role("region", name="Reports")
    copy = reports.locator("details a").first
    assert not copy.is_visible()
    reports.locator("summary").first.click()
    copy.click()
    assert "A copy; the one to trust is" in page.locator("main").inner_text()


def test_a_report_tells_of_each_mark_what_was_read_and_how_a_copy_differs(visit: Visit, pages: dict[str, str]) -> None:
    page = visit(pages["document"])
    assert page.locator(".text .m").first.get_attribute("title")
    differing = page.get_by_role("region", name="Against the one to trust")
    assert differing.locator("ins").count() and differing.locator("del").count()
    page.get_by_text("findings, each with its rule").click()
    found = page.get_by_role("region", name="What was read").get_by_role("row").nth(1).get_by_role("link").first
    found.click()
    assert in_view(page.locator(":target"))
    page.locator(".text a.m.engagement").first.click()
    assert at(page).startswith("/engagements/")


def test_an_actor_leads_to_whom_they_met_and_to_the_first_time(visit: Visit, pages: dict[str, str]) -> None:
    page = visit(pages["actor"])
    row = page.get_by_role("region", name="Met or spoke with").get_by_role("row").filter(has_text="Kim Jong Un")
    row.get_by_role("link").nth(1).click()
    assert at(page).startswith("/engagements/")
    page.go_back()
    row.get_by_role("link").first.click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Kim Jong Un")


def test_a_relationship_is_found_by_two_names_and_its_bars_lead_on(visit: Visit) -> None:
    page = visit("/relations")
    page.get_by_label("State", exact=True).fill("United States")
    page.get_by_label("and", exact=True).fill("North Korea")
    page.get_by_role("button", name="Show").click()
    assert at(page) == "/relations/USA/PRK"
    page.locator("svg").get_by_role("link", name="visit, held").last.click()
    assert at(page).startswith("/engagements/") and "Pompeo" in page.locator("main").inner_text()
    page.go_back()
    page.locator("svg").get_by_role("link", name="2 engagements, 12 Jun 2018: ceremony, summit; held").click()
    assert at(page).startswith("/engagements?") and page.get_by_role("link", name="summit").count()


def test_a_calendar_is_leafed_through(visit: Visit) -> None:
    page = visit("/calendar/2018-06")
    assert page.get_by_role("link", name="ceremony").count() == 1
    page.get_by_role("link", name="the month before").click()
    assert page.get_by_role("heading", level=1).inner_text() == "May 2018"
    page.get_by_role("link", name="the month after").click()
    page.get_by_label("With").fill("JPN")
    page.get_by_role("button", name="Show").click()
    assert at(page) == "/calendar/2018-06?with=JPN" and page.get_by_role("link", name="ceremony").count() == 0


def test_altered_quotations_are_told_in_words_and_lead_to_their_report(visit: Visit) -> None:
    page = visit("/quotations")
    first = page.get_by_role("region", name="Quotation 1")
    assert first.get_by_text("words were changed").count() and first.locator("ins").count()
    first.locator("a[href*='/documents/']").first.click()
    assert in_view(page.locator(":target"))


def test_a_name_is_completed_and_the_words_found_are_marked(visit: Visit) -> None:
    page = visit("/")
    field = page.get_by_role("combobox", name="Search")
    field.press_sequentially("pomp")
    page.locator("#names option[value*=Pompeo]").first.wait_for(state="attached")
    field.fill("pompeo envoy")
    field.press("Enter")
    assert at(page).startswith("/search?q=pompeo")
    hits = page.get_by_role("region", name="In reports")
    assert {word.inner_text().lower() for word in hits.locator("mark").all()} & {"pompeo", "envoy"}
    hits.get_by_role("link").first.click()
    assert at(page).startswith("/documents/")


def test_a_list_is_narrowed_by_its_filters(visit: Visit) -> None:
    page = visit("/engagements", PHONE)
    page.get_by_label("Status").select_option("cancelled")
    page.get_by_label("From").fill("2018-01-01")
    page.get_by_role("button", name="Show").click()
    told = {status.inner_text() for status in page.locator("main .status").all()}
    assert told == {"cancelled"} and page.get_by_label("Status").input_value() == "cancelled"


def test_the_first_key_leads_past_the_navigation(visit: Visit, pages: dict[str, str]) -> None:
    page = visit("/")
    for name, address in pages.items():
        page.goto(address)
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.inner_text() == "Skip to the content" and in_view(skip), name
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.locator("main :focus, footer :focus").count() == 1, name


def test_every_control_is_reached_in_order_and_shows_that_it_is(visit: Visit, pages: dict[str, str]) -> None:
    page = visit("/")
    for name, address in pages.items():
        page.goto(address)
        count, reached = page.evaluate(CONTROLS), []
        while len(reached) < count:
            page.keyboard.press("Tab")
            number, shown, element = page.evaluate(FOCUSED)
            assert shown or number < 0, (name, element)
            if not reached or number != reached[-1]:  # a day has three fields and a button in one
                assert number == len(reached), (name, element, number, len(reached))
                reached.append(number)


def test_enter_opens_what_has_the_focus(visit: Visit, pages: dict[str, str]) -> None:
    page = visit(pages["engagement"])
    folded = page.locator("summary").first
    folded.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("details[open] :focus").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*")
