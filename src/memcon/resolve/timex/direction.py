"""In which direction from the day of writing a time expression lies: back, ahead, or wherever it is nearest.

Comes in: a document with its clauses, a time expression, the signal before it. Goes out: a `Direction`, decided by tense and
factuality of the clause in which the expression stands and by what governs that clause. A plan told in the past ("was due on
Friday", "a visit planned for May was put off") can have been on either side: the nearest day is meant. What stands in no
clause, or in a headline, is left open.
"""

from dataclasses import dataclass, replace
from itertools import islice

from memcon.model.annotated import Annotated, TimeExpression, Token
from memcon.model.clauses import Aspect, Clause, Clauses, Factuality, Form, Modality, Polarity, Relation, Tense
from memcon.model.resolved import Signal
from memcon.registers.governors import Frame, governor_of
from memcon.registers.times import check_words


@dataclass(frozen=True, slots=True)
class Direction:
    """tense  past for a day that lies back, future for one ahead, None for the nearest
    firm   said with "will" and its like: of months and seasons the next one, however far
    lean   of a weekday that is taken as the nearest, how many days ahead it can be
    told   the clause of saying whose day is counted from: "said on Monday that he would meet him on Friday"
    open   nothing decides for sure: the same day elsewhere in the text may
    """

    tense: str | None = None
    firm: bool = False
    lean: int = 3
    told: Clause | None = None
    open: bool = False


DEEP = 50  # clauses that one stands in, each in the next
BACK = Direction("past")
AHEAD = Direction("future")
FIRM = Direction("future", firm=True)
NEAREST = Direction()
PLANNED = Direction(lean=4)  # a plan that came to something else: its day was mostly still to come
DUE = Direction(
    lean=5
)  # "called it off on Thursday. It was due to begin on Tuesday": on a day that it would still have had
OPEN = Direction(open=True)
ARRIVES = Direction("future", open=True)  # "Premier arrives Monday"
GIVEN_UP = frozenset([Modality.CALL_OFF, Modality.PUT_OFF, Modality.REFUSE])
NOT_YET = frozenset([Factuality.SCHEDULED, Factuality.POSSIBLE, Factuality.UNDONE])
ASKING = frozenset([Modality.ASK, Modality.AGREE, Modality.WISH, Modality.CONSIDER])
WAS = frozenset(["was", "were"])
HAVE = frozenset(["have", "has", "'ve", "’ve"])
BACKSHIFTED = frozenset(["would", "'d", "’d"])
DAYS = frozenset(["weekday", "calendar", "day", "unit", "holiday", "nth", "same"])


def direction_of(annotated: Annotated, clauses: Clauses, expression: TimeExpression, signal: Signal) -> Direction:
    """The direction of one expression."""
    if signal in (Signal.SINCE, Signal.NEW, Signal.OLD):
        return {Signal.SINCE: BACK, Signal.NEW: FIRM, Signal.OLD: PLANNED}[signal]
    top = _top(annotated, expression)
    clause = clause_of(annotated, clauses, expression)
    if top is None or clause is None:
        return OPEN
    reader = _Reader(annotated, clauses)
    if _since_then(annotated, top):
        return BACK
    if signal is Signal.UNTIL:
        return reader.until(clause)
    if _limits(annotated, top):
        return AHEAD if reader.of(clause).tense != "past" or clause.form is not Form.NOMINAL else NEAREST
    if expression.preposition == "for" and expression.when is not None and expression.when.form in DAYS:
        return BACK if reader.has_passed(clause) else reader.of_plan(clause)
    found = reader.with_saying(clause, reader.of_plan(clause) if reader.plans(clause) else reader.of(clause))
    if found.tense == "past" and _of_a_month(expression) and (reader.asks(clause) or reader.tells_plan(clause, top.i)):
        return NEAREST  # "invited him to Rome in June"; "spoke of the planned visit of the king in June"
    if found.tense == "future" and not found.open and clause.form is not Form.NOMINAL and _of_noun(annotated, expression):
        return NEAREST  # "will appeal against Wednesday's ruling"
    return found


def _of_a_month(expression: TimeExpression) -> bool:
    when = expression.when
    return when is not None and when.form == "calendar" and when.day is None and when.year is None and when.shift is None


def _of_noun(annotated: Annotated, expression: TimeExpression) -> bool:
    """Does it possess the noun behind it: "Wednesday's ruling"?"""
    behind = annotated.tokens[expression.last : expression.last + 1]
    return bool(behind) and behind[0].tag == "POS"


def clause_of(annotated: Annotated, clauses: Clauses, expression: TimeExpression) -> Clause | None:
    """The innermost clause that it stands in."""
    top = _top(annotated, expression)
    return clauses.around(top.i) if top is not None else None


def _top(annotated: Annotated, expression: TimeExpression) -> Token | None:
    """The token by which the expression hangs in its sentence."""
    first, last = expression.first, expression.last
    return next((t for t in annotated.tokens[first:last] if not first <= t.head < last or t.head == t.i), None)


def _since_then(annotated: Annotated, top: Token) -> bool:
    """ "Since the summit in June", "the first since his visit in May": the day of what it is counted from."""
    noun = annotated.head(annotated.head(top.i).i)
    return top.dep == "pobj" and noun.dep == "pobj" and annotated.head(noun.i).lower == "since"


def _limits(annotated: Annotated, top: Token) -> bool:
    """ "A Friday deadline": it lies ahead whatever its clause says."""
    return annotated.head(top.i).lemma in check_words("limits") and annotated.head(top.i) is not top


@dataclass(frozen=True, slots=True)
class _Reader:
    annotated: Annotated
    clauses: Clauses

    def with_saying(self, clause: Clause, found: Direction) -> Direction:
        """What stands in a clause that was said to be ahead is counted from the day of saying too."""
        if found.tense != "future" or found.told is not None or clause.form is Form.FINITE:
            return found
        for over in self.clauses.chain(clause):
            if over.form is Form.FINITE:
                told = self._told(over).told if over.tense is Tense.FUTURE else None
                return replace(found, told=told) if told is not None else found
        return found

    def has_passed(self, clause: Clause) -> bool:
        """ "The meeting, which had been set for Friday, did not take place": on a Friday before."""
        noun = self.clauses.parent(clause) if clause.relation is Relation.RELATIVE else None
        if noun is None or noun.form is not Form.NOMINAL or noun.factuality is not Factuality.UNDONE:
            return False
        over = self.clauses.parent(noun)
        told = over is not None and over.predicate == noun.governor and over.tense is Tense.PAST
        return told and over is not None and over.polarity is Polarity.NEGATIVE

    def plans(self, clause: Clause) -> bool:
        """Is its predicate a word of planning, whose day is that of the plan: "scheduled", "was expected", "plans a visit"?"""
        lemma = self.annotated.tokens[clause.predicate].lemma
        if clause.passive or clause.form is Form.PARTICIPLE:
            return lemma in check_words("planned")
        intends = lemma in check_words("intending") and any(
            c.form is Form.INFINITIVE and c.relation is Relation.COMPLEMENT for c in self.clauses.children(clause)
        )
        return clause.form is Form.FINITE and (lemma in check_words("planning") or intends)

    def asks(self, clause: Clause) -> bool:
        """Does its verb look to what is to come of it: "invited", "agreed", "announced a visit", "ruled out a visit"?"""
        if any(c.governor == clause.predicate and c.factuality in NOT_YET for c in self.clauses.children(clause)):
            return True
        lemma = self.annotated.tokens[clause.predicate].lemma
        rules = (governor_of(frame, lemma) for frame in (Frame.OBJECT, Frame.TO))
        return any(rule is not None and rule.modality in ASKING for rule in rules)

    def tells_plan(self, clause: Clause, at: int) -> bool:
        """Is a noun of what is planned named between the predicate and the expression, wherever the parse hangs the latter?"""
        return any(
            c.form is Form.NOMINAL and c.factuality is Factuality.SCHEDULED and clause.predicate < c.predicate < at
            for c in self.clauses.children(clause)
        )

    def until(self, clause: Clause) -> Direction:
        """What is put off or goes on until a day looks ahead; "they had not met until then" and "stayed until then" look back."""
        lasts = self.annotated.tokens[clause.predicate].lemma in check_words("lasting")
        over = clause.tense is Tense.PAST and (
            clause.aspect is Aspect.COMPLETED or clause.polarity is Polarity.NEGATIVE or lasts
        )
        return BACK if over else AHEAD

    def of_plan(self, clause: Clause) -> Direction:
        """The day that something is set for."""
        if clause.form is Form.FINITE:
            if clause.tense is Tense.PAST and clause.aspect is Aspect.COMPLETED:
                return NEAREST
            return self.lately(clause) if clause.passive else AHEAD
        if clause.form is Form.NOMINAL and (found := self.of(clause)).tense == "future":
            return found
        over = self.clauses.parent(clause)
        while over is not None and over.tense is Tense.NONE:
            over = self.clauses.parent(over)
        return AHEAD if over is None else self.lately(over)

    def lately(self, over: Clause) -> Direction:
        """A plan told of in a past clause is for the nearest day; in any other for the next."""
        return PLANNED if over.tense is Tense.PAST or over.aspect is Aspect.COMPLETED else AHEAD

    def of(self, clause: Clause) -> Direction:
        """The direction of what a clause tells."""
        match clause.factuality:
            case Factuality.HAPPENED:
                return self._happened(clause)
            case Factuality.UNDER_WAY:
                return self._under_way(clause)
            case Factuality.SCHEDULED:
                return self._scheduled(clause)
            case Factuality.UNDONE:
                return self._undone(clause)
            case Factuality.POSSIBLE:
                return self._possible(clause)
        return self._by_tense(clause)

    def _happened(self, clause: Clause) -> Direction:
        if clause.tense is Tense.HEADLINE:
            return ARRIVES
        if clause.tense is Tense.PRESENT and clause.aspect is Aspect.NONE:
            lemma = self.annotated.tokens[clause.predicate].lemma
            return BACK if lemma in check_words("tells") else ARRIVES
        having_done = clause.aspect is Aspect.COMPLETED
        if clause.tense is Tense.NONE and clause.form is not Form.NOMINAL and not clause.passive and not having_done:
            return self._of_parent(clause)
        over = self._governor(clause)
        return NEAREST if over is not None and over.tense is Tense.FUTURE else BACK  # "will follow the visit on Friday"

    def _under_way(self, clause: Clause) -> Direction:
        if clause.tense is Tense.PAST or self._words(clause) & HAVE:
            return BACK
        return self._of_parent(clause) if clause.tense is Tense.NONE else NEAREST

    def _words(self, clause: Clause) -> set[str]:
        """The words of a clause before its predicate, where auxiliaries stand."""
        return {t.lower for t in self.annotated.tokens[clause.first : clause.predicate]}

    def _scheduled(self, clause: Clause) -> Direction:
        over = self._governor(clause)
        if over is None:
            if clause.form is Form.PARTICIPLE:
                return self.of_plan(clause)
            if self._was_to(clause):
                return DUE if self._just_given_up(clause) else NEAREST
            return self._told(clause) if clause.tense is Tense.FUTURE else AHEAD
        if over.tense is Tense.PAST and over.aspect is Aspect.COMPLETED:
            return NEAREST
        if over.tense is Tense.PAST and over.passive | self._is_copula(over):
            return DUE if self._just_given_up(clause) else NEAREST  # "was due to meet on Tuesday"
        return AHEAD

    def _just_given_up(self, clause: Clause) -> bool:
        """Is something told as called off or put off in its sentence or the one before?"""
        here = self.annotated.tokens[clause.predicate].sentence
        off = (self.annotated.tokens[c.predicate].sentence for c in self.clauses.all if c.modality in GIVEN_UP)
        return any(0 <= here - sentence <= 1 for sentence in off)

    def _undone(self, clause: Clause) -> Direction:
        if clause.modality in GIVEN_UP:
            return PLANNED
        if clause.modality is Modality.WILL and (clause.tense is not Tense.FUTURE or self._words(clause) & WAS):
            return NEAREST  # "had been due to meet", "was to have met", "was to meet him, but cancelled"
        if clause.tense is Tense.NONE:
            over = self._governor(clause) or self.clauses.parent(clause)
            return BACK if over is not None and over.tense is Tense.PAST else NEAREST
        return BACK if "could" in self._words(clause) else self._by_tense(clause)

    def _possible(self, clause: Clause) -> Direction:
        if clause.tense is Tense.PAST or (clause.aspect is Aspect.COMPLETED and clause.modality is not Modality.WILL):
            return BACK  # "may have met"
        over = self._governor(clause)
        if over is not None and over.tense is Tense.PAST:
            if clause.modality in (Modality.TRY, Modality.SHOULD):
                return BACK  # "had to put off"
            return NEAREST if over.aspect is Aspect.COMPLETED else AHEAD
        if clause.modality is Modality.NONE and clause.form is not Form.FINITE:
            return self._of_parent(clause)
        return self._told(clause) if clause.tense is Tense.FUTURE else AHEAD

    def _by_tense(self, clause: Clause) -> Direction:
        if clause.tense is Tense.PAST or (clause.tense is Tense.PRESENT and clause.aspect is Aspect.COMPLETED):
            return BACK
        if clause.tense is Tense.FUTURE:
            return self._told(clause)
        return self._of_parent(clause) if clause.tense is Tense.NONE else OPEN

    def _of_parent(self, clause: Clause) -> Direction:
        """What has no tense of its own goes with what it stands in, if that lies back."""
        parent = self.clauses.parent(clause)
        if parent is None or next(islice(self.clauses.chain(clause), DEEP, None), None) is not None:
            return OPEN
        found = self.of(parent)
        if clause.form is Form.NOMINAL and clause.factuality is Factuality.UNKNOWN and found.tense == "future":
            return NEAREST
        return found

    def _governor(self, clause: Clause) -> Clause | None:
        """The clause of the word that governs this one, if it is another."""
        if clause.governor is None:
            return None
        over = self.clauses.around(clause.governor)
        return None if over is clause else over

    def _is_copula(self, over: Clause) -> bool:
        return self.annotated.tokens[over.predicate].lemma == "be"

    def _was_to(self, clause: Clause) -> bool:
        """ "Was to meet", "was going to meet": an infinitive on a past "be"."""
        over = self.annotated.head(clause.predicate)
        if over.lemma == "go" and over.tag == "VBG":
            return any(t.dep == "aux" and t.lower in WAS for t in self.annotated.children(over.i))
        return clause.form is Form.INFINITIVE and over.lemma == "be" and over.tag == "VBD"

    def _told(self, clause: Clause) -> Direction:
        """ "Said on Monday that they would meet on Friday": counted from the day of saying."""
        parent = self.clauses.parent(clause)
        if parent is None or clause.relation is not Relation.COMPLEMENT or parent.tense is not Tense.PAST:
            return FIRM
        return Direction("future", firm=True, told=parent) if self._words(clause) & BACKSHIFTED else FIRM
