"""What two states say of each other and do to each other, by month."""

from memcon.analysis.told import Told, told_by_month
from memcon.model.deeds import Deed


def test_statements_count_in_the_month_of_their_report() -> None:
    assert told_by_month({"2021-12": 2}, {"2022-02": 1}, []) == {
        "2021-12": Told(said_by_left=2),
        "2022-02": Told(said_by_right=1),
    }


def test_deeds_count_as_cooperation_or_conflict_and_without_a_month_nowhere() -> None:
    deeds = [Deed("2021-12", None, None, 3.0), Deed("2021-10", None, None, -5.0), Deed(None, None, None, 3.0)]
    found = told_by_month({}, {}, deeds)
    assert found == {"2021-10": Told(in_conflict=1), "2021-12": Told(cooperating=1)}
    assert list(found) == sorted(found)
