"""The vectors of tokens in their sentence: spaCy's network, its sums done by NumPy in memory that is used again.

Comes in: a pipeline of spaCy's, or its documents. Goes out: for each document the vectors of its tokens, bit for bit those of
spaCy's own code. Leaves a network of another build than the one known as it is: then spaCy's own code runs.

The network first makes a vector of each word by itself, from its form and whether white space follows, and then mixes each with
its neighbours, four times. What a word is by itself is worked out when it is first met and kept: that saves two fifths of the
arithmetic. spaCy takes new memory for every step, which the kernel clears page by page; here each step writes over the one before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import accumulate
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
OF_A_WORD = frozenset(["NORM", "PREFIX", "SUFFIX", "SHAPE", "LOWER", "ORTH", "SPACY", "IS_SPACE"])
IDENTITY = ["ORTH", "NORM", "SPACY"]  # what tells two words apart, as far as the network sees
MIXED = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
ROWS = 512  # tokens that are mixed together: what a step reads and writes stays in the processor's cache
FEWEST = 32  # words that are worked out together: a product of fewer rows is summed in another order
MOST = 40_000  # words kept: 15 MB
MIXING = "residual(expand_window>>maxout>>layernorm>>dropout)"
TINY = 1e-08  # added to the variance, as thinc does


def quicken(pipeline: Any) -> None:
    """Let the networks of a pipeline that are built as known run here."""
    for _, component in pipeline.pipeline:
        for node in component.model.walk():
            if (vectors := Vectors.of(node)) is not None:
                node._func = vectors.forward


@dataclass(frozen=True, slots=True)
class Step:
    """The weights of one mixing: of the word before, the word itself and the word behind, for each of the pieces."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: Any, norm: Any) -> Self:
        """Weights in the order of pieces, so that the best of them is found column by column."""
        out, pieces, width = (maxout.get_dim(name) for name in ("nO", "nP", "nI"))
        weights = maxout.get_param("W").transpose(2, 1, 0).reshape(width, pieces * out)
        bias = maxout.get_param("b").T.reshape(pieces * out)
        return cls(np.ascontiguousarray(weights), np.ascontiguousarray(bias), norm.get_param("G"), norm.get_param("b"))


class Words:
    """What the words met so far are by themselves, a row for each."""

    def __init__(self, embed: Any) -> None:
        self._embed = embed
        self._doc = import_module("spacy.tokens").Doc
        self._rows: dict[int, int] = {}
        self._kept: Floats = np.empty((1024, embed.get_dim("nO")), dtype=np.float32)

    def of(self, docs: Sequence[Any]) -> Floats:
        """The vectors of the tokens of some documents, one after the other."""
        columns = np.concatenate([doc.to_array(IDENTITY) for doc in docs])
        keys = (columns * MIXED).sum(axis=1, dtype=np.uint64).tolist()
        rows = self._rows
        if any(key not in rows for key in keys):
            if len(rows) > MOST:
                rows.clear()
            words = dict(zip(keys, columns.tolist(), strict=True))
            self._learn({key: word for key, word in words.items() if key not in rows}, docs[0].vocab)
        return self._kept.take([rows[key] for key in keys], axis=0)

    def _learn(self, words: dict[int, list[int]], vocab: Any) -> None:
        """Work out new words, by spaCy's own code."""
        columns = list(words.values())
        columns += columns[:1] * (FEWEST - len(columns))
        doc = self._doc(vocab, [vocab.strings[form] for form, _, _ in columns], [bool(spaced) for _, _, spaced in columns])
        for token, (_, norm, _) in zip(doc, columns, strict=True):
            if token.norm != norm:
                token.norm_ = vocab.strings[norm]
        first, end = len(self._rows), len(self._rows) + len(words)
        while end > len(self._kept):
            self._kept = np.concatenate([self._kept, np.empty_like(self._kept)])
        self._kept[first:end] = self._embed.predict([doc])[0][: len(words)]
        self._rows.update(zip(words, range(first, end), strict=True))


class Vectors:
    """One network, and the memory in which it works."""

    def __init__(self, words: Words, steps: list[Step]) -> None:
        self._words, self._steps, self._pad = words, steps, len(steps)
        self._room = 0

    @classmethod
    def of(cls, node: Any) -> Self | None:
        """The network that this node is the root of; None where it is none of the known build."""
        if len(node.layers) != 2:
            return None
        embed, encode = node.layers
        windows, maxouts, norms = (_named(encode, name) for name in ("expand_window", "maxout", "layernorm"))
        columns = {column for extract in _named(embed, "extract_features") for column in extract.attrs["columns"]}
        known = (
            encode.name == f"with_array({'>>'.join([MIXING] * len(windows))})"
            and encode.attrs["pad"] == len(windows) > 0
            and all(window.attrs["window_size"] == 1 for window in windows)
            and bool(columns)
            and columns <= OF_A_WORD
        )
        return cls(Words(embed), [Step.of(*both) for both in zip(maxouts, norms, strict=True)]) if known else None

    def forward(self, _node: Any, docs: Sequence[Any], is_train: bool) -> tuple[list[Floats], Any]:
        """What thinc asks of a layer: the vectors, and how to learn from errors, which nobody here does."""
        return [vectors for few in _few(docs) for vectors in self._mixed(few)], None

    def _mixed(self, docs: Sequence[Any]) -> Iterator[Floats]:
        """The vectors of the tokens of each document. Rows of zeros keep the documents apart."""
        lengths = [len(doc) for doc in docs]
        starts = [self._pad + n * self._pad + before for n, before in enumerate(accumulate(lengths, initial=0))][:-1]
        rows = sum(lengths) + (len(docs) + 1) * self._pad
        self._make_room(rows)
        mixed = self._vectors[:rows]
        mixed[:] = 0
        if any(lengths):
            own = self._words.of([doc for doc in docs if len(doc)])
            first = 0
            for start, length in zip(starts, lengths, strict=True):
                mixed[start : start + length] = own[first : first + length]
                first += length
        for step in self._steps:
            self._take(step, mixed)
        for start, length in zip(starts, lengths, strict=True):
            yield mixed[start : start + length].copy()

    def _make_room(self, rows: int) -> None:
        if rows <= self._room:
            return
        width = self._steps[0].scale.shape[0]
        self._room = rows
        self._vectors: Floats = np.empty((rows, width), dtype=np.float32)
        self._windows: Floats = np.empty((rows, 3 * width), dtype=np.float32)
        self._pieces: Floats = np.empty((rows, self._steps[0].bias.shape[0]), dtype=np.float32)
        self._best: Floats = np.empty((rows, width), dtype=np.float32)
        self._squares: Floats = np.empty((rows, width), dtype=np.float32)

    def _take(self, step: Step, vectors: Floats) -> None:
        """Mix each vector with its neighbours: the best of the pieces, brought to one scale, is added to it."""
        rows, width = vectors.shape
        windows, pieces, best, squares = (m[:rows] for m in (self._windows, self._pieces, self._best, self._squares))
        windows[0, :width] = windows[-1, 2 * width :] = 0
        windows[1:, :width] = vectors[:-1]
        windows[:, width : 2 * width] = vectors
        windows[:-1, 2 * width :] = vectors[1:]
        np.dot(windows, step.weights, out=pieces)
        pieces += step.bias
        best[:] = pieces[:, :width]
        for first in range(width, pieces.shape[1], width):
            np.maximum(best, pieces[:, first : first + width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        np.multiply(best, best, out=squares)
        variance = squares.mean(axis=1, keepdims=True) + TINY
        best *= variance ** (-1.0 / 2)
        best *= step.scale
        best += step.shift
        vectors += best


class Features:
    """What each token adds to a decision of the parser, worked out for all places at once, in memory that is used again: what one
    batch was given holds until the next."""

    def __init__(self, node: Any) -> None:
        self._shape = tuple(node.get_dim(name) for name in ("nF", "nO", "nP"))
        self._weights: Floats = node.get_param("W").reshape(-1, node.get_dim("nI")).T
        self._padding: Floats = node.get_param("pad")[0].reshape(-1)
        self._memory: Floats = np.empty((0, len(self._padding)), dtype=np.float32)

    @property
    def rows(self) -> Floats:
        """A row for each place of each token of the last batch, the first token being the one that is not there."""
        return self._memory.reshape(-1, self._shape[1] * self._shape[2])

    def forward(self, _node: Any, vectors: Floats, is_train: bool) -> tuple[Floats, Any]:
        """What thinc asks of a layer."""
        rows = len(vectors) + 1
        if rows > len(self._memory):
            self._memory = np.empty((rows, len(self._padding)), dtype=np.float32)
        self._memory[0] = self._padding
        np.dot(vectors, self._weights, out=self._memory[1:rows])
        return self._memory[:rows].reshape(rows, *self._shape), None


def _named(root: Any, name: str) -> list[Any]:
    return [node for node in root.walk() if node.name == name]


def _few(docs: Sequence[Any]) -> Iterator[list[Any]]:
    """The documents in turn, as many together as have ROWS tokens."""
    few: list[Any] = []
    tokens = 0
    for doc in docs:
        if few and tokens + len(doc) > ROWS:
            yield few
            few, tokens = [], 0
        few.append(doc)
        tokens += len(doc)
    if few:
        yield few
