"""What the dateline or the letterhead of a report tells of where its news was.

Comes in: a resolved document and a phrase without a place. Goes out: the phrase, with the place of the dateline where its words say
"here", or where the report tells what has just been done and whoever did it was where the report is from: somebody who received a
guest in his own state; an official of the state whose paper or agency writes, at home with one from abroad or himself abroad; the
body whose paper it is. Of others a dateline tells where the reporter was. Refused: what is recalled, and who was received by others.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from memcon.coding.engagements.phrase import Phrase, recalled
from memcon.coding.engagements.there import says_where
from memcon.model.kinds import IN_PERSON, EngagementKind
from memcon.model.resolved import LocalActor, Place, Resolved, SettingKind
from memcon.model.status import DONE
from memcon.registers.engagements import verb_at, words

SIGNED = frozenset((SettingKind.DATELINE, SettingKind.LETTERHEAD))
RECEIVING = frozenset(("person", "summons", "credentials"))  # needs of the verbs of receiving somebody
NEWS_THERE = IN_PERSON | {EngagementKind.CEREMONY, EngagementKind.PRESS_CONFERENCE}
NEWS = timedelta(days=2)  # what a report tells under its dateline was held there if it was held in the days before
SOJOURN = timedelta(days=7)  # a government's paper from abroad tells what its minister did there in the days before
LEAD = 2  # paragraphs from the dateline in which what has no day is its news


def here_of(r: Resolved, phrase: Phrase) -> Phrase:
    """ "Held talks here on Friday": in the place of the dateline."""
    a, arguments, line = r.annotated, phrase.arguments, r.annotated.document.dateline
    if arguments.place is not None or line is None or not line.place or a.zone(phrase.token) != "body":
        return phrase
    sentence = a.sentence_of(phrase.token)
    near = {phrase.token, *(x.i for x in a.children(phrase.token))}
    over = a.head(phrase.token) if not phrase.verbal else None
    near |= (
        {over.i, over.head} if over is not None and over.lower in ("for", "on") else {over.i} if over is not None else set()
    )
    told = any(
        t.lower == "here" and t.pos == "ADV" and (t.head in near or phrase.token in {x.i for x in a.ancestors(t.i)})
        for t in a.tokens[sentence.first : sentence.last]
    )
    place = of_dateline(r) if told else None
    return replace(phrase, arguments=replace(arguments, place=place)) if place is not None else phrase


def of_dateline(r: Resolved) -> Place | None:
    """The place of the report's dateline or letterhead."""
    line = r.annotated.document.dateline
    if line is None or not line.place:
        return None
    named = next((p.place for p in r.places if line.span.start <= p.span.start < line.span.end), None)
    return named or next((s.place for s in r.settings if s.kind in SIGNED and s.words == line.span), None)


def at_dateline(r: Resolved, phrase: Phrase) -> Phrase:
    """The phrase, with the place of the dateline where it is the news that the report tells from there."""
    arguments = phrase.arguments
    if arguments.place is not None or phrase.verdict.status not in DONE or phrase.kind not in NEWS_THERE:
        return phrase
    if phrase.plural and (phrase.generic or len(arguments.people) < 2):
        return phrase
    if not is_news(r, phrase):
        return phrase
    place = of_dateline(r)
    if place is None or not (_at_home(r, phrase, place.country) or _abroad(r, phrase, place) or _of_body(r, phrase)):
        return phrase
    return replace(phrase, arguments=replace(arguments, place=place))


def is_news(r: Resolved, phrase: Phrase) -> bool:
    """Was it on a day right before the report, or is it told without a day where the report begins?"""
    published, line = r.annotated.document.published, r.annotated.document.dateline
    day = phrase.arguments.date.date if phrase.arguments.date is not None else None
    if line is None:
        return False
    if day is None:
        first = next((n for n, p in enumerate(r.annotated.paragraphs) if p.end > line.span.end), 0)
        below = r.annotated.sentence_of(phrase.token).paragraph - first
        return 0 <= below < LEAD and not recalled(r, phrase)
    place = of_dateline(r) if r.home.kind == "government" else None
    abroad = place is not None and place.country != r.home.state
    if published.latest is None or day.earliest is None or not (day.exact or (abroad and day.bounded)):
        return False
    return published.latest - (SOJOURN if abroad or r.home.kind == "international" else NEWS) <= day.earliest


def _at_home(r: Resolved, phrase: Phrase, country: str | None) -> bool:
    """Does somebody receive his guest in his own state, or does the paper of that state tell of him with one from abroad?"""
    own = r.home.official and r.home.state == country
    actors = _actors(r, phrase)
    if _set_elsewhere(r, phrase, country):
        return False
    if _receives(r, phrase):
        hosts = _hosts(r, phrase)
        near = own or country in {a.state for a in actors if a.kind == "state"}
        unknown = near and any(h.kind == "person" and h.state is None for h in hosts)
        unknown = unknown and country not in {a.state for a in actors if a not in hosts and a.kind == "person"}
        return country in {h.state for h in hosts} or unknown
    states = {a.state for a in actors}
    if not own and _opens(r, phrase):
        return country in {a.state for a in actors if a.kind == "person"} and len(states - {None}) > 1
    return own and country in states and (bool(states - {country, None}) or phrase.arguments.date is not None)


def _opens(r: Resolved, phrase: Phrase) -> bool:
    """Does a newspaper or an agency of no state tell it in its first words under the dateline, with a day and no other place?"""
    line = r.annotated.document.dateline
    first = next((n for n, p in enumerate(r.annotated.paragraphs) if line is not None and p.end > line.span.end), 0)
    under = any(s.kind is SettingKind.DATELINE for s in r.settings)
    sentence = r.annotated.sentence_of(phrase.token)
    home = here.country if (here := of_dateline(r)) is not None else None  # another town of the same state is one, too
    placed = any(
        sentence.first <= p.first < sentence.last and (says_where(r, p) or p.place.country == home)
        for p in r.places
        if line is None or p.span.start >= line.span.end
    )
    return under and not placed and phrase.arguments.date is not None and sentence.paragraph == first


def _set_elsewhere(r: Resolved, phrase: Phrase, country: str | None) -> bool:
    """ "On the margins of the forum", "during the meetings in Vientiane": does its sentence tell of what was somewhere else?"""
    a, sentence = r.annotated, r.annotated.sentence_of(phrase.token)
    if any(t.lemma.lower() in words("beside") for t in a.tokens[sentence.first : sentence.last]):
        return True
    near = (p for p in r.places if sentence.first < p.first < sentence.last and p.place.country not in (country, None))
    return not _receives(r, phrase) and any(a.tokens[p.first - 1].lower in ("in", "at") and says_where(r, p) for p in near)


def _abroad(r: Resolved, phrase: Phrase, place: Place) -> bool:
    """Does the paper or the agency of a state tell from abroad what an official of its own did?"""
    state = r.home.state
    if not r.home.official or state is None or place.country in (None, state):
        return False
    if _receives(r, phrase) and not {h.state for h in _hosts(r, phrase)} & {state, place.country, None}:
        return False
    return any(a.kind == "person" and a.state == state for a in _actors(r, phrase))


def _of_body(r: Resolved, phrase: Phrase) -> bool:
    """Does a body tell from where it writes what somebody without a state, who acts for it, did in the days before?"""
    day, published = phrase.arguments.date, r.annotated.document.published
    latest = day.date.latest if day is not None and day.date.exact else None
    now = latest is not None and published.latest is not None and latest <= published.latest
    tokens = [p.token for p in phrase.arguments.subjects]
    own = any((actor := r.actor_at(i)) is None or actor.state is None for i in tokens)
    return r.home.kind == "international" and now and bool(tokens) and own


def _actors(r: Resolved, phrase: Phrase) -> list[LocalActor]:
    return [r.actors[p.actor] for p in phrase.arguments.people if p.actor]


def _receives(r: Resolved, phrase: Phrase) -> bool:
    trigger = verb_at(r.annotated.tokens[phrase.token].lemma) if phrase.verbal else None
    return trigger is not None and trigger.needs in RECEIVING


def _hosts(r: Resolved, phrase: Phrase) -> Sequence[LocalActor]:
    """Those who receive: the agents of the verb, of a passive too."""
    clause = r.clauses.at(phrase.token)
    agents = clause.agents if clause is not None else ()
    named = [actor for i in agents if (actor := r.actor_at(i)) is not None]
    passive = clause is not None and clause.passive
    return named or ([] if passive else [r.actors[p.actor] for p in phrase.arguments.subjects if p.actor])
