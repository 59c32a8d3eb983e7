"""Pronouns: "he", "she", "his", "they", "who", "the latter" and whom they mean.

Comes in: the actors and the mentions so far. Goes out: a mention for each pronoun. "I" and "we" are left to whoever reads
quotations. Preference goes to the subject of the clause before, then to the last subject, in the same paragraph and then in
the one before; gender must agree; where two are as likely, the pronoun stays open.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from memcon.model.annotated import Token
from memcon.model.resolved import ActorMention, LocalActor
from memcon.resolve.nations import Page

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
PLURAL = frozenset(["they", "them", "their", "themselves"])
NEUTER = frozenset(["it", "its", "itself"])
SUBJECTS = frozenset(["nsubj", "nsubjpass", "agent"])
REACH = 2  # paragraphs back
MARGIN = 0.75  # how much likelier the best must be than the second


def find_pronouns(page: Page, actors: dict[str, LocalActor], mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """A mention for each personal pronoun, in order; later pronouns see the earlier ones."""
    known = sorted((m for m in mentions if m.actor and not m.place_use), key=lambda m: m.first)
    out: list[ActorMention] = []
    for token in page.tokens:
        if token.tag not in ("PRP", "PRP$", "WP"):
            continue
        found = _resolve(page, token, actors, known)
        if found:
            out.append(found)
            if found.actor:
                known.insert(bisect_left([m.first for m in known], found.first), found)
    return out


def _resolve(page: Page, token: Token, actors: dict[str, LocalActor], known: Sequence[ActorMention]) -> ActorMention | None:
    if token.tag == "WP":
        return _relative(page, token, known)
    if token.lower in GENDER:
        able = [m for m in _before(page, token, known) if _agrees(actors[str(m.actor)], GENDER[token.lower])]
    elif token.lower in PLURAL:
        able = [m for m in _before(page, token, known) if actors[str(m.actor)].plural and _leads(page, token, m)]
    elif token.lower in NEUTER and token.dep in (*SUBJECTS, "poss"):
        able = [m for m in _before(page, token, known) if actors[str(m.actor)].kind in ("state", "organisation")]
    else:
        return None
    best = _best(page, token, able)
    if len(best) == 1:
        return _mention(page, token, best[0])
    reason = "several are as likely" if best else "nobody before it fits"
    return _mention(page, token, None, tuple(sorted(best)), reason)


def _relative(page: Page, token: Token, known: Sequence[ActorMention]) -> ActorMention | None:
    """ "Who" means the noun that its clause hangs on."""
    verb = page.tokens[token.head]
    if token.lower not in ("who", "whom") or verb.dep != "relcl":
        return None
    at = verb.head
    for _ in range(3):
        for m in known:
            if m.head == at or (m.first <= at < m.last):
                return _mention(page, token, m.actor)
        if page.tokens[at].dep != "appos":
            return None
        at = page.tokens[at].head
    return None


def _leads(page: Page, token: Token, m: ActorMention) -> bool:
    """Is a group the subject of this sentence or the one before, so that "they" can mean it?"""
    near = token.sentence - page.tokens[m.head].sentence <= 1
    same = page.annotated.sentence_of(token.i).paragraph == page.annotated.sentence_of(m.head).paragraph
    return near and same and page.tokens[m.head].dep in SUBJECTS


def _agrees(actor: LocalActor, gender: str) -> bool:
    return actor.kind == "person" and actor.gender in (None, gender)


def _before(page: Page, token: Token, known: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """Mentions before the pronoun within reach, and not inside a quotation that it is outside of."""
    here = page.annotated.sentence_of(token.i).paragraph
    quotation = page.annotated.quotation_at(token.i)
    for m in known:
        if m.first >= token.i:
            break
        away = here - page.annotated.sentence_of(m.first).paragraph
        head = page.tokens[m.head]
        head = page.tokens[head.head] if head.dep == "appos" else head
        if away and head.dep not in SUBJECTS:
            continue
        if away > REACH or (m.embedded and page.words[m.last : m.last + 1] != ("-",)):
            continue
        inside = page.annotated.quotation_at(m.first)
        if inside is not None and (quotation is None or inside.index != quotation.index):
            continue
        yield m


def _best(page: Page, token: Token, able: Sequence[ActorMention]) -> list[str]:
    """The likeliest actors: one where it is clear, several where it is not."""
    scores: dict[str, float] = {}
    for m in able:
        scores[str(m.actor)] = max(scores.get(str(m.actor), 0.0), _score(page, token, m))
    if not scores:
        return []
    top = max(scores.values())
    return sorted(k for k, s in scores.items() if s >= top * MARGIN)


def _score(page: Page, token: Token, m: ActorMention) -> float:
    """Nearness in sentences and paragraphs, times what the mention does in its clause."""
    sentences = token.sentence - page.tokens[m.head].sentence
    paragraphs = page.annotated.sentence_of(token.i).paragraph - page.annotated.sentence_of(m.first).paragraph
    head = page.tokens[m.head]
    if head.dep == "appos":  # "the envoy, Ana Lopez, said": the name stands where the description does
        head = page.tokens[head.head]
    worth = 0.5**sentences * 0.6**paragraphs
    if head.dep in SUBJECTS:
        worth *= 2.0
    elif head.dep == "poss":
        worth *= 1.2
    elif head.dep in ("pobj", "conj"):
        worth *= 0.7
    if (
        sentences == 0
        and head.head == token.head
        and head.dep not in ("poss",)
        and token.tag == "PRP"
        and token.dep in ("dobj", "pobj")
    ):
        worth *= 0.2  # "he met him": subject and object of one verb are two
    return worth


def _mention(
    page: Page, token: Token, actor: str | None, candidates: tuple[str, ...] = (), reason: str = ""
) -> ActorMention:
    span = page.annotated.span(token.i, token.i + 1)
    return ActorMention(
        token.i, token.i + 1, token.i, span, token.text, "pronoun", actor, candidates, "" if actor else reason
    )
