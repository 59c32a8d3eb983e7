"""What the rest of the sentence takes back of a clause that by its own form tells what happened.

Comes in: a `Draft` that is decided. Goes out: the rule that makes it unknown, possible or undone: "if the diary is genuine, they met",
"had been flying to Oslo, but changed his mind", "the week that was to be the one when they met", "over before they began", "phoned him
but got no answer"; or None.
"""

from memcon.grammar.denied_behind import denied_behind
from memcon.grammar.drafts import Draft, Syntax
from memcon.grammar.fates import REALISED
from memcon.model.clauses import Form, Modality, Relation, Tense
from memcon.registers.cues import cues
from memcon.registers.engagements import verbs_at, words
from memcon.registers.governors import Frame, Governor, governor_of

MEANT = frozenset(["past progressive", "past perfect progressive"])
PRONOUNS = frozenset(["it", "they"])


def take_back(syntax: Syntax, draft: Draft) -> None:
    """Settle what the rest of its sentence takes back; leave the others as they are."""
    if draft.factuality not in REALISED and draft.key not in MEANT:
        return
    found = _never_begun(syntax, draft) if draft.nominal else _of_verb(syntax, draft)
    found = found or denied_behind(syntax, draft)
    if found is not None:
        draft.settle(found)
        if found.modality is not Modality.NONE:
            draft.modality = found.modality


def _of_verb(syntax: Syntax, draft: Draft) -> Governor | None:
    if draft.form is not Form.FINITE or draft.negative:
        return None
    if draft.relation is Relation.RELATIVE:
        return governor_of(Frame.FORM, "day that was to come") if _of_a_day_to_come(syntax, draft) else None
    if any(_not_reached(syntax, draft, clause) for clause in draft.below):
        return governor_of(Frame.FORM, "call that reached nobody")
    if draft.key in MEANT and _changed(syntax, draft):
        return governor_of(Frame.FORM, "plan that was changed")
    if draft.below and draft.tense is Tense.PAST and _if_true(syntax, draft):
        return governor_of(Frame.FORM, "if it is true")
    return None


def _if_true(syntax: Syntax, draft: Draft) -> bool:
    """ "If the letter is genuine, they met": what is present in the condition is whether one may believe it."""
    if draft.modality is not Modality.NONE or draft.token.lemma in cues():
        return False
    for clause in draft.below:
        opening = syntax.child(clause.token.i, "csubj") or clause.token
        if clause.relation is Relation.ADVERBIAL and governor_of(Frame.MARK, opening.lower):
            return True  # "assuming the letter is genuine"
        if clause.relation is not Relation.ADVERBIAL or clause.tense is not Tense.PRESENT or not clause.marker:
            continue
        even = any(t.lower in ("even", "as") for t in syntax.children[clause.token.i] if t.dep == "advmod")
        if governor_of(Frame.MARK, clause.marker) is not None and not even:
            return True
    return False


def _changed(syntax: Syntax, draft: Draft) -> bool:
    """ "Was flying to Oslo on Monday, but changed his mind"."""
    if not any(trigger.kind == "visit" for trigger in verbs_at(draft.token.lemma, syntax.particles(draft.token.i))):
        return False
    if not any(t.dep == "cc" and t.lower == "but" for t in syntax.children[draft.token.i]):
        return False
    return any(clause.relation is Relation.CONJUNCT and _turns(clause) for clause in draft.below)


def _turns(clause: Draft) -> bool:
    """ "Changed his mind", "did not go", "has had to stay at home"."""
    forced = any(c.form is Form.INFINITIVE and c.token.lemma in words("changes_of_mind") for c in clause.below)
    return clause.negative or forced or clause.token.lemma in words("changes_of_mind")


def _not_reached(syntax: Syntax, draft: Draft, clause: Draft) -> bool:
    """ "Phoned him but could not get through", "called him, without an answer", "rang him, but nobody picked up"."""
    if not any(
        row.kind == "call" and row.needs != "company"
        for row in verbs_at(draft.token.lemma, syntax.particles(draft.token.i))
    ):
        return False
    fails = clause.negative or clause.marker == "without" or syntax.tokens[clause.token.head].lower == "without"
    if clause.token.i < draft.token.i or not (fails or clause.token.lemma in words("failing_to")):
        return False
    below = syntax.children[clause.token.i]
    objects = [syntax.tokens[i] for i in clause.patients] or [t for t in below if t.dep in ("dobj", "attr", "nsubj")]
    if any(t.lemma.lower() in words("answers") for t in (*objects, *below)):
        about = [x for t in (clause.token, *objects, *below) for x in syntax.children[t.i]]
        return not any(t.lower in ("to", "on", "about") and t.dep == "prep" for t in about)  # "no answer to her question"
    if clause.token.lemma in words("failing_to"):
        return any(x.token.lemma in words("reaching_by_phone") and not _a_thing(syntax, x) for x in clause.below)
    return clause.token.lemma in words("reaching_by_phone") and not _a_thing(syntax, clause)


def _a_thing(syntax: Syntax, clause: Draft) -> bool:
    """ "Reach an agreement", "get support": nobody is reached there."""
    return any(t.dep == "dobj" and t.pos == "NOUN" for t in syntax.children[clause.token.i])


def _of_a_day_to_come(syntax: Syntax, draft: Draft) -> bool:
    """ "This was to be the week when they met", "next spring will be the moment when they meet"."""
    noun, over = syntax.head(draft.top), draft.parent
    if over is None or over.factuality in REALISED or over.token.lemma != "be" or noun.dep != "attr":
        return False
    return noun.head == over.token.i and noun.lemma in words("days_and_times")


def _never_begun(syntax: Syntax, draft: Draft) -> Governor | None:
    """ "The talks were over before they began"."""
    over = draft.parent
    if over is not None and over.nominal and over.governor == draft.governor:
        over = over.parent  # "the round of talks was broken off before it began"
    if draft.governor is None or over is None or over.nominal:
        return None
    if syntax.tokens[draft.governor].lemma not in words("never_begun"):
        return None
    for clause in over.below:
        begins = clause.marker == "before" and clause.token.lemma in words("beginning")
        if begins and any(syntax.tokens[i].lower in PRONOUNS for i in clause.subjects):
            return governor_of(Frame.FORM, "over before it began")
    return None
