"""How sure a place is: by how many reports it is named, what others name, and what is no place at all."""

from dataclasses import replace

import records
from memcon.model.kinds import EngagementKind
from memcon.model.record import Account, CitedMention, Engagement
from memcon.model.resolved import Place, PlaceBasis
from memcon.wording.placing import how_sure, naming

ONE = records.full_record(records.document(records.TEXT)).engagements[0]
GENEVA = records.GENEVA
BERN = Place("Bern", "CHE", 46.95, 7.45)


def told(*places: Place | None, **fields: object) -> Engagement:
    """An engagement in Geneva, with a report for each place that is named."""
    cited = ONE.mentions[0]
    mentions = tuple(CitedMention(f"d{n}", replace(cited.mention, place=p)) for n, p in enumerate(places))
    made = replace(ONE, place=GENEVA, mentions=mentions, reports=tuple(m.document for m in mentions), accounts=())
    return replace(made, **fields)  # type: ignore[arg-type]


def test_the_reports_that_name_it_are_counted_and_what_others_name_is_told() -> None:
    assert how_sure(told(GENEVA)) == ["Named in its one report."]
    assert how_sure(told(GENEVA, GENEVA, None, BERN)) == [
        "Named in 2 of its 4 reports.",
        "Others name: Bern (Switzerland) (1).",
    ]
    assert [m.document for m in naming(told(None, GENEVA))] == ["d1"]


def test_a_place_that_no_sentence_names_says_what_gives_it() -> None:
    assert "taken from what its reports tell around it" in how_sure(told(None, None))[0]
    assert "taken from the occasion that it is part of" in how_sure(told(None, part_of="another"))[0]
    received = replace(GENEVA, basis=PlaceBasis.HOST)
    assert how_sure(told(None, place=received))[0].startswith("No words name it")


def test_a_country_is_no_town_and_a_correction_says_so() -> None:
    country = Place("Switzerland", "CHE")
    assert how_sure(told(country, place=country))[-1] == "No town is told: the mark stands for the whole country."
    assert how_sure(told(GENEVA, corrected=("place",))) == ["Set right by hand."]


def test_reports_that_differ_on_it_say_so() -> None:
    account = Account("place", "Bern", ONE.accounts[0].evidence, "differs")
    assert "Its reports differ on it." in how_sure(told(GENEVA, accounts=(account,)))


def test_what_has_no_place_says_why() -> None:
    assert how_sure(told(None, place=None)) == ["No report tells where."]
    assert how_sure(told(None, place=None, kind=EngagementKind.CALL)) == ["A call has no place."]
