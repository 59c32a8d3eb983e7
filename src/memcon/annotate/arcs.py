"""Which word hangs on which: the decisions of spaCy's parser, the sums of all open sentences together.

Comes in: spaCy's documents with the vectors of their tokens, and its parser. Goes out: the documents with heads and labels.
Refuses a parser of another build than the one known: then spaCy's own code runs.

The states and what each move does to them are spaCy's; only the scores of the moves are worked out here, for all states at once.
spaCy's own loop gives the interpreter's lock away and takes it back for each of the eight sums of a decision, which was half of
its time.
"""

from collections.abc import Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from memcon.annotate.vectors import Features

Floats = NDArray[np.float32]
PIECES = 2
FEWEST = 5  # sentences that must be open together, on average, for the sums of all to be quicker than one by one


class Arcs:
    """The weights of one parser, and its decisions."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser
        _, lower, upper = parser.model.layers
        self._places = np.arange(lower.get_dim("nF"))
        self._features = Features(lower)
        lower._func = self._features.forward
        self._lower_bias: Floats = lower.get_param("b").reshape(-1)
        self._weights: Floats = upper.get_param("W").T
        self._bias: Floats = upper.get_param("b")

    @classmethod
    def of(cls, parser: Any) -> Self | None:
        """The decisions of this parser; None where it is built otherwise than those of the models known."""
        model = parser.model
        plain = (
            len(model.layers) == 3
            and model.attrs.get("has_upper")
            and not model.attrs.get("unseen_classes")
            and model.layers[1].name == "precomputable_affine"
            and model.layers[1].get_dim("nP") == PIECES
            and parser.cfg["beam_width"] == 1
        )
        return cls(parser) if plain else None

    def parse(self, docs: Sequence[Any]) -> None:
        """Tie the tokens of each document."""
        states = self._parser.moves.init_batch(docs)
        open_states = [state for state in states if not state.is_final()]
        if sum(map(len, docs)) < FEWEST * max(map(len, docs), default=0):
            states = self._parser.predict(docs)
        elif open_states:
            model = self._parser.model.predict(docs)
            while open_states:
                scores = self._scores(model.get_token_ids(open_states))
                open_states = self._parser.transition_states(open_states, scores)
        self._parser.set_annotations(docs, states)

    def _scores(self, tokens: NDArray[np.int32]) -> Floats:
        """The score of each move in each state, from the tokens that it looks at; -1 stands for none."""
        rows = (tokens + 1) * len(self._places) + self._places
        summed = np.add.reduce(self._features.rows.take(rows, axis=0), axis=1)
        summed += self._lower_bias
        scores = np.maximum(summed[:, 0::PIECES], summed[:, 1::PIECES]) @ self._weights
        scores += self._bias
        return np.asarray(scores)
