"""memcon for Python programs: read reports into a database, open the record, ask it. docs/api.md describes it.

Comes in: paths or texts, filters as plain values. Goes out: the frozen types of `memcon.model`. Raises `MemconError`.
Nothing is loaded before it is needed: to open a record does not import the parser.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from os import environ
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Literal, Self

from memcon.analysis.brief import Brief, brief
from memcon.analysis.contacts import Pair, pairs
from memcon.analysis.coverage import Coverage, coverage
from memcon.analysis.diary import Diary, diary
from memcon.analysis.dyad import Dyad, between, dyad
from memcon.analysis.series import Month, months
from memcon.analysis.told import Told, told_by_month
from memcon.analysis.versions import Moved, in_order, moved
from memcon.at_hand import AtHand
from memcon.confidence import scorer
from memcon.confidence.scorer import Confidence
from memcon.items import Item, actors_in, documents_in
from memcon.model import life
from memcon.model.changes import Change
from memcon.model.dates import DateRange
from memcon.model.document import Document
from memcon.model.errors import StoreError, UnknownName
from memcon.model.findings import Event, NamedPlace, NameMention, Outlook, Statement, TimeMention
from memcon.model.judgements import Judgements
from memcon.model.record import Actor, Decision, Engagement, Family, Record, Reject
from memcon.model.variants import QuotationVariants
from memcon.parties import bearer, near, party
from memcon.registers.states import states
from memcon.store import changing, noting, queries, reading, schema, speaking
from memcon.store.address import Address, Place, address
from memcon.store.overview import overview
from memcon.store.search import Hit, search
from memcon.store.store import Store

if TYPE_CHECKING:
    from memcon.export.chosen import Chosen
    from memcon.export.release.about import About, Lists
    from memcon.export.sql import Answer
    from memcon.flow.counts import Counts, Summary

Day = date | str


def default_db() -> Address:
    """The database that is used where none is named: $MEMCON_DB, or record.db in the user's data folder."""
    from platformdirs import user_data_path

    return address(environ.get("MEMCON_DB") or user_data_path("memcon", appauthor=False) / "record.db")


def read_reports(
    paths: str | Path | Iterable[str | Path],
    db: Place | None = None,
    *,
    published: str | None = None,
    outlet: str | None = None,
    manifest: bool = True,
    reader: str | None = None,
    fields: Iterable[str] = (),
    model: str | None = None,
    workers: int = 1,
    engine: Literal["local", "ray"] = "local",
    cluster: str | None = None,
    tell: "Callable[[Counts], None] | None" = None,
    waiting: Callable[[str], None] | None = None,
) -> "Summary":
    """Read files, folders, globs or "-" (standard input) into a database, and join its record.

    db         a file, or the address of a PostgreSQL server (postgresql://USER@HOST/NAME; extra `postgres`)
    published  ISO day for what does not say it itself; outlet: likewise
    manifest   use the manifest.csv in a folder of bare texts
    reader     the name in READERS (`read/readers.py`) by which every file is read; by default each is read as what it is
    fields     names of JSON keys or columns that are not the usual ones: "text=story", "published=meta.day"
    model      package or path of the spaCy model; by default the first that is installed
    workers    processes that read; 1: this one. Few reports are read by this one all the same
    engine     "ray": on a Ray cluster, by so many workers (extra `ray`); `cluster`: its address; by default one of this machine
    tell       called after each input with the counts so far
    waiting    called with a sentence where another program writes and this one waits for its turn
    """
    environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy is loaded; why, `memcon.annotate.pipeline` says
    from memcon.annotate.parser import Parser
    from memcon.flow.run import read_into
    from memcon.read.fields import mapped
    from memcon.read.read import ReadOptions, read_paths

    items = [paths] if isinstance(paths, str | Path) else list(paths)
    options = ReadOptions(published, outlet, manifest, reader, mapped(fields))
    parser = Parser(model)
    _ = parser.model  # a missing model is told before anything is read
    with Store(db or default_db(), waiting=waiting) as store:
        if engine == "local":
            return read_into(store, read_paths(items, options), parser, tell, workers)
        from memcon.flow.ray_engine import RayEngine

        with RayEngine(workers, cluster, parser.wanted) as on_ray:
            return read_into(store, read_paths(items, options), parser, tell, engine=on_ray)


def size_of(paths: Iterable[str]) -> int:
    """The bytes of the files behind some paths; 0 for what cannot be told beforehand."""
    from memcon.read.paths import Found, all_files

    found = [f.path for f in all_files(p for p in paths if p != "-") if isinstance(f, Found)]
    return sum(path.stat().st_size for path in found if path.is_file())


def read_text(
    text: str, *, published: str | None = None, outlet: str | None = None, title: str | None = None, source: str = "text"
) -> Record:
    """The record of one text, in memory. Raises BadInput where it holds no report that can be read."""
    from memcon.annotate.parser import Parser
    from memcon.flow.plan import record_of
    from memcon.model.document import Given, RawItem
    from memcon.model.ids import sha256_of

    given = Given(published=published, published_basis="given" if published else None, outlet=outlet, title=title)
    body = text.encode()
    return record_of([RawItem(source, body, "text/plain", sha256_of(body), given)], Parser())


def open_record(db: Place | None = None) -> "OpenRecord":
    """The record in a database. Where documents were added since it was joined, it is joined first."""
    return OpenRecord(db or default_db())


def closed_lists() -> "Lists":
    """The lists of words of memcon's tables that columns of a release are taken from."""
    from memcon.export.release.about import Lists
    from memcon.registers.issues import issues
    from memcon.registers.plover import contexts, types

    modes = {t.name: (*t.modes, *sorted(t.unweighted)) for t in types().values()}
    told = {issue.id: issue.description for issue in issues().values()}
    return Lists(modes, tuple(sorted(set(contexts().values()))), told)


@dataclass(frozen=True, slots=True)
class Shown:
    """One item with everything around it. `actors` and `documents` hold, by id, whom and what the others name.

    versions  of a document: all that have its address, in order; `moved`: the values that it moved against the one before it
    """

    kind: str
    item: Item
    actors: dict[str, Actor] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    engagements: list[Engagement] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    outlook: list[Outlook] = field(default_factory=list)
    mentions: list[tuple[str, NameMention]] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    families: list[Family] = field(default_factory=list)
    quotations: list[QuotationVariants] = field(default_factory=list)
    judgements: Judgements = field(default_factory=Judgements)
    left_out: dict[str, Engagement] = field(default_factory=dict)
    versions: list[Document] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ToldIn:
    """What was read in one document, each in the order of the text. `actors`: by id, whom they name."""

    document: Document
    mentions: list[NameMention]
    times: list[TimeMention]
    places: list[NamedPlace]
    statements: list[Statement]
    engagements: list[Engagement]
    events: list[Event]
    actors: dict[str, Actor]


@dataclass(frozen=True, slots=True)
class Dealings:
    """Somebody's engagements and statements, the last statements with their documents. `actors`: by id, whom they name.

    mentioned, reports  how often he is mentioned, and in how many documents
    issues              of what he speaks, the most frequent first, each with the number of statements
    """

    actor: Actor
    engagements: list[Engagement]
    statements: list[Statement]
    issues: list[tuple[str, int]]
    actors: dict[str, Actor]
    documents: dict[str, Document]
    mentioned: int
    reports: int


class OpenRecord:
    """A database open for questions. Lists come in order of time (actors: by how often they are mentioned).

    with_    a state (code, name or adjective) or the name of an actor; several must all take part
    person   a name or a part of one; several must all take part
    since, until  ISO days or dates; what can have been on one of them stays, what has no date goes
    """

    def __init__(self, db: Place) -> None:
        self.path = address(db)
        self.joined_now = _bring_up(self.path)
        self._store = Store(self.path, read_only=True)
        self.at_hand = AtHand()

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

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
        day = _day(as_of)
        kept = _filter(with_, person, status if day is None else (), since, until, issue, kind)
        found = self._engagements(kept)
        if day is not None:
            wanted = set(_several(status))
            stood = [e for e in self._as_of(found, day) if not wanted or e.status in wanted]
            found = [e for e in stood if not (kept.since and life.is_stale(e.history, e.date, kept.since))]
        return self._sure(found, min_confidence)

    def confidence(self, engagements: Iterable[Engagement]) -> dict[str, Confidence]:
        """By id, how sure the status, the place and the links of engagements are: docs/confidence.md."""
        given = list(engagements)
        actors = self.actors_by_id(p.actor for e in given for p in e.participants)
        return {e.id: scorer.confidence(e, actors) for e in given}

    @staticmethod
    def _least(confidence: float) -> float:
        """A least probability; raises ValueError for what is none."""
        if not 0.0 <= confidence <= 1.0:
            raise ValueError(f"min_confidence is a probability from 0 to 1, not {confidence}")
        return confidence

    def _sure(self, some: list[Engagement], least: float) -> list[Engagement]:
        """Those whose status is at least so sure."""
        if not self._least(least):
            return some
        actors = self.actors_by_id(p.actor for e in some for p in e.participants)
        return [e for e in some if scorer.status(e, actors) >= least]

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
        found = self._store.ask(queries.statements, _filter(with_, person, (), since, until, issue, kind, copies))
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
        return self._store.ask(queries.actors, _filter(with_, person, kind=kind), after, limit)

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
        return self._store.ask(queries.events, _filter(with_, person, (), since, until, issue, kind, copies))

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
        counted = _day(day) or self.last_published()
        if counted is None:
            raise StoreError("no report has a day to count from; say from which day with --from")
        back = _day(since) or counted - timedelta(days=days)
        if back > counted:
            raise StoreError(f"{back} is after {counted}, the day of the diary; give an earlier day with --since")
        kept = replace(_filter(with_, person, issue=issue), news=(back, counted))
        found = self._engagements(kept)
        actors = self.actors_by_id(p.actor for e in found for p in e.participants)
        return diary(found, actors, counted, days, back, every)

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
        first, last = _day(since), _day(until)
        assert first is not None and last is not None
        found = self._engagements(replace(_filter(with_, person), news=(first - timedelta(days=1), last)))
        actors = self.actors_by_id(p.actor for e in found for p in e.participants)
        return brief(found, actors, first, last, every)

    def read_between(self, since: Day, until: Day) -> int:
        """How many reports of some days were read, on whatever subject: what silence is to be seen against."""
        days = DateRange(_day(since), _day(until))
        return sum(when.known and days.can_be(when) for when in self._store.ask(reading.published).values())

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
        sides = {party(p) for p in _several(with_)}
        return [p for p in found if not sides or persons or sides & {p.left, p.right}]

    def strangers(self, *, with_: str | Sequence[str] = (), person: str | Sequence[str] = ()) -> dict[str, list[str]]:
        """Whom one asks for and nobody in the record is, nor any state, each with the names most like it."""
        unknown = self._store.ask(queries.strangers, _filter(with_, person))
        unknown = [who for who in unknown if who not in states() or who in _several(person)]
        names = self._store.ask(queries.names) if unknown else []
        return {who: near(who, names) for who in unknown}

    def families(self) -> list[Family]:
        """Families of copies, the largest first."""
        return self._store.ask(queries.families)

    def families_of(self, documents: Iterable[str]) -> list[Family]:
        """The families of copies in which some documents are."""
        return self._store.ask(changing.families_of, list(documents))

    def said_around(self, engagement: Engagement) -> list[Statement]:
        """What those who act for one of its sides say in the reports of an engagement, copies left out."""
        actors = self.actors_by_id(p.actor for p in engagement.participants)
        sides = {a.state for a in actors.values() if a.state}
        return self._store.ask(queries.said_in, engagement.reports, sides) if sides else []

    def done_around(self, engagement: Engagement, types: Iterable[str]) -> list[Event]:
        """Events of some PLOVER types in the reports of an engagement, copies left out."""
        return self._store.ask(queries.events_of_reports, engagement.reports, list(types))

    def coverage(self) -> dict[str, Coverage]:
        """What was read, by month (2024-05): reports, origins, outlets."""

        def read() -> dict[str, Coverage]:
            return coverage(self._published(), self._store.ask(queries.outlets), self.families())

        return self.at_hand.one(self.stamp(), "coverage", read)

    def _published(self) -> dict[str, DateRange]:
        """The day of each document."""
        return self.at_hand.one(self.stamp(), "published", lambda: self._store.ask(reading.published))

    def names_like(self, beginning: str, limit: int = 12) -> list[str]:
        """Names of actors of which a word begins so, those mentioned most often first."""
        return self._store.ask(queries.names_like, beginning, limit) if beginning.strip() else []

    def outlook(self) -> list[Outlook]:
        """What is expected, in order of the day by which."""
        return self._store.ask(queries.outlook)

    def rejects(self, reason: str | None = None) -> list[Reject]:
        """Inputs set aside."""
        return [r for r in self._store.ask(lambda db: list(reading.all_rejects(db))) if reason in (None, r.reason)]

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Documents that hold all the words, the best first; "two words" together, word* by its beginning, OR."""
        return self._store.ask(search, words, limit)

    def actors_by_id(self, ids: Iterable[str | None]) -> dict[str, Actor]:
        return self.at_hand.some(self.stamp(), {i for i in ids if i}, self._store.actors)

    def engagements_by_id(self, ids: Iterable[str | None]) -> list[Engagement]:
        return list(self._engagements_at_hand(sorted({i for i in ids if i})).values())

    def documents_by_id(self, ids: Iterable[str]) -> dict[str, Document]:
        return self._store.documents_by_id(ids)

    def count(self) -> tuple[int, int]:
        """Documents, words."""
        return self._store.count()

    def changes(self, since: str | None = None, until: str | None = None) -> list[Change]:
        """What reading reports has changed, in the order of time; `since`, `until`: ISO times in UTC, between which they were read."""
        return self._store.ask(noting.changes_since, since, until)

    def stamp(self) -> str | None:
        """A word that is another one whenever the record was joined anew."""
        return self.at_hand.stamp(self._store.joined)

    def last_published(self) -> date | None:
        """The day on which the last of the documents appeared, as far as it is known."""
        return self.at_hand.one(self.stamp(), "last published", lambda: self._store.ask(reading.last_published))

    def show(self, prefix: str, *, left_out: bool = True) -> Shown:
        """One item with everything around it: by its id or the beginning of it; or an actor, by a name of his. Engagements have the
        status of the day of the last report, as in the list."""
        kind, found = self._store.ask(queries.look_up, prefix) or ("actor", self._named(prefix))
        if kind == "document":
            document = self._store.documents_by_id([found])[found]
            return self._with_versions(self._around(Shown(kind, document), document=found), document)
        types: dict[str, type[Item]] = {
            "engagement": Engagement, "actor": Actor, "statement": Statement, "event": Event, "outlook": Outlook,
            "family": Family,
        }  # fmt: skip
        item = self._store.ask(queries.get, queries.KINDS[kind], types[kind], [found])[found]
        item = self._now([item])[0] if isinstance(item, Engagement) else item
        return self._around(Shown(kind, item), actor=found if kind == "actor" else None, left_out=left_out)

    def told_in(self, document: str) -> ToldIn:
        """What was read in a document, by its id. Engagements have the status of the day of the last report."""
        found = self.documents_by_id([document]).get(document)
        if found is None:
            raise StoreError(f"nothing in the record has the id {document!r}; `memcon search` finds documents")
        ask = self._store.ask
        mentions, statements = ask(queries.mentions_in, document), ask(queries.statements_of, None, document)
        engagements = self._now(ask(queries.engagements_of, None, document))
        events = ask(queries.events_in, document)
        items: list[Item] = [*statements, *engagements, *events]
        named = {m.actor for m in mentions} | {i for item in items for i in actors_in(item)}
        times, places = ask(queries.times_in, document), ask(queries.places_in, document)
        return ToldIn(found, mentions, times, places, statements, engagements, events, self.actors_by_id(named))

    def dealings(self, prefix: str, said: int = 40) -> Dealings:
        """Somebody's engagements and the last of his statements: by his id or the beginning of it, or by a name of his."""
        ask = self._store.ask
        kind, found = ask(queries.look_up, prefix) or ("actor", self._named(prefix))
        if kind != "actor":
            raise StoreError(f"{prefix!r} is the id of a {kind}, not of an actor")
        ids = self.at_hand.one(self.stamp(), ("engagements of", found), partial(ask, queries.engagement_ids_of, found))
        known = self._engagements_at_hand(ids)
        engagements = self._now(known[i] for i in ids if i in known)
        last = ask(queries.last_statements_of, found, said)
        items: list[Item] = [*engagements, *last]
        actors = self.actors_by_id({found, *(i for item in items for i in actors_in(item))})
        documents = self.documents_by_id({s.document for s in last})
        mentioned, reports = ask(queries.how_often_mentioned, found)
        return Dealings(
            actors[found], engagements, last, ask(queries.issues_of, found), actors, documents, mentioned, reports,
        )  # fmt: skip

    def _with_versions(self, shown: Shown, document: Document) -> Shown:
        """A document beside the other versions of its report, and what it moved against the one before it."""
        versions = in_order(self._store.documents_by_id(self._store.ask(queries.versions_of, document.id)).values())
        at = next((n for n, d in enumerate(versions) if d.id == document.id), 0)
        if at == 0:
            return replace(shown, versions=versions if len(versions) > 1 else [])
        before = versions[at - 1]
        theirs = self._store.ask(queries.engagements_of, None, before.id)
        engagements = {e.id: e for e in (*self._now(theirs), *shown.engagements)}
        statements = [*self._store.ask(queries.statements_of, None, before.id), *shown.statements]
        changed = moved(before, document, engagements.values(), statements)
        about: list[Item] = [*engagements.values(), *statements]
        named = {i for thing in about for i in actors_in(thing)}
        actors = {**self.actors_by_id(named), **shown.actors}
        return replace(shown, versions=versions, moved=changed, actors=actors)

    def _now(self, engagements: Iterable[Engagement]) -> list[Engagement]:
        """Engagements with the status of the day of the last report."""
        some, last = list(engagements), self.last_published()
        if last is None:
            return some
        stood = {e.id: e for e in self._as_of(some, last)}
        return [stood.get(e.id, e) for e in some]

    def _as_of(self, engagements: Sequence[Engagement], day: date) -> list[Engagement]:
        """Those that had been told of by a day, as they stood then; of the day of the last report they are at hand."""
        if day != self.last_published():
            return [e for one in engagements if (e := life.as_of(one, day))]
        by_id = {e.id: e for e in engagements}

        def look(ids: Iterable[str]) -> dict[str, Engagement | None]:
            return {i: life.as_of(by_id[i], day) for i in ids}

        stood = self.at_hand.some(self.stamp(), by_id, look, "as of the last report")
        return [e for i in by_id if (e := stood[i])]

    def _engagements(self, kept: queries.Filter) -> list[Engagement]:
        """The engagements that a filter keeps, in order of time: what was asked before is not looked for again."""
        stamp, ask = self.stamp(), self._store.ask
        known = self.at_hand.whole(stamp, "overview", lambda: ask(overview))
        if known is None:
            return ask(queries.engagements, kept)
        looked = [(("with", p), partial(ask, queries.engagements_with, p)) for p in kept.parties]
        looked += [(("person", p), partial(ask, queries.engagements_with, None, p)) for p in kept.persons]
        looked += [(("on", kept.issue), partial(ask, queries.engagements_on, kept.issue))] if kept.issue else []
        among = [self.at_hand.one(stamp, question, look) for question, look in looked]
        ids = known.kept(kept, among)
        found = self._engagements_at_hand(ids)
        return [found[i] for i in ids if i in found]

    def _engagements_at_hand(self, ids: Iterable[str]) -> dict[str, Engagement]:
        def look(some: list[str]) -> dict[str, Engagement]:
            return self._store.ask(queries.get, schema.engagements, Engagement, some)

        return self.at_hand.some(self.stamp(), ids, look, "engagements")

    def _named(self, name: str) -> str:
        """The id of the actor of a name."""
        if party(name) in states():
            found = [a for a in self.actors(with_=name) if a.kind == "state"]
        else:
            found = self._store.ask(queries.actors, queries.Filter((name,)))
        if not found:
            hints = near(name, self._store.ask(queries.names))
            hint = f"; near it: {', '.join(hints)}" if hints else ""
            raise StoreError(f"nothing in the record has the id or the name {name!r}{hint}; `memcon engagements` lists ids")
        return bearer(name, found).id

    def export(
        self,
        out: IO[bytes] | Path,
        format: str = "json",
        *,
        with_: str | Sequence[str] = (),
        person: str | Sequence[str] = (),
        issue: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        every: bool = False,
        keep_called_off: bool = False,
        min_confidence: float = 0.0,
    ) -> None:
        """Write the record in one of the formats of `EXPORTERS`: to a binary stream, or into an empty folder.

        The formats for desks (ics, superdesk, atom) take filters, as `engagements` does; the others are of the whole record.
        every            also what no list shows
        min_confidence   without engagements whose status, and statements whose speaker, is less sure
        keep_called_off  in a calendar, what was called off shows as confirmed, with a mark
        Raises UnknownName where there is no such format, or one that takes no filter or least confidence is given some;
        MissingAsset where its library is absent.
        """
        from memcon.export.exporters import exporter_named
        from memcon.export.sure import SureRecord

        exporter = exporter_named(format)
        if exporter.needs is not None:
            exporter.needs.require(f"to write {format}")
        if exporter.makes_folder != isinstance(out, Path):
            where = "into a folder, not to a stream" if exporter.makes_folder else "to a stream, not into a folder"
            raise ValueError(f"{format} is written {where}")
        if self._least(min_confidence) and not exporter.sure:
            raise UnknownName(f"{format} has neither engagements nor statements: min_confidence would leave out nothing")
        filters = (with_, person, issue, since, until, every, keep_called_off)
        if not exporter.takes_filters:
            if any(filters):
                raise UnknownName(f"{format} is of the whole record and takes no filters")
            with self._store.record() as record:
                exporter.write(SureRecord(record, min_confidence) if min_confidence else record, out)
            return
        chosen = self.chosen(
            with_=with_,
            person=person,
            issue=issue,
            since=since,
            until=until,
            every=every,
            min_confidence=min_confidence,
        )
        exporter.write(replace(chosen, keep_called_off=keep_called_off), out)

    def chosen(
        self,
        *,
        with_: str | Sequence[str] = (),
        person: str | Sequence[str] = (),
        issue: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        every: bool = False,
        back_to: Day | None = None,
        min_confidence: float = 0.0,
    ) -> "Chosen":
        """What a format for desks writes: engagements as of the day of the last report, those of lists of diplomacy or `every` one,
        with the actors and the documents that they cite. `back_to`: what can be on or after this day, or has no day."""
        from memcon.export.chosen import Chosen, cited
        from memcon.wording.listing import tells
        from memcon.wording.words import state_name

        day = self.last_published()
        first = _day(back_to)
        kept = _filter(with_, person, (), _day(since), _day(until), issue)
        kept = replace(kept, news=(first, day)) if first and day else kept
        asked = self._engagements(kept)
        found = self._as_of(asked, day) if day else asked
        found = [e for e in found if first is None or e.date.latest is None or e.date.latest >= first]
        actors = self.actors_by_id(p.actor for e in found for p in e.participants)
        shown = tuple(self._sure([e for e in found if every or tells(e, actors)], min_confidence))
        about = ", ".join(
            (*(state_name(party(p)) for p in _several(with_)), *_several(person), *((issue,) if issue else ()))
        )
        before = self._store.ask(noting.first_ids)
        taken = {e.id for e in self.engagements_by_id(before.values())}  # somebody else's now
        first_ids = {e.id: before[e.id] for e in shown if e.id in before and before[e.id] not in taken}
        return Chosen(shown, actors, self.documents_by_id(cited(shown)), day, about, first_ids=first_ids)

    def release(self, folder: Path, about: "About | None" = None) -> None:
        """Write a release to publish into an empty folder: docs/research.md. Raises MissingAsset where pyarrow is absent."""
        from memcon.export.parquet import NEEDS
        from memcon.export.release.about import About
        from memcon.export.release.release import write_release

        NEEDS.require("to write a release")
        with self._store.record() as record:
            write_release(record, folder, about or About(), closed_lists())

    @contextmanager
    def sql(self, question: str) -> Iterator["Answer"]:
        """What SQL finds in the tables of docs/tables.md; read the answer within the `with`.

        Raises StoreError for a question that DuckDB does not understand, MissingAsset where it is absent.
        """
        from memcon.export.sql import ask_record

        with self._store.record() as record, ask_record(question, record) as answer:
            yield answer

    def _around(self, shown: Shown, actor: str | None = None, document: str | None = None, left_out: bool = True) -> Shown:
        """The item with its neighbours."""
        item = shown.item
        engagements: list[Engagement] = []
        statements: list[Statement] = []
        outlook: list[Outlook] = []
        mentions: list[tuple[str, NameMention]] = []
        judged, others = Judgements(), dict[str, Engagement]()
        if actor or document:
            engagements = self._store.ask(queries.engagements_of, actor, document)
            statements = self._store.ask(queries.statements_of, actor, document)
        if actor:
            mentions = self._store.ask(queries.mentions_of, actor)
        if isinstance(item, Engagement):
            linked = [item.part_of, item.rescheduled_as]
            found = self._store.ask(queries.get, schema.engagements, Engagement, [i for i in linked if i])
            engagements = [*found.values(), *self._store.ask(queries.parts_of, item.id)]
            outlook = self._expected_of(item)
            judged = self._judged(item.id, left_out)
            others = {e.id: e for e in self.engagements_by_id(i for i, _ in judged.left_out)}
        engagements = self._now(engagements)
        inside = item.document if isinstance(item, Statement) else document
        families = self._store.ask(queries.families, inside) if inside else []
        quotations = self.quotations([item]) if isinstance(item, Statement) else []
        decisions = self._store.ask(queries.decisions_of, item.id)
        everything: list[Item] = [item, *engagements, *statements, *outlook, *families, *others.values()]
        named = {i for thing in everything for i in actors_in(thing)}
        cited = {i for thing in [item, *outlook, *statements, *families] for i in documents_in(thing)}
        cited |= {d for d, _ in mentions} | {v.document for q in quotations for v in q.variants}
        return Shown(
            shown.kind,
            item,
            self.actors_by_id(named),
            self._store.documents_by_id(cited),
            engagements,
            statements,
            outlook,
            mentions,
            decisions,
            families,
            quotations,
            judged,
            others,
        )

    def _expected_of(self, engagement: Engagement) -> list[Outlook]:
        """What its reports expect in words that tell of it."""

        def about_it(o: Outlook) -> bool:
            told = (m.document == o.document and m.mention.span.overlaps(o.span) for m in engagement.mentions)
            return o.about == engagement.id or any(told)

        expected = self._store.ask(queries.outlook_in, engagement.reports)
        return [replace(o, about=engagement.id) for o in expected if o.about and about_it(o)]

    def _judged(self, engagement: str, left_out: bool) -> Judgements:
        from memcon.flow.judgements import judgements_of

        return self._store.ask(judgements_of, engagement, left_out)


def _filter(
    with_: str | Sequence[str] = (),
    person: str | Sequence[str] = (),
    status: str | Sequence[str] = (),
    since: Day | None = None,
    until: Day | None = None,
    issue: str | None = None,
    kind: str | None = None,
    copies: bool = True,
) -> queries.Filter:
    parties = tuple(party(p) for p in _several(with_))
    return queries.Filter(parties, _several(person), _several(status), _day(since), _day(until), issue, kind, copies)


def _several(values: str | Sequence[str]) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else tuple(values)


def _day(day: Day | None) -> date | None:
    return date.fromisoformat(day) if isinstance(day, str) else day


def _bring_up(path: Address) -> bool:
    """Join the record where documents changed since the last join, as after a killed run. True where it had to be."""
    from memcon.flow.ledger import join_stamp

    with Store(path, read_only=True) as store:
        if store.joined() == join_stamp(store.generation()) or store.generation() == "0":
            return False
    from memcon.annotate.parser import Parser
    from memcon.flow.join import join

    try:
        with Store(path) as store:
            return join(store, Parser())
    except StoreError:
        return False  # a read-only database shows the record it has
