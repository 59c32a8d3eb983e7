"""Names whose last part is read as a small word, so that a sentence seems to begin there: "with Vice Premier Liu He, the highest talks".

Comes in: the parsed tokens of a paragraph. Goes out: the same, with the name whole, in one sentence, and hung where its first part
hung or on the preposition before it that has no object. Refused: such a word behind a mark, or in small letters.
"""

from memcon.annotate.kept import ParsedToken
from memcon.registers.word_lists import function_words

Words = list[ParsedToken]
IN_NAMES = frozenset(["compound", "amod", "nmod", "det", "poss"])


def cut_names(words: Words) -> Words:
    """The tokens with such names whole."""
    for i in range(1, len(words)):
        if words[i].sentence_start and _goes_on(words, i):
            words = _joined(words, i)
    return words


def _goes_on(words: Words, i: int) -> bool:
    before, here = words[i - 1], words[i]
    small = here.text[:1].isupper() and here.text[1:].islower() and here.text.lower() in function_words("names_too")
    return small and before.pos == "PROPN" and before.entity == "PERSON"


def _joined(words: Words, i: int) -> Words:
    out, last = list(words), words[i - 1]
    first = i - 1
    while first and words[first - 1].dep in IN_NAMES and first <= words[first - 1].head <= i - 1:
        first -= 1
    over = out[first - 1] if first else None
    bare = over is not None and over.dep == "prep" and all(w.head != first - 1 or w.dep != "pobj" for w in words)
    dep, head = ("pobj", first - 1) if bare else (last.dep, last.head if last.head != i - 1 else i)
    for k in range(first, i - 1):
        if out[k].head == i - 1:
            out[k] = out[k]._replace(head=i)
    out[i - 1] = last._replace(dep="compound", head=i)
    out[i] = out[i]._replace(
        dep=dep, head=head, pos="PROPN", tag="NNP", entity="PERSON", entity_start=False, sentence_start=False
    )
    return out
