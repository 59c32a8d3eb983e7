"""Is a name a place where it stands: "in Moscow", "flew to Beijing", "left Paris", "set off for Lima"?

Comes in: a page and the token. Goes out: yes or no. Refuses a state that acts, or that something is done for ("aid for Kenya"):
only behind words of going does "for" lead to a place.
"""

from memcon.model.annotated import Token
from memcon.registers.offices import who_words
from memcon.resolve.page import Page

BEHIND_WHO = 24  # tokens from "visit" past a name with its offices to "to"


def is_place(page: Page, i: int, depth: int = 0) -> bool:
    """Is the name at token i a place in its sentence?"""
    token = page.tokens[i]
    if token.dep == "conj" and depth < 6:
        return is_place(page, token.head, depth + 1)
    over = page.annotated.head(i)
    if token.dep == "appos" and depth < 6 and i > 0 and _in_row(page, i):
        return is_place(page, token.head, depth + 1)  # "visits Kenya, Togo and Mali", parsed as an apposition
    if token.dep in ("dobj", "nsubjpass") and over.lemma in who_words().reaching:
        return True
    if token.dep != "pobj":
        return _goes_there_to(page, i)
    if over.lower in who_words().at or page.lowers[i + 1 : i + 3] == (",", "where"):
        return True
    if over.lower == "of" and page.annotated.head(over.i).lemma in who_words().touring:
        return True
    if over.lower == "of" and page.lowers[over.i - 1] == "out":
        return page.annotated.head(over.head).lemma in who_words().moving  # "flew out of Lusaka"
    if over.lower in ("to", "for", "from", "into", "between", "toward", "towards"):
        mover = page.annotated.head(over.i)
        if over.lower == "from" and mover.lower in who_words().back:
            return True  # "was back from Lima"
        while mover.dep in ("conj", "prep", "advmod") and mover.tag in ("IN", "RB", "TO") and mover.head != mover.i:
            mover = page.annotated.head(mover.i)  # "flew to France and then on to Germany"
        if mover.dep == "relcl":  # "the visit which she paid to Mali"
            mover = page.annotated.head(mover.i) if page.annotated.head(mover.i).lower in who_words().journeys else mover
        journey = mover.lower in who_words().journeys or mover.lemma in who_words().journeys
        moving = journey or mover.lemma in who_words().moving or _sets_out(page, mover) or _led_there(page, mover)
        return moving or (over.lower == "to" and _behind_who_goes(page, over.i))
    return False


def _sets_out(page: Page, mover: Token) -> bool:
    """ "Set off for Beijing"."""
    words = who_words()
    return mover.lemma in words.setting_out and any(
        t.lower in words.out_particles for t in page.annotated.children(mover.i) if t.dep in ("prt", "advmod")
    )


def _goes_there_to(page: Page, i: int) -> bool:
    """ "Left yesterday for Beijing to attend the forum": the parse makes the place the one who attends it."""
    token, over = page.tokens[i], page.annotated.head(i)
    link = page.tokens[i - 1]
    mover = page.annotated.head(over.i)
    purpose = token.dep == "nsubj" and over.tag == "VB" and over.dep == "advcl" and mover.i < i
    return purpose and link.lower == "for" and link.head == over.i and mover.lemma in who_words().moving


def _behind_who_goes(page: Page, i: int) -> bool:
    """ "The visit of X, President of Y, to Z": the parse can hang "to" on the verb of the sentence."""
    start = page.annotated.sentence_of(i).first
    for n in range(i - 1, max(start, i - BEHIND_WHO), -1):
        if page.tokens[n].pos in ("VERB", "AUX") or page.words[n] == ";":
            return False
        if page.lowers[n] in who_words().journeys:
            return page.lowers[n + 1] in ("of", "by")
    return False


def _led_there(page: Page, over: Token) -> bool:
    """ "Led a delegation to Palau", whichever of the two the parse hangs the place on."""
    a = page.annotated
    verb = a.head(over.i) if over.dep == "dobj" else over
    group = a.child(verb.i, "dobj") if verb.lemma == "lead" else None
    return group is not None and group.lemma in who_words().led


def _in_row(page: Page, i: int) -> bool:
    """Is it one of several names in a row, of which the first was the place?"""
    first = min((t.i for t in page.annotated.children(i) if t.i < i), default=i)
    return first > 0 and page.tokens[first - 1].text in (",", ";") and page.annotated.child(i, "conj") is not None
