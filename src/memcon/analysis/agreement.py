"""How far people who judged the same items agree: Krippendorff's alpha for nominal values, by field.

Comes in: the opinions of people, from one database or from several in which each judged by himself. Goes out: an `Agreement`. Alpha is
1 where all agree, 0 where they agree as often as chance would have it, below 0 where they agree less often. It is None where it cannot be
told: no item was judged by two, or all judgements are the same, so that chance alone would give the same.

Krippendorff, Content Analysis (chapter on reliability); Hayes & Krippendorff 2007, https://doi.org/10.1080/19312450709336664.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from memcon.model.opinions import EXISTS, ONE, YES, Opinion

Labels = Sequence[str]  # of one item, one for each judge
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """Of one field: how many items two or more judged, on how many all of them agree, alpha of their values."""

    about: str
    field: str
    items: int
    agreed: int
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Differing:
    """An item on whose field judges differ. `item`: its id in the record, or the place in a document where it is not there."""

    about: str
    field: str
    item: str
    said: tuple[tuple[str, str], ...]  # judge, value


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far judges agree.

    judges   each with the number of his judgements
    unnamed  judgements of nobody by name, which are left out
    alpha    of all fields together but whether two are one: disagreements against those that chance gives within each field
    """

    judges: tuple[tuple[str, int], ...]
    unnamed: int
    fields: tuple[FieldAgreement, ...]
    items: int
    agreed: int
    alpha: float | None
    differing: tuple[Differing, ...]


def alpha(items: Iterable[Labels]) -> float | None:
    """Krippendorff's alpha of nominal values; items that fewer than two judged do not count."""
    return _alpha([_disagreement(items)])


def agreement(*sources: Iterable[Opinion]) -> Agreement:
    """How far the judges of some databases agree. Of what one judged twice, his last judgement counts."""
    every = [list(opinions) for opinions in sources]
    named = [o for some in every for o in some if _name(o)]
    shown = {_name(o).casefold(): _name(o) for o in reversed(named)}
    judged = _judged(every, shown)
    by_field: dict[tuple[str, str], list[tuple[str, dict[str, Opinion]]]] = {}
    for (about, field, *item), said in judged.items():
        by_field.setdefault((about, field), []).append((item[0], said))
    told = {key: [_labels(said) for _, said in some] for key, some in sorted(by_field.items())}
    fields = [_of_field(*key, items) for key, items in told.items()]
    single = [f for f in fields if f.field != ONE]
    return Agreement(
        tuple(sorted(Counter(shown[_name(o).casefold()] for o in named).items())),
        sum(not _name(o) for some in every for o in some),
        tuple(f for f in fields if f.items),
        sum(f.items for f in single),
        sum(f.agreed for f in single),
        _alpha([_disagreement(items) for (_, field), items in told.items() if field != ONE]),
        tuple(_differing(by_field)),
    )


def _disagreement(items: Iterable[Labels]) -> tuple[float, float]:
    """How much judges disagree, and how much chance would have them: both as numbers of judgements."""
    pairable = [Counter(labels) for labels in items if len(labels) > 1]
    totals: Counter[str] = Counter()
    seen = 0.0
    for counts in pairable:
        totals += counts
        n = counts.total()
        seen += _unlike(counts) / (n - 1)
    return seen, _unlike(totals) / (totals.total() - 1) if pairable else 0.0


def _unlike(counts: Counter[str]) -> int:
    """Ordered pairs of values that differ."""
    return counts.total() ** 2 - sum(n * n for n in counts.values())


def _alpha(disagreements: Iterable[tuple[float, float]]) -> float | None:
    seen, chance = (sum(numbers) for numbers in zip((0.0, 0.0), *disagreements, strict=True))
    return 1 - seen / chance if chance else None


def _judged(every: Sequence[Sequence[Opinion]], shown: dict[str, str]) -> dict[Key, dict[str, Opinion]]:
    """(about, field, item) -> judge -> his last opinion."""
    same = _same_items(every)
    found: dict[Key, dict[str, Opinion]] = {}
    for source, some in enumerate(every):
        for o in _with_existence(some):
            if _name(o):
                said = found.setdefault((o.about, o.field, *_key(source, o, same)), {})
                judge = shown[_name(o).casefold()]
                if judge not in said or said[judge].at <= o.at:
                    said[judge] = o
    return found


def _with_existence(some: Sequence[Opinion]) -> Iterable[Opinion]:
    """Whoever judges a field of an engagement or a statement takes it for one, unless he says so himself."""
    own = {(o.place, _name(o).casefold()) for o in some if o.field == EXISTS}
    for o in some:
        if (
            o.about in ("engagement", "statement")
            and o.field not in (EXISTS, ONE)
            and (o.place, _name(o).casefold()) not in own
        ):
            yield replace(o, field=EXISTS, ruled="accepted", value=YES, before=None)
        yield o


def _key(source: int, o: Opinion, same: dict[Key, Key]) -> Key:
    if o.field == ONE:
        return (o.place, o.other)
    return same[_node(source, o)]


def _node(source: int, o: Opinion) -> Key:
    """An item of one database; what the record does not have is told by its place."""
    return (str(source), o.items[0]) if o.items else ("", o.place)


def _same_items(every: Sequence[Sequence[Opinion]]) -> dict[Key, Key]:
    """The items of databases -> one of those that are told at the same place."""
    leader: dict[Key, Key] = {}

    def find(key: Key) -> Key:
        while leader.setdefault(key, key) != key:
            key = leader[key]
        return key

    for source, some in enumerate(every):
        for o in some:
            one, other = sorted((find(_node(source, o)), find(("", o.place))))
            leader[one] = other  # the item, where there is one: "" sorts first
    return {key: find(key)[::-1] for key in list(leader)}


def _labels(said: dict[str, Opinion]) -> list[str]:
    return [o.label for o in said.values()]


def _of_field(about: str, field: str, items: Sequence[Labels]) -> FieldAgreement:
    judged = [labels for labels in items if len(labels) > 1]
    return FieldAgreement(about, field, len(judged), sum(len(set(labels)) == 1 for labels in judged), alpha(judged))


def _differing(by_field: dict[tuple[str, str], list[tuple[str, dict[str, Opinion]]]]) -> Iterable[Differing]:
    for (about, field), some in sorted(by_field.items()):
        for item, said in sorted(some, key=lambda pair: pair[0]):
            if len(set(_labels(said))) > 1:
                yield Differing(about, field, item, tuple(sorted((judge, o.value) for judge, o in said.items())))


def _name(o: Opinion) -> str:
    return " ".join((o.judge or "").split())
