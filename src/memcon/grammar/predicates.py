"""Which tokens are predicates: verbs that are no auxiliary, copulas, nouns that name an event or govern one.

Comes in: `Syntax`. Goes out: it holds a `Draft` for each predicate. "Is to meet", "is going to meet" and "used to meet" are one
predicate: the verb that follows, with the words before it as its auxiliaries. What has a subject or an auxiliary of its own is a
verb, whatever the tagger took it for ("talks resume").
"""

from functools import cache

from memcon.grammar.drafts import HELPERS, OBJECTS, SUBJECTS, Draft, Syntax
from memcon.model.annotated import Token
from memcon.model.clauses import Modality
from memcon.registers.engagements import nouns
from memcon.registers.governors import Frame, governing
from memcon.registers.plover import all_patterns

VERBS = frozenset(["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"])
NO_PREDICATES = HELPERS | {"amod", "compound", "nmod", "prep", "mark", "case", "det", "quantmod", "punct", "npadvmod", "cc"}
NO_NOUNS = frozenset(["compound", "nmod", "amod", "npadvmod"])
COMPLEMENTS = frozenset(["acomp", "attr", "oprd", "dobj", "ccomp", "prep", "nsubj"])
GOVERNED = frozenset(["acl", "relcl", "prep", "ccomp", "xcomp"])
ACTS = frozenset(Modality) - {Modality.NONE, Modality.MAY, Modality.SHOULD, Modality.WISH, Modality.CONSIDER}
DAYS = frozenset(["DATE", "TIME"])  # March is a month before it is a protest
COMMON = frozenset(["NN", "NNS"])
CLAUSAL = frozenset(["ROOT", "ccomp", "relcl", "conj", "advcl", "xcomp"])
TAKEN_FOR_NOUNS = frozenset(["NN", "NNS", "JJ"])


@cache
def event_nouns() -> frozenset[str]:
    """The lemmas of nouns that name an engagement or an event, or that govern one ("cancellation", "plan")."""
    events = (lemma for pattern in all_patterns() if pattern.pos == "noun" for lemma in pattern.lemmas)
    return frozenset([*nouns(), *events, *governing(Frame.NOUN)])


@cache
def idle_nouns() -> frozenset[str]:
    """Nouns that tell nothing where they govern nothing: "way", "time", "need"."""
    acts = {rule.word for rules in governing(Frame.NOUN).values() for rule in rules if rule.modality in ACTS}
    events = event_nouns() - governing(Frame.NOUN).keys()
    return frozenset(governing(Frame.NOUN).keys() - acts - events - nouns().keys())


def _governs(syntax: Syntax, noun: Token) -> bool:
    return any(t.dep in GOVERNED for t in syntax.children[noun.i])


def find_predicates(syntax: Syntax) -> None:
    """Make a draft for each predicate; semi-auxiliaries go into the draft of the verb that follows them."""
    named = event_nouns()
    drafts, fictions, idle = syntax.drafts, governing(Frame.UNREAL), idle_nouns()
    for token in syntax.tokens:
        tag, dep = token.tag, token.dep
        if tag in VERBS:
            if dep not in NO_PREDICATES:
                drafts[token.i] = Draft(token, token, nominal=False, tag=tag)
        elif tag in TAKEN_FOR_NOUNS and dep in CLAUSAL and (mended := _mended(syntax, token)):
            drafts[token.i] = Draft(token, token, nominal=False, tag=mended)
        elif tag[:2] == "NN":
            lemma = token.lemma if tag in COMMON else token.lemma.lower()
            if tag == "NNPS" and lemma not in named:
                lemma = lemma.removesuffix("s")  # "Holds Talks": a name in the plural keeps its form
            if lemma in fictions:
                syntax.tells_fiction = True
            if (
                lemma in named
                and dep not in NO_NOUNS
                and token.entity not in DAYS
                and (lemma not in idle or _governs(syntax, token))
            ):
                drafts[token.i] = Draft(token, token, nominal=True, tag=tag)
        elif tag == "MD" and dep not in NO_PREDICATES:
            drafts[token.i] = Draft(token, token, nominal=False, tag=tag)  # ellipsis: "he wanted to, but could not"
    _absorb_semi_auxiliaries(syntax)


def _mended(syntax: Syntax, token: Token) -> str | None:
    """The tag of a verb that was taken for a noun or an adjective: it has an auxiliary, or a subject and no copula."""
    subject = acts = False
    for child in syntax.children[token.i]:
        if child.dep in HELPERS and child.tag in ("TO", "MD", "VBD", "VBZ", "VBP"):
            return "VB"
        subject = subject or child.dep in SUBJECTS
        acts = acts or child.dep in OBJECTS
    if not subject or token.dep not in ("ROOT", "conj", "relcl"):
        return None
    if token.tag == "JJ":
        return "VBD" if acts and token.lower.endswith("ed") else None
    return "VBZ" if token.tag == "NNS" else "VBP"


def _absorb_semi_auxiliaries(syntax: Syntax) -> None:
    for draft in list(syntax.drafts.values()):
        token = draft.token
        if draft.nominal or token.dep != "xcomp" or token.head == token.i:
            continue
        over = syntax.tokens[token.head]
        if over.i not in syntax.drafts or not _semi(syntax, over, token):
            continue
        helpers = [t for t in syntax.children[token.i] if t.dep in HELPERS]
        if helpers and helpers[0].lower == "to":
            above = syntax.drafts[over.i]  # "is going to be to meet": what it goes into may have gone into another before
            draft.top = above.top
            draft.helpers = [*above.helpers, *(t for t in syntax.children[over.i] if t.dep in HELPERS), over, *helpers]
            syntax.drafts[over.i] = syntax.drafts[above.top.i] = draft


def _semi(syntax: Syntax, over: Token, verb: Token) -> bool:
    """Is it "is to", "is going to", "used to", "ought to"? "The aim is to" and "he is ready to" are not."""
    word = over.lower if over.tag in ("VBG", "MD") else over.lemma
    rules = governing(Frame.AUX).get(word, ())
    if not any(rule.particle == "to" for rule in rules):
        return False
    if over.lemma != "be":
        return syntax.child(over.i, "dobj") is None  # "use a visit to win the vote"
    if any(t.tag in ("WRB", "WP") for t in syntax.tokens[over.i + 1 : verb.i]):
        return False  # "the question has been how to lift the ban"
    aims = event_nouns() - nouns().keys()
    beside = [
        t for t in syntax.children[over.i] if t.dep in COMPLEMENTS and t is not verb and (t.dep != "prep" or t.i > over.i)
    ]
    if inverted_subject(syntax, over, verb) is not None:
        beside = [t for t in beside if t.dep != "attr"]
    return not any(t.dep != "nsubj" or t.lemma in aims for t in beside)


def inverted_subject(syntax: Syntax, over: Token, verb: Token) -> Token | None:
    """ "Were [the premier] to visit": the parse takes the subject for a predicate noun."""
    if over.lower != "were" or syntax.child(over.i, "nsubj", "nsubjpass") is not None:
        return None
    return next((t for t in syntax.children[over.i] if t.dep == "attr" and over.i < t.i < verb.i), None)


def own_children(syntax: Syntax, draft: Draft) -> list[Token]:
    """The children of the predicate, and of the word that stands for it."""
    children = syntax.children[draft.token.i]
    if draft.top is draft.token:
        return children
    return [t for t in syntax.children[draft.top.i] if t is not draft.token] + children
