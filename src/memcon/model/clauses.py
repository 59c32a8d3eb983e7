"""What a clause says of what it tells: who does what to whom, when, and whether it happened.

A clause is one verbal or nominal predicate with its arguments. `grammar` makes them once for each document; everybody
else reads them and asks no dependency label for these questions. Factuality follows Saurí & Pustejovsky's FactBank, with
the degrees folded into what an engagement's life needs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from memcon.model.layers import first_laid


class Form(StrEnum):
    """How the predicate stands in the text."""

    FINITE = "finite"  # "met", "will meet", "has been called off"
    INFINITIVE = "infinitive"  # "to meet"
    GERUND = "gerund"  # "after meeting", "considered meeting"
    PARTICIPLE = "participle"  # "the meeting held in Oslo", "Arriving in Oslo, he ..."
    NOMINAL = "nominal"  # "his visit", "talks"
    IMPERATIVE = "imperative"


class Tense(StrEnum):
    """As of writing. An infinitive or a noun has NONE of its own."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"  # will, is to, is going to; "would" after a past verb of saying or planning
    HEADLINE = "headline"  # a headline's present for what happened: it names an occasion that the text tells
    NONE = "none"


class Aspect(StrEnum):
    NONE = "none"
    COMPLETED = "completed"  # perfect: "has met", "had met", "having met"
    UNDER_WAY = "under way"  # progressive: "is meeting"
    HABITUAL = "habitual"  # "meets every year", "usually visits", "used to meet"


class Modality(StrEnum):
    """What a modal, a governing verb, noun or adjective makes of the predicate; the nearest one counts."""

    NONE = "none"
    WILL = "will"  # will, is to, is due to, is scheduled to, plans to
    MAY = "may"  # may, might, could, can; is likely to, is expected to
    SHOULD = "should"  # should, must, ought to, has to, needs to
    WISH = "wish"  # hopes to, wants to, would like to, seeks to
    TRY = "try"  # tried to, attempts to
    FAIL = "fail"  # failed to, was unable to, avoided, did not manage to
    REFUSE = "refuse"  # refused to, declined to, ruled out, boycotted
    AGREE = "agree"  # agreed to, accepted, pledged to, promised to
    ASK = "ask"  # asked to, invited to, urged to, proposed
    ORDER = "order"  # ordered to, told to, instructed to
    CONSIDER = "consider"  # considers, mulls, discusses
    CALL_OFF = "call off"  # cancelled, scrapped
    PUT_OFF = "put off"  # postponed, delayed, shelved


class Polarity(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"


class Condition(StrEnum):
    NONE = "none"
    IF = "if"  # the clause is a condition, or hangs on one: "if they meet", "would meet if"
    QUESTION = "question"  # a question, direct or not: "whether they met", "Will they meet?"


class Factuality(StrEnum):
    """Whether it happened, as far as the words say, as of writing and by the holder's lights."""

    HAPPENED = "happened"
    UNDER_WAY = "under way"
    SCHEDULED = "scheduled"  # it will be, or is planned to be
    POSSIBLE = "possible"  # may be, is hoped for, considered, asked for; hangs on a condition
    UNDONE = "undone"  # it did not happen, or was given up: "did not meet", "never took place", "refused to meet"
    DENIED = "denied"  # somebody denies that it happened or will
    UNKNOWN = "unknown"  # a rumour, a question, a fiction, or the words do not say


class Relation(StrEnum):
    """How a clause stands in its parent."""

    MAIN = "main"
    COMPLEMENT = "complement"  # "said that they met", "plans to meet", "denied meeting"
    RELATIVE = "relative"  # "the envoy who met", "talks held in Oslo"
    ADVERBIAL = "adverbial"  # "before he met", "after meeting", "to meet the king"
    CONJUNCT = "conjunct"  # "flew to Oslo and met"
    ARGUMENT = "argument"  # a noun that is an object, subject or in a prepositional phrase of the parent


@dataclass(frozen=True, slots=True)
class Prepositional:
    """A prepositional phrase of a predicate: the preposition's token and the heads of its objects, conjuncts spread."""

    token: int
    word: str
    objects: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate. Tokens are counted in the document; `agents` and `patients` are heads of phrases.

    agents      who does it: the subject of an active, the by-phrase of a passive, the possessor of a noun; conjuncts
                ("A and B") and control ("A plans to meet", "went to Oslo and met") undone. Empty where nobody is told
    patients    whom or what it is done to: objects of an active, the subject of a passive
    recipients  indirect objects
    marker      the word that opens the clause ("that", "before", "if", "after"), lower case, or None
    holder      the head of the phrase of whom the report quotes for it; None for the report's own voice
    governor    the token of the word that decided modality or factuality ("refused", "hopes", "denied", "cancelled"), or None
    rule        the name of the rule that decided factuality, from the tables of `registers`
    """

    index: int
    predicate: int
    first: int
    last: int
    form: Form
    passive: bool
    agents: tuple[int, ...]
    patients: tuple[int, ...]
    recipients: tuple[int, ...]
    prepositional: tuple[Prepositional, ...]
    tense: Tense
    aspect: Aspect
    modality: Modality
    polarity: Polarity
    condition: Condition
    factuality: Factuality
    holder: int | None
    relation: Relation
    parent: int | None
    marker: str | None
    governor: int | None
    rule: str

    @property
    def subjects(self) -> tuple[int, ...]:
        """The heads of the surface subject: who does it, or of a passive to whom it is done; control undone."""
        return self.patients if self.passive else self.agents


@dataclass(frozen=True)
class Clauses:
    """Every clause of a document, in the order of their predicates; `Clause.index` and `Clause.parent` count in `all`."""

    all: tuple[Clause, ...] = ()
    headlines: frozenset[int] = frozenset()  # the paragraphs that are headlines

    @cached_property
    def _at(self) -> dict[int, Clause]:
        return {clause.predicate: clause for clause in self.all}

    @cached_property
    def _around(self) -> dict[int, Clause]:
        """Token -> the innermost clause that holds it: the narrowest, of those as wide the last."""
        narrow = sorted(self.all, key=lambda c: (c.last - c.first, -c.predicate))
        return first_laid((range(clause.first, clause.last), clause) for clause in narrow) | self._at

    @cached_property
    def _children(self) -> dict[int, list[Clause]]:
        found: dict[int, list[Clause]] = {}
        for clause in self.all:
            if clause.parent is not None:
                found.setdefault(clause.parent, []).append(clause)
        return found

    def at(self, token: int) -> Clause | None:
        """The clause whose predicate is that token."""
        return self._at.get(token)

    def around(self, token: int) -> Clause | None:
        """The innermost clause that holds the token."""
        return self._around.get(token)

    def parent(self, clause: Clause) -> Clause | None:
        """The clause that this one stands in."""
        return None if clause.parent is None else self.all[clause.parent]

    def chain(self, clause: Clause) -> Iterator[Clause]:
        """The clauses that this one stands in, innermost first."""
        while clause.parent is not None:
            clause = self.all[clause.parent]
            yield clause

    def children(self, clause: Clause) -> tuple[Clause, ...]:
        """The clauses that stand directly in this one."""
        return tuple(self._children.get(clause.index, ()))
