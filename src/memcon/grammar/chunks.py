"""A shallow parse of a line whose verb is known: subject with what is joined to it, object, prepositional phrases.

Comes in: tokens [first, last) of a sentence and the place of its verb. Goes out: the same tokens, hung on the verb.
"""

from dataclasses import replace

from memcon.model.annotated import Token

NOMINAL = frozenset(
    ["NN", "NNS", "NNP", "NNPS", "CD", "PRP", "PRP$", "POS", "DT", "JJ", "JJR", "JJS", "VBN", "VBG", "UH", "FW"]
)
HEADS = frozenset(["NN", "NNS", "NNP", "NNPS", "CD", "PRP", "UH", "FW", "JJ", "VBN", "VBG", "VBZ", "VBP", "VB", "VBD"])
FINITE = frozenset(["VBZ", "VBP", "VBD", "VB"])
JOINS = frozenset([",", "and", "&"])
PREPOSITIONS = frozenset(["IN", "TO"])


def hang(tokens: list[Token], first: int, last: int, verb: int, lemma: str, tag: str) -> None:
    """Hang a sentence on its verb."""
    for i in range(first, last):
        punctuation = not tokens[i].text[:1].isalnum()
        tokens[i] = replace(tokens[i], head=verb, dep="punct" if punctuation else "dep")
        if tokens[i].tag in FINITE:
            tokens[i] = replace(tokens[i], tag="NN", pos="NOUN")
    tokens[verb] = replace(tokens[verb], tag=tag, pos="VERB", lemma=lemma, dep="ROOT")
    until = verb
    if tag == "VB":
        until = verb - 1
        tokens[until] = replace(tokens[until], tag="TO", pos="PART", dep="aux")
    _subjects(tokens, first, until, verb)
    _behind(tokens, verb, last)


def _subjects(tokens: list[Token], first: int, until: int, verb: int) -> None:
    """The noun phrase before the verb, and those joined to it by commas and "and"."""
    heads: list[int] = []
    end = until
    while end > first:
        start = end
        while start > first and tokens[start - 1].lower not in JOINS and tokens[start - 1].text != ":":
            start -= 1
        head = _phrase(tokens, start, end)
        if head is None:
            break
        heads.append(head)
        if start == first or tokens[start - 1].text == ":":
            break
        end = start - 1
        if end > first and tokens[end - 1].lower in JOINS:
            end -= 1  # ", and"
    if not heads:
        return
    subject = heads[-1]
    tokens[subject] = replace(tokens[subject], dep="nsubj", head=verb)
    for head in heads[:-1]:
        tokens[head] = replace(tokens[head], dep="conj", head=subject)


def _phrase(tokens: list[Token], start: int, end: int) -> int | None:
    """The head of tokens[start:end]: the last noun before a preposition; the rest is hung on it."""
    preposition = next((i for i in range(start, end) if tokens[i].tag in PREPOSITIONS and i > start), end)
    head = next((i for i in range(preposition - 1, start - 1, -1) if tokens[i].tag in HEADS), None)
    if head is None:
        return None
    for i in range(start, preposition):
        if i != head:
            possessive = i + 1 < preposition and tokens[i + 1].tag == "POS"
            dep = (
                "poss"
                if possessive
                else "det"
                if tokens[i].tag == "DT"
                else "case"
                if tokens[i].tag == "POS"
                else "compound"
            )
            tokens[i] = replace(tokens[i], dep=dep, head=head)
    if preposition < end:
        _prepositional(tokens, preposition, end, head)
    return head


def _prepositional(tokens: list[Token], i: int, end: int, over: int) -> None:
    tokens[i] = replace(tokens[i], pos="ADP", dep="prep", head=over)
    head = _phrase(tokens, i + 1, end) if i + 1 < end else None
    if head is not None:
        tokens[head] = replace(tokens[head], dep="pobj", head=i)


def _behind(tokens: list[Token], verb: int, last: int) -> None:
    """Particle, object and prepositional phrases after the verb."""
    i = verb + 1
    while i < last and (tokens[i].tag == "RP" or tokens[i].lower in ("out", "off", "up", "down")):
        tokens[i] = replace(tokens[i], dep="prt")
        i += 1
    end = _next_break(tokens, i, last)
    if i < end and tokens[i].tag not in PREPOSITIONS:
        head = _phrase(tokens, i, end)
        if head is not None:
            tokens[head] = replace(tokens[head], dep="dobj", head=verb)
    i = end
    while i < last:
        end = _next_break(tokens, i + 1, last)
        if tokens[i].tag in PREPOSITIONS:
            _prepositional(tokens, i, end, verb)
        i = end


def _next_break(tokens: list[Token], i: int, last: int) -> int:
    """Where the phrase that begins at i ends."""
    while i < last and tokens[i].tag not in PREPOSITIONS and tokens[i].text[:1].isalnum():
        i += 1
    return i
