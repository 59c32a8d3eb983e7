"""What a governor makes of its predicate, given what becomes of the governor itself.

Comes in: a rule, the clause of the word that it stands at, and what becomes of that word where it is a noun. Goes out: the
factuality of what it governs: "planned to" is scheduled, "did not plan to" undone, "plans for ... were dropped" undone.
"""

from memcon.grammar.drafts import Draft, Syntax
from memcon.model.clauses import Factuality, Form, Modality, Relation, Tense
from memcon.registers.engagements import verbs, words
from memcon.registers.governors import NEGATED, Frame, Governor, governor_of

REALISED = frozenset([Factuality.HAPPENED, Factuality.UNDER_WAY])
PLANNED = frozenset([Modality.WILL, Modality.WISH])
TURNS = frozenset(["but", "until", "however", "instead", "yet", "though", "although"])
GIVEN_UP = frozenset([Modality.CALL_OFF, Modality.PUT_OFF])
LOOSE = frozenset(["neg", "advmod", "punct", "cc", "conj"])  # what can stand behind a verb that stands for another
STAYED_AWAY = frozenset([Modality.REFUSE, Modality.FAIL])


def through(rule: Governor, over: Draft | None, fate: Draft | None = None) -> Factuality:
    """The factuality of what a rule governs."""
    if fate is not None:
        return _of_noun(rule, fate)
    if over is None or rule.frame is Frame.NOUN:
        return rule.factuality or Factuality.HAPPENED
    state = over.factuality
    denied = over.negative and state is not Factuality.POSSIBLE
    if rule.frame is Frame.PREPOSITION and rule.factuality is None:
        return _circumstance(rule, over, state, denied)
    if denied:
        return rule.denied or state
    if state is Factuality.UNDONE:
        return NEGATED[rule.factuality] if rule.factuality else _unless_told(rule, over)
    if rule.factuality is None or state in (Factuality.DENIED, Factuality.UNKNOWN):
        return state if over.form is not over.form.NOMINAL else rule.factuality or state
    return rule.factuality if state in REALISED else _ahead(rule, rule.factuality, state)


def _unless_told(rule: Governor, over: Draft) -> Factuality:
    """ "The talks failed to yield an accord": they were held all the same."""
    told = rule.frame is Frame.SUBJECT and over.modality is Modality.FAIL and rule.negated is Factuality.HAPPENED
    return Factuality.HAPPENED if told else Factuality.UNDONE


def _circumstance(rule: Governor, over: Draft, state: Factuality, denied: bool) -> Factuality:
    """ "Spoke at the summit", "will speak at the summit", "is on a visit", "did not speak at the summit". What somebody failed to do
    after the talks leaves the talks as they were."""
    if rule.negated is not None and (denied or state is Factuality.UNDONE) and _in_the_past(over):
        return rule.negated
    if denied or state in (Factuality.UNDONE, Factuality.POSSIBLE):
        return Factuality.UNKNOWN
    lasts = over.token.lemma == "be" or over.key == "present passive"
    now = over.tense is Tense.PRESENT and lasts and state is Factuality.HAPPENED
    return Factuality.UNDER_WAY if now else state


def _in_the_past(over: Draft) -> bool:
    """Is it a past, or an infinitive that hangs on one: "did not agree", "failed to agree"? Not what would or could have been."""
    if over.modality not in (Modality.NONE, Modality.FAIL):
        return False
    while over.tense is Tense.NONE and over.parent is not None and over.relation is Relation.COMPLEMENT:
        over = over.parent
    return over.tense is Tense.PAST and over.modality is Modality.NONE


def came_to_nothing(syntax: Syntax, rule: Governor, over: Draft) -> bool:
    """A plan in the past perfect: what somebody had meant, and what had been due where the sentence goes on to what came instead."""
    expected = rule.modality is Modality.MAY and over.passive
    planned = rule.modality in PLANNED or expected
    if rule.frame is Frame.NOUN or not planned or over.negative or over.tense is not Tense.PAST:
        return False
    stative = over.passive or over.token.lemma == "be"
    if over.key != "past perfect":
        return stative and turned_out(syntax, over)
    if not stative:
        return True  # "had meant to visit": whoever did visit is not said to have meant it
    sentence = syntax.annotated.sentence_of(over.token.i)
    for token in syntax.tokens[sentence.first : sentence.last]:
        if token.i > over.token.i and token.lower in TURNS:
            return True
        draft = syntax.drafts.get(token.i)
        if draft is None or draft is over or draft.nominal:
            continue
        if (
            _ends(syntax, draft)
            or _came_between(over, draft)
            or _left_out(syntax, draft)
            or draft.token.lemma in words("staying")
        ):
            return True
    return False


def turned_out(syntax: Syntax, over: Draft) -> bool:
    """ "Was due to meet him, but cancelled", "was supposed to, but never left": the sentence goes on to say that it came to nothing."""
    turned = False
    for token in syntax.tokens[over.token.i + 1 : syntax.annotated.sentence_of(over.token.i).last]:
        turned = turned or token.lower == "but"
        draft = syntax.drafts.get(token.i)
        if draft is not None and _left_out(syntax, draft):
            return True
        draft = draft if turned else None
        if draft is None or draft.nominal or draft.form is not Form.FINITE or draft.tense is Tense.FUTURE:
            continue
        if _ends(syntax, draft) or (draft.negative and _goes_or_meets(syntax, draft)):
            return True
    return False


def _left_out(syntax: Syntax, draft: Draft) -> bool:
    """ "Was meant to see him; now he will not", "was going to be a dinner, then there was not": a denial without a verb of its own."""
    bare = draft.token.lemma in words("left_out") and draft.form is Form.FINITE
    if not bare or not draft.negative or draft.relation is Relation.RELATIVE:
        return False
    return not any(t.i > draft.token.i and t.dep not in LOOSE for t in syntax.children[draft.token.i])


def _goes_or_meets(syntax: Syntax, draft: Draft) -> bool:
    """Is it a journey or a meeting, or "did" for it, that the verb itself denies ("but gave no details" denies neither)?"""
    denied = any(t.dep == "neg" for t in syntax.children[draft.token.i])
    return denied and (draft.token.lemma == "do" or draft.token.lemma in verbs())


def _came_between(over: Draft, draft: Draft) -> bool:
    """ "Had been due to fly before the storm shut the airport": what somebody else did first."""
    others = bool(draft.subjects) and draft.subjects != over.subjects
    return draft.marker == "before" and draft.form is Form.FINITE and others


def _ends(syntax: Syntax, draft: Draft) -> bool:
    """ "... which was postponed": a verb that gives something up."""
    rule = governor_of(Frame.OBJECT, draft.token.lemma, syntax.particles(draft.token.i))
    return rule is not None and rule.modality in GIVEN_UP


def _ahead(rule: Governor, factuality: Factuality, state: Factuality) -> Factuality:
    """The governor itself is only planned or possible: "will plan to", "may cancel"."""
    if rule.modality in GIVEN_UP:
        return Factuality.UNDONE if state is Factuality.SCHEDULED else Factuality.SCHEDULED
    if rule.modality in STAYED_AWAY:
        return Factuality.UNDONE if state is Factuality.SCHEDULED else Factuality.POSSIBLE
    if factuality is Factuality.SCHEDULED and (state is not Factuality.SCHEDULED or rule.modality is not Modality.WILL):
        return Factuality.POSSIBLE
    return factuality


def _of_noun(rule: Governor, noun: Draft) -> Factuality:
    """What the fate of a plan, an invitation or a report makes of what it is of."""
    if noun.negative:
        return rule.denied or Factuality.UNDONE
    if noun.factuality is Factuality.DENIED:
        return Factuality.DENIED if rule.factuality is Factuality.UNKNOWN else rule.negated or Factuality.DENIED
    if noun.factuality is Factuality.UNDONE:
        reported = rule.modality is Modality.NONE and rule.factuality in (None, Factuality.UNKNOWN)
        return Factuality.DENIED if reported else rule.denied or Factuality.UNDONE
    if noun.modality is Modality.AGREE and rule.modality in (Modality.ASK, Modality.AGREE):
        return Factuality.SCHEDULED  # "accepted an invitation to"
    return rule.factuality or Factuality.HAPPENED
