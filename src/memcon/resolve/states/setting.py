"""What a report takes as known: whose paper it is, whose institutions need no nation, which nation it is about, offices told elsewhere.

A page and its titles in, a `Setting` out. "Defense Minister Vahidi" in a report on Iran is Iran's; "Kenya's trade minister" in
the lead tells whose minister "Trade Minister Kimotho" is. Refuses to choose where two states come near.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from memcon.registers.names import name_words
from memcon.registers.offices import office_states, role_nouns, who_words
from memcon.resolve.page import Page
from memcon.resolve.states.goals import goal_of
from memcon.resolve.states.publisher import Publisher, publisher_of
from memcon.resolve.states.sections import Sections, sections_of
from memcon.resolve.titles.titles import Title
from memcon.resolve.titles.words import hits_in

HOME_MENTIONS = 2  # one mention of "the Kremlin" does not make a report Russian
HABIT_MENTIONS = 2  # of bodies that others have too: "Congress", "the Senate"
NAMED = 2  # times that a report must name the nation that a habit means
SEVERAL = 3  # states of one office, among which a further holder can be of any
HEADING_WORDS = 25  # words of a heading
HEADING = 60  # first tokens in which a heading stands
TOPIC_MENTIONS = 4
TOPIC_SHARE = 3  # times as often as the next foreign state: below, neighbours of the state get its ministers
NATIONAL = frozenset(["head", "deputy", "minister", "military"])
PUBLIC = NATIONAL | {"envoy", "voice", "official", "lawmaker", "other"}
LAWMAKER = "representative"
LETTERS = 6  # of an acronym
INSTITUTIONS = frozenset(["seat", "ministry", "parliament"])


@dataclass(frozen=True, slots=True)
class Told:
    """The one state that a report tells an office of, and the token at which it does so first."""

    state: str
    head: int


@dataclass(frozen=True, slots=True)
class Setting:
    """`home`: the state whose institutions stand without nation; `offices`: words of an office -> the one state that the report
    tells it of; `named`: how often the report names each state."""

    publisher: Publisher
    home: str | None
    offices: Mapping[str, Told]
    named: Counter[str] = field(default_factory=Counter)
    goal: tuple[str, int, int] | None = None  # the one foreign nation that journeys go to, with the tokens that say so
    sections: Sections = field(default_factory=Sections)
    heading: str | None = None  # the nation that the heading puts before a colon: "Armenia: President to visit Moscow"

    @property
    def own(self) -> str | None:
        """The state whose government publishes the paper."""
        return self.publisher.state if self.publisher.kind == "government" else None

    @property
    def several_places(self) -> bool:
        """Is it a programme or a diary, so that the place at its head is not where all of it goes on?"""
        places = {section.state for section in self.sections.place.values()}
        return bool(places) and len(places | ({self.publisher.place} if self.publisher.place else set())) > 1

    def topic(self, title: Title) -> str | None:
        """The foreign state with such an office that is named far more often than any other."""
        able = Counter({s: n for s, n in self.named.items() if s not in (self.home, self.own) and has_office(s, title)})
        if not able:
            return None
        (first, n), *others = able.most_common(2)
        if self.home and self.named[self.home] >= n:
            return None  # it is about its own nation as much
        if not others:
            return first if n >= NAMED else None
        return first if n >= TOPIC_MENTIONS and n >= TOPIC_SHARE * others[0][1] else None


def read_setting(page: Page, titles: Sequence[Title], held: Collection[int]) -> Setting:
    """The setting of a document; `held` are the titles that a named person holds."""
    named = Counter(h.state for h in page.hits if h.state)
    publisher = publisher_of(page.annotated.document)
    return Setting(
        publisher,
        home_state(page),
        _told_offices(titles, held),
        named,
        goal_of(page, publisher.state),
        sections_of(page),
        _heading(page),
    )


def _heading(page: Page) -> str | None:
    """The nation that begins the heading and is followed by a colon."""
    for i in range(min(HEADING, len(page.words))):
        hit = page.hit_at.get(i)
        if hit is not None and hit.first == i and hit.kind == "state" and page.words[hit.last : hit.last + 1] == (":",):
            starts = i == 0 or page.lines[i - 1] != page.lines[i]
            end = next((j for j in range(i, len(page.words)) if page.lines[j] != page.lines[i]), len(page.words))
            return hit.state if starts and end - i < HEADING_WORDS and page.words[end - 1] != "." else None
    return None


def home_state(page: Page) -> str | None:
    """The state whose institutions the report names without their nation ("the Kremlin", "the White House").

    Bodies that others have too ("Congress") count where no such institution is named, and the state is.
    """
    told = Counter(h.state for h in page.hits if h.body and h.body.state and h.body.kind in INSTITUTIONS)
    if not told:
        habits = Counter(h.body.habit for h in page.hits if h.body and not h.state and h.body.kind in INSTITUTIONS)
        named = {h.state for h in page.hits if not h.body}
        return next((s for s, n in habits.items() if len(habits) == 1 and s in named and n >= HABIT_MENTIONS), None)
    (first, n), *others = told.most_common(2)
    return first if n >= HOME_MENTIONS and (not others or n > others[0][1]) else None


def _told_offices(titles: Sequence[Title], held: Collection[int]) -> dict[str, Told]:
    """Offices that the report tells of one state, without a name beside them."""
    told: dict[str, list[Title]] = defaultdict(list)
    named = {(titles[n].words.lower(), titles[n].state) for n in held}  # the report names who holds it
    for n, title in enumerate(titles):
        public = title.noun.serves == "state" and title.noun.rank in NATIONAL and not title.past
        if n not in held and title.state and public and (title.words.lower(), title.state) not in named:
            told[title.words.lower()].append(title)
    of = defaultdict(set)  # all states of the office, also those whose holders are named
    for title in titles:
        if title.state and not title.past:
            of[title.words.lower()].add(title.state)
    return {
        words: Told(str(found[0].state), found[0].head)
        for words, found in told.items()
        if len({title.state for title in found}) == 1 and len(of[words]) < SEVERAL
    }


def is_own(setting: Setting, page: Page, title: Title) -> bool:
    """ "The President", "the Minister" in a government's own paper, capital and all: its own, whoever else of that office it names.

    Source: official style writes the titles of one's own heads with a capital (U.S. GPO Style Manual, chapter 3).
    """
    first = title.noun.rank == "head" or title.words.lower() == "vice president"
    return first and in_house_style(setting, page, title)


def in_house_style(setting: Setting, page: Page, title: Title) -> bool:
    """Is it "the" office, capital and all and without a nation or a body, in a government's own paper?"""
    bare = title.determiner == "the" and not title.states and not title.organisation and title.possessor is None
    written = page.words[title.noun_first][:1].isupper() and page.words[title.head][:1].isupper()
    return setting.own is not None and bare and written and not title.past and has_office(setting.own, title)


def has_office(state: str | None, title: Title) -> bool:
    """Can the state have such an office, so that a holder told without nation may serve it?"""
    for words in {title.noun.word, title.words.lower()}:
        told = office_states().get(words)
        if told and ((told.has and state not in told.has) or state in told.lacks):
            return False
    return True


def is_national(title: Title) -> bool:
    """Is this a public office that names no nation, no other body and nobody whom its holder serves?"""
    if title.states or title.target or title.possessor is not None or title.noun.rank not in PUBLIC or title.international:
        return False
    if title.noun.word in who_words().vague or _is_of_acronym(title):
        return False
    if title.noun.serves == "state":
        return title.organisation is None or title.governmental
    return title.governmental or title.noun.rank == "voice"


def is_lawmaker(page: Page, title: Title) -> bool:
    """ "Representative Karen Bass", "Representatives Moore and Lieu": a lawmaker by the style that goes right before the name."""
    free = not (title.states or title.target or title.international or title.organisation or title.possessor is not None)
    styled = page.words[title.head][:1].isupper() and title.last == title.head + 1 and title.words.lower() == LAWMAKER
    return free and styled and page.words[title.last : title.last + 1] != () and page.words[title.last][:1].isupper()


def _is_of_acronym(title: Title) -> bool:
    """ "CFA President": the head of a body that only its letters name."""
    first = title.words.split()[0] if title.words else ""
    letters = 1 < len(first) <= LETTERS and first.isalpha() and first.isupper() and first.lower() not in role_nouns()
    return (
        letters and title.noun.rank == "head" and title.noun.word == title.words.lower().removeprefix(first.lower()).strip()
    )


def is_of_letters(title: Title) -> bool:
    """ "Special Representative of UNAMID": of a body whose letters no register has."""
    return title.organisation is not None and title.organisation.isupper() and not title.governmental


def is_staff(page: Page, title: Title) -> bool:
    """Is this an office of the civil service told without nation or body: "Director General (Middle East)", "head of department"?"""
    free = not (title.states or title.target or title.international or title.possessor is not None)
    body = title.organisation is not None or any(w in name_words().body for w in page.words[title.head + 1 : title.last])
    placed = any(h.state for h in hits_in(page, title.first, title.last))
    return free and not body and not placed and title.noun.word in who_words().staff and not is_national(title)


def is_aide(title: Title) -> bool:
    """Is this an office by whose words its holder serves a government ("chief of staff"), in the report of one government?"""
    free = not (title.states or title.target or title.international or title.organisation or title.possessor is not None)
    return free and title.noun.word in who_words().national
