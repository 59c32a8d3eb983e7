"""Whether a clause is denied by its own words: "not", "never", "nobody met", "met no one", "nor did she".

Comes in: a `Draft` with the children of its words. Goes out: its `Polarity`.
"""

from memcon.grammar.drafts import Draft, Syntax
from memcon.model.annotated import Token
from memcon.model.clauses import Polarity, Relation
from memcon.registers.governors import Frame, governing

NOT = frozenset(["not", "n't", "n’t", "never"])
HELPING = frozenset(["be", "do", "have", "will", "may", "might", "can", "could", "would", "should", "must"])
CARRIERS = frozenset(["nsubj", "nsubjpass", "dobj", "attr", "pobj"])
DETERMINERS = frozenset(["det", "neg", "preconj", "predet", "amod"])


def polarity_of(syntax: Syntax, draft: Draft, children: list[Token]) -> Polarity:
    """Negative where the verb, its subject or its object carries a denial."""
    for token in children:
        lower, dep = token.lower, token.dep
        if dep == "neg" and token.i > draft.token.i and draft.token.lemma not in HELPING and token.lower == "not":
            continue  # "met not the premier but his deputy"
        if dep == "neg" or lower in NOT or (dep == "advmod" and lower == "nowhere"):
            return Polarity.NEGATIVE
        if dep in CARRIERS and token.tag != "UH" and denying(syntax, token) and not _other_subject(token, children):
            return Polarity.NEGATIVE
        if dep in CARRIERS and any(t.dep == "cc" and t.lower == "nor" for t in syntax.children[token.i]):
            return Polarity.NEGATIVE  # "neither Peru nor Chile attended"
        if dep == "cc" and lower in ("nor", "neither") and token.i < draft.token.i:
            return Polarity.NEGATIVE
        before = syntax.tokens[token.i - 1] if token.i else token
        if lower == "once" and token.i < draft.token.i and before.dep == "neg" and before.head == token.i:
            return Polarity.NEGATIVE  # "not once has she met him"
        if lower == "longer" and dep == "advmod" and before.lower == "no":
            return Polarity.NEGATIVE  # "will no longer take place"
        if dep == "prep" and lower == "at" and any(denying(syntax, t) for t in syntax.children[token.i]):
            return Polarity.NEGATIVE  # "at no point"
    if draft.relation is Relation.CONJUNCT and draft.parent and _after_nor(syntax, draft, draft.parent):
        return Polarity.NEGATIVE
    return Polarity.POSITIVE


def denied_in_front(syntax: Syntax, helper: Token) -> bool:
    """ "Never did she meet him", "at no time did she", "in no way has she": the denial hangs on the auxiliary behind it."""
    near = [t for t in syntax.children[helper.i] if t.i < helper.i]
    return any(t.dep == "neg" or t.lower in NOT for t in near) or any(
        denying(syntax, x) for t in near if t.dep == "prep" for x in syntax.children[t.i]
    )


def _other_subject(token: Token, children: list[Token]) -> bool:
    """ "No talks, says premier": the verb has a second subject, which is its own."""
    return token.dep == "nsubj" and any(t.dep == "nsubj" and t.i > token.i for t in children)


def _after_nor(syntax: Syntax, draft: Draft, parent: Draft) -> bool:
    between = [t for t in syntax.children[parent.token.i] if t.dep == "cc" and parent.token.i < t.i < draft.token.i]
    return bool(between) and between[-1].lower == "nor"


def denying(syntax: Syntax, token: Token) -> bool:
    """ "Nobody", "no envoy", "neither side", "none of them", "no one"."""
    deniers = governing(Frame.DENIAL)
    if token.lower in deniers:
        return True
    return any(t.i < token.i and t.dep in DETERMINERS and t.lower in deniers for t in syntax.children[token.i])
