"""Whose state somebody has by a tie that the words beside his name tell: a name and the cast in, evidence of the other's state out.

"Their Danish hosts, Minister Holm and Admiral Friis", "her husband, President Zhao", "in place of Minister Kowal", "Foreign Minister
Gayle takes his seat".
"""

from collections.abc import Iterator

from memcon.model.resolved import StateEvidence
from memcon.registers.names import is_honorific
from memcon.registers.offices import who_words
from memcon.resolve.anaphora.clauses import SUBJECTS, standing, subject_of
from memcon.resolve.names.name import Name, head_of
from memcon.resolve.states.cast import Cast
from memcon.resolve.states.setting import NATIONAL, is_national
from memcon.resolve.states.subject import of_tokens
from memcon.resolve.titles.titles import Title
from memcon.resolve.titles.words import POSSESSIVE

REACH = 4  # words of "in the place of"
BEHIND = 16  # tokens behind a name with an office in which it is told for whom he comes
FINITE = frozenset(["VBD", "VBZ", "VBP"])
LISTED = 4  # of whom one word tells the nation


def tied(cast: Cast, p: int, name: Name) -> Iterator[StateEvidence]:
    """The state of who is tied to him."""
    yield from _fellows(cast, p, name)
    offices = [cast.titles[h.title] for h in cast.persons[p].holdings if not h.past]
    if not offices or any(t.states or t.international or t.possessor is not None for t in offices):
        return
    yield from _married(cast, p, name)
    yield from _instead(cast, p, name)
    yield from _standing_in(cast, name)
    yield from _for_others(cast, p, name)
    yield from _with_one(cast, p, name)


def left_of(cast: Cast, p: int, name: Name) -> int:
    """Where the words of a name begin, with its courtesies and the offices right before it."""
    i = name.first
    held = [cast.titles[h.title] for h in cast.persons[p].holdings if cast.names[h.name] is name]
    for _ in range(REACH):
        start = next((t.first for t in held if t.last == i), None)
        if start is None and i > 0 and (is_honorific(cast.page.words[i - 1]) or cast.page.words[i - 1] == "."):
            start = i - 1
        if start is None:
            break
        i = start
    return i


def _fellows(cast: Cast, p: int, name: Name) -> Iterator[StateEvidence]:
    """ "Their Danish hosts, Minister Holm and Admiral Friis", "his Polish guest Anna Nowak"."""
    page, i = cast.page, left_of(cast, p, name)
    for _ in range(LISTED):
        j = i - 1 if i and page.words[i - 1] == "," else i
        hit = page.hit_at.get(j - 2) if j > 1 and page.lowers[j - 1] in who_words().fellows else None
        owned = page.hit_at.get(j - 3) if j > 2 and page.words[j - 2] in POSSESSIVE else None
        hit = hit or (owned if page.lowers[j - 1 : j] != () and page.lowers[j - 1] in who_words().fellows else None)
        sent = page.hit_at.get(j - 1) if j > 2 else None  # "his guest from Poland, Anna Nowak"
        if (
            sent is not None
            and page.lowers[sent.first - 1] == "from"
            and page.lowers[sent.first - 2] in who_words().fellows
        ):
            hit = sent
        if hit is not None and hit.state and hit.kind in ("adjective", "state"):
            yield of_tokens(page, "beside", hit.state, hit.first, name.last)
            return
        end = i
        while end > 0 and page.lowers[end - 1] in (",", "and", "&"):
            end -= 1
        n = cast.ends.get(end) if end < i else None
        bearer = cast.bearers[n].person if n is not None else None
        if n is None or bearer is None:
            return
        i = left_of(cast, bearer, cast.names[n])


def _married(cast: Cast, p: int, name: Name) -> Iterator[StateEvidence]:
    """ "Her husband, President Zhao": who holds an office serves where his wife is told to be from."""
    page, i = cast.page, left_of(cast, p, name)
    i = i - 1 if i and page.words[i - 1] == "," else i
    if i < 2 or page.lowers[i - 1] not in who_words().spouses or not _governs(cast, p):
        return
    if page.tokens[i - 2].tag == "PRP$" and (state := cast.state_of_pronoun(i - 2)):
        yield of_tokens(page, "serves", state, i - 2, name.last)


def _instead(cast: Cast, p: int, name: Name) -> Iterator[StateEvidence]:
    """ "In place of Minister Kowal", "to represent President Banda": of the state of whoever does so."""
    page, i = cast.page, left_of(cast, p, name)
    i = i - 1 if i and page.lowers[i - 1] == "the" else i
    phrase = any(" ".join(page.lowers[max(i - n, 0) : i]) in who_words().instead for n in range(2, REACH + 1))
    verb = page.tokens[i - 1] if i else None
    if not _governs(cast, p) or not (phrase or (verb is not None and verb.lemma == "represent" and verb.pos == "VERB")):
        return
    before = cast.subject_before(i)
    if before is not None and before != p and (state := cast.states[before]):
        yield of_tokens(page, "serves", state, max(i - 1, 0), name.last)


def _standing_in(cast: Cast, name: Name) -> Iterator[StateEvidence]:
    """ "Foreign Minister Gayle takes his seat": the state of whoever was spoken of before."""
    page = cast.page
    token = standing(page, head_of(page, name))
    verb = page.tokens[token.head]
    if token.dep not in SUBJECTS or verb.lemma != "take":
        return
    seat = page.annotated.child(verb.i, "dobj")
    owner = page.annotated.child(seat.i, "poss") if seat is not None and seat.lower in who_words().seats_taken else None
    before = cast.subject_before(name.first) if owner is not None and owner.tag == "PRP$" else None
    if seat is not None and before is not None and before != cast.at.get(name.first) and (state := cast.states[before]):
        yield of_tokens(page, "serves", state, name.first, seat.i + 1)


def _governs(cast: Cast, p: int) -> bool:
    titles: list[Title] = [cast.titles[h.title] for h in cast.persons[p].holdings if not h.past]
    return any(is_national(t) and t.noun.rank in NATIONAL for t in titles)


def _for_others(cast: Cast, p: int, name: Name) -> Iterator[StateEvidence]:
    """ "Tamm, Permanent Secretary, standing in for the President of Estonia", "Minister Tamm will come on his behalf"."""
    page, sentence = cast.page, cast.page.annotated.sentence_of(name.first)
    for i in range(name.last, min(name.last + BEHIND, sentence.last - 2)):
        if i in cast.starts or page.words[i] == ";":
            return
        if page.lowers[i] == "on" and page.tokens[i + 1].tag == "PRP$" and page.lowers[i + 2] == "behalf":
            state = cast.state_of_pronoun(left_of(cast, p, name))
            if state and _governs(cast, p):
                yield of_tokens(page, "serves", state, name.first, i + 3)
            return
        phrases = who_words().for_others | who_words().instead
        words = next((n for n in (3, 4, 2, 1) if " ".join(page.lowers[i : i + n]) in phrases), None)
        if words is None:
            continue
        first = i + words + (page.lowers[i + words : i + words + 1] == ("the",))
        title = next((t for t in cast.titles if t.first <= first <= t.head and t.noun.rank in NATIONAL), None)
        if title is None or title.international:
            return
        boss = cast.holder_at.get(title.head)
        state = title.state or (cast.states[boss] if boss is not None and boss != p else None)
        if state:
            yield of_tokens(page, "serves", state, name.first, title.head + 1)
        return


def _with_one(cast: Cast, p: int, name: Name) -> Iterator[StateEvidence]:
    """ "South Korea followed suit, with Vice Foreign Minister Ban calling in the envoy": one of the nation that is the subject."""
    page, i = cast.page, left_of(cast, p, name)
    i = i - 1 if i and page.lowers[i - 1] == "the" else i
    sentence = page.annotated.sentence_of(name.first)
    doing = name.last < len(page.words) and page.tokens[name.last].tag == "VBG"
    if i <= sentence.first or page.lowers[i - 1] != "with" or not doing or not _governs(cast, p):
        return
    over = page.tokens[i - 1]
    verb = next((t for t in page.annotated.ancestors(over.i) if t.tag in FINITE or t.tag == "VBN"), None)
    subject = subject_of(page, verb) if verb is not None else None
    hit = page.hit_at.get(subject.i) if subject is not None else None
    alone = subject is not None and not any(t.dep == "conj" for t in page.annotated.children(subject.i))
    if hit is not None and alone and hit.state and hit.kind in ("state", "capital"):
        yield of_tokens(page, "serves", hit.state, hit.first, name.last + 1)
