"""Offices: the nouns that say what somebody is, offices whose words tell their state, bodies, who held what.

Comes in: data/role_nouns.csv, offices.csv, office_states.csv, bodies.csv, leaders.csv, monarchs.csv, who_words.toml. Goes out:
typed rows and phrase tables to find them on lower-cased tokens (bodies: on tokens as they stand).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Literal

from memcon.registers.cells import KEY, ONCE, Column, Parted, Reads
from memcon.registers.checks import lower
from memcon.registers.names import Gender
from memcon.registers.phrases import Phrases, split
from memcon.registers.states import StateCode
from memcon.registers.tables import Table
from memcon.registers.word_lists import function_words

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

    word: Annotated[str, Reads(lower), KEY]
    plural: Annotated[str, Reads(lower)]
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


def _phrase(words: str) -> tuple[str, ...]:
    return split(lower(words))


@dataclass(frozen=True, slots=True)
class Office:
    """An office with its standard title.

    habit  the state that English reports mean where they name none
    sole   whether no other state has an office of these words
    """

    words: Annotated[tuple[str, ...], Column("match"), Reads(_phrase), KEY]
    title: str
    organisation: str | None
    habit: StateCode | None
    sole: Annotated[Literal["yes"] | None, Column("sole", one="value of sole")]
    example: str

    def __post_init__(self) -> None:
        if self.sole and not self.habit:
            raise ValueError("sole without habit: which is the one state that has the office?")


@dataclass(frozen=True, slots=True)
class OfficeStatesRow:
    """A line of office_states.csv."""

    office: Annotated[str, KEY]
    has: Annotated[frozenset[StateCode], Parted(";")]
    lacks: Annotated[frozenset[StateCode], Parted(";")]
    closed: Annotated[frozenset[StateCode], Parted(";")]
    example: str


@dataclass(frozen=True, slots=True)
class OfficeStates:
    """Which states have an office: `has`, these alone; `lacks`, all but these; `closed`, whose holders are all registered."""

    has: frozenset[str]
    lacks: frozenset[str]
    closed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its standard name. `habit` is the state that English reports mean where they name none; `national`: names
    that only the body of that state has."""

    name: Annotated[str, KEY, ONCE]
    names: Annotated[Names, ONCE]
    state: StateCode | None
    kind: BodyKind
    habit: StateCode | None
    national: Annotated[Names, ONCE]

    def __post_init__(self) -> None:
        if self.state and self.habit:
            raise ValueError("state and habit: a body that serves one state alone needs no habit")


@dataclass(frozen=True, slots=True)
class Leaders:
    """Persons so well known that reports leave out their state: its heads, or others."""

    state: StateCode
    part: Literal["head", "other", "full"]
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


# The heads of the files say what the columns mean.
ROLE_NOUNS = Table("role_nouns.csv", RoleNounRow)
OFFICES = Table("offices.csv", Office)
BODIES = Table("bodies.csv", Body)
OFFICE_STATES = Table("office_states.csv", OfficeStatesRow)
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
def noun_of(title: str) -> RoleNoun | None:
    """The noun that says what the holder of a title is: "lawyer" of "the president's lawyer", "adviser" of "adviser to the king"."""
    tokens = title.lower().replace("’s", "").replace("'s", "").split()
    found, i = None, 0
    while i < len(tokens):
        if tokens[i] in function_words("prepositions") and i:
            break
        known = role_nouns().at(tokens, i)
        found, i = (known[1], i + known[0]) if known is not None else (found, i + 1)
    return found


@cache
def offices() -> Phrases[Office]:
    """Offices with standard titles, in lower case."""
    return Phrases((" ".join(office.words), office) for office in OFFICES.rows)


@cache
def bodies() -> Phrases[Body]:
    """Governments, ministries, parliaments, forces, international bodies, agencies, by every name."""
    pairs = []
    for body in BODIES.rows:
        pairs += [(name, body) for name in (body.name, *body.names)]
        pairs += [(name, replace(body, state=body.habit, habit=None)) for name in body.national]
    return Phrases(pairs)


@cache
def office_states() -> Mapping[str, OfficeStates]:
    """Words of an office, in lower case -> which states have it."""
    return {row.office: OfficeStates(row.has, row.lacks, row.closed) for row in OFFICE_STATES.rows}


@cache
def leaders() -> dict[str, str]:
    """Full name in lower case -> the state served, of those whom a family name alone can tell."""
    return {name.lower(): r.state for r in LEADERS.rows if r.part != "full" for name in r.names}


@cache
def registered() -> dict[str, str]:
    """Full name in lower case -> the state served, of all others of the register."""
    return {name.lower(): r.state for r in LEADERS.rows if r.part == "full" for name in r.names}


@cache
def heads() -> frozenset[str]:
    """Full names in lower case of the register's heads of state and government."""
    return frozenset(name.lower() for r in LEADERS.rows if r.part == "head" for name in r.names)


@cache
def monarchs() -> dict[str, tuple[str, ...]]:
    """Given name, with or without its numeral, in lower case -> the states that monarchs of this name have reigned over."""
    out: dict[str, tuple[str, ...]] = {}
    for row in MONARCHS.rows:
        for name in row.names:
            out[name.lower()] = (*out.get(name.lower(), ()), row.state)
    return out


@cache
def union() -> Phrases[str]:
    """States of federations, as they are written -> the federation that their offices serve."""
    return Phrases((name, state) for state, names in who_words().federations.items() for name in names)


@cache
def regions() -> Phrases[bool]:
    """Words that begin like a nation and name none: "Latin American"."""
    return Phrases((name, True) for name in who_words().regions)


@cache
def shared_union() -> dict[str, str]:
    """States of federations whose name is a nation's too -> the federation: "Georgia"."""
    return {name: state for state, names in who_words().federations_shared.items() for name in names}


@dataclass(frozen=True, slots=True)
class WhoWords:
    """The words of data/who_words.toml."""

    past: frozenset[str]
    loose: frozenset[str]
    visiting: frozenset[str]
    offices: frozenset[str]
    calendar: frozenset[str]
    at: frozenset[str]
    moving: frozenset[str]
    setting_out: frozenset[str]
    out_particles: frozenset[str]
    back: frozenset[str]
    judging: frozenset[str]
    staying: frozenset[str]
    brothers: frozenset[str]
    fellows: frozenset[str]
    spouses: frozenset[str]
    instead: frozenset[str]
    for_others: frozenset[str]
    hosts: frozenset[str]
    seats_taken: frozenset[str]
    international: frozenset[str]
    journeys: frozenset[str]
    touring: frozenset[str]
    led: frozenset[str]
    reaching: frozenset[str]
    leaving: frozenset[str]
    agents: frozenset[str]
    together: frozenset[str]
    shared: frozenset[str]
    royal: frozenset[str]
    governmental: frozenset[str]
    national: frozenset[str]
    staff: frozenset[str]
    vague: frozenset[str]
    residing: frozenset[str]
    saying: frozenset[str]
    heads_at_large: frozenset[str]
    common_offices: frozenset[str]
    some_of: frozenset[str]
    lengths: frozenset[str]
    successors: frozenset[str]
    joint_heads: frozenset[str]
    ministers: frozenset[str]
    regions: frozenset[str]
    sent: frozenset[str]
    name_bound: frozenset[str]
    missions: frozenset[str]
    federal_offices: frozenset[str]
    federal_holders: frozenset[str]
    lower_houses: frozenset[str]
    within_a_state: frozenset[str]
    bodies_within_a_state: frozenset[str]
    general: frozenset[str]
    bosses: frozenset[str]
    guests: frozenset[str]
    pairs: frozenset[str]
    heads_of_government: frozenset[str]
    first_in_rank: frozenset[str]
    foreign_field: frozenset[str]
    halves: dict[str, StateCode]
    of_one_name: dict[str, tuple[StateCode, ...]]
    told_by_capital: dict[str, tuple[StateCode, ...]]
    paired_prefixes: dict[str, StateCode]
    uncapitalised: dict[str, StateCode]
    bodies: dict[str, str]
    federations: dict[str, tuple[str, ...]]
    federations_shared: dict[str, tuple[str, ...]]
    public_without_office: frozenset[str]
    offices_of_any_body: frozenset[str]
    party_tags: dict[str, tuple[str, ...]]
    spoken_for: dict[str, str]
    shared_adjectives: dict[str, tuple[str, ...]]


@cache
def party_tags() -> dict[str, re.Pattern[str]]:
    """State -> the tags of party and state that stand behind a lawmaker's name there: ", D-Va.", " (R-Ohio)"."""
    found = {}
    for state, parties in who_words().party_tags.items():
        short = "|".join(p for p in parties if len(p) < 4)
        long = "|".join(p for p in parties if len(p) > 3)
        tag = rf"\s?[,(]\s?(?:{short})\.?\s?-\s?[A-Z][A-Za-z.]+|, (?:an? |the )?(?:{long}) (?:of|from) [A-Z]"
        found[state] = re.compile(tag)
    return found


@cache
def party_words() -> frozenset[str]:
    """The words of those tags: "Republican"."""
    return frozenset(word for parties in who_words().party_tags.values() for word in parties if len(word) > 3)


WHO_WORDS = Table("who_words.toml", WhoWords)


@cache
def pair_nouns() -> dict[str, PairKind]:
    """Plural noun after "the two" or "both" -> the kind of the two that it stands for."""
    return {r.noun: r.kind for r in PAIR_NOUNS.rows}


def who_words() -> WhoWords:
    return WHO_WORDS.rows[0]
