"""The form of a verb: tense, aspect, voice, modal and polarity, as its own words say.

Comes in: a `Draft` and its `Syntax`; of a conjunct, the verb before it has been read. Goes out: the fields form, base, tense,
aspect, modality, passive and polarity. `base` is the line of the table that says what happened by the form alone.
"""

from collections.abc import Sequence

from memcon.grammar.drafts import HELPERS, Draft, Syntax
from memcon.grammar.polarity import denied_in_front, polarity_of
from memcon.grammar.predicates import own_children
from memcon.model.annotated import Token
from memcon.model.clauses import Aspect, Form, Modality, Polarity, Relation, Tense
from memcon.registers.cues import attribution
from memcon.registers.governors import Frame, Governor, governor_of
from memcon.registers.word_lists import function_words

HAVE = frozenset(["have", "has", "had", "'ve", "’ve", "having"])
BE = frozenset(
    ["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "’s", "’re", "’m", "get", "got"]
)
PAST = frozenset(["had", "was", "were", "did", "used", "got"])
HAD = frozenset(["'d", "’d"])  # before a participle; else it is "would"
AUXILIARY = frozenset(["MD", "TO", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "POS"])
TENSED = frozenset(["VBD", "VBZ", "VBP", "MD"])
BARE = frozenset(["VB", "VBN", "VBG"])
OPENING = frozenset(["``", "''", ":", "-LRB-", ","])


def read_form(syntax: Syntax, draft: Draft) -> None:
    """Set what the verb's own form says."""
    children = own_children(syntax, draft)
    if not draft.helpers:
        draft.helpers = [t for t in children if t.dep in HELPERS and t.tag in AUXILIARY]
    if not draft.helpers and draft.relation is Relation.CONJUNCT and draft.parent and not _has_subject(children):
        draft.helpers = _shared(draft.parent, draft) or _shared_had(syntax, draft.parent, draft)
    draft.polarity = polarity_of(syntax, draft, children)
    if draft.polarity is Polarity.POSITIVE and any(denied_in_front(syntax, t) for t in draft.helpers if t is not draft.top):
        draft.polarity = Polarity.NEGATIVE
    if not draft.helpers:
        _alone(syntax, draft, children)
        return
    words = [t.lower for t in draft.helpers]
    being = [t for t in draft.helpers if t.lower in BE and t.lemma != "have" and t is not draft.top]
    had = any(w in HAD for w in words) and draft.tag == "VBN"
    having = [t for t in draft.helpers if t.lower in HAVE or t.lemma == "have"]  # "she's held talks"
    perfect = had or any(t.i > draft.top.i or draft.top is draft.token for t in having)
    draft.passive = draft.tag in ("VBN", "VBD") and bool(being)
    finite = any(t.tag in TENSED or t.tag == "TO" for t in draft.helpers)
    progressive = finite and bool(being) and (draft.tag == "VBG" or (draft.passive and "being" in words))
    draft.aspect = Aspect.UNDER_WAY if progressive else Aspect.COMPLETED if perfect else Aspect.NONE
    if modal := _modal(syntax, draft, words):
        _with_modal(draft, modal, words, perfect)
    elif "to" in words:
        draft.form, draft.base = Form.INFINITIVE, _form("perfect infinitive" if perfect else "infinitive")
        if draft.token.dep == "ROOT" and not perfect and _has_subject(children):
            draft.tense, draft.base = Tense.FUTURE, _form("headline infinitive")  # "Tuesday: the king to meet the envoy."
            draft.modality = Modality.WILL
    elif words[0] == "having" or (not had and not any(t.tag in TENSED for t in draft.helpers)):
        _untensed(draft, words, perfect, children)
    else:
        _with_helpers(draft, words, perfect, progressive)


def _form(name: str) -> Governor | None:
    return governor_of(Frame.FORM, name)


def _has_subject(children: list[Token]) -> bool:
    return any(t.dep in ("nsubj", "nsubjpass", "expl") for t in children)


def _shared(parent: Draft, draft: Draft) -> Sequence[Token]:
    """The auxiliaries that a conjunct shares with the verb before it: "will meet and talk", "was fined and jailed"."""
    if parent.nominal:
        return []
    if draft.tag == "VBP" and parent.tag == "VB" and parent.helpers:
        draft.tag = "VB"  # "will hold talks, attend a dinner": a bare form, whatever the tagger says
    modal = parent.helpers[:1]
    if draft.tag in ("VB", "VBP") and parent.tag in ("VBN", "VBG") and modal and modal[0].tag == "MD":
        draft.tag = "VB"
        return modal  # "will be received by the king and hold talks"
    if draft.tag not in BARE:
        return []
    if draft.tag == parent.tag or (draft.tag == "VBN" and parent.tag == "VBD"):
        return parent.helpers
    return []


def _shared_had(syntax: Syntax, parent: Draft, draft: Draft) -> Sequence[Token]:
    """The "had" of "had travelled to Oslo and met the king", where the tagger takes the participle for a past form."""
    perfect = parent.aspect is Aspect.COMPLETED and parent.tense is Tense.PAST and not parent.passive
    if not perfect or draft.tag != "VBD" or draft.token.lower in function_words("only_past"):
        return []
    between = [t for t in syntax.children[parent.token.i] if t.dep == "cc"]
    if not between or any(t.lower not in function_words("adding") for t in between):
        return []
    draft.tag = "VBN"
    return parent.helpers


def _modal(syntax: Syntax, draft: Draft, words: list[str]) -> Governor | None:
    """The rule of the modal among the auxiliaries, or of "is to", "is going to"."""
    for helper in draft.helpers:
        if helper.lower in HAD and draft.tag == "VBN" and not any(w in HAVE for w in words):
            continue
        if helper.tag == "MD" and (rule := governor_of(Frame.AUX, helper.lower, frozenset(["to"]))):
            return rule
    if draft.top is draft.token:
        return None
    over = draft.top
    with_it = frozenset(["to", *(t.lower for t in syntax.children[over.i] if t.dep == "advmod")])
    return governor_of(Frame.AUX, over.lower if over.tag in ("VBG", "MD") else over.lemma, with_it)


def _with_modal(draft: Draft, modal: Governor, words: list[str], perfect: bool) -> None:
    lifted = draft.top is not draft.token
    draft.modality, draft.base = modal.modality, modal
    draft.form = Form.INFINITIVE if lifted else Form.FINITE
    past = any(w in PAST for w in words)
    name = f"{modal.word} {modal.particle}".strip()
    draft.tense = Tense.FUTURE if modal.modality is Modality.WILL else Tense.PRESENT
    if modal.modality is Modality.NONE:  # "used to"
        draft.tense, draft.aspect = Tense.PAST, Aspect.HABITUAL
    elif perfect:
        draft.base = _form(f"{name} have") or modal
        draft.tense = draft.tense if draft.base.factuality is modal.factuality and not lifted else Tense.PAST
    elif past and lifted:
        draft.base = _form(f"{'had been' if 'been' in words else 'was'} {name}".replace(" be ", " ")) or modal


def _untensed(draft: Draft, words: list[str], perfect: bool, children: list[Token]) -> None:
    """ "Having met", "being received"; "do not receive"."""
    if words == ["be"] and draft.passive and _has_subject(children) and any(t.dep == "mark" for t in children):
        draft.tense, draft.base = Tense.PRESENT, _form("subjunctive")  # "agreed that it be called"
    elif "do" in words:
        draft.form, draft.base = Form.IMPERATIVE, _form("imperative")
    else:
        draft.form = Form.PARTICIPLE if draft.token.dep in ("advcl", "acl") else Form.GERUND
        draft.base = _form("perfect gerund" if perfect else "gerund")


def _with_helpers(draft: Draft, words: list[str], perfect: bool, progressive: bool) -> None:
    draft.tense = Tense.PAST if any(w in PAST or w in HAD for w in words) else Tense.PRESENT
    parts = [draft.tense.value]
    if perfect:
        parts.append("perfect")
    if progressive:
        parts.append("progressive")
    elif draft.passive and not perfect:
        parts.append("passive")
    draft.base = _form(" ".join(parts))


def _alone(syntax: Syntax, draft: Draft, children: list[Token]) -> None:
    """A verb without auxiliaries."""
    token, subject, tag = draft.token, _has_subject(children), draft.tag
    if tag == "VBN" and subject and token.dep not in ("acl", "amod"):
        tag = "VBD"  # the tagger's error: a participle has no subject of its own
    if tag == "VBD" and token.dep == "acl" and not subject:
        tag = "VBN"
    if tag == "VBN" and token.dep == "acl" and (_whole_sentence(syntax, token) or _happens(syntax, token)):
        tag = "VBD"
    if tag == "VBD":
        draft.tense, draft.base = Tense.PAST, _form("past")
    elif tag == "VBZ" or (tag == "VBP" and not _demanded(token, children)):
        draft.tense, draft.base = Tense.PRESENT, _form("present")
    elif tag == "VBN":
        draft.form, draft.base, draft.passive = Form.PARTICIPLE, _form("past participle"), True
    elif tag == "VBG":
        draft.form = Form.PARTICIPLE if token.dep in ("acl", "advcl", "ROOT") else Form.GERUND
        draft.base = _form("gerund")
    elif subject:
        draft.tense, draft.base = Tense.PRESENT, _form("subjunctive" if token.dep == "ccomp" else "present")
    elif token.head == token.i or _opens(syntax, token):
        draft.form, draft.base = Form.IMPERATIVE, _form("imperative")
    else:
        draft.form, draft.base = Form.INFINITIVE, _form("infinitive")


def _whole_sentence(syntax: Syntax, verb: Token) -> bool:
    """ "Overnight, the two ministers conferred by telephone.": the only verb of a full sentence about people."""
    noun = syntax.tokens[verb.head]
    if noun.head != noun.i or (
        noun.lemma.lower() not in attribution().people and noun.entity not in ("PERSON", "GPE", "NORP")
    ):
        return False
    sentence = syntax.annotated.sentence_of(verb.i)
    return syntax.tokens[sentence.last - 1].text == "." and governor_of(Frame.OBJECT, verb.lemma) is None


def _happens(syntax: Syntax, verb: Token) -> bool:
    """ "The talks adjourned at noon.": a noun of an event with a verb that has it as its subject only."""
    noun = syntax.tokens[verb.head]
    if noun.i not in syntax.drafts or governor_of(Frame.SUBJECT, verb.lemma) is None:
        return False
    return not any(governor_of(frame, verb.lemma) for frame in (Frame.OBJECT, Frame.LIGHT))


def _demanded(token: Token, children: list[Token]) -> bool:
    """ "That the envoy meet the king": a bare form with a subject in the singular."""
    single = any(t.dep == "nsubj" and (t.tag == "NN" or t.lower in ("he", "she", "it")) for t in children)
    return token.dep == "ccomp" and single and not any(t.dep == "conj" for t in children)


def _opens(syntax: Syntax, token: Token) -> bool:
    """Does it open its sentence or quotation, as an imperative does?"""
    if token.dep not in ("advcl", "xcomp", "ccomp"):
        return False
    first = syntax.annotated.sentence_of(token.i).first
    return token.i == first or (syntax.tokens[token.i - 1].tag in ("``", "''", ":") and token.i - first < 4)
