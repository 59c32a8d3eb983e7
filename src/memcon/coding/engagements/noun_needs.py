"""Does a noun of the table name an engagement where it stands? A resolved document, the noun and what it takes in, yes or no out.

Refuses papers ("the meeting agenda"), bodies, errands, and what somebody is rather than does.
"""

from memcon.coding.engagements.arguments import WITH, Arguments
from memcon.coding.engagements.bodies_meeting import is_of_several_states
from memcon.coding.engagements.itineraries import itinerary
from memcon.coding.engagements.joined import is_people
from memcon.coding.engagements.naming import ordinal_of
from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.somebody import a_person, is_person
from memcon.model.annotated import Annotated, Token
from memcon.model.kinds import MEETINGS, EngagementKind
from memcon.model.resolved import Resolved
from memcon.registers.engagements import Trigger, cue_of, nouns, verbs_at
from memcon.registers.engagements import words as vocabulary
from memcon.registers.governors import noun_rule

JOINT_AS = frozenset(("dobj", "nsubj", "nsubjpass", "pobj", "appos", "attr", "ROOT"))


def noun_counts(resolved: Resolved, token: Token, trigger: Trigger, words: set[str], arguments: Arguments) -> bool:
    if (
        _is_what_somebody_is(resolved, token)
        or _is_paper(resolved.annotated, token)
        or _is_of_duty(resolved.annotated, token)
        or _is_how_they_met(resolved.annotated, token)
        or _is_looked_at(resolved.annotated, token, arguments)
    ):
        return False
    needs, definite = trigger.needs, bool(words & {"the", "this", "these", "their", "his", "her"})
    if needs == "":
        return True
    if needs == "plural":
        if noun_rule(token) is not None and any(t.lower == "of" for t in resolved.annotated.children(token.i)):
            return False  # "there was talk of a visit"; not "a discussion with him of the visit"
        copula = token.dep == "nsubj" and resolved.annotated.head(token.i).lemma == "be" and not definite
        return bool(arguments.beside) or (token.tag in ("NNS", "NNPS") and not (copula and not arguments.parties))
    if needs == "company":
        resumed = definite and token.lemma in vocabulary("resumed")
        return _has_company(resolved, token, words, arguments, resumed)
    if needs == "diplomatic":
        return bool(words & vocabulary("diplomatic")) and token.dep in ("dobj", "nsubj", "nsubjpass", "appos", "attr")
    if needs == "phone":
        if bool(words & (vocabulary("phone") | vocabulary("courtesy"))) or (
            bool(arguments.beside) and arguments.with_somebody
        ):
            return True
        within = token.dep == "pobj" and resolved.annotated.head(token.i).lower in ("in", "during")
        return (
            within and len({p.actor for p in arguments.subjects if is_person(resolved, p)}) > 1
        )  # "thanked him in a call"
    if needs == "travel":
        return arguments.place is not None or _owned(resolved, token) or bool(itinerary(resolved, token.i, None).stops)
    if needs == "passage":
        return arguments.place is not None and _from_abroad(resolved, arguments)
    if needs == "errand":
        return _is_errand(resolved, token, arguments)
    if needs == "joint":
        inside = {
            t.lower for t in resolved.annotated.subtree(token.i) if t.i < token.i
        }  # "Bilateral Consultation Mechanism"
        return bool((words | inside) & vocabulary("joint")) and token.dep in JOINT_AS
    if needs == "attended":
        if _opens_another(resolved.annotated, token) and not _heads_an_item(resolved, token, ("of",)):
            return False
        beside = (resolved.actors[p.actor] for p in arguments.beside if p.actor)
        return any(p.actor for p in arguments.subjects) or any(x.kind != "state" for x in beside)
    if needs == "views":
        return (bool(arguments.beside) or len(arguments.subjects) > 1) and _of_views(resolved.annotated, token)
    if needs == "hosted":
        return token.dep == "attr" and bool(arguments.beside) and any(is_person(resolved, p) for p in arguments.subjects)
    if needs == "speech":
        given = token.dep == "dobj" and resolved.annotated.head(token.i).lemma in vocabulary("giving_speeches")
        own = given or bool(words & vocabulary("of_a_speech")) or _owned(resolved, token)
        return own or _heads_an_item(resolved, token, ("to", "at", "before"))
    if needs == "credentials":
        of = [x for t in resolved.annotated.children(token.i) if (x := resolved.annotated.child(t.i, "pobj"))]
        return any(x.lemma.lower() in vocabulary("credence") for x in of) and bool(arguments.parties)
    if needs == "pressed":
        return bool(words & vocabulary("press"))
    return False


def _of_views(a: Annotated, token: Token) -> bool:
    """ "An exchange of views", "had a frank exchange with": of nothing else, and not of students or fire."""
    of = [x for t in a.children(token.i) if t.lower == "of" and (x := a.child(t.i, "pobj")) is not None]
    had = token.dep == "dobj" and token.tag == "NN" and cue_of("light", a.head(token.i).lemma) is not None
    compound = any(t.dep in ("compound", "nmod") for t in a.children(token.i))
    return any(x.lower in vocabulary("views_of") for x in of) or (had and not of and not compound)


def _has_company(r: Resolved, token: Token, words: set[str], arguments: Arguments, resumed: bool) -> bool:
    """Are several told of, or does a body, a diplomatic word or the item of a diary stand for them? `resumed`: those told of before."""
    if words & vocabulary("going_on") and not any(p.actor for p in arguments.beside):
        return False
    several = bool(arguments.beside) or len(arguments.subjects) > 1
    by_body = token.dep in ("dobj", "nsubjpass") and any(_is_body(r, p) for p in arguments.subjects)
    by_body = by_body or (
        token.dep == "nsubj" and arguments.date is not None and any(_of_states(r, p) for p in arguments.subjects)
    )
    by_body = by_body or (is_sent_to(r.annotated, token) and any(_is_body(r, p) for p in arguments.subjects))
    if _heads_an_item(r, token, ("of",)):
        return True
    again = words & vocabulary("previous") or ordinal_of(r, token.i) is not None or "next" in words
    if again and token.lemma.lower() in vocabulary("rounds") and token.dep in ("dobj", "nsubj", "nsubjpass"):
        return not _is_round_of_talks(r.annotated, token)  # "the previous rounds of talks": the talks name it
    return several or by_body or bool(words & vocabulary("diplomatic")) or resumed or _names_a_round_again(r, token, words)


def is_sent_to(a: Annotated, token: Token) -> bool:
    """ "Led a delegation to the session of the Assembly"."""
    link = a.head(token.i)
    return token.dep == "pobj" and link.lower == "to" and a.tokens[link.i - 1].lemma in vocabulary("delegations")


def _names_a_round_again(r: Resolved, token: Token, words: set[str]) -> bool:
    """ "The Lima round", "the round was due to begin", behind "the second round of talks": one of those who negotiate."""
    a = r.annotated
    if token.lemma.lower() not in vocabulary("rounds") or "the" not in words or token.tag != "NN":
        return False
    talks = nouns()[token.lemma.lower()].kind == EngagementKind.TALKS  # a session in Lima can be a parliament's
    if talks and any(t.dep in ("compound", "nmod") and r.place_at(t.i) is not None for t in a.children(token.i)):
        return True
    before = [t for t in a.children(token.i) if t.dep in ("compound", "amod", "nmod", "poss")]
    alone = all(r.time_at(t.i) is not None for t in before)  # "the two-day round"
    return alone and any(_is_round_of_talks(a, t) for t in a.tokens[: token.i] if t.lemma.lower() == token.lemma.lower())


def _is_round_of_talks(a: Annotated, token: Token) -> bool:
    inside = (x for t in a.children(token.i) if t.lower == "of" and (x := a.child(t.i, "pobj")) is not None)
    return any(x.lemma.lower() in nouns() and nouns()[x.lemma.lower()].kind == EngagementKind.TALKS for x in inside)


def _from_abroad(r: Resolved, arguments: Arguments) -> bool:
    """ "The arrival of the president in Lima": of persons who are not at home there."""
    actors = [r.actors[p.actor] for p in arguments.people if p.actor]
    place = arguments.place
    abroad = place is not None and all(x.state != place.country for x in actors)
    his = any(r.annotated.tokens[p.token].tag == "PRP$" for p in arguments.people)
    return abroad and any(x.kind == "person" and (his or x.state is not None) for x in actors)


def _opens_another(a: Annotated, token: Token) -> bool:
    """ "At the opening of the conference": the conference is what one is at, and talks have no opening that one attends."""
    if token.lemma.lower() not in vocabulary("openings"):
        return False
    of = [x for t in a.children(token.i) if t.lower == "of" and (x := a.child(t.i, "pobj")) is not None]
    attended = token.dep == "pobj" or a.head(token.i).lemma in vocabulary("attending")
    return not of or not attended or any(x.lemma.lower() in nouns() for x in of)


def _is_errand(resolved: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "Led a trade mission to Lima", "is in Cairo on a mission": somebody goes. Troops and embassies are missions that stay: "the
    stabilization mission in Mali", "attacks on foreign missions"."""
    a, head = resolved.annotated, resolved.annotated.head(token.i)
    if arguments.place is None and not itinerary(resolved, token.i, None).stops:
        return False
    bound = token.dep in ("dobj", "nsubj", "nsubjpass", "ROOT") and any(t.lower == "to" for t in a.children(token.i))
    on_it = token.dep == "pobj" and head.lower == "on" and a.head(head.i).pos in ("VERB", "AUX")
    own = any(t.dep == "poss" and a_person(resolved, t) for t in a.children(token.i))
    setting, opens = resolved.setting_of(token.i), token.i == resolved.annotated.sentence_of(token.i).first + 1
    if setting is not None and setting.dates_items and opens and head.lower == "on":
        return True  # "On mission to Cairo: meetings with", in somebody's diary
    return own or ((bound or on_it) and any(is_person(resolved, p) for p in arguments.parties))


def _is_what_somebody_is(resolved: Resolved, token: Token) -> bool:
    """ "praised the Quad as a forum", "the Quad is a forum": what a body is said to be, and no occasion."""
    a, head = resolved.annotated, resolved.annotated.head(token.i)
    if token.dep == "pobj" and head.lower == "as":
        return True
    subject = a.child(head.i, "nsubj") if token.dep == "attr" else None
    actor = resolved.actor_at(subject.i) if subject is not None else None
    return actor is not None and actor.named and token.lemma not in vocabulary("guests")


def _is_how_they_met(a: Annotated, token: Token) -> bool:
    """ "Met X and Y in separate sessions": the verb tells with whom."""
    link, verb = a.head(token.i), a.head(a.head(token.i).i)
    if (
        token.dep != "pobj"
        or link.lower not in ("in", "at", "during")
        or not any(x.kind in MEETINGS for x in verbs_at(verb.lemma, frozenset()))
    ):
        return False
    near = {t.lower for t in a.children(token.i)}
    behind = any(t.lower in WITH and t.i > token.i for t in a.children(verb.i))
    before = [t for t in a.children(verb.i) if t.i < token.i]
    told = any(t.lower in WITH or (t.dep == "dobj" and (t.entity == "PERSON" or is_people(t))) for t in before)
    return bool(near & vocabulary("of_each")) and not near & WITH and not behind and told


def _is_looked_at(a: Annotated, token: Token, arguments: Arguments) -> bool:
    """ "Markets watch the talks with worry": whose they are, and which of them, nothing tells."""
    verb = a.head(token.i)
    told = arguments.beside or arguments.date is not None or arguments.place is not None
    return token.dep == "dobj" and verb.lemma in vocabulary("beholding") and verb.tag in ("VBZ", "VBP") and not told


def _is_of_duty(a: Annotated, token: Token) -> bool:
    """ "His tour of duty": the years in a post, and no journey."""
    of = (x for t in a.children(token.i) if t.lower == "of" and (x := a.child(t.i, "pobj")) is not None)
    return any(x.lemma.lower() in vocabulary("duties") for x in of)


def _is_paper(a: Annotated, token: Token) -> bool:
    """ "The Vienna Convention on Consular Relations", "the Convention against Torture"."""
    titled = token.text[:1].isupper() and token.lower in vocabulary("papers_too")
    return titled and any(t.lower in ("on", "against", "for", "relating") for t in a.children(token.i))


def _heads_an_item(resolved: Resolved, token: Token, links: tuple[str, ...]) -> bool:
    """ "Session of the Committee", "Address to the Parliament" in a diary: nothing but the occasion is told."""
    setting = resolved.setting_of(token.i)
    own = [t for t in resolved.annotated.children(token.i) if t.lower in links]
    return token.dep == "ROOT" and setting is not None and setting.dates_items and bool(own)


def _is_body(resolved: Resolved, party: Party) -> bool:
    """A body of several states, which nothing but its members meets in."""
    actor = resolved.actors[party.actor] if party.actor else None
    return actor is not None and actor.named and actor.kind == "organisation" and actor.state is None


def _of_states(r: Resolved, party: Party) -> bool:
    return party.actor is not None and is_of_several_states(r.actors[party.actor])


def _owned(resolved: Resolved, token: Token) -> bool:
    return any(t.dep == "poss" for t in resolved.annotated.children(token.i))
