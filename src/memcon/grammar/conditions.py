"""Whether a clause is a condition, hangs on one, or is a question.

Comes in: a `Draft`. Goes out: its `Condition`.
"""

from memcon.grammar.drafts import Draft, Syntax
from memcon.model.clauses import Condition, Factuality, Form, Modality, Relation, Tense
from memcon.registers.governors import Frame, governor_of

INVERTED = frozenset(["had", "were", "should"])
OPEN = frozenset(["advcl", "conj"])  # what can be a condition without a word for it, or share one
WAYS = frozenset(["how", "when", "where", "why"])
ASKS = frozenset(["whether", "if"])


def condition_of(syntax: Syntax, draft: Draft) -> Condition:
    """By the clause's own marker, its word order, or the question mark that ends it."""
    marker = draft.marker
    if marker is None and not syntax.asks and draft.top.dep not in OPEN:
        return Condition.NONE
    if marker is not None and governor_of(Frame.MARK, marker):
        asked = marker == "whether" or (marker in ASKS and draft.top.dep == "ccomp")
        return Condition.QUESTION if asked else Condition.IF
    if _inverted(syntax, draft):
        return Condition.IF
    if _open_how(draft):
        return Condition.QUESTION
    if _asked(syntax, draft):
        return Condition.QUESTION
    if draft.relation is Relation.CONJUNCT and draft.parent is not None and draft.parent.marker:
        return draft.parent.condition
    return Condition.NONE


def _open_how(draft: Draft) -> bool:
    """ "Depends on how the talks go", "not known when they meet": a question about what is not over."""
    if draft.marker not in WAYS or draft.tense is not Tense.PRESENT or draft.modality is not Modality.NONE:
        return False
    return draft.relation is Relation.COMPLEMENT or draft.top.dep == "pcomp"


def _inverted(syntax: Syntax, draft: Draft) -> bool:
    """ "Had they met, ...", "Should they meet, ..."."""
    if draft.top.dep != "advcl" or not draft.helpers or draft.helpers[0].lower not in INVERTED:
        return False
    if draft.inverted is not None:
        return True
    subject = syntax.child(draft.token.i, "nsubj", "nsubjpass")
    return subject is not None and draft.helpers[0].i < subject.i


def _asked(syntax: Syntax, draft: Draft) -> bool:
    if draft.relation in (Relation.RELATIVE, Relation.ADVERBIAL, Relation.ARGUMENT):
        return False
    if draft.token.sentence in syntax.asked:
        return True
    quotation = syntax.annotated.quotation_at(draft.token.i)
    return quotation is not None and syntax.tokens[quotation.last - 1].text == "?"


def hangs_on_condition(syntax: Syntax, draft: Draft) -> bool:
    """ "Would meet if", "will meet unless"."""
    if draft.form is not Form.FINITE or (draft.tense is Tense.PAST and draft.modality is Modality.NONE):
        return False
    return _in_the_event(syntax, draft) or any(
        clause.relation is Relation.ADVERBIAL
        and ((clause.marker and governor_of(Frame.MARK, clause.marker)) or _inverted(syntax, clause))
        for clause in draft.below
    )


def _in_the_event(syntax: Syntax, draft: Draft) -> bool:
    """ "In the event of a truce, she will meet him"."""
    for link in syntax.children[draft.token.i]:
        noun = syntax.child(link.i, "pobj") if link.dep == "prep" else None
        of = syntax.child(noun.i, "prep") if noun is not None else None
        rule = governor_of(Frame.PREPOSITION, f"{noun.lower} {of.lower}") if noun is not None and of is not None else None
        if rule is not None and rule.factuality is Factuality.POSSIBLE:
            return True
    return False


def counterfactual(draft: Draft) -> bool:
    """ "If they had met", "they would have met if"."""
    return draft.key == "past perfect" or draft.key.endswith(" have")
