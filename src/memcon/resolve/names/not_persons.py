"""Names that are no person's, by what stands beside them: a page and a stretch in, yes or no out.

"Minister of Unification" has a field, not a name; "Foal Eagle, a drill" and "Evian, in France" say what they are.
"""

from collections import Counter

from memcon.registers.names import is_honorific, name_words
from memcon.registers.offices import role_nouns
from memcon.resolve.page import Page

NOT_PERSONS = frozenset(["ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "NORP", "LANGUAGE"])
FIELDS = 9  # tokens of "of Health, Sports and" between an office and its last field
BEFORE_PLACES = frozenset(["at", "in", "near"])
PLACING = frozenset(["in", "to", "at", "near", "from", "of"])


def is_thing(page: Page, first: int, last: int) -> bool:
    """Does the parser take most of a long stretch for something else?"""
    words = [i for i in range(first, last) if page.words[i] not in ("-", "[", "]")]
    labels = Counter(page.tokens[i].entity for i in words)
    return any(label in NOT_PERSONS and n * 2 > len(words) for label, n in labels.items()) and len(words) > 3


def is_common(page: Page, i: int, ordinary: frozenset[str]) -> bool:
    """Is a single capitalised word an ordinary one: a courtesy without a name, a verb or a plural that opens a sentence, a word that
    the text also has in lower case ("Disarmament is ... of disarmament")?"""
    token = page.tokens[i]
    if is_honorific(f"{token.text}.") or is_honorific(token.text):
        return True
    opens = page.annotated.sentence_of(i).first == i
    return (opens and (token.tag == "VBG" or token.lemma.islower())) or token.tag == "NNPS" or token.lower in ordinary


def mostly_places(page: Page) -> frozenset[str]:
    """Words, in lower case, that the parser takes for a place more often than for a person, or that stand behind "in" or "at" half of
    the times: "the reactor at Yongbyon"."""
    seen = Counter((t.lower, t.entity == "PERSON") for t in page.tokens if t.entity in ("PERSON", "GPE", "LOC"))
    capital = [t for t in page.tokens[1:] if t.text[0].isupper() and t.entity]
    all_of = Counter(t.lower for t in capital)
    at = Counter(t.lower for t in capital if page.lowers[t.i - 1] in BEFORE_PLACES and not _owns(page, t.i + 1))
    labelled = {word for (word, person), n in seen.items() if not person and n > seen[word, True]}
    return frozenset(labelled | {word for word, n in at.items() if n > 1 and n * 2 >= all_of[word]})


def _owns(page: Page, i: int) -> bool:
    return page.words[i : i + 1] in (("'s",), ("’s",))


def is_field_of_title(page: Page, span: range) -> bool:
    """ "Minister of Unification": a capital after the "of" of an office is its field."""
    i = span.start
    if _is_further_field(page, span):
        return True
    if 1 < len(span) < 4 and page.words[i] in name_words().portfolios and page.lowers[i - 1 : i] in (("of",), ("for",)):
        labelled = any(page.tokens[j].entity == "PERSON" for j in span)
        return page.lowers[i - 2] in role_nouns() and not labelled  # "Vice Minister of Human Mobility"
    the = i > 2 and page.lowers[i - 1] == "the"  # "the President of the Confederation, Leuthold"
    of = i - 2 if the else i - 1
    return len(span) == 1 and i > 1 and page.lowers[of] == "of" and page.lowers[of - 1] in role_nouns()


def _is_further_field(page: Page, span: range) -> bool:
    """ "Minister of Health and Wellness", "Minister of Human Resource Development": a field that goes on behind others."""
    i = span.start
    known = name_words().fields | name_words().portfolios
    if len(span) > 1 or i < 3 or is_honorific(page.words[i - 1]):
        return False
    joined = page.lowers[i - 1] in ("and", "&")
    goes_on = page.words[i - 1] in known and span.stop < len(page.words)
    goes_on = goes_on and (page.words[span.stop] in known or _names_holder(page, span.stop))
    if not joined and not goes_on:
        return False
    for j in range(i - 1, max(i - FIELDS, 0), -1):
        if page.tokens[j].entity == "PERSON" or (j in page.hit_at and page.lowers[j] not in ("of", "and")):
            return False
        if page.lowers[j] in ("of", "for") and page.lowers[j - 1] in role_nouns():
            return True
        if not (page.words[j][0].isupper() or page.lowers[j] in ("and", "&", ",", "the")):
            return False
    return False


def _names_holder(page: Page, i: int) -> bool:
    """ "Minister of Human Mobility, Carlos Vela,": does the holder's name follow a comma?"""
    after = page.tokens[i + 1] if page.words[i] == "," and i + 1 < len(page.words) else None
    return after is not None and after.entity == "PERSON" and after.lower not in role_nouns()


def is_vessel(page: Page, i: int) -> bool:
    """ "The frigate Almirante Padilla", "the boat Doña Elvira"."""
    at = i - 2 if i > 1 and is_honorific(page.words[i - 1]) else i - 1
    return at >= 0 and page.lowers[at] in name_words().vessels and page.words[at].islower()


def is_called_thing(page: Page, span: range, head: int) -> bool:
    """ "Foal Eagle, a drill", "Evian, in France": what stands beside it says that it is nobody."""
    if any(t.dep == "appos" and t.lower in name_words().things for t in page.annotated.children(head)):
        return True
    if (
        _is_locality(page, span)
        or _before_thing(page, span)
        or _is_said_to_be_thing(page, head)
        or _takes_article(page, span, head)
        or _is_owned(page, span)
    ):
        return True
    after = page.words[span.stop : span.stop + 3]
    hit = page.hit_at.get(span.stop + (2 if after[1:2] == ("in",) else 1))
    if len(span) > 1 or after[:1] != (",",) or hit is None or hit.kind not in ("state", "capital"):
        return False
    owns = page.words[hit.last : hit.last + 1] in (("'s",), ("’s",))
    return not owns and (after[1:2] == ("in",) or page.annotated.head(head).lower in PLACING)


def _before_thing(page: Page, span: range) -> bool:
    """ "The Sidakan and Amadiya districts"."""
    after = page.lowers[span.stop] if span.stop < len(page.lowers) else ""
    return after in name_words().things or (after.endswith("s") and after[:-1] in name_words().things)


def _is_locality(page: Page, span: range) -> bool:
    """ "The village of Karim Kheyl"."""
    i = span.start
    return i > 1 and page.lowers[i - 1] == "of" and page.words[i - 2] in name_words().localities


def _is_said_to_be_thing(page: Page, head: int) -> bool:
    """ "Hellfire is a missile"."""
    over = page.annotated.head(head)
    if page.tokens[head].dep != "nsubj" or over.lemma != "be":
        return False
    return any(t.dep == "attr" and t.lower in name_words().things for t in page.annotated.children(over.i))


def _takes_article(page: Page, span: range, head: int) -> bool:
    """ "The Minuteman can reach ...": persons have no article, unless a noun follows ("the Carter years") or they are several."""
    before = span.start - 1
    if before < 0 or page.lowers[before] != "the" or len(span) > 1 or page.tokens[head].tag == "NNPS":
        return False
    return page.tokens[head].dep in ("nsubj", "nsubjpass", "dobj", "pobj", "ROOT") and page.tokens[before].head == head


def _is_owned(page: Page, span: range) -> bool:
    """ "In Your Own Words": what follows "my" or "your" with a capital is a title's, or a thing's."""
    before = span.start - 1
    return before >= 0 and page.tokens[before].tag == "PRP$" and page.words[before][0].isupper() and len(span) > 1
