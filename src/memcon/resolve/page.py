"""States and bodies as they stand in the text: Annotated in, `Page` with its hits out.

A hit is a stretch of tokens that a register knows: a state by name, adjective, people or capital, or a body. Whether it
acts, is a place or only describes is for later; a stretch that the parser takes for part of a person's name stays a hit
here and is given up in favour of the person by `people`.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Clauses, Form
from memcon.registers.offices import Body, bodies, regions, role_nouns, shared_union, union, who_words
from memcon.registers.states import capitals, state_adjectives, state_names, state_people

SIDING = frozenset(["on", "from", "for"])
HitKind = Literal["state", "adjective", "people", "capital", "body"]


@dataclass(frozen=True, slots=True)
class Hit:
    """tokens[first:last] are a state's name, adjective, people or capital, or a body."""

    first: int
    last: int
    kind: HitKind
    state: str | None
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A document ready for look-ups: its words, and what the registers know of them."""

    annotated: Annotated
    clauses: Clauses
    words: tuple[str, ...]
    lowers: tuple[str, ...]
    hits: tuple[Hit, ...]
    hit_at: dict[int, Hit]
    lines: tuple[int, ...]  # of each token the line of the text that it stands on
    tokens: tuple[Token, ...] = field(init=False, repr=False, compare=False)
    verbs: frozenset[int] = field(init=False, repr=False, compare=False)  # finite ones, also those of headlines
    sides: tuple[Hit, ...] = field(init=False, repr=False, compare=False)  # the states of "on the Chinese side"

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", self.annotated.tokens)
        object.__setattr__(self, "verbs", frozenset(c.predicate for c in self.clauses.all if c.form == Form.FINITE))
        object.__setattr__(
            self, "sides", tuple(hit for n, hit in self.hit_at.items() if hit.first == n and self._is_side(hit))
        )

    def _is_side(self, hit: Hit) -> bool:
        before, after = self.lowers[max(0, hit.first - 2) : hit.first], self.lowers[hit.last : hit.last + 1]
        return bool(hit.state) and after in (("side",), ("part",)) and before[1:] == ("the",) and before[0] in SIDING

    def is_line(self, first: int, last: int) -> bool:
        """Are tokens[first:last] a whole line?"""
        line = self.lines[first]
        before = self.lines[first - 1] if first else -1
        after = self.lines[last] if last < len(self.lines) else line + 1
        return before < line == self.lines[last - 1] < after


def read_page(annotated: Annotated, clauses: Clauses) -> Page:
    """The words of a document with its states and bodies."""
    words = tuple(t.text for t in annotated.tokens)
    hits = _find(annotated, words)
    hits = _by_capital(words, hits)
    hits += _cut_short(words, hits)
    hits = sorted([*hits, *_halves(annotated, words, hits), *_shared(words, hits)], key=lambda hit: hit.first)
    at = {i: hit for hit in hits for i in range(hit.first, hit.last)}
    return Page(annotated, clauses, words, tuple(w.lower() for w in words), tuple(hits), at, _lines(annotated))


def _lines(annotated: Annotated) -> tuple[int, ...]:
    """The number of the line on which each token stands."""
    text, line, end, out = annotated.document.text, 0, 0, []
    for token in annotated.tokens:
        line += text.count("\n", end, token.start)
        end = max(end, token.start)
        out.append(line)
    return tuple(out)


def _find(annotated: Annotated, words: tuple[str, ...]) -> list[Hit]:
    hits: list[Hit] = []
    lower = LOWER | who_words().uncapitalised.keys()
    i, n = 0, len(words)
    while i < n:
        if (region := union().at(words, i)) and region[0] > 1:  # "New Mexico" names no Mexico
            i += region[0]
            continue
        if (nowhere := regions().at(words, i)) and not bodies().at(words, i):  # "Latin American" is of no nation
            i += nowhere[0]
            continue
        if words[i] in shared_union() and (_federal_office(words, i + 1) or _federal_office_of(words, i)):
            i += 1
            continue
        found = _longest(annotated, words, i) if words[i][0].isupper() or words[i] in lower else None
        if found:
            hits.append(found)
            i = found.last
        else:
            i += 1
    return hits


def _federal_office_of(words: tuple[str, ...], i: int) -> bool:
    """ "The senators from Georgia": does an office that a state of a federation has, and no nation, lead to token i?"""
    led = i > 1 and words[i - 1].lower() in ("of", "from", "in")
    return led and words[i - 2].lower() in who_words().federal_holders


def _federal_office(words: tuple[str, ...], i: int) -> bool:
    """Does an office of a state of a federation stand here, also after a possessive: "Georgia's governor"?"""
    i += words[i : i + 1] in (("'s",), ("’s",))
    return any(" ".join(words[i : i + n]).lower() in who_words().federal_offices for n in (1, 2, 3))


def _cut_short(words: tuple[str, ...], hits: list[Hit]) -> list[Hit]:
    """ "North and South Korea", "North or South Sudanese": the name before the "and" ends as the one behind it."""
    found = []
    for hit in hits:
        table = {"state": state_names, "adjective": state_adjectives}.get(hit.kind)
        if table is None or hit.first < len(JOINS) or words[hit.first - 1] not in JOINS:
            continue
        whole = " ".join((words[hit.first - 2], *words[hit.first + 1 : hit.last]))
        state = table().get(whole) if hit.last - hit.first > 1 else None
        if state is not None and state != hit.state:
            found.append(Hit(hit.first - 2, hit.first - 1, hit.kind, state))
    taken = {i for hit in hits for i in range(hit.first, hit.last)}
    return [hit for hit in found if hit.first not in taken]


def _halves(annotated: Annotated, words: tuple[str, ...], hits: list[Hit]) -> Iterator[Hit]:
    """ "The North" and "the South", where the report names both states of the divided country."""
    named = {hit.state for hit in hits if hit.kind in ("state", "adjective")}
    halves = who_words().halves
    if not named.issuperset(halves.values()):
        return
    taken = {i for hit in hits for i in range(hit.first, hit.last)}
    for i, word in enumerate(words[:-1]):
        after = words[i + 1]
        if word not in halves or i in taken or after[0].isupper() or after in ("-", "of"):
            continue
        starts = annotated.sentences[annotated.tokens[i].sentence].first == i
        if (i and words[i - 1].lower() in BEFORE_HALF) or (starts and after == "and"):
            yield Hit(i, i + 1, "state", halves[word])


def _by_capital(words: tuple[str, ...], hits: list[Hit]) -> list[Hit]:
    """ "The Congolese minister", in a report that names Brazzaville and nothing of the other state: the capital tells which."""
    told = {hit.state for hit in hits if " ".join(words[hit.first : hit.last]) not in who_words().told_by_capital}
    out = []
    for hit in hits:
        able = who_words().told_by_capital.get(" ".join(words[hit.first : hit.last]), ())
        named = told & set(able)
        out.append(replace(hit, state=named.pop()) if hit.state in able and len(named) == 1 else hit)
    return out


def _shared(words: tuple[str, ...], hits: list[Hit]) -> Iterator[Hit]:
    """ "The Korean ambassador": of the one of two states that the report names more; only where an office follows."""
    taken = {i for hit in hits for i in range(hit.first, hit.last)}
    for i, word in enumerate(words):
        able = who_words().shared_adjectives.get(word)
        if able is None or i in taken or not _office_follows(words, i + 1):
            continue
        named = Counter(hit.state for hit in hits)
        yield Hit(i, i + 1, "adjective", max(able, key=lambda s: (named[s], -able.index(s))))


def _office_follows(words: tuple[str, ...], i: int) -> bool:
    return any(word.lower() in role_nouns() for word in words[i : i + OFFICE_REACH])


OFFICE_REACH = 3  # words from "Korean" to the office: "the Korean deputy foreign minister"
BEFORE_HALF = frozenset(["the", "and", "between", "with", "by", "from"])
JOINS = ("and", "or")  # between "North" and "South Korea"
LOWER = frozenset(["al"])  # begins al-Qaeda


def _longest(annotated: Annotated, words: tuple[str, ...], i: int) -> Hit | None:
    best: Hit | None = None
    for hit in _candidates(annotated, words, i):
        if (best is None or hit.last > best.last) and _one_sentence(annotated, hit):
            best = hit
    return best


def _candidates(annotated: Annotated, words: tuple[str, ...], i: int) -> list[Hit]:
    if words[i] in who_words().uncapitalised:
        return [Hit(i, i + 1, "state", who_words().uncapitalised[words[i]])]
    out = []
    if (found := bodies().at(words, i)) and not (
        _other_party(annotated, i, found[1]) or _of_nation(words, i, i + found[0], found[1])
    ):
        out.append(Hit(i, i + found[0], "body", found[1].state, found[1]))
    if state := state_names().at(words, i):
        kind: HitKind = "adjective" if _describes(annotated, i, i + state[0] - 1) else "state"
        out.append(Hit(i, i + state[0], kind, state[1]))
    if (people := state_people().at(words, i)) and _is_people(annotated, i, people[0]):
        out.append(Hit(i, i + people[0], "people", people[1]))
    if adjective := state_adjectives().at(words, i):
        out.append(Hit(i, i + adjective[0], "adjective", adjective[1]))
    if capital := capitals().at(words, i):
        out.append(Hit(i, i + capital[0], "capital", capital[1]))
    return out


def _of_nation(words: tuple[str, ...], first: int, last: int, body: Body) -> bool:
    """ "The Russian Security Council": the short name of an international body, behind a nation, is that nation's own body."""
    short = body.kind == "international" and body.name.endswith(" " + " ".join(words[first:last]))
    return short and first > 0 and state_adjectives().get(words[first - 1]) is not None


def _other_party(annotated: Annotated, i: int, body: Body) -> bool:
    """ "Social Democrats", "Christian Democrat": a party of another name."""
    before = annotated.tokens[i - 1] if i else None
    if body.kind != "party" or before is None or before.sentence != annotated.tokens[i].sentence:
        return False
    return before.text[0].isupper() and before.text.isalpha() and before.pos in ("ADJ", "PROPN")


def _describes(annotated: Annotated, first: int, i: int) -> bool:
    """Does a state's name stand as an adjective: "U.S. officials", "New Zealand minister"? Not in "the US", "China's" or
    "the India-Kazakhstan dialogue"."""
    if first > 1 and annotated.tokens[first - 1].text in PAIRING and not annotated.tokens[first - 1].spaced:
        return not annotated.tokens[first - 2].text[0].isupper()
    token = annotated.tokens[i]
    if token.dep not in ("compound", "amod", "nmod") or token.head <= i:
        return False
    following = annotated.tokens[i + 1] if i + 1 < len(annotated.tokens) else None
    return following is not None and following.text not in ("-", "–", "'s", "’s", "and", ",", "/")


PAIRING = frozenset(["-", "–", "/"])  # between the two states of a pair


def _is_people(annotated: Annotated, i: int, length: int) -> bool:
    """ "The Israelis", "the Chinese": a noun with an article, not the adjective of a following noun."""
    token = annotated.tokens[i + length - 1]
    if token.dep in ("compound", "amod", "nmod") and token.head > token.i:
        return False
    plural = token.text.endswith("s") and token.tag in ("NNPS", "NNS")
    after_article = i > 0 and annotated.tokens[i - 1].lower == "the"
    return plural or (after_article and token.pos in ("PROPN", "NOUN", "ADJ") and token.dep != "amod")


def _one_sentence(annotated: Annotated, hit: Hit) -> bool:
    return annotated.tokens[hit.first].sentence == annotated.tokens[hit.last - 1].sentence
