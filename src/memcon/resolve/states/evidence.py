"""What tells of one person's state by itself: a person with names and titles in, `StateEvidence` out.

The words of a title and beside the name, offices and bodies that one state has, the registers of leaders and monarchs, what the
report tells elsewhere, whose paper it is. What only the others of the report tell is for `relations`; `decide` weighs it all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from memcon.model.resolved import StateEvidence, StateFeature
from memcon.model.text import Span
from memcon.registers.evidence import weighing
from memcon.registers.names import family_first, given_names, honorifics, is_honorific, name_words
from memcon.registers.namesakes import folded_parts, is_registered_head, leader_state, monarch_state, registered_state
from memcon.registers.offices import office_states, party_tags, union, who_words
from memcon.resolve.names.name import Name
from memcon.resolve.names.persons import Person
from memcon.resolve.page import Hit, Page
from memcon.resolve.states.employers import behind_comma, employer_at
from memcon.resolve.states.setting import NAMED, NATIONAL, Setting, Told, has_office, is_aide, is_national
from memcon.resolve.titles.titles import Title

TAG_REACH = 8  # tokens after a name in which its party and state stand
BODY_REACH = 2  # sentences back in which a bare "spokesman" finds his body
OF_REACH = 8  # tokens of "of the Federal Democratic Republic of Ethiopia"
OFFICIAL_BODIES = frozenset(["seat", "ministry", "government", "parliament", "agency", "military", "international"])
EMPLOYED = (("of",), ("from",), ("at",), ("with",))
GIVEN_UP = frozenset(["secretary", "leader", "ruler", "strongman", "dictator", "minister"])  # too many serve as such


@dataclass(frozen=True, slots=True)
class Subject:
    """A person whose state is asked for, with all that the report says of names and titles."""

    page: Page
    person: Person
    names: Sequence[Name]
    titles: Sequence[Title]
    setting: Setting

    @property
    def held(self) -> list[Title]:
        return [self.titles[h.title] for h in self.person.holdings if self.titles[h.title].noun.rank != "relation"]

    @property
    def present(self) -> list[Title]:
        past = {h.title for h in self.person.holdings if h.past}
        return [self.titles[h.title] for h in self.person.holdings if h.title not in past]


def evidence_of(subject: Subject) -> list[StateEvidence]:
    """Everything that tells of a person's state by itself."""
    return [
        *_of_titles(subject),
        *_beside_names(subject),
        *_registered(subject),
        *_told_elsewhere(subject),
        *_of_paper(subject),
    ]


def made(feature: StateFeature, state: str, words: str, span: Span | None = None) -> StateEvidence:
    """A piece of evidence with the weight of its kind."""
    return StateEvidence(feature, state, weighing().weights[feature], words, span)


def of_tokens(page: Page, feature: StateFeature, state: str, first: int, last: int) -> StateEvidence:
    """Evidence whose words are tokens of the text."""
    return made(feature, state, page.annotated.read(first, last), page.annotated.span(first, last))


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


def _habitual(subject: Subject, state: str, sole: bool, words: str, span: Span) -> Iterator[StateEvidence]:
    """An office or a body that one state has, or that reports mean by habit: where they name it, the more so."""
    yield made("sole_office" if sole else "habit", state, words, span)
    if not sole and subject.setting.named[state] >= NAMED:
        yield made("named", state, words, span)


def _shared(setting: Setting, state: str, title: Title) -> bool:
    """Is another state that has the office the paper's own, or named often: "External Affairs Minister" in a paper of Colombo?"""
    told = [office_states()[w] for w in {title.noun.word, title.words.lower()} if w in office_states()]
    others = {s for t in told for s in t.has} - {state}
    return setting.publisher.state in others or any(setting.named[s] >= NAMED for s in others)


def _habit_of_body(page: Page, title: Title) -> str | None:
    hits = (page.hit_at[i] for i in range(title.first, title.last) if i in page.hit_at)
    return next((h.body.habit for h in hits if h.body and h.body.habit and not h.state), None)


def _beside_names(subject: Subject) -> Iterator[StateEvidence]:
    page = subject.page
    for n in subject.person.names:
        name = subject.names[n]
        titled = name.after_title or name.honorific is not None or any(h.name == n for h in subject.person.holdings)
        if titled and (found := state_after(page, name)):
            yield of_tokens(page, "of_state", found[0], name.first, found[1])
        for body in _employers(subject, n):
            yield of_tokens(page, "body", *body)
        if hit := _in_brackets(page, name.last) or _listed_with(page, name.last) or _owning(page, name.first):
            first, last = min(hit.first, name.first), max(hit.last, name.last)
            yield of_tokens(page, "beside", str(hit.state), first, last)
        after = page.annotated.read(name.last, min(name.last + TAG_REACH, len(page.words)))
        for state, tag in party_tags().items():
            if tag.match(after):
                yield of_tokens(page, "party", state, name.first, min(name.last + TAG_REACH, len(page.words)))
        if (
            titled
            and page.lowers[name.last : name.last + 1] == ("of",)
            and (region := union().at(page.words, name.last + 1))
        ):
            yield of_tokens(page, "union_state", region[1], name.first, name.last + 1 + region[0])


def _employers(subject: Subject, n: int) -> Iterator[tuple[str, int, int]]:
    """ "Obi of the Embassy of Nigeria", "Rehman, Additional Secretary, Ministry of Foreign Affairs of Pakistan": where he works."""
    page, name = subject.page, subject.names[n]
    of = employer_at(page, name.last + 1) if page.lowers[name.last : name.last + 1] in EMPLOYED else None
    if found := of or behind_comma(page, name.last):
        yield found[0], name.first, found[1]
    for h in subject.person.holdings:
        title = subject.titles[h.title]
        if h.name == n and not title.states and not h.past and (beside := behind_comma(page, title.last)):
            yield beside[0], title.first, beside[1]


def _in_brackets(page: Page, i: int) -> Hit | None:
    """ "Ali (Indonesia)"."""
    hit = page.hit_at.get(i + 1) if page.words[i : i + 1] == ("(",) else None
    closed = hit is not None and page.words[hit.last : hit.last + 1] == (")",)
    return hit if hit is not None and closed and hit.state and hit.kind in ("state", "adjective") else None


def _listed_with(page: Page, i: int) -> Hit | None:
    """ "Ms. Karin Lund, Sweden; ...": the nation between a comma and the end of an item."""
    hit = (
        page.hit_at.get(i + 2 if page.lowers[i + 1 : i + 2] == ("the",) else i + 1)
        if page.words[i : i + 1] == (",",)
        else None
    )
    if hit is None or hit.kind != "state":
        return None
    ends = (
        hit.last >= len(page.words)
        or page.words[hit.last] in (";", ".", ")")
        or page.lines[hit.last] != page.lines[hit.first]
    )
    return hit if ends and hit.state else None


def _owning(page: Page, i: int) -> Hit | None:
    """ "Argentina's Hernán Pardo"."""
    hit = page.hit_at.get(i - 2) if i > 1 and page.tokens[i - 1].tag == "POS" else None
    return hit if hit is not None and hit.kind == "state" and hit.state else None


def state_after(page: Page, name: Name) -> tuple[str, int] | None:
    """ "Prime Minister Trudeau of Canada", "President Duda of the Republic of Poland": the state, and where its words end."""
    i = name.last
    if page.lowers[i : i + 1] == (",",) and page.lowers[i + 1 : i + 2] == ("of",):
        i += 1
    if page.lowers[i : i + 1] != ("of",):
        return None
    start = i
    while i < min(start + OF_REACH, len(page.words)):
        hit = page.hit_at.get(i)
        if hit and hit.state and hit.kind in ("state", "capital", "body"):
            return hit.state, hit.last
        if i > start and not (page.lowers[i] in ("the", "of", "and") or page.words[i][0].isupper()):
            return None
        i += 1
    return None


def _registered(subject: Subject) -> Iterator[StateEvidence]:
    person, names = subject.person, subject.names
    parts = tuple(p for p in person.parts if p not in name_words().suffixes)
    words = " ".join(person.parts)
    first = names[person.names[0]]
    span = subject.page.annotated.span(first.first, first.last)
    royal = {(names[n].honorific or "").lower() for n in person.names if names[n].honorific in honorifics()}
    royal |= {subject.titles[h.title].noun.word for h in person.holdings}
    if royal & who_words().royal and (state := monarch_state(person.parts)):
        yield made("monarch", state, words, span)
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
            if found:
                yield made("body_before", found, title.words, span)
        publisher = setting.publisher.state
        if setting.home and publisher in (None, setting.home) and is_aide(title):
            yield made("home", setting.home, title.words, span)
        if not is_national(title) or title.determiner in ("its", "their"):
            continue
        firm = title.noun.rank in NATIONAL and title.noun.word not in GIVEN_UP
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


def _of_paper(subject: Subject) -> Iterator[StateEvidence]:
    """What follows from whose paper it is: an office without nation is of the paper's own, or of the dateline's."""
    publisher, page = subject.setting.publisher, subject.page
    if publisher.kind == "international":
        return
    yield from _of_names(subject)
    for title in subject.present or subject.held:
        if title.determiner == "our" and not title.states and publisher.state:
            yield of_tokens(page, "own_word", publisher.state, title.first, title.last)
        sent = publisher.kind == "government" and title.noun.rank == "envoy" and title.target not in (None, publisher.state)
        own = is_national(title) or (publisher.kind == "government" and is_aide(title))
        if title.noun.rank == "envoy" and not sent and not _is_own_envoy(subject, title):
            continue
        if not (sent and not title.states) and (not own or title.determiner in POSSESSIVES):
            continue
        if publisher.state and fits(publisher.state, title, subject.person):
            yield made(PAPERS.get(publisher.kind or "press", "press"), publisher.state, publisher.words, publisher.span)
        place = publisher.place if publisher.place != publisher.state or publisher.kind == "press" else None
        if place and not sent and fits(place, title, subject.person):
            wire = publisher.kind is not None and publisher.state is None  # it reports of all nations
            line: StateFeature = "dateline" if publisher.capital and not wire else "dateline_town"
            yield made(line, place, publisher.place_words, publisher.place_span)


def _is_own_envoy(subject: Subject, title: Title) -> bool:
    """Can an ambassador of no nation be the paper's own? In a government's paper; elsewhere "the Ambassador" and one who holds a
    further office, for those of other nations go on as "Ambassador Shaw". Not one "to the Kingdom"."""
    if "to" in title.words.lower().split():
        return False
    if subject.setting.publisher.kind == "government" or title.determiner == "the" or title.governmental:
        return True
    return any(is_national(t) for t in subject.present if t is not title)


def _of_names(subject: Subject) -> Iterator[StateEvidence]:
    """In a government's paper: "Lund's Government", and who answers without an office in a transcript ("MR. RUBIN:")."""
    publisher, page = subject.setting.publisher, subject.page
    if publisher.state is None or publisher.kind != "government":
        return
    for name in (subject.names[n] for n in subject.person.names):
        if name.embedded and "government" in page.lowers[name.last : name.last + 2]:
            yield of_tokens(page, "own_government", publisher.state, name.first, name.last)
        if name.honorific and not subject.held and page.words[name.last : name.last + 1] == (":",):
            line = page.lines[name.first]
            first = next((i for i in range(name.first, -1, -1) if page.lines[i] != line), -1) + 1
            if all(is_honorific(w) or w == "." for w in page.words[first : name.first]):
                yield of_tokens(page, "own_turn", publisher.state, first, name.last)


POSSESSIVES = frozenset(["its", "their", "his", "her"])
PAPERS: Mapping[str, StateFeature] = {"government": "own_paper", "agency": "agency", "press": "press"}


def fits(state: str, title: Title, person: Person) -> bool:
    """Can this be an office of that state, told without its nation? Not one that the state lacks, nor one whose holders are all
    registered, where this person is not."""
    told = office_states().get(title.noun.word)
    if (
        told
        and state in told.closed
        and not title.organisation
        and not is_registered_head(state, folded_parts(person.parts))
    ):
        return False
    return has_office(state, title)
