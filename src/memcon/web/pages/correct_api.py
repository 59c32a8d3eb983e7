"""The same for programs: corrections made and taken back as JSON, by whoever sends the token of the server."""

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Depends, Request, Response, Security
from fastapi.security import HTTPBearer
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from memcon import Correction
from memcon.correcting.as_json import correction
from memcon.model.errors import StoreError
from memcon.web.asking import Opened, corrections_of
from memcon.web.editing import Editing
from memcon.web.filters import Lost, Refused
from memcon.web.forms import Editor

Text = Annotated[str, Field(max_length=1_000)]
Ids = Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=200)]


TOKEN = HTTPBearer(auto_error=False, scheme_name="token", description="The token of `memcon serve --edit`.")


def bearer(request: Request, editing: Editor, _: Annotated[object, Security(TOKEN)]) -> Editing:
    if not editing.bears(request.headers):
        raise HTTPException(
            401, "Corrections need the token of this server: Authorization: Bearer TOKEN.", {"www-authenticate": "Bearer"}
        )
    return editing


Bearer = Annotated[Editing, Depends(bearer)]
router = APIRouter(tags=["corrections"])


class Wanted(BaseModel):
    """A correction, or a judgement, to be made."""

    model_config = ConfigDict(extra="forbid")

    action: Literal["accept", "correct", "reject", "merge", "split", "agree", "dispute"] = Field(
        description="What `memcon fix` calls so; `correct` is its `set`, of one field or several."
    )
    items: Ids = Field(
        min_length=1, description="The id of the item; of `merge`, of all; of `agree` and `dispute`, of the correction."
    )
    documents: Ids = Field([], description="Of `split`: the documents that tell of something else.")
    fields: Ids = Field(
        [],
        description="Of `accept`: the fields that are right, or all; `exists`: that it is an engagement, or a statement.",
    )
    values: dict[str, Text] = Field(
        {},
        description="Of `correct`: each field with its value; a speaker by name, id or the place of a mention.",
        max_length=10,
    )
    reason: Text = Field(min_length=1)
    judge: str = Field(min_length=1, max_length=100, description="The name of who judges.")


@router.post("/corrections.json", status_code=201, summary="Correct or judge")
def make(editing: Bearer, wanted: Wanted) -> Response:
    try:
        with editing.turn:
            made = _made(editing, wanted)
    except StoreError as problem:
        raise Refused(str(problem)) from problem
    return _answer(made, 201)


@router.delete("/corrections/{item}.json", summary="Take back a correction")
def undo(record: Opened, editing: Bearer, item: str) -> Response:
    if item not in {c.id for c in corrections_of(record)}:
        raise Lost(f"there is no correction {item}, or it was taken back")
    try:
        with editing.turn:
            gone = editing.corrections.undo(item)
    except StoreError as problem:
        raise Refused(str(problem)) from problem
    return _answer(gone, 200)


def _made(editing: Editing, wanted: Wanted) -> Correction:
    made, first = editing.corrections, wanted.items[0]
    reason, judge = wanted.reason, wanted.judge
    if wanted.action != "merge" and len(wanted.items) > 1:
        raise StoreError(f"{wanted.action}: is of one item")
    match wanted.action:
        case "merge":
            return made.merge(wanted.items, reason, judge)
        case "split":
            return made.split(first, wanted.documents, reason, judge)
        case "reject":
            return made.reject(first, reason, judge)
        case "accept":
            return made.accept(first, reason, wanted.fields, judge)
        case "correct":
            return made.judge(first, reason, accepted=wanted.fields, corrected=wanted.values, judge=judge)
        case "agree":
            return made.agree(first, reason, judge)
    return made.dispute(first, reason, judge)


def _answer(made: Correction, status: int) -> Response:
    headers = {"location": f"/corrections#{made.id}"} if status == 201 else {}
    return Response(msgspec.json.encode(correction(made)), status, headers, "application/json")
