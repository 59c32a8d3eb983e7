"""memcon for Python programs: read reports into a database, open the record, ask it. docs/api.md describes it.

Comes in: paths or texts, filters as plain values. Goes out: the frozen types of `memcon.model`. Raises `MemconError`.
Nothing is loaded before it is needed: to open a record does not import the parser.

    reading     reports into a database, or one text in memory
    record      a database opened: `OpenRecord`, which has what the others can be asked
    lists       engagements, statements, actors, events and the rest, with filters
    diaries     the diary of a day, what changed in some days
    relations   two states over time, who met whom, what was read
    items       one engagement, actor or document with everything around it
    outputs     exports, releases, SQL
    asking      what all questions share
"""

from memcon.api.items import Dealings, Shown, ToldIn
from memcon.api.outputs import closed_lists
from memcon.api.reading import default_db, read_reports, read_text, size_of
from memcon.api.record import OpenRecord, open_record

__all__ = [
    "Dealings",
    "OpenRecord",
    "Shown",
    "ToldIn",
    "closed_lists",
    "default_db",
    "open_record",
    "read_reports",
    "read_text",
    "size_of",
]
