"""What the words of a sentence tie to the engagement told just before: its day, and where the same people go on, its place.

Comes in: a phrase that has no day of its own, and the phrases before it. Goes out: the phrase, with the day (and the place) of
the last engagement that was held on one day, where words say that it goes on from there: "Afterwards she was received by",
"Following the talks", "He also met". Without such words, and without somebody who takes part in both, nothing is given.
"""

from collections.abc import Sequence
from dataclasses import replace

from memcon.coding.engagements.phrase import Phrase
from memcon.model.annotated import Annotated, Token
from memcon.model.dates import Basis, BasisKind
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import Resolved
from memcon.model.status import DONE
from memcon.registers.engagements import nouns, words

PARAGRAPHS = 2  # how far back the engagement can stand that the words go on from
ITEM = 7  # the same where one who took part in it goes on himself: "The president also received", "Later the guest saw"
DEFINITE = frozenset(("the", "this", "these", "that", "their"))
NOUN = 2  # tokens within which the noun of "after the official talks" stands
OPENING = 6  # tokens; words such as "later" tie a sentence where they open it, or stand before its verb


def goes_on(r: Resolved, phrase: Phrase, before: Sequence[Phrase]) -> Phrase:
    """The phrase, on the day of the engagement that its words go on from."""
    arguments = phrase.arguments
    if arguments.date is not None or phrase.verdict.status not in DONE or phrase.generic or phrase.titled:
        return phrase
    last = next((p for p in reversed(before) if _on_one_day(p)), None)
    if last is None or last.arguments.date is None or not _near(r, phrase, last) or not _tied(r, phrase, last):
        return phrase
    day = last.arguments.date
    basis = Basis(BasisKind.CONTEXT, reason="its words go on from what was held that day", of=day.date.basis)
    there = EngagementKind.CALL not in (phrase.kind, last.kind)
    place = arguments.place or (last.arguments.place if there else None)
    tied = replace(day, date=replace(day.date, basis=basis))
    follows = last.token if _later(r, phrase) else None
    return replace(phrase, arguments=replace(arguments, date=tied, place=place), follows=follows)


def joined_to(r: Resolved, phrase: Phrase, before: Sequence[Phrase]) -> Phrase:
    """ "Met X in Lima on Friday and held talks with Y": the verb that "and" joins on is of the day and the place of the first."""
    a, arguments = r.annotated, phrase.arguments
    last = next((x for x in reversed(before) if x.token != phrase.token), None)  # not another row of the same verb
    if phrase.verdict.status not in DONE or phrase.generic or phrase.titled or last is None:
        return phrase
    if not _on_one_day(last) or not _joins_on(a, _verb(a, phrase), _verb(a, last)):
        return phrase
    day, own = last.arguments.date, arguments.date
    if own is not None and day is not None and not own.date.can_be(day.date):
        return phrase
    there = EngagementKind.CALL not in (phrase.kind, last.kind)
    place = arguments.place or (last.arguments.place if there else None)
    if own is None and day is not None:
        basis = Basis(BasisKind.CONTEXT, reason='joined by "and" to what was held that day', of=day.date.basis)
        own = replace(day, date=replace(day.date, basis=basis))
    return replace(phrase, arguments=replace(arguments, date=own, place=place))


def _verb(a: Annotated, phrase: Phrase) -> Token:
    """The verb of a phrase: its own, or the one that its noun is the object of."""
    token = a.tokens[phrase.token]
    return token if phrase.verbal or token.dep not in ("dobj", "nsubjpass") else a.head(token.i)


def _joins_on(a: Annotated, verb: Token, first: Token) -> bool:
    """Does "and" join the one verb to the other, without a subject of its own?"""
    while verb.dep == "conj" and verb.pos in ("VERB", "AUX") and a.child(verb.i, "nsubj") is None:
        if verb.head == first.i:
            return True
        verb = a.head(verb.i)
    return False


def _on_one_day(phrase: Phrase) -> bool:
    time = phrase.arguments.date
    held = phrase.verdict.status in DONE and phrase.kind != EngagementKind.VISIT
    return held and time is not None and time.date.exact


def _near(r: Resolved, phrase: Phrase, last: Phrase) -> bool:
    a = r.annotated
    below = a.sentence_of(phrase.token).paragraph - a.sentence_of(last.token).paragraph
    goes_on_himself = bool(_people(phrase) & _people(last)) and (
        opens(r, phrase, "adding") or opens(r, phrase, "succeeding")
    )
    return below <= (ITEM if goes_on_himself else PARAGRAPHS)


def _tied(r: Resolved, phrase: Phrase, last: Phrase) -> bool:
    """Do the words go on from that engagement, with somebody of it or of its sides?"""
    if _after_it(r, phrase):
        return True
    mine, theirs = _people(phrase), _people(last)
    shared = bool(mine & theirs) or bool({r.actors[k].state for k in mine} & {r.actors[k].state for k in theirs} - {None})
    return shared and (opens(r, phrase, "adding") or opens(r, phrase, "succeeding") or _that_day(r, phrase))


def _that_day(r: Resolved, phrase: Phrase) -> bool:
    """ "Earlier in the day", "the same day", at the head of its sentence or at its end."""
    a, sentence = r.annotated, r.annotated.sentence_of(phrase.token)
    near = [
        *a.tokens[sentence.first : sentence.first + OPENING],
        *a.tokens[max(sentence.first, sentence.last - OPENING) : sentence.last],
    ]
    days = (t for t in near if t.lower == "day" and t.i > sentence.first and r.time_at(t.i) is None)
    return any(
        a.tokens[t.i - 1].lower == "same" or (a.tokens[t.i - 1].lower == "the" and a.tokens[t.i - 2].lower == "in")
        for t in days
    )


def _later(r: Resolved, phrase: Phrase) -> bool:
    """Is it another engagement than the one that it goes on from?"""
    return (
        opens(r, phrase, "succeeding")
        or _that_day(r, phrase)
        or _after_it(r, phrase, frozenset(("after", "before", "following")))
    )


def _people(phrase: Phrase) -> set[str]:
    return {p.actor for p in phrase.arguments.parties if p.actor}


def opens(r: Resolved, phrase: Phrase, kind: str) -> bool:
    """ "Later he met", "He also met": words that go on from what was just told, no further into the sentence than its verb."""
    a = r.annotated
    first = a.sentence_of(phrase.token).first
    opening = a.tokens[first : max(first, phrase.token)]
    linking = words(kind)
    return any(t.lower in linking and (t.i < first + OPENING or t.head == phrase.token) for t in opening)


def _after_it(r: Resolved, phrase: Phrase, links: frozenset[str] | None = None) -> bool:
    """ "After the talks", "During the meeting": the opening of the sentence points back to it."""
    a = r.annotated
    first = a.sentence_of(phrase.token).first
    for t in a.tokens[first : min(first + OPENING, phrase.token)]:
        if t.lower not in (links or words("beside_it")) or a.tokens[t.i + 1].lower not in DEFINITE:
            continue
        # by the words, since parses make "the talks Cruz" of "After the talks Cruz was received"
        if any(x.lemma.lower() in nouns() for x in a.tokens[t.i + 2 : min(t.i + 2 + NOUN, phrase.token)]):
            return True
    return False
