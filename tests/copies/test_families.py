"""Which texts are copies of which, how each came from the canonical, and what makes no family."""

from collections.abc import Sequence

from copy_samples import (
    GRAIN,
    OTHER_OUTLET,
    READOUT_KISHIDA,
    READOUT_TOKYO,
    SPARE,
    briefing,
    spin,
    spin_again,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.copies.families.families import CopyIndex, families, found_families
from memcon.copies.index.index import Text
from memcon.model.record import Decision, Family

PAGE = """MENU

Subscribe to our newsletter and get the best of our journalism every morning in your inbox.

{text}

Read more: What we know so far

Follow us on Facebook and Twitter. All rights reserved."""
MORE = """

On Saturday, a day after the ceremony, two missiles hit the port of Odesa. Kyiv spoke of a blow at the agreement, and
a spokesman in Ankara told reporters that Moscow had denied any part in it."""
LATER = """

On Monday the joint centre opened in a naval academy north of the city, and twenty inspectors from each side took up
their duties under a Turkish rear admiral."""


def texts(**named: str) -> list[Text]:
    return [Text(name, text) for name, text in named.items()]


def relations(family: Family) -> dict[str, str]:
    return {copy.document: copy.relation for copy in family.members}


def only(found: Sequence[Family]) -> Family:
    assert len(found) == 1
    return found[0]


def test_the_same_words_are_an_exact_copy_whatever_the_white_space() -> None:
    family = only(families(texts(a=GRAIN, b=GRAIN.replace("\n\n", "\n \n"), c=SPARE)))
    assert set(relations(family).values()) == {"exact"} and family.members[0].score == 1.0


def test_a_report_wrapped_in_a_page_is_a_reprint_of_the_report() -> None:
    family = only(families(texts(bare=GRAIN, page=PAGE.format(text=GRAIN), other=SPARE)))
    assert (family.canonical, relations(family)) == ("bare", {"page": "reprint"})


def test_a_part_of_a_report_is_an_excerpt() -> None:
    family = only(families(texts(whole=GRAIN, part="\n\n".join(GRAIN.split("\n\n")[:3]))))
    assert (family.canonical, relations(family)) == ("whole", {"part": "excerpt"})


def test_a_correction_that_changes_one_number_is_an_update_and_the_later_is_the_canonical() -> None:
    corrected = GRAIN.replace("20 million tons", "22 million tons")
    family = only(families([Text("old", GRAIN, "2022-07-22"), Text("new", corrected, "2022-07-23")]))
    assert (family.canonical, relations(family)) == ("new", {"old": "update"})


def test_two_updates_that_arrive_out_of_order_end_in_the_last_and_fullest() -> None:
    states = [
        Text("third", GRAIN + MORE + LATER, "2022-07-25"),
        Text("first", GRAIN, "2022-07-22"),
        Text("second", GRAIN + MORE, "2022-07-23"),
    ]
    family = only(families(states))
    assert {family.canonical, *relations(family)} == {"first", "second", "third"}
    assert set(relations(family).values()) <= {"update", "excerpt"}
    assert families(states[::-1]) == (family,)


def test_a_spun_copy_is_found_and_the_plain_text_is_trusted() -> None:
    family = only(families(texts(spun=spin(GRAIN), plain=GRAIN, other=OTHER_OUTLET, third=SPARE)))
    assert (family.canonical, relations(family)) == ("plain", {"spun": "spun"})


def test_a_spun_copy_that_leaves_quotations_alone_is_found() -> None:
    assert relations(only(families(texts(plain=GRAIN, spun=spin(GRAIN, quotes_kept=True))))) == {"spun": "spun"}


def test_a_spun_copy_of_a_spun_copy_is_in_the_family_of_the_first() -> None:
    once = spin(GRAIN)
    family = only(families(texts(plain=GRAIN, once=once, twice=spin_again(once))))
    assert (family.canonical, relations(family)) == ("plain", {"once": "spun", "twice": "spun"})


def test_quotations_shared_by_two_independent_articles_make_no_family() -> None:
    assert families(texts(a=GRAIN, b=OTHER_OUTLET)) == ()


def test_two_official_readouts_of_one_call_are_no_copies_though_they_share_half_their_sentences() -> None:
    assert families(texts(washington=READOUT_KISHIDA, tokyo=READOUT_TOKYO)) == ()


def test_daily_briefings_with_standing_phrases_are_no_copies() -> None:
    days = {
        "monday": briefing(
            "Monday", "The Security Council will hear from the Special Envoy for Yemen at 3 p.m., and a flight with "
            "relief for Sanaa left Djibouti. "
            "In Haiti, colleagues of the food agency reached Cité Soleil with meals for 4,000 people after a truce among gangs."
        ),
        "tuesday": briefing(
            "Tuesday", "The Secretary-General is in Nairobi, where he sees President Ruto and opens a session on the oceans. In "
            "Mozambique, the cyclone has displaced 58,000 people, and a further appeal for 138 million dollars is being drawn up."
        ),
        "wednesday": briefing(
            "Wednesday", "Libya: the mission welcomes the release of seven detainees in Tripoli. Our peacekeepers in Abyei "
            "report calm since Sunday, and the head of humanitarian affairs briefs member states on Gaza and on Sudan this morning."
        ),
    }  # fmt: skip
    assert families(texts(**days)) == ()


def test_last_years_notice_is_no_copy_of_this_years() -> None:
    notice = (
        "On May 11, 2004, the President declared a national emergency to deal with the threat to the security of the nation that came "
        "of the policies of the government of Syria, of its support for terrorism and of its part in Lebanon. That threat goes on. "
        "For this reason the emergency must continue in effect beyond May 11, {year}. I therefore continue it for one year. This "
        "notice shall be published in the Federal Register and sent to the Congress. The White House, May {day}, {year}."
    )
    assert families(texts(a=notice.format(year=2015, day=6), b=notice.format(year=2016, day=3))) == ()


def test_texts_without_words_are_no_copies_of_each_other() -> None:
    assert families(texts(a="", b="...", c="\n", d="—")) == ()


def test_a_copy_shows_the_sentences_that_it_copies_and_each_stands_where_it_says() -> None:
    both = {"plain": GRAIN, "spun": spin(GRAIN)}
    copy = only(families(texts(**both))).members[0]
    assert len(copy.evidence) >= 4 and len(copy.evidence) % 2 == 0
    for mine, theirs in zip(copy.evidence[::2], copy.evidence[1::2], strict=True):
        assert (mine.document, theirs.document) == ("spun", "plain")
        assert (
            both["spun"][mine.start : mine.end] == mine.quote and both["plain"][theirs.start : theirs.end] == theirs.quote
        )


def test_a_canonical_comes_with_reasons() -> None:
    found = found_families(texts(plain=GRAIN, spun=spin(GRAIN), again=GRAIN + MORE))
    assert all(family.reasons and all(family.reasons) for family in found)


def test_a_decision_that_two_are_different_undoes_the_join() -> None:
    both = texts(plain=GRAIN, spun=spin(GRAIN))
    apart = Decision("plain", "spun", "different", "somebody", "two reports", "2024-05-01")
    assert len(families(both)) == 1 and families(both, [apart]) == () and len(families(both, ())) == 1


COLLECTION = [
    *texts(
        plain=GRAIN,
        page=PAGE.format(text=GRAIN),
        part="\n\n".join(GRAIN.split("\n\n")[:3]),
        spun=spin(GRAIN),
        half=spin(GRAIN, words=25),
        outlet=OTHER_OUTLET,
        spare=SPARE,
        spare_more=SPARE + LATER,
        washington=READOUT_KISHIDA,
        tokyo=READOUT_TOKYO,
    ),
    Text("update", GRAIN + MORE, "2022-07-23"),
]


@settings(max_examples=25, deadline=None)
@given(st.permutations(COLLECTION), st.integers(1, len(COLLECTION) - 1))
def test_the_families_do_not_depend_on_the_order_of_arrival_or_on_how_many_came_at_once(
    order: list[Text], cut: int
) -> None:
    by_id = {text.id: text.text for text in order}
    index = CopyIndex()
    index.add(order[:cut])
    index.families(by_id.__getitem__)
    index.add(order[cut:])
    grown = tuple(found.family for found in index.families(by_id.__getitem__))
    assert grown == families(COLLECTION)


def test_a_copy_that_arrives_before_its_original_makes_way_for_it() -> None:
    by_id = {"spun": spin(GRAIN), "plain": GRAIN}
    index = CopyIndex()
    index.add([Text("spun", by_id["spun"])])
    assert index.families(by_id.__getitem__) == []
    index.add([Text("plain", by_id["plain"])])
    family = only([found.family for found in index.families(by_id.__getitem__)])
    assert (family.canonical, relations(family)) == ("plain", {"spun": "spun"})


def test_a_family_keeps_its_name_and_members_when_other_texts_are_added() -> None:
    before = families(texts(plain=GRAIN, spun=spin(GRAIN)))
    after = families(texts(plain=GRAIN, spun=spin(GRAIN), outlet=OTHER_OUTLET, spare=SPARE, tokyo=READOUT_TOKYO))
    assert before == after


def test_a_family_keeps_its_name_when_another_copy_is_added() -> None:
    before = only(families(texts(plain=GRAIN, spun=spin(GRAIN))))
    after = only(families(texts(plain=GRAIN, spun=spin(GRAIN), page=PAGE.format(text=GRAIN))))
    assert (before.id, before.canonical) == (after.id, after.canonical) and len(after.members) == 2


def test_a_text_that_is_given_twice_is_filed_once() -> None:
    index = CopyIndex()
    index.add(texts(a=GRAIN))
    index.add(texts(a=GRAIN))
    assert len(index) == 1 and index.families({"a": GRAIN}.__getitem__) == []
