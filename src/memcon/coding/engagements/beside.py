"""What an engagement was beside: "on the sidelines of the UN General Assembly", "the forum, on whose margins they met".

Comes in: a document and the token of a verb or noun. Goes out: the noun of the other gathering, and the town in which it meets year
after year, where a register has it.
"""

import re

from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import Place, Resolved
from memcon.registers.engagements import words
from memcon.registers.places import places_named
from memcon.registers.session_seats import session_seats

PARTS = frozenset(("conj", "compound", "nmod"))
ARTICLES = frozenset(("a", "an", "the", "this"))
LONGEST = 9  # words of a gathering's name behind its noun
BEHIND = 150  # tokens behind a verb in which its sentence names what it was beside


def beside_what(a: Annotated, i: int) -> Token | None:
    """ "On the sidelines of the forum", "the forum, on whose sidelines": the noun of what it was beside."""
    near = [*a.children(i), *(a.children(verb.i) if (verb := _verb_of_object(a, i)) is not None else ())]
    in_front = [x for t in near if t.dep == "prep" and t.i < i and (x := a.child(t.i, "pobj", "pcomp")) is not None]
    for t in (*in_front, *a.tokens[i + 1 : min(a.sentence_of(i).last, i + BEHIND)]):
        if t.text in (";", ":") or t.lower in ("said", "told"):
            return None
        what = _owner(a, t) if t.lemma.lower() in words("beside") else None
        if what is not None:
            return None if a.edges(what.i)[0] <= i < t.i else what  # no gathering is beside itself
    return None


def _verb_of_object(a: Annotated, i: int) -> Token | None:
    """ "Had" of "had a tete-a-tete and a working breakfast"."""
    while a.tokens[i].dep in PARTS and a.tokens[i].head != i:
        i = a.tokens[i].head
    return a.head(i) if a.tokens[i].dep == "dobj" else None


def _owner(a: Annotated, margin: Token) -> Token | None:
    """What the margins are of."""
    of = a.child(margin.i, "prep")
    if of is not None and of.lower == "of":
        return a.child(of.i, "pobj")
    owner = a.child(margin.i, "poss")
    if owner is None or owner.lower != "whose":
        return owner if owner is not None and owner.pos in ("NOUN", "PROPN") else None
    clause = next((t for t in a.ancestors(margin.i) if t.dep == "relcl"), None)
    return a.head(clause.i) if clause is not None else None


def seat_of_session(r: Resolved, what: Token) -> Place | None:
    """The town of a gathering that meets in no other: of "the 67th session of the UN General Assembly" New York."""
    a, first = r.annotated, r.annotated.edges(what.i)[0]
    return _seat_named(a.read(first, min(a.sentence_of(what.i).last, what.i + LONGEST)))


def own_seat(r: Resolved, i: int) -> Place | None:
    """The town of a gathering whose name a noun is or has for whose it is: "the Munich Security Conference", "a session of the UN
    Security Council", not "a conference on the UN Security Council"."""
    a = r.annotated
    body = next((x for t in a.children(i) if t.lower == "of" and (x := a.child(t.i, "pobj")) is not None), None)
    return _seat_named(a.read(a.edges(i)[0], (i if body is None else body.i) + 1))


def _seat_named(text: str) -> Place | None:
    """By the name of the gathering: "the General Assembly", not "the OAS General Assembly"."""
    for name, row in session_seats():
        found = re.search(rf"\b{re.escape(name)}\b(?! of )", text.lower())
        before = text[: found.start()].split()[-1:] if found is not None else []
        if found is not None and not any(word[0].isupper() and word.lower() not in ARTICLES for word in before):
            known = next((k for k in places_named(row.place) if k.country == row.country), None)
            return Place(known.name, row.country, known.latitude, known.longitude, known.geonames) if known else None
    return None
