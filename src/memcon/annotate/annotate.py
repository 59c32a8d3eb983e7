"""Document -> Annotated: paragraphs, tokens, sentences, quotation marks, time expressions."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from memcon.annotate.kept import ParsedToken
from memcon.annotate.paragraphs import stretches
from memcon.annotate.parser import Parser
from memcon.annotate.quotations import find_quotations
from memcon.annotate.readings import reading
from memcon.annotate.times import find_times
from memcon.annotate.turns import find_labels, find_turns
from memcon.model.annotated import Annotated, Paragraph, Sentence, Token
from memcon.model.document import Document

LIST_MARK = re.compile(
    r"[-*–•▪·]\s+(?=[^\W\d_])"
)  # before an item of a list; to the parser a dash makes a noun of its verb


def annotate(document: Document, parser: Parser) -> Annotated:
    """One document with its grammar."""
    return next(annotate_all([document], parser))


def annotate_all(documents: Iterable[Document], parser: Parser) -> Iterator[Annotated]:
    """Each document with its grammar, in order; their paragraphs are parsed together."""
    batch = list(documents)
    paragraphs = [read_paragraphs(document) for document in batch]
    parsed = parser.parse(p.text for ps in paragraphs for p in ps)
    for document, mine in zip(batch, paragraphs, strict=True):
        yield assemble(document, mine, [next(parsed) for _ in mine])


def read_paragraphs(document: Document) -> list[Paragraph]:
    """The paragraphs to read, as they read, without the mark of a list; the label of a turn is one of its own."""
    spun = "spun" in document.condition
    found = list(stretches(document))
    out = []
    labels = find_labels([(text, zone.zone == "body") for _, zone, text in found])
    for (span, zone, text), label in zip(found, labels, strict=True):
        start, mark = span.start, LIST_MARK.match(text) if label is None else None
        if label:
            words = text[: label.end].rstrip()
            out.append(Paragraph(start, start + len(words), label.read, zone.zone, (), label.kind))
            text = text[label.end :]
            start += label.end
        elif mark:
            start, text = start + mark.end(), text[mark.end() :]
        if text:
            read, swaps = reading(text, start, spun)
            out.append(Paragraph(start, span.end, read, zone.zone, swaps, listed=mark is not None))
    return out


def assemble(document: Document, paragraphs: list[Paragraph], parsed: list[list[ParsedToken]]) -> Annotated:
    """Number the tokens through the document and find marks and times."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for n, (paragraph, words) in enumerate(zip(paragraphs, parsed, strict=True)):
        base = len(tokens)
        for word in words:
            if word.sentence_start:
                if sentences and sentences[-1].paragraph == n:
                    sentences[-1] = replace(sentences[-1], last=len(tokens))
                sentences.append(Sentence(len(sentences), n, len(tokens), len(tokens)))
            span = paragraph.place(word.start, word.start + len(word.text))
            tokens.append(
                Token(
                    i=len(tokens),
                    text=word.text,
                    start=span.start,
                    end=span.end,
                    read=word.start,
                    lemma=word.lemma,
                    pos=word.pos,
                    tag=word.tag,
                    dep=word.dep,
                    head=base + word.head,
                    entity=word.entity,
                    entity_start=word.entity_start,
                    sentence=len(sentences) - 1,
                    spaced=word.spaced,
                )
            )
        if words:
            sentences[-1] = replace(sentences[-1], last=len(tokens))
    bare = Annotated(document, tuple(paragraphs), tuple(tokens), tuple(sentences))
    marked = replace(bare, turns=tuple(find_turns(paragraphs)), quotations=tuple(find_quotations(bare)))
    return replace(marked, times=tuple(find_times(marked)))
