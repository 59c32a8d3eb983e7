"""When a report appeared: by evidence that is quoted, or not at all."""

from datetime import date

import pytest
from clean_samples import ARTICLE, REPORT, raw

from memcon.clean.clean import clean
from memcon.clean.page_dates import is_date_line
from memcon.model.dates import DateRange
from memcon.model.errors import BadInput

DATELESS = REPORT.replace(", Nov. 21", "")


def published(text: str, **given: str) -> DateRange:
    return clean(raw(text, **given)).published


def on_page(*lines: str, report: str = DATELESS) -> str:
    return "\n\n".join(["Balkan leaders initial peace accord", *lines, report])


def test_a_given_date_wins_and_says_who_gave_it() -> None:
    found = published(on_page("Published May 3, 2001"), published="1995-11-21", published_basis="manifest")
    assert (found.earliest, found.latest, str(found.basis)) == (date(1995, 11, 21), date(1995, 11, 21), "manifest")
    assert str(published(REPORT, published="1995-11-21").basis) == "given"


def test_a_given_time_means_its_own_local_day() -> None:
    assert published(REPORT, published="1995-11-21T23:30:00-05:00").value == "1995-11-21"


def test_a_given_month_is_a_month() -> None:
    found = published(REPORT, published="1995-11")
    assert (found.earliest, found.latest, found.value) == (date(1995, 11, 1), date(1995, 11, 30), "1995-11")


def test_a_given_word_that_is_no_date_leaves_the_date_open_and_says_so() -> None:
    found = published(DATELESS, published="last week")
    assert not found.known
    assert "'last week' is not a date" in str(found.basis)


def test_without_evidence_there_is_no_date_and_a_reason() -> None:
    found = published(DATELESS)
    assert not found.known
    assert str(found.basis)


def test_days_named_in_the_report_do_not_date_it() -> None:
    assert not published(DATELESS + "\nThe war began on April 6, 1992, they said.\n").known


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published November 21, 1995, 10:15 pm EST", "1995-11-21"),
        ("First published on Tuesday 21 November 1995", "1995-11-21"),
        ("21 November 1995", "1995-11-21"),
        ("November 21, 1995 / 5:03 PM / Example News", "1995-11-21"),
        ("Example News live team | Tuesday, 21 November 1995 | All times Dayton (GMT-5)", "1995-11-21"),
        ("Posted: 1995-11-21 | Updated: 1995-11-22", "1995-11-21"),
        ("Published 21/11/1995", "1995-11-21"),
        ("Published 11/21/1995", "1995-11-21"),
        ("Published 11/11/1995", "1995-11-11"),
        ("Published Thursday, 02/11/1995", "1995-11-02"),
    ],
)
def test_a_date_line_dates_the_page_and_is_quoted(line: str, value: str) -> None:
    found = published(on_page(line))
    assert found.value == value
    assert any(part in str(found.basis) for part in (line[:12], "1995"))


def test_a_headline_with_a_date_beside_it_is_no_date_line() -> None:
    assert not is_date_line("Presidents initial a peace agreement after long talks | World | 21 November 1995")


def test_two_readings_without_a_witness_stay_open_and_both_are_named() -> None:
    found = published(on_page("Published 03/05/2001"))
    assert not found.known
    assert "2001-05-03 or 2001-03-05" in str(found.basis)


@pytest.mark.parametrize(
    ("lines", "report", "value"),
    [
        (["Published 05/11/1995"], DATELESS.replace("DAYTON, Ohio", "DAYTON, Ohio, Nov. 4"), "1995-11-05"),
        (["Published 11/05/1995"], DATELESS.replace("DAYTON, Ohio", "DAYTON, Ohio, Nov. 4"), "1995-11-05"),
        (["Published 05/11/1995", "Updated 13/11/1995"], DATELESS, "1995-11-05"),
        (["Published 11/05/1995", "Updated 11/13/1995"], DATELESS, "1995-11-05"),
        (["Published 11/05/1995", "Updated November 6, 1995"], DATELESS, "1995-11-05"),
    ],
)
def test_the_dateline_or_another_date_of_the_page_decides_between_two_readings(
    lines: list[str], report: str, value: str
) -> None:
    found = published(on_page(*lines, report=report))
    assert found.value == value
    assert "read day first as" in str(found.basis) or "read month first as" in str(found.basis)


def test_the_address_decides_too() -> None:
    assert published(on_page("Published 11/05/1995"), url="https://example.org/1995/11/05/maps").value == "1995-11-05"


def test_a_dateline_without_a_year_dates_nothing_alone() -> None:
    found = published(REPORT)
    assert not found.known
    assert "'Nov. 21': names no year" in str(found.basis)


def test_a_dateline_takes_its_year_from_another_date_of_the_page() -> None:
    found = published(on_page("Updated November 23, 1995", report=REPORT))
    assert found.value == "1995-11-21"
    assert "Nov. 21" in str(found.basis)
    assert "Updated November 23, 1995" in str(found.basis)


def test_a_dateline_of_december_on_a_page_of_january_is_of_the_year_before() -> None:
    report = REPORT.replace("Nov. 21", "Dec. 31")
    assert published(on_page("Updated January 1, 1996", report=report)).value == "1995-12-31"


def test_a_dateline_with_its_year_is_enough() -> None:
    assert published(REPORT.replace("Nov. 21", "Nov. 21, 1995")).value == "1995-11-21"


@pytest.mark.parametrize(
    "line",
    [
        "Dayton, November 21, 1995",
        "The Hague, 21 November 1995",
        "21 November 1995, Kyiv",
        "Tokyo, 21 November 1995 (Tuesday)",
        "Press Release No. 123/1995, Ankara, 21 November 1995",
        "Cairo, November 21, 1995 (MENA)",
        "Riyadh, Jumada 28, 1416, Nov 21, 1995, SPA",
        "12:20, 21 November, 1995",
        "21 November 1995 17:48 (UTC +04:00)",
        "date 1995-11-21",
        "Brussels, 21.11.1995",
    ],
)
def test_the_letterhead_of_a_paper_dates_it(line: str) -> None:
    assert published(on_page(line)).value == "1995-11-21"


@pytest.mark.parametrize("foot", ["New Delhi\nNovember 21, 1995", "Islamabad, 21 November 1995"])
def test_a_paper_can_name_its_day_at_its_foot(foot: str) -> None:
    assert published(DATELESS + "\n\n" + foot).value == "1995-11-21"


def test_a_title_that_names_the_day_of_a_call_dates_no_paper() -> None:
    assert not published(on_page("Readout of the call of 21 November 1995")).known


def test_the_headings_of_a_diary_date_their_items_not_the_diary() -> None:
    items = ["Monday 6 May 1996", "The President receives the envoy.", "Tuesday 7 May 1996", "The President flies to Oslo."]
    assert not published("\n\n".join(["Programme of the President", *items])).known


def test_a_dateline_in_capitals_ends_with_the_agency() -> None:
    report = "YEREVAN, FEBRUARY 9, 2021, HAYK PRESS. The trip of the chairman is being worked out, the body said."
    assert published(report).value == "2021-02-09"


def test_an_agency_of_africa_parts_the_year_by_a_slash() -> None:
    assert (
        published("Addis Ababa March 11/2025 /ENA/ The minister has held talks with his counterparts.").value
        == "2025-03-11"
    )


def test_an_update_alone_says_only_by_when() -> None:
    found = published(on_page("Last updated November 23, 1995"))
    assert (found.earliest, found.latest) == (None, date(1995, 11, 23))


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://example.org/1995/11/21/accord", "1995-11-21"),
        ("https://example.org/world/accord-1995-11-21/", "1995-11-21"),
        ("https://example.org/1995/11/accord", "1995-11"),
        ("https://example.org/world/19951121-story", None),
        ("https://example.org/article/2045678", None),
        ("https://example.org/id/123456789", None),
    ],
)
def test_an_address_dates_a_report_only_where_it_holds_a_date(url: str, value: str | None) -> None:
    assert published(DATELESS, url=url).value == value


def test_the_metadata_of_a_page_date_it() -> None:
    meta = '<meta property="article:published_time" content="1995-11-21T23:30:00-05:00">'
    found = clean(raw(ARTICLE.replace("{meta}", meta), "text/html")).published
    assert found.value == "1995-11-21"
    assert "article:published_time" in str(found.basis)


def test_a_copyright_year_does_not_date_a_page() -> None:
    assert not clean(raw(ARTICLE.replace("{meta}", ""), "text/html")).published.known


def test_a_page_without_an_article_is_set_aside() -> None:
    with pytest.raises(BadInput, match="no article in the page"):
        clean(raw("<html><body><nav><a href='/'>Home</a></nav><p>Sign in</p></body></html>", "text/html"))


def test_a_page_that_shows_its_date_in_two_readings_stays_open() -> None:
    shown = ARTICLE.replace("{meta}", "").replace('<p class="byline">', '<span class="published">11/05/1995</span><p>')
    found = clean(raw(shown, "text/html")).published
    assert not found.known
    assert "1995-05-11 or 1995-11-05" in str(found.basis)


def test_the_date_of_another_article_in_the_margin_dates_nothing() -> None:
    margin = ARTICLE.replace("{meta}", "").replace("<aside>", '<aside><time datetime="2020-02-02">2 Feb</time>')
    assert not clean(raw(margin, "text/html")).published.known
