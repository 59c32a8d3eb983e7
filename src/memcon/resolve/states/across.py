"""Whom somebody meets, and where: a name and the cast in, evidence against the other side's state and for the place's out.

Whom a minister meets is on the other side, and where a traveller meets him is his country.
"""

from collections.abc import Iterator

from memcon.model.annotated import Token
from memcon.model.clauses import Tense
from memcon.model.resolved import StateEvidence
from memcon.registers.engagements import words
from memcon.registers.meeting import meeting_words
from memcon.registers.offices import who_words
from memcon.registers.places import places_named
from memcon.registers.publishers import publisher_words
from memcon.resolve.anaphora.clauses import SUBJECTS, standing, verb_over
from memcon.resolve.names.name import Name, head_of
from memcon.resolve.page import Hit, Page
from memcon.resolve.states.cast import Cast
from memcon.resolve.states.goals import is_goal
from memcon.resolve.states.meeting import Met, met_by
from memcon.resolve.states.setting import NATIONAL, PUBLIC, has_office, is_of_letters
from memcon.resolve.states.subject import of_tokens

TOWN = 50_000  # people
BACK = 120  # tokens of the paragraph before
OFFICE = 16  # tokens of "Deputy Prime Minister and Minister of Foreign Affairs" between "invitation of" and a name
PLACING = frozenset(["in", "at"])
OF = frozenset(["of", "from"])
TOWARDS = frozenset(["at", "for", "from", "in", "to", "visited"])
SET_BY = frozenset(["at", "during", "for", "in", "on", "to"])  # "arrived for talks in Cairo"; not "after a summit in Riga"
THEM = frozenset(["her", "him", "them"])
DAY = 3  # tokens of "on Saturday" between a place and "where"
CLAUSE = 8  # tokens behind a name in which "gave them an audience" stands


def across(cast: Cast, p: int, name: Name) -> Iterator[StateEvidence]:
    """Whom he meets speaks against their state, and for the state of the place where he receives them."""
    page = cast.page
    met = met_by(page, name, _offices_before(cast, p, name))
    if met is None:
        return
    over = cast.setting.sections.place.get(page.lines[met.word])  # "RABAT - Spanish Foreign Minister Olmedo meets"
    others = [i for i in met.others if cast.at.get(i) != p and not (over and over.first <= i < over.last)]
    against = {s for i in others if (s := cast.side_of(i, p))} - _own_parliament(cast, p)
    guests = any(cast.is_guest(i) for i in met.others)
    words = (min(met.word, name.first), max(met.word + 1, name.last))
    for state in sorted(against):
        yield of_tokens(page, "across", state, *words)
    titles = [cast.titles[h.title] for h in cast.persons[p].holdings if not h.past]
    able = [t for t in titles if not t.states and not t.international and t.noun.rank in PUBLIC | {"counterpart"}]
    able = [t for t in able if not is_of_letters(t) and (not met.bare or t.noun.rank in NATIONAL)]
    able = [t for t in able if t.noun.word not in who_words().vague or t.governmental]  # not "the faction leader"
    guests = guests or (met.bare and cast.setting.publisher.kind == "international")
    abroad = (met.welcomed or (met.bare and cast.setting.own is not None)) and cast.setting.publisher.state is not None
    abroad = abroad or (
        cast.setting.publisher.state is not None and any(page.lowers[i] in who_words().hosts for i in met.others)
    )
    # "abroad": the paper's own traveller was welcomed by him, or meets him by its diary, or was led to him by who receives
    subject = standing(page, head_of(page, name)).dep in SUBJECTS  # "at a meeting with Mamani, Minister Espinosa raised"
    if not able or not (against or guests or abroad or (met.bare and not subject)):
        return
    for title in able if against or guests or abroad else ():
        told = cast.setting.offices.get(title.words.lower())
        firm = title.noun.rank in NATIONAL and title.noun.word not in who_words().common_offices
        if told and told.state not in against and firm:
            yield of_tokens(page, "told_office", told.state, title.first, title.last)
        if cast.setting.home and cast.setting.home not in against and has_office(cast.setting.home, title):
            yield of_tokens(page, "home", cast.setting.home, title.first, title.last)
    near = _place_near(cast, met) if met.receives else None
    place = near or ((_place_over(cast, met) or _goal(cast) or _place_before(cast, met)) if met.receives else None)
    if place and not (against or guests):
        here = page.annotated.sentence_of(met.word)
        end = here.last if abroad else name.first
        beside = here.first <= place[1] < end or (abroad and place in (near, cast.setting.goal))
        place = place if beside and place[0] != cast.setting.publisher.state else None
    if place and place[0] not in against and all(has_office(place[0], t) for t in able):
        yield of_tokens(page, "place", *place)
        if abroad and not (against or guests) and cast.setting.publisher.state:
            yield of_tokens(page, "across", cast.setting.publisher.state, *words)


def _offices_before(cast: Cast, p: int, name: Name) -> Iterator[int]:
    """The heads of the offices before this name, and a comma: "with the Minister of Trade, Trinh Hau"."""
    for h in cast.persons[p].holdings:
        title = cast.titles[h.title]
        if h.apposed and cast.names[h.name] is name and title.first < name.first:
            yield title.head


def at_home(cast: Cast, p: int, name: Name) -> Iterator[StateEvidence]:
    """ "Spent Tuesday in Tehran, where President Golshani gave them an audience": who deals there with those who came is of the place."""
    page, sentence = cast.page, cast.page.annotated.sentence_of(name.first)
    where = next((i for i in range(name.first - 1, sentence.first + 1, -1) if page.lowers[i] == "where"), None)
    if where is None:
        return
    at = where - 1 if page.words[where - 1] == "," else where
    hit = next((h for h in reversed(page.hits) if h.last <= at and h.state and h.kind in ("state", "capital")), None)
    told = hit is not None and at - hit.last <= DAY and all(page.tokens[i].pos != "VERB" for i in range(hit.last, at))
    if (
        hit is None
        or not told
        or page.words[hit.first] in publisher_words().seats
        or page.lowers[hit.first - 1] not in TOWARDS
    ):
        return
    verbs = any(page.tokens[i].pos in ("VERB", "AUX") for i in range(where, name.first))
    them = not verbs and bool(THEM & set(page.lowers[name.last : min(name.last + CLAUSE, sentence.last)]))
    met = met_by(page, name, _offices_before(cast, p, name)) if verbs else None
    came = met is not None and met.receives and met.word > where and not met.bare  # "where they met Prime Minister Ilunga"
    came = came and met is not None and all(cast.side_of(i, p) != hit.state for i in met.others)
    titles = [cast.titles[h.title] for h in cast.persons[p].holdings if not h.past]
    able = [t for t in titles if not t.states and not t.international and t.noun.rank in NATIONAL]
    if able and (them or came) and all(has_office(str(hit.state), t) for t in able):
        yield of_tokens(page, "place", str(hit.state), hit.first, name.last)


def _own_parliament(cast: Cast, p: int) -> set[str | None]:
    """The state that reports mean by a lawmaker's office: he meets others of it every day."""
    titles = [cast.titles[h.title] for h in cast.persons[p].holdings]
    return {t.office.habit for t in titles if t.office is not None and t.noun.rank == "lawmaker" and not t.states}


def _place_near(cast: Cast, met: Met) -> tuple[str, int, int] | None:
    """The one country in which the words for a meeting, or the sentence before in its paragraph, put what they tell."""
    page = cast.page
    here = page.annotated.sentence_of(met.word)
    seats = {i for t in cast.titles for i in range(t.first, t.last)}  # "the Algerian ambassador in Bamako"
    verb = verb_over(page, met.word) if page.tokens[met.word].pos != "VERB" else page.tokens[met.word]
    found = [p for p in _places(page, here.first, here.last, met.hosts) if _belongs(page, p[1], met.word, verb)]
    found = [p for p in found if p[1] not in seats]
    past = _tense(page, met.word) is Tense.PAST
    found = found or list(_visited(page, here.first, met.word, past))
    if not found and here.index and page.annotated.sentences[here.index - 1].paragraph == here.paragraph - 1:
        back = page.annotated.sentences[
            max(here.index - 2, 0) : here.index
        ]  # "He arrived in Seoul. / He will be received by"
        found = [p for s in reversed(back) for p in _arrived(page, s.first, s.last)][:1]
    if not found and here.index and page.annotated.sentences[here.index - 1].paragraph == here.paragraph:
        before = page.annotated.sentences[here.index - 1]
        found = [p for p in _places(page, before.first, before.last, False) if _is_setting(page, p[1])]
        found = found or list(_visited(page, before.first, before.last, past))
    return found[0] if len({f[0] for f in found}) == 1 else None


def _place_before(cast: Cast, met: Met) -> tuple[str, int, int] | None:
    """The foreign country in which the words before, back to the paragraph before, last put what they tell: "While in Budapest
    ... He will also call on Prime Minister Vámosi". None where the report tells of a gathering."""
    page = cast.page
    if meeting_words().gatherings & set(page.lowers):
        return None
    paragraph = page.annotated.sentence_of(met.word).paragraph
    back = page.annotated.sentence_of(max(met.word - BACK, 0)).first
    first = next((i for i in range(back, met.word) if page.annotated.sentence_of(i).paragraph >= paragraph - 1), met.word)
    told = (p for p in _places(page, first, met.word, False) if _is_setting(page, p[1]))
    found = sorted(
        {*told, *_visited(page, first, met.word, _tense(page, met.word) is Tense.PAST)}, key=lambda place: place[1]
    )
    return found[-1] if found and found[-1][0] != cast.setting.publisher.state else None


def place_told(cast: Cast, i: int) -> tuple[str, int, int] | None:
    """The one country in which the sentence of token i, or else the last before it, puts what it tells."""
    page, here = cast.page, cast.page.annotated.sentence_of(i)
    for sentence in reversed(page.annotated.sentences[: here.index + 1]):
        if sentence.last < i - BACK:
            break
        found = [*_places(page, sentence.first, sentence.last, False), *_visited(page, sentence.first, sentence.last)]
        if found:
            return found[0] if len({f[0] for f in found}) == 1 else None
    return _goal(cast)


def _goal(cast: Cast) -> tuple[str, int, int] | None:
    """The one foreign nation that the journeys of the report go to; none where it tells of a gathering of several."""
    goal = cast.setting.goal
    return goal if goal is not None and goal[0] != cast.setting.publisher.state else None


def inviting(cast: Cast, p: int, name: Name) -> Iterator[StateEvidence]:
    """ "A visit to Bulgaria at the invitation of Prime Minister Velchev", "an invitation from President Roa to visit Cuba": who
    invites is at home where the visit goes."""
    page, sentence = cast.page, cast.page.annotated.sentence_of(name.first)
    back = range(name.first - 1, max(sentence.first, name.first - OFFICE), -1)
    at = next((i for i in back if page.lowers[i] in OF and page.lowers[i - 1] in meeting_words().hosting), None)
    titles = [cast.titles[h.title] for h in cast.persons[p].holdings if not h.past]
    if at is None or at <= sentence.first or not titles or any(t.states or t.international for t in titles):
        return
    if any(page.tokens[i].pos in ("VERB", "AUX") or i in cast.at for i in range(at, name.first)):
        return
    goals = {h.state: h for h in page.hits if sentence.first <= h.first < sentence.last and is_goal(page, h)}
    if len(goals) == 1:
        ((state, hit),) = goals.items()
        if state and all(has_office(state, t) for t in titles):
            yield of_tokens(page, "place", state, min(hit.first, name.first), max(hit.last, name.last))


def _place_over(cast: Cast, met: Met) -> tuple[str, int, int] | None:
    """The place that stands over the lines of a programme: "Luanda, 4 to 6 September"."""
    section = cast.setting.sections.place.get(cast.page.lines[met.word])
    return (section.state, section.first, section.last) if section is not None else None


def _belongs(page: Page, i: int, word: int, verb: Token | None) -> bool:
    """Does a phrase of place belong to the word for the meeting: before it, on it, or on its verb?"""
    over = verb_over(page, i)
    return i < word or page.tokens[i].head == word or (over is not None and verb is not None and over.i == verb.i)


def _is_setting(page: Page, i: int) -> bool:
    """Does a phrase of place say where its sentence goes on? Not that of another occasion: "ahead of consultations in Brussels"."""
    noun = page.tokens[page.tokens[i].head]
    going = noun.lemma in who_words().journeys or noun.lemma in meeting_words().programmes
    going = going or noun.entity == "PERSON" or noun.lower in who_words().hosts  # "held talks with Tamm in Oslo"
    return going or noun.pos not in ("NOUN", "PROPN") or noun.dep != "pobj" or page.tokens[noun.head].lower in SET_BY


def _places(page: Page, first: int, last: int, to: bool) -> Iterator[tuple[str, int, int]]:
    """Phrases of place with their states; with "to" where the word for the meeting is an invitation."""
    for i in range(first, last - 1):
        gone = (
            page.lowers[i] in ("to", "for", "from") and "where" in page.lowers[i + 2 : i + 6]
        )  # "leaves for Gaborone, where"
        if page.lowers[i] not in PLACING and not (to and page.lowers[i] == "to") and not gone:
            continue
        j = i + 2 if page.lowers[i + 1] == "the" and i + 2 < last else i + 1
        hit = page.hit_at.get(j)
        if hit is not None and hit.kind in ("state", "capital") and hit.state:
            yield hit.state, i, hit.last
        elif hit is not None and hit.state and page.lowers[hit.last : hit.last + 1] == ("capital",):
            yield hit.state, i, hit.last + 1  # "in the Estonian capital"
        elif hit is None and page.words[j][:1].isupper() and page.tokens[j].entity in ("GPE", "LOC", ""):
            known = places_named(page.words[j])
            if known and known[0].country and (known[0].people or 0) >= TOWN:
                yield known[0].country, i, j + 1


def _arrived(page: Page, first: int, last: int) -> Iterator[tuple[str, int, int]]:
    """ "Arrived today in Seoul": phrases of place on verbs of going somewhere."""
    for state, i, end in _places(page, first, last, False):
        over = verb_over(page, i)
        if over is not None and over.lemma in who_words().moving and over.tag in ("VBD", "VBN", "VBZ"):
            yield state, i, end


def _visited(page: Page, first: int, last: int, past: bool = False) -> Iterator[tuple[str, int, int]]:
    """ "Will visit Italy", "his visit to Italy": where the sentence before has somebody go; `past`: a journey still to be made is
    left out, for what is asked about lies behind."""
    for hit in page.hits:
        if not (first <= hit.first < last and hit.state and hit.kind in ("state", "capital")):
            continue
        if past and _tense(page, hit.last - 1) is Tense.FUTURE:
            continue
        token = page.tokens[hit.last - 1]
        over = page.tokens[token.head]
        if token.dep == "dobj" and over.lemma in who_words().reaching:
            yield hit.state, over.i, hit.last
        elif token.dep == "pobj" and over.lower == "to" and page.tokens[over.head].lemma in who_words().journeys:
            yield hit.state, over.head, hit.last
        elif is_goal(page, hit) and not _comes_after(page, hit):
            yield hit.state, over.i, hit.last


def _tense(page: Page, i: int) -> Tense | None:
    """The tense of the verb that token i is or stands under: of "is to travel", the future."""
    verb = page.tokens[i] if page.tokens[i].pos == "VERB" else verb_over(page, i)
    clause = page.clauses.at(verb.i) if verb is not None else None
    if clause is not None and verb is not None and clause.tense is Tense.NONE and verb.dep == "xcomp":
        return _tense(page, verb.head)
    return clause.tense if clause is not None else None


def _comes_after(page: Page, hit: Hit) -> bool:
    """Is the journey one that follows, or only told of somebody: "before flying to Tokyo", "who is to travel to Tokyo"?"""
    verb = verb_over(page, hit.last - 1)
    if verb is None or verb.dep == "relcl":
        return verb is not None
    marks = {t.lower for t in page.annotated.children(verb.i) if t.dep == "mark"}
    return bool(words("before_a_journey") & {*marks, page.tokens[verb.head].lower})
