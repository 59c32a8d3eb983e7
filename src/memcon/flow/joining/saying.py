"""What people decided about statements: which are none, and who said the others.

Comes in: what changed, the families of copies, and who the actors are. Goes out: the statements of documents with that done; the documents
that must be looked at again because of it; the decisions with what they touch now. What is decided of a statement holds for the copies
that retell it, too, unless something is decided of theirs.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from functools import cached_property

from sqlalchemy import Connection

from memcon.copies.quotations.retelling import retold_statements
from memcon.flow.joining.changed import Changed, places_in
from memcon.flow.joining.copied import Copied
from memcon.flow.joining.library import Library
from memcon.model.cluster import Member
from memcon.model.findings import Statement
from memcon.model.identity import Identity
from memcon.model.opinions import SPEAKER
from memcon.model.record import Decision, Family
from memcon.model.rulings import Ruling, Rulings

Knowing = Callable[[Iterable[str]], Identity]


class Sayings:
    """Mutable: what was found of a family once is at hand. `knowing`: who is who in some documents."""

    def __init__(self, db: Connection, changed: Changed, copied: Copied, library: Library, knowing: Knowing) -> None:
        self._db = db
        self._changed = changed
        self._copied = copied
        self._library = library
        self._knowing = knowing
        self._rulings = Rulings("statement", changed.decisions, changed.ruled)
        self._none = self._rulings.none()
        self._speakers = {member: some[-1] for member, some in self._rulings.by_member("corrected").items()}
        self._ruled = self._none | self._speakers.keys() | self._rulings.by_member("accepted").keys()
        self._retold: dict[str, dict[Member, Member]] = {}

    def touched(self, moved: Set[str]) -> set[str]:
        """The documents of which statements are otherwise, because of what was decided, or because somebody whom a decision names as
        the speaker is another now. `moved`: the documents in which somebody is."""
        about = [d for d in self._changed.decisions if d.about == "statement"]
        beside = {d.left.partition("@")[0] for d in about if places_in([d]) & (moved | self._changed.gone)}
        return (beside | self._changed.decided) - self._changed.gone

    def plain(self, documents: Iterable[str]) -> list[Statement]:
        """The statements of documents as rules read them."""
        findings = self._library.findings(documents)
        identity = self._knowing(findings)
        return [identity.of_statement(s) for d in sorted(findings) for s in findings[d].statements]

    def of(self, documents: Iterable[str]) -> list[Statement]:
        """The statements of documents as people set them right."""
        said = self.plain(documents)
        if not self._none and not self._speakers:
            return said
        retold = self._retellings({s.document for s in said})
        return [found for s in said if (found := self._set_right(s, retold))]

    def settled(self) -> tuple[Decision, ...]:
        """The decisions with the ids of the record's items that they now touch: the statement, and the speaker."""
        return tuple(replace(r.decision, items=tuple(self._items(r))) for r in self._rulings.all)

    def _items(self, ruling: Ruling) -> Iterator[str]:
        if ruling.left is None or ruling.left in self._none:
            return
        yield ruling.left[1]
        if ruling.right and (who := self._meant.of(*ruling.right)):
            yield who

    @cached_property
    def _meant(self) -> Identity:
        """Who is who where decisions say that a speaker is mentioned."""
        return self._knowing({r.right[0] for r in self._rulings.all if r.right})

    def _set_right(self, s: Statement, retold: Mapping[Member, Member]) -> Statement | None:
        member = (s.document, s.id)
        if member not in self._ruled:
            member = retold.get(member, member)
        if member in self._none:
            return None
        ruling = self._speakers.get(member)
        if ruling is None or (ruling.decision.right and ruling.right is None):  # nobody is mentioned there any more
            return s
        who = self._meant.of(*ruling.right) if ruling.right else None
        if ruling.right and who is None:  # several can bear the name that stands there
            return s
        return replace(s, speaker=who, speaker_text=ruling.decision.value or None, corrected=(SPEAKER,))

    def _retellings(self, documents: Set[str]) -> dict[Member, Member]:
        """What copies among some documents retell of what was decided about."""
        wanted = {d for d, _ in (*self._none, *self._speakers)}
        families = [f for f in self._copied.of(self._db, wanted) if f.canonical in wanted and documents & set(f.documents)]
        return {copy: told for f in families for copy, told in self._of_family(f).items()}

    def _of_family(self, family: Family) -> dict[Member, Member]:
        if family.id not in self._retold:
            said = self.plain(family.documents)
            texts = self._library.documents(family.documents)
            where = {s.id: (s.document, s.id) for s in said}
            found = retold_statements(said, texts, [family]).items()
            self._retold[family.id] = {where[copy]: where[told] for copy, told in found}
        return self._retold[family.id]
