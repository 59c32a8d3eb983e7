"""Who stands on a nation's side: a name in, evidence of the side that he leads, or that the sentence puts him on, out.

"Lipenga led the team from Malawi", "on the Chinese side, the meeting was attended by Chen", "Estonia by Secretary Tamm".
"""

from bisect import bisect_left
from collections.abc import Iterator

from memcon.model.resolved import StateEvidence
from memcon.registers.meeting import meeting_words
from memcon.resolve.anaphora.clauses import standing
from memcon.resolve.names.name import Name, head_of
from memcon.resolve.page import SIDING, Hit, Page
from memcon.resolve.states.subject import of_tokens

SIDE = 4  # words of "from the Republic"
GAP = 14  # words of an office between "Estonia by" and the name


def leading(page: Page, name: Name) -> Iterator[StateEvidence]:
    """ "Lipenga led the team from Malawi", "the Namibian side was led by Tetteh", "Thapa represented Nepal"."""
    if any(True for _ in gapped(page, name)):
        return
    token = standing(page, head_of(page, name))
    over = page.tokens[token.head]
    passive = token.dep == "pobj" and over.dep == "agent"
    verb = page.tokens[over.head] if passive else over
    if verb.lemma not in meeting_words().leading or not (passive or token.dep == "nsubj"):
        return
    side = page.annotated.child(verb.i, "nsubjpass" if passive else "dobj")
    if side is None and passive and verb.dep == "acl":
        side = page.tokens[verb.head]  # "a Chinese delegation led by Tan"
    if side is None or (passive and page.lowers[over.i - 1] in meeting_words().sides):
        return  # "was led by A and the Lao side by B": B's side stands before him
    first, last = page.annotated.edges(side.i)
    if side.lower in meeting_words().sides and page.lowers[side.i + 1 : side.i + 2] in (("from",), ("of",)):
        last = max(last, min(side.i + SIDE, len(page.words)))
    hits = [h for h in page.hits if first <= h.first < last and h.state and not first <= name.first < h.first]
    hits = [h for h in hits if side.lower in meeting_words().sides or h.first <= side.i < h.last]
    hits = [h for h in hits if not _goal(page, h)]
    if len({h.state for h in hits}) == 1:
        yield of_tokens(page, "leads", str(hits[0].state), min(name.first, first), max(name.last, last))


def _goal(page: Page, hit: Hit) -> bool:
    """ "Led a delegation to Palau", "to Palau and Fiji": where it went, not whose it is."""
    link = hit.first - 2 if page.lowers[hit.first - 1] == "the" else hit.first - 1
    if page.lowers[link] in ("and", ",") and (before := next((h for h in page.hits if h.last == link), None)) is not None:
        return _goal(page, before)
    return page.lowers[link] in ("to", "in", "at")


def sided(page: Page, name: Name) -> Iterator[StateEvidence]:
    """ "On the Chinese side, Chen attended", "attended by Chen on the Chinese side": the side that a sentence puts him on."""
    sentence = page.annotated.sentence_of(name.first)
    first, last = (bisect_left(page.sides, i, key=lambda hit: hit.first) for i in (sentence.first + 2, sentence.last))
    for hit in page.sides[first:last]:
        i = hit.first - 2
        after = page.lowers[hit.last + 1 : hit.last + 2]
        goes_on = page.lowers[i - 1 : i] in (("and",), ("while",), (";",), (",",))
        opens = i - sentence.first < SIDE or after in (("by",), (":",)) or goes_on
        others = (page.lowers[j] in SIDING and page.lowers[j + 1] == "the" for j in range(hit.last + 1, name.first - 1))
        if opens and name.first > hit.last and not any(others) and ";" not in page.words[hit.last : name.first]:
            yield of_tokens(page, "leads", str(hit.state), i, name.last)
        elif not opens and name.last in (i, i - 1):
            yield of_tokens(page, "leads", str(hit.state), name.first, hit.last + 1)


def gapped(page: Page, name: Name) -> Iterator[StateEvidence]:
    """ "Latvia was represented by Ozols; Estonia by Deputy Secretary General Tamm": the verb of the first goes on."""
    sentence = page.annotated.sentence_of(name.first)
    for i in range(name.first - 1, max(sentence.first, name.first - GAP), -1):
        if page.lowers[i] in (";", "(", ")"):
            return
        hit = page.hit_at.get(i - 1) if page.lowers[i] == "by" else None
        if hit is not None and hit.state and hit.kind == "state" and page.lowers[hit.first - 1] in (";", ",", "and", "the"):
            if any(page.tokens[j].lemma in meeting_words().leading for j in range(sentence.first, hit.first)):
                yield of_tokens(page, "leads", hit.state, hit.first, name.last)
            return
