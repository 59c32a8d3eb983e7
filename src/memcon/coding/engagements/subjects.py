"""Who does what a verb tells: its subject, also where it stands behind an aside, an opening phrase or another verb.

Comes in: a resolved document and a verb. Goes out: the token of its subject, or None.
"""

from memcon.coding.engagements.joined import is_people
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Modality
from memcon.model.resolved import Resolved
from memcon.registers.engagements import words
from memcon.registers.governors import Frame, governor_of


def subject_of(r: Resolved, i: int) -> Token | None:
    """Who does what a verb says: its subject, or the one that the governing verbs share with it."""
    a = r.annotated
    at: int | None = i
    for _ in range(6):
        if at is None:
            return None
        found = [t for t in a.children(at) if t.dep in ("nsubj", "nsubjpass") and not _is_clock_time(r, t)]
        own = next((t for t in found if r.actor_at(t.i)), next(iter(found), None))
        if own is not None and (one := _before_aside(r, own)) is not None:
            return one
        if own is not None and (at == i or a.tokens[i].dep != "advcl" or _can_act(r, own)):
            return _antecedent(r, at, own)
        token = a.tokens[at]
        if token.dep in ("acl", "relcl") and (one := _whose_turn(a, a.head(at))) is not None:
            return one
        if token.dep in ("acl", "relcl") and a.head(at).pos in ("NOUN", "PROPN", "PRON"):
            noun = a.head(at)
            if noun.dep == "attr":  # "he will be the first to visit"
                return a.child(noun.head, "nsubj") or noun
            if token.tag in ("VBG", "VBN") or is_people(noun) or noun.pos == "PROPN":
                return noun
        if (token.dep == "xcomp" or _asked(a, token)) and (subject := _controller(a, token)):
            return subject
        if token.dep in ("acl", "relcl"):  # "his plan to meet", "accepted an offer to meet": whose plan or offer it is
            noun = a.head(at)
            taker = noun.dep == "dobj" and a.head(noun.i).lemma in words("takers")
            owner = a.child(noun.i, "poss")
            return owner or (subject_of(r, noun.head) if taker else None)
        if token.dep == "pcomp" and a.head(token.head).pos == "NOUN":  # "the importance of concluding": anybody's
            noun = a.head(token.head)
            taker = noun.dep == "dobj" and a.head(noun.i).lemma in words("takers")
            return a.child(noun.i, "poss") or (subject_of(r, noun.head) if taker else None)
        if token.dep in ("ccomp", "parataxis"):
            return None  # a clause of its own, or an imperative
        if token.head == at:
            return _behind_opening(r, token) or owner_of(r, i)
        at = token.head
    return None


def _is_clock_time(r: Resolved, token: Token) -> bool:
    """ "16:00 Receives the envoy": the hour of a diary's item."""
    return token.tag == "CD" and r.time_at(token.i) is not None


def _whose_turn(a: Annotated, noun: Token) -> Token | None:
    """ "The first to present her credentials was X", "it was then the turn of X to present hers"."""
    if noun.lower not in words("in_turn"):
        return None
    if noun.dep in ("nsubj", "nsubjpass") and a.head(noun.i).lemma == "be":
        return a.child(noun.head, "attr")
    of = next((t for t in a.children(noun.i) if t.lower == "of"), None)
    return a.child(of.i, "pobj") if of is not None else None


def _behind_opening(r: Resolved, verb: Token) -> Token | None:
    """ "At the invitation of Minister X, Minister Y will pay": the parse makes Y part of the opening, and leaves the verb without a
    subject."""
    a = r.annotated
    children = [t for t in a.children(verb.i) if t.i < verb.i]
    finite = verb.tag in ("VBD", "VBZ", "VBP") or any(t.tag in ("MD", "VBD", "VBZ", "VBP") for t in children)
    first = a.sentence_of(verb.i).first
    opening = next((t for t in children if t.dep == "prep" and t.i == first), None)
    if opening is None or not finite or any(t.dep in ("nsubj", "nsubjpass", "expl") for t in children):
        return None
    inside = sorted(a.subtree(opening.i), key=lambda t: t.i)
    for t in reversed(inside):
        mention = r.mention_at(t.i)
        actor = r.actor_at(t.i)
        named = mention is not None and actor is not None and actor.kind == "person" and actor.named and mention.head == t.i
        if named and any(x.text == "," for x in inside if x.i < t.i):
            return t
    return None


def owner_of(r: Resolved, i: int) -> Token | None:
    """Whose diary it is, for an item without a subject: "President X: - Receives the ambassador"."""
    owner = r.owner_at(i)
    sentence = r.annotated.sentence_of(i)
    return r.annotated.tokens[owner] if owner is not None and not sentence.first <= owner < sentence.last else None


def _before_aside(r: Resolved, subject: Token) -> Token | None:
    """ "Blinken, as you know, met him": the parse makes the "you" of the aside the subject."""
    a, i = r.annotated, subject.i
    while subject.lower == "you" and i > 1 and a.tokens[i - 1].lower in ("as", "you"):
        i -= 1
    mention = r.mention_at(i - 2) if 1 < i < subject.i and a.tokens[i - 1].text == "," else None
    return a.tokens[mention.head] if mention is not None and mention.actor else None


def _can_act(r: Resolved, token: Token) -> bool:
    """Can it be who does things: somebody known, a person by his noun, a pronoun?"""
    return r.actor_at(token.i) is not None or is_people(token) or token.pos == "PRON"


def _antecedent(r: Resolved, verb: int, subject: Token) -> Token:
    """Who "who" is; "X and Y, who met" keeps the pronoun, which stands for both."""
    a, mention = r.annotated, r.mention_at(subject.i)
    if mention is not None and mention.together:
        return subject
    if subject.tag in ("WP", "WDT") and a.tokens[verb].dep == "relcl":
        return a.head(verb)
    return subject


def _asked(a: Annotated, token: Token) -> bool:
    """ "Directed their envoys to resume talks": what somebody is asked or told to do, taken for what for."""
    over = a.head(token.i)
    behind = token.dep == "advcl" and token.tag == "VB" and over.i < token.i
    asks = governor_of(Frame.TO, over.lemma) if behind else None
    return asks is not None and asks.modality in (Modality.ASK, Modality.ORDER)


def _controller(a: Annotated, token: Token) -> Token | None:
    """Who does what an infinitive says: the object of the verb before it, as in "led him to cancel"."""
    governor = a.head(token.i)
    if governor.lemma in words("keeping_the_subject") or token.tag != "VB":
        return None
    return a.child(governor.i, "dobj", "dative")
