"""The clauses behind the place of a visit that tell its days: "his visit to Lima, which was to begin on Monday".

Comes in: a resolved document and the noun of a visit. Goes out: the tokens in which its day is looked for, where the parse hangs the
clause on the place or on who travels, and those of what somebody was expected to do there.
"""

from memcon.coding.engagements.places import own_tokens
from memcon.coding.engagements.set_clauses import of_the_thing
from memcon.model.annotated import Token
from memcon.model.clauses import Factuality
from memcon.model.resolved import Resolved
from memcon.registers.engagements import verb_at, words

AHEAD = (Factuality.SCHEDULED, Factuality.POSSIBLE, Factuality.UNDONE)


def behind_its_place(r: Resolved, i: int) -> list[Token]:
    """ "His visit to Lima, which was to begin on Monday": the parse hangs the clause on the place."""
    a, wanted = r.annotated, words("setting") | words("beginning")
    clauses = _on_the_place(r, i)
    told = [t for t in clauses if {t.lemma, *(x.lemma for x in a.children(t.i) if x.dep == "xcomp")} & wanted]
    return [x for t in (*told, *of_the_thing(r, i)) for x in own_tokens(a, t.i)]


def expected_there(r: Resolved, i: int) -> list[Token]:
    """ "Called off a trip to Peru, where he was expected on Thursday": on the day on which something was to be done there."""
    return [x for t in _on_the_place(r, i) if _to_be_done_there(r, t) for x in own_tokens(r.annotated, t.i)]


def _on_the_place(r: Resolved, i: int) -> list[Token]:
    a = r.annotated
    places = [x for t in a.children(i) if t.dep == "prep" and (x := a.child(t.i, "pobj")) and r.place_at(x.i)]
    return [t for x in places for t in a.children(x.i) if t.dep in ("relcl", "acl")]


def _to_be_done_there(r: Resolved, verb: Token) -> bool:
    clause = r.clauses.at(verb.i)
    if clause is None or not any(t.lower == "where" for t in r.annotated.children(verb.i)):
        return False
    trigger = verb_at(verb.lemma, frozenset(("in",))) if clause.passive else None
    awaited = trigger is not None and trigger.status is not None and trigger.status.ahead
    return awaited or clause.factuality in AHEAD
