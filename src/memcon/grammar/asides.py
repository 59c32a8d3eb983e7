"""A participle between commas that the parse takes for the verb of its sentence: "The visit, planned for May, has been put off".

Comes in: the tokens of a sentence and a past tense. Goes out: the tokens; where the verb behind the second comma has no subject of its own,
it is the sentence's verb with the subject of the first, which only says something of that.
"""

from dataclasses import replace

from memcon.grammar.lexicon import participles
from memcon.model.annotated import Sentence, Token

SUBJECTS = frozenset(["nsubj", "nsubjpass"])
BELOW = frozenset(["ccomp", "conj", "advcl", "dep", "parataxis"])
AUXILIARY = frozenset(["aux", "auxpass"])


def participle_aside(tokens: list[Token], i: int, sentence: Sentence) -> None:
    """Make the verb behind the aside the one that the subject is of."""
    first = tokens[i]
    if i < 2 or tokens[i - 1].text != "," or first.lower not in participles():
        return
    subject = next((t for t in tokens[sentence.first : i - 1] if t.head == i and t.dep in SUBJECTS), None)
    if subject is None:
        return
    for verb in tokens[i + 1 : sentence.last]:
        below = verb.head == i and verb.dep in BELOW
        over = first.head == verb.i and first.dep in BELOW
        if (below or over) and _takes_the_subject(tokens, verb, i):
            break
    else:
        return
    helped = any(t.head == verb.i and t.dep == "auxpass" for t in tokens[i : verb.i])
    if verb.head == i:
        at = verb.i if first.head == i else first.head
        tokens[verb.i] = replace(verb, head=at, dep="ccomp" if first.dep == "advcl" else first.dep)
    tokens[subject.i] = replace(subject, head=verb.i, dep="nsubjpass" if helped else "nsubj")
    tokens[i] = replace(first, head=subject.i, dep="acl", tag="VBN")


def _takes_the_subject(tokens: list[Token], verb: Token, i: int) -> bool:
    """Has it no subject, and does it begin with its auxiliaries behind a comma?"""
    own = [t for t in tokens[i + 1 : verb.i] if t.head == verb.i]
    start = min((t.i for t in own if t.dep in AUXILIARY), default=verb.i)
    finite = verb.tag in ("VBD", "VBZ", "VBP") or any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in own)
    return finite and tokens[start - 1].text == "," and not any(t.dep in SUBJECTS for t in own)
