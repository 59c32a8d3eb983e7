"""Who said a statement, as a person tells it: by a name, an id, or the place of a mention.

Comes in: a decision about the speaker of a statement. Goes out: the same with his name as the value and with the place at which reports
mention him, the nearest to the statement: places stay when ids change. Raises StoreError where nobody is meant, or more than one.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from memcon.model.errors import StoreError
from memcon.model.findings import Statement
from memcon.model.opinions import SPEAKER
from memcon.model.record import Actor, Decision
from memcon.model.rulings import place
from memcon.store import lists, queries, schema
from memcon.store.codec import folded
from memcon.store.filters import Filter
from memcon.store.store import Store

PLACE = re.compile(r"document-[0-9a-f]+@[0-9]+")
TOLD = 5  # of those of a name, in a message


def named(store: Store, s: Statement, decision: Decision) -> Decision:
    """The decision with name and place. Its value is whom somebody means, or, where it accepts, the id of the speaker; empty: nobody."""
    if decision.field != SPEAKER:
        return decision
    before = store.ask(queries.get, schema.actors, Actor, [s.speaker] if s.speaker else [])
    held = before[s.speaker].name if s.speaker in before else ""
    if not decision.value:
        return replace(decision, value="", before=held)
    if decision.verdict == "accepted":
        return replace(decision, value=held, before=held, right=_mentioned(store, s, decision.value) or "")
    who = _meant(store, s, decision.value)
    where = decision.value if PLACE.fullmatch(decision.value) else _mentioned(store, s, who.id)
    if where is None:
        raise StoreError(f"{who.name}: no report mentions them by words; give the place of a mention, as document-3f@120")
    return replace(decision, value=who.name, before=held, right=where)


def could_have_said(store: Store, s: Statement) -> list[Actor]:
    """Who is mentioned in the report of a statement, in the order of their names."""
    ids = {m.actor for m in store.ask(queries.mentions_in, s.document) if m.actor}
    return sorted(store.ask(queries.get, schema.actors, Actor, ids).values(), key=lambda a: (a.name, a.id))


def _meant(store: Store, s: Statement, words: str) -> Actor:
    if PLACE.fullmatch(words):
        document, _, start = words.partition("@")
        here = [m for m in store.ask(queries.mentions_in, document) if m.span.start <= int(start) < m.span.end and m.actor]
        if not here or here[0].actor is None:
            raise StoreError(f"{words}: nobody of the record is mentioned there")
        return _actor(store, here[0].actor)
    found = store.ask(queries.look_up, words)
    if found is not None:
        if found[0] != "actor":
            raise StoreError(f"{found[1]}: a speaker is an actor, not {found[0]}")
        return _actor(store, found[1])
    return _of_name(store, s, words)


def _of_name(store: Store, s: Statement, name: str) -> Actor:
    """Somebody of a name: of those whom the report of the statement mentions, else of the record."""
    here = could_have_said(store, s)
    wanted = folded(name)
    for some in (
        [a for a in here if folded(a.name) == wanted],
        [a for a in here if any(wanted in folded(called) for called in (a.name, *a.aliases))],
        store.ask(lists.actors, Filter((name,))),
    ):
        if len(some) == 1:
            return some[0]
        if some:
            raise StoreError(f"{name!r} can be {_told(some)}; give the id, or the place of a mention")
    raise StoreError(f"nobody in the record has the id or the name {name!r}; `memcon actors` lists ids")


def _told(some: Iterable[Actor]) -> str:
    every = [f"{a.name} ({a.id})" for a in some]
    return ", ".join(every[:TOLD]) + (f" or {len(every) - TOLD} more" if len(every) > TOLD else "")


def _actor(store: Store, i: str) -> Actor:
    return store.ask(queries.get, schema.actors, Actor, [i])[i]


def _mentioned(store: Store, s: Statement, who: str) -> str | None:
    """Where somebody is mentioned: in the report of the statement the nearest to it, else the first in another."""
    near = [m.span.start for m in store.ask(queries.mentions_in, s.document) if m.actor == who]
    if near:
        return place(s.document, min(near, key=lambda start: (abs(start - s.span.start), start)))
    return next((place(document, m.span.start) for document, m in store.ask(queries.mentions_of, who)), None)
