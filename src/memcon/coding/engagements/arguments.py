"""Who takes part in an engagement, where it is and when: its `Arguments`, by the grammar around its verb or noun."""

from dataclasses import dataclass

from memcon.coding.engagements.participants import (
    Party,
    agent_of,
    companions_at,
    is_place,
    joined,
    party_tokens,
    subject_of,
)
from memcon.coding.engagements.place_and_time import (
    after_container,
    date_of_noun,
    date_of_verb,
    is_visit_like,
    own_tokens,
    place_of_noun,
    place_of_verb,
)
from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import Place, Resolved, Time
from memcon.registers.engagements import cue_of, words

WITH = frozenset(("with", "between", "among", "alongside", "against"))
TRAVEL = frozenset(("destination", "departure", "arrival", "place"))


@dataclass(frozen=True, slots=True)
class Arguments:
    """Who, where and when, as far as the clause says."""

    subjects: tuple[Party, ...] = ()
    beside: tuple[Party, ...] = ()
    subject_plural: bool = False
    subject_is_role: bool = False
    with_somebody: bool = False
    place: Place | None = None
    date: Time | None = None

    @property
    def somebody_known(self) -> bool:
        """Is the subject somebody made out, or at least a person by his noun or pronoun?"""
        return self.subject_is_role or any(p.actor for p in self.subjects)

    @property
    def parties(self) -> tuple[Party, ...]:
        return (*self.subjects, *self.beside)

    @property
    def people(self) -> tuple[Party, ...]:
        """Those who take part themselves; the state that a visit goes to only receives it."""
        return tuple(p for p in self.parties if p.part != "host")


def arguments_of_verb(r: Resolved, i: int, needs: str) -> Arguments:
    """Who, where and when of a verb such as "meet" or "visit"."""
    a = r.annotated
    subject = subject_of(r, i)
    subjects = tuple(party_tokens(r, subject.i)) if subject else ()
    beside: list[Party] = []
    if subject is not None and subject.dep == "nsubjpass" and needs in ("person", "invitation") and (by := agent_of(r, i)):
        beside, subjects = list(subjects), tuple(by)  # "was received by the king"
    company = False
    for child in a.children(i):
        inner = a.child(child.i, "pobj") if child.dep == "prep" else None
        target = child if child.dep in ("dobj", "dative") else inner
        if target is None or (inner is not None and child.lower not in (*WITH, "to", "before")):
            continue
        if needs in ("company", "person", "caller", "audience", "") and not (child.lower == "to" and is_place(r, target.i)):
            found = companions_at(r, target.i)
            beside += found
            company = company or bool(found)
    if needs in TRAVEL:
        beside += [p for t in own_tokens(a, i) if t.dep in ("dobj", "pobj") for p in _visited(r, t.i) if t.i > i]
    if needs == "company" and not company:
        found = _before_purpose(r, i)
        beside += found
        company = bool(found)
    place = place_of_verb(r, i, needs)
    if place is not None and needs in TRAVEL:
        subjects = _travellers(r, i, subjects, place)
    if needs == "invitation":  # who is invited travels, who invites is the host
        guest = a.child(i, "dobj", "nsubjpass")
        hosts = tuple(Party(p.token, p.actor, "host") for p in subjects if guest is None or p.token != guest.i)
        subjects, beside = tuple(party_tokens(r, guest.i)) if guest else (), list(hosts)
    return Arguments(
        subjects=subjects,
        beside=tuple(beside),
        subject_plural=subject is not None and _several(r, subject),
        subject_is_role=subject is not None
        and (subject.lemma.lower() in words("people") or subject.lower in ("he", "she", "who")),
        with_somebody=company,
        place=place,
        date=date_of_verb(r, i),
    )


def _before_purpose(r: Resolved, i: int) -> list[Party]:
    """ "spoke today with X to thank him": the parse makes X the subject of "thank"."""
    a = r.annotated
    for clause in a.children(i):
        link = a.child(clause.i, "mark", "prep") if clause.dep in ("advcl", "xcomp", "ccomp") and clause.i > i else None
        one = a.child(clause.i, "nsubj") if link is not None and link.lower == "with" else None
        if link is not None and one is not None and link.i < one.i < clause.i and _infinitive(a, clause.i):
            return companions_at(r, one.i)
    return []


def _infinitive(a: Annotated, i: int) -> bool:
    return any(t.dep == "aux" and t.lower == "to" for t in a.children(i))


def _attending(r: Resolved, i: int) -> list[Party]:
    """ "The meeting, attended by X and Y": who is named in the clause behind it."""
    clauses = [t for t in r.annotated.children(i) if t.dep == "acl" and t.lemma in words("attending")]
    return [p for t in clauses for p in agent_of(r, t.i)]


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
    if subject.tag == "NNS" and (subject.lemma.lower() in words("people")):
        return True
    if subject.lower in ("they", "both", "two", "pair"):
        return True
    return bool(actor and actor.plural) or len(list(joined(r, subject.i))) > 1


def arguments_of_noun(r: Resolved, i: int) -> Arguments:
    """Who, where and when of a noun such as "meeting" or "visit"."""
    a = r.annotated
    subjects, beside = _possessors(r, i), list[Party]()
    named_company = False
    for child in [*a.children(i), *after_container(a, i), *_after_light_verb(r, i), *_right_after(r, i)]:
        inner = a.child(child.i, "pobj") if child.dep in ("prep", "agent", "dative") else None
        if inner is None:
            continue
        if child.lower in ("to", "in", "of") and is_visit_like(a.tokens[i]):
            beside += _visited(r, inner.i)
        if child.lower in WITH or (child.lower == "for" and _person_at(r, inner.i)):
            found = companions_at(r, inner.i)
            beside += found
            named_company = named_company or bool(found)
        elif child.head != i and child.lower not in ("of", "by"):
            continue
        elif child.lower in ("by", "of") and not is_place(r, inner.i):
            subjects += party_tokens(r, inner.i) or _organisers(r, inner.i)
    told = a.tokens[i].dep == "pobj" and any(_person_at(r, p.token) and a.tokens[p.token].pos == "PROPN" for p in subjects)
    # "after Obama's talks with Abe, Kerry met": Kerry was not at the talks
    subjects += ([] if told else _carriers(r, i)) + _attending(r, i)
    subjects += _inside(r, i) if not subjects and not beside else []
    subjects = [p for n, p in enumerate(subjects) if p.token not in {x.token for x in subjects[:n]}]
    return Arguments(
        subjects=tuple(subjects),
        beside=tuple(p for p in beside if p.token not in {s.token for s in subjects}),
        subject_plural=False,
        subject_is_role=bool(subjects),
        with_somebody=named_company,
        place=place_of_noun(r, i),
        date=date_of_noun(r, i),
    )


def _organisers(r: Resolved, i: int) -> list[Party]:
    """The body in "a summit of the leaders of the African Union"."""
    for t in r.annotated.subtree(i):
        actor = r.actor_at(t.i)
        if actor is not None and actor.kind == "organisation" and actor.state is None:
            return [Party(t.i, actor.key, "organiser")]
    return []


def _visited(r: Resolved, i: int) -> list[Party]:
    """The states that a visit goes to, where it is they that are named: each is host."""
    found = []
    for t in joined(r, i):
        place, actor = r.place_at(t.i), r.actor_at(t.i)
        if place is not None and place.place.is_country and actor is not None and actor.kind == "state":
            found.append(Party(t.i, actor.key, "host"))
    return found


def _after_light_verb(r: Resolved, i: int) -> list[Token]:
    """The prepositions that hang on "held" in "held a meeting with"."""
    a = r.annotated
    verb = a.head(i)
    if a.tokens[i].dep not in ("dobj", "nsubjpass") or not cue_of("light", verb.lemma):
        return []
    return [t for t in a.children(verb.i) if t.dep in ("prep", "dative") and t.i > i]


def _right_after(r: Resolved, i: int) -> list[Token]:
    """ "with" right after the noun and its quotation mark, whatever the parse hangs it on."""
    a, at = r.annotated, i + 1
    while at < len(a.tokens) and a.tokens[at].tag in ("''", "``", "'"):
        at += 1
    while at < len(a.tokens) and r.time_at(at) is not None:
        at += 1
    if at == len(a.tokens) or a.tokens[at].head == i or a.tokens[at].sentence != a.tokens[i].sentence:
        return []
    near = a.tokens[at].lower in ("with", "between", "by") and a.tokens[at].dep in ("prep", "agent")
    return [a.tokens[at]] if near else []


def _person_at(r: Resolved, i: int) -> bool:
    actor = r.actor_at(i)
    return (actor is not None and actor.kind == "person") or r.annotated.tokens[i].entity == "PERSON"


def _possessors(r: Resolved, i: int) -> list[Party]:
    """ "Putin's visit", "the Biden-Xi meeting", "their talks"."""
    a, found = r.annotated, list[Party]()
    for child in a.children(i):
        if child.i < i and child.dep == "poss":
            found += party_tokens(r, child.i)
        elif child.i < i and child.dep in ("compound", "nmod", "amod", "npadvmod"):
            for t in sorted(a.subtree(child.i), key=lambda t: t.i):
                actor = r.actor_at(t.i)
                if actor is not None and actor.kind in ("person", "state") and actor.named:
                    found.append(Party(t.i, actor.key))
                elif actor is not None and actor.kind == "organisation" and actor.state is None:
                    found.append(Party(t.i, actor.key, "organiser"))
    return found


def _carriers(r: Resolved, i: int) -> list[Party]:
    """Who holds, hosts or attends it: the subject of the verb that the noun is the object of."""
    a = r.annotated
    token = a.tokens[i]
    verb = a.head(i)
    if token.dep in ("conj", "appos") and verb.pos != "VERB":
        return _carriers(r, token.head) if verb.pos == "NOUN" else []
    if token.dep == "pobj" and verb.dep == "prep":
        container = a.head(verb.i)
        if container.pos == "NOUN" and container.dep in ("dobj", "pobj") and verb.lower == "of":
            return _carriers(r, container.i)
        travels = is_visit_like(token) and verb.lower in ("on", "for", "during", "from", "after", "before", "in", "with")
        one_sided = any(t.lower == "with" for t in a.children(i))
        if one_sided or travels or verb.lower in ("at", "in", "during"):
            verb = next((t for t in a.ancestors(i) if t.pos in ("VERB", "AUX")), verb)
        else:
            return []
    elif token.dep not in ("dobj", "nsubjpass", "conj"):
        return []
    if verb.pos not in ("VERB", "AUX"):
        return []
    if token.dep in ("dobj", "nsubjpass", "conj") and not _takes_part(verb):
        return []
    if token.dep == "nsubjpass":
        return []
    subject = subject_of(r, verb.i)
    found = [p for p in party_tokens(r, subject.i) if p.token != i] if subject is not None and subject.i != i else []
    if token.dep == "pobj":
        found += [
            p
            for t in a.children(verb.i)
            if t.lower == "between" and (x := a.child(t.i, "pobj"))
            for p in party_tokens(r, x.i)
        ]
    return found


def _inside(r: Resolved, i: int) -> list[Party]:
    """The persons of "a call in which the minister told his colleague"."""
    a, found = r.annotated, list[Party]()
    for clause in a.children(i):
        if clause.dep != "relcl" or not any(t.tag in ("WDT", "WRB") for t in a.subtree(clause.i) if t.i < clause.i):
            continue
        for t in a.children(clause.i):
            if t.dep in ("nsubj", "dobj", "dative") and (actor := r.actor_at(t.i)) and actor.kind == "person":
                found.append(Party(t.i, actor.key))
    return found


def _takes_part(verb: Token) -> bool:
    """Does the verb's subject take part in its object ("hold", "cancel", "plan"), rather than speak of it?"""
    if cue_of("light", verb.lemma, frozenset(("up",))):
        return True
    cue = cue_of("object", verb.lemma) or cue_of("object", verb.lemma, frozenset(("off", "back", "down", "out")))
    return cue is not None and verb.lemma not in words("speaks_of_it")
