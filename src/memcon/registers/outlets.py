"""Who publishes: the outlet of a web address, the agency of a dateline. The table is `data/outlets.csv`."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated
from urllib.parse import urlsplit

from memcon.registers.cells import KEY, Column, Parted
from memcon.registers.states import StateCode
from memcon.registers.tables import Table


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes at a domain; `tags` are what its datelines put in parentheses."""

    domain: Annotated[str, KEY]
    name: str
    tags: Annotated[tuple[str, ...], Column("agency"), Parted("|")]
    government: StateCode | None  # for which it publishes


OUTLETS = Table("outlets.csv", Outlet)


@cache
def outlets() -> dict[str, str]:
    """Domain -> name of the outlet."""
    return {row.domain: row.name for row in OUTLETS.rows}


@cache
def governments() -> dict[str, str]:
    """Name of an outlet that publishes for a government -> its state."""
    return {row.name: row.government for row in OUTLETS.rows if row.government}


@cache
def agencies() -> dict[str, str]:
    """What a dateline puts in parentheses -> name of the outlet."""
    return {tag: row.name for row in OUTLETS.rows for tag in row.tags}


def domain_of(address: str) -> str | None:
    """The host of a web address, with or without its scheme, without www."""
    host = urlsplit(address if "://" in address else f"//{address}").hostname
    return host.removeprefix("www.") if host and "." in host else None


def outlet_of(address: str) -> str | None:
    """The outlet at a web address; of one that the table does not know, the domain itself."""
    host = domain_of(address)
    if host is None:
        return None
    labels = host.split(".")
    tails = (".".join(labels[n:]) for n in range(len(labels) - 1))
    return next((outlets()[tail] for tail in tails if tail in outlets()), host)
