"""What the word before a time expression makes of it: "until Friday", "since March", "(to April 12)", "postponed to May".

Comes in: a time expression that is dated, the days that the document is written on. Goes out: the signal (TimeML's word), and
the days on its side: what lasts until Friday can be on any day from the report to Friday. The TIMEX3 value stays that of the
words.
"""

from dataclasses import replace
from datetime import date, timedelta

from memcon.model.annotated import Annotated, TimeExpression, Token
from memcon.model.dates import Anchor, DateRange
from memcon.model.resolved import Signal
from memcon.registers.times import time_words

DAY = timedelta(days=1)
ENDS = frozenset([Signal.UNTIL, Signal.BY, Signal.BEFORE])
BEGINNINGS = frozenset([Signal.SINCE, Signal.FROM, Signal.AFTER])


def signal_of(annotated: Annotated, expression: TimeExpression) -> Signal:
    """What the word before an expression makes of it."""
    if expression.when is not None and expression.when.end is not None:
        return Signal.ON  # "from Monday to Friday" names both ends itself
    before = annotated.tokens[max(expression.first - 2, 0) : expression.first]
    if before and _moves(annotated, before[-1]):
        return Signal.OLD if before[-1].lower == "from" else Signal.NEW
    word = expression.preposition or "".join(t.lower for t in before)
    named = time_words()["signal"].get(word)
    return Signal(named) if isinstance(named, str) else Signal.ON


def _moves(annotated: Annotated, preposition: Token) -> bool:
    """Is it the preposition of a verb that takes an occasion to another day: "moved from", "put off until"?"""
    if preposition.lower not in time_words()["move_preposition"]:
        return False
    head = annotated.head(preposition.i)
    verb = annotated.head(head.i) if head.pos in ("ADV", "ADP", "ADJ") else head
    near = {t.lower for t in annotated.tokens[verb.i + 1 : preposition.i]}
    lemmas = [word.partition(" ") for word in time_words()["move"]]
    return any(verb.lemma == lemma and (not particle or particle in near) for lemma, _, particle in lemmas)


def within_signal(days: DateRange, signal: Signal, tense: str | None, anchor: Anchor | None) -> DateRange:
    """The days on the side of the signal; the day of the report bounds what goes on as it is written."""
    if not days.known or days.reference is not None:
        return days
    if signal in ENDS:
        last = days.earliest - DAY if signal is Signal.BEFORE and days.earliest else days.latest
        first = anchor.first if anchor and tense != "past" else None
        return replace(days, earliest=None if _over(first, last) else first, latest=last)
    if signal in BEGINNINGS:
        last = anchor.last if anchor and tense == "past" else None
        return replace(days, latest=None if _over(days.earliest, last) else last)
    return days


def _over(first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and first > last
