"""Whether a present looks ahead or a verb tells a habit: "arrives on Monday", "is flying tomorrow", "meets every year".

Comes in: a finite `Draft`. Goes out: its factuality and aspect, changed where a time expression or an adverb of its clause says so.
"""

from memcon.grammar.drafts import Draft, Syntax
from memcon.model.annotated import TimeExpression
from memcon.model.clauses import Aspect, Form, Tense
from memcon.registers.governors import Frame, governor_of

BEHIND = frozenset(["ago", "duration", "reference", "term"])


def read_times(syntax: Syntax, draft: Draft) -> None:
    """Set scheduled where a present has a day of its own, habitual where the clause tells of many."""
    if draft.form is not Form.FINITE or draft.tense not in (Tense.PRESENT, Tense.PAST, Tense.HEADLINE):
        return
    if _often(syntax, draft):
        draft.aspect = Aspect.HABITUAL
        return
    for time in syntax.times_in(draft):
        if time.kind == "set":
            draft.aspect = Aspect.HABITUAL
            return
        if draft.key in ("present", "headline", "present progressive", "present passive") and _ahead(time):
            draft.settle(governor_of(Frame.FORM, "present ahead"))


def _often(syntax: Syntax, draft: Draft) -> bool:
    """ "Usually meets", "rarely briefs", "visits every spring"."""
    for token in syntax.children[draft.token.i]:
        if token.dep == "advmod" and governor_of(Frame.HABIT, token.lower):
            return True
        if token.dep == "npadvmod" and any(
            governor_of(Frame.HABIT, t.lower) for t in syntax.children[token.i] if t.dep == "det"
        ):
            return True
    return False


def _ahead(time: TimeExpression) -> bool:
    when = time.when
    if when is None:
        return time.kind != "duration"
    if when.clock is not None and not any((when.day, when.weekday, when.month, when.shift, when.unit)):
        return False  # the clock of a live blog
    return when.form not in BEHIND and when.shift != -1 and time.preposition not in ("since", "from")
