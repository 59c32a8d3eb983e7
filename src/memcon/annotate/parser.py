"""The one seam to spaCy: paragraphs in, tokens with grammar out.

Comes in: texts of paragraphs. Goes out: for each a list of `ParsedToken`s and sentence bounds. Refuses to start where no
model is installed, or one whose files have changed. The tagger, parser and names come from the model; parts of speech
follow from Penn tags and lemmas from a memo of the model's own rules, which together save a quarter of the time that the
full pipeline takes. Matrices are multiplied by NumPy on one thread, which nearly halves the rest: see `_load`.
"""

import warnings
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import import_module
from itertools import islice
from os import environ
from pathlib import Path
from typing import Any

from memcon.annotate.arcs import Arcs
from memcon.annotate.entities import Entities, Labels
from memcon.annotate.kept import Kept, ParsedToken
from memcon.annotate.lemmas import Lemmas
from memcon.annotate.model import INSTALL, Model, check_model, find_model
from memcon.annotate.vectors import quicken
from memcon.model.errors import MissingAsset
from memcon.registers.names import honorifics
from memcon.registers.word_lists import function_words

TOGETHER = 512  # paragraphs that are put in order of their length, so that those parsed together end together
BATCH = 64  # paragraphs that are parsed together at most
LETTERS = 32_000  # of these together at most, if they are more than one: a token takes 4 kB while it is parsed
HEAD, SPACED = ParsedToken._fields.index("head"), ParsedToken._fields.index("spaced")
COLUMNS = ["ORTH", "LOWER", "TAG", "DEP", "HEAD", "SENT_START", "SPACY"]

_POS = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "LS": "X", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PDT": "DET", "POS": "PART",
    "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP", "TO": "PART", "UH": "INTJ",
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "WDT": "PRON", "WP": "PRON",
    "WP$": "PRON", "WRB": "ADV", "ADD": "X", "AFX": "X", "$": "SYM", "SYM": "SYM", "GW": "X", "NFP": "PUNCT",
}  # fmt: skip


class Parser:
    """spaCy with one English model. Making it costs nothing; the model is loaded when the first text comes."""

    def __init__(self, model: str | None = None) -> None:
        self.wanted = model
        self._strings: dict[int, str] = {}
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
        _ = self._nlp, self._lemmas

    def forget(self) -> None:
        """Let go of the parses that are kept; a benchmark asks for it."""
        self._kept = Kept()

    @cached_property
    def _nlp(self) -> Any:
        check_model(self.model)
        try:
            return _with_whole_words(_load(self.model.name, ["attribute_ruler", "lemmatizer", "senter"]))
        except (OSError, ImportError, ValueError) as problem:
            raise MissingAsset(
                f"the model {self.model.label} cannot be loaded ({problem}); reinstall it with: {INSTALL}"
            ) from problem

    @cached_property
    def _lemmas(self) -> Lemmas:
        return Lemmas(self._nlp.path, self._nlp.vocab)

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
            docs = self._tied(batch)
            for text, doc, labels in zip(batch, docs, self._labels(docs), strict=True):
                known[text] = self._tokens(doc, labels)
                self._kept.put(text, known[text] or [])
        for text in texts:
            yield known[text] or []

    def _tied(self, texts: list[str]) -> list[Any]:
        """spaCy's documents of some texts, with tags, heads and sentences."""
        if self._arcs is None:
            return list(self._nlp.pipe(texts, batch_size=BATCH, disable=["ner"]))
        docs = [self._nlp.make_doc(text) for text in texts]
        for name in ("tok2vec", "tagger"):
            component = self._nlp.get_pipe(name)
            component.set_annotations(docs, component.predict(docs))
        self._arcs.parse(docs)
        return docs

    @cached_property
    def _arcs(self) -> Arcs | None:
        return (
            Arcs.of(self._nlp.get_pipe("parser")) if self._nlp.pipe_names[:3] == ["tok2vec", "tagger", "parser"] else None
        )

    @cached_property
    def _entities(self) -> Entities | None:
        return Entities.of(self._nlp.get_pipe("ner"))

    def _labels(self, docs: list[Any]) -> list[Labels]:
        """The label of each token, and whether a name begins there."""
        if self._entities:
            return self._entities.label(docs)
        labelled = self._nlp.get_pipe("ner").pipe(iter(docs), batch_size=BATCH)
        return [[(token.ent_type_, token.ent_iob_ == "B") for token in doc] for doc in labelled]

    def _tokens(self, doc: Any, labels: Labels) -> list[ParsedToken]:
        """The columns of the whole document at once: asking token by token takes three times as long."""
        rows: list[list[Any]] = []  # the fields of our tokens, the head as spaCy counts it
        places: list[int] = []  # of each of spaCy's tokens among ours; -1 for white space
        string, lemma_of = self._string, self._lemmas.of
        started, at = True, 0
        for i, (orth, low, tag_, dep_, head, start, white) in enumerate(doc.to_array(COLUMNS).astype("int64").tolist()):
            text, lower, tag, dep = string(orth), string(low), string(tag_), string(dep_)
            begins, at = at, at + len(text) + white
            started = started or start == 1
            if text.isspace():
                places.append(-1)
                if rows:
                    rows[-1][SPACED] = rows[-1][SPACED] or begins == rows[-1][1] + len(rows[-1][0])
                continue
            pos = part_of_speech(tag, dep, lower)
            places.append(len(rows))
            rows.append(
                [text, begins, lemma_of(text, lower, pos, tag), pos, tag, dep, i + head, *labels[i], started, bool(white)]
            )
            started = False
        for n, row in enumerate(rows):
            row[HEAD] = n if places[row[HEAD]] < 0 else places[row[HEAD]]
        return [ParsedToken(*row) for row in rows]

    def _string(self, key: int) -> str:
        """A string of the vocabulary; its own table is four times as slow."""
        found = self._strings.get(key)
        if found is None:
            found = self._strings[key] = self._nlp.vocab.strings[key % (1 << 64)] if key else ""
        return found


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
    quicken(pipeline)
    return pipeline


def _with_whole_words(pipeline: Any) -> Any:
    """Abbreviated titles are one word with their point: else "with Amb." and "Hon." end a sentence before the name. So are the verbs
    of doing something with another ("co-chaired"): else "co" is the verb and the rest hangs on it."""
    for verb in function_words("joint_verbs"):
        for form in (verb, verb.capitalize()):
            pipeline.tokenizer.add_special_case(form, [{"ORTH": form}])
    for title in honorifics():
        if title.endswith(".") and title[:-1].isalpha():
            for form in {title, title.upper()}:
                pipeline.tokenizer.add_special_case(form, [{"ORTH": form}])
    return pipeline


def part_of_speech(tag: str, dep: str, lower: str) -> str:
    """The Universal part of speech that goes with a Penn tag."""
    if dep in ("aux", "auxpass") or (lower in function_words("be") and tag.startswith("VB")):
        return "AUX"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if tag == "TO" and dep == "prep":
        return "ADP"
    return _POS.get(tag, "PUNCT")
