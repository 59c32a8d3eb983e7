"""What the rest of the sentence takes back of a clause that by its own form tells what happened.

Comes in: a `Draft` that is decided. Goes out: the rule that makes it unknown, possible or undone: "if the diary is genuine, they met",
"had been flying to Oslo, but changed his mind", "the week that was to be the one when they met", "over before they began", "phoned him
but got no answer"; or None.
"""

from memcon.grammar.denied_behind import denied_behind
from memcon.grammar.drafts import Draft, Syntax
from memcon.grammar.fates import REALISED
from memcon.model.annotated import Token
from memcon.model.clauses import Form, Modality, Relation, Tense
from memcon.registers.cues import cues
from memcon.registers.engagements import verbs_at, words
from memcon.registers.governors import Frame, Governor, governor_of

MEANT = frozenset(["past progressive", "past perfect progressive"])
PRONOUNS = frozenset(["it", "they"])
JOINING = frozenset(["but", "and"])
REACHED = frozenset(["him", "her", "them", "anyone", "anybody", "nobody"])
ANSWERING = frozenset(["he", "she", "nobody", "one"])  # "no one"


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
    """ "Phoned him but could not get through", "rang him, but nobody picked up", "called him without reaching him"; not "called him
    after failing to reach another"."""
    if not any(
        row.kind == "call" and row.needs != "company"
        for row in verbs_at(draft.token.lemma, syntax.particles(draft.token.i))
    ):
        return False
    without = clause.marker == "without" or syntax.tokens[clause.token.head].lower == "without"
    if clause.token.i < draft.token.i or not (without or _joined(syntax, draft, clause)):
        return False
    called = frozenset(syntax.tokens[i].lower for i in (*draft.patients, *draft.recipients))
    if clause.token.lemma in words("failing_to"):
        return any(c.form is Form.INFINITIVE and _reaches(syntax, c, clause, called) for c in clause.below)
    if not (clause.negative or without):
        return False
    return _reaches(syntax, clause, clause, called) or _is_answered(syntax, clause, called)


def _joined(syntax: Syntax, draft: Draft, clause: Draft) -> bool:
    """Does "but" or "and" join the clause to the call?"""
    between = [t for t in syntax.children[draft.token.i] if draft.token.i < t.i < clause.token.i]
    return clause.relation is Relation.CONJUNCT and any(t.dep == "cc" and t.lower in JOINING for t in between)


def _reaches(syntax: Syntax, clause: Draft, over: Draft, called: frozenset[str]) -> bool:
    """Does the clause tell of reaching, by telephone, the one called, a pronoun for him, or nobody that is named?"""
    lemma, below = clause.token.lemma, syntax.children[clause.token.i]
    if lemma not in words("reaching_by_phone") or _says_more(syntax, clause.token):
        return False
    with_it, objects = syntax.particles(clause.token.i), [t for t in below if t.dep in ("dobj", "nsubjpass")]
    if lemma in ("answer", "pick"):  # who answers is not the one who calls
        subject = syntax.child(over.token.i, "nsubj")
        other = subject is None or not (subject.lower in called or subject.lower in ANSWERING)
        unable = any(t.tag == "MD" for t in below)  # "could not answer" what he was asked
        return not (other or unable or objects) and (lemma == "answer" or "up" in with_it)
    if lemma == "get" and not objects:
        return "through" in with_it
    if lemma == "get":
        links = [x for t in objects if t.lower == "hold" for x in syntax.children[t.i] if x.lower == "of"]
        objects = [x for t in links for x in syntax.children[t.i]]
    named = any(t.lower not in called and t.lower not in REACHED for t in objects)
    return not named and (bool(objects) or lemma == "connect")


def _is_answered(syntax: Syntax, clause: Draft, called: frozenset[str]) -> bool:
    """ "Got no answer", "there was no reply"; not "got no clear answer", "the king got no answer", for which
    somebody must have been heard."""
    subject = syntax.child(clause.token.i, "nsubj")
    if subject is not None and subject.lower in called:
        return False
    if clause.token.lemma not in words("getting_answers") or _says_more(syntax, clause.token):
        return False
    answers = [t for t in syntax.children[clause.token.i] if t.dep in ("dobj", "attr")]
    return any(t.lemma.lower() in words("answers") and all(x.dep == "det" for x in syntax.children[t.i]) for t in answers)


def _says_more(syntax: Syntax, verb: Token) -> bool:
    """Has the verb a clause, a complement, or a phrase other than of a day below it: "get him to leave", "pick up on his hint"?"""
    for token in syntax.children[verb.i]:
        if token.dep in ("xcomp", "ccomp", "acomp", "oprd", "dative", "advcl"):
            return True
        if token.dep == "prep" and any(t.entity not in ("DATE", "TIME") for t in syntax.children[token.i]):
            return True
    return False


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
