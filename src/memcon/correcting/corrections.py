"""Corrections by hand: people join, part, reject, accept and set right what the rules made of the reports.

Comes in: ids of the record (or their beginnings), a reason, and the name of who judges. Goes out: a `Correction`, kept in the database as
decisions that name places in documents, so that they hold when reports are read again or added; the record is joined anew at once. Raises
StoreError for what cannot be corrected so, with the remedy. `undo` takes one back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise, product

from memcon.analysis.agreement import Agreement, agreement
from memcon.api import default_db
from memcon.correcting import fields, speakers
from memcon.correcting.correction import Correction, chosen, listed
from memcon.correcting.fields import FIELDS, Item
from memcon.export.gold import documents_of, gold
from memcon.model import life
from memcon.model.errors import StoreError
from memcon.model.findings import Statement
from memcon.model.opinions import EXISTS, Opinion, opinions
from memcon.model.record import PERSON, Actor, Decision, Engagement, Family
from memcon.model.rulings import place
from memcon.store import queries, reading, schema
from memcon.store.address import Place
from memcon.store.store import Store


def corrections(db: Place | None = None) -> "Corrections":
    """The corrections of a database; by default of the one that `memcon read` writes."""
    return Corrections(db or default_db())


class Corrections:
    """The corrections of one database. Each method that makes one joins the record anew. `judge`: the name of who judges."""

    def __init__(self, db: Place) -> None:
        self._db = db

    def merge(self, ids: Sequence[str], reason: str, judge: str | None = None) -> Correction:
        """Several engagements, or several persons, are one."""
        with Store(self._db) as store:
            found = list({item.id: item for item in (_item(store, i) for i in ids)}.values())
            kinds = {type(item) for item in found}
            if len(found) < 2 or len(kinds) != 1 or kinds & {Family, Statement}:
                raise StoreError("two engagements, or two persons, can be merged; give the ids of both")
            about = fields.about(found[0])
            places = [_places(store, item) for item in found]
            held = [p for of in places for p in (of if about == "engagement" else of[:1])]
            made = [Decision(a, b, "same", PERSON, reason, about=about) for a, b in pairwise(held)]
            return self._decide(store, made, judge)

    def split(self, item: str, documents: Sequence[str], reason: str, judge: str | None = None) -> Correction:
        """What these documents tell is not what the other documents of the item tell; a copy is none."""
        with Store(self._db) as store:
            whole = _item(store, item)
            if isinstance(whole, Statement):
                raise StoreError(f"{item}: a statement stands in one document; say that it is none, or who said it")
            picked = {store.ask(queries.find, d)[1] for d in documents}
            places = list(whole.documents) if isinstance(whole, Family) else _places(store, whole)
            off = [p for p in places if p.rpartition("@")[0] in picked or p in picked]
            rest = [p for p in places if p not in off]
            if not off or not rest:
                raise StoreError(f"{item}: some of its documents can be split off, not none and not all")
            about = fields.about(whole)
            pairs = product(off, rest[:1] if about == "actor" else rest)
            made = [Decision(a, b, "different", PERSON, reason, about=about) for a, b in pairs]
            if about != "family":
                made += [Decision(a, b, "same", PERSON, reason, about=about) for a, b in pairwise(off)]
            return self._decide(store, made, judge)

    def reject(self, item: str, reason: str, judge: str | None = None) -> Correction:
        """It is no engagement, or no statement."""
        with Store(self._db) as store:
            found = _item(store, item)
            if not isinstance(found, Engagement | Statement):
                raise StoreError(f"{item}: engagements and statements can be rejected; an actor or a family can be split")
            where = _places(store, found)[0]
            return self._decide(store, [Decision(where, "", "rejected", PERSON, reason, about=fields.about(found))], judge)

    def correct(self, item: str, field: str, value: str, reason: str, judge: str | None = None) -> Correction:
        """A field of an engagement (status, kind, date, place), an actor (name, state) or a statement (speaker) is this."""
        return self.judge(item, reason, corrected={field: value}, judge=judge)

    def accept(self, item: str, reason: str, names: Sequence[str] = (), judge: str | None = None) -> Correction:
        """What the fields hold is right; all of them where none is named. It sets nothing: it is kept as a judgement."""
        return self.judge(item, reason, accepted=names or None, judge=judge)

    def judge(
        self,
        item: str,
        reason: str,
        *,
        accepted: Sequence[str] | None = (),
        corrected: Mapping[str, str] | None = None,
        judge: str | None = None,
        seen: Mapping[str, str] | None = None,
    ) -> Correction:
        """Some fields of an engagement, an actor or a statement are right (None: all), others are something else, in one correction;
        that it is an engagement, or a statement, at all is the field "exists", which can be accepted.

        `seen`: what they held when the person looked; where they hold something else by now, nothing is decided.
        """
        with Store(self._db) as store:
            found = _item(store, item)
            about = fields.about(found)
            held = fields.values(found)
            if seen is not None and {**held, **seen} != held:
                raise StoreError(f"{item}: it has changed since you looked; look again")
            where = _places(store, found)[0]
            right = FIELDS.get(about, ()) if accepted is None else tuple(dict.fromkeys(accepted))
            wrong = {field: fields.checked(about, field, value) for field, value in (corrected or {}).items()}
            for field in right:
                fields.known_field(about, field, whether=True)
            if both := set(right) & set(wrong):
                raise StoreError(f"{', '.join(sorted(both))}: either what it holds is right, or it is something else")
            if not right and not wrong:
                raise StoreError("nothing is judged; say of a field that it is right, or what it is")
            decided = Decision(where, "", "accepted", PERSON, reason, about=about)
            made = [replace(decided, field=f, value=held[f], before=held[f]) for f in right if f != EXISTS]
            made += [decided for f in right if f == EXISTS]
            made += [
                replace(decided, verdict="corrected", field=f, value=value, before=held[f]) for f, value in wrong.items()
            ]
            if isinstance(found, Statement):
                made = [speakers.named(store, found, d) for d in made]
            return self._decide(store, made, judge)

    def agree(self, which: int | str, reason: str, judge: str) -> Correction:
        """Another person decides the same as a correction."""
        with Store(self._db) as store:
            first = chosen(listed(store.decisions()), which)
            return self._decide(store, [replace(d, reason=reason, items=()) for d in first.decisions], judge)

    def dispute(self, which: int | str, reason: str, judge: str | None = None) -> Correction:
        """What a correction rejected is an engagement, or a statement, after all; it is in the record again."""
        with Store(self._db) as store:
            first = chosen(listed(store.decisions()), which)
            if not first.rejects:
                raise StoreError(f"correction {first.number} rejects nothing; judge the item itself, or take it back")
            gone = [d for d in first.decisions if d.verdict == "rejected"]
            return self._decide(store, [replace(d, verdict="accepted", reason=reason, items=()) for d in gone], judge)

    def undo(self, which: int | str | None = None) -> Correction:
        """Take back a correction, by its number or id; the last one where none is given."""
        with Store(self._db) as store:
            gone = chosen(listed(store.decisions()), which)
            store.take_back(gone.at)
            _join(store)
            return gone

    def all(self) -> list[Correction]:
        """Every correction that holds, in order of time."""
        with Store(self._db, read_only=True) as store:
            return listed(store.decisions())

    def opinions(self) -> list[Opinion]:
        """What people judged, field by field, in order of time."""
        with Store(self._db, read_only=True) as store:
            return opinions(store.decisions())

    def gold(self) -> bytes:
        """What people judged as JSON lines, as `memcon export --format gold` writes it."""
        with Store(self._db, read_only=True) as store:
            found = opinions(store.decisions())
            documents = store.documents_by_id({document for o in found for document in documents_of(o)})
            return b"".join(gold(found, documents))

    def agreement(self, *others: "Corrections") -> Agreement:
        """How far those who judged the same items agree; `others`: databases of the same reports in which somebody else judged."""
        return agreement(*(c.opinions() for c in (self, *others)))

    def _decide(self, store: Store, decisions: Iterable[Decision], judge: str | None) -> Correction:
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        name = fields.line("name", judge or "") or None
        made = [replace(d, at=at, judge=name, reason=fields.line("reason", d.reason)) for d in decisions]
        if not all(d.reason for d in made):
            raise StoreError("a correction needs a reason")
        store.decide(made)
        _join(store)
        return next(c for c in listed(store.decisions()) if c.at == at)


def _join(store: Store) -> None:
    from memcon.annotate.parser import Parser
    from memcon.flow.join import join

    join(store, Parser())


def _item(store: Store, prefix: str) -> Item:
    """The engagement, actor, family or statement whose id begins so; an engagement as lists show it."""
    kind, found = store.ask(queries.find, prefix)
    if kind == "engagement":
        e = store.ask(queries.get, schema.engagements, Engagement, [found])[found]
        last = store.ask(reading.last_published)
        return (life.as_of(e, last) if last else None) or e
    if kind == "actor":
        return store.ask(queries.get, schema.actors, Actor, [found])[found]
    if kind == "family":
        return store.ask(queries.get, schema.families, Family, [found])[found]
    if kind == "statement":
        return store.ask(queries.get, schema.statements, Statement, [found])[found]
    raise StoreError(f"{found}: engagements, actors, statements and families can be corrected, not a {kind}")


def _places(store: Store, item: Item) -> list[str]:
    """Where documents tell of it, one place for each document, in order of the documents."""
    if isinstance(item, Statement):
        return [place(item.document, item.span.start)]
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
    return [place(document, start) for document, start in sorted(firsts.items())]
