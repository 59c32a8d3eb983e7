"""Verbs that name an engagement ("met", "flew to", "called on"): a verb of the table in, its `Phrase` out, with status and kind.

Refuses what only looks like one: "go to war", "called him a liar".
"""

from collections.abc import Sequence
from dataclasses import replace

from memcon.coding.engagements.arguments import WITH, Arguments
from memcon.coding.engagements.going_abroad import bound_for
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.phrase import Phrase, is_now, just_now, means_of, unless_now
from memcon.coding.engagements.status import verdict_at
from memcon.coding.engagements.stay_bounds import bounded_stay, has_been, stay_before
from memcon.coding.engagements.verb_arguments import arguments_of_verb
from memcon.coding.engagements.verb_needs import of_the_plan, verb_counts
from memcon.coding.engagements.verdict import Rule, Verdict
from memcon.coding.engagements.what_kind import kind_of_verb, spoken_at
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Aspect, Clause, Form, Relation, Tense
from memcon.model.kinds import MEETINGS, EngagementKind
from memcon.model.resolved import Resolved, Signal
from memcon.model.status import AHEAD, DONE, Status
from memcon.registers.engagements import Trigger, cue_of, nouns, phoning, verb_at, verbs_at
from memcon.registers.engagements import words as vocabulary


def verb_triggers(r: Resolved, token: Token) -> Sequence[Trigger]:
    """The lines of the table that a verb can be, the likeliest first; "called him on Monday" is no "called on"."""
    a, links = r.annotated, [t for t in r.annotated.children(token.i) if t.dep == "prep"]
    inner = {t.i: a.child(t.i, "pobj") for t in links}
    timed = {i for i, x in inner.items() if x is not None and r.time_at(x.i)}
    placed = {i for i, x in inner.items() if x is not None and r.place_at(x.i)}
    parted = {t.lower for t in a.children(token.i) if t.dep == "prt"}  # "will move on to Geneva on Tuesday"
    of_time = {t.lower for t in links if all(x.i in timed for x in links if x.lower == t.lower)}
    beside = particles(a, token.i) - (of_time - parted)
    own = [
        trigger
        for trigger in verbs_at(token.lemma, beside)
        if trigger.needs != "behind"
        or trigger.particle in parted
        or not all(t.i in placed | timed for t in links if t.lower == trigger.particle)
    ]
    return [*own, *(phoning() if means_of(a, token.i) else ())]


def verb_phrase(resolved: Resolved, token: Token, trigger: Trigger) -> Phrase | None:
    a = resolved.annotated
    arguments = arguments_of_verb(resolved, token.i, trigger)
    if not verb_counts(resolved, token, trigger, arguments) or (trigger.kind in MEETINGS and _told_by_noun(a, token)):
        return None
    last = max([token.i + 1] + [t.i + 1 for t in a.children(token.i) if t.dep in ("prt", "prep") and t.i <= token.i + 2])
    met = _met_to(resolved, token, trigger, arguments)
    verdict = verdict_at(resolved, token.i if met is None else met)
    if verdict.rule is Rule.NOT_HAPPENED and verdict.status is None:
        return None
    if _on_the_way(resolved, token, trigger) and _had_been(resolved, token):
        return None
    arguments = replace(arguments, date=unless_now(arguments.date, verdict) or just_now(resolved, token, verdict))
    if trigger.needs == "presence" and arguments.date is None:
        arguments = replace(arguments, date=bounded_stay(resolved, token.i))
    if trigger.needs == "origin":
        arguments = replace(arguments, date=stay_before(resolved, token.i, arguments.date))
    verdict = _as_it_stands(resolved, token, trigger, arguments, verdict)
    clause = resolved.clauses.at(token.i)
    habit = verdict.habit and not arguments.date
    often = clause is not None and clause.aspect is Aspect.HABITUAL and clause.tense is Tense.PRESENT
    return Phrase(
        token=token.i,
        first=token.i,
        last=last,
        kind=kind_of_verb(resolved, token, trigger, arguments),
        verbal=True,
        definite=of_the_plan(a, token),
        plural=False,
        generic=habit and a.zone(token.i) == "body" and (verdict.status == Status.DECLINED or often),
        joins=False,
        predicate=False,
        topical=trigger.needs in ("topic", "views"),
        stop=trigger.lemma == "stop",
        goes=trigger.needs in ("destination", "escort", "sent") or _on_the_way(resolved, token, trigger),
        same_as=spoken_at(a, token)
        if trigger.kind == EngagementKind.CALL
        else _received_for(resolved, token, trigger) or _met_and(resolved, token, trigger) or met,
        follows=_beside_what(a, token),
        arguments=arguments,
        verdict=verdict,
    )


def _as_it_stands(r: Resolved, token: Token, trigger: Trigger, arguments: Arguments, verdict: Verdict) -> Verdict:
    """The verdict, of who is somewhere or on his way there as the report is written, and of what its verb makes of it."""
    a, clause = r.annotated, r.clauses.at(token.i)
    ready = (cue_of("complement", t.lower) for t in a.children(token.i) if t.dep == "acomp")
    due = any(cue is not None and cue.status in AHEAD for cue in ready)
    if trigger.needs == "presence" and due and verdict.status in DONE:
        verdict = replace(verdict, status=Status.PLANNED, weak=True, barred=token.tag == "VBD")  # "is due in Oslo"
    if trigger.needs == "presence" and verdict.status in DONE:
        if has_been(r, token.i) and arguments.date is not None and arguments.date.signal is Signal.SINCE:
            return replace(verdict, status=Status.ONGOING)
        if _on_the_way(r, token, trigger):
            return replace(verdict, status=Status.PLANNED, weak=True)
    there = trigger.needs == "presence" or (trigger.needs == "place" and token.tag == "VBG")  # "is visiting"
    if there and verdict.habit and verdict.status == Status.PLANNED and is_now(r, arguments.date):
        verdict = replace(verdict, status=Status.ONGOING, weak=True)  # "is in Brussels this week"
    if _while_there(a, token) and verdict.weak and verdict.status == Status.PLANNED and is_now(r, arguments.date):
        verdict = replace(verdict, status=Status.ONGOING)  # "is in Brussels this week, meeting with"
    on_the_way = clause is not None and clause.tense is Tense.HEADLINE and trigger.needs in ("destination", "departure")
    if on_the_way and verdict.status in DONE:
        verdict = replace(verdict, status=Status.PLANNED, weak=True)  # "Minister heads to Oslo"
    if trigger.needs == "departure" and verdict.habit and verdict.status in DONE:
        verdict = replace(verdict, status=Status.PLANNED)  # "leaves for Oslo": an announcement
    back = trigger.needs == "origin" and clause is not None and clause.tense is not Tense.FUTURE
    if trigger.kind == EngagementKind.VISIT and verdict.habit and verdict.status == Status.HELD and not back:
        verdict = replace(verdict, status=Status.ONGOING, weak=True)  # "visits Oslo": as it is written
    if trigger.status and verdict.status in DONE:
        verdict = replace(verdict, status=trigger.status, rule=Rule.ITS_VERB)
    return verdict


def _had_been(r: Resolved, token: Token) -> bool:
    """ "Had been on her way to Lima": what came between is told elsewhere."""
    clause = r.clauses.at(token.i)
    return clause is not None and clause.tense is Tense.PAST and clause.aspect is Aspect.COMPLETED


def _on_the_way(r: Resolved, token: Token, trigger: Trigger) -> bool:
    """ "Is bound for Lima", "was on his way to Lima"."""
    return trigger.needs == "presence" and bound_for(r, token.i) is not None


def _met_to(r: Resolved, verb: Token, trigger: Trigger, arguments: Arguments) -> int | None:
    """ "Officials of both met in Arica to talk about fish": the meeting at which they do, where no others are named."""
    clause = r.clauses.at(verb.i)
    if trigger.kind not in MEETINGS or clause is None or clause.form is not Form.INFINITIVE or arguments.with_somebody:
        return None
    over = r.clauses.parent(clause)
    return over.predicate if over is not None and _is_meeting(r, over) else None


def _is_meeting(r: Resolved, clause: Clause) -> bool:
    row = verb_at(r.annotated.tokens[clause.predicate].lemma, particles(r.annotated, clause.predicate))
    return clause.form is not Form.NOMINAL and row is not None and row.kind in MEETINGS


def _met_and(r: Resolved, verb: Token, trigger: Trigger) -> int | None:
    """ "Met and conferred with friends": two verbs for what was done with those who are named behind the second."""
    a, clause = r.annotated, r.clauses.at(verb.i)
    over = r.clauses.parent(clause) if clause is not None and clause.relation is Relation.CONJUNCT else None
    if trigger.kind not in MEETINGS or over is None or not _is_meeting(r, over):
        return None
    between = a.tokens[over.predicate + 1 : verb.i]
    joined = any(t.lower == "and" for t in between) and all(t.dep in ("cc", "advmod") for t in between)
    return over.predicate if joined and not any(t.dep == "nsubj" for t in a.children(verb.i)) else None


def _received_for(r: Resolved, verb: Token, trigger: Trigger) -> int | None:
    """ "Was received by the King and presented his letters": the audience at which the credentials were presented."""
    clause = r.clauses.at(verb.i)
    if trigger.needs != "credentials" or clause is None or clause.relation is not Relation.CONJUNCT:
        return None
    over = r.clauses.parent(clause)
    rows = verbs_at(r.annotated.tokens[over.predicate].lemma, frozenset()) if over is not None else ()
    received = over is not None and over.passive and any(row.needs == "person" for row in rows)
    return over.predicate if over is not None and received else None


def _told_by_noun(a: Annotated, verb: Token) -> bool:
    """ "Conferred in separate meetings with", "the Joint Commission met": one occasion, which the noun names."""
    held_in = [x for t in a.children(verb.i) if t.dep == "prep" and t.lower == "in" for x in a.children(t.i)]
    near = {x.i: [*a.children(x.i), *(t for t in a.children(verb.i) if t.i > x.i)] for x in held_in if x.lemma in nouns()}
    if any(t.lower in WITH for beside in near.values() for t in beside):
        return True
    subject = a.child(verb.i, "nsubj")
    row = nouns().get(subject.lemma.lower()) if subject is not None else None
    if subject is None or row is None or row.needs != "joint":
        return False
    return bool(vocabulary("joint") & {t.lower for t in a.subtree(subject.i)})


def _beside_what(a: Annotated, token: Token) -> int | None:
    """The summit of "On the sidelines of the summit they met"."""
    for t in a.children(token.i):
        margin = a.child(t.i, "pobj") if t.dep == "prep" and t.i < token.i else None
        of = a.child(margin.i, "prep") if margin is not None and margin.lemma.lower() in vocabulary("beside") else None
        what = a.child(of.i, "pobj") if of is not None else None
        if what is not None:
            return what.i
    return None


def _while_there(a: Annotated, token: Token) -> bool:
    """Is it what somebody does where he is said to be?"""
    over = a.head(token.i)
    if token.tag != "VBG" or token.dep not in ("advcl", "xcomp") or token.i < over.i:
        return False
    trigger = verb_at(over.lemma, particles(a, over.i))
    return trigger is not None and trigger.needs == "presence"
