"""Corrections in place: what the forms of engagements, actors, documents and statements send, and the buttons of the log.

Comes in: forms of somebody who signed in. Goes out: a redirect to what was corrected; where it cannot be corrected so, the page again, with
what was filled in and why not.
"""

from collections.abc import Callable
from typing import Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from memcon import Correction, Corrections
from memcon.correcting.fields import FIELDS
from memcon.model.errors import StoreError
from memcon.model.opinions import EXISTS, NO, YES
from memcon.web import addresses
from memcon.web.asking import Opened, Slipped
from memcon.web.editing import Editing
from memcon.web.forms import Editor, Form, Signed
from memcon.web.pages import actor, corrections, document, engagement, statement

router = APIRouter(include_in_schema=False)
ItemForm = Literal["judge", "merge", "split"]


@router.post("/engagements/{item}/{name}")
def correct_engagement(
    request: Request, record: Opened, editing: Editor, form: Signed, item: str, name: ItemForm
) -> Response:
    def again(slip: Slipped) -> Response:
        return engagement.answer(request, record, item, slip=slip)

    return _answered(editing, form, name, item, "engagement", again)


@router.post("/actors/{item}/{name}")
def correct_actor(request: Request, record: Opened, editing: Editor, form: Signed, item: str, name: ItemForm) -> Response:
    def again(slip: Slipped) -> Response:
        return actor.answer(request, record, item, slip=slip)

    return _answered(editing, form, name, item, "actor", again)


@router.post("/statements/{item}/judge")
def correct_statement(request: Request, record: Opened, editing: Editor, form: Signed, item: str) -> Response:
    def again(slip: Slipped) -> Response:
        return statement.answer(request, record, item, slip=slip)

    return _answered(editing, form, "judge", item, "statement", again)


@router.post("/documents/{item}/split")
def correct_document(request: Request, record: Opened, editing: Editor, form: Signed, item: str) -> Response:
    """It is no copy of those with which it was filed."""
    family = next(iter(record.families_of([item])), None)

    def again(slip: Slipped) -> Response:
        return document.answer(request, record, item, slip=slip)

    def make(made: Corrections) -> Correction:
        if family is None:
            raise StoreError("the report was not filed as a copy; there is nothing to part")
        return made.split(family.id, [item], form.one("reason"), _judge(form))

    return _made(editing, form, "split", make, again, lambda c: f"/corrections#{c.id}")


@router.post("/corrections/{item}/{name}")
def correct_correction(
    request: Request, record: Opened, editing: Editor, form: Signed, item: str, name: Literal["undo", "agree", "dispute"]
) -> Response:
    def make(made: Corrections) -> Correction:
        match name:
            case "agree":
                return made.agree(item, form.one("reason"), _judge(form))
            case "dispute":
                return made.dispute(item, form.one("reason"), _judge(form))
        return made.undo(item)

    def again(slip: Slipped) -> Response:
        return corrections.answer(request, record, slip=slip)

    return _made(editing, form, item, make, again, lambda c: "/corrections" if name == "undo" else f"/corrections#{c.id}")


def _answered(
    editing: Editing, form: Form, name: ItemForm, item: str, kind: str, again: Callable[[Slipped], Response]
) -> Response:
    def make(made: Corrections) -> Correction:
        reason, judge = form.one("reason"), _judge(form)
        match name:
            case "merge":
                return made.merge([item, *form.ids("with", "others")], reason, judge)
            case "split":
                return made.split(item, form.ids("document", "others"), reason, judge)
        return judged(made, form, item, kind, reason, judge)

    def goal(c: Correction) -> str:
        """The item, under the id that it has now; the log where it is none."""
        shown = item if item in c.items else next(iter(c.items), "")
        at = addresses.item(shown)
        return f"{at}#corrections" if at and not c.rejects else f"/corrections#{c.id}"

    return _made(editing, form, name, make, again, goal)


def judged(made: Corrections, form: Form, item: str, kind: str, reason: str, judge: str) -> Correction:
    """What was said of each field: that it is right, or what it is instead."""
    fields = FIELDS[kind]
    right = [f for f in fields if form.one(f"right-{f}")]
    other = {f: form.one(f"value-{f}") for f in fields if form.one(f"value-{f}") or form.one(f"none-{f}")}
    if contrary := [f for f in fields if form.one(f"value-{f}") and form.one(f"none-{f}")]:
        raise StoreError(f"{', '.join(contrary)}: either it has none, or the value that you wrote")
    if form.one(EXISTS) == NO:
        if right or other:
            raise StoreError("it is none, and yet its fields are judged; leave these open, or take it for one")
        return made.reject(item, reason, judge)
    if form.one(EXISTS) == YES:
        right.append(EXISTS)
    seen = {f: form.one(f"seen-{f}") for f in fields}
    return made.judge(item, reason, accepted=right, corrected=other, judge=judge, seen=seen)


def _made(
    editing: Editing,
    form: Form,
    name: str,
    make: Callable[[Corrections], Correction],
    again: Callable[[Slipped], Response],
    goal: Callable[[Correction], str],
) -> Response:
    try:
        with editing.turn:
            made = make(editing.corrections)
    except StoreError as problem:
        return again(Slipped(name, str(problem), form.fields))
    return RedirectResponse(goal(made), 303)


def _judge(form: Form) -> str:
    """Who judges: who signed in, unless the form names somebody."""
    named = form.one("judge") or (form.session.judge if form.session else "")
    if not named:
        raise StoreError("who judges? Give a name")
    return named
