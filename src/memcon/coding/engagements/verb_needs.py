"""Whether a verb of the tables names an engagement here: whether it has what its line of the table says it needs.

Comes in: a resolved document, the token, its line, its arguments. Goes out: yes or no. Refuses talk of the kind "called him a liar",
"meet the deadline", "spoke to reporters". Nouns have `noun_needs`.
"""

from collections.abc import Callable

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.bodies_meeting import begins_or_ends_work
from memcon.coding.engagements.going_abroad import goes_somewhere, is_abroad
from memcon.coding.engagements.joined import is_people
from memcon.coding.engagements.participants import Party, is_place, party_tokens
from memcon.coding.engagements.phone_needs import by_phone, calls_somebody, listens
from memcon.coding.engagements.phrase import means_of
from memcon.coding.engagements.sight_needs import in_sight, placed
from memcon.coding.engagements.somebody import a_person, is_person, people_at
from memcon.coding.engagements.verb_company import inside
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Form
from memcon.model.resolved import Resolved
from memcon.registers.engagements import Trigger, cue_of, verbs_at
from memcon.registers.engagements import words as vocabulary

NOBODY = frozenset(
    ("ORG", "EVENT", "FAC", "LAW", "PRODUCT", "WORK_OF_ART")
)  # names, as a parser sorts them, of what is no person
FLOOR = frozenset(("in", "at", "before"))


def _can_be_welcomed(resolved: Resolved, party: Party) -> bool:
    """Is it somebody, rather than an organisation, or a paper or event with that sort of name ("welcomed the Joint Statement")?"""
    token = resolved.annotated.tokens[party.token]
    if party.actor:
        return resolved.actors[party.actor].kind != "organisation" or is_people(token)
    return token.entity not in NOBODY


def verb_counts(resolved: Resolved, token: Token, trigger: Trigger, arguments: Arguments) -> bool:
    needs = trigger.needs
    if needs == "":
        return True
    if needs == "place" and not resolved.annotated.child(
        token.i, "dobj"
    ):  # "had planned to visit in May", "when he visited"
        return arguments.somebody_known and not _is_visited(resolved, token)
    if needs == "reached":
        place = resolved.annotated.child(token.i, "dobj")
        return place is not None and resolved.place_at(place.i) is not None and arguments.somebody_known
    if needs in ("destination", "departure", "arrival", "origin", "place"):
        return goes_somewhere(resolved, token, needs, arguments)
    check = _VERB_NEEDS.get(needs)
    return check is not None and check(resolved, token, arguments)


def _meets(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    a, lemma = resolved.annotated, token.lemma
    what = a.child(token.i, "dobj")
    what = None if what is not None and _is_when(a, what) else what
    if lemma == "meet" and what is not None and not party_tokens(resolved, what.i):
        return False  # "meet the deadline"
    if lemma in vocabulary("with_somebody") and not arguments.with_somebody:
        in_progress = arguments.subject_plural and _in_progress(a, token)
        if arguments.subject_plural and _side_by_side(a, token):
            return all(map(people_at(resolved), arguments.subjects))  # "sat down together"
        return (lemma in vocabulary("talking") and in_progress) or _with_each_other(resolved, token, arguments)
    if any(a.tokens[p.token].lemma.lower() in vocabulary("listeners") for p in arguments.beside):
        return False
    if _passive(resolved, token) and not arguments.beside and lemma in vocabulary("with_somebody"):
        return False  # "the two bodies were spoken of"
    if of_the_plan(a, token):
        return True
    if lemma == "meet" and any(t.lower == "with" for t in a.children(token.i)):
        return True
    several = len(arguments.subjects) > 1 or arguments.subject_plural
    own = what is None or any(row.particle for row in verbs_at(lemma, frozenset((what.lower,))))  # "compared notes"
    return arguments.with_somebody or (several and own)


def _is_when(a: Annotated, noun: Token) -> bool:
    """ "Met first thing": no object, a time of day."""
    return noun.lower == "thing" and a.tokens[noun.i - 1].lower in ("first", "last")


def _side_by_side(a: Annotated, token: Token) -> bool:
    """ "Sat down together", "talked face to face"."""
    below = [*a.children(token.i), *(x for t in a.children(token.i) if t.dep == "prep" for x in a.children(t.i))]
    return any(t.lower in vocabulary("with_each_other") for t in below)


def _receives(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    whom = resolved.annotated.child(token.i, "dobj")
    if whom is not None and whom.pos in ("NOUN", "PROPN") and not is_people(whom):
        own = [p for p in arguments.beside if p.token == whom.i]
        thing = whom.tag in ("NN", "NNS") and not own
        if thing or (own and not any(_can_be_welcomed(resolved, p) for p in own)):
            return False  # "the two states host the event, and Spain sponsors it", "will host the World Cup with Morocco"
    return (
        arguments.with_somebody
        and bool(arguments.subjects or _passive(resolved, token))
        and any(_can_be_welcomed(resolved, p) for p in arguments.beside)
        and not all(listens(resolved, p) for p in arguments.beside)
        and any(map(people_at(resolved), arguments.subjects))
    )


def _passive(resolved: Resolved, token: Token) -> bool:
    clause = resolved.clauses.at(token.i)
    return clause is not None and clause.passive


def _pays_a_call(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "Called on the king": a person or an office, who is not asked to do anything ("called on Russia to withdraw")."""
    asked = any(t.dep in ("xcomp", "advcl") and t.tag == "VB" for t in resolved.annotated.children(token.i))
    inner = [
        t for p in arguments.beside for t in resolved.annotated.children(p.token) if t.dep in ("relcl", "acl", "xcomp")
    ]
    asked = asked or any(t.tag == "VB" for t in inner)
    return bool(arguments.subjects) and not asked and any(is_person(resolved, p) for p in arguments.beside)


def _summons(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """An envoy, by his office or by name: "summoned the ambassador"; not "summoned help"."""
    a = resolved.annotated
    for party in arguments.beside:
        actor = resolved.actors[party.actor] if party.actor else None
        titles = [role.title.lower() for role in actor.roles] if actor is not None else []
        named = [a.tokens[party.token].lemma.lower(), *titles, actor.name.lower() if actor is not None else ""]
        if any(word in name for name in named for word in vocabulary("envoys")):
            return True
    return False


def _has_object(resolved: Resolved, token: Token, words: frozenset[str]) -> bool:
    clause, tokens = resolved.clauses.at(token.i), resolved.annotated.tokens
    heads = clause.patients if clause is not None else ()
    near = [t for t in resolved.annotated.children(token.i) if t.dep in ("dobj", "nsubjpass")]
    near += [x for t in near for x in inside(resolved.annotated, t)]  # "copies of the credentials"
    return any(t.lemma.lower() in words for t in (*near, *(tokens[i] for i in heads)))


def _exchanges_views(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    several = len(arguments.subjects) > 1 or arguments.subject_plural
    return _has_object(resolved, token, vocabulary("views")) and (bool(arguments.beside) or several)


def _talks_it_over(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "Discussed trade with his colleague": somebody acts, somebody else is there. "X of one state and Y of another discussed trade in
    Oslo": with each other."""
    clause = resolved.clauses.at(token.i)
    told = clause is not None and clause.form is Form.FINITE and arguments.date is not None
    meant = (resolved.mention_at(p.token) for p in arguments.subjects)
    told = told and not any(m is not None and m.how == "pronoun" for m in meant)
    if told and not arguments.beside and len(_states_of_one_each(resolved, arguments)) > 1:
        return True
    return any(is_person(resolved, p) for p in arguments.beside) and any(map(people_at(resolved), arguments.subjects))


def _signs(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """Two sides sign a paper between them."""
    sides = {resolved.actors[p.actor].state or p.actor for p in arguments.parties if p.actor}
    return _has_object(resolved, token, vocabulary("papers")) and len(sides) > 1


def _presents_credentials(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    a = resolved.annotated
    letters = [
        t for t in a.children(token.i) if t.dep in ("dobj", "nsubjpass") and t.lemma.lower() in vocabulary("lettered")
    ]
    of = [x for t in letters for y in a.children(t.i) if y.lower == "of" and (x := a.child(y.i, "pobj"))]
    plain = letters and not any(x.lemma.lower() in vocabulary("credence") for x in of)
    return not plain and _has_object(resolved, token, vocabulary("credentials")) and bool(arguments.subjects)


def _is_invited(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    return arguments.place is not None and resolved.annotated.child(token.i, "dobj", "nsubjpass") is not None


def _speaks_to_many(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    what = _antecedent(resolved.annotated, resolved.annotated.child(token.i, "dobj"))
    if what is None or is_place(resolved, what.i):
        return False
    many = bool(party_tokens(resolved, what.i)) and _many(resolved, what)
    return what.lemma.lower() in vocabulary("bodies") or many


def _antecedent(a: Annotated, what: Token | None) -> Token | None:
    """The Assembly of "the session of the Assembly, which she is to address"."""
    if what is None or what.tag != "WDT":
        return what
    clause = next((t for t in a.ancestors(what.i) if t.dep == "relcl"), None)
    return a.head(clause.i) if clause is not None else None


def _goes_along(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "Accompanied the president to Lima": two or more who travel, and none of them at home there."""
    actors = [resolved.actors[p.actor] for p in arguments.subjects if p.actor]
    states = {x.state for x in actors if x.kind == "person"}
    place = arguments.place
    return place is not None and len(actors) > 1 and states != {None} and place.country not in states


def _is_sent(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "Sent her deputy to Lima": a person by name, from abroad."""
    actors = [resolved.actors[p.actor] for p in arguments.subjects if p.actor]
    named = [x for x in actors if x.kind == "person" and x.named and x.state is not None]
    place = arguments.place
    return place is not None and bool(named) and all(x.state != place.country for x in named)


def _has_the_floor(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "Spoke in the parliament", "at the conference", "before the Council": a person, where many listen."""
    a = resolved.annotated
    if not any(is_person(resolved, p) for p in arguments.subjects):
        return False
    where = [x for t in a.children(token.i) if t.lower in FLOOR and (x := a.child(t.i, "pobj"))]
    return any(x.lemma.lower() in vocabulary("bodies") for x in where)


def _with_each_other(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "X of one state and Y of another spoke today about": no one else is addressed."""
    a, states = resolved.annotated, _states_of_one_each(resolved, arguments)
    acting = [resolved.actors[p.actor].state for p in arguments.subjects if p.actor]
    by_phone = bool(states) and len(set(acting)) > 1 and bool(means_of(a, token.i))
    spoken_to = any(
        t.lower in ("to", "before", "with", "out", "up", "of", "against") and not placed(resolved, t)
        for t in a.children(token.i)
        if t.i > token.i
    )
    return (len(states) > 1 or by_phone) and not spoken_to and a.child(token.i, "dobj") is None


def _states_of_one_each(resolved: Resolved, arguments: Arguments) -> set[str]:
    """The states of those who act: of whom is named, or is one holder of an office."""
    actors = [resolved.actors[p.actor] for p in arguments.subjects if p.actor]
    return {x.state for x in actors if x.state and (x.named or (x.kind == "person" and not x.plural))}


def _in_progress(a: Annotated, token: Token) -> bool:
    return token.tag == "VBG" and any(t.dep == "aux" for t in a.children(token.i))


def _many(resolved: Resolved, token: Token) -> bool:
    """A body or a crowd, such as one gives a speech to."""
    actor = resolved.actor_at(token.i)
    return token.tag in ("NNS", "NNPS") or (actor is not None and actor.kind in ("organisation", "group"))


def of_the_plan(a: Annotated, token: Token) -> bool:
    """ "the plan to meet" points back to the meeting."""
    noun = a.head(token.i)
    if not cue_of("noun", noun.lemma):
        return False
    return token.dep == "acl" and noun.pos == "NOUN" and any(t.lower in vocabulary("pointing") for t in a.children(noun.i))


def _is_visited(resolved: Resolved, token: Token) -> bool:
    """ "The minister was visited by the envoy": somebody, and no place."""
    clause = resolved.clauses.at(token.i)
    patients = clause.patients if clause is not None and clause.passive else ()
    return any(a_person(resolved, resolved.annotated.tokens[i]) for i in patients)


def _one_person_another(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "Bade farewell to the envoy", "handed her a note": a person does it, and somebody else is there."""
    return any(map(people_at(resolved), arguments.subjects)) and any(is_person(resolved, p) for p in arguments.beside)


_VERB_NEEDS: dict[str, Callable[[Resolved, Token, Arguments], bool]] = {
    "company": _meets,
    "person": _receives,
    "caller": calls_somebody,
    "behind": _pays_a_call,
    "sight": in_sight,
    "summons": _summons,
    "views": _exchanges_views,
    "topic": _talks_it_over,
    "signing": _signs,
    "credentials": _presents_credentials,
    "presence": lambda r, t, x: x.place is not None and is_abroad(r, t, x),
    "escort": _goes_along,
    "sent": _is_sent,
    "invitation": _is_invited,
    "audience": _speaks_to_many,
    "doer": lambda r, t, x: any(is_person(r, p) for p in x.subjects),
    "floor": _has_the_floor,
    "sitting": begins_or_ends_work,
    "handing": lambda r, t, x: bool(x.subjects) and any(is_person(r, p) for p in x.beside),
    "parting": _one_person_another,
    "phoned": by_phone,
}  # fmt: skip  # "trip" is in no table: the noun that follows names the engagement
