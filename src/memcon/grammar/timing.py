"""Whether a present looks ahead or a verb tells a habit: "arrives on Monday", "is flying tomorrow", "meets every year".

Comes in: a finite `Draft`. Goes out: its factuality and aspect, changed where a time expression or an adverb of its clause says so.
"""

from memcon.grammar.drafts import OBJECTS, SUBJECTS, Draft, Syntax
from memcon.grammar.predicates import event_nouns
from memcon.model.annotated import TimeExpression, Token
from memcon.model.clauses import Aspect, Factuality, Form, Modality, Relation, Tense
from memcon.model.kinds import EngagementKind
from memcon.registers.engagements import verb_at, verbs, words
from memcon.registers.governors import Frame, governor_of

WHENEVER = "whenever"
PRESENT = frozenset(["present", "headline", "present progressive", "present passive"])
MONTH, YEAR = 31, 372  # days, near enough to tell what lies just behind
LATELY = 60  # days: what lies further back may as well be the next of its name
UNTENSED = frozenset([Form.NOMINAL, Form.GERUND])
LASTING = frozenset(["until", "till"])
BEHIND = frozenset(["ago", "duration", "reference", "term"])


def read_times(syntax: Syntax, draft: Draft) -> None:
    """Set scheduled where a present has a day of its own, habitual where the clause tells of many."""
    if draft.key == "present" and draft.form is Form.FINITE and _goes_on(syntax, draft):
        draft.settle(governor_of(Frame.FORM, "present ahead"))
        return
    if not (draft.token.i in syntax.frequent or draft.token.sentence in syntax.dated or syntax.of_days):
        return
    if draft.key in ("would", "'d", "’d") and _often(syntax, draft):
        draft.aspect, draft.tense, draft.modality = Aspect.HABITUAL, Tense.PAST, Modality.NONE
        draft.settle(governor_of(Frame.FORM, "would of a habit"))
        return
    if draft.form is not Form.FINITE or draft.tense not in (Tense.PRESENT, Tense.PAST, Tense.HEADLINE):
        return
    if _often(syntax, draft):
        draft.aspect = Aspect.HABITUAL
        return
    sentence = syntax.annotated.sentence_of(draft.token.i)
    first = sentence.first
    if draft.key == "present" and sentence.paragraph in syntax.of_days and not _of_plans(syntax, draft):
        draft.settle(governor_of(Frame.FORM, "present ahead"))
    for time in syntax.times_in(draft):
        if time.kind == "set" or _weekdays(syntax, time):
            draft.aspect = Aspect.HABITUAL
            return
        if (
            draft.key in PRESENT
            and _ahead(time, time.first == first, "progressive" in draft.key)
            and not _of_plans(syntax, draft)
            and not just_passed(syntax, time, draft)
        ):
            draft.settle(governor_of(Frame.FORM, "present ahead"))
    if _behind_a_plan(syntax, draft):
        draft.settle(governor_of(Frame.FORM, "present ahead"))


def _goes_on(syntax: Syntax, draft: Draft) -> bool:
    """ "From Lima the minister proceeds to Quito", "then travels on to Oslo": the next stop of a journey, told in the present."""
    trigger = verb_at(draft.token.lemma, syntax.particles(draft.token.i)) if draft.token.lemma in verbs() else None
    if trigger is None or trigger.kind is not EngagementKind.VISIT or draft.negative or draft.passive:
        return False
    if trigger.needs not in ("destination", "departure"):
        return False
    near = syntax.children[draft.token.i]
    if any(t.dep in ("advmod", "prt") and t.lower in words("next_stop") for t in near):
        return True
    front = [t for t in near if t.dep == "prep" and t.i < draft.token.i and t.lower == "from"]
    subject = next((t for t in near if t.dep in SUBJECTS), None)
    return subject is not None and any(t.i < subject.i and _is_place(syntax, t) for t in front)


def _is_place(syntax: Syntax, preposition: Token) -> bool:
    inner = syntax.child(preposition.i, "pobj", "pcomp")
    return inner is not None and (inner.entity == "GPE" or inner.lower in ("here", "there"))


def _behind_a_plan(syntax: Syntax, draft: Draft) -> bool:
    """ "Flies to Manila on the 20th and ends the journey in Tokyo": a present without a day, joined to one that looks ahead."""
    over = draft.parent
    if draft.key != "present" or draft.factuality is not Factuality.HAPPENED or over is None or draft.passive:
        return False
    ahead = over.form is Form.FINITE and over.tense is not Tense.PAST and over.factuality is Factuality.SCHEDULED
    own = any(t.dep in SUBJECTS for t in syntax.children[draft.token.i])
    what = [t for t in syntax.children[draft.token.i] if t.dep in OBJECTS]
    of_events = draft.token.lemma in verbs() or any(t.lemma.lower() in event_nouns() for t in what)
    return ahead and draft.relation is Relation.CONJUNCT and not own and of_events


def by_its_day(syntax: Syntax, draft: Draft) -> None:
    """ "With their leaders holding a summit last month": what has no tense, and nothing that governs it, has its own day."""
    if draft.governor is not None or draft.form not in UNTENSED or draft.token.sentence not in syntax.dated:
        return
    if draft.negative or draft.factuality not in (Factuality.UNKNOWN, Factuality.POSSIBLE):
        return
    if any(behind_us(time) and syntax.draft_of(time.first, time.last) is draft for time in syntax.times_in(draft)):
        draft.settle(governor_of(Frame.FORM, "day past"))


def behind_us(time: TimeExpression) -> bool:
    """Is it past by its own words: "last month", "yesterday", "two days ago"?"""
    when = time.when
    if when is None or time.kind in ("duration", "set") or time.preposition in ("since", "from", "until", "by"):
        return False
    return when.form == "ago" or when.shift == -1


def _weekdays(syntax: Syntax, time: TimeExpression) -> bool:
    """ "On Mondays": a weekday in the plural."""
    named = time.when is not None and time.when.form == "weekday" and time.last == time.first + 1
    return named and syntax.tokens[time.first].lower.endswith("s")


def to_come(syntax: Syntax, draft: Draft) -> bool:
    """ "12-14 May - Official visit of the president": a line of a list whose day is not before the report's own."""
    published = syntax.annotated.document.published.earliest
    if published is None:
        return False
    for time in syntax.times_in(draft):
        when = time.when
        if when is not None and when.form == "weekday" and time.last <= draft.token.i:
            return True  # "Tuesday: meeting of the joint commission"
        if when is None or when.form != "calendar" or not when.month or not when.day:
            continue
        day = (when.year or published.year, when.month, when.day)
        if day >= (published.year, published.month, published.day):
            return True
    return False


def just_passed(syntax: Syntax, time: TimeExpression, draft: Draft) -> bool:
    """ "She greets him on April 27" of a caption in May; "is meeting him on Monday", written on that Monday."""
    published, when = syntax.annotated.document.published, time.when
    day = published.earliest
    if when is None or day is None or not published.exact:
        return False
    if when.form == "weekday":
        return "progressive" in draft.key and when.shift is None and when.weekday == day.isoweekday()
    if when.form != "calendar" or when.end is not None:
        return False
    if when.year is not None and when.day is None:
        return (when.year, when.month or 12) < (day.year, day.month)  # "builds on their March 2021 meeting"
    if when.month is None or when.day is None:
        return False
    if when.year is not None:
        return (when.year, when.month, when.day) < (day.year, day.month, day.day)
    ago = (day.month - when.month) * MONTH + day.day - when.day
    return 0 < ago % YEAR <= LATELY


def _of_plans(syntax: Syntax, draft: Draft) -> bool:
    """ "Are exploring a meeting next month": the day is of what is planned."""
    rule = governor_of(Frame.OBJECT, draft.token.lemma, syntax.particles(draft.token.i))
    return rule is not None and rule.modality is not Modality.NONE


def _often(syntax: Syntax, draft: Draft) -> bool:
    """ "Usually meets", "visits every spring", "as a rule", "once a week", "whenever he comes"."""
    if draft.token.i not in syntax.frequent:
        return False
    for token in syntax.children[draft.token.i]:
        if token.dep == "advmod" and (governor_of(Frame.HABIT, token.lower) or _times_a_year(syntax, token)):
            return True
        if token.dep == "npadvmod" and (_each(syntax, token) or _times_a_year(syntax, token)):
            return True
        if token.dep == "prep" and _as_a_rule(syntax, token):
            return True
    return any(clause.marker == WHENEVER for clause in (draft, *draft.below))


def _each(syntax: Syntax, noun: Token) -> bool:
    """ "Every spring", "most years", "a week" with "once" before it."""
    children = syntax.children[noun.i]
    if any(t.dep in ("det", "amod") and governor_of(Frame.HABIT, t.lower) for t in children):
        return True
    return any(t.dep == "advmod" for t in children) and any(t.lower == "a" for t in children)


def _as_a_rule(syntax: Syntax, preposition: Token) -> bool:
    for noun in syntax.children[preposition.i]:
        if noun.dep == "pobj" and (governor_of(Frame.HABIT, f"{preposition.lower} {noun.lower}") or _each(syntax, noun)):
            return True
    return False


def _times_a_year(syntax: Syntax, adverb: Token) -> bool:
    """ "Twice a year", "three times a week"."""
    return any(t.dep == "npadvmod" and any(d.lower == "a" for d in syntax.children[t.i]) for t in syntax.children[adverb.i])


def _ahead(time: TimeExpression, opens: bool, progressive: bool) -> bool:
    """Can it be a day to come? `opens`: it opens its sentence."""
    when = time.when
    if when is None:
        return time.kind != "duration"
    if opens and when.clock is not None and when.form == "same" and ":" in time.text:
        return False  # the clock of a live blog
    if progressive and when.form == "same" and when.unit in ("D", None):
        return False  # "is taking place today"
    if progressive and time.preposition in LASTING:
        return False  # "is being held until Friday"
    return when.form not in BEHIND and when.shift != -1 and time.preposition not in ("since", "from")
