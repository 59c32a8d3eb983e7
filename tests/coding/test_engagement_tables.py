"""Every line of the tables of engagements has an example, and each example is read as the line says."""

from collections.abc import Callable

import pytest

from memcon.coding.engagements import find_engagements
from memcon.coding.engagements.triggers import find_phrases
from memcon.model.findings import EngagementMention
from memcon.model.resolved import Resolved
from memcon.registers.engagements import VERBS, StatusCue, Trigger, nouns, status_cues

Resolve = Callable[..., Resolved]


def mentions(resolved: Resolved) -> list[EngagementMention]:
    return [m for e in find_engagements(resolved) for m in e.mentions]


@pytest.mark.parametrize("trigger", nouns().values(), ids=lambda t: t.lemma)
def test_each_noun_names_an_engagement_of_its_kind(trigger: Trigger, resolve_text: Resolve) -> None:
    found = mentions(resolve_text(trigger.example, "2022-05-11"))
    assert trigger.kind in {m.kind for m in found}, found


@pytest.mark.parametrize("trigger", VERBS.rows, ids=lambda t: f"{t.lemma}-{t.particle}")
def test_each_verb_names_an_engagement_of_its_kind(trigger: Trigger, resolve_text: Resolve) -> None:
    found = mentions(resolve_text(trigger.example, "2022-05-11"))
    assert trigger.kind in {m.kind for m in found}, found


@pytest.mark.parametrize("cue", status_cues(), ids=lambda c: f"{c.cue}-{c.frame}")
def test_each_cue_gives_its_status(cue: StatusCue, resolve_text: Resolve) -> None:
    wanted = {"own": "held"}.get(cue.status, cue.status)
    said = [p.verdict.status for p in find_phrases(resolve_text(cue.example, "2022-05-11"))]
    assert wanted in said, said
