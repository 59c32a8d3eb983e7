"""Documents, what they quote and their families -> quotations whose words differ between documents, and which are likely true.

Comes in: documents, `Statement`s with the record's ids (or none: then what stands between marks), families. Goes out:
`QuotationVariants`; `checked` writes them into the statements. Quotations correspond where copies of one text have them in one
place, and across texts where one person says nearly the same in both and one of the texts is spun or translated. Refuses to call
a wording verbatim when every text that has it is spun or translated: then `altered` stays None, and `unverified` says why.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from memcon.copies.quotations.pairing import pairs
from memcon.copies.quotations.quoted import Quoted, changes, number_of, quotations_in, quoted
from memcon.copies.quotations.requoted import echoes
from memcon.copies.quotations.style import Restyled
from memcon.model.document import Document
from memcon.model.findings import Statement
from memcon.model.ids import content_id
from memcon.model.record import Family
from memcon.model.variants import Change, QuotationVariants, Variant
from memcon.registers.substitutions import hits

SECOND_HAND = frozenset(["spun", "back_translated"])
NONE_CLEAN = "every text that has it is spun or translated"
Evidence = Callable[[Set[int]], Mapping[int, Set[str]]]
RUN = 5  # words on end by which other origins are asked for a wording


@dataclass(frozen=True, slots=True)
class _Texts:
    """Documents by id, and the family that each is in."""

    documents: Mapping[str, Document]
    family: Mapping[str, Family]

    def text(self, quotation: Quoted) -> str:
        return self.documents[quotation.document].text

    def second_hand(self, document: str) -> bool:
        return bool(SECOND_HAND & set(self.documents[document].condition))

    def changes(self, was: Quoted, now: Quoted) -> tuple[Change, ...]:
        family = self.family.get(now.document)
        relations = {copy.relation for copy in family.members if copy.document == now.document} if family else set()
        machine = self.second_hand(now.document) or bool(SECOND_HAND & relations)
        return changes(was.words, now.words, self.text(was), self.text(now), longer=not machine)

    def origin(self, document: str) -> str:
        family = self.family.get(document)
        return family.id if family else document


def alterations(
    documents: Sequence[Document], statements: Sequence[Statement] | None, families: Sequence[Family]
) -> tuple[QuotationVariants, ...]:
    """The quotations that several documents have in different words. Without statements, all that stands between marks."""
    return tuple(found for found in quotation_variants(documents, statements, families) if found.changed)


def quotation_variants(
    documents: Sequence[Document],
    statements: Sequence[Statement] | None,
    families: Sequence[Family],
    evidence: Evidence | None = None,
) -> tuple[QuotationVariants, ...]:
    """The quotations that several documents have, in the same words or not, by id. `evidence`: which origins have some runs of words,
    where there are more documents than these."""
    by_id = {document.id: document for document in documents}
    texts = _Texts(by_id, {i: family for family in families for i in _ids(family)})
    said = _quotations(documents, statements, texts)
    groups: list[tuple[str | None, list[Quoted]]] = [
        (family.id, group)
        for family in sorted(families, key=lambda family: family.id)
        for group in _family_groups(family, said, texts)
    ]
    taken = (quotation for _, group in groups for quotation in group)
    groups += [(None, group) for group in echoes(said, taken, texts.second_hand, texts.origin)]
    others = _Origins([group for _, group in groups], said, texts, evidence)
    made = [_made(family, group, texts, others) for family, group in groups]
    return tuple(sorted(made, key=lambda found: found.id))


def checked(
    statements: Sequence[Statement], found: Iterable[QuotationVariants], styled: Iterable[Restyled] = ()
) -> tuple[Statement, ...]:
    """The statements with `altered` and `variants` as the variants of their quotations say, and where these say nothing, as the
    style of their text does; in the order given."""
    altered: dict[str, list[bool | None]] = {}
    links: dict[str, set[str]] = {}
    for group in found:
        names = {variant.statement for variant in group.variants if variant.statement}
        for variant in group.variants:
            if variant.statement:
                altered.setdefault(variant.statement, []).append(variant.altered)
                links.setdefault(variant.statement, set()).update(names - {variant.statement})
    by_style = {one.statement for one in styled}
    return tuple(
        _checked(s, _together(altered.get(s.id, []), len(s.quotes)), links.get(s.id, set()), s.id in by_style)
        for s in statements
    )


def _checked(statement: Statement, altered: bool | None, links: set[str], by_style: bool) -> Statement:
    if altered is None and by_style:
        altered = True
    if altered is None and not links:
        return statement
    return replace(statement, altered=altered, variants=tuple(sorted(links)))


def unverified(document: Document, families: Iterable[Family], documents: Mapping[str, Document]) -> str | None:
    """Why nothing vouches for the words that a document quotes, or None: it is spun or translated, by its own language, and no
    text of its family is the original."""
    marks = sorted(SECOND_HAND & set(document.condition))
    if not marks:
        return None
    for family in families:
        ids = _ids(family)
        if document.id in ids and any(i in documents and not SECOND_HAND & set(documents[i].condition) for i in ids):
            return None
    how = " and ".join(mark.replace("_", "-") for mark in marks)
    return f"the text is {how}, and no original of it has been read: its quotations are unverified"


def _ids(family: Family) -> tuple[str, ...]:
    return (family.canonical, *(copy.document for copy in family.members))


def _together(altered: Sequence[bool | None], quotes: int) -> bool | None:
    """Of a statement with so many quotations: altered if one is, verbatim if all are."""
    if True in altered:
        return True
    return None if None in altered or len(altered) < max(quotes, 1) else False


def _quotations(
    documents: Sequence[Document], statements: Sequence[Statement] | None, texts: _Texts
) -> dict[str, list[Quoted]]:
    """The quotations of each document, in the order of its text."""
    found: dict[str, list[Quoted]] = {document.id: [] for document in documents}
    if statements is None:
        for document in documents:
            spans = quotations_in(document.text) if document.id in texts.family else ()
            found[document.id] = [
                quoted(document.id, document.text, s) for s in spans if document.zone_at(s.start) != "boilerplate"
            ]
    for statement in statements or ():
        if statement.document in found:
            text = texts.documents[statement.document].text
            found[statement.document] += [
                quoted(statement.document, text, span, statement.id, statement.speaker) for span in statement.quotes
            ]
    return {i: _once(some) for i, some in found.items()}


def _once(quotations: list[Quoted]) -> list[Quoted]:
    """In the order of the text; of nested ones the outer."""
    ordered = sorted((q for q in quotations if q.keys), key=lambda q: (q.span.start, -q.span.end))
    kept: list[Quoted] = []
    for quotation in ordered:
        if not kept or not kept[-1].span.covers(quotation.span):
            kept.append(quotation)
    return kept


def _family_groups(family: Family, said: Mapping[str, list[Quoted]], texts: _Texts) -> list[list[Quoted]]:
    """The quotations of a family that correspond: first those of the canonical, then those that only members have."""
    ids = [i for i in (family.canonical, *sorted(copy.document for copy in family.members)) if said.get(i)]
    left = {i: list(said[i]) for i in ids}
    groups = []
    for at, hub in enumerate(ids):
        mine = {q.span: [q] for q in left[hub]}
        for other in ids[at + 1 :]:
            if not mine or not left[other]:
                continue
            taken = set()
            for one, its in pairs(left[hub], left[other], texts.documents[hub].text, texts.documents[other].text):
                mine[one.span].append(its)
                taken.add(its.span)
            left[other] = [q for q in left[other] if q.span not in taken]
        groups += [group for group in mine.values() if len(group) > 1]
    return groups


class _Origins:
    """In how many texts outside a family a wording stands. Built of the wordings asked for alone."""

    def __init__(
        self,
        groups: Iterable[Sequence[Quoted]],
        said: Mapping[str, list[Quoted]],
        texts: _Texts,
        evidence: Evidence | None,
    ) -> None:
        wanted = {run for group in groups if _several(group) for q in group for run in _runs(q)}
        self._texts = texts
        self._of: Mapping[int, Set[str]] = (evidence(wanted) if evidence else self._told(said, wanted)) if wanted else {}

    def _told(self, said: Mapping[str, list[Quoted]], wanted: Set[int]) -> Mapping[int, Set[str]]:
        found: dict[int, set[str]] = {}
        for some in said.values():
            for quotation in some:
                for run in _runs(quotation):
                    if run in wanted:
                        found.setdefault(run, set()).add(self._texts.origin(quotation.document))
        return found

    def of(self, quotation: Quoted) -> int:
        """Other origins that have every run of its words."""
        runs = _runs(quotation)
        shared = set.intersection(*(set(self._of.get(run, ())) for run in runs)) if runs else set()
        return len(shared - {self._texts.origin(quotation.document)})


def _several(group: Sequence[Quoted]) -> bool:
    """Do the wordings of a quotation differ?"""
    return len({q.keys for q in group}) > 1


def _runs(quotation: Quoted) -> list[int]:
    keys = quotation.keys
    return [number_of(keys[i : i + RUN]) for i in range(len(keys) - RUN + 1)]


def runs_in_doubt(found: QuotationVariants, documents: Mapping[str, Document]) -> set[int]:
    """The runs of words of a quotation whose wordings differ: a document that has them too is evidence for one."""
    group = [quoted(v.document, documents[v.document].text, v.span) for v in found.variants]
    return {run for q in group for run in _runs(q)} if _several(group) else set()


def _made(family: str | None, group: Sequence[Quoted], texts: _Texts, others: _Origins) -> QuotationVariants:
    """A group with its verdict. The first of the group is the canonical's, where the canonical has it."""
    verbatim, why = _verdict(group, texts, others)
    base = verbatim or group[0]
    variants = []
    for quotation in sorted(group, key=lambda q: (q.document, q.span)):
        found = texts.changes(base, quotation) if quotation is not base else ()
        altered = None if verbatim is None else bool(found)
        text = quotation.span.of(texts.text(quotation))
        variants.append(Variant(quotation.document, quotation.span, text, quotation.statement, altered, found))
    at = next(
        (n for n, v in enumerate(variants) if verbatim and (v.document, v.span) == (verbatim.document, verbatim.span)), None
    )
    place = [part for v in variants for part in (v.document, v.span.start)]
    return QuotationVariants(content_id("quotation", *place), family, tuple(variants), at, why)


def _verdict(group: Sequence[Quoted], texts: _Texts, others: _Origins) -> tuple[Quoted | None, tuple[str, ...]]:
    """The likely verbatim one of a group, and why."""
    clean = [q for q in group if not texts.second_hand(q.document)]
    if not clean and len({q.keys for q in group}) == 1:
        return None, (NONE_CLEAN,)
    if clean and not any(texts.changes(clean[0], q) for q in group if q is not clean[0]):
        return clean[0], ("all that have it have the same words, or a part of them",)
    origins = {q.keys: others.of(q) for q in group}
    most = max(origins.values())
    if most and len({q.keys for q in group if origins[q.keys] == most}) == 1:
        reason = f"{most} other {'report has' if most == 1 else 'reports have'} these words, independently"
        return next(q for q in group if origins[q.keys] == most), (reason,)
    if not clean:
        return None, (NONE_CLEAN,)
    family = texts.family.get(group[0].document)
    if family and family.canonical == clean[0].document:
        return clean[0], ("it is the canonical's, the least altered text of the family",)
    if len({q.keys for q in clean}) == 1:
        return clean[0], ("its text alone shows no marks of a spinner or a translation",)
    marks = [sum(hit.rule.weight for hit in hits(q.span.of(texts.text(q)), markers=True)) for q in clean]
    if len(set(marks)) > 1:
        return clean[marks.index(min(marks))], ("it has the fewest marks of a spinner",)
    return None, ("nothing tells which of the wordings is the first",)
