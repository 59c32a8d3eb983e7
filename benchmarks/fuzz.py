"""No text stops the reading: python benchmarks/fuzz.py [--rooms ROOMS] [--inputs N] [--seconds S] [--seed N] [FILE ...]

Comes in: the paragraphs below, and the texts of the files named. Each input is made of one or two of them: cut off, joined, wrapped,
with marks, brackets and odd characters strewn in, in another encoding, with bytes changed. Goes out: how many were read, and each
kind of exception once, with the place where it was raised and the seed that makes its input again (--seed N --inputs 1).

Rooms: `clean` freezes the bytes and tells their condition; `made` reads the text under a made-up parse, in which any word can hang on
any other, through names, times, engagements and statements; `walk` reads it as `memcon read` does. A refusal (BadInput) is no exception.
"""

import argparse
import random
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from memcon.annotate.kept import ParsedToken
from memcon.annotate.parser import Parser
from memcon.annotate.pipeline import part_of_speech
from memcon.flow.plan import freeze, read_rooms, record_of
from memcon.model.document import Given, RawItem
from memcon.model.errors import BadInput
from memcon.model.ids import sha256_of

PARAGRAPHS = (
    "AARHUS, May 3 - President Jonas Lind will meet Prime Minister Ana Reyes of Chile on 12 June, his office said; a visit to "
    "Santiago planned for last week was called off, “for now”, after the ambassador had been summoned twice.",
    "“The strait is open,” the Danish foreign minister, Karen Holm, told reporters in Aarhus; “it was never shut,” she added, accusing "
    "‘two’ neighbours of “double talk”. The talks went well, according to a statement.",
    "QUESTION: Will the Secretary go to Quito?\nMR. HOLM: I have nothing to announce. I can tell you that “talks” go on.\nQ    And "
    "when?\nTHE PRESIDENT: We met them on Friday; they said they'd come back, didn't they?",
    "Programme of the Minister\n\nMonday, 4 May\n10:00 Meeting with H.E. Mr. Ahmed [Ali] bin Said, Ambassador of Oman\n12.30 – Lunch in "
    "honour of the Speaker (closed to the press)\n\nTuesday\n* Departure for Nairobi; returns on 7/5/2031",
    "The envoys of both sides, who had not spoken since the spring, said on\nMonday that they would meet in Bergen “within a week or\n"
    "two”, a spokes­man for the ministry, Per Dahl, said. Neither the\nplace nor the day is fixed – according to",
    "Readout of the Secretary-General's meetings with H.E. Ms. Lupe Fono, Minister for Foreign Affairs of Samoa, and with Sir Ian Kabui\n\n"
    "The Secretary-General met separately on 21-23 September 2030 with Ms. Fono and Sir Ian. They discussed (a) fish; (b) the sea.",
    "@kanzlei: The Chancellor has just spoken by phone w/ PM #Nguyen. https://example.org/a?b=c&d 3:15 PM · Mar 4, 2031\nShare this",
    "KIGALI: RWANDA, BURUNDI TO REOPEN BORDER AFTER TALKS. THE FOREIGN MINISTERS OF BOTH STATES MET AT THE KIGALI CONVENTION CENTRE ON "
    "THURSDAY, THE FIRST SUCH MEETING IN THREE YEARS, AND AGREED TO MEET AGAIN \"WITHIN WEEKS\".",
    "<p>President <b>Tiago Mota</b> did not attend the summit of 10&ndash;12 July; instead, he &quot;sent a deputy&quot;.</p><br/>"
    "<script>var a = '2031-07-12';</script><td>Visit of the King of Tonga</td>",
    "Had they met in 1998, said Mr al-Rashid's aide, the accord of '97 would have held; since 'then', not once. 2/3/04. Q1 FY2030-31!",
)  # fmt: skip
ODD = (
    "\u0000", "\u200b", "\u00ad", "\ufeff", "\u2028", "\u202e", "\u0301", "\ud7ff", "\U0001f600", "\t", "\r\n", "\n\n", "\v", "…", "—", "–",
    "“", "”", "„", "«", "»", "\"", "'", "’", "‘", "`", "(", ")", "[", "]", "{", "}", "<", ">", "&", "&#8220;", "*", "•", "|", "@", "#", "%",
    ":", ";", "?", "!", ".", ",", "...", "-", "/", "\\", "0", "31/02/2020", "99:99", "Mr.", "St.", "U.S.", "Q:", "A.", "and", "of", "to",
    "'s",
)  # fmt: skip
TAGS_DRAWN = "NN NN NNS NNP NNP NNPS VB VBD VBZ VBP VBN VBG MD TO IN IN DT JJ RB RP PRP PRP$ POS CC CD WDT WP WRB EX , . : `` '' -LRB- $ XX"
LABELS_DRAWN = (
    "nsubj nsubjpass dobj pobj prep prep compound amod det poss conj cc aux auxpass advmod advcl acl relcl ccomp xcomp pcomp mark "
    "appos attr acomp oprd prt agent dative npadvmod nummod nmod neg punct expl dep csubj case intj parataxis"
)
TAGS, LABELS = TAGS_DRAWN.split(), LABELS_DRAWN.split()
NAMES = ("", "", "", "PERSON", "GPE", "ORG", "DATE", "NORP", "EVENT", "FAC", "TIME", "CARDINAL")
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1")
WORD = re.compile(r"\w+|[^\w\s]")


class MadeUp(Parser):
    """A parser that knows no grammar: each sentence is a tree drawn by lot, the words labelled by lot."""

    def __init__(self, draw: random.Random) -> None:
        super().__init__()
        self.draw = draw

    @property
    def version(self) -> str:
        return "made up"

    def parse(self, texts: Iterable[str]) -> Iterator[list[ParsedToken]]:
        for text in texts:
            yield self._drawn(text)

    def _drawn(self, text: str) -> list[ParsedToken]:
        out: list[ParsedToken] = []
        opens, first = True, 0
        for found in WORD.finditer(text):
            out.append(self._token(found, text, opens))
            opens = found[0] in ".?!" or self.draw.random() < 0.03
            if opens:
                self._hang(out, first, len(out))
                first = len(out)
        self._hang(out, first, len(out))
        return out

    def _token(self, found: re.Match[str], text: str, opens: bool) -> ParsedToken:
        word, draw = found[0], self.draw
        tag = "NNP" if word[0].isupper() and draw.random() < 0.6 else draw.choice(TAGS)
        dep, lower = draw.choice(LABELS), word.lower()
        lemma = re.sub(r"(?<=\w{3})(ing|ed|es|s)$", "", lower)
        white = found.end() < len(text) and text[found.end()] == " "
        spaced = found.end() < len(text) and text[found.end()].isspace()
        entity = draw.choice(NAMES)
        pos = part_of_speech(tag, dep, lower)
        return ParsedToken(
            word, found.start(), lemma, pos, tag, dep, 0, entity, draw.random() < 0.5, opens, spaced or white
        )

    def _hang(self, tokens: list[ParsedToken], first: int, last: int) -> None:
        """Draw a projective tree over tokens[first:last]."""
        parts = [(first, last, -1)]
        while parts:
            a, b, over = parts.pop()
            if a >= b:
                continue
            root = self.draw.randrange(a, b)
            if over < 0:
                tokens[root] = tokens[root]._replace(head=root, dep="ROOT")
            else:
                tokens[root] = tokens[root]._replace(head=over)
            parts += [(a, root, root), (root + 1, b, root)]


def garbled(draw: random.Random, texts: list[str]) -> str:
    """One or two of the texts, changed a few times."""
    text = draw.choice(texts)
    for _ in range(draw.randint(1, 5)):
        a, b = sorted((draw.randint(0, len(text)), draw.randint(0, len(text))))
        match draw.randrange(9):
            case 0:
                text = text[:a] if draw.random() < 0.6 else text[a:]
            case 1:
                other = draw.choice(texts)
                text = text[:a] + draw.choice(("", " ", "\n", "\n\n")) + other[draw.randint(0, len(other)) :]
            case 2:
                for _ in range(draw.randint(1, 6)):
                    at = draw.randint(0, len(text))
                    text = text[:at] + draw.choice(ODD) + text[at:]
            case 3:
                text = text[:a] + text[b:]
            case 4:
                text = text[:b] + text[a:]
            case 5:
                text = wrapped(text, draw.randint(1, 80))
            case 6:
                text = text[:a] + draw.choice((str.upper, str.lower, str.title))(text[a:b]) + text[b:]
            case 7:
                text = text.replace(draw.choice(ODD), draw.choice(ODD))
            case _:
                text = text[:a] + "".join(reversed(text[a:b])) + text[b:]
    return text


def wrapped(text: str, width: int) -> str:
    """Each space behind so many characters made the end of a line."""
    out, line = [], 0
    for c in text:
        line = 0 if c == "\n" else line + 1
        if c == " " and line > width:
            c, line = "\n", 0
        out.append(c)
    return "".join(out)


def item_of(draw: random.Random, text: str) -> RawItem:
    """Its bytes, now and then broken, with or without what a supplier gives."""
    body = bytearray(text.encode(draw.choice(ENCODINGS), "replace"))
    for _ in range(draw.choice((0, 0, 0, 1, 3))):
        if body:
            body[draw.randrange(len(body))] = draw.randrange(256)
    given = Given(
        published=draw.choice((None, "2031-05-04", "1996-02-29")),
        published_basis="given",
        title=draw.choice((None, text[:40])),
        outlet=draw.choice((None, "Kyodo")),
    )
    kind = draw.choice(("text/plain", "text/plain", "text/plain", "text/html"))
    return RawItem("fuzz", bytes(body), kind, sha256_of(bytes(body)), given)


def reader(rooms: str) -> Callable[[RawItem, random.Random], object]:
    """What is done with an item."""
    if rooms == "clean":
        return lambda item, _: freeze(item)
    if rooms == "made":
        return lambda item, draw: list(read_rooms([freeze(item)], MadeUp(draw), thought=True))
    parser = Parser()
    return lambda item, _: record_of([item], parser)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--rooms", choices=("clean", "made", "walk"), default="made")
    options.add_argument("--inputs", type=int, default=10_000)
    options.add_argument("--seconds", type=float, default=3600)
    options.add_argument("--seed", type=int, default=0)
    args = options.parse_args()
    texts = [
        *PARAGRAPHS,
        *(p for f in args.files for p in re.split(r"\n\s*\n", f.read_text("utf-8", "replace")) if p.strip()),
    ]
    read, found, refused, began, seed = reader(args.rooms), Counter[str](), 0, time.monotonic(), args.seed
    for seed in range(args.seed, args.seed + args.inputs):
        draw = random.Random(seed)
        item = item_of(draw, garbled(draw, texts))
        try:
            read(item, draw)
        except BadInput:
            refused += 1
        except Exception as problem:
            place = traceback.extract_tb(problem.__traceback__)[-1]
            kind = f"{type(problem).__name__} at {Path(place.filename).name}:{place.lineno}"
            if not found[kind]:
                print(f"seed {seed}: {kind}: {problem}\n    {item.body[:300]!r}", flush=True)
            found[kind] += 1
        if time.monotonic() - began > args.seconds:
            break
    count = seed - args.seed + 1
    print(f"{args.rooms}: {count:,} inputs, {refused:,} refused, {found.total():,} exceptions of {len(found)} kinds")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
