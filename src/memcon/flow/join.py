"""The join: what all documents say, made into one record, and kept in the store.

The join always starts from the documents' own days and findings, so that the record does not depend on what was joined
before; what an inferred day made of a document is kept beside them, for the next join.
"""

from memcon.annotate.parser import Parser
from memcon.flow.adding.add import added
from memcon.flow.guard import read_guarded
from memcon.flow.keeping import kept_of
from memcon.flow.ledger import inferred_key, join_stamp
from memcon.flow.plan import join_documents
from memcon.model.document import Document
from memcon.model.findings import Findings
from memcon.model.record import Reject
from memcon.store import keeping
from memcon.store.store import Store


def stale(store: Store) -> bool:
    """Have documents, or the rules of the join, changed since the record was joined?"""
    return store.joined() != join_stamp(store.generation())


def join(store: Store, parser: Parser) -> bool:
    """Bring the record up to date; False where it was."""
    now = join_stamp(store.generation())
    if store.joined() == now:
        return False
    if added(store, now):
        return True
    joined = join_documents(
        store.documents(),
        store.findings(),
        lambda document: _read_again(store, parser, document),
        store.decisions(),
    )
    keys = store.ask(keeping.keys)
    store.put_record(joined.record, joined.days, now, kept_of(joined, keys), joined.sums)
    return True


def _read_again(store: Store, parser: Parser, document: Document) -> Findings | None:
    """The findings of a document under its inferred day; kept, because the next join will want them too.

    None where a rule breaks down on it: then what it says by itself stays.
    """
    key = inferred_key(store.key_of(document.id) or "", document.published)
    known = store.inferred_findings(document.id, key)
    if known is not None:
        return known
    (found,) = read_guarded([document], parser)
    if isinstance(found, Reject):
        store.set_aside(found, first=False)
        return None
    store.put_inferred(document.id, key, found)
    return found
