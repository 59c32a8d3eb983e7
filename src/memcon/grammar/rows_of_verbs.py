"""A row of verbs: "was to arrive on Tuesday, lunch with the king and hold talks", whose middle one the parser takes for a noun.

Comes in: the tokens of a document, a bare noun behind a comma and its sentence. Goes out: the tokens, with the noun a verb where an
infinitive stands before it, "and" with another one of the same row behind it, and it can be a verb that takes what follows.
"""

from dataclasses import replace

from memcon.grammar.lexicon import verb_lemmas
from memcon.model.annotated import Sentence, Token

TAKEN_WITH = frozenset(["DT", "IN", "NNP", "PRP$", "TO"])  # what a verb has behind it: "lunch with", "visit the port"


def verb_in_a_row(tokens: list[Token], i: int, sentence: Sentence) -> None:
    """Make the noun at i the second verb of three."""
    noun = tokens[i]
    if noun.lower not in verb_lemmas() or i + 1 >= sentence.last or tokens[i + 1].tag not in TAKEN_WITH:
        return
    last = next((t for t in tokens[i + 1 : sentence.last] if _is_last(tokens, t, i)), None)
    if last is None:
        return
    first = tokens[last.head]
    tokens[i] = replace(noun, tag="VB", pos="VERB", dep="conj", head=first.i)
    for t in tokens[i + 1 : last.i]:
        if t.head == first.i and t.dep in ("dobj", "prep", "npadvmod"):
            tokens[t.i] = replace(t, head=i)


def _is_last(tokens: list[Token], verb: Token, i: int) -> bool:
    """Is it an infinitive that "and" joins to one in front of token i?"""
    return (
        verb.tag == "VB"
        and verb.dep == "conj"
        and verb.head < i
        and tokens[verb.head].tag == "VB"
        and tokens[verb.i - 1].dep == "cc"
    )
