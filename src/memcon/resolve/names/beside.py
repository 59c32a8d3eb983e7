"""What stands beside a name and says that it is somebody's: a page and where a name begins or ends in, yes or no out.

An office before it, also behind fields, states and commas; honorifics; an office in apposition; the line of an office below it.
"""

from collections.abc import Iterator

from memcon.model.annotated import Token
from memcon.registers.names import honorific_of, honorifics, name_words, style_words, words_of_fields
from memcon.registers.offices import role_nouns, union, who_words
from memcon.resolve.names.fields import is_employer
from memcon.resolve.page import Page

SHORT = 3  # letters of the longest abbreviation of an office
MAX_SIGNED = 8  # words of a name on a line by itself
WHOLE = (2, 4)  # words of a name that nothing but its place tells to be one
OFFICE_REACH = 4  # words before the noun of an office at the beginning of a line: "Deputy Prime Minister"
OF = frozenset(["of", "for"])
DASHES = frozenset(["-", "–", "—"])
BEFORE_ROW = (("-",), ("–",), ("—",), (":",))  # before the names of several, behind their office
GOING_ON = (("and",), ("as",), ("who",), ("will",))  # behind a name in apposition: "the King of Bhutan, Jigme Dorji and"
LEADING_ON = (("of",), ("for",), ("and",), ("&",), ("the",))  # before a field
HUNG = 32  # tokens from the noun of an office to the name that it is hung on
MISTAKEN = frozenset(["ORG", "NORP"])  # what the parser takes the names of rarer languages for
MAX_FIELD = 9  # words of "of Foreign Affairs and Trade of New Zealand"


def honorific_before(page: Page, i: int) -> str | None:
    """The honorific right before token i, of several one that tells the gender; a style is none by itself ("Royal Navy")."""
    found: list[str] = []
    at = i - 1
    while at >= 0:
        if at > 0 and page.words[at] == "." and _is_abbreviated(page, at - 1):  # "MR.", "Hon."
            at -= 1
        word = honorific_of(page.words[at])
        if word is None:
            break
        found.append(word)
        at -= 1
    if not found or (len(found) == 1 and found[0] in style_words()):
        return None
    return next((word for word in found if honorifics()[word]), found[0])


def _is_abbreviated(page: Page, i: int) -> bool:
    """Is the full stop behind token i its own, and no sentence's?"""
    word = page.words[i].capitalize() if page.words[i].isupper() else page.words[i]
    return f"{word}." in honorifics() and not page.tokens[i].spaced


def word_at(page: Page, i: int) -> str:
    return page.words[i] if i < len(page.words) else ""


def title_before(page: Page, i: int) -> bool:
    """Does a singular or plural role noun stand right before: "Foreign Minister Mirzoyan"?"""
    if page.words[i - 1 : i] == ("[",):  # "the envoy [Rashid] Belkacemi"
        i -= 1
    for length in (3, 2, 1):
        at = i - length
        if at >= 0 and page.lowers[at] in role_nouns():
            found = role_nouns().at(page.lowers, at)
            hour = (
                length == 1 and len(page.words[at]) <= SHORT and at > 0 and page.words[at - 1][-1:].isdigit()
            )  # "11:00 PM EST"
            if found and found[0] == length and page.tokens[at].sentence == page.tokens[i].sentence and not hour:
                return page.tokens[i - 1].pos in ("NOUN", "PROPN", "ADJ")
    return (
        after_field(page, i, portfolio=True)
        or _behind_comma(page, i)
        or _behind_plural(page, i)
        or nation_before(page, i) is not None
    )


def has_office(page: Page, first: int, last: int) -> bool:
    """Has `annotate` hung an office that stands before the name on it: "the President of Kenya, Mr. Daniel Otieno"?"""
    return any(
        page.tokens[i].dep == "appos" and first <= page.tokens[i].head < last for i in range(max(first - HUNG, 0), first)
    )


def nation_before(page: Page, i: int) -> str | None:
    """ "The ambassadors of Norway - Ingrid Aas, Peru - Jorge Quispe and Chad - Ali Moussa": the nation before the dash, where the
    sentence has several such pairs."""
    return _dashed_nation(page, i) if sum(1 for _ in _dashed_pairs(page, i)) > 1 else None


def _dashed_pairs(page: Page, i: int) -> Iterator[int]:
    sentence = page.annotated.sentence_of(i) if i < len(page.words) else None
    if sentence is None or _dashed_nation(page, i) is None:
        return
    yield from (j for j in range(sentence.first + 2, sentence.last) if _dashed_nation(page, j) is not None)


def _dashed_nation(page: Page, i: int) -> str | None:
    """The nation before the spaced dash that stands before token i, which begins a name of two words or more."""
    hit = page.hit_at.get(i - 2) if i > 1 and page.words[i - 1] in DASHES and page.tokens[i - 2].spaced else None
    if hit is None or hit.kind != "state" or hit.last != i - 1 or i in page.hit_at:
        return None
    second = i + 2 if word_at(page, i + 1) in name_words().particles else i + 1
    named = all(word_at(page, j)[:1].isupper() for j in (i, second)) and page.lowers[i] not in role_nouns()
    return hit.state if named else None


def _behind_comma(page: Page, i: int) -> bool:
    """ "The Archbishop of Cyprus, Makarios, came": between commas behind an office with a capital."""
    if page.words[i - 1 : i] != (",",) or i < 2 or is_employer(page, i):
        return False
    inside = {"-", *name_words().particles}
    reach = range(i, min(i + MAX_SIGNED, len(page.words)))
    end = next((j for j in reach if not page.words[j][0].isupper() and page.words[j] not in inside), i)
    closed = page.words[end : end + 1] in ((",",), (".",), (";",), (")",)) or _opens_sentence(page, i - 1, end)
    closed = closed or (end - i > 1 and page.lowers[end : end + 1] in GOING_ON)
    region = union().at(page.words, i)
    placed = end == i + 1 and (page.tokens[i].entity in ("GPE", "LOC") or i in page.hit_at)
    placed = placed or (region is not None and end == i + region[0])
    if not closed or end == i or placed:
        return False
    return after_field(page, i - 1, any_capital=True) or _role_ends(page, i - 2) or _described(page, i - 1)


def _behind_plural(page: Page, i: int) -> bool:
    """ "The presidents of Eritrea and Ethiopia, Tesfay Habte and Girma Alemu": the first name behind an office of several."""
    parted = page.words[i - 1 : i] == (",",) or (page.words[i - 1 : i] in BEFORE_ROW and page.tokens[i - 2].spaced)
    if i < 2 or not parted or page.words[i + 1 : i + 2] == () or not page.words[i + 1][:1].isupper():
        return False
    end = next((j for j in range(i, min(i + MAX_SIGNED, len(page.words))) if not page.words[j][0].isupper()), i)
    if page.lowers[end : end + 1] not in (("and",), (",",)) or end - i < 2 or i in page.hit_at:
        return False
    for at in range(i - 2, max(page.annotated.sentence_of(i).first, i - MAX_FIELD - MAX_FIELD) - 1, -1):
        found = role_nouns().at(page.lowers, at) if page.lowers[at] in role_nouns() else None
        if found is not None and at not in page.hit_at:
            return found[1].plural
        if at not in page.hit_at and page.lowers[at] not in ("of", "and", "the", ","):
            return False
    return False


def goes_on(page: Page, first: int, last: int) -> bool:
    """ "Ministers van der Meulen, Inés de la Cuadra and Omar": does an unlabelled name go on a list that a person begins?"""
    if page.lowers[first - 1 : first] not in ((",",), ("and",)) or not 1 < last - first < MAX_SIGNED:
        return False
    if any(i in page.hit_at or page.words[i] in name_words().body for i in range(first, last)):
        return False
    labels = {page.tokens[i].entity for i in range(first, last)} - {""}
    closed = page.lowers[last : last + 1] in ((",",), ("and",), (".",), (";",), ())
    heads = [page.tokens[i] for i in range(first, last) if not first <= page.tokens[i].head < last]
    over = page.tokens[heads[0].head] if heads else None
    listed = over is not None and heads[0].dep in ("conj", "appos") and over.entity == "PERSON" and over.i < first
    if labels and (over is None or labels - MISTAKEN or not _of_plural(page, over)):
        return False
    return closed and listed and page.tokens[last - 1].pos == "PROPN"


def _of_plural(page: Page, token: Token) -> bool:
    """ "The agriculture ministers, Madis Oja and Giedrius Balys": does the first of a list stand behind an office of several?"""
    top = page.tokens[token.head]
    found = role_nouns().at(page.lowers, top.i) if page.lowers[top.i] in role_nouns() else None
    return token.dep == "appos" and found is not None and found[1].plural


def _opens_sentence(page: Page, comma: int, end: int) -> bool:
    """ "High Commissioner to Fiji, Leota Elisa said": is the sentence nothing but an office before the comma, and then a verb?"""
    first = page.annotated.sentence_of(comma).first
    styled = all(
        page.words[j][0].isupper() or page.lowers[j] in ("of", "to", "for", "the", "and") for j in range(first, comma)
    )
    return styled and end < len(page.words) and page.tokens[end].pos in ("VERB", "AUX") and end - comma > 2


def _described(page: Page, i: int) -> bool:
    """Does a description end before token i: "the head of the UN mission in Mali, Wone, met"?"""
    for at in range(i - 1, max(page.annotated.sentence_of(i).first, i - MAX_FIELD) - 1, -1):
        if page.lowers[at] in role_nouns() and role_nouns().at(page.lowers, at) and page.words[at - 1 : at] != ():
            owned = at == i - 1 and any(t.tag == "POS" for t in page.tokens[max(at - OFFICE_REACH, 0) : at])
            linked = page.lowers[at + 1] in ("of", "for", "to", "in", "at")
            return page.tokens[at].pos in ("NOUN", "PROPN") and (linked or owned)
        if page.tokens[at].pos not in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "PART"):
            return False
    return False


def after_field(page: Page, i: int, portfolio: bool = False, any_capital: bool = False) -> bool:
    """Does a title with a field or a state end here: "Minister of Defense Lopez", "President of Finland Niinisto"?"""
    sentence, at = page.annotated.sentence_of(i), i - 1
    if page.lowers[at:i] in LEADING_ON:  # "the Office of Management": the field itself
        return False
    while at > max(sentence.first, i - MAX_FIELD) and not _role_ends(page, at):
        if not _field_word(page, at, portfolio) and not (any_capital and page.words[at][0].isupper()):
            return False
        at -= 1
    return _role_ends(page, at) and at < i - 1 and page.lowers[at + 1] in ("of", "for", "-", "to", "in")


def _role_ends(page: Page, i: int) -> bool:
    """Is token i the last of an office with a capital: "Minister", "Chargé d'affaires"?"""
    for length in (3, 2, 1):
        at = i - length + 1
        if at >= 0 and page.lowers[at] in role_nouns() and page.words[at][0].isupper():
            found = role_nouns().at(page.lowers, at)
            if found and found[0] == length:
                return True
    return False


def _field_word(page: Page, i: int, portfolio: bool) -> bool:
    hit = page.hit_at.get(i)
    if hit and hit.kind in ("state", "adjective", "capital", "body"):
        return True
    if page.lowers[i] in ("in", "to"):  # "Chargé d'affaires of Chile in the Republic of Poland Soto"
        return i + 2 in page.hit_at or i + 1 in page.hit_at
    linking = page.lowers[i] in ("of", "for", "and", "the", "-", "&")
    return linking or page.words[i] in words_of_fields(portfolio)


def signs(page: Page, first: int, last: int) -> bool:
    """Is it a line by itself, over a line that begins with an office: the names under a declaration?"""
    if not page.is_line(first, last) or not 1 < last - first < MAX_SIGNED or last >= len(page.words):
        return False
    end = next((i for i in range(last, len(page.words)) if page.lines[i] != page.lines[last]), len(page.words))
    office = next((i for i in range(last, min(last + OFFICE_REACH, end)) if page.lowers[i] in role_nouns()), None)
    if office is None or end - last > MAX_SIGNED + MAX_FIELD or page.words[end - 1] in (".", "!", "?"):
        return False
    found = role_nouns().at(page.lowers, office)
    return found is not None and page.words[last][:1].isupper() and page.words[office][:1].isupper()


def _employed(page: Page, last: int) -> bool:
    """ "Jelić of the Croatian Foreign Ministry": is he of a body of a nation?"""
    if page.lowers[last : last + 1] not in (("of",), ("from",)):
        return False
    i = last + 2 if page.lowers[last + 1 : last + 2] == ("the",) else last + 1
    hit = page.hit_at.get(i)
    if hit is None or hit.first != i or hit.kind != "adjective":
        return False
    return any(word in who_words().bodies for word in page.lowers[hit.last : hit.last + 3])


def behind_office(page: Page, first: int, last: int) -> bool:
    """Is it, a comma behind an office, what the office is apposed by: "his colleague, Naha Mint Boubacar, on"?"""
    token = page.tokens[last - 1]
    whole = WHOLE[0] <= last - first <= WHOLE[1] and all(page.tokens[i].pos == "PROPN" for i in range(first, last))
    parted = page.words[first - 1 : first] == (",",) and page.words[last : last + 1] in ((",",), (".",), (";",), ("(",))
    return whole and parted and token.dep == "appos" and token.head < first and page.lowers[token.head] in role_nouns()


def apposed(page: Page, last: int) -> bool:
    """Does an apposition say what the name is: "Okafor, an expert on trade", "Okafor, Nigeria's envoy"?"""
    if _employed(page, last):
        return True
    if page.words[last : last + 1] != (",",) or last + 2 >= len(page.words):
        return False
    styled = page.words[last + 1][0].isupper() and any(
        w in role_nouns() for w in page.lowers[last + 1 : last + OFFICE_REACH]
    )
    if page.lowers[last + 1] in who_words().bodies and page.words[last + 1][0].isupper() and page.lowers[last + 2] in OF:
        return True  # "Petković, Ministry of the Interior"
    if page.lowers[last + 1] not in ("a", "an", "the") and last + 1 not in page.hit_at and not styled:
        return False
    office = page.tokens[last + 1]
    if styled and office.dep == "appos" and office.head == last - 1 and office.lower in role_nouns():
        return page.lowers[last + 2] in OF  # "Tayyip Erdogan, President of the Republic"
    for i in range(last + 2, min(last + 9, len(page.words))):
        if page.tokens[i].pos not in ("ADJ", "NOUN", "PROPN", "PART", "PUNCT") or page.words[i] == ",":
            return False
        if page.lowers[i] in role_nouns() and page.tokens[i].dep == "appos":
            return True
    return False
