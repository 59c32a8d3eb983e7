"""Every line of the tables of time words does what its example says."""

from collections.abc import Callable

import pytest

from memcon.grammar.clauses import clauses_of
from memcon.model.annotated import Annotated
from memcon.registers.times import TimeRule, holidays, terms, time_rules
from memcon.resolve.timex.dates import date_times

Annotate = Callable[..., Annotated]
PUBLISHED = "2015-07-08"  # a Wednesday


@pytest.mark.parametrize("rule", time_rules(), ids=lambda rule: rule.name)
def test_each_rule_reads_its_example(rule: TimeRule, annotate_text: Annotate) -> None:
    annotated = annotate_text(rule.example, PUBLISHED)
    dated = zip(annotated.times, date_times(annotated, clauses_of(annotated)), strict=True)
    assert (rule.reads, rule.value, rule.name) in [(e.text, t.date.value, e.rule) for e, t in dated]


def test_no_two_rules_have_one_name() -> None:
    names = [rule.name for rule in time_rules()]
    assert len(names) == len(set(names))


def test_terms_of_office_end_after_they_begin() -> None:
    assert all(term.begins < term.ends for term in terms())


def test_a_holiday_is_dated_in_one_way_only() -> None:
    for holiday in holidays():
        assert bool(holiday.days) != bool(holiday.month), holiday.names
