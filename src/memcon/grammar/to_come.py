"""The present tense of what is to come: "will decide when he meets her", "will travel to Lima, where he meets her".

Comes in: a finite clause, and what decides others. Goes out: its factuality, that of the clause which it is said within.
"""

from collections.abc import Callable

from memcon.grammar.drafts import Draft, Syntax
from memcon.model.clauses import Aspect, Factuality, Modality, Relation, Tense
from memcon.registers.governors import Frame, governor_of

TO_COME = frozenset([Factuality.SCHEDULED, Factuality.POSSIBLE])
RELATIVE = frozenset(["WDT", "WP", "WRB"])
OPENS = 8  # tokens between a relative pronoun and its verb


def when_it_comes(syntax: Syntax, draft: Draft, decide: Callable[[Syntax, Draft], None]) -> None:
    """ "Will decide when he meets the king", "after he has met her": as its main clause."""
    over = draft.parent
    present = draft.tense is Tense.PRESENT and draft.modality is Modality.NONE and not draft.negative
    if over is None or not present:
        return
    if draft.relation is Relation.RELATIVE:
        decide(syntax, over)
        _where_it_goes(syntax, draft, over)
    if draft.relation is not Relation.ADVERBIAL:
        return
    ahead = over.tense is Tense.FUTURE or over.factuality in TO_COME
    rule = governor_of(Frame.TIME, draft.marker) if draft.marker is not None and ahead else None
    if rule is not None:
        # "will not meet him when he comes": he comes all the same; "will not meet him until he apologises": he may not
        draft.settle(rule, (rule.negated or Factuality.SCHEDULED) if over.negative else over.factuality)


def _where_it_goes(syntax: Syntax, draft: Draft, over: Draft) -> None:
    """ "Will travel to Lima, where he meets", "a visit during which he holds talks": planned as that in which it is to be."""
    opens = next((t for t in syntax.tokens[max(0, draft.token.i - OPENS) : draft.token.i] if t.tag in RELATIVE), None)
    if opens is None or (opens.lower != "where" and opens.dep != "pobj") or draft.aspect is not Aspect.NONE:
        return
    if over.factuality in TO_COME or _awaited(syntax, over):
        draft.settle(governor_of(Frame.TIME, "where"), Factuality.SCHEDULED)


def _awaited(syntax: Syntax, over: Draft) -> bool:
    """ "Is expected in Lima on Monday", "is due in Lima"."""
    called = [over.token] if over.passive else [t for t in syntax.children[over.token.i] if t.dep == "acomp"]
    rules = [governor_of(Frame.TO, t.lemma) or governor_of(Frame.TO, t.lower) for t in called]
    return over.tense is Tense.PRESENT and any(rule is not None and rule.factuality in TO_COME for rule in rules)
