"""Who is public: a state, a body, one who acts for a state or holds or held an office; trades make nobody public."""

from dataclasses import replace

import pytest

import records
from memcon.model.record import Actor, Tenure
from memcon.model.text import Span
from memcon.record.publicity import is_official_paper, is_public

D = records.document()


def holder(title: str, organisation: str | None = None) -> Actor:
    role = Tenure(title, organisation, None, None, (D.cite(Span(0, 5)),))
    return records.actor("Ada Ruiz", None, roles=(role,), gap="no_evidence")


@pytest.mark.parametrize(
    ("title", "organisation", "public"),
    [
        ("Foreign Minister", None, True),
        ("envoy", None, True),
        ("opposition leader", None, True),
        ("rebel leader", None, True),
        ("spokeswoman", "African Union", True),
        ("managing director", "International Monetary Fund", True),
        ("singer", None, False),
        ("president's lawyer", None, False),
        ("chief executive", None, False),
        ("film director", None, False),
        ("striker", None, False),
    ],
)
def test_an_office_makes_somebody_public_and_a_trade_does_not(title: str, organisation: str | None, public: bool) -> None:
    assert is_public(holder(title, organisation)) is public


def test_whoever_acts_for_a_state_is_public_though_no_office_is_told() -> None:
    assert is_public(records.actor("Jo Myong Rok", "PRK")) is True
    assert is_public(records.actor("Jo Myong Rok", None, gap="no_evidence")) is False


def test_whom_an_official_paper_names_without_a_trade_is_public() -> None:
    named = records.actor("José Barroca", None, gap="no_evidence")
    assert is_public(named, in_official_paper=is_official_paper("European Commission")) is True
    assert is_public(named, in_official_paper=is_official_paper("Lagos Evening Star")) is False
    assert is_public(replace(named, gap="serves_none"), in_official_paper=True) is False


def test_of_unnamed_people_nothing_is_told_unless_their_name_is_an_office() -> None:
    assert is_public(records.actor("fans", None, "group", named=False)) is None
    assert is_public(records.actor("negotiators", None, "group", named=False)) is True


def test_a_company_is_private_and_a_body_that_no_table_knows_is_not() -> None:
    assert is_public(records.actor("River Basin Commission", None, "organisation")) is True


def test_one_past_office_is_enough() -> None:
    former = holder("President")
    past = replace(former, roles=(replace(former.roles[0], until=records.day("2009-01-20")),))
    assert is_public(past) is True
