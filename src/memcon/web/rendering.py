"""Templates -> pages. Everything that a template prints is escaped; what stands in a record is never taken for markup."""

from functools import cache
from typing import Any

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined

from memcon import __version__
from memcon.model.status import DONE, INTENDED, UNDONE, Status
from memcon.web import addresses
from memcon.web.editing import SESSION
from memcon.wording import judged, sayings, sureness, words


@cache
def templates() -> Environment:
    made = Environment(
        loader=PackageLoader("memcon.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {
        "day": words.day,
        "when": words.when,
        "kind": words.kind,
        "where": words.where,
        "short": words.short,
        "state": words.state_name,
        "title": words.title,
        "support": words.support,
        "sentence": lambda text: text[:1].upper() + text[1:],
        "flat": lambda text: " ".join(str(text).split()),
        "status_class": status_class,
    }
    wordings = {"judged": judged, "sayings": sayings, "sureness": sureness, "words": words}
    made.globals |= {"address": addresses, "version": __version__, **wordings}
    return made


def load() -> None:
    """Have every template at hand, so that the first page is as quick as the second."""
    for name in templates().list_templates():
        templates().get_template(name)


def page(template: str, request: Request, values: dict[str, Any]) -> str:
    """A whole page. `session`: of who signed in; `can_edit`: can anybody?"""
    session, can_edit = request.scope.get(SESSION), request.app.state.editing is not None
    return (
        templates()
        .get_template(template)
        .render(path=request.url.path, query=request.query_params, session=session, can_edit=can_edit, **values)
    )


def status_class(status: Status) -> str:
    """The class of a status by which it has its shape: what happened, what is to come, what did not, what nobody knows."""
    if status in DONE:
        return "done"
    if status in (Status.POSTPONED, Status.UNCONFIRMED):
        return str(status)
    if status in UNDONE:
        return "off"
    return "ahead" if status in INTENDED else "open"
