"""Who met, by the list of those who signed: "We, the leaders of Fiji and Tonga, met at a summit in Suva. ... Prime Minister X of Fiji".

Comes in: a resolved document and its phrases. Goes out: the same, the occasion that the paper's opening tells with those whom the
list at its end names. Such a list is paragraphs that each name one person, of several states; the paper speaks as "we". Refuses where
its opening tells of no occasion that was held.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.phrase import Phrase
from memcon.model.annotated import Sentence
from memcon.model.kinds import ORGANISED, EngagementKind
from memcon.model.resolved import ActorMention, Resolved
from memcon.model.status import DONE
from memcon.registers.engagements import words

FEWEST = 3  # who sign together
LINE = 24  # tokens of "President X of the Government of the Independent State of Y"
OPENING = 3  # paragraphs
SIGNED_AT = ORGANISED | {EngagementKind.MEETING, EngagementKind.TALKS}


def with_signatories(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, the occasion that a joint paper tells of with those who signed it."""
    told = list(phrases)
    signed = _signed(r) if told and _speaks_as_we(r) else []
    about = _about(r, told) if signed else None
    for phrase in told:
        yield _with(phrase, signed) if phrase is about else phrase


def _speaks_as_we(r: Resolved) -> bool:
    """Is "we" the subject of its opening?"""
    opening = [s for s in r.annotated.sentences if s.paragraph < OPENING]
    return any(t.lower in words("signing_voices") for s in opening for t in r.annotated.tokens[s.first : s.last])


def _about(r: Resolved, told: Sequence[Phrase]) -> Phrase | None:
    """The first occasion of the opening that was held: a summit or conference before a meeting."""
    opening = [p for p in told if p.kind in SIGNED_AT and p.verdict.status in DONE and not p.plural]
    opening = [p for p in opening if r.annotated.sentence_of(p.token).paragraph < OPENING]
    return next((p for p in opening if p.kind in ORGANISED), opening[0] if opening else None)


def _signed(r: Resolved) -> list[Party]:
    """Those who signed: the longest row of paragraphs, behind the opening, that each name one person, of several states."""
    paragraphs = [list(some) for _, some in groupby(r.annotated.sentences, key=lambda s: s.paragraph)]
    row: list[Party] = []
    longest: list[Party] = []
    for sentences in paragraphs[OPENING - 1 :]:
        signer = _signer(r, sentences)
        row = [*row, Party(signer.head, signer.actor)] if signer is not None else []
        longest = row if len(row) > len(longest) else longest
    states = {r.actors[p.actor].state for p in longest if p.actor}
    return longest if len(longest) >= FEWEST and len(states) >= FEWEST else []


def _signer(r: Resolved, sentences: Sequence[Sentence]) -> ActorMention | None:
    """The one whom a short paragraph names and says nothing else of."""
    first, last = sentences[0].first, sentences[-1].last
    tokens = r.annotated.tokens[first:last]
    if len(tokens) > LINE or (tokens and tokens[-1].text in (".", ":", ";", "?")):
        return None
    here = [m for i in range(last - 1, first - 1, -1) if (m := r.mention_at(i)) is not None]
    found = {m.actor: m for m in here if m.how == "name" and m.actor and not m.embedded}
    people = [
        m for key, m in found.items() if r.actors[key].kind == "person" and r.actors[key].named and r.actors[key].state
    ]
    return people[0] if len(people) == 1 else None


def _with(phrase: Phrase, signed: Sequence[Party]) -> Phrase:
    known = {p.actor for p in phrase.arguments.parties}
    added = tuple(p for p in signed if p.actor not in known)
    return replace(
        phrase, arguments=replace(phrase.arguments, beside=(*phrase.arguments.beside, *added), with_somebody=True)
    )
