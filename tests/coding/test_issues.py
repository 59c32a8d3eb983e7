"""Issues named in a text."""

from collections.abc import Callable

import pytest

from memcon.coding.code import code
from memcon.coding.issues import in_paragraph
from memcon.model.annotated import Paragraph
from memcon.model.resolved import Resolved
from memcon.registers.issues import IssuePattern, issues

EXAMPLES = [(issue.id, line) for issue in issues().values() for line in issue.find]


def named(text: str) -> list[str]:
    return sorted({m.issue for m in in_paragraph(Paragraph(0, len(text), text, "body"))})


@pytest.mark.parametrize(("issue", "line"), EXAMPLES, ids=[f"{i}: {line.pattern.pattern[:30]}" for i, line in EXAMPLES])
def test_the_example_of_each_pattern_names_its_issue(issue: str, line: IssuePattern) -> None:
    start, end = line.example.index("["), line.example.index("]") - 1
    text = line.example.replace("[", "").replace("]", "")
    found = [m.span for m in in_paragraph(Paragraph(0, len(text), text, "body")) if m.issue == issue]
    assert [(span.start, span.end) for span in found] == [(start, end)]


def test_an_organisation_with_an_issue_in_its_name_names_no_issue() -> None:
    assert named("Human Rights Watch opened an office in Oslo.") == []


def test_the_business_climate_is_not_the_climate() -> None:
    assert named("Investors liked the business climate.") == []


def test_rights_in_xinjiang_are_an_issue_of_their_own() -> None:
    assert named("She raised human rights in Xinjiang.") == ["human-rights-xinjiang"]


def test_an_issue_in_a_spun_text_is_cited_in_the_words_of_the_document() -> None:
    from memcon.annotate.readings import reading

    text = "They spoke of local weather change in Oslo."
    read, swaps = reading(text, 0, spun=True)
    (mention,) = in_paragraph(Paragraph(0, len(text), read, "body", swaps))
    assert mention.span.of(text) == "local weather change"


def test_a_statement_and_an_engagement_have_the_issues_named_with_them(resolve_text: Callable[..., Resolved]) -> None:
    text = (
        "Norway’s foreign minister met her Polish counterpart on Monday to discuss fentanyl. She said tariffs would fall."
    )
    findings = code(resolve_text(text, "2022-05-04"))
    assert [s.issues for s in findings.statements] == [("trade-tariffs",)]
    assert [e.issues for e in findings.engagements] == [("fentanyl",)]
