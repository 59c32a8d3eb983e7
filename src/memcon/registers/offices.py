"""Offices: the nouns that say what somebody is, offices whose words tell their state, bodies, who held what.

Comes in: data/role_nouns.csv, offices.csv, bodies.csv, leaders.csv, monarchs.csv, who_words.toml. Goes out: typed rows and
phrase tables to find them on lower-cased tokens (bodies: on tokens as they stand).
"""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from memcon.registers.cells import KEY, Column, Parted, Reads
from memcon.registers.names import Gender
from memcon.registers.phrases import Phrases, split
from memcon.registers.states import StateCode
from memcon.registers.tables import Table

Serves = Literal["state", "body", "none"]
Rank = Literal[
    "head", "deputy", "minister", "envoy", "voice", "official", "military", "lawmaker", "counterpart", "relation",
    "expert", "source", "press", "other",
]  # fmt: skip


PairKind = Literal["heads", "ministers", "envoys", "men", "women", "persons", "states", "any"]
BodyKind = Literal[
    "government", "seat", "ministry", "parliament", "military", "agency", "international", "press", "party", "armed_group",
    "think_tank", "company",
]  # fmt: skip
Names = Annotated[tuple[str, ...], Parted(";")]


@dataclass(frozen=True, slots=True)
class RoleNounRow:
    """A line of role_nouns.csv."""

    word: Annotated[str, KEY]
    plural: str
    serves: Annotated[Serves, Column("serves", one="thing served")]
    rank: Rank
    gender: Gender | None
    example: str


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun that says what somebody is; `plural` where this form of it is."""

    word: str
    plural: bool
    serves: Serves
    rank: Rank
    gender: Gender | None
    example: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office with its standard title; `default` is the state that it serves where the text names no other."""

    words: Annotated[tuple[str, ...], Column("match"), Reads(split), KEY]
    title: str
    organisation: str | None
    default: StateCode | None
    example: str


@dataclass(frozen=True, slots=True)
class Body:
    name: Annotated[str, KEY]
    names: Names
    state: StateCode | None
    kind: BodyKind


@dataclass(frozen=True, slots=True)
class Leaders:
    """Persons so well known that reports leave out their state: its heads, or others."""

    state: StateCode
    part: Literal["head", "other"]
    names: Names


@dataclass(frozen=True, slots=True)
class Monarchs:
    """Monarchs of one state whom reports call by a given name alone."""

    state: StateCode
    names: Names
    example: str


@dataclass(frozen=True, slots=True)
class PairNoun:
    """A plural noun that after "the two" stands for two of a kind."""

    noun: Annotated[str, KEY]
    kind: PairKind
    example: str


ROLE_NOUNS = Table("role_nouns.csv", RoleNounRow)
OFFICES = Table("offices.csv", Office)
BODIES = Table("bodies.csv", Body)
LEADERS = Table("leaders.csv", Leaders)
MONARCHS = Table("monarchs.csv", Monarchs)
PAIR_NOUNS = Table("pair_nouns.csv", PairNoun)


@cache
def role_nouns() -> Phrases[RoleNoun]:
    """Nouns of roles, singular and plural, in lower case."""
    return Phrases(
        (form, RoleNoun(r.word, plural, r.serves, r.rank, r.gender, r.example))
        for r in ROLE_NOUNS.rows
        for form, plural in ((r.word, False), (r.plural, True))
    )


@cache
def offices() -> Phrases[Office]:
    """Offices with standard titles, in lower case."""
    return Phrases((" ".join(office.words), office) for office in OFFICES.rows)


@cache
def bodies() -> Phrases[Body]:
    """Governments, ministries, parliaments, forces, international bodies, agencies, by every name."""
    return Phrases((name, body) for body in BODIES.rows for name in (body.name, *body.names))


@cache
def leaders() -> dict[str, str]:
    """Full name in lower case -> the state served."""
    return {name.lower(): r.state for r in LEADERS.rows for name in r.names}


@cache
def heads() -> frozenset[str]:
    """Full names in lower case of the register's heads of state and government."""
    return frozenset(name.lower() for r in LEADERS.rows if r.part == "head" for name in r.names)


@cache
def monarchs() -> dict[str, str]:
    """Given name, with or without its numeral, in lower case -> the state reigned over."""
    return {name.lower(): r.state for r in MONARCHS.rows for name in r.names}


@cache
def union() -> Phrases[str]:
    """States of the Union, as they are written -> the state that their offices serve."""
    return Phrases((name, "USA") for name in who_words().union)


@dataclass(frozen=True, slots=True)
class WhoWords:
    """The words of data/who_words.toml."""

    past: frozenset[str]
    loose: frozenset[str]
    offices: frozenset[str]
    calendar: frozenset[str]
    at: frozenset[str]
    moving: frozenset[str]
    judging: frozenset[str]
    journeys: frozenset[str]
    reaching: frozenset[str]
    agents: frozenset[str]
    together: frozenset[str]
    shared: frozenset[str]
    royal: frozenset[str]
    union: frozenset[str]
    general: frozenset[str]
    bosses: frozenset[str]
    lacking: dict[str, frozenset[str]]
    halves: dict[str, StateCode]
    bodies: dict[str, str]


WHO_WORDS = Table("who_words.toml", WhoWords)


@cache
def pair_nouns() -> dict[str, PairKind]:
    """Plural noun after "the two" or "both" -> the kind of the two that it stands for."""
    return {r.noun: r.kind for r in PAIR_NOUNS.rows}


def who_words() -> WhoWords:
    return WHO_WORDS.rows[0]
