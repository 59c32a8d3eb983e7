"""Which state or body "it" means, if any. Page, pronoun, actors and mentions in, a key or None out.

"It" often stands for a meeting, a deal or nothing at all ("it is clear that"). So it means a state or a body only where its
verb is something that they do ("it wants", "it said"), and where the last subject that is no person is one.
"""

from collections.abc import Iterator, Sequence

from memcon.model.annotated import Token
from memcon.model.resolved import ActorMention, LocalActor
from memcon.registers.offices import role_nouns, who_words
from memcon.resolve.clauses import SUBJECTS
from memcon.resolve.nations import Page

SAYING = frozenset(["say", "add", "report", "state", "announce", "claim", "write"])
THINGS = frozenset(["it", "this", "that"])  # subjects that, unless made out, "it" takes up
BACK = 1  # sentences before its own in which its subject may stand
SAID_BACK = 5  # sentences back to the body that last said something, for "it said"


def neuter(page: Page, token: Token, actors: dict[str, LocalActor], known: Sequence[ActorMention]) -> str | None:
    """The key of the state or body that "it" or "its" means."""
    if token.lower == "itself" or (token.lower == "it" and not _acts(page, token)):
        return None
    at = {i: m for m in known for i in range(m.first, m.last)} | {m.head: m for m in known}
    for subject in _subjects_before(page, token):
        mention = at.get(subject.i)
        actor = actors[mention.actor] if mention and mention.actor else None
        if actor is not None and actor.kind in ("state", "organisation"):
            return actor.key
        if subject.lower in THINGS or not (mention or subject.pos in ("PRON", "DET") or subject.lower in role_nouns()):
            break
    return _last_speaker(page, token, actors, at)


def _last_speaker(page: Page, token: Token, actors: dict[str, LocalActor], at: dict[int, ActorMention]) -> str | None:
    """ "It said", some sentences after "the agency reported": whoever of the bodies said something last."""
    if token.lower != "it" or page.tokens[token.head].lemma not in SAYING:
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
        if told or (other.dep in SUBJECTS and over.lemma in SAYING):
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
