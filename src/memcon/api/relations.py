"""Two states over time, who met whom, what was read by month.

Comes in: states by code or name. Goes out: the types of `memcon.analysis`.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from memcon.analysis.contacts import Pair, pairs
from memcon.analysis.coverage import Coverage, coverage
from memcon.analysis.dyad import Dyad, between, dyad
from memcon.analysis.series import Month, months
from memcon.analysis.told import Told, told_by_month
from memcon.api.asking import Day, several
from memcon.api.lists import Lists
from memcon.items import Item, actors_in
from memcon.model.errors import StoreError
from memcon.model.findings import Event
from memcon.parties import party
from memcon.registers.states import states
from memcon.store import queries, schema, speaking


class Relations(Lists):
    """The relationship of two states; who met whom."""

    def dyad(self, left: str, right: str, *, since: Day | None = None, until: Day | None = None) -> Dyad:
        """The relationship of two states over time: engagements by kind and level, intensities by month, issues, silences."""
        sides = [party(left), party(right)]
        if unknown := [given for given, side in zip((left, right), sides, strict=True) if side not in states()]:
            raise StoreError(f"{unknown[0]!r} is no state; give its code (CHN) or its name")
        engagements = self.engagements(with_=sides, since=since, until=until)
        events = (
            self._events_between(*sides) if since is until is None else self.events(with_=sides, since=since, until=until)
        )
        items: list[Item] = [*engagements, *events]
        actors = self.actors_by_id(i for item in items for i in actors_in(item))
        return dyad(sides[0], sides[1], engagements, events, actors, self._published())

    def told_by_month(self, left: str, right: str) -> dict[str, Told]:
        """What two states, by code, say of each other and do to each other, by month (2024-05), counted."""
        said = [self.spoken_of().get(sides, []) for sides in ((left, right), (right, left))]
        events = self._events_between(left, right)
        actors = self.actors_by_id(i for event in events for i in actors_in(event))
        return told_by_month(said[0], said[1], [e for e in events if between(e, actors, left, right)], self._published())

    def spoken_of(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """By the code of a state and of another: the report of each statement of the one that speaks of the other, what copies retell
        left out."""
        return self.at_hand.whole(self.stamp(), "spoken of", lambda: self._store.ask(speaking.spoken_of))

    def _events_between(self, left: str, right: str) -> list[Event]:
        """As `events`, in no order."""
        stamp, ask = self.stamp(), self._store.ask

        def look() -> list[Event]:
            known = [
                self.at_hand.one(stamp, ("events with", side), partial(ask, queries.events_with, side))
                for side in (left, right)
            ]
            found = ask(queries.get, schema.events, Event, known[0] & known[1])
            return [e for e in found.values() if e.retells is None]

        return self.at_hand.one(stamp, ("events between", left, right), look)

    def series(self, found: Dyad) -> list[Month]:
        """The months of a relationship of two states, beside what was read in each."""
        return months(found, self.coverage(), self.told_by_month(found.left, found.right))

    def pairs(
        self,
        *,
        with_: str | Sequence[str] = (),
        persons: bool = False,
        since: Day | None = None,
        until: Day | None = None,
        private: bool = False,
    ) -> list[Pair]:
        """Who met whom, those who met most first: states, or persons who act for different states. `private`: private people too."""
        engagements = self.engagements(with_=with_, since=since, until=until)
        actors = self.actors_by_id(p.actor for e in engagements for p in e.participants)
        found = pairs(engagements, actors, persons, private)
        sides = {party(p) for p in several(with_)}
        return [p for p in found if not sides or persons or sides & {p.left, p.right}]

    def coverage(self) -> dict[str, Coverage]:
        """What was read, by month (2024-05): reports, origins, outlets."""

        def read() -> dict[str, Coverage]:
            return coverage(self._published(), self._store.ask(queries.outlets), self.families())

        return self.at_hand.one(self.stamp(), "coverage", read)
