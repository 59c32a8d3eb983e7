"""Which tokens are predicates: verbs that are no auxiliary, copulas, nouns that name an event.

Comes in: `Syntax`. Goes out: it holds a `Draft` for each predicate. "Is to meet", "is going to meet" and "used to meet" are one
predicate: the verb that follows, with the words before it as its auxiliaries.
"""

from functools import cache

from memcon.grammar.drafts import HELPERS, Draft, Syntax
from memcon.model.annotated import Token
from memcon.registers.engagements import nouns
from memcon.registers.governors import Frame, governing
from memcon.registers.plover import all_patterns

VERBS = frozenset(["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"])
NO_PREDICATES = HELPERS | {"amod", "compound", "nmod", "prep", "mark", "case", "det", "quantmod", "punct", "npadvmod", "cc"}
COMPLEMENTS = frozenset(["acomp", "attr", "oprd", "dobj", "ccomp", "prep"])


@cache
def event_nouns() -> frozenset[str]:
    """The lemmas of nouns that name an engagement or an event."""
    events = (lemma for pattern in all_patterns() if pattern.pos == "noun" for lemma in pattern.lemmas)
    return frozenset([*nouns(), *events])


def find_predicates(syntax: Syntax) -> None:
    """Make a draft for each predicate; semi-auxiliaries go into the draft of the verb that follows them."""
    named = event_nouns()
    drafts = syntax.drafts
    for token in syntax.tokens:
        tag = token.tag
        if tag in VERBS:
            if token.dep not in NO_PREDICATES:
                drafts[token.i] = Draft(token, token, nominal=False)
        elif tag[:2] == "NN" and token.lemma.lower() in named and token.dep not in ("compound", "nmod", "amod"):
            drafts[token.i] = Draft(token, token, nominal=True)
        elif tag == "MD" and token.dep not in NO_PREDICATES:
            drafts[token.i] = Draft(token, token, nominal=False)  # ellipsis: "he wanted to, but could not"
    _absorb_semi_auxiliaries(syntax)


def _absorb_semi_auxiliaries(syntax: Syntax) -> None:
    semi = governing(Frame.AUX)
    for draft in list(syntax.drafts.values()):
        token = draft.token
        if draft.nominal or token.dep != "xcomp" or token.head == token.i:
            continue
        over = syntax.tokens[token.head]
        rules = semi.get(over.lower if over.tag == "VBG" else over.lemma, ())
        helpers = [t for t in syntax.children[token.i] if t.dep in HELPERS]
        if any(rule.particle == "to" for rule in rules) and helpers and helpers[0].lower == "to":
            if over.lemma == "be" and any(t.dep in COMPLEMENTS for t in syntax.children[over.i] if t is not token):
                continue  # "the aim is to", "he is ready to"
            if over.i in syntax.drafts:
                draft.top = over
                draft.helpers = [*(t for t in syntax.children[over.i] if t.dep in HELPERS), over, *helpers]
                del syntax.drafts[over.i]
                syntax.drafts[over.i] = draft
                _ = token


def own_children(syntax: Syntax, draft: Draft) -> list[Token]:
    """The children of the predicate, and of the word that stands for it."""
    children = syntax.children[draft.token.i]
    if draft.top is draft.token:
        return children
    return [t for t in syntax.children[draft.top.i] if t is not draft.token] + children
