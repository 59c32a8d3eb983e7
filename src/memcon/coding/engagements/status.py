"""The status that a clause gives to the engagement that its predicate names, as of writing.

Comes in: a resolved document and the token of a verb or noun. Goes out: a `Verdict`: the status, the rule that gave it, and how
far it binds. It reads the clause's factuality, modality, condition and governor; the words that tell "announced", "agreed",
"invited" from merely planned or wished, and "postponed" or "declined" from called off, stand in status_cues.csv.
"""

from memcon.coding.engagements.came_for import REALISED, came_for, came_to
from memcon.coding.engagements.hedges import NOT_HELD, given_up, hedged
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.presupposed import (
    before_it,
    circumstance,
    end_of,
    end_told,
    ended_by,
    failed_before,
    had_in_clause,
    how_it_went,
    of_a_process,
    on_a_condition,
    on_the_programme,
    over_before,
    to_end,
    told_to_go_on,
)
from memcon.coding.engagements.status_words import cue_around
from memcon.coding.engagements.undone import stays_away, undone
from memcon.coding.engagements.verdict import SILENT, Rule, Verdict
from memcon.model.annotated import Token
from memcon.model.clauses import Aspect, Clause, Condition, Factuality, Form, Modality, Polarity, Relation, Tense
from memcon.model.resolved import Resolved
from memcon.model.status import Status
from memcon.registers.engagements import cue_of, verb_at, words
from memcon.registers.governors import Frame as GovernorFrame
from memcon.registers.governors import governor_of

STATUS = {
    Factuality.HAPPENED: Status.HELD,
    Factuality.UNDER_WAY: Status.ONGOING,
    Factuality.SCHEDULED: Status.PLANNED,
    Factuality.POSSIBLE: Status.CONSIDERED,
}


RULES = {
    Factuality.HAPPENED: Rule.HAPPENED,
    Factuality.UNDER_WAY: Rule.UNDER_WAY,
    Factuality.SCHEDULED: Rule.SCHEDULED,
    Factuality.POSSIBLE: Rule.POSSIBLE,
}


UNTOLD = frozenset((Factuality.UNKNOWN, Factuality.POSSIBLE, *REALISED))


LOOSE = frozenset((Form.GERUND, Form.PARTICIPLE))
PAST_PLANS = frozenset(["form: was to", "form: was going to"])  # governors.csv


def verdict_at(r: Resolved, i: int) -> Verdict:
    """The status that the clause of token i gives."""
    clause = r.clauses.at(i)
    if clause is None:
        return SILENT
    cue = cue_around(r, clause)
    if clause.form is Form.NOMINAL and hedged(r, clause) == Status.ONGOING and clause.factuality is not Factuality.UNDONE:
        return Verdict(Status.ONGOING, Rule.HEDGED, clause.rule)
    if clause.form is not Form.NOMINAL and given_up(r.annotated, clause) and clause.factuality is not Factuality.DENIED:
        return Verdict(Status.CANCELLED, Rule.GIVEN_UP, clause.rule)
    if clause.factuality in (Factuality.UNKNOWN, *REALISED) and over_before(r, clause) and hedged(r, clause) is None:
        return Verdict(Status.HELD, Rule.HAPPENED, "modifier", ended=True)
    if clause.factuality in UNTOLD and of_a_process(r.annotated, clause):
        return Verdict(Status.ONGOING, Rule.STANDING, "of a process", weak=True)
    if clause.factuality in UNTOLD and told_to_go_on(r, clause):
        return Verdict(Status.ONGOING, Rule.UNDER_WAY, "by its own clause", weak=True)
    if on_a_condition(r.annotated, clause):
        return SILENT
    if (taken := end_of(r, clause)) is not None:
        return Verdict(taken, Rule.STANDING if taken == Status.ONGOING else Rule.HAPPENED, clause.rule, weak=True)
    match clause.factuality:
        case Factuality.UNDONE:
            return undone(r, clause, cue)
        case Factuality.DENIED:
            return Verdict(Status.RULED_OUT, Rule.DENIED, clause.rule, barred=True)
        case Factuality.UNKNOWN:
            return _unknown(r, clause, cue)
    if clause.factuality is Factuality.POSSIBLE and (came := came_to(r, clause)) is not None:
        return came
    if clause.factuality is Factuality.POSSIBLE and _is_to(r, clause):
        return Verdict(Status.PLANNED, Rule.SCHEDULED, clause.rule, weak=clause.form is Form.NOMINAL)
    told = _not_as_told(r, clause) if clause.factuality in REALISED else None
    return told or _as_told(r, clause, cue)


def _not_as_told(r: Resolved, clause: Clause) -> Verdict | None:
    """What a clause that reads as happened says nevertheless: still to come, only spoken of, hedged."""
    if _before_his(r, clause):
        return Verdict(Status.PLANNED, Rule.SCHEDULED, clause.rule, weak=True)
    hedge = hedged(r, clause)
    if hedge is None and _only_spoken_of(r, clause) and not had_in_clause(r, clause):
        return SILENT
    if hedge == NOT_HELD:
        return Verdict(None, Rule.NOT_VOUCHED, clause.rule, barred=True)
    return Verdict(Status(hedge), Rule.HEDGED, clause.rule) if hedge is not None else None


def _as_told(r: Resolved, clause: Clause, cue: Status | None) -> Verdict:
    """What becomes of it by the factuality of its clause, unless it was given up."""
    status = STATUS[clause.factuality]
    given = cue is not None and cue.undone and clause.polarity is Polarity.POSITIVE and clause.form is Form.NOMINAL
    if given and not _may_be_given_up(r, clause):
        return Verdict(cue, Rule.GIVEN_UP, clause.rule)
    if status == Status.HELD and failed_before(r, clause):
        return Verdict(Status.CANCELLED, Rule.GIVEN_UP, clause.rule)
    if status == Status.HELD and _begun(r, clause):
        status = Status.ONGOING
    if status.ahead:
        status = _ahead(r, clause, status, cue)
    return Verdict(
        status,
        RULES[clause.factuality],
        clause.rule,
        weak=_hints(r, clause),
        moving=clause.factuality is Factuality.UNDER_WAY and clause.tense is Tense.PRESENT and clause.form is Form.FINITE,
        habit=_in_the_present(r, clause),
        stands=status.ahead and _stands(r, clause),
        ended=status == Status.HELD and ended_by(r, clause),
    )


def _before_his(r: Resolved, clause: Clause) -> bool:
    """ "Met her before his talks with the king": they were still to come; bare "the talks" are those told of elsewhere."""
    owned = clause.form is Form.NOMINAL and any(t.dep == "poss" for t in r.annotated.children(clause.predicate))
    return owned and before_it(r.annotated, clause)


def _may_be_given_up(r: Resolved, clause: Clause) -> bool:
    """ "May cancel the visit", "should refuse to attend", "did not cancel it": nothing has been done to it."""
    over = r.clauses.at(clause.governor) if clause.governor is not None else None
    if over is None or over.form is Form.NOMINAL:
        return False
    return over.factuality is Factuality.POSSIBLE or over.polarity is Polarity.NEGATIVE


def _stands(r: Resolved, clause: Clause) -> bool:
    """ "Will meet", "are to meet", "said he would meet"; not "were due to meet", "was to meet", "the scheduled summit"."""
    verb, head = r.annotated.tokens[clause.predicate], r.annotated.head(clause.predicate)
    if verb.dep == "xcomp" and head.lemma == "be" and head.tag == "VBD":
        return False
    over: Clause | None = clause
    while over is not None and over.tense is Tense.NONE:
        over = r.clauses.parent(over)
    if over is not None and over.rule in PAST_PLANS:
        return False
    return over is not None and over.tense in (Tense.PRESENT, Tense.FUTURE, Tense.HEADLINE)


def _begun(r: Resolved, clause: Clause) -> bool:
    """ "The talks have begun"."""
    over = r.clauses.at(clause.governor) if clause.governor is not None and clause.form is Form.NOMINAL else None
    begins = over is not None and r.annotated.tokens[over.predicate].lemma in words("beginning")
    return begins and over is not None and over.aspect is Aspect.COMPLETED and over.tense is not Tense.PAST


def _is_to(r: Resolved, clause: Clause) -> bool:
    """ "Minister to receive envoy" of a diary; "in Paris he is to take part in the ceremony", where the parse parts "is" from "to"."""
    if clause.condition is not Condition.NONE or clause.polarity is Polarity.NEGATIVE:
        return False
    over = r.clauses.parent(clause)
    if clause.form is Form.NOMINAL:
        light = over is not None and clause.governor == over.predicate
        return light and over is not None and over.form is Form.INFINITIVE and _is_to(r, over)
    if clause.form is not Form.INFINITIVE or clause.governor is not None or clause.modality is not Modality.NONE:
        return False
    if over is None:
        return bool(clause.agents)
    tokens, i = r.annotated.tokens, clause.predicate
    return i > 1 and tokens[i - 1].lower == "to" and tokens[i - 2].lemma == "be" and tokens[i - 2].i == over.predicate


def _ahead(r: Resolved, clause: Clause, status: Status, cue: Status | None) -> Status:
    """What the governor says beyond planned or possible: announced, agreed, invited."""
    over = r.clauses.parent(clause)
    if (
        status == Status.CONSIDERED
        and cue in (None, Status.PLANNED)
        and clause.modality is Modality.WILL
        and clause.condition is Condition.NONE
    ):
        return Status.PLANNED  # "it would be their first summit"
    if cue is None and status == Status.PLANNED and over is not None and clause.relation is Relation.COMPLEMENT:
        told = cue_of("complement", r.annotated.tokens[over.predicate].lemma)
        if told is not None and told.status == Status.ANNOUNCED:
            return Status.ANNOUNCED  # "announced that she would meet him"
    if cue is None or not cue.ahead:
        return Status.AGREED if clause.modality is Modality.AGREE else status
    if cue in (Status.INVITED, Status.CONSIDERED) and _accepted(r, clause):
        return Status.AGREED
    if status == Status.PLANNED or cue in (Status.CONSIDERED, Status.INVITED):
        return cue
    over = r.clauses.around(clause.governor) if clause.governor is not None else None
    real = over is None or over.index == clause.index or over.factuality in REALISED
    return cue if real and clause.condition is Condition.NONE else status


def _accepted(r: Resolved, clause: Clause) -> bool:
    """ "Accepted an invitation to visit"."""
    over = r.clauses.parent(clause)
    return over is not None and over.form is Form.NOMINAL and over.modality is Modality.AGREE


def _unknown(r: Resolved, clause: Clause, cue: Status | None) -> Verdict:
    """A rumour, a question; or a noun that is just spoken of, of which the verb over it may tell."""
    if clause.form is Form.NOMINAL and stays_away(r, clause):
        return Verdict(Status.DECLINED, Rule.GIVEN_UP, clause.rule)
    if clause.governor is not None and clause.condition is Condition.NONE and circumstance(r.annotated, clause):
        return Verdict(None, Rule.NOT_VOUCHED, clause.rule, barred=True)  # "may make concessions in the talks"
    if clause.governor is not None or clause.condition is not Condition.NONE:
        status = cue if cue is not None and cue.ahead else None
        return Verdict(status, Rule.NOT_VOUCHED, clause.rule, barred=True)
    over = r.clauses.parent(clause)
    if over is None or clause.form is not Form.NOMINAL:
        return SILENT
    if on_the_programme(r, clause, over):
        return Verdict(Status.PLANNED, Rule.SCHEDULED, clause.rule)
    if (hedge := hedged(r, clause)) is not None and hedge != NOT_HELD:
        return Verdict(Status(hedge), Rule.HEDGED, clause.rule)
    verb, link = r.annotated.tokens[over.predicate], r.annotated.head(clause.predicate)
    if (
        link.lower == "for"
        and link.head == verb.i
        and (came := came_for(over, verb.lemma, r.annotated.tokens[clause.predicate].lemma in words("travels"))) is not None
    ):
        return came
    if over.factuality is Factuality.UNDONE and (
        clause.predicate in over.patients or (link.lower == "for" and link.head == verb.i)
    ):
        # "neither side confirmed the meeting", "did not turn up for talks"
        return Verdict(None, Rule.NOT_VOUCHED, clause.rule, barred=True)
    if over.factuality is not Factuality.HAPPENED:
        return SILENT
    if clause.predicate in over.patients and cue_of("light", verb.lemma, particles(r.annotated, verb.i)):
        return Verdict(Status.HELD, Rule.HAPPENED, clause.rule, weak=True)
    if link.lower == "from" and _comes_from(r, link, verb):
        return Verdict(Status.HELD, Rule.HAPPENED, clause.rule)  # "flew home from a visit", "fresh from a visit"
    said = cue_of("object", verb.lemma, particles(r.annotated, verb.i)) if clause.predicate in over.patients else None
    if said is None or not isinstance(said.status, Status):
        return SILENT
    return Verdict(said.status, Rule.GIVEN_UP if said.status.undone else Rule.SCHEDULED, said.cue)


def _comes_from(r: Resolved, link: Token, verb: Token) -> bool:
    return (link.head == verb.i and verb.lemma in words("coming_from")) or r.annotated.head(link.i).lower in words(
        "fresh_from"
    )


def _in_the_present(r: Resolved, clause: Clause) -> bool:
    """A simple present, or what a preposition hangs on one: that of captions, headlines and announcements."""
    over = r.clauses.parent(clause) if clause.form is Form.NOMINAL else clause
    return (
        over is not None and over.tense is Tense.PRESENT and over.form is Form.FINITE and clause.modality is Modality.NONE
    )


def _only_spoken_of(r: Resolved, clause: Clause) -> bool:
    """ "Details of the summit", "the talks were at a delicate phase": that it happened, the words do not say."""
    if clause.form is not Form.NOMINAL or clause.governor is None:
        return False
    governor = r.annotated.tokens[clause.governor]
    over = r.clauses.parent(clause)
    if over is not None and any(t.lower in words("factive_questions") for t in r.annotated.children(over.predicate)):
        return False  # "accounts of why the summit ended"
    if r.annotated.tokens[clause.predicate].dep == "nsubj" and r.annotated.tokens[clause.predicate].head == governor.i:
        beside = particles(r.annotated, governor.i)
        if governor.pos == "VERB" and not (
            governor_of(GovernorFrame.SUBJECT, governor.lemma, beside) or cue_of("subject", governor.lemma, beside)
        ):
            return True  # "the meal left untouched"
    if governor.pos == "ADP":
        if governor.lower == "on" and r.annotated.head(governor.i).lemma in words("on_a_topic"):
            return True  # "much depends on the trip"
        held_in = verb_at(r.annotated.head(governor.i).lemma) is not None  # "spoke in separate calls with"
        several = r.annotated.tokens[clause.predicate].tag == "NNS"
        within = governor.lower == "in" and several and not held_in  # "began a break in the talks"
        return within or governor.lower not in words("happening_there")
    if governor.lemma == "be":
        if any(t.lemma in words("guests") for t in r.annotated.children(governor.i) if t.dep == "attr"):
            return False  # "was his guest at a dinner"
        there = r.annotated.child(governor.i, "expl") is not None  # "there were talks"
        return not there and not how_it_went(r, clause, over)
    return governor.pos == "NOUN" and governor.lemma in words("telling_nouns")


def _hints(r: Resolved, clause: Clause) -> bool:
    """Is it by its form alone that the clause says so: a participle, a present, a preposition before the noun?"""
    if clause.form in LOOSE or (clause.tense is Tense.PRESENT and clause.aspect is not Aspect.COMPLETED):
        return clause.governor is None
    if clause.form is Form.NOMINAL:
        if clause.factuality is Factuality.SCHEDULED and before_it(r.annotated, clause):
            return True  # "ahead of the meeting he said": it was to come then
        if to_end(r, clause):
            return True
        if clause.factuality is Factuality.SCHEDULED or clause.condition is Condition.IF or end_told(r, clause):
            return False
        over = r.clauses.parent(clause)
        linked = clause.governor is not None and r.annotated.tokens[clause.governor].pos == "ADP"
        if (
            over is not None
            and over.form is Form.FINITE
            and over.governor is None
            and clause.factuality is Factuality.HAPPENED
        ):
            # "the king hosts a dinner", "the talks open in Oslo", as "the king meets the envoy": of a plan or of what happened
            present = over.tense is Tense.PRESENT and over.aspect is not Aspect.COMPLETED
            return linked or (present and clause.predicate in (*over.patients, *over.subjects))
        return clause.governor is None or linked or (over is not None and over.form is not Form.FINITE)
    return clause.form is Form.INFINITIVE and clause.governor is None
