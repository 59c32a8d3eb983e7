"""When and where an event is: the day and place told in its own clause, else that of the occasion or speech it belongs to.

Comes in: a resolved document, the occasions with their days, and the token that shows the event. Goes out: its `DateRange` and `Place`,
None where nothing tells them. A day that belongs to another verb's clause is left to that verb; what is told as past was before the end
of the day of the report, and no nearer day is made up.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from memcon.coding.news import news_days, told_as_news
from memcon.model.annotated import Annotated, Token
from memcon.model.clauses import Aspect, Clause, Form, Relation
from memcon.model.clauses import Tense as ClauseTense
from memcon.model.dates import Basis, BasisKind, DateRange
from memcon.model.findings import LocalEngagement, Statement, Tense
from memcon.model.kinds import TWO_SIDED
from memcon.model.resolved import Place, Resolved
from memcon.model.status import Status
from memcon.model.text import Span
from memcon.registers.plover import words

OTHER_CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "relcl", "conj", "csubj", "parataxis", "acl"))
VERBS = ("VERB", "AUX")
FROM_MEETING = 3  # paragraphs over which a report of a meeting goes on with what was said there
NEAR = 1  # paragraphs over which somebody who goes on speaking speaks on the same day


@dataclass(slots=True)
class Days:
    """The days that the events of one document can have from what stands around them.

    occasions  token of an engagement's words -> its day
    speeches   whose side -> the tokens where it speaks on a day that is told, with the day, in the order of the text
    meetings   the first words of each meeting that was held on a day that is told, with its sides and day, in the order of the text
    """

    r: Resolved
    occasions: dict[int, DateRange] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    speeches: dict[str, list[tuple[int, DateRange]]] = field(default_factory=dict)
    meetings: list[tuple[int, frozenset[str], DateRange]] = field(default_factory=list)

    def read(self, statements: Sequence[Statement], engagements: Sequence[LocalEngagement]) -> None:
        """Take in the days of the occasions and of the statements."""
        self.starts = [t.start for t in self.r.annotated.tokens]
        for engagement in engagements:
            for mention in engagement.mentions:
                day = mention.date or engagement.date
                if day.known:
                    self.occasions.update(dict.fromkeys(self.tokens(mention.span), day))
        for statement in statements:
            cue = next(iter(self.tokens(statement.cue)), None) if statement.cue else None
            if cue is not None and statement.speaker is not None and (said_on := self.told(cue, "past")) is not None:
                self.spoke(statement.speaker, cue, said_on)

    def tokens(self, span: Span) -> range:
        """The tokens that begin in a stretch of the document."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def spoke(self, who: str, at: int, day: DateRange) -> None:
        """Somebody spoke there on that day."""
        insort(self.speeches.setdefault(who, []), (at, day), key=lambda speech: speech[0])

    def met(self, engagement: LocalEngagement, sides: frozenset[str]) -> None:
        """Those sides met on that occasion, if it was held on one day."""
        held = any(mention.status is Status.HELD for mention in engagement.mentions)
        if held and engagement.date.exact and engagement.kind in TWO_SIDED:
            at = min(next(iter(self.tokens(mention.span)), 0) for mention in engagement.mentions)
            insort(self.meetings, (at, sides, engagement.date), key=lambda meeting: meeting[0])

    def of_meeting(self, trigger: int, sides: frozenset[str]) -> DateRange | None:
        """The day of the last meeting before these words, where both sides of an event took part and the text goes on from it."""
        a, clause = self.r.annotated, _clause(self.r, trigger)
        if clause is None or not _goes_on(clause):
            return None
        last = bisect_left(self.meetings, trigger, key=lambda meeting: meeting[0]) - 1
        if last < 0:
            return None
        at, met, day = self.meetings[last]
        if not sides <= met or a.sentence_of(trigger).paragraph - a.sentence_of(at).paragraph > FROM_MEETING:
            return None
        return replace(day, basis=Basis(BasisKind.CONTEXT, reason="goes on from what is told of that day", of=day.basis))

    def told(self, trigger: int, tense: Tense) -> DateRange | None:
        """The day that its own clause tells, or the occasion that it is part of."""
        found = (*self._times(trigger), *self._of_occasion(trigger))
        return next((day for day in found if _fits(day, tense, self.r.annotated.document.published)), None)

    def day_of(self, trigger: int, tense: Tense, speaker: str | None, occasion: DateRange | None) -> DateRange | None:
        """The days of the event of this trigger; `speaker` is who acts where what he does is to speak, `occasion` the day
        of that on which two did it who were named before."""
        told = self.told(trigger, tense) or (occasion if tense == "past" else None)
        if told is not None:
            return told
        if tense == "past" and speaker is not None and (day := self._of_speech(trigger, speaker)) is not None:
            return replace(
                day, basis=Basis(BasisKind.CONTEXT, reason="goes on from what is told of that day", of=day.basis)
            )
        published = self.r.annotated.document.published
        if tense == "present" and published.exact:
            return replace(
                published, basis=Basis(BasisKind.PUBLISHED, reason="told as of the day of the report", of=published.basis)
            )
        if tense != "past":
            return None
        deed = self.r.annotated.tokens[trigger].pos == "NOUN"  # "condemned the attack": the deed is no news by the verb
        news = news_days(self.r) if not deed and told_as_news(self.r, trigger) else None
        return news or self.bounded()

    def bounded(self) -> DateRange | None:
        """What is told as past was by the day of the report."""
        latest = self.r.annotated.document.published.latest
        if latest is None:
            return None
        return DateRange(None, latest, None, Basis(BasisKind.BOUNDED, reason="told as past, and no day beside it"))

    def _times(self, trigger: int) -> Iterator[DateRange]:
        for head in _heads(self.r, trigger):
            time = next((t for token in _own(self.r.annotated, head) if (t := self.r.time_at(token.i)) is not None), None)
            if time is not None and time.date.known:
                yield time.date

    def _of_occasion(self, trigger: int) -> Iterator[DateRange]:
        """ "The call in which he warned", "at the summit she accused": what is part of an occasion is on its day."""
        a = self.r.annotated
        described = next((t for t in (a.tokens[trigger], *a.ancestors(trigger)) if t.dep in ("relcl", "acl")), None)
        if described is not None and described.head in self.occasions:
            yield self.occasions[described.head]
        elif described is not None and _in_which(a, described):
            yield from (
                t.date for token in _own(a, described.head) if (t := self.r.time_at(token.i)) is not None and t.date.known
            )
        for token in _own(a, _verb(self.r, trigger)):
            if (
                token.dep == "pobj"
                and token.i in self.occasions
                and a.head(token.i).lower in words("occasion prepositions")
            ):
                yield self.occasions[token.i]

    def _of_speech(self, trigger: int, speaker: str) -> DateRange | None:
        """The day on which the same one spoke last, where the text goes on with it in the plain past."""
        a, clause = self.r.annotated, _clause(self.r, trigger)
        if clause is None or not _goes_on(clause):
            return None
        here = a.sentence_of(trigger).paragraph
        speeches = self.speeches.get(speaker, [])
        last = bisect_left(speeches, trigger, key=lambda speech: speech[0]) - 1
        if last < 0:
            return None
        at, day = speeches[last]
        return day if here - a.sentence_of(at).paragraph <= NEAR else None


def place_of(r: Resolved, trigger: int) -> Place | None:
    """Where it is, as a phrase of place in its clause says."""
    a = r.annotated
    for token in _own(a, _verb(r, trigger)):
        if (
            token.dep == "pobj"
            and a.head(token.i).lower in words("place prepositions")
            and (found := r.place_at(token.i)) is not None
        ):
            return found.place
    return None


def as_of(tense: Tense, day: DateRange | None, published: DateRange) -> Tense:
    """The tense of what is told in the present with a day beside it: "meets him on Friday" is ahead or over by that day."""
    if tense != "present" or day is None:
        return tense
    if published.latest is not None and day.earliest is not None and day.earliest > published.latest:
        return "future"
    if published.earliest is not None and day.latest is not None and day.latest < published.earliest:
        return "past"
    return tense


def _fits(day: DateRange, tense: Tense, published: DateRange) -> bool:
    """Can it be the day of what is past, of what is to come?"""
    if tense == "past":
        return not (day.earliest and published.latest and day.earliest > published.latest)
    if tense == "future":
        return not (day.latest and published.earliest and day.latest < published.earliest)
    return True


def _goes_on(clause: Clause) -> bool:
    plain = clause.form is Form.FINITE and clause.tense is ClauseTense.PAST and clause.aspect is Aspect.NONE
    return plain and clause.relation in (Relation.MAIN, Relation.CONJUNCT)


def _clause(r: Resolved, trigger: int) -> Clause | None:
    """The nearest clause around a word whose predicate is a verb."""
    clause = r.clauses.around(trigger)
    while clause is not None and clause.form is Form.NOMINAL:
        clause = r.clauses.parent(clause)
    return clause


def _verb(r: Resolved, trigger: int) -> int:
    clause = _clause(r, trigger)
    return clause.predicate if clause is not None else trigger


def _heads(r: Resolved, trigger: int) -> Iterator[int]:
    """The trigger itself, the verb of its clause, and the verbs that this one goes on from or that tell its plan."""
    a = r.annotated
    yield trigger
    if a.tokens[trigger].pos == "NOUN" and not _verb_tells(a, a.tokens[trigger]):
        return
    verb = a.tokens[_verb(r, trigger)]
    yield verb.i
    while verb.head != verb.i and _shares_day(r, verb):
        verb = a.head(verb.i)
        yield verb.i


def _verb_tells(a: Annotated, noun: Token) -> bool:
    """Is the day of the verb that of the noun: "announced the release on Monday", not "condemned the attack on Monday"?"""
    verb = a.head(noun.i)
    if noun.dep in ("nsubj", "nsubjpass"):
        return verb.pos in VERBS
    return noun.dep == "dobj" and verb.lemma.lower() in words("bearers")


def _shares_day(r: Resolved, verb: Token) -> bool:
    """Is it of the day of the verb that it hangs on: "went and met", "spoke to him, warning him", "was met when he came"?"""
    a, clause = r.annotated, r.clauses.at(verb.i)
    if a.head(verb.i).pos not in VERBS:
        return False
    if verb.dep in ("xcomp", "conj"):
        return True
    marker = clause.marker if clause is not None else None
    return verb.dep == "advcl" and (marker in words("same time") or (marker is None and verb.tag == "VBG"))


def _in_which(a: Annotated, clause: Token) -> bool:
    """Is it "the call of May 2 in which he warned"?"""
    preps = (t for t in a.children(clause.i) if t.dep == "prep" and t.lower in words("occasion prepositions"))
    return any(t.lower == "which" for prep in preps for t in a.children(prep.i))


def _own(a: Annotated, head: int) -> list[Token]:
    """What hangs on a word, without the clauses below it, in the order of the text."""
    found, stack = [], [head]
    while stack:
        at = stack.pop()
        found.append(a.tokens[at])
        stack += [t.i for t in a.children(at) if t.dep not in OTHER_CLAUSES]
    return sorted(found, key=lambda t: t.i)
