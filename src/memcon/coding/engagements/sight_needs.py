"""Does a person see, visit, greet or brief another: "saw the president on Monday", and not "saw him leave", "visited Oslo"?

Comes in: a resolved document, the verb and its arguments. Goes out: yes or no. Refuses what is seen as something, and two who saw
"their counterparts".
"""

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.joined import is_people
from memcon.coding.engagements.somebody import is_person
from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import Resolved
from memcon.registers.engagements import words as vocabulary
from memcon.registers.offices import role_nouns


def in_sight(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "Saw the president on Monday", "will see the ambassador": a person sees a person, and not what he does."""
    a = resolved.annotated
    if any(t.dep in ("ccomp", "xcomp", "prt", "acomp", "oprd") for t in a.children(token.i)):
        return False
    whom = a.child(token.i, "dobj", "nsubjpass")
    as_what = any(
        t.lower in ("as", "in", "through", "off") and t.dep == "prep"
        for t in a.children(token.i)
        if not placed(resolved, t) and not _office(a, t)
    )
    if whom is None or as_what or any(_seen_doing(a, t) for t in a.children(whom.i)):
        return False
    if _each_other(a, whom) and all(is_person(resolved, p) for p in arguments.subjects):
        return len(arguments.subjects) > 1 or arguments.subject_plural  # "the two saw each other briefly in Panama City"
    inside = {t.i for t in a.subtree(whom.i)}
    if len(arguments.subjects) > 1 and _are_their_counterparts(whom):
        return False  # "A and B saw their counterparts": not each other, and nobody tells who saw whom
    seen = is_people(whom) or any(is_person(resolved, p) for p in arguments.beside if p.token in inside)
    return seen and any(is_person(resolved, p) for p in arguments.subjects)


def _each_other(a: Annotated, token: Token) -> bool:
    before = a.tokens[token.i - 1].lower if token.i else ""
    return f"{before} {token.lower}" in ("each other", "one another")


def _are_their_counterparts(whom: Token) -> bool:
    noun = role_nouns().get(whom.lemma.lower())
    return whom.tag == "NNS" and noun is not None and noun.rank == "counterpart"


def _seen_doing(a: Annotated, clause: Token) -> bool:
    """ "Saw the envoy leaving"; not "saw the envoy, who is leaving"."""
    bare = not any(t.dep in ("aux", "nsubj") for t in a.children(clause.i))
    return clause.dep in ("acl", "relcl") and clause.tag == "VBG" and bare


def placed(resolved: Resolved, preposition: Token) -> bool:
    inner = resolved.annotated.child(preposition.i, "pobj")
    return inner is not None and (resolved.place_at(inner.i) is not None or resolved.time_at(inner.i) is not None)


def _office(a: Annotated, preposition: Token) -> bool:
    """ "Visited her in his office"."""
    inner = a.child(preposition.i, "pobj")
    return inner is not None and inner.lemma.lower() in vocabulary("offices")
