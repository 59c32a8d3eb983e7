"""Clauses: which verb governs a word, and who its subject is, also where the clause leaves the subject out.

Comes in: a page and a token. Goes out: tokens, or None where the parse has none.
"""

from memcon.model.annotated import Token
from memcon.registers.cues import cues
from memcon.registers.offices import who_words
from memcon.resolve.page import Page

SUBJECTS = frozenset(["nsubj", "nsubjpass", "agent"])
COMPANY = frozenset(["with", "to", "by"])  # prepositions whose object is another than the subject: "talks with him"
STEPS = 12  # heads to climb; the longest chain seen in 300 readouts has 9


def verb_over(page: Page, i: int) -> Token | None:
    """The nearest verb above token i."""
    for over in page.annotated.ancestors(i):
        if over.pos in ("VERB", "AUX"):
            return over
    return None


def subject_of(page: Page, verb: Token) -> Token | None:
    """The subject of a verb, as its clause has it: its own, that of the verb it is joined to, or whoever is asked to do it."""
    clause = page.clauses.at(verb.i) or page.clauses.around(verb.i)
    return page.tokens[clause.subjects[0]] if clause is not None and clause.subjects else None


def excluded_subject(page: Page, pronoun: Token) -> Token | None:
    """Whom "him" cannot mean: the subject of the verb that it is the object, or the company, of."""
    over = page.tokens[pronoun.head]
    behind = page.tokens[pronoun.i - 1] if pronoun.tag == "PRP$" and _owns_nothing(page, pronoun) else over
    if (pronoun.dep == "pobj" or behind is not over) and behind.lower in COMPANY:
        over = behind
        above = page.tokens[over.head]
        verb = above if above.pos in ("VERB", "AUX") else verb_over(page, above.i)
        return subject_of(page, verb) if verb else None
    if pronoun.dep in ("dobj", "dative", "iobj") and over.pos in ("VERB", "AUX"):
        return subject_of(page, over)
    return None


def _owns_nothing(page: Page, pronoun: Token) -> bool:
    """ "Conveying to her Havana's readiness": a noun has one owner, so "her" is the object, whatever the parse makes of it."""
    return any(t.dep == "poss" and t.i > pronoun.i for t in page.annotated.children(pronoun.head))


def told_behind(page: Page, head: Token) -> bool:
    """Is it who tells, behind what he tells: "The minister will attend the summit, a spokesman said"?"""
    verb = page.tokens[head.head]
    if head.dep not in SUBJECTS or verb.lemma not in cues():
        return False
    told = (t for t in page.annotated.children(verb.i) if t.dep == "ccomp" and t.i < head.i)
    return any(t.dep in SUBJECTS for clause in told for t in page.annotated.children(clause.i))


def does_something(page: Page, pronoun: Token) -> bool:
    """Is the pronoun the subject of a verb that is none of telling: "he will also visit", and not "he added"?"""
    verb = page.tokens[pronoun.head]
    return pronoun.dep in SUBJECTS and verb.pos in ("VERB", "AUX") and verb.lemma not in cues()


def judge_of(page: Page, pronoun: Token) -> Token | None:
    """Whom "his" cannot mean in "thanked him for his help", "voiced gratitude for his help": who gives the judgment."""
    token = pronoun if pronoun.tag == "PRP$" else None
    if token is not None and _owns_nothing(page, token):
        return excluded_subject(page, token)
    while token is not None and token.head != token.i:
        over = page.tokens[token.head]
        if token.dep == "prep" and token.lower in ("for", "on") and over.lemma in who_words().judging:
            verb = over if over.pos == "VERB" else verb_over(page, over.i)
            while verb is not None and verb.dep == "conj" and subject_of(page, verb) is None:
                verb = page.tokens[verb.head]
            return subject_of(page, verb) if verb is not None else None
        if over.pos in ("VERB", "AUX") and over.dep not in ("acl", "relcl", "pcomp"):
            return None
        token = over
    return None


def near_subject(page: Page, pronoun: Token) -> Token | None:
    """The subject closest in grammar: of the verb that governs the pronoun's clause, or for "his" of its own verb."""
    own = verb_over(page, pronoun.i)
    if own is None:
        return None
    mine = subject_of(page, own)
    if mine is not None and mine.i != pronoun.i:
        return mine
    while own is not None and own.dep in ("conj", "aux", "auxpass") and page.tokens[own.head].pos in ("VERB", "AUX"):
        own = page.tokens[own.head]
    over = verb_over(page, own.i)
    return subject_of(page, over) if over is not None and own.dep in ("ccomp", "advcl", "xcomp") else None


def standing(page: Page, i: int) -> Token:
    """The word whose place in the clause token i shares: appositions stand where their noun does, "and B" where A does."""
    token = page.tokens[i]
    for _ in range(STEPS):
        if token.dep not in ("appos", "conj") or token.head == token.i:
            break
        over = page.tokens[token.head]
        if over.pos not in ("NOUN", "PROPN", "PRON"):
            break
        token = over
    return token


def subject_ahead(page: Page, pronoun: Token) -> Token | None:
    """Whom "his" means in "ahead of his visit, the minister said": the subject that the words in front of it hang on the verb of."""
    subject = near_subject(page, pronoun) if pronoun.tag == "PRP$" else None
    if subject is None or subject.i < pronoun.i:
        return None
    opening = next((t for t in page.annotated.ancestors(pronoun.i) if t.pos in ("VERB", "AUX")), None)
    fronted = opening is not None and pronoun.i < subject.i <= opening.i and pronoun.sentence == subject.sentence
    return standing(page, subject.i) if fronted else None


def doer_ahead(page: Page, pronoun: Token) -> Token | None:
    """Whom "he" means in "after he met the king, the envoy said": the subject behind a clause in front that a conjunction opens."""
    a = page.annotated
    own = a.head(pronoun.i)
    main = a.head(own.i)
    if pronoun.tag != "PRP" or pronoun.dep not in SUBJECTS or own.dep != "advcl" or main.i <= own.i:
        return None
    opened = any(t.dep in ("mark", "advmod") and t.i < pronoun.i for t in a.children(own.i))
    subject = subject_of(page, main) if opened else None
    if subject is None or not own.i < subject.i < main.i or subject.sentence != pronoun.sentence:
        return None
    return standing(page, subject.i)


def speaker_ahead(page: Page, pronoun: Token) -> Token | None:
    """Whom "his" means in "during his meeting with the king, the envoy said" and "noting that it was his first visit, X said": who
    speaks, unless the opening words have a subject of their own ("as the king began his talks with her, the envoy said")."""
    a = page.annotated
    over = [t for t in a.ancestors(pronoun.i) if t.pos in ("VERB", "AUX")] if pronoun.tag == "PRP$" else []
    if not over or over[-1].lemma not in cues():
        return None
    subject = subject_of(page, over[-1])
    if subject is None or not pronoun.i < subject.i <= over[-1].i or subject.sentence != pronoun.sentence:
        return None
    inside = [x for verb in over[:-1] if (x := subject_of(page, verb)) is not None and x.i != subject.i]
    with_others = any(t.lower == "with" for t in a.children(pronoun.head))  # "during his visit" can be another's
    told = [x.lower for x in inside] == ["it"] or (not inside and with_others)
    return standing(page, subject.i) if told else None
