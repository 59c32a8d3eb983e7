"""Pronouns: "he", "she", "his", "they", "who", "it" and whom they mean.

Comes in: the actors and the mentions so far. Goes out: a mention for each pronoun. "I" and "we" are left to whoever reads
quotations, plurals that stand for two to `pairs`. Preference goes to the subject of the clause that governs the pronoun,
then to the last subject, in the same paragraph and then in the one before; gender must agree. Where two are as likely, or
the likeliest is somebody unknown ("one of his aides"), the pronoun stays open.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from memcon.model.annotated import Token
from memcon.model.resolved import ActorMention, LocalActor
from memcon.registers.offices import role_nouns
from memcon.resolve.anaphora.clauses import (
    SUBJECTS,
    doer_ahead,
    does_something,
    excluded_subject,
    judge_of,
    near_subject,
    speaker_ahead,
    standing,
    subject_ahead,
    told_behind,
)
from memcon.resolve.anaphora.neuter import neuter
from memcon.resolve.anaphora.styles import called_so, style_end
from memcon.resolve.page import Page

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
PLURAL = frozenset(["they", "them", "their", "themselves"])
NEUTER = frozenset(["it", "its", "itself"])
REACH = 2  # paragraphs back
NAMED = 150  # mentions back, where a paragraph has more
LONGEST_NAME = 60  # tokens, with an office before it
MARGIN = 0.75  # how much likelier the best must be than the second
GOVERNS = 1.4  # what the subject of the governing clause gains: above 1 / MARGIN, so that it wins over another subject
OTHER = 0.2  # what the subject of "met him" loses as "him"
OWNS = 1.7  # what the owner of a subject that is a thing gains, to be worth what a subject is
POSSESSOR = 0.4  # what "Kim" of "Kim's envoy" loses to the envoy
TELLER = (
    0.6  # what "a spokesman" of "the minister will attend, a spokesman said" loses: below MARGIN, so that the minister wins
)
COMPANION = 3.0  # what "the minister" of "the minister and her counterpart" gains


@dataclass(frozen=True, slots=True, order=True)
class Able:
    """Somebody named before a pronoun. `key` is "" for somebody unknown, who may be one of `alternatives`."""

    first: int
    head: int
    key: str
    alternatives: tuple[str, ...] = ()
    between: bool = False  # half of a hyphenated pair of names


def find_pronouns(page: Page, actors: dict[str, LocalActor], mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """A mention for each personal pronoun, in order; later pronouns see the earlier ones."""
    known = [m for m in sorted(mentions, key=lambda m: m.first) if not m.place_use]
    able = sorted([a for m in known if (a := _able(page, actors, m))] + list(_unread(page, known)))
    out: list[ActorMention] = []
    for token in page.tokens:
        if token.tag not in ("PRP", "PRP$", "WP"):
            continue
        found = _resolve(page, token, actors, able, known)
        if found:
            out.append(found)
            if found.actor:
                _learn(actors, found.actor, token)
                insort(able, Able(found.first, found.head, found.actor))
                insort(known, found, key=lambda m: m.first)
    return out


def _learn(actors: dict[str, LocalActor], key: str, token: Token) -> None:
    """Who is once "she" is not "he" further on."""
    actor, gender = actors[key], GENDER.get(token.lower)
    if gender and actor.gender is None:
        actors[key] = replace(actor, gender=gender)


def _able(page: Page, actors: dict[str, LocalActor], m: ActorMention) -> Able | None:
    hyphen = m.embedded and page.words[m.last : m.last + 1] == ("-",)
    if m.embedded and not hyphen:
        return None
    if m.actor:
        return Able(m.first, m.head, m.actor)
    plural = m.together or m.reason.startswith("a plural") or page.tokens[m.head].tag in ("NNS", "NNPS")
    return (
        None if plural or any(actors[c].kind != "person" for c in m.candidates) else Able(m.first, m.head, "", m.candidates)
    )


def _unread(page: Page, known: Sequence[ActorMention]) -> Iterator[Able]:
    """Subjects that are somebody, though no mention says who: "an aide", "one of his envoys"."""
    heads = {m.head for m in known}
    for token in page.tokens:
        if token.dep not in SUBJECTS or token.i in heads or token.pos not in ("NOUN", "NUM", "PROPN"):
            continue
        if any(t.dep == "appos" and t.i in heads for t in page.annotated.children(token.i)):
            continue
        noun = role_nouns().at(page.lowers, token.i)
        one_of = token.lower == "one" and any(t.lower == "of" for t in page.annotated.children(token.i))
        if (noun and not noun[1].plural and noun[1].rank != "source") or one_of:
            yield Able(page.annotated.edges(token.i)[0], token.i, "")


def _resolve(
    page: Page, token: Token, actors: dict[str, LocalActor], able: Sequence[Able], known: Sequence[ActorMention]
) -> ActorMention | None:
    if token.tag == "WP":
        return _relative(page, token, known)
    if token.lower in GENDER and token.tag == "PRP$" and (last := style_end(page, token)) is not None:
        return _styled(page, token, last, actors, able, known)
    if token.lower in NEUTER:
        key = neuter(page, token, actors, known)
        return mention_of(page, token, key) if key else None
    if token.lower in GENDER:
        if (key := _named_ahead(page, token, speaker_ahead(page, token), actors, able)) is not None:
            return mention_of(page, token, key)
        fits = [a for a in _before(page, token, able) if _agrees(actors.get(a.key), GENDER[token.lower])]
        doer = None if _told_in_paragraph(page, token, fits) else doer_ahead(page, token)
        if (key := _named_ahead(page, token, doer, actors, able)) is not None:
            return mention_of(page, token, key)
    elif token.lower in PLURAL:
        fits = [a for a in _before(page, token, able) if a.key and actors[a.key].plural and _leads(page, token, a)]
    else:
        return None
    best = _best(page, token, fits)
    if len(best) == 1 and best[0].key:
        return mention_of(page, token, best[0].key)
    if token.lower in GENDER and not best and (key := _named_ahead(page, token, subject_ahead(page, token), actors, able)):
        return mention_of(page, token, key)
    keys = {k for a in best for k in (a.alternatives if not a.key else (a.key,))}
    reason = "several are as likely" if len(best) > 1 else "whom it points to is open" if best else "nobody before it fits"
    return mention_of(page, token, None, tuple(sorted(keys)), reason)


def _styled(
    page: Page, token: Token, last: int, actors: dict[str, LocalActor], able: Sequence[Able], known: Sequence[ActorMention]
) -> ActorMention | None:
    """ "His Excellency": the one who has been called so, where there is one, and who was named just before."""
    gender = GENDER[token.lower]
    called = {k for k in called_so(page, last, known) if _agrees(actors[k], gender)}
    keys = sorted({k for k in called if actors[k].gender == gender} or called)
    if len(keys) != 1 or all(a.key != keys[0] for a in _before(page, token, able)):
        return mention_of(page, token, None, tuple(keys), "several are called so" if keys else "nobody is called so")
    span, text = page.annotated.span(token.i, last + 1), page.annotated.read(token.i, last + 1)
    return replace(mention_of(page, token, keys[0]), last=last + 1, head=last, span=span, text=text)


def _relative(page: Page, token: Token, known: Sequence[ActorMention]) -> ActorMention | None:
    """ "Who" means the noun that its clause hangs on."""
    verb = page.tokens[token.head]
    if token.lower not in ("who", "whom") or verb.dep != "relcl":
        return None
    at = verb.head
    for _ in range(3):
        near, end = (bisect_left(known, i, key=lambda m: m.first) for i in (at - LONGEST_NAME, at + LONGEST_NAME))
        for m in islice(known, near, end):
            if m.head == at or (m.first <= at < m.last):
                return mention_of(page, token, m.actor, m.candidates if not m.actor else (), m.reason)
        if page.tokens[at].dep != "appos":
            return None
        at = page.tokens[at].head
    return None


def _named_ahead(
    page: Page, token: Token, subject: Token | None, actors: dict[str, LocalActor], able: Sequence[Able]
) -> str | None:
    """Who is named further on, as the subject of the clause that the pronoun opens."""
    if subject is None:
        return None
    end = page.annotated.sentence_of(subject.i).last
    ahead = takewhile(lambda a: a.first < end, islice(able, bisect_left(able, token.i + 1, key=lambda a: a.first), None))
    found = {a.key for a in ahead if standing(page, a.head).i == subject.i}
    fits = [key for key in found if key and _agrees(actors[key], GENDER[token.lower])]
    return fits[0] if len(fits) == 1 else None


def _told_in_paragraph(page: Page, token: Token, fits: Sequence[Able]) -> bool:
    """Is somebody whom the pronoun can mean named before it in its own paragraph?"""
    here = page.annotated.sentence_of(token.i).paragraph
    return any(page.annotated.sentence_of(a.first).paragraph == here for a in fits)


def _leads(page: Page, token: Token, a: Able) -> bool:
    """Is a group the subject of this sentence or the one before, so that "they" can mean it?"""
    near = token.sentence - page.tokens[a.head].sentence <= 1
    same = page.annotated.sentence_of(token.i).paragraph == page.annotated.sentence_of(a.head).paragraph
    return near and same and page.tokens[a.head].dep in SUBJECTS


def _agrees(actor: LocalActor | None, gender: str) -> bool:
    return actor is None or (actor.kind == "person" and actor.gender in (None, gender))


def _before(page: Page, token: Token, able: Sequence[Able]) -> Iterator[Able]:
    """Who stands before the pronoun within reach, and not inside a quotation that it is outside of."""
    here = page.annotated.sentence_of(token.i).paragraph
    quotation = page.annotated.quotation_at(token.i)
    reached = bisect_left(able, here - REACH, key=lambda a: page.annotated.sentence_of(a.first).paragraph)
    end = bisect_left(able, token.i, key=lambda a: a.first)
    for a in islice(able, max(reached, end - NAMED), end):
        away = here - page.annotated.sentence_of(a.first).paragraph
        if away > REACH or (away and standing(page, a.head).dep not in SUBJECTS):
            continue
        inside = page.annotated.quotation_at(a.first)
        if inside is None or (quotation is not None and inside.index == quotation.index):
            yield a


def _best(page: Page, token: Token, fits: Sequence[Able]) -> list[Able]:
    """The likeliest: one where it is clear, several where it is not."""
    scores: dict[str, tuple[float, Able]] = {}
    near = near_subject(page, token)
    excluded = excluded_subject(page, token) if token.tag == "PRP" else judge_of(page, token)
    heads = {standing(page, a.head).i for a in fits}
    for a in fits:
        score = _score(page, token, a)
        top = standing(page, a.head)
        if excluded is not None and top.i == excluded.i:
            score *= OTHER
        elif near is not None and top.i == near.i:
            score *= GOVERNS
        elif near is not None and near.i not in heads and top.dep == "poss" and top.head == near.i:
            score *= GOVERNS * OWNS  # "Kim's mood had changed after his visit"
        name = a.key or f"?{a.first}"
        if name not in scores or score >= scores[name][0]:
            scores[name] = (score, a)
    if excluded is not None:
        barred = {a.key or f"?{a.first}" for a in fits if standing(page, a.head).i == excluded.i}
        scores = {name: s for name, s in scores.items() if name not in barred} or scores
    if not scores:
        return []
    top_score = max(score for score, _ in scores.values())
    return [a for _, (score, a) in sorted(scores.items()) if score >= top_score * MARGIN]


def _score(page: Page, token: Token, a: Able) -> float:
    """Nearness in sentences and paragraphs, times what the mention does in its clause."""
    sentences = token.sentence - page.tokens[a.head].sentence
    paragraphs = page.annotated.sentence_of(token.i).paragraph - page.annotated.sentence_of(a.first).paragraph
    head = standing(page, a.head)
    worth = 0.5**sentences * 0.6**paragraphs
    if head.dep in SUBJECTS and not (sentences and page.tokens[head.head].dep == "relcl"):
        worth *= 2.0  # not "who" of "conferred with the king, who is in Oslo. He also met"
    elif head.dep == "poss":
        worth *= 1.2
    elif head.dep == "pobj":
        worth *= 0.7
    if _serves(page, head):
        worth *= POSSESSOR
    if told_behind(page, head) and does_something(page, token):
        worth *= TELLER
    if token.tag == "PRP$" and page.tokens[token.head].dep == "conj" and page.tokens[token.head].head == a.head:
        worth *= COMPANION
    return worth


def _serves(page: Page, head: Token) -> bool:
    """Does the name only say whose envoy or aide the phrase is about: "Kim's envoy", "an aide of Kim"?"""
    over = page.tokens[head.head]
    if head.dep == "pobj" and over.lower in ("of", "to", "for"):
        over = page.tokens[over.head]
    elif head.dep != "poss":
        return False
    return over.lower in role_nouns() and bool(role_nouns().at(page.lowers, over.i))


def mention_of(
    page: Page,
    token: Token,
    actor: str | None,
    candidates: tuple[str, ...] = (),
    reason: str = "",
    together: bool = False,
) -> ActorMention:
    """The mention that one word makes."""
    return ActorMention(
        first=token.i,
        last=token.i + 1,
        head=token.i,
        span=page.annotated.span(token.i, token.i + 1),
        text=token.text,
        how="pronoun",
        actor=actor,
        candidates=candidates,
        reason="" if actor else reason,
        together=together,
    )
