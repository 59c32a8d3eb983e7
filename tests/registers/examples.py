"""The examples of the tables as texts, and what the whole reader makes of them: read some at a time."""

from collections.abc import Iterator

from conftest import make_document
from memcon.annotate.parser import Parser
from memcon.flow.plan import Reading, read_rooms
from memcon.model.findings import EngagementMention, Statement
from memcon.model.resolved import LocalActor
from memcon.registers import (
    cues,
    engagements,
    governors,
    hosts,
    names,
    offices,
    plover,
    session_seats,
    states,
    times,
    word_lists,
)  # fmt: skip

WEDNESDAY = "2022-05-11"  # the day on which a report with an example appears
OF_RULES = "2015-07-08"  # and, of those of times_rules.toml, a Wednesday too
MARKS = str.maketrans("", "", "[]{}")
BATCH = 64  # texts read together; whoever tries one row need not wait for thousands
OF_PLACES = (session_seats.SESSION_SEATS, word_lists.VENUE_WORDS)


def plain(example: str) -> str:
    """An example without the marks around what it shows."""
    return example.translate(MARKS)


def said_by(words: str) -> str:
    """A sentence in which whoever the words mean says something. An example that is a sentence stands for itself."""
    if words.endswith(".") and " " in words and words.rsplit(" ", 1)[-1].islower():
        return words
    return f"{words[0].upper()}{words[1:]} said on Monday that the road was open."


def texts() -> Iterator[tuple[str, str | None]]:
    """Every text of the tables, with the day on which it appears."""
    for row in cues.CUES.rows:
        yield plain(row.example), None
    for table in (
        engagements.NOUNS,
        engagements.VERBS,
        engagements.STATUS_CUES,
        engagements.WORD_LISTS,
        hosts.HOSTS,
        *OF_PLACES,
    ):
        yield from ((row.example, WEDNESDAY) for row in table.rows)
    for marked in (*plover.PATTERNS.rows, *governors.GOVERNORS.rows):
        yield plain(marked.example), None
    for rule in times.RULES.rows:
        yield rule.example, OF_RULES
    for titled in (offices.ROLE_NOUNS, offices.OFFICES, offices.MONARCHS, names.HONORIFICS):
        yield from ((said_by(row.example), None) for row in titled.rows)
    for phrase in (*body_texts(), *state_texts()):
        yield phrase, None


def body_texts() -> list[str]:
    return [said_by(f"the {name}") for body in offices.BODIES.rows for name in (body.name, *body.names)]


def state_texts() -> list[str]:
    of_names = [said_by(f"officials from {name}") for s in states.STATES.rows for name in (s.name, *s.names)]
    of_adjectives = [said_by(f"the {word} foreign minister") for s in states.STATES.rows for word in s.adjectives]
    return of_names + of_adjectives


class Reader:
    """Reads texts of the tables, each together with those that stand around it there: tests ask for one after the other."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self._texts = list(dict.fromkeys(texts()))
        self._places = {text: n for n, text in enumerate(self._texts)}
        self._read: dict[tuple[str, str | None], Reading] = {}

    def read(self, text: str, published: str | None = None) -> Reading:
        """What each room makes of one of the texts of the tables."""
        if (text, published) not in self._read:
            first = self._places[text, published] // BATCH * BATCH
            self._read |= self._together(self._texts[first : first + BATCH])
        return self._read[text, published]

    def _together(self, some: list[tuple[str, str | None]]) -> dict[tuple[str, str | None], Reading]:
        documents = [make_document(*one) for one in some]
        return dict(zip(some, read_rooms(documents, self._parser), strict=True))


def mentions(reading: Reading) -> list[EngagementMention]:
    return [m for e in reading.findings.engagements for m in e.mentions]


def words_of(reading: Reading, mention: EngagementMention) -> set[str]:
    """The lemmas and the small letters of the words of a mention."""
    inside = [t for t in reading.resolved.annotated.tokens if mention.span.start <= t.start < mention.span.end]
    return {t.lemma for t in inside} | {t.lower for t in inside}


def statement(reading: Reading) -> Statement | None:
    """The only statement of a text."""
    found = reading.findings.statements
    return found[0] if len(found) == 1 else None


def speaker(reading: Reading) -> LocalActor | None:
    """Whoever makes the only statement of a text."""
    said = statement(reading)
    return next((a for a in reading.findings.actors if said and a.key == said.speaker), None)
