"""When an engagement is, by the words of its own phrase and clause: the day of a verb, the day of a noun.

Comes in: a resolved document and the token that names it. Goes out: the `Time` that is its own, or None. A day that belongs to
another verb ("said on Wednesday that") is left to that verb.
"""

from collections.abc import Iterator
from dataclasses import replace

from memcon.coding.engagements.behind_names import days_behind_name
from memcon.coding.engagements.nearest_times import nearest_time
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.places import (
    behind_aside,
    container_of,
    is_visit_like,
    own_tokens,
    right_behind,
    where_travelled,
)
from memcon.coding.engagements.set_clauses import of_first_plan, set_behind, set_in_aside
from memcon.coding.engagements.set_days import set_by
from memcon.coding.engagements.sittings import at_its_edge
from memcon.coding.engagements.stay_clauses import behind_its_place, expected_there
from memcon.coding.engagements.topics import is_of_topic
from memcon.coding.engagements.undoing import before_it, of_inviting, of_undoing, tells
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Form, Relation
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.kinds import FOR_THE_PRESS, TWO_SIDED, EngagementKind
from memcon.model.resolved import Resolved, Signal, Time
from memcon.model.status import Status
from memcon.registers.engagements import cue_of, nouns, verb_at, words
from memcon.registers.governors import Frame, governor_of


def date_of_verb(r: Resolved, i: int) -> Time | None:
    a = r.annotated
    if a.tokens[i].dep == "relcl" and (
        named := r.time_at(a.tokens[i].head)
    ):  # "in 2011, when he traveled"; "since 2011, when"
        return next(replace(t, signal=Signal.ON, occasion=None) for t in r.times if t.first == named.first)
    reach = _before_topic(a, i, list(own_tokens(a, i)))
    if where_travelled(r, i) is not None:
        reach += list(own_tokens(a, a.tokens[i].head))
    for governor in _governors(a, i):
        reach += [t for t in own_tokens(a, governor.i) if t.i not in {x.i for x in reach}]
    own = nearest_time(r, i, reach)
    if own is not None and is_of_topic(r, i, own):
        return nearest_time(r, i, [t for t in reach if t.i < own.first])
    return (
        own
        or nearest_time(r, i, _in_front(a, i))
        or nearest_time(r, i, behind_aside(a, i))
        or _behind_last_name(r, i)
        or _done_there(r, i)
        or _as_it_was(r, i)
        or _when_it_was(r, i)
        or _for_what(r, i)
    )


def date_invited_for(r: Resolved, i: int) -> Time | None:
    """The day of the verb "invite", where it is none on which that was done."""
    day = date_of_verb(r, i)
    return None if of_inviting(r, day) else day


def _behind_last_name(r: Resolved, i: int) -> Time | None:
    """ "Received a call from the envoy, Anna Lind yesterday.": the parse hangs the day that ends the sentence on the name."""
    a = r.annotated
    rest = a.tokens[i + 1 : a.sentence_of(i).last]
    if any(x.pos in ("VERB", "AUX") for x in rest):
        return None
    times = {t.first: t for x in rest if (t := r.time_at(x.i)) is not None}
    if len(times) != 1:
        return None
    ((first, time),) = times.items()
    before = first - 1 if a.tokens[first - 1].lower != "on" else first - 2
    named = r.mention_at(before)
    ends = rest[-1].i <= time.last and time.kind not in ("duration", "set")
    return time if ends and named is not None and named.how == "name" and named.last == before + 1 else None


def _as_it_was(r: Resolved, i: int) -> Time | None:
    """ "They met when he visited Rome in 2018": the day of the clause that says when."""
    a = r.annotated
    for clause in a.children(i):
        if clause.dep == "advcl" and clause.i > i and any(t.lower in ("when", "while") for t in a.children(clause.i)):
            return nearest_time(r, clause.i, list(own_tokens(a, clause.i)))
    return None


def _when_it_was(r: Resolved, i: int) -> Time | None:
    """ "The step was taken yesterday when the two met": the day of the clause that it dates."""
    a, token = r.annotated, r.annotated.tokens[i]
    marks = [t for t in a.children(i) if t.lower in ("when", "as", "while") and t.i < i]
    if token.dep != "advcl" or not marks or token.head > i or a.head(i).lemma in words("announcing"):
        return None
    return nearest_time(r, token.head, list(own_tokens(a, token.head)))


def _for_what(r: Resolved, i: int) -> Time | None:
    """ "Was in Madrid for a meeting of ministers in March": the day of what he was there for."""
    a, trigger = r.annotated, verb_at(r.annotated.tokens[i].lemma, particles(r.annotated, i))
    if trigger is None or trigger.kind != EngagementKind.VISIT:
        return None
    near = [
        *a.children(i),
        *(x for t in a.children(i) for y in a.children(t.i) if t.dep == "prep" for x in a.children(y.i)),
    ]
    nouns_for = (x for t in near if t.dep == "prep" and t.lower == "for" and (x := a.child(t.i, "pobj")) is not None)
    what = next((x for x in nouns_for if x.i > i and x.lemma.lower() in nouns()), None)
    return nearest_time(r, what.i, list(own_tokens(a, what.i))) if what is not None else None


def _done_there(r: Resolved, i: int) -> Time | None:
    """ "He will visit the Vatican and meet the Pope on Friday": he is there on the day of what he does there."""
    a, trigger = r.annotated, verb_at(r.annotated.tokens[i].lemma, particles(r.annotated, i))
    if trigger is None or trigger.kind != "visit":
        return None
    joined = [t for t in a.children(i) if t.dep == "conj" and t.pos == "VERB" and not a.child(t.i, "nsubj", "nsubjpass")]
    further = verb_at(joined[0].lemma, particles(a, joined[0].i)) if len(joined) == 1 else None
    if len(joined) != 1 or (further is not None and further.kind == EngagementKind.VISIT):
        return None
    what = a.child(joined[0].i, "dobj")
    held = own_tokens(a, what.i) if what is not None and what.lemma in nouns() else ()
    return nearest_time(r, i, [*own_tokens(a, joined[0].i), *held])


def _in_front(a: Annotated, i: int) -> list[Token]:
    """ "On Friday he will visit the Vatican and meet the Pope": what stands before the subject is said of both."""
    first, subject = a.tokens[i], a.child(i, "nsubj", "nsubjpass")
    while first.dep == "conj" and first.head != first.i and subject is None:
        first = a.head(first.i)
        subject = a.child(first.i, "nsubj", "nsubjpass")
    return [t for t in own_tokens(a, first.i) if t.i < subject.i] if subject is not None and first.i != i else []


def _governors(a: Annotated, i: int) -> Iterator[Token]:
    """The verbs whose day an infinitive shares: "hopes to meet on Friday", "on Friday was preparing to return to meet". None of a
    report, whose day is that of telling; but "on Friday he plans to" is said of Friday."""
    verb = a.tokens[i]
    for governor in a.ancestors(i):
        if governor.pos == "ADP" and verb.dep == "pcomp" and governor.lower == "to":
            continue  # "looks forward to welcoming him on Friday"
        purpose = verb.dep == "advcl" and verb.tag == "VB" and any(t.lower == "to" for t in a.children(verb.i))
        if not purpose and verb.dep not in ("xcomp", "pcomp"):
            return
        told = governor.lemma in words("announcing") and not (
            governor.lemma == "plan" and governor.tag in ("VBZ", "VBP", "VBG")
        )
        if told or governor.pos not in ("VERB", "AUX", "ADJ"):
            return
        yield governor
        verb = governor


def _before_topic(a: Annotated, i: int, reach: list[Token]) -> list[Token]:
    """Leaves out what stands behind an engagement spoken of: "talked about the visit of X in May"."""
    topics = [
        t.i
        for t in a.children(i)
        if t.lower in ("about", "regarding") and (x := a.child(t.i, "pobj")) and x.lemma in nouns()
    ]
    return [t for t in reach if not topics or t.i < topics[0]]


def date_of_noun(r: Resolved, i: int) -> Time | None:
    a = r.annotated
    if _told_of_later(a, i):
        return None
    if is_visit_like(a.tokens[i]) and (awaited := nearest_time(r, i, expected_there(r, i))) is not None:
        return awaited
    reach = list(own_tokens(a, i))
    for child in a.children(i):  # "scheduled for Friday", "held on Friday"
        behind = child.dep in ("acl", "relcl") and not tells(a, child)
        if behind and not before_it(r, i, child) and not of_first_plan(r, i, child):
            reach += [t for t in own_tokens(a, child.i) if not _set_apart(a, t, child)]
    reach += (
        behind_its_place(r, i) if is_visit_like(a.tokens[i]) else [x for t in set_behind(r, i) for x in own_tokens(a, t.i)]
    )
    if (aside := set_in_aside(r, i)) is not None:
        reach += own_tokens(a, aside.i)
    first = min([t.i for t in a.children(i) if t.i < i], default=i)
    before = r.time_at(first - 1) if first > 0 else None
    before = before if before and before.first == a.sentence_of(i).first else None  # "Last week a speech by"
    found = (
        _brought_to(r, i)
        or nearest_time(r, i, reach)
        or before
        or next((t for t in map(r.time_at, right_behind(r, i)) if t and t.kind != "duration"), None)
    )
    if found is not None:
        return None if of_undoing(r, i, found) else found
    token = container_of(a, i) or a.tokens[i]
    verb = a.head(token.i)
    if token.dep == "pobj" and verb.lower == "for" and is_visit_like(a.head(verb.i)):
        return date_of_noun(r, verb.head)  # "a visit in May for a summit"
    if token.dep == "pobj" and is_visit_like(a.tokens[i]) and (found := _of_journey(r, verb)) is not None:
        return found
    if (edge := at_its_edge(a, i)) is not None and (done := a.head(a.head(edge.i).i)).pos == "VERB":
        return nearest_time(r, done.i, list(own_tokens(a, done.i))) or nearest_time(r, done.i, _in_front(a, done.i))
    if token.dep == "pobj" and (part := _taking_part(a, verb)) is not None:
        return nearest_time(r, i, list(own_tokens(a, part.i))) or nearest_time(r, i, _in_front(a, part.i))
    over = a.head(verb.i)
    guest = next(
        (t for t in (token, verb, over, *a.children(over.i)) if t.dep == "attr" and t.lemma in words("guests")), None
    )
    if guest is not None:
        return nearest_time(r, i, list(own_tokens(a, guest.head)))  # "was on Monday the guest of the king at a dinner"
    if token.dep == "nsubj" and _tells_of_subject(a, verb) is False:
        return None  # "the visit will lead to more trips over the summer"
    if _tells_of_subject(a, verb) is not None and (token.dep == "nsubj" or _tells_of_object(a, token, verb)):
        inner = list(own_tokens(a, verb.i))
        inner += [t for c in a.children(verb.i) if c.dep == "xcomp" or _begins(c) for t in own_tokens(a, c.i)]
        own = nearest_time(r, i, inner) or nearest_time(r, i, _in_front(a, verb.i))
        return own or _behind_last_name(r, i) or _when_it_was(r, verb.i)
    ordered = a.head(verb.i)
    said_there = token.dep == "pobj" and verb.lower == "at" and ordered.pos == "VERB"
    if said_there and (row := nouns().get(a.tokens[i].lemma.lower())) is not None and row.kind in FOR_THE_PRESS:
        return nearest_time(r, i, list(own_tokens(a, ordered.i)))  # "said on Tuesday at a news conference"
    if token.dep == "pobj" and verb.lower == "by" and ordered.lemma in words("in_order"):
        return nearest_time(r, i, [t for t in own_tokens(a, ordered.i) if t.i > i])  # "preceded by talks on Friday"
    if token.dep == "dobj" and (leaving := [t for t in a.subtree(verb.i) if t.lemma in words("coming_and_going")]):
        after = [t for t in a.subtree(verb.i) if leaving[0].i < t.i < leaving[0].i + 6]
        return nearest_time(r, i, after)  # "cancelled a visit on the day of his departure in May"
    if setting := set_by(r, token.i):
        return nearest_time(r, i, setting)
    found = days_behind_name(r, i) if is_visit_like(a.tokens[i]) else None
    return None if found is not None and of_undoing(r, i, found) else found


def _begins(clause: Token) -> bool:
    """ "Will make a visit to Peru beginning tomorrow"."""
    return clause.dep == "advcl" and clause.tag == "VBG" and clause.lemma in words("beginning")


def _tells_of_subject(a: Annotated, verb: Token) -> bool | None:
    """Does a verb tell of what its subject is, so that its day is the subject's? None of a word that tells of nothing so."""
    if verb.pos not in ("VERB", "AUX") or verb.lemma in words("announcing"):
        return None
    return verb.lemma in words("taking_place") or cue_of("subject", verb.lemma, particles(a, verb.i)) is not None


def _tells_of_object(a: Annotated, token: Token, verb: Token) -> bool:
    """Is its day that of what it is done to: "held", "cancelled"?"""
    beside = particles(a, verb.i)
    cue = cue_of("object", verb.lemma, beside)
    told = cue_of("light", verb.lemma, beside) is not None or (cue is not None and cue.status == "own")
    return told and token.dep in ("dobj", "nsubjpass", "attr")


def _of_journey(r: Resolved, preposition: Token) -> Time | None:
    """ "Left on Monday for a trip to": its day is the verb's; "returned on Monday from", "arrived on Monday after": it was over by then."""
    a, verb = r.annotated, r.annotated.head(preposition.i)
    over = preposition.lower in words("over_by")
    trigger = verb_at(verb.lemma, particles(a, verb.i)) if verb.pos == "VERB" else None
    if trigger is None or trigger.kind != EngagementKind.VISIT or not (over or preposition.lower in ("for", "on")):
        return None
    time = nearest_time(r, verb.i, list(own_tokens(a, verb.i))) or nearest_time(r, verb.i, _in_front(a, verb.i))
    if time is None or not over:
        return time
    basis = Basis(BasisKind.CONTEXT, reason="over by the day of what its clause tells", of=time.date.basis)
    return replace(time, date=DateRange(None, time.date.latest, None, basis)) if time.date.latest is not None else None


def _told_of_later(a: Annotated, i: int) -> bool:
    """ "Will announce the outcome of the talks on Sunday": on that day it is told, and whether it was held then is open."""
    link = a.head(i)
    noun = a.head(link.i)
    over = a.head(noun.i)
    of_it = a.tokens[i].dep == "pobj" and link.lower == "of" and noun.lemma in words("results")
    return of_it and noun.dep == "dobj" and over.lemma in words("announcing") and over.tag == "VB"


def _set_apart(a: Annotated, token: Token, clause: Token) -> bool:
    """ "The meeting, which came after two days of work on Monday and Tuesday": the days of what it came after."""
    for t in (token, *a.ancestors(token.i)):
        if t.i == clause.i:
            return False
        if t.dep == "prep" and t.lower in words("not_its_day"):
            return True
    return False


def _taking_part(a: Annotated, preposition: Token) -> Token | None:
    """The verb of "takes part in the conference", "participates in the session", "spoke on Friday in separate calls"."""
    over = a.head(preposition.i)
    verb = a.head(over.i) if over.dep == "dobj" and over.pos == "NOUN" else over
    near = particles(a, verb.i) | {preposition.lower}
    light = verb.pos == "VERB" and governor_of(Frame.LIGHT, verb.lemma, near) is not None
    trigger = verb_at(verb.lemma) if preposition.lower == "in" and verb is over else None
    light = light or (trigger is not None and trigger.kind in TWO_SIDED)
    return verb if light and preposition.lower in ("in", "at") else None


def _brought_to(r: Resolved, i: int) -> Time | None:
    """ "The meeting, set for Thursday, was brought forward to Wednesday": a plan still, on the new day."""
    a = r.annotated
    sentence = a.sentence_of(i)
    here = (c for t in a.tokens[sentence.first : sentence.last] if (c := r.clauses.at(t.i)) is not None)
    done_to_it = (c for c in here if i in c.patients and c.form is not Form.NOMINAL and c.relation is not Relation.RELATIVE)
    clause = next(done_to_it, None)
    if clause is None:
        return None
    verb = a.tokens[clause.predicate]
    cue = cue_of("object", verb.lemma, particles(a, verb.i))
    if cue is not None and cue.status in (Status.CANCELLED, Status.POSTPONED):
        return None
    return next((t for x in own_tokens(a, verb.i) if (t := r.time_at(x.i)) and t.signal is Signal.NEW), None)
