"""The place of an engagement that another verb of its sentence has: "talks are expected to be held in Cairo", "in Cairo she is due to meet
him", "told reporters in Cairo after a meeting with him", "met him before leaving Cairo", "in Chile, where both attend a summit".

Comes in: a resolved document and the token of the verb or noun. Goes out: the place, or the verbs whose place is its own. Refused: the
verb of somebody's words where the engagement behind "after" has a day of its own, or nobody with whom it was.
"""

from collections.abc import Iterator

from memcon.coding.engagements.leaving import place_left
from memcon.coding.engagements.named_places import place_named_at
from memcon.coding.engagements.set_clauses import sets, with_complements
from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import Place, Resolved
from memcon.registers.cues import cues
from memcon.registers.engagements import words

COMPANY = frozenset(("with", "between"))
RAISED = frozenset(("xcomp", "acomp"))


def held_in(a: Annotated, verb: Token) -> Iterator[int]:
    """The verbs whose place is that of their subject: "held" of "are scheduled to be held"."""
    yield from (t.i for t in with_complements(a, [verb]) if t.i != verb.i and sets(a, t))


def planned_by(a: Annotated, i: int) -> Iterator[int]:
    """The verbs that only say that what a verb tells is planned: "is expected" of "in Cairo she is expected to meet him"."""
    token, plan = a.tokens[i], False
    while token.dep in RAISED and token.head != token.i:
        due = token.dep == "acomp"
        token = a.head(token.i)
        plan = due or (token.lemma in words("scheduling") and token.tag == "VBN")
        if plan and token.pos in ("VERB", "AUX"):
            yield token.i


def place_at_verb(r: Resolved, verb: int) -> Place | None:
    """What "in" or "at" names that hangs on a verb itself."""
    a = r.annotated
    links = (t for t in a.children(verb) if t.dep == "prep" and t.lower in ("in", "at"))
    return next((found for t in links if (x := a.child(t.i, "pobj")) and (found := place_named_at(r, x.i))), None)


def before_where(r: Resolved, where: Token) -> Place | None:
    """ "Goes to Lima on Friday, where": the place before it, whatever the parse hangs the clause on."""
    a = r.annotated
    for i in range(where.i - 1, a.sentence_of(where.i).first - 1, -1):
        if (place := r.place_at(i)) is not None:
            return place.place
        actor, token = r.actor_at(i), a.tokens[i]
        of_state = actor is not None and actor.kind == "state"  # "Santiago, Chile, where"
        if token.text != "," and not of_state and r.time_at(i) is None and token.lower not in ("on", "in", "this"):
            return None
    return None


def where_told_after(r: Resolved, i: int) -> Place | None:
    """ "Told reporters in Cairo after a meeting with the king": who tells of it as he comes out is where it was."""
    a = r.annotated
    link = a.head(i)
    if a.tokens[i].dep not in ("pobj", "pcomp") or link.lower not in words("behind_a_visit"):
        return None
    verb = next((t for t in a.ancestors(link.i) if t.pos in ("VERB", "AUX")), None)
    if verb is None or verb.lemma not in cues() or verb.i > i or not _tells_press(a, verb):
        return None
    inside = list(a.subtree(i))
    if any(t.lower == "at" for t in inside) or a.tokens[max((t.i for t in inside), default=i) + 1].lower == "at":
        return None
    whom = any(t.lower in COMPANY for t in a.children(i)) or a.child(i, "dobj") is not None
    return place_at_verb(r, verb.i) if whom and not any(r.time_at(t.i) is not None for t in inside) else None


def _tells_press(a: Annotated, verb: Token) -> bool:
    """ "Told reporters", "said to journalists": not what somebody said or wrote elsewhere, later."""
    links = [verb, *(t for t in a.children(verb.i) if t.dep in ("prep", "dative"))]
    whom = [*a.children(verb.i), *(x for link in links[1:] for x in a.children(link.i))]
    return any(t.dep in ("dobj", "dative", "pobj") and (t.lemma in words("listening") or t.lower == "press") for t in whom)


def where_before_leaving(r: Resolved, i: int) -> Place | None:
    """ "Met him before leaving Cairo", "before flying out of Cairo"."""
    a = r.annotated
    verb = i if a.tokens[i].pos == "VERB" else a.tokens[i].head
    sentence = a.sentence_of(i)
    if sum(sentence.first <= t.first < sentence.last for t in r.times) > 1:
        return None  # "met him in May before leaving Paris on Monday"
    for link in a.children(verb):
        leaving = a.child(link.i, "pcomp") if link.lower == "before" and link.dep == "prep" else None
        if link.dep == "advcl" and any(t.lower == "before" and t.dep == "mark" for t in a.children(link.i)):
            leaving = link
        if leaving is not None and (found := place_left(r, leaving)) is not None:
            return found.place
    return None


def there_to(r: Resolved, i: int) -> Place | None:
    """ "Left yesterday for Lima to attend the forum": the parse makes the place the one who attends it."""
    a = r.annotated
    for clause in a.children(i):
        link = a.child(clause.i, "mark") if clause.dep == "advcl" and clause.tag == "VB" else None
        inner = a.child(clause.i, "nsubj") if link is not None and link.lower == "for" else None
        if inner is not None and link is not None and inner.i > link.i and (found := r.place_at(inner.i)) is not None:
            return found.place
    return None
