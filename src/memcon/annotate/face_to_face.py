"""Adverbs of two equal nouns: "negotiated face to face with the envoy". Parsers of English make a purpose of "to face".

Comes in: the parsed tokens of a paragraph. Goes out: the same, the three words hung on the verb as one adverb, and what the parse hung
on them hung on the verb. Refused: what stands before a noun ("a face to face meeting", "one on one talks").
"""

from memcon.annotate.hanging import Words, hangs_on, hung

PAIRS = frozenset([("face", "to"), ("eye", "to"), ("head", "to"), ("one", "on"), ("one", "to")])
VERBS = frozenset(["VERB", "AUX"])
HELD = frozenset(["amod", "nmod", "compound", "nummod"])
OBJECTS = frozenset(["dobj", "attr", "npadvmod", "advmod", "oprd"])


def face_to_face(words: Words) -> Words:
    """The tokens with such adverbs hung on their verbs."""
    for i in range(1, len(words) - 2):
        first, link, second = words[i], words[i + 1], words[i + 2]
        if (first.text.lower(), link.text.lower()) in PAIRS and second.text.lower() == first.text.lower():
            words = _mended(words, i)
    return words


def _mended(words: Words, i: int) -> Words:
    inside = range(i, i + 3)
    top = next((words[k].head for k in inside if words[k].head not in inside), None)
    if top is None or words[top].pos not in VERBS or any(words[k].dep in HELD and words[k].head > i + 2 for k in inside):
        return words
    if words[i].dep not in OBJECTS or not hangs_on(words, i + 2, top):
        return words
    loose = {k: (w.dep, top) for k, w in enumerate(words) if w.head in inside and k not in inside and w.dep == "prep"}
    changed = hung(words, {i: ("advmod", top), i + 1: ("prep", i), i + 2: ("pobj", i + 1), **loose})
    return [w._replace(pos="NOUN", tag="NN") if k == i + 2 else w for k, w in enumerate(changed)]
