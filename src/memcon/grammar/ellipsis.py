"""Verbs left out: "wanted to meet the king, but did not", "had agreed to meet and never did", "hoped to meet her, and did".

Comes in: drafts that are decided. Goes out: what the clause before is made of by the one that leaves its verb out.
"""

from memcon.grammar.drafts import Draft, Syntax
from memcon.model.clauses import Factuality, Form, Relation, Tense
from memcon.registers.governors import Frame, governor_of

BARE = frozenset(["do", "will", "would", "can", "could"])
DONE = "do"  # "and did", "and did so"; "and would" tells nothing new


def complete(syntax: Syntax, drafts: list[Draft]) -> None:
    """Let what has no verb of its own deny the plan before it, or say that it came about."""
    for draft in drafts:
        if draft.token.lemma not in BARE or draft.patients or draft.tense is not Tense.PAST:
            continue
        before = draft.parent
        if before is None or draft.relation is not Relation.CONJUNCT or before.subjects != draft.subjects:
            continue
        if not draft.negative and (draft.token.lemma != DONE or draft.below or before.negative):
            continue
        for planned in before.below:
            if planned.relation is Relation.COMPLEMENT and planned.form is Form.INFINITIVE:
                planned.settle(
                    governor_of(Frame.FORM, "ellipsis"), Factuality.UNDONE if draft.negative else Factuality.HAPPENED
                )
