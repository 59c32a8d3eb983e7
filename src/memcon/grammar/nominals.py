"""Who takes part in what a noun names: "his visit", "talks between A and B", "A held talks with B".

Comes in: a nominal `Draft`, the verbs around it read before. Goes out: its agents, prepositional phrases, polarity.
"""

from memcon.grammar.arguments import _prepositional
from memcon.grammar.drafts import Draft, Syntax
from memcon.grammar.polarity import denying
from memcon.grammar.relations import noun_head
from memcon.model.clauses import Form, Polarity
from memcon.registers.engagements import words
from memcon.registers.governors import Frame, governor_of

NAMES = frozenset(["GPE", "NORP", "PERSON", "ORG"])


def read_noun(syntax: Syntax, draft: Draft) -> None:
    """Set whose act the noun names."""
    draft.form, draft.base = Form.NOMINAL, governor_of(Frame.FORM, "noun")
    children = syntax.children[draft.token.i]
    draft.prepositional = _prepositional(syntax, children)
    if denying(syntax, draft.token):
        draft.polarity = Polarity.NEGATIVE
    draft.agents = _agents(syntax, draft)
    draft.subjects = draft.agents


def _agents(syntax: Syntax, draft: Draft) -> tuple[int, ...]:
    children = syntax.children[draft.token.i]
    for token in children:
        if token.dep == "poss":
            return syntax.conjuncts(token.i)
    for phrase in draft.prepositional:
        if phrase.word in ("between", "among", "by") and phrase.objects:
            return phrase.objects
    named = tuple(t.i for t in children if t.dep in ("compound", "amod", "nmod") and t.entity in NAMES)
    if named:
        return named
    over, head = draft.parent, noun_head(syntax, draft.token)
    while head.dep == "pobj" and syntax.head(syntax.head(head)).lemma.lower() in words("containers"):
        head = noun_head(syntax, syntax.head(syntax.head(head)))  # "a second round of talks"
    if over is None or over.nominal or over.passive:
        return ()
    if head.i in over.patients:
        return over.agents if governor_of(Frame.LIGHT, over.token.lemma, syntax.particles(over.token.i)) else ()
    preposition = syntax.head(head)
    if head.dep == "pobj" and preposition.head == over.token.i:
        rule = governor_of(Frame.LIGHT, over.token.lemma, frozenset([preposition.lower]))
        return over.agents if rule is not None and rule.particle else ()  # "took part in the talks"
    return ()
