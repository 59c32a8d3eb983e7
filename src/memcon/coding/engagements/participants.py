"""Who a noun phrase names, and who does what a verb says.

Comes in: a resolved document and a token. Goes out: the parties behind it, with the actor where he is known. "The leaders of
X and Y" are X and Y, "the minister, X" is X, "with X and Y, Z said" leaves Z out.
"""

import re
from dataclasses import dataclass

from memcon.coding.engagements.joined import is_people, joined
from memcon.coding.engagements.state_rows import row_set_out, we_who
from memcon.model.annotated import Token
from memcon.model.findings import Part
from memcon.model.kinds import ORGANISED
from memcon.model.resolved import ActorMention, LocalActor, Resolved
from memcon.registers.engagements import nouns, words
from memcon.registers.names import is_honorific
from memcon.registers.offices import role_nouns
from memcon.registers.states import state_adjectives, state_names

COLON = 15  # tokens from a noun to the first name of its list


TITLE = 12  # tokens of a title before its holder's name ("the High Representative of the European Union, H.E. Mr.")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part: token of the name or description, and the actor where he is known."""

    token: int
    actor: str | None
    part: Part = "principal"


def is_place(r: Resolved, i: int) -> bool:
    mention = r.mention_at(i)
    return r.place_at(i) is not None and (mention is None or mention.place_use)


def party_tokens(r: Resolved, i: int) -> list[Party]:
    """The parties that a noun phrase with this head names: itself and what "and" joins to it; "leaders of X and Y" is X, Y."""
    found: list[Party] = []
    for head in joined(r, i):
        mention, actor = r.mention_at(head.i), r.actor_at(head.i)
        if head.lower in words("things"):
            continue
        if row := _told_in_a_row(r, head, actor):
            found += row
            continue
        if (actor is None or not actor.named) and (holders := r.holders_at(head.i)):
            found += [Party(head.i, holder.key) for holder in holders]
            continue
        if (named := _named_in_words(r, head)) is not None:
            found += party_tokens(r, named)  # "their", of "the ministers of X, Y and Z"
            continue
        if mention is not None and mention.together:
            found += [Party(head.i, key) for key in mention.candidates]  # "the two", "they": both of two
            continue
        if actor is not None and (two := _of_two(r, head, actor)):
            found += two
            continue
        if actor is not None and (body := _of_its_body(r, head, actor)) is not None:
            found.append(body)
            continue
        members = _members(r, head) if (actor is None or not actor.named) and is_people(head) else _of_states(r, head)
        if head.lemma.lower() in words("listening"):
            continue  # they listen
        if members:
            found += members
        elif actor is not None and (states := _states(r, head) if not actor.named and actor.state is None else []):
            found += states
        elif actor is not None:
            found.append(Party(head.i, actor.key))
        elif (person := _honoured(r, head)) is not None:
            found.append(person)
        elif (
            is_people(head)
            or head.pos == "PRON"
            or (head.pos == "PROPN" and r.time_at(head.i) is None)
            or head.entity in ("PERSON", "NORP", "GPE", "ORG")
        ):
            found.append(Party(head.i, None))
    return found


def _told_in_a_row(r: Resolved, head: Token, actor: LocalActor | None) -> list[Party]:
    """Those of "We, the leaders of A, B and C", "the members of the pact (A, B and C)"."""
    if actor is not None and (actor.named or actor.state is not None):
        return []
    row = we_who(r, head.i) or (row_set_out(r, head.i) if head.tag in ("NNS", "NNPS") and is_people(head) else [])
    return [Party(token, key) for token, key in row]


def _honoured(r: Resolved, head: Token) -> Party | None:
    """The person behind an honorific that the parse takes for the name: "the visit of HE Smt Patil"."""
    mention = r.mention_at(head.i + 1) if is_honorific(head.text) and head.i + 1 < len(r.annotated.tokens) else None
    person = r.actors[mention.actor] if mention is not None and mention.actor else None
    if mention is None or person is None or person.kind != "person":
        return None
    return Party(mention.head, mention.actor)


def _of_its_body(r: Resolved, head: Token, actor: LocalActor) -> Party | None:
    """The body of "EU finance ministers", "leaders of the Pacific Islands Forum": they meet as it."""
    mention = r.mention_at(head.i)
    noun = role_nouns().get(head.lemma.lower())
    makes_up = noun is not None and noun.rank in ("head", "minister")
    if mention is None or mention.how == "pronoun" or actor.named or actor.state or not actor.plural or not makes_up:
        return None
    for t in r.annotated.subtree(head.i):
        body = r.actor_at(t.i) if mention.first <= t.i < mention.last and t.i != head.i else None
        if body is not None and body.named and body.kind == "organisation" and body.state is None:
            return Party(t.i, body.key)
    return None


def is_joint(actor: LocalActor) -> bool:
    """Is it a body that is nothing but the two sides that sit in it: "the Joint Commission"?"""
    named = set(re.findall(r"[a-z]+(?:-[a-z]+)*", actor.name.lower()))
    seats = {lemma for lemma in named if (row := nouns().get(lemma)) and row.needs == "joint"}
    return actor.kind == "organisation" and actor.state is None and bool(seats) and bool(words("joint") & named)


def is_occasion(actor: LocalActor) -> bool:
    """Is it the name of an occasion ("Daily Press Briefing", "Consultation Meeting"), in which somebody takes part and which does
    not?"""
    if actor.kind != "organisation" or actor.state is not None:
        return False
    last = actor.name.lower().split()[-1]
    row = nouns().get(last) or nouns().get(last.removesuffix("s"))
    press = bool(words("press") & set(actor.name.lower().split()))
    return row is not None and row.needs != "joint" and (row.kind not in ORGANISED or press)


def _of_two(r: Resolved, head: Token, actor: LocalActor) -> list[Party]:
    """Both states of "the Joint Commission for Cooperation between X and Y": a body that is nothing but the two."""
    a, mention = r.annotated, r.mention_at(head.i)
    at = mention.last if mention is not None else 0
    if not is_joint(actor) or at + 1 >= len(a.tokens) or a.tokens[at].lower not in ("between", "of"):
        return []
    inner = a.child(at, "pobj")
    found = party_tokens(r, inner.i) if inner is not None else []
    return found if len(found) > 1 and all(p.actor and r.actors[p.actor].state for p in found) else []


def _named_in_words(r: Resolved, head: Token) -> int | None:
    """The head of the noun that a pronoun takes up, where that names several states and the group that it stands for has none."""
    actor = r.actor_at(head.i) if head.pos in ("PRON", "DET") else None
    if actor is None or actor.named or actor.state is not None or actor.kind != "group":
        return None
    before = (m for m in reversed(r.mentions) if m.actor == actor.key and m.how == "role" and m.last <= head.i)
    return next((m.head for m in before), None)


def companions_at(r: Resolved, i: int) -> list[Party]:
    """The parties that "with" or "between" brings in."""
    found = party_tokens(r, i)
    if not any(p.actor and r.actors[p.actor].kind == "person" for p in found) and (first := _behind_colon(r, i)):
        found = [first]
    found += [p for p in _listed(r, found[-1]) if p.token not in {x.token for x in found}] if found else []
    return [p for p in found if not _speaks(r, p.token)]


def _behind_colon(r: Resolved, i: int) -> Party | None:
    """ "with his counterparts of the Quad: Prime Minister X of Japan, ...": the first that the list names."""
    a, seen = r.annotated, False
    if a.tokens[i].tag != "NNS":
        return None
    for t in a.tokens[i + 1 : min(i + COLON, a.sentence_of(i).last)]:
        seen = seen or t.text == ":"
        actor = r.actor_at(t.i) if seen else None
        if actor is not None and actor.kind == "person" and actor.named:
            return Party(t.i, actor.key)
        if t.pos == "VERB":
            return None
    return None


def _listed(r: Resolved, party: Party) -> list[Party]:
    """The persons that a list goes on with ("X of Estonia, President Y of Latvia, and Z"): parses break on its commas. Two
    names with a comma alone between them are no list: "after talks with X, Y flew home"."""
    a = r.annotated
    behind = range(party.token, min(party.token + TITLE, a.sentence_of(party.token).last))
    its_name = (m for i in behind if (m := r.mention_at(i)) is not None and m.actor == party.actor)
    mention = r.mention_at(party.token) or next(its_name, None)  # "the President of the Council, H.E. Mr. X"
    at = mention.last if mention is not None else len(a.tokens)
    sides, link, joined_on = {r.actors[party.actor].state if party.actor else None}, "", False
    found: list[Party] = []
    while at < len(a.tokens) and a.tokens[at].sentence == a.tokens[party.token].sentence:
        named = r.mention_at(at)
        actor = r.actors[named.actor] if named is not None and named.actor else None
        if named is not None and actor is not None and named.how == "name" and actor.kind == "person" and named.first == at:
            told = any(actor in r.holders_at(n) for n in range(max(at - TITLE, 0), at))
            if not link or (not told and (actor.state is None or actor.state in sides)):
                break
            found.append(Party(named.head, actor.key))
            sides.add(actor.state)
            joined_on = joined_on or link in ("and", ";")
            at, link = named.last, ""
        elif a.tokens[at].text in (",", "and", "&", "of", "the", ";") or a.tokens[at].pos == "PROPN":
            if link in ("", ",") and a.tokens[at].text in (",", "and", ";"):
                link = a.tokens[at].text
            at += 1
        else:
            break
    return found if joined_on else []


def _speaks(r: Resolved, i: int) -> bool:
    """ "with X and Y, Z said": Z is no company, whatever the parse joins him to."""
    a, mention = r.annotated, r.mention_at(i)
    after = mention.last if mention else i + 1
    return after < len(a.tokens) and a.tokens[after].lemma in words("speaking_on") and a.tokens[after].pos == "VERB"


def _members(r: Resolved, head: Token) -> list[Party]:
    """X and Y of "the leaders of X and Y", "of both countries", "the two countries' ministers"; the states of "their envoys"."""
    a = r.annotated
    for of in a.children(head.i):
        inner = of if of.dep == "poss" else a.child(of.i, "pobj") if of.lower in ("of", "from") else None
        mention = r.mention_at(inner.i) if inner is not None else None
        if mention is not None and mention.together and (sides := _sides_of(r, mention)):
            return [Party(head.i, key) for key in sides]
        if inner is not None and of.dep != "poss":
            named = [Party(t.i, actor.key) for t in joined(r, inner.i) if (actor := r.actor_at(t.i)) and actor.named]
            if len(named) > 1:
                return named
    return []


def _sides_of(r: Resolved, both: ActorMention) -> list[str]:
    """The states that two are, or act for, where the report names them."""
    states = [r.actors[key].state for key in both.candidates]
    return [s for s in states if s in r.actors] if len(set(states)) == len(states) else []


def _of_states(r: Resolved, head: Token) -> list[Party]:
    """The states whose ministries or parliaments are named ("between the foreign ministries of X and Y"), each body without one of
    its own."""
    actor = r.actor_at(head.i)
    if head.lemma.lower() not in words("bodies_of_states") or (actor is not None and actor.state is not None):
        return []
    of = [t for t in r.annotated.children(head.i) if t.lower == "of"]
    inner = [x for t in of if (x := r.annotated.child(t.i, "pobj"))]
    inner += [
        x
        for y in inner
        if r.actor_at(y.i) is actor
        for t in r.annotated.children(y.i)
        if t.lower == "of" and (x := r.annotated.child(t.i, "pobj"))
    ]
    named = [(t.i, one) for x in inner for t in joined(r, x.i) if (one := r.actor_at(t.i)) is not None]
    return [Party(i, one.key) for i, one in named if one.kind == "state"]


def _states(r: Resolved, head: Token) -> list[Party]:
    """The states of "American and Chinese officials", "his U.S., Australian and Indian counterparts"."""
    mention = r.mention_at(head.i)
    found: dict[str, Party] = {}
    for t in sorted(r.annotated.subtree(head.i), key=lambda t: t.i):
        actor = r.actor_at(t.i) if t.i < head.i else None
        if actor is not None and actor.kind == "state":
            found.setdefault(actor.key, Party(t.i, actor.key))
    for key in mention.candidates if mention is not None else ():
        if key in r.actors and r.actors[key].kind == "state":
            found.setdefault(key, Party(head.i, key))
    return list(found.values()) if len(found) > 1 else _nationalities(r, head)


def _nationalities(r: Resolved, head: Token) -> list[Party]:
    """Both states of "the Greek and Turkish ministers", where the document names them."""
    before = [t for t in r.annotated.subtree(head.i) if t.i < head.i]
    found: dict[str, Party] = {}
    for t in before:
        words = [x.text for x in r.annotated.tokens[t.i : t.i + 4]]
        known = state_adjectives().at(words, 0) or state_names().at(words, 0)
        if known and known[1] in r.actors:
            found.setdefault(known[1], Party(t.i, known[1]))
    return list(found.values()) if len(found) > 1 else []


def agent_of(r: Resolved, i: int) -> list[Party]:
    """Who is named with "by" after a passive verb."""
    a = r.annotated
    for child in a.children(i):
        if child.lower == "by" and (inner := a.child(child.i, "pobj")) and (found := party_tokens(r, inner.i)):
            return found  # "was reached by phone by the king"
    return []
