"""What the others of a report tell of a person's state: persons with the states found so far in, further `StateEvidence` out.

Whom a minister meets is on the other side, and where a traveller meets him is his country. A list that begins with a nation goes
on with it. Whoever serves a person serves that person's state. Of two who hold one office of a state, one is another's.
"""

from collections import defaultdict
from collections.abc import Iterator

from memcon.model.annotated import Token
from memcon.model.resolved import StateEvidence
from memcon.registers.engagements import words
from memcon.registers.offices import who_words
from memcon.resolve.anaphora.clauses import SUBJECTS, standing
from memcon.resolve.names.name import Name, head_of
from memcon.resolve.names.persons import Person
from memcon.resolve.page import Page
from memcon.resolve.states.across import across, at_home, inviting
from memcon.resolve.states.beside import state_after
from memcon.resolve.states.cast import Cast
from memcon.resolve.states.companions import accompanying
from memcon.resolve.states.delegations import of_delegation
from memcon.resolve.states.hosting import hosting
from memcon.resolve.states.serving import speaking_for
from memcon.resolve.states.setting import NATIONAL, PUBLIC, has_office, is_national, is_staff
from memcon.resolve.states.sides import gapped, leading, sided
from memcon.resolve.states.subject import of_tokens
from memcon.resolve.states.ties import tied
from memcon.resolve.titles.holders import Holding
from memcon.resolve.titles.titles import Title

PLACING = frozenset(["at", "from", "in", "to"])
LIST_GAP = frozenset([",", "and", "&", "with", "plus", ";"])


def related(cast: Cast) -> list[list[StateEvidence]]:
    """For each person what the others tell."""
    out: list[list[StateEvidence]] = [[] for _ in cast.persons]
    for p, person in enumerate(cast.persons):
        for n in person.names:
            out[p] += across(cast, p, cast.names[n])
            out[p] += _visiting(cast, cast.names[n])
            out[p] += accompanying(cast, p, cast.names[n])
            out[p] += at_home(cast, p, cast.names[n])
            out[p] += inviting(cast, p, cast.names[n])
            out[p] += tied(cast, p, cast.names[n])
            out[p] += hosting(cast, p, cast.names[n])
            for of_side in (leading, sided, gapped, of_delegation):
                out[p] += of_side(cast.page, cast.names[n])
        out[p] += _listed(cast, person)
        out[p] += _in_suite(cast, person)
        out[p] += _near(cast, person)
        out[p] += _serving(cast, p, person)
        out[p] += speaking_for(cast, p)
    for p, found in _second_holders(cast):
        out[p].append(found)
    return out


def _visiting(cast: Cast, name: Name) -> Iterator[StateEvidence]:
    """ "Will come to Manila", "his visit to Kenya": a visitor does not serve the place."""
    page = cast.page
    token = standing(page, head_of(page, name))
    over = page.tokens[token.head]
    trips = _trips_of(page, token)
    if token.dep not in (*SUBJECTS, "poss") and not trips:
        return
    goes = who_words().moving - who_words().staying | who_words().reaching
    if over.lemma not in (who_words().journeys if token.dep == "poss" else goes) and not trips:
        return
    for hit in page.hits:
        inside = hit.kind in ("state", "capital") and hit.state and page.tokens[hit.first].sentence == token.sentence
        to = page.annotated.head(hit.last - 1)
        led = to.lower in ("to", "in", "for") and to.head == over.i
        own = over.lemma in who_words().leaving and (
            to.i == over.i or to.lower == "to"
        )  # "left Quito", "returned to Quito"
        led = led or (to.lower == "to" and to.head in trips)
        led = (led or (to.i == over.i and over.lemma in who_words().reaching)) and not own
        if inside and hit.first > over.i and led:
            yield of_tokens(page, "visits", str(hit.state), min(name.first, over.i), max(hit.last, name.last))


def _trips_of(page: Page, who: Token) -> frozenset[int]:
    """ "Paid a visit to Kenya", "the visit which she paid to Kenya", "the visit of X to Kenya": what "to" can hang on."""
    a, over = page.annotated, page.annotated.head(who.i)
    above = a.head(over.i)
    if who.dep == "pobj" and over.lower in ("of", "by"):
        return frozenset((above.i,)) if above.lemma in words("travels") else frozenset()
    if who.dep not in SUBJECTS:
        return frozenset()
    paid = [t.i for t in a.children(over.i) if t.dep == "dobj" and t.lemma in words("travels")]
    told = over.dep == "relcl" and above.lemma in words("travels")
    return frozenset((*paid, over.i)) if paid or told else frozenset()


def _listed(cast: Cast, person: Person) -> Iterator[StateEvidence]:
    """ "Israeli Prime Minister A, Defense Minister B and Foreign Minister C": B and C are of the nation that the list begins with."""
    for h in person.holdings:
        title = cast.titles[h.title]
        colleague = title.noun.rank == "counterpart" and not title.states
        if is_staff(cast.page, title) and (found := _before_staff(cast, title)):
            yield of_tokens(cast.page, "list", *found, title.last)
            continue
        if not (is_national(title) or colleague or _is_free(title)) or cast.names[h.name].first < title.first:
            continue
        state, first = _list_head(cast, title)
        state, first = (state, first) if state else _behind_unheld(cast, title)
        if state is not None and has_office(state, title):
            yield of_tokens(cast.page, "list", state, first, title.last)


def _before_staff(cast: Cast, title: Title) -> tuple[str, int] | None:
    """ "Deputy Minister Aung, Director-General Phyu and others": the state of the official, no envoy, whom a list names just before."""
    i = title.first
    while i > 0 and cast.page.lowers[i - 1] in LIST_GAP:
        i -= 1
    n = next((n for n, name in enumerate(cast.names) if name.last == i), None) if i < title.first else None
    bearer = cast.bearers[n].person if n is not None else None
    if n is None or bearer is None or not _one_sentence(cast.page, i - 1, title.first):
        return None
    held = [cast.titles[h.title] for h in cast.persons[bearer].holdings if h.name == n]
    state = cast.states[bearer]
    national = any(is_national(t) and t.noun.rank != "envoy" and t.first < cast.names[n].first for t in held)
    return (state, cast.names[n].first) if state and national else None


def _is_free(title: Title) -> bool:
    """An office of a body that no nation is told of: "Central Bank Governor"."""
    told = title.states or title.target or title.international or title.possessor is not None
    return not told and title.noun.rank in PUBLIC and title.organisation is not None and title.noun.serves == "state"


def _list_head(cast: Cast, title: Title) -> tuple[str | None, int]:
    """The nation of the list that goes on to this title, and where its words begin; of another office, or nothing says whose."""
    at = title.first
    for _ in range(12):
        i = at
        while i > 0 and cast.page.lowers[i - 1] in LIST_GAP:
            i -= 1
        if i == at or (n := cast.ends.get(i)) is None or not _one_sentence(cast.page, i - 1, at):
            break
        name, bearer = cast.names[n], cast.bearers[n].person
        held = [cast.titles[h.title] for h in cast.persons[bearer].holdings if h.name == n] if bearer is not None else []
        before = next((t for t in held if t.first < name.first), None)
        if before is None or before.words.lower() == title.words.lower() or before.international:
            break
        if before.states:
            return before.state, before.first
        if bearer is not None and (state := cast.states[bearer]) and state != cast.by_themselves[bearer]:
            return state, before.first
        at = before.first
    return None, at


def _in_suite(cast: Cast, person: Person) -> Iterator[StateEvidence]:
    """ "Wu, Chinese ambassador to Nepal, and Chen, vice-minister of Commerce": Chen comes behind an official of China."""
    for h in person.holdings:
        title, at = cast.titles[h.title], cast.names[h.name].first
        if not is_national(title) or title.determiner or title.first < at:
            continue
        for _ in range(12):
            i = at
            while i > 0 and cast.page.lowers[i - 1] in LIST_GAP:
                i -= 1
            before = cast.behind_title.get(i)
            if i == at or before is None or not _one_sentence(cast.page, i - 1, at):
                break
            at = cast.names[before.name].first
            if at not in cast.starts or cast.titles[before.title].first < at:
                break
            if state := cast.titles[before.title].state:
                yield of_tokens(cast.page, "suite", state, at, title.last)
                break


def _one_sentence(page: Page, i: int, j: int) -> bool:
    """Initials end sentences for the parser: "Foreign Minister D. N. Owen and Trade Minister Lund"."""
    return page.annotated.sentence_of(i).paragraph == page.annotated.sentence_of(j).paragraph


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
    taken |= {i for n in cast.names if n is not name and (told := state_after(page, n)) for i in range(n.last, told[1])}
    inside = (h for h in page.hits if sentence.first <= h.first < sentence.last and h.first not in taken)
    inside = (h for h in inside if page.lowers[h.first - 1] not in PLACING)  # not "arrived in Jakarta"
    over = _verb_over(page, name.first)
    inside = (h for h in inside if _verb_over(page, h.first) == over)  # not "met him, since Iran has to be kept from it"
    foreign = {h.state for h in inside if h.state and h.state != own and h.first not in cast.at}
    if len(foreign) == 1:
        yield of_tokens(page, "near", str(foreign.pop()), name.first, name.last)


def _verb_over(page: Page, i: int) -> int:
    """The verb whose clause a word stands in; of verbs joined to it, or that go on with its subject, the first."""
    token = page.tokens[i]
    while token.head != token.i and (token.pos not in ("VERB", "AUX") or token.dep in ("conj", "xcomp", "aux", "auxpass")):
        token = page.tokens[token.head]
    return token.i


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
        if title.noun.serves == "none" or title.noun.rank == "counterpart" or title.states:
            continue
        if title.possessor is None:  # "the head of his chancellery"
            his = next((i for i in range(title.head + 1, title.last) if cast.page.tokens[i].tag == "PRP$"), None)
            state = cast.state_of_pronoun(his) if his is not None and not title.international else None
            if state:
                yield of_tokens(cast.page, "serves", state, title.first, title.last)
            continue
        boss = cast.at.get(title.possessor)
        state = cast.states[boss] if boss is not None and boss != p else None
        if (
            boss is None and title.determiner != "their" and _of_a_boss(title)
        ):  # "represented by his Prime Minister", "her spokesman Weidinger said"
            state = cast.state_of_pronoun(title.possessor)
        if state:
            yield of_tokens(cast.page, "serves", state, title.first, title.last)


def _of_a_boss(title: Title) -> bool:
    """An office that serves whoever it belongs to: a minister, a spokesman, an adviser."""
    national = title.noun.serves == "state" and title.noun.rank in NATIONAL
    return national or title.noun.rank == "voice" or title.noun.word in who_words().national


def _behind_unheld(cast: Cast, title: Title) -> tuple[str | None, int]:
    """ "Japan's special envoy, Parliamentary Vice-Minister Kuroda": the nation of the office that a comma parts from this one."""
    before = next((t for t in cast.titles if t.last == title.first - 1), None)
    if before is None or cast.page.words[title.first - 1] != "," or before.noun.plural or title.determiner:
        return None, title.first
    if before.words.lower() == title.words.lower():
        return None, title.first  # "the President of Ghana, President Adams": two
    return (before.state, before.first) if before.state and before.noun.serves != "none" else (None, title.first)


def _second_holders(cast: Cast) -> Iterator[tuple[int, StateEvidence]]:
    """Of those who seem to hold one office of one state, the ones whom the report names less, or later."""
    held: dict[tuple[str, str], list[tuple[int, Holding]]] = defaultdict(list)
    for p, person in enumerate(cast.persons):
        for h in person.holdings:
            title = cast.titles[h.title]
            state = cast.by_themselves[p]
            acting = "acting" in cast.page.lowers[max(title.first - 1, 0) : title.noun_first]
            if state and not h.past and not acting and _is_single(title):
                held[title.words.lower(), state].append((p, h))
    for (_, state), holders in held.items():
        people = sorted({p for p, _ in holders}, key=lambda p: cast.firmness(p, state), reverse=True)
        for p in people[1:]:
            title = next(cast.titles[h.title] for q, h in holders if q == p)
            yield p, of_tokens(cast.page, "other_holder", state, title.first, title.last)


def _is_single(title: Title) -> bool:
    named = title.noun.rank == "head" and title.noun.word not in who_words().common_offices
    return named or (title.noun.rank in NATIONAL and title.office is not None and title.noun.rank != "deputy")
