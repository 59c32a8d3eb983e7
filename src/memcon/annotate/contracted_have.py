"""The "has" of "she's held talks", "he's lined up meetings with the king", which parsers of English take for "is".

Comes in: the parsed tokens of a paragraph. Goes out: the same, where "'s" stands between "he" or "she" and a participle that has an
object of its own; it is the participle's auxiliary then, and the pronoun its subject. Refused: verbs that keep an object in the passive
("she's given a prize", `two_objects` in function_words.toml), and participles without an object ("she's expected in Bonn").
"""

from memcon.annotate.hanging import Words, hangs_on, hung
from memcon.registers.word_lists import function_words

PERSONS = frozenset(["he", "she"])
CONTRACTED = frozenset(["'s", "\u2019s"])
BETWEEN = frozenset(["advmod", "neg"])  # "she's already held talks"
BEFORE_NOUN = frozenset(["amod", "compound", "prt", "nummod", "nmod"])
NEAR = 6  # tokens from the participle to its object


def contracted_have(words: Words) -> Words:
    """The tokens with such contractions read as "has"."""
    for i in range(1, len(words) - 1):
        if words[i].text.lower() not in CONTRACTED or words[i - 1].text.lower() not in PERSONS:
            continue
        verb = _participle(words, i)
        if verb is not None and words[verb].lemma not in function_words("two_objects"):
            words = _with_object(words, i, verb)
    return words


def _participle(words: Words, i: int) -> int | None:
    """The participle behind the contraction and its adverbs."""
    at = i + 1
    while at < len(words) and words[at].dep in BETWEEN:
        at += 1
    return at if at < len(words) and words[at].tag in ("VBN", "VBD") else None


def _with_object(words: Words, i: int, verb: int) -> Words:
    if words[i].head == verb and words[verb].dep != "amod":
        whom = any(w.head == verb and w.dep == "dobj" for w in words[verb + 1 : verb + 1 + 2 * NEAR])
        return _has(words, i, {i: ("aux", verb), i - 1: ("nsubj", verb)}) if whom else words
    noun = words[verb].head
    if words[verb].dep != "amod" or not verb < noun <= verb + NEAR:
        return words
    if any(w.dep not in BEFORE_NOUN for w in words[verb + 1 : noun]):
        return words
    over = i if words[noun].head == i else noun  # whose place the participle takes: the contraction's, or the noun's
    if over == noun and hangs_on(words, noun, i):
        return words  # something stands between the two: the participle would hang on what hangs on it
    top = words[over]
    changed = {
        verb: (top.dep, verb if top.head == over else top.head),
        noun: ("dobj", verb),
        i: ("aux", verb),
        i - 1: ("nsubj", verb),
    }
    for n, word in enumerate(words):
        mine = word.head == i or (over == noun and word.head == noun and n < verb)
        late = word.dep == "punct" and word.head == noun and n > noun
        if n not in changed and n != over and (mine or late or (word.dep == "prt" and word.head == verb)):
            changed[n] = (word.dep, verb)
    return _has(words, i, changed)


def _has(words: Words, i: int, changed: dict[int, tuple[str, int]]) -> Words:
    words = hung(words, changed)
    words[i] = words[i]._replace(lemma="have")
    return words
