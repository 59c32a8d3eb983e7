"""Quotations whose words were changed in copying: the variants side by side, what differs, which is likely verbatim and why."""

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from memcon.cli.diffs import word_diff
from memcon.model.document import Document
from memcon.model.findings import Statement
from memcon.model.variants import QuotationVariants, Variant
from memcon.wording import words

STATE = {True: ("altered", "red"), False: ("likely verbatim", "green"), None: ("unverified", "yellow")}


def print_quotations(found: Iterable[QuotationVariants], documents: Mapping[str, Document], console: Console) -> None:
    """Each quotation with its variants, parted by an empty line."""
    for n, quotation in enumerate(found):
        if n:
            console.print()
        print_quotation(quotation, documents, console)


def print_quotation(quotation: QuotationVariants, documents: Mapping[str, Document], console: Console) -> None:
    """The likely verbatim wording first, then the others against it."""
    base = quotation.variants[quotation.verbatim or 0]
    for variant in sorted(quotation.variants, key=lambda v: v is not base):
        document = documents.get(variant.document)
        state, style = STATE[variant.altered]
        published = words.day(document.published if document else None)
        head = Text(f"  {state}", style).append(f": {words.title(document) if document else variant.document}", "none")
        console.print(head.append(f", {published}  {words.cited(document, variant.span.start, variant.span.end)}", "dim"))
        console.print(_wording(variant, base))
    verdict = "; ".join(quotation.why) or "nothing tells which wording is the first"
    console.print(Text(f"  why: {verdict}", "dim"))


def _wording(variant: Variant, base: Variant) -> Text:
    if variant is base or not variant.changes:
        return Text(f"    “{' '.join(variant.text.split())}”")
    return Text("    ").append_text(word_diff(base.text, variant.text))


def objects(found: Sequence[QuotationVariants], statements: Mapping[str, Statement]) -> Iterable[dict[str, object]]:
    """For --json and --csv: one object for each variant of each quotation."""
    for quotation in found:
        base = quotation.variants[quotation.verbatim or 0]
        for variant in quotation.variants:
            said = statements.get(variant.statement or "")
            yield {
                "quotation": quotation.id,
                "family": quotation.family,
                "document": variant.document,
                "start": variant.span.start,
                "end": variant.span.end,
                "statement": variant.statement,
                "speaker": said.speaker if said else None,
                "altered": variant.altered,
                "text": variant.text,
                "diff": word_diff(base.text, variant.text).plain.strip() if variant.changes else None,
                "why": "; ".join(quotation.why),
            }
