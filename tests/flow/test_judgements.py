"""Why the mentions of an engagement are one, and what was left out of it."""

import pytest

import memcon
from memcon import OpenRecord
from memcon.model.judgements import Judgements, Objection
from memcon.model.record import Engagement

PREVIEW = "French President Emmanuel Macron will meet Kenyan President William Ruto in Paris on June 22, his office said."
REPORT = "French President Emmanuel Macron met Kenyan President William Ruto in Paris on Thursday, June 22."
EARLIER = "French President Emmanuel Macron met Kenyan President William Ruto in Nairobi on June 8."


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> OpenRecord:
    folder = tmp_path_factory.mktemp("reports")
    for name, day, text in (("a", "2023-06-09", EARLIER), ("b", "2023-06-15", PREVIEW), ("c", "2023-06-23", REPORT)):
        (folder / f"{name}.txt").write_text(f"By Ann Author\nPublished {day}\n\n{text}\n")
    db = folder / "record.db"
    memcon.read_reports([str(folder)], db)
    return memcon.open_record(db)


def judged(record: OpenRecord) -> tuple[Engagement, Judgements]:
    (met,) = record.engagements(since="2023-06-20", until="2023-06-24", kind="meeting")
    return met, record.show(met.id).judgements


def test_each_decision_names_the_words_of_both_mentions(record: OpenRecord) -> None:
    _, found = judged(record)
    (decision,) = found.same
    documents = {found.words[label].document for label in (decision.left, decision.right)}
    assert len(documents) == 2 and "day 1.0" in decision.reason


def test_another_meeting_of_the_two_is_named_with_what_keeps_it_apart(record: OpenRecord) -> None:
    _, found = judged(record)
    ((other, why),) = found.left_out
    assert why is Objection.DAYS
    assert record.show(other).kind == "engagement"
