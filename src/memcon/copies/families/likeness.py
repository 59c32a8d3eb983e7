"""Two texts -> how alike they are, sentence by sentence, and whether one is a copy of the other.

Comes in: for each text, what it has in common with the other. Goes out: a `Likeness`, and a verdict on it.

copy   one has the words of the other, whole or in good part, changed as copying changes words: not at all, or all over and alike
form   both fill in one form (a proclamation, a daily briefing): the sentences agree, but not their days, numbers and names
other  neither

What decides between copy and form is what the sentences that stand in both say of their own: spinners change ordinary words
and leave days and numbers; forms do the reverse. What is left are short texts of one kind (two readouts of a week), which have
much in common by chance, but not in the same order.
"""

from dataclasses import dataclass, replace
from typing import Literal

from memcon.copies.families.telling import Others, Told

Verdict = Literal["copy", "form", "other"]


@dataclass(frozen=True, slots=True)
class Retelling:
    """What makes a text the same as another in other words. Set between 18 pairs of original and translation, whole, cut, with a page
    around them and with names spelt otherwise, and 300 pairs of reports on one event, 17,000 of forms and briefings."""

    common: int = 30  # words that each has once
    order: float = 0.87
    cover: float = 0.7  # of the one that stands in the other
    whole: float = 0.6  # of the other
    words: float = 0.42
    names: float = 0.5
    figures: int = 3
    missing: float = 0.2  # at most: of the figures, on one side; none on both
    intact: float = 0.12  # at most
    verbatim: float = 0.95  # below
    names_changed: float = 0.13  # at most: forms change names and little else
    most: tuple[float, float] = (0.0, 1.1)  # of the sentences whose small words, too, stand in the other


WHOLE = Retelling()
SHORT_AND_WHOLE = replace(WHOLE, common=24, order=0.95, cover=0.85, whole=0.75, names=0.85, figures=5, most=(0.0, 0.45))
ON_A_PAGE = replace(WHOLE, whole=0.5, most=(0.0, 0.45))  # no form looks so
IN_PART = replace(
    WHOLE, common=40, cover=0.8, whole=0.4, names=0.9, verbatim=0.85
)  # the rest of the longer may tell of anything
# Where no figure ties them, two readouts on one matter are as like each other as a text and its translation, unless that left
# most of the words.
NEARLY_IN_ITS_WORDS = replace(
    WHOLE, common=60, order=0.95, cover=0.9, whole=0.8, words=0.75, names=0.85, figures=0, most=(0.55, 1.1)
)
RETOLD = (WHOLE, SHORT_AND_WHOLE, ON_A_PAGE, IN_PART, NEARLY_IN_ITS_WORDS)
LONGER = 1.25
FEW = 20  # ordinary words: of fewer, as in a list of names, it says nothing that they are changed
SHORT = (
    200  # words: a readout, whose people are all that it tells of its own; in longer texts spinners change a name or two
)
WORTH = 0.45  # of which the greater part that stands in the other falls short need no closer look


@dataclass(frozen=True, slots=True)
class Side:
    """What one text has in common with the other. Counts are of words, of `covered` on in the sentences that stand in both."""

    words: int
    covered: int
    verbatim: int = 0
    long: int = 0  # in sentences of some length
    intact: int = 0  # of these, in sentences verbatim from end to end
    content: int = 0
    content_missing: int = 0
    names: int = 0
    names_missing: int = 0
    numbers_missing: int = 0  # different ones that the other text has nowhere
    years_missing: int = 0

    @property
    def share(self) -> float:
        return self.covered / max(self.words, 1)


@dataclass(frozen=True, slots=True)
class Order:
    """The words that stand in both, read in the order of both texts."""

    words: float  # share of the shorter that keeps its order in the longer
    names: float  # likewise of names and numbers, but of the longer
    lengths: float  # by how much of the longer the shorter is shorter


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two texts held against each other. Shares are 0 to 1."""

    left: Side
    right: Side
    most: float  # of the text that stands in the other to the greater part, that part
    least: float
    part: bool  # one is much shorter: then only the shorter counts below, as the rest of the longer is alike by chance
    verbatim: float  # of the sentences that stand in both: words in runs of five
    intact: float  # words of long sentences that are verbatim from end to end
    content_changed: float  # ordinary words that the other has nowhere
    names_changed: float
    numbers_changed: int  # of the side that has more of them
    years_changed: int
    order: Order | None = None  # looked at last, where all else says that words were changed in copying
    told: Told | None = None  # looked at where the words alone make no copy
    others: Others | None = (
        None  # states or people at the opening of each of whom the other does not speak; of copies alone
    )

    @property
    def translated(self) -> bool:
        """Does one tell what the other tells, in the same order, though not in its words?"""
        return self.told is not None and _worded(self) != "copy" and _retold(self, self.told)

    @property
    def reworded(self) -> bool:
        """Of a translated one: are its small words others, too, or hardly any words? Spinners leave the small ones and change many."""
        return self.most < 0.56 or self.content_changed < 0.2

    @property
    def numbers(self) -> int:
        """Numbers changed, on whichever side, of a part too."""
        return max(self.left.numbers_missing, self.right.numbers_missing)

    @property
    def numbers_exchanged(self) -> int:
        """Numbers that each has instead of the other's."""
        return min(self.left.numbers_missing, self.right.numbers_missing)

    @property
    def covered(self) -> int:
        return min(self.left.covered, self.right.covered)

    def turned(self) -> "Likeness":
        """The same with left and right exchanged."""
        return replace(
            weigh(self.right, self.left),
            order=self.order,
            told=self.told and self.told.turned(),
            others=self.others,
        )

    @property
    def score(self) -> float:
        """How much of the smaller stands in the greater, less what was changed in it."""
        changed = (1 - self.content_changed / 2) * (1 - self.names_changed / 2) * 0.95**self.numbers_changed
        worded = round(self.most * changed, 3)
        return (
            max(worded, round((self.told.left.words + self.told.right.words) / 2, 3))
            if self.told and self.translated
            else worded
        )


def weigh(left: Side, right: Side) -> Likeness:
    """The likeness of two texts from what each has in common with the other."""
    shares = left.share, right.share
    inner = left if shares[0] >= shares[1] else right
    part = max(left.words, right.words) > LONGER * inner.words
    sides = (inner,) if part else (left, right)
    verbatim = sum(s.verbatim for s in sides) / max(sum(s.covered for s in sides), 1)
    long = sum(s.long for s in sides)
    return Likeness(
        left,
        right,
        max(shares),
        min(shares),
        part,
        verbatim,
        sum(s.intact for s in sides) / long if long else float(verbatim == 1.0),
        sum(s.content_missing for s in sides) / max(sum(s.content for s in sides), 1),
        sum(s.names_missing for s in sides) / max(sum(s.names for s in sides), 1),
        max(s.numbers_missing for s in sides),
        max(s.years_missing for s in sides),
    )


def verdict(like: Likeness) -> Verdict:
    """The thresholds are those of `benchmarks/copies.py`, swept on 2,750 public-domain briefings with 1,956 copies."""
    worded = _worded(like)
    if worded == "copy":
        return "form" if like.others == "states" or (like.others and like.covered <= SHORT) else "copy"
    return "copy" if like.translated else worded


def _worded(like: Likeness) -> Verdict:
    """What the words alone say."""
    if like.most < WORTH:
        return "other"
    if like.verbatim >= 0.95:
        return _left_alone(like)
    return _changed(like)


def _left_alone(like: Likeness) -> Verdict:
    """Words as they were: then a year, or more than a few numbers, that differ tell of another occasion."""
    if like.most < 0.75:
        return "other"
    another_year = like.years_changed or (like.numbers_exchanged and max(like.left.years_missing, like.right.years_missing))
    if another_year or like.numbers_changed > 1 + like.covered / 400 or like.names_changed > (0.03 if like.part else 0.05):
        return "form"
    enough = 0.9 if like.part and like.least < 0.7 else 0.6
    return "copy" if like.intact >= enough else _changed(like)


def _changed(like: Likeness) -> Verdict:
    """Changed all over: ordinary words more than names, numbers not, hardly a sentence left as it was."""
    whole = like.least >= 0.95 and like.names_changed < 0.03  # lightly spun: fewer changes are enough
    if like.content_changed < (0.1 if whole else 0.15) or like.intact > (0.5 if whole else 0.4):
        return "form" if like.most >= 0.6 else "other"
    if (
        like.years_changed
        or like.numbers_exchanged > like.covered / 400
        or like.numbers > 1 + like.covered / (150 if like.part else 300)
    ):
        return "form"
    if like.numbers > like.covered / 250 and like.content_changed < 0.25:
        return "form"
    if like.names_changed > min(0.4, 0.75 * like.content_changed) or max(like.left.content, like.right.content) < FEW:
        return "form" if like.most >= 0.6 else "other"
    if like.verbatim >= 0.65 and (
        like.content_changed < (0.25 if like.least >= 0.7 else 0.3) if like.part else like.most < 0.85
    ):
        return "other"
    if like.order and _out_of_order(like.order, like.covered):
        return "other"
    return "copy" if like.most >= 0.56 and like.least >= (0.15 if like.part else 0.5) else "other"


def _retold(like: Likeness, told: Told) -> bool:
    """The same told in other words: every sentence is changed, and no number, no name of the opening is another's."""
    missing = told.left.numbers_missing, told.right.numbers_missing
    if told.others or like.numbers_exchanged or min(missing):
        return False
    return any(_meets(like, told, wanted) for wanted in RETOLD)


def _meets(like: Likeness, told: Told, wanted: Retelling) -> bool:
    inner, outer = (told.left, told.right) if told.left.cover >= told.right.cover else (told.right, told.left)
    return (
        wanted.most[0] <= like.most < wanted.most[1]
        and like.intact <= wanted.intact
        and like.verbatim < wanted.verbatim
        and like.names_changed <= wanted.names_changed
        and told.common >= wanted.common
        and told.order >= wanted.order
        and inner.cover >= wanted.cover
        and outer.cover >= wanted.whole
        and min(inner.words, outer.words) >= wanted.words
        and min(inner.names, outer.names) >= wanted.names
        and min(inner.numbers, outer.numbers) >= wanted.figures
        and max(inner.numbers_missing, outer.numbers_missing) <= wanted.missing * inner.numbers
    )


def _out_of_order(order: Order, covered: int) -> bool:
    """Do the words that two texts share stand in another order? Short texts of one kind share many by chance."""
    if covered >= 300:
        return order.words < 0.45 or order.names < 0.5 or order.lengths > 0.3
    return order.words < 0.55 or order.names < 0.6 or order.lengths > 0.2


def near(like: Likeness) -> bool:
    """Is it so much of a copy that no other text can have a better claim?"""
    return like.least >= 0.75 and like.names_changed <= 0.25 and like.numbers_changed <= like.covered / 400
