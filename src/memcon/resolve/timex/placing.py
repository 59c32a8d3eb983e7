"""Time expressions placed in their document, before they are dated: signal, clause, direction, the order of numbers.

Comes in: a document with its clauses. Goes out: a `Placed` for each of its expressions, in the order of the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from memcon.model.annotated import Annotated, TimeExpression
from memcon.model.clauses import Clause, Clauses
from memcon.model.document import Document
from memcon.model.resolved import Signal
from memcon.registers.times import date_order
from memcon.resolve.states.publisher import publisher_of
from memcon.resolve.timex.absolute import order_of
from memcon.resolve.timex.direction import AHEAD, Direction, clause_of, direction_of
from memcon.resolve.timex.signals import signal_of

HOME = frozenset(["government", "agency", "press"])  # publishers that write dates as their country does


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression with the signal before it, the clause that it stands in and the direction in which it lies."""

    expression: TimeExpression
    signal: Signal
    clause: Clause | None
    direction: Direction


def place_all(annotated: Annotated, clauses: Clauses) -> Sequence[Placed]:
    """Every expression of the document, placed."""
    return _agreeing([_place(annotated, clauses, expression) for expression in _ordered(annotated)])


def _ordered(annotated: Annotated) -> Sequence[TimeExpression]:
    """The expressions, numbers such as "3/5/2021" read as another of the text must be read, or as its publisher writes."""
    told = {order for e in annotated.times if e.when and (order := order_of(e.when))}
    order = next(iter(told)) if len(told) == 1 else None if told else _home_order(annotated.document)
    return tuple(_in_order(e, order) for e in annotated.times) if order else annotated.times


def _home_order(document: Document) -> str | None:
    publisher = publisher_of(document)
    return date_order(publisher.state) if publisher.state and publisher.kind in HOME else None


def _in_order(expression: TimeExpression, order: str) -> TimeExpression:
    when = expression.when
    if when is None or when.form != "numeric" or when.name is not None or order_of(when):
        return expression
    return replace(expression, when=replace(when, name=order))


def _place(annotated: Annotated, clauses: Clauses, expression: TimeExpression) -> Placed:
    signal = signal_of(annotated, expression)
    direction = direction_of(annotated, clauses, expression, signal)
    if direction.open and signal is Signal.BY:
        direction = AHEAD
    return Placed(expression, signal, clause_of(annotated, clauses, expression), direction)


def _agreeing(placed: Sequence[Placed]) -> Sequence[Placed]:
    """What nothing gives a direction takes that of the same words elsewhere in the document, where all the others agree."""
    known: dict[str, set[str]] = {}
    for one in placed:
        if one.direction.tense:
            known.setdefault(one.expression.value, set()).add(one.direction.tense)
    found = []
    for one in placed:
        others = known.get(one.expression.value, set())
        if one.direction.open and len(others) == 1:
            one = replace(one, direction=Direction(next(iter(others))))
        found.append(one)
    return found
