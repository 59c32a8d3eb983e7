"""Words around an engagement's clause that keep it from having been held, or give it up, beyond what the clause itself says.

Comes in: a resolved document and a clause that reads as if it had happened. Goes out: the status that the words around it give
instead, `NOT_HELD` where they only say that nobody vouches for it, or None where they leave it as it is.
"""

from itertools import pairwise
from typing import Final, Literal

from memcon.coding.engagements.particles import particles
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Aspect, Clause, Factuality, Form, Polarity, Relation, Tense
from memcon.model.resolved import Resolved
from memcon.model.status import Status
from memcon.registers.engagements import cue_of, verb_at, words

NOT_HELD: Final = "not held"
Hedge = Status | Literal["not held"]
TO_COME = frozenset((Factuality.SCHEDULED, Factuality.POSSIBLE))
ASIDE = frozenset(("to", "of", "about", "for", "from", "against", "on", "with", "into"))
FALSELY = frozenset(("wrongly", "falsely"))


def hedged(r: Resolved, clause: Clause) -> Hedge | None:
    """What the words around a clause that reads as happened make of it."""
    if clause.form is Form.NOMINAL:
        return _of_noun(r, clause)
    return _of_verb(r, clause)


def given_up(a: Annotated, clause: Clause) -> bool:
    """ "Will no longer come", "will not come after all": it had been planned."""
    i = clause.predicate
    if any(t.lower == "longer" and any(x.lower == "no" for x in a.children(t.i)) for t in a.children(i)):
        return True
    if clause.polarity is not Polarity.NEGATIVE:
        return False
    behind = a.tokens[i + 1 : a.sentence_of(i).last]
    return any(f"{one.lower} {other.lower}" in words("given_up") for one, other in pairwise(behind))


def _of_verb(r: Resolved, clause: Clause) -> Hedge | None:
    a, token, over = r.annotated, r.annotated.tokens[clause.predicate], r.clauses.parent(clause)
    ahead = over is not None and (over.factuality in TO_COME or over.tense is Tense.FUTURE)
    coming = ahead and clause.relation is Relation.ADVERBIAL
    simple = clause.tense is Tense.PAST and clause.aspect is Aspect.NONE  # "after he snubbed him" is told as fact
    if coming and not simple and clause.marker in words("when_it_comes"):
        return Status.PLANNED  # "will decide when he meets her"
    if over is not None and _child(a, over.predicate, FALSELY):
        return NOT_HELD
    if _child(a, token.i, words("not_quite") | FALSELY) or _few(a, clause) or _as_if(a, token):
        return NOT_HELD
    if _by_rumour(a, token):
        return NOT_HELD
    bare = token.tag == "VBG" and token.dep == "pcomp" and a.child(token.i, "nsubj") is None
    if bare and clause.governor is None and a.head(token.i).lower in ASIDE:
        return NOT_HELD  # "objected to meeting him"
    if clause.form is Form.GERUND and a.head(token.i).lower == "before" and token.dep == "pcomp":
        return NOT_HELD  # "spoke before meeting him": whether he did, the day will tell
    return None


def _child(a: Annotated, i: int, wanted: frozenset[str]) -> bool:
    return any(t.lower in wanted for t in a.children(i) if t.dep in ("advmod", "neg"))


def _few(a: Annotated, clause: Clause) -> bool:
    """ "Few leaders have met him", "none of them met": nobody in particular did."""
    nobody = words("nobody")
    return any(
        a.tokens[i].lower in nobody or any(t.lower in nobody for t in a.children(i) if t.i < i) for i in clause.agents
    )


def _by_rumour(a: Annotated, token: Token) -> bool:
    """ "According to unconfirmed reports, the two met", "unconfirmed reports said that the two met"."""
    told = [x for t in a.children(token.i) if t.lower == "according" for x in a.subtree(t.i) if x.dep == "pobj"]
    if token.dep == "ccomp":
        told += [t for t in a.children(token.head) if t.dep == "nsubj"]
    return any(t.lower in words("not_vouched") for x in told for t in a.children(x.i) if t.dep == "amod")


def _as_if(a: Annotated, token: Token) -> bool:
    return any(t.lower == "if" and t.dep == "mark" for t in a.children(token.i))


def _of_noun(r: Resolved, clause: Clause) -> Hedge | None:
    a, token, over = r.annotated, r.annotated.tokens[clause.predicate], r.clauses.parent(clause)
    for t in a.children(token.i):
        cue = cue_of("modifier", t.lower) if t.dep in ("amod", "acl") and t.i < token.i else None
        if cue is not None and isinstance(cue.status, Status) and cue.status.undone:
            return cue.status  # "the cancelled meeting", whatever else is said of it
    head = a.head(token.i)
    governor = a.head(head.i) if token.dep == "pobj" else head
    if token.dep == "pobj" and head.lower == "of" and governor.lower in words("midst"):
        return Status.ONGOING
    if token.dep == "nsubj" and head.tag == "VBN" and not any(t.dep in ("aux", "auxpass") for t in a.children(head.i)):
        return NOT_HELD  # "the meal left untouched"
    away = governor.lemma in words("staying_away") or governor.lower in words("staying_away")
    if away and token.dep == "pobj" and head.lower in ("from", "of"):
        return Status.DECLINED
    if over is None:
        return None
    verb = a.tokens[over.predicate]
    for t in a.children(verb.i):  # "had to be cancelled"
        cue = cue_of("object", t.lemma, particles(a, t.i)) if t.dep == "xcomp" and t.tag == "VBN" else None
        if cue is not None and isinstance(cue.status, Status) and cue.status.undone and token.dep == "nsubj":
            return cue.status
    on_it = token.dep == "pobj" and head.lower == "on" and token.lemma in words("travels")
    leaves = (trigger := verb_at(verb.lemma)) is not None and trigger.needs == "departure"
    on_it = on_it and (trigger is not None or verb.lemma in words("copulas"))  # not "depends on the trip"
    if on_it and over.tense is Tense.PRESENT and over.factuality is Factuality.HAPPENED:
        if leaves:
            return Status.PLANNED  # "leaves on a visit"
        return Status.ONGOING  # "is on a visit"
    return None
