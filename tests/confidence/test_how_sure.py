"""How sure a value is follows from what it rests on, by weights that a person can defend."""

from dataclasses import replace

import pytest

import records
from memcon.confidence import features, scorer
from memcon.confidence.grounds import Ground, Of, rows, weights
from memcon.model.findings import EngagementMention
from memcon.model.record import Actor, CitedMention, Engagement, HistoryStep
from memcon.model.resolved import Place, PlaceBasis
from memcon.model.status import Status
from memcon.model.status_rules import Rule
from memcon.model.text import Span

D = records.document()
LEFT, RIGHT = records.actor("Annalena Baerbock", "DEU"), records.actor("Zbigniew Rau", "POL")
ACTORS = {a.id: a for a in (LEFT, RIGHT)}
SPEAK_AGAINST = {
    Ground.CONSIDERED, Ground.HABIT, Ground.UNSAID, Ground.AGAINST, Ground.CHANGED, Ground.NO_DAY, Ground.NOBODY_NAMED,
    Ground.ONE_SIDE, Ground.MANY_COME, Ground.HOST, Ground.WHOLE_STATE, Ground.PLACES_DIFFER, Ground.NO_CUE, Ground.PRONOUN,
    Ground.DESCRIBED, Ground.UNKNOWN,
}  # fmt: skip


def told(status: str, rule: Rule) -> CitedMention:
    return CitedMention(D.id, EngagementMention(Span(32, 35), "meeting", Status(status), Span(0, 90), rule=rule))


def met(*actors: Actor, **fields: object) -> Engagement:
    return records.engagement(D, "met", *actors, **{"mentions": (told("held", Rule.HAPPENED),), **fields})


# --- the table -----------------------------------------------------------------------------------------------------


def test_no_weight_has_a_sign_that_nobody_could_defend() -> None:
    either = {Ground.BASE, Ground.VISIT, Ground.SUCCESSOR}
    for row in rows():
        if row.ground not in either:
            assert row.weight <= 0 if row.ground in SPEAK_AGAINST else row.weight >= 0, (row.of, row.ground, row.weight)


def test_every_kind_of_value_has_a_base() -> None:
    assert all(Ground.BASE in weights(of) for of in Of)


def test_every_ground_that_a_value_can_rest_on_has_a_line_in_the_table() -> None:
    full = met(LEFT, RIGHT, part_of="another", rescheduled_as="a third", origins=3)
    said = records.statement(D)
    assert features.of_status(full, ACTORS).keys() <= weights(Of.STATUS).keys()
    assert features.of_place(full).keys() <= weights(Of.PLACE).keys()
    assert features.of_link(full, successor=True).keys() <= weights(Of.LINK).keys()
    assert features.of_speaker(replace(said, origins=3)).keys() <= weights(Of.SPEAKER).keys()
    assert {row.ground for row in rows()} == set(Ground)


# --- engagements ---------------------------------------------------------------------------------------------------


def test_two_named_persons_make_a_meeting_surer_than_one_and_one_surer_than_nobody() -> None:
    sure = [scorer.status(met(*who), ACTORS) for who in ((LEFT, RIGHT), (LEFT,), ())]
    assert sure == sorted(sure, reverse=True)
    assert sure[0] > sure[1] > sure[2]


def test_a_verb_that_tells_it_is_surer_than_a_possibility() -> None:
    possible = met(LEFT, RIGHT, status=Status.CONSIDERED, mentions=(told("considered", Rule.POSSIBLE),))
    assert scorer.status(met(LEFT, RIGHT), ACTORS) > scorer.status(possible, ACTORS)


def test_a_plan_of_which_nothing_was_heard_rests_on_the_words_of_the_plan() -> None:
    lapsed = met(LEFT, RIGHT, status=Status.UNCONFIRMED, mentions=(told("planned", Rule.SCHEDULED),))
    grounds = features.of_status(lapsed, ACTORS)
    assert grounds[Ground.MENTIONS] == 1.0
    assert Ground.UNSAID not in grounds


def test_a_status_that_changed_and_one_that_other_words_exclude_are_known_as_such() -> None:
    said = D.cite(Span(32, 35))
    steps = tuple(HistoryStep(Status(status), D.published, (said,)) for status in ("planned", "cancelled"))
    off = met(
        LEFT, RIGHT, status=Status.CANCELLED, history=steps, mentions=(told("planned", Rule.SCHEDULED), told("cancelled", Rule.GIVEN_UP)),
    )  # fmt: skip
    grounds = features.of_status(off, ACTORS)
    assert grounds[Ground.CHANGED] == grounds[Ground.AGAINST] == 1.0


def test_more_origins_never_make_it_less_sure() -> None:
    assert scorer.status(met(LEFT, RIGHT, origins=4), ACTORS) >= scorer.status(met(LEFT, RIGHT, origins=1), ACTORS)


def test_what_it_has_not_has_no_probability() -> None:
    sure = scorer.confidence(met(LEFT, RIGHT, place=None), ACTORS)
    assert (sure.place, sure.part_of, sure.rescheduled_as) == (None, None, None)
    assert 0 < sure.status < 1


def test_a_city_is_surer_than_a_state() -> None:
    state = met(LEFT, RIGHT, place=Place("Switzerland", "CHE"))
    city, whole = scorer.place(met(LEFT, RIGHT)), scorer.place(state)
    assert city is not None and whole is not None and city > whole


def test_the_state_of_the_host_is_known_from_a_place_that_words_name() -> None:
    hosted = met(LEFT, RIGHT, place=Place("Germany", "DEU", basis=PlaceBasis.HOST))
    assert features.of_place(hosted)[Ground.HOST] == 1.0
    assert Ground.HOST not in features.of_place(met(LEFT, RIGHT))


def test_what_a_person_decided_is_taken_for_right() -> None:
    decided = met(corrected=("place", "status"))
    assert (scorer.status(decided, ACTORS), scorer.place(decided)) == (1.0, 1.0)


def test_nothing_that_was_only_read_is_certain() -> None:
    assert scorer.probability(Of.STATUS, {Ground.TWO_NAMED: 1e6}) == scorer.MOST
    assert scorer.probability(Of.STATUS, {Ground.NOBODY_NAMED: 1e3}) == scorer.LEAST


def test_the_order_of_the_grounds_does_not_matter() -> None:
    grounds = features.of_status(met(LEFT, RIGHT), ACTORS)
    turned = dict(reversed(grounds.items()))
    assert scorer.probability(Of.STATUS, grounds) == scorer.probability(Of.STATUS, turned)


# --- statements ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "ground"), [("she", Ground.PRONOUN), ("They", Ground.PRONOUN), ("a senior official", Ground.DESCRIBED)]
)
def test_a_speaker_without_a_name_is_less_sure(words: str, ground: Ground) -> None:
    named = replace(records.statement(D, LEFT.id), speaker_text="Annalena Baerbock")
    other = replace(named, speaker_text=words)
    assert ground in features.of_speaker(other)
    assert scorer.speaker(other) < scorer.speaker(named)


def test_a_speaker_whom_the_record_does_not_know_is_less_sure() -> None:
    known = replace(records.statement(D, LEFT.id), speaker_text="the minister Baerbock")
    assert scorer.speaker(replace(known, speaker=None)) < scorer.speaker(known)


# --- what people are told ------------------------------------------------------------------------------------------


def test_the_weightiest_reasons_come_first_and_each_on_its_side() -> None:
    speaks_for, against = scorer.reasons(Of.STATUS, features.of_status(met(LEFT), ACTORS))
    assert Ground.ONE_SIDE in against and Ground.PLACED in speaks_for
    assert not set(speaks_for) & set(against)
    each = weights(Of.STATUS)
    assert [abs(each[g]) for g in against] == sorted((abs(each[g]) for g in against), reverse=True)
