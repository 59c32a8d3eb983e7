"""Whether what a clause tells happened, is planned, possible, undone or denied: its own form and what governs it, put together.

Comes in: a `Draft` with its form, arguments and parent. Goes out: its modality, condition, factuality, governor and rule. Each
clause asks those that it stands in, so the outer ones are decided first; a relative clause asks nobody.
"""

from memcon.grammar.conditions import condition_of, counterfactual, hangs_on_condition
from memcon.grammar.drafts import Draft, Syntax
from memcon.grammar.governing import Governed, by_modifier, by_participle, over_noun, over_verb
from memcon.grammar.timing import looks_ahead
from memcon.model.clauses import Condition, Factuality, Form, Modality, Relation, Tense
from memcon.registers.governors import NEGATED, Frame, Governor, governor_of

REALISED = frozenset([Factuality.HAPPENED, Factuality.UNDER_WAY])
DECISIVE = frozenset([Factuality.HAPPENED, Factuality.UNDER_WAY, Factuality.UNDONE, Factuality.DENIED])
GIVEN_UP = frozenset([Modality.CALL_OFF, Modality.PUT_OFF])
STAYED_AWAY = frozenset([Modality.REFUSE, Modality.FAIL])


def decide(syntax: Syntax, draft: Draft) -> None:
    """Set what becomes of a clause; does nothing where that is set already."""
    if draft.decided:
        return
    draft.decided = True
    if draft.parent is not None and draft.relation is not Relation.RELATIVE:
        decide(syntax, draft.parent)
    if draft.nominal:
        _decide_noun(syntax, draft)
    else:
        _decide_verb(syntax, draft)


def _set(draft: Draft, rule: Governor | None, factuality: Factuality) -> None:
    draft.factuality = factuality
    draft.rule = rule.name if rule else draft.rule


def _decide_verb(syntax: Syntax, draft: Draft) -> None:
    rule = governor_of(Frame.FORM, draft.key) or governor_of(Frame.AUX, draft.key.removeprefix("aux: "))
    _set(draft, rule, (rule.factuality if rule else None) or Factuality.UNKNOWN)
    if draft.key == "present" or draft.key == "present progressive":
        looks_ahead(syntax, draft)
    if draft.relation is Relation.CONJUNCT and draft.parent is not None and _shares(draft, draft.parent):
        _copy(draft, draft.parent)
        return
    governed = over_verb(syntax, draft)
    if draft.form is Form.FINITE:
        _finite(syntax, draft, governed)
    else:
        _not_finite(syntax, draft, governed)
    if draft.negative and draft.factuality is not Factuality.DENIED:
        draft.factuality = NEGATED[draft.factuality]
    _conditions(syntax, draft)
    _adverbs(syntax, draft)


def _shares(draft: Draft, parent: Draft) -> bool:
    """Does a conjunct go with the verb before it: bare, or with the same auxiliaries?"""
    return not draft.negative and (draft.helpers is parent.helpers or draft.form is not Form.FINITE) and not draft.marker


def _copy(draft: Draft, parent: Draft) -> None:
    draft.modality, draft.condition, draft.factuality = parent.modality, parent.condition, parent.factuality
    draft.governor, draft.rule = parent.governor, parent.rule
    if draft.form is not Form.FINITE and parent.form is not Form.FINITE:
        draft.tense, draft.form = parent.tense, parent.form
    elif draft.helpers is parent.helpers:
        draft.tense, draft.aspect = parent.tense, parent.aspect


def _finite(syntax: Syntax, draft: Draft, governed: Governed | None) -> None:
    origin = _origin(draft)
    if governed is None and origin is not draft:
        governed = over_verb(syntax, origin)
    over = origin.parent
    if (
        draft.key == "aux: would"
        and over is not None
        and origin.relation is Relation.COMPLEMENT
        and over.tense is Tense.PAST
    ):
        rule = governor_of(Frame.FORM, "would of a report")
        draft.tense, draft.modality = Tense.FUTURE, Modality.WILL
        _set(draft, rule, Factuality.SCHEDULED)
    if governed is None:
        return
    rule, over = governed.rule, governed.over
    if over is not None:
        decide(syntax, over)
    found = through(rule, over)
    denied = over is not None and (over.negative or over.factuality is Factuality.UNDONE)
    decides = rule.factuality is not None or (denied and rule.negated is not None)
    if decides and (draft.factuality is Factuality.HAPPENED or found is not Factuality.SCHEDULED):
        _set(draft, rule, found)
        draft.governor = governed.token.i
    if draft.modality is Modality.NONE and rule.modality is not Modality.NONE:
        draft.modality, draft.governor = rule.modality, governed.token.i


def _origin(draft: Draft) -> Draft:
    """The first of the clauses that "and" joins: what governs it governs them all."""
    while draft.relation is Relation.CONJUNCT and draft.parent is not None and not draft.marker:
        draft = draft.parent
    return draft


def _not_finite(syntax: Syntax, draft: Draft, governed: Governed | None) -> None:
    if governed is not None:
        _take(syntax, draft, governed)
        return
    over = draft.parent
    if draft.form is Form.IMPERATIVE or over is None:
        return
    if draft.key == "gerund" and draft.relation is not Relation.RELATIVE:
        draft.factuality, draft.modality, draft.condition = over.factuality, over.modality, over.condition
        draft.rule = over.rule
    elif draft.form is Form.INFINITIVE:
        name = "purpose" if draft.relation is Relation.ADVERBIAL else "infinitive"
        if draft.top.dep in ("acl", "relcl"):
            name = "infinitive of a noun" if draft.passive or over.nominal else "infinitive"
        rule = governor_of(Frame.FORM, name)
        if rule is not None:
            draft.modality = rule.modality
            _set(draft, rule, rule.factuality or over.factuality)


def _take(syntax: Syntax, draft: Draft, governed: Governed) -> None:
    """Give a predicate without tense what its governor makes of it."""
    rule, over = governed.rule, governed.over
    if over is not None:
        decide(syntax, over)
    draft.modality = rule.modality
    draft.governor = governed.token.i
    _set(draft, rule, through(rule, over))
    if over is None:
        return
    if rule.modality is Modality.NONE and rule.factuality is None:
        draft.modality = over.modality
        draft.governor = over.governor or governed.token.i
    if over.condition is not Condition.NONE:
        draft.condition = over.condition
    if rule.modality is Modality.WILL and over.key == "past perfect" and not over.negative:
        _set(draft, governor_of(Frame.FORM, "past perfect of a plan"), Factuality.UNDONE)


def through(rule: Governor, over: Draft | None) -> Factuality:
    """What a governor makes of its predicate, given what becomes of the governor's own clause."""
    if over is None:
        return rule.factuality or Factuality.HAPPENED
    state, denied = over.factuality, over.negative and over.factuality is not Factuality.POSSIBLE
    if denied or state is Factuality.UNDONE:
        return rule.denied or state
    if rule.factuality is None or state in (Factuality.DENIED, Factuality.UNKNOWN):
        return state
    if state in REALISED:
        return rule.factuality
    if rule.modality in GIVEN_UP:
        return Factuality.UNDONE if state is Factuality.SCHEDULED else Factuality.SCHEDULED
    if rule.modality in STAYED_AWAY:
        return Factuality.UNDONE if state is Factuality.SCHEDULED else Factuality.POSSIBLE
    if rule.factuality is Factuality.SCHEDULED and (
        state is not Factuality.SCHEDULED or rule.modality is not Modality.WILL
    ):
        return Factuality.POSSIBLE
    return rule.factuality


def _conditions(syntax: Syntax, draft: Draft) -> None:
    found = condition_of(syntax, draft)
    if found is not Condition.NONE:
        draft.condition = found
        rule = governor_of(Frame.FORM, "question" if found is Condition.QUESTION else "condition")
        if counterfactual(draft):
            rule = governor_of(Frame.FORM, "counterfactual")
        if rule is not None and draft.factuality is not Factuality.DENIED:
            _set(draft, rule, rule.factuality or draft.factuality)
    elif hangs_on_condition(draft):
        draft.condition = Condition.IF
        rule = governor_of(Frame.FORM, "counterfactual" if counterfactual(draft) else "condition")
        if rule is not None and draft.factuality is not Factuality.UNDONE:
            _set(draft, rule, rule.factuality or draft.factuality)
    elif draft.relation is Relation.COMPLEMENT and draft.parent and draft.parent.condition is Condition.IF:
        draft.condition = Condition.IF


def _adverbs(syntax: Syntax, draft: Draft) -> None:
    for token in syntax.children[draft.token.i]:
        if token.dep == "advmod" and (rule := governor_of(Frame.ADVERB, token.lower)) and rule.factuality is not None:
            draft.governor = token.i
            if rule.modality is not Modality.NONE:
                draft.modality = rule.modality
            _set(draft, rule, rule.factuality)


def _decide_noun(syntax: Syntax, draft: Draft) -> None:
    rule = governor_of(Frame.FORM, "noun")
    _set(draft, rule, (rule.factuality if rule else None) or Factuality.UNKNOWN)
    if draft.parent is not None:
        draft.condition = draft.parent.condition
    above = over_noun(syntax, draft)
    if above is not None:
        if above.over is not None:
            decide(syntax, above.over)
        found = through(above.rule, above.over)
        if found in DECISIVE and above.rule.frame is not Frame.PREPOSITION:
            _take(syntax, draft, above)
            return
    own = by_modifier(syntax, draft)
    if own is None:
        own = by_participle(syntax, draft)
        if own is not None and own.over is not None:
            decide(syntax, own.over)
    if own is not None:
        _take(syntax, draft, own)
    elif above is not None:
        _take(syntax, draft, above)
    if draft.negative:
        draft.factuality = NEGATED[draft.factuality] if draft.factuality in REALISED else draft.factuality
