"""Engagements that a pronoun or a bare "event" names again: "The summit was planned for May. It will be held in Lima in June."

Comes in: a resolved document and its phrases in the order of the text. Goes out: the same, and between them a phrase for each such
word that is the subject of what became of the engagement just told, where that adds a day, a place or its end. Refuses one whose
status the engagement just told cannot have: what was held last year is not what is planned.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from heapq import merge

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.headlines import in_headline
from memcon.coding.engagements.noun_arguments import arguments_of_noun
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.places import place_of_noun
from memcon.coding.engagements.times import date_of_noun, date_of_verb
from memcon.coding.engagements.verdict import Rule, Verdict
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Factuality
from memcon.model.kinds import MEETINGS, ORGANISED
from memcon.model.resolved import Resolved
from memcon.model.status import AHEAD, Status, exclude
from memcon.registers.engagements import Frame, cue_of, words

BACK = 1  # sentences
OWN = {
    Factuality.HAPPENED: Status.HELD,
    Factuality.UNDER_WAY: Status.ONGOING,
    Factuality.SCHEDULED: Status.PLANNED,
    Factuality.POSSIBLE: Status.CONSIDERED,
    Factuality.UNDONE: Status.CANCELLED,
}
TOLD = frozenset((Factuality.HAPPENED, Factuality.UNDER_WAY, Factuality.SCHEDULED))


def with_events_again(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, with those that name one of them again."""
    told, again = list(phrases), list[Phrase]()
    for t in r.annotated.tokens:
        found = _again(r, told, t) or _next_one(
            r, [*told, *again], t
        )  # "the second was held in Lima, the next will be there too"
        if found is not None:
            again.append(found)
    return merge(told, again, key=lambda phrase: (not phrase.titled, phrase.token))


def _again(r: Resolved, told: list[Phrase], token: Token) -> Phrase | None:
    if token.dep not in ("nsubj", "nsubjpass") or not _names_again(r, token):
        return None
    status = became(r, token)
    before = _just_told(r, told, token) if status is not None else None
    if status is None or before is None:
        return None
    date, place = date_of_noun(r, token.i), place_of_noun(r, token.i)
    said, day = before.verdict.status, before.arguments.date
    if said is not None and exclude(said, status) and not (status.undone and said in AHEAD):
        return None
    if day is not None and date is not None and not day.date.can_be(date.date) and not status.undone:
        return None
    if not status.undone and (date is None or day is not None) and (place is None or before.arguments.place is not None):
        return None
    return Phrase(
        token=token.i,
        first=min([token.i, *(t.i for t in r.annotated.children(token.i))]),
        last=token.i + 1,
        kind=before.kind,
        verbal=False,
        definite=True,
        plural=False,
        generic=before.generic,
        joins=False,
        predicate=False,
        arguments=Arguments(place=place, date=date),
        verdict=Verdict(status, Rule.GIVEN_UP if status.undone else Rule.OCCASION, "named again"),
        same_as=before.token,
    )


def _next_one(r: Resolved, told: list[Phrase], token: Token) -> Phrase | None:
    """ "Peru will host the next one in 2017", "the second was held in Lima": another of the kind just told."""
    a, verb = r.annotated, r.annotated.head(token.i)
    if not _is_another(a, token) or token.dep not in ("dobj", "nsubjpass", "nsubj"):
        return None
    clause, before = r.clauses.at(verb.i), _just_told(r, told, token)
    cue = cue_of("subject" if token.dep == "nsubj" else "light", verb.lemma, particles(a, verb.i))
    status = OWN.get(clause.factuality) if clause is not None and cue is not None else None
    if before is None or status is None or before.kind not in MEETINGS | ORGANISED:
        return None
    own = arguments_of_noun(r, token.i)
    there = any(t.lower == "there" and t.pos == "ADV" for t in a.children(verb.i))
    place = own.place or (before.arguments.place if there else None)
    return replace(
        before,
        token=token.i,
        first=min([token.i, *(t.i for t in a.children(token.i))]),
        last=token.i + 1,
        definite=False,
        further=True,
        arguments=replace(own, place=place, date=date_of_noun(r, token.i) or date_of_verb(r, verb.i)),
        verdict=Verdict(status, Rule.OCCASION, "another of its kind"),
        same_as=None,
        follows=None,
    )


def _is_another(a: Annotated, token: Token) -> bool:
    """ "The next one", "the previous edition"; "the second", "the next", where no noun stands behind it."""
    before = [t for t in a.children(token.i) if t.i < token.i]
    if token.lower in words("one_of_its_kind"):
        return any(t.lower in words("further") for t in before)
    numbered = token.lower in words("counted") | words("previous") | {"next"}
    return numbered and [t.lower for t in before] == ["the"] and a.head(token.i).pos in ("VERB", "AUX")


def _names_again(r: Resolved, token: Token) -> bool:
    """ "It", "that event", "the occasion"."""
    if token.lower == "it":
        return True
    pointing = any(t.dep == "det" and t.lower in words("pointing") for t in r.annotated.children(token.i))
    return pointing and token.lemma in words("any_event") and len(list(r.annotated.children(token.i))) == 1


def became(r: Resolved, token: Token) -> Status | None:
    """What its verb says became of it."""
    a, verb = r.annotated, r.annotated.head(token.i)
    clause = r.clauses.at(verb.i)
    if clause is None:
        return None
    pronoun, talks = token.lower in words("it_and_they"), token.lower != "it" and verb.lemma in words("beginning")
    if pronoun and not clause.passive and not talks and "place" not in particles(a, verb.i):
        return None
    frames: tuple[Frame, ...] = ("object", "light") if clause.passive else ("subject",)
    cue = next((found for frame in frames if (found := cue_of(frame, verb.lemma, particles(a, verb.i)))), None)
    if cue is None:
        return None
    if isinstance(cue.status, Status):
        return cue.status if clause.factuality in TOLD else None
    return OWN.get(clause.factuality)


def _just_told(r: Resolved, told: list[Phrase], token: Token) -> Phrase | None:
    """The engagement that a noun named last, in the sentence before or, of "the event", in the same."""
    tokens = r.annotated.tokens
    near = [
        phrase
        for phrase in told
        if phrase.token < token.i and not phrase.verbal and not phrase.plural and not in_headline(r, phrase)
        if (token.lower != "it" and token.sentence == tokens[phrase.token].sentence)
        or token.sentence - tokens[phrase.token].sentence == BACK
    ]
    last = max((tokens[phrase.token].sentence for phrase in near), default=0)
    here = [phrase for phrase in near if tokens[phrase.token].sentence == last]
    return here[0] if token.lower == "it" and here else here[-1] if here else None
