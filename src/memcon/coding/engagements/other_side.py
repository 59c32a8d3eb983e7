"""The other side that a phrase of an engagement tells by a word beside its company, or by a clause beside itself.

Comes in: a resolved document and the phrases of the text. Goes out: the same; those of which one side alone is told with the other,
where the words give it: "a call to his Argentine colleague", "a talk with the Speaker is possible while she is in Lima", or a government's
paper tells the day of one of its own. Adds nobody of the state that is there already, and nobody where two are as near.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.phrase import Phrase
from memcon.model.annotated import Token
from memcon.model.kinds import TWO_SIDED, EngagementKind
from memcon.model.resolved import LocalActor, Resolved
from memcon.model.status import AHEAD, DONE, Status
from memcon.registers.engagements import words
from memcon.registers.offices import role_nouns

BEFORE_NAME = 12  # tokens of a title before its holder's name ("his Jamaican colleague in charge of trade, Mr. X")
REACH = 1  # paragraphs back in which the one is named whose day a paper tells
AT_TABLE = 1  # sentences from a meeting to the meal that follows it
STAYING = frozenset(("while", "during", "when"))


def with_other_side(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, each with the other side that its own sentence tells."""
    told: list[Phrase] = []
    for phrase in phrases:
        found = None
        if _one_sided(r, phrase):
            found = _found(r, phrase) or _of_the_visit(r, phrase, told) or _of_the_paper(r, phrase, told)
        if found is not None:
            arguments = phrase.arguments
            phrase = replace(phrase, arguments=replace(arguments, subjects=(*arguments.subjects, found)))
        elif (meal := _at_table(r, phrase, told)) is not None:
            phrase = meal
        told.append(phrase)
        yield phrase


def sides_of(r: Resolved, parties: Sequence[Party]) -> set[str]:
    """The states of those who take part, and the keys of those who serve none; an unnamed group without a state is no side."""
    actors = [r.actors[p.actor] for p in parties if p.actor]
    sides = {a.state or a.key for a in actors if a.state is not None or a.named}
    return sides or {a.key for a in actors}


def _one_sided(r: Resolved, phrase: Phrase) -> bool:
    fits = phrase.kind in TWO_SIDED and not phrase.titled and not phrase.generic
    return fits and len(sides_of(r, phrase.arguments.people)) == 1


def _found(r: Resolved, phrase: Phrase) -> Party | None:
    sides = sides_of(r, phrase.arguments.people)
    for token in (*_whose_counterpart(r, phrase), *_who_is_there(r, phrase), *_whose_programme(r, phrase)):
        actor = r.actor_at(token.i)
        if actor is not None and _is_another(actor, sides):
            return Party(token.i, actor.key)
    return None


def _is_another(actor: LocalActor, sides: set[str]) -> bool:
    """Is it a person of another state than the side that is there, or of a body?"""
    if actor.kind != "person" or (actor.state is None and not actor.named):
        return False
    return (actor.state or actor.key) not in sides


def _whose_counterpart(r: Resolved, phrase: Phrase) -> Iterator[Token]:
    """Who "his" is in "talks with his Jamaican colleague, X"."""
    a = r.annotated
    first = a.sentence_of(phrase.token).first
    for party in phrase.arguments.people:
        if party.token < phrase.token:
            continue
        start = max(first, party.token - BEFORE_NAME, phrase.token)
        for t in reversed(a.tokens[start : party.token + 1]):
            noun = role_nouns().get(t.lower)
            if noun is not None and noun.rank == "counterpart" and not noun.plural:
                yield from (x for x in a.children(t.i) if x.dep == "poss")
            if t.text in (";", "and") or t.pos == "VERB":
                break


def _who_is_there(r: Resolved, phrase: Phrase) -> Iterator[Token]:
    """Who is the subject of "while she is in Lima", or has the visit of "during his stay there"."""
    a = r.annotated
    sentence = a.sentence_of(phrase.token)
    for t in a.tokens[phrase.token : sentence.last]:
        if t.lower not in STAYING:
            continue
        if t.lower == "during" and (stay := a.child(t.i, "pobj")) and stay.lemma in words("travels"):
            yield from (x for x in a.children(stay.i) if x.dep == "poss")
        elif t.dep in ("mark", "advmod") and _there(r, t.head):
            yield from (x for x in a.children(t.head) if x.dep == "nsubj")


def _whose_programme(r: Resolved, phrase: Phrase) -> Iterator[Token]:
    """X of "the programme of X includes a meeting with", "on X's agenda are talks with"."""
    a, verb = r.annotated, r.annotated.head(phrase.token)
    if phrase.verbal or verb.lemma not in words("including") | words("copulas"):
        return
    near = a.children(verb.i)
    lists = [t for t in near if t.dep == "nsubj"] + [x for t in near if t.lower == "on" and (x := a.child(t.i, "pobj"))]
    for token in lists:
        if token.i != phrase.token and token.lemma in words("programmes"):
            yield from (x for x in a.children(token.i) if x.dep == "poss")
            yield from (x for t in a.children(token.i) if t.lower == "of" and (x := a.child(t.i, "pobj")))


def _there(r: Resolved, verb: int) -> bool:
    """Does the clause say that somebody is in a place: "is in the Russian capital", "visits Lima"?"""
    a = r.annotated
    inside = any(t.lower == "in" and a.child(t.i, "pobj") for t in a.children(verb))
    return (a.tokens[verb].lemma in ("be", "stay") and inside) or any(r.place_at(x.i) for x in a.subtree(verb))


def _of_the_visit(r: Resolved, phrase: Phrase, told: Sequence[Phrase]) -> Party | None:
    """Who is in Lima in "Chancellor X on a visit to Lima; talks with Minister Y", a line without a verb."""
    before, token = told[-1] if told else None, r.annotated.tokens[phrase.token]
    if before is None or before.kind != EngagementKind.VISIT or phrase.verbal or phrase.arguments.subjects:
        return None
    chain = (token, *r.annotated.ancestors(token.i), r.annotated.tokens[before.token])
    if any(t.pos in ("VERB", "AUX") for t in chain) or r.annotated.tokens[before.token].sentence != token.sentence:
        return None
    guests = [
        p
        for p in before.arguments.subjects
        if p.actor and _is_another(r.actors[p.actor], sides_of(r, phrase.arguments.people))
    ]
    return guests[0] if len(guests) == 1 and phrase.arguments.with_somebody else None


def _of_the_paper(r: Resolved, phrase: Phrase, told: Sequence[Phrase]) -> Party | None:
    """Whose engagements a government's own paper tells: "A lunch with the Foreign Minister of X followed". The one of its own who
    takes part in what it told before and was named last."""
    if not _stands_alone(r, phrase, told):
        return None
    sides = sides_of(r, phrase.arguments.people)
    if (own := _own_state(r)) in (None, *sides):
        return _of_whom_it_tells(r, phrase, told, sides)
    people = {p.actor for x in told for p in x.arguments.people if p.actor and x.verdict.status is not None}
    ours = {k for k in people if _of_state(r.actors[k], own)}
    before = [m for m in r.mentions if m.actor and m.first < phrase.token and _of_state(r.actors[m.actor], own)]
    if len(ours) != 1 or not before:
        return None
    last = max(before, key=lambda m: m.first)
    a = r.annotated
    away = a.sentence_of(phrase.token).paragraph - a.sentence_of(last.first).paragraph
    return Party(last.head, last.actor) if last.actor in ours and away <= REACH else None


def _of_whom_it_tells(r: Resolved, phrase: Phrase, told: Sequence[Phrase], sides: set[str]) -> Party | None:
    """The one person who takes part in whatever was told before, and was named a little before."""
    before = [x for x in told if x.arguments.people and x.verdict.status is not None and not x.verdict.barred]
    each = [{p.actor for p in x.arguments.people if p.actor and _is_person(r, p.actor)} for x in before]
    common = set.intersection(*each) if len(each) > 1 else set()
    keys = [k for k in common if k is not None and r.actors[k].named and _is_another(r.actors[k], sides)]
    if len(keys) != 1 or len(common) != 1:
        return None
    last = max(
        (m for m in r.mentions if m.actor == keys[0] and m.first < phrase.token), key=lambda m: m.first, default=None
    )
    a = r.annotated
    if last is None or a.sentence_of(phrase.token).paragraph - a.sentence_of(last.first).paragraph > REACH:
        return None
    return Party(last.head, keys[0])


def _stands_alone(r: Resolved, phrase: Phrase, before: Sequence[Phrase]) -> bool:
    """Is it what the sentence is about, told as planned, held or called off, with nobody who has it: "Talks with X will follow"?"""
    a, token, status = r.annotated, r.annotated.tokens[phrase.token], phrase.verdict.status
    dated = phrase.arguments.date is not None
    told = dated if status is None else status in AHEAD or status in DONE or status.undone
    denied = phrase.verdict.barred and not (
        dated and status is Status.RULED_OUT
    )  # "was set for Monday and did not take place"
    told = told and status is not Status.CONSIDERED and not denied
    subject = token.dep in ("nsubj", "nsubjpass") and a.head(token.i).dep in ("ROOT", "conj")
    known = any(t.lower in words("pointing") for t in a.children(token.i)) and not _with_others(phrase, before)
    alone = not phrase.verbal and not known and not phrase.arguments.subjects and phrase.arguments.with_somebody
    return told and subject and alone and a.quotation_at(token.i) is None


def _with_others(phrase: Phrase, before: Sequence[Phrase]) -> bool:
    """ "The meeting with X that was planned": with somebody of whom no engagement was told before."""
    mine = {p.actor for p in phrase.arguments.people if p.actor}
    return bool(mine) and not any(mine & {p.actor for p in x.arguments.people} for x in before)


def _at_table(r: Resolved, phrase: Phrase, told: Sequence[Phrase]) -> Phrase | None:
    """ "X had talks with Y, who afterwards hosted a dinner (in his honour)": of the two who met just before, and on that day."""
    a, token = r.annotated, r.annotated.tokens[phrase.token]
    before = next((x for x in reversed(told) if x.kind in TWO_SIDED and not x.titled), None)
    if before is None or token.lemma not in words("meals") or token.dep not in ("dobj", "nsubjpass"):
        return None
    away = token.sentence - a.tokens[before.token].sentence
    if away > AT_TABLE or phrase.arguments.with_somebody or not _one_sided(r, phrase):
        return None
    host, met = {p.actor for p in phrase.arguments.people}, before.arguments.people
    guests = {p.actor: p for p in met if p.actor not in host and p.actor and _is_person(r, p.actor)}
    if len(guests) != 1 or not host <= {p.actor for p in met}:
        return None
    arguments = phrase.arguments
    day = arguments.date or (before.arguments.date if not away else None)
    return replace(phrase, arguments=replace(arguments, subjects=(*arguments.subjects, *guests.values()), date=day))


def _is_person(r: Resolved, actor: str) -> bool:
    return r.actors[actor].kind == "person"


def _own_state(r: Resolved) -> str | None:
    """The state whose government publishes the paper, as the evidence of its people's states tells."""
    found = {e.state for x in r.actors.values() for e in x.evidence if e.feature == "own_paper"}
    return next(iter(found)) if len(found) == 1 else None


def _of_state(actor: LocalActor, state: str | None) -> bool:
    return actor.kind == "person" and actor.named and actor.state == state
