"""The form of a verb: tense, aspect, voice, modal and polarity, as its own words say.

Comes in: a `Draft` and its `Syntax`. Goes out: the fields form, key, tense, aspect, modality, passive and polarity of the draft.
`key` names the form in the table of governors, whose frame "form" says what happened by that form alone.
"""

from memcon.grammar.drafts import HELPERS, Draft, Syntax
from memcon.grammar.predicates import own_children
from memcon.model.annotated import Token
from memcon.model.clauses import Aspect, Form, Polarity, Relation, Tense
from memcon.registers.governors import Frame, Governor, governor_of

HAVE = frozenset(["have", "has", "had", "'ve", "’ve", "having", "ve"])
BE = frozenset(
    ["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "’s", "’re", "’m", "get", "got"]
)
DO = frozenset(["do", "does", "did"])
PAST = frozenset(["had", "was", "were", "did", "used", "got"])
NOT = frozenset(["not", "n't", "n’t", "never", "nor", "neither"])
TENSED = frozenset(["VBD", "VBZ", "VBP", "MD"])
BARE = frozenset(["VB", "VBN", "VBG"])


def read_form(syntax: Syntax, draft: Draft) -> None:
    """Set what the verb's own form says. Its parent, where it is a conjunct, has been read before."""
    token = draft.token
    children = own_children(syntax, draft)
    if not draft.helpers:
        draft.helpers = [t for t in children if t.dep in HELPERS]
    if not draft.helpers and draft.relation is Relation.CONJUNCT and draft.parent and not _has_subject(children):
        draft.helpers = _shared(draft.parent, token)
    words = [t.lower for t in draft.helpers]
    draft.polarity = _polarity(syntax, draft, children)
    modal = _modal(draft, words)
    perfect = any(w in HAVE for w in words) or ("'d" in words and token.tag == "VBN" and modal is None)
    being = [w for w in words if w in BE]
    draft.passive = token.tag in ("VBN", "VBD") and bool(being)
    progressive = (token.tag == "VBG" and bool(being)) or (draft.passive and "being" in words)
    draft.aspect = Aspect.UNDER_WAY if progressive else Aspect.COMPLETED if perfect else Aspect.NONE
    if modal is not None:
        _with_modal(draft, modal, words, perfect)
    elif "to" in words:
        draft.form, draft.key = Form.INFINITIVE, "perfect infinitive" if perfect else "infinitive"
    elif draft.helpers and token.tag in ("VBG", "VBN", "VB", "VBP", "VBD") and not _finite_helper(draft.helpers):
        draft.form, draft.key = Form.GERUND, "gerund"  # "having met", "being received"
    elif draft.helpers:
        _with_helpers(draft, words, perfect, progressive)
    else:
        _alone(draft, children)


def _has_subject(children: list[Token]) -> bool:
    return any(t.dep in ("nsubj", "nsubjpass", "expl") for t in children)


def _shared(parent: Draft, token: Token) -> list[Token]:
    """The auxiliaries that a conjunct shares with the verb before it: "will meet and talk", "was fined and jailed"."""
    if token.tag not in BARE or parent.nominal:
        return []
    kind = parent.token.tag
    if token.tag == kind or (token.tag == "VBN" and kind == "VBD"):
        return parent.helpers
    return []


def _finite_helper(helpers: list[Token]) -> bool:
    return any(t.tag in TENSED for t in helpers)


def _modal(draft: Draft, words: list[str]) -> Governor | None:
    """The rule of the modal among the auxiliaries, or of "is to", "is going to"."""
    for helper in draft.helpers:
        if helper.lower in ("'d", "’d") and draft.token.tag == "VBN" and not any(w in HAVE for w in words):
            continue
        if helper.tag == "MD" and (rule := governor_of(Frame.AUX, helper.lower)):
            return rule
    if draft.top is draft.token:
        return None
    over = draft.top
    return governor_of(Frame.AUX, over.lower if over.tag == "VBG" else over.lemma, frozenset(["to"]))


def _with_modal(draft: Draft, modal: Governor, words: list[str], perfect: bool) -> None:
    draft.modality = modal.modality
    draft.form = Form.INFINITIVE if draft.top.lemma == "be" and draft.top is not draft.token else Form.FINITE
    past = any(w in PAST for w in words)
    name = modal.name.removeprefix("aux: ")
    draft.tense = Tense.FUTURE if modal.modality.value == "will" else Tense.PRESENT
    draft.key = f"aux: {name}"
    if modal.word == "use":
        draft.tense, draft.aspect = Tense.PAST, Aspect.HABITUAL
    elif perfect:
        draft.key, draft.tense = f"{name} have", Tense.PAST
    elif past and draft.top is not draft.token:
        draft.key, draft.tense = f"was {name.partition(' ')[2] or name}", Tense.FUTURE


def _with_helpers(draft: Draft, words: list[str], perfect: bool, progressive: bool) -> None:
    draft.tense = Tense.PAST if any(w in PAST for w in words) else Tense.PRESENT
    parts = [draft.tense.value]
    if perfect:
        parts.append("perfect")
    if progressive:
        parts.append("progressive")
    elif draft.passive and draft.tense is Tense.PRESENT and not perfect:
        parts.append("passive")
    draft.key = " ".join(parts)


def _alone(draft: Draft, children: list[Token]) -> None:
    """A verb without auxiliaries."""
    token, subject = draft.token, _has_subject(children)
    tag = token.tag
    if tag == "VBN" and subject and token.dep not in ("acl", "amod"):
        tag = "VBD"  # the tagger's error: a participle has no subject of its own
    if tag == "VBD" and token.dep == "acl" and not subject:
        tag = "VBN"
    if tag == "VBD":
        draft.tense, draft.key = Tense.PAST, "past"
    elif tag in ("VBZ", "VBP"):
        draft.tense, draft.key = Tense.PRESENT, "present"
    elif tag == "VBN":
        draft.form, draft.key, draft.passive = Form.PARTICIPLE, "past participle", True
    elif tag == "VBG":
        draft.form = Form.PARTICIPLE if token.dep in ("acl", "advcl") else Form.GERUND
        draft.key = "gerund"
    elif subject:
        draft.tense, draft.key = Tense.PRESENT, "subjunctive"
    elif token.head == token.i:
        draft.form, draft.key = Form.IMPERATIVE, "imperative"
    else:
        draft.form, draft.key = Form.INFINITIVE, "infinitive"


def _polarity(syntax: Syntax, draft: Draft, children: list[Token]) -> Polarity:
    for token in children:
        lower = token.lower
        if token.dep == "neg" or lower in NOT:
            if not (draft.top is not draft.token and lower == "neither" and token.dep == "cc"):
                return Polarity.NEGATIVE
        elif token.dep in ("nsubj", "nsubjpass", "dobj", "attr", "advmod", "prep") and _denying(syntax, token):
            return Polarity.NEGATIVE
    return Polarity.POSITIVE


def _denying(syntax: Syntax, token: Token) -> bool:
    """ "No envoy", "nobody", "hardly": a word that denies the verb it hangs on."""
    if token.dep == "prep":
        noun = next((t for t in syntax.children[token.i] if t.dep == "pobj"), None)
        return noun is not None and token.lower == "at" and _denying_word(syntax, noun)
    return _denying_word(syntax, token)


def _denying_word(syntax: Syntax, token: Token) -> bool:
    if governor_of(Frame.ADVERB, f"{token.lower}") and token.lower in deniers():
        return True
    return any(
        t.i < token.i and t.lower in deniers()
        for t in syntax.children[token.i]
        if t.dep in ("det", "neg", "preconj", "predet")
    )


def deniers() -> frozenset[str]:
    """Words that deny what they stand with."""
    return frozenset(["no", "nobody", "none", "neither", "nothing", "hardly", "barely", "scarcely", "never", "nowhere"])
