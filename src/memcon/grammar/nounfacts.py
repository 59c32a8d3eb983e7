"""What becomes of what a noun names: "held talks", "cancelled a visit", "the summit that never took place".

Comes in: a nominal `Draft`. Goes out: its modality, condition, factuality, governor and rule. What the clause does to it counts
before the words beside it, where the clause decides ("held the planned talks"); else the words beside it count first.
"""

from collections.abc import Callable

from memcon.grammar.drafts import Draft, Syntax
from memcon.grammar.fates import came_to_nothing, through
from memcon.grammar.governing import PASSED, Governed, by_modifier, by_participle
from memcon.grammar.governing_nouns import over_noun
from memcon.grammar.relations import noun_head
from memcon.grammar.timing import to_come
from memcon.model.clauses import Condition, Factuality, Modality
from memcon.registers.engagements import words
from memcon.registers.governors import NEGATED, Frame, governor_of

DECISIVE = frozenset([Factuality.HAPPENED, Factuality.UNDER_WAY, Factuality.UNDONE, Factuality.DENIED])
POINTING = frozenset(["the", "this", "that", "these", "those"])
TELLING = frozenset([Frame.SUBJECT, Frame.LIGHT, Frame.PREDICATE])
ENDING = frozenset([Modality.CALL_OFF, Modality.PUT_OFF, Modality.REFUSE, Modality.FAIL])
ASKED = frozenset([Modality.ASK, Modality.WISH])
Decide = Callable[[Syntax, Draft], None]


def decide_noun(syntax: Syntax, draft: Draft, decide: Decide) -> None:
    """Set what becomes of it."""
    draft.settle(draft.base)
    if draft.parent is not None:
        draft.condition = draft.parent.condition
    above = over_noun(syntax, draft)
    if above is not None and above.over is not None:
        decide(syntax, above.over)
    act = governor_of(Frame.NOUN, draft.token.lemma.lower())
    if act is not None and act.modality in ENDING and (above is None or not _decides(syntax, draft, above)):
        draft.settle(governor_of(Frame.FORM, "noun of an end"))  # "the cancellation of the tour"
        return
    above = _given_up(syntax, draft, above) or above
    if above is not None and _decides(syntax, draft, above):
        _take(syntax, draft, above)
    else:
        _by_words_beside(syntax, draft, above, decide)
    if draft.negative and draft.factuality in (Factuality.HAPPENED, Factuality.UNDER_WAY, Factuality.SCHEDULED):
        draft.factuality = NEGATED[draft.factuality]


def _given_up(syntax: Syntax, draft: Draft, above: Governed | None) -> Governed | None:
    """ "The cancelled trip would have been her first": the word beside it says why."""
    if above is None or above.rule.frame is not Frame.SUBJECT or through(above.rule, above.over) is not Factuality.UNDONE:
        return None
    beside = by_modifier(syntax, draft)
    return beside if beside is not None and beside.rule.modality in ENDING else None


def _decides(syntax: Syntax, draft: Draft, above: Governed) -> bool:
    """Does the clause say what became of it, whatever stands beside it? "Is about" and "during" do not."""
    if above.rule.frame in (Frame.PREPOSITION, Frame.NOUN) and above.fate is None:
        return False
    if _has_it_done(above) and by_participle(syntax, draft) is not None:
        return False  # "has a call scheduled"
    if _is_now(above) or _judged_ahead(syntax, draft, above):
        return False
    return through(above.rule, above.over, above.fate) in DECISIVE


def _has_it_done(above: Governed) -> bool:
    """ "Has" of "has a call scheduled", "had a meeting cancelled": the participle behind the noun says what became of it."""
    return above.rule.frame is Frame.LIGHT and above.token.lemma == "have"


def _judged_ahead(syntax: Syntax, draft: Draft, above: Governed) -> bool:
    """ "Hailed the forthcoming visit", "condemned the visit next week": praise, blame and memory do not hold what is to come."""
    if above.rule.frame is not Frame.OBJECT or above.rule.factuality is not Factuality.HAPPENED:
        return False
    beside = by_modifier(syntax, draft)
    ahead = beside is not None and beside.rule.factuality in (Factuality.SCHEDULED, Factuality.POSSIBLE)
    return ahead or to_come(syntax, draft)


def _is_now(above: Governed) -> bool:
    """ "The trip is about water", "the lunch which follows it": a simple present says nothing of when; nor does "can help"."""
    over = above.over
    if above.rule.frame is not Frame.SUBJECT or over is None:
        return False
    if over.factuality is Factuality.POSSIBLE and above.rule.negated is Factuality.HAPPENED:
        return True  # "this meeting can help": the help is open, not the meeting
    if above.rule.factuality is Factuality.UNDER_WAY:
        return False  # "the talks continue"
    return over.key == "present" and over.factuality is Factuality.HAPPENED


def _by_words_beside(syntax: Syntax, draft: Draft, above: Governed | None, decide: Decide) -> None:
    beside = by_modifier(syntax, draft)
    if beside is None and (above is None or above.rule.frame not in TELLING or _is_now(above) or _has_it_done(above)):
        beside = by_participle(syntax, draft)  # "the talks, which were suspended, will resume": what they will do counts
    if above is not None and beside is not None and (_took_place_then(above, beside) or _wanted(above, beside)):
        beside = None
    if beside is not None:
        if beside.over is not None:
            decide(syntax, beside.over)
        _take(syntax, draft, beside)
    elif above is not None and not _is_now(above) and not _judged_ahead(syntax, draft, above):
        _take(syntax, draft, above)
    elif (over := _purpose_of(syntax, draft)) is not None:
        draft.settle(governor_of(Frame.FORM, "purpose of a plan"), over.factuality)
        draft.modality = over.modality
    elif to_come(syntax, draft) and (draft.parent is None or (above is not None and _judged_ahead(syntax, draft, above))):
        draft.settle(governor_of(Frame.FORM, "noun with a day to come"))
    elif (verb := _verb_over(draft)) is not None and _in_subject(syntax, draft):
        _as_its_clause(syntax, draft, verb)


def _took_place_then(above: Governed, beside: Governed) -> bool:
    """ "At the hastily scheduled briefing he said": it was held."""
    during = above.rule.frame is Frame.PREPOSITION and above.token.lower in ("at", "during")
    happened = during and through(above.rule, above.over, above.fate) is Factuality.HAPPENED
    return happened and beside.rule.factuality is Factuality.SCHEDULED


def _wanted(above: Governed, beside: Governed) -> bool:
    """ "Asked for an earlier meeting", "wants a recent one": what is asked for has not been held, on whatever day it is to be."""
    asked = above.rule.frame is Frame.OBJECT and above.rule.modality in ASKED
    return asked and beside.rule.frame is Frame.MODIFIER and beside.rule.factuality is Factuality.HAPPENED


def _purpose_of(syntax: Syntax, draft: Draft) -> Draft | None:
    """ "Is due in Lima for meetings", "will fly to a summit": the clause of what is to come, and what it is for."""
    token = noun_head(syntax, draft.token)
    preposition = syntax.head(token)
    over = draft.parent
    if token.dep != "pobj" or preposition.lower not in ("for", "to") or over is None or over.nominal:
        return None
    return over if over.factuality in (Factuality.SCHEDULED, Factuality.POSSIBLE) else None


def _verb_over(draft: Draft) -> Draft | None:
    """The clause over a noun, and over the nouns that it is of: "an exchange of visits would help"."""
    over = draft.parent
    while over is not None and over.nominal and over.token.lemma in words("views_are_of"):
        over = over.parent
    return over if over is not None and not over.nominal else None


def _in_subject(syntax: Syntax, draft: Draft) -> bool:
    """Is it the subject, or in "an exchange of visits" what the subject is of?"""
    token = noun_head(syntax, draft.token)
    for _ in range(PASSED):
        if token.dep in ("nsubj", "nsubjpass"):
            return True
        if token.dep != "pobj" or syntax.head(token).lower != "of":
            return False
        token = noun_head(syntax, syntax.head(syntax.head(token)))
    return False


def _as_its_clause(syntax: Syntax, draft: Draft, parent: Draft) -> None:
    """The subject of what is to come is to come itself: "the visit will mend ties", "a summit could help"."""
    if parent.factuality is Factuality.POSSIBLE and _definite(syntax, draft):
        return  # "the visit may open a new era" doubts the era, not the visit
    if parent.factuality is Factuality.UNDONE and parent.modality is Modality.WILL and not parent.negative:
        draft.settle(
            governor_of(Frame.FORM, "subject ahead"), Factuality.POSSIBLE
        )  # "the visit was to have sealed the pact"
    if parent.factuality in (Factuality.SCHEDULED, Factuality.POSSIBLE):
        draft.settle(governor_of(Frame.FORM, "subject ahead"), parent.factuality)
        draft.modality = parent.modality


def _definite(syntax: Syntax, draft: Draft) -> bool:
    """ "The visit", "this meeting", "his trip"."""
    return any(t.dep == "poss" or (t.dep == "det" and t.lower in POINTING) for t in syntax.children[draft.token.i])


def _take(syntax: Syntax, draft: Draft, governed: Governed) -> None:
    rule, over = governed.rule, governed.over
    draft.settle(rule, through(rule, over, governed.fate))
    draft.modality, draft.governor = rule.modality, governed.token.i
    fate = governed.fate
    if draft.factuality is Factuality.DENIED:
        return
    if (
        fate is not None
        and fate.factuality in (Factuality.UNDONE, Factuality.DENIED)
        and fate.modality is not Modality.NONE
    ):
        draft.modality = fate.modality
    if over is None:
        return
    if rule.modality is Modality.NONE and rule.factuality is None:
        draft.modality = over.modality
        draft.governor = governed.token.i if over.governor is None else over.governor
    if over.condition is not Condition.NONE:
        draft.condition = over.condition
    if came_to_nothing(syntax, rule, over):
        draft.settle(governor_of(Frame.FORM, "past perfect of a plan"))
