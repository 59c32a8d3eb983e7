"""Whom somebody serves whose title does not say it: a person with names and titles in, a state or None out.

Told by the party and state after an American lawmaker's name ("Durbin, Democrat of Illinois", "Sen. Crapo, R-Idaho"), by a
monarch's given name, by the same office told elsewhere with its nation, by the one foreign state the report is about.
"""

import re
from collections.abc import Sequence

from memcon.registers.names import honorifics
from memcon.registers.namesakes import folded_parts, is_us_head, monarch_state
from memcon.registers.offices import union, who_words
from memcon.resolve.names.names import Name
from memcon.resolve.names.persons import Person
from memcon.resolve.page import Page
from memcon.resolve.states.setting import NATIONAL, Setting, lacks
from memcon.resolve.titles.titles import Title

TAG_REACH = 8  # tokens after a name in which its party and state stand
TAG = re.compile(
    r"\s?[,(]\s?(?:[DRI]|Dem|Rep)\.?\s?-\s?[A-Z][A-Za-z.]+|, (?:an? |the )?(?:Democrat|Republican) (?:of|from) [A-Z]"
)
GIVEN_UP = frozenset(["secretary", "leader", "ruler", "strongman", "dictator"])  # too many serve as such


def tagged_state(page: Page, person: Person, names: Sequence[Name]) -> str | None:
    """ "Sen. Tim Kaine, D-Va.", "Gov. Kasich of Ohio": the USA."""
    if any(TAG.match(_after(page, names[n].last)) for n in person.names):
        return "USA"
    if any(_of_union(page, names[n].last) for n in person.names if names[n].after_title or names[n].honorific):
        return "USA"
    return None


def _after(page: Page, i: int) -> str:
    return page.annotated.read(i, min(i + TAG_REACH, len(page.words)))


def _of_union(page: Page, i: int) -> bool:
    return page.lowers[i : i + 1] == ("of",) and bool(union().at(page.words, i + 1))


def reigning_state(person: Person, names: Sequence[Name], titles: Sequence[Title]) -> str | None:
    """ "Queen Margrethe II" reigns over Denmark."""
    words = {(names[n].honorific or "").lower() for n in person.names if names[n].honorific in honorifics()}
    words |= {titles[h.title].noun.word for h in person.holdings}
    return monarch_state(person.parts) if words & who_words().royal else None


def office_state(person: Person, titles: Sequence[Title], setting: Setting) -> str | None:
    """The state of an office told without nation: the one that it has elsewhere in the report, or that the report is about."""
    held = [titles[h.title] for h in person.holdings if not h.past]
    held = [t for t in held if t.noun.serves == "state" and t.noun.rank in NATIONAL and t.noun.word not in GIVEN_UP]
    held = [t for t in held if t.possessor is None and not t.organisation]
    told = {setting.offices[t.words.lower()] for t in held if t.words.lower() in setting.offices}
    if len(told) == 1:
        return next(iter(told))
    foreign = setting.home is None or any(not can_be_home(setting.home, t, person) for t in held)
    return setting.subject if held and foreign and not any(lacks(setting.subject, t) for t in held) else None


def can_be_home(home: str | None, title: Title, person: Person) -> bool:
    """Can this be an office of the report's home state, told without its nation? "Its minister" is somebody else's, and every
    American president is known by name."""
    if home == "USA" and title.noun.word in ("president", "vice president") and not title.organisation:
        return is_us_head(folded_parts(person.parts))
    return title.determiner not in ("its", "their") and not lacks(home, title)
