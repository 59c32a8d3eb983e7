"""Where an engagement is, by the grammar around its verb or noun.

Comes in: a resolved document and the token of the verb or noun. Goes out: its place, None where its clause does not say.
"""

from collections.abc import Iterator

from memcon.coding.engagements.behind_names import place_behind_name
from memcon.coding.engagements.beside import beside_what, seat_of_session
from memcon.coding.engagements.leaving import left_after, place_left
from memcon.coding.engagements.naming import named_by_place, only_called_so
from memcon.coding.engagements.participants import is_place
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.set_clauses import of_first_plan, set_behind, sets, with_complements
from memcon.coding.engagements.there import place_of_there
from memcon.coding.engagements.venues import town_of_venue
from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import Place, PlaceMention, Resolved
from memcon.registers.engagements import nouns, verb_at, words
from memcon.registers.places import places_named
from memcon.registers.states import states

CLAUSES = frozenset(("ccomp", "advcl", "relcl", "conj", "csubj", "parataxis", "acl"))


GOING = frozenset(("destination", "departure", "arrival", "presence", "origin", "escort", "sent"))


ELSEWHERE = frozenset((*GOING, "place", "invitation", "caller"))  # what their objects tell is no place of theirs


WANTED = {
    "destination": ("to", "for", "in", "into", "between", "through"), "invitation": ("to",), "departure": ("for", "to"),
    "arrival": ("in", "at"), "origin": ("from",), "escort": ("to", "into"), "sent": ("to", "into"),
}  # fmt: skip  # the prepositions before the place


WHERE = frozenset(("in", "at", "to", "into", "from", "for", "near", "outside", "on", "through", "across", "of"))


def place_of_verb(r: Resolved, i: int, needs: str) -> Place | None:
    wanted = WANTED.get(needs, ("in", "at", "outside", "near", "to"))
    a = r.annotated
    if needs in ("place", "reached") and (what := a.child(i, "dobj")) and (found := _place_at(r, what.i)):
        return found
    behind = (t for t in own_tokens(a, i) if t.head != i and t.i > i)  # before it stand the titles of who goes
    near = [*a.children(i), *behind] if needs in GOING else a.children(i)
    for child in near:
        inner = a.child(child.i, "pobj") if child.dep == "prep" and child.lower in wanted else None
        if inner is not None and inner.lemma in nouns() and needs != "company":
            return None  # "flew to a conference in London": the conference names it
        if inner is not None and (found := _place_at(r, inner.i)):
            return found
    if needs == "presence" and (found := where_of(r, i)) is not None:
        return found  # "will fly to Lima, where she is to stay until Friday"
    if needs in ("destination", "departure") and (found := _there_to(r, i)) is not None:
        return found
    if needs in ELSEWHERE:
        return None
    if (found := where_of(r, i) or where_travelled(r, i)) is not None:
        return found
    own = (*own_tokens(a, i), *behind_aside(a, i))
    inside = [t for t in own if t.i > i and t.lower in ("in", "at") and t.dep == "prep"]
    found = next((found for t in inside if (x := a.child(t.i, "pobj")) and (found := _set_at(r, t, x))), None)
    return found or place_of_there(r, i) or town_of_venue(r, i, True) or beside_another(r, i)


def _there_to(r: Resolved, i: int) -> Place | None:
    """ "Left yesterday for Lima to attend the forum": the parse makes the place the one who attends it."""
    a = r.annotated
    for clause in a.children(i):
        link = a.child(clause.i, "mark") if clause.dep == "advcl" and clause.tag == "VB" else None
        inner = a.child(clause.i, "nsubj") if link is not None and link.lower == "for" else None
        if inner is not None and link is not None and inner.i > link.i and (found := r.place_at(inner.i)) is not None:
            return found.place
    return None


def _set_at(r: Resolved, link: Token, inner: Token) -> Place | None:
    """The place, unless it is a state that a matter lies in."""
    found = _place_at(r, inner.i)
    return None if found is not None and found.is_country and _in_topic(r, link) else found


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
    where = False
    while (a.tokens[i].dep == "conj" and not a.child(i, "nsubj")) or a.tokens[i].dep == "xcomp":  # "where he is to hold"
        where = where or any(t.lower == "where" for t in a.children(i))
        i = a.tokens[i].head
    token = a.tokens[i]
    where = where or any(t.lower == "where" for t in a.children(i))
    named = r.place_at(token.head) if token.dep == "relcl" and where else None
    return named.place if named is not None else None


def where_travelled(r: Resolved, i: int) -> Place | None:
    """ "is in Vienna today, meeting with the king", "made a trip to Vienna to meet the king": what somebody does there."""
    a, token = r.annotated, r.annotated.tokens[i]
    if token.dep == "relcl" and token.tag == "VB" and is_visit_like(a.head(i)) and token.head < i:
        return place_of_noun(r, token.head)
    if token.tag != "VBG" or token.dep not in ("advcl", "xcomp") or token.i < token.head:
        return None
    trigger = verb_at(a.head(i).lemma, particles(a, token.head))
    return place_of_verb(r, token.head, trigger.needs) if trigger is not None and trigger.kind == "visit" else None


def _place_at(r: Resolved, i: int) -> Place | None:
    mention = r.place_at(i)
    if mention is not None:
        return mention.place
    a = r.annotated
    for of in a.children(i):  # "the city of X", "talks at a hotel in X"
        if (
            of.dep == "prep"
            and of.lower in ("of", "in")
            and (inner := a.child(of.i, "pobj"))
            and (found := r.place_at(inner.i))
        ):
            return found.place
    return _behind_building(r, i)


def _behind_building(r: Resolved, i: int) -> Place | None:
    """ "At the Ministry of Foreign Affairs, Nay Pyi Taw": the town behind the comma."""
    a = r.annotated
    last = max((t.i for t in a.subtree(i) if t.i < len(a.tokens) and _before_comma(a, i, t.i)), default=i)
    if a.tokens[i].pos != "PROPN" or last + 2 >= len(a.tokens) or a.tokens[last + 1].text != ",":
        return None
    town = r.place_at(last + 2) or _capital_named(r, last + 2)
    if town is None or town.first != last + 2 or town.place.is_country or town.last >= len(a.tokens):
        return None
    return town.place if a.tokens[town.last].text in (".", ",", ";") else None


def _capital_named(r: Resolved, i: int) -> PlaceMention | None:
    """A capital that elsewhere stands for its government."""
    mention = r.mention_at(i)
    state = states().get(mention.actor or "") if mention is not None and mention.first == i else None
    if mention is None or state is None or mention.text not in state.capitals:
        return None
    known = next((k for k in places_named(mention.text) if k.country == state.alpha3), None)
    if known is None:
        return None
    place = Place(known.name, known.country, known.latitude, known.longitude, known.geonames)
    return PlaceMention(mention.first, mention.last, mention.span, place)


def _before_comma(a: Annotated, first: int, i: int) -> bool:
    return i >= first and not any(t.text == "," for t in a.tokens[first : i + 1])


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
    for holder in (i, *([stands.head] if stands.dep in ("dobj", "nsubjpass", "nsubj") else [])):
        for child in [*a.children(holder), *(after_container(a, i) if holder == i else [])]:
            if child.dep == "prep" and child.lower in WHERE and (inner := a.child(child.i, "pobj")):
                dated = r.time_at(inner.i) is not None  # "on Thursday in Lima": the parse hangs the place on the day
                if holder != i and child.lower not in ("in", "at", "near", "outside") and not dated:
                    continue
                if child.lower in ("of", "from", "for", "on") and not is_visit_like(a.tokens[i]) and not dated:
                    continue
                if found := _place_at(r, inner.i):
                    return found
    behind = next((p.place for p in map(r.place_at, right_behind(r, i)) if p), None) or _after_company(r, i)
    behind = (
        behind
        or _where_set(r, i)
        or _under_way(r, i)
        or place_of_there(r, i)
        or town_of_venue(r, i, False)
        or beside_another(r, i)
    )
    if behind is None and a.tokens[i].dep == "dobj":
        behind = where_of(r, a.tokens[i].head)  # "where she will hold a meeting"
    if behind is None and is_visit_like(a.tokens[i]):
        behind = place_behind_name(r, i) or _place_left(r, i)
    if behind is not None:
        return behind
    for child in a.children(i):  # "the Bali summit"
        if only_called_so(a, child.i, i):
            continue
        if child.dep in ("compound", "nmod") and child.i < i and is_place(r, child.i) and (mention := r.place_at(child.i)):
            whose = mention.place.is_region and not is_visit_like(a.tokens[i])
            return None if whose else mention.place  # an "East Asia summit" is named by whose it is
    return named_by_place(r, i)


def _place_left(r: Resolved, i: int) -> Place | None:
    verb = left_after(r.annotated, i)
    found = place_left(r, verb) if verb is not None else None
    return found.place if found is not None else None


def _where_set(r: Resolved, i: int) -> Place | None:
    """ "Talks planned for next week in Rome": the place that the clause behind the noun gives."""
    a = r.annotated
    behind = with_complements(a, (t for t in a.children(i) if t.dep in ("acl", "relcl") or (t.tag == "JJ" and t.i > i)))
    clauses = [t for t in behind if sets(a, t) and not of_first_plan(r, i, t)] + set_behind(r, i)
    inside = [x for t in clauses for x in own_tokens(a, t.i) if x.dep == "prep" and x.lower in ("in", "at")]
    return next((found for t in inside if (x := a.child(t.i, "pobj")) and (found := _place_at(r, x.i))), None)


def _under_way(r: Resolved, i: int) -> Place | None:
    """ "The meeting of the Forum, under way in Rome since Sunday", whatever the parse hangs "under" on."""
    a = r.annotated
    for t in a.tokens[i + 1 : a.sentence_of(i).last]:
        if t.pos in ("VERB", "AUX", "SCONJ"):
            return None
        going_on = t.lower in words("under_way") or (t.lower == "way" and a.tokens[t.i - 1].lower == "under")
        if going_on and t.i + 2 < len(a.tokens) and a.tokens[t.i + 1].lower in ("in", "at"):
            mention = r.place_at(t.i + 2)
            return mention.place if mention is not None else None
    return None


def _after_company(r: Resolved, i: int) -> Place | None:
    """ "held talks with the king in Rome": the parse hangs "in Rome" on the king."""
    a = r.annotated
    for t in a.tokens[i + 1 : a.sentence_of(i).last]:
        if t.text == "," and (_beside_name(r, t.i) or _in_list(a, t.i)):
            continue  # "with the Minister of Chile, X, in Oslo"
        if t.text in (",", ";") or t.pos in ("VERB", "AUX", "SCONJ") or t.lower in ("about", "regarding", "over"):
            return None
        if t.lower in ("in", "at") and t.dep == "prep" and (x := a.child(t.i, "pobj")) and (found := _place_at(r, x.i)):
            return None if found.is_country and _in_topic(r, t) else found
    return None


def _beside_name(r: Resolved, comma: int) -> bool:
    """Does the comma open or close the name behind a title?"""
    before, after = r.mention_at(comma - 1), r.mention_at(comma + 1) if comma + 1 < len(r.annotated.tokens) else None
    named = (m for m in (before, after) if m is not None and m.how == "name" and m.actor)
    return any(r.actors[m.actor or ""].kind == "person" for m in named)


def _in_list(a: Annotated, comma: int) -> bool:
    """ "With the leaders of Canada, Peru and Haiti in Oslo": does the comma part two of one list?"""
    behind = a.tokens[comma + 1] if comma + 1 < len(a.tokens) else None
    heads = [behind, *a.ancestors(behind.i)][:2] if behind is not None else []
    return any(t.dep == "conj" and t.head < comma and t.pos in ("PROPN", "NOUN") for t in heads)


def _in_topic(r: Resolved, link: Token) -> bool:
    """ "A conference on rebuilding in Nepal", "talks about the crisis in Mali": is the state where the matter lies?"""
    a, noun = r.annotated, r.annotated.head(link.i)
    for t in (noun, *a.ancestors(noun.i)):
        if t.lower in words("of_a_matter") and t.dep in ("prep", "pcomp"):
            person = r.actor_at(noun.i)
            return person is None or person.kind != "person"
        if t.pos in ("VERB", "AUX") or (t.lemma.lower() in nouns() and not is_visit_like(t)):
            return False  # a "mission in Somalia" is no journey
    return False


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
