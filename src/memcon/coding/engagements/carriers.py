"""Who holds, hosts or attends what a noun names: the subject of the verb that the noun is the object of, or hangs on.

Comes in: a resolved document and the token of the noun. Goes out: the parties.
"""

from memcon.coding.engagements.naming import pair_before
from memcon.coding.engagements.noun_behind import person_at
from memcon.coding.engagements.noun_clauses import hosts_of
from memcon.coding.engagements.participants import Party, agent_of, is_place, party_tokens
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.places import is_visit_like
from memcon.coding.engagements.subjects import subject_of
from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import Resolved
from memcon.registers.cues import cues
from memcon.registers.engagements import cue_of, nouns, verbs_at, words

OF_BOTH = frozenset(("topic", "views"))  # needs of verbs that are done with somebody


def carriers(r: Resolved, i: int) -> list[Party]:
    """Who holds, hosts or attends it: the subject of the verb that the noun is the object of."""
    a = r.annotated
    while a.tokens[i].dep in ("conj", "appos") and a.head(i).pos == "NOUN":
        i = a.tokens[i].head
    token, verb = a.tokens[i], a.head(i)
    if token.dep in ("conj", "appos") and verb.pos != "VERB":
        return []
    if token.dep == "pobj" and verb.dep == "prep":
        container = a.head(verb.i)
        if container.lemma.lower() in words("beside"):
            return []  # "met on the sidelines of the summit": they met beside it
        if container.pos == "NOUN" and container.dep in ("dobj", "pobj") and verb.lower == "of":
            return carriers(r, container.i)
        return _carriers_behind(r, token, verb, container)
    if token.dep not in ("dobj", "nsubjpass", "conj") or verb.pos not in ("VERB", "AUX"):
        return []
    phoned = token.dep == "dobj" and token.lemma in words("phoned") and verb.lemma in words("phoning")
    given = token.dep == "dobj" and verb.lemma in words("granting")
    if not (phoned or given or _takes_part(a, verb)):
        return []
    if token.dep != "nsubjpass":
        return _who_does(r, i, verb)
    return agent_of(r, verb.i) if verb.lemma not in words("attending_lists") else []  # rolls tell who was there


def _carriers_behind(r: Resolved, token: Token, link: Token, container: Token) -> list[Party]:
    """ "Minister X on a visit to Lima", "joined their host for the summit": who does what its preposition hangs on."""
    a = r.annotated
    travels = is_visit_like(token) and link.lower in ("on", "for", "during", "from", "after", "before", "in", "with")
    if _somebodys(r, token.i):
        return []  # "invited by the minister after her visit", "thanked him for coming after his talks with the king"
    verb = next((t for t in a.ancestors(token.i) if t.pos in ("VERB", "AUX")), None)
    if link.lower == "to" and verb is not None and verb.i == container.i and verb.lemma in words("sending"):
        clause = r.clauses.at(verb.i)  # "will send his deputy to the summit"
        return [p for n in (clause.patients if clause is not None else ()) for p in party_tokens(r, n)]
    if link.lower in ("on", "in") and verb is None and person_at(r, container.i):
        return party_tokens(r, container.i)  # a line without a verb: "President Y in talks with"
    if link.lower == "to" and verb is not None and a.tokens[link.i - 1].lemma in words("delegations"):
        of_place = verb.dep == "acl" and is_place(r, verb.head)  # "left Lima leading a delegation to the summit"
        return _who_does(r, token.i, a.head(verb.head) if of_place else verb)
    one_sided = any(t.lower == "with" for t in a.children(token.i))
    joined = link.lower == "for" and container.lemma in words("attending")
    joined = joined or (
        link.lower == "with" and container.lemma in words("closing_with")
    )  # "wraps up with a news conference"
    if verb is not None and link.lower in words("over_by") and not (travels or one_sided):
        return _both_after(r, token, verb)
    if verb is None or not (one_sided or travels or joined or link.lower in ("at", "in", "during")):
        return []
    found = _who_does(r, token.i, verb)
    said = verb.lemma.lower() in cues() or verb.lemma in words("addressing")
    if said and verb.tag == "VBN" and link.lower in ("in", "during"):
        # "was told by the king in a call"; "was conveyed to the envoy in a call with the king"
        found += agent_of(r, verb.i) or (_addressed(r, verb) if not found else [])
    told = r.annotated.tokens[token.i].lemma.lower() in nouns()  # "in the framework of" is none
    if link.lower in ("at", "in", "during") and told and not travels and found and not (one_sided or _is_speech(token)):
        found += _addressed(r, verb)
    if verb.lemma == "join" and (host := a.child(verb.i, "dobj")) is not None:
        found += party_tokens(r, host.i)
    between = (x for t in a.children(verb.i) if t.lower == "between" and (x := a.child(t.i, "pobj")))
    return found + [p for x in between for p in party_tokens(r, x.i)]


def _both_after(r: Resolved, token: Token, verb: Token) -> list[Party]:
    """ "Envoys of Peru and Chile failed to agree after talks in Lima": both sides, where nobody else's talks are told."""
    inside = r.annotated.children(token.i)
    if pair_before(r, token.i) or any(t.dep == "poss" or t.lower in ("between", "of", "by", "among") for t in inside):
        return []  # "following the Peru-Chile summit"
    found = _who_does(r, token.i, verb)
    return found if len({r.actors[p.actor].state for p in found if p.actor} - {None}) > 1 else []


def _is_speech(token: Token) -> bool:
    """ "Thanked him in a speech": he need not be there."""
    row = nouns().get(token.lemma.lower())
    return row is not None and row.kind == "speech"


def _addressed(r: Resolved, verb: Token) -> list[Party]:
    """ "Told the king at a meeting", "raised it with him in talks", "was his guest at a dinner": to or with whom it was done."""
    a, said = r.annotated, verb.lemma.lower() in cues() or verb.lemma in words("addressing")
    whose = [p for t in a.children(verb.i) if t.dep == "attr" and t.lemma in words("guests") for p in hosts_of(r, t.i)]
    faced = verb.lemma in words("addressing")  # not "praised", "denounced"
    whom = [t for t in a.children(verb.i) if faced and t.dep in ("dobj", "dative")]
    near = [*a.children(verb.i), *(x for t in a.children(verb.i) if t.dep == "dobj" for x in a.children(t.i))]
    shared = said or any(row.needs in OF_BOTH for row in verbs_at(verb.lemma))
    whom += [t for t in near if t.dep == "prep" and ((shared and t.lower == "with") or (said and t.lower == "to"))]
    heads = (a.child(t.i, "pobj") if t.pos == "ADP" else t for t in whom)
    return whose + [p for t in heads if t is not None and person_at(r, t.i) for p in party_tokens(r, t.i)]


def _who_does(r: Resolved, i: int, verb: Token) -> list[Party]:
    """Who does what the verb says, other than the noun itself; of one who "was represented by" another, that other."""
    if verb.lemma in words("standing_in") and verb.tag == "VBN" and (instead := agent_of(r, verb.i)):
        return instead
    subject = subject_of(r, verb.i)
    found = [p for p in party_tokens(r, subject.i) if p.token != i] if subject is not None and subject.i != i else []
    if is_visit_like(r.annotated.tokens[i]) and verb.lemma in words("receiving_visits"):
        found = [p for p in found if p.actor is None or r.actors[p.actor].kind != "state"]  # they are where it goes
    clause = r.clauses.at(verb.i)
    if subject is None and clause is not None and not clause.passive:
        found = [p for n in clause.agents if n != i for p in party_tokens(r, n)]
    return found


def _somebodys(r: Resolved, i: int) -> bool:
    """Is it the visit of a person who is made out: "her visit"?"""
    owners = (r.actor_at(t.i) for t in r.annotated.children(i) if t.dep == "poss")
    return any(actor is not None and actor.kind == "person" for actor in owners)


def _takes_part(a: Annotated, verb: Token) -> bool:
    """Does the verb's subject take part in its object ("hold", "cancel", "plan"), rather than speak of it?"""
    if cue_of("light", verb.lemma, particles(a, verb.i) | {"up"}):
        return True
    cue = cue_of("object", verb.lemma) or cue_of("object", verb.lemma, frozenset(("off", "back", "down", "out", "up")))
    return cue is not None and verb.lemma not in words("speaks_of_it")
