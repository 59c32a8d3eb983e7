"""Where an engagement is, by the grammar around its verb or noun.

Comes in: a resolved document and the token of the verb or noun. Goes out: its place, None where its clause does not say.
"""

from collections.abc import Iterator

from memcon.coding.engagements.behind_names import place_behind_name
from memcon.coding.engagements.behind_nouns import after_company, in_topic, under_way
from memcon.coding.engagements.beside import beside_what, own_seat, seat_of_session
from memcon.coding.engagements.leaving import left_after, place_left
from memcon.coding.engagements.named_places import place_named_at
from memcon.coding.engagements.naming import named_by_place, only_called_so
from memcon.coding.engagements.participants import is_place
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.set_clauses import of_first_plan, set_behind, sets, with_complements
from memcon.coding.engagements.there import place_of_there
from memcon.coding.engagements.told_places import (
    before_where,
    held_in,
    place_at_verb,
    planned_by,
    there_to,
    where_before_leaving,
    where_told_after,
)
from memcon.coding.engagements.venues import town_of_venue
from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import Place, Resolved
from memcon.registers.cues import cues
from memcon.registers.engagements import nouns, verb_at, words
from memcon.registers.governors import Frame, governor_of

CLAUSES = frozenset(("ccomp", "advcl", "relcl", "conj", "csubj", "parataxis", "acl"))


GOING = frozenset(("destination", "departure", "arrival", "presence", "origin", "escort", "sent"))


ON_A_MATTER = frozenset(("topic", "views"))  # needs of verbs whose object is what was talked about


ELSEWHERE = frozenset((*GOING, "place", "invitation", "caller"))  # what their objects tell is no place of theirs


LEADING = frozenset(("destination", "departure", "arrival", "presence"))  # needs of verbs that lead somewhere


WANTED = {
    "destination": ("to", "for", "in", "into", "between", "through"), "invitation": ("to",), "departure": ("for", "to"),
    "arrival": ("in", "at"), "origin": ("from",), "escort": ("to", "into"), "sent": ("to", "into"),
}  # fmt: skip  # the prepositions before the place


WHERE = frozenset(("in", "at", "to", "into", "from", "for", "near", "outside", "on", "through", "across", "of"))


def place_of_verb(r: Resolved, i: int, needs: str) -> Place | None:
    wanted = WANTED.get(needs, ("in", "at", "outside", "near", "to"))
    a = r.annotated
    if needs in ("place", "reached") and (what := a.child(i, "dobj")) and (found := place_named_at(r, what.i)):
        return found
    behind = (t for t in own_tokens(a, i) if t.head != i and t.i > i)  # before it stand the titles of who goes
    near = [*a.children(i), *behind] if needs in GOING else a.children(i)
    for child in near:
        inner = a.child(child.i, "pobj") if child.dep == "prep" and child.lower in wanted else None
        if inner is not None and inner.lemma in nouns() and needs != "company":
            return None  # "flew to a conference in London": the conference names it
        if inner is not None and (found := place_named_at(r, inner.i)):
            return found
    if needs == "presence" and (found := where_of(r, i)) is not None:
        return found  # "will fly to Lima, where she is to stay until Friday"
    if needs in ("destination", "departure") and (found := there_to(r, i)) is not None:
        return found
    if needs in ELSEWHERE:
        return None
    if (found := where_of(r, i) or where_travelled(r, i)) is not None:
        return found
    own = (*own_tokens(a, i), *behind_aside(a, i))
    inside = [t for t in own if t.i > i and t.lower in ("in", "at") and t.dep == "prep"]
    matter = a.child(i, "dobj") if inside and needs in ON_A_MATTER else None
    of_matter = {t.i for t in a.subtree(matter.i)} if matter is not None else set()
    found = next((found for t in inside if (x := a.child(t.i, "pobj")) and (found := _set_at(r, t, x, of_matter))), None)
    found = found or next((place for n in planned_by(a, i) if (place := place_at_verb(r, n))), None)
    return found or place_of_there(r, i) or town_of_venue(r, i, True) or beside_another(r, i) or _told_beside(r, i)


def _told_beside(r: Resolved, i: int) -> Place | None:
    """What other verbs of the sentence tell of its place; last the session that began in a town, which somebody ends."""
    found = where_told_after(r, i) or where_before_leaving(r, i)
    held = r.annotated.child(i, "nsubj", "nsubjpass") if found is None else None
    return _where_set(r, held.i) if held is not None and held.lower not in ("who", "which", "that") else found


def _set_at(r: Resolved, link: Token, inner: Token, of_matter: set[int]) -> Place | None:
    """The place, unless it is a state that a matter lies in: "discussed the war in Mali"."""
    found = place_named_at(r, inner.i)
    return None if found is not None and found.is_country and (link.i in of_matter or in_topic(r, link)) else found


def behind_aside(a: Annotated, i: int) -> list[Token]:
    """ "Met him, accompanied by his envoy, in Lima on Friday": what stands behind the aside is said of the verb."""
    near = [
        t for x in (a.tokens[i], *a.children(i)) for t in a.children(x.i) if t.dep in ("advcl", "acl") and t.tag == "VBN"
    ]
    links = [t for x in near for t in a.children(x.i) if t.dep == "prep" and t.i > i + 1 and a.tokens[t.i - 1].text == ","]
    ends = {x.i: min((t.i for t in links if t.head == x.i), default=None) for x in near}
    behind = [t for x in near for t in a.children(x.i) if (end := ends[x.i]) is not None and t.i >= end and t.dep == "prep"]
    return [y for t in behind for y in own_tokens(a, t.i)]


def beside_another(r: Resolved, i: int) -> Place | None:
    """ "Met on the sidelines of the forum in Hanoi": the place of the engagement that it was beside."""
    what = beside_what(r.annotated, i)
    if what is None:
        return None
    inside = sorted(x.i for x in r.annotated.subtree(what.i))
    named = place_of_noun(r, what.i) or next((p.place for n in inside if (p := r.place_at(n))), None)
    return named or seat_of_session(r, what) or _told_elsewhere(r, what)


def _told_elsewhere(r: Resolved, what: Token) -> Place | None:
    """The place that the rest of the text tells of "the summit"."""
    same = (
        [t for t in r.annotated.tokens if t.lemma == what.lemma and t.i != what.i] if what.lemma.lower() in nouns() else []
    )
    found = {place.name: place for t in same if (place := place_of_noun(r, t.i)) is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def where_of(r: Resolved, i: int) -> Place | None:
    """ "traveled to Vienna, where he met": the place that the clause hangs on."""
    a = r.annotated
    adverb: Token | None = None
    while (a.tokens[i].dep == "conj" and not a.child(i, "nsubj")) or a.tokens[i].dep == "xcomp":  # "where he is to hold"
        adverb = adverb or _adverb_where(a, i)
        i = a.tokens[i].head
    token = a.tokens[i]
    adverb = adverb or _adverb_where(a, i)
    named = r.place_at(token.head) if token.dep == "relcl" and adverb is not None else None
    return named.place if named is not None else before_where(r, adverb) if adverb is not None else None


def _adverb_where(a: Annotated, i: int) -> Token | None:
    return next((t for t in a.children(i) if t.lower == "where"), None)


def where_travelled(r: Resolved, i: int) -> Place | None:
    """ "is in Vienna today, meeting with the king", "made a trip to Vienna to meet the king": what somebody does there."""
    a, token = r.annotated, r.annotated.tokens[i]
    if token.dep == "relcl" and token.tag == "VB" and is_visit_like(a.head(i)) and token.head < i:
        return place_of_noun(r, token.head)
    if token.tag == "VB" and token.dep == "advcl" and _is_purpose(a, token):
        return place_at_verb(r, token.head)
    if token.tag != "VBG" or token.dep not in ("advcl", "xcomp") or token.i < token.head:
        return None
    trigger = verb_at(a.head(i).lemma, particles(a, token.head))
    return place_of_verb(r, token.head, trigger.needs) if trigger is not None and trigger.kind == "visit" else None


def _is_purpose(a: Annotated, verb: Token) -> bool:
    """ "Stopped in Lima to meet him", not "hopes in Lima to meet him"."""
    over, led = a.head(verb.i), any(t.lower == "to" and t.dep == "aux" for t in a.children(verb.i))
    acts = over.pos == "VERB" and over.i < verb.i and over.lemma not in cues()
    return led and acts and governor_of(Frame.TO, over.lemma) is None


def own_tokens(a: Annotated, i: int) -> Iterator[Token]:
    """What hangs on a token without its clauses and without other engagements, which have days of their own."""
    waiting = [a.tokens[i]]  # not by recursion: a list of two thousand names hangs two thousand deep
    while waiting:
        token = waiting.pop()
        yield token
        for child in reversed(a.children(token.i)):
            inner = child.dep not in CLAUSES or child.pos in ("NOUN", "PROPN", "NUM")
            if inner and not (child.pos == "NOUN" and child.lemma in nouns()):
                waiting.append(child)


def after_container(a: Annotated, i: int) -> list[Token]:
    """What hangs on "week" in "a week of talks with Oman in Rome"."""
    container = container_of(a, i)
    if container is None:
        return []
    return [t for t in a.children(container.i) if t.i > i]


def container_of(a: Annotated, i: int) -> Token | None:
    """ "Round" of "a round of political consultations": it stands for them in its clause."""
    preposition = a.head(i)
    container = a.head(preposition.i)
    inside = a.tokens[i].dep == "pobj" and preposition.lower == "of"
    return container if inside and container.lemma in words("containers") else None


def is_visit_like(token: Token) -> bool:
    return token.lemma.lower() in words("travels")


def place_of_noun(r: Resolved, i: int) -> Place | None:
    a = r.annotated
    stands = container_of(a, i) or a.tokens[i]
    for holder in (i, *_holders(a, stands)):
        for child in [*a.children(holder), *(after_container(a, i) if holder == i else [])]:
            if child.dep == "prep" and child.lower in WHERE and (inner := a.child(child.i, "pobj")):
                dated = r.time_at(inner.i) is not None  # "on Thursday in Lima": the parse hangs the place on the day
                if holder != i and child.lower not in ("in", "at", "near", "outside") and not dated:
                    continue
                if child.lower in ("of", "from", "for", "on") and not is_visit_like(a.tokens[i]) and not dated:
                    continue
                if found := place_named_at(r, inner.i):
                    return found
    behind = next((p.place for p in map(r.place_at, right_behind(r, i)) if p), None) or after_company(r, i)
    behind = (
        behind
        or _where_set(r, i)
        or under_way(r, i)
        or place_of_there(r, i)
        or town_of_venue(r, i, False)
        or beside_another(r, i)
        or where_told_after(r, i)
        or (where_before_leaving(r, i) if a.tokens[i].dep == "dobj" else None)
    )
    if behind is None and a.tokens[i].dep == "dobj":
        behind = where_of(r, a.tokens[i].head)  # "where she will hold a meeting"
    if behind is None and not is_visit_like(a.tokens[i]):
        behind = _where_bound(r, i)
    if behind is None and is_visit_like(a.tokens[i]):
        behind = place_behind_name(r, i) or _place_left(r, i) or _paid_to(r, i)
    if behind is not None:
        return behind
    for child in a.children(i):  # "the Bali summit"
        if only_called_so(a, child.i, i):
            continue
        if child.dep in ("compound", "nmod") and child.i < i and is_place(r, child.i) and (mention := r.place_at(child.i)):
            whose = mention.place.is_region and not is_visit_like(a.tokens[i])
            return None if whose else mention.place  # an "East Asia summit" is named by whose it is
    return named_by_place(r, i) or own_seat(r, i)


def _holders(a: Annotated, noun: Token) -> Iterator[int]:
    """The verbs whose place is the noun's: "hold", and "is expected" of "is expected to hold talks"."""
    if noun.dep in ("dobj", "nsubjpass", "nsubj"):
        yield noun.head
        yield from planned_by(a, noun.head) if noun.dep == "dobj" else held_in(a, a.tokens[noun.head])


def _place_left(r: Resolved, i: int) -> Place | None:
    verb = left_after(r.annotated, i)
    found = place_left(r, verb) if verb is not None else None
    return found.place if found is not None else None


def _where_bound(r: Resolved, i: int) -> Place | None:
    """ "Left for Lima to represent her at the summit", "a trip to Lima for the summit": where the journey leads that is made for it."""
    a, token = r.annotated, r.annotated.tokens[i]
    link = a.head(i)
    if token.dep != "pobj" or link.lower not in ("at", "for"):
        return None
    over = a.head(link.i)
    if over.pos in ("NOUN", "PROPN"):
        bound = place_named_at(r, over.i) if link.lower == "for" else None  # "for Perth for the summit"
        if bound is not None:
            return bound if _is_goal(r, over) else None
        return place_of_noun(r, over.i) if link.lower == "for" and is_visit_like(over) else None
    if over.tag == "VB" and over.dep in ("advcl", "xcomp"):
        over = a.head(over.i)
    trip = next((t for t in a.children(over.i) if t.dep == "dobj" and is_visit_like(t)), None)
    if trip is not None and link.lower == "for":
        return place_of_noun(r, trip.i)
    trigger = verb_at(over.lemma, particles(a, over.i)) if over.pos == "VERB" else None
    return place_of_verb(r, over.i, trigger.needs) if trigger is not None and trigger.needs in LEADING else None


def _is_goal(r: Resolved, place: Token) -> bool:
    """Does a verb or noun of travelling lead to it?"""
    a = r.annotated
    over = a.head(a.head(place.i).i)
    trigger = verb_at(over.lemma, particles(a, over.i)) if over.pos == "VERB" else None
    return is_visit_like(over) or (trigger is not None and trigger.needs in LEADING)


def _paid_to(r: Resolved, i: int) -> Place | None:
    """ "The visit which she paid to Mali", "a trip that will take him to Oslo"."""
    a = r.annotated
    links = (x for t in a.children(i) if t.dep == "relcl" for x in a.children(t.i) if x.dep in ("prep", "dative"))
    inside = (x for t in links if t.lower == "to" and (x := a.child(t.i, "pobj")) is not None)
    alone = (x for x in inside if a.child(x.i, "conj") is None)  # of several each is a stop of its own
    return next((found.place for x in alone if (found := r.place_at(x.i)) is not None), None)


def _where_set(r: Resolved, i: int) -> Place | None:
    """ "Talks planned for next week in Rome": the place that the clause behind the noun gives."""
    a = r.annotated
    behind = with_complements(a, (t for t in a.children(i) if t.dep in ("acl", "relcl") or (t.tag == "JJ" and t.i > i)))
    clauses = [t for t in behind if sets(a, t) and not of_first_plan(r, i, t)] + set_behind(r, i)
    inside = [x for t in clauses for x in own_tokens(a, t.i) if x.dep == "prep" and x.lower in ("in", "at")]
    return next((found for t in inside if (x := a.child(t.i, "pobj")) and (found := place_named_at(r, x.i))), None)


def right_behind(r: Resolved, i: int) -> Iterator[int]:
    """The tokens of "in May in Rome" right behind a noun, whatever the parse hangs them on."""
    tokens, at = r.annotated.tokens, r.annotated.edges(i)[1]
    while at < len(tokens) and tokens[at].sentence == tokens[i].sentence:
        if r.time_at(at) is not None or r.place_at(at) is not None:
            yield at
        elif tokens[at].lower not in ("in", "on", "at", "the", "this") and not _set_between_commas(r, at):
            return
        at += 1


def _set_between_commas(r: Resolved, comma: int) -> bool:
    """ "The first summit, in January, ended": a day or a place between two commas is of the noun before them."""
    tokens, at = r.annotated.tokens, comma + 2
    if at >= len(tokens) or tokens[comma].text != "," or tokens[comma + 1].lower not in ("in", "on", "at"):
        return False
    time, place = r.time_at(at), r.place_at(at)
    end = time.last if time is not None else place.last if place is not None else len(tokens)
    return end < len(tokens) and tokens[end].text == ","
