"""Those whom a list names below the sentence that leads into it: "met with:", "held these meetings on 4 May:", each in a line of its own.

Comes in: a resolved document and the token of a verb or noun. Goes out: the first person by name of each item. Items are marked
(bullet, number, hour) or bare: bare ones are two or more lines on end that name somebody and say nothing of him.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from memcon.model.annotated import Annotated, Sentence
from memcon.model.resolved import ActorMention, Resolved
from memcon.registers.engagements import nouns

MARK = re.compile(
    r"(?:[-–—•*·▪●o]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?)(?=[\s–—:-])", re.IGNORECASE
)
HOUR = re.compile(r"\d{1,2}[:.]\d\d\b")
BEFORE_MARK = 12  # characters before the first token that is read, in which its mark can stand
LONG = 45  # tokens of an item without a mark
FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))


def listed_below(r: Resolved, i: int) -> list[ActorMention]:
    """Somebody for each item of the list that the sentence of tokens[i] leads into."""
    a = r.annotated
    sentence = a.sentence_of(i)
    if a.tokens[sentence.last - 1].text not in (":", "–", "—") and not heads_hours(a, i):
        return []
    items = _items(r, sentence)
    named = [next((m for n in range(x.first, _end(a, x)) if (m := next_named(r, n)) is not None), None) for x in items]
    if any(m is not None and _tells_itself(a, x.first, m.first) for x, m in zip(items, named, strict=True)):
        return []
    marked = [_is_marked(a, x) for x in items]
    if not any(marked):
        bare = _bare(a, items, named)
        return bare if len(bare) > 1 else []
    return [m for m, mark in zip(named, marked, strict=True) if m is not None and mark]


def next_named(r: Resolved, at: int) -> ActorMention | None:
    """A person by name who begins here."""
    mention = r.mention_at(at)
    actor = r.actors[mention.actor] if mention is not None and mention.actor else None
    if mention is None or actor is None or mention.first != at or mention.how != "name":
        return None
    return mention if actor.kind == "person" and actor.named else None


def _tells_itself(a: Annotated, first: int, last: int) -> bool:
    """Does an item name an engagement of its own: "11.00 Meeting with X"?"""
    return any(t.lemma.lower() in nouns() for t in a.tokens[first:last])


def _end(a: Annotated, item: Sentence) -> int:
    """Where the paragraph ends that a sentence opens: a number can be a sentence for the parser."""
    inside = takewhile(lambda s: s.paragraph == item.paragraph, a.sentences[item.index :])
    return max(s.last for s in inside)


def _items(r: Resolved, sentence: Sentence) -> list[Sentence]:
    """The sentences that open the paragraphs below, up to the first marked one that is followed by one without a mark."""
    a, out = r.annotated, list[Sentence]()
    if sentence.index + 1 < len(a.sentences) and a.sentences[sentence.index + 1].paragraph == sentence.paragraph:
        return []
    for item in a.sentences[sentence.index + 1 :]:
        if a.sentences[item.index - 1].paragraph == item.paragraph:
            continue
        if not out and not _is_marked(a, item) and _is_day(r, item):
            continue
        if out and _is_marked(a, out[0]) and not _is_marked(a, item):
            break
        out.append(item)
    return out


def _is_day(r: Resolved, line: Sentence) -> bool:
    """Is the line nothing but a day?"""
    time = r.time_at(line.first)
    return time is not None and time.last >= line.last


def heads_hours(a: Annotated, i: int) -> bool:
    """Does token i stand in a heading without a verb over lines that begin with an hour?"""
    sentence = a.sentence_of(i)
    below = [x for x in a.sentences[sentence.index + 1 : sentence.index + 4] if HOUR.match(_opening(a, x))]
    own = _is_marked(a, sentence) or a.tokens[i].tag not in ("NNS", "NNPS")
    verbless = not own and not any(t.tag in FINITE for t in a.tokens[sentence.first : sentence.last])
    return verbless and bool(below) and below[0].paragraph - sentence.paragraph in (1, 2)


def _opening(a: Annotated, sentence: Sentence) -> str:
    """The line of a paragraph from its mark on, where one stands before the first token that is read."""
    text, start = a.document.text, a.tokens[sentence.first].start
    line = text.rfind("\n", 0, start) + 1
    return text[max(line, start - BEFORE_MARK) : start + BEFORE_MARK].lstrip()


def _is_marked(a: Annotated, sentence: Sentence) -> bool:
    return MARK.match(_opening(a, sentence)) is not None


def _bare(a: Annotated, items: Sequence[Sentence], named: Sequence[ActorMention | None]) -> list[ActorMention]:
    return list(_while_bare(a, items, named))


def _while_bare(a: Annotated, items: Sequence[Sentence], named: Sequence[ActorMention | None]) -> Iterator[ActorMention]:
    for item, mention in zip(items, named, strict=True):
        tokens = a.tokens[item.first : _end(a, item)]
        if mention is None or len(tokens) > LONG or any(t.tag in FINITE for t in tokens):
            return
        yield mention
