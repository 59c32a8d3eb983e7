"""Whether what a clause tells happened, is planned, possible, undone or denied: its own form and what governs it, put together.

Comes in: a `Draft` with its form, arguments and parent. Goes out: its modality, condition, factuality, governor and rule. Each
clause asks those that it stands in, so the outer ones are decided first; a relative clause asks nobody.
"""

from collections.abc import Iterator

from memcon.grammar.conditions import condition_of, counterfactual, hangs_on_condition
from memcon.grammar.drafts import NOUNS, Draft, Syntax
from memcon.grammar.fates import came_to_nothing, through, turned_out
from memcon.grammar.governing import Governed, behind, over_verb
from memcon.grammar.joy import greets, only_glad
from memcon.grammar.nounfacts import decide_noun
from memcon.grammar.taken_back import take_back
from memcon.grammar.timing import by_its_day, read_times
from memcon.grammar.to_come import when_it_comes
from memcon.grammar.unreal import unreal
from memcon.model.clauses import Aspect, Condition, Factuality, Form, Modality, Relation, Tense
from memcon.registers.governors import NEGATED, Frame, Governor, governor_of

FALSELY = frozenset(["falsely", "wrongly"])
ASIDE = frozenset(["to", "of", "about", "from", "against", "with", "into"])  # "objected to meeting" does not say
PLANNED = frozenset([Modality.WILL, Modality.WISH])
NO_DENIAL = frozenset([Factuality.DENIED, Factuality.UNKNOWN])


def decide(syntax: Syntax, draft: Draft) -> None:
    """Set what becomes of a clause; does nothing where that is set already."""
    if draft.decided:
        return
    draft.decided = True
    if draft.parent is not None and draft.relation is not Relation.RELATIVE:
        decide(syntax, draft.parent)
    if draft.nominal:
        decide_noun(syntax, draft, decide)
    else:
        _decide_verb(syntax, draft)
    by_its_day(syntax, draft)
    take_back(syntax, draft)


def _decide_verb(syntax: Syntax, draft: Draft) -> None:
    draft.settle(draft.base)
    if draft.relation is Relation.CONJUNCT and draft.parent is not None and _shares(draft, draft.parent):
        _copy(draft, draft.parent)
        return
    read_times(syntax, draft)
    governed = over_verb(syntax, draft)
    if draft.form in (Form.FINITE, Form.IMPERATIVE) or draft.top is not draft.token:
        _finite(syntax, draft, governed)
    else:
        _not_finite(syntax, draft, governed)
    if draft.negative and draft.factuality not in NO_DENIAL:
        own = draft.base.negated if draft.base and draft.rule is draft.base else None
        draft.factuality = own or NEGATED[draft.factuality]
    if draft.token.lemma == "be":
        _due(syntax, draft)
    if draft.key in ("was going to", "was to") and turned_out(syntax, draft):
        draft.settle(governor_of(Frame.FORM, "past perfect of a plan"))
    _conditions(syntax, draft)
    if draft.token.i in syntax.hedged:
        _adverbs(syntax, draft)
    if syntax.tells_fiction and (rule := unreal(syntax, draft)):
        draft.settle(rule)


def _due(syntax: Syntax, draft: Draft) -> None:
    """ "The king is due in Oslo": the copula is of what is to come."""
    if draft.factuality is not Factuality.HAPPENED:
        return
    found = behind(syntax, draft)
    if found is not None and found.rule.modality is Modality.WILL and found.token.dep == "acomp":
        draft.settle(found.rule, through(found.rule, draft))
        draft.modality, draft.governor = Modality.WILL, found.token.i


def _shares(draft: Draft, parent: Draft) -> bool:
    """Does a conjunct go with the verb before it: bare, or with the same auxiliaries?"""
    if draft.negative or draft.marker or parent.nominal:
        return False
    if draft.helpers is parent.helpers and draft.helpers:
        return True
    if parent.key == "subjunctive" and draft.tag in ("VB", "VBP") and draft.subjects == parent.subjects:
        return True  # "that it be held, and happen after"
    return draft.form is not Form.FINITE and draft.form is not Form.IMPERATIVE and parent.form is not Form.FINITE


def _copy(draft: Draft, parent: Draft) -> None:
    draft.modality, draft.condition, draft.factuality = parent.modality, parent.condition, parent.factuality
    draft.governor, draft.rule, draft.tense, draft.form = parent.governor, parent.rule, parent.tense, parent.form
    if draft.helpers is parent.helpers:
        draft.aspect = parent.aspect
    if parent.negative:
        draft.polarity = parent.polarity


def _finite(syntax: Syntax, draft: Draft, governed: Governed | None) -> None:
    origin = _origin(draft)
    if governed is None and origin is not draft:
        governed = over_verb(syntax, origin)
    over = origin.parent
    if draft.key in ("would", "'d", "’d") and over is not None and origin.relation is Relation.COMPLEMENT and _past(over):
        draft.settle(governor_of(Frame.FORM, "would of a report"))
    when_it_comes(syntax, draft, decide)
    if governed is None:
        return
    rule, over = governed.rule, governed.over
    if over is not None:
        decide(syntax, over)
    denied = over is not None and (over.negative or over.factuality in (Factuality.UNDONE, Factuality.DENIED))
    decides = rule.factuality is not None or (denied and rule.negated is not None) or governed.fate is not None
    found = through(rule, over, governed.fate)
    if draft.key == "subjunctive" and rule.modality in (Modality.AGREE, Modality.WILL):
        draft.settle(rule, Factuality.SCHEDULED)
    elif decides and (draft.factuality is Factuality.HAPPENED or found is not Factuality.SCHEDULED):
        draft.settle(rule, found)
        draft.governor = governed.token.i
    if over is not None and came_to_nothing(syntax, rule, over):
        draft.settle(governor_of(Frame.FORM, "past perfect of a plan"))
    if rule.modality is Modality.WISH and rule.word == "wish" and draft.key == "past perfect":
        draft.settle(governor_of(Frame.FORM, "counterfactual"))
    if draft.modality is Modality.NONE and rule.modality is not Modality.NONE:
        draft.modality, draft.governor = rule.modality, governed.token.i


def _past(over: Draft) -> bool:
    """Is it a past, or an infinitive, noun or subjunctive that hangs on one ("let it be known that")?"""
    while (over.tense is Tense.NONE or over.key == "subjunctive") and over.parent is not None:
        over = over.parent
    return over.tense in (Tense.PAST, Tense.NONE)


def _origin(draft: Draft) -> Draft:
    """The first of the clauses that "and" or "and that" joins: what governs it governs them all."""
    while draft.relation is Relation.CONJUNCT and draft.parent is not None and not draft.parent.nominal:
        if draft.marker and draft.marker != "that":
            break
        draft = draft.parent
    return draft


def _not_finite(syntax: Syntax, draft: Draft, governed: Governed | None) -> None:
    if greets(syntax, draft):
        draft.settle(governor_of(Frame.FORM, "infinitive of a greeting"))
        return
    if governed is not None and not only_glad(syntax, draft, governed):
        _take(syntax, draft, governed)
        return
    over = draft.parent
    if over is None or draft.relation is Relation.RELATIVE:
        if draft.form is Form.INFINITIVE and over is not None:
            _of_noun(draft, over)
        elif draft.form is Form.INFINITIVE and draft.top.dep in ("acl", "relcl") and not draft.counted:
            draft.settle(
                governor_of(Frame.FORM, "headline infinitive")
            )  # "Household to hold garden party": a line of a list
        return
    if draft.key in ("gerund", "perfect gerund"):
        _with_its_clause(syntax, draft, over)
    elif (
        draft.form is Form.INFINITIVE
        and draft.passive
        and draft.relation is Relation.ADVERBIAL
        and _own_subject(syntax, draft)
    ):
        draft.settle(governor_of(Frame.FORM, "infinitive of a noun"))  # "with the summit to be held in Lisbon"
    elif draft.form is Form.INFINITIVE and draft.relation is Relation.ADVERBIAL:
        ahead = over.factuality is Factuality.SCHEDULED
        draft.settle(
            governor_of(Frame.FORM, "purpose of a plan" if ahead else "purpose"), over.factuality if ahead else None
        )
    elif draft.form is Form.INFINITIVE and draft.top.dep in ("acl", "relcl"):
        _of_noun(draft, over)


def _own_subject(syntax: Syntax, draft: Draft) -> bool:
    return syntax.child(draft.token.i, "nsubj", "nsubjpass") is not None


def _with_its_clause(syntax: Syntax, draft: Draft, over: Draft) -> None:
    """ "Meeting the press in Lima, he ruled out": as its main verb, whose denial it does not share; of a noun, unknown."""
    preposition = syntax.head(draft.top)
    absolute = preposition.lower == "with" and _own_subject(syntax, draft)  # "with their leaders holding a summit"
    if draft.top.dep == "pcomp" and not absolute and (syntax.head(preposition).pos in NOUNS or preposition.lower in ASIDE):
        draft.settle(governor_of(Frame.FORM, "gerund of a noun"))
        return
    if draft.key == "perfect gerund" and over.factuality is Factuality.SCHEDULED and _set_off(syntax, draft):
        draft.settle(governor_of(Frame.FORM, "perfect gerund"), Factuality.HAPPENED)
        return
    denied = over.negative and over.base is not None and over.base.factuality is not None
    draft.factuality = over.base.factuality if denied and over.base and over.base.factuality else over.factuality
    draft.modality, draft.condition, draft.rule = over.modality, over.condition, over.rule


def _set_off(syntax: Syntax, draft: Draft) -> bool:
    """ "Will go on to Lima, having met the king"; "having met the king, she will go on": behind a comma or at the opening."""
    first = min((t.i for t in (*draft.helpers, draft.token)), default=draft.token.i)
    at = syntax.annotated.sentence_of(draft.token.i).first
    return first == at or syntax.tokens[first - 1].text in (",", "-", "–", "—")


def _of_noun(draft: Draft, over: Draft) -> None:
    """ "The summit to be held in Lisbon", "the first leader to visit"."""
    if draft.passive or over.nominal:
        draft.settle(governor_of(Frame.FORM, "infinitive of a noun"))
    elif draft.counted:
        draft.settle(governor_of(Frame.FORM, "infinitive of the first"), over.factuality)
        draft.modality = over.modality


def _take(syntax: Syntax, draft: Draft, governed: Governed) -> None:
    """Give a predicate without tense what its governor makes of it."""
    rule, over = governed.rule, governed.over
    if over is not None:
        decide(syntax, over)
    accepted = governed.fate is not None and governed.fate.modality is Modality.AGREE and rule.modality is Modality.ASK
    draft.modality = Modality.AGREE if accepted else rule.modality  # "accepted an invitation to visit"
    draft.governor = governed.token.i
    draft.settle(rule, through(rule, over, governed.fate))
    if over is None:
        return
    if rule.modality is Modality.NONE and rule.factuality is None:
        failed = over.negative and rule.frame is Frame.TO and over.modality is Modality.NONE
        draft.modality = Modality.FAIL if failed else over.modality
        draft.governor = governed.token.i if over.governor is None else over.governor
    if over.condition is not Condition.NONE:
        draft.condition = over.condition
    if rule.modality is Modality.TRY and _in_vain(syntax, over):
        draft.settle(rule, Factuality.UNDONE)
    hedges = _adverbials(syntax, over) if over.token.i in syntax.hedged else ()
    false = next((adverb for _, adverb in hedges if adverb.word in FALSELY), None)
    if false is not None:
        draft.settle(false)
    if draft.key == "perfect infinitive" and rule.modality in (*PLANNED, Modality.MAY) and over.tense is Tense.PAST:
        draft.settle(governor_of(Frame.FORM, "be to have"))  # "was supposed to have met"
        draft.modality = rule.modality
    if rule.modality is Modality.SHOULD and rule.factuality is None and not over.negative:
        over_now = over.tense is not Tense.PAST and over.aspect is not Aspect.COMPLETED
        draft.settle(governor_of(Frame.FORM, "has to" if over_now else "had to"))
    if came_to_nothing(syntax, rule, over):
        draft.settle(governor_of(Frame.FORM, "past perfect of a plan"))


def _conditions(syntax: Syntax, draft: Draft) -> None:
    found = condition_of(syntax, draft)
    hangs = found is Condition.NONE and hangs_on_condition(syntax, draft)
    if hangs:
        found = Condition.IF
    if found is Condition.NONE:
        if draft.relation is Relation.COMPLEMENT and draft.parent and draft.parent.condition is Condition.IF:
            draft.condition = Condition.IF
        return
    draft.condition = found
    if draft.factuality is Factuality.DENIED or (hangs and draft.factuality is Factuality.UNDONE):
        return
    if found is Condition.IF:
        draft.settle(governor_of(Frame.FORM, "counterfactual" if counterfactual(draft) else "condition"))
    elif draft.factuality is Factuality.POSSIBLE and draft.governor is not None:
        return  # "has not decided whether", "considered whether to"
    elif draft.form is not Form.INFINITIVE and (draft.modality is Modality.NONE or draft.tense is Tense.PAST):
        draft.settle(governor_of(Frame.FORM, "question"))
    else:
        draft.settle(governor_of(Frame.FORM, "question ahead"))


def _adverbials(syntax: Syntax, draft: Draft) -> Iterator[tuple[int, Governor]]:
    """The rules of the adverbs of a clause: "allegedly", "in vain"."""
    for token in syntax.children[draft.token.i]:
        if token.dep not in ("advmod", "prep"):
            continue
        word = token.lower
        if token.dep == "prep":
            word = " ".join([word, *(t.lower for t in syntax.children[token.i] if t.dep in ("pobj", "amod"))])
        if rule := governor_of(Frame.ADVERB, word):
            yield token.i, rule


def _in_vain(syntax: Syntax, over: Draft) -> bool:
    return over.token.i in syntax.hedged and any(rule.modality is Modality.FAIL for _, rule in _adverbials(syntax, over))


def _adverbs(syntax: Syntax, draft: Draft) -> None:
    for i, rule in _adverbials(syntax, draft):
        if rule.factuality is not None:
            draft.governor = i
            if rule.modality is not Modality.NONE:
                draft.modality = rule.modality
            draft.settle(rule)
