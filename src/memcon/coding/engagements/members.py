"""The members of a group that an engagement is told with: "received five new envoys. ... The five envoys are X of Peru, ...".

Comes in: a resolved document and its phrases. Goes out: the same; where a phrase tells of a group without names ("five envoys",
"the ambassadors of Poland and India"), those whom the text names as that group further on take its place. An engagement with
several by words ("separate talks", "courtesy calls"), or with ambassadors who come one by one further on, is one with each. Who
else was in the room, where two sides are told, is none of those who met.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from memcon.coding.engagements.headlines import in_headline
from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.rolls import Roll, is_group, rank_at, rolls_of
from memcon.model.kinds import ORGANISED, SAME_ROOM, TWO_SIDED, EngagementKind
from memcon.model.resolved import LocalActor, Resolved
from memcon.registers.engagements import nouns, words
from memcon.registers.offices import Rank, RoleNoun, role_nouns

KINDS = (SAME_ROOM | TWO_SIDED) - {EngagementKind.PRESS_CONFERENCE}
FREE = ORGANISED | {EngagementKind.MEETING}  # of these a list tells all who sat in them
OFFICES = frozenset(("head", "minister", "envoy", "counterpart"))  # of these each state has one
REACH = 4  # paragraphs from a group to the list of its members
FURTHER = 8  # paragraphs from it to those who are told of one by one


def with_members(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, each group with the members that the text names."""
    told = list(phrases)
    rolls = rolls_of(r) if told else []
    of_rolls = _of_rolls(r, told, rolls)
    for n, phrase in enumerate(told):
        if _told_one_by_one(r, phrase, told):
            continue
        if n in of_rolls:
            yield from _with(r, phrase, *of_rolls[n])
        else:
            yield from _one_by_one(r, phrase)


def _of_rolls(r: Resolved, told: list[Phrase], rolls: Sequence[Roll]) -> dict[int, tuple[tuple[Party, ...], bool]]:
    """For each phrase (by its number) those whom the lists behind it name, and whether each was met by himself."""
    found: dict[int, tuple[tuple[Party, ...], bool]] = {}
    last: list[int] = []
    for roll in rolls:
        of = last if roll.further and last else _tells(r, told, roll)
        apart = [n for n in of if _each(r, told[n], told)]
        together = [n for n in of if n not in apart and (not apart or told[n].kind not in TWO_SIDED)]
        for n in (*_once_each(r, told, apart), *together):
            found[n] = (*found.get(n, ((), False))[0], *roll.members), n in apart
        for n in apart:
            told[n] = _as_said(told[n], [told[m] for m in apart])
        last = of or last
    return found


def _once_each(r: Resolved, told: Sequence[Phrase], of: Sequence[int]) -> list[int]:
    """The one phrase of the text that is taken for one with each: the headline and the words before the list tell them again."""
    body = [n for n in of if not in_headline(r, told[n])] or list(of)
    whose = [n for n in body if any(p.actor and _is_named(r, p.actor) for p in told[n].arguments.people)]
    said = [n for n in whose or body if told[n].verdict.status is not None]
    return (whose or said or body)[:1]


def _as_said(phrase: Phrase, others: Sequence[Phrase]) -> Phrase:
    """The phrase with the status that the words before the list give: "the envoys who paid calls included"."""
    said = next((x.verdict for x in others if x.verdict.status is not None), None)
    silent = phrase.verdict.status is None and not phrase.verdict.barred
    return replace(phrase, verdict=said) if said is not None and silent else phrase


def _tells(r: Resolved, told: Sequence[Phrase], roll: Roll) -> list[int]:
    """The phrases of the group that a list names; of the occasion that it tells the attendance of, all that call it by its noun."""
    of = [n for n, phrase in enumerate(told) if _is_of(r, phrase, roll)]
    if not roll.attendance:
        return of
    index = r.annotated.sentence_of(roll.first).index
    near = [n for n in of if r.annotated.sentence_of(told[n].token).index <= index]
    if not near or any(_is_two_sided(r, told[n], roll.states) for n in near):
        return []
    noun = roll.of if roll.of in nouns() else r.annotated.tokens[told[near[-1]].token].lemma.lower()
    return [n for n in near if r.annotated.tokens[told[n].token].lemma.lower() == noun] or near[-1:]


def _is_two_sided(r: Resolved, phrase: Phrase, states: bool) -> bool:
    """Are those told already who met: two persons, of two states? Of a list of states: two states are enough."""
    told = [p.actor for p in phrase.arguments.people if p.actor]
    told = [key for key in told if _is_named(r, key) or (states and r.actors[key].state is not None)]
    named = {r.actors[key].state or key for key in told}
    return len(named) > 1


def _is_of(r: Resolved, phrase: Phrase, roll: Roll) -> bool:
    """Can the list be of those whom the phrase tells of?"""
    a = r.annotated
    if roll.of_group is not None:
        return any(p.token == roll.of_group for p in phrase.arguments.people)
    if phrase.kind not in KINDS or phrase.token >= roll.members[-1].token or phrase.generic:
        return False
    here, there = a.sentence_of(phrase.token), a.sentence_of(roll.first)
    named = phrase.plural and not phrase.verbal and phrase.token < roll.members[0].token  # "those who paid calls were"
    own = roll.attendance or roll.presenting or named
    if there.paragraph - here.paragraph > REACH or (here is there and not own):
        return False
    if roll.attendance:
        return phrase.kind in FREE and not phrase.verdict.barred
    return bool(_groups(r, phrase, roll.rank))


def _is_named(r: Resolved, key: str) -> bool:
    return r.actors[key].kind == "person" and r.actors[key].named


def _groups(r: Resolved, phrase: Phrase, rank: Rank | None) -> list[int]:
    """The tokens of the plural nouns in its sentence that name nobody and can be called by such a noun."""
    a = r.annotated
    sentence = a.sentence_of(phrase.token)
    found = [t.i for t in a.tokens[sentence.first : sentence.last] if is_group(t) and not r.holders_at(t.i)]
    return [i for i in found if rank is None or rank_at(r, i) in (rank, None)]


def _each(r: Resolved, phrase: Phrase, told: Sequence[Phrase]) -> bool:
    """Is it an engagement with each of them: "separate talks", "courtesy calls from several", "the ceremonies were held in turn"?"""
    a = r.annotated
    if phrase.kind is EngagementKind.CEREMONY:
        return any(x.plural and x.definite and not x.verbal and x.kind is phrase.kind for x in told)
    sentence = a.sentence_of(phrase.token)
    apart = any(t.lower in words("of_each") for t in a.tokens[sentence.first : sentence.last])
    return phrase.kind in TWO_SIDED and (apart or (phrase.plural and not phrase.verbal))


def _with(r: Resolved, phrase: Phrase, members: tuple[Party, ...], each: bool) -> Iterator[Phrase]:
    """The phrase with the members for the group: one for each, or one with all."""
    taken = {p.actor for p in members}
    states = {r.actors[p.actor or ""].state for p in members}
    kept = [p for p in phrase.arguments.parties if p.actor not in taken and not _is_told(r, p, states)]
    groups = [(m,) for m in members] if each else [members]
    yield from _meetings(r, phrase, tuple(kept), groups)


def _is_told(r: Resolved, party: Party, states: set[str | None]) -> bool:
    """Is the party the group itself, or the state of one whom the list names?"""
    actor = r.actors[party.actor] if party.actor else None
    if actor is not None and _names_occasion(actor):
        return True
    if actor is None:
        return is_group(r.annotated.tokens[party.token])
    side = r.annotated.tokens[party.token].lemma.lower() in words("sides")
    return not _is_named(r, actor.key) and (
        side or (actor.plural and not actor.named) or (actor.kind == "state" and actor.key in states)
    )


def _names_occasion(actor: LocalActor) -> bool:
    """ "The Extraordinary Summit of Heads of State": a name of what they sit in."""
    head = actor.name.lower().split(" of ")[0].split()[-1:]
    return actor.kind == "organisation" and actor.state is None and any(word in nouns() for word in head)


def _meetings(
    r: Resolved, phrase: Phrase, kept: tuple[Party, ...], groups: Sequence[tuple[Party, ...]]
) -> Iterator[Phrase]:
    """One with each group. The words that name the first of a further one tell it apart."""
    for n, group in enumerate(groups):
        subjects = tuple(p for p in phrase.arguments.subjects if p in kept)
        beside = (*(p for p in phrase.arguments.beside if p in kept), *group)
        arguments = replace(phrase.arguments, subjects=subjects, beside=beside, with_somebody=True)
        if n == 0:
            yield replace(phrase, arguments=arguments)
            continue
        named = r.mention_at(group[0].token)
        first, last = (named.first, named.last) if named is not None else (group[0].token, group[0].token + 1)
        yield replace(phrase, first=first, last=last, arguments=arguments, follows=phrase.token, definite=False)


def _one_by_one(r: Resolved, phrase: Phrase) -> Iterator[Phrase]:
    """ "Received the ambassadors of Poland and India", each of whom the text goes on to tell of by name: one with each."""
    if phrase.kind not in KINDS or phrase.generic or phrase.titled:
        yield phrase
        return
    found = {p: one for p in phrase.arguments.parties if (one := _office_holder(r, phrase, p)) is not None}
    if not found:
        yield phrase
        return
    kept = tuple(p for p in phrase.arguments.parties if p not in found)
    apart = len(found) > 1 and phrase.kind in TWO_SIDED and any(_is_named(r, p.actor) for p in kept if p.actor)
    groups = [(one,) for one in found.values()] if apart else [tuple(found.values())]
    yield from _meetings(r, phrase, kept, groups)


def _told_one_by_one(r: Resolved, phrase: Phrase, told: Sequence[Phrase]) -> bool:
    """ "President receives credentials of ambassadors of Peru, Fiji and Chad": a headline over the meetings with each."""
    if not in_headline(r, phrase):
        return False
    states = {p.actor for p in phrase.arguments.people if p.actor in r.actors and _is_state_of_several(r, p)}
    below = [x for x in told if x.kind in KINDS and not in_headline(r, x) and x.verdict.status is not None]
    met = [{r.actors[p.actor].state for p in x.arguments.people if p.actor} & states for x in below]
    return len(states) > 1 and all(any(who == {state} for who in met) for state in states)


def _is_state_of_several(r: Resolved, party: Party) -> bool:
    return party.actor is not None and r.actors[party.actor].kind == "state" and _stands_for(r, party) is not None


def _office_holder(r: Resolved, phrase: Phrase, party: Party) -> Party | None:
    """The one of that state's officials, named further on, for whom the state stands in "the ambassadors of X and Y"."""
    a, state = r.annotated, party.actor
    if state is None or r.actors[state].kind != "state" or (rank := _stands_for(r, party)) is None:
        return None
    here = a.sentence_of(phrase.token)
    met = {p.actor for p in phrase.arguments.parties}
    found: dict[str, Party] = {}
    for m in r.mentions:
        actor = r.actors[m.actor] if m.actor else None
        if actor is None or m.first < here.last or m.how != "name" or actor.key in met:
            continue
        if a.sentence_of(m.first).paragraph - here.paragraph <= FURTHER and _holds(actor, state, rank):
            found.setdefault(actor.key, Party(m.head, actor.key))
    return next(iter(found.values())) if len(found) == 1 else None


def _holds(actor: LocalActor, state: str, rank: Rank) -> bool:
    """Does somebody hold an office of that rank, of that state?"""
    if actor.kind != "person" or not actor.named or actor.state != state:
        return False
    ranks = {noun.rank for role in actor.roles if not role.past for noun in _nouns(role.title)}
    return rank in ranks or (rank == "counterpart" and "minister" in ranks)


def _nouns(title: str) -> Iterator[RoleNoun]:
    lower = title.lower().split()
    yield from (found[1] for i in range(len(lower)) if (found := role_nouns().at(lower, i)))


def _stands_for(r: Resolved, party: Party) -> Rank | None:
    """The rank of the plural noun that the state is told with: "the ambassadors of X and Y", "the Polish and Indian ministers"."""
    a = r.annotated
    for t in a.ancestors(party.token):
        if t.pos in ("VERB", "AUX"):
            return None
        if is_group(t):
            rank = rank_at(r, t.i)
            return rank if rank in OFFICES else None
    return None
