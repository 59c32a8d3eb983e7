"""What can go wrong, as a tree.

    MemconError
    ├── BadInput      this item is set aside with its reason, the run goes on
    ├── MissingAsset  do not start: something memcon needs is not there; the message says the command that mends it
    └── StoreError    the database cannot be used; the message says why and what to do

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


class MissingAsset(MemconError):
    """Something that memcon needs before it can start is missing or not what it should be."""


class StoreError(MemconError):
    """The database cannot be opened, read or written."""
