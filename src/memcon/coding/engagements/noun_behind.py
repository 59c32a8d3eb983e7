"""Who takes part in what a noun names, told by words that the parse hangs elsewhere: behind its place, behind its verb, by "the former".

Comes in: a resolved document and the token of the noun. Goes out: the parties.
"""

from memcon.coding.engagements.bodies_meeting import body_meeting
from memcon.coding.engagements.participants import Party, party_tokens
from memcon.coding.engagements.particles import particles
from memcon.model.annotated import Token
from memcon.model.kinds import ORGANISED
from memcon.model.resolved import Resolved
from memcon.registers.engagements import cue_of, nouns, words


def behind_place(r: Resolved, i: int) -> list[Party]:
    """ "The visit to Ghana of President Nujoma", "a visit to Wellington next week by": the parse hangs him on the place."""
    a, at = r.annotated, i + 1
    last = a.sentence_of(i).last
    while at < last:
        place, time = r.place_at(at), r.time_at(at)
        if place is not None or time is not None:
            at = place.last if place is not None else time.last if time is not None else at + 1
        elif a.tokens[at].lower in ("of", "by") and at > i + 1:
            inner = a.child(at, "pobj")
            found = party_tokens(r, inner.i) if inner is not None else []
            return [p for p in found if person_at(r, p.token)]
        elif a.tokens[at].lower in ("to", "in", "on", "the", ","):
            at += 1
        else:
            return []
    return []


def taken_by(r: Resolved, i: int) -> list[Party]:
    """ "The last visit to Oslo took place in 2008, by President X": who made it stands behind the verb of which it is the subject."""
    a, verb = r.annotated, r.annotated.head(i)
    if a.tokens[i].dep not in ("nsubj", "nsubjpass") or cue_of("subject", verb.lemma, particles(a, verb.i)) is None:
        return []
    links = (t for x in (verb.i, *(c.i for c in a.children(verb.i) if c.i > i)) for t in a.children(x) if t.lower == "by")
    inner = [x for t in links if (x := a.child(t.i, "pobj")) is not None and person_at(r, x.i)]
    return [p for x in inner for p in party_tokens(r, x.i)]


def former_or_latter(r: Resolved, owner: Token) -> list[Party]:
    """Who is meant by "the former's visit", "the latter's talks": the first or the second of the two named last in the sentence."""
    if owner.lower not in words("of_two"):
        return []
    first = r.annotated.sentence_of(owner.i).first
    named: dict[str, Party] = {}
    for mention in (m for m in r.mentions if first <= m.first < owner.i and m.actor):
        actor = r.actors[mention.actor or ""]
        if actor.kind == "person" and actor.named:
            named.pop(actor.key, None)
            named[actor.key] = Party(mention.head, actor.key)
    two = list(named.values())[-2:]
    return [two[0] if owner.lower == "former" else two[1]] if len(two) == 2 else []


def of_organ(r: Resolved, i: int, link: Token, organ: Token) -> list[Party]:
    """IGAD of "the session of the IGAD Council of Ministers"."""
    actor, row = r.actor_at(organ.i), nouns().get(r.annotated.tokens[i].lemma.lower())
    if link.lower != "of" or row is None or (row.kind not in ORGANISED and row.lemma not in words("rounds")):
        return []
    if organ.pos != "PROPN" or (actor is not None and actor.kind != "organisation"):
        return []
    body = body_meeting(r, organ.i)
    return [body] if body is not None else []


def person_at(r: Resolved, i: int) -> bool:
    """Does a person stand there, or a title with its holder ("his French counterpart, X")?"""
    actor = r.actor_at(i)
    held = bool(r.holders_at(i))
    return held or (actor is not None and actor.kind == "person") or r.annotated.tokens[i].entity == "PERSON"
