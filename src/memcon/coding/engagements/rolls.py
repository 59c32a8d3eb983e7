"""Lists that tell who was there: "The five envoys are X of Peru, Y of Fiji and Z of Chad", "In attendance were: ...".

Comes in: a resolved document. Goes out: its `Roll`s in the order of the text, each with those whom it names and what it calls
them. Those whom a title or a clause inside the list names ("representing President X", "with residence in") are none of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.coding.engagements.joined import is_people
from memcon.coding.engagements.listed_below import next_named
from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.state_rows import row_present
from memcon.model.annotated import Annotated, Sentence, Token
from memcon.model.resolved import Resolved
from memcon.registers.engagements import nouns, words
from memcon.registers.offices import Rank, role_nouns

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
TITLE_BACK = 16  # tokens of "Minister for East African Cooperation and Leader of Government Business, Hon. Dr."


@dataclass(frozen=True, slots=True)
class Roll:
    """One list. `rank`: of the noun that it calls them by; `of`: the noun of the occasion that it tells the attendance of."""

    first: int
    members: tuple[Party, ...]
    rank: Rank | None = None
    further: bool = False  # "Others were": it goes on with the list before
    attendance: bool = False
    of: str | None = None
    of_group: int | None = None  # token of the noun right behind which it stands
    states: bool = False  # it names states, and nobody who came for them
    presenting: bool = False  # its sentence tells of the ceremony itself


def rolls_of(r: Resolved) -> list[Roll]:
    """The lists of a document."""
    found = [roll for sentence in r.annotated.sentences if (roll := _roll(r, sentence)) is not None]
    return sorted([*found, *_made_up_of(r)], key=lambda roll: roll.first)


def rank_at(r: Resolved, i: int) -> Rank | None:
    """What the plural noun of people at a token tells of them: envoys, ministers, heads."""
    tokens = r.annotated.tokens
    for first in (i - 1, i):  # "high commissioners": the noun is the last of its words
        found = role_nouns().at([t.lower for t in tokens[max(first, 0) : i + 4]], 0)
        if found is not None and max(first, 0) + found[0] > i:
            return found[1].rank
    noun = role_nouns().get(tokens[i].lemma.lower())
    return noun.rank if noun is not None else None


def is_group(token: Token) -> bool:
    """Is it a plural noun of those who meet ("envoys", "Ambassadors")?"""
    return token.tag in ("NNS", "NNPS") and is_people(token)


def _roll(r: Resolved, sentence: Sentence) -> Roll | None:
    return _of_persons(r, sentence) or _of_states(r, sentence)


def _of_states(r: Resolved, sentence: Sentence) -> Roll | None:
    """ "The following countries took part: A, B and C": those of whom no person is named."""
    if (told := row_present(r, sentence)) is None:
        return None
    opening, row = told
    members = tuple(Party(token, key) for token, key in row)
    before = r.annotated.tokens[sentence.first : opening]
    return Roll(
        sentence.first,
        members,
        attendance=True,
        of=_occasion([t for t in before if t.lemma.lower() in nouns()]),
        states=True,
    )


def _of_persons(r: Resolved, sentence: Sentence) -> Roll | None:
    a = r.annotated
    if (papers := _presenting(a, sentence)) is not None:
        return _of_presenters(r, sentence, papers)
    verb = next((t for t in a.tokens[sentence.first : sentence.last] if _opens_list(a, t, sentence)), None)
    if verb is None:
        return None
    before = a.tokens[sentence.first : verb.i]
    if any(next_named(r, t.i) for t in before if not _inside_clause(a, t, sentence)):
        return None
    attendance = _attended(a, verb) or any(_tells_attendance(t) for t in before)
    nouns = [t for t in before if is_group(t)]
    pronoun = any(t.lower in words("naming_them") for t in before)
    further = bool(before) and any(t.lower in words("the_others") for t in before)
    if not (attendance or nouns or pronoun or further):
        return None
    members = tuple(_members(r, sentence, verb))
    if len(members) < (1 if further else 2):
        return None
    rank = rank_at(r, nouns[0].i) if nouns else None
    return Roll(sentence.first, members, rank, further, attendance, _occasion(before) if attendance else None)


def _made_up_of(r: Resolved) -> Iterator[Roll]:
    """ "A delegation comprising X, Minister of Trade, and Y, Head of Protocol, met": those who make up a group, behind its noun."""
    a = r.annotated
    for t in a.tokens:
        made = t.lemma in words("making_up") and t.tag in ("VBG", "VBN") and t.i > 0
        noun = a.tokens[t.i - 1] if made else None
        if noun is None or not (noun.lemma.lower() in words("sides") or is_group(noun)):
            continue
        last = a.sentence_of(t.i).last
        end = next((x.i for x in a.tokens[t.i + 1 : last] if x.tag in FINITE), last)
        members = tuple(_named_in(r, [(t.i + 1, end)]))
        if members:
            yield Roll(t.i, members, of_group=noun.i)


def _presenting(a: Annotated, sentence: Sentence) -> Token | None:
    """The verb of "presented their credentials", "the credentials were presented by"."""
    tokens = a.tokens[sentence.first : sentence.last]
    if not any(t.lemma.lower() in words("credentials") | words("envoys_papers") for t in tokens):
        return None
    return next((t for t in tokens if t.pos == "VERB" and t.lemma in words("presenting")), None)


def _of_presenters(r: Resolved, sentence: Sentence, verb: Token) -> Roll | None:
    """Several envoys who presented their papers: those behind "by" of a passive, else those before the verb."""
    a = r.annotated
    by = next((t for t in a.tokens[verb.i + 1 : sentence.last] if t.lower == "by"), None)
    first, last = (by.i + 1, sentence.last) if by is not None and verb.tag == "VBN" else (sentence.first, verb.i)
    members = tuple(_named_in(r, [(first, last)]))
    envoys = any(is_people(t) and rank_at(r, t.i) == "envoy" for t in a.tokens[first:last])
    return Roll(sentence.first, members, "envoy", presenting=True) if len(members) > 1 and envoys else None


def _opens_list(a: Annotated, t: Token, sentence: Sentence) -> bool:
    """ "Are" and "included" of the main clause, before its names; "was attended by"."""
    if t.tag == "VBN":
        return _attended(a, t)
    main = t.dep in ("ROOT", "ccomp", "conj", "auxpass", "aux") or t.i + 1 == sentence.last
    passive = a.head(t.i).tag == "VBN" and t.dep == "auxpass" and a.head(t.i).i > t.i
    colon = t.i + 1 < sentence.last and a.tokens[t.i + 1].text == ":"  # the parse hangs the verb before a list anywhere
    return t.tag in FINITE and t.lemma in words("naming_members") and (main or colon) and not passive


def _tells_attendance(t: Token) -> bool:
    """ "Present at the summit were", "among those who attended it were"."""
    return t.lower in words("in_attendance") or (t.pos == "VERB" and t.lemma in words("attending_lists"))


def _attended(a: Annotated, t: Token) -> bool:
    by = a.tokens[t.i + 1] if t.i + 1 < len(a.tokens) else None
    passive = t.tag == "VBN" and any(x.dep == "auxpass" or x.lemma == "be" for x in a.tokens[max(t.i - 2, 0) : t.i])
    return passive and t.lemma in words("attending_lists") and by is not None and by.lower == "by"


def _inside_clause(a: Annotated, t: Token, sentence: Sentence) -> bool:
    """Does it stand in a relative clause of the subject ("the envoys that called on the Dean, X, are")?"""
    return any(x.dep in ("relcl", "acl") for x in (t, *a.ancestors(t.i)) if sentence.first <= x.i < sentence.last)


def _occasion(before: tuple[Token, ...] | list[Token]) -> str | None:
    """The noun of "The Summit was attended by", "Present at the ceremony were"."""
    return next((t.lemma.lower() for t in reversed(before) if t.pos in ("NOUN", "PROPN") and not is_people(t)), None)


def _members(r: Resolved, sentence: Sentence, verb: Token) -> Iterator[Party]:
    """Those whom the list names, each once; those of the items below, where it ends with a colon."""
    parts = [(verb.i + 1, sentence.last)]
    if not any(next_named(r, i) for i in range(*parts[0])):
        parts = list(_items(r, sentence))
    yield from _named_in(r, parts)


def _named_in(r: Resolved, parts: Iterable[tuple[int, int]]) -> Iterator[Party]:
    a, seen = r.annotated, set[str | None]()
    for first, last in parts:
        for i in range(first, last):
            mention = next_named(r, i)
            if mention is not None and mention.actor not in seen and _is_listed(a, mention.first, first):
                seen.add(mention.actor)
                yield Party(mention.head, mention.actor)


def _items(r: Resolved, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The sentences of the items below: each names somebody, and none tells what somebody did."""
    for item in r.annotated.sentences[sentence.index + 1 :]:
        tokens = r.annotated.tokens[item.first : item.last]
        named = any(next_named(r, t.i) for t in tokens)
        if any(t.tag in FINITE for t in tokens) or (not named and any(t.pos in ("NOUN", "PROPN") for t in tokens)):
            return
        yield item.first, item.last


def _is_listed(a: Annotated, i: int, start: int) -> bool:
    """Does the name stand by itself in the list: behind a comma, "and", a bracket, or its own title?"""
    for t in reversed(a.tokens[max(start, i - TITLE_BACK) : i]):
        if t.text in (",", ";", ":", "(", "-", "–", "—", "/") or t.lower in ("and", "&", "by", "also"):
            return True
        if t.pos == "VERB" or (t.pos == "ADP" and t.lower not in ("of", "for", "from", "to", "in")):
            return False
    return True
