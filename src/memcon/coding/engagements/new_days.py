"""The new day of what was put off: "the visit, planned for Tuesday, has been postponed to 20 March".

Comes in: a resolved document and its phrases. Goes out: the same; behind a phrase that tells of something put off to a day that is to
come, another of the same words, which is planned for that day. Refuses a length of time ("for two weeks") and a day that is past.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from memcon.coding.engagements.phrase import Phrase
from memcon.coding.engagements.verdict import Rule, Verdict
from memcon.model.annotated import Token
from memcon.model.resolved import Resolved, Time
from memcon.model.status import Status
from memcon.registers.engagements import words

PLANNED = Verdict(Status.PLANNED, Rule.SCHEDULED, "put off to this day", stands=True)
NO_DAY = frozenset(["duration", "set"])


def with_new_days(r: Resolved, phrases: Iterable[Phrase]) -> Sequence[Phrase]:
    """The phrases, each that was put off to a day followed by that of the day."""
    return [told for phrase in phrases for told in (phrase, *_anew(r, phrase))]


def _anew(r: Resolved, phrase: Phrase) -> Iterator[Phrase]:
    if phrase.verdict.status != Status.POSTPONED or phrase.plural:
        return
    new = _new_day(r, phrase)
    own = phrase.arguments.date
    if new is None or (own is not None and own.date.can_be(new.date)):
        return
    arguments = replace(phrase.arguments, date=new)
    yield replace(phrase, verdict=PLANNED, arguments=arguments, definite=False, follows=phrase.token, same_as=None)


def _new_day(r: Resolved, phrase: Phrase) -> Time | None:
    """The day behind "to", "until" or "for" that the verb, or the noun behind it, carries."""
    published = r.annotated.document.published.latest
    for link in _links(r, phrase):
        for token in r.annotated.children(link.i):
            time = r.time_at(token.i)
            if time is None or time.kind in NO_DAY or time.date.earliest is None or time.date.latest is None:
                continue
            if published is None or time.date.earliest > published:
                return time
    return None


def _links(r: Resolved, phrase: Phrase) -> Iterator[Token]:
    a = r.annotated
    clause = r.clauses.at(phrase.token)
    heads = [clause.governor, phrase.token] if clause is not None else [phrase.token]
    for i in heads:
        for link in a.children(i) if i is not None else ():
            yield from (t for t in (link, *a.children(link.i)) if t.dep == "prep" and t.lower in words("until_a_day"))
