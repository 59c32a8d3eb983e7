"""The versions of a report in `memcon show`: those under its address, what was changed in this one, and the values that this moved."""

from itertools import pairwise
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from memcon.analysis.versions import Moved
from memcon.cli.diffs import clipped, word_diff
from memcon.cli.output import put_indented
from memcon.model.document import Document
from memcon.wording import words

if TYPE_CHECKING:
    from memcon import Shown


def print_versions(shown: "Shown", document: Document, console: Console) -> None:
    """Nothing for a report of which one version was read."""
    if not shown.versions:
        return
    console.print(Text(f"\nVersions: {len(shown.versions)} under this address", "bold"))
    for number, version in enumerate(shown.versions, 1):
        this = " (this one)" if version.id == document.id else ""
        when = f"captured {version.captured}" if version.captured else f"published {words.day(version.published)}"
        console.print(Text(f"  {number}. {when}{this}").append(f"  {words.short(version.id)}", "dim"))
    if any(d.captured is None for d in shown.versions):
        console.print(Text("  not all tell when they were captured: which of one day came first is not known", "dim"))
    before = next((v for v, after in pairwise(shown.versions) if after.id == document.id), None)
    if before is None:
        return
    console.print(Text("\nChanged against the version before it", "bold"))
    put_indented(console, word_diff(before.text, document.text), by=4)
    console.print(Text("\nValues that this moved" if shown.moved else "\nNo value of the record was moved by it", "bold"))
    for change in shown.moved:
        console.print(_line(change, shown))


def _line(change: Moved, shown: "Shown") -> Text:
    e = change.engagement
    both = [value for value in (change.before, change.after) if value]
    if e is None:
        speaker = shown.actors.get(change.speaker or "")
        said = " -> ".join(f"“{clipped(value)}”" for value in both)
        return Text(f"  {change.what}: {said}" + (f"; {speaker.name}" if speaker else ""))
    who = ", ".join(words.who(e, shown.actors))
    moved = " -> ".join(words.kind(value) for value in both) or "nothing"
    return Text(f"  {change.what}: {moved}; {words.kind(e.kind)}: {who}").append(f"  {words.short(e.id)}", "dim")
