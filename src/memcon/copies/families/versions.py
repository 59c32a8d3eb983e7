"""Families by their words, and texts that stood at one address -> families in which the versions of a report are together.

Comes in: families, as `families` and `refiled` find them, and the texts of addresses. Goes out: families, of which those that an address
ties are one. How much of a short text stands in another tells little by itself; that both stood at one address makes them versions of
one report where half of the words of the shorter stand in the longer. An address at which very many different texts stood is a
place where reports are shown, and no report's own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from memcon.copies.families.families import digest_of
from memcon.copies.families.relations import aligned
from memcon.copies.index.index import TextIndex
from memcon.copies.index.words import WORD, words_of
from memcon.model.ids import content_id
from memcon.model.record import Copy, Family
from memcon.model.text import Evidence

MOST = 20  # different texts at one address
ALIKE = 0.5  # of the different words of the shorter: two reports of one kind share a third by chance
LATER = "of versions at one address, the latest"


@dataclass(frozen=True, slots=True)
class Version:
    """A text that stood at an address. `when`: the time of its capture or the day on which it appeared, "" where neither is known."""

    id: str
    text: str
    when: str

    @property
    def order(self) -> tuple[str, bytes, str]:
        return self.when, digest_of(self.text), self.id


def with_versions(
    families: Iterable[Family], addresses: Iterable[Sequence[Version]], apart: frozenset[frozenset[str]] = frozenset()
) -> list[Family]:
    """All families, those that an address ties made one. `apart`: pairs of texts that a decision holds apart."""
    found = {f.id: f for f in families}
    unit = {d: f.id for f in found.values() for d in f.documents}
    groups: dict[str, set[str]] = {}
    versions: dict[str, Version] = {}
    for some in addresses:
        versions |= {v.id: v for v in some}
        for a, b in _alike(some, apart):
            both = groups.get(one := unit.get(a, a), {one}) | groups.get(other := unit.get(b, b), {other})
            groups |= dict.fromkeys(both, both)
    tied = {min(group): group for group in groups.values() if len(group) > 1}
    rest = found.keys() - {i for group in tied.values() for i in group}
    made = [
        _together([found.get(i) or Family(_id(versions[i]), i, ()) for i in sorted(group)], versions)
        for group in tied.values()
    ]
    return sorted([*made, *(found[i] for i in rest)], key=lambda f: f.id)


def _alike(some: Sequence[Version], apart: frozenset[frozenset[str]]) -> Iterable[tuple[str, str]]:
    words = {v.id: frozenset((codes & WORD).tolist()) for v in some if len(codes := words_of([v.text]).codes)}
    if len(set(words.values())) > MOST:
        return
    for a, b in combinations(sorted(words), 2):
        shorter = min(len(words[a]), len(words[b]))
        if frozenset((a, b)) not in apart and len(words[a] & words[b]) >= ALIKE * shorter:
            yield a, b


def _together(units: Sequence[Family], versions: Mapping[str, Version]) -> Family:
    """One family of several: the latest version stands for it, and all else is an earlier state of it, or copies one."""
    latest = max(units, key=lambda f: max(versions[d].order for d in f.documents if d in versions))
    copies = list(latest.members)
    for other in (f for f in units if f is not latest):
        copies += [Copy(d, "update", score, _shown(d, latest.canonical, versions)) for d, score in _scores(other)]
    reasons = (*latest.reasons, LATER)
    return Family(latest.id, latest.canonical, tuple(sorted(copies, key=lambda c: c.document)), reasons)


def _scores(family: Family) -> Iterable[tuple[str, float]]:
    yield family.canonical, 1.0
    yield from ((copy.document, copy.score) for copy in family.members)


def _shown(document: str, canonical: str, versions: Mapping[str, Version]) -> tuple[Evidence, ...]:
    """Sentences that stand in both, where both are versions."""
    if document not in versions or canonical not in versions:
        return ()
    mine, theirs = versions[document].text, versions[canonical].text
    return tuple(
        Evidence(of, start, end, text[start:end])
        for pair in aligned(mine, theirs)
        for of, text, (start, end) in ((document, mine, pair.left), (canonical, theirs, pair.right))
    )


def _id(version: Version) -> str:
    """The id of the family of a text that nothing copies."""
    index = TextIndex()
    index.add([(version.id, version.text)])
    return content_id("family", index.digests[0].hex())
