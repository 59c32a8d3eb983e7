"""Items of the record as JSON objects with names and words beside the ids, for --json and --csv."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from memcon.export import record_json
from memcon.export.record_json import Json
from memcon.items import actors_in, documents_in
from memcon.model.document import Document
from memcon.model.findings import Event, Statement
from memcon.model.record import Actor, Engagement, Family, Reject
from memcon.wording import words

if TYPE_CHECKING:
    from memcon.api import OpenRecord
    from memcon.store.search import Hit

CHUNK = 500  # items whose documents are in memory together
Cited = TypeVar("Cited", Statement, Event)


def with_neighbours(
    record: "OpenRecord", items: Sequence[Cited]
) -> Iterator[tuple[Cited, Mapping[str, Actor], Document | None]]:
    """Each item with the actors it names and its document."""
    for at in range(0, len(items), CHUNK):
        chunk = items[at : at + CHUNK]
        actors = record.actors_by_id(i for item in chunk for i in actors_in(item))
        documents = record.documents_by_id(i for item in chunk for i in documents_in(item))
        for item in chunk:
            yield item, actors, documents.get(item.document)


def engagements(record: "OpenRecord", items: Sequence[Engagement]) -> Iterator[Json]:
    actors = record.actors_by_id(p.actor for e in items for p in e.participants)
    for e in items:
        names = [actors[p.actor].name for p in e.participants if p.actor in actors]
        yield record_json.engagement(e, actors) | {"names": names}


def statements(record: "OpenRecord", items: Sequence[Statement]) -> Iterator[Json]:
    for s, actors, document in with_neighbours(record, items):
        speaker, addressee = (actors[i].name if i in actors else None for i in (s.speaker or "", s.addressee or ""))
        yield record_json.statement(s) | {
            "text": s.span.of(document.text) if document else None,
            "speaker_name": speaker,
            "addressee_name": addressee,
            "source": document.source if document else None,
        }


def events(record: "OpenRecord", items: Sequence[Event]) -> Iterator[Json]:
    for e, actors, document in with_neighbours(record, items):
        yield record_json.event(e) | {
            "text": e.span.of(document.text) if document else None,
            "actor_names": [actors[a].name for a in e.actors if a in actors],
            "recipient_names": [actors[a].name for a in e.recipients if a in actors],
            "source": document.source if document else None,
        }


def actors(items: Iterable[Actor]) -> Iterator[Json]:
    return map(record_json.actor, items)


def families(record: "OpenRecord", items: Sequence[Family]) -> Iterator[Json]:
    for f in items:
        documents = record.documents_by_id(f.documents)
        sources = {d: documents[d].source for d in f.documents if d in documents}
        yield record_json.family(f) | {"sources": sources}


def rejects(items: Iterable[Reject]) -> Iterator[Json]:
    return map(record_json.reject, items)


def hits(items: "Iterable[Hit]", documents: Mapping[str, Document]) -> Iterator[Json]:
    for hit in items:
        document = documents[hit.document]
        yield {
            "document": hit.document,
            "start": hit.start,
            "end": hit.end,
            "quote": hit.words,
            "times": hit.times,
            "title": words.title(document),
            "source": document.source,
        }
