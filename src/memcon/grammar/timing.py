"""Whether a present looks ahead or tells a habit: "arrives on Monday", "meets every year".

Comes in: a `Draft` in the present. Goes out: its factuality and aspect, changed where a time expression in its clause says so.
"""

from memcon.grammar.drafts import Draft, Syntax
from memcon.model.clauses import Aspect, Factuality
from memcon.registers.governors import Frame, governor_of


def looks_ahead(syntax: Syntax, draft: Draft) -> None:
    """Set scheduled where the present has a day of its own, habitual where it has a set of days."""
    for first, last, kind, when in times_of(syntax, draft):
        if kind == "set":
            draft.aspect = Aspect.HABITUAL
            return
        if when is not None and when.form in ("same", "ago", "reference", "duration", "term", "unit") and when.shift != 1:
            continue
        if kind in ("duration",) or last <= first:
            continue
        draft.factuality = Factuality.SCHEDULED
        rule = governor_of(Frame.FORM, "present ahead")
        draft.rule = rule.name if rule else draft.rule
        return


def times_of(syntax: Syntax, draft: Draft):  # type: ignore[no-untyped-def]
    """The time expressions that hang on the predicate itself."""
    if not syntax.annotated.times:
        return
    sentence = syntax.annotated.sentence_of(draft.token.i)
    for time in syntax.annotated.times:
        if sentence.first <= time.first < sentence.last and syntax.draft_of(time.first, time.last) is draft:
            yield time.first, time.last, time.kind, time.when
