"""What is known of a person: a `Person` with titles in, the state served and `RoleClaim`s out.

The state comes from the words of a title, from "of" after the name, from an office that only one state has, from the body
spoken of just before ("the Kremlin said ... spokesman Popov"), from a lawmaker's party tag or a monarch's name, from the
register of leaders, from the setting of the report, in this order. Analysts,
journalists and officials of international bodies serve none.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from memcon.model.resolved import LocalActor, RoleClaim
from memcon.registers.states import states
from memcon.resolve.names.names import Name
from memcon.resolve.names.persons import Bearer, Person, known_state
from memcon.resolve.page import Page
from memcon.resolve.states.allegiance import can_be_home, office_state, reigning_state, tagged_state
from memcon.resolve.states.setting import Setting
from memcon.resolve.titles.holders import Holding
from memcon.resolve.titles.titles import Title
from memcon.resolve.titles.words import hits_in

OFFICIAL_BODIES = frozenset(["seat", "ministry", "government", "parliament", "agency", "military"])
RELATIONS = frozenset(["relation"])  # "his guest" is no office
BODY_REACH = 2  # sentences back in which a bare "spokesman" finds his body


def profile(
    page: Page, key: str, person: Person, names: Sequence[Name], titles: Sequence[Title], setting: Setting
) -> LocalActor:
    """The person as the document shows them."""
    told = [h for h in person.holdings if titles[h.title].noun.rank not in RELATIONS]
    claims = [_claim(page, names, titles, h) for h in sorted(told, key=lambda h: titles[h.title].first)]
    forms = {" ".join(names[n].parts).replace(" - ", "-") for n in person.names}
    name = _written(person.parts)
    state = _state(page, person, names, titles, claims, setting)
    credited = _credit(page, names, person)
    return LocalActor(
        key=key,
        kind="person",
        name=name,
        aliases=tuple(sorted(forms - {name})),
        state=state,
        roles=tuple(_with_state(c, state, titles, person) for c in claims) + credited,
        gender=person.gender,
    )


def _written(parts: Sequence[str]) -> str:
    return " ".join(parts)


def _claim(page: Page, names: Sequence[Name], titles: Sequence[Title], holding: Holding) -> RoleClaim:
    title = titles[holding.title]
    of_state = None if holding.apposed else _of_state(page, names[holding.name])
    by_body = of_state and not any(h.kind != "body" for h in hits_in(page, title.first, title.last))
    state = of_state if by_body else title.state or of_state  # "National Security Council Secretary Danilov of Ukraine"
    organisation = title.organisation
    if state is None and title.noun.rank == "voice" and organisation is None and title.possessor is None:
        state, organisation = _body_before(page, title)
    if organisation is None and state and title.noun.rank in ("head", "deputy"):
        organisation = states()[state].name
    span = page.annotated.span(title.first, title.last)
    return RoleClaim(title.words, organisation, span, holding.past, state)


def _of_state(page: Page, name: Name) -> str | None:
    """ "Prime Minister Trudeau of Canada", "President Duda of the Republic of Poland"."""
    i = name.last
    if page.lowers[i : i + 1] != ("of",):
        return None
    while i < min(name.last + 6, len(page.words)):
        hit = page.hit_at.get(i)
        if hit and hit.kind in ("state", "capital", "body"):
            return hit.state
        if i > name.last and not (page.lowers[i] in ("the", "of") or page.words[i][0].isupper()):
            return None
        i += 1
    return None


def _body_before(page: Page, title: Title) -> tuple[str | None, str | None]:
    sentence = page.tokens[title.head].sentence
    near = [
        h
        for h in page.hits
        if h.body
        and h.body.kind in OFFICIAL_BODIES | {"international"}
        and h.last <= title.first
        and sentence - page.tokens[h.first].sentence <= BODY_REACH
    ]
    if not near or near[-1].body is None:
        return None, None
    return near[-1].state, near[-1].body.name


def _state(
    page: Page,
    person: Person,
    names: Sequence[Name],
    titles: Sequence[Title],
    claims: Sequence[RoleClaim],
    setting: Setting,
) -> str | None:
    held = [titles[h.title] for h in person.holdings]
    private = {titles[h.title].words for h in person.holdings if titles[h.title].noun.serves == "none"}
    public = [c for c in claims if c.state and c.title not in private]  # "an American pastor" does not serve the USA
    told = Counter(c.state for c in public if not c.past) or Counter(c.state for c in public)
    held = [t for t in held if t.noun.rank not in ("relation", "source", "other") or t.noun.serves != "none"]
    serving = {t.noun.serves for t in held}
    if told and serving != {"none"}:
        return min(told, key=lambda s: (-told[s], str(s)))
    if tagged := tagged_state(page, person, names) or reigning_state(person, names, titles):
        return tagged
    if serving == {"none"}:
        return None
    if any(t.organisation and not t.states for t in held) and not any(t.noun.serves == "state" for t in held):
        return None
    governs = any(names[n].embedded for n in person.names)
    addressed = not _credited_only(page, names, person)
    if known := known_state(person, bool(held) or governs or addressed):
        return known
    if private:
        return None
    if state := office_state(person, titles, setting):
        return state
    home = setting.home
    if any(t.noun.serves == "state" and t.noun.rank != "counterpart" and can_be_home(home, t, person) for t in held):
        return home
    if any(t.noun.word in ("national security adviser", "chief of staff", "press secretary", "adviser") for t in held):
        return home
    return None


def _credited_only(page: Page, names: Sequence[Name], person: Person) -> bool:
    return all(page.annotated.zone(names[n].first) == "credits" for n in person.names)


def _with_state(claim: RoleClaim, state: str | None, titles: Sequence[Title], person: Person) -> RoleClaim:
    serves = {titles[h.title].noun.serves for h in person.holdings if titles[h.title].words == claim.title}
    lent = state and not any(
        can_be_home(state, titles[h.title], person) for h in person.holdings if titles[h.title].words == claim.title
    )
    if claim.state is None and serves == {"state"} and not lent:
        heads = {titles[h.title].noun.rank for h in person.holdings if titles[h.title].words == claim.title}
        whole = states()[state].name if state and heads <= {"head", "deputy"} else None
        return RoleClaim(claim.title, claim.organisation or whole, claim.span, claim.past, state)
    return claim


def _credit(page: Page, names: Sequence[Name], person: Person) -> tuple[RoleClaim, ...]:
    """ "Ada Smith contributed reporting": the formula that names a contributing journalist."""
    for n in person.names:
        sentence = page.annotated.sentence_of(names[n].first)
        words = page.lowers[names[n].last : sentence.last]
        if "contributed" in words and {"reporting", "report"} & set(words) and "said" not in words:
            i = names[n].last + words.index("contributed")
            return (RoleClaim("contributing journalist", None, page.annotated.span(i, i + 1)),)
    return ()


def with_possessors(
    people: Mapping[str, LocalActor],
    names: Sequence[Name],
    bearers: Sequence[Bearer],
    titles: Sequence[Title],
    holdings: Sequence[Holding],
) -> dict[str, LocalActor]:
    """ "Erdogan's spokesman, Ibrahim Kalin": who serves a person serves that person's state."""
    out = dict(people)
    owner = {i: b.person for name, b in zip(names, bearers, strict=True) for i in name.span}
    for h in holdings:
        title, holder = titles[h.title], bearers[h.name].person
        boss = owner.get(title.possessor) if title.possessor is not None else None
        if holder is None or boss is None or title.noun.serves == "none" or title.noun.rank == "counterpart":
            continue
        mine, theirs = out[f"p{holder + 1}"], out[f"p{boss + 1}"]
        if mine.state is None and theirs.state:
            out[mine.key] = replace(mine, state=theirs.state)
    return out
