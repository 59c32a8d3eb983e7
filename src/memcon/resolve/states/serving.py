"""Whom a spokesman, an aide or a successor serves where the words before say it: a person and the cast in, evidence out.

"A spokesman for President Kaya ... The spokesman, Demir, said"; "the Ambassador of Egypt, Mrs. Shoukry ... Her successor, Mr. Gamal".
"""

from collections.abc import Iterator

from memcon.model.resolved import StateEvidence
from memcon.registers.offices import who_words
from memcon.resolve.page import Page
from memcon.resolve.states.cast import Cast
from memcon.resolve.states.subject import of_tokens
from memcon.resolve.titles.titles import Title

BACK = 4  # sentences between "a spokesman for President Kaya" and "the spokesman, Demir"
SERVED = 14  # tokens of "for the Russian Prime Minister Solovyov"
SERVING = frozenset(["voice", "official"])  # ranks of those who serve a person
FOR = frozenset(["for", "of", "to"])
BEFORE = 6  # tokens of "Her successor, H.E. Dr." before a name


def speaking_for(cast: Cast, p: int) -> Iterator[StateEvidence]:
    """The state of whom the spokesman of the same office was said to serve just before."""
    page = cast.page
    for h in cast.persons[p].holdings:
        title = cast.titles[h.title]
        bare = title.determiner == "the" and not (title.states or title.organisation or title.international)
        if h.past or not bare or title.possessor is not None or title.noun.rank not in SERVING:
            continue
        before = [
            t for t in cast.titles if t.head < title.first and t.noun.word == title.noun.word and _is_near(page, t, title)
        ]
        told = next((t for t in reversed(before) if t.determiner in ("a", "an")), None)
        state = _served_by(cast, told) if told is not None else None
        if told is not None and state:
            yield of_tokens(page, "serves", state, told.first, title.last)
    yield from _succeeding(cast, p)


def _is_near(page: Page, one: Title, other: Title) -> bool:
    return page.tokens[other.head].sentence - page.tokens[one.head].sentence <= BACK


def _served_by(cast: Cast, title: Title) -> str | None:
    """The state that the words of a title name, or of the person behind its "for"."""
    if title.states or title.international:
        return title.state
    page = cast.page
    if not FOR & set(page.lowers[title.head + 1 : title.last + 1]):
        return None
    end = min(title.head + SERVED, page.annotated.sentence_of(title.head).last)
    served = next((q for i in range(title.head + 1, end) if (q := cast.at.get(i)) is not None), None)
    return cast.states[served] if served is not None else None


def _succeeding(cast: Cast, p: int) -> Iterator[StateEvidence]:
    """ "Her successor, Mr. Gamal" serves whom she does."""
    page = cast.page
    for name in (cast.names[n] for n in cast.persons[p].names):
        for i in range(name.first - 1, max(name.first - BEFORE, 1), -1):
            if page.lowers[i] in who_words().successors and page.tokens[i - 1].tag == "PRP$":
                state = cast.state_of_pronoun(i - 1)
                if state:
                    yield of_tokens(page, "serves", state, i - 1, name.last)
            if page.tokens[i].pos in ("VERB", "AUX") or page.words[i] in (".", ";"):
                break
