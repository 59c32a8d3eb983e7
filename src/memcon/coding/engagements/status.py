"""The status that a clause gives to the engagement that its predicate names, as of writing.

Comes in: a resolved document and the token of a verb or noun. Goes out: a `Verdict`: the status, the rule that gave it, and how
far it binds. It reads the clause's factuality, modality, condition and governor; the words that tell "announced", "agreed",
"invited" from merely planned or wished, and "postponed" or "declined" from called off, stand in status_cues.csv.
"""

from dataclasses import dataclass
from enum import StrEnum

from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Clause, Condition, Factuality, Form, Modality, Polarity, Tense
from memcon.model.resolved import Resolved
from memcon.model.status import AHEAD, UNDONE, Status
from memcon.registers.engagements import Frame, cue_of


class Rule(StrEnum):
    """What decided the status of a mention."""

    SILENT = "silent"  # the clause does not say
    HAPPENED = "happened"
    UNDER_WAY = "under way"
    SCHEDULED = "scheduled"
    POSSIBLE = "possible"
    GIVEN_UP = "given up"  # called off, put off, declined, ruled out by the words
    UNFULFILLED = "unfulfilled"  # "was to have met": it was planned and did not come about
    NOT_HAPPENED = "did not happen"  # "did not meet": nothing says that it had been planned
    DENIED = "denied"
    NOT_VOUCHED = "not vouched for"  # a condition, a question, a rumour, a fiction
    ITS_VERB = "its own verb"  # "invited", "snubbed": the verb of the trigger
    TITLE = "title of an official paper"
    OCCASION = "the rest of the report"
    DAY_AHEAD = "its day is to come"
    DAY_PAST = "its day is past"
    STANDING = "talks spoken of as under way"
    ORGANISED = "an organisation's own"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with the rule that gave it; `weak` where the form only hints at it.

    barred   denied or not vouched for: nothing else may make it held
    moving   somebody is on the way: a present progressive
    habit    a simple present without a day
    """

    status: Status | None
    rule: Rule
    why: str = ""
    weak: bool = False
    barred: bool = False
    moving: bool = False
    habit: bool = False


SILENT = Verdict(None, Rule.SILENT, "the sentence does not say")
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
OF_MODALITY = {
    Modality.CALL_OFF: Status.CANCELLED,
    Modality.PUT_OFF: Status.POSTPONED,
    Modality.REFUSE: Status.DECLINED,
}
FRAMES: tuple[Frame, ...] = ("object", "complement", "noun", "modifier", "predicate", "subject")
LOOSE = frozenset((Form.GERUND, Form.PARTICIPLE))


def verdict_at(r: Resolved, i: int) -> Verdict:
    """The status that the clause of token i gives."""
    clause = r.clauses.at(i)
    if clause is None:
        return SILENT
    why = clause.rule
    if clause.factuality is Factuality.UNDONE:
        return _undone(r.annotated, clause)
    if clause.factuality is Factuality.DENIED:
        return Verdict(Status.RULED_OUT, Rule.DENIED, why, barred=True)
    if clause.factuality is Factuality.UNKNOWN:
        doubted = clause.condition is not Condition.NONE or clause.governor is not None
        return Verdict(None, Rule.NOT_VOUCHED, why, barred=True) if doubted else SILENT
    status = STATUS[clause.factuality]
    if status in AHEAD:
        status = _ahead(r.annotated, clause, status)
    return Verdict(
        status,
        RULES[clause.factuality],
        why,
        weak=_hints(r, clause),
        moving=clause.factuality is Factuality.UNDER_WAY and clause.tense is Tense.PRESENT and clause.form is Form.FINITE,
        habit=clause.tense is Tense.PRESENT and clause.form is Form.FINITE and clause.modality is Modality.NONE,
    )


def _ahead(a: Annotated, clause: Clause, status: Status) -> Status:
    """What the governor says beyond planned or possible: announced, agreed, invited."""
    cue = _cue(a, clause)
    if status == Status.PLANNED:
        return (
            cue
            if cue in (Status.ANNOUNCED, Status.AGREED)
            else Status.AGREED
            if clause.modality is Modality.AGREE
            else status
        )
    if clause.modality is Modality.AGREE:
        return Status.AGREED
    return Status.INVITED if cue == Status.INVITED else status


def _undone(a: Annotated, clause: Clause) -> Verdict:
    """Called off, put off, declined, ruled out; planned and not come about; or just denied."""
    cue = _cue(a, clause)
    if cue in UNDONE:
        return Verdict(cue, Rule.GIVEN_UP, clause.rule)
    if clause.modality in OF_MODALITY:
        return Verdict(OF_MODALITY[clause.modality], Rule.GIVEN_UP, clause.rule)
    if clause.modality is Modality.WILL:
        done = clause.polarity is Polarity.NEGATIVE
        return Verdict(Status.RULED_OUT if done else Status.CANCELLED, Rule.UNFULFILLED, clause.rule)
    if clause.form is Form.NOMINAL and clause.governor is not None:
        return Verdict(Status.CANCELLED, Rule.NOT_HAPPENED, clause.rule)
    return Verdict(None, Rule.NOT_HAPPENED, clause.rule, barred=True)


def _cue(a: Annotated, clause: Clause) -> Status | None:
    """The status that the governing word has in status_cues.csv."""
    governor = a.tokens[clause.governor] if clause.governor is not None else None
    if governor is None:
        return None
    beside = particles(a, governor.i)
    for frame in FRAMES:
        for word in dict.fromkeys((governor.lemma, governor.lower)):
            cue = cue_of(frame, word, beside)
            if cue is not None and isinstance(cue.status, Status):
                return cue.status
    return None


def _hints(r: Resolved, clause: Clause) -> bool:
    """Is it by its form alone that the clause says so: a participle, a present, a preposition before the noun?"""
    if clause.form in LOOSE or clause.tense is Tense.PRESENT:
        return clause.governor is None
    if clause.form is Form.NOMINAL:
        over = r.clauses.parent(clause)
        return clause.governor is None or (over is not None and over.form is not Form.FINITE)
    return clause.form is Form.INFINITIVE and clause.governor is None


def particles(a: Annotated, i: int) -> frozenset[str]:
    """The particles, prepositions and bare objects that make a phrase of a verb ("call off", "take place")."""
    own = {t.lower for t in a.children(i) if t.dep in ("prt", "prep", "advmod", "dobj", "pobj", "acomp")}
    # "called that meeting off": the parse can hang the particle on the object.
    behind = (t for o in a.children(i) if o.dep in ("dobj", "oprd") for t in a.children(o.i))
    return frozenset(own | {t.lower for t in behind if t.dep == "prt"})


def stands_alone(token: Token) -> bool:
    """Is it a root, as headlines and fragments have?"""
    return token.dep == "ROOT"
