"""The one seam to spaCy: paragraphs in, tokens with grammar out.

Comes in: texts of paragraphs. Goes out: for each a list of `ParsedToken`s and sentence bounds. Refuses to start where no
model is installed, or one whose files have changed. What is parsed together, and what is not parsed twice, is decided here;
`memcon.annotate.pipeline` parses.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from memcon.annotate.kept import Kept, ParsedToken
from memcon.annotate.model import Model, find_model
from memcon.annotate.pipeline import BATCH, Pipeline, pipeline_of

TOGETHER = 512  # paragraphs that are put in order of their length, so that those parsed together end together
LETTERS = 32_000  # of these together at most, if they are more than one: a token takes 4 kB while it is parsed


class Parser:
    """The texts of one English model. Making it costs nothing; the model is loaded when the first text comes, once in a process."""

    def __init__(self, model: str | None = None) -> None:
        self.wanted = model
        self._kept = Kept()

    @cached_property
    def model(self) -> Model:
        """The model that is loaded when the first text comes."""
        return find_model(self.wanted)

    @property
    def version(self) -> str:
        """Name and version of the model, for the key under which findings are kept."""
        return self.model.label

    def load(self) -> None:
        """Load the model now, so that the time it takes can be told from the reading."""
        _ = self._pipeline

    def forget(self) -> None:
        """Let go of the parses that are kept; a benchmark asks for it."""
        self._kept = Kept()

    @cached_property
    def _pipeline(self) -> Pipeline:
        return pipeline_of(self.model)

    def parse(self, texts: Iterable[str]) -> Iterator[list[ParsedToken]]:
        """The tokens of each text, in the order of the texts."""
        texts = iter(texts)
        while batch := list(islice(texts, TOGETHER)):
            yield from self._parse(batch)

    def _parse(self, texts: list[str]) -> Iterator[list[ParsedToken]]:
        """Texts parsed together, each once, and not at all where its parse is kept."""
        known = {text: self._kept.get(text) for text in dict.fromkeys(texts)}
        new = sorted((text for text, tokens in known.items() if tokens is None), key=len)
        for batch in _batches(new):
            for text, tokens in zip(batch, self._pipeline.parse(batch), strict=True):
                known[text] = tokens
                self._kept.put(text, tokens)
        for text in texts:
            yield known[text] or []


def _batches(texts: list[str]) -> Iterator[list[str]]:
    """Texts in turn, as many as are parsed together."""
    batch: list[str] = []
    letters = 0
    for text in texts:
        if batch and (len(batch) == BATCH or letters + len(text) > LETTERS):
            yield batch
            batch, letters = [], 0
        batch.append(text)
        letters += len(text)
    if batch:
        yield batch
