"""What it is about: the stretches that name an issue of the closed list.

Comes in: Resolved. Goes out: `IssueMention`s in the order of the text. Credits name no issue. Of two finds of one issue that
overlap the longer stands.
"""

from collections.abc import Iterator, Sequence

from memcon.model.annotated import Paragraph
from memcon.model.findings import IssueMention
from memcon.model.resolved import Resolved
from memcon.model.text import Span
from memcon.registers.issues import IssuePattern, issues

SENTENCE_END = (". ", "? ", "! ", ".” ")


def find_issues(resolved: Resolved) -> Sequence[IssueMention]:
    """Every one in the document, in the order of the text."""
    paragraphs = [p for p in resolved.annotated.paragraphs if p.zone != "credits"]
    whole = "\n".join(p.text for p in paragraphs).lower()
    likely = [(name, lines) for name, known in _lines() if (lines := [line for line in known if line.key in whole])]
    found = [m for p in paragraphs for m in in_paragraph(p, likely)]
    return sorted(found, key=lambda m: (m.span, m.issue))


def _lines() -> list[tuple[str, Sequence[IssuePattern]]]:
    return [(issue.id, issue.find) for issue in issues().values()]


def in_paragraph(
    paragraph: Paragraph, likely: Sequence[tuple[str, Sequence[IssuePattern]]] | None = None
) -> Iterator[IssueMention]:
    """The issues that one paragraph names, of those whose words stand anywhere in the document."""
    lower = paragraph.text.lower()
    for issue, lines in _lines() if likely is None else likely:
        spans = {span for line in lines if line.key in lower for span in matches(line, paragraph.text)}
        for start, end in spans:
            if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in spans):
                yield IssueMention(paragraph.place(start, end), issue)


def matches(line: IssuePattern, text: str) -> Iterator[tuple[int, int]]:
    """The finds of one pattern that nothing in their sentence undoes."""
    for match in line.pattern.finditer(text):
        if not (line.unless and line.unless.search(sentence_around(text, match.start(), match.end()))):
            yield match.span()


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence that holds text[start:end], by its marks."""
    first = max(text.rfind(mark, 0, start) for mark in SENTENCE_END)
    after = [at for mark in SENTENCE_END if (at := text.find(mark, end)) >= 0]
    return text[first + 1 : min(after, default=len(text))]


def about(found: Sequence[IssueMention], *spans: Span) -> tuple[str, ...]:
    """The issues named in any of the stretches, each once, in alphabetical order."""
    return tuple(sorted({m.issue for m in found for span in spans if m.span.overlaps(span)}))
