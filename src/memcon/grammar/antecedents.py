"""What a relative clause is said of, where the parse hangs it on a name or on a noun of another number.

Comes in: the tokens of a sentence, the place of "that" or "which". Goes out: the tokens, its clause hung on the engagement in front of
that: "the summit between X and Y that is scheduled for June", "the visit of the ministers that was put off". A name is told from no other
of the same name by "that", and "is" has no plural for its subject.
"""

from dataclasses import replace

from memcon.grammar.predicates import event_nouns
from memcon.model.annotated import Sentence, Token

ONE = frozenset(["is", "was", "has"])


def mend_antecedent(tokens: list[Token], i: int, sentence: Sentence) -> None:
    """`i`: the place of the relative pronoun, which is the subject of its clause."""
    pronoun, verb = tokens[i], tokens[tokens[i].head]
    if pronoun.dep not in ("nsubj", "nsubjpass") or verb.dep != "relcl" or tokens[i - 1].text == ",":
        return
    noun = tokens[verb.head]
    if noun.i >= i or not (noun.pos == "PROPN" or (noun.tag == "NNS" and _of_one(tokens, i, verb))):
        return
    while noun.dep in ("conj", "pobj"):
        above = tokens[noun.head]
        noun = tokens[above.head] if noun.dep == "pobj" else above
        if noun.i >= i or noun.i < sentence.first or above.i == noun.i:
            return
        if noun.tag == "NN" and noun.lemma.lower() in event_nouns():
            tokens[verb.i] = replace(verb, head=noun.i)
            return


def _of_one(tokens: list[Token], i: int, verb: Token) -> bool:
    """Is the verb that agrees with the pronoun singular?"""
    return any(t.lower in ONE or t.tag == "VBZ" for t in tokens[i + 1 : verb.i + 1] if t.i == verb.i or t.head == verb.i)
