"""Corrections by hand: people join, part, reject and set right what the rules made of the reports.

Comes in: ids of the record (or their beginnings) and a reason. Goes out: a `Correction`, kept in the database as decisions that
name places in documents, so that they hold when reports are read again or added; the record is joined anew at once. Raises
StoreError for what cannot be corrected so, with the remedy. `undo` takes one back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise, product

from memcon.api import default_db
from memcon.model.dates import DateRange
from memcon.model.errors import StoreError
from memcon.model.kinds import EngagementKind
from memcon.model.record import PERSON, Actor, Decision, Engagement, Family, Subject
from memcon.model.status import Status
from memcon.parties import party
from memcon.registers.states import states
from memcon.store import queries, schema
from memcon.store.address import Place
from memcon.store.store import Store

FIELDS = {"engagement": ("status", "kind", "date", "place"), "actor": ("name", "state")}


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person decided at one time: one line of `memcon fix list`."""

    number: int
    at: str
    what: str
    reason: str
    items: tuple[str, ...]
    decisions: tuple[Decision, ...]


def corrections(db: Place | None = None) -> "Corrections":
    """The corrections of a database; by default of the one that `memcon read` writes."""
    return Corrections(db or default_db())


class Corrections:
    """The corrections of one database. Each method that makes one joins the record anew."""

    def __init__(self, db: Place) -> None:
        self._db = db

    def merge(self, ids: Sequence[str], reason: str) -> Correction:
        """Several engagements, or several persons, are one."""
        with Store(self._db) as store:
            found = [_item(store, i) for i in ids]
            kinds = {type(item) for item in found}
            if len(found) < 2 or len(kinds) != 1 or Family in kinds:
                raise StoreError("two engagements, or two persons, can be merged; give the ids of both")
            about = _about(found[0])
            places = [_places(store, item) for item in found]
            held = [p for of in places for p in (of if about == "engagement" else of[:1])]
            return self._decide(store, [Decision(a, b, "same", PERSON, reason, about=about) for a, b in pairwise(held)])

    def split(self, item: str, documents: Sequence[str], reason: str) -> Correction:
        """What these documents tell is not what the other documents of the item tell; a copy is none."""
        with Store(self._db) as store:
            whole = _item(store, item)
            chosen = {store.ask(queries.find, d)[1] for d in documents}
            places = list(whole.documents) if isinstance(whole, Family) else _places(store, whole)
            off = [p for p in places if p.rpartition("@")[0] in chosen or p in chosen]
            rest = [p for p in places if p not in off]
            if not off or not rest:
                raise StoreError(f"{item}: some of its documents can be split off, not none and not all")
            about = _about(whole)
            pairs = product(off, rest[:1] if about == "actor" else rest)
            made = [Decision(a, b, "different", PERSON, reason, about=about) for a, b in pairs]
            if about != "family":
                made += [Decision(a, b, "same", PERSON, reason, about=about) for a, b in pairwise(off)]
            return self._decide(store, made)

    def reject(self, item: str, reason: str) -> Correction:
        """It is no engagement."""
        with Store(self._db) as store:
            found = _item(store, item)
            if not isinstance(found, Engagement):
                raise StoreError(f"{item}: only an engagement can be rejected; an actor or a family can be split")
            return self._decide(
                store, [Decision(_places(store, found)[0], "", "rejected", PERSON, reason, about="engagement")]
            )

    def correct(self, item: str, field: str, value: str, reason: str) -> Correction:
        """A field of an engagement (status, kind, date, place) or an actor (name, state) is this."""
        with Store(self._db) as store:
            found = _item(store, item)
            about = _about(found)
            value = _checked(about, field, value)
            where = _places(store, found)[0]
            return self._decide(
                store, [Decision(where, "", "corrected", PERSON, reason, about=about, field=field, value=value)]
            )

    def undo(self, number: int | None = None) -> Correction:
        """Take back a correction; the last one where no number is given."""
        with Store(self._db) as store:
            made = _listed(store.decisions())
            if not made:
                raise StoreError("there is no correction to take back")
            if number is not None and not 1 <= number <= len(made):
                raise StoreError(f"there is no correction {number}; `memcon fix list` numbers them")
            gone = made[(number or len(made)) - 1]
            store.take_back(gone.at)
            _join(store)
            return gone

    def all(self) -> list[Correction]:
        """Every correction that holds, in order of time."""
        with Store(self._db, read_only=True) as store:
            return _listed(store.decisions())

    def _decide(self, store: Store, decisions: Iterable[Decision]) -> Correction:
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        store.decide([_at(d, at) for d in decisions])
        _join(store)
        return next(c for c in _listed(store.decisions()) if c.at == at)


def _at(d: Decision, at: str) -> Decision:
    return Decision(d.left, d.right, d.verdict, d.by, d.reason, at, d.about, d.field, d.value)


def _join(store: Store) -> None:
    from memcon.annotate.parser import Parser
    from memcon.flow.join import join

    join(store, Parser())


def _item(store: Store, prefix: str) -> Engagement | Actor | Family:
    """The engagement, actor or family whose id begins so."""
    kind, found = store.ask(queries.find, prefix)
    if kind == "engagement":
        return store.ask(queries.get, schema.engagements, Engagement, [found])[found]
    if kind == "actor":
        return store.ask(queries.get, schema.actors, Actor, [found])[found]
    if kind == "family":
        return store.ask(queries.get, schema.families, Family, [found])[found]
    raise StoreError(f"{found}: engagements, actors and families can be corrected, not a {kind}")


def _about(item: Engagement | Actor | Family) -> Subject:
    if isinstance(item, Engagement):
        return "engagement"
    return "actor" if isinstance(item, Actor) else "family"


def _places(store: Store, item: Engagement | Actor | Family) -> list[str]:
    """Where documents tell of it, one place for each document, in order of the documents."""
    firsts: dict[str, int] = {}
    if isinstance(item, Engagement):
        told = [(m.document, m.mention.span.start) for m in item.mentions]
    elif isinstance(item, Actor):
        if item.kind != "person" or not item.named:
            raise StoreError(f"{item.name}: only named persons can be corrected; states and bodies follow from their names")
        told = [(document, m.span.start) for document, m in store.ask(queries.mentions_of, item.id)]
    else:
        raise StoreError("a family can be split, and that undone; it has no fields")
    for document, start in told:
        firsts[document] = min(start, firsts.get(document, start))
    return [f"{document}@{start}" for document, start in sorted(firsts.items())]


def _checked(about: Subject, field: str, value: str) -> str:
    """The value as the record has it. Raises StoreError where the field cannot have it."""
    if field not in FIELDS.get(about, ()):
        raise StoreError(f"{field}: an {about} has {', '.join(FIELDS.get(about, ())) or 'no fields'} to correct")
    allowed = {"status": tuple(Status), "kind": tuple(EngagementKind)}.get(field)
    if allowed and value not in allowed:
        raise StoreError(f"{value!r} is no {field}; it is one of {', '.join(allowed)}")
    if field == "date":
        try:
            DateRange.iso(value)
        except ValueError as problem:
            raise StoreError(
                f"{value!r} is no date ({problem}); write 2023-06-18, 2023-06 or 2023-06-18/2023-06-19"
            ) from None
    if field == "state":
        code = party(value)
        if value and code not in states():
            raise StoreError(f"{value!r} is no state; give its code (CHN) or name, or '' for none")
        return code if value else ""
    return value


def _listed(decisions: Sequence[Decision]) -> list[Correction]:
    """Decisions of one time are one correction."""
    by_time: dict[str, list[Decision]] = {}
    for d in decisions:
        by_time.setdefault(d.at or "", []).append(d)
    return [
        Correction(
            n,
            at,
            _what(made),
            made[0].reason,
            tuple(dict.fromkeys(i for d in made for i in d.items)),
            tuple(made),
        )
        for n, (at, made) in enumerate(sorted(by_time.items()), 1)
    ]


def _what(decisions: Sequence[Decision]) -> str:
    first = next((d for d in decisions if d.verdict == "different"), decisions[0])
    match first.verdict:
        case "same":
            return f"merged {first.about}s"
        case "different":
            return f"split {first.about}"
        case "rejected":
            return f"rejected {first.about}"
    return f"{first.about}: {first.field} is {first.value or 'none'}"
