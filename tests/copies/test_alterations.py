"""Quotations that did not survive the copying."""

from dataclasses import replace
from datetime import date

import pytest

from memcon.copies.quotations.alterations import alterations, checked, quotation_variants, unverified
from memcon.copies.quotations.quoted import changes, quotations_in, words_between
from memcon.copies.quotations.style import restyled
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


def statement(name: str, document: Document, quote: str, speaker: str | None = None) -> Statement:
    at = document.text.index(quote)
    span = Span(at, at + len(quote))
    return Statement(name, document.id, span, "direct", (span,), speaker, None, None, None, "asserts", (), 1.0, "test")


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


CLEAN_WORDS = "We will meet our Peruvian partners in Cusco next month to discuss the border and the price of copper"
SPUN_WORDS = "We will meet our Peruvian companions in Cusco subsequent month to debate the border and the worth of copper"


def echoed(speaker: str, *condition: str) -> tuple[QuotationVariants, ...]:
    """Two independent reports that quote nearly the same, the second of them in this condition and by this speaker."""
    documents = [
        document("a", f"La Paz spoke early. “{CLEAN_WORDS},” said the minister."),
        document(
            "b", f"It was in the air since May that copper would come first. “{SPUN_WORDS},” she mentioned.", *condition
        ),
    ]
    statements = [
        statement("s-a", documents[0], CLEAN_WORDS, "actor-1"),
        statement("s-b", documents[1], SPUN_WORDS, speaker),
    ]
    return quotation_variants(documents, statements, [])


def test_a_spun_report_is_held_against_an_independent_one_that_quotes_the_same_person() -> None:
    (group,) = echoed("actor-1", "spun")
    assert (group.family, group.verbatim) == (None, 0)
    assert [variant.altered for variant in group.variants] == [False, True]
    first = group.variants[1].changes[0]
    assert (first.was, first.now) == ("partners", "companions")


def test_two_people_who_say_nearly_the_same_are_not_compared() -> None:
    assert echoed("actor-2", "spun") == ()


def test_two_plain_reports_are_no_evidence_against_each_other() -> None:
    assert echoed("actor-1") == ()


def styled(condition: str, *quotes: str) -> list[str]:
    text = " ".join(f"“{quote},” he said." for quote in quotes)
    one = document("a", text, *([condition] if condition else []))
    statements = [statement(f"s-{n}", one, quote) for n, quote in enumerate(quotes)]
    found = checked(statements, [], restyled(one, statements))
    return [s.id for s in found if s.altered]


ODD = "the overseas minister of Peru will come", "a summit of the two countrys is near"
LONG = "nobody in this room has forgotten what was promised to us in Quito"


def test_a_spinner_s_synonyms_between_the_marks_show_that_a_quotation_was_altered() -> None:
    assert styled("spun", ODD[0], "not today", LONG) == ["s-0"]


def test_a_spinner_that_worked_between_the_marks_left_no_long_quotation_alone() -> None:
    assert styled("spun", *ODD, "not today", LONG) == ["s-0", "s-1", "s-3"]


def test_a_translation_there_and_back_alters_every_long_quotation() -> None:
    assert styled("back_translated", "not today", LONG) == ["s-1"]


def test_the_style_of_a_plain_text_says_nothing_of_its_quotations() -> None:
    assert styled("", *ODD, LONG) == []


def test_what_copies_show_outweighs_style() -> None:
    documents = [document("a", FIRST), document("b", SPUN, "spun")]
    statements = [statement("s-1", documents[1], "a heat welcome"), statement("s-2", documents[0], "a warm welcome")]
    found = quotation_variants(documents, statements, [family("a", "b")])
    assert [s.altered for s in checked(statements, found, [])] == [True, False]


def test_a_part_of_the_same_words_is_verbatim_and_the_whole_is_the_source() -> None:
    documents = [
        document("a", f"“{CLEAN_WORDS},” she said."),
        document("b", "It is about “the price of copper” now.", "spun"),
    ]
    statements = [
        statement("s-a", documents[0], CLEAN_WORDS, "actor-1"),
        statement("s-b", documents[1], "the price of copper", "actor-1"),
    ]
    assert quotation_variants(documents, statements, []) == ()  # four words are alike by chance
    documents[1] = document("b", "It is about “the border and the price of copper” now.", "spun")
    statements[1] = statement("s-b", documents[1], "the border and the price of copper", "actor-1")
    (group,) = quotation_variants(documents, statements, [])
    assert (group.verbatim, [variant.altered for variant in group.variants]) == (0, [False, False])


def test_a_statement_is_verbatim_only_if_each_of_its_quotations_is() -> None:
    documents = [document("a", FIRST), document("b", SPUN, "spun")]
    first = statement("s-1", documents[0], "a warm welcome")
    both = replace(first, quotes=(*statement("s-0", documents[0], "the same evening").quotes, *first.quotes))
    other = statement("s-2", documents[1], "a heat welcome")
    found = quotation_variants(documents, [both, other], [family("a", "b")])
    assert [s.altered for s in checked([both, other], found)] == [None, True]
