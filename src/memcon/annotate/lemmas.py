"""Lemmas by the model's own rules and tables, each word looked up once.

Two repairs of what the rules get wrong: auxiliaries are looked up as verbs ("is" is "be"), and of two verbs that a form can
come from, the spelling decides ("hopes", "hoped" are "hope", "hopped" is "hop").
"""

import re
from importlib import import_module
from pathlib import Path
from typing import Any

CLIPPED = {"'s": "be", "’s": "be", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "'ll": "will", "’ll": "will", "wo": "will",
           "'ve": "have", "’ve": "have", "'d": "would", "’d": "would", "ca": "can"}  # fmt: skip
BASE_FORMS = frozenset(("NN", "VB", "VBP", "JJ", "RB"))
SINGLE_CONSONANT = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$|^[aeiou][^aeiouwxy]$")


class Lemmas:
    """The lemmatizer of a model in `folder`, without the rest of the model."""

    def __init__(self, folder: Path, vocab: Any) -> None:
        lemmatizer = import_module("spacy.lang.en").EnglishLemmatizer
        self._rules = lemmatizer(vocab, model=None, mode="rule")
        self._rules.from_disk(folder / "lemmatizer", exclude=["vocab"])
        index = self._rules.lookups.get_table("lemma_index")
        for part in list(index):
            index[part] = frozenset(index[part])  # spaCy has lists of tens of thousands of words, which it goes through
        self._index = index.get("verb", frozenset())
        self._exceptions = self._rules.lookups.get_table("lemma_exc").get("verb", {})
        self._doc = import_module("spacy.tokens").Doc
        self._vocab = vocab
        self._known: dict[tuple[str, str], str] = {}

    def of(self, text: str, lower: str, pos: str, tag: str) -> str:
        """The lemma of a word with this Universal part of speech and Penn tag; of "co-chaired" that of "chaired"."""
        if pos == "VERB" and lower.startswith("co-") and len(lower) > len("co-"):
            text, lower = text[3:], lower[3:]
        if tag in BASE_FORMS and pos != "AUX":
            return lower
        key = (text if pos == "PROPN" else lower, pos)
        if key not in self._known:
            self._known[key] = self._look_up(key[0], pos)
        return self._known[key]

    def _look_up(self, text: str, pos: str) -> str:
        if pos == "PROPN":
            return text
        if pos == "AUX" and text in CLIPPED:
            return CLIPPED[text]
        if pos in ("VERB", "AUX") and text not in self._exceptions and (base := self._by_spelling(text)):
            return base
        doc = self._doc(self._vocab, words=[text])
        doc[0].pos_ = "VERB" if pos == "AUX" else pos
        return str(self._rules.rule_lemmatize(doc[0])[0])

    def _by_spelling(self, text: str) -> str | None:
        """The verb in -e that a form comes from where its stem would have doubled its consonant."""
        if text.endswith("es") and text[:-1] in self._index and text[:-2] in self._index:
            return text[:-1]
        for ending in ("ed", "ing"):
            stem = text.removesuffix(ending)
            if stem != text and {stem, stem + "e"} <= self._index and SINGLE_CONSONANT.search(stem):
                return stem + "e"
        return None
