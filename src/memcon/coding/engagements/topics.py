"""The day of what was spoken of: "discussed with the ambassador preparations for the visit of the minister to Lima next month".

Comes in: a resolved document, a verb and a day behind it. Goes out: whether the day is of what was spoken of, since it is still to come
where the verb tells what has been.
"""

from memcon.model.clauses import Modality, Tense
from memcon.model.resolved import Resolved, Time
from memcon.registers.engagements import nouns


def is_of_topic(r: Resolved, i: int, time: Time) -> bool:
    """ "Discussed with him preparations for the visit next month": a day to come, behind what was spoken of, of what has been."""
    clause, published, first = r.clauses.at(i), r.annotated.document.published, time.date.earliest
    if clause is None or clause.tense is not Tense.PAST or clause.modality is not Modality.NONE:
        return False
    if time.first < i or first is None or published is None or published.latest is None or first <= published.latest:
        return False
    return any(t.lemma.lower() in nouns() and t.pos == "NOUN" for t in r.annotated.tokens[i + 1 : time.first])
