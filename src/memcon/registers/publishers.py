"""Words by which a paper says whose it is. The table is `data/publishers.toml`."""

from dataclasses import dataclass

from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class PublisherWords:
    """The words of data/publishers.toml."""

    government: frozenset[str]
    agency: frozenset[str]
    heads: frozenset[str]
    linking: frozenset[str]
    about: frozenset[str]
    seats: frozenset[str]
    missions: frozenset[str]
    languages: frozenset[str]
    editions: frozenset[str]
    nations: dict[str, str]


PUBLISHERS = Table("publishers.toml", PublisherWords)


def publisher_words() -> PublisherWords:
    return PUBLISHERS.rows[0]
