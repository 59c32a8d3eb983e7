"""Whom somebody met, told in front: "After he met Foreign Minister X, Y said", which parsers of English read as "X and Y said".

Comes in: the parsed tokens of a paragraph. Goes out: the same, where a clause in front of its verb has a verb that takes somebody for its
object and has none, and the subject behind it is a person, a comma and somebody else; the first is the object of the clause in front then,
the second the subject. Refused: two with "and" between them, and an apposition that is closed by a comma ("the minister, X, said").
"""

from memcon.annotate.hanging import Words, hung, left_edge
from memcon.annotate.late_objects import takers

SUBJECTS = frozenset(["nsubj", "nsubjpass"])
JOINED = frozenset(["conj", "appos"])
OBJECTS = frozenset(["dobj", "dative", "oprd", "ccomp", "xcomp"])
LONGEST = 40  # tokens from the clause's verb to the subject


def fronted_objects(words: Words) -> Words:
    """The tokens with such objects hung on the verbs in front of them."""
    for v, verb in enumerate(words):
        if verb.dep == "advcl" and verb.head > v and verb.lemma in takers() and _in_front(words, v):
            words = _with_object(words, v)
    return words


def _in_front(words: Words, v: int) -> bool:
    """Does a conjunction open its clause, and has it a subject but no object?"""
    own = [w for w in words[max(0, v - LONGEST) : v + LONGEST] if w.head == v]
    opened = any(w.dep in ("mark", "advmod") and w.text[:1].isalpha() for w in own)
    return opened and any(w.dep in SUBJECTS for w in own) and not any(w.dep in OBJECTS for w in own)


def _with_object(words: Words, v: int) -> Words:
    main = words[v].head
    first = next((i for i in range(v + 1, main) if words[i].head == main and words[i].dep in SUBJECTS), None)
    if first is None or left_edge(words, first) != v + 1 or words[first].entity != "PERSON":
        return words
    behind = [i for i in range(first + 1, main) if words[i].head == first and words[i].dep in (*JOINED, "cc")]
    second = behind[0] if len(behind) == 1 and words[behind[0]].dep in JOINED else None
    comma = left_edge(words, second) - 1 if second is not None else first
    if second is None or words[comma].text != "," or comma != first + 1:
        return words
    apposed = words[second].dep == "appos" and words[second].entity != "PERSON"  # no name is the apposition of another
    if apposed and any(w.text == "," and w.head == first for w in words[second + 1 : main]):
        return words
    return hung(words, {first: ("dobj", v), comma: ("punct", main), second: (words[first].dep, main)})
