"""Every character has a zone; furniture of the page is none of the report."""

import time
from textwrap import fill

import pytest
from clean_samples import REPORT, raw, zone_of
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.clean.blocks import blocks_of
from memcon.clean.clean import clean
from memcon.clean.zones import lay_out, zones_of
from memcon.model.errors import BadInput

PARAGRAPHS = REPORT.strip().split("\n\n")
TITLE = "Balkan leaders initial peace accord in Ohio"


def page(*parts: str) -> str:
    return "\n\n".join(parts) + "\n"


@settings(deadline=None)  # the tables are compiled with the first text
@given(st.text(alphabet=st.sampled_from("Ab1 .\n\r\t“”—:©#")))
def test_zones_cover_every_text_without_gap_or_overlap(text: str) -> None:
    zones = zones_of(text, lay_out(text, blocks_of(text)).labels)
    if zones:
        assert [z.start for z in zones] == [0, *(z.end for z in zones[:-1])]
        assert zones[-1].end == len(text)
    else:
        assert not text.strip(" \t\r\n\f\v\xa0\ufeff\u200b")


def test_a_report_alone_is_all_body() -> None:
    assert [z.zone for z in clean(raw(REPORT)).zones] == ["body"]


def test_a_headline_above_the_report_is_its_title() -> None:
    document = clean(raw(page(f"UPDATE 2-{TITLE}", *PARAGRAPHS)))
    assert document.title == f"UPDATE 2-{TITLE}"
    assert zone_of(document, "UPDATE 2-") == "title"


def test_a_given_title_is_the_title_of_a_text_without_one() -> None:
    document = clean(raw(REPORT, title=TITLE))
    assert document.title == TITLE
    assert {z.zone for z in document.zones} == {"body"}


def test_a_report_that_opens_with_a_short_sentence_has_no_title() -> None:
    assert clean(raw(page("The maps are drawn.", *PARAGRAPHS))).title is None


def test_a_caption_is_not_a_title_and_its_photographer_stands_in_the_credits() -> None:
    caption = "President Franjo Tudjman arrives at the air base near Dayton, Nov. 1, 1995. (Anna Example/Example Press)"
    document = clean(raw(page(caption, *PARAGRAPHS)))
    assert document.title is None
    assert zone_of(document, "President Franjo") == "body"
    assert zone_of(document, "(Anna Example") == "credits"
    assert document.byline == ()


def test_a_title_given_twice_is_the_title_once() -> None:
    document = clean(raw(page(TITLE, "HomeWorld News", TITLE, *PARAGRAPHS)))
    zones = [z.zone for z in document.zones]
    assert zones == ["title", "boilerplate", "body"]


def test_the_cut_copy_of_the_lead_is_a_teaser() -> None:
    for ending in ("", "...", " […]"):
        document = clean(raw(page(TITLE, PARAGRAPHS[0][:70] + ending, *PARAGRAPHS)))
        assert [z.zone for z in document.zones] == ["title", "boilerplate", "body"]
        assert document.dateline is not None
        assert document.dateline.span.start > 100


def test_a_page_around_a_report_is_boilerplate_and_the_report_is_not() -> None:
    head = ("Skip to main content", "Save 30% on a year of reading", "Home > World > Europe", TITLE, "By Anna Example")
    inner = ("Advertisement", "READ MORE: Storm closes ports on the coast", "Sign up for our weekly newsletter")
    tail = ("Reporting by Anna Example; Editing by Paul Example", "Our standards: the agency's principles", "Anna Example")
    form = ("Leave a comment", "Your email address will not be published.", "Save my name and email in this browser")
    document = clean(raw(page(*head, PARAGRAPHS[0], *inner, *PARAGRAPHS[1:], *tail, *form)))
    kept = "".join(document.text[z.start : z.end] for z in document.stretches("body"))
    assert kept.split("\n\n")[0] == PARAGRAPHS[0]
    assert [p for p in kept.strip().split("\n\n") if p] == PARAGRAPHS
    assert document.title == TITLE
    assert document.byline == ("Anna Example",)


def test_after_a_comment_heading_nothing_belongs_to_the_report() -> None:
    document = clean(raw(page(*PARAGRAPHS, "3 Comments", "I was there and the coffee was bad.", "So was the weather.")))
    assert [z.zone for z in document.zones] == ["body", "boilerplate"]


def test_a_word_like_comments_early_in_a_text_does_not_end_it() -> None:
    assert zone_of(clean(raw(page(PARAGRAPHS[0], "Comments", *PARAGRAPHS[1:] * 3))), "The accord is") == "body"


def test_a_short_line_between_paragraphs_is_a_heading_and_items_of_a_list_are_not() -> None:
    long = [p + " " + p for p in PARAGRAPHS]
    document = clean(raw(page(long[0], "What the maps say", long[1], "Croatia", "Serbia", "Slovenia", long[2])))
    assert zone_of(document, "What the maps") == "heading"
    assert zone_of(document, "Croatia\n") == "body"


def test_hard_wrapped_paragraphs_are_read_whole() -> None:
    paragraph = "The presidents of Bosnia, Croatia and Serbia initialed a peace accord on Tuesday, and they left the base."
    wrapped = "\n\n".join(fill(f"{n} {paragraph} {paragraph}", 70) for n in ("First.", "Then.", "Last."))
    assert [z.zone for z in clean(raw(TITLE + "\n\n" + wrapped)).zones] == ["title", "body"]


def test_a_wire_note_and_a_date_line_are_metadata() -> None:
    document = clean(raw(page(TITLE, "Published 22/11/1995, 06:06 am", "(Adds quote of mediator)", *PARAGRAPHS)))
    assert zone_of(document, "Published") == zone_of(document, "(Adds") == "metadata"


@pytest.mark.parametrize(
    "line",
    [
        "The ministry's advertisement in the paper cost more than the talks.",
        "See also the ministry's note, which gives the reasons for the delay.",
        "The envoys promised to share this burden.",
        "“Click here,” the minister said, and the map appeared.",
        "By Monday the three presidents had left the base.",
        "Source of the quarrel was the corridor around Brcko.",
        "We are not a member of the alliance, the minister said.",
        "You will find the fact sheet in your inbox shortly.",
    ],
)
def test_sentences_that_look_like_furniture_stay_in_the_body(line: str) -> None:
    assert zone_of(clean(raw(page(*PARAGRAPHS, line, *PARAGRAPHS))), line) == "body"


def test_a_long_text_takes_time_in_proportion() -> None:
    small, large = (page(*(f"{n} {p}" for n in range(k) for p in PARAGRAPHS)) for k in (600, 6000))
    times = []
    for text in (small, large):
        start = time.process_time()
        clean(raw(text))
        times.append(time.process_time() - start)
    assert len(large) > 2_000_000
    assert times[1] < 25 * times[0] + 0.5


def test_a_paragraph_beyond_what_the_parser_takes_is_set_aside() -> None:
    with pytest.raises(BadInput, match="line too long: 2,000,000 characters"):
        clean(raw("talks " * 333_333 + "as"))


def test_an_endless_line_of_capitals_or_dashes_is_read_in_time() -> None:
    start = time.process_time()
    for unit in ("A", "By A ", "-", "Home > ", "A b ", "(", "Share ", "1 ", ". "):
        clean(raw(page(unit * (50_000 // len(unit)) + "x", *PARAGRAPHS)))
    assert time.process_time() - start < 5


def test_a_line_that_goes_on_in_the_next_one_is_neither_title_nor_heading() -> None:
    text = "The presidents of Bosnia, Croatia and Serbia have\ninitialed a peace accord.\n" + "\n".join(PARAGRAPHS)
    assert {z.zone for z in clean(raw(text)).zones} == {"body"}


def test_short_questions_of_a_transcript_are_no_headings() -> None:
    answers = [f"MR. BURNS: {p}" for p in PARAGRAPHS]
    text = page(
        "Q Will there be a map?", answers[0], "Q When?", answers[1], "And will the mediator come too?", answers[2], "Q Why?"
    )
    assert {z.zone for z in clean(raw(text)).zones} == {"body"}


def test_credits_at_the_end_of_a_paragraph_are_cut_off_it() -> None:
    document = clean(raw(page(*PARAGRAPHS).rstrip() + " (Reporting by Anna Example; Editing by Paul Example)\n"))
    assert zone_of(document, "The accord is") == "body"
    assert zone_of(document, "(Reporting") == "credits"
    assert document.byline == ("Anna Example",)


def test_links_below_a_label_are_boilerplate_until_the_report_goes_on() -> None:
    text = page(
        PARAGRAPHS[0], "Related Articles", "Storm closes ports on the coast", "Team wins cup again", *PARAGRAPHS[1:]
    )
    document = clean(raw(text))
    assert zone_of(document, "Storm closes") == zone_of(document, "Team wins") == "boilerplate"
    assert zone_of(document, PARAGRAPHS[1][:20]) == "body"


@pytest.mark.parametrize(
    "links",
    [
        ("See also:", "- Storm closes ports on the coast", "- Team wins the cup again"),
        ("Previous article", "Storm closes ports on the coast", "Next article", "Team wins the cup again"),
        ("MORE: Why the ports matter", "Storm closes ports on the coast", "Team wins the cup again"),
    ],
)
def test_links_are_boilerplate_with_bullets_and_below_labels_of_every_kind(links: tuple[str, ...]) -> None:
    document = clean(raw(page(PARAGRAPHS[0], *links, *PARAGRAPHS[1:])))
    assert zone_of(document, "Storm closes") == zone_of(document, "Team wins") == "boilerplate"
    assert zone_of(document, PARAGRAPHS[1][:20]) == "body"


def test_headlines_below_the_last_paragraph_are_boilerplate_and_signatures_are_not() -> None:
    links = clean(raw(page(*PARAGRAPHS, "Storm closes ports on the coast", "Team wins the cup again")))
    assert zone_of(links, "Storm closes") == "boilerplate"
    signed = clean(raw(page(*PARAGRAPHS, "Carlos Prado", "Foreign Minister of Peru", "Luisa Ortiz", "Minister of Trade")))
    assert zone_of(signed, "Carlos Prado") == "body"
