"""Which two were last named: a cast of mentions and a phrase's place in, the two keys or None out.

A kind limits who counts: leaders are heads of state or government, by office or by the register; sides are states, also by
the persons and bodies that act for them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from memcon.model.resolved import ActorMention, LocalActor
from memcon.registers.namesakes import is_head
from memcon.registers.offices import PairKind, role_nouns
from memcon.registers.phrases import split
from memcon.registers.states import states
from memcon.resolve.anaphora.clauses import standing, subject_of, verb_over
from memcon.resolve.page import Page

REACH = 8  # sentences back; in the examples and 300 readouts the two stand at most 5 before


@dataclass(slots=True)
class Cast:
    """The actors of a page and its mentions by head, while the phrases for two are made out."""

    page: Page
    actors: dict[str, LocalActor]
    at: dict[int, ActorMention]

    def key_at(self, i: int) -> str | None:
        mention = self.at.get(i)
        return mention.actor if mention else None

    def is_open_group(self, i: int) -> bool:
        """Does nothing say whose leaders these are?"""
        key = self.key_at(i)
        return key is None or (self.actors[key].plural and self.actors[key].state is None)

    def take(self, made: ActorMention) -> None:
        """Put a phrase for two in the place of what its words were taken for."""
        for i in range(made.first, made.last):
            self.at.pop(i, None)
        self.at[made.head] = made

    def joined(self, i: int) -> tuple[str, str] | None:
        """The two of one kind that token i and what "and" joins to it name, or that it stands for."""
        all_of = self.all_joined(i)
        return (all_of[0], all_of[1]) if len(all_of) == 2 else None

    def all_joined(self, i: int) -> tuple[str, ...]:
        """All of one kind that token i and what "and" joins to it name, or that it stands for; none where one of them is unknown."""
        mention = self.at.get(i)
        if mention and mention.together:
            return mention.candidates
        heads, more = [i], [t.i for t in self.page.annotated.children(i) if t.dep == "conj"]
        while more:
            heads += more
            more = [t.i for h in more for t in self.page.annotated.children(h) if t.dep == "conj"]
        keys = tuple(dict.fromkeys(k for h in heads if (k := self.named(h))))
        same = len({self.actors[k].kind for k in keys}) == 1
        return keys if len(heads) == len(keys) > 1 and same else ()

    def named(self, i: int) -> str | None:
        """Whom the phrase with this head names: by itself or by its apposition."""
        key = self.key_at(i)
        if key is not None and not self.at[i].place_use and (self.actors[key].kind == "state" or self.actors[key].named):
            return key
        return next((k for t in self.page.annotated.children(i) if t.dep == "appos" and (k := self.key_at(t.i))), key)

    def first_named(self, key: str, before: int) -> int:
        """Where, in the last sentence before a token that names this actor, it is first named; -1 where none does."""
        mine = [m.head for m in self.at.values() if m.actor == key and m.head < before]
        last = self.page.tokens[max(mine)].sentence if mine else None
        return min((i for i in mine if self.page.tokens[i].sentence == last), default=-1)


def pair_before(
    cast: Cast, first: int, head: int, kind: PairKind, sentences: int = REACH, whole: bool = False
) -> tuple[str, str] | None:
    """The two of this kind last named before tokens[first:]; without the subject of the phrase's own verb, unless `whole`."""
    if kind == "any":
        some = _somebody(cast, first, head)
        return pair_before(cast, first, head, "persons" if some else "states", min(sentences, 1), whole)
    own = cast.page.tokens[head].sentence
    mine = None if whole else _own_subject(cast, head)
    seen: list[str] = []
    for back in range(sentences + 1):
        if own - back < 0:
            break
        mentions = _of_sentence(cast, own - back, first)
        joint = [
            m for m in mentions if m.together and len(m.candidates) == 2 and all(_is(cast, k, kind) for k in m.candidates)
        ]
        keys = [k for k in _keys(cast, mentions, kind) if k != mine]
        if kind != "states" and any(_is_open(cast, m) for m in mentions):
            return None
        if joint and not seen and set(keys) <= set(joint[-1].candidates):
            return joint[-1].candidates[0], joint[-1].candidates[1]
        if len(keys) > 2:
            return _linked(cast, mentions, keys)
        union = list(dict.fromkeys([*seen, *keys]))
        if len(union) == 2:
            return union[0], union[1]
        if len(union) > 2:
            return (keys[0], keys[1]) if len(keys) == 2 else None
        seen = union
    return None


def _somebody(cast: Cast, first: int, head: int) -> bool:
    """Does this sentence or the one before speak of a person, so that "they" are no states?"""
    own = cast.page.tokens[head].sentence
    near = [m for back in (0, 1) if own >= back for m in _of_sentence(cast, own - back, first)]
    return any(_is_open(cast, m) or any(_is(cast, k, "persons") for k in (m.actor, *m.candidates) if k) for m in near)


def _is_open(cast: Cast, m: ActorMention) -> bool:
    """A name that several bear: one of the two may be meant, or a third."""
    return m.how == "name" and m.actor is None and any(cast.actors[c].kind == "person" for c in m.candidates)


def _own_subject(cast: Cast, head: int) -> str | None:
    verb = verb_over(cast.page, head)
    subject = subject_of(cast.page, verb) if verb else None
    return cast.named(subject.i) if subject is not None and subject.i != head else None


def _of_sentence(cast: Cast, sentence: int, before: int) -> list[ActorMention]:
    inside = cast.page.annotated.sentences[sentence]
    return [cast.at[i] for i in range(inside.first, min(inside.last, before)) if i in cast.at]


def _keys(cast: Cast, mentions: Sequence[ActorMention], kind: PairKind) -> list[str]:
    if kind != "states":
        return list(dict.fromkeys(m.actor for m in mentions if m.actor and _is(cast, m.actor, kind)))
    acting = list(dict.fromkeys(s for m in mentions if not m.place_use for s in _states_of(cast, m)))
    if len(acting) == 1:  # "Modi arrived in Japan": the country visited is the other side
        away = {m.actor for m in mentions if m.place_use and m.actor in states()} - set(acting)
        return [*acting, *sorted(k for k in away if k)] if len(away) == 1 else acting
    return acting


def _states_of(cast: Cast, m: ActorMention) -> Iterator[str]:
    for key in (m.actor,) if m.actor else m.candidates if m.together else ():
        actor = cast.actors[key]
        state = key if actor.kind == "state" else actor.state
        if state and (actor.kind != "person" or m.how != "pronoun"):
            cast.actors.setdefault(state, LocalActor(state, "state", states()[state].name, state=state))
            yield state


def _linked(cast: Cast, mentions: Sequence[ActorMention], keys: Sequence[str]) -> tuple[str, str] | None:
    """Of three or more in one sentence, the only two that "and" joins, or that stand as subject and company."""
    pairs = {
        tuple(sorted(p)) for m in mentions if (p := cast.joined(standing(cast.page, m.head).i)) and set(p) <= set(keys)
    }
    return next(((a, b) for a, b in pairs), None) if len(pairs) == 1 else None


def _is(cast: Cast, key: str, kind: PairKind) -> bool:
    """Is this one of that kind?"""
    actor = cast.actors[key]
    if kind == "states":
        return actor.kind == "state"
    if actor.kind != "person" or (not actor.named and not actor.state):
        return False
    if kind in ("men", "women"):
        return actor.gender in (None, "m" if kind == "men" else "f")
    if kind == "persons":
        return True
    ranks = set(_ranks(actor))
    if ranks == {"counterpart"}:
        return True  # "his Italian opposite number, X": of the office of the other of the two
    head = is_head(actor.name.split()) if actor.named else None
    if kind == "heads":
        return "head" in ranks or (head is True and not ranks & {"minister", "deputy", "envoy"})
    if kind == "ministers":
        return "minister" in ranks or (head is False and "head" not in ranks)
    return bool(ranks & {"envoy", "minister", "official"}) and "head" not in ranks


def _ranks(actor: LocalActor) -> Iterator[str]:
    for claim in actor.roles:
        words = split(claim.title.lower())
        yield from (found[1].rank for i in range(len(words)) if (found := role_nouns().at(words, i)))
        if not claim.past and claim.title.lower() == "chairman":
            yield "head"
    if not actor.named:
        words = split(actor.name.lower())
        yield from (found[1].rank for i in range(len(words)) if (found := role_nouns().at(words, i)))
