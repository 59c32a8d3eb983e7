"""An evidence bundle: one ZIP with the record, the words that support it, the hashes of all documents, and what every field means.

Comes in: a record. Goes out: `README.txt`, `record.json` (docs/record.md), `excerpts.jsonl`, `documents.jsonl`, `schema.json`,
`codebook.md`, `SHA256SUMS`. No text of a whole report is in it. The names in the ZIP are these alone: nothing of a record becomes a path.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from memcon.export.contract import json_schema
from memcon.export.investigate.fields import codebook_of
from memcon.export.record_csv import EPOCH
from memcon.export.record_json import json_lines
from memcon.export.view import RecordView
from memcon.model.record import Actor, Engagement
from memcon.model.text import Evidence

README = """\
An evidence bundle of memcon.

record.json      the record: who met whom, when, where, about what, and who said what
codebook.md      what every field of record.json means; schema.json says the same to programs (JSON Schema)
excerpts.jsonl   the words that support engagements and actors, a line each: what they support (item, field), document, start, end
                 (Unicode code points of the document's text), quote, sha256 of the quote in UTF-8
documents.jsonl  a line for each document: source, address, when it was fetched, sha256 of its bytes, text_sha256 of its text in UTF-8
SHA256SUMS       of all these files; `sha256sum -c SHA256SUMS` checks them

To verify: get a document, compare the SHA-256 of its bytes; read it again with memcon, compare that of its text; the characters from
start to end are the quote. The words are those of the reports, whose publishers hold the rights in them.
"""


def write_bundle(record: RecordView, out: IO[bytes]) -> None:
    schema = json_schema()
    sums: list[str] = []
    with ZipFile(out, "w") as archive:
        _put(archive, sums, "README.txt", [README.encode()])
        _put(archive, sums, "record.json", json_lines(record))
        _put(archive, sums, "excerpts.jsonl", _lines(_excerpts(record)))
        _put(archive, sums, "documents.jsonl", _lines(_documents(record)))
        _put(archive, sums, "schema.json", [msgspec.json.format(msgspec.json.encode(schema)), b"\n"])
        _put(archive, sums, "codebook.md", [codebook_of(schema).encode()])
        _put(archive, [], "SHA256SUMS", ["".join(sums).encode()])


def _put(archive: ZipFile, sums: list[str], name: str, pieces: Iterable[bytes]) -> None:
    info = ZipInfo(name, EPOCH)
    info.compress_type = ZIP_DEFLATED
    digest = hashlib.sha256()
    with archive.open(info, "w", force_zip64=True) as file:
        for piece in pieces:
            digest.update(piece)
            file.write(piece)
    sums.append(f"{digest.hexdigest()}  {name}\n")


def _lines(items: Iterable[object]) -> Iterator[bytes]:
    return (msgspec.json.encode(item) + b"\n" for item in items)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _documents(record: RecordView) -> Iterator[dict[str, object]]:
    for d in record.documents:
        yield {
            "id": d.id,
            "source": d.source,
            "url": d.url,
            "captured": d.captured,
            "sha256": d.sha256,
            "text_sha256": _sha256(d.text),
            "characters": len(d.text),
        }


def _excerpts(record: RecordView) -> Iterator[dict[str, object]]:
    for e in record.engagements:
        yield from (_excerpt(e.id, field, cited) for field, cited in _of_engagement(e))
    for a in record.actors:
        yield from (_excerpt(a.id, field, cited) for field, cited in _of_actor(a))


def _excerpt(item: str, field: str, e: Evidence) -> dict[str, object]:
    place = {"document": e.document, "start": e.start, "end": e.end}
    return {"item": item, "field": field, **place, "quote": e.quote, "sha256": _sha256(e.quote)}


def _of_engagement(e: Engagement) -> Iterator[tuple[str, Evidence]]:
    for p in e.participants:
        yield from ((f"participants {p.actor} {p.part}", cited) for cited in p.evidence)
    for number, step in enumerate(e.history):
        yield from ((f"history {number} {step.status}", cited) for cited in step.evidence)
    for account in e.accounts:
        yield from ((f"accounts {account.field} {account.verdict}: {account.value}", cited) for cited in account.evidence)


def _of_actor(a: Actor) -> Iterator[tuple[str, Evidence]]:
    yield from ((f"state {a.state}", cited) for cited in a.grounds)
    for role in a.roles:
        yield from ((f"roles {role.title}", cited) for cited in role.evidence)
