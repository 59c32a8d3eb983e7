"""Who takes part in an engagement, where it is and when, by the grammar around its verb or noun.

Comes in: a resolved document and the token of the verb or noun. Goes out: its `Company`. A day that belongs to another
verb ("said on Wednesday that") is left to that verb.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.coding.engagements.status import CONTAINERS, particles
from memcon.model.annotated import Annotated, Token
from memcon.model.findings import Part
from memcon.model.resolved import Place, Resolved, Time
from memcon.registers.engagements import cue_of, nouns
from memcon.registers.states import state_adjectives, state_names

CLAUSES = frozenset(("ccomp", "advcl", "relcl", "conj", "csubj", "parataxis", "acl"))
WITH = frozenset(("with", "between", "among", "alongside", "against"))
WHERE = frozenset(("in", "at", "to", "into", "from", "for", "near", "outside", "on", "through", "across", "of"))
CONTROLLED_BY_OBJECT = frozenset(
    ("invite", "urge", "ask", "press", "allow", "tell", "persuade", "send", "dispatch", "get", "want")
)
NO_PART_IN_IT = frozenset(
    ("announce", "confirm", "urge", "expect", "anticipate", "discuss", "set", "recall", "remember", "follow", "suggest")
)  # verbs whose subject speaks of the engagement
NOT_ITS_DAY = frozenset(("since", "until", "till", "before", "after", "than", "through"))
PEOPLE = frozenset(
    ("leader", "official", "minister", "president", "officer", "counterpart", "diplomat", "envoy", "delegation", "premier",
     "chancellor", "secretary", "ambassador", "king", "queen", "prince", "monarch", "representative", "negotiator", "partner",
     "ally", "lawmaker", "side", "head", "chief", "delegate", "authority", "member", "general", "commander", "adviser", "aide")
)  # fmt: skip
TRAVEL = frozenset(("destination", "departure", "arrival", "place"))
ANNOUNCING = frozenset(
    ("announce", "confirm", "say", "tell", "cancel", "postpone", "reschedule", "delay", "plan", "agree", "invite")
)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part: token of the name or description, and the actor where he is known."""

    token: int
    actor: str | None
    part: Part = "principal"


@dataclass(frozen=True, slots=True)
class Company:
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


def is_place(r: Resolved, i: int) -> bool:
    mention = r.mention_at(i)
    return r.place_at(i) is not None and (mention is None or mention.place_use)


def party_tokens(r: Resolved, i: int) -> list[Party]:
    """The parties that a noun phrase with this head names: itself and what "and" joins to it; "leaders of X and Y" is X, Y."""
    found: list[Party] = []
    for head in _joined(r, i):
        mention, actor = r.mention_at(head.i), r.actor_at(head.i)
        if head.lemma == "it":
            continue
        if mention is not None and actor is None and len(mention.candidates) == 2 and mention.how != "name":
            found += [Party(head.i, key) for key in mention.candidates]  # "the two", "they": both of two
            continue
        members = _members(r, head) if (actor is None or not actor.named) and head.lemma.lower() in PEOPLE else []
        if head.lemma.lower() in ("reporter", "journalist"):
            continue  # they listen
        if members:
            found += members
        elif actor is not None and (states := _nationalities(r, head) if not actor.named and actor.state is None else []):
            found += states
        elif actor is not None:
            found.append(Party(head.i, actor.key))
        elif head.lemma.lower() in PEOPLE or head.pos == "PRON" or head.entity in ("PERSON", "NORP", "GPE", "ORG"):
            found.append(Party(head.i, None))
    return found


def _joined(r: Resolved, i: int) -> Iterator[Token]:
    """The head and what "and" joins to it; "the minister, X" is X, whom the apposition names."""
    a = r.annotated
    actor = r.actor_at(i)
    named = [t for t in a.children(i) if t.dep == "appos" and (x := r.actor_at(t.i)) and x.kind == "person" and x.named]
    if named and (actor is None or not actor.named):
        yield from _joined(r, named[0].i)
    else:
        yield a.tokens[i]
    for child in a.children(i):
        if child.dep == "conj" and child.pos in ("NOUN", "PROPN", "PRON"):
            yield from _joined(r, child.i)
        if child.lower == "including" and (one := a.child(child.i, "pobj")):
            yield from _joined(r, one.i)


def _company(r: Resolved, i: int) -> list[Party]:
    """The parties that "with" or "between" brings in."""
    return [p for p in party_tokens(r, i) if not _speaks(r, p.token)]


def _speaks(r: Resolved, i: int) -> bool:
    """ "with X and Y, Z said": Z is no company, whatever the parse joins him to."""
    a, mention = r.annotated, r.mention_at(i)
    after = mention.last if mention else i + 1
    return after < len(a.tokens) and a.tokens[after].lemma in ("say", "add", "tell") and a.tokens[after].pos == "VERB"


def _members(r: Resolved, head: Token) -> list[Party]:
    """X and Y of "the leaders of X and Y", where there are two or more."""
    a = r.annotated
    for of in a.children(head.i):
        if of.lower in ("of", "from") and (inner := a.child(of.i, "pobj")):
            named = [Party(t.i, actor.key) for t in _joined(r, inner.i) if (actor := r.actor_at(t.i)) and actor.named]
            if len(named) > 1:
                return named
    return []


def _nationalities(r: Resolved, head: Token) -> list[Party]:
    """Both states of "the Greek and Turkish ministers", where the document names them."""
    before = [t for t in r.annotated.subtree(head.i) if t.i < head.i]
    found: dict[str, Party] = {}
    for t in before:
        words = [x.text for x in r.annotated.tokens[t.i : t.i + 4]]
        known = state_adjectives().at(words, 0) or state_names().at(words, 0)
        if known and known[1] in r.actors:
            found.setdefault(known[1], Party(t.i, known[1]))
    return list(found.values()) if len(found) > 1 else []


def subject_of(r: Resolved, i: int) -> Token | None:
    """Who does what a verb says: its subject, or the one that the governing verbs share with it."""
    a = r.annotated
    at: int | None = i
    for _ in range(6):
        if at is None:
            return None
        found = [t for t in a.children(at) if t.dep in ("nsubj", "nsubjpass")]
        own = next((t for t in found if r.actor_at(t.i)), next(iter(found), None))
        if own is not None and (at == i or a.tokens[i].dep != "advcl" or _can_act(r, own)):
            return _antecedent(a, at, own)
        token = a.tokens[at]
        if token.dep in ("acl", "relcl") and a.head(at).pos in ("NOUN", "PROPN", "PRON"):
            noun = a.head(at)
            if noun.dep == "attr":  # "he will be the first to visit"
                return a.child(noun.head, "nsubj") or noun
            if token.tag in ("VBG", "VBN") or noun.lemma.lower() in PEOPLE or noun.pos == "PROPN":
                return noun
        if token.dep == "xcomp" and (subject := _controller(a, token)):
            return subject
        if token.dep in ("acl", "relcl"):  # "his plan to meet": the one whose plan it is
            return a.child(a.head(at).i, "poss")
        at = None if token.head == at else token.head
    return None


def _can_act(r: Resolved, token: Token) -> bool:
    """Can it be who does things: somebody known, a person by his noun, a pronoun?"""
    return r.actor_at(token.i) is not None or token.lemma.lower() in PEOPLE or token.pos == "PRON"


def _antecedent(a: Annotated, verb: int, subject: Token) -> Token:
    """Who "who" is."""
    if subject.tag in ("WP", "WDT") and a.tokens[verb].dep == "relcl":
        return a.head(verb)
    return subject


def _controller(a: Annotated, token: Token) -> Token | None:
    """Who does what an infinitive says: the object of the verb before it, as in "led him to cancel"."""
    governor = a.head(token.i)
    if governor.lemma in ("promise", "threaten", "have") or token.tag != "VB":
        return None
    return a.child(governor.i, "dobj", "dative")


def company_of_verb(r: Resolved, i: int, needs: str) -> Company:
    """Who, where and when of a verb such as "meet" or "visit"."""
    a = r.annotated
    subject = subject_of(r, i)
    subjects = tuple(party_tokens(r, subject.i)) if subject else ()
    beside: list[Party] = []
    company = False
    for child in a.children(i):
        inner = a.child(child.i, "pobj") if child.dep == "prep" else None
        target = child if child.dep in ("dobj", "dative") else inner
        if target is None or (inner is not None and child.lower not in (*WITH, "to", "before")):
            continue
        if needs in ("company", "person", "audience", "") and not (child.lower == "to" and is_place(r, target.i)):
            found = _company(r, target.i)
            beside += found
            company = company or bool(found)
    if needs in TRAVEL:
        beside += [p for t in _own_tokens(a, i) if t.dep in ("dobj", "pobj") for p in _visited(r, t.i) if t.i > i]
    place = _place_of_verb(r, i, needs)
    if place is not None and needs in TRAVEL:
        subjects = _travellers(r, i, subjects, place)
    if needs == "invitation":  # who is invited travels, who invites is the host
        guest = a.child(i, "dobj", "nsubjpass")
        hosts = tuple(Party(p.token, p.actor, "host") for p in subjects if guest is None or p.token != guest.i)
        subjects, beside = tuple(party_tokens(r, guest.i)) if guest else (), list(hosts)
    return Company(
        subjects=subjects,
        beside=tuple(beside),
        subject_plural=subject is not None and _several(r, subject),
        subject_is_role=subject is not None and (subject.lemma.lower() in PEOPLE or subject.lower in ("he", "she", "who")),
        with_somebody=company,
        place=place,
        date=_date_of_verb(r, i),
    )


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
    if subject.tag == "NNS" and (subject.lemma.lower() in PEOPLE):
        return True
    if subject.lower in ("they", "both", "two", "pair"):
        return True
    return bool(actor and actor.plural) or len(list(_joined(r, subject.i))) > 1


def _place_of_verb(r: Resolved, i: int, needs: str) -> Place | None:
    wanted = {
        "destination": ("to", "for", "in", "into"), "invitation": ("to",), "departure": ("for", "to"), "arrival": ("in", "at"),
        "origin": ("from",),
    }.get(needs, ("in", "at", "outside", "near", "to"))  # fmt: skip
    a = r.annotated
    if needs == "place" and (what := a.child(i, "dobj")) and (found := _place_at(r, what.i)):
        return found
    for child in a.children(i):
        inner = a.child(child.i, "pobj") if child.dep == "prep" and child.lower in wanted else None
        if inner is not None and inner.lemma in nouns() and needs != "company":
            return None  # "flew to a conference in London": the conference names it
        if inner is not None and (found := _place_at(r, inner.i)):
            return found
    if needs != "company":
        return None
    inside = [t for t in _own_tokens(a, i) if t.i > i and t.lower in ("in", "at") and t.dep == "prep"]
    return next((found for t in inside if (x := a.child(t.i, "pobj")) and (found := _place_at(r, x.i))), None)


def _place_at(r: Resolved, i: int) -> Place | None:
    mention = r.place_at(i)
    if mention is not None:
        return mention.place
    a = r.annotated
    for of in a.children(i):  # "the city of X", "talks at a hotel in X"
        if (
            of.dep == "prep"
            and of.lower in ("of", "in")
            and (inner := a.child(of.i, "pobj"))
            and (found := r.place_at(inner.i))
        ):
            return found.place
    return None


def _date_of_verb(r: Resolved, i: int) -> Time | None:
    a = r.annotated
    if a.tokens[i].dep == "relcl" and (named := r.time_at(a.tokens[i].head)):
        return named  # "in 2011, when he traveled to"
    reach = list(_own_tokens(a, i))
    for governor in a.ancestors(i):
        # "hopes to meet on Friday", "is scheduled on Friday to meet": a governing verb that is no report shares its day.
        if a.tokens[i].dep != "xcomp" or governor.lemma in ANNOUNCING or governor.pos not in ("VERB", "AUX", "ADJ"):
            break
        reach += [t for t in _own_tokens(a, governor.i) if t.i not in {x.i for x in reach}]
        break
    return _nearest_time(r, i, reach)


def _own_tokens(a: Annotated, i: int) -> Iterator[Token]:
    """What hangs on a token without its clauses and without other engagements, which have days of their own."""
    yield a.tokens[i]
    for child in a.children(i):
        inner = child.dep not in CLAUSES or child.pos in ("NOUN", "PROPN", "NUM")
        if inner and not (child.pos == "NOUN" and child.lemma in nouns()):
            yield from _own_tokens(a, child.i)


def _nearest_time(r: Resolved, i: int, reach: list[Token]) -> Time | None:
    times = {t.first: t for token in reach if (t := r.time_at(token.i)) and t.kind not in ("duration", "set")}
    times = {n: t for n, t in times.items() if n == 0 or r.annotated.tokens[n - 1].lower not in NOT_ITS_DAY}
    known = [t for t in times.values() if t.date.known] or list(times.values())
    return min(known, key=lambda t: (t.date.days or 10**6, abs(t.first - i)), default=None)


def company_of_noun(r: Resolved, i: int) -> Company:
    """Who, where and when of a noun such as "meeting" or "visit"."""
    a = r.annotated
    subjects, beside = _possessors(r, i), list[Party]()
    named_company = False
    for child in [*a.children(i), *_after_container(a, i), *_after_light_verb(r, i), *_right_after(r, i)]:
        inner = a.child(child.i, "pobj") if child.dep in ("prep", "agent", "dative") else None
        if inner is None:
            continue
        if child.lower in ("to", "in", "of") and _is_visit_like(a.tokens[i]):
            beside += _visited(r, inner.i)
        if child.lower in WITH or (child.lower == "for" and _person_at(r, inner.i)):
            found = _company(r, inner.i)
            beside += found
            named_company = named_company or bool(found)
        elif child.head != i and child.lower not in ("of", "by"):
            continue
        elif child.lower in ("by", "of") and not is_place(r, inner.i):
            subjects += party_tokens(r, inner.i) or _organisers(r, inner.i)
    subjects += _carriers(r, i)
    subjects += _inside(r, i) if not subjects and not beside else []
    subjects = [p for n, p in enumerate(subjects) if p.token not in {x.token for x in subjects[:n]}]
    return Company(
        subjects=tuple(subjects),
        beside=tuple(p for p in beside if p.token not in {s.token for s in subjects}),
        subject_plural=False,
        subject_is_role=bool(subjects),
        with_somebody=named_company,
        place=_place_of_noun(r, i),
        date=_date_of_noun(r, i),
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
    for t in _joined(r, i):
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


def _after_container(a: Annotated, i: int) -> list[Token]:
    """What hangs on "week" in "a week of talks with Oman in Rome"."""
    preposition = a.head(i)
    container = a.head(preposition.i)
    if a.tokens[i].dep != "pobj" or preposition.lower != "of" or container.lemma not in CONTAINERS:
        return []
    return [t for t in a.children(container.i) if t.i > i]


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
    verb: Token | None = a.head(i)
    if token.dep in ("conj", "appos") and verb.pos != "VERB":
        return _carriers(r, token.head) if verb.pos == "NOUN" else []
    if token.dep == "pobj" and verb is not None and verb.dep == "prep":
        container = a.head(verb.i)
        if container.pos == "NOUN" and container.dep in ("dobj", "pobj") and verb.lower == "of":
            return _carriers(r, container.i)
        travels = _is_visit_like(token) and verb.lower in ("on", "for", "during", "from", "after", "before", "in", "with")
        one_sided = any(t.lower == "with" for t in a.children(i))
        if one_sided or travels or verb.lower in ("at", "in", "during"):
            verb = next((t for t in a.ancestors(i) if t.pos in ("VERB", "AUX")), None)
        else:
            return []
    elif token.dep not in ("dobj", "nsubjpass", "conj"):
        return []
    if verb is None or verb.pos not in ("VERB", "AUX"):
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


def _is_visit_like(token: Token) -> bool:
    return token.lemma.lower() in ("visit", "trip", "tour", "journey", "stopover")


def _takes_part(verb: Token) -> bool:
    """Does the verb's subject take part in its object ("hold", "cancel", "plan"), rather than speak of it?"""
    if cue_of("light", verb.lemma):
        return True
    cue = cue_of("object", verb.lemma) or cue_of("object", verb.lemma, frozenset(("off", "back", "down", "out")))
    return cue is not None and verb.lemma not in NO_PART_IN_IT


def _place_of_noun(r: Resolved, i: int) -> Place | None:
    a = r.annotated
    for holder in (i, *([a.tokens[i].head] if a.tokens[i].dep in ("dobj", "nsubjpass", "nsubj") else [])):
        for child in [*a.children(holder), *(_after_container(a, i) if holder == i else [])]:
            if child.dep == "prep" and child.lower in WHERE and (inner := a.child(child.i, "pobj")):
                if holder != i and child.lower not in ("in", "at", "near", "outside"):
                    continue
                if child.lower in ("of", "from", "for", "on") and not _is_visit_like(a.tokens[i]):
                    continue
                if found := _place_at(r, inner.i):
                    return found
    behind = next((p.place for p in map(r.place_at, _right_behind(r, i)) if p), None)
    if behind is not None:
        return behind
    for child in a.children(i):  # "the Bali summit"
        if child.dep in ("compound", "nmod") and child.i < i and is_place(r, child.i) and (mention := r.place_at(child.i)):
            return mention.place
    return None


def _date_of_noun(r: Resolved, i: int) -> Time | None:
    a = r.annotated
    reach = list(_own_tokens(a, i))
    for child in a.children(i):  # "scheduled for Friday", "held on Friday"
        if child.dep in ("acl", "relcl") and not _tells(child):
            reach += list(_own_tokens(a, child.i))
    found = _nearest_time(r, i, reach) or next(
        (t for t in map(r.time_at, _right_behind(r, i)) if t and t.kind != "duration"), None
    )
    if found is not None:
        return found
    token, verb = a.tokens[i], a.head(i)
    if token.dep == "pobj" and verb.lower == "for" and _is_visit_like(a.head(verb.i)):
        return _date_of_noun(r, verb.head)  # "a visit in May for a summit"
    if token.dep in ("dobj", "nsubj", "nsubjpass", "attr") and verb.pos in ("VERB", "AUX") and verb.lemma not in ANNOUNCING:
        cue = cue_of("object", verb.lemma, particles(a, verb.i))
        tells_of_it = cue is None or cue.status in ("own", "held") or cue_of("light", verb.lemma)
        if token.dep == "nsubj" and not (
            verb.lemma in ("be", "come", "follow", "expect") or cue_of("subject", verb.lemma, particles(a, verb.i))
        ):
            return None  # "the visit will lead to more trips over the summer"
        if token.dep == "nsubj" or tells_of_it:
            inner = list(_own_tokens(a, verb.i))
            inner += [t for c in a.children(verb.i) if c.dep == "xcomp" for t in _own_tokens(a, c.i)]
            return _nearest_time(r, i, inner)
    if token.dep == "dobj" and (leaving := [t for t in a.subtree(verb.i) if t.lemma in ("departure", "arrival")]):
        after = [t for t in a.subtree(verb.i) if leaving[0].i < t.i < leaving[0].i + 6]
        return _nearest_time(r, i, after)  # "cancelled a visit on the day of his departure in May"
    if token.dep == "nsubjpass" and verb.lemma in ("schedule", "plan", "set", "expect", "slate"):
        return _nearest_time(r, i, list(_own_tokens(a, verb.i)))
    return None


def _right_behind(r: Resolved, i: int) -> Iterator[int]:
    """The tokens of "in May in Rome" right behind a noun, whatever the parse hangs them on."""
    tokens, at = r.annotated.tokens, i + 1
    while at < len(tokens) and tokens[at].sentence == tokens[i].sentence:
        if r.time_at(at) is not None or r.place_at(at) is not None:
            yield at
        elif tokens[at].lower not in ("in", "on", "at", "the", "this"):
            return
        at += 1


def _tells(token: Token) -> bool:
    return token.lemma in ANNOUNCING and token.lemma != "plan"
