"""Why the mentions of an engagement are one, which others were left out, and the reports that tell of it, as lines for a console."""

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from memcon.cli import turning_points
from memcon.cli.output import put_indented
from memcon.model.document import Document
from memcon.model.judgements import Told
from memcon.model.record import Engagement
from memcon.wording import words

if TYPE_CHECKING:
    from memcon import Shown

MOST = 10  # decisions; --json gives all
WIDE = 150  # characters of a sentence


def print_judgements(shown: "Shown", console: Console) -> None:
    """What spoke for one occasion, pair by pair, with the words of both; then what was left out, and why."""
    found = shown.judgements
    if found.same:
        console.print(Text("\nWhy these are one", "bold"))
    for decision in found.same[:MOST]:
        for label in (decision.left, decision.right):
            told = found.words[label]
            put_indented(console, _words(told, shown.documents.get(told.document)), by=2)
        put_indented(console, Text(decision.reason, "dim"), by=4)
    if len(found.same) > MOST:
        console.print(Text(f"  ... and {len(found.same) - MOST} more (--json gives all)"))
    if found.left_out:
        console.print(Text("\nOthers of the same people, left out", "bold"))
    for other, why in found.left_out:
        if e := shown.left_out.get(other):
            people = ", ".join(shown.actors[p.actor].name for p in e.participants if p.actor in shown.actors)
            line = f"{words.when(e)}, {words.occasion(e)}, {words.kind(e.status)}: {people}: {why.value}"
            put_indented(console, Text(line).append(f"  {words.short(e.id)}", "dim"), by=2)


def _words(told: Told, document: Document | None) -> Text:
    if document is None:
        return Text("?")
    mention = told.mention
    line = turning_points.in_sentence(document, mention.span, mention.sentence, WIDE)
    cited = words.cited_in_short(document, mention.span.start, mention.span.end)
    return line.append(f"  {cited}", "dim")


def print_reports(e: Engagement, shown: "Shown", console: Console) -> None:
    """The reports that tell of it, by their ids, where its lines cite them so."""
    documents = [shown.documents[d] for d in e.reports if d in shown.documents]
    if all(len(d.source) <= words.LONG_SOURCE for d in documents):
        return
    console.print(Text("\nReports", "bold"))
    for d in sorted(documents, key=lambda d: (str(d.published.earliest), d.id)):
        line = Text(f"{words.short(d.id)}  ", "dim").append(f"{words.day(d.published)}: {words.title(d)}", "not dim")
        put_indented(console, line.append(f"  {d.source}", "dim"), by=2)
