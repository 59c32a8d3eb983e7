"""Each line of the tables of page furniture, outlets, dates and languages is tried on its own example."""

import pytest

from memcon.clean.page_dates import find_page_dates
from memcon.registers.boilerplate import PageRule, page_rules, rule_set
from memcon.registers.languages import language_names, languages_of_word
from memcon.registers.outlets import agencies, outlet_of, outlets
from memcon.registers.page_dates import DateLabel, date_labels


@pytest.mark.parametrize("rule", page_rules(), ids=lambda rule: rule.name)
def test_a_rule_reads_its_example_and_not_its_counter_examples(rule: PageRule) -> None:
    found = rule_set(rule.where).find(rule.example)
    assert found is not None
    assert found[0] == rule
    for counter in rule.counter:
        for where in ("whole", "start", "inside", "prefix", "suffix"):
            assert rule_set(where).find(counter) is None  # type: ignore[arg-type]


def test_no_two_rules_share_a_name() -> None:
    names = [rule.name for rule in page_rules()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("label", date_labels(), ids=lambda label: label.means)
def test_a_date_label_is_read_in_its_example(label: DateLabel) -> None:
    assert [d.meaning for d in find_page_dates(label.example)] == [label.means]


def test_an_address_gives_its_outlet_and_an_unknown_one_its_domain() -> None:
    assert outlet_of("https://www.nytimes.com/a?b") == "The New York Times"
    assert outlet_of("edition.cnn.com/world") == "CNN"
    assert outlet_of("https://example.org") == "example.org"
    assert outlet_of("no address") is None
    assert len(outlets()) > 80


def test_agencies_are_known_by_their_tags() -> None:
    assert agencies()["AFP"] == "Agence France-Presse"


def test_two_dozen_languages_are_told_by_their_words() -> None:
    assert len(language_names()) >= 20
    assert languages_of_word()["dass"] == ("de",)
