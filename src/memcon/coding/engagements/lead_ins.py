"""The items of a programme behind the words that lead into them: "During her visit, President X will: (a) hold talks with Y; (b) ...".

Comes in: a resolved document and its phrases. Goes out: the same; what an item tells without a subject is the business of the one
whom the words before the first item name, and is planned where these say "will". A day told in one item is no other item's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from memcon.coding.engagements.participants import Party, party_tokens
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.subjects import subject_of
from memcon.coding.engagements.verdict import Rule
from memcon.model.annotated import Annotated, Sentence
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Resolved
from memcon.model.status import Status
from memcon.registers.engagements import words

ENDS = frozenset((":", "-", "–", "—"))
MARKS = (
    re.compile(r"\s*\(?[a-hj-u][.)]\s"),
    re.compile(r"\s*\(?[ivx]{1,4}[.)]\s"),
    re.compile(r"\s*\(?\d{1,2}[.)]\s"),
    re.compile(r"\s*[-–—•*·▪●o]\s"),
)
MARK_BEFORE = 6  # characters before the first word of an item in which its mark stands where it is no part of what is read


@dataclass(frozen=True, slots=True)
class LeadIn:
    """The items tokens[starts[0]:last], each from one of `starts` on, with whose they are."""

    starts: tuple[int, ...]
    last: int
    owners: tuple[Party, ...]
    ahead: bool


def with_lead_ins(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, those of items with what the words above the first item give them."""
    found = list(lead_ins(r))
    journeys: list[Phrase] = []
    told: list[tuple[int, int]] = []
    for phrase in phrases:
        over = next((x for x in found if x.starts[0] <= phrase.token < x.last), None)
        if over is None and phrase.kind is EngagementKind.VISIT and phrase.arguments.date is not None:
            journeys.append(phrase)
        if over is None:
            yield phrase
            continue
        item = max(i for i in over.starts if i <= phrase.token)
        before = max((t for i, t in told if i != item), default=None)
        told.append((item, phrase.token))
        phrase = replace(phrase, follows=phrase.follows or before)  # what another item tells is another engagement
        yield _on_days(_under(r, phrase, over), over, journeys)


def _on_days(phrase: Phrase, over: LeadIn, journeys: Sequence[Phrase]) -> Phrase:
    """An item without a day of its own is on the days of the journey, told above, of the one whose items they are."""
    keys = {p.actor for p in over.owners}
    journey = next((j for j in reversed(journeys) if keys & {p.actor for p in j.arguments.people}), None)
    if journey is None or phrase.arguments.date is not None or not keys & {p.actor for p in phrase.arguments.people}:
        return phrase
    place = phrase.arguments.place or journey.arguments.place
    return replace(phrase, arguments=replace(phrase.arguments, date=journey.arguments.date, place=place))


def lead_ins(r: Resolved) -> Iterator[LeadIn]:
    """Every sentence that leads into items."""
    a = r.annotated
    for sentence, below in zip(a.sentences, a.sentences[1:], strict=False):
        kind = _mark(a, below)
        if kind is None or not _is_open(a, sentence) or (_mark(a, sentence) == kind and _ends_colon(a, sentence) is False):
            continue
        verb = _verb(a, sentence)
        subject = subject_of(r, verb) if verb is not None else None
        owners = [p for p in party_tokens(r, subject.i) if p.actor] if subject is not None else []
        if verb is None or not owners:
            continue
        last = _last(a, below, kind)
        starts = (below.first, *(i for i in range(below.first + 1, last) if _inside(a, i) or _at_start(a, i, kind)))
        ahead = any(t.tag == "MD" and t.lower in words("going_to_be") for t in a.tokens[sentence.first : sentence.last])
        yield LeadIn(starts, last, tuple(owners), ahead)


def _is_open(a: Annotated, sentence: Sentence) -> bool:
    """Does it end with a colon, a dash or an auxiliary?"""
    last = a.tokens[sentence.last - 1]
    return last.text in ENDS or last.tag == "MD" or last.lower == "to"


def _ends_colon(a: Annotated, sentence: Sentence) -> bool:
    return a.tokens[sentence.last - 1].text in ENDS


def _verb(a: Annotated, sentence: Sentence) -> int | None:
    """The last verb or auxiliary of the sentence."""
    found = [
        t.i for t in a.tokens[sentence.first : sentence.last] if t.pos in ("VERB", "AUX") and t.tag not in ("VBG", "VBN")
    ]
    return found[-1] if found else None


def _mark(a: Annotated, sentence: Sentence) -> int | None:
    """By which kind of mark it begins, where it begins an item."""
    text, start = a.document.text, a.tokens[sentence.first].start
    line = text.rfind("\n", 0, start) + 1
    opening = text[max(line, start - MARK_BEFORE) : start + MARK_BEFORE]
    return next((n for n, mark in enumerate(MARKS) if mark.match(opening)), None)


def _last(a: Annotated, first: Sentence, kind: int) -> int:
    """Where the items end: before the first paragraph that does not begin as they do."""
    last = first
    for sentence in a.sentences[first.index + 1 :]:
        if sentence.paragraph != last.paragraph and _mark(a, sentence) != kind:
            break
        last = sentence
    return last.last


def _at_start(a: Annotated, i: int, kind: int) -> bool:
    """Does a sentence with such a mark begin here?"""
    sentence = a.sentence_of(i)
    return sentence.first == i and _mark(a, sentence) == kind


def _inside(a: Annotated, i: int) -> bool:
    """ "(b)" behind a semicolon: an item that begins in the middle of a line."""
    tokens = a.tokens[i : i + 3]
    marked = [t.text for t in tokens[:1] + tokens[2:]] == ["(", ")"] and len(tokens[1].text) <= len("iii")
    return marked and a.tokens[i - 1].lower in (";", "and", ",")


def _under(r: Resolved, phrase: Phrase, over: LeadIn) -> Phrase:
    arguments, verdict, a = phrase.arguments, phrase.verdict, r.annotated
    start = max(i for i in over.starts if i <= phrase.token)
    last = min((i for i in over.starts if i > phrase.token), default=over.last)
    own = [p for p in arguments.parties if p.actor and start <= p.token < phrase.token]
    if own or any(t.tag in ("VBD", "VBZ", "MD") for t in a.tokens[start : phrase.token + 1]):
        return phrase
    keys = {p.actor for p in over.owners}
    beside = tuple(p for p in arguments.beside if start <= p.token < last and p.actor not in keys)
    date = arguments.date if arguments.date is None or start <= arguments.date.first < last else None
    if over.ahead and verdict.status in (None, Status.CONSIDERED, Status.HELD) and not verdict.barred:
        verdict = replace(verdict, status=Status.PLANNED, rule=Rule.SCHEDULED, weak=False)
    return replace(
        phrase,
        arguments=replace(
            arguments, subjects=over.owners, beside=beside, subject_is_role=True, with_somebody=bool(beside), date=date
        ),
        verdict=verdict,
    )
