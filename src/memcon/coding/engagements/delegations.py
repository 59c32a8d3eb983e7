"""Who led the sides of an engagement: "The Pakistani side was led by X and Iran's by Y", "..., co-chaired by X and Y".

Comes in: the phrases of a document. Goes out: the same, with a phrase for each clause that tells who led or chaired what was told
just before it. It names that occasion again and adds those who led its sides. Parses hang the second "by" anywhere, so the names
are read by their words.
"""

from collections.abc import Iterable, Iterator, Sequence

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.companions import row_from
from memcon.coding.engagements.listed_below import next_named
from memcon.coding.engagements.participants import TITLE, Party, party_tokens
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.verdict import SILENT
from memcon.model.annotated import Sentence, Token
from memcon.model.clauses import Factuality
from memcon.model.kinds import TWO_SIDED, EngagementKind
from memcon.model.resolved import ActorMention, Resolved
from memcon.model.status import DONE
from memcon.registers.engagements import nouns, words
from memcon.registers.meeting import meeting_words

LED = TWO_SIDED | {EngagementKind.CONFERENCE}
NEAR = 2  # sentences between what is told and who led it


def with_leaders(r: Resolved, phrases: Iterable[Phrase]) -> Sequence[Phrase]:
    """The phrases in the order of the text, with those that tell who led the sides."""
    told = list(phrases)
    if not told:
        return told
    led = [x for token in r.annotated.tokens if token.lemma in meeting_words().leading and (x := _leading(r, token, told))]
    return sorted([*told, *led], key=lambda p: (not p.titled, p.token)) if led else told


def _leading(r: Resolved, token: Token, told: Sequence[Phrase]) -> Phrase | None:
    if token.pos != "VERB" or any(p.token == token.i for p in told):
        return None
    of = _led(r, token, told)
    if of is None:
        return None
    parties = tuple(_by(r, token) if _passive(token) else _behind_be(r, token) or _subjects(r, token))
    known = {p.actor for p in of.arguments.parties}
    if not parties or all(p.actor in known for p in parties):
        return None
    return Phrase(
        token=token.i, first=token.i, last=token.i + 1, kind=of.kind, verbal=True, definite=True, plural=False, generic=False,
        joins=True, predicate=False, arguments=Arguments(beside=parties, with_somebody=True), verdict=SILENT, same_as=of.token,
    )  # fmt: skip


def _passive(token: Token) -> bool:
    return token.tag == "VBN"


def _led(r: Resolved, token: Token, told: Sequence[Phrase]) -> Phrase | None:
    """What was led: told earlier in the sentence, or just before one about its sides."""
    a = r.annotated
    sentence = a.sentence_of(token.i)
    before = [p for p in told if p.token < token.i and p.kind in LED and not p.generic]
    last = before[-1] if before else None
    if last is None:
        return None
    if a.tokens[last.token].sentence == sentence.index:
        behind = token.dep in ("advcl", "acl", "conj") and a.tokens[token.head].pos == "VERB"
        subject = a.child(token.i, "nsubjpass")
        own = subject is not None and (subject.i == last.token or last.token in {t.i for t in a.subtree(subject.i)})
        return last if _passive(token) and (behind or own) else None
    above = a.sentence_of(_of_its_time(r, token, sentence, before).token)
    near = sentence.index - above.index <= NEAR and sentence.paragraph - above.paragraph <= 1
    return _told_first(r, above, before) if near and _about_sides(r, token) else None


def _of_its_time(r: Resolved, token: Token, sentence: Sentence, before: Sequence[Phrase]) -> Phrase:
    """The last one near; the last that goes on or was held, where the clause tells what is or was done, and not a plan between them."""
    clause = r.clauses.at(token.i)
    near = [p for p in before if sentence.index - r.annotated.sentence_of(p.token).index <= NEAR]
    done = (
        [p for p in near if p.verdict.status in DONE]
        if clause is not None and clause.factuality is Factuality.HAPPENED
        else []
    )
    return (done or before)[-1]


def _told_first(r: Resolved, sentence: Sentence, before: Sequence[Phrase]) -> Phrase | None:
    """What the sentence tells, not what it remembers: "held talks to review what was agreed at their meeting in March"."""
    a = r.annotated
    there = [p for p in before if a.tokens[p.token].sentence == sentence.index and p.kind != EngagementKind.CALL]
    return min(there, key=lambda p: (len(list(a.ancestors(p.token))), -p.token), default=None)


def _about_sides(r: Resolved, token: Token) -> bool:
    """Is it a side, or the engagement just told, that the clause says who led?"""
    a, over = r.annotated, r.annotated.child(token.i, "prep")
    presided = token.lemma == "preside" and over is not None and over.lower in ("over", "at")
    what = a.child(over.i, "pobj") if presided and over is not None else None
    what = what or a.child(token.i, "nsubjpass" if _passive(token) else "dobj")
    if what is None:
        return False
    lemma = what.lemma.lower()
    definite = any(t.lower in ("the", "their", "both", "respective") for t in a.children(what.i))
    to = any(t.lower == "to" and t.dep == "prep" for t in a.children(token.i))
    side = lemma in words("sides") and not to
    again = (
        (_passive(token) or presided)
        and definite
        and (nouns().get(lemma) or nouns().get(lemma.removesuffix("s"))) is not None
    )
    return side or again


def _by(r: Resolved, token: Token) -> Iterator[Party]:
    """The names behind each "by" of the clause, and those that a row goes on with."""
    a = r.annotated
    for t in a.tokens[token.i + 1 : a.sentence_of(token.i).last]:
        if t.lower != "by":
            continue
        first = _named_behind(r, t.i, len(a.tokens))
        if first is not None and not any(x.pos == "VERB" for x in a.tokens[t.i : first.first]):
            yield from row_from(r, first)


def _behind_be(r: Resolved, token: Token) -> list[Party]:
    """ "Heading the delegations were X and Y": those behind the verb, whatever the parse makes of them."""
    a = r.annotated
    sentence = a.sentence_of(token.i)
    if token.i != sentence.first or token.tag != "VBG":
        return []
    be = next((t.i for t in a.tokens[token.i : sentence.last] if t.lemma == "be"), sentence.last)
    first = _named_behind(r, be, sentence.last)
    return list(row_from(r, first)) if first is not None else []


def _named_behind(r: Resolved, i: int, last: int) -> ActorMention | None:
    """The name behind a word and the title that may stand between them."""
    return next((m for n in range(i + 1, min(i + TITLE, last)) if (m := next_named(r, n))), None)


def _subjects(r: Resolved, token: Token) -> Iterator[Party]:
    """ "X and Y led the two delegations", "the two ministers led their respective sides"."""
    clause = r.clauses.at(token.i)
    for party in (p for i in (clause.agents if clause is not None else ()) for p in party_tokens(r, i)):
        actor = r.actors[party.actor] if party.actor else None
        if actor is not None and actor.kind == "person" and actor.named:
            yield party
