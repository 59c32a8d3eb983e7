"""When and where an event is: the day and place told in its own clause, else what the day of the report bounds.

Comes in: a resolved document and the token that shows the event. Goes out: its `DateRange` and `Place`, None where nothing tells
them. A day that belongs to another verb's clause is left to that verb; what is told as past was before the end of the day of the
report, and no nearer day is made up.
"""

from collections.abc import Iterator

from memcon.coding.events.clauses import verb_over
from memcon.model.annotated import Annotated, Token
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.findings import Tense
from memcon.model.resolved import Place, Resolved, Time

OTHER_CLAUSES = frozenset(("ccomp", "advcl", "relcl", "conj", "csubj", "parataxis", "acl"))
WHERE = frozenset(("in", "at", "near", "outside"))


def day_of(r: Resolved, trigger: int, tense: Tense) -> DateRange | None:
    """The days of the event of this trigger."""
    told = next((t.date for at in _clauses(r.annotated, trigger) if (t := _time_in(r, at)) and t.date.known), None)
    if told is not None:
        return told
    published = r.annotated.document.published
    if tense == "past" and published.latest is not None:
        return DateRange(
            None, published.latest, None, Basis(BasisKind.BOUNDED, reason="told as past, and no day beside it")
        )
    return None


def place_of(r: Resolved, trigger: int) -> Place | None:
    """Where it is, as a phrase of place in its clause says."""
    a = r.annotated
    for token in _own(a, verb_over(a, trigger)):
        if token.dep == "pobj" and a.head(token.i).lower in WHERE and (found := r.place_at(token.i)) is not None:
            return found.place
    return None


def _clauses(a: Annotated, trigger: int) -> Iterator[int]:
    """The trigger itself, the verb of its clause, and the verb that this one goes on from or that tells its plan."""
    yield trigger
    verb = a.tokens[verb_over(a, trigger)]
    yield verb.i
    while verb.dep in ("xcomp", "conj") and verb.head != verb.i and a.head(verb.i).pos in ("VERB", "AUX"):
        verb = a.head(verb.i)
        yield verb.i


def _time_in(r: Resolved, head: int) -> Time | None:
    return next((time for token in _own(r.annotated, head) if (time := r.time_at(token.i)) is not None), None)


def _own(a: Annotated, head: int) -> list[Token]:
    """What hangs on a word, without the clauses below it, in the order of the text."""
    found, stack = [], [head]
    while stack:
        at = stack.pop()
        found.append(a.tokens[at])
        stack += [t.i for t in a.children(at) if t.dep not in OTHER_CLAUSES]
    return sorted(found, key=lambda t: t.i)
