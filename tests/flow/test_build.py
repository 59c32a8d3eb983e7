"""The record does not depend on the order in which documents came, and what is known keeps its id."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.annotate.parser import Parser
from memcon.export.record_json import to_json
from memcon.model.document import Document
from memcon.model.findings import Findings
from record_samples import ALL, LATER, PREVIEW, RECALL, REPORT, Library, between, build

SLOW = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def library(parser: Parser) -> Library:
    return Library(parser)


@pytest.fixture(scope="module")
def read(library: Library) -> list[tuple[Document, Findings]]:
    documents = [library.document(report) for report in ALL]
    return [(d, library.read(d)) for d in documents]


def built(pairs: list[tuple[Document, Findings]]) -> str:
    return to_json(build([d for d, _ in pairs], [f for _, f in pairs]))


@SLOW
@given(order=st.permutations(range(len(ALL))), other=st.permutations(range(len(ALL))))
def test_any_order_of_documents_and_of_findings_gives_the_same_bytes(
    order: list[int], other: list[int], read: list[tuple[Document, Findings]]
) -> None:
    shuffled = build([read[n][0] for n in order], [read[n][1] for n in other])
    assert to_json(shuffled) == built(read)


@SLOW
@given(order=st.permutations(ALL))
def test_any_order_of_reports_gives_undated_ones_the_same_day(
    order: list[tuple[str, str | None, str]], library: Library
) -> None:
    record, days = library.joined(order)
    expected, expected_days = library.joined(ALL)
    assert days == expected_days
    assert to_json(record) == to_json(expected)


@SLOW
@given(chosen=st.sets(st.sampled_from(range(len(ALL))), min_size=1))
def test_any_part_of_the_reports_gives_a_record_in_order(chosen: set[int], read: list[tuple[Document, Findings]]) -> None:
    documents, findings = zip(*(read[n] for n in sorted(chosen)), strict=True)
    record = build(documents, findings)
    ids = [e.id for e in record.engagements]
    assert all(a < b for a, b in pairwise(ids))
    assert {i for e in record.engagements for i in (e.part_of, e.rescheduled_as) if i} <= set(ids)
    known = {a.id for a in record.actors}
    assert {p.actor for e in record.engagements for p in e.participants} <= known


def test_an_engagement_keeps_its_id_when_a_later_report_is_added(library: Library) -> None:
    known = {"Donald Trump", "Vladimir Putin"}
    ids = [
        between(library.record(*reports), *known)[0].id
        for reports in ((PREVIEW,), (PREVIEW, REPORT), (PREVIEW, REPORT, RECALL), (PREVIEW, REPORT, RECALL, LATER))
    ]
    assert len(set(ids)) == 1


def test_adding_a_later_report_of_something_else_changes_no_engagement_but_by_time(library: Library) -> None:
    before = library.record(REPORT, RECALL)
    after = library.record(REPORT, RECALL, LATER)
    assert set(before.engagements) <= set(after.engagements)


def test_the_same_report_from_another_place_is_a_document_of_its_own(library: Library) -> None:
    record = library.record(REPORT, ("elsewhere", *REPORT[1:]))
    assert len(record.documents) == 2
    (meeting,) = between(record, "Donald Trump", "Vladimir Putin")
    assert len(meeting.reports) == 2


def test_no_document_makes_an_empty_record() -> None:
    record = build([], [])
    assert (record.documents, record.engagements, record.actors) == ((), (), ())
