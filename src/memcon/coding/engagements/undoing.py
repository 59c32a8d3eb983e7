"""Days that stand beside an engagement and are those of its undoing, or of its being asked for: "cancelled the visit last week", "talks
that broke down in May", "was invited last November".

Comes in: a resolved document, the token of an engagement's noun, a time or a clause beside it. Goes out: whether the day is not its own.
"""

from datetime import timedelta

from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.places import container_of, own_tokens
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Factuality, Tense
from memcon.model.resolved import Resolved, Time
from memcon.model.status import Status
from memcon.registers.engagements import cue_of, words

WEEK = 7  # days; a month of which it is told is rather that of the visit
JUST = timedelta(days=14)  # before the report: what was undone then is news


def before_it(r: Resolved, i: int, clause: Token) -> bool:
    """ "Talks, suspended in December, will resume": what was done to them before is not when they are to be."""
    over, told, token = r.clauses.at(r.annotated.tokens[i].head), r.clauses.at(clause.i), r.annotated.tokens[i]
    again = token.dep in ("nsubj", "dobj") and r.annotated.head(i).lemma in words("again")
    if over is None or told is None or not (again or (over.tense is Tense.FUTURE and token.dep == "nsubj")):
        return False
    return any(t.tense == "past" for x in own_tokens(r.annotated, clause.i) if (t := r.time_at(x.i)) is not None)


def of_undoing(r: Resolved, i: int, time: Time) -> bool:
    """ "Cancelled a summit with her last Thursday": a day just past, behind the noun on which the parse hangs it, is that of the verb.
    "Cancelled a summit in March" is told long after: in March he did, and then it was to be."""
    a, published = r.annotated, r.annotated.document.published.earliest
    stands = container_of(a, i) or a.tokens[i]
    verb = a.head(stands.i)
    if time.first < i or published is None or stands.dep != "dobj":
        return False
    told = (x for t in a.children(i) if t.dep in ("relcl", "acl") for x in a.subtree(t.i))
    if any(x.i == time.first for x in told):
        return False  # "called off a meeting that was due to take place the same day"
    clause, cue = r.clauses.at(verb.i), cue_of("object", verb.lemma, particles(a, verb.i))
    undone = cue is not None and cue.status in (Status.CANCELLED, Status.POSTPONED)
    done = clause is not None and clause.factuality is Factuality.HAPPENED
    latest, narrow = time.date.latest, time.date.days is not None and time.date.days <= WEEK
    return undone and done and narrow and latest is not None and published - JUST <= latest <= published


def tells(a: Annotated, token: Token) -> bool:
    """Does a clause behind the noun tell what was made of it, or that it was told: "the visit, cancelled in May"?"""
    cue = cue_of("object", token.lemma, particles(a, token.i))
    undone = cue is not None and cue.status in (Status.CANCELLED, Status.POSTPONED)
    return undone or (token.lemma in words("announcing") and token.lemma != "plan")


def of_inviting(r: Resolved, time: Time | None) -> bool:
    """ "Was invited last November": a day behind the report tells when somebody was invited, not for when."""
    published = r.annotated.document.published.earliest
    return time is not None and time.date.latest is not None and published is not None and time.date.latest < published
