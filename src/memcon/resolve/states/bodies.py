"""States and bodies as actors: a page in, `Power`s out: stretches that name a state or a body, with how they are meant.

A state's name or capital is a place where the sentence puts something there or moves there ("in Moscow", "flew to
Beijing", "left Paris") and an actor elsewhere. Bodies are those of the register, ministries and governments told by their
state ("Egypt's foreign ministry"), administrations told by a name, and further organisations the parser labels.
"""

from collections.abc import Iterator, Sequence

from memcon.registers.names import name_words
from memcon.registers.offices import who_words
from memcon.registers.states import states
from memcon.resolve.names.name import Name
from memcon.resolve.page import Hit, Page
from memcon.resolve.place_use import is_place
from memcon.resolve.states.adjectives_before import adjective_pairs, adjective_sides
from memcon.resolve.states.power import Power

LINKS = frozenset(["of", "for", "and"])  # inside the name of a ministry
WHOSE = 8  # tokens behind "delegation" in which its state is named ("a delegation of the upper house of the Japanese Diet")


def find_powers(page: Page, names: Sequence[Name]) -> list[Power]:
    """Every mention of a state or a body, in the order of the text."""
    named = {i: name for name in names for i in name.span}
    found = [p for h in page.hits if (p := _of_hit(page, h, named))]
    taken = {i for p in found if p.body for i in range(p.first, p.last)}
    found += [*adjective_pairs(page, frozenset(named)), *adjective_sides(page, frozenset(named))]
    national = list(_of_nouns(page, named, taken))
    inside = {i for p in national if p.how == "name" for i in range(p.first, p.last)}
    found = [p for p in found if p.body or p.first not in inside] + national  # "the Embassy of Kenya" names one actor
    taken |= {i for p in found if p.body for i in range(p.first, p.last)}
    found += list(_labelled(page, named, taken))
    return sorted(found, key=lambda p: (p.first, -p.last))


def head_in(page: Page, first: int, last: int) -> int:
    """The token of a stretch that the rest of the sentence hangs on."""
    for i in range(first, last):
        head = page.tokens[i].head
        if not first <= head < last or head == i:
            return i
    return last - 1


def _of_hit(page: Page, hit: Hit, named: dict[int, Name]) -> Power | None:
    if any(i in named for i in range(hit.first, hit.last)):
        return None
    head = head_in(page, hit.first, hit.last)
    if hit.body:
        body = hit.body
        return Power(hit.first, hit.last, head, hit.state, body.name, "name", kind=body.kind, habit=body.habit)
    if hit.kind == "state":
        return Power(
            hit.first, hit.last, head, hit.state, None, "name", place=is_place(page, head) or _in_address(page, hit)
        )
    if hit.kind == "people":
        if _some_only(page, hit):
            return None
        return Power(hit.first, hit.last, head, hit.state, None, "role")
    if hit.kind == "capital":
        place = is_place(page, head) or _beside_place(page, hit) or page.tokens[head].dep in ("compound", "npadvmod")
        return Power(hit.first, hit.last, head, hit.state, None, "name", place=place, capital=True)
    return None


def _some_only(page: Page, hit: Hit) -> bool:
    """ "Three Americans", "few other Poles": people of a state, not the state."""
    before = page.tokens[hit.first - 1] if hit.first else None
    if before is None or before.sentence != page.tokens[hit.first].sentence:
        return False
    return before.pos == "NUM" or before.lower in who_words().some_of


def _beside_place(page: Page, hit: Hit) -> bool:
    """A dateline ("PARIS (Reuters) -") or the end of an address ("a think tank in Ottawa, Canada")."""
    if page.words[hit.first].isupper() and len(page.words[hit.first]) > 3:
        return True
    following = page.words[hit.last : hit.last + 2]
    if following and following[0] == "," and hit.last + 1 in page.hit_at and page.hit_at[hit.last + 1].kind == "state":
        return page.hit_at[hit.last + 1].state == hit.state
    return (
        bool(following)
        and following[0] in ("—", "–")
        and page.tokens[hit.first].i == page.annotated.sentence_of(hit.first).first
    )


def _in_address(page: Page, hit: Hit) -> bool:
    """The country after a place ("Geneva, Switzerland"), not the next of a list of countries."""
    i = hit.first
    if i < 2 or page.words[i - 1] != "," or page.tokens[i].dep not in ("appos", "npadvmod", "nmod", "dep"):
        return False
    return i - 2 not in page.hit_at and page.tokens[i - 2].entity in ("GPE", "LOC", "FAC")


def _of_nouns(page: Page, named: dict[int, Name], taken: set[int]) -> Iterator[Power]:
    """Ministries, governments and administrations told by their state or name."""
    last_of: dict[str, tuple[str, str | None]] = {}
    for i, word in enumerate(page.lowers):
        kind = who_words().bodies.get(word) or ("administration" if word == "administration" else None)
        if kind is None or i in taken or i in named or page.tokens[i].pos not in ("NOUN", "PROPN"):
            continue
        power = _administration(page, i, named) if kind == "administration" else _national(page, i, kind)
        if power and power.body:
            last_of[kind] = (power.body, power.state)
            yield power
        elif kind in last_of and page.lowers[i - 1 : i] in (("the",), ("this",)):
            body, state = last_of[kind]
            yield Power(i, i + 1, i, state, body, "role")


def _administration(page: Page, i: int, named: dict[int, Name]) -> Power | None:
    """ "The Carter administration": called after its head; the state is the head's, filled in by `who`."""
    at = i - 2 if page.words[i - 1] in ("'s", "’s") else i - 1
    name = named.get(at)
    if name is None:
        return None
    return Power(name.first, i + 1, i, None, f"{name.parts[-1]} administration", "name")


def _national(page: Page, i: int, kind: str) -> Power | None:
    """ "Egypt's foreign ministry", "the French government", "Singapore's Ministry of Foreign Affairs"."""
    first = i
    while first > 0 and i - first < 5 and page.tokens[first - 1].sentence == page.tokens[i].sentence:
        token = page.tokens[first - 1]
        if not (first - 1 in page.hit_at or token.pos in ("ADJ", "NOUN", "PROPN") or token.tag == "POS"):
            break
        first -= 1
    hits = [page.hit_at[j] for j in range(first, i) if j in page.hit_at and page.hit_at[j].state]
    last, field = i + 1, ""
    if kind == "ministry":
        between = [j for j in range(first, i) if j not in page.hit_at and page.tokens[j].tag != "POS"]
        field = page.words[between[-1]].title() if between else ""
        if page.lowers[i + 1 : i + 2] in (("of",), ("for",)):
            ends = page.annotated.sentence_of(i).last
            while last < ends and last not in page.verbs and (page.lowers[last] in LINKS or page.words[last][0].isupper()):
                last += 1
            field = "Foreign" if "foreign" in page.lowers[i:last] else " ".join(page.words[i + 2 : last])
            if last < len(page.words) and not hits and (hit := page.hit_at.get(last - 1)) and hit.state:
                hits = [hit]
        if not field and not hits:
            return None
    elif not hits and page.lowers[i + 1 : i + 2] == ("of",):  # "the Embassy of Kenya"
        j = i + 3 if page.lowers[i + 2 : i + 3] == ("the",) else i + 2
        if (hit := page.hit_at.get(j)) and hit.first == j and hit.state and hit.kind in ("state", "people"):
            hits, last = [hit], hit.last
    if not hits and kind == "delegation" and (behind := _whose_delegation(page, i)) is not None:
        hits, last = [behind], behind.last
    if not hits:
        return (
            Power(first, last, i, None, f"{field} Ministry", "name", kind="ministry")
            if kind == "ministry" and field
            else None
        )
    state = hits[-1].state
    if state is None:
        return None
    label = f"{field} Ministry".strip() if kind == "ministry" else kind
    return Power(min(hits[-1].first, first), last, i, state, f"{states()[state].adjective} {label}", "name")


def _whose_delegation(page: Page, i: int) -> Hit | None:
    """Japan of "a delegation of the Japanese Diet", "a parliamentary delegation from Japan", "a delegation of Japanese lawmakers"."""
    if page.lowers[i + 1 : i + 2] not in (("of",), ("from",)):
        return None
    for j in range(i + 2, min(i + WHOSE, page.annotated.sentence_of(i).last)):
        if (
            page.words[j] in (",", ";", "(")
            or page.tokens[j].pos in ("VERB", "AUX")
            or page.lowers[j] in ("and", "in", "to")
        ):
            return None
        if (hit := page.hit_at.get(j)) is not None and hit.state:
            return hit
    return None


def _labelled(page: Page, named: dict[int, Name], taken: set[int]) -> Iterator[Power]:
    """Organisations that only the parser knows: several capitalised words, one of them a word for a body."""
    i = 0
    while i < len(page.tokens):
        if page.tokens[i].entity != "ORG":
            i += 1
            continue
        first = i
        i += 1
        while i < len(page.tokens) and page.tokens[i].entity == "ORG" and not page.tokens[i].entity_start:
            i += 1
        start = first + 1 if page.lowers[first] == "the" else first
        free = not any(j in named or j in taken for j in range(first, i))
        if free and i - start > 1 and any(page.words[j] in name_words().body for j in range(start, i)):
            yield Power(start, i, head_in(page, start, i), None, page.annotated.read(start, i), "name")
