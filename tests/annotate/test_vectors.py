"""The sums that memcon does itself give what spaCy's own code gives."""

import spacy

from memcon.annotate.arcs import Arcs
from memcon.annotate.model import find_model
from memcon.annotate.vectors import Vectors

TEXTS = [
    "The ministers of Kenya and Peru met in Oslo on Monday.",
    "",
    "She can't come, he said.\n\nTalks resume next week.",
    "Ana Bela, who will lead the delegation, thanked her hosts for a visit that had been put off twice.",
    "Yes.",
    "They agreed to hold a second round in Rome, but no date was set; the envoy of Ghana left early.",
]


def test_vectors_and_heads_are_those_of_spacy() -> None:
    name = find_model().name
    theirs, ours = spacy.load(name), spacy.load(name)
    node = ours.get_pipe("tok2vec").model
    vectors = Vectors.of(node)
    assert vectors is not None, "the network of this model is not known"
    node._func = vectors.forward
    arcs = Arcs.of(ours.get_pipe("parser"))
    assert arcs is not None, "the parser of this model is not known"
    for _ in range(2):  # the second time all words are known
        docs = [ours.make_doc(text) for text in TEXTS]
        ours.get_pipe("tok2vec").set_annotations(docs, ours.get_pipe("tok2vec").predict(docs))
        arcs.parse(docs)
        for doc, text in zip(docs, TEXTS, strict=True):
            other = theirs(text)
            assert abs(doc.tensor - other.tensor).max(initial=0) < 1e-4
            assert [(t.head.i, t.dep_) for t in doc] == [(t.head.i, t.dep_) for t in other]
