"""A second clause that the parse takes for what the first one says: "has ended her visit to Peru and this morning arrived in Quito".

Comes in: the tokens of a sentence and a finite verb. Goes out: the tokens; the noun of an event between the two verbs, behind which
"and" stands, is the object of the first, and the second is joined to that. Refuses a first verb that has an object, and a clause that
a word opens.
"""

from dataclasses import replace

from memcon.grammar.predicates import event_nouns
from memcon.model.annotated import Sentence, Token
from memcon.registers.governors import Frame, governor_of

SUBJECTS = frozenset(["nsubj", "nsubjpass"])
OBJECTS = frozenset(["dobj", "obj"])


def day_for_subject(tokens: list[Token], i: int, sentence: Sentence) -> None:
    """ "Has ended her visit and this morning arrived in Quito": a time of day that the parse takes for who arrived."""
    before = tokens[i - 1]
    timed = before.entity == "TIME" or (before.entity == "DATE" and before.tag == "NN")
    if i > sentence.first and before.head == i and before.dep in SUBJECTS and timed:
        tokens[before.i] = replace(before, dep="npadvmod")


def and_joined(tokens: list[Token], i: int, sentence: Sentence) -> None:
    """Join the verb at token i to the one that it hangs on."""
    verb, over = tokens[i], tokens[tokens[i].head]
    if over.i >= i or over.pos != "VERB":
        return
    own = [t for t in tokens[sentence.first : i] if t.head == i]
    subject = next((t for t in own if t.dep in SUBJECTS), None)
    if subject is None or subject.i < over.i or subject.lemma.lower() not in event_nouns():
        return
    link = next((t for t in tokens[subject.i : i] if t.dep == "cc" and t.lower == "and" and t.head in (subject.i, i)), None)
    taken = any(t.head == over.i and t.dep in OBJECTS for t in tokens[over.i : sentence.last])
    joined = any(t.dep == "conj" and t.head == subject.i for t in tokens[subject.i : i])
    ends = governor_of(Frame.LIGHT, over.lemma) is not None or governor_of(Frame.OBJECT, over.lemma) is not None
    if link is None or taken or joined or not ends or any(t.dep == "mark" for t in own):
        return
    tokens[subject.i] = replace(subject, dep="dobj", head=over.i)
    tokens[link.i] = replace(link, head=over.i)
    tokens[i] = replace(verb, dep="conj", head=over.i)
