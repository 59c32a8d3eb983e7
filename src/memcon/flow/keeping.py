"""Documents and what they say -> what a join keeps of them, so that the next one finds what has to do with what changes."""

from memcon.copies.quotations.alterations import SECOND_HAND
from memcon.copies.quotations.retelling import numbers_of
from memcon.coreference.occasions.blocks import blocks
from memcon.coreference.persons.clusters import families_of
from memcon.coreference.persons.persons import respelling_block, turned_block
from memcon.model.cluster import Cluster
from memcon.model.document import Document
from memcon.model.findings import Findings
from memcon.model.kept import Block, KeptActor, KeptDocument
from memcon.model.resolved import LocalActor
from memcon.record.sums import cited
from memcon.registers.namesakes import folded_parts, one_spelling
from memcon.registers.transliteration import sound_block


def kept_document(document: Document, findings: Findings, key: str, datable: bool) -> KeptDocument:
    prints = tuple(sorted({(n, s.id) for s in findings.statements for n in numbers_of(s, document.text)}))
    second_hand = bool(SECOND_HAND & set(document.condition))
    return KeptDocument(document.id, key, second_hand, datable, document.published.latest, prints)


def kept_actor(document: Document, number: int, actor: LocalActor, i: str = "") -> KeptActor:
    words = tuple((span.start, span.end, span.of(document.text)) for span in cited(actor))
    return KeptActor(document.id, number, actor, i, name_of(actor), document.published, document.outlet, words)


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


def blocks_in(single: Cluster) -> tuple[Block, ...]:
    return tuple(Block(key, months[0], months[-1]) for key, months in blocks(single))
