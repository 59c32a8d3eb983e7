"""memcon: who met whom, when, where, about what, and who said what, read from the news.

    import memcon
    memcon.read_reports("reports/", db="record.db")
    with memcon.open_record("record.db") as record:
        for engagement in record.engagements(with_="CHN", status="planned"):
            print(engagement.date.value, engagement.kind)

docs/api.md describes it all. Names are loaded when they are first used: `import memcon` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

_HOMES = {
    "memcon.annotating": ("annotate_reports",),
    "memcon.api": ("OpenRecord", "Shown", "default_db", "open_record", "read_reports", "read_text"),
    "memcon.copies.families.members": ("Placed",),
    "memcon.correcting.correction": ("Correction",),
    "memcon.correcting.corrections": ("Corrections", "corrections"),
    "memcon.explaining": ("Explanation", "explain"),
    "memcon.export.record_json": ("to_json",),
    "memcon.flow.copying": ("Copies", "copies_in", "find_copies"),
    "memcon.flow.counts": ("Counts", "Summary"),
    "memcon.model.changes": ("Change",),
    "memcon.model.dates": ("DateRange",),
    "memcon.model.document": ("Document",),
    "memcon.model.errors": ("BadInput", "MemconError", "MissingAsset", "StoreError", "UnknownName"),
    "memcon.model.findings": ("Event", "Outlook", "Statement"),
    "memcon.model.record": ("Actor", "Engagement", "Family", "Record", "Reject"),
    "memcon.model.text": ("Evidence", "Span"),
    "memcon.store.search": ("Hit",),
    "memcon.sharding": ("Gathered", "gather_shards", "run_shard", "shard_reports"),
    "memcon.watching": ("Watched", "watch"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

if TYPE_CHECKING:
    from memcon.annotating import annotate_reports
    from memcon.api import OpenRecord, Shown, default_db, open_record, read_reports, read_text
    from memcon.copies.families.members import Placed
    from memcon.correcting.correction import Correction
    from memcon.correcting.corrections import Corrections, corrections
    from memcon.explaining import Explanation, explain
    from memcon.export.record_json import to_json
    from memcon.flow.copying import Copies, copies_in, find_copies
    from memcon.flow.counts import Counts, Summary
    from memcon.model.changes import Change
    from memcon.model.dates import DateRange
    from memcon.model.document import Document
    from memcon.model.errors import BadInput, MemconError, MissingAsset, StoreError, UnknownName
    from memcon.model.findings import Event, Outlook, Statement
    from memcon.model.record import Actor, Engagement, Family, Record, Reject
    from memcon.model.text import Evidence, Span
    from memcon.sharding import Gathered, gather_shards, run_shard, shard_reports
    from memcon.store.search import Hit
    from memcon.watching import Watched, watch

__all__ = [
    "Actor",
    "BadInput",
    "Change",
    "Copies",
    "Correction",
    "Corrections",
    "Counts",
    "DateRange",
    "Document",
    "Engagement",
    "Event",
    "Evidence",
    "Explanation",
    "Family",
    "Gathered",
    "Hit",
    "MemconError",
    "MissingAsset",
    "OpenRecord",
    "Outlook",
    "Placed",
    "Record",
    "Reject",
    "Shown",
    "Span",
    "Statement",
    "StoreError",
    "Summary",
    "UnknownName",
    "Watched",
    "__version__",
    "annotate_reports",
    "copies_in",
    "corrections",
    "default_db",
    "explain",
    "find_copies",
    "gather_shards",
    "open_record",
    "read_reports",
    "read_text",
    "run_shard",
    "shard_reports",
    "to_json",
    "watch",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'memcon' has no attribute {name!r}")
    value: object = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
