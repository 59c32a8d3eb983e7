"""Document -> Annotated: paragraphs, tokens, sentences, quotation marks, time expressions."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from memcon.annotate.contracted_have import contracted_have
from memcon.annotate.cut_names import cut_names
from memcon.annotate.face_to_face import face_to_face
from memcon.annotate.fronted_objects import fronted_objects
from memcon.annotate.full_have import full_have
from memcon.annotate.hyphened import put_together
from memcon.annotate.joined_subjects import joined_subjects
from memcon.annotate.kept import ParsedToken
from memcon.annotate.late_objects import late_objects
from memcon.annotate.neighbours import with_neighbours
from memcon.annotate.paragraphs import stretches
from memcon.annotate.parser import Parser
from memcon.annotate.quotations import find_quotations
from memcon.annotate.readings import reading
from memcon.annotate.relative_ends import relative_ends
from memcon.annotate.short_parse import parse_short
from memcon.annotate.times import find_times
from memcon.annotate.turns import find_labels, find_turns
from memcon.model.annotated import Annotated, Paragraph, Sentence, Token
from memcon.model.document import Document
from memcon.registers.times import time_words

LIST_MARK = re.compile(
    r"[-*–•▪·]\s+(?=[^\W\d_])"
)  # before an item of a list; to the parser a dash makes a noun of its verb


NUMBER_MARK = re.compile(r"\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+(?=([^\W\d_][\w.'’-]*)\s)")  # "2. The two ministers ..."


def annotate(document: Document, parser: Parser) -> Annotated:
    """One document with its grammar."""
    return next(annotate_all([document], parser))


def annotate_all(documents: Iterable[Document], parser: Parser) -> Iterator[Annotated]:
    """Each document with its grammar, in order; their paragraphs are parsed together."""
    batch = list(documents)
    paragraphs = [read_paragraphs(document) for document in batch]
    parsed = parse_short([p.text for ps in paragraphs for p in ps], parser.parse)
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
        number = _number(text) if label is None and mark is None else None
        if label:
            words = text[: label.end].rstrip()
            out.append(Paragraph(start, start + len(words), label.read, zone.zone, (), label.kind))
            text = text[label.end :]
            start += label.end
        elif before := mark or number:
            start, text = start + before.end(), text[before.end() :]
        if text:
            read, swaps = reading(text, start, spun)
            out.append(Paragraph(start, span.end, read, zone.zone, swaps, listed=mark is not None))
    return out


def _number(text: str) -> re.Match[str] | None:
    """The number of a paragraph, and not the day of "5. May 2018"."""
    found = NUMBER_MARK.match(text)
    return found if found is not None and found[1].title() not in time_words()["month"] else None


# What is set right in the words and the tree of a paragraph, one after the other: each counts on those before it.
MENDS = (
    cut_names, put_together, contracted_have, full_have, with_neighbours, face_to_face, late_objects, fronted_objects, joined_subjects,
    relative_ends,
)  # fmt: skip


def assemble(document: Document, paragraphs: list[Paragraph], parsed: list[list[ParsedToken]]) -> Annotated:
    """Number the tokens through the document and find marks and times."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for n, (paragraph, read) in enumerate(zip(paragraphs, parsed, strict=True)):
        words = read
        for mend in MENDS:
            words = mend(words)
        base = len(tokens)
        starts = [base + k for k, word in enumerate(words) if word.sentence_start]
        first_sentence = len(sentences)
        for first, last in pairwise([*starts, base + len(words)]):
            sentences.append(Sentence(len(sentences), n, first, last))
        tokens += _tokens(paragraph, words, base, first_sentence)
    bare = Annotated(document, tuple(paragraphs), tuple(tokens), tuple(sentences))
    marked = replace(bare, turns=tuple(find_turns(paragraphs)), quotations=tuple(find_quotations(bare)))
    return replace(marked, times=tuple(find_times(marked)))


def _tokens(paragraph: Paragraph, words: list[ParsedToken], base: int, sentence: int) -> Iterator[Token]:
    """The tokens of a paragraph; `base` is the number of the first, `sentence` that of its sentence. By position: by keyword it takes
    a third longer."""
    at, sentence = paragraph.start, sentence - 1
    for i, word in enumerate(words, base):
        sentence += word.sentence_start
        text, read = word.text, word.start
        if paragraph.swaps:
            span = paragraph.place(read, read + len(text))
            start, end = span.start, span.end
        else:
            start, end = at + read, at + read + len(text)
        yield Token(
            i,
            text,
            start,
            end,
            read,
            word.lemma,
            word.pos,
            word.tag,
            word.dep,
            base + word.head,
            word.entity,
            word.entity_start,
            sentence,
            word.spaced,
        )
