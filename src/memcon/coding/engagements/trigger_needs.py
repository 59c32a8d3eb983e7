"""Whether a noun or verb of the tables names an engagement here: whether it has what its line of the table says it needs.

Comes in: a resolved document, the token, its line, its arguments. Goes out: yes or no. Refuses "meeting room" talk of the kind
"called him a liar", "meet the deadline", "spoke to reporters".
"""

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.participants import Party, is_place, party_tokens
from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import Resolved
from memcon.registers.engagements import Trigger, cue_of
from memcon.registers.engagements import words as vocabulary


def noun_counts(resolved: Resolved, token: Token, trigger: Trigger, words: set[str], arguments: Arguments) -> bool:
    if _is_what_somebody_is(resolved, token):
        return False
    needs, definite = trigger.needs, bool(words & {"the", "this", "these", "their", "his", "her"})
    if needs == "":
        return True
    if needs == "plural":
        return token.tag in ("NNS", "NNPS")
    if needs == "company":
        several = bool(arguments.beside) or len(arguments.subjects) > 1
        return several or bool(words & vocabulary("diplomatic")) or (definite and token.lemma in vocabulary("resumed"))
    if needs == "diplomatic":
        return bool(words & vocabulary("diplomatic")) and token.dep in ("dobj", "nsubj", "nsubjpass", "appos", "attr")
    if needs == "phone":
        return bool(words & vocabulary("phone")) or (bool(arguments.beside) and arguments.with_somebody)
    if needs == "travel":
        return arguments.place is not None or any(t.dep == "poss" for t in resolved.annotated.children(token.i))
    if needs == "speech":
        given = token.dep == "dobj" and resolved.annotated.head(token.i).lemma in ("give", "deliver", "make")
        return given or "his" in words or bool(words & {"her", "planned", "televised"}) or _owned(resolved, token)
    return False


def _is_what_somebody_is(resolved: Resolved, token: Token) -> bool:
    """ "praised the Quad as a forum", "the Quad is a forum": what a body is said to be, and no occasion."""
    a, head = resolved.annotated, resolved.annotated.head(token.i)
    if token.dep == "pobj" and head.lower == "as":
        return True
    subject = a.child(head.i, "nsubj") if token.dep == "attr" else None
    actor = resolved.actor_at(subject.i) if subject is not None else None
    return actor is not None and actor.named


def _can_be_welcomed(resolved: Resolved, party: Party) -> bool:
    """Is it somebody, rather than an organisation or a paper with that sort of name ("welcomed the Joint Statement")?"""
    if party.actor:
        return resolved.actors[party.actor].kind != "organisation"
    return resolved.annotated.tokens[party.token].entity != "ORG"


def _owned(resolved: Resolved, token: Token) -> bool:
    return any(t.dep == "poss" for t in resolved.annotated.children(token.i))


def verb_counts(resolved: Resolved, token: Token, trigger: Trigger, arguments: Arguments) -> bool:
    a, needs = resolved.annotated, trigger.needs
    if needs == "":
        return True
    if needs == "company":
        if trigger.lemma == "meet" and (what := a.child(token.i, "dobj")) and not party_tokens(resolved, what.i):
            return False  # "meet the deadline"
        if trigger.lemma in ("sit", "huddle", "speak", "talk", "consult", "negotiate") and not arguments.with_somebody:
            in_progress = arguments.subject_plural and _in_progress(a, token)
            return (trigger.lemma in ("talk", "negotiate") and in_progress) or _with_each_other(resolved, token, arguments)
        if any(a.tokens[p.token].lemma.lower() in vocabulary("listeners") for p in arguments.beside):
            return False
        if of_the_plan(a, token):
            return True
        if trigger.lemma == "meet" and any(t.lower == "with" for t in a.children(token.i)):
            return True
        return arguments.with_somebody or (
            (len(arguments.subjects) > 1 or arguments.subject_plural) and not a.child(token.i, "dobj")
        )
    if needs == "person":
        return (
            arguments.with_somebody
            and bool(arguments.subjects)
            and any(_can_be_welcomed(resolved, p) for p in arguments.beside)
        )
    if needs == "caller":
        return arguments.with_somebody and bool(arguments.subjects) and _calls_to_tell(resolved, token)
    if needs == "place" and not a.child(token.i, "dobj"):  # "had planned to visit in May", "when he visited"
        return arguments.somebody_known
    if needs in ("destination", "departure", "arrival", "origin", "place"):
        abroad = needs == "destination" and any(t.lower in ("abroad", "overseas") for t in a.children(token.i))
        return (arguments.place is not None or abroad) and arguments.somebody_known
    if needs == "presence":
        return arguments.place is not None and _is_abroad(resolved, token, arguments)
    if needs == "invitation":
        return arguments.place is not None and a.child(token.i, "dobj") is not None
    if needs == "trip":
        return False  # the noun that follows names it
    if needs == "audience":
        what = a.child(token.i, "dobj")
        if what is None or is_place(resolved, what.i):
            return False
        return what.lemma.lower() in vocabulary("bodies") or (
            bool(party_tokens(resolved, what.i)) and _many(resolved, what)
        )
    return False


def _is_abroad(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "Kerry was in London on Monday", "is in Geneva today for talks": a person, away from home, at a time."""
    actors = [resolved.actors[p.actor] for p in arguments.subjects if p.actor]
    away = [
        x
        for x in actors
        if x.kind == "person" and x.state not in (None, arguments.place.country if arguments.place else None)
    ]
    where = {t.lower for t in resolved.annotated.children(token.i) if t.dep == "prep"}
    timed = arguments.date is not None and arguments.date.date.bounded
    return bool(away) and len(away) == len(actors) and timed and bool(where & {"in", "at"})


def _calls_to_tell(resolved: Resolved, token: Token) -> bool:
    """ "called him to thank him", "called her yesterday": not "called him a thief", "called on him"."""
    a = resolved.annotated
    whom = a.child(token.i, "dobj")
    actor = resolved.actor_at(whom.i) if whom is not None else None
    if whom is None or actor is None or actor.kind != "person" or not actor.named:
        return False
    others = [t for t in a.children(token.i) if t.i > token.i]
    timed = [t for t in others if any((time := resolved.time_at(x.i)) and time.date.exact for x in (t, *a.children(t.i)))]
    if any(
        t.dep in ("oprd", "attr", "acomp", "ccomp", "prt") or t.lower in ("on", "for", "upon", "out")
        for t in others
        if t not in timed
    ):
        return False
    tells = any(t.dep in ("advcl", "xcomp", "conj") and t.lemma in vocabulary("tells") for t in others)
    return tells or bool(timed)


def _with_each_other(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "X of one state and Y of another spoke today about": no one else is addressed."""
    actors = [resolved.actors[p.actor] for p in arguments.subjects if p.actor]
    states = {x.state for x in actors if x.kind == "person" and x.named and x.state}
    a = resolved.annotated
    spoken_to = any(
        t.lower in ("to", "at", "before", "with", "out", "up", "in", "of", "against")
        for t in a.children(token.i)
        if t.i > token.i
    )
    return len(states) > 1 and not spoken_to and a.child(token.i, "dobj") is None


def _in_progress(a: Annotated, token: Token) -> bool:
    return token.tag == "VBG" and any(t.dep == "aux" for t in a.children(token.i))


def _many(resolved: Resolved, token: Token) -> bool:
    """A body or a crowd, such as one gives a speech to."""
    actor = resolved.actor_at(token.i)
    return token.tag in ("NNS", "NNPS") or (actor is not None and actor.kind in ("organisation", "group"))


def of_the_plan(a: Annotated, token: Token) -> bool:
    """ "the plan to meet" points back to the meeting."""
    noun = a.head(token.i)
    if not cue_of("noun", noun.lemma):
        return False
    return token.dep == "acl" and noun.pos == "NOUN" and any(t.lower in vocabulary("pointing") for t in a.children(noun.i))
