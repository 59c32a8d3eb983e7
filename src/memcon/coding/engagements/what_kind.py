"""What kind of engagement a noun or verb names where it stands: a call or a meeting, talks or a speech, a visit to a state or to somebody.

Comes in: a resolved document, the token, its line of the tables and its arguments. Goes out: the kind.
"""

from memcon.coding.engagements.arguments import WITH, Arguments
from memcon.coding.engagements.noun_arguments import caller_on
from memcon.coding.engagements.phrase import means_of
from memcon.model.annotated import Annotated, Token
from memcon.model.kinds import MEETINGS, EngagementKind
from memcon.model.resolved import Resolved
from memcon.registers.engagements import Trigger, nouns
from memcon.registers.engagements import words as vocabulary

NEAR = 11  # tokens before and behind a verb whose words tell by what means


def kind_of_noun(r: Resolved, token: Token, trigger: Trigger, words: set[str], arguments: Arguments) -> EngagementKind:
    """The kind of its row, unless words beside it tell otherwise. A call that somebody pays on somebody is in person; a goodwill
    visit is paid to a person, or to a state."""
    lemma = trigger.lemma
    if lemma in vocabulary("for_reporters") and words & vocabulary("press"):
        return EngagementKind.PRESS_CONFERENCE if lemma == "conference" else EngagementKind.BRIEFING
    if trigger.kind in ("meeting", "talks") and words & vocabulary("telephones"):
        return EngagementKind.CALL
    if (
        (trigger.kind in ("meeting", "talks") or lemma in vocabulary("of_a_call"))
        and _of_two(r, arguments)
        and words & vocabulary("from_afar")
    ):
        return EngagementKind.CALL
    to_a_state = lemma == "visit" and any(p.part == "host" for p in arguments.parties)
    if (
        lemma in vocabulary("paid_to_somebody")
        and not to_a_state
        and (words & vocabulary("courtesy") or _is_paid(r, token))
    ):
        return EngagementKind.MEETING
    if lemma == "meeting" and "summit" in words:
        return EngagementKind.SUMMIT
    return trigger.kind


def _is_paid(r: Resolved, token: Token) -> bool:
    """ "Paid a call on the king", "a visit to the minister", "received a visit from the envoy"; not "a call on Monday"."""
    a, over = r.annotated, r.annotated.head(token.i)
    if any(t.lower in vocabulary("phone") for t in a.children(token.i)):
        return False
    near = [*a.children(token.i), *(a.children(over.i) if token.dep in ("dobj", "nsubjpass") else ())]
    links = [(t.lower, x) for t in near if t.dep in ("prep", "dative") and (x := a.child(t.i, "pobj")) is not None]
    if token.lemma == "visit":
        had = token.dep in ("dobj", "nsubjpass") and over.lemma in vocabulary("receiving_visits")
        return any((link == "to" and caller_on(r, x)) or (had and link == "from" and caller_on(r, x)) for link, x in links)
    on = [t for t in a.children(token.i) if t.dep == "prep" and t.lower in ("on", "upon")]
    whom = [x for t in on if (x := a.child(t.i, "pobj")) is not None and x.entity not in ("DATE", "TIME")]
    return (token.dep in ("dobj", "nsubjpass") and over.lemma in vocabulary("paying_visits")) or bool(whom)


def _of_two(r: Resolved, arguments: Arguments) -> bool:
    """Are those who speak two persons? Of more, a conference over a line is a conference."""
    actors = {p.actor: r.actors[p.actor] for p in arguments.parties if p.actor}
    return len(actors) <= 2 and any(x.kind == "person" for x in actors.values())


def _from_afar(r: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "Met virtually", "discussed it by video": two who are not in one room."""
    near = {t.lower for t in r.annotated.children(token.i) if t.dep == "advmod"} | means_of(r.annotated, token.i)
    return bool(near & vocabulary("from_afar")) and _of_two(r, arguments)


def kind_of_verb(r: Resolved, token: Token, trigger: Trigger, arguments: Arguments) -> EngagementKind:
    """The kind of its row, unless words beside it tell of a telephone, of one room or of a floor."""
    a = r.annotated
    if trigger.kind == EngagementKind.CALL and trigger.lemma == "call" and _called_in(r, token):
        return EngagementKind.MEETING
    first, last = a.edges(token.i)
    words = {t.lower for t in a.tokens[max(first, token.i - NEAR) : min(last, token.i + NEAR + 1)]}
    if trigger.kind in ("talks", "meeting") and (words & vocabulary("telephones") or _from_afar(r, token, arguments)):
        return EngagementKind.CALL
    if trigger.lemma == "speak":
        if means_of(a, token.i) or words & vocabulary("telephones"):
            return EngagementKind.CALL
        near = words | {t.lower for t in a.subtree(token.i)}
        if near & vocabulary("beside") or near & vocabulary("in_person") or _speak_again(r, token):
            return EngagementKind.TALKS
        links = [t for t in a.children(token.i) if t.dep == "prep" and t.lower not in vocabulary("beside_it")]
        inner = [x for t in links for x in a.children(t.i)]
        if any(t.lower == "before" for t in a.children(token.i)) or any(
            x.lemma.lower() in vocabulary("bodies") for x in inner
        ):
            return EngagementKind.SPEECH
        if spoken_at(a, token) is not None:
            return EngagementKind.TALKS
        if arguments.place is not None:
            return EngagementKind.TALKS  # "spoke with the king in Oslo"
        # A readout's "spoke with" is a call; who "plans to speak with officials" there will do so face to face.
        return EngagementKind.CALL if token.tag in ("VBD", "VBN") else EngagementKind.TALKS
    return trigger.kind


def spoken_at(a: Annotated, token: Token) -> int | None:
    """ "During the meeting they spoke of trade": the engagement in which they did."""
    inside = [a.child(t.i, "pobj") for t in a.children(token.i) if t.dep == "prep" and t.lower == "during"]
    trigger = {x.i: nouns().get(x.lemma.lower()) for x in inside if x is not None}
    return next((i for i, found in trigger.items() if found is not None and found.kind in MEETINGS), None)


def _speak_again(r: Resolved, token: Token) -> bool:
    """ "The two leaders spoke for an hour": those told of before, and nobody with whom: in what was told of them, call or meeting."""
    subject = next((t for t in r.annotated.children(token.i) if t.dep == "nsubj"), None)
    mention = r.mention_at(subject.i) if subject is not None else None
    company = any(t.lower in WITH | {"to"} for t in r.annotated.children(token.i))
    return (
        mention is not None and mention.how != "name" and (mention.together or len(mention.candidates) > 1) and not company
    )


def _called_in(r: Resolved, token: Token) -> bool:
    """ "Called the envoy to his office", "called her in": no telephone."""
    near = [t for x in (token, *r.annotated.children(token.i)) for t in r.annotated.children(x.i)]
    inner = [x for t in near if t.lower == "to" for x in r.annotated.children(t.i) if t.dep == "prep"]
    return any(t.lower == "in" and t.dep == "prt" for t in near) or any(
        t.lemma.lower() in vocabulary("offices") for t in inner
    )
