"""Whose diary the items of a list are: the person that a line above them, or the head of the list, names alone.

Comes in: an annotated document, its mentions, actors and settings. Goes out: the settings of a diary, each with the token that names
its person. "President X:" and "Minister Y" are such lines;
a head that names two persons, or a line that says more ("Call with Minister Y"), names none.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from memcon.model.annotated import Annotated
from memcon.model.resolved import ActorMention, LocalActor, Setting
from memcon.registers.engagements import nouns

LONGEST = 12  # tokens of a line that names whose items follow
SAYS_MORE = frozenset(["VERB", "AUX", "NUM"])


def with_owners(
    annotated: Annotated, mentions: Sequence[ActorMention], actors: Mapping[str, LocalActor], settings: Sequence[Setting]
) -> tuple[Setting, ...]:
    """The settings, those of a diary with the head token of its person's name where the lines above give it."""
    starts = [s.start for s in settings if s.dates_items]
    if not starts:
        return tuple(settings)
    lines = list(_lines(annotated, mentions, actors))
    head = {actor: token for start, token, actor, _ in lines if start < starts[0]}
    title = next(iter(head.values())) if len(head) == 1 else None
    alone = [(start, token) for start, token, _, bare in lines if bare]
    ends = [start for start, _ in alone]
    found = []
    for setting in settings:
        n = bisect_right(ends, setting.start) - 1
        owner = alone[n][1] if n >= 0 else title
        found.append(replace(setting, owner=owner) if setting.dates_items and owner is not None else setting)
    return tuple(found)


def _lines(
    a: Annotated, mentions: Sequence[ActorMention], actors: Mapping[str, LocalActor]
) -> Iterator[tuple[int, int, str, bool]]:
    """Of each paragraph that names one person: its start, the token and key of the person, and whether it names nothing else."""
    persons: dict[int, dict[str, int]] = {}
    for m in mentions:
        if m.actor and m.how != "pronoun" and actors[m.actor].kind == "person":
            persons.setdefault(a.sentence_of(m.first).paragraph, {}).setdefault(m.actor, m.head)
    lengths: dict[int, int] = {}
    more: set[int] = set()
    for sentence in a.sentences:
        lengths[sentence.paragraph] = lengths.get(sentence.paragraph, 0) + sentence.last - sentence.first
        if any(t.pos in SAYS_MORE or t.lemma.lower() in nouns() for t in a.sentence_tokens(sentence)):
            more.add(sentence.paragraph)
    for n, named in sorted(persons.items()):
        if len(named) == 1:
            ((actor, token),) = named.items()
            yield a.paragraphs[n].start, token, actor, n not in more and lengths[n] <= LONGEST
