"""Who meets whom, as far as it tells whose side somebody is on: a name in, the word of the meeting and the other side out.

"Talks with X", "called on X", "X was received by Y", "a meeting between X and Y", "at the invitation of X". Refuses what only
stands near: a subject's own verb of saying, a phrase between the name and the word that says something else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.model.annotated import Token
from memcon.registers.meeting import meeting_words
from memcon.registers.offices import role_nouns, who_words
from memcon.resolve.anaphora.clauses import subject_of, verb_over
from memcon.resolve.names.name import Name, head_of
from memcon.resolve.page import Page

OFFICE = 14  # tokens of an office between "by" and a name, and of a place between the verb and "by"
CLIMB = 9  # heads between a name and the word for the meeting: "talks with X and Y, the minister of Z"
LINE = 60  # tokens of a line of a diary
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
TOPICS = frozenset(["on", "about"])  # prepositions of what a meeting is about
CLAUSES = frozenset(["ccomp", "advcl", "relcl", "acl", "parataxis"])


@dataclass(frozen=True, slots=True)
class Met:
    """The token of the word for the meeting, the tokens of those on the other side, and whether the person receives them there."""

    word: int
    others: tuple[int, ...]
    receives: bool
    welcomed: bool = False  # "X was received by Y", of Y
    hosts: bool = False  # "at the invitation of X": the place is where X asked him to
    bare: bool = False  # "Meetings with X" in a diary: the other side is whose diary it is


def met_by(page: Page, name: Name, offices: Iterable[int] = ()) -> Met | None:
    """The meeting that a name is one side of, and the other side; `offices`: tokens of the offices that a comma parts from the name,
    asked where the parse loses the name behind it."""
    heads = (head_of(page, name), *offices)
    by_parse = next((met for i in heads if (met := _by_parse(page, page.tokens[i]))), None)
    return by_parse or _welcomed_by(page, name) or _noted(page, name)


def _noted(page: Page, name: Name) -> Met | None:
    """ "Mission to Cairo: meetings with Foreign Minister Adly": a line of a diary, without a verb."""
    line = page.lines[name.first]
    start = next(
        (i for i in range(name.first, max(name.first - LINE, -1), -1) if i == 0 or page.lines[i - 1] != line), None
    )
    if start is None or any(page.tokens[i].tag in FINITE for i in range(start, name.first)):
        return None
    back = range(name.first - 1, start, -1)
    at = next((i for i in back if page.lowers[i] == "with" and page.lowers[i - 1] in meeting_words().nouns), None)
    return Met(at - 1, (), receives=True, bare=True) if at is not None else None


def _welcomed_by(page: Page, name: Name) -> Met | None:
    """ "Was seen off at the airport by Prime Minister Lund", where the parse hangs "by" on another word."""
    start = page.annotated.sentence_of(name.first).first
    at = next((i for i in range(name.first - 1, max(start, name.first - OFFICE), -1) if page.lowers[i] == "by"), None)
    if at is None or any(page.tokens[i].pos in ("VERB", "AUX") for i in range(at, name.first)):
        return None
    for i in range(at - 1, max(start, at - OFFICE), -1):
        verb = page.tokens[i]
        if verb.pos == "VERB" or verb.tag == "VBN":
            welcomed = verb.tag == "VBN" and verb.lemma in meeting_words().objects
            subject = _subject_over(page, verb) if welcomed else None
            return Met(verb.i, (subject.i,), receives=True, welcomed=True) if subject is not None else None
    return None


def _by_parse(page: Page, token: Token) -> Met | None:
    preposition = ""
    for _ in range(CLIMB):
        over = page.tokens[token.head]
        if over.i == token.i:
            return None
        if token.dep in ("nsubj", "nsubjpass"):
            return _subject(page, over, token)
        if token.dep in CLAUSES:
            return None
        if over.pos in ("ADP", "SCONJ") or over.dep in ("prep", "agent"):
            preposition = over.lower
        elif over.pos in ("VERB", "AUX"):
            return _object(page, over, token, preposition)
        elif over.lower in meeting_words().nouns and preposition:
            return _of_noun(page, over, token, preposition)
        elif preposition and (topic := _with_topic(page, over)) is not None:
            return _of_noun(page, topic, token, preposition)
        elif preposition and not _passes(page, over):
            return None
        token = over
    return None


def _with_topic(page: Page, noun: Token) -> Token | None:
    """ "An agreement on beef with X", where the parse hangs "with" on what it is about."""
    over = page.tokens[noun.head]
    top = page.tokens[over.head]
    return top if noun.dep == "pobj" and over.lower in TOPICS and top.lower in meeting_words().nouns else None


def _passes(page: Page, token: Token) -> bool:
    """Does a noun between the name and the word for the meeting stand for somebody: "the government of X", "X's colleague"?"""
    return token.lower in role_nouns() or token.lower in meeting_words().stand_ins or token.pos == "PROPN"


def _object(page: Page, verb: Token, token: Token, preposition: str) -> Met | None:
    words = meeting_words()
    direct = token.dep in ("dobj", "dative") and verb.lemma in words.objects
    if not direct and preposition not in words.prepositions:
        return None
    act = None if direct else page.annotated.child(verb.i, "dobj")
    if act is not None and act.lower in words.nouns:  # "repeated Cuba's gratitude to X", "had a meeting with X"
        return _of_noun(page, act, token, preposition)
    if not direct and verb.lemma not in words.verbs and not (preposition == "by" and verb.lemma in words.objects):
        return None
    subject = _subject_over(page, verb)
    if subject is None:
        return None
    passive = subject.dep == "nsubjpass" and subject.head == verb.i  # not of "was received by A and met B"
    return Met(
        verb.i,
        tuple(_with_conjuncts(page, subject)),
        receives=not passive or preposition == "by",
        welcomed=passive and preposition == "by",
    )


def _subject_over(page: Page, verb: Token) -> Token | None:
    """The subject of a verb, or of the verb above that leaves it its own: "he is due to hold talks"."""
    for _ in range(CLIMB):
        if found := subject_of(page, verb) or _visiting(page, verb):
            return found
        if verb.head == verb.i or verb.dep not in ("xcomp", "conj", "acomp", "pcomp", "advcl"):
            return None
        verb = page.tokens[verb.head]
    return None


def _visiting(page: Page, verb: Token) -> Token | None:
    """ "Visiting Thai Minister Rattana called on", which the parse takes for one who visits him."""
    clause = page.annotated.child(verb.i, "csubj")
    object_ = page.annotated.child(clause.i, "dobj") if clause is not None else None
    opens = clause is not None and clause.lower in who_words().visiting
    return object_ if opens and object_ is not None and object_.i == verb.i - 1 else None


def _of_noun(page: Page, noun: Token, token: Token, preposition: str) -> Met | None:
    """ "His talks with X", "a meeting between X and Y", "at the invitation of X"."""
    if preposition == "between":
        others = tuple(t for top in _tops(page, noun) for t in _with_conjuncts(page, top))
        return Met(noun.i, others, receives=False)
    if preposition == "of" and noun.lower not in meeting_words().hosting:
        return None
    if preposition not in (*meeting_words().prepositions, "of"):
        return None
    owner = page.annotated.child(noun.i, "poss")
    verb = verb_over(page, noun.i)
    subject = _subject_over(page, verb) if verb is not None else None
    subject = owner if owner is not None and (owner.tag != "PRP$" or subject is None) else subject
    if subject is None or subject.i == noun.i or subject.lower in meeting_words().programmes:
        return Met(noun.i, (), receives=True, bare=True) if preposition == "with" else None
    return Met(noun.i, tuple(_with_conjuncts(page, subject)), receives=True, hosts=preposition == "of")


def _tops(page: Page, noun: Token) -> Iterator[Token]:
    """What stands after "between"."""
    for child in page.annotated.children(noun.i):
        if child.lower == "between":
            yield from (t for t in page.annotated.children(child.i) if t.dep == "pobj")


def _subject(page: Page, verb: Token, subject: Token) -> Met | None:
    """ "X was received by Y", "X met with Y": the other side of a subject is the object."""
    words = meeting_words()
    others: list[int] = []
    for child in page.annotated.children(verb.i):
        if child.dep in ("dobj", "dative") and verb.lemma in words.objects:
            others += _with_conjuncts(page, child)
        if child.dep in ("prep", "agent", "prt") and child.lower in words.prepositions and verb.lemma in words.verbs:
            others += [j for t in page.annotated.children(child.i) if t.dep == "pobj" for j in _with_conjuncts(page, t)]
    return Met(verb.i, tuple(others), receives=False) if others else None


def _with_conjuncts(page: Page, token: Token) -> list[int]:
    """A word with those that "and" joins to it and their appositions."""
    out: list[int] = []
    more = [token]
    while more and len(out) < 12:
        token = more.pop()
        out.append(token.i)
        more += [t for t in page.annotated.children(token.i) if t.dep in ("conj", "appos") and not _is_town(page, t)]
    return out


def _is_town(page: Page, token: Token) -> bool:
    """Is an apposition a place: "on 3 December at the Ministry, Naypyidaw"?"""
    hit = page.hit_at.get(token.i)
    return token.dep == "appos" and hit is not None and hit.kind == "capital"
