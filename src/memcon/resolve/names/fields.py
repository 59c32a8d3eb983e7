"""Fields and employers of an office, which are no names: a page and where a name could begin in, what it is out.

"Director of Public Engagement Marta Silva" begins with a field; "Marta Silva, Director, Casa Verde" ends with an employer.
"""

from memcon.registers.names import given_names, is_honorific, name_words
from memcon.registers.offices import role_nouns
from memcon.resolve.page import Page

REACH = 9  # tokens between an office and what stands behind it
FIELD_OF = (("of",), ("for",))


def is_employer(page: Page, i: int) -> bool:
    """ "Marta Silva, Director, Casa Verde": does a comma after an office that stands behind somebody's name lead to token i?"""
    line = page.lines[i]
    commas = [j for j in range(max(i - 2 * REACH, 0), i) if page.words[j] == "," and page.lines[j] == line]
    if len(commas) < 2 or commas[-1] != i - 1:
        return False
    first, last = commas[-2], commas[-1]
    held = any(page.lowers[j] in role_nouns() for j in range(first + 1, last))
    # "..., and the Chancellor of Austria, Anna Huber" begins anew; so does "..., Commodore Eroni Tui and the Director, Anna Huber".
    styled = all(page.words[j][0].isupper() or page.lowers[j] in ("and", "of", "&") for j in range(first + 1, last))
    styled = styled and page.words[first + 1][0].isupper()
    styled = styled and not any(page.tokens[j].entity == "PERSON" for j in range(first + 1, last))
    named = first > 1 and page.tokens[first - 1].entity == "PERSON" and page.tokens[first - 2].entity == "PERSON"
    return held and styled and named and last - first > 1


def past_field(page: Page, first: int, last: int) -> int:
    """Where a name begins in a run behind the "of" of an office: at the first name in it that two words or more follow or make up."""
    if page.lowers[first - 1 : first] not in FIELD_OF or page.lowers[first] in given_names():
        return first
    last = next(
        (i for i in range(first, last) if is_honorific(page.words[i])), last
    )  # "Secretary of Chad Mr. Idriss Anwar Ali"
    begins = next((i for i in range(first + 1, last - 1) if page.lowers[i] in given_names()), first)
    return begins if begins == first or _office_before(page, first) else first


def _office_before(page: Page, i: int) -> bool:
    """Does an office stand before the "of" before token i, with nothing but capitals and small words between?"""
    for j in range(i - 1, max(page.annotated.sentence_of(i).first, i - REACH) - 1, -1):
        if page.lowers[j] in role_nouns():
            return True
        if not page.words[j][0].isupper() and page.lowers[j] not in ("of", "for", "the", "and", "&"):
            return False
    return False


def is_acronym(page: Page, first: int, last: int) -> bool:
    """ "JCC", "WNBA MVP": capitals of a few letters, where the sentence is not in capitals."""
    words = page.words[first:last]
    if not all(w.isupper() and w.isalpha() and 1 < len(w) < 6 for w in words):
        return False
    sentence = page.annotated.sentence_of(first)
    rest = [w for w in page.words[sentence.first : sentence.last] if w.isalpha()]
    return sum(w.isupper() for w in rest) * 2 <= len(rest)


def is_prefix(page: Page, last: int) -> bool:
    """ "Major Non-NATO Ally": does the name of a body or a nation follow, behind a hyphen without spaces?"""
    after = page.words[last : last + 1] == ("-",) and not page.tokens[last].spaced and not page.tokens[last - 1].spaced
    hit = page.hit_at.get(last + 1) if after else None
    return hit is not None and hit.kind in ("body", "adjective")


def is_duty(page: Page, first: int, last: int) -> bool:
    """ "Senior Official Performing the Duties": a verb behind an office."""
    verb = last - first == 1 and page.tokens[first].tag == "VBG"
    return verb and page.lowers[last : last + 1] in (("the",), ("a",), ("an",))


def is_rest_of_field(page: Page, first: int, last: int) -> bool:
    """ "Office of Public Engagement": the last word of a field, behind another of it."""
    fields = name_words().portfolios | name_words().fields
    alone = last - first == 1 and page.words[first] in name_words().portfolios
    return alone and first > 1 and (page.words[first - 1] in fields or page.lowers[first - 1 : first] in FIELD_OF)


def is_called_by_headline(page: Page, first: int, last: int) -> bool:
    """ "Bill Signed": a first name alone that only a title has, for titles call nobody by it."""
    if last - first > 1 or page.lowers[first] not in given_names():
        return False
    word = page.words[first]
    return all(page.annotated.zone(page.tokens[i].i) == "title" for i, w in enumerate(page.words) if w == word)


def is_suffix(page: Page, i: int) -> bool:
    """Does a suffix that nothing of the name follows stand before token i: "Ferdinand Marcos Jr."?"""
    before = page.words[i - 1] if i else ""
    return before in name_words().suffixes and len(before) > 1
