"""The address of each thing that has a page: stable, to be cited."""

from urllib.parse import quote, urlencode


def engagement(item: str) -> str:
    return f"/engagements/{quote(item, safe='')}"


def actor(item: str) -> str:
    return f"/actors/{quote(item, safe='')}"


def document(item: str, start: int | None = None) -> str:
    """A report; `start`: the place of words in it, to which a browser goes."""
    return f"/documents/{quote(item, safe='')}" + (f"#at{start}" if start is not None else "")


def relation(left: str, right: str) -> str:
    return f"/relations/{quote(left, safe='')}/{quote(right, safe='')}"


def month(year: int, number: int) -> str:
    return f"/calendar/{year:04}-{number:02}"


def charts(what: str, **query: object) -> dict[str, str]:
    """A chart in each of its forms."""
    return {form: listed(f"/charts/{what}.{form}", **query) for form in ("svg", "png", "vl.json")}


def listed(path: str, **query: object) -> str:
    """A list with its filters; what is None is left out."""
    asked = [(name.rstrip("_"), value) for name, value in query.items() if value not in (None, "", ())]
    return f"{path}?{urlencode(asked, doseq=True)}" if asked else path
