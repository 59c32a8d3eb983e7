"""What `clauses_of` makes of the frozen sentences, compared with what is pinned, field by field."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clause_samples import Sample

from memcon.annotate.annotate import annotate_all
from memcon.annotate.parser import Parser
from memcon.grammar.clauses import clauses_of
from memcon.model.annotated import Annotated
from memcon.model.clauses import Clause
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.document import Document
from memcon.model.ids import content_id, sha256_of
from memcon.model.text import Zone, ZoneName

WORDS = ("tense", "aspect", "modality", "polarity", "condition", "factuality", "form", "passive")
PHRASES = ("agents", "patients")
FIELDS = (*WORDS, *PHRASES, "holder")


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of one sample."""

    sample: Sample
    field: str
    right: bool
    shown: str  # what was read

    @property
    def name(self) -> str:
        return f"{self.sample.id}:{self.field}"


def compare(samples: Iterable[Sample], parser: Parser) -> Iterator[Compared]:
    """Every field that the samples pin."""
    samples = list(samples)
    for sample, annotated in zip(samples, annotate_all([_document(s) for s in samples], parser), strict=True):
        clause = _clause(annotated, sample)
        for field in FIELDS:
            pinned = getattr(sample, field)
            if pinned is not None:
                yield _compared(annotated, clause, sample, field, pinned)


def _document(sample: Sample) -> Document:
    """All title or all body, published on the sample's day."""
    zone: ZoneName = "title" if sample.headline else "body"
    sha = sha256_of(sample.text.encode())
    return Document(
        id=content_id("document", sample.id, sha),
        source=sample.id,
        sha256=sha,
        text=sample.text,
        zones=(Zone(0, len(sample.text), zone),),
        title=None,
        outlet=None,
        byline=(),
        published=DateRange.day(sample.published, Basis(BasisKind.PUBLISHED, reason="given")),
        language="en",
    )


def _clause(annotated: Annotated, sample: Sample) -> Clause | None:
    start, end = sample.span
    clauses = clauses_of(annotated)
    return next((c for t in annotated.tokens if start <= t.start and t.end <= end and (c := clauses.at(t.i))), None)


def _compared(annotated: Annotated, clause: Clause | None, sample: Sample, field: str, pinned: object) -> Compared:
    if clause is None:
        return Compared(sample, field, False, "no clause")
    if field in WORDS:
        found = getattr(clause, field)
        return Compared(sample, field, found == pinned, str(found))
    heads = clause.agents if field == "agents" else clause.patients if field == "patients" else _holder(clause)
    phrases = pinned if isinstance(pinned, tuple) else (pinned,) if pinned else ()
    shown = ", ".join(annotated.tokens[i].text for i in heads)
    return Compared(sample, field, _same(annotated, heads, phrases), shown)


def _holder(clause: Clause) -> tuple[int, ...]:
    return () if clause.holder is None else (clause.holder,)


def _same(annotated: Annotated, heads: tuple[int, ...], phrases: tuple[str, ...]) -> bool:
    """Has each phrase a head of its own in it, and each head a phrase?"""
    left = list(heads)
    for phrase in phrases:
        inside = next((i for i in left if _inside(annotated, i, phrase)), None)
        if inside is None:
            return False
        left.remove(inside)
    return not left


def _inside(annotated: Annotated, i: int, phrase: str) -> bool:
    text, at = annotated.document.text, annotated.tokens[i].start
    start = text.find(phrase)
    while start >= 0:
        if start <= at < start + len(phrase):
            return True
        start = text.find(phrase, start + 1)
    return False
