"""The place behind the noun of an engagement: behind those with whom it is ("talks with the king in Rome"), behind "under way".

Comes in: a resolved document and the noun. Goes out: the place, or None. Refused: the state in which a matter lies ("talks about the
crisis in Mali"), and what stands behind another verb or the end of a clause.
"""

from memcon.coding.engagements.named_places import place_named_at
from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import Place, Resolved
from memcon.registers.engagements import nouns, words


def under_way(r: Resolved, i: int) -> Place | None:
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


def after_company(r: Resolved, i: int) -> Place | None:
    """ "held talks with the king in Rome": the parse hangs "in Rome" on the king."""
    a = r.annotated
    for t in a.tokens[i + 1 : a.sentence_of(i).last]:
        if t.text == "," and (_beside_name(r, t.i) or _in_list(a, t.i)):
            continue  # "with the Minister of Chile, X, in Oslo"
        if t.dep == "amod":
            continue  # "with the visiting minister in Oslo"
        if t.text in (",", ";") or t.pos in ("VERB", "AUX", "SCONJ") or t.lower in words("topics") or t.lower == "over":
            return None
        if (
            t.lower in ("in", "at")
            and t.dep == "prep"
            and (x := a.child(t.i, "pobj"))
            and (found := place_named_at(r, x.i))
        ):
            return None if found.is_country and in_topic(r, t) else found
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


def in_topic(r: Resolved, link: Token) -> bool:
    """ "A conference on rebuilding in Nepal", "talks about the crisis in Mali": is the state where the matter lies?"""
    a, noun = r.annotated, r.annotated.head(link.i)
    for t in (noun, *a.ancestors(noun.i)):
        if t.lower in words("of_a_matter") and t.dep in ("prep", "pcomp"):
            person = r.actor_at(noun.i)
            return person is None or person.kind != "person"
        if t.pos in ("VERB", "AUX") or (t.lemma.lower() in nouns() and t.lemma.lower() not in words("travels")):
            return False  # a "mission in Somalia" is no journey
    return False
