"""Is somebody reached by telephone: "called her to thank her", "contacted her by telephone", "was on the phone with him"?

Comes in: a resolved document, the verb and its arguments. Goes out: yes or no. Refuses "called him a thief" and reporters.
"""

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.phrase import means_of
from memcon.coding.engagements.somebody import a_person
from memcon.model.annotated import Token
from memcon.model.resolved import Resolved
from memcon.registers.engagements import words as vocabulary


def calls_somebody(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    return arguments.with_somebody and bool(arguments.subjects) and _calls_to_tell(resolved, token)


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


def by_phone(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "Contacted her by telephone", "was on the phone with him", "offered condolences to her by phone": whatever is done by it."""
    told_it = any(listens(resolved, p) for p in arguments.beside)
    sides = [[resolved.actors[p.actor].kind for p in x if p.actor] for x in (arguments.subjects, arguments.beside)]
    return bool(means_of(resolved.annotated, token.i)) and all("person" in kinds for kinds in sides) and not told_it


def listens(resolved: Resolved, party: Party) -> bool:
    """ "Received our correspondent": for an interview."""
    return resolved.annotated.tokens[party.token].lemma.lower() in vocabulary("listeners")
