"""Two who do something together, parsed apart: "President X of Peru and President Y of Chile met".

Comes in: the parsed tokens of a paragraph. Goes out: the same, where the parse gives a verb two subjects with an "and" between them, takes
the first of them for an adverbial, or parts a person's first name from the last and joins the second to that; the second is joined to
the first then. Refused: two subjects of which neither is a person, and clauses of their own ("X left and Y came").
"""

from memcon.annotate.hanging import Words, hung, left_edge

SUBJECTS = frozenset(["nsubj", "nsubjpass"])
FIRST = SUBJECTS | {"npadvmod"}  # what the parse makes of the first of two
PERSON = "PERSON"
LONGEST = 40  # tokens from the "and" to the second name


def joined_subjects(words: Words) -> Words:
    """The tokens with the second of two subjects joined to the first."""
    for i, word in enumerate(words):
        if word.dep == "cc" and word.text == "and":
            words = _whole_name(words, i)
            words = _second(words, i)
    return words


def _whole_name(words: Words, link: int) -> Words:
    """ "Ollanta Humala of Peru and", with the "and" hung on the last name alone, which the parse takes for an apposition; "Merkel, the
    German chancellor, and Y", with it hung on her office."""
    last = words[link].head
    first = words[last].head
    joined = [
        i for i in range(link + 1, min(link + LONGEST, len(words))) if words[i].head == last and words[i].dep == "conj"
    ]
    parted = first == last - 1 and words[first].entity == words[last].entity == PERSON
    office = words[first].pos == "PROPN" and words[link - 1].text == "," and any(words[i].entity == PERSON for i in joined)
    if words[last].dep != "appos" or not (parted or office):
        return words
    return hung(words, {link: ("cc", first), **dict.fromkeys(joined, ("conj", first))})


def _second(words: Words, link: int) -> Words:
    first = words[link].head
    verb, name = words[first].head, words[first]
    if name.dep not in FIRST or not first < link < verb:
        return words
    second = next(
        (i for i in range(link + 1, min(link + LONGEST, verb)) if words[i].head == verb and words[i].dep in SUBJECTS), None
    )
    if second is None or PERSON not in (name.entity, words[second].entity) or left_edge(words, second) != link + 1:
        return words
    if name.dep == "npadvmod" and name.entity != PERSON:
        return words
    return hung(words, {first: (words[second].dep, verb), second: ("conj", first)})
