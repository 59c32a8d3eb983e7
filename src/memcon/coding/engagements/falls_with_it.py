"""What falls with a journey that was called off or put off, and what stands under a label that says so.

Comes in: a resolved document and its occasions. Goes out: for an occasion, and for a paragraph, the status that its plans have: "put off
his visit to Lima. He was to meet the president", "POSTPONED: Minister to visit Lima". Refuses what is still said to go ahead, what is
elsewhere, and what is told of another traveller.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from memcon.coding.engagements.occasion import Occasion
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.times import date_of_verb
from memcon.model.clauses import Clause, Form, Tense
from memcon.model.dates import Basis, BasisKind
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Resolved
from memcon.model.status import AHEAD, CALLED_OFF, Status
from memcon.registers.engagements import cue_of

LABEL = re.compile(r"^\W{0,3}(\w+)(?:\s*[:)\]]|\s+[-–—]\s)")
BEFORE, AFTER = (
    timedelta(days=3),
    timedelta(days=10),
)  # how far from the days told of a journey what is done on it may stand


@dataclass(frozen=True, slots=True)
class Fallen:
    """By the number of an occasion, by paragraph, and for the whole paper: what became of what is planned there."""

    occasions: Mapping[int, Status]
    paragraphs: Mapping[int, Status]
    paper: Status | None

    def of(self, occasion: Occasion, paragraph: int) -> Status | None:
        return self.occasions.get(occasion.number) or self.paragraphs.get(paragraph) or self.paper


def fall(r: Resolved, occasions: Sequence[Occasion]) -> Fallen:
    """What fell; the occasions that fell with a journey have its status from here on."""
    journeys = [o for o in occasions if o.kind == EngagementKind.VISIT and o.status in CALLED_OFF and o.strong]
    found = {}
    for part in occasions:
        whole = next((j for j in journeys if j is not part and _falls(r, j, part)), None)
        if whole is not None and whole.status is not None:
            found[part.number] = part.status = whole.status
            _as_on_it(part, whole)
    labels = _labels(r)
    document, titles = r.annotated.document, r.clauses.headlines
    opening = (
        (labels[0] if 0 in titles else None) if 0 in labels else _label(document.text)
    )  # it can be cut off as a dateline
    return Fallen(found, labels, opening or _label(document.title or ""))


def _labels(r: Resolved) -> dict[int, Status]:
    found = {}
    for n, paragraph in enumerate(r.annotated.paragraphs):
        if (status := _label(paragraph.text)) is not None:
            found[n] = status
    return found


def _label(text: str) -> Status | None:
    """ "CANCELLED: Meeting with ...", "(POSTPONED) Visit of ..."."""
    match = LABEL.match(text)
    cue = cue_of("label", match[1].lower()) if match is not None else None
    return cue.status if cue is not None and isinstance(cue.status, Status) else None


def _falls(r: Resolved, journey: Occasion, part: Occasion) -> bool:
    if part.status not in AHEAD or part.generic or not _there(journey, part) or not _then(journey, part):
        return False
    travels = {k for k, actor in journey.actors.items() if actor.kind == "person"}
    if not travels & part.actors.keys():
        return False
    return not any(p.verdict.stands and not _told_before(r, p) for p in part.phrases)


def _there(journey: Occasion, part: Occasion) -> bool:
    """In the state that the journey went to, or with somebody of it."""
    country = journey.place.country if journey.place is not None else None
    if country is None:
        return False
    if part.place is not None and part.place.country is not None:
        return part.place.country == country
    others = {actor.state for k, actor in part.actors.items() if k not in journey.actors}
    return country in others or others == {None}


def _as_on_it(part: Occasion, journey: Occasion) -> None:
    """What was to be done on the journey was to be done on its days, and where it went."""
    days = journey.date
    if part.date is None and days is not None and days.bounded:
        part.date = replace(days, basis=Basis(BasisKind.INFERRED, reason="on the days of the journey", of=days.basis))
    part.place = part.place or journey.place


def _then(journey: Occasion, part: Occasion) -> bool:
    a, b = journey.date, part.date
    if a is None or b is None or a.earliest is None or a.latest is None or b.earliest is None or b.presumed:
        return True
    return a.earliest - BEFORE <= b.earliest <= a.latest + AFTER


def _told_before(r: Resolved, phrase: Phrase) -> bool:
    """ "Last Thursday the ministry announced that he is to visit Lima": it stood then."""
    published = r.annotated.document.published.earliest
    over: Clause | None = r.clauses.around(phrase.token)
    while over is not None and published is not None:
        over = r.clauses.parent(over)
        if over is not None and over.form is Form.FINITE and over.tense is Tense.PAST:
            time = date_of_verb(r, over.predicate)
            if time is not None and time.date.latest is not None and time.date.latest < published:
                return True
    return False
