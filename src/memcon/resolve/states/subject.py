"""A person whose state is asked for, and a piece of evidence with the weight of its kind: what the readers of evidence share."""

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.model.resolved import StateEvidence, StateFeature
from memcon.model.text import Span
from memcon.registers.evidence import weighing
from memcon.registers.namesakes import folded_parts, is_registered_head
from memcon.registers.offices import office_states
from memcon.resolve.names.name import Name
from memcon.resolve.names.persons import Person
from memcon.resolve.page import Page
from memcon.resolve.states.setting import Setting, has_office
from memcon.resolve.titles.titles import Title


@dataclass(frozen=True, slots=True)
class Subject:
    """A person whose state is asked for, with all that the report says of names and titles."""

    page: Page
    person: Person
    names: Sequence[Name]
    titles: Sequence[Title]
    setting: Setting
    starts: frozenset[int] = frozenset()  # the first tokens of all names
    first: bool = False  # the report names him before all others

    @property
    def held(self) -> list[Title]:
        return [self.titles[h.title] for h in self.person.holdings if self.titles[h.title].noun.rank != "relation"]

    @property
    def present(self) -> list[Title]:
        past = {h.title for h in self.person.holdings if h.past}
        return [self.titles[h.title] for h in self.person.holdings if h.title not in past]


def made(feature: StateFeature, state: str, words: str, span: Span | None = None) -> StateEvidence:
    """A piece of evidence with the weight of its kind."""
    return StateEvidence(feature, state, weighing().weights[feature], words, span)


def of_tokens(page: Page, feature: StateFeature, state: str, first: int, last: int) -> StateEvidence:
    """Evidence whose words are tokens of the text."""
    return made(feature, state, page.annotated.read(first, last), page.annotated.span(first, last))


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
