"""What stood at one address is one report in several versions, however short it is; what shares nothing but the address is not."""

from itertools import permutations

from memcon.copies.families.families import families, found_families
from memcon.copies.families.versions import MOST, Version, with_versions
from memcon.copies.index.index import Text
from memcon.model.record import Family

FLASH = "OSLO - The foreign ministers of Peru and Fiji will meet in Oslo on Monday, an official said."
MOVED = (
    "OSLO - The foreign ministers of Peru and Fiji will meet in Bergen on Tuesday, an official said. No reason was given."
)
OTHER = "Fishermen blocked a harbour for six hours over the price of fuel; two of them were hurt when a rope broke."
LONG = " ".join(
    f"In the {n}th hour the envoys of {a} and {b} went through article {n} of the draft on {what}, and put it aside."
    for n, (a, b, what) in enumerate(
        zip(
            ("Peru", "Fiji", "Mali", "Oman", "Laos"),
            ("Togo", "Iran", "Cuba", "Chad", "Iraq"),
            ("fish", "ports", "oil", "tolls", "visas"),
            strict=True,
        ),
        4,
    )
)


def version(name: str, text: str, when: str) -> Version:
    return Version(name, text, when)


def only(found: list[Family]) -> Family:
    (family,) = found
    return family


def test_two_short_versions_are_a_family_of_which_the_later_is_the_canonical() -> None:
    old, new = version("old", FLASH, "2024-05-01"), version("new", MOVED, "2024-05-02")
    assert families([Text(v.id, v.text) for v in (old, new)]) == ()  # their words alone tell too little
    family = only(with_versions([], [[old, new]]))
    assert (family.canonical, [(c.document, c.relation) for c in family.members]) == ("new", [("old", "update")])


def test_a_report_with_nothing_of_another_in_it_is_no_version_though_the_address_is_the_same() -> None:
    assert with_versions([], [[version("a", FLASH, "2024-05-01"), version("b", OTHER, "2024-05-02")]]) == []


def test_an_address_of_very_many_reports_makes_no_versions_of_them() -> None:
    some = [version(f"{n}", FLASH.replace("Peru", f"Land{n}"), "2024-05-01") for n in range(MOST + 1)]
    assert with_versions([], [some]) == []
    assert only(with_versions([], [some[1:]])).documents


def test_copies_of_an_earlier_version_are_in_the_family_of_the_later_as_earlier_states() -> None:
    texts = [Text("first", LONG), Text("reprint", LONG + " (Wire)"), Text("moved", MOVED)]
    whole = found_families(texts, evidence=False)
    assert len(whole) == 1
    later = version("later", "Envoys put article 4 of the draft on fish aside.", "2024-05-02")
    family = only(with_versions([f.family for f in whole], [[version("first", LONG, "2024-05-01"), later]]))
    assert family.canonical == "later"
    assert {(c.document, c.relation) for c in family.members} == {("first", "update"), ("reprint", "update")}


def test_two_that_a_decision_holds_apart_are_no_versions() -> None:
    pair = [version("old", FLASH, "2024-05-01"), version("new", MOVED, "2024-05-02")]
    assert with_versions([], [pair], frozenset([frozenset(("old", "new"))])) == []


def test_the_order_in_which_versions_are_named_does_not_matter() -> None:
    some = [version("a", FLASH, ""), version("b", MOVED, ""), version("c", FLASH.replace("Monday", "Friday"), "")]
    found = [with_versions([], [list(order)]) for order in permutations(some)]
    assert all(one == found[0] for one in found) and len(found[0][0].documents) == 3
