"""What somebody is told at a meeting: "told the king at a meeting on Monday that Norway would help".

Comes in: the tokens of a sentence and the place of "that". Goes out: the tokens, with the clause behind "that" hung on the verb of saying,
where the parse hangs it on the engagement at which it was said.
"""

from dataclasses import replace

from memcon.model.annotated import Sentence, Token
from memcon.registers.cues import cues
from memcon.registers.engagements import nouns


def said_clause(tokens: list[Token], i: int, sentence: Sentence) -> None:
    """`i`: the place of "that", which opens a clause with a subject of its own."""
    verb = tokens[tokens[i].head]
    noun = tokens[verb.head]
    if tokens[i].dep != "mark" or verb.dep not in ("relcl", "acl") or not sentence.first < noun.i < i or noun.dep != "pobj":
        return
    said = tokens[tokens[noun.head].head]
    if noun.lemma.lower() not in nouns() or said.pos != "VERB" or said.lemma.lower() not in cues():
        return
    told = tokens[sentence.first : sentence.last]
    if any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass") for t in told) and not any(
        t.head == said.i and t.dep == "ccomp" for t in told
    ):
        tokens[verb.i] = replace(verb, dep="ccomp", head=said.i)
