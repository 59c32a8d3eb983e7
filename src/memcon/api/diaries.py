"""What stands in a diary on a day, and what changed in some days.

Comes in: days, parties and persons as plain values. Goes out: a `Diary`, a `Brief`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from memcon.analysis.brief import Brief, brief
from memcon.analysis.diary import Diary, diary, settled_since
from memcon.api.asking import Asking, Day, as_day, filter_of
from memcon.model.dates import DateRange
from memcon.model.errors import StoreError
from memcon.store import reading


class Diaries(Asking):
    """What is planned next, and what became of plans."""

    def diary(
        self,
        day: Day | None = None,
        *,
        days: int = 14,
        since: Day | None = None,
        with_: str | Sequence[str] = (),
        person: str | Sequence[str] = (),
        issue: str | None = None,
        every: bool = False,
    ) -> Diary:
        """What stands in a diary on a day (by default that of the last report): what is planned for the `days` to come, the day itself
        the first; what changed `since` (by default as many days before). `every`: also what no list shows."""
        counted = as_day(day) or self.last_published()
        if counted is None:
            raise StoreError("no report has a day to count from; say from which day with --from")
        back = as_day(since) or counted - timedelta(days=days)
        if back > counted:
            raise StoreError(f"{back} is after {counted}, the day of the diary; give an earlier day with --since")
        found = self._engagements(replace(filter_of(with_, person, issue=issue), news=(back, counted)))
        settled, after = self.settled(e.id for e in found), {e.rescheduled_as for e in found}
        found = [e for e in found if (since := settled.get(e.id)) is None or counted < since or e.id in after]
        actors = self.actors_by_id(p.actor for e in found for p in e.participants)
        return diary(found, actors, counted, days, back, every)

    def settled(self, ids: Iterable[str]) -> dict[str, date | None]:
        """By the ids of engagements: the day from which on no diary tells of each, for it is over; None where there is none."""

        def look(some: list[str]) -> dict[str, date | None]:
            return {i: settled_since(e) for i, e in self._engagements_at_hand(some).items()}

        return self.at_hand.some(self.stamp(), ids, look, "settled")

    def brief(
        self,
        since: Day,
        until: Day,
        *,
        with_: str | Sequence[str] = (),
        person: str | Sequence[str] = (),
        every: bool = False,
    ) -> Brief:
        """What changed in some days, for those who are asked for: what took place, was planned, moved, called off, lapsed; each with the
        words that say so. `every`: also of what no list shows."""
        first, last = as_day(since), as_day(until)
        assert first is not None and last is not None
        found = self._engagements(replace(filter_of(with_, person), news=(first - timedelta(days=1), last)))
        actors = self.actors_by_id(p.actor for e in found for p in e.participants)
        return brief(found, actors, first, last, every)

    def read_between(self, since: Day, until: Day) -> int:
        """How many reports of some days were read, on whatever subject: what silence is to be seen against."""
        days = DateRange(as_day(since), as_day(until))
        return sum(when.known and days.can_be(when) for when in self._store.ask(reading.published).values())
