"""Actors across documents."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations

from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.findings import Findings, NameMention
from memcon.model.identity import Identity
from memcon.model.ids import content_id, sha256_of
from memcon.model.record import Actor
from memcon.model.resolved import LocalActor, RoleClaim, StateEvidence
from memcon.model.text import Span, Zone
from record_samples import joined_all

TEXT = "the foreign minister of long ago"


def document(source: str) -> Document:
    sha = sha256_of(source.encode())
    zones = (Zone(0, len(TEXT), "body"),)
    return Document(content_id("document", source, sha), source, sha, TEXT, zones, None, None, (), DateRange(), "en")


def person(key: str, name: str, state: str | None = None, *titles: str, past: bool = False) -> LocalActor:
    roles = tuple(RoleClaim(title, None, Span(4, 20), past, state) for title in titles)
    return LocalActor(key, "person", name, (), state, roles)


def join(*documents: tuple[str, tuple[LocalActor, ...]]) -> tuple[tuple[Actor, ...], Identity, list[str]]:
    made = [document(source) for source, _ in documents]
    findings = [Findings(d.id, actors) for d, (_, actors) in zip(made, documents, strict=True)]
    who = joined_all(made, findings).who
    actors, identity = who.actors, Identity(who.ids)
    ids = [str(identity.of(d.id, a.key)) for d, (_, local) in zip(made, documents, strict=True) for a in local]
    return actors, identity, ids


def test_forms_of_one_full_name_are_one_person_with_the_fullest_name() -> None:
    actors, _, ids = join(
        ("a", (person("p1", "Henry A. Kissinger", "USA"),)), ("b", (person("p1", "Henry Kissinger", "USA"),))
    )
    assert ids[0] == ids[1]
    assert actors[0].name == "Henry A. Kissinger" and actors[0].aliases == ("Henry Kissinger",)


def test_transliterations_are_one_person_where_state_and_office_agree() -> None:
    def both(a: str, b: str, left: str = "minister", right: str = "minister") -> bool:
        _, _, ids = join(("a", (person("p1", a, "SYR", left),)), ("b", (person("p1", b, "SYR", right),)))
        return ids[0] == ids[1]

    assert both("Fayssal Mekdad", "Faisal Mekdad")
    assert both("Abdel Fattah El-Sisi", "Abdel Fattah al-Sisi")
    assert both("Mohamed bin Zayed", "Mohammed bin Zayed Al Nahyan")
    assert both("Marcelo Ebrard", "Marcelo Ebrard Casaubon")
    assert not both("Fayssal Mekdad", "Faisal Mekdad", "minister", "governor")
    assert not both("Tim Scott", "Tom Scott")
    assert not both("Jon Kyl", "John Kelly")


def test_a_longer_form_that_one_report_has_is_a_slip_beside_a_usual_one() -> None:
    usual = [(str(n), (person("p1", "Heath Robinson", "USA", "sergeant"),)) for n in range(4)]
    actors, _, ids = join(*usual, ("z", (person("p1", "Heath Robinson Honoring", "USA", "sergeant"),)))
    assert len(set(ids)) == 1
    assert actors[0].name == "Heath Robinson"


def test_a_state_that_few_reports_give_does_not_stand_against_those_that_name_a_body_of_several() -> None:
    of_body = [replace(person("p1", "Trygve Lie"), gap="international") for _ in range(2)]
    reports = [(str(n), (local,)) for n, local in enumerate(of_body)]
    actors, _, _ = join(*reports, ("z", (person("p1", "Trygve Lie", "NOR"),)))
    assert {a.state for a in actors if a.name == "Trygve Lie"} == {None}
    assert {a.gap for a in actors if a.name == "Trygve Lie"} == {"international"}


def test_a_state_that_only_the_setting_of_reports_gives_gives_way_to_one_that_names_a_body_of_several() -> None:
    of_body = replace(person("p1", "Trygve Lie"), gap="international")
    in_own_paper = StateEvidence("own_staff", "USA", 3.0, "the paper")
    by_words = StateEvidence("title", "USA", 10.0, "American", Span(4, 20))

    def state_of(evidence: StateEvidence) -> str | None:
        told = replace(person("p1", "Trygve Lie", "USA"), evidence=(evidence,))
        actors, _, _ = join(("a", (told,)), ("b", (told,)), ("c", (of_body,)))
        (state,) = {a.state for a in actors if a.name == "Trygve Lie"}
        return state

    assert (state_of(in_own_paper), state_of(by_words)) == (None, "USA")


def test_a_bare_family_name_joins_its_only_bearer_of_the_same_state() -> None:
    _, _, ids = join(("a", (person("p1", "Golda Meir", "ISR"),)), ("b", (person("p1", "Meir", "ISR"),)))
    assert ids[0] == ids[1]


def test_a_bare_family_name_joins_nobody_where_two_bear_it_or_the_state_differs() -> None:
    castros = (person("p1", "Fidel Castro", "CUB"), person("p2", "Raul Castro", "CUB"))
    _, _, ids = join(("a", castros), ("b", (person("p1", "Castro", "CUB"),)), ("c", (person("p1", "Castro", "ESP"),)))
    assert len(set(ids)) == 4


def test_a_name_turned_round_is_one_person_of_one_state() -> None:
    _, _, ids = join(("a", (person("p1", "Yukio Hatoyama", "JPN"),)), ("b", (person("p1", "Hatoyama Yukio", "JPN"),)))
    assert ids[0] == ids[1]
    _, _, ids = join(("a", (person("p1", "Thomas James", "USA"),)), ("b", (person("p1", "James Thomas", "GBR"),)))
    assert ids[0] != ids[1]


def test_who_goes_by_his_second_name_is_one_person_in_one_office() -> None:
    long, short = (
        person("p1", "Stephen Grover Cleveland", "USA", "President"),
        person("p1", "Grover Cleveland", "USA", "President"),
    )
    _, _, ids = join(("a", (long,)), ("b", (short,)), ("c", (person("p1", "Cleveland", "USA", "President"),)))
    assert len(set(ids)) == 1


def test_one_name_in_very_many_reports_is_not_in_doubt_for_a_namesake_in_one() -> None:
    known = [(f"a{n}", (person("p1", name, "USA"),)) for n in range(12) for name in ("Joe Cannon", "Joseph G. Cannon")][:24]
    known = [(f"{source}-{n}", local) for n, (source, local) in enumerate(known)]
    _, _, ids = join(*known, ("son", (person("p1", "Joseph G. Alfred Cannon", "USA"),)))
    assert len(set(ids[:-1])) == 1


def test_namesakes_of_different_states_are_two_persons() -> None:
    _, _, ids = join(("a", (person("p1", "John Smith", "GBR"),)), ("b", (person("p1", "John Smith", "USA"),)))
    assert ids[0] != ids[1]


def test_a_wrong_state_in_one_report_makes_no_second_person() -> None:
    right, wrong = (
        person("p1", "Henry Kissinger", "USA", "Secretary of State"),
        LocalActor("p1", "person", "Henry Kissinger", (), "VNM", (RoleClaim("Secretary of State", None, Span(4, 20)),)),
    )
    actors, _, ids = join(("a", (right,)), ("b", (wrong,)))
    assert ids[0] == ids[1] and actors[0].state == "USA"


def test_a_respelled_name_joins_where_nothing_sets_the_two_apart() -> None:
    _, _, ids = join(("a", (person("p1", "Friedrich Zimmermann"),)), ("b", (person("p1", "Friedrich Zimmerman"),)))
    assert ids[0] == ids[1]
    _, _, ids = join(
        ("a", (person("p1", "Friedrich Zimmermann", "DEU", "Interior Minister"),)),
        ("b", (person("p1", "Friedrich Zimmerman"),)),
    )
    assert ids[0] != ids[1]


def test_an_unnamed_spokesman_is_never_the_same_in_two_reports_but_officials_are() -> None:
    spokesman = LocalActor("p1", "person", "Polish spokesman", (), "POL", named=False)
    officials = LocalActor("g1", "group", "Polish officials", (), "POL", named=False, plural=True)
    senior = LocalActor("g1", "group", "senior Polish officials", (), "POL", named=False, plural=True)
    _, _, ids = join(("a", (spokesman, officials)), ("b", (spokesman, senior)))
    assert ids[0] != ids[2] and ids[1] == ids[3]


def test_an_office_told_twice_is_one_tenure_with_both_witnesses_and_a_past_one_has_ended() -> None:
    told = (person("p1", "Golda Meir", "ISR", "Foreign Minister"),)
    actors, _, _ = join(
        ("a", told), ("b", told), ("c", (person("p1", "Golda Meir", "ISR", "Foreign Minister", past=True),))
    )
    assert [(len(r.evidence), r.until is None) for r in actors[0].roles] == [(2, True), (1, False)]


def test_the_order_of_documents_changes_nothing() -> None:
    documents = [
        ("a", (person("p1", "Henry Kissinger", "USA"),)),
        ("b", (person("p1", "Kissinger", "USA"), person("p2", "Le Duc Tho", "VNM"))),
        ("c", (person("p1", "H. Kissinger"), LocalActor("VNM", "state", "Vietnam", state="VNM"))),
        ("d", (person("p1", "Kissinger"),)),
    ]
    records = {join(*order)[0] for order in permutations(documents)}
    assert len(records) == 1


def on(day: str, source: str) -> Document:
    return replace(document(source), published=DateRange.iso(day))


def joined(*reports: tuple[Document, tuple[LocalActor, ...]]) -> tuple[tuple[Actor, ...], Identity]:
    """The actors of reports of some days, and who each local one is."""
    who = joined_all([d for d, _ in reports], [Findings(d.id, actors) for d, actors in reports]).who
    return who.actors, Identity(who.ids)


def named_often(
    name: str, state: str | None, days: Iterable[str], *aliases: str
) -> list[tuple[Document, tuple[LocalActor, ...]]]:
    told = replace(person("p1", name, state), aliases=aliases)
    return [(on(day, f"{name} {n}"), (told,)) for n, day in enumerate(days)]


MAY = [f"2014-05-{day:02}" for day in range(1, 29)]


def test_a_bare_name_without_a_state_is_the_one_of_whom_the_reports_of_those_weeks_are_full() -> None:
    bare = on("2014-05-20", "bare")
    _, identity = joined(*named_often("Dilma Rousseff", "BRA", MAY), (bare, (person("p9", "Rousseff"),)))
    assert len(set(identity.ids.values())) == 1


def test_a_leader_whom_all_know_is_meant_by_his_bare_name_where_one_report_of_those_weeks_has_it_in_full() -> None:
    bare = (on("2014-05-20", "bare"), (person("p9", "Merkel"),))
    known, unknown = (named_often(f"{first} Merkel", "DEU", MAY[:1], "Merkel") for first in ("Angela", "Ines"))
    of_all, of_few = joined(*known, bare)[1], joined(*unknown, bare)[1]
    assert of_all.of(bare[0].id, "p9") == of_all.of(known[0][0].id, "p1")
    assert of_few.of(bare[0].id, "p9") is None


def test_a_son_who_is_in_some_of_the_reports_makes_nobody_of_the_president() -> None:
    bare = [(on(day, f"bare {day}"), (person("p9", "Marcos"),)) for day in MAY]
    president = named_often("Ferdinand Marcos", "PHL", MAY, "Marcos")
    son = named_often("Sandro Marcos", "PHL", MAY[:9])
    actors, identity = joined(*president, *son, *bare)
    assert len(actors) == 2
    assert {identity.of(d.id, "p9") for d, _ in bare} == {identity.of(president[0][0].id, "p1")}


def test_a_bare_name_of_whom_two_are_named_as_often_is_nobodys_and_no_person_of_its_own() -> None:
    bare = on("2014-05-20", "bare")
    brothers = (*named_often("Rashid Alkhatib", "OMN", MAY), *named_often("Faisal Alkhatib", "OMN", MAY))
    actors, identity = joined(*brothers, (bare, (person("p9", "Alkhatib", "OMN"),)))
    assert identity.of(bare.id, "p9") is None and len(actors) == 2


def test_of_two_bearers_the_one_of_that_time_is_meant() -> None:
    father, son = named_often("George Aldana", "GTM", MAY), named_often("Luis Aldana", "GTM", [f"2022{d[4:]}" for d in MAY])
    then, later = on("2014-05-28", "then"), on("2022-05-28", "later")
    _, identity = joined(*father, *son, (then, (person("p9", "Aldana", "GTM"),)), (later, (person("p9", "Aldana", "GTM"),)))
    assert identity.of(then.id, "p9") == identity.of(father[0][0].id, "p1")
    assert identity.of(later.id, "p9") == identity.of(son[0][0].id, "p1")


def test_a_bare_name_that_one_report_gives_in_full_of_nobody_else_stays_a_person_of_its_own() -> None:
    full, bare = on("2014-05-01", "full"), on("2014-05-02", "bare")
    actors, _ = joined((full, (person("p1", "Ann Whitfield", "GBR"),)), (bare, (person("p9", "Whitfield"),)))
    assert len(actors) == 2


def test_a_woman_is_not_her_husband() -> None:
    bare = on("2014-05-20", "bare")
    she = replace(person("p9", "Rousseff", "BRA"), gender="f")
    he = [(d, (replace(told, gender="m"),)) for d, (told,) in named_often("Pedro Rousseff", "BRA", MAY)]
    actors, identity = joined(*he, (bare, (she,)))
    assert len(actors) == 2 and identity.of(bare.id, "p9") is not None


def test_the_mention_of_a_name_that_is_nobodys_says_why() -> None:
    bare = on("2014-05-20", "bare")
    brothers = (*named_often("Rashid Alkhatib", "OMN", MAY), *named_often("Faisal Alkhatib", "OMN", MAY))
    _, identity = joined(*brothers, (bare, (person("p9", "Alkhatib", "OMN"),)))
    mention = identity.of_mention(bare.id, NameMention(Span(0, 3), "p9", "Alkhatib", "name"))
    assert mention.actor is None and "several persons" in mention.reason
