"""The persons of a report with the states known so far: what `relations` asks of them. Persons and states in, a `Cast` out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from memcon.model.annotated import Token
from memcon.registers.offices import who_words
from memcon.resolve.anaphora.clauses import SUBJECTS, excluded_subject, standing
from memcon.resolve.names.name import Name
from memcon.resolve.names.persons import Bearer, Person
from memcon.resolve.page import Page
from memcon.resolve.states.setting import Setting, is_national
from memcon.resolve.titles.holders import Holding
from memcon.resolve.titles.titles import Title

BACK = 80  # tokens before a pronoun in which its subject is looked for


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
    starts: frozenset[int] = field(init=False)  # the first tokens of names
    ends: dict[int, int] = field(init=False)  # the token behind a name -> the name
    behind_title: dict[int, Holding] = field(init=False)  # the token behind a title that is held -> the holding
    held: frozenset[int] = field(init=False)  # the heads of titles that named persons hold
    title_at: dict[int, Title] = field(init=False)  # its head -> the first title there
    holder_at: dict[int, int] = field(init=False)  # the head of an office told with the one who holds it -> the person

    def __post_init__(self) -> None:
        self.starts = frozenset(name.first for name in self.names)
        self.ends = {name.last: n for n, name in enumerate(self.names)}
        self.behind_title = {self.titles[h.title].last: h for person in self.persons for h in person.holdings}
        self.held = frozenset(self.titles[h.title].head for person in self.persons for h in person.holdings)
        holders = [(self.titles[h.title], p) for p, person in enumerate(self.persons) for h in person.holdings]
        self.holder_at = {t.head: p for t, p in holders if not t.noun.plural}
        self.title_at = {title.head: title for title in reversed(self.titles)}

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
        before = self._state_before(i)
        return self.setting.own if before is None else before[0]

    def state_of_pronoun(self, i: int) -> str | None:
        """The state of whom a possessive means: the subject before it."""
        before = self._state_before(i)
        return before[0] if before is not None else None

    def subject_before(self, i: int) -> int | None:
        """The person who was the subject last, in the paragraph of token i."""
        found = self._before(i)
        return self.at.get(found) if found is not None else None

    def _state_before(self, i: int) -> tuple[str | None] | None:
        """The state of whoever was the subject last, also of somebody unnamed: "Lithuania's foreign minister ... He"."""
        found = self._before(i)
        if found is None:
            return None
        person = self.at.get(found)
        return (self.states[person],) if person is not None else (self.title_at[found].state,)

    def _before(self, i: int) -> int | None:
        """The token of the person, or of an office of a nation, that was the subject last."""
        paragraph = self.page.annotated.sentence_of(i).paragraph
        excluded = excluded_subject(self.page, self.page.tokens[i]) if self.page.tokens[i].tag == "PRP" else None
        own = {standing(self.page, excluded.i).i} if excluded is not None else set()  # "Y received him"
        starts = i == 0 or self.page.annotated.sentence_of(i - 1).paragraph != paragraph  # "He is accompanied by"
        for j in range(i - 1, max(i - BACK, -1), -1):
            here = self.page.annotated.sentence_of(j).paragraph
            if here != paragraph and not (starts and here == paragraph - 1):
                return None
            subject = standing(self.page, j).dep in SUBJECTS and standing(self.page, j).i not in own
            if subject and (j in self.at or (j in self.title_at and self.title_at[j].state and j not in self.held)):
                return j
        return None

    def side_of(self, i: int, p: int) -> str | None:
        """The state of the other side of a meeting, where it is surer than that person p is not of it."""
        other = self.at.get(i, self.holder_at.get(i))
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
        if person is None and self.page.tokens[i].tag == "PRP":
            person = self.subject_before(i)
        titles = [self.titles[h.title] for h in self.persons[person].holdings] if person is not None else []
        return any(t.international for t in titles) or any(t.head == i and t.international for t in self.titles)

    def _of_title(self, token: Token) -> str | None:
        title = self.title_at.get(token.i)
        if title is None:
            return None
        sole = title.determiner == "the" and not title.possessor and not title.noun.plural and title.noun.rank != "envoy"
        sole = sole and not who_words().visiting & set(self.page.lowers[title.first : title.head])
        return title.state or (self.setting.own if sole and is_national(title) else None)


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
