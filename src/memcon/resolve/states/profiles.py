"""What is known of the persons of a report: `Person`s with titles in, `LocalActor`s with state, evidence and `RoleClaim`s out.

The evidence of each person by itself is weighed first; then once more with what the others tell, whose states are known by then.
"""

from collections.abc import Sequence
from dataclasses import replace

from memcon.model.resolved import LocalActor, RoleClaim, StateEvidence
from memcon.registers.states import states
from memcon.resolve.names.name import Name
from memcon.resolve.names.persons import Bearer, Person
from memcon.resolve.page import Page
from memcon.resolve.states.beside import is_abroad, state_after
from memcon.resolve.states.cast import cast_of
from memcon.resolve.states.decide import Ruling, decide
from memcon.resolve.states.evidence import evidence_of
from memcon.resolve.states.relations import related
from memcon.resolve.states.setting import Setting, has_office, is_national
from memcon.resolve.states.subject import Subject
from memcon.resolve.titles.holders import Holding
from memcon.resolve.titles.titles import Title
from memcon.resolve.titles.words import hits_in

ROUNDS = 2  # the second sees the states of the first; a third changed nobody in the world texts


def profiles(
    page: Page,
    persons: Sequence[Person],
    names: Sequence[Name],
    titles: Sequence[Title],
    bearers: Sequence[Bearer],
    setting: Setting,
) -> dict[str, LocalActor]:
    """The persons by key, as the document shows them."""
    starts = frozenset(name.first for name in names)
    subjects = [Subject(page, person, names, titles, setting, starts, first=n == 0) for n, person in enumerate(persons)]
    own = [evidence_of(subject) for subject in subjects]
    evidence = own
    rulings = [decide(e, s.held, is_abroad(s)) for e, s in zip(own, subjects, strict=True)]
    first = [r.state for r in rulings]
    for _ in range(ROUNDS):
        cast = cast_of(page, names, titles, bearers, persons, setting, [r.state for r in rulings], first)
        evidence = [[*e, *more] for e, more in zip(own, related(cast), strict=True)]
        rulings = [decide(e, s.held, is_abroad(s)) for e, s in zip(evidence, subjects, strict=True)]
    return {
        f"p{n}": _actor(f"p{n}", subject, ruling, found)
        for n, (subject, ruling, found) in enumerate(zip(subjects, rulings, evidence, strict=True), 1)
    }


def _actor(key: str, subject: Subject, ruling: Ruling, evidence: Sequence[StateEvidence]) -> LocalActor:
    person, names, titles = subject.person, subject.names, subject.titles
    told = [h for h in person.holdings if titles[h.title].noun.rank != "relation"]  # "his guest" is no office
    claims = [_claim(subject, h, ruling.state) for h in sorted(told, key=lambda h: titles[h.title].first)]
    forms = {" ".join(names[n].parts).replace(" - ", "-") for n in person.names}
    name = " ".join(person.parts)
    return LocalActor(
        key=key,
        kind="person",
        name=name,
        aliases=tuple(sorted(forms - {name})),
        state=ruling.state,
        roles=(*claims, *_credit(subject.page, names, person)),
        gender=person.gender,
        evidence=tuple(dict.fromkeys(evidence)),
        gap=ruling.gap,
    )


def _claim(subject: Subject, holding: Holding, state: str | None) -> RoleClaim:
    """The office; it serves the state that its words name, else the one that its holder does, where that can have it."""
    page, title = subject.page, subject.titles[holding.title]
    found = None if holding.apposed else state_after(page, subject.names[holding.name])
    turned = title.states[holding.turn] if holding.turn is not None and holding.turn < len(title.states) else title.state
    by_body = found and not any(h.kind != "body" for h in hits_in(page, title.first, title.last))
    served = (
        found[0] if found and (by_body or not turned) else turned
    )  # "National Security Council Secretary Danilov of Ukraine"
    organisation = title.organisation
    if served is None and state and title.noun.serves != "none" and not title.international:
        lent = is_national(title) and title.determiner not in ("its", "their") and has_office(state, title)
        served = state if lent and title.noun.serves == "state" else None
    if organisation is None and title.office and title.office.habit and title.office.habit in (served, state):
        organisation = title.office.organisation
    if organisation is None and served and title.noun.rank in ("head", "deputy"):
        organisation = states()[served].name
    span = page.annotated.span(title.first, title.last)
    if title.noun.serves == "none":
        served = None  # "a critic of Israeli policies" serves nobody
    return RoleClaim(title.words, organisation, span, holding.past, served)


def _credit(page: Page, names: Sequence[Name], person: Person) -> tuple[RoleClaim, ...]:
    """ "Ada Smith contributed reporting": the formula that names a contributing journalist."""
    for n in person.names:
        sentence = page.annotated.sentence_of(names[n].first)
        words = page.lowers[names[n].last : sentence.last]
        if "contributed" in words and {"reporting", "report"} & set(words) and "said" not in words:
            i = names[n].last + words.index("contributed")
            return (RoleClaim("contributing journalist", None, page.annotated.span(i, i + 1)),)
    return ()


def settled(titles: Sequence[Title], held: set[int], setting: Setting) -> list[Title]:
    """The titles, each that no named person holds with the state that habit and the setting give it."""
    return [title if n in held else _settled(title, setting) for n, title in enumerate(titles)]


def _settled(title: Title, setting: Setting) -> Title:
    habit = title.office.habit if title.office else None
    if habit is None or title.states or not is_national(title):
        return title
    known = title.office.sole if title.office else False
    at_home = habit in (setting.home, setting.publisher.state)
    return replace(title, states=(habit,)) if known or at_home else title
