"""The names that the model's recogniser finds: the decisions of spaCy's, in columns rather than token by token.

Comes in: spaCy's documents with their sentences, and its recogniser. Goes out: for each document the label of each token ("" for
none) and whether a name begins there. Refuses a recogniser of another build than the one known: then spaCy's own code runs.

Outside a name the recogniser looks at the token alone, so all of these decisions are one product of matrices; inside one it
chooses between going on and ending, looking at the token, the first token of the name and the one before it, and all open
names take their next step together. spaCy goes through the tokens one by one and takes and gives back the interpreter's lock
for each, which is a third of its time. Names were half of a parse and are a fifth of it now, label for label the same on 3,320
paragraphs (127,000 words).
"""

from itertools import accumulate, pairwise
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from memcon.annotate.vectors import Features

Floats = NDArray[np.float32]
Labels = list[tuple[str, bool]]
INPUTS = 3  # the token, the first of the open name, the last of it so far
BEGIN, INSIDE, LAST, UNIT, OUT = "B-", "I-", "L-", "U-", "O"


class Entities:
    """The weights of one recogniser, and its decisions."""

    def __init__(self, recogniser: Any) -> None:
        layers = recogniser.model.layers
        self._vectors, self._lower, upper = layers
        self._lower._func = Features(self._lower).forward
        self._bias: Floats = self._lower.get_param("b")
        self._weights: Floats = upper.get_param("W")
        self._scores_bias: Floats = upper.get_param("b")
        moves = recogniser.moves
        self._moves: list[str] = [moves.get_class_name(n) for n in range(moves.n_moves)]
        self._out = self._moves.index(OUT)
        self._begins = np.array([m.startswith(BEGIN) for m in self._moves])
        self._units = np.array([m.startswith(UNIT) and m != UNIT for m in self._moves])
        at = {move: n for n, move in enumerate(self._moves)}
        self._inside = np.array([at.get(INSIDE + m.removeprefix(BEGIN), 0) for m in self._moves])
        self._last = np.array([at.get(LAST + m.removeprefix(BEGIN), 0) for m in self._moves])

    @classmethod
    def of(cls, recogniser: Any) -> Self | None:
        """The decisions of this recogniser; None where it is built otherwise than those of the small and middling models."""
        model = recogniser.model
        plain = (
            len(model.layers) == INPUTS
            and model.attrs.get("has_upper")
            and not model.attrs.get("unseen_classes")
            and model.layers[1].get_dim("nF") == INPUTS
            and OUT in recogniser.move_names
        )
        return cls(recogniser) if plain else None

    def label(self, docs: list[Any]) -> list[Labels]:
        """The labels of the tokens of each document."""
        if not sum(map(len, docs)):
            return [[] for _ in docs]
        inputs: Floats = self._lower.predict(self._vectors.predict(docs))
        bounds = list(accumulate((len(doc) for doc in docs), initial=0))
        space = np.concatenate([doc.to_array("IS_SPACE") for doc in docs]).astype(bool)
        # May a name go on from here? Not at the end of a document or sentence.
        closes = np.concatenate([doc.to_array("SENT_START") for doc in docs]) == 1
        closes = np.append(closes[1:], True)
        ends = np.zeros_like(closes)
        ends[[bound - 1 for bound in bounds[1:] if bound]] = True
        closes |= ends
        moves = self._alone(inputs, closes, space)
        return self._tagged(moves, self._lengths(inputs, moves, closes), bounds)

    def _alone(self, inputs: Floats, closes: NDArray[np.bool_], space: NDArray[np.bool_]) -> NDArray[np.intp]:
        """The best move at each token while no name is open."""
        scores = self._scored(inputs[1:, 0] + inputs[0, 1] + inputs[0, 2])
        allowed = np.zeros(scores.shape, dtype=bool)
        allowed[:, self._out] = True
        allowed |= self._units & ~space[:, None]
        allowed |= self._begins & ~(closes | space)[:, None]
        return np.asarray(np.where(allowed, scores, -np.inf).argmax(axis=1))

    def _lengths(self, inputs: Floats, moves: NDArray[np.intp], closes: NDArray[np.bool_]) -> dict[int, int]:
        """How many tokens long the name is that begins at each token where one can begin."""
        lengths: dict[int, int] = {}
        first = np.flatnonzero(self._begins[moves])
        length = 1
        while len(first):
            at = first + length
            length += 1
            scores = self._scored(inputs[at + 1, 0] + inputs[first + 1, 1] + inputs[at, 2])
            rows = np.arange(len(at))
            on = scores[rows, self._inside[moves[first]]], scores[rows, self._last[moves[first]]]
            # Of equal scores the move that comes first in the model's list is taken; those inside a name come before its last.
            going = ~closes[at] & (on[0] >= on[1])
            lengths.update(dict.fromkeys(first[~going].tolist(), length))
            first = first[going]
        return lengths

    def _scored(self, summed: Floats) -> Floats:
        """The score of each move: the larger of each pair, times the weights."""
        hidden = (summed + self._bias).max(axis=2)
        return np.asarray(hidden @ self._weights.T + self._scores_bias, dtype=np.float32)

    def _tagged(self, moves: NDArray[np.intp], lengths: dict[int, int], bounds: list[int]) -> list[Labels]:
        """From left to right: a token inside a name begins none."""
        out: list[Labels] = []
        chosen = moves.tolist()
        for start, end in pairwise(bounds):
            labels: Labels = []
            while (at := start + len(labels)) < end:
                move = self._moves[chosen[at]]
                if move == OUT:
                    labels.append(("", False))
                    continue
                label = move[len(BEGIN) :]
                labels += [(label, n == 0) for n in range(lengths.get(at, 1))]
            out.append(labels)
        return out
