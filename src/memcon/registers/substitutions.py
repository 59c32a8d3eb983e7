"""What machine spinners write for ordinary words, and how to find it in a text.

Comes in: data/substitutions.csv, one substitution a line. Goes out: `Hit`s, each a stretch of a text with the words that it
stands for.

A spinner is a thesaurus keyed by a word or a pair of words and applied without regard to sense, so the table is that thesaurus
turned round, each line held to the neighbours that make the plain reading the only likely one. Its columns:

group     what kind of words they are
spun      what the spinner writes. Words are parted by spaces, `|` parts alternatives of one word, `_` joins words inside an
          alternative, `@name` stands for a list of copy_words.toml. A line with a capital letter or with `^` before a word holds for just
          this spelling; one without holds for any, and the plain words take the capitals of the spun ones
standard  the plain words; `=2` repeats the second word
weight    how much one find says that the text is spun: 1 no English writer puts it so, .5 few do, 0 nothing
before    pattern for what must precede (in the words already made plain), after: for what must follow (as in the text);
          `!` in front turns it into what must not; `@name` as above
example   a sentence with [spun -> standard] in it
source    how the line is known: pairs (aligned copies of public-domain briefings and their originals), seen (spun news),
          thesaurus (a synonym of another sense in common thesauri)
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from typing import Annotated, Literal

from memcon.registers.cells import Reads
from memcon.registers.states import states
from memcon.registers.tables import Table
from memcon.registers.word_lists import COPY_WORDS, any_of, copy_words

WORD = re.compile(r"\{?[^\W_]+(?:-[^\W_]+)*\}?")
GAP = re.compile(r"\s+\Z")
NAMED = re.compile(r"@([a-z]+)")
REACH = 60  # characters before a find in which its context is looked for


@cache
def _listed(name: str) -> tuple[str, ...]:
    """The words for which a name after @ stands; demonyms are those of the states and some more."""
    lists = {made.name: made.words for made in COPY_WORDS.rows}
    if name not in lists:
        raise ValueError(f"no such list: {name!r}; one of {', '.join(lists)}")
    states_ = (word.lower() for state in states().values() for word in state.adjectives) if name == "demonym" else ()
    return tuple(dict.fromkeys((*lists[name], *states_)))


@dataclass(frozen=True, slots=True)
class Context:
    """What must, or with `wanted` false must not, stand beside a find."""

    pattern: re.Pattern[str]
    wanted: bool


def _context(frame: str) -> Callable[[str], Context]:
    """What reads a context cell; `frame` says on which side of the find it stands."""

    def read(cell: str) -> Context:
        pattern = cell.removeprefix("!")
        pattern = NAMED.sub(lambda m: f"(?i:{any_of(_listed(m[1]))})", pattern)
        pattern = re.sub(r" (\??)", lambda m: r"\s*" if m[1] else r"\s+", pattern)
        return Context(re.compile(frame.format(pattern)), not cell.startswith("!"))

    return read


@dataclass(frozen=True, slots=True)
class Substitution:
    """One line of the table."""

    group: Literal["bodies", "cues", "engagements", "function", "offices", "places", "terms", "times"]
    spun: str
    standard: str
    weight: float
    before: Annotated[Context, Reads(_context(r"(?<!\w)(?:{})[\s,]*\Z"))] | None
    after: Annotated[Context, Reads(_context(r"[\s]*(?:{})(?!\w)"))] | None
    example: str
    source: Literal["pairs", "seen", "thesaurus"]

    @property
    def name(self) -> str:
        return f"{self.group}: {self.spun}"

    @property
    def cased(self) -> bool:
        return self.spun != self.spun.lower() or "^" in self.spun


@dataclass(frozen=True, slots=True)
class Phrase:
    """One spelling of a substitution; `words` in lower case, `exact` as they must stand or None for any case."""

    words: tuple[str, ...]
    exact: tuple[str, ...] | None
    slots: tuple[int, ...]  # how many words each slot of the notation took
    rule: Substitution


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """words of a text that `standard` stands for."""

    words: tuple[Word, ...]
    standard: tuple[str, ...]
    rule: Substitution

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


SUBSTITUTIONS = Table("substitutions.csv", Substitution)


def substitutions() -> tuple[Substitution, ...]:
    """The table, in its order."""
    return SUBSTITUTIONS.rows


@cache
def phrases(markers: bool = False) -> dict[str, tuple[Phrase, ...]]:
    """Every spelling by its first word, the longest first, of one length those that say most; with `markers` no others."""
    found: dict[str, list[Phrase]] = {}
    for rule in substitutions():
        if markers and not rule.weight:
            continue
        for chosen in product(*(_alternatives(slot) for slot in rule.spun.split())):
            parts = [choice.split("_") for choice in chosen]
            exact = tuple(word.removeprefix("^") for part in parts for word in part)
            lower = tuple(word.lower() for word in exact)
            phrase = Phrase(lower, exact if rule.cased else None, tuple(map(len, parts)), rule)
            found.setdefault(lower[0], []).append(phrase)
    return {first: tuple(sorted(some, key=lambda p: (-len(p.words), -p.rule.weight))) for first, some in found.items()}


def _alternatives(slot: str) -> list[str]:
    return [w for part in slot.split("|") for w in (_listed(part[1:]) if part.startswith("@") else [part])]


def hits(text: str, markers: bool = False) -> Iterator[Hit]:
    """The substitutions in a text, from left to right, none overlapping, the longest first."""
    table = phrases(markers)
    places = _likely(text, markers)
    words = list(WORD.finditer(text)) if places else []
    plain: list[str] = []  # the text so far with its substitutions undone: contexts on the left are met there
    at = done = 0
    for place in places:
        if place < at:
            continue
        some = table[words[place].group().lower()]
        hit = next((h for p in some if (h := _hit(p, text, words, place, plain, done))), None)
        if hit:
            plain += [text[done : hit.start], " ".join(hit.standard)]
            done = hit.end
            at = place + len(hit.words)
            yield hit


@cache
def _openings(markers: bool) -> dict[str, frozenset[str] | None]:
    """The first word of every phrase, with the second ones; None where it stands alone in one of them."""
    return {
        first: None if any(len(p.words) == 1 for p in some) else frozenset(p.words[1] for p in some)
        for first, some in phrases(markers).items()
    }


def _likely(text: str, markers: bool) -> list[int]:
    """The words, by number, at which a phrase may begin. Most texts have few, and the rest of the work is done there alone."""
    openings = _openings(markers)
    words = [word.lower() for word in WORD.findall(text)]
    found = [at for at, word in enumerate(words) if word in openings]
    words.append("")
    return [at for at in found if (seconds := openings[words[at]]) is None or words[at + 1] in seconds]


def _hit(phrase: Phrase, text: str, words: list[re.Match[str]], at: int, plain: list[str], done: int) -> Hit | None:
    found = words[at : at + len(phrase.words)]
    if len(found) < len(phrase.words) or any(m.group().lower() != w for m, w in zip(found, phrase.words, strict=True)):
        return None
    mine = tuple(Word(m.group(), m.start(), m.end()) for m in found)
    if phrase.exact and tuple(w.text for w in mine) != phrase.exact:
        return None
    if any(not GAP.match(text[a.end : b.start]) for a, b in pairwise(mine)):
        return None
    rule = phrase.rule
    if rule.before:
        left = ("".join(plain[-8:]) + text[done : mine[0].start])[-REACH:]
        if bool(rule.before.pattern.search(left)) is not rule.before.wanted:
            return None
    if rule.after and bool(rule.after.pattern.match(text, mine[-1].end)) is not rule.after.wanted:
        return None
    return Hit(mine, _standard(phrase, mine), rule)


def _standard(phrase: Phrase, words: tuple[Word, ...]) -> tuple[str, ...]:
    """The plain words, with the capitals of the spun ones."""
    slots: list[list[str]] = []
    at = 0
    for size in phrase.slots:
        slots.append([w.text.strip("{}") for w in words[at : at + size]])
        at += size
    capital = [w.text[0].isupper() for w in words]
    shout = all(w.text.isupper() for w in words) and any(len(w.text) > 1 for w in words)
    out: list[str] = []
    for word in phrase.rule.standard.split():
        if word.startswith("="):
            out += slots[int(word[1:]) - 1]
        elif phrase.exact:
            out.append(word)
        elif shout:
            out.append(word.upper())
        elif (all(capital) and word not in copy_words("small")) or (capital[0] and not out):
            out.append(word[0].upper() + word[1:])
        else:
            out.append(word)
    return tuple(out)
