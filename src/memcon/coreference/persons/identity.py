"""Which local actors of all documents are one, and the record's ids for them.

Comes in: documents and what each says, and what people decided. Goes out: who each local actor is, and the decisions that made them
one. States join by code, bodies by name and state, persons as `persons` says. Unnamed persons are never joined over documents;
groups such as "Egyptian officials" are, by state and noun. The order of the documents does not matter.
"""

from collections.abc import Mapping, Sequence

from memcon.coreference.persons.clusters import LocalPerson
from memcon.coreference.persons.persons import join_persons
from memcon.model.document import Document
from memcon.model.findings import Findings
from memcon.model.identity import Identity
from memcon.model.ids import content_id
from memcon.model.record import Decision
from memcon.model.resolved import LocalActor
from memcon.model.rulings import Rulings
from memcon.registers.word_lists import function_words


def identify(
    documents: Sequence[Document], findings: Mapping[str, Findings], rulings: Rulings
) -> tuple[Identity, tuple[Decision, ...]]:
    """Who each local actor is, and the decisions that made persons one."""
    local = [(d, a) for d in sorted(documents, key=lambda d: d.id) for a in findings[d.id].actors]
    named = [LocalPerson(d.id, a, d.published.earliest) for d, a in local if a.kind == "person" and a.named]
    people = join_persons(named, rulings.pairs("same"), rulings.pairs("different"))
    ids = dict(people.ids)
    ids |= {(d.id, a.key): unnamed_id(d.id, a) for d, a in local if (d.id, a.key) not in ids}
    return Identity(ids), people.decisions


def unnamed_id(document: str, a: LocalActor) -> str:
    """The id of an actor that is not a named person."""
    if a.kind == "state":
        return content_id("actor", "state", a.state)
    if a.kind == "organisation":
        return content_id("actor", "organisation", a.name.lower(), a.state)
    if a.kind == "group" and a.state:
        return content_id("actor", "group", _noun(a.name), a.state)
    return content_id("actor", a.kind, a.name, a.state, document, a.key)


def _noun(name: str) -> str:
    """The noun of a description: "senior French officials in Mali" -> "officials"."""
    words = name.lower().split()
    stop = next((i for i, w in enumerate(words) if i and w in function_words("prepositions")), len(words))
    return words[stop - 1]
