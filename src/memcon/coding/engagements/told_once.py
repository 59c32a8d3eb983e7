"""What is told once of several meetings holds for each: "held several meetings in Lima on Monday. She met X. She also saw Y."

Comes in: a resolved document and its phrases in the order of the text. Goes out: the same; a meeting, call or ceremony below, of
the one who had several, takes their day and place where its own words give none, and him where its subject is open. Refuses what has
a day of its own, what is recalled, what has another status, and what stands behind an engagement of his on another day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.phrase import Phrase, means_of, recalled
from memcon.model.annotated import Token
from memcon.model.clauses import Aspect
from memcon.model.dates import Basis, BasisKind
from memcon.model.kinds import MEETINGS, ORGANISED, EngagementKind
from memcon.model.resolved import Place, Resolved, Time
from memcon.model.status import AHEAD, DONE, Status
from memcon.registers.engagements import words

REACH = 5  # paragraphs below the several, or below the last of them that was told
BEFORE = 3  # tokens before the noun in which "separate" stands
HELD_BY_ONE = frozenset((EngagementKind.CEREMONY,))
FAMILIES = (MEETINGS | {EngagementKind.DINNER}, frozenset((EngagementKind.CALL,)), HELD_BY_ONE)
WHERE_THEY_ARE = ORGANISED | {EngagementKind.VISIT}


@dataclass(frozen=True, slots=True)
class Several:
    """Meetings of one, of which a phrase tells the day, and whom he met only in the plural."""

    at: int  # number of its phrase
    host: Party
    family: frozenset[EngagementKind]
    status: Status
    time: Time
    place: Place | None
    paragraph: int


def with_told_once(r: Resolved, phrases: Iterable[Phrase]) -> Sequence[Phrase]:
    """The phrases, each with what was told once of it and of others."""
    last: Several | None = None
    told = list(phrases)
    for n, phrase in enumerate(told):
        several = _several(r, phrase, n, told[n + 1 : n + REACH])
        if several is None and last is not None:
            if (mine := _of_them(r, phrase, last)) is not None:
                told[n] = phrase = _with(mine, last)
                told[last.at] = _of_its_host(told[last.at], last.host)
                last = replace(last, paragraph=_paragraph(r, phrase))
            elif _on_another_day(phrase, last):
                last = None
        last = several or last
    return told


def _of_its_host(phrase: Phrase, host: Party) -> Phrase:
    """The phrase that tells of several, without "envoys", each of whom is told below."""
    arguments = phrase.arguments
    subjects = tuple(p for p in arguments.subjects if p.actor == host.actor)
    beside = tuple(p for p in arguments.beside if p.actor == host.actor)
    return replace(phrase, arguments=replace(arguments, subjects=subjects, beside=beside))


def _several(r: Resolved, phrase: Phrase, n: int, behind: Iterable[Phrase]) -> Several | None:
    """The several that a phrase tells of: their host, by name, and nobody else by name."""
    time, status = phrase.arguments.date, phrase.verdict.status
    family = next((f for f in FAMILIES if phrase.kind in f), None)
    if time is None or not time.date.bounded or family is None or phrase.generic or phrase.verdict.barred:
        return None
    known = {p.actor: p for p in phrase.arguments.people if p.actor and r.actors[p.actor].kind != "group"}
    if len(known) != 1 or (status not in DONE and status not in AHEAD) or status is None or not _plural(r, phrase):
        return None
    host = next(iter(known.values()))
    here = phrase.arguments.place or next((p.arguments.place for p in behind if _where_they_are(r, p, phrase)), None)
    return Several(n, host, family, status, time, here, _paragraph(r, phrase))


def _plural(r: Resolved, phrase: Phrase) -> bool:
    """ "Meetings", "met four of her counterparts", "separate talks"; a ceremony is held for as many as come."""
    tokens = r.annotated.tokens
    before = tokens[max(r.annotated.sentence_of(phrase.token).first, phrase.token - BEFORE) : phrase.token]
    whom = any(tokens[p.token].tag in ("NNS", "NNPS") for p in phrase.arguments.beside)
    return phrase.plural or whom or any(t.lower in words("of_each") for t in before) or phrase.kind in HELD_BY_ONE


def _where_they_are(r: Resolved, phrase: Phrase, several: Phrase) -> bool:
    """Is it where those are who were met: "called on the presidents who are in Lima for the summit"?"""
    same = r.annotated.sentence_of(phrase.token).index == r.annotated.sentence_of(several.token).index
    return same and phrase.kind in WHERE_THEY_ARE and phrase.arguments.place is not None and not phrase.verdict.barred


def _of_them(r: Resolved, phrase: Phrase, several: Several) -> Phrase | None:
    """The phrase, with its host, if it is one of several: told below without a day, and at no other place."""
    kind, own, place = _kind(r, phrase, several), phrase.arguments.date, phrase.arguments.place
    said = phrase.verdict.status
    if kind is None or phrase.titled or phrase.generic or phrase.verdict.barred:
        return None
    if _paragraph(r, phrase) - several.paragraph > REACH or r.annotated.quotation_at(phrase.token) is not None:
        return None
    if own is not None and not (own.date.bounded and own.date.can_be(several.time.date)):
        return None
    if place is not None and several.place is not None and not place.can_be(several.place):
        return None
    back = said is None and phrase.definite  # "the minister's meeting with X was about trade"
    same = back or (said in DONE and several.status in DONE) or (said in AHEAD and several.status in AHEAD)
    arguments = _with_host(r, phrase, several)
    if arguments is None or not same or recalled(r, phrase) or _perfect(r, phrase):
        return None
    verdict = replace(phrase.verdict, status=several.status) if back else phrase.verdict
    return replace(phrase, kind=kind, arguments=arguments, verdict=verdict)


def _kind(r: Resolved, phrase: Phrase, several: Several) -> EngagementKind | None:
    """What it is among the several: who "spoke" or "talked" with somebody did it as he met or called the others."""
    if phrase.kind in several.family:
        return phrase.kind
    calls = EngagementKind.CALL in several.family
    if phrase.kind is EngagementKind.TALKS and calls:
        return EngagementKind.CALL
    spoke = phrase.kind is EngagementKind.CALL and phrase.verbal and not means_of(r.annotated, phrase.token)
    return EngagementKind.TALKS if spoke and EngagementKind.MEETING in several.family else None


def _with_host(r: Resolved, phrase: Phrase, several: Several) -> Arguments | None:
    """Who takes part: the host is one of them, or the one whom an open subject ("she", "the sides") can mean."""
    arguments, tokens = phrase.arguments, r.annotated.tokens
    people = {p.actor for p in arguments.people if p.actor}
    if several.host.actor in people:
        return arguments
    host, guests = r.actors[several.host.actor or ""], [r.actors[key] for key in people]
    subjects = [p for p in arguments.subjects if p.actor and p.actor not in {x.actor for x in arguments.beside}]
    titles = {w for role in host.roles for w in role.title.lower().split()}
    open_ones = all(_is_open(tokens[p.token]) or tokens[p.token].lower in titles for p in arguments.subjects)
    alone = len(guests) == 1 and guests[0].kind == "person" and guests[0].named and guests[0].state != host.state
    if subjects or not alone or not open_ones:
        return None
    kept = tuple(p for p in arguments.subjects if p.actor)
    return replace(arguments, subjects=(several.host, *kept), with_somebody=True)


def _is_open(token: Token) -> bool:
    """ "She", "the sides"."""
    return token.pos == "PRON" or token.tag == "NNS"


def _perfect(r: Resolved, phrase: Phrase) -> bool:
    """ "Has met": at some time."""
    i = phrase.token if phrase.verbal else r.annotated.tokens[phrase.token].head
    clause = r.clauses.at(i)
    return clause is not None and clause.aspect is Aspect.COMPLETED


def _on_another_day(phrase: Phrase, several: Several) -> bool:
    """Does it go on to another day of the same one?"""
    own = phrase.arguments.date
    shared = several.host.actor in {p.actor for p in phrase.arguments.people}
    return shared and own is not None and own.date.known and not own.date.can_be(several.time.date)


def _with(phrase: Phrase, several: Several) -> Phrase:
    arguments, time = phrase.arguments, several.time
    basis = Basis(BasisKind.CONTEXT, reason="one of several that were held on that day", of=time.date.basis)
    date = arguments.date or replace(time, date=replace(time.date, basis=basis))
    place = arguments.place or (None if phrase.kind is EngagementKind.CALL else several.place)
    return replace(phrase, arguments=replace(arguments, date=date, place=place))


def _paragraph(r: Resolved, phrase: Phrase) -> int:
    return r.annotated.sentence_of(phrase.token).paragraph
