"""The reports in examples/ against what a right record of them says (expected.toml)."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from memcon.annotate.parser import Parser
from memcon.flow.plan import record_of
from memcon.model.dates import DateRange
from memcon.model.document import Document, RawItem
from memcon.model.record import Engagement, Record, Reject
from memcon.read.read import read_paths

EXAMPLES = Path(__file__).parents[2] / "examples"
EXPECTED: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "expected.toml").read_text(encoding="utf-8")
)


@dataclass
class Told:
    """The record of the examples, with what the checks ask of it."""

    record: Record
    rejects: list[Reject]

    def document(self, source: str) -> Document:
        [found] = [d for d in self.record.documents if d.source.endswith(source)]
        return found

    @cached_property
    def names(self) -> dict[str, list[frozenset[str]]]:
        """The words of each name of each actor."""
        return {a.id: [words(n) for n in (a.name, *a.aliases)] for a in self.record.actors}

    def is_called(self, actor: str | None, name: str) -> bool:
        return actor is not None and any(words(name) <= known for known in self.names[actor])

    @cached_property
    def states(self) -> dict[str, str | None]:
        return {a.id: a.state for a in self.record.actors}

    def engagements(self, wanted: dict[str, Any]) -> list[Engagement]:
        """The occasions on which all of these people take part, or, where `states` are given, all of these states."""
        return [e for e in self.record.engagements if self._meet(e, wanted["people"]) or self._side(e, wanted)]

    def _meet(self, e: Engagement, people: list[str]) -> bool:
        return all(any(self.is_called(p.actor, name) for p in e.participants) for name in people)

    def _side(self, e: Engagement, wanted: dict[str, Any]) -> bool:
        sides = {self.states[p.actor] for p in e.participants}
        return "states" in wanted and set(wanted["states"]) <= sides


def words(name: str) -> frozenset[str]:
    """A name's words without case, accents and hyphens, in no order."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return frozenset(re.findall(r"\w+", plain))


def plain(text: str) -> str:
    return text.replace("’", "'").casefold()


def bounds(on: list[str]) -> DateRange:
    return DateRange(date.fromisoformat(on[0]), date.fromisoformat(on[-1]))


def within(said: DateRange, expected: DateRange) -> bool:
    """Is what is said known to the week or better, and can it be what is expected?"""
    return said.earliest is not None and said.latest is not None and said.can_be(expected) and (said.days or 0) <= 7


def cases(kind: str, *name: str) -> list[Any]:
    """The items of one kind; those that do not hold yet are known to fail."""
    return [
        pytest.param(
            item,
            id="-".join(str(item.get(n)) for n in name),
            marks=[pytest.mark.xfail(reason=item["unmet"], strict=True)] if "unmet" in item else [],
        )
        for item in EXPECTED[kind]
    ]


@pytest.fixture(scope="module")
def told(parser: Parser) -> Told:
    everything = list(read_paths([EXAMPLES]))
    items = [item for item in everything if isinstance(item, RawItem)]
    return Told(record_of(items, parser), [item for item in everything if isinstance(item, Reject)])


def test_every_example_is_read(told: Told) -> None:
    assert told.rejects == []
    assert len(told.record.documents) == len(EXPECTED["document"])


@pytest.mark.parametrize("expected", cases("document", "source"))
def test_a_report_appeared_on_its_day_and_is_what_it_is(told: Told, expected: dict[str, Any]) -> None:
    document = told.document(expected["source"])
    *unknown, day = expected["published"]
    assert within(document.published, bounds([day])) or (unknown == ["unknown"] and not document.published.known)
    assert set(expected.get("condition", [])) <= set(document.condition)
    if "condition" not in expected:
        assert not {"spun", "back_translated"} & set(document.condition)


@pytest.mark.parametrize("expected", cases("engagement", "what"))
def test_an_engagement_is_recorded_with_its_day_and_its_last_status(told: Told, expected: dict[str, Any]) -> None:
    found = [e for e in told.engagements(expected) if within(e.date, bounds(expected["on"]))]
    right = [e for e in found if e.kind in expected["kind"] and e.status in expected["status"]]
    assert right, [(e.kind, e.status, e.date.value) for e in found]


@pytest.mark.parametrize("expected", cases("history", "what"))
def test_an_engagement_has_its_whole_life_in_one_history(told: Told, expected: dict[str, Any]) -> None:
    found = [e for e in told.engagements(expected) if within(e.date, bounds(expected["on"]))]
    assert found
    best = max(found, key=lambda e: len(e.mentions))
    steps = [step.status for step in best.history]
    assert is_told_in_order(expected["steps"], steps), steps
    assert best.origins >= expected["origins"]


def is_told_in_order(wanted: Sequence[str], steps: Sequence[str]) -> bool:
    """Do the steps pass through the wanted ones in this order? Announced and planned are one."""
    rest = iter("planned" if step == "announced" else step for step in steps)
    return all(any(step == want for step in rest) for want in wanted)


@pytest.mark.parametrize("expected", cases("statement", "source", "begins"))
def test_a_statement_is_told_with_its_speaker(told: Told, expected: dict[str, Any]) -> None:
    document = told.document(expected["source"])
    found = [
        s
        for s in told.record.statements
        if s.document == document.id and plain(expected["begins"]) in plain(s.span.of(document.text))[:200]
    ]
    assert found, "the words are not recorded as a statement"
    assert any(told.is_called(s.speaker, expected["speaker"]) for s in found), [s.speaker_text for s in found]
    if "altered" in expected:
        assert any(s.altered is expected["altered"] for s in found)


@pytest.mark.parametrize("forbidden", cases("never", "why"))
def test_what_did_not_happen_is_never_recorded_as_if_it_had(told: Told, forbidden: dict[str, Any]) -> None:
    day = DateRange.day(date.fromisoformat(forbidden["on"])) if "on" in forbidden else None
    said = [e for e in told.engagements(forbidden) if e.status in forbidden["statuses"]]
    wrong = [e for e in said if day is None or (e.date.exact and e.date.can_be(day))]
    assert not wrong


def test_the_order_of_the_reports_does_not_matter(told: Told, parser: Parser) -> None:
    items = [item for item in read_paths([EXAMPLES]) if isinstance(item, RawItem)]
    assert record_of(reversed(items), parser) == told.record


def test_every_quote_stands_in_its_document(told: Told) -> None:
    texts = {d.id: d.text for d in told.record.documents}
    cited = [e for engagement in told.record.engagements for step in engagement.history for e in step.evidence]
    assert all(texts[e.document][e.start : e.end] == e.quote for e in cited)
