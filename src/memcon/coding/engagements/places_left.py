"""The visit that was over when somebody left: "left Belgrade for Zagreb", "flew out of Lima on Sunday", "arrived from Quito".

Comes in: a resolved document and its phrases. Goes out: the same in the order of the text, with a visit for each place abroad
that a traveller left, on the day on which he did. Refused: who leaves home, what is planned, denied or asked, a traveller whose
state is not known, and a town in which the report tells of a meeting or a summit: that he was there for it is told already.
"""

from collections.abc import Iterable, Iterator, Sequence

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.leaving import place_left
from memcon.coding.engagements.participants import Party, party_tokens
from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.subjects import subject_of
from memcon.coding.engagements.times import date_of_verb
from memcon.coding.engagements.verb_arguments import parties_of
from memcon.coding.engagements.verdict import Rule, Verdict
from memcon.model.annotated import Token
from memcon.model.clauses import Clause, Condition, Factuality, Form, Polarity
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Place, Resolved
from memcon.model.status import Status
from memcon.registers.engagements import verbs, words

LEFT = Verdict(Status.HELD, Rule.HAPPENED, "left it")


def with_places_left(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, with the visits to what was left."""
    told = list(phrases)
    met_in = {p.arguments.place for p in told if p.kind is not EngagementKind.VISIT}
    left = [p for t in r.annotated.tokens if _may_leave(t) and (p := _visit_left(r, t)) is not None]
    waiting = [p for p in left if p.arguments.place not in met_in]
    for phrase in told:
        while waiting and waiting[0].token <= phrase.token:
            yield waiting.pop(0)
        yield phrase
    yield from waiting


def _may_leave(token: Token) -> bool:
    return token.pos == "VERB" and (token.lemma in words("leaving_a_place") or token.lemma in verbs())


def _visit_left(r: Resolved, verb: Token) -> Phrase | None:
    clause, place = r.clauses.at(verb.i), place_left(r, verb)
    if clause is None or place is None or not _happened(clause):
        return None
    subject = subject_of(r, verb.i)
    travellers = parties_of(r, clause.agents) or (party_tokens(r, subject.i) if subject is not None else [])
    if not _from_abroad(r, travellers, place.place):
        return None
    return Phrase(
        token=verb.i,
        first=place.first,
        last=place.last,
        kind=EngagementKind.VISIT,
        verbal=True,
        definite=False,
        plural=False,
        generic=False,
        joins=False,
        predicate=False,
        leg=True,
        arguments=Arguments(tuple(travellers), subject_is_role=True, place=place.place, date=date_of_verb(r, verb.i)),
        verdict=LEFT,
    )


def _happened(clause: Clause) -> bool:
    told = clause.form is Form.FINITE and clause.factuality is Factuality.HAPPENED and not clause.passive
    return told and clause.polarity is Polarity.POSITIVE and clause.condition is Condition.NONE


def _from_abroad(r: Resolved, travellers: Sequence[Party], place: Place) -> bool:
    """Are they persons of states, and none of them at home there?"""
    actors = [r.actors[p.actor] for p in travellers if p.actor]
    states = {x.state for x in actors if x.kind in ("person", "group", "organisation")}
    return bool(states) and place.country is not None and not states & {None, place.country}
