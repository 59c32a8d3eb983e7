"""What people judged, as gold: JSON lines, one for each judgement of one field.

Comes in: a record, or opinions and the documents in which they stand. Goes out: for each the words at its place, what the field held, what
the judge holds to be right, and whether that is the last word on it, so that one gold can be made of several judges.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

import msgspec

from memcon.export.view import RecordView
from memcon.model.document import Document
from memcon.model.opinions import Opinion, opinions

Json = dict[str, Any]
LONGEST = 120  # characters of a quote


def write_gold(record: RecordView, out: IO[bytes]) -> None:
    found = opinions(record.decisions)
    wanted = {document for o in found for document in documents_of(o)}
    documents = {d.id: d for d in record.documents if d.id in wanted} if wanted else {}
    out.writelines(gold(found, documents))


def gold(found: Iterable[Opinion], documents: Mapping[str, Document]) -> Iterator[bytes]:
    """The lines, in order of time."""
    every = list(found)
    last = {_item(o): o for o in every}
    for o in every:
        yield msgspec.json.encode(_line(o, last[_item(o)] is o, documents)) + b"\n"


def documents_of(o: Opinion) -> list[str]:
    return [place.partition("@")[0] for place in (o.place, o.other, o.named) if place]


def _item(o: Opinion) -> tuple[str, ...]:
    return (o.about, o.field, o.place, o.other) if o.other else (o.about, o.field, *(o.items[:1] or (o.place,)))


def _line(o: Opinion, holds: bool, documents: Mapping[str, Document]) -> Json:
    return {
        "about": o.about,
        "items": list(o.items),
        "at": _place(o.place, documents),
        "other": _place(o.other, documents) if o.other else None,
        "field": o.field,
        "judgement": o.ruled,
        "value": o.value,
        "before": o.before,
        "named": _place(o.named, documents) if o.named else None,
        "judge": o.judge,
        "reason": o.reason,
        "decided": o.at,
        "holds": holds,
    }


def _place(place: str, documents: Mapping[str, Document]) -> Json:
    """A document, and where there is one a place in it with the words there: `quote` is the text from `start` to `end`."""
    name, _, start = place.partition("@")
    document = documents.get(name)
    told: Json = {"document": name, "sha256": document.sha256 if document else None}
    if not start.isdigit() or document is None:
        return told
    line = document.text[int(start) : int(start) + LONGEST].split("\n", 1)[0]
    return told | {"start": int(start), "end": int(start) + len(line), "quote": line}
