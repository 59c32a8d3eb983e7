"""Phrases that name an engagement: nouns and verbs of the tables, with what they need to count as one.

Comes in: a resolved document. Goes out: `Phrase`s in the order of the text, each with its trigger, parties, place, date and
own status. Refuses what only looks like one: "meeting room", "a call for peace", "go to war".
"""

from collections.abc import Iterator
from dataclasses import replace

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.noun_phrases import noun_phrase, noun_trigger, opens_as_noun
from memcon.coding.engagements.official_titles import Paper, read_paper
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.stays import stay_at
from memcon.coding.engagements.verb_phrases import verb_phrase, verb_triggers
from memcon.coding.engagements.verdict import Rule, Verdict
from memcon.model.annotated import Token
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Resolved
from memcon.model.status import DONE, Status


def find_phrases(resolved: Resolved) -> Iterator[Phrase]:
    """Every phrase of the document that names an engagement; what a transcript's question takes for held is not said to be."""
    asked = Verdict(Status.CONSIDERED, Rule.NOT_VOUCHED, "taken for granted in a question", weak=True, barred=True)
    for phrase in _every_phrase(resolved):
        done = phrase.verdict.status is None or phrase.verdict.status in DONE
        yield replace(phrase, verdict=asked) if done and resolved.annotated.in_question(phrase.token) else phrase


def _every_phrase(resolved: Resolved) -> Iterator[Phrase]:
    a = resolved.annotated
    paper = read_paper(resolved)
    if paper is not None:
        yield _of_paper(paper)
    for token in a.tokens[paper.end if paper else 0 :]:
        before = a.tokens[token.i - 1] if token.i > 1 else None
        hyphened = before is not None and before.text == "-" and not before.spaced  # "mini-summit"
        if token.pos in ("NOUN", "PROPN") or opens_as_noun(a, token) or hyphened:
            trigger = noun_trigger(a, token)
            if trigger and (phrase := noun_phrase(resolved, token, trigger)):
                yield phrase
        elif token.pos == "VERB" or (token.lemma == "be" and token.dep not in ("aux", "auxpass")):
            found = (verb_phrase(resolved, token, trigger) for trigger in verb_triggers(resolved, token))
            if phrase := next((p for p in found if p is not None), None):
                yield phrase
        elif token.pos == "ADP" and (arguments := stay_at(resolved, token)) is not None:
            yield _stay(resolved, token, arguments)


def _stay(r: Resolved, token: Token, arguments: Arguments) -> Phrase:
    """ "X, now in Dhaka, ...": he is there as it is written, unless its days are others."""
    published, day = r.annotated.document.published, arguments.date.date if arguments.date is not None else None
    verdict = Verdict(Status.ONGOING, Rule.UNDER_WAY, "said beside his name")
    if day is not None and published.known and not day.can_be(published):
        past = day.latest is not None and published.earliest is not None and day.latest < published.earliest
        verdict = Verdict(Status.HELD if past else Status.PLANNED, Rule.DAY_PAST if past else Rule.DAY_AHEAD)
    return Phrase(
        token=token.i,
        first=token.i,
        last=token.i + 1,
        kind=EngagementKind.VISIT,
        verbal=False,
        definite=False,
        plural=False,
        generic=False,
        joins=False,
        predicate=False,
        arguments=arguments,
        verdict=verdict,
    )


def _of_paper(paper: Paper) -> Phrase:
    """The engagement that the title of an official paper names."""
    return Phrase(
        token=paper.first,
        first=paper.first,
        last=paper.last,
        kind=paper.kind,
        verbal=False,
        definite=False,
        plural=paper.plural,
        generic=False,
        joins=False,
        predicate=False,
        arguments=paper.arguments,
        verdict=paper.verdict,
        titled=True,
    )
