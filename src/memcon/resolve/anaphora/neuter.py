"""Which state or body "it" means, if any. Page, pronoun, actors and mentions in, a key or None out.

"It" often stands for a meeting, a deal or nothing at all ("it is clear that"). So it means a state or a body only where its
verb is something that they do ("it wants", "it said"), and where the last subject that is no person is one.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from memcon.model.annotated import Token
from memcon.model.resolved import ActorMention, LocalActor
from memcon.registers.offices import role_nouns, who_words
from memcon.resolve.anaphora.clauses import SUBJECTS, near_subject
from memcon.resolve.page import Page

THINGS = frozenset(["it", "this", "that"])  # subjects that, unless made out, "it" takes up
BACK = 1  # sentences before its own in which its subject may stand
SAID_BACK = 5  # sentences back to the body that last said something, for "it said"


def neuter(page: Page, token: Token, actors: dict[str, LocalActor], known: Sequence[ActorMention]) -> str | None:
    """The key of the state or body that "it" or "its" means."""
    if token.lower == "itself" or (token.lower == "it" and not _acts(page, token)):
        return None
    near = _near(page, token, known)
    at = {i: m for m in near for i in range(m.first, m.last)} | {m.head: m for m in near}
    if token.lower == "its" and (owner := _blamed(page, token, actors, at)):
        return owner
    for subject in _subjects_before(page, token):
        mention = at.get(subject.i)
        actor = actors[mention.actor] if mention and mention.actor else None
        if actor is not None and actor.kind in ("state", "organisation"):
            return actor.key
        if subject.lower in THINGS or not (mention or subject.pos in ("PRON", "DET") or subject.lower in role_nouns()):
            break
    return _last_speaker(page, token, actors, at) or _only_one(page, token, actors, at)


def _near(page: Page, token: Token, known: Sequence[ActorMention]) -> Sequence[ActorMention]:
    """The mentions of its sentence, and of those before it as far as anything is looked for."""
    sentences = page.annotated.sentences
    first, last = sentences[max(0, token.sentence - SAID_BACK)].first, sentences[token.sentence].last
    start, end = (bisect_left(known, i, key=lambda m: m.first) for i in (first, last))
    return known[start:end]


def _blamed(page: Page, token: Token, actors: dict[str, LocalActor], at: dict[int, ActorMention]) -> str | None:
    """ "Fined the bank for its loans": after "for" and "over", the object owns."""
    over = next((t for t in page.annotated.ancestors(token.i) if t.pos not in ("NOUN", "PROPN", "ADJ")), None)
    if over is None or over.lower not in ("for", "over"):
        return None
    blamed = page.annotated.child(over.head, "dobj")
    return _power_at(blamed.i, actors, at) if blamed is not None and blamed.i < token.i else None


def _only_one(page: Page, token: Token, actors: dict[str, LocalActor], at: dict[int, ActorMention]) -> str | None:
    """ "Its" where its sentence names one state or body before it, whatever it does there."""
    subject = near_subject(page, token)
    if token.lower != "its" or (subject is not None and subject.i not in at and subject.lower not in role_nouns()):
        return None
    heads = [i for i in range(page.annotated.sentence_of(token.i).first, token.i) if i in at and at[i].head == i]
    keys = {k for i in heads if page.tokens[i].dep != "compound" and (k := _power_at(i, actors, at))}
    return next(iter(keys)) if len(keys) == 1 else None


def _power_at(i: int, actors: dict[str, LocalActor], at: dict[int, ActorMention]) -> str | None:
    mention = at.get(i)
    key = mention.actor if mention else None
    return key if key and actors[key].kind in ("state", "organisation") else None


def _last_speaker(page: Page, token: Token, actors: dict[str, LocalActor], at: dict[int, ActorMention]) -> str | None:
    """ "It said", some sentences after "the agency reported": whoever of the bodies said something last."""
    if token.lower != "it" or page.tokens[token.head].lemma not in who_words().saying:
        return None
    for i in range(token.i - 1, -1, -1):
        other = page.tokens[i]
        if token.sentence - other.sentence > SAID_BACK:
            return None
        mention = at.get(i)
        if mention is None or mention.actor is None or actors[mention.actor].kind != "organisation":
            continue
        over = page.tokens[other.head]
        told = other.dep == "pobj" and page.tokens[over.head].lower == "according"
        if told or (other.dep in SUBJECTS and over.lemma in who_words().saying):
            return mention.actor
    return None


def _acts(page: Page, token: Token) -> bool:
    verb = page.tokens[token.head]
    return token.dep == "nsubj" and verb.pos == "VERB" and verb.lemma in who_words().agents


def _subjects_before(page: Page, token: Token) -> Iterator[Token]:
    """Subjects before the pronoun, the nearest first: in its sentence, then in the one before of the same paragraph."""
    paragraph = page.annotated.sentence_of(token.i).paragraph
    for i in range(token.i - 1, -1, -1):
        other = page.tokens[i]
        if token.sentence - other.sentence > BACK or page.annotated.sentence_of(i).paragraph != paragraph:
            return
        if other.dep in SUBJECTS:
            yield other
