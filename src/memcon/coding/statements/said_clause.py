"""The finite clause that a cue verb reports: behind it, ahead of it, around it, or astray in the parse.

Comes in: an annotated document, a verb, its row of the cue table. Goes out: the tokens [first, last) of the clause, up to where
the parse or a second verb of the reporter ends it.
"""

from collections.abc import Iterator

from memcon.coding.statements.grammar import LONGEST, RELATIVE, can_speak, second_cue
from memcon.model.annotated import Annotated, Token
from memcon.registers.cues import Cue, cues

Stretch = tuple[int, int]
WHOLE = ("dobj", "xcomp", "ccomp", "attr", "acomp", "nsubjpass")  # a clause with one of these has no gap for a relative


def particle_of(annotated: Annotated, verb: int, cue: Cue) -> Token | None:
    """The second word of a cue such as "point out" or "call for", where it stands with the verb."""
    own = next((c for c in annotated.children(verb) if c.lower == cue.particle and c.i > verb), None)
    if own or verb + 1 == len(annotated.tokens):
        return own
    following = annotated.tokens[verb + 1]  # "called for the king to resign": the parse gives "for" to "resign"
    opens = following.lower == cue.particle and following.dep == "mark" and annotated.head(following.i).head == verb
    return following if opens else None


def said_clause(annotated: Annotated, verb: int, cue: Cue) -> Stretch | None:
    token = annotated.tokens[verb]
    holders = [verb] if cue.particle is None else [verb, *[p.i for p in [particle_of(annotated, verb, cue)] if p]]
    clauses = [
        c
        for holder in holders
        for c in annotated.children(holder)
        if (c.dep == "ccomp" and c.lower != cue.particle) or (holder != verb and c.dep in ("advcl", "xcomp", "ccomp"))
    ]
    if clauses:
        clause = next((c for c in clauses if c.i > verb), clauses[0])
        if clause.i < verb and annotated.tokens[annotated.edges(clause.i)[1]].text == ":":
            return None  # "The road is open: he announced a ferry", which is what he announced
        return clause_behind(annotated, verb, clause) if clause.i > verb else _clause_ahead(annotated, verb, clause)
    behind_colon = annotated.tokens[max(0, annotated.edges(verb)[0] - 1)].text == ":"
    if not behind_colon and (token.dep == "parataxis" or (token.dep == "ccomp" and _stands_aside(annotated, verb))):
        return annotated.edges(token.head)
    loose = annotated.child(verb, "parataxis")
    return annotated.edges(loose.i) if loose else _astray(annotated, verb) or _told(annotated, verb, cue)


def _told(annotated: Annotated, verb: int, cue: Cue) -> Stretch | None:
    """told reporters the government had offered aid: the parse takes it for which reporters. Not "told a friend she had met"."""
    noun = annotated.child(verb, "dobj", "dative")
    if cue.addressee != "object" or noun is None or not can_speak(annotated, noun.i):
        return None
    clause = annotated.child(noun.i, "relcl")
    subject = annotated.child(clause.i, "nsubj", "nsubjpass", "expl") if clause else None
    if clause is None or subject is None or subject.pos == "PRON" or annotated.child(clause.i, *WHOLE) is None:
        return None
    first, last = annotated.edges(clause.i)
    return (first, last) if first == noun.i + 1 and annotated.tokens[first].tag not in RELATIVE else None


def _astray(annotated: Annotated, verb: int) -> Stretch | None:
    """said in a message that the border was shut: the parse gives the clause to the message."""
    end = annotated.edges(verb)[1]
    for token in annotated.tokens[verb + 1 : min(end, verb + LONGEST)]:
        clause = annotated.head(token.i)
        noun = annotated.head(clause.i)
        if token.lower != "that" or token.dep != "mark" or clause.dep not in ("relcl", "acl", "ccomp") or noun.i <= verb:
            continue
        told = noun.dep in ("dobj", "dative") and noun.head == verb and noun.entity
        within = told or any(t.dep == "prep" and t.head == verb for t in annotated.ancestors(noun.i))
        if within and noun.pos in ("NOUN", "PROPN") and annotated.child(clause.i, "nsubj", "nsubjpass", "expl"):
            return token.i + 1, annotated.edges(clause.i)[1]
    return None


def _stands_aside(annotated: Annotated, verb: int) -> bool:
    """Is it the "he said" between commas of a sentence that goes on around it?"""
    first, last = annotated.edges(verb)
    head = annotated.tokens[verb].head
    tokens = annotated.tokens
    return (
        verb < head and last - first <= 8 and first > 0 and tokens[first - 1].lower == "," and tokens[last].lower in ',”"'
    )


def _clause_ahead(annotated: Annotated, verb: int, clause: Token) -> Stretch:
    """The border was shut, the minister said. Up to the comma, whatever the parse hangs on the verb instead."""
    first, last = annotated.edges(clause.i)
    tokens = annotated.tokens
    subject = annotated.child(verb, "nsubj")
    start = annotated.edges(subject.i)[0] if subject and clause.i < subject.i < verb else verb
    comma = next((i for i in range(start - 1, last - 2, -1) if tokens[i].lower == ","), None)
    if subject is None or subject.i > verb:
        comma = next((i for i in range(verb - 1, clause.i, -1) if tokens[i].lower == ","), comma)
    end = comma or min(last, verb)
    colons = [i for i in range(first, end) if tokens[i].text == ":" and annotated.quotation_at(i) is None]
    return (colons[-1] + 1 if colons else first), end


def clause_behind(annotated: Annotated, verb: int, clause: Token) -> Stretch:
    """The minister said the border was shut: to the end of the clause, without what is told beside it."""
    tokens = annotated.tokens
    first, last = annotated.edges(clause.i)
    if first < verb:
        first = min(t.i for t in annotated.subtree(clause.i) if t.i > verb)
    for other in annotated.children(verb):  # "has said it is opposed and wants more": the second verb is of the clause
        agrees = other.tag == clause.tag != tokens[verb].tag and annotated.child(other.i, "nsubj", "aux") is None
        if other.dep == "conj" and other.i > clause.i and (agrees or _goes_on_with_pronoun(annotated, other, clause)):
            last = max(last, annotated.edges(other.i)[1])
    return first, min([last, *_tails(annotated, verb, clause, first, last)])


def _goes_on_with_pronoun(annotated: Annotated, other: Token, clause: Token) -> bool:
    """said the talks went well but it was late: no comma, and "it" or "he" is of what is said."""
    subject = annotated.child(other.i, "nsubj", "expl")
    if subject is None or subject.pos != "PRON" or subject.i == 0 or other.lemma in cues():
        return False
    link = annotated.tokens[subject.i - 1]
    return link.dep == "cc" and annotated.tokens[link.i - 1].pos != "PUNCT" and other.tag == clause.tag


def _tails(annotated: Annotated, verb: int, clause: Token, first: int, last: int) -> Iterator[int]:
    """Where what the reporter adds begins: "..., adding that"; "and said"; of what is to come, "after he refused"."""
    tokens = annotated.tokens
    past = clause.tag == "VBD" or any(c.dep == "aux" and c.lower == "had" for c in annotated.children(clause.i))
    for token in tokens[first + 1 : min(last, first + LONGEST)]:
        if annotated.quotation_at(token.i):
            continue
        start, end = annotated.edges(token.i)
        closing = end >= last - 1
        if token.dep == "advcl" and token.tag == "VBD" and closing and not past:
            if tokens[start].lower == "after":
                yield start
        elif closing and tokens[start - 1].lower == "," and _is_aside(annotated, token, start):
            yield start - 1
        elif _begins_anew(annotated, verb, clause, token):
            yield next((c.i for c in annotated.children(token.head) if c.dep == "cc" and c.i < token.i), token.i)


def _is_aside(annotated: Annotated, token: Token, start: int) -> bool:
    """..., which had failed before; ..., a drug that kills: the reporter explains."""
    if token.dep == "relcl":
        return annotated.tokens[start].lower == "which"
    return token.dep == "appos" and annotated.child(token.i, "relcl") is not None


def _begins_anew(annotated: Annotated, verb: int, clause: Token, token: Token) -> bool:
    """Does the reporter go on here: "and said", or a clause with a subject of its own in the tense of the cue verb?"""
    if token.dep != "conj":
        return False
    if above := second_cue(annotated, token.i):
        return above.i == verb and token.lemma in cues()
    if token.head != clause.i:
        return False
    if annotated.child(token.i, "aux", "auxpass", "mark") or token.tag == clause.tag:
        return False
    return token.tag == "VBD" == annotated.tokens[verb].tag and annotated.child(token.i, "nsubj") is not None
