"""What the others of a report tell of a person's state: persons with the states found so far in, further `StateEvidence` out.

Whom a minister meets is on the other side, and where a traveller meets him is his country. A list that begins with a nation goes
on with it. Whoever serves a person serves that person's state. Of two who hold one office of a state, one is another's.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from memcon.model.annotated import Token
from memcon.model.resolved import StateEvidence
from memcon.registers.meeting import meeting_words
from memcon.registers.offices import who_words
from memcon.registers.places import places_named
from memcon.resolve.anaphora.clauses import SUBJECTS, standing, verb_over
from memcon.resolve.names.names import Name, head_of
from memcon.resolve.names.persons import Bearer, Person
from memcon.resolve.page import Page
from memcon.resolve.states.evidence import GIVEN_UP, of_tokens
from memcon.resolve.states.meeting import Met, met_by
from memcon.resolve.states.setting import NATIONAL, PUBLIC, Setting, has_office, is_national
from memcon.resolve.titles.holders import Holding
from memcon.resolve.titles.titles import Title

BACK = 80  # tokens before a pronoun in which its subject is looked for
LIST_GAP = frozenset([",", "and", "&", "with", "plus", ";"])
SIDE = 4  # words of "from the Republic"
TOWN = 50_000  # people
PLACING = frozenset(["in", "at"])


@dataclass(slots=True)
class Cast:
    """The persons of a report with the states that they are known to serve so far."""

    page: Page
    names: Sequence[Name]
    titles: Sequence[Title]
    bearers: Sequence[Bearer]
    persons: Sequence[Person]
    setting: Setting
    states: list[str | None]
    by_themselves: Sequence[str | None]  # what each serves by his own evidence alone
    at: dict[int, int]  # token of a name -> the person

    def state_at(self, i: int) -> str | None:
        """The state of whoever or whatever token i names; in a government's own paper "he" and "the Minister" are its own."""
        person = self.at.get(i)
        if person is not None:
            return self.states[person]
        hit = self.page.hit_at.get(i)
        if hit is not None:
            return hit.state
        own = self.setting.publisher.state if self.setting.publisher.kind in ("government", "agency") else None
        token = self.page.tokens[i]
        if token.tag != "PRP":
            return self._of_title(token)
        if token.lower in ("i", "we"):
            return own
        before = self._subject_before(i)
        return self.setting.own if before is None else self.states[before]

    def _subject_before(self, i: int) -> int | None:
        """The person who was the subject last, in the paragraph of a pronoun."""
        paragraph = self.page.annotated.sentence_of(i).paragraph
        for j in range(i - 1, max(i - BACK, -1), -1):
            if self.page.annotated.sentence_of(j).paragraph != paragraph:
                return None
            if j in self.at and standing(self.page, j).dep in SUBJECTS:
                return self.at[j]
        return None

    def side_of(self, i: int, p: int) -> str | None:
        """The state of the other side of a meeting, where it is surer than that person p is not of it."""
        other = self.at.get(i)
        if other is None:
            return self.state_at(i)
        state = self.by_themselves[other] or self.states[other]
        return state if state and self.firmness(other, state) > self.firmness(p, state) else None

    def firmness(self, p: int, state: str) -> tuple[int, int, int]:
        """How sure it is that somebody is of a state: words say so, he is named often, he is named first."""
        said = sum(self.titles[h.title].state == state for h in self.persons[p].holdings)
        return min(said, 1), len(self.persons[p].names), -p

    def is_guest(self, i: int) -> bool:
        """Is token i somebody who is nobody's there: an official of an international body?"""
        person = self.at.get(i)
        titles = [self.titles[h.title] for h in self.persons[person].holdings] if person is not None else []
        return any(t.international for t in titles) or any(t.head == i and t.international for t in self.titles)

    def _of_title(self, token: Token) -> str | None:
        title = next((t for t in self.titles if t.head == token.i), None)
        if title is None:
            return None
        return title.state or (self.setting.own if title.determiner == "the" and not title.possessor else None)


def related(cast: Cast) -> list[list[StateEvidence]]:
    """For each person what the others tell."""
    out: list[list[StateEvidence]] = [[] for _ in cast.persons]
    for p, person in enumerate(cast.persons):
        for n in person.names:
            out[p] += _across(cast, p, cast.names[n])
            out[p] += _visiting(cast, cast.names[n])
            out[p] += _leading(cast.page, cast.names[n])
        out[p] += _listed(cast, person)
        out[p] += _near(cast, person)
        out[p] += _serving(cast, p, person)
    for p, found in _second_holders(cast):
        out[p].append(found)
    return out


def _across(cast: Cast, p: int, name: Name) -> Iterator[StateEvidence]:
    """Whom he meets speaks against their state, and for the state of the place where he receives them."""
    page = cast.page
    met = met_by(page, name)
    if met is None:
        return
    against = {s for i in met.others if cast.at.get(i) != p and (s := cast.side_of(i, p))}
    guests = any(cast.is_guest(i) for i in met.others)
    words = (min(met.word, name.first), max(met.word + 1, name.last))
    for state in sorted(against):
        yield of_tokens(page, "across", state, *words)
    titles = [cast.titles[h.title] for h in cast.persons[p].holdings if not h.past]
    able = [t for t in titles if not t.states and not t.international and t.noun.rank in PUBLIC]
    if not able or not (against or guests):
        return
    for title in able:
        told = cast.setting.offices.get(title.words.lower())
        firm = title.noun.rank in NATIONAL and title.noun.word not in GIVEN_UP
        if told and told.state not in against and firm:
            yield of_tokens(page, "told_office", told.state, title.first, title.last)
        if cast.setting.home and cast.setting.home not in against and has_office(cast.setting.home, title):
            yield of_tokens(page, "home", cast.setting.home, title.first, title.last)
    place = _place_near(page, met) if met.receives else None
    if place and place[0] not in against and all(has_office(place[0], t) for t in able):
        yield of_tokens(page, "place", *place)


def _visiting(cast: Cast, name: Name) -> Iterator[StateEvidence]:
    """ "Will come to Manila", "his visit to Kenya": a visitor does not serve the place."""
    page = cast.page
    token = standing(page, head_of(page, name))
    over = page.tokens[token.head]
    if token.dep not in (*SUBJECTS, "poss"):
        return
    if over.lemma not in (who_words().journeys if token.dep == "poss" else who_words().moving | who_words().reaching):
        return
    for hit in page.hits:
        inside = hit.kind in ("state", "capital") and hit.state and page.tokens[hit.first].sentence == token.sentence
        to = page.annotated.head(hit.last - 1)
        led = to.lower in ("to", "in", "for") and to.head == over.i
        if inside and hit.first > over.i and (led or (to.i == over.i and over.lemma in who_words().reaching)):
            yield of_tokens(page, "visits", str(hit.state), min(name.first, over.i), max(hit.last, name.last))


def _leading(page: Page, name: Name) -> Iterator[StateEvidence]:
    """ "Lipenga led the team from Malawi", "the Namibian side was led by Tetteh", "Thapa represented Nepal"."""
    token = standing(page, head_of(page, name))
    over = page.tokens[token.head]
    passive = token.dep == "pobj" and over.dep == "agent"
    verb = page.tokens[over.head] if passive else over
    if verb.lemma not in meeting_words().leading or not (passive or token.dep == "nsubj"):
        return
    side = page.annotated.child(verb.i, "nsubjpass" if passive else "dobj")
    if side is None:
        return
    first, last = page.annotated.edges(side.i)
    if side.lower in meeting_words().sides and page.lowers[side.i + 1 : side.i + 2] in (("from",), ("of",)):
        last = max(last, min(side.i + SIDE, len(page.words)))
    hits = [h for h in page.hits if first <= h.first < last and h.state and not first <= name.first < h.first]
    hits = [h for h in hits if side.lower in meeting_words().sides or h.first <= side.i < h.last]
    if len({h.state for h in hits}) == 1:
        yield of_tokens(page, "leads", str(hits[0].state), min(name.first, first), max(name.last, last))


def _place_near(page: Page, met: Met) -> tuple[str, int, int] | None:
    """The one country in which the words for a meeting, or the sentence before in its paragraph, put what they tell."""
    here = page.annotated.sentence_of(met.word)
    verb = verb_over(page, met.word) if page.tokens[met.word].pos != "VERB" else page.tokens[met.word]
    found = [p for p in _places(page, here.first, here.last, met.hosts) if _belongs(page, p[1], met.word, verb)]
    if not found and here.index and page.annotated.sentences[here.index - 1].paragraph == here.paragraph:
        before = page.annotated.sentences[here.index - 1]
        found = list(_places(page, before.first, before.last, False))
    return found[0] if len({f[0] for f in found}) == 1 else None


def _belongs(page: Page, i: int, word: int, verb: Token | None) -> bool:
    """Does a phrase of place belong to the word for the meeting: before it, on it, or on its verb?"""
    over = verb_over(page, i)
    return i < word or page.tokens[i].head == word or (over is not None and verb is not None and over.i == verb.i)


def _places(page: Page, first: int, last: int, to: bool) -> Iterator[tuple[str, int, int]]:
    """Phrases of place with their states; with "to" where the word for the meeting is an invitation."""
    for i in range(first, last - 1):
        if page.lowers[i] not in PLACING and not (to and page.lowers[i] == "to"):
            continue
        j = i + 2 if page.lowers[i + 1] == "the" and i + 2 < last else i + 1
        hit = page.hit_at.get(j)
        if hit is not None and hit.kind in ("state", "capital") and hit.state:
            yield hit.state, i, hit.last
        elif hit is None and page.words[j][:1].isupper() and page.tokens[j].entity in ("GPE", "LOC", ""):
            known = places_named(page.words[j])
            if known and known[0].country and (known[0].people or 0) >= TOWN:
                yield known[0].country, i, j + 1


def _listed(cast: Cast, person: Person) -> Iterator[StateEvidence]:
    """ "Israeli Prime Minister A, Defense Minister B and Foreign Minister C": B and C are of the nation that the list begins with."""
    for h in person.holdings:
        title = cast.titles[h.title]
        colleague = title.noun.rank == "counterpart" and not title.states
        if not (is_national(title) or colleague) or cast.names[h.name].first < title.first:
            continue
        state, first = _list_head(cast, title)
        if state is not None and has_office(state, title):
            yield of_tokens(cast.page, "list", state, first, title.last)


def _list_head(cast: Cast, title: Title) -> tuple[str | None, int]:
    """The nation of the list that goes on to this title, and where its words begin; of another office, or nothing says whose."""
    ends = {n.last: i for i, n in enumerate(cast.names)}
    at = title.first
    for _ in range(12):
        i = at
        while i > 0 and cast.page.lowers[i - 1] in LIST_GAP:
            i -= 1
        if i == at or (n := ends.get(i)) is None or not _one_sentence(cast.page, i - 1, at):
            break
        name, bearer = cast.names[n], cast.bearers[n].person
        held = [cast.titles[h.title] for h in cast.persons[bearer].holdings if h.name == n] if bearer is not None else []
        before = next((t for t in held if t.first < name.first), None)
        if before is None or before.words == title.words or before.international:
            break
        if before.states:
            return before.state, before.first
        if bearer is not None and (state := cast.states[bearer]) and state != cast.by_themselves[bearer]:
            return state, before.first
        at = before.first
    return None, at


def _one_sentence(page: Page, i: int, j: int) -> bool:
    return page.tokens[i].sentence == page.tokens[j].sentence


def _near(cast: Cast, person: Person) -> Iterator[StateEvidence]:
    """In a government's own paper, the one other nation that a sentence names beside somebody named once, and not its subject."""
    own, page = cast.setting.own, cast.page
    present = [cast.titles[h.title] for h in person.holdings if not h.past]
    national = any(is_national(t) and t.noun.rank != "voice" for t in present)
    if own is None or len(person.names) != 1 or not national:
        return
    name = cast.names[person.names[0]]
    if _is_subject(page, name) or any(e.feature == "visits" for e in _visiting(cast, name)):
        return
    sentence = page.annotated.sentence_of(name.first)
    held = {h.title for other in cast.persons for h in other.holdings}
    taken = {i for t in held for i in range(cast.titles[t].first, cast.titles[t].last)}
    inside = (h for h in page.hits if sentence.first <= h.first < sentence.last and h.first not in taken)
    foreign = {h.state for h in inside if h.state and h.state != own}
    if len(foreign) == 1:
        yield of_tokens(page, "near", str(foreign.pop()), name.first, name.last)


def _is_subject(page: Page, name: Name) -> bool:
    """Is it the subject of the sentence's own verb?"""
    token = standing(page, head_of(page, name))
    verb = page.tokens[token.head]
    while verb.dep in ("conj", "xcomp", "acomp") and verb.head != verb.i:
        verb = page.tokens[verb.head]
    return token.dep in SUBJECTS and verb.head == verb.i and verb.pos in ("VERB", "AUX")


def _serving(cast: Cast, p: int, person: Person) -> Iterator[StateEvidence]:
    """ "Erdogan's spokesman, Ibrahim Kalin" serves Erdogan's state."""
    for h in person.holdings:
        title = cast.titles[h.title]
        if title.possessor is None or title.noun.serves == "none" or title.noun.rank == "counterpart" or title.states:
            continue
        boss = cast.at.get(title.possessor)
        state = cast.states[boss] if boss is not None and boss != p else None
        if state:
            yield of_tokens(cast.page, "serves", state, title.first, title.last)


def _second_holders(cast: Cast) -> Iterator[tuple[int, StateEvidence]]:
    """Of those who seem to hold one office of one state, the ones whom the report names less, or later."""
    held: dict[tuple[str, str], list[tuple[int, Holding]]] = defaultdict(list)
    for p, person in enumerate(cast.persons):
        for h in person.holdings:
            title = cast.titles[h.title]
            state = cast.by_themselves[p]
            if state and not h.past and _is_single(title):
                held[title.words.lower(), state].append((p, h))
    for (_, state), holders in held.items():
        people = sorted({p for p, _ in holders}, key=lambda p: cast.firmness(p, state), reverse=True)
        for p in people[1:]:
            title = next(cast.titles[h.title] for q, h in holders if q == p)
            yield p, of_tokens(cast.page, "other_holder", state, title.first, title.last)


def _is_single(title: Title) -> bool:
    named = title.noun.rank == "head" and title.noun.word not in GIVEN_UP
    return named or (title.noun.rank in NATIONAL and title.office is not None and title.noun.rank != "deputy")


def cast_of(
    page: Page,
    names: Sequence[Name],
    titles: Sequence[Title],
    bearers: Sequence[Bearer],
    persons: Sequence[Person],
    setting: Setting,
    states: Sequence[str | None],
    by_themselves: Sequence[str | None],
) -> Cast:
    """The cast of a report, with the states that are known so far."""
    at: Mapping[int, int] = {
        i: b.person for n, b in zip(names, bearers, strict=True) if b.person is not None for i in n.span
    }
    return Cast(page, names, titles, bearers, persons, setting, list(states), by_themselves, dict(at))
