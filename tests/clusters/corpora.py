"""Reads a corpus of small reports and tells which engagement each of its phrases came to be of."""

from pathlib import Path
from typing import Any

from memcon.annotate.parser import Parser
from memcon.flow.plan import record_of
from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of
from memcon.model.record import Record

CORPORA = Path(__file__).parent / "corpora.toml"


def joined(corpus: dict[str, Any], parser: Parser) -> Record:
    return record_of([_item(corpus, n) for n in range(len(corpus["report"]))], parser)


def _item(corpus: dict[str, Any], n: int) -> RawItem:
    report = corpus["report"][n]
    text = report["text"].strip().replace("\n", "\n\n")
    return RawItem(
        source=f"{corpus['id']}-{n + 1}.txt",
        body=text.encode(),
        media_type="text/plain",
        sha256=sha256_of(text.encode()),
        given=Given(published=str(report["published"])),
    )


def placed(corpus: dict[str, Any], record: Record) -> dict[str, str | None]:
    """The engagement of each phrase, None where no engagement has a mention there."""
    documents = {d.source: d for d in record.documents}
    found = {}
    for phrase in (p for phrases in corpus["occasion"].values() for p in phrases):
        number, _, words = phrase.partition(": ")
        document = documents[f"{corpus['id']}-{number}.txt"]
        start = document.text.index(words)
        end = start + len(words)
        hits = [
            (min(m.mention.span.end, end) - max(m.mention.span.start, start), e.id)
            for e in record.engagements
            for m in e.mentions
            if m.document == document.id and m.mention.span.start < end and start < m.mention.span.end
        ]
        found[phrase] = max(hits, key=lambda hit: hit[0])[1] if hits else None
    return found
