"""The words of the day for which a verb in the passive sets an engagement: "the talks are scheduled for Friday".

Comes in: a resolved document and the noun. Goes out: the tokens in which its day stands. Of what is arranged or prepared it is the day
behind "for": "was arranged on Monday" tells when that was done.
"""

from memcon.coding.engagements.places import own_tokens
from memcon.model.annotated import Token
from memcon.model.resolved import Resolved
from memcon.registers.engagements import words


def set_by(r: Resolved, i: int) -> list[Token]:
    """What tells the day in "the talks are scheduled for Friday", "scheduled for Friday are the talks", "are being prepared for May"."""
    a = r.annotated
    sentence = a.sentence_of(i)
    for verb in a.tokens[sentence.first : sentence.last]:
        clause = r.clauses.at(verb.i)
        if clause is None or not clause.passive or i not in clause.patients:
            continue
        if verb.lemma in words("scheduling"):
            return list(own_tokens(a, verb.i))
        if verb.lemma in words("setting") | words("preparing"):
            return [x for t in a.children(verb.i) if t.lower == "for" for x in a.subtree(t.i)]
    return []
