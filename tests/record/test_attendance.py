"""Who took part in an engagement is settled by its reports together: one odd report makes nobody a participant."""

from dataclasses import replace

import pytest

from memcon.annotate.parser import Parser
from memcon.model.record import PARTICIPANT, Copy, Engagement, Family, Record
from record_samples import Library, Report, build

DAY = "2022-03-09"


@pytest.fixture(scope="module")
def library(parser: Parser) -> Library:
    return Library(parser)


def report(source: str, text: str) -> Report:
    return source, DAY, text


PLAIN = (
    report(
        "first", "Kenyan Foreign Minister Amina Otieno met Peruvian Foreign Minister Diego Salas in Nairobi on Tuesday."
    ),
    report(
        "second",
        "Peruvian Foreign Minister Diego Salas held a meeting with Kenyan Foreign Minister Amina Otieno on Tuesday.",
    ),
    report(
        "third",
        "On Tuesday Kenyan Foreign Minister Amina Otieno met with Diego Salas, Peru's foreign minister, about trade.",
    ),
    report(
        "fourth",
        "In Nairobi on Tuesday, Kenyan Foreign Minister Amina Otieno received Peruvian Foreign Minister Diego Salas for talks.",
    ),
)
ABOVE = report(
    "odd",
    "Kenyan President Daniel Gray, Foreign Minister Amina Otieno and Peruvian Foreign Minister Diego Salas met in Nairobi on Tuesday.",
)
STRANGER = report(
    "odd", "Kenyan Foreign Minister Amina Otieno met Peruvian Foreign Minister Diego Salas and Chad in Nairobi on Tuesday."
)
AIDES = report(
    "fuller",
    "Kenyan Foreign Minister Amina Otieno, Trade Secretary Peter Mwangi and Peruvian Foreign Minister Diego Salas met in Nairobi"
    " on Tuesday.",
)


def meeting(record: Record) -> Engagement:
    return max(record.engagements, key=lambda e: len(e.reports))


def took_part(record: Record) -> set[str]:
    known = {a.id: a.name for a in record.actors}
    return {known[p.actor] for p in meeting(record).participants}


def doubtful(record: Record) -> dict[str, str]:
    """Those who are accounts, with the words."""
    known = {a.id: a.name for a in record.actors}
    return {known[a.value]: a.evidence[0].quote for a in meeting(record).accounts if a.field == PARTICIPANT}


BOTH = {"Amina Otieno", "Diego Salas"}


def test_a_head_of_government_whom_four_reports_would_not_have_left_out_is_an_account_with_its_words(
    library: Library,
) -> None:
    record = library.record(*PLAIN, ABOVE)
    assert took_part(record) == BOTH
    assert doubtful(record) == {"Daniel Gray": "Daniel Gray"}


def test_a_state_that_one_of_five_reports_names_is_an_account(library: Library) -> None:
    record = library.record(*PLAIN, STRANGER)
    assert took_part(record) == BOTH
    assert doubtful(record) == {"Chad": "Chad"}


def test_of_two_reports_nobody_is_outvoted(library: Library) -> None:
    record = library.record(PLAIN[0], ABOVE)
    assert took_part(record) == BOTH | {"Daniel Gray"}
    assert not doubtful(record)


def test_an_aide_whom_one_fuller_report_lists_beside_his_principal_took_part(library: Library) -> None:
    record = library.record(*PLAIN, AIDES)
    assert took_part(record) == BOTH | {"Peter Mwangi"}
    assert not doubtful(record)


def test_whom_two_reports_name_took_part_however_many_leave_him_out(library: Library) -> None:
    again = report("again", ABOVE[2].replace("met in Nairobi", "met"))
    assert "Daniel Gray" in took_part(library.record(*PLAIN, ABOVE, again))


def test_copies_of_one_text_outvote_nobody_and_vouch_for_nobody(library: Library) -> None:
    documents = [library.document(r) for r in (*PLAIN, ABOVE)]
    found = [library.read(d) for d in documents]
    one = Family("family-1", documents[0].id, tuple(Copy(d.id, "reprint", 1.0) for d in documents[1:4]))
    assert not doubtful(build(documents, found, (one,)))
    again = library.document(report("copy of the odd one", ABOVE[2] + " It rained."))
    family = Family("family-2", documents[4].id, (Copy(again.id, "reprint", 1.0),))
    record = build([*documents, again], [*found, library.read(again)], (family,))
    assert doubtful(record) == {"Daniel Gray": "Daniel Gray"}


def test_the_paper_of_his_own_government_is_enough(library: Library) -> None:
    own = library.document(report("own", STRANGER[2].replace("Chad", "Japan")))
    plain = [library.document(r) for r in PLAIN]
    read = [library.read(d) for d in (*plain, own)]
    assert doubtful(build([*plain, own], read)) == {"Japan": "Japan"}
    published = replace(own, outlet="Ministry of Foreign Affairs of Japan")
    assert not doubtful(build([*plain, published], read))


def test_at_the_summit_of_a_body_each_report_names_some_of_many(library: Library) -> None:
    guests = ("Kenya", "Peru", "Chad", "Norway", "Fiji")
    told = [
        report(f"paper {n}", f"The president of {one} took part in the G20 summit in Bali on Tuesday.")
        for n, one in enumerate(guests)
    ]
    record = library.record(*told)
    assert len(meeting(record).reports) == len(guests)
    assert not doubtful(record)
