"""The engagement that an official paper is about, by its title: a readout, words spoken before or after, a statement on one.

Comes in: a resolved document. Goes out: a `Paper` with the phrase of its title, None where the title is of another kind.
Parses of titles are poor, so the parties are those named before the word for the engagement and behind "with"; the place
of a transcript is in the lines under its title.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.verdict import Rule, Verdict
from memcon.model.annotated import Annotated, Paragraph, Token
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import ActorMention, Place, PlaceMention, Resolved, Time
from memcon.model.status import Status
from memcon.registers.engagements import nouns
from memcon.registers.engagements import words as vocabulary
from memcon.registers.paper_titles import PaperTitle, paper_title
from memcon.registers.places import special_places
from memcon.registers.states import state_names

LINE = 90  # characters of a line that gives the place or the hour of a transcript
SCENE_LINES = 6
LINKS = frozenset(("with", "between", "among", "of"))
PLACING = frozenset(("in", "at", "to", "|"))
POSTED = timedelta(days=1)  # a transcript appears on the day or the day after: so did 105 of 105
UNDATED = timedelta(days=2)  # a readout that gives no day appears within two days: of 385 that give one, 380 did
OLDEST = timedelta(days=14)
EDGES = frozenset(("since", "before", "until", "ahead", "after", "following", "last", "next", "for"))
TURN = re.compile(r"[A-Z][A-Z.'’ -]{2,60}:|Q\s")
FAR = re.compile(r"\b(?:via|by) (?:tele|video)|virtual", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paper:
    """tokens[first:last] is the word for the engagement, tokens[:end] are the title."""

    rule: PaperTitle
    first: int
    last: int
    end: int
    kind: EngagementKind
    arguments: Arguments
    verdict: Verdict
    plural: bool


def read_paper(r: Resolved) -> Paper | None:
    """The engagement that the title of an official paper names."""
    a = r.annotated
    n = next((n for n, p in enumerate(a.paragraphs[:3]) if p.zone == "title"), None)
    found = paper_title(a.paragraphs[n].text) if n is not None else None
    if n is None or found is None:
        return None
    rule, opens = found
    title = [t for s in a.sentences if s.paragraph == n for t in a.sentence_tokens(s)]
    about = [t for t in title if t.read >= opens]
    named = next((x for t in about if (x := _kind_at(a, t, about[-1].i))), None)
    if named is None:
        return None
    token, kind = named
    parties = _parties(r, about, token)
    if len(parties) < 2 and (rule.spoken or not parties):
        return None
    below = a.paragraphs[n + 1 : n + 1 + SCENE_LINES]
    end = title[-1].i + 1
    place = _place(r, about, token) or (_scene(r, below) if rule.spoken else _lead_place(r, end))
    day = _spoken_on(r, token) if rule.spoken else _lead_day(r, end) if rule.status == Status.HELD else None
    arguments = Arguments(subjects=parties, with_somebody=True, place=None if kind == "call" else place, date=day)
    verdict = Verdict(rule.status, Rule.TITLE, rule.name)
    return Paper(rule, token.i, token.i + 1, end, kind, arguments, verdict, token.tag in ("NNS", "NNPS"))


def _kind_at(a: Annotated, token: Token, last: int) -> tuple[Token, EngagementKind] | None:
    """The kind of engagement that a word of a title names."""
    word, before = token.lower, a.tokens[token.i - 1].lower if token.i else ""
    if before in vocabulary("press"):
        return (token, EngagementKind.PRESS_CONFERENCE) if word in vocabulary("for_the_press") else None
    if before in vocabulary("ground_rules"):
        return None
    if word == "participation":
        inner = (t for t in a.tokens[token.i + 1 : last + 1] if t.lower in nouns())
        return token, next((nouns()[t.lower].kind for t in inner), EngagementKind.CONFERENCE)
    if word == "travel":
        return token, EngagementKind.VISIT
    trigger = nouns().get(word) or nouns().get(word.removesuffix("s"))
    return (token, trigger.kind) if trigger and trigger.kind not in ("briefing", "speech") else None


def _parties(r: Resolved, about: Sequence[Token], trigger: Token) -> tuple[Party, ...]:
    """Those named before the word for the engagement, and behind "with"."""
    last = about[-1].i
    behind = r.annotated.tokens[trigger.i + 1 : min(trigger.i + 4, last)]
    link = next((t.i for t in behind if t.lower in LINKS), last + 1)
    before = _named(r, about[0].i, trigger.i)
    return tuple(before + [p for p in _named(r, link, last + 1) if p.actor not in {x.actor for x in before}])


def _named(r: Resolved, first: int, last: int) -> list[Party]:
    """Persons by name; where none is named, whoever else is, but for officials by whom the press is told."""
    mentions = [m for m in _mentions(r, first, last) if m.actor and not m.place_use]
    persons = [m for m in mentions if m.how == "name" and r.actors[m.actor or ""].kind == "person"]
    others = (m for m in mentions if not m.embedded and not _tells_the_press(r, m))
    return [Party(m.head, m.actor) for m in persons or others]


def _tells_the_press(r: Resolved, mention: ActorMention) -> bool:
    """ "Press call by a senior official on the summit": he is not named, and it is he who calls."""
    return r.annotated.tokens[mention.first - 1].lower == "by" and not r.actors[mention.actor or ""].named


def _mentions(r: Resolved, first: int, last: int) -> Iterator[ActorMention]:
    at = first
    while at < last:
        mention = r.mention_at(at)
        if mention is not None and first <= mention.first:
            yield mention
            at = max(mention.last, at + 1)
        else:
            at += 1


def _place(r: Resolved, about: Sequence[Token], trigger: Token) -> Place | None:
    """ "visit to Kosovo", "press conference in Madrid", "meeting | Hanoi, Vietnam"."""
    for t in r.annotated.tokens[trigger.i + 2 : about[-1].i + 1]:
        if r.annotated.tokens[t.i - 1].lower in PLACING and (found := r.place_at(t.i)):
            return found.place
    _, bar, behind = r.annotated.read(trigger.i, about[-1].i + 1).partition("|")
    return _named_in(r, behind.strip(), ()) if bar else None


def _scene(r: Resolved, lines: Sequence[Paragraph]) -> Place | None:
    """The place that the lines under the title of a transcript give."""
    head: list[Paragraph] = []
    for line in lines:
        if len(line.text) > LINE or line.label or TURN.match(line.text):
            break
        if FAR.search(line.text):
            return None
        head.append(line)
    found = (_named_in(r, x.text, [p for p in r.places if x.start <= p.span.start < x.end]) for x in reversed(head))
    return next((place for place in found if place), None)


def _named_in(r: Resolved, line: str, places: Sequence[PlaceMention]) -> Place | None:
    """The place of a line such as "Cornwall, United Kingdom" or "East Room": its town, known to the register or not."""
    parts = [p.strip().removeprefix("The ").removeprefix("the ") for p in line.split(",")]
    venue = next((k for p in parts for k in special_places().get(p, ()) if k.kind == "venue"), None)
    if venue is not None:
        return Place(venue.name, venue.country, venue.latitude, venue.longitude)
    town = next((p.place for p in places if not p.place.is_country), None)
    country = state_names().get(parts[-1]) if len(parts) > 1 else None
    if town is None and country is not None:
        return Place(parts[-2], country)
    return town or next((p.place for p in places), None)


def _lead_place(r: Resolved, first: int) -> Place | None:
    """The town or venue of "met today at the White House with" in the lead of a readout."""
    a = r.annotated
    lead = a.sentence_of(first) if first < len(a.tokens) else None
    for t in a.tokens[lead.first : lead.last] if lead else ():
        if t.lower in vocabulary("topics") or (t.tag == "TO" and t.dep == "aux"):
            return None
        article = a.tokens[t.i - 1].lower == "the"
        before = a.tokens[t.i - 1 - article].lower if t.i > article else ""
        if before in ("in", "at") and (found := r.place_at(t.i)) and not found.place.is_country:
            return found.place
    return None


def _lead_day(r: Resolved, first: int) -> Time | None:
    """The day that the lead of a readout gives; where it gives none, those before the readout appeared."""
    a, published = r.annotated, r.annotated.document.published
    if published.latest is None or first >= len(a.tokens):
        return None
    lead = a.sentence_of(first)
    oldest = published.latest - OLDEST
    for time in r.times:
        day, edge = time.date.earliest if time.date.exact else None, a.tokens[time.first - 1].lower in EDGES
        inside = lead.first <= time.first < lead.last and not edge
        if inside and day and oldest <= day <= published.latest and not _of_another(a, time.first):
            return time
    return _until(r, lead.first, published.latest - UNDATED, "read out on")


def _of_another(a: Annotated, i: int) -> bool:
    """ "After their call on April 24": a day that an engagement behind a preposition has."""
    named = next((t for t in a.ancestors(i) if (t.pos == "VERB" and t.dep != "prep") or t.lemma in nouns()), None)
    return named is not None and named.pos != "VERB" and named.dep == "pobj"


def _spoken_on(r: Resolved, token: Token) -> Time | None:
    """A transcript is posted on the day on which the words were spoken, or on the next."""
    published = r.annotated.document.published
    return _until(r, token.i, published.earliest - POSTED, "posted on") if published.earliest and published.exact else None


def _until(r: Resolved, token: int, earliest: date, how: str) -> Time:
    published = r.annotated.document.published
    days = DateRange(
        earliest,
        published.latest,
        None,
        Basis(BasisKind.BOUNDED, reason=f"{how} {published.latest or ''} or shortly before"),
    )
    return Time(token, token + 1, r.annotated.span(token, token + 1), days, "interval")
