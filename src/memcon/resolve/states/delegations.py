"""Who belongs to a nation's delegation by the words around his name: a name and the cast in, evidence of the side out.

"A Georgian delegation led by Deputy Speaker Chikovani", "the Fijian side comprises A, B and C", "Minister Mintz signed for Austria".
Refuses names behind another verb, and sides of which no nation is told.
"""

from collections.abc import Iterator

from memcon.model.annotated import Token
from memcon.model.resolved import StateEvidence
from memcon.registers.meeting import meeting_words
from memcon.registers.offices import role_nouns
from memcon.resolve.names.name import Name, head_of
from memcon.resolve.page import Page
from memcon.resolve.states.subject import of_tokens

OFFICE = 14  # tokens of an office between "led by" and the name
PHRASE = 14  # tokens of "delegation of the Parliament of Georgia, which is"
BEFORE = 4  # tokens of "Kazakh government" before "delegation"
FORWARD = 40  # tokens of a list of members
SIGNED_FOR = (("for",), ("on", "behalf", "of"))
REACH = 3  # sentences back to where a side is told with its nation
ANAPHORIC = frozenset(["the", "this"])
STOPS = frozenset([";", ".", ":"])


def of_delegation(page: Page, name: Name) -> Iterator[StateEvidence]:
    """The side that he leads, belongs to or signs for, as the words before and behind his name tell."""
    for found in (
        _led_by(page, name),
        _head_of(page, name),
        _represented_by(page, name),
        _sent_by(page, name),
        _member(page, name),
        _signing(page, name),
        _leading_theirs(page, name),
        _accredited(page, name),
    ):
        if found is not None:
            yield of_tokens(page, "leads", *found)


def _tells(page: Page, i: int) -> bool:
    return page.tokens[i].pos in ("VERB", "AUX") and page.tokens[i].tag not in ("VBG",)


def _led_by(page: Page, name: Name) -> tuple[str, int, int] | None:
    """ "A delegation of the Parliament of Georgia led by its Deputy Speaker Chikovani", "under the leadership of Minister Dorj"."""
    start = page.annotated.sentence_of(name.first).first
    for i in range(name.first - 1, max(start, name.first - OFFICE), -1):
        if page.words[i] in STOPS or _tells(page, i):
            return None
        led = page.lowers[i] == "by" and page.tokens[i - 1].lemma in meeting_words().leading
        if page.lowers[i] == "by" and page.lowers[i - 1] in meeting_words().sides and _led_so_far(page, start, i):
            return _side_before(page, i, start, name.last)  # "was led by A and the Lao side by B"
        under = page.lowers[i] == "of" and page.lowers[i - 1] in meeting_words().leadership
        if led or under:
            return _side_before(page, i - 1, start, name.last)
        if page.lowers[i] == "under" and page.lowers[i - 1] in meeting_words().sides:  # "a delegation under Minister Dorj"
            return _side_before(page, i, start, name.last)
    return None


def _represented_by(page: Page, name: Name) -> tuple[str, int, int] | None:
    """ "Serbia was represented by its ambassador to Croatia, Vesna Lukic": the nation that is the subject."""
    start = page.annotated.sentence_of(name.first).first
    for i in range(name.first - 1, max(start, name.first - OFFICE), -1):
        if page.words[i] in STOPS or _tells(page, i):
            return None
        if page.lowers[i] == "by":  # not "Serbia was represented by Lukic, Croatia by Horvat" of Horvat
            led = page.tokens[i - 1].lemma in meeting_words().leading
            subject = page.annotated.child(i - 1, "nsubjpass") if led else None
            return _nation(page, subject, name) if subject is not None else None
    return None


def _sent_by(page: Page, name: Name) -> tuple[str, int, int] | None:
    """ "Serbia is sending Trade Minister Lukic", "Serbia named Lukic ambassador": the nation that sends or names him."""
    token = page.tokens[name.last - 1]
    over = page.tokens[token.head]
    named = over.dep in ("oprd", "attr") and over.lower in role_nouns()  # "named Vesna Lukic ambassador"
    while token.dep in ("appos", "conj", "compound", "nmod") and not named and over.i != token.i:
        token, over = over, page.tokens[over.head]
    verb = page.tokens[over.head] if named else over
    if (token.dep != "dobj" and not named) or verb.lemma not in meeting_words().sending or verb.tag == "VBN":
        return None
    subject = page.annotated.child(verb.i, "nsubj")
    return _nation(page, subject, name) if subject is not None else None


def _nation(page: Page, token: Token, name: Name) -> tuple[str, int, int] | None:
    hit = page.hit_at.get(token.i)
    told = hit is not None and hit.state and hit.kind in ("state", "capital") and hit.last == token.i + 1
    return (str(hit.state), hit.first, name.last) if hit is not None and told else None


def _led_so_far(page: Page, first: int, last: int) -> bool:
    return any(t.lemma in meeting_words().leading for t in page.tokens[first:last])


def _side_before(page: Page, word: int, start: int, end: int) -> tuple[str, int, int] | None:
    """The nation of the side that stands right before token `word`."""
    for i in range(word - 1, max(start, word - PHRASE) - 1, -1):
        if page.tokens[i].pos == "VERB" or page.words[i] in STOPS:
            return None
        if page.lowers[i] in meeting_words().sides:
            state = _nation_of_side(page, i, word) or nation_told_before(page, i)
            return (state, i, end) if state else None
    return None


def _head_of(page: Page, name: Name) -> tuple[str, int, int] | None:
    """ "The leader of the delegation, Deputy Speaker Chikovani", "Chikovani, head of the delegation": of the nation told before."""
    sentence = page.annotated.sentence_of(name.first)
    for i in range(max(sentence.first, name.first - OFFICE), min(name.last + BEFORE, sentence.last - 3)):
        if page.lowers[i] not in meeting_words().heads_of_side or page.lowers[i + 1 : i + 3] != ("of", "the"):
            continue
        side = i + 3
        between = range(side + 1, name.first) if side < name.first else range(name.last, i)
        apart = any(_tells(page, j) or page.words[j] in STOPS or page.lowers[j] == "and" for j in between)
        comma = page.words[side + 1 if side < name.first else name.last] == ","
        if page.lowers[side] in meeting_words().sides and comma and not apart and side + 1 not in name.span:
            state = nation_told_before(page, side)
            return (state, min(i, name.first), max(side + 1, name.last)) if state else None
    return None


def nation_told_before(page: Page, i: int) -> str | None:
    """The nation of "the delegation", "the six-member team": of the last side before it that is told with its nation; of none where
    the sentences near it tell of sides of two."""
    here = page.annotated.sentence_of(i)
    if not ANAPHORIC & set(page.lowers[max(here.first, i - BEFORE) : i]):
        return None
    back = page.annotated.sentences[max(here.index - REACH, 0)].first
    found: list[str] = []
    for j in range(here.first - 1, back - 1, -1):
        if page.lowers[j] in meeting_words().sides and page.annotated.sentence_of(j).paragraph >= here.paragraph - 1:
            reach = range(j + 1, min(j + PHRASE, page.annotated.sentence_of(j).last))
            end = next(
                (n for n in reach if page.tokens[n].pos in ("VERB", "AUX") or page.words[n] in (",", "(")), reach.stop
            )
            state = _nation_of_side(page, j, end)
            found += [state] if state else []
    return found[0] if len(set(found)) == 1 else None


def _nation_of_side(page: Page, i: int, end: int) -> str | None:
    """The one nation of a side: "the Kazakh delegation", "a delegation of the Parliament of Georgia"."""
    first = max(page.annotated.sentence_of(i).first, i - BEFORE)
    left = [h for h in page.hits if first <= h.first < i and h.state and not _parted(page, h.last, i)]
    right = [h for h in page.hits if i < h.first < end and h.state and page.lowers[i + 1] in ("of", "from")]
    states = {h.state for h in (left or right) if h.state}
    return states.pop() if len(states) == 1 else None


def _parted(page: Page, first: int, last: int) -> bool:
    return any(page.words[i] in (",", ";") or page.tokens[i].pos in ("VERB", "AUX", "ADP") for i in range(first, last))


def _member(page: Page, name: Name) -> tuple[str, int, int] | None:
    """ "The Fijian delegation comprises A, B and C", "the other members of the Kazakh delegation were A and B"."""
    start = page.annotated.sentence_of(name.first).first
    words = meeting_words()
    for verb in range(name.first - 1, max(start, name.first - FORWARD), -1):
        if page.words[verb] in STOPS or page.lowers[verb] in ("who", "which", "whom"):
            return None
        if not _tells(page, verb):
            continue
        listed = page.tokens[verb].lemma in words.comprising
        for i in range(verb - 1, max(start, verb - FORWARD) - 1, -1):
            if page.lowers[i] in words.sides and (state := _nation_of_side(page, i, verb)):
                members = page.tokens[verb].lemma == "be" and "members" in page.lowers[start:i]
                return (state, i, name.last) if listed or members else None
        return None
    return None


def _signing(page: Page, name: Name) -> tuple[str, int, int] | None:
    """ "Signed by Minister Mintz for Austria", "Permanent Secretary Nhantumbo signed for Mozambique"."""
    sentence = page.annotated.sentence_of(name.first)
    at = name.last
    if at < sentence.last and page.tokens[at].lemma in meeting_words().signing:
        at += 1
    for words in SIGNED_FOR:
        if page.lowers[at : at + len(words)] == words:
            if not any(page.tokens[n].lemma in meeting_words().signing for n in range(sentence.first, sentence.last)):
                return None
            i = at + len(words)
            i = i + 1 if page.lowers[i : i + 1] == ("the",) else i
            hit = page.hit_at.get(i)
            owns = hit is not None and page.words[hit.last : hit.last + 1] in (("'s",), ("’s",))
            return (hit.state, name.first, hit.last) if hit and hit.state and hit.kind == "state" and not owns else None
    return None


def _leading_theirs(page: Page, name: Name) -> tuple[str, int, int] | None:
    """ "Consultations between Peru and Laos were held. X and Y led their respective delegations": each his own, in the order told."""
    token, start = page.tokens[head_of(page, name)], page.annotated.sentence_of(name.first).first
    top = next((t for t in (token, *page.annotated.ancestors(token.i)) if t.dep == "nsubj"), None)
    verb = page.tokens[top.head] if top is not None else None
    what = page.annotated.child(verb.i, "dobj") if verb is not None else None
    if top is None or verb is None or what is None or verb.lemma not in meeting_words().leading or start == 0:
        return None
    respective = any(t.lower == "respective" for t in page.annotated.children(what.i))
    ands = [i for i in range(start, verb.i) if page.lowers[i] == "and"]
    if not respective or what.lower.removesuffix("s") not in meeting_words().sides or len(ands) != 1 or name.last > verb.i:
        return None
    before = page.annotated.sentence_of(start - 1)
    hits = [h for h in page.hits if before.first <= h.first < before.last and h.kind in ("state", "adjective") and h.state]
    states = list(dict.fromkeys(str(h.state) for h in hits))
    return (states[int(name.first > ands[0])], name.first, name.last) if len(states) == len(ands) + 1 else None


def _accredited(page: Page, name: Name) -> tuple[str, int, int] | None:
    """ "Lund presented his letters of credence as Ambassador of Norway": the first whom a sentence of credentials names."""
    sentence = page.annotated.sentence_of(name.first)
    if any(page.tokens[i].entity == "PERSON" for i in range(sentence.first, name.first)):
        return None
    if not meeting_words().credentials & set(page.lowers[sentence.first : sentence.last]):
        return None
    for i in range(name.last, sentence.last - 3):
        found = (
            role_nouns().at(page.lowers, i + 1) if page.lowers[i] == "as" and page.lowers[i + 1] in role_nouns() else None
        )
        at = i + 1 + found[0] if found is not None and found[1].rank == "envoy" else sentence.last
        if at < sentence.last - 1 and page.lowers[at] in ("of", "from", "for"):
            j = at + 2 if page.lowers[at + 1] == "the" else at + 1
            hit = page.hit_at.get(j)
            return (hit.state, name.first, hit.last) if hit is not None and hit.state and hit.kind == "state" else None
    return None
