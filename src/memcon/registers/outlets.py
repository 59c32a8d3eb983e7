"""Who publishes: the outlet of a web address, the agency of a dateline. The table is `data/outlets.csv`."""

from functools import cache
from urllib.parse import urlsplit

from memcon.registers.phrases import rows


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    return tuple((row["domain"], row["name"], row["agency"]) for row in rows("outlets.csv"))


@cache
def outlets() -> dict[str, str]:
    """Domain -> name of the outlet."""
    return {domain: name for domain, name, _ in _rows()}


@cache
def governments() -> dict[str, str]:
    """Name of an outlet that publishes for a government -> its state."""
    return {row["name"]: row["government"] for row in rows("outlets.csv") if row["government"]}


@cache
def agencies() -> dict[str, str]:
    """What a dateline puts in parentheses -> name of the outlet."""
    return {tag: name for _, name, tags in _rows() for tag in tags.split("|") if tag}


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
