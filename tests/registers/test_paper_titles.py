"""Every line of the table of official titles has an example, and fits it."""

import pytest

from memcon.registers.paper_titles import PaperTitle, paper_title, paper_titles


@pytest.mark.parametrize("rule", paper_titles(), ids=lambda r: r.name)
def test_each_rule_is_the_first_to_fit_its_example(rule: PaperTitle) -> None:
    found = paper_title(rule.example)
    assert found is not None and found[0].name == rule.name


@pytest.mark.parametrize(
    "title", ["Biden meets Putin in Geneva", "Fact Sheet: Trade with Kenya", "Remarks by the Prime Minister"]
)
def test_other_titles_fit_none(title: str) -> None:
    assert paper_title(title) is None
