"""Offices: the nouns that say what somebody is, offices whose words tell their state, bodies, who held what.

Comes in: data/role_nouns.csv, offices.csv, bodies.csv, leaders.csv, monarchs.csv, who_words.toml. Goes out: typed rows and
phrase tables to find them on lower-cased tokens (bodies: on tokens as they stand). Refuses an unknown `serves` or `rank`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

from memcon.registers.phrases import Phrases, rows, split

Serves = Literal["state", "body", "none"]
Rank = Literal[
    "head", "deputy", "minister", "envoy", "voice", "official", "military", "lawmaker", "counterpart", "relation",
    "expert", "source", "press", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class RoleNoun:
    word: str
    plural: bool
    serves: Serves
    rank: Rank
    gender: str | None
    example: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office with its standard title; `default` is the state that it serves where the text names no other."""

    words: tuple[str, ...]
    title: str
    organisation: str | None
    default: str | None
    example: str


@dataclass(frozen=True, slots=True)
class Body:
    name: str
    names: tuple[str, ...]
    state: str | None
    kind: str


@cache
def role_nouns() -> Phrases[RoleNoun]:
    """Nouns of roles, singular and plural, in lower case."""
    pairs = []
    for r in rows("role_nouns.csv"):
        if r["serves"] not in get_args(Serves) or r["rank"] not in get_args(Rank):
            raise ValueError(f"role_nouns.csv: {r['word']}: {r['serves']}, {r['rank']}")
        serves, rank = cast(Serves, r["serves"]), cast(Rank, r["rank"])
        for form, plural in ((r["word"], False), (r["plural"], True)):
            pairs.append((form, RoleNoun(r["word"], plural, serves, rank, r["gender"] or None, r["example"])))
    return Phrases(pairs)


@cache
def offices() -> Phrases[Office]:
    """Offices with standard titles, in lower case."""
    return Phrases(
        (
            r["match"],
            Office(split(r["match"]), r["title"], r["organisation"] or None, r["default"] or None, r["example"]),
        )
        for r in rows("offices.csv")
    )


@cache
def bodies() -> Phrases[Body]:
    """Governments, ministries, parliaments, forces, international bodies, agencies, by every name."""
    pairs = []
    for r in rows("bodies.csv"):
        names = tuple(n for n in r["names"].split(";") if n)
        body = Body(r["name"], names, r["state"] or None, r["kind"])
        pairs += [(name, body) for name in (body.name, *names)]
    return Phrases(pairs)


@cache
def leaders() -> dict[str, str]:
    """Full name in lower case -> the state served."""
    return {name.lower(): r["state"] for r in rows("leaders.csv") for name in r["names"].split(";")}


@cache
def heads() -> frozenset[str]:
    """Full names in lower case of the register's heads of state and government."""
    return frozenset(n.lower() for r in rows("leaders.csv") if r["part"] == "head" for n in r["names"].split(";"))


@cache
def monarchs() -> dict[str, str]:
    """Given name, with or without its numeral, in lower case -> the state reigned over."""
    return {name.lower(): r["state"] for r in rows("monarchs.csv") for name in r["names"].split(";")}


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
    lacking: Mapping[str, frozenset[str]]
    halves: Mapping[str, str]
    bodies: Mapping[str, str]


PairKind = Literal["heads", "ministers", "envoys", "men", "women", "persons", "states", "any"]


@cache
def pair_nouns() -> dict[str, PairKind]:
    """Plural noun after "the two" or "both" -> the kind of the two that it stands for."""
    kinds: dict[str, PairKind] = {}
    for r in rows("pair_nouns.csv"):
        if r["kind"] not in get_args(PairKind):
            raise ValueError(f"pair_nouns.csv: {r['noun']}: {r['kind']}")
        kinds[r["noun"]] = cast(PairKind, r["kind"])
    return kinds


@cache
def who_words() -> WhoWords:
    text = (files("memcon.registers") / "data" / "who_words.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    bodies_, halves = table.pop("bodies"), table.pop("halves")
    lacking = {state: frozenset(words) for state, words in table.pop("lacking").items()}
    return WhoWords(
        **{key: frozenset(words) for key, words in table.items()}, bodies=bodies_, lacking=lacking, halves=halves
    )
