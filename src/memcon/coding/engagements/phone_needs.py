"""Is somebody reached by telephone: "called her to thank her", "contacted her by telephone", "was on the phone with him"?

Comes in: a resolved document, the verb and its arguments. Goes out: yes or no. Refuses "called him a thief" and reporters.
"""

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.phrase import means_of
from memcon.coding.engagements.somebody import a_person
from memcon.model.annotated import Token
from memcon.model.clauses import Factuality
from memcon.model.resolved import Resolved
from memcon.registers.engagements import words as vocabulary


def calls_somebody(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    calls = _calls_to_tell(resolved, token) or _will_call(resolved, token)
    return arguments.with_somebody and bool(arguments.subjects) and calls


def _calls_to_tell(resolved: Resolved, token: Token) -> bool:
    """ "called him to thank him", "called her yesterday": not "called him a thief", "called on him"."""
    a = resolved.annotated
    whom = a.child(token.i, "dobj") or a.child(token.i, "oprd")
    actor = resolved.actor_at(whom.i) if whom is not None else None
    if whom is None or actor is None or actor.kind != "person" or not actor.named:
        return False
    others = [t for t in a.children(token.i) if t.i > token.i and not (t.dep == "oprd" and a_person(resolved, t))]
    if any(resolved.time_at(t.i) is not None for t in a.children(token.i) if t.i < token.i and t.dep == "npadvmod"):
        return True  # "this morning she called him"
    timed = [t for t in others if any((time := resolved.time_at(x.i)) and time.date.exact for x in (t, *a.children(t.i)))]
    if any(
        t.dep in ("oprd", "attr", "acomp", "ccomp", "prt") or t.lower in ("on", "for", "upon", "out")
        for t in others
        if t not in timed
    ):
        return False
    tells = any(t.dep in ("advcl", "xcomp", "conj") and t.lemma in vocabulary("tells") for t in others)
    return tells or bool(timed)


def _will_call(resolved: Resolved, token: Token) -> bool:
    """ "Said that he would call the king, and his ally, President X": a plan to call somebody, and nothing but when."""
    a, clause = resolved.annotated, resolved.clauses.at(token.i)
    if clause is None or clause.factuality is not Factuality.SCHEDULED or clause.passive:
        return False
    actors = [resolved.actor_at(i) for i in clause.patients if i > token.i]
    if not any(x is not None and x.kind == "person" and x.named for x in actors):
        return False
    whom = {x.i for t in a.children(token.i) if t.dep == "dobj" for x in a.subtree(t.i)}
    behind = [t for t in a.children(token.i) if t.i > token.i and t.i not in whom and t.dep != "punct"]
    return all(resolved.time_at(x.i) is not None for t in behind for x in [*a.children(t.i)][-1:] or [t])


def by_phone(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "Contacted her by telephone", "was on the phone with him", "offered condolences to her by phone": whatever is done by it."""
    told_it = any(listens(resolved, p) for p in arguments.beside)
    sides = [[resolved.actors[p.actor].kind for p in x if p.actor] for x in (arguments.subjects, arguments.beside)]
    return bool(means_of(resolved.annotated, token.i)) and all("person" in kinds for kinds in sides) and not told_it


def listens(resolved: Resolved, party: Party) -> bool:
    """ "Received our correspondent": for an interview."""
    return resolved.annotated.tokens[party.token].lemma.lower() in vocabulary("listeners")
