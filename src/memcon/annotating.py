"""One room by itself: reports in, what that room reads in each out, without a database.

Comes in: files, folders, globs or "-" for standard input, and the name of a room. Goes out, report by report as they are read:
the findings as JSON objects (`memcon.export.findings_json`), and in the place of an input that cannot be read a `Reject`.
"""

from collections.abc import Iterable, Iterator
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.export.findings_json import ROOMS, Room, lines
from memcon.export.record_json import Json
from memcon.model.document import RawItem
from memcon.model.record import Reject

if TYPE_CHECKING:
    from memcon.annotate.parser import Parser

BATCH = 60_000  # bytes of reports that are parsed together; the first findings come after as many


def annotate_reports(
    paths: str | Path | Iterable[str | Path],
    room: Room,
    *,
    published: str | None = None,
    outlet: str | None = None,
    manifest: bool = True,
    reader: str | None = None,
    fields: Iterable[str] = (),
    all_attributions: bool = False,
    model: str | None = None,
) -> Iterator[Json | Reject]:
    """What a room (statements, times, places, events, actors, engagements) reads in each report.

    published  ISO day for what does not say it itself; outlet: likewise
    manifest   use the manifest.csv in a folder of bare texts
    reader, fields   as of `read_reports`
    all_attributions   statements include beliefs, wishes and intentions, which the record leaves out
    model      package or path of the spaCy model; by default the first that is installed
    """
    if room not in ROOMS:
        raise ValueError(f"there is no room {room!r}; there are {', '.join(ROOMS)}")
    environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy is loaded; why, `memcon.annotate.pipeline` says
    from memcon.annotate.parser import Parser
    from memcon.read.fields import mapped
    from memcon.read.read import ReadOptions, read_paths

    items = [paths] if isinstance(paths, str | Path) else list(paths)
    parser = Parser(model)
    _ = parser.model  # a missing model is told before anything is read
    options = ReadOptions(published, outlet, manifest, reader, mapped(fields))
    return _annotated(read_paths(items, options), parser, room, all_attributions)


def _annotated(items: Iterable[RawItem | Reject], parser: "Parser", room: Room, thought: bool) -> Iterator[Json | Reject]:
    """The findings of a room, in the order of the reports, each batch as soon as it is read."""
    for batch in _batches(items):
        yield from _read(batch, parser, room, thought)


def _read(batch: list[RawItem | Reject], parser: "Parser", room: Room, thought: bool) -> Iterator[Json | Reject]:
    from memcon.flow.items import read_items

    outcomes = read_items([item for item in batch if isinstance(item, RawItem)], parser, thought)
    for item in batch:
        if isinstance(item, Reject):
            yield item
            continue
        outcome = next(outcomes)
        if outcome.document and outcome.findings:
            yield from lines(outcome.document, outcome.findings, room)
        elif outcome.reject:
            yield outcome.reject


def _batches(items: Iterable[RawItem | Reject]) -> Iterator[list[RawItem | Reject]]:
    batch: list[RawItem | Reject] = []
    held = 0
    for item in items:
        batch.append(item)
        held += len(item.body) if isinstance(item, RawItem) else 0
        if held >= BATCH:
            yield batch
            batch, held = [], 0
    yield batch
