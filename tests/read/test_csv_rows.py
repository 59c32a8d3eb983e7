"""CSV and TSV: however they are parted and encoded, a row by a row; a broken row takes no other along."""

import io

import pytest

from memcon.model.document import Given, RawItem
from memcon.model.record import Reject
from memcon.read.csv_rows import read_csv
from memcon.read.fields import mapped
from memcon.read.items import MAX_ITEM
from memcon.read.options import ReadOptions

TEXT = "The foreign minister met the envoy in Warsaw on Thursday, he said."


def read(table: str | bytes, *maps: str) -> tuple[list[RawItem], list[Reject]]:
    raw = table if isinstance(table, bytes) else table.encode()
    found = list(read_csv("f.csv", "f.csv", io.BytesIO(raw), Given(), ReadOptions(fields=mapped(maps))))
    return [x for x in found if isinstance(x, RawItem)], [x for x in found if isinstance(x, Reject)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_read_however_it_is_parted_and_encoded(encoding: str, mark: str, end: str) -> None:
    row = mark.join(("2019-03-05", '"Dîner; or, “talks”|\t"', f'"{TEXT}"', '"The Daily"'))
    (item,), rejects = read(f"{mark.join(('Publish Date', 'Headline', 'Text', 'Source'))}{end}{row}{end}".encode(encoding))
    assert not rejects
    assert (item.given.published, item.given.published_basis, item.given.outlet) == ("2019-03-05", "CSV row", "The Daily")
    assert item.body.decode().startswith("Dîner; or, “talks”|")


def test_quoted_values_hold_line_breaks_and_quotation_marks_and_rows_are_counted_as_a_spreadsheet_does() -> None:
    items, rejects = read('text,id\n"He said ""yes"".\nHe left.",\n\nSecond,\n')
    assert [(i.source, i.body.decode()) for i in items] == [
        ("f.csv#2", 'He said "yes".\nHe left.'),
        ("f.csv#4", "Second"),
    ]
    assert not rejects


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("a,b,c", "line 3: 3 values under 2 names"),
        ("alone", "line 3: 1 value under 2 names"),
        ('"open,2019', "quotation mark"),
        ('"he said "no" to it",2019', "quotation mark"),
        ("nul \0,2019", "NUL"),
        ('"nul\n\0",2019', "NUL"),
    ],
)
def test_a_broken_row_is_set_aside_with_its_number_and_the_rest_is_read(broken: str, words: str) -> None:
    for behind in ("", '"quoted",2021\n'):
        items, rejects = read(f"text,date\nfirst,2019\n{broken}\nthird,2020\n{behind}last,2022,,\n")
        bodies = [i.body.decode() for i in items]
        assert bodies == ["first", "third", *(["quoted"] if behind else []), "last"]
        assert rejects[0].source == "f.csv#3"
        assert words in rejects[0].detail


def test_a_value_over_the_limit_is_set_aside_and_the_next_row_is_read() -> None:
    items, rejects = read(f'text,n\n"{"x" * (MAX_ITEM + 10)}",1\n{"y" * 200_000},2\n')
    assert [len(i.body) for i in items] == [200_000]
    assert [r.source for r in rejects] == ["f.csv#2"]


def test_a_quotation_mark_that_is_never_closed_costs_one_row_of_many() -> None:
    rows = "".join(f"row {n},{n}\n" for n in range(20_000))
    items, (reject,) = read(f'text,n\n"open,0\n{rows}')
    assert len(items) == 20_000
    assert reject.source == "f.csv#2"


@pytest.mark.parametrize(
    ("table", "reason", "words"),
    [
        ("text,date\n", "no row", "a header"),
        ("lat,lon\n1,2\n", "no column with the text", "it has lat, lon; the text is read from text, body"),
        ("text,date,text\na,b,c\n", "a column twice", "text"),
        ("text,date\ra,b\rc,d\r", "no header", "CR alone"),
        ("\ntext\n", "no header", "first line"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_with_what_it_has(table: str, reason: str, words: str) -> None:
    items, (reject,) = read(table)
    assert not items
    assert (reject.reason, words in reject.detail) == (reason, True)


def test_a_mapped_column_is_the_text_and_decides_what_parts_the_header() -> None:
    (item,), _ = read(f'Nr;Meldung;Tag\n1;"{TEXT}";2019-03-05\n', "text=Meldung", "published=Tag")
    assert (item.body.decode(), item.given.published) == (TEXT, "2019-03-05")
