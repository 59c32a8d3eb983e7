"""What can go wrong, as a tree.

    MemconError
    ├── BadInput      this item is set aside with its reason, the run goes on
    ├── UnknownName   there is no reader (or the like) of this name; the message tells those that there are
    ├── MissingAsset  do not start: something memcon needs is not there; the message says the command that mends it
    │   └── BrokenTable   a table of rules cannot be used; the message says file and line
    └── StoreError    the database cannot be used, or holds nothing of what is asked for; the message says why and what to do
        └── Unavailable   it is gone, damaged or locked, or its server does not answer: the same question may be answered later

Anything else is a bug and crashes.
"""


class MemconError(Exception):
    """An error that memcon expects and explains."""


class BadInput(MemconError):
    """One item cannot be read. `reason` is a short countable phrase, `detail` what was seen and the remedy."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class UnknownName(MemconError):
    """A name that stands in none of memcon's tables; the message tells the names that do."""


class MissingAsset(MemconError):
    """Something that memcon needs before it can start is missing or not what it should be."""


class BrokenTable(MissingAsset):
    """A table of rules holds something that memcon cannot use: `file`, `line` and what is wrong there.

    No bug, though memcon's own tables are never broken (a test reads them all): tables are made to be edited, and whoever edits one
    is told where to mend it, in a line rather than a traceback. And no fault of the document in hand, which must not be set aside
    for it: without its rules memcon does not start.
    """

    def __init__(self, file: str, line: int, words: str) -> None:
        super().__init__(f"{file}:{line}: {words}")
        self.file = file
        self.line = line


class StoreError(MemconError):
    """The database cannot be opened, read or written."""


class Unavailable(StoreError):
    """The database does not answer now, whatever it is asked."""
