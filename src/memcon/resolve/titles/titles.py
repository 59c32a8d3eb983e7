"""Titles: the stretches that say what somebody is, each read once.

Comes in: a page, and the stretches that are persons' names. Goes out: `Title`s ("China's foreign minister", "a State
Department spokesman", "Secretary of State"), with the state served, the body, and standard words. Who bears them is for
`persons` and `descriptions`. A noun that only describes another ("leaders' summit") is no title.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.registers.names import is_honorific, name_words
from memcon.registers.offices import Office, RoleNoun, offices, role_nouns, who_words
from memcon.registers.phrases import split
from memcon.registers.states import states
from memcon.resolve.page import Hit, Page
from memcon.resolve.titles.left_edge import left_edge
from memcon.resolve.titles.states_of_title import SHORT, federal, states_of
from memcon.resolve.titles.words import PLAIN, POSSESSIVE, PREPOSITIONS, hits_in, past_incoming, right_end, standard_words

PEERS = frozenset(["peer", "peers"])
COUNTRY = 40  # tokens between a nation and "the country" that means it


@dataclass(frozen=True, slots=True)
class Title:
    """tokens[first:last]; `noun_first` to `head` is the noun itself.

    determiner  "the", "a", "his", "" ...
    possessor   token of the pronoun or person that possesses it ("his counterpart", "Biden's adviser"), or None
    states      whom it serves: several for "the leaders of Japan and India"
    target      the state of "ambassador to X"
    office      its words in the register of offices
    international  an office of an international body ("UN envoy"), which serves no state
    governmental   a ministry, a parliament or the like is part of it ("Foreign Ministry spokesman")
    by_body     its states are told by a body ("Kremlin spokesman"), not by a nation
    """

    first: int
    last: int
    noun_first: int
    head: int
    noun: RoleNoun
    words: str
    organisation: str | None
    states: tuple[str, ...]
    past: bool
    determiner: str
    possessor: int | None
    target: str | None
    office: Office | None = None
    international: bool = False
    governmental: bool = False
    by_body: bool = False

    @property
    def state(self) -> str | None:
        return self.states[0] if len(self.states) == 1 else None


def find_titles(page: Page, names: Sequence[range]) -> list[Title]:
    """Every title of the document, in order. `names` are the token ranges of persons' names."""
    named = {i: span for span in names for i in span}
    out: list[Title] = []
    for i, word in enumerate(page.lowers):
        if word not in role_nouns() or i in named or (out and i < out[-1].last and i <= out[-1].head):
            continue
        found = role_nouns().at(page.lowers, i)
        if found and _is_noun(page, i + found[0] - 1, found[0], named):
            out.append(_read(page, i, i + found[0] - 1, found[1], named))
    return out


def _is_noun(page: Page, head: int, length: int, named: dict[int, range]) -> bool:
    """A noun that stands for somebody: not a verb ("heads to"), not part of another noun ("leaders summit")."""
    token = page.tokens[head]
    if token.pos not in ("NOUN", "PROPN") and length == 1 and not token.text[0].isupper():
        return False
    if length == 1 and len(token.text) <= SHORT and not _is_abbreviation(page, head):
        return False
    if page.lowers[head] in who_words().name_bound and length == 1 and not _before_name(page, head + 1, named):
        return False
    if page.lowers[head] in PEERS and not _of_theirs(page, head):
        return False  # a lord
    if head in page.hit_at and page.hit_at[head].kind == "body" and length == 1:
        return False
    if length == 1 and page.words[head] in name_words().chiefs and head + 1 in named and not _goes_with(page, head - 1):
        return False  # "the Ambassador of Nigeria, Chief Adebiyi"
    if page.lowers[head] in ("deputy", "deputies", "chief") and length == 1 and _ranks_another(page, head):
        return False
    if page.lowers[head] in ("person", "people") and page.lowers[head + 1 : head + 2] != ("familiar",):
        return False
    if page.lowers[head] in ("heads", "head") and page.lowers[head + 1 : head + 2] in (
        ("for",),
        ("to",),
        ("into",),
        ("home",),
    ):
        return False
    following = page.tokens[head + 1] if head + 1 < len(page.tokens) else None
    if following is None or following.i in named:
        return True
    if following.text == "-" and not token.spaced:
        return past_incoming(page, head + 1) > head + 1
    return not (following.pos == "NOUN" and token.dep in ("compound", "nmod", "amod") and token.head > head)


def _of_theirs(page: Page, i: int) -> bool:
    """ "His Chilean peer": somebody's, and of a nation."""
    hit = page.hit_at.get(i - 1)
    return hit is not None and hit.kind == "adjective" and page.lowers[hit.first - 1] in ("his", "her", "its", "their")


def _goes_with(page: Page, i: int) -> bool:
    """Does the word before a noun belong to its office: "Army Chief Munir"?"""
    before = i >= 0 and page.tokens[i].sentence == page.tokens[i + 1].sentence
    return before and (page.tokens[i].pos in PLAIN or page.words[i] in POSSESSIVE)


def _is_abbreviation(page: Page, i: int) -> bool:
    """ "PM Lund", "the EAM": in capitals and behind no hour ("at 7 PM")."""
    return page.words[i].isupper() and not (i and (page.tokens[i - 1].pos == "NUM" or page.words[i - 1][-1:].isdigit()))


def _before_name(page: Page, i: int, named: dict[int, range]) -> bool:
    """Does a name stand here, also behind courtesies: "CS Amb. Kariuki"?"""
    while i < len(page.words) and i not in named and (is_honorific(page.words[i]) or page.words[i] == "."):
        i += 1
    return i in named


def _ranks_another(page: Page, i: int) -> bool:
    """ "Deputy Attorney General", "the deputy White House press secretary": does a further title follow?"""
    for j in range(i + 1, min(i + 6, len(page.tokens))):
        if page.tokens[j].pos not in PLAIN or page.tokens[j].sentence != page.tokens[i].sentence:
            return False
        if page.lowers[j] in role_nouns() and role_nouns().at(page.lowers, j):
            return True
    return False


def _read(page: Page, noun_first: int, head: int, noun: RoleNoun, named: dict[int, range]) -> Title:
    left, determiner, possessor = left_edge(page, noun_first, named)
    right = right_end(page, head, noun, named)
    first = left
    if determiner:
        first = left - (3 if page.lowers[left - 3 : left - 1] == ("this", "country") else 1)
    if possessor is not None:
        first = min(first, named[possessor].start if possessor in named else possessor)
    if possessor in named:
        first = _own_title(page, first)
    served, target = states_of(page, left, noun_first, head, right, noun)
    if page.lowers[left] == "country" and page.words[left + 1] in POSSESSIVE:  # "the country's Prime Minister"
        left, served = left + 2, served or _antecedent(page, left)
    words = standard_words(page, left, noun_first, head, right, noun)
    if noun.rank == "envoy" and target is None and page.lowers[head + 1 : head + 2] == ("in",):
        target = next((h.state for h in hits_in(page, head + 1, right) if h.kind in ("capital", "state")), None)
        words = f"{words} to {states()[target].name}" if target else words
    if noun.rank == "envoy" and target is None and page.lowers[right : right + 2] == ("accredited", "to"):
        target = next((h.state for h in hits_in(page, right + 2, min(right + 5, len(page.words)))), None)
    office = _office_at(page, left, noun_first, head) or office_of(words)
    known = office is not None and office.words == split(words.lower()) and office.organisation is None
    minister = noun.word in who_words().ministers  # "Minister of Foreign and CARICOM Affairs"
    international = not known and not minister and _is_international(page, left, head, right)
    international = international or " ".join(page.lowers[max(head - 1, 0) : head + 1]) in who_words().international
    served = () if international and noun.rank != "counterpart" else served
    if not served and noun.serves != "none" and (state := federal(page, left, right)):
        served = (state,)
    organisation = _organisation(page, left, noun_first, head, right, served)
    if office and office.sole and office.words == split(words.lower()):
        organisation = (
            office.organisation
        )  # "for Foreign and Commonwealth Affairs": the office's own words name no other body
    elif organisation is None and office and office.habit and served == (office.habit,):
        organisation = office.organisation
    past = any(page.lowers[i] in who_words().past for i in range(left, noun_first)) or _at_the_time(page, head)
    learned = any(page.words[i] in name_words().learned for i in range(left, right))  # "the Center for Foreign Policy"
    governmental = not (international or learned) and any(w in who_words().governmental for w in page.lowers[left:right])
    inside = hits_in(page, left, right)
    by_body = bool(served) and not any(h.kind != "body" and h.state in served for h in inside)
    return Title(
        first, right, noun_first, head, noun, words, organisation, served, past, determiner, possessor, target,
        office, international, governmental or _of_government(inside), by_body,
    )  # fmt: skip


FIELD_ENDS = (("Affairs",), ("Relations",))
GOVERNMENTAL = frozenset(["seat", "ministry", "government", "parliament", "military"])


def _of_government(inside: Sequence[Hit]) -> bool:
    return any(h.body is not None and h.body.kind in GOVERNMENTAL for h in inside)


def _is_international(page: Page, left: int, head: int, right: int) -> bool:
    """Is an international body the employer: "UN envoy to X", "head of the EU mission", not "ambassador to NATO"?"""
    for hit in hits_in(page, left, right):
        if hit.body is None or hit.body.kind != "international":
            continue
        if page.words[hit.last : hit.last + 1] in FIELD_ENDS:  # "Minister for European Union Affairs"
            continue
        if hit.first < head and hit.first > left and page.words[hit.first - 1] in POSSESSIVE:  # "Russia's UN envoy"
            continue
        before = (i for i in range(hit.first - 1, head, -1) if i not in page.hit_at)  # not the "of" of a state's name
        to = next((page.lowers[i] for i in before if page.lowers[i] in PREPOSITIONS), "")
        if hit.first < head or to != "to":
            return True
    return False


def _office_at(page: Page, left: int, noun_first: int, head: int) -> Office | None:
    """The office whose words stand in the text up to the noun's end: "Cardinal Secretary of State"."""
    for i in range(left, noun_first + 1):
        found = offices().at(page.lowers, i)
        if found and i + found[0] == head + 1:
            return found[1]
    found = offices().at(page.lowers, noun_first)  # "Minister of Popular Power for Energy"
    longer = found is not None and noun_first + found[0] > head + 1 and found[1].sole is not None
    return found[1] if found is not None and longer else None


def _antecedent(page: Page, i: int) -> tuple[str, ...]:
    """The nation that "the country" means: the one named last, in this sentence or the one before."""
    start = page.annotated.sentences[max(page.tokens[i].sentence - 1, 0)].first
    last = next((page.hit_at[j] for j in range(i - 1, max(start, i - COUNTRY), -1) if j in page.hit_at), None)
    return (last.state,) if last is not None and last.state and last.kind in ("state", "adjective") else ()


def _own_title(page: Page, first: int) -> int:
    """Where the possessor's own title begins: "President Carter's adviser"."""
    while first > 0 and (page.lowers[first - 1] in role_nouns() or is_honorific(page.words[first - 1])):
        first -= 1
    return first


def office_of(words: str) -> Office | None:
    """The office whose words these are, or end in."""
    parts = tuple(words.lower().split())
    for start in range(len(parts)):
        found = offices().at(parts, start)
        if found and start + found[0] == len(parts):
            return found[1]
    return None


def _organisation(page: Page, left: int, noun_first: int, head: int, right: int, served: tuple[str, ...]) -> str | None:
    """The body named in the title."""
    for hit in hits_in(page, left, right):
        if hit.body and not noun_first <= hit.first <= head:
            return hit.body.name
    if letters := _letters(page, head, right):
        return letters
    for i in range(left, right):
        if page.lowers[i] == "at" and i + 1 < right:
            start = i + 2 if page.lowers[i + 1] == "the" else i + 1
            return page.annotated.read(start, right) or None
        if page.lowers[i] in who_words().bodies and page.tokens[i].pos in ("NOUN", "PROPN"):
            kind = page.lowers[i]
            before = page.lowers[i - 1] if i > left and i - 1 not in page.hit_at and page.tokens[i - 1].pos in PLAIN else ""
            adjective = states()[served[0]].adjective if len(served) == 1 else ""
            return " ".join(w for w in (adjective, before.title(), kind.title() if before else kind) if w)
    return None


def _letters(page: Page, head: int, right: int) -> str | None:
    """ "Secretary General of ALADI": the letters of a body that no register has, where the noun is not in capitals itself."""
    if page.words[head].isupper():
        return None
    words = (page.words[i] for i in range(head + 2, right) if i not in page.hit_at and page.lowers[i - 1] in ("of", "the"))
    return next((w for w in words if w.isupper() and w.isalpha() and len(w) > SHORT), None)


def _at_the_time(page: Page, head: int) -> bool:
    """ "The secretary of state at the time"."""
    return page.lowers[head + 1 : head + 4] == ("at", "the", "time")
