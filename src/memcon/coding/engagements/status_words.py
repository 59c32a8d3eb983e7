"""What the words around an engagement say of its status beyond the clause: announced, agreed, invited, of which status_cues.csv tells.

Comes in: a resolved document and the clause. Goes out: the status that the cue gives, or None.
"""

from memcon.coding.engagements.particles import particles
from memcon.model.annotated import Token
from memcon.model.clauses import Clause, Form
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Resolved
from memcon.model.status import Status
from memcon.registers.engagements import Frame, cue_of, nouns

OF_NOUNS: tuple[Frame, ...] = ("object", "noun", "modifier", "predicate", "subject", "complement")


OF_MODIFIED: tuple[Frame, ...] = ("modifier", "object")


OF_VERBS: tuple[Frame, ...] = ("complement", "noun", "infinitive", "object")


def cue_around(r: Resolved, clause: Clause) -> Status | None:
    """The status that the governing word has in status_cues.csv."""
    a = r.annotated
    governor = a.tokens[clause.governor] if clause.governor is not None else None
    if governor is None:
        return None
    beside = particles(a, governor.i)
    for frame in _frames(r, clause, governor):
        for word in dict.fromkeys((governor.lemma, governor.lower)):
            cue = cue_of(frame, word, beside)
            if cue is not None and isinstance(cue.status, Status):
                return cue.status
    return None


def _frames(r: Resolved, clause: Clause, governor: Token) -> tuple[Frame, ...]:
    """Where the governor stands to what it governs: before it, over it, or over the infinitive that it is the object of."""
    if clause.form is not Form.NOMINAL:
        return OF_VERBS
    if governor.head == clause.predicate and governor.i < clause.predicate:
        return OF_MODIFIED
    over = r.clauses.parent(clause)
    noun = nouns().get(r.annotated.tokens[clause.predicate].lemma.lower())
    visit: tuple[Frame, ...] = ("visit",) if noun is not None and noun.kind == EngagementKind.VISIT else ()
    through = over is not None and over.form in (Form.INFINITIVE, Form.GERUND) and over.predicate != governor.i
    passive = governor.tag == "VBN" and r.annotated.child(governor.i, "xcomp") is not None
    return OF_VERBS if through or passive else (*visit, *OF_NOUNS)
