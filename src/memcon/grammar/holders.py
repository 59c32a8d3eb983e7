"""By whose word: the speaker over a clause, "according to X", who denies it, whose quotation it is; or the report itself.

Comes in: a `Draft`, all arguments read, its parents' holders too. Goes out: its holder, the head of the speaker's phrase.
"""

from memcon.grammar.drafts import NOUNS, Draft, Syntax
from memcon.grammar.polarity import denying
from memcon.model.annotated import Quotation
from memcon.model.clauses import Factuality, Form, Modality, Relation
from memcon.registers.cues import cues
from memcon.registers.governors import Frame, governor_of

CLAUSAL = frozenset(["that", "quote"])
NEAR = 8  # tokens between a quotation and the verb of its speaker
TELLING = frozenset(["say", "deny", "tell"])  # groups of cues whose infinitive or gerund is told: "claims to have met"


def read_holder(syntax: Syntax, draft: Draft) -> None:
    """Set who says it."""
    parent = draft.parent
    found = _according(syntax, draft)
    if found is None and parent is not None:
        found = _speaker(syntax, draft, parent)
        if found is None and not (draft.token.dep == "parataxis" and _speaks(draft)):
            found = parent.holder
    if found is None:
        found = _afterthought(syntax, draft)
    if found is None and not _speaks(draft):
        found = _of_quotation(syntax, draft)
    draft.holder = found


def _speaker(syntax: Syntax, draft: Draft, parent: Draft) -> int | None:
    if parent.nominal:
        return _denier(draft, parent)
    if draft.nominal:
        rule = governor_of(Frame.OBJECT, parent.token.lemma)
        return (
            _first(parent.agents)
            if rule and rule.factuality is Factuality.DENIED and draft.token.i in parent.patients
            else None
        )
    told = draft.form in (Form.FINITE, Form.IMPERATIVE)
    if draft.relation is not Relation.COMPLEMENT and draft.form is not Form.IMPERATIVE:
        return None
    if parent.agents and denying(syntax, syntax.tokens[parent.agents[0]]):
        return None  # "nobody doubts that"
    if told and _quoted(syntax, draft, parent):
        return _first(parent.agents)
    for cue in cues().get(parent.token.lemma, ()):
        if CLAUSAL & cue.frames and (told or (cue.group in TELLING and not _commits(parent))):
            return _first(parent.agents)
    return None


def _commits(parent: Draft) -> bool:
    """ "Pledged to hold", "agreed to postpone": who commits himself is quoted for nothing."""
    rule = governor_of(Frame.TO, parent.token.lemma)
    return rule is not None and rule.modality is not Modality.NONE


def _quoted(syntax: Syntax, draft: Draft, parent: Draft) -> bool:
    """ "They have been meeting," sighed a waiter: whatever the verb, its complement stands between quotation marks."""
    quotation = syntax.annotated.quotation_at(draft.token.i)
    return quotation is not None and syntax.annotated.quotation_at(parent.token.i) is None


def _denier(draft: Draft, noun: Draft) -> int | None:
    """ "The ministry rejected claims of talks", "dismissed a report that"."""
    over, rule = noun.parent, governor_of(Frame.NOUN, noun.token.lemma.lower())
    if (
        over is None
        or over.nominal
        or rule is None
        or rule.modality is not Modality.NONE
        or noun.token.i not in over.patients
    ):
        return None
    deed = governor_of(Frame.OBJECT, over.token.lemma)
    denies = deed is not None and (deed.factuality is Factuality.DENIED or deed.modality is Modality.REFUSE)
    return _first(over.agents) if denies else None


def _first(heads: tuple[int, ...]) -> int | None:
    return heads[0] if heads else None


def _speaks(draft: Draft) -> bool:
    return any(CLAUSAL & cue.frames for cue in cues().get(draft.token.lemma, ()))


def _according(syntax: Syntax, draft: Draft) -> int | None:
    token = syntax.according.get(draft.token.i)
    if token is None or token.dep not in ("prep", "advmod", "advcl"):
        return None
    to = syntax.child(token.i, "prep")
    noun = syntax.child(to.i, "pobj") if to else None
    return noun.i if noun else None


def _afterthought(syntax: Syntax, draft: Draft) -> int | None:
    """ "The two met, the ministry said", "the two, the agency reported, will meet", as the parse hangs them."""
    for clause in draft.below:
        if not _speaks(clause):
            continue
        if clause.token.dep == "parataxis" and clause.agents:
            return clause.agents[0]
        between = clause.token.dep == "ccomp" and clause.patients and clause.token.i < draft.token.i and not clause.subjects
        if between and syntax.tokens[clause.token.i - 1].text == ",":
            return clause.patients[0]  # "in Lima, reported the agency, the two met"
    return None


def _of_quotation(syntax: Syntax, draft: Draft) -> int | None:
    """The speaker beside the quotation that the clause stands in, where the parse keeps them apart."""
    quotation = syntax.annotated.quotation_at(draft.token.i)
    if quotation is None:
        return None
    if quotation.index not in syntax.speakers:
        syntax.speakers[quotation.index] = _beside(syntax, quotation)
    return syntax.speakers[quotation.index]


def _beside(syntax: Syntax, quotation: Quotation) -> int | None:
    tokens, bounds = syntax.tokens, syntax.annotated
    for i in range(quotation.last, min(quotation.last + NEAR, len(tokens))):
        if bounds.sentences[tokens[i].sentence].paragraph != quotation.paragraph or tokens[i].text == ".":
            break
        draft = syntax.drafts.get(i)
        if draft is not None and not draft.nominal and _speaks(draft) and draft.form is Form.FINITE:
            return _first(draft.agents) if draft.agents else _first(draft.patients)
    colon = _before_colon(syntax, quotation)
    return colon if colon is not None else _between(syntax, quotation)


def _between(syntax: Syntax, quotation: Quotation) -> int | None:
    """ "..., " said the premier. "We will meet again.": who spoke between this quotation and the one before it."""
    before = syntax.annotated.quotations[quotation.index - 1] if quotation.index else None
    if before is None or before.paragraph != quotation.paragraph:
        return None
    for i in range(before.last, quotation.first):
        draft = syntax.drafts.get(i)
        if draft is not None and not draft.nominal and _speaks(draft) and draft.form is Form.FINITE:
            return _first(draft.agents)
    return None


def _before_colon(syntax: Syntax, quotation: Quotation) -> int | None:
    """ "Ms Pacheco: "I am flying home.\""""
    tokens = syntax.tokens
    at = quotation.first - 1
    while at > 0 and tokens[at].tag in ("``", "''"):
        at -= 1
    if at <= 0 or tokens[at].text != ":" or tokens[at - 1].pos not in NOUNS:
        return None
    opens = syntax.annotated.sentence_of(at - 1).first
    return at - 1 if all(t.pos in NOUNS or t.pos in ("ADJ", "DET", "ADP", "PART") for t in tokens[opens : at - 1]) else None
