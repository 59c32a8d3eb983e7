"""What an exporter is (`Exporter`). Those that there are stand in `export/exporters.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from memcon.export.view import RecordView
from memcon.model.extras import Extra

WriteStream = Callable[[RecordView, IO[bytes]], None]
WriteFolder = Callable[[RecordView, Path], None]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A form in which memcon writes a whole record. One of `stream` and `folder` writes it.

    name    what `memcon export --format` calls it
    what    what it is, for people
    stream  record, an open binary file: writes it there, item by item
    folder  record, an empty folder: makes files in it
    needs   the extra without which it cannot be written
    """

    name: str
    what: str
    stream: WriteStream | None = None
    folder: WriteFolder | None = None
    needs: Extra | None = None

    def __post_init__(self) -> None:
        if (self.stream is None) == (self.folder is None):
            raise ValueError(f"{self.name}: an exporter writes a stream or a folder")
