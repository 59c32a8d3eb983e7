"""Is a match really a time? The checks that a rule of times_rules.toml asks for, which need the parse."""

import re

from memcon.model.annotated import Annotated, Token

# Words that are months or days by their letters alone.
DOUBTFUL = frozenset(["May", "March", "April", "June", "August", "Sun.", "Sat.", "Mar", "Jan", "Dec"])
SHORT = frozenset(["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"])
NOT_A_TIME = frozenset(["PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "WORK_OF_ART", "PRODUCT", "LAW"])
NUMBERED = frozenset(
    ["resolution", "no.", "article", "flight", "room", "route", "page", "section", "rule", "number", "act"]
)
BEFORE_A_YEAR = frozenset(
    ["in", "since", "until", "till", "from", "by", "during", "before", "after", "through", "throughout", "of", "for"]
)
BEFORE_A_SPAN = re.compile(
    r"\b(?:for|in|within|after|over|about|almost|nearly|than|least|of|only|just|take|last)\s+$", re.I
)


def passes(annotated: Annotated, check: str, first: int, last: int, preposition: str | None, match: re.Match[str]) -> bool:
    """Does tokens[first:last] stand the check of this name? An empty name asks for none."""
    tokens = annotated.tokens[first:last]
    if check == "name":
        return _is_name(annotated, tokens, preposition)
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
    if check == "reference":
        return _is_reference(annotated, first, last, preposition)
    return True


def _is_name(annotated: Annotated, tokens: tuple[Token, ...], preposition: str | None) -> bool:
    before = annotated.tokens[tokens[0].i - 1].text if tokens[0].i else ""
    if before in ("Bloody", "Black", "Good", "Palm", "Ash", "Super", "Holy"):
        return False
    if tokens[-1].text in SHORT:
        return False  # "Mar-a-Lago"; months in short need a dot, or a day or year
    doubtful = [t for t in tokens if t.text in DOUBTFUL]
    if not doubtful:
        return True
    word = doubtful[-1]
    if word.dep == "compound" and annotated.head(word.i).entity == "PERSON":
        return False
    if word.entity in NOT_A_TIME or word.pos in ("AUX", "VERB") or word.dep in ("aux", "ROOT", "nsubj", "compound"):
        return word.entity == "DATE"
    return word.entity == "DATE" or preposition is not None or len(tokens) > 1


def _is_year(annotated: Annotated, first: int, last: int, preposition: str | None) -> bool:
    before = annotated.tokens[first - 1] if first else None
    after = annotated.tokens[last] if last < len(annotated.tokens) else None
    if before is not None and before.lower in NUMBERED:
        return False
    if last - first > 1 or annotated.tokens[last - 1].entity == "DATE":
        return True
    if preposition in BEFORE_A_YEAR:
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
    if words in ("the moment", "this moment", "this point", "the present"):
        return preposition in ("at", "for")
    if words.startswith("the "):
        return preposition is not None
    return words != "now" or annotated.tokens[first].dep != "mark"
