"""Is a match really a time? The checks that a rule of times_rules.toml asks for, which need the parse."""

import re
from dataclasses import dataclass

from memcon.model.annotated import Annotated, Token
from memcon.registers.times import check_words, time_words

NOT_A_TIME = frozenset(["PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "WORK_OF_ART", "PRODUCT", "LAW"])
BEFORE_A_SPAN = re.compile(
    r"\b(?:for|in|within|after|over|about|almost|nearly|than|least|of|only|just|take|last)\s+$", re.I
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a match stands: tokens[first:last], behind a preposition; `surnames`: months that the document has as surnames."""

    annotated: Annotated
    first: int
    last: int
    preposition: str | None
    surnames: frozenset[str]


def month_surnames(annotated: Annotated) -> frozenset[str]:
    """The months that somebody of the document is called by: "Theresa May", "May Thida", "May said"."""
    return frozenset(
        t.text for t in annotated.tokens if t.text in check_words("doubtful") and _names_somebody(annotated, t)
    )


def _names_somebody(annotated: Annotated, token: Token) -> bool:
    for other in annotated.tokens[max(token.i - 1, 0) : token.i + 2]:
        beside = (
            other is not token and other.sentence == token.sentence and other.text[0].isupper() and other.pos == "PROPN"
        )
        if beside and (other.entity == "PERSON" or (other.head == token.i and other.dep == "compound")):
            return other.text not in time_words()["weekday"] and other.text not in time_words()["month"]
    head = annotated.head(token.i)
    return token.dep == "nsubj" and head.lemma in check_words("tells")


def passes(place: Place, check: str, match: re.Match[str]) -> bool:
    """Does a match stand the check of this name? An empty name asks for none."""
    annotated, first, last, preposition = place.annotated, place.first, place.last, place.preposition
    tokens = annotated.tokens[first:last]
    if check == "name":
        return _is_name(place, tokens)
    if check == "year":
        return _is_year(annotated, first, last, preposition)
    if check == "count":
        return _is_counted(annotated, tokens, match)
    if check == "plural":
        return match[0].lower().endswith("s") and not match[0].lower().startswith("min")
    if check == "before plural":
        return last < len(annotated.tokens) and _plural_follows(annotated, last)
    if check == "lower":
        return match[0][0].islower()  # not a newspaper's name
    if check == "clock":
        return match[0][0].isdigit() or preposition is not None
    if check == "noun":
        return tokens[-1].pos in ("NOUN", "PROPN")  # not "to fall through", "will spring to mind"
    if check == "adverb":
        return tokens[0].pos == "ADV" or tokens[0].dep in ("advmod", "npadvmod")
    if check == "reference":
        return _is_reference(annotated, first, last, preposition)
    return True


def _is_name(place: Place, tokens: tuple[Token, ...]) -> bool:
    annotated, preposition = place.annotated, place.preposition
    before = annotated.tokens[tokens[0].i - 1].text if tokens[0].i else ""
    if before in check_words("named_day"):
        return False
    if tokens[-1].text in check_words("short"):
        return False  # "Mar-a-Lago", "the Sun"; in short they need a dot, or a day or year
    doubtful = [t for t in tokens if t.text in check_words("doubtful")]
    if not doubtful:
        return True
    word = doubtful[-1]
    if len(tokens) == 1 and _of_somebody(place, word):
        return False
    if word.dep == "compound" and annotated.head(word.i).entity == "PERSON":
        return False
    if word.entity in NOT_A_TIME or word.pos in ("AUX", "VERB") or word.dep in ("aux", "ROOT", "nsubj", "compound"):
        return word.entity == "DATE"
    return word.entity == "DATE" or preposition is not None or len(tokens) > 1


def _of_somebody(place: Place, word: Token) -> bool:
    """ "Minister May", "May Thida met him", and "talks with May" where the document has a Theresa May."""
    tokens, preposition = place.annotated.tokens, place.preposition
    before, after = tokens[word.i - 1] if word.i else None, tokens[word.i + 1] if word.i + 1 < len(tokens) else None
    if preposition in check_words("calendric"):
        return False
    if before is not None and before.sentence == word.sentence and before.text[0].isupper() and before.pos == "PROPN":
        return True
    named = after is not None and after.sentence == word.sentence and after.text[0].isupper() and after.pos == "PROPN"
    return named or word.text in place.surnames


def _is_year(annotated: Annotated, first: int, last: int, preposition: str | None) -> bool:
    before = annotated.tokens[first - 1] if first else None
    after = annotated.tokens[last] if last < len(annotated.tokens) else None
    if before is not None and before.lower in check_words("numbered"):
        return False
    if any(t.text in check_words("other_calendar") for t in annotated.tokens[max(first - 3, 0) : last + 2]):
        return False
    if last - first > 1 or annotated.tokens[last - 1].entity == "DATE":
        return True
    if preposition in check_words("before_year"):
        return after is None or after.pos not in ("NOUN", "PROPN", "ADJ", "SYM")
    return before is not None and before.text == "(" and after is not None and after.text in (")", ",", ";")


def _is_counted(annotated: Annotated, tokens: tuple[Token, ...], match: re.Match[str]) -> bool:
    if any(t.entity in NOT_A_TIME for t in tokens):
        return False
    if match["count"].lower() in ("a", "an"):
        return bool(BEFORE_A_SPAN.search(match.string, max(0, match.start() - 12), match.start()))
    if match[0].lower() == "one day" and tokens[0].i and annotated.tokens[tokens[0].i - 1].tag in ("TO", "MD"):
        return False  # "to one day call you a colleague"
    return match["unit"].lower() != "quarter"


def _plural_follows(annotated: Annotated, at: int) -> bool:
    for token in annotated.tokens[at : at + 3]:
        if token.tag in ("NNS", "NNPS"):
            return token.lower not in ("years", "months", "weeks", "days", "decades")
        if token.pos not in ("ADJ", "NOUN", "PROPN", "NUM"):
            return False
    return False


def _is_reference(annotated: Annotated, first: int, last: int, preposition: str | None) -> bool:
    words = annotated.read(first, last).lower()
    if words == "present":
        return preposition == "at" and (
            last == len(annotated.tokens) or annotated.tokens[last].pos not in ("NOUN", "PROPN", "ADJ")
        )
    if words in ("the moment", "this moment", "this point", "the present"):
        return preposition in ("at", "for")
    if words.startswith("the "):
        return preposition is not None
    return words != "now" or annotated.tokens[first].dep != "mark"
