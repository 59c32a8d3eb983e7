"""The codebook of a release, in Markdown: every table, every column, and every value that closed lists can have."""

from memcon.export.columns import Table
from memcon.export.release.about import Lists
from memcon.export.release.values import values_of

HEAD = """\
# Codebook

Every table is there twice: `csv/TABLE.csv` and, where it has rows, `parquet/TABLE/`, a file for each year. In CSV no value is
an empty cell, a list of text is a JSON list, days are as 2018-07-16. So that no spreadsheet takes a text for a formula, one that
begins with `=`, `+`, `-`, `@` (or their wide forms), a tab or an end of line, or with one of these behind apostrophes, has an
apostrophe before it, and so has an empty text; take one apostrophe off such texts to have them as they were. Parquet has them as
they were. Numbers are as they are in both.
"""


def codebook(tables: dict[str, Table], lists: Lists) -> str:
    lines = [HEAD]
    for table in tables.values():
        lines += [f"## {table.name}", "", f"A row is {table.what}.", "", "| column | type | meaning |", "|---|---|---|"]
        lines += [f"| `{c.name}` | {c.type} | {c.what} |" for c in table.columns]
        lines.append("")
        for column in table.columns:
            values = values_of(table.name, column.name, lists)
            if values:
                lines += [f"### {table.name}.{column.name}", "", "| value | meaning |", "|---|---|"]
                lines += [f"| `{value}` | {meaning} |" for value, meaning in values.items()]
                lines.append("")
    return "\n".join(lines)
