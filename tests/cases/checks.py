"""What a reader must find in a small text, and whether a record has it.

A line of `expect` is one of:

    row STATUS,... | KIND,... | EARLIEST..LATEST | PLACE | NAME; NAME<STATE>; <STATE>     an engagement that fits all of it
    list row STATUS,... | KIND,... | ... as above         one that the list shows, and in which nobody besides takes part
    list rows = N                     so many rows in the list
    no row STATUS,... | KIND,... | NAME                   no engagement of these statuses and kinds (with this participant)
    no shown row | KIND,...                               none that the list of engagements shows
    no day YYYY-MM-DD | KIND,...      no place NAME | KIND or participant
    undated KIND,... | NAME           an engagement of these kinds (with this participant) of which no first day is told or inferred
    count KIND,... | NAME = N         so many engagements of these kinds (with this participant)
    part KIND,... | NAME; NAME of KIND,... | NAME         one of these kinds is part of one of those kinds (with this participant, or there)
    no part KIND,... | NAME; NAME                         none of these kinds is part of another
    moved KIND,... | NAME; NAME to EARLIEST..LATEST       one of these kinds that was put off is told to have one of these days in its stead
    no moved KIND,... | NAME; NAME
    mention STATUS,... > WORDS        each mention whose words hold these has one of these statuses, and there is one
    says NAME > WORDS                 a statement by that speaker ("?" any or none) whose content has the words
    no says > WORDS
    state NAME = XXX,-                the state that a person acts for ("-": none)
    no state XXX                      nobody acts for it
    person NAME, one person NAME, nobody NAME, persons = N
    event TYPE, no event TYPE
    dated event TYPE                  an event whose first and last day are known

An empty field admits everything. Days must lie within the bounds. Each name must fit a participant; "<STATE>" fits anybody
of that state; "!" before a name means that it must not take part.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from memcon.model.record import Actor, Engagement, Record


@dataclass(frozen=True, slots=True)
class Reading:
    """A record with the ways in which the checks ask it."""

    record: Record
    shown: Sequence[Engagement]

    @property
    def actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.record.actors}


def failures(expect: Sequence[str], reading: Reading) -> list[str]:
    """The lines that do not hold."""
    return [line for line in expect if not holds(line, reading)]


def holds(line: str, reading: Reading) -> bool:
    """Raises ValueError for a line that is of no known form."""
    for opening, check in CHECKS.items():
        if line.startswith(opening):
            return check(line.removeprefix(opening).strip(), reading)
    raise ValueError(f"no such check: {line!r}")


def _fields(text: str, n: int) -> list[str]:
    fields = [field.strip() for field in text.split("|")]
    return [*fields, *[""] * n][:n]


def _some(field: str) -> set[str]:
    return {word.strip() for word in field.split(",") if word.strip()}


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"\w+", plain.casefold()))


def _is(actor: Actor, name: str) -> bool:
    name, _, state = name.partition("<")
    if state and actor.state != state.rstrip(">"):
        return False
    return not name.strip() or any(_folded(name) in _folded(form) for form in (actor.name, *actor.aliases))


def _takes_part(engagement: Engagement, name: str, reading: Reading) -> bool:
    return any(_is(reading.actors[p.actor], name) for p in engagement.participants)


def _within(engagement: Engagement, days: str) -> bool:
    first, _, last = days.partition("..")
    found = engagement.date
    early = not first or (found.earliest is not None and found.earliest >= date.fromisoformat(first))
    late = not last or (found.latest is not None and found.latest <= date.fromisoformat(last))
    return early and late


def _of(engagement: Engagement, statuses: str, kinds: str) -> bool:
    status = not _some(statuses) or engagement.status in _some(statuses)
    return status and (not _some(kinds) or engagement.kind in _some(kinds))


def _row(text: str, reading: Reading) -> bool:
    return any(_fitting(text, reading.record.engagements, reading))


def _listed(text: str, reading: Reading) -> bool:
    """A row of the list that fits, with nobody besides: the states of those named, of their place and bodies of no state aside."""
    names = [name.strip() for name in _fields(text, 5)[4].split(";") if name.strip()]
    return any(_nobody_besides(e, names, reading) for e in _fitting(text, reading.shown, reading))


def _nobody_besides(engagement: Engagement, names: Sequence[str], reading: Reading) -> bool:
    parties = [reading.actors[p.actor] for p in engagement.participants]
    told = [actor for actor in parties if any(_is(actor, name) for name in names)]
    states = {actor.state for actor in told} | {engagement.place.country if engagement.place else None}
    return all(actor in told or (actor.kind == "state" and actor.state in states) for actor in parties)


def _list_count(text: str, reading: Reading) -> bool:
    return len(reading.shown) == int(text)


def _fitting(text: str, engagements: Sequence[Engagement], reading: Reading) -> Iterator[Engagement]:
    statuses, kinds, days, place, names = _fields(text, 5)
    for e in engagements:
        if not _of(e, statuses, kinds) or (days and not _within(e, days)):
            continue
        if place and not (e.place and _folded(place) in _folded(e.place.name)):
            continue
        parties = [name.strip() for name in names.split(";") if name.strip()]
        if all(
            not _takes_part(e, name[1:].strip(), reading) if name.startswith("!") else _takes_part(e, name, reading)
            for name in parties
        ):
            yield e


def _no_row(text: str, reading: Reading) -> bool:
    statuses, kinds, name = _fields(text, 3)
    return not any(
        _of(e, statuses, kinds) and (not name or _takes_part(e, name, reading)) for e in reading.record.engagements
    )


def _no_shown_row(text: str, reading: Reading) -> bool:
    _, kinds = _fields(text, 2)
    return not any(_of(e, "", kinds) for e in reading.shown)


def _no_day(text: str, reading: Reading) -> bool:
    day, kinds = _fields(text, 2)
    return not any(_of(e, "", kinds) and e.date.exact and str(e.date.earliest) == day for e in reading.record.engagements)


def _no_place(text: str, reading: Reading) -> bool:
    place, what = _fields(text, 2)
    return not any(
        e.place and _folded(place) == _folded(e.place.name) and (e.kind == what or _takes_part(e, what, reading))
        for e in reading.record.engagements
    )


def _undated(text: str, reading: Reading) -> bool:
    kinds, name = _fields(text, 2)
    found = [e for e in reading.record.engagements if _of(e, "", kinds) and (not name or _takes_part(e, name, reading))]
    return any(e.date.earliest is None for e in found)


def _count(text: str, reading: Reading) -> bool:
    what, _, n = text.rpartition("=")
    kinds, name = _fields(what, 2)
    found = (e for e in reading.record.engagements if _of(e, "", kinds) and (not name or _takes_part(e, name, reading)))
    return sum(1 for _ in found) == int(n)


def _part(text: str, reading: Reading) -> bool:
    part, _, whole = text.partition(" of ")
    kinds, name = _fields(whole, 2)
    by_id = {e.id: e for e in reading.record.engagements}
    return any(
        _of(other, "", kinds) and (not name or _takes_part(other, name, reading) or _is_at(other, name))
        for e in _with(part, reading)
        if e.part_of and (other := by_id[e.part_of])
    )


def _moved(text: str, reading: Reading) -> bool:
    old, _, days = text.partition(" to ")
    by_id = {e.id: e for e in reading.record.engagements}
    return any(e.rescheduled_as and _within(by_id[e.rescheduled_as], days) for e in _with(old, reading))


def _with(text: str, reading: Reading) -> list[Engagement]:
    """The engagements of some kinds with all of some participants."""
    kinds, people = _fields(text, 2)
    names = [name.strip() for name in people.split(";") if name.strip()]
    found = (e for e in reading.record.engagements if _of(e, "", kinds))
    return [e for e in found if all(_takes_part(e, name, reading) for name in names)]


def _is_at(engagement: Engagement, name: str) -> bool:
    return engagement.place is not None and _folded(name) in _folded(engagement.place.name)


def _says(text: str, reading: Reading) -> bool:
    name, _, words = (part.strip() for part in text.partition(">"))
    texts = {d.id: d.text for d in reading.record.documents}
    for s in reading.record.statements:
        by = name in ("", "?") or (s.speaker is not None and _is(reading.actors[s.speaker], name))
        if by and _folded(words) in _folded(texts[s.document][s.span.start : s.span.end]):
            return True
    return False


def _mention(text: str, reading: Reading) -> bool:
    statuses, _, words = (part.strip() for part in text.partition(">"))
    texts = {d.id: d.text for d in reading.record.documents}
    told = [
        (texts[m.document][m.mention.span.start : m.mention.span.end], m)
        for e in reading.record.engagements
        for m in e.mentions
    ]
    found = [m.mention.status for said, m in told if _folded(words) in _folded(said)]
    return bool(found) and set(found) <= _some(statuses)


def _persons(reading: Reading) -> list[Actor]:
    return [actor for actor in reading.record.actors if actor.kind == "person" and actor.named]


def _state(text: str, reading: Reading) -> bool:
    name, _, states = (part.strip() for part in text.partition("="))
    found = [actor for actor in _persons(reading) if _is(actor, name)]
    exact = [actor for actor in found if _folded(actor.name) == _folded(name)] or found
    return bool(exact) and all((actor.state or "-") in _some(states) for actor in exact)


CHECKS: dict[str, Callable[[str, Reading], bool]] = {
    "row ": _row,
    "list rows =": _list_count,
    "list row ": _listed,
    "no row": _no_row,
    "no shown row": _no_shown_row,
    "no day ": _no_day,
    "no place ": _no_place,
    "undated ": _undated,
    "count ": _count,
    "part ": _part,
    "no part ": lambda text, reading: not any(e.part_of for e in _with(text, reading)),
    "moved ": _moved,
    "no moved ": lambda text, reading: not any(e.rescheduled_as for e in _with(text, reading)),
    "mention ": _mention,
    "says ": _says,
    "no says ": lambda text, reading: not _says(text, reading),
    "state ": _state,
    "no state ": lambda text, reading: not any(actor.state == text for actor in reading.record.actors),
    "person ": lambda text, reading: any(_is(actor, text) for actor in _persons(reading)),
    "one person ": lambda text, reading: [a.name for a in _persons(reading)] == [text],
    "nobody ": lambda text, reading: not any(_folded(text) in _folded(a.name).split() for a in _persons(reading)),
    "persons = ": lambda text, reading: len(_persons(reading)) == int(text),
    "dated event ": lambda text, reading: any(
        event.type == text and event.date is not None and event.date.days is not None for event in reading.record.events
    ),
    "event ": lambda text, reading: any(event.type == text for event in reading.record.events),
    "no event ": lambda text, reading: not any(event.type == text for event in reading.record.events),
}
