"""A brief of reports in our own words: sentences, and whose words support them."""

from datetime import date

import pytest

from memcon.analysis.brief import Brief, brief
from memcon.annotate.parser import Parser
from memcon.desk.brief_page import BriefPage
from memcon.desk.page import as_text
from memcon.model.record import Record
from record_samples import CALLED_OFF, PREVIEW, REPORT, VISIT_PLANNED, VISIT_PUT_OFF, Library, Report


@pytest.fixture(scope="module")
def library(parser: Parser) -> Library:
    return Library(parser)


def made(record: Record, first: str, last: str) -> tuple[Brief, BriefPage]:
    actors = {a.id: a for a in record.actors}
    found = brief(record.engagements, actors, date.fromisoformat(first), date.fromisoformat(last))
    documents = {d.id: d for d in record.documents}
    statements = [s for s in record.statements if s.quotes]
    return found, BriefPage(found, statements, actors, documents, "United States and Russia", len(documents))


def sentences(library: Library, first: str, last: str, *reports: Report) -> list[str]:
    found, page = made(library.record(*reports), first, last)
    return [page.sentence(t) for t in found.turns]


def test_what_was_called_off_is_one_sentence_with_what_it_was_before(library: Library) -> None:
    assert sentences(library, "2018-07-10", "2018-07-15", PREVIEW, CALLED_OFF) == [
        "The meeting in Helsinki (Finland) of Donald Trump (American President) and Vladimir Putin (Russian President), 16 Jul 2018, "
        "was called off; before that: planned (5 Jul 2018). Said on 14 Jul 2018."
    ]


def test_a_visit_is_of_those_who_travel(library: Library) -> None:
    (sentence,) = sentences(library, "2018-04-01", "2018-04-10", VISIT_PLANNED)
    assert sentence.startswith(
        "The visit to Moscow (Russia) of Shinzo Abe (Japanese Prime Minister), 20 Apr 2018, is planned."
    )


def test_what_was_put_off_says_what_stands_in_for_it(library: Library) -> None:
    found = sentences(library, "2018-04-11", "2018-04-13", VISIT_PLANNED, VISIT_PUT_OFF)
    assert any("was put off; 26 May 2018 stands in for it (planned)" in sentence for sentence in found)


def test_silence_is_said_of_the_day_after(library: Library) -> None:
    (sentence,) = sentences(library, "2018-07-10", "2018-07-20", PREVIEW)
    assert sentence.startswith("No report says whether the meeting in Helsinki (Finland) of Donald Trump")


def test_every_sentence_stands_over_words_of_a_report(library: Library) -> None:
    record = library.record(PREVIEW, CALLED_OFF, VISIT_PLANNED, VISIT_PUT_OFF, REPORT)
    _, page = made(record, "2018-01-01", "2018-12-31")
    for section in page.page().sections:
        for item in section.items:
            assert item.quotes or section.heading == "Said"
    for turn in page.as_object()["turns"]:
        assert turn["sources"] and all(s["quote"] and s["quote"] in s["sentence"] for s in turn["sources"])


def test_a_period_in_which_nothing_changed_says_how_much_was_read(library: Library) -> None:
    _, page = made(library.record(PREVIEW), "2019-01-01", "2019-01-31")
    text = as_text(page.page())
    assert "Read: 1 report of these days" in text and "No report of these days tells of anything that changed." in text
