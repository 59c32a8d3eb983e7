"""What two mentions have in common decides whether they are one occasion, and is told with its weight."""

import pytest

from memcon.annotate.parser import Parser
from memcon.coreference.occasions.scorer import score
from memcon.model.cluster import Cluster
from memcon.model.dates import DateRange
from memcon.model.identity import Identity
from memcon.model.judgements import Feature
from memcon.model.kinds import EngagementKind
from memcon.model.status import Status
from memcon.registers.coreference import WEIGHTS, weights
from record_samples import Library, Report, between

TINUBU, BIO, NOBOA, PETRO = "Bola Tinubu", "Julius Maada Bio", "Daniel Noboa", "Gustavo Petro"


@pytest.fixture(scope="module")
def library(parser: Parser) -> Library:
    return Library(parser)


def told(day: str, text: str) -> Report:
    return f"{day} {text[:20]}", day, text


def count(library: Library, *reports: Report, names: tuple[str, str]) -> int:
    return len(between(library.record(*reports), *names))


AGAINST = {Feature.KIND, Feature.UNTOLD, Feature.ONE_REPORT, Feature.ANOTHER}


def test_what_is_in_common_speaks_for_one_and_what_tells_two_against_it() -> None:
    assert {feature for feature, weight in weights().items() if weight < 0} == AGAINST
    assert all(row.weight and row.means and row.source for row in WEIGHTS.rows)


def test_each_decision_tells_its_features_with_the_weights_of_the_table(library: Library) -> None:
    record = library.record(
        told("2023-03-10", "Colombian President Gustavo Petro met Ecuadorean President Daniel Noboa in Quito on March 9."),
        told("2023-03-11", "Colombia's Gustavo Petro and Ecuador's Daniel Noboa held talks in Quito on Thursday."),
    )
    (joined,) = (d for d in record.decisions if d.by == "rule: one occasion" and "persons" in (d.reason or ""))
    said = dict(part.rsplit(" ", 1) for part in (joined.reason or "").split(", "))
    assert said.keys() <= set(Feature)
    assert float(said["day"]) == weights()[Feature.DAY] and float(said["sides"]) == 2 * weights()[Feature.SIDES]


OFF = "Nigerian President Bola Tinubu called off a meeting with Sierra Leone President Julius Maada Bio in Freetown on May 14."


def test_what_was_called_off_before_it_and_was_held_at_its_place_in_its_month_is_one(library: Library) -> None:
    held = "Nigerian President Bola Tinubu met Sierra Leone President Julius Maada Bio in Freetown in May 2024."
    assert count(library, told("2024-04-28", OFF), told("2024-06-20", held), names=(TINUBU, BIO)) == 1


def test_what_was_called_off_is_not_what_was_held_elsewhere_in_its_month(library: Library) -> None:
    held = "Nigerian President Bola Tinubu met Sierra Leone President Julius Maada Bio in Abuja in May 2024."
    assert count(library, told("2024-04-28", OFF), told("2024-06-20", held), names=(TINUBU, BIO)) == 2


def test_a_plan_is_not_the_news_of_weeks_before_it(library: Library) -> None:
    news = "Ecuadorean President Daniel Noboa met Colombian President Gustavo Petro, his office said."
    plan = "Ecuadorean President Daniel Noboa will meet Colombian President Gustavo Petro, his office said."
    assert count(library, told("2024-03-04", news), told("2024-06-24", plan), names=(NOBOA, PETRO)) == 2


def test_the_second_summit_of_two_is_the_one_that_was_planned_as_their_second(library: Library) -> None:
    plan = "Ecuador and Colombia want a second summit of Daniel Noboa and Gustavo Petro. Their first summit was in January."
    held = "Ecuadorean President Daniel Noboa and Colombian President Gustavo Petro ended their second summit in Cali on Friday."
    record = library.record(told("2024-03-04", plan), told("2024-06-29", held))
    texts = {d.id: d.text for d in record.documents}
    counted = [
        e
        for e in record.engagements
        if any("second summit" in texts[m.document][m.mention.span.start - 12 : m.mention.span.end] for m in e.mentions)
    ]
    assert len(counted) == 1 and len(counted[0].reports) == 2


def test_a_report_that_comes_back_to_what_two_plan_tells_of_one(library: Library) -> None:
    text = (
        "Colombian President Gustavo Petro plans a meeting with Ecuadorean President Daniel Noboa. Coffee prices rose. "
        "Rains stopped work in the fields of the south. Banks were closed. A meeting of Gustavo Petro and Daniel Noboa is planned."
    )
    assert count(library, told("2024-03-04", text), names=(NOBOA, PETRO)) == 1


def single(key: str, day: DateRange, *others: str, report: str = "report") -> Cluster:
    """A meeting of Petro and somebody of another state, or a delegation of it, as one report tells it."""
    people = {"COL": frozenset(["petro"]), "ECU": frozenset(others)}
    days = (day,) if day.known else ()
    nothing = frozenset[str]()
    kinds, statuses = frozenset((EngagementKind.MEETING,)), frozenset((Status.HELD,))
    return Cluster(
        ((report, key),), (), kinds, people, {}, days, (), (), statuses, nothing, nothing, nothing, (), Identity({})
    )


MARCH = DateRange.iso("2024-03-03")


def test_a_report_that_gives_each_of_two_its_day_tells_two_where_two_reports_tell_one() -> None:
    assert score(single("e0", MARCH, "noboa"), single("e1", MARCH, report="other"))
    assert not score(single("e0", MARCH, "noboa"), single("e1", MARCH))


def test_a_report_that_gives_neither_a_day_tells_one() -> None:
    assert score(single("e0", DateRange(), "noboa"), single("e1", DateRange()))
