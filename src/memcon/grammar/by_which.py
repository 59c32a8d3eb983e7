"""Clauses behind "according to which" and "under which", which the parse hangs on the verb above or takes for relative clauses.

Comes in: the tokens of a document and "which". Goes out: the tokens, where the noun in front tells something ("reports", "claims"):
the clause is what it tells, as with "that".
"""

from dataclasses import replace

from memcon.grammar.drafts import NOUNS
from memcon.model.annotated import Sentence, Token
from memcon.model.clauses import Modality
from memcon.registers.governors import Frame, governor_of

VERBAL = frozenset(["VBD", "VBZ", "VBP", "MD", "VBN", "VBG"])
HIGH = 4  # tokens between "which" and the verb of its clause


def by_which(tokens: list[Token], i: int, sentence: Sentence) -> None:
    """ "Denied reports according to which they met", "under which they met": what the reports say, as with "that"."""
    first = i - 1
    while first > sentence.first and tokens[first - 1].lower in ("according", "under"):
        first -= 1
    noun = tokens[first - 1]
    if (tokens[first].lower, tokens[i].lower) not in (("according", "which"), ("under", "which")) or noun.pos not in NOUNS:
        return
    rule = governor_of(Frame.NOUN, noun.lemma.lower())
    if rule is None or rule.modality is not Modality.NONE:
        return
    verb, passed = tokens[i], 0
    while verb.tag not in VERBAL and verb.head != verb.i and passed < HIGH:
        verb, passed = tokens[verb.head], passed + 1
    if verb.i <= i or verb.pos not in ("VERB", "AUX"):
        return
    for j in range(first, i + 1):
        tokens[j] = replace(tokens[j], dep="mark", head=verb.i)
    tokens[verb.i] = replace(verb, dep="acl", head=noun.i)
