"""What an exporter is (`Exporter`). Those that there are stand in `export/exporters.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from memcon.export.chosen import Chosen
from memcon.export.view import RecordView
from memcon.model.extras import Extra

WriteStream = Callable[[RecordView, IO[bytes]], None]
WriteFolder = Callable[[RecordView, Path], None]
WriteChosen = Callable[[Chosen, IO[bytes]], None]
WriteChosenFolder = Callable[[Chosen, Path], None]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A form in which memcon writes a record. One of the four functions writes it.

    name    what `memcon export --format` calls it
    what    what it is, for people
    stream  the whole record, an open binary file: writes it there, item by item
    folder  the whole record, an empty folder: makes files in it
    chosen  the engagements that filters chose, an open binary file
    chosen_folder  the engagements that filters chose, an empty folder
    needs   the extra without which it cannot be written
    sure    are there engagements or statements in it, of which some are surer than others?
    """

    name: str
    what: str
    stream: WriteStream | None = None
    folder: WriteFolder | None = None
    chosen: WriteChosen | None = None
    chosen_folder: WriteChosenFolder | None = None
    needs: Extra | None = None
    sure: bool = True

    def __post_init__(self) -> None:
        if [self.stream, self.folder, self.chosen, self.chosen_folder].count(None) != 3:
            raise ValueError(f"{self.name}: an exporter writes a stream or a folder, of a record or of chosen engagements")

    @property
    def makes_folder(self) -> bool:
        """Does it make files in a folder, rather than write to a stream?"""
        return self.folder is not None or self.chosen_folder is not None

    @property
    def takes_filters(self) -> bool:
        """Does it write chosen engagements, rather than the whole record?"""
        return self.chosen is not None or self.chosen_folder is not None

    def write(self, what: RecordView | Chosen, out: IO[bytes] | Path) -> None:
        """Write a record, or chosen engagements where it takes filters, to a stream or into a folder, whichever it makes."""
        match what, out:
            case Chosen(), Path() if self.chosen_folder is not None:
                self.chosen_folder(what, out)
            case Chosen(), _ if self.chosen is not None and not isinstance(out, Path):
                self.chosen(what, out)
            case _, Path() if self.folder is not None and not isinstance(what, Chosen):
                self.folder(what, out)
            case _ if self.stream is not None and not isinstance(what, Chosen) and not isinstance(out, Path):
                self.stream(what, out)
            case _:
                raise ValueError(f"{self.name}: takes {'chosen engagements' if self.takes_filters else 'a record'}")
