"""What the next sentence denies of what was reported: "Papers wrote that the two met in Lima. That is not true."

Comes in: a `Draft` that tells, by somebody's word, what happened. Goes out: the rule of a denial, or None. Asked is the first sentence
behind it that is no question: its main verb, or that of what somebody says in it, is a form of "be" with "that", "it" or a noun of what is
told for its subject. Refused: a denial of something else that is named ("The figure is false", "it is not true that they quarrelled", "your
report is false", "that is not the case with him").
"""

from itertools import islice

from memcon.grammar.drafts import Draft, Syntax
from memcon.model.annotated import Token
from memcon.model.clauses import Factuality, Relation
from memcon.registers.cues import cues
from memcon.registers.engagements import nouns, verbs, words
from memcon.registers.governors import Frame, Governor, governor_of

ASKED = 3  # sentences behind it, questions among them
POINTING = frozenset(["that", "this", "it", "these", "those", "they"])
DETERMINERS = frozenset(["the", "this", "that", "these", "those", "such"])
NAMING = frozenset(["acl", "relcl", "ccomp", "prep", "appos", "poss"])  # what tells one report from others
LIMITING = frozenset(["ccomp", "xcomp", "csubj", "expl", "advcl"])
NESTED = 12  # clauses, one in the other, through which what somebody says is looked for


def denied_behind(syntax: Syntax, draft: Draft) -> Governor | None:
    """The rule of the denial behind a clause that is somebody's word."""
    named = nouns() if draft.nominal else verbs()
    if draft.token.lemma.lower() not in named or not _is_told(syntax, draft):
        return None
    sentences = syntax.annotated.sentences
    at = draft.token.sentence
    for sentence in islice(sentences, at + 1, at + 1 + ASKED):
        if sentence.index in syntax.asked or syntax.tokens[sentence.last - 1].text == ":":
            continue  # "Could you comment? Answer:"
        tokens = syntax.tokens[sentence.first : sentence.last]
        return governor_of(Frame.FORM, "denied behind it") if any(_denies(syntax, t) for t in tokens) else None
    return None


def _is_told(syntax: Syntax, draft: Draft) -> bool:
    """Does it stand in what somebody says or writes, or in reports?"""
    over: Draft | None = draft
    for _ in range(NESTED):
        if over is None:
            return False
        if over is not draft and over.token.lemma in cues():
            return True
        if over.token.i in syntax.according or syntax.head(over.top).lemma.lower() in words("what_is_told"):
            return True
        over = over.parent if over.relation is not Relation.MAIN else None
    return False


def _denies(syntax: Syntax, token: Token) -> bool:
    """ "Is false" of "This information is false", "is not true" of "It is not true"."""
    if token.lemma != "be" or token.dep not in ("ROOT", "ccomp"):
        return False
    below = syntax.children[token.i]
    subject = next((t for t in below if t.dep == "nsubj"), None)
    if subject is None or not _is_of_it_all(syntax, token, subject):
        return False
    said = [t for t in below if t.dep in ("acomp", "attr") and t.i > token.i]
    if any(_says_more(syntax, t) for t in said):
        return False
    rules = (governor_of(Frame.PREDICATE, t.lemma.lower()) for t in said)
    if any(rule is not None and rule.factuality is Factuality.DENIED for rule in rules):
        return not any(t.dep == "neg" for t in below)
    return any(t.lemma.lower() in words("true") for t in said) and any(t.dep == "neg" for t in below)


def _is_of_it_all(syntax: Syntax, verb: Token, subject: Token) -> bool:
    """ "This report is"; not "the claim that they quarrelled is", "your report is", "it is not true that", "it is, he said of grain"."""
    if not (subject.lower in POINTING or subject.lemma.lower() in words("what_is_told")):
        return False
    for token in syntax.children[subject.i]:
        pointing = token.dep == "det" or token.lower == "such"
        if token.dep in NAMING or (token.dep in ("det", "amod") and not (pointing and token.lower in DETERMINERS)):
            return False
    if any(t.dep in LIMITING or (t.dep == "prep" and t.i > verb.i) for t in syntax.children[verb.i]):
        return False
    over = syntax.head(verb)
    return over is verb or not any(t.dep == "prep" and t.lower in ("of", "about") for t in syntax.children[over.i])


def _says_more(syntax: Syntax, predicate: Token) -> bool:
    """ "Not a fact of great weight", "not quite accurate", "not true that"."""
    return any(t.dep not in ("det", "punct", "cc", "conj") for t in syntax.children[predicate.i])
