"""The address of each thing that has a page: stable, to be cited."""

from urllib.parse import quote, urlencode


def engagement(item: str) -> str:
    return f"/engagements/{quote(item, safe='')}"


def actor(item: str) -> str:
    return f"/actors/{quote(item, safe='')}"


def document(item: str, start: int | None = None) -> str:
    """A report; `start`: the place of words in it, to which a browser goes, whether or not something that was read begins there."""
    return f"/documents/{quote(item, safe='')}" + (f"?at={start}#at{start}" if start is not None else "")


def statement(item: str) -> str:
    return f"/statements/{quote(item, safe='')}"


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


def item(name: str) -> str | None:
    """Of an item by its id, or of a place in a document ("document-3f@120"); None of what has no page."""
    kind, _, _ = name.partition("-")
    if kind == "document":
        name, _, start = name.partition("@")
        return document(name, int(start) if start.isdigit() else None)
    pages = {"engagement": engagement, "actor": actor, "statement": statement}
    return pages[kind](name) if kind in pages else None
