"""Whom "the delegation", "the six-member team", "the visitors" and "the legislators" stand for: the one who is told to lead them.

Comes in: the actors and the mentions so far. Goes out: the mentions, with one for each such phrase, of the named leader of the side
that was told last, else of the side itself. Refused: what says something ("the delegation said" is no one's word alone), sides of two
nations, several leaders, and phrases that tell by themselves whose they are.
"""

from collections.abc import Iterator, Mapping, Sequence

from memcon.model.resolved import ActorMention, LocalActor
from memcon.registers.meeting import meeting_words
from memcon.registers.offices import RoleNoun, role_nouns, who_words
from memcon.resolve.anaphora.clauses import SUBJECTS
from memcon.resolve.page import Page

REACH = 3  # paragraphs back in which a side is told
ROLES = (*SUBJECTS, "dobj", "pobj")
DETERMINERS = frozenset(["the", "this", "these"])
WORDS = 4  # of "the six-member team"


def with_delegates(page: Page, actors: Mapping[str, LocalActor], mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """All mentions in the order of the text, those of who came as a group among them."""
    made = list(_made(page, actors, mentions))
    over = {i for m in made for i in range(m.first, m.last)}
    return sorted([*(m for m in mentions if m.head not in over), *made], key=lambda m: (m.first, -m.last))


def _made(page: Page, actors: Mapping[str, LocalActor], mentions: Sequence[ActorMention]) -> Iterator[ActorMention]:
    at = {m.head: m for m in mentions}
    for i in range(len(page.tokens)):
        first = _first(page, i)
        if first is None or (i in at and not _is_open(at[i], actors)):
            continue
        key = _leader(page, i, actors, mentions)
        if key is not None:
            yield ActorMention(
                first, i + 1, i, page.annotated.span(first, i + 1), page.annotated.read(first, i + 1), "role", key
            )


def _first(page: Page, i: int) -> int | None:
    """Where a phrase for those who came begins that ends in token i, and tells by no word of its own whose they are."""
    token = page.tokens[i]
    noun = role_nouns().get(token.lower)
    if not (token.lower in meeting_words().sides or _came(noun)) or token.dep not in ROLES or token.lower == "side":
        return None
    if page.lowers[i + 1 : i + 2] in (("of",), ("from",), ("led",), ("headed",)):
        return None
    over = page.annotated.head(i)
    if over.lemma in who_words().saying or over.lower in ("of", "by"):
        return None
    for j in range(i - 1, max(i - WORDS, page.annotated.sentence_of(i).first) - 1, -1):
        if page.lowers[j] in DETERMINERS:
            return j
        if j in page.hit_at or page.tokens[j].pos not in ("ADJ", "NOUN", "NUM", "PUNCT", "VERB"):
            return None
    return None


def _came(noun: RoleNoun | None) -> bool:
    return noun is not None and noun.plural and (noun.rank == "lawmaker" or noun.word in who_words().guests)


def _is_open(mention: ActorMention, actors: Mapping[str, LocalActor]) -> bool:
    """Is a mention of nobody known, or of the side itself?"""
    actor = actors.get(mention.actor or "")
    return (
        actor is None or (actor.plural and actor.state is None) or (actor.kind == "organisation" and mention.how == "role")
    )


def _leader(page: Page, i: int, actors: Mapping[str, LocalActor], mentions: Sequence[ActorMention]) -> str | None:
    """The one named leader of a side before token i, else that side."""
    here = page.annotated.sentence_of(i).paragraph
    near = [m for m in mentions if m.head < i and m.actor and here - page.annotated.sentence_of(m.head).paragraph <= REACH]
    leads = {m.actor: actors[m.actor].state for m in near if m.actor and _is_leader(actors[m.actor])}
    sides = {m.actor: actors[m.actor].state for m in near if m.actor and page.lowers[m.head] in meeting_words().sides}
    known = leads or {k: s for k, s in sides.items() if actors[k].kind == "organisation"}
    return next(iter(known)) if len(known) == 1 and len({*leads.values(), *sides.values()}) == 1 else None


def _is_leader(actor: LocalActor) -> bool:
    told = any(e.feature == "leads" and e.state == actor.state for e in actor.evidence)
    return actor.kind == "person" and actor.named and told
