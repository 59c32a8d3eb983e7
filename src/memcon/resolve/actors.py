"""Who is meant: persons, bodies, states and groups of one document.

Comes in: an annotated document. Goes out: its actors by key, and every mention of them in the order of the text. A mention
that stays open has no actor and says why. Order of work: what the registers know, names, titles, who holds what, which
names are one person; then descriptions and pronouns, which point to what is already known.
"""

from collections.abc import Sequence
from dataclasses import replace

from memcon.model.annotated import Annotated
from memcon.model.clauses import Clauses
from memcon.model.resolved import ActorMention, LocalActor
from memcon.registers.states import states
from memcon.resolve.anaphora.delegates import with_delegates
from memcon.resolve.anaphora.descriptions import describe
from memcon.resolve.anaphora.pairs import with_pairs
from memcon.resolve.anaphora.pronouns import find_pronouns
from memcon.resolve.names.name import Name, embedded, head_of
from memcon.resolve.names.names import find_names
from memcon.resolve.names.persons import Bearer, join_names
from memcon.resolve.page import Page, read_page
from memcon.resolve.states.bodies import find_powers
from memcon.resolve.states.decide import state_of_body
from memcon.resolve.states.power import Power
from memcon.resolve.states.profiles import profiles, settled
from memcon.resolve.states.setting import Setting, read_setting
from memcon.resolve.titles.holders import find_holdings
from memcon.resolve.titles.titles import find_titles


def find_actors(annotated: Annotated, clauses: Clauses) -> tuple[dict[str, LocalActor], Sequence[ActorMention]]:
    """The actors of the document by key, and every mention of them in the order of the text."""
    page = read_page(annotated, clauses)
    names = [embedded(page, name) for name in find_names(page)]
    titles = find_titles(page, [name.span for name in names])
    holdings = find_holdings(page, names, titles)
    persons, bearers = join_names(page, names, titles, holdings)
    setting = read_setting(page, titles, {h.title for h in holdings})
    people = profiles(page, persons, names, titles, bearers, setting)
    held = {h.title for h in holdings}
    titles = settled(titles, held, setting)
    powers, bodies = _powers(page, find_powers(page, names), names, bearers, people, setting)
    actors = people | bodies
    mentions = [_named(page, name, bearer) for name, bearer in zip(names, bearers, strict=True)] + powers
    actors, described = describe(
        page, [t for n, t in enumerate(titles) if n not in held], titles, holdings, actors, mentions, setting
    )
    mentions = sorted([*mentions, *described], key=lambda m: (m.first, -m.last))
    mentions += find_pronouns(page, actors, mentions)
    return actors, tuple(with_delegates(page, actors, with_pairs(page, actors, mentions)))


def _named(page: Page, name: Name, bearer: Bearer) -> ActorMention:
    candidates = tuple(f"p{c + 1}" for c in bearer.candidates)
    return ActorMention(
        first=name.first,
        last=name.last,
        head=head_of(page, name),
        span=page.annotated.span(name.first, name.last),
        text=page.annotated.read(name.first, name.last),
        how="name",
        actor=None if bearer.person is None else f"p{bearer.person + 1}",
        candidates=candidates,
        reason="several bear this name and nothing says which is meant" if candidates else "",
        embedded=name.embedded,
    )


def _powers(
    page: Page,
    powers: Sequence[Power],
    names: Sequence[Name],
    bearers: Sequence[Bearer],
    people: dict[str, LocalActor],
    setting: Setting,
) -> tuple[list[ActorMention], dict[str, LocalActor]]:
    """Mentions of states and bodies, and the actors that they are."""
    actors: dict[str, LocalActor] = {}
    keys: dict[tuple[str, str | None], str] = {}
    known: dict[str, str | None] = {}  # body -> state: "this administration" is of the state that its name gave
    mentions = []
    for power in powers:
        if power.body is None and power.state:
            key = power.state
            actors.setdefault(key, LocalActor(key, "state", states()[key].name, state=key))
        else:
            state = power.state or _head_state(power, names, bearers, people) or known.get(power.body or "")
            state = state or state_of_body(power.kind, power.habit, setting)
            known[power.body or ""] = state
            found = keys.setdefault((power.body or "", state), f"o{len(keys) + 1}")
            key = found
            actors.setdefault(key, LocalActor(key, "organisation", power.body or "", state=state))
        mentions.append(_power_mention(page, power, key))
    return mentions, _with_forms(actors, mentions)


def _with_forms(actors: dict[str, LocalActor], mentions: Sequence[ActorMention]) -> dict[str, LocalActor]:
    """The bodies with the names that the text calls them by: "EU", "the Alliance"."""
    forms: dict[str, set[str]] = {}
    for m in mentions:
        if m.actor and actors[m.actor].kind == "organisation" and m.how == "name" and m.text[:1].isupper():
            forms.setdefault(m.actor, set()).add(m.text)
    return {k: replace(a, aliases=tuple(sorted(forms.get(k, set()) - {a.name}))) for k, a in actors.items()}


def _head_state(
    power: Power, names: Sequence[Name], bearers: Sequence[Bearer], people: dict[str, LocalActor]
) -> str | None:
    """The state of "the Carter administration" is Carter's."""
    for name, bearer in zip(names, bearers, strict=True):
        if name.first == power.first and bearer.person is not None:
            return people[f"p{bearer.person + 1}"].state
    return None


def _power_mention(page: Page, power: Power, key: str) -> ActorMention:
    away = power.capital and power.place
    return ActorMention(
        first=power.first,
        last=power.last,
        head=power.head,
        span=page.annotated.span(power.first, power.last),
        text=page.annotated.read(power.first, power.last),
        how=power.how,
        actor=None if away else key,
        candidates=(key,) if away else (),
        reason="named as a place" if away else "",
        place_use=power.place,
    )
