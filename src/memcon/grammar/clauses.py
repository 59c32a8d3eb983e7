"""Annotated -> Clauses: one pass over the predicates of a document, outer ones before those that stand in them."""

from memcon.grammar.arguments import read_arguments
from memcon.grammar.diaries import paragraphs_of_days
from memcon.grammar.drafts import Draft, Syntax
from memcon.grammar.ellipsis import complete
from memcon.grammar.factuality import decide
from memcon.grammar.headlines import headlines, read_headlines
from memcon.grammar.holders import read_holder
from memcon.grammar.mending import mended
from memcon.grammar.nominals import read_noun
from memcon.grammar.predicates import find_predicates
from memcon.grammar.relations import relate
from memcon.grammar.verbforms import read_form
from memcon.model.annotated import Annotated
from memcon.model.clauses import Clause, Clauses


def clauses_of(annotated: Annotated) -> Clauses:
    """Every clause of a document, in the order of their predicates."""
    syntax = Syntax(annotated, mended(annotated))
    syntax.of_days = paragraphs_of_days(syntax)
    find_predicates(syntax)
    ordered = syntax.all()
    relate(syntax, ordered)
    drafts = outer_first(ordered)
    for draft in drafts:
        if draft.nominal:
            read_noun(syntax, draft)
        else:
            read_form(syntax, draft)
            read_arguments(syntax, draft)
    for draft in drafts:
        read_holder(syntax, draft)
    lines = headlines(syntax)
    read_headlines(syntax, drafts, lines)
    for draft in drafts:
        decide(syntax, draft)
    complete(syntax, drafts)
    return Clauses(_frozen(syntax, ordered), lines)


def outer_first(drafts: list[Draft]) -> list[Draft]:
    """The drafts, each after the one that it stands in."""
    found = [draft for draft in drafts if draft.parent is None]
    for draft in found:
        found += draft.below
    return found


def _frozen(syntax: Syntax, drafts: list[Draft]) -> tuple[Clause, ...]:
    """The clauses; each takes the tokens [first, last) that hang on it: its outermost words, the branches of a parse being unbroken."""
    index = {draft.token.i: n for n, draft in enumerate(drafts)}
    firsts: dict[int, int] = {}
    lasts: dict[int, int] = {}
    clauses = []
    for draft in drafts:
        i, top = draft.token.i, draft.top.i
        first, last = _outermost(syntax, top, 0, firsts), _outermost(syntax, top, -1, lasts)
        clauses.append(_clause(draft, index, min(first, i), max(last, i) + 1))
    return tuple(clauses)


def _outermost(syntax: Syntax, i: int, side: int, known: dict[int, int]) -> int:
    """The first (side 0) or last (side -1) token that hangs on token i; `known`: what was found so far."""
    passed = []
    while i not in known:
        passed.append(i)
        outer = syntax.children[i][side].i if syntax.children[i] else i
        if (outer >= i) if side == 0 else (outer <= i):
            known[i] = i
        else:
            i = outer
    known.update(dict.fromkeys(passed, known[i]))
    return known[i]


def _clause(draft: Draft, index: dict[int, int], first: int, last: int) -> Clause:
    """The clause of a draft. By position: by keyword it takes a quarter longer."""
    i, parent = draft.token.i, draft.parent
    return Clause(
        index[i],
        i,
        first,
        last,
        draft.form,
        draft.passive,
        draft.agents,
        draft.patients,
        draft.recipients,
        draft.prepositional,
        draft.tense,
        draft.aspect,
        draft.modality,
        draft.polarity,
        draft.condition,
        draft.factuality,
        draft.holder,
        draft.relation,
        index[parent.token.i] if parent is not None else None,
        draft.marker,
        draft.governor,
        draft.rule.name if draft.rule is not None else "",
    )
