"""Participles before a place that are adjectives: "travelled to neighbouring Bolivia". Parsers of English take them for gerunds.

Comes in: the parsed tokens of a paragraph. Goes out: the same, the place hung on the preposition and the participle on the place, where
a name stands right behind the participle. Refused: any other gerund ("credited with rebuilding Bolivia").
"""

from memcon.annotate.hanging import Words, hung
from memcon.registers.engagements import words as vocabulary

NAME = 4  # tokens of a place's name


def with_neighbours(words: Words) -> Words:
    """The tokens with such places hung on their prepositions."""
    for i, word in enumerate(words):
        if word.dep != "pcomp" or word.tag != "VBG" or word.text.lower() not in vocabulary("beside_a_state"):
            continue
        place = next((k for k in range(i + 1, min(len(words), i + NAME)) if _is_object(words, k, i)), None)
        if place is None:
            continue
        link = word.head
        behind = {k: (w.dep, words[link].head) for k, w in enumerate(words) if w.head == i and k not in (i, place)}
        words = hung(words, {**behind, place: ("pobj", link), i: ("amod", place)})
        words[i] = words[i]._replace(pos="ADJ", tag="JJ")
    return words


def _is_object(words: Words, k: int, i: int) -> bool:
    return words[k].head == i and words[k].dep == "dobj" and words[k].pos == "PROPN"
