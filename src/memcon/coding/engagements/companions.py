"""Those who are met, one by one in the order of the text, behind the verb or noun that tells of meeting them.

Comes in: a phrase with its arguments. Goes out: `Companion`s: those of its arguments, and those whom the row goes on with after a
day, a place or "and then", where the parse hangs them elsewhere ("met A on Monday and, on Tuesday, B").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise, takewhile

from memcon.coding.engagements.joined import is_people
from memcon.coding.engagements.listed_below import listed_below, next_named
from memcon.coding.engagements.participants import TITLE, Party
from memcon.coding.engagements.phrase import Phrase
from memcon.model.annotated import Annotated, Token
from memcon.model.resolved import ActorKind, ActorMention, Resolved
from memcon.registers.engagements import words
from memcon.registers.states import state_adjectives


@dataclass(frozen=True, slots=True)
class Companion:
    """One of those who are met: tokens[first:last] with the name. `known`: somebody, or a state that somebody stands for."""

    first: int
    last: int
    parties: tuple[Party, ...]
    known: bool
    joined: bool = True  # the arguments of the phrase have him; else he is one whom the row goes on with


def companions_of(r: Resolved, phrase: Phrase) -> list[Companion]:
    """Those behind the trigger, each once; a state whose minister is named beside it is no companion of its own."""
    listed = listed_below(r, phrase.token)
    met = phrase.arguments.beside if listed else phrase.arguments.parties
    behind = [p for p in met if p.token > phrase.token and p.actor and p.part == "principal"]
    found = sorted((_companion(r, p) for p in behind), key=lambda c: c.first)
    found = _once(r, found)
    if found:
        found = _with_first(r, phrase, found)
        found = [*_with_those_between(r, found), *_going_on(r, found[-1])]
    known = {c.parties[0].actor for c in found}
    below = (Party(m.head, m.actor) for m in listed if m.actor not in known)
    return [*_by_name(r, found), *(_companion(r, p, joined=False) for p in below)]


def _with_first(r: Resolved, phrase: Phrase, found: list[Companion]) -> list[Companion]:
    """The row with the one who begins it, where the parse has only another: "received on Friday A and, later, B"."""
    known = {p.actor for p in phrase.arguments.parties}
    for i in range(phrase.token + 1, found[0].first):
        named = next_named(r, i)
        if named is None or named.actor in known:
            continue
        one = _companion(r, Party(named.head, named.actor))
        return [one, *found] if any(x.first == found[0].first for x in _going_on(r, one)) else found
    return found


def beside_them(r: Resolved, phrase: Phrase) -> list[Companion]:
    """Who was met too, by the words that open the sentence: "Besides X, she met Y", "In addition to X and Z, she met Y"."""
    a, sentence = r.annotated, r.annotated.sentence_of(phrase.token)
    subjects = [p.token for p in phrase.arguments.subjects if sentence.first < p.token < phrase.token]
    opening = [t.lower for t in a.tokens[sentence.first : sentence.first + 3]]
    if not subjects or not {" ".join(opening[:n]) for n in (1, 2, 3)} & words("besides_them"):
        return []
    known = {p.actor for p in phrase.arguments.parties}
    subject = r.mention_at(min(subjects))
    end = subject.first if subject is not None else min(subjects)
    if any(t.pos in ("VERB", "AUX") for t in a.tokens[sentence.first : end]):
        return []  # "besides meeting X": told by a verb of its own
    named = (m for i in range(sentence.first, end) if (m := next_named(r, i)) is not None and m.actor not in known)
    return [_companion(r, Party(m.head, m.actor), joined=False) for m in named]


def those_before(r: Resolved, phrase: Phrase) -> list[Companion]:
    """Those before the trigger, each once: "A and B separately met C", "A and B were received separately by C"."""
    before = [p for p in phrase.arguments.parties if p.token < phrase.token and p.actor and p.part == "principal"]
    found = _once(r, sorted((_companion(r, p) for p in before), key=lambda c: c.first))
    return list(_by_name(r, [*_with_those_between(r, found)])) if found else []


def _by_name(r: Resolved, found: Sequence[Companion]) -> Iterator[Companion]:
    """The row without the states that tell whose minister the next one is: "his counterparts from Peru, A, and Chile, B"."""
    for n, one in enumerate(found):
        after = found[n + 1] if n + 1 < len(found) else None
        state, actor = (
            r.actors[one.parties[0].actor or ""],
            r.actors[after.parties[0].actor or ""] if after is not None else None,
        )
        between = r.annotated.tokens[one.last : after.first] if after is not None else ()
        if state.kind == "group" and actor is not None and actor.named and all(t.pos == "PUNCT" for t in between):
            continue  # "the ambassadors of Oman, A, and Peru, B"
        his = actor is not None and actor.kind == "person" and actor.named and actor.state in (None, state.key)
        if not (state.kind == "state" and his and [t.text for t in between] in ([","], ["("])):
            yield one


def _with_those_between(r: Resolved, found: Sequence[Companion]) -> Iterator[Companion]:
    """Those of a row too whom the parse leaves out between two: "A of Peru, the minister of Chile, B, and C"."""
    for one, after in pairwise(found):
        yield one
        yield from takewhile(partial(_stands_before, after), _going_on(r, one))
    yield found[-1]


def _stands_before(after: Companion, one: Companion) -> bool:
    return one.last <= after.first and one.parties[0].actor != after.parties[0].actor


def _companion(r: Resolved, party: Party, joined: bool = True) -> Companion:
    mention = r.mention_at(party.token)
    inside = mention is not None and mention.first <= party.token < mention.last and mention.actor == party.actor
    actor = r.actors[party.actor or ""]
    first, last = (mention.first, mention.last) if mention is not None and inside else _named_behind(r, party, actor.kind)
    if mention is not None and actor.kind == "state" and not inside:
        first, last = _named_before(r, mention, actor.key) or (first, last)
    known = actor.kind in ("state", "organisation") or (actor.kind == "person" and (actor.named or actor.state is not None))
    return Companion(first, last, (party,), known, joined)


def _named_behind(r: Resolved, party: Party, kind: ActorKind) -> tuple[int, int]:
    """To where the name ends that stands behind a title ("the Foreign Minister of Oman, Salim Al Habsi"); of one state in a row ("the
    Ministers of Oman and Peru") its name alone."""
    end = r.annotated.sentence_of(party.token).last
    for i in range(party.token + 1, min(party.token + TITLE, end)):
        mention = r.mention_at(i)
        if mention is not None and mention.actor == party.actor:
            return mention.first if kind == "state" else party.token, mention.last
    return party.token, party.token + 1


def _named_before(r: Resolved, role: ActorMention, state: str) -> tuple[int, int] | None:
    """Where one state stands in "his Greek, Maltese and Turkish counterparts"."""
    texts = [t.text for t in r.annotated.tokens[role.first : role.last]]
    found = ((n, x) for n in range(len(texts)) if (x := state_adjectives().at(texts, n)) is not None and x[1] == state)
    return next(((role.first + n, role.first + n + x[0]) for n, x in found), None)


def _once(r: Resolved, found: Sequence[Companion]) -> list[Companion]:
    out: list[Companion] = []
    persons = {r.actors[p.actor or ""].state for c in found for p in c.parties if r.actors[p.actor or ""].kind == "person"}
    seen: set[str | None] = set()
    for one in found:
        actor = r.actors[one.parties[0].actor or ""]
        if actor.key not in seen and not (actor.kind == "state" and actor.key in persons):
            out.append(one)
            seen |= {p.actor for p in one.parties}
    return out


def _going_on(r: Resolved, last: Companion) -> Iterator[Companion]:
    """Those whom the row goes on with: by words alone, up to a verb or to somebody who does something."""
    a, at, linked = r.annotated, last.last, False
    end = a.sentence_of(last.first).last
    while at < end:
        token, time, place = a.tokens[at], r.time_at(at), r.place_at(at)
        named = next_named(r, at)
        if named is not None:
            if not linked or _acts(r, named):
                return
            yield _companion(r, Party(named.head, named.actor), joined=False)
            at, linked = named.last, False
        elif time is not None or place is not None:
            at = time.last if time is not None else place.last if place is not None else at + 1
        elif (
            token.lower in words("between_companions")
            or token.pos == "PROPN"
            or is_people(token)
            or token.tag == "JJ"
            or _is_styled(token)
            or token.text.isdigit()
        ):
            linked = linked or token.lower in words("joining_companions")
            at += 1
        else:
            return


def _is_styled(token: Token) -> bool:
    """A word of a title, whatever the parse takes it for: "Under" of "Under Secretary"."""
    return token.text.istitle() and token.pos not in ("VERB", "AUX", "PRON")


def included(r: Resolved, phrase: Phrase) -> Iterator[Party]:
    """Those named of several: "a series of meetings, including with A and B", "among them one with A and one with B", "met several
    of his colleagues, among them A and B", "will meet each of the presidents - A and B"."""
    a = r.annotated
    rest = a.tokens[phrase.token + 1 : a.sentence_of(phrase.token).last]
    mark = next((t.i for t in rest if t.lower in words("among_them") or _is_mark(a, t)), None)
    before = [t for t in rest if mark is not None and t.i < mark]
    of_several = phrase.plural or (mark is not None and _is_mark(a, a.tokens[mark]) and a.tokens[phrase.token].tag == "NNS")
    several = any(t.tag in ("NNS", "NNPS") and is_people(t) for t in before) if phrase.verbal else of_several
    if mark is None or not several or any(t.pos in ("VERB", "AUX") for t in before):
        return
    links = [t.i for t in rest if t.i > mark and t.lower == "with"]
    if links and not _is_mark(a, a.tokens[mark]):
        for link in links:
            if a.tokens[link - 1].lower not in words("one_of_them"):
                return
            yield from _row_behind(r, link, rest[-1].i)
    elif phrase.verbal or _is_mark(a, a.tokens[mark]):
        row = list(_row_behind(r, mark, rest[-1].i))
        yield from row if len(row) > 1 else ()


def _is_mark(a: Annotated, token: Token) -> bool:
    """A colon or a dash before the names of several."""
    return token.text == ":" or (token.text in ("-", "–", "—") and token.spaced and a.tokens[token.i - 1].spaced)


def _row_behind(r: Resolved, i: int, last: int) -> Iterator[Party]:
    ahead = range(i + 1, min(i + TITLE, last + 1))
    first = next((m for n in ahead if (m := next_named(r, n)) is not None), None)
    if first is not None:
        yield from row_from(r, first)


def row_from(r: Resolved, first: ActorMention) -> Iterator[Party]:
    """A named person, and those whom the row goes on with behind a comma or "and"."""
    begin = _companion(r, Party(first.head, first.actor))
    yield from begin.parties
    last = begin
    while (one := next(_going_on(r, last), None)) is not None:
        yield from one.parties
        last = one


def _acts(r: Resolved, mention: ActorMention) -> bool:
    """Does he do something of his own ("and B said", "and B's minister")?"""
    a = r.annotated
    if mention.last >= len(a.tokens):
        return False
    after, head = a.tokens[mention.last], a.tokens[mention.head]
    return after.pos in ("VERB", "AUX") or after.tag == "POS" or (head.dep == "nsubj" and head.head > mention.head)
