"""Who takes part in what a verb such as "meet", "call on" or "visit" tells, where it is and when.

Comes in: a resolved document, the token of the verb, its line of the table. Goes out: `Arguments`: those who act, those
beside them. Which of the clause's arguments are those who are met, what the line `needs` decides: the object ("received the
envoy"), what stands behind a preposition ("called on the king", "spoke with her"), or either.
"""

from collections.abc import Iterable, Sequence

from memcon.coding.engagements.arguments import WITH, Arguments
from memcon.coding.engagements.bodies_meeting import body_that_sits
from memcon.coding.engagements.going_abroad import arrived_here, bound_for
from memcon.coding.engagements.joined import is_people, joined
from memcon.coding.engagements.listed_below import listed_below
from memcon.coding.engagements.participants import Party, agent_of, companions_at, is_place, party_tokens
from memcon.coding.engagements.particles import of_another_phrase
from memcon.coding.engagements.places import own_tokens, place_of_verb
from memcon.coding.engagements.pointed_places import pointed_at
from memcon.coding.engagements.subjects import subject_of
from memcon.coding.engagements.times import date_invited_for, date_of_verb
from memcon.coding.engagements.verb_company import (
    before_purpose,
    behind_topic,
    in_presence_of,
    inside,
    links_behind,
    right_behind,
)
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Clause
from memcon.model.resolved import Place, Resolved
from memcon.registers.engagements import Trigger, words
from memcon.registers.offices import role_nouns

TRAVEL = frozenset(("destination", "departure", "arrival", "place", "reached", "escort", "sent"))
POINTED = frozenset((*TRAVEL, "presence"))
COMING = frozenset(("destination", "arrival"))
OBJECT = frozenset(("company", "person", "caller", "audience", "sight", "summons", "parting", "phoned", ""))
BY_WHOM = frozenset(
    ("person", "summons", "sight", "signing", "doer", "handing", "time", "parting", "phoned")
)  # of a passive, whoever stands behind "by" acts
GIVEN = frozenset(("handing", "time"))  # who is met is given something
LISTING = frozenset(("company", "person", "behind", "sight"))  # of a verb before a list: "received in audience:"
LINKS = frozenset(("prep", "dative", "agent", "prt"))  # "saw off the king": the parse hangs him on the particle
BEHIND = {
    "company": WITH | {"to", "before"}, "person": WITH, "caller": WITH | {"to", "before"}, "audience": WITH | {"to", "before"},
    "": WITH | {"to", "before"}, "views": WITH, "topic": WITH, "signing": WITH,
    "credentials": frozenset(("to", "from")), "doer": WITH, "floor": frozenset[str](), "summons": frozenset[str](), "sight": WITH,
    "handing": frozenset(("to",)), "time": WITH | {"to"}, "parting": frozenset(("to", "of", "from", "off")), "phoned": WITH | {"to"},
}  # fmt: skip  # the prepositions before those who are met


def arguments_of_verb(r: Resolved, i: int, trigger: Trigger) -> Arguments:
    a, clause, needs = r.annotated, r.clauses.at(i), trigger.needs
    subject = subject_of(r, i)
    subjects = _agents(r, clause, subject)
    beside = _met(r, i, clause, trigger)
    if clause is not None and clause.passive and needs == "place" and (by := agent_of(r, i)):
        subjects, beside = by, [p for n in clause.patients for p in visited(r, n)]  # "Fiji was visited by the king"
    elif clause is not None and clause.passive and (needs in BY_WHOM or _met_by(r, i, needs)):
        subjects = _once([*parties_of(r, clause.agents), *agent_of(r, i)]) or _summoned_to(r, clause, needs)
    elif (
        subject is not None and subject.dep == "nsubjpass" and needs in ("person", "invitation") and (by := agent_of(r, i))
    ):
        beside, subjects = list(subjects), by  # "was received by the king"
    if needs in TRAVEL:
        beside += [p for t in own_tokens(a, i) if t.dep in ("dobj", "pobj") for p in visited(r, t.i) if t.i > i]
    if not beside and needs in ("company", "topic", "views"):
        beside = before_purpose(r, i)
    if not beside and needs in LISTING:
        beside = [Party(m.head, m.actor) for m in listed_below(r, i)]
    found = bool(beside)
    if needs in ("escort", "sent") and clause is not None:
        going = parties_of(r, clause.patients)
        subjects = going if needs == "sent" else _once([*parties_of(r, clause.agents), *going])
    place = _where(r, i, needs, subjects)
    sits = (needs == "company" and not found and place is not None) or needs == "sitting"
    body = body_that_sits(r, subject, subjects) if sits else None
    subjects = [body] if body is not None else subjects
    if place is not None and needs in TRAVEL:
        subjects = list(_travellers(r, i, tuple(subjects), place))
    if needs == "invitation":  # who is invited travels, who invites is the host
        guest = a.child(i, "dobj", "nsubjpass")
        hosts = [Party(p.token, p.actor, "host") for p in subjects if guest is None or p.token != guest.i]
        subjects, beside = party_tokens(r, guest.i) if guest else [], hosts
    taken = {p.token for p in subjects}
    return Arguments(
        subjects=tuple(subjects),
        beside=tuple(p for p in beside if p.token not in taken),
        subject_plural=body is not None or (subject is not None and _several(r, subject)),
        subject_is_role=subject is not None and (is_people(subject) or subject.lower in ("he", "she", "who")),
        with_somebody=found,
        place=place,
        date=date_invited_for(r, i) if needs == "invitation" else date_of_verb(r, i),
    )


def _where(r: Resolved, i: int, needs: str, subjects: Sequence[Party]) -> Place | None:
    """The place that the clause names; of who travels, the one to which an adverb or the dateline points, and that he is bound for."""
    told = place_of_verb(r, i, needs) or (bound_for(r, i) if needs == "presence" else None)
    if told is None and needs in POINTED:
        told = pointed_at(r, i, subjects)
    return told or (arrived_here(r, i, needs, subjects) if needs in COMING else None)


def _met_by(r: Resolved, i: int, needs: str) -> bool:
    """ "was met at the airport by the king": passive, and its doer named."""
    return needs == "company" and bool(agent_of(r, i))


def parties_of(r: Resolved, heads: Iterable[int]) -> list[Party]:
    """Everybody whom some noun phrases name, each once."""
    return _once(p for i in heads for p in party_tokens(r, i))


def _once(parties: Iterable[Party]) -> list[Party]:
    found: dict[tuple[int, str | None], Party] = {}
    for party in parties:
        found.setdefault((party.token, party.actor), party)
    return list(found.values())


def _agents(r: Resolved, clause: Clause | None, subject: Token | None) -> list[Party]:
    """Who acts: by the clause; where it leaves that open, by the verbs around it."""
    by_clause = parties_of(r, clause.agents) if clause is not None and not clause.passive else []
    around = party_tokens(r, subject.i) if subject is not None else []
    known = any(p.actor for p in by_clause)
    mention = r.mention_at(subject.i) if subject is not None else None
    both = mention is not None and mention.together
    if (both or not known) and any(p.actor for p in around):
        return around
    place_only = known and all(is_place(r, p.token) or _is_country(r, p) for p in by_clause)
    if place_only and any(p.actor and r.actors[p.actor].kind == "person" for p in around):
        return around  # "The president, at his house in Rome, received": the parse makes subjects of both
    return by_clause or around


def _is_country(r: Resolved, party: Party) -> bool:
    return party.actor is not None and r.actors[party.actor].kind == "state"


def _met(r: Resolved, i: int, clause: Clause | None, trigger: Trigger) -> list[Party]:
    """Those who are met: by what the trigger needs, the object, what stands behind a preposition, or either."""
    a, needs = r.annotated, trigger.needs
    found: list[Party] = []
    links = frozenset((trigger.particle,)) if needs == "behind" else BEHIND.get(needs, frozenset())
    parted = needs == "behind" and any(t.dep == "prt" and t.lower == trigger.particle for t in a.children(i))
    for child in a.children(i):
        if _belongs_to_a_title(a, child) or of_another_phrase(a, child):
            continue
        inner = _behind_link(a, child, trigger.particle) if child.dep in LINKS and child.lower in links else None
        called = (
            child.dep == "oprd" and needs == "caller" and (one := r.actor_at(child.i)) is not None and one.kind == "person"
        )
        whom = called or (child.dep in ("dobj", "dative") and child.pos != "ADP")
        second = child.lower != trigger.particle and any(
            t.lower == trigger.particle for t in a.children(i) if t.dep == "dobj"
        )
        direct = parted or needs in OBJECT or (needs in GIVEN and (child.dep == "dative" or second))
        target = child if whom and direct else inner  # "calling on the speaker": "on" as a particle
        if target is not None and not (child.lower == "to" and is_place(r, target.i)):
            found += companions_at(r, target.i)
    if not found:
        behind = links_behind(a, i, links, trigger.particle)
        found += [p for t in behind if (x := a.child(t.i, "pobj")) for p in companions_at(r, x.i)]
    if clause is not None:
        if clause.passive and (needs in OBJECT or needs in GIVEN):
            found += parties_of(r, clause.patients)
        elif not found and needs in OBJECT:
            found += _companions(r, clause.patients)
        if not found:
            heads = [n for x in clause.prepositional if x.word in links for n in x.objects]
            found += _companions(r, [n for n in heads if not of_another_phrase(a, a.head(n))])
    if not found and needs == "credentials" and a.tokens[i].lemma in words("accrediting"):
        found = _accredited(r, i)
    if not found and needs in ("person", "behind", "sight", "summons"):
        found = right_behind(r, i, trigger)
    if not found and needs == "topic":
        found = behind_topic(r, i, trigger.particle)
    if needs == "signing":
        found += in_presence_of(r, i)
    return _once(found)


def _behind_link(a: Annotated, link: Token, particle: str) -> Token | None:
    """Who stands behind a preposition, or behind two: "across from the envoy", whatever the parse hangs the second on."""
    second = a.tokens[link.i + 1 : link.i + 2]
    if link.lower == particle and any(t.dep == "prep" and t.head in (link.i, link.head) for t in second):
        link = second[0]
    return a.child(link.i, "pobj")


def _belongs_to_a_title(a: Annotated, link: Token) -> bool:
    """ "With X, Chief Advisor to the President": the parse hangs the "to" of a title on the verb."""
    before = a.tokens[link.i - 1]
    return (
        link.lower == "to"
        and link.i - 1 > link.head
        and before.tag in ("NN", "NNP")
        and before.lemma.lower() in role_nouns()
    )


def _accredited(r: Resolved, i: int) -> list[Party]:
    """Whose credentials somebody receives: "the credentials of X", "credentials from X", "copies of the letter of introduction of X"."""
    a, of_papers = r.annotated, words("credence") | words("credentials")
    objects = [t for t in a.children(i) if t.dep == "dobj"]
    papers = [t for t in objects if t.lemma.lower() in of_papers]
    for _ in range(2):
        papers += [x for t in (*objects, *papers) for x in inside(a, t) if x.lemma.lower() in of_papers and x not in papers]
    links = [t for x in (a.tokens[i], *papers) for t in a.children(x.i) if t.lower in ("of", "from")]
    owners = [t.i for x in papers for t in a.children(x.i) if t.dep == "poss"]
    behind = [x for t in links if (x := a.child(t.i, "pobj")) and x.lemma.lower() not in of_papers]
    found = [p for x in behind for p in companions_at(r, x.i)] or parties_of(r, owners)
    return [p for p in found if a.tokens[p.token].lemma.lower() not in of_papers]  # "and the Letter of Commission of Y"


def _companions(r: Resolved, heads: Sequence[int]) -> list[Party]:
    return [p for i in heads for p in companions_at(r, i)]


def _summoned_to(r: Resolved, clause: Clause, needs: str) -> list[Party]:
    """ "Was summoned to the Foreign Ministry": it is the ministry that summons."""
    if needs != "summons":
        return []
    return parties_of(
        r, [i for x in clause.prepositional if x.word in ("to", "at") for i in x.objects if not is_place(r, i)]
    )


def visited(r: Resolved, i: int) -> list[Party]:
    """The states that a visit goes to, where it is they that are named: each is host."""
    found = []
    for t in joined(r, i):
        place, actor = r.place_at(t.i), r.actor_at(t.i)
        if place is not None and place.place.is_country and actor is not None and actor.kind == "state":
            found.append(Party(t.i, actor.key, "host"))
    return found


def _travellers(r: Resolved, i: int, subjects: tuple[Party, ...], place: Place) -> tuple[Party, ...]:
    """One travels abroad: "X will not see Y when he travels to Rome" is Y where X is at home there."""
    a = r.annotated
    at_home = subjects and all(a.tokens[p.token].pos == "PRON" and _state(r, p.actor) == place.country for p in subjects)
    if not at_home:
        return subjects
    first = a.sentence_of(i).first
    for t in reversed(a.tokens[first:i]):
        actor = r.actor_at(t.i)
        if actor is not None and actor.kind == "person" and actor.state not in (None, place.country):
            return (Party(t.i, actor.key),)
    return subjects


def _state(r: Resolved, actor: str | None) -> str | None:
    return r.actors[actor].state if actor else None


def _several(r: Resolved, subject: Token) -> bool:
    actor = r.actor_at(subject.i)
    if subject.tag == "NNS" and (is_people(subject)):
        return True
    if subject.lower in ("they", "both", "two", "pair"):
        return True
    mention = r.mention_at(subject.i)
    both = mention is not None and mention.together
    return both or bool(actor and actor.plural) or len(list(joined(r, subject.i))) > 1
