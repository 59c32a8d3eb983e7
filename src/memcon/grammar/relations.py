"""How a clause stands in another: its parent, its relation to it, and the word that opens it.

Comes in: `Syntax` with its drafts. Goes out: the fields relation, parent and marker of every draft. What the parser hangs up
wrongly is hung where the forms show it belongs: the bare infinitive of "was due to fly to Oslo, visit the king" goes with "fly".
"""

from memcon.grammar.drafts import HELPERS, NOUNS, Draft, Syntax
from memcon.grammar.predicates import own_children
from memcon.model.annotated import Token
from memcon.model.clauses import Relation
from memcon.registers.governors import Frame, governor_of

COMPLEMENTS = frozenset(
    ["ccomp", "xcomp", "csubj", "csubjpass", "nsubj", "nsubjpass", "dobj", "attr", "oprd", "pobj", "acomp"]
)
LOOSE = frozenset(["advcl", "conj", "dep", "parataxis", "appos", "ccomp"])
CASES = {"case": "in", "condition": "on", "event": "in"}
MARKS = frozenset(["mark", "advmod", "prep", "cc", "preconj"])


def relate(syntax: Syntax, drafts: list[Draft]) -> None:
    """Hang each draft into its parent."""
    for draft in drafts:
        if draft.nominal:
            _relate_noun(syntax, draft)
        else:
            _relate_verb(syntax, draft)
    below: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.parent is not None:
            below.setdefault(draft.parent.token.i, []).append(draft)
    for i, some in below.items():
        syntax.drafts[i].below = some


def _relate_noun(syntax: Syntax, draft: Draft) -> None:
    draft.parent = syntax.draft_over(draft.token.i)
    draft.relation = Relation.ARGUMENT if draft.parent else Relation.MAIN


def _relate_verb(syntax: Syntax, draft: Draft) -> None:
    top = draft.top
    draft.marker = _marker(syntax, draft)
    if top.head == top.i:
        return
    if earlier := _infinitive_before(syntax, draft):
        draft.relation, draft.parent = Relation.CONJUNCT, earlier
        return
    parent = syntax.draft_over(top.i)
    if parent is draft or (parent and _under(parent, draft)):
        return
    draft.parent = parent
    if parent is not None:
        draft.relation = _relation(syntax, draft, parent)


def _under(parent: Draft, draft: Draft) -> bool:
    """Does the parent hang on the draft already? The mends above must not tie a knot."""
    over: Draft | None = parent
    while over is not None:
        if over is draft:
            return True
        over = over.parent
    return False


def _relation(syntax: Syntax, draft: Draft, parent: Draft) -> Relation:
    top, head = draft.top, syntax.head(draft.top)
    dep = top.dep
    if in_case(syntax, top) or provided(syntax, top):
        return Relation.ADVERBIAL
    if dep == "conj":
        return Relation.CONJUNCT if head is parent.token or head is parent.top else Relation.COMPLEMENT
    if dep == "relcl":
        marked = any(t.dep == "mark" or t.lower == "to" for t in syntax.children[draft.token.i])
        said = any(t.dep == "mark" and t.lower == "that" for t in syntax.children[draft.token.i])
        governed = said or (marked and governor_of(Frame.NOUN, head.lemma.lower()) is not None)
        return Relation.COMPLEMENT if governed else Relation.RELATIVE
    if dep == "acl":
        finite = any(t.dep == "mark" or t.lower == "to" for t in syntax.children[draft.token.i])
        return Relation.COMPLEMENT if finite else Relation.RELATIVE
    if dep == "pcomp":
        return Relation.ADVERBIAL if head.dep in ("prep", "mark") else Relation.COMPLEMENT
    if dep in COMPLEMENTS:
        return Relation.COMPLEMENT
    return Relation.ADVERBIAL if dep == "advcl" else Relation.MAIN


def _marker(syntax: Syntax, draft: Draft) -> str | None:
    if in_case(syntax, draft.top):
        case = syntax.head(draft.top).lower
        return f"{CASES[case]} {case}"
    for token in own_children(syntax, draft):
        if token.i >= draft.token.i:
            break
        before = syntax.tokens[token.i - 1].lower if token.i else ""
        if token.lower == "that" and token.dep == "mark" and governor_of(Frame.MARK, before):
            return before  # "provided that both sides disarm"
        if token.dep == "mark" or (token.tag in ("WRB", "WDT", "WP") and token.dep in ("advmod", "mark")):
            return token.lower
    if draft.top.dep == "conj" and _after_than(syntax, draft.top):
        return "than"
    if draft.top.dep == "pcomp":
        return syntax.head(draft.top).lower
    return syntax.head(draft.top).lower if provided(syntax, draft.top) else None


def provided(syntax: Syntax, token: Token) -> bool:
    """ "Provided the lawyers finish": the parse takes the conjunction for a verb."""
    if token.dep != "ccomp":
        return False
    over = syntax.head(token)
    if over.tag not in ("VBN", "VBG") or governor_of(Frame.MARK, over.lower) is None:
        return False
    return syntax.child(over.i, "nsubj", "nsubjpass", "aux", "auxpass") is None


def _after_than(syntax: Syntax, token: Token) -> bool:
    """ "Left rather than meet the king", which the parse joins like "and"."""
    between = [t for t in syntax.children[token.head] if t.dep in ("cc", "prep") and token.head < t.i < token.i]
    return bool(between) and between[-1].lower == "than"


def in_case(syntax: Syntax, token: Token) -> bool:
    """ "In case they meet", "on condition that they meet": the parse takes the clause for one that describes the case."""
    if token.dep not in ("relcl", "acl"):
        return False
    head = syntax.head(token)
    return head.dep == "pobj" and head.lower in CASES and syntax.head(head).lower == CASES[head.lower]


def _infinitive_before(syntax: Syntax, draft: Draft) -> Draft | None:
    """The infinitive that a bare one goes on from, where the parse hangs it on something finite."""
    top = draft.top
    if top.tag != "VB" or top.dep not in LOOSE or draft.top is not draft.token:
        return None
    if any(t.dep in HELPERS or t.dep in ("nsubj", "nsubjpass", "mark") for t in syntax.children[top.i]):
        return None
    head = syntax.head(top)
    if head.tag == "VB" and top.dep == "conj":
        return None
    for i in range(top.i - 1, syntax.annotated.sentence_of(top.i).first - 1, -1):
        earlier = syntax.drafts.get(i)
        if earlier is not None and earlier.token.i == i and earlier.token.tag == "VB" and _opened(syntax, earlier.token):
            return None if _hangs_on(syntax, earlier.token, top) else earlier
    return None


def _opened(syntax: Syntax, token: Token) -> bool:
    return any(t.dep in HELPERS for t in syntax.children[token.i])


def _hangs_on(syntax: Syntax, token: Token, over: Token) -> bool:
    while token.head != token.i:
        token = syntax.head(token)
        if token is over:
            return True
    return False


def noun_head(syntax: Syntax, token: Token) -> Token:
    """The first of the nouns that a noun is joined to by "and", or stands beside: it shares their place in the clause."""
    while token.dep in ("conj", "appos") and token.head != token.i:
        over = syntax.head(token)
        if over.pos not in NOUNS:
            break
        token = over
    return token
