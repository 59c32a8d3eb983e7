"""Who publishes: the outlet of a web address, the agency of a dateline, the state whose paper it is.

Comes in: data/outlets.csv, data/domains.csv. Goes out: outlets by name, domain and tag; the state of a web address.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal
from urllib.parse import urlsplit

from memcon.registers.cells import KEY, Column, Parted
from memcon.registers.publishers import publisher_words
from memcon.registers.states import StateCode, states
from memcon.registers.tables import Table

OutletKind = Literal["government", "agency", "press", "international", "aggregator"]
DomainKind = Literal["country", "vanity", "government", "own"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """`state`: the country of a paper or an agency, or the state whose government publishes; None where no one state does."""

    domain: Annotated[str, KEY]
    name: str
    tags: Annotated[tuple[str, ...], Column("agency"), Parted("|")]
    state: StateCode | None
    kind: OutletKind


@dataclass(frozen=True, slots=True)
class DomainEnd:
    """A line of domains.csv, whose head says what the kinds are."""

    label: Annotated[str, KEY]
    kind: Annotated[DomainKind, KEY]
    state: StateCode | None
    example: str


OUTLETS = Table("outlets.csv", Outlet)
DOMAINS = Table("domains.csv", DomainEnd)


def known_outlets() -> tuple[Outlet, ...]:
    """Every line of the table."""
    return OUTLETS.rows


@cache
def outlets() -> dict[str, str]:
    """Domain -> name of the outlet."""
    return {o.domain: o.name for o in known_outlets()}


@cache
def outlet_named() -> dict[str, Outlet]:
    """Name or tag of an outlet, case aside -> the outlet; without names that papers of several countries have ("Daily News")."""
    states: dict[str, set[str | None]] = defaultdict(set)
    for o in known_outlets():
        states[_bare(o.name)].add(o.state)
    named = {tag.casefold(): o for o in known_outlets() for tag in o.tags}
    clear = {
        o.name.casefold(): o
        for o in known_outlets()
        if len(states[_bare(o.name)]) == 1 or _bare(o.name) != o.name.casefold()
    }
    return named | clear


def _bare(name: str) -> str:
    """A name without what tells it from its like: "The Nation (Malawi)"."""
    return name.partition(" (")[0].casefold()


@cache
def agencies() -> dict[str, str]:
    """What a dateline puts in parentheses -> name of the outlet."""
    return {tag: o.name for o in known_outlets() for tag in o.tags}


def domain_of(address: str) -> str | None:
    """The host of a web address, with or without its scheme, without www."""
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def outlet_of(address: str) -> str | None:
    """The outlet at a web address; of one that the table does not know, the domain itself."""
    host = domain_of(address)
    if host is None:
        return None
    return next((outlets()[tail] for tail in _tails(host) if tail in outlets()), host)


def site_of(address: str) -> Outlet | None:
    """What an address tells by its end alone: a government's site ("mfa.gov.sg"), or one of a country ("example.co.ke")."""
    host = domain_of(address)
    if host is None:
        return None
    known = next((_by_domain()[tail] for tail in _tails(host) if tail in _by_domain()), None)
    return known or _of_mission(host) or _by_end(host)


def _of_mission(host: str) -> Outlet | None:
    """The government whose embassy an address names: "ethiopianembassy.org"."""
    label = host.split(".")[-2].replace("-", "")
    for word in publisher_words().missions:
        nation = label.removesuffix(word) if label.endswith(word) else label.removeprefix(word)
        if nation != label and (state := _nations_in_addresses().get(nation)):
            return Outlet(host, host, (), state, "government")
    return None


@cache
def _nations_in_addresses() -> dict[str, str]:
    """Names and adjectives of states as addresses write them: "southafrican"."""
    return {
        "".join(letter for letter in words.casefold() if letter.isalnum()): s.alpha3
        for s in states().values()
        for words in (s.name, *s.names, *s.adjectives)
        if len(words) > 2
    }


@cache
def _by_domain() -> dict[str, Outlet]:
    return {o.domain: o for o in known_outlets()}


def _by_end(host: str) -> Outlet | None:
    labels = host.split(".")
    kind, state = _ends().get(labels[-1], (None, None))
    if kind is None:
        return None
    if kind == "own" or any(label in _governments() for label in labels[:-1]):
        return Outlet(host, host, (), state, "government")
    return Outlet(host, host, (), state, "press") if kind == "country" else None


def _tails(host: str) -> list[str]:
    labels = host.split(".")
    return [".".join(labels[n:]) for n in range(len(labels) - 1)]


@cache
def _ends() -> dict[str, tuple[DomainKind, str | None]]:
    """Last label of an address -> its kind and state."""
    return {row.label: (row.kind, row.state) for row in DOMAINS.rows if row.kind != "government"}


@cache
def _governments() -> frozenset[str]:
    """Labels under which governments have their sites."""
    return frozenset(row.label for row in DOMAINS.rows if row.kind == "government")
