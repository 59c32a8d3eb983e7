"""What stands beside a person's name and says whom he serves: a person in, `StateEvidence` out.

"Prime Minister Lund of Norway", "Ali (Indonesia)", "Argentina's Pardo", the body where he works, the tag of his party.
"""

from collections.abc import Iterator

from memcon.model.resolved import StateEvidence
from memcon.registers.names import is_honorific, name_words
from memcon.registers.offices import party_tags, role_nouns, union, who_words
from memcon.resolve.names.beside import nation_before
from memcon.resolve.names.name import Name
from memcon.resolve.names.nationed import nation_beside
from memcon.resolve.page import Hit, Page
from memcon.resolve.states.employers import behind_comma, employer_at
from memcon.resolve.states.sections import Section
from memcon.resolve.states.subject import Subject, of_tokens
from memcon.resolve.titles.words import POSSESSIVE

TAG_REACH = 8  # tokens after a name in which its party and state stand
ITEM_REACH = 20  # tokens of "Minister for East African Cooperation, United Republic of Tanzania"
OF_REACH = 8  # tokens of "of the Federal Democratic Republic of Ethiopia"
EMPLOYED = (("of",), ("from",), ("at",), ("with",))


def beside_names(subject: Subject) -> Iterator[StateEvidence]:
    page = subject.page
    for n in subject.person.names:
        name = subject.names[n]
        titled = name.after_title or name.honorific is not None or any(h.name == n for h in subject.person.holdings)
        hit = _distributed(page, name)
        found = state_after(page, name) if titled and hit is None else _named_of(page, name)
        if found is not None:
            yield of_tokens(page, "of_state", found[0], name.first, found[1])
        if body_before := _letters_before(page, name.first):
            yield of_tokens(page, "body", str(body_before.state), body_before.first, name.last)
        for body in _employers(subject, n):
            yield of_tokens(page, "body", *body)
        if item := _item(page, name, subject.starts):
            yield of_tokens(page, "item", item[0], name.first, item[1])
        if hit is not None:
            yield of_tokens(page, "respective", str(hit.state), hit.first, name.last)
        elif nation := nation_before(page, name.first):
            yield of_tokens(page, "respective", nation, name.first - 2, name.last)
        if section := _section(subject, n):
            yield of_tokens(page, "label", section.state, section.first, name.last)
        if (
            hit := _in_brackets(page, name.last)
            or _listed_with(page, name.last)
            or _owning(page, name.first)
            or _nationed(page, name)
            or _the_one(page, name)
        ):
            first, last = min(hit.first, name.first), max(hit.last, name.last)
            yield of_tokens(page, "beside", str(hit.state), first, last)
        after = page.annotated.read(name.last, min(name.last + TAG_REACH, len(page.words)))
        for state, tag in party_tags().items():
            if tag.match(after):
                yield of_tokens(page, "party", state, name.first, min(name.last + TAG_REACH, len(page.words)))
        if (
            titled
            and page.lowers[name.last : name.last + 1] == ("of",)
            and (region := union().at(page.words, name.last + 1))
        ):
            yield of_tokens(page, "union_state", region[1], name.first, name.last + 1 + region[0])


def _nationed(page: Page, name: Name) -> Hit | None:
    return nation_beside(page, name.first, name.last)


def _distributed(page: Page, name: Name) -> Hit | None:
    """ "The ambassadors of Egypt, Sherine Mahfouz; of India, Arvind Deshpande; and of Chad": each behind his nation."""
    i = name.first
    while i > 0 and (is_honorific(page.words[i - 1]) or page.words[i - 1] == "."):
        i -= 1
    hit = page.hit_at.get(i - 2) if i > 2 and page.words[i - 1] == "," else None
    if hit is None or hit.kind != "state" or not hit.state or hit.last != i - 1:
        return None
    of = hit.first - 2 if page.lowers[hit.first - 1] == "the" else hit.first - 1
    closed = name.last >= len(page.words) or page.words[name.last] in (";", ",", ".") or page.lowers[name.last] == "and"
    start = page.annotated.sentence_of(name.first).first
    several = any(
        page.lowers[j] in role_nouns() and (found := role_nouns().at(page.lowers, j)) and found[1].plural
        for j in range(start, max(of, start))
    )
    return hit if of >= 0 and page.lowers[of] == "of" and closed and several else None


def _section(subject: Subject, n: int) -> Section | None:
    """The nation that begins the line of a list, or the heading over it, where the name is the first of its line."""
    page, name, sections = subject.page, subject.names[n], subject.setting.sections
    line = page.lines[name.first]
    section = sections.label.get(line) or sections.nation.get(line)
    if section is None:
        return None
    start = section.last if page.lines[section.first] == line else name.first
    while start > 0 and page.lines[start - 1] == line and page.lines[section.first] != line:
        start -= 1
    others = any(start <= other.first < name.first for other in subject.names)
    tells = any(page.tokens[i].pos in ("VERB", "AUX") for i in range(start, name.first))
    return None if others or tells else section


def _item(page: Page, name: Name, starts: frozenset[int]) -> tuple[str, int] | None:
    """ "Hon. Grace Muriithi, Minister for Trade, Republic of Kenya;": the nation behind a comma that ends the item of a list."""
    if page.words[name.last : name.last + 1] not in ((",",), ("–",), ("-",), ("(",)):
        return None
    office = False
    for i in range(name.last + 1, min(name.last + ITEM_REACH, len(page.words))):
        if i in starts or page.words[i] in (";", ".") or page.lines[i] != page.lines[name.last - 1]:
            return None
        office = office or page.lowers[i] in role_nouns() or page.lowers[i] in who_words().bodies
        if page.words[i] != "," or not office:
            continue
        first = i + 2 if page.lowers[i + 1 : i + 2] == ("the",) else i + 1
        hit = page.hit_at.get(first)
        if hit is not None and hit.first == first and hit.kind == "state" and hit.state and _ends_item(page, hit.last):
            return hit.state, hit.last
    return None


def _ends_item(page: Page, i: int) -> bool:
    """Does an item of a list end before token i: at a stop, a line's end, a comma or "and" before the next item's courtesy?"""
    if i >= len(page.words) or page.words[i] in (";", ".", ")") or page.lines[i] != page.lines[i - 1]:
        return True
    j = i + 1 if page.words[i] == "," else i
    j = j + 1 if page.lowers[j : j + 1] == ("and",) else j
    j = j + 1 if page.lowers[j : j + 1] == ("the",) else j
    return j > i and j < len(page.words) and is_honorific(page.words[j])


def is_abroad(subject: Subject) -> bool:
    """ "Ambassador Lombardi of the European External Action Service": does he serve a body of no nation?"""
    return any(_is_of_body(subject.page, subject.names[n]) for n in subject.person.names)


def _is_of_body(page: Page, name: Name) -> bool:
    if page.lowers[name.last : name.last + 1] not in EMPLOYED:
        return False
    i = name.last + 2 if page.lowers[name.last + 1 : name.last + 2] == ("the",) else name.last + 1
    hit = page.hit_at.get(i)
    return hit is not None and hit.first == i and hit.body is not None and hit.body.kind == "international"


def _letters_before(page: Page, i: int) -> Hit | None:
    """ "USTR Lundgren": the letters of an agency that stand for the office of who leads it."""
    hit = page.hit_at.get(i - 1)
    own = hit is not None and hit.body is not None and hit.body.kind in ("agency", "ministry") and hit.last == i
    return hit if own and hit is not None and hit.state and hit.first == i - 1 and page.words[i - 1].isupper() else None


def _employers(subject: Subject, n: int) -> Iterator[tuple[str, int, int]]:
    """ "Obi of the Embassy of Nigeria", "Rehman, Additional Secretary, Ministry of Foreign Affairs of Pakistan": where he works."""
    page, name = subject.page, subject.names[n]
    of = employer_at(page, name.last + 1) if page.lowers[name.last : name.last + 1] in EMPLOYED else None
    if found := of or behind_comma(page, name.last):
        yield found[0], name.first, found[1]
    for h in subject.person.holdings:
        title = subject.titles[h.title]
        if h.name == n and not title.states and not h.past and (beside := behind_comma(page, title.last)):
            yield beside[0], title.first, beside[1]


def _in_brackets(page: Page, i: int) -> Hit | None:
    """ "Ali (Indonesia)"."""
    hit = page.hit_at.get(i + 1) if page.words[i : i + 1] == ("(",) else None
    closed = hit is not None and page.words[hit.last : hit.last + 1] == (")",)
    return hit if hit is not None and closed and hit.state and hit.kind in ("state", "adjective") else None


def _listed_with(page: Page, i: int) -> Hit | None:
    """ "Ms. Karin Lund, Sweden; ...": the nation between a comma and the end of an item."""
    hit = (
        page.hit_at.get(i + 2 if page.lowers[i + 1 : i + 2] == ("the",) else i + 1)
        if page.words[i : i + 1] == (",",)
        else None
    )
    if hit is None or hit.kind != "state":
        return None
    return hit if hit.state and _ends_item(page, hit.last) else None


def _owning(page: Page, i: int) -> Hit | None:
    """ "Argentina's Hernán Pardo", "Mauritius' Sir Anand", "Belgrade's Vuk Lazić"."""
    while i > 1 and (is_honorific(page.words[i - 1]) or page.words[i - 1] == "."):
        i -= 1
    hit = page.hit_at.get(i - 2) if i > 1 and page.words[i - 1] in POSSESSIVE else None
    return hit if hit is not None and hit.kind in ("state", "capital") and hit.state else None


def _the_one(page: Page, name: Name) -> Hit | None:
    """ "The Greek, Alekos Mavroidis, left early": the nation of one who is called by it."""
    i = name.first - 1
    closed = page.words[name.last : name.last + 1] in ((",",), (".",), (";",), (")",))
    hit = page.hit_at.get(i - 1) if i > 1 and page.words[i] == "," and closed else None
    alone = hit is not None and hit.last == i and page.lowers[hit.first - 1] == "the"
    return hit if hit is not None and alone and hit.kind == "adjective" and hit.state else None


def _named_of(page: Page, name: Name) -> tuple[str, int] | None:
    """ "Aino Virta of Finland" in a list: a whole name, "of" and a state right behind it."""
    i = name.last + 2 if page.lowers[name.last : name.last + 2] == ("of", "the") else name.last + 1
    hit = page.hit_at.get(i) if page.lowers[name.last : name.last + 1] == ("of",) and name.last - name.first > 1 else None
    return (hit.state, hit.last) if hit is not None and hit.first == i and hit.kind == "state" and hit.state else None


def state_after(page: Page, name: Name) -> tuple[str, int] | None:
    """ "Prime Minister Trudeau of Canada", "President Duda of the Republic of Poland": the state, and where its words end."""
    i = name.last
    if page.lowers[i : i + 1] == (",",) and page.lowers[i + 1 : i + 2] == ("of",):
        i += 1
    if page.lowers[i : i + 1] != ("of",):
        return None
    start = i
    while i < min(start + OF_REACH, len(page.words)):
        hit = page.hit_at.get(i)
        if hit and hit.state and hit.kind in ("state", "capital", "body"):
            return hit.state, hit.last
        if page.words[i] in name_words().learned:  # "Prof. Osei of the University of Ghana"
            return None
        following = page.hit_at.get(i + 1)
        if page.words[i] == "," and following is not None and following.kind == "state" and i > start + 2:
            i += 1  # "of the Department of Cusco, Peru"
            continue
        if i > start and not (page.lowers[i] in ("the", "of", "and") or page.words[i][0].isupper()):
            return None
        i += 1
    return None
