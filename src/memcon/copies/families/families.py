"""Texts -> families of copies, each with its canonical, how its members came from it, and the sentences that show it.

`families(texts)` does it at once. `CopyIndex` can be kept: `add` texts as they come and ask for `families()` in between.
The result does not depend on the order in which texts came. A family's id comes from the words of its canonical, so a new member
leaves it as it is unless it is the better text. A `Decision` "different" between two documents holds them apart.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from memcon.copies.families.canonical import JURY, Choice, Entrant, choose
from memcon.copies.families.grouping import Bench, Groups
from memcon.copies.families.relations import aligned, relation
from memcon.copies.index.index import Candidate, Text, TextIndex
from memcon.copies.index.parts import Parts
from memcon.model.document import Document
from memcon.model.ids import content_id
from memcon.model.record import Copy, Decision, Family
from memcon.model.text import Evidence

BATCH = 20_000  # texts filed at once: their keys are sorted together


@dataclass(frozen=True, slots=True)
class Found:
    """A family and why its canonical was chosen."""

    family: Family
    reasons: tuple[str, ...]


class CopyIndex:
    """Texts and the pairs of them that are worth comparing. Mutable: it grows.

    What was compared is not compared again: to ask for the families after adding texts costs what those have in common with
    others. Grown by and by it finds what it finds at once, but for keys that more than 20 texts share (see `postings`).
    """

    def __init__(self) -> None:
        self.index = TextIndex()
        self.bench = Bench(self.index)
        self.published: list[str] = []
        self.outlets: list[str] = []
        self.orders: list[bytes] = []
        self._same: dict[int, list[int]] = {}  # all texts with the words of one, where there are several
        self._parts = Parts()
        self._found: dict[int, list[Found]] = {}  # by part
        self._asked: tuple[frozenset[tuple[int, int]], bool] | None = None

    def __len__(self) -> int:
        return len(self.index)

    def add(self, texts: Iterable[Text]) -> None:
        """File texts. An id that is filed already is passed over."""
        batch: list[Text] = []
        new: set[str] = set()
        for text in texts:
            if text.id not in self.index.numbers and text.id not in new:
                new.add(text.id)
                batch.append(text)
            if len(batch) == BATCH:
                self._file(batch)
                batch, new = [], set()
        self._file(batch)

    def _file(self, batch: list[Text], found: Iterable[Candidate] | None = None) -> None:
        start = len(self.index)
        self.published += [text.published or "" for text in batch]
        self.outlets += [text.outlet or "" for text in batch]
        self.orders += [digest_of(text.text) for text in batch]
        own = self.index.add([(text.id, text.text) for text in batch])
        self._parts.tie(own if found is None else found)
        for number in range(start, len(self.index)):
            first = self.index.same_as[number]
            if first != number:
                self._same.setdefault(first, [first]).append(number)
                self._parts.touch(first)

    def restore(self, texts: Sequence[Text]) -> dict[str, int]:
        """File texts whose candidates are known: `tie` gives them. The numbers of the texts."""
        self._file(list(texts), found=())
        return self.index.numbers

    def tie(self, candidates: Iterable[Candidate]) -> None:
        """Pairs worth comparing, which are known from elsewhere."""
        self._parts.tie(candidates)

    def candidates(self) -> list[Candidate]:
        """All pairs worth comparing."""
        return self._parts.all_candidates()

    def families(
        self, text_of: Callable[[str], str], decisions: Iterable[Decision] = (), evidence: bool = True
    ) -> list[Found]:
        """The families of all texts, by id. `text_of` gives the text of an id; without `evidence` no sentences are aligned."""
        asked = self._apart(decisions), evidence
        if asked != self._asked:
            for found in self._found:
                self._parts.touch(found)
            self._touch_apart(asked[0])
            self._asked = asked
        for part in self._parts.changed():
            self._found[part] = list(self._of_part(part, asked[0], text_of, evidence))
        standing = [part for part in self._found if self._parts.of(part) == part]
        self._found = {part: self._found[part] for part in standing}
        return sorted((found for some in self._found.values() for found in some), key=lambda found: found.family.id)

    def _touch_apart(self, apart: frozenset[tuple[int, int]]) -> None:
        for pair in apart | (self._asked[0] if self._asked else frozenset()):
            self._parts.touch(pair[0])

    def _of_part(
        self, part: int, apart: frozenset[tuple[int, int]], text_of: Callable[[str], str], evidence: bool
    ) -> Iterator[Found]:
        groups = Groups(self.index)
        groups.join(self._parts.candidates(part), self.bench, apart)
        members: dict[int, list[int]] = {}
        for number in self._parts.members(part):
            members.setdefault(groups.of(number), []).extend(self._same.get(number, [number]))
        for numbers in members.values():
            if len(numbers) > 1:
                yield _Maker(self, self.bench, groups, text_of, evidence).make(sorted(numbers))

    def _apart(self, decisions: Iterable[Decision]) -> frozenset[tuple[int, int]]:
        """Texts that decisions hold apart. Two with the same words cannot be."""
        numbers, same = self.index.numbers, self.index.same_as
        pairs = ((numbers.get(d.left), numbers.get(d.right)) for d in decisions if d.verdict == "different")
        texts = ((same[a], same[b]) for a, b in pairs if a is not None and b is not None)
        return frozenset((min(a, b), max(a, b)) for a, b in texts if a != b)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes families out of groups."""

    of: CopyIndex
    bench: Bench
    groups: Groups
    text_of: Callable[[str], str]
    evidence: bool

    def make(self, numbers: Sequence[int]) -> Found:
        index = self.of.index
        distinct = sorted({index.same_as[n] for n in numbers}, key=lambda n: index.digests[n])
        jury = self.groups.nearest_of(distinct, JURY)
        choice = choose([self._entrant(n, numbers) for n in jury], self.bench, self._text)
        named = self._named(choice, numbers)
        copies = [self._copy(n, named, choice.number) for n in numbers if n != named]
        copies.sort(key=lambda copy: copy.document)
        family = Family(
            content_id("family", index.digests[choice.number].hex()), index.ids[named], tuple(copies), choice.reasons
        )
        return Found(family, choice.reasons)

    def _entrant(self, number: int, numbers: Sequence[int]) -> Entrant:
        """A text, with the latest day on which it appeared."""
        same = [n for n in numbers if self.of.index.same_as[n] == number]
        day = max(self.of.published[n] for n in same)
        return Entrant(number, day, self.of.outlets[number], self.of.index.digests[number])

    def _named(self, choice: Choice, numbers: Sequence[int]) -> int:
        """Of documents with the canonical's words: the first published, then the first by id."""
        same = [n for n in numbers if self.of.index.same_as[n] == choice.number]
        return min(same, key=lambda n: (self.of.published[n] or "9999", self.of.index.ids[n]))

    def _text(self, number: int) -> str:
        return self.text_of(self.of.index.ids[number])

    def _copy(self, number: int, named: int, canonical: int) -> Copy:
        index = self.of.index
        if index.same_as[number] == canonical:
            return Copy(index.ids[number], "exact", 1.0)
        like = self.bench.like(index.same_as[number], canonical)
        if index.same_as[number] > canonical:
            like = like.turned()
        kind = relation(self._text(number), self._text(named), like)
        return Copy(index.ids[number], kind, like.score, self._evidence(number, named) if self.evidence else ())

    def _evidence(self, number: int, named: int) -> tuple[Evidence, ...]:
        """Sentences of the copy, each followed by the one of the canonical that it copies."""
        mine, theirs = self._text(number), self._text(named)
        return tuple(
            Evidence(self.of.index.ids[n], start, end, text[start:end])
            for pair in aligned(mine, theirs)
            for n, text, (start, end) in ((number, mine, pair.left), (named, theirs, pair.right))
        )


def in_order(text: Text) -> tuple[bytes, str]:
    """An order of texts that does not depend on how they came."""
    return digest_of(text.text), text.id


def digest_of(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def found_families(texts: Sequence[Text], decisions: Iterable[Decision] = (), evidence: bool = True) -> list[Found]:
    """The families of some texts, whatever their order, with the reasons for each canonical."""
    index = CopyIndex()
    index.add(sorted(texts, key=in_order))
    by_id = {text.id: text.text for text in texts}
    return index.families(by_id.__getitem__, decisions, evidence)


def families(texts: Sequence[Text], decisions: Iterable[Decision] = ()) -> tuple[Family, ...]:
    """The families of some texts, whatever their order. Texts that nothing copies are in none."""
    return tuple(found.family for found in found_families(texts, decisions))


def text_of_document(document: Document) -> Text:
    """What of a document is compared: its report. The page around it is blank, so that offsets stay the document's."""
    kept = list(" " * len(document.text))
    for zone in document.stretches("title", "heading", "body", "credits"):
        kept[zone.start : zone.end] = document.text[zone.start : zone.end]
    day = document.published.latest
    return Text(document.id, "".join(kept), day.isoformat() if day else None, document.outlet)
