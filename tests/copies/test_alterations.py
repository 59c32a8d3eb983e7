"""Quotations that did not survive the copying."""

from datetime import date

import pytest

from memcon.copies.alterations import alterations, checked, quotation_variants, unverified
from memcon.copies.quoted import changes, quotations_in, words_between
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.findings import Statement
from memcon.model.record import Copy, Family, Relation
from memcon.model.text import Span, Zone
from memcon.model.variants import QuotationVariants

FIRST = (
    "The Portuguese foreign minister received his Angolan colleague in Lisbon on Thursday to speak about visas and trade. "
    "“We have agreed to open two consulates before the summer,” he told reporters after the meeting. "
    "The Angolan minister thanked him for “a warm welcome” and left for Luanda the same evening."
)
SPUN = (
    "The Portuguese overseas minister obtained his Angolan colleague in Lisbon on Thursday to talk about visas and commerce. "
    "“We have agreed to open two embassies earlier than the summer,” he informed reporters after the assembly. "
    "The Angolan minister thanked him for “a heat welcome” and left for Luanda the identical night."
)
OUTSIDE = "Lisbon promised more visas. “We have agreed to open two consulates before the summer,” the minister said on television."


def document(name: str, text: str, *condition: str) -> Document:
    zones = (Zone(0, len(text), "body"),)
    return Document(
        name, f"{name}.txt", name, text, zones, None, None, (), DateRange.day(date(2019, 3, 7)), "en", condition=condition
    )


def family(canonical: str, *members: str, relation: Relation = "spun") -> Family:
    return Family("family-1", canonical, tuple(Copy(name, relation, 0.9) for name in members))


def compared(was: str, now: str) -> list[tuple[str, str, str]]:
    found = changes(words_between(was, Span(0, len(was))), words_between(now, Span(0, len(now))), was, now)
    return [(change.kind, change.was, change.now) for change in found]


def statement(name: str, document: Document, quote: str) -> Statement:
    at = document.text.index(quote)
    span = Span(at, at + len(quote))
    return Statement(name, document.id, span, "direct", (span,), None, None, None, None, "asserts", (), 1.0, "test")


def of(found: tuple[QuotationVariants, ...], words: str) -> QuotationVariants:
    return next(group for group in found if any(words in variant.text for variant in group.variants))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("we don’t want a war", "We don't  want a war."),
        ("the talks were long and frank and useful", "the talks were long and frank"),
        ("the talks were long and frank and useful", "frank and useful"),
        ("the talks were long, too long, and frank", "the talks were long … and frank"),
        ("he came to us in June", "[the minister] came to us in June"),
        ("we will honour the programme of our defence ministers", "We will honor the program of our defense ministers"),
        ("a cease-fire in the U.S. zone", "a ceasefire in the US zone"),
    ],
)
def test_what_an_editor_may_do_to_a_quotation_is_no_change(was: str, now: str) -> None:
    assert compared(was, now) == []


def test_a_change_names_the_words_of_both_sides() -> None:
    assert compared("a warm welcome to all", "a heat welcome to all") == [("replaced", "warm", "heat")]


def test_words_left_out_in_the_middle_without_a_mark_are_a_change() -> None:
    assert compared("we will never accept this border", "we will accept this border") == [("left out", "never", "")]


def test_a_quotation_is_found_between_marks_of_any_make_but_not_across_paragraphs() -> None:
    text = 'He said "yes" and “no”.\n\nShe opened “ a mark\n\nand closed” it.'
    assert [span.of(text) for span in quotations_in(text)] == ["yes", "no"]


def test_a_spun_copy_changes_a_quotation_and_the_original_is_verbatim() -> None:
    documents = [document("a", FIRST), document("b", SPUN, "spun")]
    group = of(alterations(documents, None, [family("a", "b")]), "consulates")
    assert [(variant.document, variant.altered) for variant in group.variants] == [("a", False), ("b", True)]
    assert group.verbatim == 0
    assert [(c.was, c.now) for c in group.variants[1].changes] == [("consulates before", "embassies earlier than")]
    assert group.variants[1].changes[0].now_span.of(SPUN) == "embassies earlier than"  # type: ignore[union-attr]
    assert "canonical" in group.why[0]


def test_a_reprint_alters_nothing_but_is_a_variant() -> None:
    documents = [document("a", FIRST), document("b", "Advertisement\n\n" + FIRST.replace("“", '"').replace("”", '"'))]
    one = family("a", "b", relation="reprint")
    assert alterations(documents, None, [one]) == ()
    found = quotation_variants(documents, None, [one])
    assert [[variant.altered for variant in group.variants] for group in found] == [[False, False], [False, False]]


def test_copies_that_are_all_spun_leave_the_words_unknown() -> None:
    documents = [document("a", FIRST, "spun"), document("b", SPUN, "spun")]
    group = of(alterations(documents, None, [family("a", "b")]), "consulates")
    assert group.verbatim is None
    assert [variant.altered for variant in group.variants] == [None, None]


def test_an_independent_report_outweighs_the_canonical() -> None:
    """The copy chosen as canonical has other words than a report that copies neither."""
    documents = [document("a", SPUN), document("b", FIRST), document("c", OUTSIDE)]
    statements = [
        statement("s-a", documents[0], "We have agreed to open two embassies earlier than the summer,"),
        statement("s-b", documents[1], "We have agreed to open two consulates before the summer,"),
        statement("s-c", documents[2], "We have agreed to open two consulates before the summer,"),
    ]
    (group,) = alterations(documents, statements, [family("a", "b")])
    assert [(variant.document, variant.altered) for variant in group.variants] == [("a", True), ("b", False)]
    assert group.why == ("1 other report has these words, independently",)


def test_statements_are_told_whether_they_were_altered_and_what_their_variants_are() -> None:
    documents = [document("a", FIRST), document("b", SPUN, "spun")]
    statements = [
        statement("s-1", documents[0], "a warm welcome"),
        statement("s-2", documents[1], "a heat welcome"),
        statement("s-3", documents[0], "We have agreed to open two consulates before the summer,"),
    ]
    found = checked(statements, quotation_variants(documents, statements, [family("a", "b")]))
    assert [(s.altered, s.variants) for s in found] == [(False, ("s-2",)), (True, ("s-1",)), (None, ())]


def test_the_result_does_not_depend_on_the_order_of_documents() -> None:
    documents = [document("a", FIRST), document("b", SPUN, "spun"), document("c", FIRST + " More is to follow.")]
    one = family("a", "b", "c")
    assert alterations(documents, None, [one]) == alterations(documents[::-1], None, [one])


def test_quotations_of_a_spun_text_without_its_original_are_unverified() -> None:
    spun = document("b", SPUN, "spun")
    reason = unverified(spun, [], {"b": spun})
    assert reason == "the text is spun, and no original of it has been read: its quotations are unverified"


def test_quotations_of_a_spun_text_with_its_original_are_verified_and_of_a_plain_one_always() -> None:
    plain, spun = document("a", FIRST), document("b", SPUN, "spun")
    documents = {"a": plain, "b": spun}
    assert unverified(spun, [family("a", "b")], documents) is None
    assert unverified(plain, [], documents) is None
