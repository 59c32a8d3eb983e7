"""What hangs on what in a paragraph's parse, and how it is hung anew: for whatever mends a parse.

Comes in: the parsed tokens of a paragraph. Goes out: yes or no, a place, or the tokens with other labels and heads.
"""

from collections.abc import Mapping

from memcon.annotate.kept import ParsedToken

Words = list[ParsedToken]


def hangs_on(words: Words, i: int, top: int) -> bool:
    """Does token i hang on the token `top`, by whatever stands between them?"""
    while words[i].head != i:
        i = words[i].head
        if i == top:
            return True
    return False


def left_edge(words: Words, i: int) -> int:
    """The first token of what hangs on token i and stands right before it."""
    first = i
    while first and _inside(words, first - 1, i):
        first -= 1
    return first


def _inside(words: Words, i: int, top: int) -> bool:
    while words[i].head != i and words[i].head <= top:
        i = words[i].head
        if i == top:
            return True
    return False


def hung(words: Words, changed: Mapping[int, tuple[str, int]]) -> Words:
    """The tokens, some with another label and head."""
    out = list(words)
    for i, (dep, head) in changed.items():
        out[i] = out[i]._replace(dep=dep, head=head)
    return out
