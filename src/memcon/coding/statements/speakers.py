"""Who speaks, where the words for the speaker do not say it by themselves: pronouns, texts, descriptions, unnamed groups.

Comes in: a resolved document and its attributions in the order of the text. Goes out: for each the actor, with those that the
attributions bring in (an unnamed group by its own words, a house or paper that no register knows). Whoever spoke last goes on
speaking as "he", "she" or "it", unless another is named in between; "the statement" is of whoever issued it. None where two are
as likely.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from memcon.coding.statements.grammar import SUBJECTS, Phrase, can_speak, is_text
from memcon.coding.statements.issuers import author_of, issuer_of, named_by
from memcon.model.annotated import Token
from memcon.model.resolved import LocalActor, Resolved
from memcon.model.text import Span
from memcon.registers.cues import attribution

HE = {"he": "m", "she": "f"}
REACH = 1  # paragraphs back to whoever spoke last
TEXT_REACH = 6  # paragraphs back to where a text was issued
DESCRIBED_REACH = 12  # paragraphs back to "a senior official" of "the official"
NAMED_HOUSES = frozenset(["ORG", "WORK_OF_ART", "FAC", "PRODUCT"])


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words: the phrase for the speaker (None where there is none), and where the words stand."""

    speaker: Phrase | None
    span: Span


@dataclass(frozen=True, slots=True)
class Spoke:
    """An attribution whose speaker is known."""

    head: int
    paragraph: int
    actor: LocalActor
    phrase: Phrase


class Speakers:
    """The speakers of one document, made out in the order of the text."""

    def __init__(self, resolved: Resolved) -> None:
        self.resolved = resolved
        self.annotated = resolved.annotated
        self.actors = dict(resolved.actors)
        self.spoke: list[Spoke] = []
        self.known: dict[int, LocalActor | None] = {}  # by the head of the phrase
        self.contents: list[Span] = []  # in the order of the text

    def name(self, attributions: Sequence[Attribution]) -> list[LocalActor | None]:
        """The actor of each attribution, in the order given."""
        order = sorted(range(len(attributions)), key=lambda n: self._place(attributions[n]))
        self.contents = sorted(a.span for a in attributions)
        for n in order:
            speaker = attributions[n].speaker
            if speaker is None or speaker.head in self.known:
                continue
            actor = self._who(speaker, attributions[n].span)
            self.known[speaker.head] = actor
            if actor is not None:
                self._learn_texts(speaker, actor)
                self.actors.setdefault(actor.key, actor)
                self.spoke.append(Spoke(speaker.head, self._paragraph(speaker.head), actor, speaker))
        return [self.known.get(a.speaker.head) if a.speaker else None for a in attributions]

    def _learn_texts(self, speaker: Phrase, actor: LocalActor) -> None:
        """A commentary by the blog Jutland Notes: "the blog" further on is the same."""
        if is_text(self.annotated, speaker.head):
            for i in range(speaker.first, speaker.last):
                if is_text(self.annotated, i):
                    self.known.setdefault(i, actor)

    def _place(self, a: Attribution) -> int:
        return self.annotated.tokens[a.speaker.head].start if a.speaker else a.span.start

    def _paragraph(self, i: int) -> int:
        return self.annotated.sentence_of(i).paragraph

    def _who(self, speaker: Phrase, content: Span) -> LocalActor | None:
        token = self.annotated.tokens[speaker.head]
        own = named_by(self.resolved, speaker)
        if token.lower in HE:
            return self._of_person(token, own, content)
        if token.lower == "it":
            return self._of_it(token, own)
        if token.lower == "they":
            return own or next((s.actor for s in self._last(token) if s.actor.plural), None)
        if is_text(self.annotated, speaker.head):
            return own or self._of_text(speaker)
        if own is None or not own.named:
            return self._described(speaker, own) or own or self._new(speaker)
        return own

    def _last(self, token: Token, reach: int = REACH) -> Iterable[Spoke]:
        """Those who have spoken before the word within reach, the last first."""
        here = self._paragraph(token.i)
        return (s for s in reversed(self.spoke) if s.head < token.i and here - s.paragraph <= reach)

    def _of_person(self, token: Token, own: LocalActor | None, content: Span) -> LocalActor | None:
        """Whoever spoke last, where the name before the pronoun only stands in somebody's words, or is not clear."""
        gender = HE[token.lower]
        last = next((s for s in self._last(token) if s.actor.kind == "person" and not s.actor.plural), None)
        if last is None or last.actor.gender not in (None, gender) or own == last.actor:
            return own
        if own is None:
            return None if self._another_between(last, token) else last.actor
        return last.actor if self._only_quoted(own, last, token, content) else own

    def _another_between(self, last: Spoke, token: Token) -> bool:
        """Is another person the subject of a clause of the report's own between the two?"""
        return any(
            last.head < m.first < token.i
            and m.actor != last.actor.key
            and m.how != "pronoun"
            and (m.actor is None or self.resolved.actors[m.actor].kind == "person")
            and self.annotated.tokens[m.head].dep in SUBJECTS
            and not self._inside(m.span)
            for m in self.resolved.mentions
        )

    def _only_quoted(self, own: LocalActor, last: Spoke, token: Token, content: Span) -> bool:
        """Since the last speaker, is the other named nowhere but in what somebody says?"""
        since = [
            m for m in self.resolved.mentions if m.actor == own.key and last.head < m.first < token.i and m.how != "pronoun"
        ]
        if not since:
            return self._paragraph(token.i) == last.paragraph
        return all(self._inside(m.span) or content.covers(m.span) for m in since)

    def _inside(self, span: Span) -> bool:
        """Does it stand in what somebody says?"""
        at = bisect_left(self.contents, span.start + 1, key=lambda content: content.start)
        return any(content.covers(span) for content in self.contents[max(0, at - 4) : at])

    def _of_it(self, token: Token, own: LocalActor | None) -> LocalActor | None:
        """A body, a state or a paper that has just spoken goes on."""
        last = next(iter(self._last(token)), None)
        if last is None or last.actor.plural:
            return own
        text = is_text(self.annotated, last.phrase.head)
        return last.actor if last.actor.kind != "person" or text else own

    def _of_text(self, speaker: Phrase) -> LocalActor | None:
        """The statement: of whoever issued the last that is called so, or who spoke last."""
        if house := self._house(speaker) or self._known_house(speaker):
            return house
        token = self.annotated.tokens[speaker.head]
        if self.annotated.tokens[speaker.first].lower not in ("the", "that", "this", "its", "his", "her"):
            return None
        lemma, here = token.lemma.lower(), self._paragraph(token.i)
        for i in reversed(self._texts):
            if i >= token.i or here - self._paragraph(i) > TEXT_REACH or self.annotated.tokens[i].lemma.lower() != lemma:
                continue
            actor = self.known.get(i) or issuer_of(self.resolved, i) or author_of(self.resolved, i)
            if actor:
                return actor
        last = next(iter(self._last(token)), None)
        return last.actor if last else None

    @cached_property
    def _texts(self) -> list[int]:
        return [t.i for t in self.annotated.tokens if t.pos == "NOUN" and is_text(self.annotated, t.i)]

    def _described(self, speaker: Phrase, own: LocalActor | None) -> LocalActor | None:
        """The official: the last unnamed one called so. The 64-year-old cleric: the person who spoke last."""
        token = self.annotated.tokens[speaker.head]
        words = [t.lower for t in self.annotated.tokens[speaker.first : speaker.last]]
        if not words or words[0] != "the" or token.tag not in ("NN", "NNP"):
            return None
        if "old" in words or token.lemma.lower() in attribution().variations:
            return next((s.actor for s in self._last(token, 2 * REACH) if s.actor.kind == "person" and s.actor.named), None)
        for s in self._last(token, DESCRIBED_REACH):
            before = self.annotated.tokens[s.phrase.head]
            earlier = {t.lower for t in self.annotated.tokens[s.phrase.first : s.phrase.last]}
            if before.lemma == token.lemma and not s.actor.named and not s.actor.plural and set(words[1:]) <= earlier:
                return s.actor
            if s.actor.kind == "organisation" and self._is_a(s.phrase, token.lemma) and set(words[1:-1]) <= earlier:
                return s.actor
        return None

    def _is_a(self, phrase: Phrase, lemma: str) -> bool:
        """The agency: "the North's news agency, Norda", or "Norda, a news agency"."""
        beside = [c for c in self.annotated.children(phrase.head) if c.dep == "appos"]
        return any(t.lemma == lemma for t in (self.annotated.tokens[phrase.head], *beside))

    def _new(self, speaker: Phrase) -> LocalActor | None:
        """Somebody whom no register and no name makes known: a house by its name, a group by its own words."""
        token = self.annotated.tokens[speaker.head]
        if house := self._house(speaker):
            return house
        if token.pos != "NOUN" or not can_speak(self.annotated, speaker.head):
            return self._belonging(speaker)
        if body := self._belonging(speaker):
            return body
        words = list(self.annotated.tokens[speaker.first : speaker.last])
        while words and words[0].lower in attribution().counting:
            words.pop(0)
        plural = token.tag == "NNS"
        definite = not plural and self.annotated.tokens[speaker.first].lower not in ("a", "an", "one", "another")
        if not words or definite or not token.text.islower() or any(t.pos == "PRON" for t in words):
            return None  # "the government", "the president": one is meant, and the text does not say which
        name = self.annotated.read(words[0].i, words[-1].i + 1)
        return LocalActor(self._key(), "group" if plural else "person", name, named=False, plural=plural)

    def _house(self, speaker: Phrase) -> LocalActor | None:
        """An organisation or a publication by the name that the phrase is, or that stands before its noun: "the Times report"."""
        text = is_text(self.annotated, speaker.head)
        if name := self._called(speaker):
            return self._existing(name) or LocalActor(self._key(), "organisation", name)
        for token in self.annotated.tokens[speaker.first : speaker.last]:
            if token.entity not in NAMED_HOUSES or not token.entity_start or token.pos not in ("PROPN", "DET"):
                continue
            if not text and not self._is_of_head(token, speaker.head):
                continue
            end = token.i + 1
            while (
                end < speaker.last
                and self.annotated.tokens[end].entity == token.entity
                and not self.annotated.tokens[end].entity_start
            ):
                end += 1
            first = token.i + (token.lower == "the")
            last = end - (self.annotated.tokens[end - 1].tag == "POS")
            name = self.annotated.read(first, last) if first < last else ""
            if name and (actor := self._existing(name)):
                return actor
            if (
                last - first > 1 or not name[1:].islower()
            ):  # one plain word can be a surname that the parse takes for a house
                return LocalActor(self._key(), "organisation", name) if name else None
        return None

    def _called(self, speaker: Phrase) -> str | None:
        """The blog Jutland Notes."""
        tokens = self.annotated.tokens
        for i in range(speaker.first, speaker.last - 1):
            end = i + 1
            while end < speaker.last and tokens[end].pos == "PROPN":
                end += 1
            if end > i + 1 and tokens[i].pos == "NOUN" and is_text(self.annotated, i):
                return self.annotated.read(i + 1, end)
        return None

    def _known_house(self, speaker: Phrase) -> LocalActor | None:
        """The Jutland commentary, of the "Jutland Notes" that has spoken."""
        words = {t.text for t in self.annotated.tokens[speaker.first : speaker.head] if t.text.istitle() and t.pos != "DET"}
        spoken = (s.actor for s in reversed(self.spoke) if s.actor.kind == "organisation")
        return next((actor for actor in spoken if words & set(actor.name.split())), None)

    def _is_of_head(self, token: Token, head: int) -> bool:
        """Is the name the head itself, or a word before it? "The chiefs of three banks, Lind & Co. among them" is not."""
        inside = self.annotated.tokens[token.i : head + 1]
        return token.i <= head and all(t.entity == token.entity or t.i == head or t.head == head for t in inside)

    def _existing(self, name: str) -> LocalActor | None:
        return next((a for a in self.actors.values() if a.name == name), None)

    def _belonging(self, speaker: Phrase) -> LocalActor | None:
        """Mr. Lind's office."""
        token = self.annotated.tokens[speaker.head]
        owner = self.annotated.child(speaker.head, "poss")
        actor = self.resolved.actor_at(owner.i) if owner else None
        if token.lemma.lower() not in attribution().belongings or actor is None or not actor.named:
            return None
        name = f"{actor.name}'s {token.lemma.lower()}"
        aliases = (self.annotated.read(speaker.first, speaker.last),)
        return self._existing(name) or LocalActor(self._key(), "organisation", name, aliases, actor.state)

    def _key(self) -> str:
        return f"s{sum(key.startswith('s') for key in self.actors) + 1}"
