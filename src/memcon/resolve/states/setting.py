"""What a report takes as known: whose institutions need no nation in it, whose officials it is about, offices told elsewhere.

A page and its titles in, a `Setting` out. "Defense Minister Vahidi" in a report on Iran is Iran's; "Kenya's trade minister" in
the lead tells whose minister "Trade Minister Kimotho" is. Refuses to choose where two states come near.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from memcon.registers.offices import who_words
from memcon.registers.outlets import governments
from memcon.resolve.page import Page
from memcon.resolve.titles.titles import Title

HOME_MENTIONS = 2  # one mention of "the Kremlin" does not make a report Russian
SUBJECT_MENTIONS = 4
SUBJECT_SHARE = 3  # times as often as the next foreign state: below, neighbours of the state get its ministers
NATIONAL = frozenset(["head", "deputy", "minister", "military"])


@dataclass(frozen=True, slots=True)
class Setting:
    """`own`: the state whose government publishes it; `home`: the state whose institutions stand without nation; `subject`: the
    one foreign state that the report is about; `offices`: words of an office -> the one state that the report tells it of."""

    own: str | None
    home: str | None
    subject: str | None
    offices: Mapping[str, str]


def read_setting(page: Page, titles: Sequence[Title], held: Collection[int]) -> Setting:
    """The setting of a document; `held` are the titles that a named person holds."""
    home = home_state(page)
    own = governments().get(page.annotated.document.outlet or "")
    return Setting(own, home, _subject(page, home), _told_offices(titles, held))


def home_state(page: Page) -> str | None:
    """The state whose institutions the report names without their nation ("Congress", "the White House")."""
    told = Counter(h.state for h in page.hits if h.body and h.state and h.body.kind in ("seat", "ministry", "parliament"))
    if not told:
        return None
    (first, n), *others = told.most_common(2)
    return first if n >= HOME_MENTIONS and (not others or n > others[0][1]) else None


def _subject(page: Page, home: str | None) -> str | None:
    """The foreign state named far more often than any other; not the USA, whose offices have names of their own."""
    foreign = Counter(h.state for h in page.hits if h.state and h.state not in (home, "USA"))
    if not foreign:
        return None
    (first, n), *others = foreign.most_common(2)
    return first if n >= SUBJECT_MENTIONS and (not others or n >= SUBJECT_SHARE * others[0][1]) else None


def _told_offices(titles: Sequence[Title], held: Collection[int]) -> dict[str, str]:
    """Offices that the report tells of one state, without a name beside them."""
    states: dict[str, set[str]] = defaultdict(set)
    for n, title in enumerate(titles):
        if (
            n not in held
            and title.state
            and title.noun.serves == "state"
            and title.noun.rank in NATIONAL
            and not title.past
        ):
            states[title.words.lower()].add(title.state)
    return {words: next(iter(told)) for words, told in states.items() if len(told) == 1}


def is_own(setting: Setting, page: Page, title: Title) -> bool:
    """ "The President" in a paper of the White House, capital and all: its own, whoever else of that office it names.

    Source: official style writes the titles of one's own heads with a capital (U.S. GPO Style Manual, chapter 3).
    """
    bare = title.determiner == "the" and not title.states and not title.organisation and title.possessor is None
    first = title.noun.rank == "head" or title.words.lower() == "vice president"
    written = page.words[title.noun_first][:1].isupper() and page.words[title.head][:1].isupper()
    return setting.own is not None and bare and first and written and not title.past and not lacks(setting.own, title)


def lacks(state: str | None, title: Title) -> bool:
    """Has the state no such office, so that its holder, told without nation, serves another?"""
    return bool({title.noun.word, title.words.lower()} & who_words().lacking.get(state or "", frozenset()))
