"""The status of what somebody came, left or is somewhere for: "arrived for talks", "in Oslo to begin talks".

Comes in: a resolved document and the clause that it hangs on. Goes out: a `Verdict`, or None where nothing says that he came for it.
"""

from memcon.coding.engagements.verdict import Rule, Verdict
from memcon.model.clauses import Clause, Condition, Factuality, Form, Tense
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Resolved
from memcon.model.status import Status
from memcon.registers.engagements import verb_at, words

REALISED = frozenset((Factuality.HAPPENED, Factuality.UNDER_WAY))


def came_for(over: Clause, lemma: str, visit: bool) -> Verdict | None:
    """ "Arrived for talks", "will be in Oslo for talks", "welcomed him for lunch"; "left for a visit"."""
    if over.form is not Form.FINITE:
        return None
    leaves = (trigger := verb_at(lemma)) is not None and trigger.needs == "departure"
    if visit and leaves and over.factuality in REALISED and over.tense is not Tense.PRESENT:
        return Verdict(Status.ONGOING, Rule.UNDER_WAY, "left for it", weak=True)
    if over.factuality is Factuality.SCHEDULED:
        return Verdict(Status.PLANNED, Rule.SCHEDULED, "for it", weak=True)
    was_there = lemma in words("being") and over.tense is Tense.PAST and not visit
    if over.factuality in REALISED and (lemma in words("coming_for") or was_there):
        return Verdict(Status.ONGOING, Rule.UNDER_WAY, "for it", weak=True)
    if over.factuality is Factuality.HAPPENED and lemma in words("having_for"):
        return Verdict(Status.HELD, Rule.HAPPENED, "for it", weak=True)
    return None


def came_to(r: Resolved, clause: Clause) -> Verdict | None:
    """ "Arrived in Oslo to begin talks", "landed there to meet him"; what he came to hold is still to come."""
    if clause.form is Form.INFINITIVE:
        return _came_to_meet(r, clause)
    act = r.clauses.parent(clause) if clause.form is Form.NOMINAL else None
    if act is not None and act.form is Form.NOMINAL:
        return came_to(r, act)  # "another round of talks"
    way = r.clauses.parent(act) if act is not None and act.form is Form.INFINITIVE else None
    if act is None or way is None or way.factuality not in REALISED:
        return None
    lemma = r.annotated.tokens[way.predicate].lemma
    if lemma not in words("coming_for"):  # "left for Lima to take part in the forum"
        leaves = verb_at(lemma)
        bound = leaves is not None and leaves.needs == "departure" and way.form is Form.FINITE
        does = clause.predicate in act.patients or clause.governor == act.predicate
        return Verdict(Status.PLANNED, Rule.SCHEDULED, clause.rule, weak=True) if bound and does else None
    if clause.predicate not in act.patients:
        return None
    begins = r.annotated.tokens[act.predicate].lemma in words("beginning")
    return Verdict(Status.ONGOING if begins else Status.PLANNED, Rule.UNDER_WAY, clause.rule, weak=True)


def _came_to_meet(r: Resolved, clause: Clause) -> Verdict | None:
    """ "Flew to Oslo to meet her", "arrived today to visit the north"."""
    way = r.clauses.parent(clause)
    if (
        way is None
        or way.form is not Form.FINITE
        or way.factuality not in REALISED
        or clause.condition is not Condition.NONE
    ):
        return None
    lemma = r.annotated.tokens[way.predicate].lemma
    goes = verb_at(lemma)
    if lemma not in words("coming_for") and (
        goes is None or goes.kind != EngagementKind.VISIT or goes.needs != "destination"
    ):
        return None
    own = verb_at(r.annotated.tokens[clause.predicate].lemma)
    if lemma in words("coming_for") and own is not None and own.kind == EngagementKind.VISIT:
        return Verdict(Status.ONGOING, Rule.UNDER_WAY, clause.rule, weak=True)  # he is there
    return Verdict(Status.PLANNED, Rule.SCHEDULED, clause.rule, weak=True)
