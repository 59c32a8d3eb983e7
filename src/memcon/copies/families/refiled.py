"""Texts that come and go -> the families that they touch, as they would be if all texts were filed anew.

Comes in: what is kept of the texts that are filed, the ids of those that go, those that come. Goes out: `Refiled`: the families of
all texts that have to do with these, and what to keep. Where nothing is kept, that is all families. A family depends on the texts
that copy each other, directly or over others, and on what these have in common with any text; so much is looked at again.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from memcon.copies.families.alignment import Comparer, Prepared, prepare
from memcon.copies.families.families import BATCH, CopyIndex, digest_of, in_order
from memcon.copies.families.likeness import verdict
from memcon.copies.index.index import Candidate, Text, TextIndex
from memcon.copies.index.stored import Filing, Read, kept_change, kept_whole
from memcon.copies.index.words import words_of
from memcon.model.kept import KeptCopies
from memcon.model.record import Decision, Family

Beside = Callable[[Iterable[str]], Iterable[str]]
ROWS = 40  # changes that are kept one by one; then all is written anew


@dataclass(frozen=True, slots=True)
class Refiled:
    """`documents`: all that were looked at again; `families`: all in which one of them is; `whole`: are the rows before void?"""

    documents: frozenset[str]
    families: tuple[Family, ...]
    rows: tuple[KeptCopies, ...]
    whole: bool


def refiled(
    known: Sequence[KeptCopies],
    gone: Iterable[str],
    texts: Iterable[Text],
    read: Read,
    decisions: Sequence[Decision] = (),
    again: Iterable[str] = (),
    beside: Beside = frozenset,
) -> Refiled:
    """The families that change. `again`: texts that are looked at again whatever came or went; `beside`: all texts with which some are
    looked at again for another reason than their words."""
    waiting = sorted(texts, key=in_order)
    filing = Filing(known)
    rows: list[KeptCopies] = []
    touched: set[str] = set(gone)
    numbers = {filing.numbers[i] for i in (*gone, *again) if i in filing.numbers}
    families: list[Family] = []
    if not len(filing):
        index = CopyIndex()
        index.add(waiting[:BATCH])
        first = {text.id: text.text for text in waiting[:BATCH]}
        families = [found.family for found in index.families(first.__getitem__, decisions)]
        touched |= first.keys()
        filing, waiting = _of_index(index), waiting[BATCH:]
        rows = [] if waiting else [kept_whole(filing)]
    going = set(gone)
    while waiting or going:
        step = _step(filing, going, waiting[:BATCH], read)
        rows.append(step.kept)
        numbers |= step.touched
        going, waiting = set(), waiting[BATCH:]
    if numbers:
        anew = _families(filing, numbers, read, decisions, beside)
        families = [f for f in families if anew.documents.isdisjoint(f.documents)] + list(anew.families)
        touched |= anew.documents
    whole = not known or len(known) + len(rows) > ROWS
    return Refiled(
        frozenset(touched), tuple(families), (kept_whole(filing),) if whole and rows else tuple(rows), whole and bool(rows)
    )


def _of_index(index: CopyIndex) -> Filing:
    """All that is kept of an index whose families were asked for."""
    filing = Filing(())
    texts = index.index
    filing.put(texts, index.orders)
    known = {pair: verdict(like) == "copy" for pair, like in index.bench.known()}
    filing.pairs = {(c.left, c.right): replace(c, copy=known.get((c.left, c.right))) for c in index.candidates()}
    return filing


@dataclass(frozen=True, slots=True)
class _Step:
    kept: KeptCopies
    touched: set[int]


def _step(filing: Filing, gone: Iterable[str], texts: Sequence[Text], read: Read) -> _Step:
    """File texts and take others out; `touched`: the numbers of texts of which something may be otherwise."""
    going = {filing.numbers[i] for i in gone if i in filing.numbers}
    new, going, unfiled = _placed(filing, going, texts, read)
    start = len(filing)
    orders = [digest_of(text.text) for text in new]
    index = TextIndex()
    index.add([(text.id, text.text) for text in new])
    changed = filing.change(going, index, orders, unfiled)
    _compare(filing, changed, {text.id: text for text in new}, read)
    words = {filing.digests[n] for n in (*going, *range(start, len(filing)))}
    same = {text.number for some in filing.by_words(words).values() for text in some}
    ends = {n for pair in changed for n in pair if filing.alive[n]}
    return _Step(kept_change(filing, start, going, changed), same | ends)


def _placed(filing: Filing, going: set[int], texts: Sequence[Text], read: Read) -> tuple[list[Text], set[int], set[int]]:
    """The texts to file, in order, those to take out, and which of the filed are there for their words alone: of several with the same
    words the keys of the first are filed. Where that is another one now, all of them are filed anew."""
    fresh = TextIndex()
    fresh.add([(text.id, text.text) for text in texts])
    words = {*fresh.digests, *(filing.digests[n] for n in going)}
    again: set[str] = set()
    copies: set[bytes] = set()
    firsts: dict[bytes, tuple[bytes, str]] = {}
    for n, text in enumerate(texts):
        firsts.setdefault(fresh.digests[n], in_order(text))
    for digest, some in filing.by_words(words).items():
        standing = sorted((t for t in some if t.number not in going), key=lambda t: t.order)
        if not standing:
            continue
        keeps = standing[0].first and standing[0].order < firsts.get(digest, (b"\xff" * 17, ""))
        if keeps:
            copies.add(digest)
        else:
            again |= {filing.ids[t.number] for t in standing}
    if again:
        going = going | {filing.numbers[i] for i in again}
        texts = sorted([*texts, *read(again).values()], key=in_order)
    unfiled = set()
    if copies:
        fresh = TextIndex()
        fresh.add([(text.id, text.text) for text in texts])
        unfiled = {n for n, digest in enumerate(fresh.digests) if digest in copies}
    return list(texts), going, unfiled


def _compare(filing: Filing, changed: Iterable[tuple[int, int]], new: Mapping[str, Text], read: Read) -> None:
    """Say of each pair that is newly worth comparing whether one copies the other."""
    pairs = [pair for pair in changed if (c := filing.pairs.get(pair)) and c.copy is None]
    ids = {filing.ids[n] for pair in pairs for n in pair}
    texts = {i: new[i] for i in ids if i in new} | dict(read(ids - new.keys()))
    ready: dict[str, Prepared] = {i: prepare(words_of([text.text]).codes) for i, text in texts.items()}
    comparer = Comparer()
    for pair in pairs:
        left, right = sorted((filing.ids[n] for n in pair), key=lambda i: in_order(texts[i]))
        copy = verdict(comparer.compare(ready[left], ready[right])) == "copy"
        filing.pairs[pair] = replace(filing.pairs[pair], copy=copy)


def _families(filing: Filing, numbers: set[int], read: Read, decisions: Sequence[Decision], beside: Beside) -> Refiled:
    """The families of some texts and of all that are tied to them."""
    tied: dict[int, set[int]] = {}
    for (a, b), c in filing.pairs.items():
        if c.copy is not False:
            tied.setdefault(a, set()).add(b)
            tied.setdefault(b, set()).add(a)
    reached: set[int] = set()
    several: set[int] = set()
    more = {n for n in numbers if filing.alive[n]}
    while more:
        reached |= more
        waiting = list(more)
        while waiting:
            near = tied.get(waiting.pop(), set()) - reached
            reached |= near
            waiting += near
        same = filing.by_words({filing.digests[n] for n in reached})
        several = {t.number for some in same.values() if len(some) > 1 for t in some}
        found = {filing.ids[n] for n in reached | several}
        more = {filing.numbers[i] for i in beside(found) if i in filing.numbers} - reached - several
    core = {n for n in reached if n in tied} | several
    ids = {filing.ids[n] for n in reached | several}
    pairs = [c for (a, b), c in filing.pairs.items() if a in core or b in core]
    texts = read({filing.ids[n] for n in core | {n for c in pairs for n in (c.left, c.right)}})
    index = CopyIndex()
    at = index.restore(sorted(texts.values(), key=in_order))
    index.tie(_turned(c, at[filing.ids[c.left]], at[filing.ids[c.right]]) for c in pairs)
    families = index.families(lambda i: texts[i].text, decisions)
    return Refiled(frozenset(ids), tuple(f.family for f in families), (), False)


def _turned(c: Candidate, left: int, right: int) -> Candidate:
    return replace(c, left=min(left, right), right=max(left, right))
