"""A figure is shown with what it means and what it rests on."""

from dataclasses import replace

import records
from memcon.model.status import Status
from memcon.wording import sureness

D = records.document()
LEFT, RIGHT = records.actor("Annalena Baerbock", "DEU"), records.actor("Zbigniew Rau", "POL")
ACTORS = {a.id: a for a in (LEFT, RIGHT)}


def test_every_value_that_an_engagement_has_gets_a_figure_with_its_meaning() -> None:
    met = records.engagement(D, "met", LEFT, RIGHT, part_of="visit", rescheduled_as="later")
    told = sureness.of_engagement(met, ACTORS)
    assert [one.of for one in told] == ["status", "place", "part of", "rescheduled as"]
    assert all(one.means == f"of 100 such about {one.figure[2:]} were right on annotated texts" for one in told)
    assert "for it: two persons named" in told[0].rests_on


def test_of_a_link_it_is_told_that_little_is_known() -> None:
    link = sureness.of_engagement(records.engagement(D, "met", LEFT, RIGHT, part_of="visit"), ACTORS)[-1]
    assert (link.of, link.rests_on) == ("part of", sureness.LINKS)


def test_a_value_that_it_does_not_have_gets_none() -> None:
    assert [one.of for one in sureness.of_engagement(records.engagement(D, "met", LEFT, place=None), ACTORS)] == ["status"]


def test_a_persons_decision_is_told_as_one() -> None:
    decided = records.engagement(D, "met", LEFT, status=Status.CANCELLED, corrected=("status",))
    first = sureness.of_engagement(decided, ACTORS)[0]
    assert (first.figure, first.means, first.rests_on) == ("1.00", "a person decided it", "")


def test_a_speaker_named_by_a_pronoun_says_so() -> None:
    assert (
        "a pronoun for the speaker"
        in sureness.of_speaker(replace(records.statement(D, LEFT.id), speaker_text="she")).rests_on
    )
