"""By whose word: the speaker over a clause, "according to X", or nobody but the report.

Comes in: a `Draft`, its parents read before. Goes out: its holder, the head of the speaker's phrase.
"""

from memcon.grammar.drafts import Draft, Syntax
from memcon.model.clauses import Relation
from memcon.registers.cues import cues

CLAUSAL = frozenset(["that", "quote"])


def read_holder(syntax: Syntax, draft: Draft) -> None:
    """Set who says it."""
    parent = draft.parent
    said = _according(syntax, draft)
    if said is not None:
        draft.holder = said
    elif parent is not None:
        draft.holder = _speaker(draft, parent) or parent.holder
    if draft.holder is None:
        draft.holder = _afterthought(draft)


def _speaker(draft: Draft, parent: Draft) -> int | None:
    if draft.relation is not Relation.COMPLEMENT or parent.nominal or not _speaks(parent):
        return None
    return next(iter(parent.agents), None)


def _speaks(draft: Draft) -> bool:
    return any(CLAUSAL & cue.frames for cue in cues().get(draft.token.lemma, ()))


def _according(syntax: Syntax, draft: Draft) -> int | None:
    for token in syntax.children[draft.token.i]:
        if token.lower == "according" and token.dep in ("prep", "advmod", "advcl"):
            to = syntax.child(token.i, "prep")
            noun = syntax.child(to.i, "pobj") if to else None
            return noun.i if noun else None
    return None


def _afterthought(draft: Draft) -> int | None:
    """ "The two met, the ministry said", where the parse hangs the saying on what is said."""
    for clause in draft.below:
        if clause.token.dep == "parataxis" and clause.agents and _speaks(clause):
            return clause.agents[0]
    return None
