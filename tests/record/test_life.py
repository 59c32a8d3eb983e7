"""The life of an engagement across reports: its history in order, its status in the end, never held before its day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from memcon.annotate.parser import Parser
from memcon.items import documents_in
from memcon.model.record import Copy, Engagement, Family, Relation
from record_samples import (
    ALL,
    CALLED_OFF,
    LATER,
    PREVIEW,
    RECALL,
    REPORT,
    VISIT_MADE,
    VISIT_PLANNED,
    VISIT_PUT_OFF,
    Library,
    Report,
    between,
    build,
    sources,
)

TRUMP, PUTIN, ABE = "Donald Trump", "Vladimir Putin", "Shinzo Abe"


@pytest.fixture(scope="module")
def library(parser: Parser) -> Library:
    return Library(parser)


def said(engagement: Engagement) -> list[str]:
    return [step.status for step in engagement.history]


def test_a_preview_a_report_and_a_recall_are_one_engagement_with_its_history_in_order(library: Library) -> None:
    record = library.record(RECALL, REPORT, PREVIEW)
    (meeting,) = between(record, TRUMP, PUTIN)
    assert sources(record, meeting) == {"preview", "report", "recall"}
    assert said(meeting) == ["planned", "held", "held"]
    assert [str(step.said_on.earliest) for step in meeting.history] == ["2018-07-05", "2018-07-16", "2018-08-20"]
    assert (meeting.status, meeting.date.value, meeting.origins) == ("held", "2018-07-16", 3)
    assert meeting.place is not None and meeting.place.name == "Helsinki"


def test_every_step_of_a_history_quotes_the_words_of_its_report(library: Library) -> None:
    record = library.record(*ALL)
    texts = {d.id: d.text for d in record.documents}
    steps = [(e, step) for e in record.engagements for step in e.history]
    assert steps
    for engagement, step in steps:
        assert step.evidence
        for cited in step.evidence:
            assert texts[cited.document][cited.start : cited.end] == cited.quote
            assert cited.document in engagement.reports


def test_a_plan_whose_day_is_past_and_which_nobody_reports_as_held_is_unconfirmed(library: Library) -> None:
    (meeting,) = between(library.record(PREVIEW, LATER), TRUMP, PUTIN)
    assert (meeting.status, said(meeting)) == ("unconfirmed", ["planned"])


def test_a_plan_whose_day_is_still_to_come_is_a_plan(library: Library) -> None:
    (meeting,) = between(library.record(PREVIEW), TRUMP, PUTIN)
    assert meeting.status == "planned"


def test_silence_never_makes_a_plan_held(library: Library) -> None:
    for engagement in library.record(PREVIEW, VISIT_PLANNED, LATER).engagements:
        assert engagement.status == "unconfirmed"


def test_a_meeting_called_off_stays_called_off_after_its_day(library: Library) -> None:
    (meeting,) = between(library.record(PREVIEW, CALLED_OFF, LATER), TRUMP, PUTIN)
    assert (meeting.status, said(meeting)) == ("cancelled", ["planned", "cancelled"])


def test_a_plan_retold_after_the_meeting_does_not_undo_it(library: Library) -> None:
    text = "U.S. President Donald Trump was due to meet Russian President Vladimir Putin in Helsinki on July 16."
    (meeting,) = between(library.record(REPORT, ("retold", "2018-07-20", text)), TRUMP, PUTIN)
    assert meeting.status == "held"


def test_a_visit_put_off_and_the_one_that_replaces_it_are_two_and_joined(library: Library) -> None:
    record = library.record(VISIT_PLANNED, VISIT_PUT_OFF, VISIT_MADE)
    (put_off, made) = between(record, ABE)
    assert (put_off.status, put_off.date.value) == ("postponed", "2018-04-20")
    assert (made.status, made.date.value) == ("held", "2018-05-26")
    assert (put_off.rescheduled_as, made.rescheduled_as) == (made.id, None)
    assert said(put_off) == ["planned", "postponed"]
    assert said(made) == ["planned", "held"]


def test_a_visit_put_off_is_joined_with_the_one_that_another_report_calls_its_replacement(library: Library) -> None:
    record = library.record(
        ("off", "2018-04-12", "Japanese Prime Minister Shinzo Abe postponed a visit to Moscow set for April 20."),
        (
            "made",
            "2018-05-27",
            "Japanese Prime Minister Shinzo Abe visited Moscow on Saturday, five weeks after he postponed it.",
        ),
    )
    (put_off, made) = between(record, ABE)
    assert put_off.rescheduled_as == made.id


def test_a_calling_off_that_names_the_planned_day_ends_the_plan(library: Library) -> None:
    plan = "U.S. President Donald Trump will meet Russian President Vladimir Putin in Helsinki on July 16."
    off = "U.S. President Donald Trump called off a meeting with Russian President Vladimir Putin planned for July 16."
    (meeting,) = between(library.record(("a", "2018-05-10", plan), ("b", "2018-07-14", off), LATER), TRUMP, PUTIN)
    assert meeting.status == "cancelled"


def test_a_meeting_that_is_denied_is_not_held(library: Library) -> None:
    text = "U.S. President Donald Trump did not meet Russian President Vladimir Putin in Helsinki on July 16."
    for meeting in between(library.record(PREVIEW, ("denied", "2018-07-18", text)), TRUMP, PUTIN):
        assert meeting.status not in ("held", "ongoing", "planned")


def subsets() -> Iterable[tuple[Report, ...]]:
    return combinations(ALL, 3)


def test_whatever_is_read_nothing_is_held_that_no_report_calls_held(library: Library) -> None:
    for reports in subsets():
        for engagement in library.record(*reports).engagements:
            if engagement.status == "held":
                assert "held" in said(engagement)


def test_whatever_is_read_nothing_is_held_before_its_day(library: Library) -> None:
    for reports in subsets():
        record = library.record(*reports)
        last = max((d.published.latest for d in record.documents if d.published.latest), default=date.max)
        for engagement in record.engagements:
            if engagement.status in ("held", "ongoing") and engagement.date.earliest:
                assert engagement.date.earliest <= last


def test_whatever_is_read_each_phrase_belongs_to_one_engagement(library: Library) -> None:
    record = library.record(*ALL)
    told = [(m.document, m.mention.span) for e in record.engagements for m in e.mentions]
    assert len(told) == len(set(told))
    documents = [library.document(report) for report in ALL]
    found = {(d.id, m.span) for d in documents for e in library.read(d).engagements if not e.generic for m in e.mentions}
    assert set(told) == found


def test_copies_of_one_report_are_one_origin(library: Library) -> None:
    documents = [library.document(r) for r in (REPORT, ("reprint", *REPORT[1:]), RECALL)]
    family = Family("family-1", documents[0].id, (Copy(documents[1].id, "exact", 1.0),))
    record = build(documents, [library.read(d) for d in documents], [family])
    (meeting,) = between(record, TRUMP, PUTIN)
    assert (len(meeting.reports), meeting.origins) == (3, 2)


def test_an_engagement_without_evidence_cannot_be_made(library: Library) -> None:
    (meeting,) = between(library.record(REPORT), TRUMP, PUTIN)
    with pytest.raises(ValueError, match="without evidence"):
        replace(meeting, mentions=())


def test_a_meeting_called_off_and_then_held_after_all_is_one_life(library: Library) -> None:
    again = "U.S. President Donald Trump will meet Russian President Vladimir Putin in Helsinki on July 16 after all."
    record = library.record(PREVIEW, CALLED_OFF, ("again", "2018-07-15", again), REPORT)
    (meeting,) = between(record, TRUMP, PUTIN)
    assert said(meeting) == ["planned", "cancelled", "planned", "held"]
    assert meeting.status == "held"


def test_a_meeting_that_was_only_considered_stays_considered_when_its_time_is_past(library: Library) -> None:
    text = "Japanese Prime Minister Shinzo Abe may visit Moscow in May."
    (visit,) = between(library.record(("maybe", "2018-04-20", text), LATER), ABE)
    assert visit.status == "considered"


def test_a_denial_of_what_another_report_tells_stands_beside_it(library: Library) -> None:
    denied = "Russia denied that U.S. President Donald Trump met Russian President Vladimir Putin in Helsinki on July 16."
    (meeting,) = between(library.record(REPORT, ("denial", "2018-07-18", denied)), TRUMP, PUTIN)
    assert said(meeting).count("held") == 1
    assert len(meeting.reports) == 2


def test_an_invitation_and_the_visit_that_follows_are_one_engagement(library: Library) -> None:
    record = library.record(
        (
            "invitation",
            "2018-04-27",
            "French President Emmanuel Macron invited Russian President Vladimir Putin to Paris in July.",
        ),
        ("visit", "2018-07-14", "Russian President Vladimir Putin visited Paris on Friday."),
    )
    (visit,) = record.engagements
    assert said(visit) == ["invited", "held"]


def test_a_planned_visit_was_made_when_its_traveller_met_somebody_there_on_its_days(library: Library) -> None:
    record = library.record(
        ("plan", "2018-07-05", "U.S. President Donald Trump will visit Finland on July 16."),
        REPORT,
    )
    (visit,) = [e for e in record.engagements if e.kind == "visit"]
    assert (visit.status, said(visit)) == ("held", ["planned"])
    assert [(a.value, a.evidence[0].quote) for a in visit.accounts if a.field == "status"] == [("held", "met")]
    assert documents_in(visit) == {d.id for d in record.documents}


def test_a_planned_visit_is_not_confirmed_by_a_meeting_elsewhere(library: Library) -> None:
    record = library.record(
        ("plan", "2018-07-05", "U.S. President Donald Trump will visit Norway on July 16."),
        REPORT,
        LATER,
    )
    (visit,) = [e for e in record.engagements if e.kind == "visit"]
    assert visit.status == "unconfirmed"


def test_what_was_under_way_on_a_day_that_has_passed_was_held(library: Library) -> None:
    talks = ("talks", "2018-07-16", "President Donald Trump is meeting President Vladimir Putin in Helsinki on Monday.")
    alone, later = library.record(talks), library.record(talks, LATER)
    assert [said(e) for e in between(alone, TRUMP, PUTIN)] == [["ongoing"]]
    assert [e.status for e in between(alone, TRUMP, PUTIN)] == ["ongoing"]
    assert "held" in [e.status for e in between(later, TRUMP, PUTIN)]


WELCOME = (
    "plan",
    "2018-07-05",
    "President Donald Trump looks forward to welcoming President Vladimir Putin on July 16, 2018.",
)


def test_a_planned_meeting_took_place_when_those_who_were_to_meet_faced_the_press_together(library: Library) -> None:
    told = "President Donald Trump and President Vladimir Putin held a joint press conference in Helsinki on Monday."
    record = library.record(WELCOME, ("press", "2018-07-17", told))
    (meeting,) = [e for e in record.engagements if e.kind == "meeting"]
    assert (meeting.status, said(meeting)) == ("held", ["planned"])


@pytest.mark.parametrize(
    "told",
    [
        "President Donald Trump held a press conference in Helsinki on Monday.",
        "President Donald Trump and Prime Minister Shinzo Abe held a joint press conference on Monday.",
        "President Donald Trump and President Vladimir Putin held a joint press conference on July 11.",
    ],
    ids=["one of them alone", "another guest", "another day"],
)
def test_a_planned_meeting_is_not_confirmed_by_what_others_did_or_on_another_day(told: str, library: Library) -> None:
    record = library.record(WELCOME, ("press", "2018-07-17", told))
    (meeting,) = [e for e in record.engagements if e.kind == "meeting"]
    assert (meeting.status, said(meeting)) == ("unconfirmed", ["planned"])


def test_a_status_that_a_copy_repeats_is_one_step_with_the_canonical_first(library: Library) -> None:
    documents = [library.document(r) for r in (REPORT, ("reprint", "2018-07-18", REPORT[2]))]
    family = Family("family-1", documents[0].id, (Copy(documents[1].id, "exact", 1.0),))
    record = build(documents, [library.read(d) for d in documents], [family])
    (meeting,) = between(record, TRUMP, PUTIN)
    (step,) = meeting.history
    assert [e.document for e in step.evidence[:1]] == [documents[0].id]
    assert {e.document for e in step.evidence} == {d.id for d in documents}


@pytest.mark.parametrize(("relation", "steps"), [("spun", ["planned"]), ("update", ["planned", "cancelled"])])
def test_what_a_copy_alone_seems_to_say_is_no_news_but_an_update_brings_some(
    relation: Relation, steps: list[str], library: Library
) -> None:
    documents = [library.document(r) for r in (PREVIEW, ("copied", CALLED_OFF[1], CALLED_OFF[2]))]
    family = Family("family-1", documents[0].id, (Copy(documents[1].id, relation, 0.6),))
    record = build(documents, [library.read(d) for d in documents], [family])
    (meeting,) = between(record, TRUMP, PUTIN)
    assert len(meeting.reports) == 2
    assert said(meeting) == steps
