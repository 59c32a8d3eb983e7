"""Who is met, where the parse hangs him on other words than the verb: on views, a telephone, a topic, a place, an aim.

Comes in: a resolved document and the token of a verb. Goes out: the parties, or the links before them.
"""

from collections.abc import Collection

from memcon.coding.engagements.joined import is_people
from memcon.coding.engagements.participants import Party, companions_at
from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import Resolved
from memcon.registers.engagements import Trigger, words


def links_behind(a: Annotated, i: int, links: Collection[str], particle: str) -> list[Token]:
    """ "With" in "exchanged views with", "spoke by telephone with", "came face to face with": the parse hangs it on the noun between."""
    behind = [x for t in a.children(i) if t.dep in ("prep", "agent") for x in a.children(t.i)]
    own = [t for t in a.children(i) if t.dep in ("dobj", "nsubjpass", "npadvmod")]
    means = [x for x in behind if x.lower in words("phone") or (particle and x.lower == particle)]
    nouns = [t for t in own if t.lemma.lower() in words("views") | words("papers") | words("credentials") | words("notes")]
    near = [x for t in (*means, *nouns) for x in a.children(t.i)]
    near += [x for t in own if particle and t.lower == particle for x in a.subtree(t.i)]
    return [x for x in near if x.dep == "prep" and x.lower in links]


def inside(a: Annotated, noun: Token) -> list[Token]:
    """What a noun is of: the credentials of "copies of the credentials"."""
    return [x for t in a.children(noun.i) if t.lower == "of" and (x := a.child(t.i, "pobj")) is not None]


def behind_topic(r: Resolved, i: int, particle: str) -> list[Party]:
    """ "Discussed trade with the king", "went over the accord with him": the parse hangs on the topic who is spoken with; "discussed
    trade with Peru" may be of Peru's."""
    a = r.annotated
    topics = [x for x in a.children(i) if x.dep == "dobj" or (particle and x.lower == particle)]
    links = [t for x in topics for t in a.subtree(x.i) if t.dep == "prep" and t.lower == "with"]
    found = [p for t in links if (x := a.child(t.i, "pobj")) for p in companions_at(r, x.i)]
    return found if any(p.actor and r.actors[p.actor].kind == "person" for p in found) else []


def right_behind(r: Resolved, i: int, trigger: Trigger) -> list[Party]:
    """Who is named right behind the verb and its particle, whatever the parse hangs him on."""
    a = r.annotated
    last = a.sentence_of(i).last
    aside = _where_received(r, i) if trigger.needs == "person" else i
    for t in a.tokens[aside + 1 : min(aside + 12, last)]:
        mention = r.mention_at(t.i)
        if mention is not None and mention.actor and not mention.place_use and mention.head >= t.i:
            return [] if _owns_a_thing(r, mention.head) else companions_at(r, mention.head)
        titled = companions_at(r, t.i) if is_people(t) and t.tag in ("NN", "NNP") else []
        if any(p.actor for p in titled):
            return titled
        if (
            t.pos in ("VERB", "AUX", "SCONJ")
            or t.text in (".", ";", ":", "(")
            or (t.pos == "ADP" and t.lower != trigger.particle)
        ):
            return []
    return []


def _owns_a_thing(r: Resolved, i: int) -> bool:
    """ "Welcomed Kenya's vote": what is welcomed is no person of Kenya."""
    owned = r.annotated.head(i)
    return r.annotated.tokens[i].dep == "poss" and not is_people(owned) and r.actor_at(owned.i) is None


def _where_received(r: Resolved, i: int) -> int:
    """The last token of "at his office on Tuesday" between "received" and the guest; the verb itself where nothing stands there."""
    a, at = r.annotated, i
    while at + 1 < a.sentence_of(i).last:
        nxt = at + 1
        time = r.time_at(nxt)
        if time is None and a.tokens[nxt].lower in ("at", "in", "on"):
            time = r.time_at(nxt + 1) if nxt + 1 < len(a.tokens) else None
            building = r.place_at(nxt + 1) or r.place_at(nxt + 2)  # "at Torre Tagle Palace", "at the Zappeion"
            noun = next(
                (t for t in a.tokens[nxt + 1 : nxt + 4] if t.tag in ("NN", "NNS") and r.mention_at(t.i) is None), None
            )
            if time is None and (building is not None or noun is not None):
                at = building.last - 1 if building is not None else noun.i if noun is not None else at
                continue
        if time is None:
            return at
        at = time.last - 1
    return at


def before_purpose(r: Resolved, i: int) -> list[Party]:
    """ "spoke today with X to thank him": the parse makes X the subject of "thank"."""
    a = r.annotated
    for clause in a.children(i):
        link = a.child(clause.i, "mark", "prep") if clause.dep in ("advcl", "xcomp", "ccomp") and clause.i > i else None
        one = a.child(clause.i, "nsubj") if link is not None and link.lower == "with" else None
        if link is not None and one is not None and link.i < one.i < clause.i and _infinitive(a, clause.i):
            return companions_at(r, one.i)
    return []


def in_presence_of(r: Resolved, i: int) -> list[Party]:
    """Who looked on as a paper was signed: "in the presence of X and Y"."""
    a = r.annotated
    links = [
        t for t in a.subtree(i) if t.lower == "in" and (x := a.child(t.i, "pobj")) and x.lemma.lower() in words("presence")
    ]
    of = [x for t in links for y in a.children(t.i) for x in a.children(y.i) if x.lower == "of"]
    whom = [x for t in of if (x := a.child(t.i, "pobj")) is not None]
    return [p for x in whom for p in companions_at(r, x.i)]


def _infinitive(a: Annotated, i: int) -> bool:
    return any(t.dep == "aux" and t.lower == "to" for t in a.children(i))
