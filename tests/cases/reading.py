"""Small texts read on their own: in, the entry of a TOML file (text, published; title and outlet where it has them); out, what was read.

An entry's `expect` is written in the language of checks.py. Serves the tests and the benchmarks over these files.
"""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from checks import Reading, failures

from memcon.annotate.parser import Parser
from memcon.flow.plan import record_of
from memcon.model.document import Given, RawItem
from memcon.model.ids import sha256_of
from memcon.wording.listing import tells

Entry = dict[str, Any]


def entries(path: Path) -> list[Entry]:
    """The entries of a file that has one list of tables, whatever the list is called."""
    (found,) = (value for value in tomllib.loads(path.read_text(encoding="utf-8")).values() if isinstance(value, list))
    return found


def read(entry: Entry, parser: Parser) -> Reading:
    body = entry["text"].encode()
    given = Given(
        published=str(entry["published"]), published_basis="given", title=entry.get("title"), outlet=entry.get("outlet")
    )
    record = record_of([RawItem("case", body, "text/plain", sha256_of(body), given)], parser)
    actors = {actor.id: actor for actor in record.actors}
    return Reading(record, [e for e in record.engagements if tells(e, actors)])


def asked(found: Sequence[Entry], parser: Parser) -> Iterator[tuple[Entry, Reading, list[str]]]:
    """Each entry with what was read of it and the lines that do not hold."""
    for entry in found:
        reading = read(entry, parser)
        yield entry, reading, failures(entry["expect"], reading)


def shown(entry: Entry, reading: Reading, wrong: Sequence[str]) -> str:
    """An entry as a page for people: its text, the lines that do not hold, what was read."""
    head = f"{'WRONG' if wrong else 'right'} {entry['id']} [{entry['published']}] {entry['text']}"
    return "\n".join([head, *(f"    lacks: {line}" for line in wrong), f"    read:  {told(reading)}"])


def told(reading: Reading) -> str:
    """What was read, on one line."""
    rows = []
    for e in reading.record.engagements:
        names = "; ".join(f"{(a := reading.actors[p.actor]).name}<{a.state or '-'}>" for p in e.participants)
        place = f" @{e.place.name}" if e.place else ""
        mark = "" if e in reading.shown else "(hidden) "
        rows.append(f"{mark}{e.status} {e.kind} {e.date.earliest}..{e.date.latest}{place}: {names or 'nobody'}")
    texts = {d.id: d.text for d in reading.record.documents}
    for s in reading.record.statements:
        who = reading.actors[s.speaker].name if s.speaker else f"unresolved {s.speaker_text}"
        rows.append(f"says {who}: {texts[s.document][s.span.start : s.span.end]!r}")
    rows += [f"event {e.type} {e.mode or ''}" for e in reading.record.events if e.type != "CONSULT"]
    people = [f"{a.name}<{a.state or '-'}>" for a in reading.record.actors if a.kind == "person" and a.named]
    return " | ".join([*rows, "persons: " + ", ".join(people)])
