"""memcon diff of two releases: counts by table, then row by row with the reason."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from rich.text import Text

from memcon.cli.output import note, put, show
from memcon.export.record_json import Json
from memcon.export.release.differences import RowDifference

SHOWN = 20  # rows of a table that are printed for people
STYLE = {"new": "cyan", "gone": "red", "changed": "yellow"}


def print_differences(before: Path, after: Path, every: bool, as_json: bool, as_csv: bool) -> None:
    from memcon.comparing import compare_releases

    found = compare_releases(before, after)
    if as_json or as_csv:
        put(_lines(found), as_json)
        return
    total = 0
    for table, rows in groupby(found, key=lambda d: d.table):
        total += _print(table, list(rows), every)
    if not total:
        note("nothing differs")


def _print(table: str, rows: list[RowDifference], every: bool) -> int:
    counts: Counter[str] = Counter(row.change for row in rows)
    told = ", ".join(f"{counts[change]:,} {change}" for change in STYLE if counts[change])
    show(Text(f"\n{table}", "bold").append(f"  {told}", "not bold"))
    for reason, number in Counter(row.reason for row in rows).most_common(None if every else 5):
        show(Text(f"  {number:,}: {reason}", "dim"))
    for row in rows if every else rows[:SHOWN]:
        line = Text("  ").append(row.change, STYLE[row.change]).append(f" {' '.join(part or '-' for part in row.key)}")
        changes = "; ".join(f"{name}: {was or 'none'} -> {now or 'none'}" for name, was, now in row.columns)
        show(line.append(f"  {changes}" if changes else "").append(f"  ({row.reason})", "dim"))
    if len(rows) > SHOWN and not every:
        note(f"{len(rows) - SHOWN:,} more rows of {table}: --all shows them")
    return len(rows)


def _lines(found: Iterator[RowDifference]) -> Iterator[Json]:
    """A line for each row that is new or gone, and for each column that changed."""
    for d in found:
        base = {"table": d.table, "change": d.change, "key": " ".join(part or "" for part in d.key)}
        for column, was, now in d.columns or ((None, None, None),):
            yield {**base, "column": column, "before": was, "after": now, "reason": d.reason}
