"""What the list of actors says of offices and states."""

from memcon.cli.whom import acts_for
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.record import Actor, Tenure
from memcon.model.text import Evidence
from memcon.wording.foremost import foremost

ENDED = DateRange(basis=Basis(BasisKind.PUBLISHED, "then"))


def told(n: int, quote: str = "the words") -> tuple[Evidence, ...]:
    return tuple(Evidence(f"document-{i}", 0, len(quote), quote) for i in range(n))


def office(title: str, reports: int, organisation: str | None = None, over: bool = False) -> Tenure:
    return Tenure(title, organisation, None, ENDED if over else None, told(reports))


def person(state: str | None, **more: object) -> Actor:
    return Actor("actor-1", "person", "Amina Odhiambo", (), state, None, (), True, **more)  # type: ignore[arg-type]


def test_offices_stand_by_how_many_reports_give_them_and_past_ones_last() -> None:
    roles = (office("Senator", 9, over=True), office("Minister of Health", 2), office("Governor", 5))
    assert [r.title for r in foremost(roles)] == ["Governor", "Minister of Health", "Senator"]


def test_what_a_fuller_title_says_and_what_one_of_many_reports_has_is_left_out() -> None:
    roles = (office("Secretary", 2), office("Secretary of State", 30), office("President", 1))
    assert [r.title for r in foremost(roles)] == ["Secretary of State"]
    assert [r.title for r in foremost((office("President", 30), office("Vice President", 2)))] == [
        "President",
        "Vice President",
    ]


def test_the_state_has_the_words_that_tell_it_and_none_has_its_reason() -> None:
    assert acts_for(person("KEN", grounds=told(1, "Kenyan minister"))).plain == "Kenya\n“Kenyan minister”"
    assert acts_for(person("KEN", grounds=told(1, "Odhiambo"))).plain == "Kenya"
    assert acts_for(person(None, gap="no_evidence")).plain == "no report says"
