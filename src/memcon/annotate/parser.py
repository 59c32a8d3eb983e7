"""The one seam to spaCy: paragraphs in, tokens with grammar out.

Comes in: texts of paragraphs. Goes out: for each a list of `ParsedToken`s and sentence bounds. Refuses to start where no
model is installed, or one whose files have changed. The tagger, parser and names come from the model; parts of speech
follow from Penn tags and lemmas from a memo of the model's own rules, which together save a quarter of the time that the
full pipeline takes. Matrices are multiplied by NumPy on one thread, which nearly halves the rest: see `_load`.
"""

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from os import environ
from pathlib import Path
from typing import Any

from memcon.annotate.lemmas import Lemmas
from memcon.annotate.model import INSTALL, Model, check_model, find_model
from memcon.model.errors import MissingAsset

BATCH = 64  # paragraphs; 32 to 256 are within 2% of each other

_POS = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "LS": "X", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PDT": "DET", "POS": "PART",
    "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP", "TO": "PART", "UH": "INTJ",
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "WDT": "PRON", "WP": "PRON",
    "WP$": "PRON", "WRB": "ADV", "ADD": "X", "AFX": "X", "$": "SYM", "SYM": "SYM", "GW": "X", "NFP": "PUNCT",
}  # fmt: skip
_BE = frozenset(["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "’s", "’re", "’m"])


@dataclass(slots=True)
class ParsedToken:
    """A token of one paragraph: offsets and head count in the paragraph."""

    text: str
    start: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    entity_start: bool
    sentence_start: bool
    spaced: bool


class Parser:
    """spaCy with one English model. Making it costs nothing; the model is loaded when the first text comes."""

    def __init__(self, model: str | None = None) -> None:
        self.wanted = model

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
        _ = self._nlp, self._lemmas

    @cached_property
    def _nlp(self) -> Any:
        check_model(self.model)
        try:
            return _load(self.model.name, ["attribute_ruler", "lemmatizer", "senter"])
        except (OSError, ImportError, ValueError) as problem:
            raise MissingAsset(
                f"the model {self.model.label} cannot be loaded ({problem}); reinstall it with: {INSTALL}"
            ) from problem

    @cached_property
    def _lemmas(self) -> Lemmas:
        return Lemmas(self._nlp.path, self._nlp.vocab)

    def parse(self, texts: Iterable[str]) -> Iterator[list[ParsedToken]]:
        """The tokens of each text, in the order of the texts."""
        for doc in self._nlp.pipe(texts, batch_size=BATCH):
            yield self._tokens(doc)

    def _tokens(self, doc: Any) -> list[ParsedToken]:
        kept = [token for token in doc if not token.is_space]
        index = {token.i: n for n, token in enumerate(kept)}
        out: list[ParsedToken] = []
        started = True
        for token in doc:
            started = started or bool(token.is_sent_start)
            if token.i not in index:
                continue
            pos = part_of_speech(token.tag_, token.dep_, token.lower_)
            out.append(
                ParsedToken(
                    text=token.text,
                    start=token.idx,
                    lemma=self._lemmas.of(token.text, token.lower_, pos, token.tag_),
                    pos=pos,
                    tag=token.tag_,
                    dep=token.dep_,
                    head=index.get(token.head.i, index[token.i]),
                    entity=token.ent_type_,
                    entity_start=token.ent_iob_ == "B",
                    sentence_start=started,
                    spaced=bool(token.whitespace_) or (token.i + 1 < len(doc) and doc[token.i + 1].is_space),
                )
            )
            started = False
        return out


def _load(model: str | Path, exclude: list[str]) -> Any:
    """The pipeline, its matrices multiplied by NumPy.

    The BLIS that thinc ships knows few processors: on one it does not know it takes plain C, 10 to 15 GFLOPS where NumPy's
    OpenBLAS reaches 30 to 60, and it took half of the time of a parse. 2,000 paragraphs (73,000 words) parse the same with
    both, and with batches of 1, 16, 64 and 256, token for token. One thread: on matrices this small a second one gains
    nothing and takes the core of another worker. The variable counts where NumPy is not loaded yet.
    """
    environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with warnings.catch_warnings():
        # The weights are of spaCy 3.7.2; 3.8 gives the same parses with them and warns all the same.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        pipeline = import_module("spacy").load(model, exclude=exclude)
    ops = import_module("thinc.api").NumpyOps(use_blis=False)
    for _, component in pipeline.pipeline:
        for node in component.model.walk():
            node.ops = ops
    return pipeline


def part_of_speech(tag: str, dep: str, lower: str) -> str:
    """The Universal part of speech that goes with a Penn tag."""
    if dep in ("aux", "auxpass") or (lower in _BE and tag.startswith("VB")):
        return "AUX"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if tag == "TO" and dep == "prep":
        return "ADP"
    return _POS.get(tag, "PUNCT")
