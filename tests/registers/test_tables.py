"""Every table under data/ is read by the one loader, which refuses what it does not know and says where that stands."""

import csv
import io
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest

import memcon.registers
from memcon.model.errors import BrokenTable, MissingAsset
from memcon.registers.cells import KEY, Column, Field, Parted, fields_of
from memcon.registers.tables import Table

DATA = Path(memcon.registers.__path__[0]) / "data"
SLIP = "compny"  # in no closed list


def every_table() -> Iterator[Table[Any]]:
    """Each table of each module of the registers."""
    for module in pkgutil.iter_modules(memcon.registers.__path__):
        yield from (t for t in vars(import_module(f"memcon.registers.{module.name}")).values() if isinstance(t, Table))


TABLES = list({id(t): t for t in every_table()}.values())


def refuses(field: Field, value: object) -> bool:
    try:
        field.read(value)
    except ValueError:
        return True
    return False


def name(value: object) -> str:
    return f"{value.name}-{value.row.__name__}" if isinstance(value, Table) else getattr(value, "column", str(value))


# --- memcon's own tables -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES, ids=name)
def test_each_table_is_whole(table: Table[Any]) -> None:
    assert table.read()


def test_no_file_of_data_is_read_past_the_loader() -> None:
    assert {path.name for path in DATA.iterdir()} == {table.name for table in TABLES}


# --- one damaged cell of a table of memcon's ------------------------------------------------------------------------


def damaged(table: Table[Any], damage: Callable[[list[str]], int], folder: Path) -> tuple[BrokenTable, int]:
    """The refusal of a copy whose lines were damaged, and the number of the line."""
    lines = (DATA / table.name).read_text(encoding="utf-8").split("\n")
    line = damage(lines)
    (folder / table.name).write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(BrokenTable) as refusal:
        table.read(folder)
    return refusal.value, line


def with_cell(table: Table[Any], column: str, value: str) -> Callable[[list[str]], int]:
    """Puts a value in the place of the first one that a column has."""
    return with_csv_cell(column, value) if table.name.endswith(".csv") else with_toml_value(table, column, value)


def with_csv_cell(column: str, value: str) -> Callable[[list[str]], int]:
    def damage(lines: list[str]) -> int:
        rows = [(n, next(csv.reader([line]))) for n, line in enumerate(lines) if line and not line.startswith("#")]
        at = rows[0][1].index(column)
        n, cells = next((n, cells) for n, cells in rows[1:] if cells[at])
        cells[at] = value
        out = io.StringIO()
        csv.writer(out, lineterminator="").writerow(cells)
        lines[n] = out.getvalue()
        return n + 1

    return damage


def with_toml_value(table: Table[Any], column: str, value: str) -> Callable[[list[str]], int]:
    def damage(lines: list[str]) -> int:
        first = next(n for n, line in enumerate(lines) if not table.at or line.startswith(f"[[{table.at}]]"))
        pattern = re.compile(rf'^(\s+\{{.*?)?\b{re.escape(column)} = (?:"(?:[^"\\]|\\.)*"|\[.*\]$|[\w.+-]+)')
        n = next(n for n in range(first, len(lines)) if pattern.search(lines[n]))
        lines[n] = pattern.sub(lambda m: f'{m[1] or ""}{column} = "{value}"', lines[n], count=1)
        return n + 1

    return damage


def closed(table: Table[Any]) -> list[Field]:
    """The fields of a table that take only some values, and stand in a cell of it."""
    asked = [f for f in fields_of(table.row) if f.name != table.named and not f.rest]
    return [f for f in asked if refuses(f, SLIP) or (table.name, f.column) == ("plover_patterns.csv", "mode")]


def stands_in_one_line(table: Table[Any], field: Field) -> bool:
    try:
        with_cell(table, field.column, SLIP)((DATA / table.name).read_text(encoding="utf-8").split("\n"))
    except StopIteration:
        return False  # a list or an inline table over several lines
    return True


CLOSED = [(table, field) for table in TABLES for field in closed(table) if stands_in_one_line(table, field)]


def test_most_tables_have_a_closed_list() -> None:
    assert len({table.name for table, _ in CLOSED}) > 20
    kinds = {(table.name, field.column) for table, field in CLOSED}
    assert {
        ("engagement_verbs.csv", "kind"), ("engagement_verbs.csv", "needs"), ("engagement_verbs.csv", "status"),
        ("engagement_nouns.csv", "kind"), ("engagement_nouns.csv", "needs"), ("status_cues.csv", "frame"),
        ("status_cues.csv", "status"), ("cues.csv", "frames"), ("cues.csv", "polarity"), ("cues.csv", "needs"),
        ("role_nouns.csv", "serves"), ("role_nouns.csv", "rank"), ("bodies.csv", "kind"), ("bodies.csv", "state"),
        ("offices.csv", "habit"), ("honorifics.csv", "gender"), ("plover_patterns.csv", "type"),
        ("plover_patterns.csv", "mode"), ("plover_patterns.csv", "recipient"), ("times_rules.toml", "form"),
        ("times_rules.toml", "check"), ("paper_titles.toml", "status"), ("boilerplate.toml", "zone"),
    } <= kinds  # fmt: skip


@pytest.mark.parametrize(("table", "field"), CLOSED, ids=name)
def test_a_mistyped_value_is_refused_with_file_and_line(table: Table[Any], field: Field, tmp_path: Path) -> None:
    refusal, line = damaged(table, with_cell(table, field.column, SLIP), tmp_path)
    assert str(refusal).startswith(f"{table.name}:{line}: ")
    assert SLIP in str(refusal)


TOLD = [(t, f) for t in TABLES for f in fields_of(t.row) if f.column in ("example", "source") and not f.rest]


@pytest.mark.parametrize(("table", "field"), TOLD, ids=name)
def test_a_row_without_example_or_source_is_refused(table: Table[Any], field: Field, tmp_path: Path) -> None:
    refusal, line = damaged(table, with_cell(table, field.column, ""), tmp_path)
    assert str(refusal) == f"{table.name}:{line}: no {field.column} is given"


@pytest.mark.parametrize("table", TABLES, ids=name)
def test_a_column_that_the_table_does_not_know_is_refused(table: Table[Any], tmp_path: Path) -> None:
    def damage(lines: list[str]) -> int:
        heads = [n for n, line in enumerate(lines) if line and not line.startswith("#")]
        n = next(n for n in heads if not table.at or lines[n] == f"[[{table.at}]]")
        if table.name.endswith(".csv"):
            lines[n] += ",exmple"
        elif table.at or table.named:
            lines.insert(n + 1, 'exmple = "x"')
            n += 1
        else:
            lines.insert(n, 'exmple = "x"')
        return n + 1

    if any(field.rest for field in fields_of(table.row)):
        return  # takes any word
    refusal, line = damaged(table, damage, tmp_path)
    assert str(refusal).startswith(f"{table.name}:{line}: no such column: 'exmple'; one of ")


KEYED = [t for t in TABLES if any(f.key for f in fields_of(t.row)) and not t.named]


@pytest.mark.parametrize("table", KEYED, ids=name)
def test_a_row_that_is_there_already_is_refused_with_both_lines(table: Table[Any], tmp_path: Path) -> None:
    def damage(lines: list[str]) -> int:
        if table.name.endswith(".csv"):
            first = [n for n, line in enumerate(lines) if line and not line.startswith("#")][1]
            again = lines[first]
        else:
            first = lines.index(f"[[{table.at}]]")
            end = next(n for n in range(first + 1, len(lines)) if lines[n].startswith("["))
            again = "\n".join(lines[first:end])
        while not lines[-1]:
            lines.pop()
        lines.append(again)
        damage.first = first + 1  # type: ignore[attr-defined]
        return len(lines)

    refusal, line = damaged(table, damage, tmp_path)
    assert refusal.line == line
    assert str(refusal).endswith(f"is there already, in line {damage.first}")  # type: ignore[attr-defined]


# --- the loader by itself ------------------------------------------------------------------------------------------


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Part:
    size: int
    note: str | None


@dataclass(frozen=True, slots=True)
class Thing:
    name: Annotated[str, KEY]
    colour: Colour
    needs: Annotated[Literal["", "company"], Column("needs", one="need")]
    sides: Annotated[frozenset[Literal["left", "right"]], Parted(" ")]
    source: str
    pattern: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Bag:
    id: Annotated[str, KEY]
    source: str
    parts: tuple[Part, ...] = ()


THINGS = Table("things.csv", Thing)
BAGS = Table("bags.toml", Bag, named="id")
HEAD = "# what things are\nname,colour,needs,sides,source,pattern\n"


def read(folder: Path, table: Table[Any], text: str) -> tuple[Any, ...]:
    (folder / table.name).write_text(text, encoding="utf-8")
    return table.read(folder)  # type: ignore[no-any-return]


def test_cells_become_what_the_fields_say(tmp_path: Path) -> None:
    one, two = read(tmp_path, THINGS, HEAD + 'cup,red,company,left right,shop,"a,?b"\n\n# more\npan,blue,,,shop,\n')
    assert one == Thing("cup", Colour.RED, "company", frozenset(("left", "right")), "shop", re.compile("a,?b"))
    assert two == Thing("pan", Colour.BLUE, "", frozenset(), "shop", None)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("cup,red,compny,left,shop,", "no such need: 'compny'; one of company"),
        ("cup,read,,left,shop,", "no such colour: 'read'; one of red, blue"),
        ("cup,,,left,shop,", "no colour is given"),
        ("cup,red,,left up,shop,", "no such side: 'up'; one of left, right"),
        ("cup,red,,left left,shop,", "the side 'left' is there twice"),
        ("cup,red,,left,,", "no source is given"),
        ("cup ,red,,left,shop,", "a space before or behind the name: 'cup '"),
        ("cup,red,,left,shop,a(", "the pattern is no regular expression: missing ), unterminated subpattern at position 1"),
        ("cup,red,,left,shop", "5 cells for 6 columns; a cell with a comma stands between quotation marks"),
        ("cup,red,,left,a shop, on a hill,", "7 cells for 6 columns; a cell with a comma stands between quotation marks"),
        ("pan,red,,left,shop,", "'pan' is there already, in line 3"),
    ],
)
def test_a_line_that_does_not_fit_is_refused_in_words(row: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(BrokenTable) as refusal:
        read(tmp_path, THINGS, f"{HEAD}pan,blue,,,shop,\n\n{row}\n")
    assert str(refusal.value) == f"things.csv:5: {words}"


@pytest.mark.parametrize(
    ("file", "row", "words"),
    [
        ("cues.csv", "hum,say,,,asserts,any,,The envoy hummed that [all was well].,own", "no frame is given"),
        (
            "cues.csv",
            "hum,say,that,,asserts,any,,The envoy hummed that all was well.,own",
            "the example has not one pair of",
        ),
        ("cues.csv", "Hum,say,that,,asserts,any,,The envoy hummed that [all was well].,own", "not in small letters"),
        ("engagement_verbs.csv", "picnic with,,meeting,company,,Lund picnicked with Berg.,own", "more than one word"),
        (
            "governors.csv",
            "hum,,ing,none,undon,,The envoy hummed [meeting] the king.,own",
            "no such factuality: 'undon'; one of",
        ),
        ("bodies.csv", "Winter Palace,Kremlin,,RUS,,seat", "the name 'Kremlin' is there already, in line "),
        ("bodies.csv", "Winter Palace,,,RUS,RUS,seat", "state and habit"),
        ("offices.csv", "grand vizier,Grand Vizier,,,yes,Grand Vizier Berg", "sole without habit"),
        (
            "unreadable.toml",
            '[[unreadable]]\nname = "x"\nsuffixes = [".pdf"]\nremedy = "y"\nsource = "own"',
            "the suffix '.pdf' is",
        ),
        (
            "unreadable.toml",
            '[[unreadable]]\nname = "x"\nsuffixes = ["x"]\nremedy = "y"\nsource = "own"',
            "a suffix begins with",
        ),
        ("unreadable.toml", '[[unreadable]]\nname = "x"\nsuffixes = [".x"]\nsource = "own"', "remedy"),
    ],
)
def test_a_row_that_could_never_be_read_rightly_is_refused(file: str, row: str, words: str, tmp_path: Path) -> None:
    table = next(t for t in TABLES if t.name == file)
    whole = (DATA / file).read_text(encoding="utf-8").rstrip("\n")
    (tmp_path / file).write_text(f"{whole}\n{row}\n", encoding="utf-8")
    with pytest.raises(BrokenTable, match=re.escape(words)) as refusal:
        table.read(tmp_path)
    assert refusal.value.line == whole.count("\n") + 2


def test_a_table_without_a_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenTable, match=r"things\.csv:1: the column 'sides' is missing"):
        read(tmp_path, THINGS, "name,colour,needs,source,pattern\n")
    with pytest.raises(BrokenTable, match=r"things\.csv:1: the column 'name' is there twice"):
        read(tmp_path, THINGS, "name,colour,needs,sides,source,pattern,name\n")


def test_a_table_that_says_nowhere_where_it_comes_from_is_refused(tmp_path: Path) -> None:
    parts = Table("parts.csv", Part)
    with pytest.raises(BrokenTable, match=r"parts\.csv:1: no source"):
        read(tmp_path, parts, "# some parts\nsize,note\n3,\n")
    assert read(tmp_path, parts, "# Source: the shop's list\nsize,note\n3,\n") == (Part(3, None),)


def test_a_fault_inside_a_list_of_toml_is_told_by_its_own_line(tmp_path: Path) -> None:
    text = '[bag]\nsource = "shop"\nparts = [\n  {size = 3},\n  {size = "x"},\n]\n'
    with pytest.raises(BrokenTable, match=r"bags\.toml:5: the size is no int: 'x'"):
        read(tmp_path, BAGS, text)
    assert read(tmp_path, BAGS, text.replace('"x"', "4")) == (Bag("bag", "shop", (Part(3, None), Part(4, None))),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[bag]\nsource = "shop"\n[bag]\n', "bags.toml:3: Cannot declare"),
        ('[bag]\nsource = "shop"\nparts = [\n  {sise = 3},\n]\n', "bags.toml:4: no such column: 'sise'; one of size, note"),
        ("[bag]\nparts = []\n", "bags.toml:1: no source is given"),
        ('[bag]\nsource = "shop"\nparts = 3\n', "bags.toml:3: the parts are no list: 3"),
    ],
)
def test_toml_that_does_not_fit_is_refused_in_words(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(BrokenTable) as refusal:
        read(tmp_path, BAGS, text)
    assert str(refusal.value).startswith(words)


@dataclass(frozen=True, slots=True)
class Words:
    small: frozenset[str]
    source: str


def test_a_list_whose_use_and_example_no_comment_tells_is_refused(tmp_path: Path) -> None:
    words = Table("words.toml", Words)
    good = '# Small words ("the end").\nsmall = ["the"]\nsource = "grammar"\n'
    assert read(tmp_path, words, good) == (Words(frozenset(["the"]), "grammar"),)
    for bad in (good.replace(' ("the end")', ""), good.partition("\n")[2], good.replace("\nsmall", "\n\nsmall")):
        with pytest.raises(
            BrokenTable, match=r"words\.toml:\d: no comment above 'small' says what it is for, with an example"
        ):
            read(tmp_path, words, bad)


WHOLE = [t for t in TABLES if t.name.endswith(".toml") and not t.at and not t.named]


@pytest.mark.parametrize("table", WHOLE, ids=name)
def test_each_list_of_memcon_s_tables_needs_its_example(table: Table[Any], tmp_path: Path) -> None:
    def damage(lines: list[str]) -> int:
        n = next(n for n, line in enumerate(lines) if re.match(r"\w+ = \[", line))
        while lines[n - 1].startswith("#"):
            lines[n - 1] = ""
            n -= 1
        return next(n for n, line in enumerate(lines) if re.match(r"\w+ = \[", line)) + 1

    refusal, line = damaged(table, damage, tmp_path)
    assert str(refusal).startswith(f"{table.name}:{line}: no comment above ")


def test_a_broken_table_keeps_memcon_from_starting() -> None:
    assert issubclass(BrokenTable, MissingAsset)


def test_making_a_table_reads_nothing_and_its_rows_are_read_once(tmp_path: Path) -> None:
    Table("there is no such file.csv", Thing)
    table = next(t for t in TABLES if t.name == "cues.csv")
    assert table.rows is table.rows
