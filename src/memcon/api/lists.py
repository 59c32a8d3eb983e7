"""Lists of what a record has, with filters.

Comes in: parties, persons, days and kinds as plain values. Goes out: the frozen types of `memcon.model`, in order of time.
"""

from collections.abc import Iterable, Sequence

from memcon.api.asking import Asking, Day, as_day, filter_of, several
from memcon.confidence import scorer
from memcon.confidence.scorer import Confidence
from memcon.model import life
from memcon.model.changes import Change
from memcon.model.findings import Event, Outlook, Statement
from memcon.model.record import Actor, Engagement, Family, Reject
from memcon.model.variants import QuotationVariants
from memcon.parties import near
from memcon.registers.states import states
from memcon.store import changing, lists, noting, queries, reading
from memcon.store.search import Hit, search


class Lists(Asking):
    """What a record has of each kind."""

    def engagements(
        self,
        *,
        with_: str | Sequence[str] = (),
        person: str | Sequence[str] = (),
        status: str | Sequence[str] = (),
        since: Day | None = None,
        until: Day | None = None,
        issue: str | None = None,
        kind: str | None = None,
        as_of: Day | None = None,
        min_confidence: float = 0.0,
    ) -> list[Engagement]:
        """Engagements, each once. `as_of`: with the status that they had on a day, by what had been said until then; of plans
        without a day those that were still to come. Day, place and names are those that are known now. `min_confidence`: those
        whose status is at least so sure."""
        day = as_day(as_of)
        kept = filter_of(with_, person, status if day is None else (), since, until, issue, kind)
        found = self._engagements(kept)
        if day is not None:
            wanted = set(several(status))
            stood = [e for e in self._as_of(found, day) if not wanted or e.status in wanted]
            found = [e for e in stood if not (kept.since and life.is_stale(e.history, e.date, kept.since))]
        return self._sure(found, min_confidence)

    def confidence(self, engagements: Iterable[Engagement]) -> dict[str, Confidence]:
        """By id, how sure the status, the place and the links of engagements are: docs/confidence.md."""
        given = list(engagements)
        actors = self.actors_by_id(p.actor for e in given for p in e.participants)
        return {e.id: scorer.confidence(e, actors) for e in given}

    def statements(
        self,
        *,
        with_: str | Sequence[str] = (),
        person: str | Sequence[str] = (),
        since: Day | None = None,
        until: Day | None = None,
        issue: str | None = None,
        kind: str | None = None,
        copies: bool = False,
        min_confidence: float = 0.0,
    ) -> list[Statement]:
        """Statements by (or, for `with_`, also to) somebody; days are those of publication. `copies`: what these retell, too.
        `min_confidence`: those whose speaker is at least so sure."""
        found = self._store.ask(lists.statements, filter_of(with_, person, (), since, until, issue, kind, copies))
        return [s for s in found if scorer.speaker(s) >= min_confidence] if self._least(min_confidence) else found

    def quotations(self, statements: Iterable[Statement] | None = None) -> list[QuotationVariants]:
        """Quotations whose words differ between documents; those of some statements."""
        found = self._store.ask(queries.quotations)
        if statements is None:
            return found
        wanted = {s.id for s in statements}
        return [q for q in found if any(v.statement in wanted for v in q.variants)]

    def actors(
        self,
        *,
        with_: str | Sequence[str] = (),
        person: str | Sequence[str] = (),
        kind: str | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> list[Actor]:
        """Actors, those mentioned most often first: at most `limit`, of those `after` the one of an id."""
        return self._store.ask(lists.actors, filter_of(with_, person, kind=kind), after, limit)

    def events(
        self,
        *,
        with_: str | Sequence[str] = (),
        person: str | Sequence[str] = (),
        since: Day | None = None,
        until: Day | None = None,
        issue: str | None = None,
        kind: str | None = None,
        copies: bool = False,
    ) -> list[Event]:
        """PLOVER events; `kind` is their type, `issue` one of their contexts. `copies`: what these retell, too."""
        return self._store.ask(lists.events, filter_of(with_, person, (), since, until, issue, kind, copies))

    def families(self) -> list[Family]:
        """Families of copies, the largest first."""
        return self._store.ask(queries.families)

    def families_of(self, documents: Iterable[str]) -> list[Family]:
        """The families of copies in which some documents are."""
        return self._store.ask(changing.families_of, list(documents))

    def outlook(self) -> list[Outlook]:
        """What is expected, in order of the day by which."""
        return self._store.ask(queries.outlook)

    def rejects(self, reason: str | None = None) -> list[Reject]:
        """Inputs set aside."""
        return [r for r in self._store.ask(lambda db: list(reading.all_rejects(db))) if reason in (None, r.reason)]

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Documents that hold all the words, the best first; "two words" together, word* by its beginning, OR."""
        return self._store.ask(search, words, limit)

    def changes(self, since: str | None = None, until: str | None = None) -> list[Change]:
        """What reading reports has changed, in the order of time; `since`, `until`: ISO times in UTC, between which they were read."""
        return self._store.ask(noting.changes_since, since, until)

    def strangers(self, *, with_: str | Sequence[str] = (), person: str | Sequence[str] = ()) -> dict[str, list[str]]:
        """Whom one asks for and nobody in the record is, nor any state, each with the names most like it."""
        unknown = self._store.ask(lists.strangers, filter_of(with_, person))
        unknown = [who for who in unknown if who not in states() or who in several(person)]
        names = self._store.ask(lists.names) if unknown else []
        return {who: near(who, names) for who in unknown}

    def names_like(self, beginning: str, limit: int = 12) -> list[str]:
        """Names of actors of which a word begins so, those mentioned most often first."""
        return self._store.ask(lists.names_like, beginning, limit) if beginning.strip() else []
