"""The "had" of "the minister had separate bilateral meetings", which parsers of English can take for the auxiliary of an adjective.

Comes in: the parsed tokens of a paragraph. Goes out: the same, where a form of "have" is called the auxiliary of an adjective, or of the
noun behind it: it is the verb then, the noun its object, and what stands before it hangs on it.
"""

from memcon.annotate.hanging import Words, hung

TENSED = frozenset(["VBD", "VBZ", "VBP"])
NOUNS = frozenset(["NOUN", "PROPN"])
MOVED = frozenset(["nsubj", "prep", "advmod", "npadvmod", "advcl", "punct", "mark"])


def full_have(words: Words) -> Words:
    """The tokens with such verbs read as verbs."""
    for i, word in enumerate(words):
        if (
            word.dep == "aux"
            and word.lemma == "have"
            and word.tag in TENSED
            and (noun := _noun_behind(words, i)) is not None
        ):
            words = _as_verb(words, i, noun)
    return words


def _noun_behind(words: Words, i: int) -> int | None:
    """The noun that is had: what "have" hangs on, or what the adjective that it hangs on describes."""
    at = words[i].head
    if words[at].pos == "ADJ" and words[at].dep == "amod":
        at = words[at].head
    return at if at > i and words[at].pos in NOUNS else None


def _as_verb(words: Words, i: int, noun: int) -> Words:
    top, first = words[noun], words[i].head
    changed = {i: (top.dep, i if top.head == noun else top.head), noun: ("dobj", i)}
    for n, word in enumerate(words):
        before = n < i and word.head in (noun, first) and word.dep in MOVED
        if n not in (i, noun) and (before or (n > noun and word.head == noun and word.dep == "punct")):
            changed[n] = (word.dep, i)
    words = hung(words, changed)
    words[i] = words[i]._replace(pos="VERB")
    return words
