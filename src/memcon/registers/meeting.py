"""Words that put two sides across a table. The table is `data/meeting_words.toml`."""

from dataclasses import dataclass

from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """Verbs by lemma, nouns and prepositions in lower case."""

    objects: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    prepositions: frozenset[str]
    hosting: frozenset[str]
    stand_ins: frozenset[str]
    leading: frozenset[str]
    sides: frozenset[str]
    heads_of_side: frozenset[str]
    gatherings: frozenset[str]
    credentials: frozenset[str]
    leadership: frozenset[str]
    comprising: frozenset[str]
    signing: frozenset[str]
    accompanying: frozenset[str]
    travelling: frozenset[str]
    in_person: frozenset[str]
    sending: frozenset[str]
    programmes: frozenset[str]


MEETING = Table("meeting_words.toml", MeetingWords)


def meeting_words() -> MeetingWords:
    return MEETING.rows[0]
