"""Whom a speaker's words name by themselves: a mention's actor, an apposition, or, of a text, whoever issued it.

Comes in: a resolved document and a phrase. Goes out: its actor, or None where the phrase alone does not tell.
"""

from memcon.coding.statements.grammar import Phrase, is_text, subject_of
from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import LocalActor, Resolved
from memcon.registers.cues import attribution
from memcon.registers.states import state_adjectives, states


def named_by(resolved: Resolved, speaker: Phrase) -> LocalActor | None:
    """Whom the phrase means: by its head, its apposition, or, of a text, by who issued it."""
    annotated = resolved.annotated
    if actor := resolved.actor_at(speaker.head):
        return actor
    if is_text(annotated, speaker.head):
        return issuer_of(resolved, speaker.head)
    for child in annotated.children(speaker.head):
        if child.dep == "appos" and (actor := resolved.actor_at(child.i)):
            return actor
    return _behind_body(resolved, speaker)


def _behind_body(resolved: Resolved, speaker: Phrase) -> LocalActor | None:
    """A spokesman for the ministry, Majid Ansar: the parse gives the name to the ministry."""
    annotated = resolved.annotated
    for link in annotated.children(speaker.head):
        noun = annotated.child(link.i, "pobj") if link.dep == "prep" and link.lower in ("for", "of", "at", "in") else None
        name = annotated.child(noun.i, "appos") if noun else None
        actor = resolved.actor_at(name.i) if name else None
        if actor and actor.kind == "person" and actor.named:
            return actor
    return None


def issuer_of(resolved: Resolved, text: int) -> LocalActor | None:
    """The ministry's statement; a statement by, from or of the ministry; the Norwegian statement; a report in the Times."""
    annotated = resolved.annotated
    for child in annotated.children(text):
        if child.dep in ("poss", "compound", "amod", "nmod", "appos") and (actor := resolved.actor_at(child.i)):
            return actor
    if actor := _of_state(resolved, text):
        return actor
    for link in annotated.children(text):
        agent = annotated.child(link.i, "agent") if link.dep == "acl" else None
        link = agent or link
        noun = annotated.child(link.i, "pobj") if link.lower in ("by", "from", "of", "in", "on") else None
        if noun and (actor := resolved.actor_at(noun.i) or named_by(resolved, Phrase(noun.i, noun.i, noun.i + 1))):
            return actor
    return None


def _of_state(resolved: Resolved, text: int) -> LocalActor | None:
    annotated = resolved.annotated
    if annotated.tokens[text].lemma.lower() not in attribution().papers:
        return None
    first = annotated.edges(text)[0]
    words = [t.text for t in annotated.tokens[first:text]]
    for n in range(len(words)):
        if found := state_adjectives().at(words, n):
            state = found[1]
            return resolved.actors.get(state) or LocalActor(state, "state", states()[state].name, state=state)
    return None


def author_of(resolved: Resolved, text: int) -> LocalActor | None:
    """Who acts on the text: "Lind said in a post that", "the ministry issued a statement"."""
    annotated: Annotated = resolved.annotated
    token: Token = annotated.tokens[text]
    if token.dep not in ("dobj", "pobj"):
        return None
    verb = annotated.head(text)
    while verb.pos == "ADP" and verb.head != verb.i:
        verb = annotated.head(verb.i)
    doer = subject_of(annotated, verb.i) if verb.pos == "VERB" else None
    return resolved.actor_at(doer.head) if doer else None
