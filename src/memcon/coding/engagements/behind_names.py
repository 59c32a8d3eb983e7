"""The place and the days of a visit behind the name of who makes it: "the visit of X, President of Y, to Z from 24 to 28 June".

Comes in: a resolved document and the noun. Goes out: the place behind "to", and the stretch of days behind "from", which parses hang
on the verb of the sentence. Nothing where a verb or another engagement stands between.
"""

from collections.abc import Iterator

from memcon.model.annotated import Token
from memcon.model.resolved import Place, Resolved, Time
from memcon.registers.engagements import nouns


def place_behind_name(r: Resolved, i: int) -> Place | None:
    """The place behind "to"."""
    links = (t.i for t in _behind(r, i) if t.lower == "to")
    found = (p for n in links if (p := r.place_at(n + 1)) is not None and p.first == n + 1)
    return next((p.place for p in found), None)


def days_behind_name(r: Resolved, i: int) -> Time | None:
    """The stretch of days behind "from"."""
    links = (t.i for t in _behind(r, i) if t.lower == "from")
    found = (t for n in links if (t := r.time_at(n + 1)) is not None and t.kind not in ("duration", "set"))
    return next((t for t in found if (t.date.days or 0) > 1), None)


def _behind(r: Resolved, i: int) -> Iterator[Token]:
    """The words behind "visit of X", up to a verb, another engagement or the end of the clause."""
    tokens, last = r.annotated.tokens, r.annotated.sentence_of(i).last
    if i + 1 >= last or tokens[i + 1].lower not in ("of", "by"):
        return
    for t in tokens[i + 1 : last]:
        if t.pos in ("VERB", "AUX") or t.text in (";", ":") or (t.pos == "NOUN" and t.lemma.lower() in nouns()):
            return
        yield t
