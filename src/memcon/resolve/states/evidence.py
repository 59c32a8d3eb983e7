"""What tells of one person's state by itself: a person with names and titles in, `StateEvidence` out.

The words of a title and beside the name, offices and bodies that one state has, the registers of leaders and monarchs, what the
report tells elsewhere, whose paper it is. What only the others of the report tell is for `relations`; `decide` weighs it all.
"""

from collections.abc import Iterator, Sequence

from memcon.model.resolved import StateEvidence, StateFeature
from memcon.model.text import Span
from memcon.registers.cues import cues
from memcon.registers.names import family_first, given_names, honorifics, name_words
from memcon.registers.namesakes import folded_parts, leader_state, monarch_states, registered_state
from memcon.registers.offices import office_states, who_words
from memcon.registers.places import places_named
from memcon.resolve.anaphora.clauses import SUBJECTS, standing
from memcon.resolve.names.name import head_of
from memcon.resolve.page import Page
from memcon.resolve.states.beside import beside_names
from memcon.resolve.states.employers import employer_at
from memcon.resolve.states.paper import of_paper
from memcon.resolve.states.setting import NAMED, NATIONAL, Setting, Told, is_aide, is_national
from memcon.resolve.states.subject import Subject, fits, made
from memcon.resolve.titles.titles import Title

CITY = 200_000  # people: smaller ones share their names
BODY_REACH = 2  # sentences back in which a bare "spokesman" finds his body
OFFICIAL_BODIES = frozenset(["seat", "ministry", "government", "parliament", "agency", "military", "international"])


def evidence_of(subject: Subject) -> list[StateEvidence]:
    """Everything that tells of a person's state by itself."""
    return [
        *_of_titles(subject),
        *beside_names(subject),
        *_registered(subject),
        *_told_elsewhere(subject),
        *of_paper(subject),
    ]


def _of_titles(subject: Subject) -> Iterator[StateEvidence]:
    for h in subject.person.holdings:
        title = subject.titles[h.title]
        if title.noun.serves == "none":
            continue
        words = subject.page.annotated.read(title.first, max(title.last, title.head + 1))
        span = subject.page.annotated.span(title.first, max(title.last, title.head + 1))
        state = title.states[h.turn] if h.turn is not None and h.turn < len(title.states) else title.state
        if state:
            told: StateFeature = "body" if title.by_body else "respective" if h.turn is not None else "title"
            yield made("past_title" if h.past else told, state, words, span)
        elif (
            title.office
            and title.office.habit
            and not title.international
            and title.organisation in (None, title.office.organisation)
        ):
            sole = title.office.sole is not None and not _shared(subject.setting, title.office.habit, title)
            yield from _habitual(subject, title.office.habit, sole, words, span)
        elif not title.international and (habit := _habit_of_body(subject.page, title)):
            yield from _habitual(subject, habit, False, words, span)
        elif city := _of_city(subject, title):
            yield made("of_city", city, words, span)


def _of_city(subject: Subject, title: Title) -> str | None:
    """ "The Mayor of Barcelona": the state of the city; of none that another city of the paper's own state is called by too."""
    page, own = subject.page, subject.setting.publisher.state
    if title.noun.word not in who_words().within_a_state or page.lowers[title.head + 1 : title.head + 2] != ("of",):
        return None
    known = [p for p in places_named(page.annotated.read(title.head + 2, title.last)) if p.country]
    if not known or (known[0].people or 0) < CITY or any(p.country == own for p in known[1:]):
        return None
    return known[0].country


def _habitual(subject: Subject, state: str, sole: bool, words: str, span: Span) -> Iterator[StateEvidence]:
    """An office or a body that one state has, or that reports mean by habit: where they name it, the more so."""
    yield made("sole_office" if sole else "habit", state, words, span)
    others = {s for told in (office_states().get(words.lower()),) if told for s in told.has} - {state}
    setting = subject.setting
    rivals = setting.publisher.state in others or any(setting.named[s] >= setting.named[state] for s in others)
    if not sole and setting.named[state] >= (NAMED if rivals or not others else 1):
        yield made("named", state, words, span)


def _shared(setting: Setting, state: str, title: Title) -> bool:
    """Is another state that has the office the paper's own, or named often: "External Affairs Minister" in a paper of Colombo?"""
    told = [office_states()[w] for w in {title.noun.word, title.words.lower()} if w in office_states()]
    others = {s for t in told for s in t.has} - {state}
    return setting.publisher.state in others or any(setting.named[s] >= NAMED for s in others)


def _habit_of_body(page: Page, title: Title) -> str | None:
    hits = (page.hit_at[i] for i in range(title.first, title.last) if i in page.hit_at)
    return next((h.body.habit for h in hits if h.body and h.body.habit and not h.state), None)


def _registered(subject: Subject) -> Iterator[StateEvidence]:
    person, names = subject.person, subject.names
    parts = tuple(p for p in person.parts if p not in name_words().suffixes)
    words = " ".join(person.parts)
    first = names[person.names[0]]
    span = subject.page.annotated.span(first.first, first.last)
    royal = {(names[n].honorific or "").lower() for n in person.names if names[n].honorific in honorifics()}
    royal |= {subject.titles[h.title].noun.word for h in person.holdings}
    for reigned in monarch_states(person.parts) if royal & who_words().royal else ():
        yield made("monarch", reigned, words, span)
    governs = any(names[n].embedded for n in person.names)
    addressed = not all(subject.page.annotated.zone(names[n].first) == "credits" for n in person.names)
    titled = bool(subject.held) or governs
    state = leader_state(parts, titled or addressed)
    if state is None:
        known = registered_state(parts)
        if known and (titled or subject.setting.named[known]):
            yield made("registered", known, words, span)
        return
    if len(folded_parts(parts)) > 1:
        yield made("leader", state, words, span)
    elif _is_that_leader(subject, parts[0], state, titled):
        yield made("leader_family", state, words, span)


def _is_that_leader(subject: Subject, family: str, state: str, titled: bool) -> bool:
    """Is a bare family name that of the registered leader? The report names the nation, and no title names another; a family
    name that many bear needs a title."""
    others = {s for t in subject.present for s in t.states} - {state}
    common = family.lower() in family_first() or family.lower() in given_names()
    if common:
        return not others and any(t.noun.rank in ("head", "minister") for t in subject.held)
    return not others and (titled or (subject.setting.named[state] >= NAMED))


def _told_elsewhere(subject: Subject) -> Iterator[StateEvidence]:
    setting, page = subject.setting, subject.page
    for title in subject.present:
        span = page.annotated.span(title.first, max(title.last, title.head + 1))
        if title.noun.rank == "voice" and not title.states and title.possessor is None and not title.international:
            found = _spoken_for(page, subject.titles, title)
            goal = (
                setting.goal[0] if setting.goal is not None else None
            )  # "X of Chad will visit Russia, a ministry spokesman said"
            if found and goal in (None, found):
                yield made("body_before", found, title.words, span)
        if title.noun.rank in NATIONAL and is_national(title) and (said := _said_of_own(subject, title)):
            yield made("body_before", said, title.words, span)
        publisher = setting.publisher.state
        if setting.home and publisher in (None, setting.home) and is_aide(title):
            yield made("home", setting.home, title.words, span)
        if not is_national(title) or title.determiner in ("its", "their"):
            continue
        firm = title.noun.rank in NATIONAL and title.noun.word not in who_words().common_offices
        told = setting.offices.get(title.words.lower())
        if told and publisher in (None, told.state) and firm and _is_told_before(page, told, subject):
            yield made("told_office", told.state, title.words, span)
        if setting.home and publisher in (None, setting.home) and fits(setting.home, title, subject.person):
            yield made("home", setting.home, title.words, span)
        topic = setting.topic(title) if publisher is None and (firm or title.governmental) else None
        if topic:
            yield made("topic", topic, title.words, span)
        if setting.heading and publisher in (None, setting.heading) and fits(setting.heading, title, subject.person):
            yield made("heading", setting.heading, title.words, span)


def _said_of_own(subject: Subject, title: Title) -> str | None:
    """ "The Kremlin said President Orlov would", "Ukrainian officials say Prime Minister Hnatyuk": the state whose government says it
    of somebody whose nation it leaves out."""
    page = subject.page
    name = next((subject.names[n] for n in subject.person.names if subject.names[n].first >= title.last), None)
    token = standing(page, head_of(page, name)) if name is not None else None
    clause = page.tokens[token.head] if token is not None and token.dep in SUBJECTS else None
    verb = page.tokens[clause.head] if clause is not None and clause.dep == "ccomp" else None
    speaker = page.annotated.child(verb.i, "nsubj") if verb is not None and verb.lemma in cues() else None
    if speaker is None or speaker.i > title.first:
        return None
    hit = page.hit_at.get(speaker.i)
    if hit is not None:
        return hit.state if hit.kind == "capital" or (hit.body is not None and hit.body.kind in OFFICIAL_BODIES) else None
    spoken = next((t for t in subject.titles if t.head == speaker.i and t.state and t.noun.plural), None)
    before = employer_at(page, page.annotated.edges(speaker.i)[0])
    return spoken.state if spoken is not None else before[0] if before is not None else None


def _is_told_before(page: Page, told: Told, subject: Subject) -> bool:
    """Is the office told of the nation in an earlier sentence: "Kenya's trade minister ... Trade Minister Kimotho"?"""
    first = subject.names[subject.person.names[0]].first
    return page.tokens[told.head].sentence < page.tokens[first].sentence


def _spoken_for(page: Page, titles: Sequence[Title], title: Title) -> str | None:
    """The state of the body or office spoken of just before: "the Kremlin said ... spokesman Popov", "President Kaya ... the
    presidential spokesman Demir", "Foreign Minister Lund ... the ministry's spokeswoman Dahl"."""
    sentence = page.tokens[title.head].sentence
    words = set(page.lowers[title.first : title.last])
    noun = next((noun for word, noun in who_words().spoken_for.items() if word in words), None)
    if noun is None and title.organisation is not None:
        return None
    ends: list[tuple[int, str | None]] = [
        (t.head, t.state)
        for t in titles
        if t.head < title.first
        and t.noun.word == noun
        and not t.past
        and sentence - page.tokens[t.head].sentence <= BODY_REACH
    ]
    ends += [
        (h.last, h.state)
        for h in page.hits
        if h.body
        and h.body.kind in ({"ministry"} if noun == "minister" else {"seat"} if noun else OFFICIAL_BODIES)
        and h.last <= title.first
        and sentence - page.tokens[h.first].sentence <= BODY_REACH
    ]
    if noun in (None, "minister"):
        ends += _national_bodies(page, sentence, title.first)
    return max(ends)[1] if ends else None


def _national_bodies(page: Page, sentence: int, end: int) -> Iterator[tuple[int, str]]:
    """ "The Russian foreign ministry said": bodies told by their nation in the sentences before."""
    first = page.annotated.sentences[max(sentence - BODY_REACH, 0)].first
    for i in range(first, end):
        hit = page.hit_at.get(i)
        if hit is not None and hit.first == i and hit.state and hit.body is None:
            found = employer_at(page, i)
            if found is not None and found[1] <= end:
                yield found[1], found[0]
