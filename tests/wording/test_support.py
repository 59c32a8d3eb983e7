"""Which words support what is said of an engagement."""

from dataclasses import replace
from datetime import date

import pytest

from memcon.annotate.parser import Parser
from memcon.model.life import turning_points
from memcon.model.record import Account, Engagement, Record
from memcon.model.status import Status
from memcon.wording.citing import around
from memcon.wording.support import Source, shown_elsewhere, sources, unsupported
from record_samples import CALLED_OFF, PREVIEW, Library, between


@pytest.fixture(scope="module")
def record(parser: Parser) -> Record:
    return Library(parser).record(PREVIEW, CALLED_OFF)


@pytest.fixture
def meeting(record: Record) -> Engagement:
    (found,) = between(record, "Donald Trump", "Vladimir Putin")
    return found


def words(record: Record, found: list[Source]) -> list[str]:
    documents = {d.id: d for d in record.documents}
    return [str(around(s, documents[s.document])) for s in found]


def test_the_sentence_that_says_a_status_comes_first_and_alone_where_it_says_all(
    record: Record, meeting: Engagement
) -> None:
    off = turning_points(meeting.history)[-1].first
    assert words(record, sources(meeting, off)) == [CALLED_OFF[2]]
    assert not unsupported(meeting, sources(meeting, off))


def test_a_day_that_no_cited_words_tell_says_what_it_was_taken_from(meeting: Engagement) -> None:
    moved = replace(meeting, date=replace(meeting.date, earliest=date(2018, 7, 17), latest=date(2018, 7, 17)))
    (line,) = unsupported(moved, sources(moved, moved.history[-1]))
    assert line.startswith("The day is taken from: ")


def test_names_that_a_sentence_leaves_out_are_cited_from_others(record: Record, meeting: Engagement) -> None:
    other = record.documents[0].id
    elsewhere = replace(
        meeting.participants[0], evidence=tuple(e for e in meeting.participants[0].evidence if e.document == other)
    )
    step = next(s for s in meeting.history if s.evidence[0].document != other)
    found = sources(replace(meeting, participants=(elsewhere,)), step)
    assert [s.document for s in found][:2] == [step.evidence[0].document, other]


def test_what_another_engagement_shows_has_the_words_of_that(meeting: Engagement) -> None:
    words_of_another = replace(meeting.history[0].evidence[0], document="document-other")
    account = Account("status", "held", (words_of_another,), "agrees")
    held = replace(meeting, status=Status.HELD, accounts=(account,))
    shown = shown_elsewhere(held)
    assert shown is not None and shown.document == "document-other"
    assert shown_elsewhere(meeting) is None
