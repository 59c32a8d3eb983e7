"""Sentences parsed without the offices that stand beside names, which a parser loses its way in.

"Talks between the Foreign Minister of Norway, Ingrid Solheim and the President of Kenya, Mr. Josphat Lagat took place" is parsed as "Talks
between Ingrid Solheim and Mr. Josphat Lagat took place"; each office then hangs on its name as an apposition, with the grammar of the
first parse inside. Comes in: the texts of paragraphs and a parser. Goes out: their tokens. A paragraph whose shorter text is not made of
the same tokens keeps its first parse.
"""

from collections.abc import Callable, Iterable, Iterator

from memcon.annotate.kept import ParsedToken
from memcon.annotate.offices_beside import Beside, offices_beside

Words = list[ParsedToken]
Parse = Callable[[Iterable[str]], Iterator[Words]]


def parse_short(texts: list[str], parse: Parse) -> Iterator[Words]:
    """The tokens of each text, in the order of the texts."""
    first = list(parse(texts))
    found = [offices_beside(words) for words in first]
    short = [(n, _shorter(words, beside)) for n, (words, beside) in enumerate(zip(first, found, strict=True)) if beside]
    again = dict(zip((n for n, _ in short), parse(text for _, (text, _) in short), strict=True))
    kept = {n: tokens for n, (_, tokens) in short}
    for n, words in enumerate(first):
        yield _grafted(words, found[n], again[n], kept[n]) if n in again else words


def _shorter(words: Words, beside: list[Beside]) -> tuple[str, dict[int, int]]:
    """The text without the offices, and which token of the paragraph begins at each of its offsets."""
    left_out = {i for one in beside for i in range(one.first, one.last)} | {
        one.comma for one in beside if one.comma is not None
    }
    text, places = "", {}
    for i, word in enumerate(words):
        if i in left_out:
            if word.spaced and text and not text.endswith(" "):
                text += " "
            continue
        if word.text in (",", ".", ";", ":", ")") and text.endswith(" ") and i - 1 in left_out:
            text = text[:-1]
        places[len(text)] = i
        text += word.text + (" " if word.spaced else "")
    return text, places


def _grafted(words: Words, beside: list[Beside], short: Words, places: dict[int, int]) -> Words:
    """The paragraph's tokens with the heads of its shorter text, and the offices hung on their names."""
    at = [places.get(word.start, -1) for word in short]
    if len(at) != len(places) or any(i < 0 or words[i].text != word.text for i, word in zip(at, short, strict=True)):
        return words
    out = list(words)
    for i, word in zip(at, short, strict=True):
        old = words[i]
        out[i] = old._replace(
            lemma=word.lemma,
            pos=word.pos,
            tag=word.tag,
            dep=word.dep,
            head=at[word.head],
            sentence_start=word.sentence_start,
        )
    for one in beside:
        _hang(out, words, one)
    return out


def _hang(out: Words, words: Words, one: Beside) -> None:
    """Hang an office on the last word of its name that is in the grammar of the sentence."""
    name = next(
        (i for i in range(one.name, one.end) if not one.name <= out[i].head < one.end or out[i].head == i), one.end - 1
    )
    inside = range(one.first, one.last)
    starts = out[one.last].sentence_start if one.last < len(out) and one.first < one.name else False
    for i in inside:
        word = words[i]
        if i == one.noun:
            dep, head = ("appos" if one.last - one.first > 2 or word.dep == "appos" else "compound"), name
        elif word.pos == "PUNCT" and i in (one.first, one.last - 1):
            dep, head = "punct", name
        elif word.head in inside and word.head != i and _reaches(words, i, one):
            dep, head = word.dep, word.head
        elif word.pos == "PUNCT":
            dep, head = "punct", one.noun
        else:
            dep, head = ("compound" if i < one.noun else "dep"), one.noun
        out[i] = word._replace(dep=dep, head=head, sentence_start=False)
    if one.comma is not None:
        out[one.comma] = words[one.comma]._replace(dep="punct", head=name, sentence_start=False)
    if starts:
        out[one.first] = out[one.first]._replace(sentence_start=True)
        out[one.last] = out[one.last]._replace(sentence_start=False)


def _reaches(words: Words, i: int, one: Beside) -> bool:
    """Do the heads above token i lead to the noun of the office, inside its stretch?"""
    for _ in range(one.last - one.first):
        if i == one.noun:
            return True
        if not one.first <= words[i].head < one.last or words[i].head == i:
            return False
        i = words[i].head
    return i == one.noun
