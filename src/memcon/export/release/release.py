"""A release: a folder to publish, with the tables of a record, what they mean, how to cite them, and the hash of every file.

Comes in: a record, an empty folder, what the release says of itself, the closed lists of its columns. Goes out: README.md, codebook.md,
csv/, parquet/, datapackage.json, croissant.json, CITATION.bib, citation.json, SHA256SUMS. The same gives the same bytes.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from memcon.export.columns import Sheets, Table
from memcon.export.parquet import write_table
from memcon.export.release.about import About, Lists
from memcon.export.release.cite import bibtex_of, csl_of, readme_of
from memcon.export.release.codebook import codebook
from memcon.export.release.csv_tables import write_csv_table
from memcon.export.release.metadata import Written, croissant, datapackage
from memcon.export.release.summaries import SUMMARIES
from memcon.export.tables import TABLES
from memcon.export.view import RecordView

RELEASED: dict[str, Table] = {**TABLES, **SUMMARIES}
SUMS = "SHA256SUMS"


def write_release(record: RecordView, folder: Path, about: About, lists: Lists) -> None:
    sheets = Sheets(record)
    (folder / "csv").mkdir()
    for table in RELEASED.values():
        write_csv_table(table, sheets, folder / "csv" / f"{table.name}.csv")
        write_table(table, sheets, folder / "parquet")
    files = {file.path: file for file in _written(folder)}
    cite = bibtex_of(about)
    texts = {
        "README.md": readme_of(about),
        "codebook.md": codebook(RELEASED, lists),
        "CITATION.bib": cite,
        "citation.json": _json(csl_of(about)),
        "datapackage.json": _json(datapackage(about, RELEASED, files, lists)),
        "croissant.json": _json(croissant(about, RELEASED, files, cite)),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    sums = "".join(f"{file.sha256}  {file.path}\n" for file in _written(folder))
    (folder / SUMS).write_text(sums, encoding="utf-8")


def _written(folder: Path) -> Iterator[Written]:
    """The files that are there, by their paths."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        yield Written(path.relative_to(folder).as_posix(), path.stat().st_size, digest)


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
