"""Offices: the nouns that say what somebody is, offices whose words tell their state, bodies, who held what.

Comes in: data/role_nouns.csv, offices.csv, office_states.csv, bodies.csv, leaders.csv, monarchs.csv, who_words.toml. Goes out:
typed rows and phrase tables to find them on lower-cased tokens (bodies: on tokens as they stand). Refuses an unknown `serves` or
`rank`.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast, get_args

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
    """An office with its standard title.

    habit  the state that English reports mean where they name none
    sole   whether no other state has an office of these words
    """

    words: tuple[str, ...]
    title: str
    organisation: str | None
    habit: str | None
    sole: bool
    example: str


@dataclass(frozen=True, slots=True)
class OfficeStates:
    """Which states have an office: `has`, these alone; `lacks`, all but these; `closed`, whose holders are all registered."""

    has: frozenset[str]
    lacks: frozenset[str]
    closed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its standard name. `habit` is the state that English reports mean where they name none."""

    name: str
    names: tuple[str, ...]
    state: str | None
    habit: str | None
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
            Office(
                split(r["match"]),
                r["title"],
                r["organisation"] or None,
                r["habit"] or None,
                r["sole"] == "yes",
                r["example"],
            ),
        )
        for r in rows("offices.csv")
    )


@cache
def bodies() -> Phrases[Body]:
    """Governments, ministries, parliaments, forces, international bodies, agencies, by every name."""
    pairs = []
    for r in rows("bodies.csv"):
        names = tuple(n for n in r["names"].split(";") if n)
        body = Body(r["name"], names, r["state"] or None, r["habit"] or None, r["kind"])
        pairs += [(name, body) for name in (body.name, *names)]
        pairs += [(name, replace(body, state=body.habit)) for name in r["national"].split(";") if name]
    return Phrases(pairs)


@cache
def office_states() -> Mapping[str, OfficeStates]:
    """Words of an office, in lower case -> which states have it."""
    return {
        r["office"]: OfficeStates(*(frozenset(filter(None, r[column].split(";"))) for column in ("has", "lacks", "closed")))
        for r in rows("office_states.csv")
    }


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
    """States of federations, as they are written -> the federation that their offices serve."""
    return Phrases((name, state) for state, names in who_words().federations.items() for name in names)


@cache
def shared_union() -> dict[str, str]:
    """States of federations whose name is a nation's too -> the federation: "Georgia"."""
    return {name: state for state, names in who_words().federations_shared.items() for name in names}


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
    governmental: frozenset[str]
    national: frozenset[str]
    vague: frozenset[str]
    federal_offices: frozenset[str]
    general: frozenset[str]
    bosses: frozenset[str]
    halves: Mapping[str, str]
    bodies: Mapping[str, str]
    federations: Mapping[str, Sequence[str]]
    federations_shared: Mapping[str, Sequence[str]]
    party_tags: Mapping[str, Sequence[str]]
    spoken_for: Mapping[str, str]
    shared_adjectives: Mapping[str, Sequence[str]]


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
    sets: dict[str, Any] = {key: frozenset(words) for key, words in table.items() if isinstance(words, list)}
    return WhoWords(**sets, **{key: words for key, words in table.items() if not isinstance(words, list)})
