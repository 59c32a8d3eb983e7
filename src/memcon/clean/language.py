"""Is a text in English? Its script and its commonest words say so.

Comes in: a text. Goes out: "en", or "und" where too little tells. Refuses, with the language's name, what is not English.
"""

import re
from collections import Counter
from functools import cache

from memcon.model.errors import BadInput
from memcon.registers.languages import Script, language_names, languages_of_word, scripts

SAMPLE = 6000  # characters; the first thousand words settle it
FEW_WORDS = 20  # below this nothing but the script is judged: names and headlines have few common words
_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_LATIN = re.compile(r"[^\W\d_\u0000-\u036f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")


@cache
def _script_patterns() -> tuple[tuple[Script, re.Pattern[str]], ...]:
    return tuple((script, re.compile(f"[{script.characters}]")) for script in scripts())


def language_of(text: str) -> str:
    """The code of the language; raises BadInput, naming it, where it is not English."""
    sample = text[:SAMPLE]
    if not sample.isascii():
        _refuse_other_script(sample)
    words = [word.lower() for word in _WORD.findall(sample)]
    counts: Counter[str] = Counter(code for word in words for code in languages_of_word().get(word, ()))
    english = counts.pop("en", 0)
    if len(words) >= FEW_WORDS and counts:
        code, hits = max(counts.items(), key=lambda item: (item[1], item[0]))
        # Three times the English count: reports in English quote names such as "Rio de la Plata" and "Die Zeit".
        if hits > max(3 * english, 0.1 * len(words)):
            name = language_names()[code]
            seen = f"{hits} of the first {len(words)} words are common in it, {english} in English"
            raise BadInput("language not supported", f"{name}: {seen}; memcon reads English")
    return "en" if english >= 0.05 * len(words) else "und"


def _refuse_other_script(sample: str) -> None:
    letters = len(_LETTER.findall(sample))
    if len(_BEYOND_LATIN.findall(sample)) <= 0.1 * letters:
        return
    for script, pattern in _script_patterns():
        found = len(pattern.findall(sample))
        if found > script.share * letters:
            raise BadInput("language not supported", f"{script.name}: {found} of {letters} letters; memcon reads English")
