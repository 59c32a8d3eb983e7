"""The table of what machine translation leaves."""

import pytest

from memcon.registers.translationese import Calque, calques, translation_marks


@pytest.mark.parametrize("rule", calques(), ids=lambda rule: f"{rule.name} ({rule.example})")
def test_each_mark_is_found_in_its_example(rule: Calque) -> None:
    assert rule in [found.rule for found in translation_marks(rule.example)]
    assert rule.tongues and 0 < rule.weight <= 1


def test_a_report_in_an_agency_s_own_words_has_no_mark() -> None:
    text = (
        "The Polish foreign minister flew to Ottawa on Monday for talks with his Canadian counterpart, the Foreign Ministry said. "
        "“We exchanged views on grain,” a ministry spokesman told reporters. The U.S. Secretary of State will follow on "
        "August 15, 2019, the day after the summit. It was the first visit in five years, and in connection with it the two "
        "sides signed an agreement. (Reporting by Jane Roe in Ottawa; Editing by John Doe)"
    )
    assert [text[found.start : found.end] for found in translation_marks(text)] == []


def test_only_the_groups_asked_for_are_looked_for() -> None:
    text = "In a related context, he left. (Coverage by Jane Roe in Rome; Editing by John Doe)"
    assert [found.rule.group for found in translation_marks(text)] == ["phrase", "credit"]
    assert [found.rule.group for found in translation_marks(text, ["credit"])] == ["credit"]
