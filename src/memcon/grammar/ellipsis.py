"""Verbs left out: "wanted to meet the king, but did not", "had agreed to meet and never did".

Comes in: drafts that are decided. Goes out: what the clause before is made of by the one that leaves its verb out.
"""

from memcon.grammar.drafts import Draft, Syntax
from memcon.model.clauses import Factuality, Form, Relation, Tense
from memcon.registers.governors import Frame, governor_of

BARE = frozenset(["do", "will", "would", "can", "could"])


def complete(syntax: Syntax, drafts: list[Draft]) -> None:
    """Let a denial without a verb of its own deny the plan before it."""
    for draft in drafts:
        if draft.token.lemma not in BARE or not draft.negative or draft.patients or draft.tense is not Tense.PAST:
            continue
        before = draft.parent
        if before is None or draft.relation is not Relation.CONJUNCT or before.subjects != draft.subjects:
            continue
        for planned in before.below:
            if planned.relation is Relation.COMPLEMENT and planned.form is Form.INFINITIVE:
                planned.settle(governor_of(Frame.FORM, "ellipsis"), Factuality.UNDONE)
