"""Who takes part in an engagement by a clause beside its noun: "the talks they held", "a call in which he told her".

Comes in: a resolved document and the token of the noun. Goes out: the parties, or the verb of the clause.
"""

from memcon.coding.engagements.participants import Party, agent_of, party_tokens
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.subjects import subject_of
from memcon.coding.engagements.verb_arguments import parties_of
from memcon.model.annotated import Token
from memcon.model.clauses import Form
from memcon.model.resolved import Resolved
from memcon.registers.engagements import cue_of, nouns, words


def told_inside(r: Resolved, i: int) -> list[Party]:
    """The persons of "a call in which the minister told his colleague"."""
    a, found = r.annotated, list[Party]()
    over = (a.head(i),) if a.tokens[i].dep == "nsubj" else ()
    found += [
        p
        for verb in over
        if verb.lemma in words("bringing_together") and any(t.lower == "together" for t in a.children(verb.i))
        if (whom := a.child(verb.i, "dobj")) is not None
        for p in party_tokens(r, whom.i)
    ]  # "talks in Oslo brought together the two ministers"
    for clause in a.children(i):
        if clause.dep == "relcl" and clause.lemma in words("bringing_together") and (whom := a.child(clause.i, "dobj")):
            found += party_tokens(r, whom.i)  # "talks that brought the two ministers together"
        if clause.dep != "relcl" or not any(t.tag in ("WDT", "WRB") for t in a.subtree(clause.i) if t.i < clause.i):
            continue
        for t in a.children(clause.i):
            if t.dep in ("nsubj", "dobj", "dative") and (actor := r.actor_at(t.i)) and actor.kind == "person":
                found.append(Party(t.i, actor.key))
    return found


def had_by(r: Resolved, i: int) -> list[Party]:
    """ "He had, in addition, a conversation with": the parse makes of "had" a helper of the noun, whose subject is who had it."""
    a = r.annotated
    if not any(t.dep == "aux" and cue_of("light", t.lemma) for t in a.children(i)):
        return []
    return [p for t in a.children(i) if t.dep == "nsubj" for p in party_tokens(r, t.i)]


def clause_of_having(r: Resolved, i: int) -> Token | None:
    """ "The meeting that he had with", "the talks they held in Oslo": the verb, whose subject had what the noun names."""
    clauses = [_what_was_to_be(r, t) for t in r.annotated.children(i) if t.dep == "relcl"]
    verb = next((t for t in clauses if cue_of("light", t.lemma)), None)
    if verb is None or any(t.dep == "nsubjpass" or t.tag == "WRB" for t in r.annotated.children(verb.i)):
        return None
    whole = [t for t in r.annotated.children(verb.i) if t.dep == "dobj"]
    subject = subject_of(r, verb.i)
    own = all(t.tag in ("WDT", "WP") for t in whole)
    return verb if own and subject is not None and subject.tag not in ("WDT", "WP") else None


def takes_place(r: Resolved, i: int) -> list[Token]:
    """ "The round, which was to take place in Oslo between X and Y", "talks that were held with Z": the verb of which it is the
    subject."""
    a = r.annotated
    clauses = [t for t in a.children(i) if t.dep == "relcl" and any(x.tag in ("WDT", "WP") for x in a.children(t.i))]
    verbs = [_what_was_to_be(r, t) for t in clauses]
    return [t for t in verbs if _occurs(r, t, i)]


def _occurs(r: Resolved, verb: Token, i: int) -> bool:
    """Does what the noun names take place, or is it held, by this verb?"""
    clause = r.clauses.at(verb.i)
    if clause is None or (clause.passive and i not in clause.patients):
        return False
    if clause.passive:
        return cue_of("light", verb.lemma) is not None
    return i in clause.subjects and cue_of("subject", verb.lemma, particles(r.annotated, verb.i)) is not None


def _what_was_to_be(r: Resolved, clause: Token) -> Token:
    """ "Which they were to have held": the verb behind "were to", "were due to", "had planned to"."""
    behind = (x for t in (clause, *r.annotated.children(clause.i)) for x in r.annotated.children(t.i))
    return next((x for x in behind if x.dep == "xcomp" and x.tag in ("VB", "VBN")), clause)


def doers_of(r: Resolved, i: int) -> list[Party]:
    """ "Spent two hours meeting with": a verb that the parse takes for a noun."""
    clause = r.clauses.at(i)
    return parties_of(r, clause.agents) if clause is not None and clause.form is not Form.NOMINAL else []


def attending(r: Resolved, i: int) -> list[Party]:
    """ "The meeting, attended by X and Y": who is named in the clause behind it."""
    clauses = [t for t in r.annotated.children(i) if t.dep == "acl" or (t.dep == "relcl" and t.tag == "VBN")]
    clauses = [t for t in clauses if t.lemma in words("attending")]
    return [p for t in clauses for p in agent_of(r, t.i)]


def guest_of(r: Resolved, i: int) -> tuple[list[Party], list[Party]]:
    """Who is the guest, and whose, of "X was the guest of Y", "X was Y's guest"; nobody where that is told beside what is given for him."""
    a, be = r.annotated, r.annotated.head(i)
    whole = [x for t in (*a.children(be.i), *a.children(i)) if t.dep == "prep" and (x := a.child(t.i, "pobj")) is not None]
    if a.tokens[i].dep != "attr" or any(x.lemma.lower() in nouns() for x in whole):
        return [], []
    subject = a.child(be.i, "nsubj")
    return (party_tokens(r, subject.i) if subject is not None else []), hosts_of(r, i)


def hosts_of(r: Resolved, i: int) -> list[Party]:
    """Whose guest somebody is."""
    a = r.annotated
    of = [x.i for t in a.children(i) if t.lower == "of" and (x := a.child(t.i, "pobj")) is not None]
    owners = [*of, *(t.i for t in a.children(i) if t.dep == "poss")]
    return [p for n in owners for p in party_tokens(r, n) if p.actor and r.actors[p.actor].kind == "person"]
