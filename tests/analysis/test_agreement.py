"""Krippendorff's alpha is what published worked examples have; two judge the same item wherever it stands in their databases."""

import pytest

from memcon.analysis.agreement import Agreement, agreement, alpha
from memcon.model.opinions import opinions
from memcon.model.record import PERSON, Decision

# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): two observers and two values (A), two observers and five values (B),
# four observers and missing values (C). The last is the example of three coders in the encyclopaedia's article on alpha.
PUBLISHED = [
    (("0100000010", "1110010000"), 0.095),
    (("aabbdcccedda", "babbbccceddd"), 0.692),
    (("123321412***", "1233224125*3", "*3332342251*", "12332441251*"), 0.743),
    (("*****34121133*3", "1*213343*******", "**21344*21133*4"), 0.691),
]


@pytest.mark.parametrize(("coders", "published"), PUBLISHED)
def test_alpha_is_that_of_published_examples(coders: tuple[str, ...], published: float) -> None:
    assert len({len(coder) for coder in coders}) == 1
    items = [[value for value in item if value != "*"] for item in zip(*coders, strict=True)]
    assert alpha(items) == pytest.approx(published, abs=0.0006)


def test_where_chance_alone_would_give_the_same_nothing_can_be_told() -> None:
    assert alpha([]) is None
    assert alpha([["held"], ["planned"]]) is None
    assert alpha([["held", "held"], ["held", "held"]]) is None


def said(judge: str | None, place: str, field: str | None, value: str | None, at: int = 0, item: str = "") -> Decision:
    verdict = "rejected" if field is None and value is None else "accepted" if value == "as it is" else "corrected"
    return Decision(
        place, "", verdict, PERSON, "why", f"2026-01-01T00:00:{at:02}", "engagement", field, value, (item,) * bool(item), judge
    )  # fmt: skip


def together(*decisions: Decision) -> Agreement:
    return agreement(opinions(decisions))


def of_field(found: Agreement, field: str) -> tuple[int, int]:
    return next(((f.items, f.agreed) for f in found.fields if f.field == field), (0, 0))


def test_two_who_set_a_day_alike_agree_however_they_write_it() -> None:
    found = together(said("Ada", "d@1", "date", "2023-06"), said("Bo", "d@1", "date", "2023-06-01/2023-06-30"))
    assert of_field(found, "date") == (1, 1)
    assert found.judges == (("Ada", 1), ("Bo", 1)) and not found.differing


def test_a_day_and_from_that_day_on_are_not_the_same() -> None:
    found = together(said("Ada", "d@1", "date", "2023-06-01"), said("Bo", "d@1", "date", "2023-06-01/"))
    assert of_field(found, "date") == (1, 0)


def test_the_last_judgement_of_one_person_counts_and_one_without_a_name_does_not() -> None:
    found = together(
        said("Ada", "d@1", "status", "held", 1),
        said("ada ", "d@1", "status", "cancelled", 2),
        said("Bo", "d@1", "status", "cancelled", 3),
        said(None, "d@1", "status", "planned", 4),
    )
    assert of_field(found, "status") == (1, 1) and found.unnamed == 1


def test_who_judges_a_field_takes_it_for_an_engagement() -> None:
    found = together(said("Ada", "d@1", "status", "held"), said("Bo", "d@1", None, None))
    assert of_field(found, "exists") == (1, 0)
    assert found.differing[0].said == (("Ada", "yes"), ("Bo", "no"))


def test_judgements_at_several_places_of_one_item_are_of_that_item() -> None:
    one = [said("Ada", "d@1", "kind", "talks", item="e1"), said("Bo", "e@9", "kind", "visit", item="e1")]
    assert of_field(together(*one), "kind") == (1, 0)


def test_two_databases_are_compared_by_places() -> None:
    here = opinions([said("Ada", "d@1", "kind", "talks", item="e1")])
    there = opinions([said("Bo", "d@1", "kind", "talks", item="e2"), said("Bo", "x@1", "kind", "call", item="e1")])
    found = agreement(here, there)
    assert of_field(found, "kind") == (1, 1)


def test_fields_together_are_measured_against_the_chance_within_each() -> None:
    found = together(
        *(said(judge, f"d@{n}", field, value) for n, (a, b) in enumerate((("x", "x"), ("y", "y"))) for field, judge, value in (
            ("place", "Ada", a), ("place", "Bo", b), ("name", "Ada", a + "1"), ("name", "Bo", b + "1"),
        ))
    )  # fmt: skip
    assert found.alpha == 1
    assert [f.alpha for f in found.fields if f.field == "exists"] == [None]
