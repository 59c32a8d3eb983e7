"""Runs of capitalised words: where a name can be. A page and a sentence's tokens in, token ranges out.

Particles ("von der", "bin") and hyphens inside a name carry a run on. Whether a run names a person is for `people`.
"""

import unicodedata
from collections.abc import Iterator

from memcon.registers.names import EAST_ASIAN, family_first, given_names, is_honorific, name_words
from memcon.registers.offices import role_nouns
from memcon.resolve.page import Page

SHORT_SENTENCE = 4
LONGEST_HEADLINE = 100  # tokens; what is longer is a list of names
SMALL = frozenset(
    ["ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ", "VERB"]
)  # parts of speech that end a name in capitals
LATIN = "LATIN"  # in the Unicode names of letters: words of other alphabets name nobody in an English report
BRACKETS = frozenset(["[", "]"])
BRACKETED = 5  # words of a name that brackets hold
STOPS = frozenset([".", "!", "?", ":", ";", "”", '"', "…"])


def stretches(page: Page) -> Iterator[tuple[int, int]]:
    """The sentences, joined where the parser ends one without a stop inside a line: "Mr. Nizar Kadhim / Al-Shammari"."""
    sentences = page.annotated.sentences
    first = 0
    for n, sentence in enumerate(sentences):
        following = sentences[n + 1] if n + 1 < len(sentences) else None
        if following is not None and following.paragraph == sentence.paragraph:
            last = page.tokens[sentence.last - 1]
            between = page.annotated.document.text[last.end : page.tokens[following.first].start]
            if last.text not in STOPS and "\n" not in between:
                continue
        yield first, sentence.last
        first = sentence.last


def in_title_case(page: Page, first: int, last: int) -> bool:
    """A headline in which most words are capitalised, so that a capital says nothing; headlines end without a full stop."""
    if last - first > LONGEST_HEADLINE or page.words[last - 1] in (".", "”", '"'):
        return False
    words = [w for w in page.words[first:last] if len(w) > 3 and w.isalpha()]
    return len(words) >= SHORT_SENTENCE and sum(w[0].isupper() for w in words) > 0.7 * len(words)


def capitalised_runs(page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, with particles and hyphens inside."""
    i = first
    while i < last:
        if not _capital(page, i):
            i += 1
            continue
        start = i
        i += 1
        while i < last and (_capital(page, i) or _inside(page, i, last)):
            i += 1
        yield start, i


def _capital(page: Page, i: int) -> bool:
    word = page.words[i]
    if not word[0].isupper() or (word.isupper() and page.tokens[i].pos in SMALL and len(word) > 1 and _is_shouted(page, i)):
        return False
    if page.tokens[i].tag in ("DT", "PRP", "PRP$", "WRB", "WP", "WDT"):
        starts = page.annotated.sentence_of(i).first == i  # "and An Li, the minister": in a sentence, a family name
        return (
            not starts
            and word.lower() in family_first()
            and page.words[i + 1 : i + 2] != ()
            and page.words[i + 1].istitle()
        )
    return word[0].isascii() or LATIN in unicodedata.name(word[0], "")


def _is_shouted(page: Page, i: int) -> bool:
    """Does token i stand in a sentence in capitals: "KABUI OF KENYA SAID"?"""
    sentence = page.annotated.sentence_of(i)
    words = [w for w in page.words[sentence.first : sentence.last] if len(w) > 2 and w.isalpha()]
    return len(words) >= SHORT_SENTENCE and sum(w.isupper() for w in words) > 0.8 * len(words)


def _inside(page: Page, i: int, last: int) -> bool:
    """A particle or hyphen that goes on to another capitalised word of the same name."""
    word, before = page.words[i], page.tokens[i - 1]
    if i + 1 >= last:
        return page.words[i - 1] == "-" and not before.spaced and word.islower() and _syllables(page, i)
    if word in BRACKETS:  # "Khaled [Ahmed] Bahri", "[Ilham Heydar oglu] Aliyev"
        opened = word == "[" or "[" in page.words[max(i - BRACKETED, 0) : i]
        return opened and _capital(page, i + 1) and (before.pos == "PROPN" or before.text in name_words().particles)
    if word in ("-", "–") and before.spaced and _double_name(page, i, last):  # "Marie – Odile Chastain"
        return True
    if word == "-" and not page.tokens[i].spaced and not before.spaced:
        return page.words[i + 1][0].isalpha() and page.words[i - 1][0].isalpha()
    if page.words[i - 1] == "-" and not before.spaced and word.isalpha() and len(word) < 8:
        return page.tokens[i].entity == "PERSON" or _syllables(page, i)
    if word == "I" and all(w.isupper() and len(w) > 1 for w in (page.words[i - 1], page.words[i + 1])):
        return not _is_shouted(page, i)  # "Joaquim VILALTA I PUJOL"
    if word in name_words().particles and (
        page.tokens[i].entity in ("PERSON", "", "GPE", "ORG") or before.entity == "PERSON"
    ):
        after = page.words[i + 1]
        return _capital(page, i + 1) or after in name_words().particles or after in ("-", "]")
    return False


def _double_name(page: Page, i: int, last: int) -> bool:
    """Does a dash with spaces join two first names, with a family name behind them?"""
    names = page.lowers[i - 1] in given_names() and i + 2 < last and _capital(page, i + 1) and _capital(page, i + 2)
    return names and (i < 2 or not page.words[i - 2][:1].isupper() or is_honorific(page.words[i - 2]))


def _syllables(page: Page, i: int) -> bool:
    """The lower-case syllable of a name whose family name stands first: "Moon Jae-in", "Tsai Ing-wen"."""
    if i < 3 or not EAST_ASIAN.fullmatch(page.words[i]):
        return False
    if page.lowers[i - 3] in family_first():
        return True
    # A family name that the table lacks: "Pyo In-gyu", not "Visa Waiver-run".
    return page.words[i - 3][:1].isupper() and len(page.words[i - 2]) <= 5 and bool(EAST_ASIAN.fullmatch(page.words[i - 2]))


def inside_name(page: Page, i: int) -> bool:
    """ "Hasina Sheikh Wazed", "Hassan Sheikh Mohamud": an honorific inside what the parser takes for one person's name."""
    before, token = page.tokens[i - 1], page.tokens[i]
    named = page.words[i - 1] != "-" and not is_honorific(page.words[i - 1]) and page.lowers[i - 1] not in role_nouns()
    return named and before.entity == token.entity == "PERSON" and not token.entity_start


def _eastern(page: Page, first: int, last: int) -> bool:
    """ "Do Huu Tai": a family name that is an English verb too, where the sentence does not begin with it."""
    starts = page.annotated.sentence_of(first).first == first
    return (
        not starts and last - first in (2, 3, 4) and page.lowers[first] in family_first() and page.words[first][0].isupper()
    )


def trimmed(page: Page, first: int, last: int, keep_verb: bool = False) -> tuple[int, int]:
    """A run without the verbs and particles at its edges; a title before it says that no word of it is a verb."""
    while (
        first < last
        and not (keep_verb and page.tokens[first].pos in ("VERB", "AUX", "ADV"))
        and (page.tokens[first].pos in ("AUX", "VERB", "ADP", "SCONJ", "CCONJ", "ADV", "PUNCT", "PART"))
        and not (page.tokens[first].entity == "PERSON" and page.tokens[first].pos == "VERB")
        and not _eastern(page, first, last)
    ):
        first += 1
    while first < last and page.words[last - 1] in ("-", "'s", "’s", "[", "]", *name_words().particles):
        last -= 1
    return first, last
