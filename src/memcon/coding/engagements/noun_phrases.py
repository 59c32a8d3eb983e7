"""Nouns that name an engagement ("a meeting with", "their visit"): a noun of the table in, its `Phrase` out, with status and kind.

Refuses what only looks like one: "meeting room", "a call for peace".
"""

from dataclasses import replace
from datetime import timedelta

from memcon.coding.engagements.arguments import Arguments
from memcon.coding.engagements.leaving import left_after
from memcon.coding.engagements.noun_arguments import arguments_of_noun
from memcon.coding.engagements.noun_needs import noun_counts
from memcon.coding.engagements.particles import particles
from memcon.coding.engagements.phrase import Phrase, is_now, just_now, means_of, unless_now
from memcon.coding.engagements.status import verdict_at
from memcon.coding.engagements.stay_bounds import about_to_end
from memcon.coding.engagements.times import date_of_verb
from memcon.coding.engagements.verdict import Rule, Verdict
from memcon.coding.engagements.what_kind import kind_of_noun
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Aspect, Factuality, Form, Tense
from memcon.model.kinds import FOR_THE_PRESS, MEETINGS, ORGANISED, TWO_SIDED, EngagementKind
from memcon.model.resolved import Resolved, Time
from memcon.model.status import Status
from memcon.registers.engagements import Trigger, nouns, verb_at, verbs, verbs_at
from memcon.registers.engagements import words as vocabulary


def opens_as_noun(a: Annotated, token: Token) -> bool:
    """ "Meeting of the Council, Lima": a noun, though the parse takes it for a participle."""
    behind = a.tokens[token.i + 1].lower if token.i + 1 < len(a.tokens) else ""
    return token.tag == "VBG" and token.dep == "ROOT" and token.text[0].isupper() and behind in ("of", "between")


def noun_trigger(a: Annotated, token: Token) -> Trigger | None:
    first, last = a.whole_word(token.i)
    if last - first > 1:
        return nouns().get(a.read(first, last).lower().removesuffix("s")) if last == token.i + 1 else None
    lemma = token.lower if token.tag == "VBG" else token.lemma.lower()
    return nouns().get(lemma) or nouns().get(lemma.removesuffix("s"))


def noun_phrase(resolved: Resolved, token: Token, trigger: Trigger) -> Phrase | None:
    a = resolved.annotated
    if token.dep in ("compound", "nmod", "amod") and a.head(token.i).pos in ("NOUN", "PROPN") and token.head > token.i:
        return None
    if token.dep == "poss" or (token.dep == "dobj" and a.head(token.i).lemma == "address" and trigger.kind == "meeting"):
        return None  # who addresses a joint meeting gives a speech
    if _is_its_session(a, token, trigger):
        return None
    arguments = arguments_of_noun(resolved, token.i)
    before = [t for t in a.children(token.i) if t.i < token.i] + _before_container(a, token)
    words = {a.read(*a.whole_word(t.i)).lower() for t in before} | {t.lower for t in before}
    if not noun_counts(resolved, token, trigger, words, arguments):
        return None
    verdict = verdict_at(resolved, token.i)
    arguments = replace(arguments, date=unless_now(arguments.date, verdict) or just_now(resolved, token, verdict))
    verdict = _going_on(resolved, token, trigger, arguments, verdict)
    if (
        trigger.kind == EngagementKind.VISIT
        and verdict.status == Status.PLANNED
        and (last := about_to_end(resolved, token, arguments.date))
    ):
        arguments, verdict = replace(arguments, date=last), replace(verdict, status=Status.ONGOING, rule=Rule.UNDER_WAY)
    first = min(
        [t.i for t in before if t.head == token.i and t.dep in ("amod", "compound", "nmod", "poss", "det", "nummod")]
        + [token.i]
    )
    earlier = bool(words & vocabulary("previous")) and trigger.kind in MEETINGS
    generic = bool(words & vocabulary("regular")) and not arguments.date and not arguments.parties
    generic |= arguments.date is None and _time_and_again(resolved, token)
    return Phrase(
        token=token.i,
        first=first,
        last=token.i + 1,
        kind=kind_of_noun(resolved, token, trigger, words | means_of(a, token.i), arguments),
        verbal=False,
        definite=_points_back(a, token, before, words) and not (earlier or _another_round(a, token, verdict)),
        plural=token.tag in ("NNS", "NNPS") and trigger.kind != "talks",
        generic=generic,
        joins="same" in words or (token.dep == "dobj" and a.head(token.i).lemma in vocabulary("attending_lists")),
        predicate=token.dep == "attr"
        and any(t.lower in ("that", "this", "it", "which") for t in a.children(token.head) if t.dep == "nsubj"),
        arguments=arguments,
        verdict=verdict,
        stop=token.lemma in vocabulary("stops"),
        further=earlier or bool(words & vocabulary("further")) or (trigger.needs == "joint" and not arguments.parties),
        doubtful=_doubtful(resolved, token),
        same_as=_same_as(a, token),
        follows=_beside_which(a, token),
    )


def _time_and_again(r: Resolved, token: Token) -> bool:
    """ "We have always had frank discussions with her", "usually has talks with him in spring": of many, none of which is told."""
    over = r.clauses.at(token.head) if token.dep == "dobj" and token.tag == "NNS" else None
    return over is not None and over.aspect is Aspect.HABITUAL


def _going_on(r: Resolved, token: Token, trigger: Trigger, arguments: Arguments, verdict: Verdict) -> Verdict:
    """The verdict, of what goes on as the report is written rather than was held."""
    if verdict.status == Status.ONGOING and (span := _span_told(r, token, trigger)) is not None:
        verdict = replace(verdict, status=span)
    if verdict.status != Status.HELD:
        return verdict
    if trigger.kind == EngagementKind.TALKS and _goes_on(r, token, arguments.date):
        return replace(verdict, status=Status.ONGOING)
    if (
        trigger.kind == EngagementKind.TALKS
        and verdict.weak
        and token.tag == "NNS"
        and not _behind_after(r.annotated, token)
    ):
        return replace(verdict, status=Status.ONGOING)  # "told reporters at the talks": nobody says the end of the process
    if trigger.kind == EngagementKind.VISIT and verdict.weak and not _is_over(r, token, arguments):
        during = token.dep == "pobj" and _only_during(r, token)
        return replace(verdict, status=Status.ONGOING, weak=during)  # during a visit, which can have ended since
    return verdict


def _behind_after(a: Annotated, token: Token) -> bool:
    """ "After his talks with her": over by the time of what the clause tells."""
    return token.dep == "pobj" and a.head(token.i).lower in vocabulary("over_by")


def _is_over(r: Resolved, token: Token, arguments: Arguments) -> bool:
    """ "After stops in Oslo", "during her visit in 2007": a visit that is over as the report is written."""
    a, published = r.annotated, r.annotated.document.published.earliest
    latest = arguments.date.date.latest if arguments.date is not None else None
    past = latest is not None and published is not None and latest < published
    after = _behind_after(a, token)
    return past or after or (latest is None and _days_ago(r, token))


def _only_during(r: Resolved, token: Token) -> bool:
    """ "During the visit", "as part of the visit": it went on when something was done, and can have ended since."""
    clause = r.clauses.at(token.i)
    link = r.annotated.tokens[clause.governor].lower if clause is not None and clause.governor is not None else ""
    return r.annotated.head(token.i).lower == "during" or link in vocabulary("only_during")


def _days_ago(r: Resolved, token: Token) -> bool:
    """Was what somebody did on it done before the day before the report?"""
    clause, published = r.clauses.at(token.i), r.annotated.document.published.earliest
    over = r.clauses.parent(clause) if clause is not None and _only_during(r, token) else None
    time = date_of_verb(r, over.predicate) if over is not None and over.form is Form.FINITE else None
    latest = time.date.latest if time is not None else None
    return latest is not None and published is not None and latest < published - timedelta(days=1)


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
    if over is None or over.form is not Form.FINITE or not is_now(r, time):
        return False
    return over.aspect is Aspect.UNDER_WAY or r.annotated.tokens[over.predicate].lemma in vocabulary("beginning")


def _is_its_session(a: Annotated, token: Token, trigger: Trigger) -> bool:
    """ "The session of the Joint Commission", "the meeting of the Asia Forum": one occasion, which the session names."""
    of = a.head(token.i)
    row = nouns().get(a.head(of.i).lemma.lower()) if token.dep == "pobj" and of.lower == "of" else None
    body = token.pos == "PROPN" and trigger.kind == EngagementKind.CONFERENCE
    return row is not None and (trigger.needs == "joint" or (body and row.needs == "" and row.kind in MEETINGS))


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
    if token.dep == "pobj" and left_after(a, token.i) is not None:
        return None
    set_beside = token.dep == "pobj" and preposition.lower in ("after", "before", "following")
    return verb.i if set_beside and verb.lemma in verbs() else None


def _told_again(a: Annotated, token: Token) -> int | None:
    """ "talks with the king, their second meeting": an ordinal after a comma counts the occasion just named."""
    first = min([t.i for t in a.children(token.i) if t.i < token.i], default=token.i)
    counted = any(t.lower in vocabulary("ordinals") | vocabulary("counted") for t in a.children(token.i) if t.i < token.i)
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
    if (session := _in_session(a, token)) is not None:
        return session
    if (convened := _convened(a, token)) is not None:
        return convened
    if (answered := _answered_at(a, token)) is not None:
        return answered
    if token.dep == "attr" and (subject := a.child(head.i, "nsubj")) and subject.pos == "NOUN":
        return subject.i
    if (
        token.dep == "pobj"
        and head.lower in ("for", "on")
        and a.head(head.i).lemma in verbs()
        and token.lemma in vocabulary("journeys")
    ):
        return head.head  # "arrived for a visit"
    if (verb := left_after(a, token.i)) is not None:
        return verb.i
    if token.dep == "pobj" and head.lower in ("in", "for") and _met_for(a, token, a.head(head.i)):
        return head.head
    if token.dep == "appos":
        return next((t.i for t in (head, *a.ancestors(head.i)) if t.pos == "VERB" or t.lemma in nouns()), None)
    return None


def _met_for(a: Annotated, token: Token, verb: Token) -> bool:
    """ "Met in the first gathering of its kind", "is to host leaders for a summit": the verb and the noun name one occasion, where
    the noun tells no others."""
    row = nouns().get(token.lemma.lower())
    meets = any(rule.needs in ("company", "person") for rule in verbs_at(verb.lemma)) and verb.pos == "VERB"
    others = any(t.lower in ("with", "between") for t in a.children(token.i))
    return meets and not others and row is not None and row.kind in ORGANISED | {EngagementKind.DINNER}


def _in_session(a: Annotated, token: Token) -> int | None:
    """ "The 90th session of the International Labour Conference": the session, where that counts as an occasion itself."""
    of = a.head(token.i)
    named = token.dep == "pobj" and of.lower == "of" and token.pos == "PROPN"
    row = nouns().get(a.head(of.i).lemma.lower()) if named else None
    return of.head if row is not None and row.kind in MEETINGS and row.needs == "company" else None


def _answered_at(a: Annotated, token: Token) -> int | None:
    """ "Took questions for an hour at a press conference": the verb, which names the occasion too."""
    link, row = a.head(token.i), nouns().get(token.lemma.lower())
    verb = a.head(link.i)
    if token.dep != "pobj" or link.lower not in ("at", "during", "in") or row is None or verb.pos != "VERB":
        return None
    questions = a.child(verb.i, "dobj")
    asked = verb_at(verb.lemma, frozenset((questions.lower,))) if questions is not None else None
    press = asked is not None and asked.kind in FOR_THE_PRESS and row.kind in FOR_THE_PRESS | {EngagementKind.CONFERENCE}
    return verb.i if press else None


def _convened(a: Annotated, token: Token) -> int | None:
    """ "The Council convened an emergency session", "she hosted a dinner": the verb, which names the occasion too."""
    row, verb = nouns().get(token.lemma.lower()), a.head(token.i)
    if token.dep == "pobj" and verb.lower == "for" and a.head(verb.i).lemma in vocabulary("gathering_for"):
        verb = a.head(verb.i)  # "will gather in Lima for a summit"
    elif token.dep != "dobj":
        return None
    if row is None or row.kind not in (TWO_SIDED | ORGANISED) - {EngagementKind.CALL}:
        return None
    rows = verbs_at(verb.lemma, particles(a, verb.i))
    gathers = any(r.kind == EngagementKind.MEETING and r.needs in ("person", "company") and not r.status for r in rows)
    return verb.i if gathers and verb.i < token.i else None


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
