"""What a reader is (`Reader`). Those that there are stand in `read/readers.py`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from memcon.model.document import Given, RawItem
from memcon.model.extras import Extra
from memcon.model.record import Reject
from memcon.read.options import ReadOptions

Items = Iterator[RawItem | Reject]
# source (what messages name), the file's name without .gz ("" for standard input), an open stream, what the supplier says of it, options
ReadStream = Callable[[str, str, BinaryIO, Given, ReadOptions], Items]


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file that memcon reads.

    name        what `memcon read --as` calls it
    what        what it is, for people
    suffixes    ends of names by which a file is known
    magic       first bytes by which it is known whatever its name
    surely      does it begin so that it is one of these whatever its name?
    looks_like  does a file whose name tells nothing begin as these do? Asked in the order of the table
    read        stream -> items; the stream's own errors (a broken gzip, a disk that fails) are the caller's to catch
    needs       the extra without which it cannot be read
    """

    name: str
    what: str
    suffixes: tuple[str, ...]
    read: ReadStream
    magic: tuple[bytes, ...] = ()
    surely: Callable[[bytes], bool] | None = None
    looks_like: Callable[[bytes], bool] | None = None
    needs: Extra | None = None
