"""spaCy's pipeline with one model: texts in, tokens with grammar out. A process has one for each model, whoever asks for it.

Comes in: a `Model`. Goes out: its `Pipeline`. Refuses a model that cannot be loaded, or whose files have changed. The tagger, parser and
names come from the model; parts of speech follow from Penn tags and lemmas from a memo of the model's own rules, which together save a
quarter of the time that the full pipeline takes. Matrices are multiplied by NumPy on one thread, which nearly halves the rest: see `_load`.
"""

import warnings
from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from os import environ
from pathlib import Path
from threading import Lock
from typing import Any

from memcon.annotate.arcs import Arcs
from memcon.annotate.entities import Entities, Labels
from memcon.annotate.kept import ParsedToken
from memcon.annotate.lemmas import Lemmas
from memcon.annotate.model import INSTALL, Model, check_model
from memcon.annotate.vectors import quicken
from memcon.model.errors import MissingAsset
from memcon.registers.names import honorifics
from memcon.registers.word_lists import function_words

BATCH = 64  # texts that are parsed together at most
HEAD, SPACED = ParsedToken._fields.index("head"), ParsedToken._fields.index("spaced")
COLUMNS = ["ORTH", "LOWER", "TAG", "DEP", "HEAD", "SENT_START", "SPACY"]

_POS = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "LS": "X", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PDT": "DET", "POS": "PART",
    "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP", "TO": "PART", "UH": "INTJ",
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "WDT": "PRON", "WP": "PRON",
    "WP$": "PRON", "WRB": "ADV", "ADD": "X", "AFX": "X", "$": "SYM", "SYM": "SYM", "GW": "X", "NFP": "PUNCT",
}  # fmt: skip


class Pipeline:
    """A model in memory. Several threads may ask it: they take turns, since its sums are done in memory that is used again."""

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp
        self._lemmas = Lemmas(nlp.path, nlp.vocab)
        plain = nlp.pipe_names[:3] == ["tok2vec", "tagger", "parser"]
        self._arcs = Arcs.of(nlp.get_pipe("parser")) if plain else None
        self._entities = Entities.of(nlp.get_pipe("ner"))
        self._strings: dict[int, str] = {}
        self._turn = Lock()

    def parse(self, texts: Sequence[str]) -> list[list[ParsedToken]]:
        """The tokens of each text, all parsed together."""
        with self._turn:
            docs = self._tied(texts)
            return [self._tokens(doc, labels) for doc, labels in zip(docs, self._labels(docs), strict=True)]

    def _tied(self, texts: Sequence[str]) -> list[Any]:
        """spaCy's documents of some texts, with tags, heads and sentences."""
        if self._arcs is None:
            return list(self._nlp.pipe(texts, batch_size=BATCH, disable=["ner"]))
        docs = [self._nlp.make_doc(text) for text in texts]
        for name in ("tok2vec", "tagger"):
            component = self._nlp.get_pipe(name)
            component.set_annotations(docs, component.predict(docs))
        self._arcs.parse(docs)
        return docs

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


# As many as anybody compares: loading takes 1.1 s of the processor, and a model stays with 100 MB.
@lru_cache(maxsize=2)
def pipeline_of(model: Model) -> Pipeline:
    """The pipeline of a model, loaded when it is first asked for. Raises MissingAsset."""
    check_model(model)
    try:
        return Pipeline(_with_whole_words(_load(model.name, ["attribute_ruler", "lemmatizer", "senter"])))
    except (OSError, ImportError, ValueError) as problem:
        raise MissingAsset(
            f"the model {model.label} cannot be loaded ({problem}); reinstall it with: {INSTALL}"
        ) from problem


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
