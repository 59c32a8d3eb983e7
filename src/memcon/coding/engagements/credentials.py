"""Envoys who present their papers one after the other, to a receiver and on a day that are told once.

Comes in: a resolved document and its phrases. Goes out: the same; where the papers of one envoy are presented and nobody is named
who takes them, it is the one head of state who takes those of the others, or who holds the ceremony told before; on its day, in its
place. Where two heads of state take part in such ceremonies, nobody is added.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from memcon.coding.engagements.participants import Party
from memcon.coding.engagements.phrase import Phrase
from memcon.model.kinds import EngagementKind
from memcon.model.resolved import LocalActor, Resolved
from memcon.registers.engagements import words
from memcon.registers.offices import role_nouns


def with_receivers(r: Resolved, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases, those of credentials with who takes them, and when."""
    told = list(phrases)
    of = [p for p in told if _is_of_credentials(r, p)]
    hosts = {p.actor: p for x in of for p in x.arguments.people if p.actor and _is_head(r.actors[p.actor])}
    for phrase in told:
        named = any(p.actor and r.actors[p.actor].kind == "person" for p in phrase.arguments.people)
        told_here = phrase in of and phrase.verbal and named and not phrase.verdict.barred
        if not told_here or len(hosts) != 1:
            yield phrase
            continue
        alone = hosts.keys().isdisjoint({p.actor for p in phrase.arguments.people})
        host = tuple(hosts.values()) if alone else ()
        yield _received(phrase, host, [x for x in of if x.token < phrase.token])


def _received(phrase: Phrase, host: tuple[Party, ...], before: Sequence[Phrase]) -> Phrase:
    arguments = phrase.arguments
    whole = next((x for x in reversed(before) if x.arguments.date is not None), None)
    date = arguments.date or (whole.arguments.date if whole is not None else None)
    place = arguments.place or (whole.arguments.place if whole is not None else None)
    return replace(
        phrase,
        arguments=replace(arguments, beside=(*arguments.beside, *host), with_somebody=True, date=date, place=place),
    )


def _is_of_credentials(r: Resolved, phrase: Phrase) -> bool:
    """Is it of an envoy's papers: a ceremony in a sentence that names them?"""
    sentence = r.annotated.sentence_of(phrase.token)
    tokens = r.annotated.tokens[sentence.first : sentence.last]
    papers = words("credentials") | words("credence") - words("lettered")
    return phrase.kind is EngagementKind.CEREMONY and any(t.lemma.lower() in papers for t in tokens)


def _is_head(actor: LocalActor) -> bool:
    """Does somebody by name hold the office of a head of state?"""
    titles = [role.title.lower().split() for role in actor.roles if not role.past]
    found = (role_nouns().at(title, i) for title in titles for i in range(len(title)))
    return actor.kind == "person" and any(x is not None and x[1].rank == "head" for x in found)
