"""Under which key findings are kept: what was read, what was said of it, with which model, rules and code.

The key changes when any of these changes; then a document that is given again is read again.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from memcon.model.dates import DateRange
from memcon.model.document import RawItem
from memcon.model.ids import sha256_of

PACKAGE = Path(__file__).parents[1]
READING_ROOMS = ("model", "registers", "clean", "copies", "annotate", "grammar", "resolve", "coding")
JOINING_ROOMS = (
    "model",
    "registers",
    "copies",
    "coreference",
    "record",
    "flow",
)  # flow says what a join keeps for the next


def findings_key(item: RawItem, model: str) -> str:
    """The key of the findings of an item."""
    return sha256_of(msgspec.json.encode([item.sha256, item.media_type, item.given, model, code_version(READING_ROOMS)]))


def inferred_key(key: str, day: DateRange) -> str:
    """The key of findings read again under an inferred day of publication."""
    return sha256_of(msgspec.json.encode([key, day]))


def join_stamp(generation: str) -> str:
    """What a join leaves in the store: of which documents it was made, and by which code."""
    return f"{generation} {code_version(JOINING_ROOMS)}"


@cache
def code_version(rooms: tuple[str, ...]) -> str:
    """A digest of the code and the tables of some rooms: 15 ms, and no version number to forget."""
    digest = sha256()
    for room in rooms:
        for path in sorted((PACKAGE / room).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(str(path.relative_to(PACKAGE)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
