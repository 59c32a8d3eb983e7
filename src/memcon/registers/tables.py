"""Tables of rules: the one loader of what stands under `data/`.

Comes in: the name of a CSV or TOML file and the type of its rows, a frozen dataclass whose fields are the columns
(`registers.cells` says which types). Goes out: rows of that type, in the order of the file. Refuses, with `BrokenTable`, which
names file and line: a column that the type does not have or one that is missing, a cell that is empty and must not be or that is
none of a closed list, two rows with one key or one name, a table that says nowhere where it comes from, a list of words without an example.

    CUES = Table("cues.csv", CueRow)                      one row a line, under a header; lines that begin with # are comments
    RULES = Table("times_rules.toml", TimeRule, at="rule")     one row for each [[rule]]
    ISSUES = Table("issues.toml", Issue, named="id")           one row for each section; its name stands in the field `id`
    WORDS = Table("who_words.toml", WhoWords)                  the whole file is one row

Making a `Table` reads nothing; it is read when its rows are first asked for.
"""

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Generic, TypeVar

from memcon.model.errors import BrokenTable
from memcon.registers.cells import CellError, Field, cell, fields_of, row_of, unknown

T = TypeVar("T")
Path = tuple[str | int, ...]  # where a value of a TOML file stands: section, number, key

SOURCE = re.compile(r"^#.*\bsource\b", re.IGNORECASE | re.MULTILINE)
ARRAY = re.compile(r"\[\[\s*([^\]]+?)\s*\]\]")
SECTION = re.compile(r"\[\s*([^\[\]]+?)\s*\]\s*(?:#|$)")
ENTRY = re.compile(r"(?:\"([^\"]+)\"|([\w-]+))\s*=")
EXAMPLE = re.compile(r"\"[^\"]+\"")
INLINE = re.compile(r"\s+\{")
TOML_LINE = re.compile(r"\(at line (\d+), column \d+\)")


class Table(Generic[T]):
    """A file under `data/` with the type of its rows.

    at      of TOML: the rows are the [[tables]] of this name
    named   of TOML: the rows are the sections, whose names stand in this field
    beside  of TOML: further sections that the file has, which other tables read
    """

    def __init__(
        self, name: str, row: type[T], *, at: str | None = None, named: str | None = None, beside: tuple[str, ...] = ()
    ) -> None:
        self.name = name
        self.row = row
        self.at = at
        self.named = named
        self.beside = beside

    @cached_property
    def rows(self) -> tuple[T, ...]:
        """Every row, read once."""
        return self.read()

    def read(self, folder: Traversable | None = None) -> tuple[T, ...]:
        """Every row of the file in a folder; without one, of memcon's own. Raises `BrokenTable`."""
        text = self._text(folder)
        if not any(f.name == "source" for f in fields_of(self.row)) and not SOURCE.search(text):
            raise BrokenTable(self.name, 1, "no source: no column of it, and no comment that names one")
        made = list(self._of_toml(text) if self.name.endswith(".toml") else self._of_csv(text.split("\n")))
        self._refuse_doubles(made)
        return tuple(row for _, row in made)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Number and text of each line of a CSV table, unread: `row_at` reads one. For a table that few ask much of."""
        numbered = enumerate(self._text(None).split("\n"), 1)
        for number, line in numbered:
            if line and not line.startswith("#"):
                self._columns(next(csv.reader([line])), number)
                break
        yield from ((number, line) for number, line in numbered if line and not line.startswith("#"))

    def row_at(self, number: int, line: str) -> T:
        """The row of one line of a CSV table whose columns stand in the order of the fields."""
        return self._row(fields_of(self.row), next(csv.reader([line])), number)

    def _text(self, folder: Traversable | None) -> str:
        return ((folder or files("memcon.registers") / "data") / self.name).read_text(encoding="utf-8")

    def _refuse_doubles(self, made: Iterable[tuple[int, T]]) -> None:
        keys = [f.name for f in fields_of(self.row) if f.key]
        seen: dict[tuple[Any, ...], int] = {}
        for line, row in made if keys else ():
            key = tuple(getattr(row, name) for name in keys)
            if (first := seen.setdefault(key, line)) != line:
                told = " ".join(
                    " ".join(part) if isinstance(part, tuple | frozenset) else str(part) for part in key if part
                )
                raise BrokenTable(self.name, line, f"{told!r} is there already, in line {first}")
        self._refuse_shared(made)

    def _refuse_shared(self, made: Iterable[tuple[int, T]]) -> None:
        """What may stand once in a table: a name of two bodies would tell neither."""
        once = [f for f in fields_of(self.row) if f.once]
        seen: dict[str, int] = {}
        for line, row in made if once else ():
            for field in once:
                said = getattr(row, field.name)
                for value in (said,) if isinstance(said, str) else said:
                    if value in seen:
                        raise BrokenTable(
                            self.name, line, f"the {field.one} {value!r} is there already, in line {seen[value]}"
                        )
                    seen[value] = line

    # CSV

    def _of_csv(self, lines: list[str]) -> Iterator[tuple[int, T]]:
        reader = csv.reader("" if line.startswith("#") else line for line in lines)
        columns: tuple[Field, ...] | None = None
        for cells in reader:
            if cells and columns is None:
                columns = self._columns(cells, reader.line_num)
            elif cells and columns:
                yield reader.line_num, self._row(columns, cells, reader.line_num)

    def _columns(self, header: list[str], line: int) -> tuple[Field, ...]:
        """The fields in the order of the header."""
        known = {f.column: f for f in fields_of(self.row)}
        if strange := [column for column in header if column not in known]:
            raise BrokenTable(self.name, line, unknown(strange[0], self.row))
        if twice := [column for column, times in Counter(header).items() if times > 1]:
            raise BrokenTable(self.name, line, f"the column {twice[0]!r} is there twice")
        if missing := [column for column in known if column not in header]:
            raise BrokenTable(self.name, line, f"the column {missing[0]!r} is missing")
        return tuple(known[column] for column in header)

    def _row(self, columns: tuple[Field, ...], cells: list[str], line: int) -> T:
        if len(cells) != len(columns):
            told = f"{len(cells)} cells for {len(columns)} columns; a cell with a comma stands between quotation marks"
            raise BrokenTable(self.name, line, told)
        filled = zip(columns, cells, strict=True)
        try:
            return self.row(**{f.name: cell(f, c) for f, c in filled if c or f.required or f.optional})
        except ValueError as problem:
            raise BrokenTable(self.name, line, str(problem)) from problem

    # TOML

    def _of_toml(self, text: str) -> Iterator[tuple[int, T]]:
        try:
            table = tomllib.loads(text)
        except tomllib.TOMLDecodeError as problem:
            found = TOML_LINE.search(str(problem))
            line = int(found[1]) if found else text.count("\n") + 1
            raise BrokenTable(self.name, line, TOML_LINE.sub("", str(problem)).strip()) from problem
        lines = _lines_of(text)
        for path, value in self._values(table, lines):
            try:
                yield _line(lines, path), row_of(self.row, value)
            except ValueError as problem:
                inside = problem.path if isinstance(problem, CellError) else ()
                raise BrokenTable(self.name, _line(lines, (*path, *inside)), str(problem)) from problem
        if not (self.at or self.named):
            self._refuse_unexplained(text.split("\n"), table, lines)

    def _refuse_unexplained(self, lines: list[str], table: dict[str, Any], places: dict[Path, int]) -> None:
        """Where the file is one row, the comment above a list says what it is for, with an example between quotation marks."""
        for name in (f.column for f in fields_of(self.row) if f.column in table and f.column != "source"):
            at = places[(name,)]
            above = at - 1
            while above and lines[above - 1].startswith("#"):
                above -= 1
            if not EXAMPLE.search(" ".join(lines[above : at - 1])):
                told = f"no comment above {name!r} says what it is for, with an example in quotation marks"
                raise BrokenTable(self.name, at, told)

    def _values(self, table: dict[str, Any], lines: dict[Path, int]) -> Iterator[tuple[Path, object]]:
        """What makes a row each, and where it stands."""
        if self.at:
            if strange := set(table) - {self.at, *self.beside}:
                name = min(strange)
                told = f"no such section: {name!r}; one of {', '.join((self.at, *self.beside))}"
                raise BrokenTable(self.name, _line(lines, (name, 0)), told)
            for n, value in enumerate(table.get(self.at, ())):
                yield (self.at, n), value
        elif self.named:
            for name, value in table.items():
                if isinstance(value, list):
                    yield from (((name, n), one | {self.named: name}) for n, one in enumerate(value))
                else:
                    yield (name,), value | {self.named: name}
        else:
            yield (), table


def _lines_of(text: str) -> dict[Path, int]:
    """The lines of a TOML file at which sections, keys and inline tables of a list begin."""
    found: dict[Path, int] = {(): 1}
    section: Path = ()
    key: str | None = None
    counts: Counter[Path] = Counter()
    for number, line in enumerate(text.split("\n"), 1):
        if array := ARRAY.match(line):
            name = array[1].strip('"')
            section, key = (name, counts[(name,)]), None
            counts[(name,)] += 1
            found[section] = number
        elif head := SECTION.match(line):
            section, key = tuple(part.strip('"') for part in head[1].split(".")), None
            found[section] = number
        elif entry := ENTRY.match(line):
            key = entry[1] or entry[2]
            found[(*section, key)] = number
        elif key and INLINE.match(line):
            at = (*section, key)
            found[(*at, counts[at])] = number
            counts[at] += 1
    return found


def _line(lines: dict[Path, int], path: Path) -> int:
    """The line of a value, or of the nearest thing around it that has one."""
    while path not in lines:
        path = path[:-1]
    return lines[path]
