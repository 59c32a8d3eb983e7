"""Two states over time, who met whom, what was read by month.

Comes in: states by code or name. Goes out: the types of `memcon.analysis`.
"""

from collections.abc import Mapping, Sequence

from memcon.analysis.contacts import Pair, pairs
from memcon.analysis.coverage import Coverage, coverage
from memcon.analysis.dyad import Dyad, dyad
from memcon.analysis.series import Month, months
from memcon.analysis.told import Told, told_by_month
from memcon.api.asking import Day, as_day, several
from memcon.api.lists import Lists
from memcon.model.deeds import Deed
from memcon.model.errors import StoreError
from memcon.parties import party
from memcon.registers.states import states
from memcon.store import between, queries, reading


class Relations(Lists):
    """The relationship of two states; who met whom."""

    def dyad(self, left: str, right: str, *, since: Day | None = None, until: Day | None = None) -> Dyad:
        """The relationship of two states over time: engagements by kind and level, intensities by month, issues, silences."""
        sides = [party(left), party(right)]
        if unknown := [given for given, side in zip((left, right), sides, strict=True) if side not in states()]:
            raise StoreError(f"{unknown[0]!r} is no state; give its code (CHN) or its name")
        engagements = self.engagements(with_=sides, since=since, until=until)
        actors = self.actors_by_id(p.actor for e in engagements for p in e.participants)
        first, last = as_day(since), as_day(until)
        done = [d for d in self._done_between(*sides) if d.can_be_within(first, last)]
        return dyad(sides[0], sides[1], engagements, done, actors)

    def told_by_month(self, left: str, right: str) -> dict[str, Told]:
        """What two states, by code, say of each other and do to each other, by month (2024-05), counted."""
        said = [self.spoken_of().get(sides, {}) for sides in ((left, right), (right, left))]
        return told_by_month(said[0], said[1], self._done_between(left, right))

    def spoken_of(self) -> Mapping[tuple[str, str], Mapping[str, int]]:
        """By the code of a state and of another: how many statements of the one speak of the other, by month of their report (2024-05),
        what copies retell left out."""
        return self.at_hand.whole(self.stamp(), "spoken of", lambda: self._store.ask(between.spoken_of))

    def done_between(self) -> Mapping[tuple[str, str], Sequence[Deed]]:
        """By the codes of two states in the order of letters: what either did to the other; no plans, denials and copies."""
        return self.at_hand.whole(self.stamp(), "done between", lambda: self._store.ask(between.done_between))

    def _done_between(self, left: str, right: str) -> Sequence[Deed]:
        """Of two states: from what is at hand of all, where somebody asked for it."""
        sides, stamp = (min(left, right), max(left, right)), self.stamp()
        every = self.at_hand.known(stamp, "done between")
        if every is None:
            every = self.at_hand.one(stamp, ("done between", sides), lambda: self._store.ask(between.done_between, sides))
        found: Sequence[Deed] = every.get(sides, ())
        return found

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
            return coverage(self._store.ask(reading.published), self._store.ask(queries.outlets), self.families())

        return self.at_hand.whole(self.stamp(), "coverage", read)
