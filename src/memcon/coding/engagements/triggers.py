"""Phrases that name an engagement: nouns and verbs of the tables, with what they need to count as one.

Comes in: a resolved document. Goes out: `Phrase`s in the order of the text, each with its trigger, parties, place, date and
own status. Refuses what only looks like one: "meeting room", "a call for peace", "go to war".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from memcon.coding.engagements.arguments import WITH, Arguments
from memcon.coding.engagements.noun_arguments import arguments_of_noun
from memcon.coding.engagements.official_titles import Paper, read_paper
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.status import Rule, Verdict, verdict_at
from memcon.coding.engagements.stays import stay_at
from memcon.coding.engagements.trigger_needs import noun_counts, of_the_plan, verb_counts
from memcon.coding.engagements.verb_arguments import arguments_of_verb
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Aspect, Factuality, Form, Tense
from memcon.model.dates import Anchor, Basis, BasisKind, DateRange, Reference
from memcon.model.kinds import MEETINGS, EngagementKind
from memcon.model.resolved import Resolved, Time
from memcon.model.status import AHEAD, DONE, Status
from memcon.registers.engagements import Trigger, cue_of, nouns, verb_at, verbs, verbs_at
from memcon.registers.engagements import words as vocabulary

JUST = timedelta(days=7)
MEANS = frozenset(("by", "over", "via", "on", "through"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """One trigger with what its clause says of the occasion. `definite`: it points back ("the", "this", "his")."""

    token: int
    first: int
    last: int
    kind: EngagementKind
    verbal: bool
    definite: bool
    plural: bool
    generic: bool
    joins: bool  # somebody joins or attends it, beside those who hold it
    predicate: bool  # "that will be the first meeting": of the occasion just named
    arguments: Arguments
    verdict: Verdict
    stop: bool = False  # "a stop in Oslo": on the way of a journey
    leg: bool = False  # a further destination that its journey's phrase names
    further: bool = False  # "follow-up talks": between those who met before
    doubtful: bool = False  # subject or object of a clause that is future or only possible
    same_as: int | None = None  # token of the phrase that it is an apposition to or a predicate of
    goes: bool = False  # a verb of going somewhere: one is going before one is there
    follows: int | None = None  # token of the phrase of an earlier engagement that its words go on from: another than this
    topical: bool = False  # a verb of what is done there, in person or not: "exchanged views"
    titled: bool = False  # it is what the title of an official paper names


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
        if (
            token.pos in ("NOUN", "PROPN")
            or _opens_as_noun(a, token)
            or (token.i > 1 and a.tokens[token.i - 1].text == "-")
        ):
            trigger = _noun_trigger(a, token)
            if trigger and (phrase := _noun_phrase(resolved, token, trigger)):
                yield phrase
        elif (
            token.pos == "VERB" or (token.lemma == "be" and token.dep not in ("aux", "auxpass"))
        ) and token.lemma in verbs():
            found = (_verb_phrase(resolved, token, trigger) for trigger in _verb_triggers(resolved, token))
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


def _now(r: Resolved, time: Time | None) -> bool:
    """Do its days hold the day of writing?"""
    published = r.annotated.document.published
    return time is not None and time.date.days is not None and published.known and time.date.can_be(published)


def _no_now(time: Time | None, verdict: Verdict) -> Time | None:
    """ "When the trip will now be made": now is the day of what goes on alone."""
    now = time is not None and time.date.value == Reference.PRESENT
    return None if now and verdict.status not in DONE else time


def _verb_triggers(r: Resolved, token: Token) -> Sequence[Trigger]:
    """The lines of the table that a verb can be, the likeliest first; "called him on Monday" is no "called on"."""
    a, links = r.annotated, [t for t in r.annotated.children(token.i) if t.dep == "prep"]
    inner = {t.i: a.child(t.i, "pobj") for t in links}
    timed = {i for i, x in inner.items() if x is not None and r.time_at(x.i)}
    placed = {i for i, x in inner.items() if x is not None and r.place_at(x.i)}
    parted = {t.lower for t in a.children(token.i) if t.dep == "prt"}  # "will move on to Geneva on Tuesday"
    of_time = {t.lower for t in links if all(x.i in timed for x in links if x.lower == t.lower)}
    beside = particles(a, token.i) - (of_time - parted)
    return [
        trigger
        for trigger in verbs_at(token.lemma, beside)
        if trigger.needs != "behind" or not all(t.i in placed | timed for t in links if t.lower == trigger.particle)
    ]


def _opens_as_noun(a: Annotated, token: Token) -> bool:
    """ "Meeting of the Council, Lima": a noun, though the parse takes it for a participle."""
    behind = a.tokens[token.i + 1].lower if token.i + 1 < len(a.tokens) else ""
    return token.tag == "VBG" and token.dep == "ROOT" and token.text[0].isupper() and behind in ("of", "between")


def _noun_trigger(a: Annotated, token: Token) -> Trigger | None:
    first, last = a.whole_word(token.i)
    if last - first > 1:
        return nouns().get(a.read(first, last).lower().removesuffix("s")) if last == token.i + 1 else None
    lemma = token.lower if token.tag == "VBG" else token.lemma.lower()
    return nouns().get(lemma) or nouns().get(lemma.removesuffix("s"))


def _noun_phrase(resolved: Resolved, token: Token, trigger: Trigger) -> Phrase | None:
    a = resolved.annotated
    if token.dep in ("compound", "nmod", "amod") and a.head(token.i).pos in ("NOUN", "PROPN") and token.head > token.i:
        return None
    if token.dep == "poss" or (token.dep == "dobj" and a.head(token.i).lemma == "address" and trigger.kind == "meeting"):
        return None  # who addresses a joint meeting gives a speech
    if trigger.needs == "joint" and _is_its_session(a, token):
        return None
    arguments = arguments_of_noun(resolved, token.i)
    before = [t for t in a.children(token.i) if t.i < token.i] + _before_container(a, token)
    words = {a.read(*a.whole_word(t.i)).lower() for t in before} | {t.lower for t in before}
    if not noun_counts(resolved, token, trigger, words, arguments):
        return None
    verdict = verdict_at(resolved, token.i)
    arguments = replace(arguments, date=_no_now(arguments.date, verdict) or _just(resolved, token, verdict))
    if verdict.status == Status.ONGOING and (span := _span_told(resolved, token, trigger)) is not None:
        verdict = replace(verdict, status=span)
    if trigger.kind == EngagementKind.TALKS and verdict.status == Status.HELD and _goes_on(resolved, token, arguments.date):
        verdict = replace(verdict, status=Status.ONGOING)
    if trigger.kind == EngagementKind.TALKS and verdict.status == Status.HELD and verdict.weak and token.tag == "NNS":
        verdict = replace(
            verdict, status=Status.ONGOING
        )  # "told reporters at the talks": a process, of which nobody says the end
    if (
        trigger.kind == "visit"
        and verdict.status == Status.HELD
        and verdict.weak
        and not _is_over(resolved, token, arguments)
    ):
        during = token.dep == "pobj" and a.head(token.i).lower == "during"
        verdict = replace(verdict, status=Status.ONGOING, weak=during)  # during a visit, which can have ended since
    first = min(
        [t.i for t in before if t.head == token.i and t.dep in ("amod", "compound", "nmod", "poss", "det", "nummod")]
        + [token.i]
    )
    generic = bool(words & vocabulary("regular")) and not arguments.date and not arguments.parties
    return Phrase(
        token=token.i,
        first=first,
        last=token.i + 1,
        kind=_kind_of_noun(trigger, words | means_of(a, token.i), _is_paid(a, token)),
        verbal=False,
        definite=_points_back(a, token, before, words) and not _another_round(a, token, verdict),
        plural=token.tag in ("NNS", "NNPS") and trigger.kind != "talks",
        generic=generic,
        joins="same" in words or (token.dep == "dobj" and a.head(token.i).lemma in ("join", "attend")),
        predicate=token.dep == "attr"
        and any(t.lower in ("that", "this", "it", "which") for t in a.children(token.head) if t.dep == "nsubj"),
        arguments=arguments,
        verdict=verdict,
        stop=token.lemma in ("stop", "stopover", "leg"),
        further=bool(words & vocabulary("further")),
        doubtful=_doubtful(resolved, token),
        same_as=_same_as(a, token),
        follows=_beside_which(a, token),
    )


def _is_over(r: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "After stops in Oslo", "during her visit in 2007": a visit that is over as the report is written."""
    a, published = r.annotated, r.annotated.document.published.earliest
    latest = arguments.date.date.latest if arguments.date is not None else None
    past = latest is not None and published is not None and latest < published
    return past or (token.dep == "pobj" and a.head(token.i).lower in vocabulary("over_by"))


def _span_told(r: Resolved, token: Token, trigger: Trigger) -> Status | None:
    """ "The meeting went on for hours" is over, "the visit will make progress" to come; of talks, which have no end of their own,
    that is said only with how long."""
    clause = r.clauses.at(token.i)
    over = r.clauses.parent(clause) if clause is not None and clause.form is Form.NOMINAL else None
    if over is None or token.i not in over.subjects:
        return None
    if trigger.kind != EngagementKind.TALKS and over.factuality is Factuality.SCHEDULED:
        return Status.PLANNED
    if over.tense is not Tense.PAST or over.aspect is not Aspect.NONE:
        return None
    times = (r.time_at(t.i) for t in r.annotated.subtree(over.predicate))
    ended = trigger.kind != EngagementKind.TALKS or any(t is not None and t.kind == "duration" for t in times)
    return Status.HELD if ended else None


def _goes_on(r: Resolved, token: Token, time: Time | None) -> bool:
    """ "The talks resumed today", "was leading a second day of negotiations on Thursday", written on that day."""
    clause = r.clauses.at(token.i)
    over = r.clauses.at(clause.governor) if clause is not None and clause.governor is not None else None
    if over is None or over.form is not Form.FINITE or not _now(r, time):
        return False
    return over.aspect is Aspect.UNDER_WAY or r.annotated.tokens[over.predicate].lemma in vocabulary("beginning")


def _is_its_session(a: Annotated, token: Token) -> bool:
    """ "The session of the Joint Commission": one occasion, which the session names."""
    of = a.head(token.i)
    return token.dep == "pobj" and of.lower == "of" and a.head(of.i).lemma.lower() in nouns()


def _told_by_subject(a: Annotated, verb: Token) -> bool:
    """ "The Joint Commission met": one occasion, which the noun names."""
    subject = a.child(verb.i, "nsubj")
    row = nouns().get(subject.lemma.lower()) if subject is not None else None
    if subject is None or row is None or row.needs != "joint":
        return False
    return bool(vocabulary("joint") & {t.lower for t in a.subtree(subject.i)})


def _beside_which(a: Annotated, token: Token) -> int | None:
    """ "Will visit Lima before the summit": the verb's engagement is another than the noun's."""
    preposition = a.head(token.i)
    verb = a.head(preposition.i)
    if token.dep == "pobj" and verb.lemma.lower() in vocabulary("beside"):
        return next((t.i for t in a.ancestors(verb.i) if t.lemma in verbs()), None)  # "met on the sidelines of the summit"
    if token.dep == "pobj" and preposition.lower == "by" and verb.lemma in vocabulary("in_order"):
        return next(
            (t.i for t in a.children(verb.i) if t.dep == "nsubjpass"), None
        )  # "the summit was preceded by a meeting"
    set_beside = token.dep == "pobj" and preposition.lower in ("after", "before", "following")
    return verb.i if set_beside and verb.lemma in verbs() else None


def _beside_what(a: Annotated, token: Token) -> int | None:
    """The summit of "On the sidelines of the summit they met"."""
    for t in a.children(token.i):
        margin = a.child(t.i, "pobj") if t.dep == "prep" and t.i < token.i else None
        of = a.child(margin.i, "prep") if margin is not None and margin.lemma.lower() in vocabulary("beside") else None
        what = a.child(of.i, "pobj") if of is not None else None
        if what is not None:
            return what.i
    return None


def _told_again(a: Annotated, token: Token) -> int | None:
    """ "talks with the king, their second meeting": an ordinal after a comma counts the occasion just named."""
    first = min([t.i for t in a.children(token.i) if t.i < token.i], default=token.i)
    counted = any(t.lower in vocabulary("ordinals") for t in a.children(token.i) if t.i < token.i)
    if not counted or first == 0 or a.tokens[first - 1].text != ",":
        return None
    begin = a.sentence_of(token.i).first
    named = (
        t for t in reversed(a.tokens[begin : first - 1]) if t.lemma in nouns() or (t.pos == "VERB" and t.lemma in verbs())
    )
    return next((t.i for t in named), None)


def _doubtful(r: Resolved, token: Token) -> bool:
    """ "if the meeting goes well", "the summit might have to wait": not of one that has been."""
    if token.dep not in ("nsubj", "nsubjpass", "dobj"):
        return False
    clause = verdict_at(r, token.head)
    return clause.status in (Status.PLANNED, Status.CONSIDERED) and not clause.weak


def _same_as(a: Annotated, token: Token) -> int | None:
    """ "The meeting will be the first contact", "met in Rome, the first encounter": both words name one occasion."""
    head = a.head(token.i)
    if (again := _told_again(a, token)) is not None:
        return again
    if token.dep == "attr" and (subject := a.child(head.i, "nsubj")) and subject.pos == "NOUN":
        return subject.i
    if (
        token.dep == "pobj"
        and head.lower in ("for", "on")
        and a.head(head.i).lemma in verbs()
        and token.lemma in ("visit", "trip", "tour")
    ):
        return head.head  # "arrived for a visit"
    if token.dep == "appos":
        return next((t.i for t in (head, *a.ancestors(head.i)) if t.pos == "VERB" or t.lemma in nouns()), None)
    return None


def _before_container(a: Annotated, token: Token) -> list[Token]:
    """The words before "round" in "this round of talks"."""
    preposition = a.head(token.i)
    container = a.head(preposition.i)
    if token.dep != "pobj" or preposition.lower != "of" or container.lemma not in vocabulary("measures"):
        return []
    return [t for t in a.children(container.i) if t.i < container.i]


def _points_back(a: Annotated, token: Token, before: list[Token], words: set[str]) -> bool:
    """ "the meeting", "his visit"; and the bare "Talks" that a sentence begins with."""
    bare = token.dep == "nsubj" and token.tag == "NNS" and not before and token.i == a.sentence_of(token.i).first
    return bare or bool(words & vocabulary("pointing")) or any(t.dep == "poss" for t in before)


def _another_round(a: Annotated, token: Token, verdict: Verdict) -> bool:
    """ "The talks are expected to resume": another session of them, not the one that was."""
    near = {t.lemma for t in a.subtree(token.head)} if token.head != token.i else set()
    return verdict.status in (Status.PLANNED, Status.CONSIDERED, Status.AGREED) and bool(near & vocabulary("again"))


def _kind_of_noun(trigger: Trigger, words: set[str], paid: bool) -> EngagementKind:
    """`paid`: a call that somebody pays on somebody is in person."""
    if trigger.lemma in ("conference", "briefing") and words & vocabulary("press"):
        return EngagementKind.PRESS_CONFERENCE if trigger.lemma == "conference" else EngagementKind.BRIEFING
    if trigger.kind in ("meeting", "talks") and words & {"phone", "telephone"}:
        return EngagementKind.CALL
    if trigger.lemma in ("call", "visit") and (words & vocabulary("courtesy") or paid):
        return EngagementKind.MEETING
    if trigger.lemma == "meeting" and "summit" in words:
        return EngagementKind.SUMMIT
    return trigger.kind


def _is_paid(a: Annotated, token: Token) -> bool:
    """ "Paid a call on the king"; not "a call on Monday"."""
    if token.lemma != "call" or any(t.lower in vocabulary("phone") for t in a.children(token.i)):
        return False
    on = [t for t in a.children(token.i) if t.dep == "prep" and t.lower in ("on", "upon")]
    whom = [x for t in on if (x := a.child(t.i, "pobj")) is not None and x.entity not in ("DATE", "TIME")]
    paid = token.dep in ("dobj", "nsubjpass") and a.head(token.i).lemma in ("pay", "make")
    return paid or bool(whom)


def _verb_phrase(resolved: Resolved, token: Token, trigger: Trigger) -> Phrase | None:
    a = resolved.annotated
    arguments = arguments_of_verb(resolved, token.i, trigger)
    if not verb_counts(resolved, token, trigger, arguments) or (trigger.kind in MEETINGS and _told_by_subject(a, token)):
        return None
    last = max([token.i + 1] + [t.i + 1 for t in a.children(token.i) if t.dep in ("prt", "prep") and t.i <= token.i + 2])
    verdict = verdict_at(resolved, token.i)
    if verdict.rule is Rule.NOT_HAPPENED and verdict.status is None:
        return None
    arguments = replace(arguments, date=_no_now(arguments.date, verdict) or _just(resolved, token, verdict))
    ready = (cue_of("complement", t.lower) for t in a.children(token.i) if t.dep == "acomp")
    due = any(cue is not None and cue.status in AHEAD for cue in ready)
    if trigger.needs == "presence" and due and verdict.status in DONE:
        verdict = replace(verdict, status=Status.PLANNED, weak=True, barred=token.tag == "VBD")  # "is due in Oslo"
    there = trigger.needs == "presence" or (trigger.needs == "place" and token.tag == "VBG")  # "is visiting"
    if there and verdict.habit and verdict.status == Status.PLANNED and _now(resolved, arguments.date):
        verdict = replace(verdict, status=Status.ONGOING, weak=True)  # "is in Brussels this week"
    if _while_there(a, token) and verdict.weak and verdict.status == Status.PLANNED and _now(resolved, arguments.date):
        verdict = replace(verdict, status=Status.ONGOING)  # "is in Brussels this week, meeting with"
    clause = resolved.clauses.at(token.i)
    on_the_way = clause is not None and clause.tense is Tense.HEADLINE and trigger.needs in ("destination", "departure")
    if on_the_way and verdict.status in DONE:
        verdict = replace(verdict, status=Status.PLANNED, weak=True)  # "Minister heads to Oslo"
    if trigger.needs == "departure" and verdict.habit and verdict.status in DONE:
        verdict = replace(verdict, status=Status.PLANNED)  # "leaves for Oslo": an announcement
    if trigger.kind == EngagementKind.VISIT and verdict.habit and verdict.status == Status.HELD:
        verdict = replace(verdict, status=Status.ONGOING, weak=True)  # "visits Oslo": as it is written
    if trigger.status and verdict.status in DONE:
        verdict = replace(verdict, status=trigger.status, rule=Rule.ITS_VERB)
    habit = verdict.habit and not arguments.date
    return Phrase(
        token=token.i,
        first=token.i,
        last=last,
        kind=_kind_of_verb(resolved, token, trigger),
        verbal=True,
        definite=of_the_plan(a, token),
        plural=False,
        generic=habit and a.zone(token.i) == "body" and verdict.status == Status.DECLINED,
        joins=False,
        predicate=False,
        topical=trigger.needs in ("topic", "views"),
        stop=trigger.lemma == "stop",
        goes=trigger.needs == "destination",
        same_as=_spoken_at(a, token) if trigger.kind == EngagementKind.CALL else None,
        follows=_beside_what(a, token),
        arguments=arguments,
        verdict=verdict,
    )


def _spoken_at(a: Annotated, token: Token) -> int | None:
    """ "During the meeting they spoke of trade": the engagement in which they did."""
    inside = [a.child(t.i, "pobj") for t in a.children(token.i) if t.dep == "prep" and t.lower == "during"]
    trigger = {x.i: nouns().get(x.lemma.lower()) for x in inside if x is not None}
    return next((i for i, found in trigger.items() if found is not None and found.kind in MEETINGS), None)


def _while_there(a: Annotated, token: Token) -> bool:
    """Is it what somebody does where he is said to be?"""
    over = a.head(token.i)
    if token.tag != "VBG" or token.dep not in ("advcl", "xcomp") or token.i < over.i:
        return False
    trigger = verb_at(over.lemma, particles(a, over.i))
    return trigger is not None and trigger.needs == "presence"


def _just(resolved: Resolved, token: Token, verdict: Verdict) -> Time | None:
    """ "has just met": in the days before it was written."""
    a, published = resolved.annotated, resolved.annotated.document.published
    near = [*a.children(token.i), *(a.children(token.head) if token.pos == "NOUN" or token.tag == "VBG" else ())]
    near += [x for t in near if t.dep == "prep" and t.i < token.i for x in a.children(t.i)]  # "was just in Oslo meeting"
    just = next((t for t in near if t.lower == "just" and t.i < token.i), None)
    if just is None or verdict.status != Status.HELD or not published.earliest or not published.exact:
        return None
    days = DateRange(
        published.earliest - JUST,
        published.latest,
        None,
        Basis(BasisKind.RELATIVE, "just", Anchor(published.earliest, published.latest or published.earliest)),
    )
    return Time(just.i, just.i + 1, a.span(just.i, just.i + 1), days, "interval")


def _speak_again(r: Resolved, token: Token) -> bool:
    """ "The two leaders spoke for an hour": those told of before, and nobody with whom: in what was told of them, call or meeting."""
    subject = next((t for t in r.annotated.children(token.i) if t.dep == "nsubj"), None)
    mention = r.mention_at(subject.i) if subject is not None else None
    company = any(t.lower in WITH | {"to"} for t in r.annotated.children(token.i))
    return (
        mention is not None and mention.how != "name" and (mention.together or len(mention.candidates) > 1) and not company
    )


def means_of(a: Annotated, i: int) -> frozenset[str]:
    """ "By telephone", "over the phone", "via video link": the words that tell that those who speak are not in one room."""
    inner = [x for t in a.children(i) if t.dep in ("prep", "agent") for x in a.children(t.i) if t.lower in MEANS]
    near = {t.lower for x in inner for t in (x, *a.children(x.i))}
    return frozenset(near & (vocabulary("phone") - {"conference"}))


def _called_in(r: Resolved, token: Token) -> bool:
    """ "Called the envoy to his office", "called her in": no telephone."""
    near = [t for x in (token, *r.annotated.children(token.i)) for t in r.annotated.children(x.i)]
    inner = [x for t in near if t.lower == "to" for x in r.annotated.children(t.i) if t.dep == "prep"]
    return any(t.lower == "in" and t.dep == "prt" for t in near) or any(
        t.lemma.lower() in vocabulary("offices") for t in inner
    )


def _kind_of_verb(r: Resolved, token: Token, trigger: Trigger) -> EngagementKind:
    a = r.annotated
    if trigger.kind == EngagementKind.CALL and trigger.lemma == "call" and _called_in(r, token):
        return EngagementKind.MEETING
    words = {t.lower for t in a.subtree(token.i) if abs(t.i - token.i) < 12}
    if trigger.kind in ("talks", "meeting") and words & {"phone", "telephone"}:
        return EngagementKind.CALL
    if trigger.lemma == "speak":
        if means_of(a, token.i) or words & {"phone", "telephone"}:
            return EngagementKind.CALL
        if words & vocabulary("beside") or words & vocabulary("in_person") or _speak_again(r, token):
            return EngagementKind.TALKS
        links = [t for t in a.children(token.i) if t.dep == "prep" and t.lower not in vocabulary("beside_it")]
        inner = [x for t in links for x in a.children(t.i)]
        if any(t.lower == "before" for t in a.children(token.i)) or any(
            x.lemma.lower() in vocabulary("bodies") for x in inner
        ):
            return EngagementKind.SPEECH
        if _spoken_at(a, token) is not None:
            return EngagementKind.TALKS
        # A readout's "spoke with" is a call; who "plans to speak with officials" there will do so face to face.
        return EngagementKind.CALL if token.tag in ("VBD", "VBN") else EngagementKind.TALKS
    return trigger.kind
