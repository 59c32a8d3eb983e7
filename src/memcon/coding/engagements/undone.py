"""The status of an engagement that its clause tells as called off, put off, declined or ruled out.

Comes in: a resolved document, the clause, its cue. Goes out: a `Verdict`, never one of what is held or to come.
"""

from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.presupposed import (
    long_ago,
    put_off_after,
)
from memcon.coding.engagements.set_clauses import of_the_thing
from memcon.coding.engagements.verdict import SILENT, Rule, Verdict
from memcon.model.clauses import Aspect, Clause, Condition, Factuality, Form, Modality, Polarity, Tense
from memcon.model.resolved import Resolved
from memcon.model.status import Status
from memcon.registers.engagements import cue_of
from memcon.registers.governors import Frame as GovernorFrame
from memcon.registers.governors import governor_of

AS_PLANNED = 5  # tokens of "as had earlier been announced"
OF_MODALITY = {
    Modality.CALL_OFF: Status.CANCELLED,
    Modality.PUT_OFF: Status.POSTPONED,
    Modality.REFUSE: Status.DECLINED,
}


OUTCOME_OF_NO = {
    Status.PLANNED: Status.RULED_OUT,
    Status.ANNOUNCED: Status.RULED_OUT,
    Status.AGREED: Status.DECLINED,
    Status.CONSIDERED: Status.DECLINED,
    Status.INVITED: Status.DECLINED,
}


def undone(r: Resolved, clause: Clause, cue: Status | None) -> Verdict:
    """Called off, put off, declined, ruled out; planned and not come about; or just denied."""
    if cue is not None and cue.undone:
        return Verdict(cue, Rule.GIVEN_UP, clause.rule, weak=long_ago(r, clause))
    if clause.modality in OF_MODALITY:
        return Verdict(OF_MODALITY[clause.modality], Rule.GIVEN_UP, clause.rule, weak=long_ago(r, clause))
    over = r.clauses.at(clause.governor) if clause.governor is not None else None
    if over is not None and over.form is Form.NOMINAL and over.modality in OF_MODALITY:
        return Verdict(OF_MODALITY[over.modality], Rule.GIVEN_UP, clause.rule)  # "withdrew an invitation to visit"
    of_verb = clause.form is Form.NOMINAL and over is not None and over.form is not Form.NOMINAL
    if of_verb and over is not None and over.polarity is Polarity.POSITIVE and _is(r, over):
        if over.modality is Modality.WILL and over.condition is Condition.NONE and _there_is(r, over):
            return Verdict(Status.CANCELLED, Rule.UNFULFILLED, clause.rule)  # "there was going to be a dinner, but"
        # "there should have been", "would have been the first"
        return Verdict(None, Rule.NOT_VOUCHED, clause.rule, barred=True)
    if of_verb and over is not None and over.modality is Modality.WILL and _there_is(r, over):
        return Verdict(Status.RULED_OUT, Rule.GIVEN_UP, clause.rule)  # "there will be no meeting"
    if of_verb and over is not None and over.polarity is Polarity.NEGATIVE and _was_none(r, clause, over):
        return Verdict(
            Status.RULED_OUT, Rule.NOT_HAPPENED, clause.rule
        )  # "there was no meeting between them", "none is foreseen"
    failed = (
        over is not None and clause.modality is Modality.FAIL and clause.predicate in over.subjects
    )  # "failed to take place"
    if of_verb and over is not None and not failed and not _occurs(r, clause, over):
        verb = r.annotated.tokens[over.predicate]
        if governor_of(GovernorFrame.LIGHT, verb.lemma, particles(r.annotated, verb.i)) is not None:
            return Verdict(None, Rule.NOT_VOUCHED, clause.rule, barred=True)  # "did not come to the talks"
        return SILENT  # "next week's meeting would not be a return to", "nothing will come of this meeting"
    if cue is not None and cue.ahead and over is not None and over.polarity is Polarity.NEGATIVE:
        return Verdict(OUTCOME_OF_NO[cue], Rule.GIVEN_UP, clause.rule)  # "no plans for a visit", "did not agree to meet"
    if clause.modality is Modality.WILL or _had_been_expected(over):
        denied = clause.polarity is Polarity.NEGATIVE and not _as_planned(r, clause)
        if not denied and put_off_after(r, clause):
            return Verdict(Status.POSTPONED, Rule.UNFULFILLED, clause.rule)
        return Verdict(Status.RULED_OUT if denied else Status.CANCELLED, Rule.UNFULFILLED, clause.rule)
    if cue is not None and cue.ahead:
        return Verdict(OUTCOME_OF_NO[cue], Rule.GIVEN_UP, clause.rule)
    if clause.form is Form.NOMINAL and clause.governor is not None and _of_no_plan(r, clause):
        return Verdict(Status.RULED_OUT, Rule.NOT_HAPPENED, clause.rule, barred=True)
    if clause.form is Form.NOMINAL and clause.governor is not None:
        return Verdict(Status.CANCELLED, Rule.NOT_HAPPENED, clause.rule)
    if clause.tense in (Tense.PRESENT, Tense.FUTURE) and clause.aspect is Aspect.UNDER_WAY:
        return Verdict(Status.RULED_OUT, Rule.GIVEN_UP, clause.rule)  # "is not going to Oslo"
    return Verdict(None, Rule.NOT_HAPPENED, clause.rule, barred=True)


def _had_been_expected(over: Clause | None) -> bool:
    """ "Had been expected to visit, but", "was supposed to meet him, but never came": it was as good as planned."""
    return over is not None and over.passive and over.polarity is Polarity.POSITIVE and over.tense is Tense.PAST


def _as_planned(r: Resolved, clause: Clause) -> bool:
    """ "Will not come on Friday as planned", "as had earlier been announced": it had been a plan."""
    tokens, last = r.annotated.tokens, r.annotated.sentence_of(clause.predicate).last
    for i in range(clause.predicate + 1, last - 1):
        if tokens[i].lower != "as":
            continue
        rules = (governor_of(GovernorFrame.MODIFIER, t.lower) for t in tokens[i + 1 : min(i + AS_PLANNED, last)])
        if any(rule is not None and rule.factuality is Factuality.SCHEDULED for rule in rules):
            return True
    return False


def _is(r: Resolved, over: Clause) -> bool:
    return r.annotated.tokens[over.predicate].lemma == "be"


def _there_is(r: Resolved, over: Clause) -> bool:
    """ "There will be", "there is going to be"."""
    verb = r.annotated.tokens[over.predicate]
    there = r.annotated.child(verb.i, "expl") or r.annotated.child(verb.head, "expl")
    return _is(r, over) and there is not None


def _was_none(r: Resolved, clause: Clause, over: Clause) -> bool:
    """ "There was no meeting between them", "no meeting is foreseen": denied of those whom it names, or of what is to come."""
    if _there_is(r, over):
        return over.tense is Tense.PAST and _of_no_plan(r, clause) and len(clause.agents) > 1
    planned = clause.modality is Modality.WILL and over.tense in (Tense.PRESENT, Tense.FUTURE)
    return planned and clause.predicate in over.patients


def _of_no_plan(r: Resolved, clause: Clause) -> bool:
    """ "Never had a meeting", "no such call took place": nothing says that one had been planned; of "the meeting" it is presupposed."""
    beside = [t for t in r.annotated.children(clause.predicate) if t.i < clause.predicate]
    if any(t.dep == "poss" for t in beside) or any(cue_of("modifier", t.lower) for t in beside):
        return False
    behind = (
        t for t in r.annotated.children(clause.predicate) if t.i > clause.predicate and t.dep in ("acl", "relcl", "amod")
    )
    if any(cue_of("object", t.lemma) or cue_of("modifier", t.lower) for t in behind) or of_the_thing(r, clause.predicate):
        return False  # "a call arranged for Tuesday did not happen"
    return not any(t.dep == "det" and t.lower in ("the", "this", "that", "these", "those") for t in beside)


def _occurs(r: Resolved, clause: Clause, over: Clause) -> bool:
    """Is it a verb of setting it, of holding it or of its taking place, whose denial denies the engagement?"""
    verb = r.annotated.tokens[over.predicate]
    beside = particles(r.annotated, verb.i)
    if cue_of("light", verb.lemma, beside) or cue_of("subject", verb.lemma, beside) or cue_of("object", verb.lemma, beside):
        return True
    sets = governor_of(GovernorFrame.OBJECT, verb.lemma, beside) if clause.predicate in over.patients else None
    return sets is not None and sets.factuality is Factuality.SCHEDULED
