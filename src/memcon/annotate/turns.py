"""Transcripts: which paragraphs begin with the label of whoever speaks, and whose turn every paragraph is.

Comes in: the texts of a document's paragraphs. Goes out: for each the `Label` it begins with, if any (a label then becomes a
paragraph of its own, in ordinary case, so that it can be read as a name); and, of paragraphs so split, the `Turn`s. Refuses
labels that no second label bears out, and those of lists, forms and page furniture.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from memcon.model.annotated import Paragraph, Turn, TurnLabel
from memcon.model.kinds import FOR_THE_PRESS
from memcon.registers.engagements import nouns
from memcon.registers.names import honorifics, name_words
from memcon.registers.offices import role_nouns
from memcon.registers.outlets import agencies, outlets
from memcon.registers.turns import turn_words
from memcon.registers.wrapping import links

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĻŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽ"
CAPS = rf"(?:M[ac]+|[DO]['’])?[{UPPER}][{UPPER}.'’-]*"
WORD = rf"[{UPPER}][\w.'’-]*"
LINK = r"(?:of|the|for|and|de|del|da|van|von|bin|al|el|to|on|&)"
ASIDE = r"(?:\s*[(\[][^()\[\]]{1,60}[)\]])?"
BOLD = r"[*_]{0,2}"
QUESTION = re.compile(
    rf"{BOLD}(?:(?P<who>[QA]){ASIDE}{BOLD}(?:\s?[:.]{BOLD}(?:\s+|$)|\s[-–—]\s|\s{{2,}}|\t)|(?P<bare>Q)\s+(?=[{UPPER}“\"]))"
)
NAME = rf"(?:{CAPS}|{WORD})(?:,? (?:{LINK} )*(?:{CAPS}|{WORD})){{0,7}}"
LABEL = re.compile(rf"{BOLD}(?P<who>{NAME}){ASIDE}{BOLD}\s?:{BOLD}(?:\s+|$)")
LINE = re.compile(rf"{BOLD}(?P<who>{NAME}){ASIDE}{BOLD}\s*$")
HEAD_LINES = 6  # above the first label
BULLET = re.compile(r"[-•▪·*]\s+(?=\S)")
SHOUTED = re.compile(rf"[{UPPER}]+(?:['’][{UPPER}]+)?")
ROMAN = re.compile(r"[IVX]+")
LONGEST = 80  # characters of a label
MOST_WORDS = 6  # of a line that is a label without a colon
LONG = 12  # words that are more than an item of a form
SENTENCE = re.compile(r"[.?!…—–-][\"”’'»)\]*]*(?:\s|$)")
CLOCK = re.compile(
    r"(?:end )?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?(?:\s*[a-z]{2,5})?"
)  # the hour at which it ended, in a line
FIRST_ANSWER = re.compile(r"[?]['\"”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Label:
    """text[:end] names who speaks, as `who`, in lower case; it reads `read`, which is as long as its words in the text."""

    end: int
    who: str
    kind: TurnLabel
    read: str = ""
    line: bool = False  # a line of its own without a colon


def find_labels(paragraphs: Sequence[tuple[str, bool]]) -> list[Label | None]:
    """The label that each paragraph (its text; is it of the body?) begins with; all None where it is no transcript."""
    texts = [text for text, _ in paragraphs]
    candidates = [_candidate(text, body) for text, body in paragraphs]
    candidates = [None if c and _heads_a_list(c, texts[n : n + 2]) else c for n, c in enumerate(candidates)]
    counts = Counter(c.who for c in candidates if c)
    lines = Counter(c.who for c in candidates if c and c.line)
    several = sum(n > 1 for n in lines.values()) > 1
    candidates = [c if c and (not c.line or (several and lines[c.who] > 1)) else None for c in candidates]
    if sum(c is not None for c in candidates) < 2 and not _of_one_speaker(texts, candidates):
        return [None] * len(texts)
    forms = _forms(text[c.end :] if c else text for text, c in zip(texts, candidates, strict=True))
    known = {c.who for c, text in zip(candidates, texts, strict=True) if c and _is_known(c, text, counts, forms)}
    alone = len(known) == 1 and sum(counts[who] for who in known) < 2
    if not known or (alone and not _of_one_speaker(texts, candidates)):
        return [None] * len(texts)
    return [
        replace(c, kind=_kind(c), read=_in_ordinary_case(text[: c.end].rstrip(), forms))
        if c and (c.who in known or _asks(text, c))
        else None
        for text, c in zip(texts, candidates, strict=True)
    ]


def _candidate(text: str, body: bool) -> Label | None:
    found = (QUESTION.match(text) or LABEL.match(text[: LONGEST + 2])) if body else None
    line = found is None
    if line and len(text) <= LONGEST:
        found = LINE.match(text)
    if found is None:
        return None
    who = " ".join((found["who"] or found["bare"]).casefold().split())
    first = who.split(" ")[0]
    listed = who in turn_words().labels or not who.strip(".- ") or (first in links() and first not in ("a", "the"))
    if listed or not (line or _spoken(text[found.end() :], who)):
        return None
    return Label(found.end(), who, "answer", line=line)


def _of_one_speaker(texts: Sequence[str], candidates: Sequence[Label | None]) -> bool:
    """Does a line above the first label call the paper a briefing, a press conference or a speech, and name whoever the label names?"""
    n = next((n for n, c in enumerate(candidates) if c), None)
    label = candidates[n] if n is not None else None
    if n is None or label is None or label.line:
        return False
    for text in texts[: min(n, HEAD_LINES)]:
        words = re.findall(r"\w+", text.casefold())
        given = any((row := nouns().get(word)) and row.kind in FOR_THE_PRESS for word in words)
        given = given or not turn_words().speeches.isdisjoint(words)
        if given and any(part in words for part in re.findall(r"\w+", label.who)[1:] if len(part) > 3):
            return True
    return False


def _heads_a_list(label: Label, texts: Sequence[str]) -> bool:
    """Is what follows a list and nothing said: "President X: - Receives the ambassador"?"""
    rest = texts[0][label.end :].strip() or (texts[1] if len(texts) > 1 else "").strip()
    return label.kind == "answer" and BULLET.match(rest) is not None


def _forms(texts: Iterable[str]) -> dict[str, str]:
    """How the text writes each word of its own, by the word in lower case."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for word in re.findall(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?", text):
            found[word.casefold()][word] += 1
    return {word: max(sorted(forms), key=forms.__getitem__) for word, forms in found.items()}


def _spoken(text: str, who: str) -> bool:
    """Does something follow that can be said: a sentence, or a new line, not "Briefer: Colin Ashworth, Acting Spokesman"?"""
    if not text.strip() or who in turn_words().questioners:
        return True
    return SENTENCE.search(text) is not None or len(text.split()) >= LONG


def _is_known(label: Label, text: str, counts: Counter[str], forms: Mapping[str, str]) -> bool:
    """Is it a label by its own words, or by being there again and naming somebody whom the text names?"""
    words = turn_words()
    if label.who in words.questioners | words.answerers | words.chairs:
        return True
    parts = [w.strip(".,") for w in label.who.split()]
    if len(parts) > 1 and (_is_title(parts[0]) or any(role_nouns().at(parts, i) for i in range(len(parts)))):
        return True
    if label.line:
        return len(parts) > 1 and counts[label.who] > 1 and forms.get(parts[-1], "").istitle()
    shouted = text[: label.end].isupper()
    return counts[label.who] > 1 and (shouted or forms.get(parts[-1], "").istitle())


def _is_title(word: str) -> bool:
    return word in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(known.strip(".").casefold() for known in honorifics())


def _asks(text: str, label: Label) -> bool:
    """In a transcript, a question under a label that is there once: "Reuters: Will he resign?"."""
    return label.end < len(text) and ("?" in text or label.who in _presses())


@cache
def _presses() -> frozenset[str]:
    return frozenset(name.casefold() for name in (*outlets().values(), *agencies()))


def _kind(label: Label) -> TurnLabel:
    words = turn_words()
    if label.who in words.questioners or label.who in _presses():
        return "question"
    if label.who in words.chairs:
        return "chair"
    if label.who in words.answerers:
        return "unnamed"
    return "answer"


def _in_ordinary_case(label: str, forms: Mapping[str, str]) -> str:
    """MR. O'BRIEN: reads "Mr. O'Brien:"; words as the text has them where it does, else with a capital."""
    name, mark, aside = label.partition("(")
    titled = _is_title(name.split(maxsplit=1)[0].strip(".").casefold())

    def ordinary(match: re.Match[str]) -> str:
        word = match.group()
        form = forms.get(word.casefold(), word.title())
        if len(word) < 2 or ROMAN.fullmatch(word) or word.casefold() in name_words().particles:
            return word.lower() if word.casefold() in name_words().particles else word
        shouted = form.isupper() and (titled or _is_title(word.casefold()))
        return word.title() if shouted or form.islower() or len(form) != len(word) else form

    capitals = all(re.fullmatch(CAPS, word.strip(",:*_")) for word in name.split() if word.strip(",:*_&-–—"))
    return (SHOUTED.sub(ordinary, name) if capitals else name) + mark + aside.lower()


def find_turns(paragraphs: Sequence[Paragraph]) -> Iterator[Turn]:
    """The turns of paragraphs whose labels are paragraphs of their own, in order."""
    starts = [n for n, p in enumerate(paragraphs) if p.label]
    unanswered = not any(p.label in ("answer", "unnamed") for p in paragraphs)
    for at, following in pairwise([*starts, len(paragraphs)]):
        kind = paragraphs[at].label
        inside = list(range(at + 1, following))
        last = next((n for n in inside if _ends(paragraphs[n].text)), following)
        inside = [n for n in inside if n < last and paragraphs[n].zone == "body"]
        if not inside or kind is None:
            continue
        if kind == "question" and unanswered:
            cut = next((n for n in inside if FIRST_ANSWER.search(paragraphs[n].text.rstrip())), inside[0]) + 1
            yield Turn(at, at + 1, cut, "question")
            if cut < last:
                yield Turn(None, cut, last, "unnamed")
        elif kind == "answer" and _is_question([paragraphs[n].text for n in inside]):
            yield Turn(at, at + 1, last, "question")
        else:
            yield Turn(at, at + 1, last, kind)


def _is_question(texts: Sequence[str]) -> bool:
    """Does nothing but questions follow the label, as where the press has names?"""
    return len(texts) == 1 and FIRST_ANSWER.search(texts[0].rstrip()) is not None


def _ends(text: str) -> bool:
    words = text.strip().casefold().rstrip(".")
    return words in turn_words().ends or CLOCK.fullmatch(words) is not None
