"""What a form of a page sends: read, and checked to be of a page of this server that the same person was shown.

Comes in: a POST. Goes out: a `Form`, or a refusal. The guard has let through only requests whose origin, where they tell one, is this
server; a form must tell one.
"""

import re
from dataclasses import dataclass
from hmac import compare_digest
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from memcon.web.editing import SESSION, Editing, Session

FIELDS = 1_000  # of a form
MEDIA = "application/x-www-form-urlencoded"
ID = re.compile(r"(?:.*/(?:engagements|actors|documents|statements)/)?([\w-]+)[^/\s]*")  # an id, or the address of its page


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form, as they were filled in, and whose it is."""

    fields: dict[str, list[str]]
    session: Session | None

    def one(self, name: str) -> str:
        return next(iter(self.fields.get(name, ())), "").strip()

    def ids(self, *names: str) -> list[str]:
        """The ids that were ticked or written, also as addresses of pages."""
        written = [
            part for name in names for value in self.fields.get(name, ()) for part in value.replace(",", " ").split()
        ]
        return list(dict.fromkeys(found[1] if (found := ID.fullmatch(part)) else part for part in written))


def editing_of(request: Request) -> Editing:
    editing: Editing = request.app.state.editing
    return editing


async def sent(request: Request) -> Form:
    """A form of a page of this server."""
    if "origin" not in request.headers:
        raise HTTPException(
            403, "The browser does not say of which page the form is; forms are taken from pages of this server alone."
        )
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != MEDIA:
        raise HTTPException(415, f"A form is sent as {MEDIA}.")
    try:
        fields = parse_qs((await request.body()).decode(), keep_blank_values=True, max_num_fields=FIELDS, errors="strict")
    except ValueError as problem:
        raise HTTPException(400, f"The form cannot be read: {problem}.") from problem
    return Form(fields, request.scope.get(SESSION))


def signed(form: Annotated[Form, Depends(sent)]) -> Form:
    """A form of somebody who signed in, made for him."""
    if form.session is None:
        raise HTTPException(403, "Only somebody who signed in can correct the record; sign in, and send the form again.")
    if not compare_digest(form.session.form.encode(), form.one("form").encode()):
        raise HTTPException(403, "The form is of another session; open the page again, and fill it in there.")
    return form


Editor = Annotated[Editing, Depends(editing_of)]
Sent = Annotated[Form, Depends(sent)]
Signed = Annotated[Form, Depends(signed)]
