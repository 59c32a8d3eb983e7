"""Who is met, told behind the day and the place: "received on Saturday in Algiers Niger's Foreign Minister", "received yesterday at the
palace the Ambassador of Cuba". Parsers of English hang such an object on the place.

The item of a diary that begins with its verb has no subject: "16:00 Receives the Foreign Minister of Peru, X".

Comes in: the parsed tokens of a paragraph. Goes out: the same, where such a verb has no object and a person stands behind its place or
its day; the person is its object then. "Discussed in his office with the Ambassador" is mended too. Refused: names that the place has
as its own ("in South Sudan", "at the Hotel France"), and whoever stands behind a comma.
"""

from functools import cache

from memcon.annotate.hanging import Words, hung, left_edge
from memcon.registers.engagements import verbs
from memcon.registers.names import is_honorific
from memcon.registers.offices import offices, role_nouns
from memcon.registers.places import places_named
from memcon.registers.states import state_adjectives, state_names

TAKES = frozenset(["company", "person", "sight"])  # what verbs need whose object is who is met
PLACING = frozenset(["at", "in", "on"])
OBJECTS = frozenset(["dobj", "dative", "nsubjpass", "auxpass", "oprd", "ccomp"])
LONGEST = 30  # tokens behind the verb
TOWN = frozenset(["GPE", "LOC"])
JOINED = frozenset(["conj", "appos"])
NOUNS = frozenset(["NOUN", "PROPN"])


@cache
def takers() -> frozenset[str]:
    """The verbs of the register that take those who are met for their object."""
    return frozenset(lemma for lemma, rules in verbs().items() if any(r.needs in TAKES and not r.particle for r in rules))


def late_objects(words: Words) -> Words:
    """The tokens with such objects hung on their verbs."""
    for v, verb in enumerate(words):
        if verb.pos != "VERB" or verb.lemma not in verbs():
            continue
        own = [i for i in range(v + 1, min(len(words), v + LONGEST)) if words[i].head == v and i != v]
        if verb.tag == "VBZ" and verb.lemma in takers() and _opens_an_item(words, v) and not _has_object(words, v):
            words = hung(words, {i: ("dobj", v) for i in own if words[i].dep == "nsubj"})
        if verb.lemma in takers() and not _has_object(words, v):
            words = _with_object(words, v, own)
        words = _with_company(words, v, own)
    return words


def _has_object(words: Words, v: int) -> bool:
    return any(w.head == v and w.dep in OBJECTS for w in words[max(0, v - LONGEST) : v + LONGEST])


def _with_object(words: Words, v: int, own: list[int]) -> Words:
    for i in own:
        if words[i].dep == "npadvmod" and words[i].pos == "PROPN" and _is_somebody(words, left_edge(words, i), i):
            return hung(words, {i: ("dobj", v)})
        noun = _object_of(words, i) if words[i].dep == "prep" and words[i].text.lower() in PLACING else None
        if noun is None:
            continue
        behind = _behind(words, noun)
        if behind is not None and _is_somebody(words, left_edge(words, behind), behind):
            return hung(words, {behind: ("dobj", v), **_name_behind(words, v, behind, own)})
        cut = _cut(words, i + 1, noun)
        if cut is not None and _is_somebody(words, cut, noun):
            loose = {k: ("compound", cut - 1) for k in range(i + 1, cut - 1) if words[k].head >= cut}
            return hung(words, {**loose, cut - 1: ("pobj", i), noun: ("dobj", v)})
    return words


def _opens_an_item(words: Words, v: int) -> bool:
    """ "16:00 Receives the Foreign Minister of Peru, X": nobody stands in front who could receive him."""
    return all(not w.text[:1].isalpha() for w in words[:v])


def _object_of(words: Words, preposition: int) -> int | None:
    return next(
        (i for i in range(preposition + 1, len(words)) if words[i].head == preposition and words[i].dep == "pobj"), None
    )


def _behind(words: Words, noun: int) -> int | None:
    """The apposition right behind a place, without a comma: "at the State House the Ambassador"; behind two that commas part, one in
    the other: "at the State House, Lima, the Ambassador"."""
    town = noun + 2
    if town + 2 < len(words) and words[noun + 1].text == words[town + 1].text == "," and words[town].entity in TOWN:
        joined = (
            i for i in range(town + 2, min(len(words), town + LONGEST)) if words[i].head == town and words[i].dep in JOINED
        )
        return next((i for i in joined if left_edge(words, i) == town + 2), None)
    for i in range(noun + 1, min(len(words), noun + LONGEST)):
        if words[i].head == noun and words[i].dep == "appos":
            return i if left_edge(words, i) == noun + 1 and words[noun + 1].pos != "PUNCT" else None
    return None


def _name_behind(words: Words, v: int, person: int, own: list[int]) -> dict[int, tuple[str, int]]:
    """ "The Foreign Minister of Norway, Ingrid Berg": the name that the parse hangs on the verb."""
    return {
        i: ("appos", person)
        for i in own
        if i > person
        and words[i].dep == "npadvmod"
        and words[i].entity == "PERSON"
        and words[left_edge(words, i) - 1].text == ","
    }


def _cut(words: Words, first: int, noun: int) -> int | None:
    """Where whoever is met begins in what was taken for one name with the place: at the state or the nationality."""
    texts = [w.text for w in words[first : noun + 1]]
    own = state_names().at(texts, 0)  # "in South Sudan Kenya's Minister"
    for i in range(own[0] if own else 1, len(texts)):
        if words[first + i - 1].pos not in NOUNS or words[first].pos not in (*NOUNS, "DET"):
            return None
        found = state_names().at(texts, i) or state_adjectives().at(texts, i)
        length = found[0] if found else 1
        if (found or words[first + i - 1].entity == "DATE") and not places_named(" ".join(texts[: i + length])):
            return first + i
    return None


def _is_somebody(words: Words, first: int, noun: int) -> bool:
    """Is it a person, with a title, an office or a style before the name: "His Excellency Mr. Azamat Dootaliev"?"""
    lower = [w.text.lower() for w in words[first : noun + 1]]
    titled = any(role_nouns().at(lower, i) or offices().at(lower, i) for i in range(len(lower)))
    titled = titled or any(is_honorific(w.text) for w in words[first : noun + 1])
    named = words[noun].entity == "PERSON" or any(
        w.head in (noun, *(i for i in range(first, noun))) and w.entity == "PERSON"
        for w in words[noun + 1 : noun + LONGEST]
    )
    return titled and (named or words[noun].pos in NOUNS)


def _with_company(words: Words, v: int, own: list[int]) -> Words:
    """ "Discussed in his office with the Ambassador, X, ways of raising trade": with whom, and what."""
    for i in own:
        noun = _object_of(words, i) if words[i].dep == "prep" and words[i].text.lower() in PLACING else None
        if noun is None or noun + 1 >= len(words) or words[noun + 1].text.lower() != "with" or words[noun + 1].head != noun:
            continue
        changed = {noun + 1: ("prep", v)}
        whom = _object_of(words, noun + 1)
        topics = [k for k in range(noun + 2, len(words)) if words[k].head == whom and words[k].dep == "appos"]
        topic = topics[-1] if len(topics) > 1 else None
        if topic is not None and words[topic].tag in ("NN", "NNS") and not _has_object(words, v):
            changed[topic] = ("dobj", v)
        return hung(words, changed)
    return words
