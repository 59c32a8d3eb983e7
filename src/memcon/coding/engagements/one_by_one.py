"""Whether an engagement with several is one with each of them.

Comes in: a phrase and those who are met, in the order of the text. Goes out: yes where words say so ("separate", "bilateral
meetings", "on the sidelines"), where two are spoken to on the telephone, and where a visitor sees the holders of several offices,
who receive each by himself: "will call on the president, X, and the prime minister, Y". No where words say "jointly", where "a
meeting" is had with all, where the title of a paper names one, where a host receives a delegation, and where those who are met are
guests in the state of one of them.
"""

from collections.abc import Iterator, Sequence, Set
from functools import partial
from itertools import pairwise

from memcon.coding.engagements.companions import Companion
from memcon.coding.engagements.each_or_all import Told, around, says, told_how
from memcon.coding.engagements.joined import is_people
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.phrase import Phrase
from memcon.model.annotated import Token
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import LocalActor, Place, Resolved
from memcon.registers.engagements import verb_at, words
from memcon.registers.offices import role_nouns

TITLE = 4  # tokens before a name in which the plural title of several stands


def told_of_each(
    r: Resolved, phrase: Phrase, company: Sequence[Companion], there: Place | None, about: Phrase | None = None
) -> bool:
    """Is it one engagement with each of them? `there`: where it is, by its own words or by those just before; `about`: the one that
    the title of an official paper names."""
    told = told_how(r, phrase, company[0].first, company[-1].last)
    if told is not None:
        return told is Told.EACH
    if phrase.plural and not phrase.verbal:
        return True
    beside = around(r, phrase, company[0].first, company[-1].last)
    unnamed = [t for t in beside if r.mention_at(t.i) is None]  # not "the Kenya-Uganda Bilateral Mechanism"
    if says(unnamed, words("two_sided")) and _of_many_states(r, company):
        return True
    if about is not None and _is_what_the_title_names(r, about, phrase, company):
        return False
    if phrase.kind == EngagementKind.CALL and _of_many_states(r, company):
        return not _in_conference(r, phrase, company)
    sentence = r.annotated.sentence_of(phrase.token)
    inside = r.annotated.tokens[sentence.first : sentence.last]
    aside = any(t.lower in words("beside") or t.lemma.lower() in words("beside") for t in inside)
    return (aside and phrase.verbal) or _by_offices(r, phrase, company, there)


def _in_conference(r: Resolved, phrase: Phrase, company: Sequence[Companion]) -> bool:
    """Is it a call of more than two at once?"""
    return says(around(r, phrase, company[0].first, company[-1].last), words("conference_call"))


def _is_what_the_title_names(r: Resolved, about: Phrase, phrase: Phrase, company: Sequence[Companion]) -> bool:
    """ "Meeting with X and Y", "Meeting with Baltic Leaders" in a title: one, whomever the lead names one by one."""
    met = {p.actor for c in company for p in c.parties}
    visitors = {p.actor for p in phrase.arguments.parties if p.actor and p.token < phrase.token}
    titled = {p.actor for p in about.arguments.parties if p.actor}
    if titled - visitors:
        return bool(titled & met)
    end = r.annotated.sentence_of(about.token).last
    return bool(titled) and end < len(r.annotated.tokens) and phrase.token < r.annotated.sentence_of(end).last


def same_office(r: Resolved, before: Companion, one: Companion) -> bool:
    """ "The High Commissioner and Dean": two offices of one state without a name can be one person's."""
    first, second = _actor(r, before), _actor(r, one)
    return not (second.named and first.named) and first.state == second.state


def _actor(r: Resolved, companion: Companion) -> LocalActor:
    return r.actors[companion.parties[0].actor or ""]


def _of_many_states(r: Resolved, company: Sequence[Companion]) -> bool:
    """Is each of them of a state of his own? With two presidents on the telephone one speaks in turn."""
    states = [_actor(r, c).state for c in company]
    return all(states) and len(set(states)) == len(states)


def _by_offices(r: Resolved, phrase: Phrase, company: Sequence[Companion], place: Place | None) -> bool:
    """Does a visitor see the holders of several offices, each of whom receives by himself?"""
    visitors = {p.actor for p in phrase.arguments.parties if p.actor and p.token < phrase.token}
    own = {r.actors[key].state for key in visitors}
    met = company if _hold_offices(r, company) else [c for c in company if c.joined]
    persons = [_actor(r, c) for c in met if _actor(r, c).named or _actor(r, c).state not in own]
    officials = all(x.kind == "person" and x.named and x.roles for x in persons)
    one_meeting = not phrase.verbal and phrase.kind != EngagementKind.TALKS
    if (
        len(persons) < 2
        or not officials
        or one_meeting
        or phrase.kind == EngagementKind.DINNER
        or _share_a_title(r, phrase, company[0])
        or _of_a_family(r, company)
    ):
        return False
    states = {x.state for x in persons if x.state}
    if not visitors or len(own) != 1 or own & states or (len(visitors) > 1 and len(states) < len(persons)):
        return False
    if _calls_on(r, phrase):
        return True
    if len(states) <= 1:
        at_home = place is not None and place.country in states
        return not _receives(r, phrase) and (at_home or any("head" in _ranks(x) for x in persons))
    return len(states) == len(persons) and (place is None or place.country not in states)


def _hold_offices(r: Resolved, company: Sequence[Companion]) -> bool:
    """Does a row that the parse breaks name officials alone, each of a state of his own?"""
    return all(x.named and x.roles for x in map(partial(_actor, r), company)) and _of_many_states(r, company)


def _share_a_title(r: Resolved, phrase: Phrase, first: Companion) -> bool:
    """ "Senators X and Y", "Foreign Ministers X of Peru and Y of Chile", "his counterparts of the region: X and Y"."""
    tokens = r.annotated.tokens[min(max(first.first - TITLE, 0), phrase.token + 1) : first.last]
    return any(t.tag in ("NNS", "NNPS") and is_people(t) for t in tokens)


def _of_a_family(r: Resolved, company: Sequence[Companion]) -> bool:
    """ "The king, the king's son, X, and the minister, Y": one is told by what he is to another, who sits with him."""
    met = {p.actor for c in company for p in c.parties}
    owners = (t for x, y in pairwise(company) for t in r.annotated.tokens[x.last : y.first] if t.dep == "poss")
    return any(_is_of_them(r, t, met) for t in owners)


def _is_of_them(r: Resolved, owner: Token, met: Set[str | None]) -> bool:
    """Is it one of those met, or "his" beside an office? "His colleague" is the visitor's."""
    actor, noun = r.actor_at(owner.i), role_nouns().get(r.annotated.head(owner.i).lemma.lower())
    if owner.tag == "PRP$":
        return noun is None or noun.rank != "counterpart"
    return actor is not None and actor.key in met


def _receives(r: Resolved, phrase: Phrase) -> bool:
    """A host who receives several of one state receives a delegation."""
    clause = r.clauses.at(phrase.token)
    trigger = verb_at(r.annotated.tokens[phrase.token].lemma, particles(r.annotated, phrase.token))
    active = clause is None or not clause.passive
    return phrase.verbal and trigger is not None and trigger.needs == "person" and active


def _calls_on(r: Resolved, phrase: Phrase) -> bool:
    """Is it he who goes to see them: "calls on", "was received by"?"""
    clause = r.clauses.at(phrase.token)
    trigger = verb_at(r.annotated.tokens[phrase.token].lemma, particles(r.annotated, phrase.token))
    if not phrase.verbal or trigger is None:
        return False
    return trigger.needs == "behind" or (trigger.needs == "person" and clause is not None and clause.passive)


def _ranks(actor: LocalActor) -> Iterator[str]:
    """The ranks of the offices that somebody holds or held."""
    for role in actor.roles:
        title = role.title.lower().split()
        yield from (found[1].rank for i in range(len(title)) if (found := role_nouns().at(title, i)))
