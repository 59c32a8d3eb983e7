"""Whether a clause tells a fiction: "in the novel, a king meets", "the simulation had the two meet".

Comes in: a finite `Draft`. Goes out: the rule of the noun that makes it unreal, or None.
"""

from memcon.grammar.drafts import Draft, Syntax
from memcon.model.annotated import Token
from memcon.model.clauses import Form, Relation
from memcon.registers.governors import Frame, Governor, governor_of

INSIDE = frozenset(["in", "during", "of", "throughout"])


def unreal(syntax: Syntax, draft: Draft) -> Governor | None:
    """By a phrase in the clause, or in those that it is a complement of."""
    if draft.form is Form.NOMINAL:
        return None
    if draft.holder is not None and (rule := governor_of(Frame.UNREAL, syntax.tokens[draft.holder].lemma.lower())):
        return rule  # "according to the script"
    at: Draft | None = draft
    while at is not None and not at.nominal:
        if rule := _inside(syntax, at) or (_told(syntax, at) if at is not draft else None):
            return rule
        at = at.parent if at.relation in (Relation.COMPLEMENT, Relation.CONJUNCT, Relation.ADVERBIAL) else None
    return None


def _inside(syntax: Syntax, draft: Draft) -> Governor | None:
    for phrase in draft.prepositional:
        if phrase.word in INSIDE:
            for i in phrase.objects:
                if rule := governor_of(Frame.UNREAL, syntax.tokens[i].lemma.lower()):
                    return rule
    return None


def _told(syntax: Syntax, draft: Draft) -> Governor | None:
    """ "The play tells how a tailor met the Tsar"."""
    tokens: list[Token] = [syntax.tokens[i] for i in draft.agents]
    return next((rule for t in tokens if (rule := governor_of(Frame.UNREAL, t.lemma.lower()))), None)
