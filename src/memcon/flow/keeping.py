"""A join that was done -> what is kept of it, so that a few documents more can be joined without doing it again."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from memcon.copies.index.stored import kept as kept_copies
from memcon.copies.quotations.alterations import RUN, SECOND_HAND
from memcon.copies.quotations.quoted import quoted
from memcon.copies.quotations.retelling import number_of, prints_of, runs_quoted
from memcon.coreference.occasions.blocks import blocks
from memcon.coreference.occasions.occasions import Occasions
from memcon.coreference.persons.clusters import families_of
from memcon.coreference.persons.persons import respelling_block, turned_block
from memcon.flow.plan import Joined
from memcon.model.cluster import Cluster, Member
from memcon.model.document import Document
from memcon.model.findings import Findings, Statement
from memcon.model.kept import Block, Kept, KeptActor, KeptDocument, KeptEngagement
from memcon.model.resolved import LocalActor
from memcon.model.variants import QuotationVariants
from memcon.registers.namesakes import folded_parts, one_spelling
from memcon.registers.transliteration import sound_block


def kept_of(joined: Joined, keys: Mapping[str, str]) -> Kept:
    """What is kept of a join. `keys`: of the findings of each document."""
    documents = {d.id: d for d in joined.record.documents}
    ids = joined.identity.ids
    return Kept(
        tuple(kept_document(d, keys[d.id]) for d in joined.record.documents),
        (kept_actor(f.document, n, a, ids) for f in joined.findings for n, a in enumerate(f.actors)),
        frozenset(chain.from_iterable(blocks_of(a) for f in joined.findings for a in f.actors)),
        kept_engagements(joined.findings, documents, joined.occasions),
        (pair for s in joined.record.statements for pair in kept_prints(s, documents[s.document])),
        runs_in_doubt(joined.quotations, documents),
        kept_copies(joined.copies),
    )


def kept_document(document: Document, key: str) -> KeptDocument:
    return KeptDocument(document.id, key, bool(SECOND_HAND & set(document.condition)))


def kept_actor(document: str, number: int, actor: LocalActor, ids: Mapping[Member, str]) -> KeptActor:
    return KeptActor(document, number, actor, ids[document, actor.key], name_of(actor))


def name_of(actor: LocalActor) -> str | None:
    """The name of a named person as it is compared."""
    named = actor.kind == "person" and actor.named
    return " ".join(folded_parts(tuple(actor.name.split()))) if named else None


def blocks_of(actor: LocalActor) -> set[tuple[str, str]]:
    """The blocks that the name of a person is in, each with the name: nobody is joined with anybody with whom he shares none.

    family\tx          names of which x can be the family name
    first\tx           full names that begin with x; met by the bare name of somebody with a state and an office
    bare\tx            such a bare name
    respelled\tx\ty    full names of which one can be another with a slip of a letter
    sound\tx           full names of which one can be another in another transliteration
    """
    name = name_of(actor)
    if name is None:
        return set()
    parts = tuple(name.split())
    found = {f"family\t{family}" for family in families_of(parts)}
    if len(parts) > 1:
        found.add(f"first\t{one_spelling(parts[0])}")
    elif actor.state and actor.roles:
        found.add(f"bare\t{one_spelling(parts[0])}")
    if turned := turned_block(parts):
        found.add(f"turned\t{turned}")
    if respelling := respelling_block(parts):
        found.add("\t".join(("respelled", *respelling)))
    if sound := sound_block(parts):
        found.add(f"sound\t{sound}")
    return {(block, name) for block in found}


def kept_engagements(
    findings: Iterable[Findings], documents: Mapping[str, Document], occasions: Occasions
) -> Iterable[KeptEngagement]:
    """The engagements of some documents that can be one with others."""
    part = {member: "#".join(min(members)) for members in occasions.parts for member in members}
    for f in findings:
        for local in f.engagements:
            member = f.document, local.key
            if member in occasions.ids:
                shared = blocks_in(occasions.singles[member])
                day = documents[f.document].published
                yield KeptEngagement(f.document, day, local, occasions.ids[member], part[member], shared)


def blocks_in(single: Cluster) -> tuple[Block, ...]:
    return tuple(Block(key, months[0], months[-1]) for key, months in blocks(single))


def kept_prints(statement: Statement, document: Document) -> list[tuple[int, str]]:
    return [(number, statement.id) for number in sorted(prints_of(statement, document.text))]


def runs_in_doubt(quotations: Sequence[QuotationVariants], documents: Mapping[str, Document]) -> frozenset[int]:
    """Runs of words of the quotations whose wordings differ: a document that has them too is evidence for one."""
    found: set[int] = set()
    for group in quotations:
        wordings = {quoted(v.document, documents[v.document].text, v.span).keys for v in group.variants}
        if len(wordings) > 1:
            found |= {number_of(keys[n : n + RUN]) for keys in wordings for n in range(len(keys) - RUN + 1)}
    return frozenset(found)


def runs_of(statement: Statement, document: Document) -> set[int]:
    """The runs of words by which a statement can be evidence of a wording."""
    return {number_of(run) for run in runs_quoted(statement, document.text, RUN)}
