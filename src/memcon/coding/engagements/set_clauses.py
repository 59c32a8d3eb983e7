"""The clauses behind a noun that set the engagement it names: "which was to be held in Lima on Friday".

Comes in: a resolved document and the noun. Goes out: the verbs whose place and day are the engagement's own, also where the parse hangs
their clause on the body whose summit it is, on the verb before, or on somebody who is named between.
"""

from collections.abc import Iterable, Iterator

from memcon.coding.engagements.joined import is_people
from memcon.coding.engagements.particles import particles
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Factuality, Form, Relation
from memcon.model.resolved import Resolved
from memcon.model.status import CALLED_OFF, Status
from memcon.registers.engagements import cue_of, words


def set_behind(r: Resolved, i: int) -> list[Token]:
    """ "The summit of the Pacific Alliance, which is to be held in Lima": the parse hangs the clause on the body whose summit it is."""
    a = r.annotated
    bodies = list(_whose(a, i))
    clauses = (t for x in bodies for t in a.children(x.i) if t.dep in ("relcl", "acl") and x.pos == "PROPN")
    told = with_complements(a, (t for t in clauses if not r.place_at(t.head)))
    told += _right_behind_set(a, i)
    return [t for t in (*(t for t in told if sets(a, t)), *of_the_thing(r, i)) if not of_first_plan(r, i, t)]


def _whose(a: Annotated, i: int) -> Iterator[Token]:
    """ "The network" and "the Movement" of "the conference of the network of the Movement"."""
    inner = [x for t in a.children(i) if t.dep == "prep" and t.lower == "of" and (x := a.child(t.i, "pobj")) is not None]
    for x in inner:
        yield x
        yield from _whose(a, x.i)


def of_the_thing(r: Resolved, i: int) -> list[Token]:
    """ "A meeting with the envoy, Anna Lind, which had been set for Monday": nobody is set for a day, whomever the parse hangs it on."""
    a, last = r.annotated, r.annotated.sentence_of(i).last
    people = (x for x in a.subtree(i) if i < x.i < last and _is_somebody(r, x))
    near = (t for x in people for t in a.children(x.i) if t.dep in ("relcl", "acl") and t.i > x.i)
    clauses = (t for t in near if _of_no_person(a, t))
    return [t for t in with_complements(a, clauses) if sets(a, t)]


def _is_somebody(r: Resolved, token: Token) -> bool:
    actor = r.actor_at(token.i)
    return is_people(token) if actor is None else actor.kind in ("person", "group")


def _of_no_person(a: Annotated, verb: Token) -> bool:
    """ "Which had been set for Monday", "scheduled for Monday"."""
    if verb.dep == "acl":
        return verb.tag == "VBN" and verb.lemma in words("scheduling")
    return any(t.lower in ("which", "that") and t.dep in ("nsubj", "nsubjpass") for t in a.children(verb.i))


def with_complements(a: Annotated, clauses: Iterable[Token]) -> list[Token]:
    """The verbs with what they are to do: "held" of "which was to be held"."""
    return list(_each_with_complements(a, clauses))


def _each_with_complements(a: Annotated, clauses: Iterable[Token]) -> Iterator[Token]:
    for verb in clauses:
        yield verb
        near = list(a.children(verb.i))
        near += [x for t in near if t.dep == "acomp" for x in a.children(t.i)]  # "which is due to be held"
        yield from (x for x in near if x.dep == "xcomp")


def sets(a: Annotated, verb: Token) -> bool:
    """ "Set", "held"; "which will take place in Rabat"."""
    told = verb.dep in ("relcl", "xcomp") and cue_of("subject", verb.lemma, particles(a, verb.i)) is not None
    to_come = verb.dep == "xcomp" and verb.lemma in words("taking_place")  # "due to meet in Bamako"
    return told or to_come or verb.lemma in words("setting") | words("beginning")


def of_first_plan(r: Resolved, i: int, verb: Token) -> bool:
    """ "A summit that had been planned for April in Lima and was put off", of one that was held: where and when it was to be at first,
    and not where and when it was. Of one that will be held `moved` tells both days."""
    a, told = r.annotated, r.clauses.at(i)
    if not sets(a, verb) or told is None:
        return False
    if told.factuality not in (Factuality.HAPPENED, Factuality.UNDER_WAY):
        return False
    at_first = any(t.lower in words("at_first") and t.dep == "advmod" for t in a.children(verb.i))
    return at_first or any(_undoes(a, t) for t in a.children(verb.i) if t.dep == "conj")


def _undoes(a: Annotated, verb: Token) -> bool:
    cue = cue_of("object", verb.lemma, particles(a, verb.i))
    return cue is not None and isinstance(cue.status, Status) and cue.status in CALLED_OFF


def _right_behind_set(a: Annotated, i: int) -> list[Token]:
    """ "The Summit of Andean Presidents to be held in Lima": the parse hangs the clause on the verb before."""
    tokens, at = a.tokens, a.edges(i)[1]
    to_be = [t.lower for t in tokens[at : at + 2]] == ["to", "be"] and at + 2 < a.sentence_of(i).last
    return [tokens[at + 2]] if to_be and tokens[at + 2].tag == "VBN" else []


def set_in_aside(r: Resolved, i: int) -> Token | None:
    """ "Her trip, planned for Friday, has been put off", "a call set for Friday was put off": the parse takes "planned" for the verb."""
    a, verb = r.annotated, r.annotated.head(i)
    clause = r.clauses.at(verb.i)
    if a.tokens[i].dep not in ("nsubj", "nsubjpass") or verb.tag not in ("VBN", "VBD") or verb.i < i or clause is None:
        return None
    aside = clause.form is Form.PARTICIPLE and clause.relation is Relation.RELATIVE and i in clause.patients
    return verb if aside and verb.lemma in words("setting") else None
